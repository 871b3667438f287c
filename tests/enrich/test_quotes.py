"""Which words are quotes, of which kind, and who said them."""

import pytest

from tests.enrich.reading import article, quotes, read
from tui.enrich import enrich

SPEAKERS = [
    (
        "cue in front with a colon",
        "fr",
        ["Marc Duval a ajouté sur son blog : « La digue ne sera pas vendue »."],
        [("La digue ne sera pas vendue", "Marc Duval")],
    ),
    (
        "inverted cue behind",
        "fr",
        ["« Le pont tiendra cent ans », assure Anne Ledoux."],
        [("Le pont tiendra cent ans", "Anne Ledoux")],
    ),
    (
        "inverted cue behind, the name far away",
        "fr",
        ["« C’est fini », a déclaré hier sur les ondes de Radio Sud, Anne Ledoux, directrice."],
        [("C’est fini", "Anne Ledoux")],
    ),
    (
        "inverted pronoun",
        "fr",
        ["Anne Ledoux a visité le pont. « Il tiendra », a-t-elle dit. « J’en suis sûre. »"],
        [("Il tiendra", "Anne Ledoux"), ("J’en suis sûre.", "Anne Ledoux")],
    ),
    (
        "a pronoun goes to the person of its gender",
        "fr",
        ["Anne Ledoux a reçu Marc Duval. « Je suis venu à pied », a-t-il raconté."],
        [("Je suis venu à pied", "Marc Duval")],
    ),
    (
        "the attribution interrupts",
        "fr",
        ["« Le pont », précise Anne Ledoux, « a été repeint. »"],
        [("Le pont", "Anne Ledoux"), ("a été repeint.", "Anne Ledoux")],
    ),
    (
        "participle",
        "fr",
        ["Marc Duval a quitté la salle, traitant la maire de « girouette »."],
        [("girouette", "Marc Duval")],
    ),
    (
        "qualifier de, two objects",
        "fr",
        ["Marc Duval finit par qualifier la maire de « folle » et la digue de « ruine »."],
        [("folle", "Marc Duval"), ("ruine", "Marc Duval")],
    ),
    (
        "selon",
        "fr",
        ["Selon M. Ollier, la piscine restera « ouverte à tous les nageurs »."],
        [("ouverte à tous les nageurs", "Ollier")],
    ),
    (
        "the post between commas, the name, the verb",
        "fr",
        ["Le maire de Sète, Ange Torrès, a répété qu’il souhaitait « un port plus calme »."],
        [("un port plus calme", "Ange Torrès")],
    ),
    (
        "the post in front of an inverted name",
        "fr",
        ['"Je garde les clés" raconte le gardien de la digue Michel Baland.'],
        [("Je garde les clés", "Michel Baland")],
    ),
    (
        "a description goes to who holds the post",
        "fr",
        ["Anne Ledoux, maire de Sète, est là.", "« On ouvre demain », a prévenu la maire."],
        [("On ouvre demain", "Anne Ledoux")],
    ),
    (
        "a description may come before the name",
        "fr",
        ["Le PDG d’Orion a lancé : « Je pars demain. » Puis Marc Duval, PDG d’Orion, est parti."],
        [("Je pars demain.", "Marc Duval")],
    ),
    (
        "a quote joined to the next",
        "fr",
        ["« Trop cher » et « trop tard », écrivait Anne Ledoux."],
        [("Trop cher", "Anne Ledoux"), ("trop tard", "Anne Ledoux")],
    ),
    (
        "an agent behind a passive",
        "fr",
        ["Le projet est qualifié par Anne Ledoux de « honte absolue »."],
        [("honte absolue", "Anne Ledoux")],
    ),
    (
        "a quote whose opening mark was lost",
        "fr",
        ["Tout est prêt pour samedi », a assuré Anne Ledoux."],
        [("Tout est prêt pour samedi", "Anne Ledoux")],
    ),
    (
        "said, after the name",
        "en",
        ["“We fixed the bridge,” Laura Finch said."],
        [("We fixed the bridge,", "Laura Finch")],
    ),
    (
        "said, inverted with a post",
        "en",
        ["“We fixed it,” said ferry and dock worker Laura Finch."],
        [("We fixed it,", "Laura Finch")],
    ),
    (
        "an apposition between the name and the verb",
        "en",
        ['"We fixed it," Bill Amory, the harbour\'s chief of repairs, said on Monday.'],
        [("We fixed it,", "Bill Amory")],
    ),
    (
        "a party in brackets between the name and the verb",
        "en",
        ["“We fixed it,” Laura Finch (R-Utah) said."],
        [("We fixed it,", "Laura Finch")],
    ),
    (
        "the one who is told is not the one who speaks",
        "en",
        ["Laura Finch told Peter Dunning: “We fixed it.”"],
        [("We fixed it.", "Laura Finch")],
    ),
    (
        "pronoun in the next paragraph",
        "en",
        ["Laura Finch said the bridge was safe.", "“We checked it twice,” she said."],
        [("We checked it twice,", "Laura Finch")],
    ),
    (
        "what is said of a name tells its gender",
        "en",
        ["Dariel Lonsdale said she was ready.", "“We checked it twice,” she said."],
        [("We checked it twice,", "Dariel Lonsdale")],
    ),
    (
        "a paragraph of quote alone goes on with the same speaker",
        "en",
        ["“It is safe,” said Laura Finch.", "Advertisement", "“We checked it twice.”"],
        [("It is safe,", "Laura Finch"), ("We checked it twice.", "Laura Finch")],
    ),
    (
        "a colon at the end of the paragraph before",
        "en",
        ["Laura Finch was blunt and said:", "“We will not pay.”"],
        [("We will not pay.", "Laura Finch")],
    ),
    (
        "according to",
        "en",
        ["According to Laura Finch, the bridge was an “absolute mess” last year."],
        [("absolute mess", "Laura Finch")],
    ),
    (
        "signed behind a dash",
        "en",
        ["“The bridge is all we have.” ― Laura Finch"],
        [("The bridge is all we have.", "Laura Finch")],
    ),
    (
        "any verb between a quote and its inverted subject",
        "fr",
        ["« Il pleut encore sur la digue », maronne Anne Ledoux."],
        [("Il pleut encore sur la digue", "Anne Ledoux")],
    ),
    (
        "a fragment that opens the sentence",
        "fr",
        ["« Le prix d’un café », a calculé Anne Ledoux, gérante du bar."],
        [("Le prix d’un café", "Anne Ledoux")],
    ),
    (
        "an object pronoun behind a relative clause",
        "fr",
        ["Anne Ledoux, qui a longé la digue, la décrit comme « une ruine »."],
        [("une ruine", "Anne Ledoux")],
    ),
    (
        "any verb with an inverted pronoun",
        "fr",
        ["Anne Ledoux attendait. « Il pleut encore sur la digue », maronne-t-elle."],
        [("Il pleut encore sur la digue", "Anne Ledoux")],
    ),
    (
        "the pronoun of the verb before the one who is told",
        "fr",
        ["Anne Ledoux attendait. « Je reste », a-t-elle assuré aux soixante élus."],
        [("Je reste", "Anne Ledoux")],
    ),
    (
        "a list between a person and the pronoun",
        "fr",
        ["Anne Ledoux a perdu :", "un quai ;", "un pont ;", "« Et un banc », a-t-elle dit."],
        [("Et un banc", "Anne Ledoux")],
    ),
    (
        "pour, with a title and a relative clause",
        "fr",
        ["Pour le Dr Anne Ledoux, qui dirige le port, c’est simple : « On ne vend pas. »"],
        [("On ne vend pas.", "Anne Ledoux")],
    ),
    (
        "selon, with a title",
        "fr",
        ["Selon le Dr Anne Ledoux, la digue était « un gruyère »."],
        [("un gruyère", "Anne Ledoux")],
    ),
    (
        "a title and the given name",
        "en",
        ["Dame Laura Finch sat down.", "“Where is the bridge?” asked Dame Laura."],
        [("Where is the bridge?", "Laura Finch")],
    ),
    (
        "a surname that starts with a particle",
        "en",
        ["Piet van der Hoeve watched. “It is safe,” said van der Hoeve."],
        [("It is safe,", "Piet van der Hoeve")],
    ),
    (
        "a clause between the name and the verb",
        "en",
        ["Laura Finch of Acme Shipping, asked to explain, said that much of it was “just sand”."],
        [("just sand", "Laura Finch")],
    ),
    (
        "a family: the one who is named speaks",
        "en",
        ["Xavier Wise draws.", "“He is happy now,” says Wise’s dad, Darren."],
        [("He is happy now,", "Darren")],
    ),
]


