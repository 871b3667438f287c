"""Speech that is reported in the writer's own words: which words they are, and whose."""

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.enrich.reading import article, people, quotes, read, reported
from tui.enrich import enrich

ANNE, ANNA = "Anne Ledoux", "Anna Holt"

FRENCH = [
    ("selon", "Selon Anne Ledoux, le pont fermera lundi.", ["le pont fermera lundi"]),
    ("d’après", "D’après Anne Ledoux, le pont fermera lundi.", ["le pont fermera lundi"]),
    (
        "selon, with a post behind the name",
        "Selon Anne Ledoux, maire de Brantes, le pont fermera lundi.",
        ["le pont fermera lundi"],
    ),
    ("selon at the end", "Le pont fermera lundi, selon Anne Ledoux.", ["Le pont fermera lundi"]),
    (
        "que",
        "Anne Ledoux a affirmé que le pont fermera lundi.",
        ["le pont fermera lundi"],
    ),
    (
        "when, where and to whom it was said",
        "Anne Ledoux a expliqué mardi, devant la presse, que le pont fermera lundi.",
        ["le pont fermera lundi"],
    ),
    ("faire savoir", "Anne Ledoux a fait savoir qu’elle part demain.", ["elle part demain"]),
    (
        "an infinitive",
        "Anne Ledoux affirme ne pas avoir vu la fissure du pont.",
        ["ne pas avoir vu la fissure du pont"],
    ),
    ("vouloir", "Anne Ledoux a dit vouloir vendre la digue.", ["vouloir vendre la digue"]),
    (
        "et que",
        "Anne Ledoux assure que le pont est vieux et que la ville paiera.",
        ["le pont est vieux et que la ville paiera"],
    ),
    (
        "a participle goes on",
        "Anne Ledoux estime que le pont est vieux, ajoutant que rien ne presse.",
        ["le pont est vieux", "rien ne presse"],
    ),
    (
        "another verb goes on",
        "Anne Ledoux estime que le pont est vieux et a promis une fête.",
        ["le pont est vieux"],
    ),
    (
        "what she did next is no speech",
        "Anne Ledoux a dit que le pont est vieux, avant de quitter la salle.",
        ["le pont est vieux"],
    ),
    ("the verb behind", "Le pont est vieux, explique Anne Ledoux.", ["Le pont est vieux"]),
    (
        "an infinitive that leaves it said",
        "Anne Ledoux tient à rappeler que le pont est vieux.",
        ["le pont est vieux"],
    ),
    (
        "a clause beside the main one",
        "Alors que, dans un entretien, Anne Ledoux a dit que la digue tiendra, elle a démissionné.",
        ["la digue tiendra"],
    ),
]
ENGLISH = [
    ("that", "Anna Holt said that the bridge was old.", ["the bridge was old"]),
    ("without that", "Anna Holt said the bridge was old.", ["the bridge was old"]),
    ("when it was said", "Anna Holt said Tuesday that it was old.", ["it was old"]),
    ("told", "Anna Holt told reporters the bridge was old.", ["the bridge was old"]),
    ("told a paper", "Anna Holt told The Brantes Post that all is well.", ["all is well"]),
    ("according to", "According to Anna Holt, the bridge is old.", ["the bridge is old"]),
    (
        "according to at the end",
        "The bridge is old, according to Anna Holt.",
        ["The bridge is old"],
    ),
    ("the verb behind", "The bridge is old, Anna Holt said.", ["The bridge is old"]),
    (
        "the verb behind, with a day",
        "The bridge is old, Anna Holt said on Tuesday.",
        ["The bridge is old"],
    ),
    ("inverted", "The bridge is old, said Anna Holt, the mayor.", ["The bridge is old"]),
    (
        "adding",
        "Anna Holt said the bridge was old, adding that nobody minds it.",
        ["the bridge was old", "nobody minds it"],
    ),
    (
        "another verb goes on",
        "Anna Holt noted that the bridge was old but warned that it would stay.",
        ["the bridge was old", "it would stay"],
    ),
    (
        "somebody else says something else",
        "Anna Holt said the bridge was old, and the rector said that all is well.",
        ["the bridge was old"],
    ),
    (
        "a clause beside the main one",
        "Though Anna Holt said the bridge was old, she crossed it.",
        ["the bridge was old"],
    ),
    ("a relative clause", "Anna Holt, who says the bridge is old, left.", ["the bridge is old"]),
]
NOTHING = [
    ("fr", "denied", "Anne Ledoux n’a pas dit que le pont est vieux."),
    ("fr", "asked", "Anne Ledoux a-t-elle dit que le pont est vieux ?"),
    ("fr", "conditional", "Anne Ledoux dirait que le pont est vieux."),
    ("fr", "hearsay", "Anne Ledoux aurait affirmé que le pont est vieux."),
    ("fr", "supposed", "Si Anne Ledoux dit que le pont est vieux, il fermera."),
    ("fr", "refused", "Anne Ledoux refuse de dire que le pont est vieux."),
    ("fr", "everybody", "On dit que le pont d’Anne Ledoux est vieux."),
    ("fr", "the author", "J’ai dit à Anne Ledoux que le pont est vieux."),
    ("fr", "to oneself", "Anne Ledoux se dit que le pont est vieux."),
    ("fr", "a passive", "Il est dit que le pont d’Anne Ledoux fermera."),
    ("fr", "a rule", "Selon le règlement, Anne Ledoux doit quitter la salle."),
    ("fr", "the weather", "Selon la météo, Anne Ledoux aura de la pluie."),
    ("fr", "a report", "Selon le rapport de la préfecture, Anne Ledoux a tort."),
    ("fr", "depending on", "Selon qu’Anne Ledoux vient ou non, le pont ouvrira."),
    ("fr", "an entourage", "Selon les proches d’Anne Ledoux, le pont fermera."),
    ("fr", "two people", "Selon Anne Ledoux et Marc Duval, le pont fermera."),
    ("fr", "several people", "Anne Ledoux et Marc Duval ont dit que le pont est vieux."),
    ("fr", "no inversion", "Anne Ledoux, élue hier, annonce la fermeture de la mairie."),
    ("fr", "words of somebody", "Selon les mots de la maire, Anne Ledoux, le pont fermera."),
    ("fr", "a relative clause", "Marc Duval suit la maire, qui se tait et dit que tout va bien."),
    ("fr", "what she did later", "Anne Ledoux l’a dit, avant d’avouer que le pont est vieux."),
    ("fr", "an object", "Anne Ledoux a annoncé la fermeture du pont que personne n’aimait."),
    ("fr", "a noun", "Anne Ledoux a annoncé l’ouverture du grand pont."),
    ("fr", "a comparison", "Anne Ledoux a dit plus que ce que le maire voulait."),
    (
        "fr",
        "the plural of another",
        "Marc Duval parle aux amis d’Anne Ledoux, qui ont dit que oui.",
    ),
    ("en", "denied", "Anna Holt did not say that the bridge was old."),
    ("en", "never", "Anna Holt never said the bridge was old."),
    ("en", "asked", "Did Anna Holt say that the bridge was old?"),
    ("en", "conditional", "Anna Holt would say that the bridge is old."),
    ("en", "supposed", "If Anna Holt says the bridge is old, it will close."),
    ("en", "said to be", "Anna Holt is said to have sold the old bridge."),
    ("en", "the author", "I said Anna Holt had sold the bridge."),
    ("en", "they", "They said Anna Holt had sold the bridge."),
    ("en", "told, not telling", "Anna Holt was told that the bridge was old."),
    ("en", "the lawyer", "Anna Holt’s lawyer said the bridge was old."),
    ("en", "several people", "Anna Holt and Tom Reyes said the bridge was old."),
    ("en", "two people", "According to Anna Holt and Tom Reyes, the bridge is old."),
    ("en", "an object", "Anna Holt said a few kind words about the bridge."),
    ("en", "a thing explained", "Anna Holt explained the rules that were in force."),
    ("en", "what she denies", "Anna Holt denied that the bridge was old."),
    ("en", "what she did", "The door had been open, Anna Holt replied quickly."),
    ("en", "as it was explained", "As Anna Holt explained it to me, tides come first."),
    ("en", "the writer, inverted", "Anna Holt stopped, said I, entering the old office."),
    ("en", "what came before", "Asked whether it had been safe, Anna Holt said, “It was.”"),
    ("en", "while", "“It is fine,” Anna Holt said as she closed the old gate."),
]


