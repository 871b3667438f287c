"""Each phenomenon of names and quotes once, by its name: the first place to look for what is held.

Finer cases stand in `test_people`, `test_namesakes`, `test_quotes`, `test_scanner`, `test_indirect`
and the tests of French and English speakers.
"""

import pytest

from tests.enrich.reading import people, quotes, read, reported

NAMES = [
    ("full name to bare surname", "fr", "Claire Vasseur parle. Vasseur sort.",
     {"Claire Vasseur": ["Claire Vasseur", "Vasseur"]}),
    ("full name to bare surname", "en", "Hugh Marlow spoke. Marlow left.",
     {"Hugh Marlow": ["Hugh Marlow", "Marlow"]}),
    ("first name where the text uses it, in sport", "fr",
     "Antoine Kervran a marqué. « On a bien joué ce soir », a dit Antoine.",
     {"Antoine Kervran": ["Antoine Kervran", "Antoine"]}),
    ("first name where the text uses it, of the young", "en",
     "Emma Fenn, 11, plays the drum. Emma practises at night.",
     {"Emma Fenn": ["Emma Fenn", "Emma"]}),
    ("initials", "fr", "J.-P. Brunel écrit. Jean-Pierre Brunel signe.",
     {"Jean-Pierre Brunel": ["J.-P. Brunel", "Jean-Pierre Brunel"]}),
    ("initials", "en", "R. J. Fenn wrote. Fenn signed.", {"R. J. Fenn": ["R. J. Fenn", "Fenn"]}),
    ("M., Mme, Me, Dr, Mgr", "fr",
     "M. Ollier, Mme Garrec, Me Salvat, le Dr Cordier et Mgr Destour sont là.",
     {n: [n] for n in ("Ollier", "Garrec", "Salvat", "Cordier", "Destour")}),
    ("Mgr before a full name with a particle", "fr", "Mgr Evrard de Fontanges a béni le pont.",
     {"Evrard de Fontanges": ["Evrard de Fontanges"]}),
    ("Sir, Lady, President", "en",
     "Sir Alan Marlow met Lady Fenn and President Okoro in Ely.",
     {"Alan Marlow": ["Alan Marlow"], "Fenn": ["Fenn"], "Okoro": ["Okoro"]}),
    ("particles de, d', du", "fr",
     "Anne de Kerval, Louis d'Artan et Paul du Breuil ont signé.",
     {n: [n] for n in ("Anne de Kerval", "Louis d'Artan", "Paul du Breuil")}),
    ("particles von der, van, ben, al-, El", "en",
     "Karl von der Heide met Jan van Hoeve, Omar ben Salah, Nadia al-Hakim and Karim El Fassi.",
     {n: [n] for n in ("Karl von der Heide", "Jan van Hoeve", "Omar ben Salah", "Nadia al-Hakim",
                       "Karim El Fassi")}),
    ("Mac and O'", "en", "Fiona MacLeish and Sean O'Garran came. MacLeish left, O'Garran stayed.",
     {"Fiona MacLeish": ["Fiona MacLeish", "MacLeish"],
      "Sean O'Garran": ["Sean O'Garran", "O'Garran"]}),
    ("hyphens", "fr", "Marie-Laure Petit-Jean chante. Petit-Jean danse.",
     {"Marie-Laure Petit-Jean": ["Marie-Laure Petit-Jean", "Petit-Jean"]}),
    ("accents lost or varying", "fr", "Eric Morvan arrive. Éric Morvan repart.",
     {"Éric Morvan": ["Eric Morvan", "Éric Morvan"]}),
    ("capitals", "fr", "CLAIRE VASSEUR a gagné. Claire Vasseur a souri.",
     {"Claire Vasseur": ["CLAIRE VASSEUR", "Claire Vasseur"]}),
    ("possessives", "en", "Hugh Marlow's boat sank. Marlow's dog swam.",
     {"Hugh Marlow": ["Hugh Marlow", "Marlow"]}),
    ("elisions", "fr", "Le bateau d'Éric Morvan, l'ami qu'Anne Ledoux attend.",
     {"Éric Morvan": ["Éric Morvan"], "Anne Ledoux": ["Anne Ledoux"]}),
    ("an acronym behind an elision", "fr", "Le patron de l'IA Samuel Aubry est venu.",
     {"Samuel Aubry": ["Samuel Aubry"]}),
    ("lists", "fr", "Claire Vasseur, Jean Roy et Anne Ledoux sont élus.",
     {n: [n] for n in ("Claire Vasseur", "Jean Roy", "Anne Ledoux")}),
    ("lists", "en", "Hugh Marlow, Ida Fenn, and Tom Orr were elected.",
     {n: [n] for n in ("Hugh Marlow", "Ida Fenn", "Tom Orr")}),
    ("family pairs", "fr", "Paul et Anne Dubreuil tiennent la ferme. Anne Dubreuil trait.",
     {"Paul": ["Paul"], "Anne Dubreuil": ["Anne Dubreuil", "Anne Dubreuil"]}),
    ("two people with one surname", "fr",
     "Paul Darmont et Lucie Darmont sont là. Lucie Darmont parle.",
     {"Paul Darmont": ["Paul Darmont"], "Lucie Darmont": ["Lucie Darmont", "Lucie Darmont"]}),
    ("a bare surname that fits two", "en", "Hugh Marlow met Dora Marlow. Marlow said no.",
     {"Hugh Marlow": ["Hugh Marlow"], "Dora Marlow": ["Dora Marlow"]}),
    ("streets, prizes, laws", "fr",
     "La rue Jean-Moulin, le prix Louis-Delluc et la loi Veil n'ont pas bougé.", {}),
    ("foundations, companies, brands", "en",
     "The Marlow Foundation, Fenn & Sons and the Ford Fiesta did well.", {}),
    ("an administration named after somebody", "fr", "L'administration Trump a refusé.", {}),
]  # fmt: skip


