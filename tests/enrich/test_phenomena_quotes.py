"""Each phenomenon of quotes once, by its name: the first place to look for what is held.

Finer cases stand in `test_quotes`, `test_scanner`, `test_incises`, `test_dialogue`, `test_indirect`
and the tests of French and English speakers.
"""

import pytest

from tests.enrich.reading import article, people, quotes, read, reported
from tui.enrich import enrich

CV, HM = "Claire Vasseur", "Hugh Marlow"
SEA_FR, SEA_EN = "La mer monte trop vite ici", "The sea is rising too fast"
MARKS = [
    ("« »", "fr", f"« {SEA_FR} », dit {CV}.", SEA_FR),
    ("« »", "en", f"«{SEA_EN}», said {HM}.", SEA_EN),
    ("“ ”", "fr", f"“{SEA_FR}”, dit {CV}.", SEA_FR),
    ("“ ”", "en", f"“{SEA_EN},” said {HM}.", f"{SEA_EN},"),
    ("straight", "fr", f'"{SEA_FR}", dit {CV}.', SEA_FR),
    ("straight", "en", f'"{SEA_EN}," {HM} said.', f"{SEA_EN},"),
    ("‹ ›", "fr", f"‹ {SEA_FR} ›, dit {CV}.", SEA_FR),
    ("‹ ›", "en", f"‹{SEA_EN}›, said {HM}.", SEA_EN),
    ("„ “", "fr", f"„{SEA_FR}“, dit {CV}.", SEA_FR),
    ("„ “", "en", f"„{SEA_EN}“, said {HM}.", SEA_EN),
    ("„ ”", "fr", f"„{SEA_FR}”, dit {CV}.", SEA_FR),
    ("„ ”", "en", f"„{SEA_EN}”, said {HM}.", SEA_EN),
    ("‘ ’", "fr", f"‘{SEA_FR}’, dit {CV}.", SEA_FR),
    ("‘ ’", "en", f"‘{SEA_EN},’ said {HM}.", f"{SEA_EN},"),
    ("nested", "fr", f"« Il m'a dit “non” hier », dit {CV}.", "Il m'a dit “non” hier"),
    ("nested in its own kind", "fr", f"« On a crié « non » hier », dit {CV}.",
     "On a crié « non » hier"),
    ("nested", "en", f"“He told me ‘no’ twice,” said {HM}.", "He told me ‘no’ twice,"),
    ("not closed", "fr", f"« {SEA_FR}, dit {CV}.", SEA_FR),
    ("not closed", "en", f"“{SEA_EN}, said {HM}.", SEA_EN),
    ("not opened", "fr", f"{SEA_FR} », dit {CV}.", SEA_FR),
]  # fmt: skip


@pytest.mark.parametrize(
    ("language", "text", "words"), [m[1:] for m in MARKS], ids=[f"{m[0]}-{m[1]}" for m in MARKS]
)
def test_marks(language, text, words):
    assert quotes(read(text, language=language)) == [(words, CV if language == "fr" else HM)]