@pytest.mark.parametrize(
    ("language", "paragraphs", "expected"),
    [case[1:] for case in SPEAKERS],
    ids=[case[0] for case in SPEAKERS],
)
def test_speakers(language, paragraphs, expected):
    assert quotes(read(*paragraphs, language=language)) == expected


UNNAMED = [
    ("a body speaks", "fr", ["Anne Ledoux est là. « On ouvre », indique un communiqué."]),
    (
        "the name only qualifies a noun",
        "fr",
        ["Marc Duval arrive. L’administration Duval a affirmé : « Le pont est fermé »."],
    ),
    ("they", "en", ["Laura Finch came. “We are late,” they said."]),
    (
        "the spokesman of a person is not the person",
        "en",
        ["Laura Finch came. “We are late,” a spokesman for Laura Finch said."],
    ),
    (
        "a post that two people hold",
        "en",
        ["Ann Poole, mayor of Ely, met Joe Hart, mayor of Bury. “We are late,” the mayor said."],
    ),
    (
        "the circle of a person is not the person",
        "fr",
        ["Selon l’entourage du président Marc Duval, tout vient du mot « jetée »."],
    ),
    (
        "who only tells what another asked",
        "fr",
        ["La doyenne a demandé, selon Anne Ledoux, si l’on savait « pour le pont »."],
    ),
    (
        "a post without a name came in between",
        "fr",
        ["Marc Duval court.", "L’arbitre l’a arrêté. « Il criait trop fort », rapporte-t-il."],
    ),
    ("two people at once", "en", ["“We are late,” Laura Finch and Peter Dunning said."]),
]