@pytest.mark.parametrize(
    ("sentence", "clauses"), [case[1:] for case in FRENCH], ids=[case[0] for case in FRENCH]
)
def test_french(sentence, clauses):
    assert reported(read(sentence)) == [(clause, ANNE) for clause in clauses]


@pytest.mark.parametrize(
    ("sentence", "clauses"), [case[1:] for case in ENGLISH], ids=[case[0] for case in ENGLISH]
)
def test_english(sentence, clauses):
    found = read(sentence, language="en")
    assert reported(found) == [(clause, ANNA) for clause in clauses]


@pytest.mark.parametrize(
    ("language", "sentence"),
    [(case[0], case[2]) for case in NOTHING],
    ids=[f"{case[0]}, {case[1]}" for case in NOTHING],
)
def test_what_nobody_is_sure_to_have_said(language, sentence):
    assert reported(read(sentence, language=language)) == []


def test_a_fragment_keeps_its_quote_inside_what_is_reported():
    found = read("Selon Anne Ledoux, la digue sera « ouverte à tous » dès lundi.")
    assert reported(found) == [("la digue sera « ouverte à tous » dès lundi", ANNE)]
    assert quotes(found) == [("ouverte à tous", ANNE)]
    assert [quote.kind for quote in found.quotes] == ["indirect", "fragment"]