QUOTES = [
    ("interrupted with marks", "fr",
     "« La mer monte trop vite », dit Claire Vasseur, « et personne ne le voit. »",
     [("La mer monte trop vite", CV), ("et personne ne le voit.", CV)]),
    ("interrupted with marks", "en", "“The sea,” said Hugh Marlow, “is rising too fast for us.”",
     [("The sea,", HM), ("is rising too fast for us.", HM)]),
    ("interrupted without marks", "fr",
     "« La mer monte, dit Claire Vasseur, et personne ne le voit. »",
     [("La mer monte", CV), ("et personne ne le voit.", CV)]),
    ("interrupted without marks", "en", "“The sea, said Hugh Marlow, is rising too fast for us.”",
     [("The sea", HM), ("is rising too fast for us.", HM)]),
    ("fragment", "fr", "Claire Vasseur a dénoncé « une faute grave ».", [("une faute grave", CV)]),
    ("fragment", "en", "Hugh Marlow denounced “a grave mistake”.", [("a grave mistake", HM)]),
    ("cue before", "fr", f"Claire Vasseur a déclaré : « {SEA_FR}. »", [(f"{SEA_FR}.", CV)]),
    ("cue before", "en", f"Hugh Marlow said: “{SEA_EN}.”", [(f"{SEA_EN}.", HM)]),
    ("cue after", "fr", f"« {SEA_FR} », Claire Vasseur l'a dit hier.", [(SEA_FR, CV)]),
    ("cue after", "en", f"“{SEA_EN},” Hugh Marlow said.", [(f"{SEA_EN},", HM)]),
    ("cue inverted", "fr", f"« {SEA_FR} », a déclaré Claire Vasseur.", [(SEA_FR, CV)]),
    ("cue inverted", "en", f"“{SEA_EN},” added Hugh Marlow.", [(f"{SEA_EN},", HM)]),
    ("participle", "fr", "Claire Vasseur est sortie, assurant que « la mer monte trop vite ici ».",
     [("la mer monte trop vite ici", CV)]),
    ("participle", "en", "Hugh Marlow left, insisting that “the sea is rising too fast”.",
     [("the sea is rising too fast", HM)]),
    ("qualifier de", "fr", "Claire Vasseur a qualifié ce pont de « danger public ».",
     [("danger public", CV)]),
    ("describe as", "en", "Hugh Marlow described the bridge as “a public danger”.",
     [("a public danger", HM)]),
    ("selon", "fr", "Selon Claire Vasseur, « la mer monte trop vite ici ».",
     [("la mer monte trop vite ici", CV)]),
    ("according to", "en", "According to Hugh Marlow, “the sea is rising too fast”.",
     [("the sea is rising too fast", HM)]),
    ("told an agency", "fr", f"« {SEA_FR} », a déclaré Claire Vasseur à Reuters.",
     [(SEA_FR, CV)]),
    ("told an agency", "en", f"“{SEA_EN},” Hugh Marlow told Reuters.", [(f"{SEA_EN},", HM)]),
    ("pronoun with gender", "fr", f"Claire Vasseur a croisé Jean Roy. « {SEA_FR} », dit-elle.",
     [(SEA_FR, CV)]),
    ("pronoun with gender", "en", f"Hugh Marlow met Dora Fenn. “{SEA_EN},” he said.",
     [(f"{SEA_EN},", HM)]),
    ("coordination", "fr", "Claire Vasseur est venue et a lancé : « La mer monte trop vite. »",
     [("La mer monte trop vite.", CV)]),
    ("coordination with puis", "fr",
     "Claire Vasseur a salué Jean Roy puis a ajouté : « La mer monte trop vite. »",
     [("La mer monte trop vite.", CV)]),
    ("coordination", "en", f"Hugh Marlow stood up and said: “{SEA_EN}.”", [(f"{SEA_EN}.", HM)]),
    ("cataphora in the sentence", "fr",
     "Quand elle est arrivée, Claire Vasseur a lancé : « La mer monte trop vite. »",
     [("La mer monte trop vite.", CV)]),
    ("cataphora in the sentence", "en", f"When he arrived, Hugh Marlow said: “{SEA_EN}.”",
     [(f"{SEA_EN}.", HM)]),
    ("cataphora: nobody yet", "fr",
     f"Elle l'a dit hier : « {SEA_FR}. » Puis Claire Vasseur est sortie.", [(f"{SEA_FR}.", None)]),
    ("cataphora: nobody yet", "en", f"“{SEA_EN},” he said. Hugh Marlow then left.",
     [(f"{SEA_EN},", None)]),
    ("title of a work", "fr", "Claire Vasseur a publié « La Mer et la Nuit » en mars.", []),
    ("title of a work", "en", "Hugh Marlow published “The Sea and the Night” in March.", []),
    ("scare quotes", "fr", "Les soi-disant « experts » ont laissé Claire Vasseur tranquille.", []),
    ("scare quotes", "en", "The so-called “experts” left Hugh Marlow alone.", []),
    ("a term", "fr", "Claire Vasseur travaille sur la « vague scélérate ».", []),
    ("a term", "en", "Hugh Marlow works on the “rogue wave”.", []),
]  # fmt: skip


@pytest.mark.parametrize(
    ("language", "text", "found"), [q[1:] for q in QUOTES], ids=[f"{q[0]}-{q[1]}" for q in QUOTES]
)
def test_quotes(language, text, found):
    assert quotes(read(text, language=language)) == found