@pytest.mark.parametrize(
    ("language", "text", "found"), [n[1:] for n in NAMES], ids=[f"{n[0]}-{n[1]}" for n in NAMES]
)
def test_names(language, text, found):
    assert people(read(text, language=language)) == found


def test_roles_stand_with_the_place_where_the_text_tells_them():
    (found,) = read("Claire Vasseur, maire de Sète, est venue. La maire a souri.").people
    assert found.roles == ("maire de Sète",)


CR, HM = "Claire Vasseur", "Hugh Marlow"
QUOTES = [
    ("« »", "fr", "« La mer monte trop vite ici », dit Claire Vasseur.",
     [("La mer monte trop vite ici", CR)]),
    ("“ ”", "en", "“The sea is rising too fast,” said Hugh Marlow.",
     [("The sea is rising too fast,", HM)]),
    ("straight marks", "en", '"The sea is rising too fast," Hugh Marlow said.',
     [("The sea is rising too fast,", HM)]),
    ("‹ ›", "fr", "‹ La mer monte trop vite ici ›, dit Claire Vasseur.",
     [("La mer monte trop vite ici", CR)]),
    ("„ “", "fr", "„La mer monte trop vite ici“, dit Claire Vasseur.",
     [("La mer monte trop vite ici", CR)]),
    ("‘ ’", "en", "‘The sea is rising too fast,’ said Hugh Marlow.",
     [("The sea is rising too fast,", HM)]),
    ("nested", "fr", "« Il m'a dit “non” sans me regarder », raconte Claire Vasseur.",
     [("Il m'a dit “non” sans me regarder", CR)]),
    ("unbalanced", "fr", "« La mer monte trop vite ici, dit Claire Vasseur.",
     [("La mer monte trop vite ici", CR)]),
    ("interrupted with marks", "fr",
     "« La mer monte trop vite », dit Claire Vasseur, « et personne ne le voit. »",
     [("La mer monte trop vite", CR), ("et personne ne le voit.", CR)]),
    ("interrupted without marks", "fr",
     "« La mer monte, dit Claire Vasseur, et personne ne le voit. »",
     [("La mer monte", CR), ("et personne ne le voit.", CR)]),
    ("interrupted", "en", "“The sea,” said Hugh Marlow, “is rising too fast for us.”",
     [("The sea,", HM), ("is rising too fast for us.", HM)]),
    ("fragment", "fr", "Claire Vasseur a dénoncé « une faute grave ».",
     [("une faute grave", CR)]),
    ("cue before", "fr", "Claire Vasseur a déclaré : « La mer monte trop vite ici. »",
     [("La mer monte trop vite ici.", CR)]),
    ("cue inverted", "fr", "« La mer monte trop vite ici », a déclaré Claire Vasseur.",
     [("La mer monte trop vite ici", CR)]),
    ("participle", "fr", "Claire Vasseur est sortie, assurant que « la mer monte trop vite ici ».",
     [("la mer monte trop vite ici", CR)]),
    ("qualifier de", "fr", "Claire Vasseur a qualifié ce pont de « danger public ».",
     [("danger public", CR)]),
    ("selon", "fr", "Selon Claire Vasseur, « la mer monte trop vite ici ».",
     [("la mer monte trop vite ici", CR)]),
    ("told an agency", "en", "“The sea is rising too fast,” Hugh Marlow told Acme News.",
     [("The sea is rising too fast,", HM)]),
    ("pronoun with gender", "fr",
     "Claire Vasseur a croisé Jean Roy. « La mer monte trop vite ici », dit-elle.",
     [("La mer monte trop vite ici", CR)]),
    ("coordination", "fr", "Claire Vasseur est venue et a lancé : « La mer monte trop vite. »",
     [("La mer monte trop vite.", CR)]),
    ("cataphora: nobody yet", "fr",
     "Elle l'a dit hier : « La mer monte trop vite ici. » Puis Claire Vasseur est sortie.",
     [("La mer monte trop vite ici.", None)]),
    ("an organisation", "fr", "« La mer monte trop vite ici », indique la préfecture.",
     [("La mer monte trop vite ici", None)]),
    ("a document", "en", "“The sea is rising too fast,” the report says. Hugh Marlow read it.",
     [("The sea is rising too fast,", None)]),
    ("a description of nobody named", "fr",
     "« La mer monte trop vite ici », dit un voisin de Claire Vasseur.",
     [("La mer monte trop vite ici", None)]),
    ("title of a work", "fr", "Claire Vasseur a publié « La Mer et la Nuit » en mars.", []),
    ("scare quotes", "en", "The so-called “experts” left Hugh Marlow alone.", []),
    ("a term", "fr", "Claire Vasseur travaille sur la « vague scélérate ».", []),
    ("Spanish", "es", "«El mar sube demasiado rápido aquí», dijo Lucía Ferrán.", None),
    ("German", "de", "„Das Meer steigt hier viel zu schnell“, sagte Jonas Weber.", None),
    ("Italian", "it", "«Il mare sale troppo in fretta qui», ha detto Giulia Rossi.", None),
    ("another script", "ja", "「海は速く上がっている」と山田は言った。", None),
]  # fmt: skip