def test_where_all_is_quoted_the_quote_says_it():
    assert reported(read("Anne Ledoux assure que « la digue sera ouverte à tous ».")) == []


def test_a_direct_quote_is_no_reported_speech():
    assert reported(read("« La digue sera ouverte », a dit Anne Ledoux mardi.")) == []


def test_a_pronoun_and_a_post_stand_for_who_bears_them():
    found = read(
        "Anne Ledoux, maire de Brantes, est venue. Elle a dit que le pont est vieux.",
        "La maire a assuré que la ville paiera.",
    )
    assert reported(found) == [("le pont est vieux", ANNE), ("la ville paiera", ANNE)]
    sure = [quote.confidence for quote in found.quotes]
    assert all(0.5 < confidence < 0.9 for confidence in sure)


@pytest.mark.parametrize(
    "sentence",
    [
        "La préfecture a indiqué que trois cents personnes ont défilé.",
        "Selon la préfecture, trois cents personnes ont défilé.",
        "Un pompier raconte que trois cents personnes ont défilé.",
    ],
)
def test_a_body_or_a_post_speaks_without_a_name(sentence):
    found = read(sentence)
    assert reported(found) == [("trois cents personnes ont défilé", None)]
    assert found.quotes[0].confidence == 0


def test_the_rule_and_the_cue_are_told():
    for sentence, rule, cue in (
        ("Anna Holt said the bridge was old.", "clause behind cue", "said"),
        ("The bridge is old, Anna Holt said.", "clause before cue", "said"),
        ("According to Anna Holt, the bridge is old.", "source of a clause", "According to"),
    ):
        found = read(sentence, language="en")
        (quote,) = found.quotes
        assert quote.rule == rule
        assert found.text[quote.cue.start : quote.cue.end] == cue


def test_reported_speech_changes_no_person():
    sentence = "Selon Anne Ledoux, Marc Duval a dit que le pont est vieux."
    assert people(read(sentence)) == {"Anne Ledoux": ["Anne Ledoux"], "Marc Duval": ["Marc Duval"]}


_WORDS = re.findall(
    r"\S+",
    "Anna Holt Anne Ledoux said says told that the bridge is was old , . ? and according to he she"
    " who Though “ ” « » selon la maire a dit que qu’elle affirme avoir et n’a pas ajoutant"
    " explique -t-il : ; while if reporters Tuesday in",
)
_PIECES = st.lists(st.sampled_from(_WORDS), max_size=40)


@given(_PIECES, st.sampled_from(["fr", "en"]))
def test_reported_speech_lies_in_its_text_apart_from_its_cue_and_from_other_reports(words, lang):
    found = enrich(article(" ".join(words) or "x", language=lang))
    spans = [quote for quote in found.quotes if quote.kind == "indirect"]
    for quote in spans:
        assert 0 <= quote.start < quote.end <= len(found.text)
        said = found.text[quote.start : quote.end]
        assert said == said.strip()
        assert quote.cue.end <= quote.start or quote.cue.start >= quote.end
    assert all(one.end <= other.start for one, other in pairwise(spans))
    starts = [(quote.start, -quote.end) for quote in found.quotes]
    assert starts == sorted(starts)
