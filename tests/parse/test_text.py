"""What a reader may rely on when a text dump or a text of their own is read."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tui.model import BLOCK_SEPARATOR, Failure
from tui.parse.bylines import (
    Signature,
    byline,
    is_date_line,
    is_person,
    people,
    signature,
    signed_title,
)
from tui.parse.draft import Parsed
from tui.parse.text import parse_text
from tui.parse.text_credits import credited
from tui.parse.text_lines import read_lines
from tui.parse.text_structure import repair
from tui.parse.widgets import widget
from tui.source import Document

PROSE = (
    "Le conseil a voté le budget dans la nuit, après neuf heures de débat, devant une foule.",
    "La maire a remercié les habitants, puis elle a fermé la séance sans répondre aux questions.",
    "Un second vote aura lieu au printemps, quand les comptes de la régie auront été publiés.",
)


def read(text: str) -> Parsed:
    (parsed,) = parse_text(Document(text.encode("utf-8", "replace"), "page.txt"))
    assert isinstance(parsed, Parsed)
    return parsed


def kinds(parsed: Parsed) -> list[tuple[str, str]]:
    article = parsed.article
    return [(b.kind, article.text[b.start : b.end]) for b in article.blocks]


@pytest.mark.parametrize(
    ("glued", "mended"),
    [
        (
            "les avancées technologiques.Selon certains",
            "les avancées technologiques. Selon certains",
        ),
        ("Il vit à Paris.Selon lui", "Il vit à Paris. Selon lui"),
        ("dit-il.« Oui »", "dit-il. « Oui »"),
        ("at the end.The next day", "at the end. The next day"),
        ("Node.js et X.Org sont", "Node.js et X.Org sont"),
        ("J.K. Rowling", "J.K. Rowling"),
        ("le site Amazon.Com vend", "le site Amazon.Com vend"),
        ("jean.Dupont@exemple.fr écrit", "jean.Dupont@exemple.fr écrit"),
        ("M.Dupont a dit", "M.Dupont a dit"),
        ("une note de 3.14 points", "une note de 3.14 points"),
    ],
)
def test_glued_sentences_are_parted_and_names_are_not(glued: str, mended: str):
    assert repair(glued) == mended


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Par Hugo Lantier", ("Hugo Lantier",)),
        ("By Tamsin Okafor and Piers Landry", ("Tamsin Okafor", "Piers Landry")),
        ("Par Maud de La Tour, le 3 mars 2025 à 10h12", ("Maud de La Tour",)),
        ("Von Jürgen Abel und Ute Kern", ("Jürgen Abel", "Ute Kern")),
        ("Par la rédaction", None),
        ("Par Rédaction", ()),
        ("By Reuters", ()),
        ("Par La Vigie avec AFP", ()),
        ("By Anna Le Goff", ("Anna Le Goff",)),
        ("Par ailleurs, le conseil a voté.", None),
        ("By the time Anna Holt arrived, the hall was empty.", None),
    ],
)
def test_bylines_give_persons_only(text: str, names: tuple[str, ...] | None):
    assert byline(text) == names


@pytest.mark.parametrize(
    "text", ["Rédaction", "The Daily Mail", "AFP", "3 mars 2025", "a@b.fr", "Le Monde"]
)
def test_a_desk_a_site_or_a_date_is_no_author(text: str):
    assert not is_person(text, "Le Monde")
    assert people(text, "Le Monde") == ()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "Brécy, lundi 3 mars 2025. Par Léo Petit, pour La Feuille de Brécy",
            Signature(("Léo Petit",), "La Feuille de Brécy", "3 mars 2025"),
        ),
        (
            "Léo Petit — La Feuille de Brécy, 3 mars 2025",
            Signature(("Léo Petit",), "La Feuille de Brécy", "3 mars 2025"),
        ),
        ("Nora Whitlock | 4 March 2025", Signature(("Nora Whitlock",), None, "4 March 2025")),
        ("Brécy, le 3 mars 2025", Signature((), None, "3 mars 2025")),
        ("By Nora Whitlock, The Associated Press", Signature(("Nora Whitlock",), None, None)),
        ("By Nora Whitlock and La Toya Dunn", Signature(("Nora Whitlock", "La Toya Dunn"))),
        ("Le 12 mai 2025, la ville a voté le budget.", None),
        ("La réunion du 3 mars 2025", None),
        ("Nora Whitlock died on 3 March 2025", None),
        ("Le conseil a voté lundi 3 mars 2025. Par ailleurs, il pleut.", None),
    ],
)
def test_a_line_that_signs_gives_names_paper_and_date(text: str, said: Signature | None):
    assert signature(text) == said


@pytest.mark.parametrize(
    ("text", "caption"),
    [
        ("Le pont de Brécy, mardi 7 avril au matin. Photo Léo Petit", True),
        ("The empty stage on Monday. Photograph: Nora Whitlock", True),
        ("Le pont au petit matin. Photo d’archives La Feuille", True),
        ("Le bief en mars. (Photo : Léo Petit)", True),
        ("Il a pris le pont. Photo ratée, dit-il, mais il la garde", False),
        ("The painter never liked a photograph", False),
        ("Elle préfère la photo", False),
    ],
)
def test_a_credit_at_the_end_makes_a_caption(text: str, caption: bool):
    assert credited(text) is caption


@pytest.mark.parametrize(
    ("line", "category"),
    [
        ("Get the Observer in your inbox", "subscription"),
        ("To continue reading, subscribe for £1 a week.", "subscription"),
        ("Pour continuer votre lecture, abonnez-vous", "subscription"),
        ("© 2025 La Feuille de Brécy – Mentions légales", "footer"),
        ("© Léo Petit / AFP", None),
        ("Mentions légales Contact", "footer"),
        ("About 300 people came to the bridge.", None),
        ("Contact entre deux ports", None),
    ],
)
def test_widgets_are_whole_lines(line: str, category: str | None):
    assert widget(line) == category


@pytest.mark.parametrize(
    ("tail", "site"),
    [
        ("© 2025 La Feuille de Brécy. Tous droits réservés.", "La Feuille de Brécy"),
        ("S'abonner à La Feuille de Brécy", "La Feuille de Brécy"),
        ("S'abonner à la newsletter", None),
        ("S'abonner au Courrier de Brécy", None),
        ("© 2025 Brécy Holding SAS", None),
        ("© AFP", None),
        ("© 2025 La Feuille de Brécy\n© 2025 La Gazette du Canal", None),
    ],
)
def test_the_site_is_what_the_page_proves(tail: str, site: str | None):
    page = "Accueil\nMenu\nLe pont neuf rouvre\nPartager\n" + "\n".join(PROSE)
    assert read(f"{page}\nCommentaires\n{tail}\n").article.site == site


def test_a_title_that_ends_in_a_name_names_its_author():
    assert signed_title("Où vont les truites ?, par Maud Tessereau") == ("Maud Tessereau",)
    assert signed_title("Le vélo passe par la ville") == ()


@pytest.mark.parametrize(
    "text",
    ["Publié le 12 mai 2025 à 10h30", "March 4, 2025", "Mis à jour hier à 09h42", "12/05/2025"],
)
def test_a_line_of_dates_is_known(text: str):
    assert is_date_line(text)


@pytest.mark.parametrize(
    "text", ["La crue de mars 2025 a détruit le pont", "Le 12 mai, rien", "2025"]
)
def test_a_sentence_with_a_date_is_no_date_line(text: str):
    assert not is_date_line(text)


def test_wrapped_lines_are_joined_and_paragraphs_stay_apart():
    wrapped = (
        "The harbour was closed for most of the week because of the storm, and no\n"
        "ferry left before Thursday noon, when the wind turned to the east at last\n"
        "and dropped.\n"
        "A second storm is expected on Sunday, according to the harbour office, so\n"
        "that the captains have asked for a longer break."
    )
    lines = [line.text for line in read_lines(wrapped)]
    assert len(lines) == 2
    assert lines[0].endswith("at last and dropped.")


def test_a_sentence_cut_at_its_links_is_one_line():
    (line,) = read_lines("La maire \nOdile Marchetti\n, élue en mars, a quitté \nla salle\n.")
    assert line.text == "La maire Odile Marchetti, élue en mars, a quitté la salle."


def test_a_plain_text_comes_through_whole():
    text = "Ma lettre\n\n" + "\n\n".join(PROSE) + "\n\n— Non.\n\n— Si.\n\nÀ demain"
    assert [t for _, t in kinds(read(text))] == [
        "Ma lettre", *PROSE, "— Non.", "— Si.", "À demain"
    ]  # fmt: skip


def test_widgets_are_dropped_under_their_names():
    parsed = read(
        "Accueil\nMenu\nLe pont neuf rouvre\nPartager cet article\n"
        + "\n".join(PROSE)
        + "\nCommentaires\nMentions légales\n"
    )
    assert parsed.article.title == "Le pont neuf rouvre"
    rules = {d.text: d.rule for d in parsed.dropped}
    assert rules["Partager cet article"] == "share"
    assert rules["Commentaires"] == "comments"
    assert [t for _, t in kinds(parsed)][1:] == list(PROSE)


def test_one_related_line_in_the_body_becomes_a_teaser():
    parsed = read(
        "Accueil\nMenu\nRechercher\nLe pont neuf rouvre\n"
        f"{PROSE[0]}\nLire aussi : Les ponts de la région en dix cartes\n{PROSE[1]}\n{PROSE[2]}"
    )
    assert [t.title for t in parsed.article.teasers] == ["Les ponts de la région en dix cartes"]
    assert "dix cartes" not in parsed.article.text


@pytest.mark.parametrize("data", [b"", b" \n\t\r\n", b"\xef\xbb\xbf\n"])
def test_a_blank_text_is_a_failure(data: bytes):
    (failure,) = parse_text(Document(data, "blank.txt"))
    assert isinstance(failure, Failure)
    assert failure.origin == "blank.txt"


VERSES = """The Ferryman's Ledger