ANSWERS = [
    ("a person", "fr", f"« {SEA_FR}. » dit Claire Vasseur.", CV, True),
    ("a person", "en", f"“{SEA_EN},” Hugh Marlow said.", HM, True),
    ("a description", "fr", f"« {SEA_FR} », dit un voisin de Claire Vasseur.", None, True),
    ("a description", "en", f"“{SEA_EN},” said a neighbour of Hugh Marlow.", None, True),
    ("an organisation", "fr", f"« {SEA_FR} », indique la préfecture.", None, True),
    ("an organisation", "en", f"“{SEA_EN},” the ministry said. Hugh Marlow nodded.", None, True),
    ("a document", "fr", f"« {SEA_FR} », indique le rapport. Claire Vasseur l'a lu.", None, True),
    ("a document", "en", f"“{SEA_EN},” the report says. Hugh Marlow read it.", None, True),
    ("a document in front", "en", f"As Hugh Marlow left, the report said: “{SEA_EN}.”", None, True),
    ("a document in front", "fr",
     f"Claire Vasseur part quand cette annonce précise : « {SEA_FR}. »", None, True),
    ("nobody", "fr", f"« {SEA_FR}. » Il pleuvait.", None, False),
    ("nobody", "en", f"“{SEA_EN}.” It rained.", None, False),
]  # fmt: skip


@pytest.mark.parametrize(
    ("language", "text", "speaker", "told"),
    [a[1:] for a in ANSWERS],
    ids=[f"{a[0]}-{a[1]}" for a in ANSWERS],
)
def test_the_text_gives_words_to(language, text, speaker, told):
    (quote,) = read(text, language=language).quotes
    assert quote.speaker == speaker
    assert (quote.rule is not None) == told


