"""The language tables of the engine, read from `data/*.txt` on first use.

Open classes stand in those files, each with its source at its head, and the code knows only the
names of the sections; a closed class of a few words may stand beside the rule that needs it.
A table is immutable and shared; nothing is read at import.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import Literal

from tui.enrich.folding import fold, lower
from tui.enrich.inflection import VerbForm, english_forms, french_forms, marked_form
from tui.enrich.reporting import Reporting, reporting_words

Gender = Literal["m", "f", "u"]
Language = Literal["fr", "en"]
_DATA = Path(__file__).parent / "data"
_NAME_FILES = ("names_faker.txt", "names_dicollecte.txt", "names_wordnet.txt")
"""Lists made from free ones, each with its source and licence at its head; folded already."""
_NO_LISTED_NAMES = (
    "particle",
    "place",
    "organisation",
    "no_person_token",
    "before_no_person",
    "eponym",
)
"""Sections of words that the long lists may not make given names."""
_GENDERS: Mapping[str, Gender] = {"m": "m", "f": "f"}


@dataclass(frozen=True, slots=True)
class Cue:
    """What a cue verb form may do in a sentence."""

    form: VerbForm
    weak: bool
    """Only words quoted after it count: "qualifier de", "promise"."""
    inverted: bool
    """Its subject may follow it: "said Smith", "explique Mme Roy"."""


@dataclass(frozen=True, slots=True)
class Grammar:
    """The closed word classes and cue verbs of one language, or of both together."""

    titles: Mapping[str, Gender]
    roles: Mapping[str, Gender]
    role_modifiers: frozenset[str]
    cues: Mapping[str, Cue]
    noun_like: frozenset[str]
    """Cue forms that are also nouns: "claims", "note"."""
    attribution_prepositions: tuple[tuple[str, ...], ...]
    pronouns: Mapping[str, Gender]
    other_pronouns: frozenset[str]
    auxiliaries: frozenset[str]
    be: frozenset[str]
    skipped: frozenset[str]
    determiners: frozenset[str]
    prepositions: frozenset[str]
    conjunctions: frozenset[str]
    relatives: frozenset[str]
    work_nouns: frozenset[str]
    quoted_subjects: frozenset[str]
    quoted_verbs: frozenset[str]
    name_followers: frozenset[str]
    clitics: frozenset[str]
    """Pronouns that may stand between a quote and its inverted verb: "lui a-t-il dit"."""
    own_determiners: frozenset[str]
    incise_endings: tuple[str, ...]
    """Endings of a finite verb between a quote and its inverted subject; none where the language
    does not invert every verb there."""
    incise_participles: tuple[str, ...]
    phrase_verbs: frozenset[str]
    phrase_nouns: frozenset[str]
    """What such a verb takes in front of quoted words: used the phrase "…"."""
    documents: frozenset[str]
    """What a person writes and speaks through: "her statement read"."""
    adverb_endings: tuple[str, ...]
    common_roles: frozenset[str]
    """Roles that many hold: "the resident" can only be one who was spoken of."""
    manner_nouns: frozenset[str]
    """What a speaker shows while speaking: ", la voix blanche"."""
    manner_participles: frozenset[str]
    """How or where a speaker is: ", joint par téléphone"."""
    read_aloud: frozenset[str]
    """What can be read aloud: the words of who wrote it."""
    no_agent: frozenset[str]
    """Passives whose agent does something else than speak: "lancé par", "posted by"."""
    incise_verbs: frozenset[str]
    """Finite verbs that report only between quoted words and their subject: "souffle Roy"."""
    voices: Mapping[str, Gender]
    """Further nouns for who may speak without a name, persons, bodies and papers; folded."""
    sayings: frozenset[str]
    """Nouns for what is said, whose complement speaks: "réponse de Roy : « … »"."""
    impersonal: frozenset[str]
    """Verbs whose "il" is nobody: "il faut"."""
    gerund_endings: tuple[str, ...]
    """Endings of a present participle behind an attribution: ", provoquant les rires"."""
    demonym_endings: tuple[str, ...]
    """Endings of a noun with a capital for where somebody is from: "le Flamand"."""
    gestures: frozenset[str]
    """Verbs of gesture and mien, after which bare speech is the same person's."""
    asking: frozenset[str]
    """Forms of asking behind "on lui"."""
    after_faire: frozenset[str]
    """Infinitives that report behind "faire": "fait valoir"."""
    source_pronouns: Mapping[str, Gender]
    """Pronouns behind a source preposition: "selon lui"."""
    trades: Mapping[str, Gender]
    """Nouns that with a definite article mean a person already spoken of: "la biologiste"."""
    person_endings: tuple[str, ...]
    broader: Mapping[str, tuple[str, ...]]
    """From a post to the wider nouns for its holder, folded: "maire" → "élu"."""
    title_posts: Mapping[str, tuple[str, ...]]
    """From a title to the posts of who bears it, folded: "me" → "avocat"."""
    reporting: Reporting

    @property
    def goes_on_in_lower_case(self) -> bool:
        """Whether words quoted in mid-sentence start small unless they are a name: French."""
        return bool(self.incise_endings)