Home is the harbour nobody paints,
Menu of weathers, all of them grey.
Share
the last of the bread with the gulls,
Home
Menu
and sign for the crossing in chalk."""

LETTER = """Berlin, den 3. Mai 2024

Lieber Onkel,

das stand auf dem Zettel an deiner Tür, und ich habe lange darüber gelacht:

Newsletter

Kontakt

Anmelden

Das musste ich dann trotzdem tun. Bis Sonntag!

Deine Klara"""


@pytest.mark.parametrize("text", [VERSES, LETTER], ids=["verses", "letter"])
def test_short_lines_and_words_of_widgets_make_no_page(text: str):
    parsed = read(text)
    assert [t for _, t in kinds(parsed)] == [line for line in text.split("\n") if line]
    assert not parsed.dropped


def test_a_plain_text_keeps_lines_that_begin_like_widgets():
    text = "Monsieur le maire,\n\n" + "\n\n".join(
        (
            *PROSE,
            "Lire aussi : le registre que j'ai posé sur la table, et que chacun signera.",
            "Abonnez-vous à la colère, disait mon père",
            "Recevez mes salutations distinguées",
        )
    )
    parsed = read(text)
    assert [t for _, t in kinds(parsed)] == text.split("\n\n")
    assert not parsed.article.teasers


def test_german_quotation_marks_are_no_joints():
    said = (
        "„Wir haben drei Stunden gestritten“, sagte die Vorsitzende. Zur Wahl standen die Wörter "
        "„Heimat“, „Zuhause“, „Ort“ und „Region“, und keines gefiel allen."
    )
    text = "\n".join(
        ("Startseite", "Menü", "Suche", "Der Rat streitet über ein Wort", said, said[::-1], said)
    )
    texts = [t for _, t in kinds(read(text))]
    assert texts.count(said) == 2


def test_a_signature_and_a_date_below_the_text_are_read():
    text = "\n".join(
        ("Accueil", "Menu", "Rechercher", "Le pont neuf rouvre", *PROSE,
         "Par Anne Duval", "Publié le 3 mars 2025", "Commentaires", "Mentions légales")
    )  # fmt: skip
    article = read(text).article
    assert (article.authors, article.published) == (("Anne Duval",), "2025-03-03")


def test_a_sentence_printed_again_and_again_is_no_teaser():
    line = "Le conseil a voté le budget. " * 60
    parsed = read(f"Accueil\nMenu\nRechercher\nLe titre de la page\n{line}\nCommentaires")
    assert not parsed.article.teasers
    assert parsed.article.text.count("Le conseil a voté le budget.") == 60


def test_short_sentences_between_paragraphs_and_boxes_stay():
    text = "\n".join(
        ("Accueil", "Menu", "Rechercher", "Le pont neuf rouvre", PROSE[0],
         "Mon fils est à Turin. Il fait des écrans.", PROSE[1], "Publicité",
         "La coopérative se tait.", PROSE[2], "Commentaires")
    )  # fmt: skip
    texts = [t for _, t in kinds(read(text))]
    assert {"Mon fils est à Turin. Il fait des écrans.", "La coopérative se tait."} <= set(texts)


def test_a_text_without_an_article_keeps_what_there_is():
    parsed = read("Liste\nLait\nPain\nŒufs")
    assert [t for _, t in kinds(parsed)] == ["Liste", "Lait", "Pain", "Œufs"]
    assert parsed.article.warnings == ("no article found",)


@pytest.mark.parametrize(
    "text",
    ["mot " * 250_000, "a" * 1_000_000, "a.B" * 200_000, "a - " * 100_000, "Ligne.\n" * 20_000,
     "Un titre de ligne ici\n" * 10_000, "« " * 100_000,
     "1. a@b." + "@b." * 300_000, "1. a@b.fr\n" * 20_000,
     "Un mot de plus à la ligne du texte qui est là\n" * 99 + "      Il est là.\n\n" * 20_000,
     "Lire aussi\nUn titre de page\n" * 5_000, "UnMotGlué" * 50_000, "A. B. C. " * 60_000],
)  # fmt: skip
@pytest.mark.parametrize("around", ["", "Accueil\nMenu\nPartager\nNewsletter\n"], ids=["", "page"])
def test_hostile_texts_take_linear_time(text: str, around: str):
    start = time.process_time()
    list(parse_text(Document(f"{around}{text}".encode(), "hostile.txt")))
    assert time.process_time() - start < 8


LINE = st.one_of(
    st.sampled_from(
        ["Partager", "Commentaires", "Menu", "Accueil", "Lire aussi", "Newsletter", ""]
    ),
    st.sampled_from(PROSE),
    st.text(max_size=120),
)


@settings(max_examples=60, deadline=None)
@given(st.lists(LINE, max_size=30))
def test_any_lines_give_a_valid_article_or_a_failure(lines: list[str]):
    (found,) = parse_text(Document("\n".join(lines).encode("utf-8", "replace"), "any.txt"))
    if isinstance(found, Failure):
        return
    article = found.article
    end = -len(BLOCK_SEPARATOR)
    for block in article.blocks:
        assert block.start == end + len(BLOCK_SEPARATOR)
        assert block.start < block.end <= len(article.text)
        end = block.end
    assert end == len(article.text)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.sampled_from(["Partager", "Commentaires", "Menu", "Newsletter"]), max_size=9))
def test_no_widget_of_a_page_stands_in_its_text(extra: list[str]):
    lines = ["Menu", "Accueil", "Rechercher", "Le pont neuf rouvre", *PROSE, *extra, *PROSE[:1]]
    texts = [t for _, t in kinds(read("\n".join(lines)))]
    assert not [t for t in texts if widget(t)]
    assert set(PROSE) <= set(texts)


SHORT = """The QuayLocalWeather
Local
The island finds a second pilot
By Isla Renn
15 January 2026, 6:42pm
Share Save 12 comments
The pilot said yes by two words to one.
‘It is the right thing to do,’ said the baker Tom Orr. ‘We owe it to the boat.’
The harbour office had looked for one since March, on the mainland and in three newspapers, and had
spent more on its notices than the morning boat brings in from one winter to the next.
Those who bake say that two more months would have finished them. “I have seen off a flood and a
strike, and I am not sure that I would see off this,” said Lena Whitby, who sells bread.
Advertisement
The pilot’s wife called it “a leap”.
More on this story
What the boat would cost you
Five piers that were never built
What comes after?
A first run is set for May.
To continue reading, subscribe for £1 a week.
Subscribe
Registered in Scotland
"""


def test_a_short_piece_begins_below_its_signature_and_is_called_what_stands_above():
    article = read(SHORT).article
    assert article.title == "The island finds a second pilot"
    assert (article.authors, article.published) == (("Isla Renn",), "2026-01-15")
    for words in ("The pilot said yes", "‘It is the right thing", "“a leap”."):
        assert words in article.text
    assert "Share" not in article.text