@pytest.mark.parametrize(
    ("language", "text", "found"), [q[1:] for q in QUOTES], ids=[f"{q[0]}-{q[1]}" for q in QUOTES]
)
def test_quotes(language, text, found):
    article = read(text, language=language)
    if found is None:
        words = text[1 : text.index(next(mark for mark in "»“」" if mark in text))]
        assert language == "ja" or [said for said, _ in quotes(article)] == [words]
    else:
        assert quotes(article) == found


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


PASSAGES = [
    ("several paragraphs with the mark repeated", "fr",
     ["« La mer monte trop vite ici, dit Claire Vasseur.", "« Personne ne le voit encore. »"], CR),
    ("memory over paragraphs", "en",
     ["“The sea is rising too fast,” said Hugh Marlow.", "“Nobody here has seen it yet.”"], HM),
    ("dash dialogue", "fr",
     ["– La mer monte trop vite ici, dit Claire Vasseur.", "– Personne ne le voit."], CR),
    ("a role resolved to its holder", "fr",
     ["La procureure Claire Vasseur est arrivée.",
      "« La mer monte trop vite ici », a déclaré la procureure."], CR),
]  # fmt: skip


@pytest.mark.parametrize(
    ("language", "paragraphs", "speaker"), [p[1:] for p in PASSAGES], ids=[p[0] for p in PASSAGES]
)
def test_over_paragraphs(language, paragraphs, speaker):
    found = quotes(read(*paragraphs, language=language))
    assert found[0][1] == speaker
    assert {who for _, who in found} <= {speaker, None}


REPORTED = [
    ("selon", "fr", "Selon Claire Vasseur, la digue tiendra.", CR),
    ("d'après", "fr", "D'après Claire Vasseur, la digue tiendra.", CR),
    ("a affirmé que", "fr", "Claire Vasseur a affirmé que la digue tiendrait.", CR),
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