@dataclass(frozen=True, slots=True)
class Names:
    """What capitalised words usually are."""

    given: Mapping[str, Gender]
    """Given names, folded."""
    ambiguous_given: frozenset[str]
    """Those of them that are also places or ordinary words."""
    listed_given: frozenset[str]
    """Those that only the long lists have; they are rarer, and more of them are surnames."""
    letters: bool
    """Whether the letters of unknown names count (see `name_model`)."""
    known: frozenset[str]
    """People of the past that one word names: "Voltaire"."""
    organisation: frozenset[str]
    place: frozenset[str]
    before_no_person: frozenset[str]
    after_no_person: frozenset[str]
    particles: frozenset[str]
    surname_first: frozenset[str]
    common: frozenset[str]
    """Common nouns that headlines and bodies write with a capital."""
    company_tail: frozenset[str]
    saint: frozenset[str]
    credit: frozenset[str]
    noble_title: frozenset[str]
    since: frozenset[str]
    given_title: frozenset[str]
    epithet: frozenset[str]
    """What rulers and authors are called behind an article: "le Grand"."""
    towards: frozenset[str]
    """Words in front of "à" or "to" and a person: "grâce à X"."""
    kin: frozenset[str]
    """Nouns in front of "de" or "of" and nobody but a person: "la veuve de X"."""
    agent: frozenset[str]
    """Words that mostly have a person behind them: "par", "against"."""
    belonging: frozenset[str]
    """Nouns in front of "de" or "of" and a person: "la mort de X"."""
    place_noun: frozenset[str]
    """Nouns in front of "de" or "of" and a place: "la mer de X"."""
    place_lead: frozenset[str]
    """First words of places' names in other languages: "Los", "Buenos"."""
    stop: frozenset[str]
    """Words that are capitalised only because a sentence starts with them."""


def _table(file: str) -> str:
    return (_DATA / file).read_text(encoding="utf-8")


@lru_cache(maxsize=8)
def _sections(file: str) -> Mapping[str, tuple[str, ...]]:
    text = _table(file)
    found: dict[str, list[str]] = {}
    words: list[str] = []
    for line in text.splitlines():
        if line.startswith("["):
            words = found.setdefault(line.strip("[]").split()[0], [])
        elif not line.startswith("#"):
            words.extend(line.split())
    return {name: tuple(section) for name, section in found.items()}


def _gendered(words: Iterable[str]) -> dict[str, Gender]:
    pairs = (word.rpartition(":") for word in words)
    return {lower(word): _GENDERS.get(mark, "u") for word, _, mark in pairs}


def _cues(sections: Mapping[str, tuple[str, ...]], language: Language) -> dict[str, Cue]:
    inflect = english_forms if language == "en" else french_forms
    irregular: dict[str, tuple[str, ...]] = {}
    for entry in sections.get("cue_irregular", ()):
        lemma, _, forms = entry.partition(":")
        irregular[lemma] = tuple(forms.split(","))
    fixed = frozenset(sections.get("cue_not_inverted", ()))
    weak_extra = frozenset(sections.get("cue_weak_extra", ()))
    cues: dict[str, Cue] = {}
    for section, weak in (("cue_weak", True), ("cue_say", False)):
        for lemma in sections[section]:
            for word, form in inflect(lemma, irregular.get(lemma)):
                cues[word] = Cue(form, weak, word not in fixed)
    for entry in sections.get("cue_forms", ()):
        word, form = marked_form(entry)
        cues[word] = Cue(form, word in weak_extra, word not in fixed)
    for lemma, listed in irregular.items():
        if lemma not in sections["cue_weak"] and lemma not in sections["cue_say"]:
            for word, form in inflect(lemma, listed):
                cues[word] = Cue(form, weak=False, inverted=word not in fixed)
    return cues


def _listed(entries: Iterable[str]) -> dict[str, tuple[str, ...]]:
    pairs = (entry.partition(":") for entry in entries)
    return {lower(word): tuple(fold(w) for w in others.split(",")) for word, _, others in pairs}