@pytest.mark.parametrize(
    ("language", "paragraphs"), [case[1:] for case in UNNAMED], ids=[case[0] for case in UNNAMED]
)
def test_a_wrong_name_is_worse_than_none(language, paragraphs):
    assert [speaker for _, speaker in quotes(read(*paragraphs, language=language))] == [None]


@pytest.mark.parametrize("kind", ["title", "lede", "heading"])
def test_a_headline_that_repeats_words_of_the_text_has_their_speaker(kind):
    found = enrich(
        article(
            "« On ne vend pas la digue »",
            "« On ne vend pas la digue, on la répare », assure Anne Ledoux.",
            kinds=(kind, "paragraph"),
        )
    )
    assert [speaker for _, speaker in quotes(found)] == ["Anne Ledoux", "Anne Ledoux"]


def test_behind_a_heading_a_pronoun_means_the_one_in_the_title():
    found = enrich(
        article(
            "Anne Ledoux, gardienne du phare",
            "Anne Ledoux a vu passer Rose Garrec.",
            "Une lampe",
            "Elle veille seule. « Je compte les bateaux », dit-elle.",
            kinds=("title", "paragraph", "heading", "paragraph"),
        )
    )
    assert quotes(found) == [("Je compte les bateaux", "Anne Ledoux")]


def test_behind_a_heading_nobody_else_is_in_mind():
    found = enrich(
        article(
            "Le phare",
            "Anne Ledoux a vu passer Rose Garrec.",
            "Une lampe",
            "« Je compte les bateaux », dit-elle.",
            kinds=("title", "paragraph", "heading", "paragraph"),
        )
    )
    assert quotes(found) == [("Je compte les bateaux", None)]


@pytest.mark.parametrize(
    "text",
    [
        "Anne Ledoux décrit un homme, qui parle anglais « comme un menu ».",
        "Anne Ledoux a vu le film « Le Pont » et la pièce « La Digue ».",
        "Les « fermes de demain » poussent partout, loin de chez Anne Ledoux.",
        "Marc Duval, qui se fait appeler « le roi du pont », est parti.",
    ],
)
def test_titles_and_terms_get_no_speaker(text):
    assert all(speaker is None for _, speaker in quotes(read(text)))


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Anne Ledoux a dit : « Le pont n’est pas fermé ».", "direct"),
        ("Anne Ledoux a dit : « Nous partons ».", "direct"),
        ("Anne Ledoux a dénoncé une « honte absolue ».", "fragment"),
    ],
)
def test_a_clause_is_direct_and_words_are_a_fragment(text, kind):
    assert [q.kind for q in read(text).quotes] == [kind]


def test_every_speaker_comes_with_its_cue_its_rule_and_its_confidence():
    found = read("« Le pont tiendra », assure Anne Ledoux.")
    (quote,) = found.quotes
    assert quote.cue is not None
    assert found.text[quote.cue.start : quote.cue.end] == "assure"
    assert quote.rule == "cue behind"
    assert quote.confidence == 0.95


def test_words_of_nobody_named_keep_the_rule_and_the_cue():
    (quote,) = read("“We are late,” the office said.", language="en").quotes
    assert (quote.speaker, quote.rule, quote.confidence) == (None, "cue further behind", 0.0)
    assert quote.cue is not None


def test_what_is_inferred_is_less_sure():
    found = read("Laura Finch came.", "“It is safe,” she said.", "“I know.”", language="en")
    assert [q.confidence for q in found.quotes] == [0.765, 0.6]


def test_english_is_recognised_without_a_language_tag():
    found = enrich(article("“We fixed the bridge,” said Laura Finch.", language=None))
    assert quotes(found) == [("We fixed the bridge,", "Laura Finch")]