PASSAGES = [
    ("several paragraphs with the mark repeated", "fr",
     ["« La mer monte trop vite ici, dit Claire Vasseur.", "« Personne ne le voit encore. »"], CV),
    ("several paragraphs with the mark repeated", "en",
     ["“The sea is rising,” said Hugh Marlow. “It took the pier.", "“Nobody has seen it yet.”"],
     HM),
    ("several paragraphs with the closing mark repeated", "fr",
     ["Claire Vasseur a déclaré : « La mer monte ici.", "» Personne ne le voit encore. »"], CV),
    ("memory over paragraphs", "fr",
     ["« La mer monte ici », dit Claire Vasseur.", "« Personne ne le voit, et c'est là. »"], CV),
    ("memory over paragraphs", "en",
     ["“The sea is rising too fast,” said Hugh Marlow.", "“Nobody here has seen it yet.”"], HM),
    ("a role resolved to its holder", "fr",
     ["Le procureur Jean Roy est arrivé.", f"« {SEA_FR} », a déclaré le procureur."], "Jean Roy"),
    ("a role resolved to its holder", "en",
     ["Prosecutor Dora Fenn arrived.", f"“{SEA_EN},” the prosecutor said."], "Dora Fenn"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("language", "paragraphs", "speaker"),
    [p[1:] for p in PASSAGES],
    ids=[f"{p[0]}-{p[1]}" for p in PASSAGES],
)
def test_over_paragraphs(language, paragraphs, speaker):
    found = quotes(read(*paragraphs, language=language))
    assert {who for _, who in found} == {speaker}
    assert found[-1][0][-10:] in paragraphs[-1]


DASHES = [
    ("fr", ["– La mer monte trop vite ici, dit Claire Vasseur.", "– Personne ne le voit."], CV),
    ("en", ["— The sea is rising too fast, said Hugh Marlow.", "— Nobody has seen it."], HM),
]


@pytest.mark.parametrize(("language", "turns", "speaker"), DASHES, ids=["fr", "en"])
def test_a_turn_behind_a_dash_is_never_given_to_who_had_the_one_before(language, turns, speaker):
    first, *others = quotes(read(*turns, language=language))
    assert first[1] == speaker
    assert all(who is None for _, who in others)


PLACES = [
    ("heading", "fr", [f"« {SEA_FR} », alerte Claire Vasseur"], SEA_FR, CV),
    ("heading", "en", [f"“{SEA_EN},” says Hugh Marlow"], f"{SEA_EN},", HM),
    ("heading", "fr", [f"Claire Vasseur : « {SEA_FR} »"], SEA_FR, CV),
    ("caption", "fr", [f"« {SEA_FR} », dit Claire Vasseur."], SEA_FR, CV),
    ("caption", "en", [f"“{SEA_EN},” said Hugh Marlow."], f"{SEA_EN},", HM),
    ("quotation", "fr", [f"« {SEA_FR} », dit Claire Vasseur."], SEA_FR, CV),
    ("quotation", "fr", ["Claire Vasseur a écrit ceci :", f"« {SEA_FR}. »"], f"{SEA_FR}.", CV),
    ("quotation", "en", ["Hugh Marlow wrote:", f"“{SEA_EN}.”"], f"{SEA_EN}.", HM),
]


@pytest.mark.parametrize(("kind", "language", "paragraphs", "words", "speaker"), PLACES)
def test_quotes_outside_of_paragraphs(kind, language, paragraphs, words, speaker):
    kinds = (*["paragraph"] * (len(paragraphs) - 1), kind)
    assert quotes(enrich(article(*paragraphs, language=language, kinds=kinds))) == [
        (words, speaker)
    ]


@pytest.mark.xfail(strict=True, reason="a block without marks may as well be a summary or a poem")
def test_a_block_quotation_without_marks_is_words_of_who_is_told_to_write_it():
    blocks = article("Claire Vasseur a écrit :", f"{SEA_FR}.", kinds=("paragraph", "quotation"))
    assert quotes(enrich(blocks)) == [(f"{SEA_FR}.", CV)]


@pytest.mark.xfail(strict=True, reason="few verbs that are no verbs of speech are known as such")
def test_a_clause_with_an_unlisted_verb_is_direct():
    (quote,) = read(f"« {SEA_FR} », dit Claire Vasseur.").quotes
    assert quote.kind == "direct"


REPORTED = [
    ("selon", "fr", "Selon Claire Vasseur, la digue tiendra.", CV),
    ("d'après", "fr", "D'après Claire Vasseur, la digue tiendra.", CV),
    ("a affirmé que", "fr", "Claire Vasseur a affirmé que la digue tiendrait.", CV),
    ("said that", "en", "Hugh Marlow said that the dyke would hold.", HM),
    ("according to", "en", "The dyke will hold, according to Hugh Marlow.", HM),
]


@pytest.mark.parametrize(
    ("language", "text", "speaker"), [r[1:] for r in REPORTED], ids=[r[0] for r in REPORTED]
)
def test_indirect_speech(language, text, speaker):
    ((words, who),) = reported(read(text, language=language))
    assert who == speaker
    assert "digue" in words or "dyke" in words


@pytest.mark.parametrize(
    ("language", "text", "words"),
    [
        ("es", "«El mar sube demasiado rápido aquí», dijo Lucía Ferrán.",
         "El mar sube demasiado rápido aquí"),
        ("de", "„Das Meer steigt hier viel zu schnell“, sagte Jonas Weber.",
         "Das Meer steigt hier viel zu schnell"),
        ("it", "«Il mare sale troppo in fretta qui», ha detto Giulia Rossi.",
         "Il mare sale troppo in fretta qui"),
    ],
)  # fmt: skip
def test_direct_quotes_in_other_languages(language, text, words):
    assert [said for said, _ in quotes(read(text, language=language))] == [words]


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("es", "Ayer habló Lucía Fernández en Cádiz.", "Lucía Fernández"),
        ("de", "Gestern sprach Jonas Weber in Kiel.", "Jonas Weber"),
        ("it", "Ieri ha parlato Giulia Rossi a Bari.", "Giulia Rossi"),
    ],
)
def test_full_names_in_other_languages(language, text, name):
    assert list(people(read(text, language=language))) == [name]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ja", "「海は速く上がっている」と山田は言った。"),
        ("zh", "王伟说：“海水上涨得太快了。”"),
        ("ru", "«Море поднимается слишком быстро», — сказал Иван Петров."),
        ("el", "«Η θάλασσα ανεβαίνει πολύ γρήγορα», είπε η Μαρία Παππά."),
        ("ar", "قالت ليلى حداد: «البحر يرتفع بسرعة كبيرة هنا»."),
    ],
)
def test_other_scripts_give_nobody_rather_than_somebody_wrong(language, text):
    found = read(text, language=language)
    assert people(found) == {}
    assert all(speaker is None for _, speaker in quotes(found))