def _reversed(table: Mapping[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
    turned: dict[str, tuple[str, ...]] = {}
    for wide, narrow in table.items():
        for word in narrow:
            turned[word] = (*turned.get(word, ()), fold(wide))
    return turned


def _titles(language: Language) -> dict[str, Gender]:
    """Return the titles of a language, and those of the others that are no words of it."""
    abroad = _sections("words_en.txt" if language == "fr" else "words_fr.txt")
    foreign = _gendered(abroad["title"])
    for word in abroad["title_at_home"]:
        foreign.pop(word, None)
    return foreign | _gendered(_sections(f"words_{language}.txt")["title"])


@lru_cache(maxsize=4)
def _language_grammar(language: Language) -> Grammar:
    sections = _sections(f"words_{language}.txt")

    def words(name: str) -> frozenset[str]:
        return frozenset(lower(word) for word in sections[name])

    prepositions = (tuple(p.split("_")) for p in sections["attribution_preposition"])
    return Grammar(
        titles=_titles(language),
        roles=_gendered(sections["role"]),
        role_modifiers=words("role_modifier"),
        cues=_cues(sections, language),
        noun_like=words("noun_like"),
        attribution_prepositions=tuple(prepositions),
        pronouns=_gendered(sections["pronoun"]),
        other_pronouns=words("pronoun_other"),
        auxiliaries=words("auxiliary"),
        be=words("be"),
        skipped=words("skip"),
        determiners=words("determiner"),
        prepositions=words("preposition"),
        conjunctions=words("conjunction"),
        relatives=words("relative"),
        work_nouns=words("work_noun"),
        quoted_subjects=words("subject_pronouns_in_quote"),
        quoted_verbs=words("quote_verbs"),
        name_followers=words("name_follower"),
        clitics=words("clitic"),
        own_determiners=words("own_determiner"),
        incise_endings=sections["incise_ending"],
        incise_participles=sections["incise_participle"],
        phrase_verbs=words("phrase_verb"),
        phrase_nouns=words("phrase_noun"),
        documents=words("document"),
        adverb_endings=sections["adverb_ending"],
        common_roles=words("common_role"),
        manner_nouns=words("manner_noun"),
        manner_participles=words("manner_participle"),
        read_aloud=words("read_aloud"),
        no_agent=words("no_agent"),
        incise_verbs=words("incise_verb"),
        voices={fold(word): g for word, g in _gendered(sections["voice"]).items()},
        sayings=words("saying"),
        impersonal=words("impersonal"),
        gerund_endings=sections["gerund_ending"],
        demonym_endings=sections["demonym_ending"],
        gestures=words("gesture"),
        asking=words("asking"),
        after_faire=words("after_faire"),
        source_pronouns=_gendered(sections["source_pronoun"]),
        trades=_gendered(sections["trade"]),
        person_endings=sections["person_ending"],
        broader=_reversed(_listed(sections["broader"])),
        title_posts=_listed(sections["post_of_title"]),
        reporting=reporting_words(sections, english=language == "en"),
    )


@lru_cache(maxsize=4)
def grammar(language: str) -> Grammar:
    """Return the tables of `language` ("fr" or "en"); of English for every other one."""
    return _language_grammar("fr" if language == "fr" else "en")


@lru_cache(maxsize=2)
def names(*, foreign: bool = False) -> Names:
    """Return the tables of proper names; they serve every language.

    A text that is `foreign`, neither French nor English, has other plain words and may write all
    its nouns with a capital: letters of names and people known by one word are left out.
    """
    if foreign:
        return replace(names(), known=frozenset(), letters=False)
    own, ambiguous = _given_names()
    sections = _sections("capitals.txt")

    def words(name: str) -> frozenset[str]:
        return frozenset(fold(word.rstrip("?")) for word in sections[name])

    stops = (
        word for code in ("fr", "en") for word in _sections(f"words_{code}.txt")["stop_capital"]
    )
    stop = frozenset(fold(word) for word in stops)
    other = stop.union(*(words(section) for section in _NO_LISTED_NAMES))
    given = {name: sex for name, sex in _listed_names().items() if name not in other} | own
    return Names(
        given=given,
        ambiguous_given=ambiguous,
        letters=True,
        listed_given=frozenset(given) - frozenset(own),
        known=(_known_people() - words("eponym")) | words("known_person"),
        organisation=words("organisation"),
        place=words("place"),
        before_no_person=words("before_no_person"),
        after_no_person=words("after_no_person"),
        particles=words("particle"),
        surname_first=words("given_first_surname"),
        common=words("no_person_token"),
        company_tail=words("company_tail"),
        saint=words("saint"),
        credit=words("credit"),
        noble_title=words("noble_title"),
        since=words("since"),
        given_title=words("given_title"),
        epithet=words("epithet"),
        towards=words("towards"),
        kin=words("kin"),
        agent=words("agent"),
        belonging=words("belonging"),
        place_noun=words("place_noun"),
        place_lead=words("place_lead"),
        stop=stop,
    )


def _given_names() -> tuple[dict[str, Gender], frozenset[str]]:
    text = _table("given_names.txt")
    given: dict[str, Gender] = {}
    ambiguous: set[str] = set()
    for line in text.splitlines():
        mark, _, rest = line.partition(" ")
        if mark == "#":
            continue
        for word in rest.split():
            name = fold(word.rstrip("?"))
            gender = _GENDERS.get(mark, "u")
            given[name] = gender if given.get(name, gender) == gender else "u"
            if word.endswith("?"):
                ambiguous.add(name)
    return given, frozenset(ambiguous)


def _listed_names() -> dict[str, Gender]:
    return {
        name: gender
        for file in _NAME_FILES
        for gender in ("m", "f", "u")
        for name in _sections(file)[f"given_{gender}"]
    }


def _known_people() -> frozenset[str]:
    return frozenset(name for file in _NAME_FILES for name in _sections(file)["known"])
