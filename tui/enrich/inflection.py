"""Forms of cue verbs made from their lemmas, so that the tables list each verb once.

English: third person, past, participle. French: the regular first group (-er) in the tenses news
writing reports speech in, with its spelling changes (c/ç, g/ge, é/è, y/i). Irregular verbs stand in
the tables form by form. The endings are general knowledge.
"""

from typing import Literal

VerbForm = Literal["finite", "past", "participle", "infinitive", "gerund"]
"""past: English simple past or participle, which look alike; gerund: "saying", "affirmant"."""

_MARKS: dict[str, VerbForm] = {"p": "participle", "i": "infinitive", "g": "gerund"}
_VOWELS = "aeiou"
_DOUBLED = frozenset({"quip", "dub", "slam", "admit", "refer", "blog"})


def english_forms(
    lemma: str, irregular: tuple[str, ...] | None
) -> tuple[tuple[str, VerbForm], ...]:
    """Return the forms of an English verb; `irregular` is third person, past, participle, -ing."""
    if irregular:
        third, past, participle, gerund = irregular
        return (
            (lemma, "infinitive"),
            (third, "finite"),
            (participle, "past"),
            (past, "past"),
            (gerund, "gerund"),
        )
    if lemma.endswith("y") and lemma[-2] not in _VOWELS:
        return (
            (lemma, "infinitive"),
            (lemma[:-1] + "ies", "finite"),
            (lemma[:-1] + "ied", "past"),
            (lemma + "ing", "gerund"),
        )
    stem = lemma.removesuffix("e")
    third = lemma + ("es" if lemma.endswith(("s", "sh", "ch", "x")) else "s")
    return (
        (lemma, "infinitive"),
        (third, "finite"),
        (stem + "ed", "past"),
        (stem + "ing", "gerund"),
    )


def french_forms(lemma: str, irregular: tuple[str, ...] | None) -> tuple[tuple[str, VerbForm], ...]:
    """Return the forms of a French verb in -er that news uses; a leading "s'" is dropped."""
    del irregular
    stem = lemma.removeprefix("s'").removesuffix("er")
    hard = _before_a(stem)
    mute = _before_mute_e(stem)
    return (
        (stem + "er", "infinitive"),
        *((mute + end, "finite") for end in _mute_endings(stem)),
        *((hard + end, "finite") for end in ("ait", "aient", "a")),
        (stem + "èrent", "finite"),
        *((future + end, "finite") for future in {stem, mute} for end in ("era", "eront", "erait")),
        (hard + "ant", "gerund"),
        *((stem + end, "participle") for end in ("é", "ée", "és", "ées")),
    )


def _mute_endings(stem: str) -> tuple[str, ...]:
    return ("e", "ent") if not stem.endswith("pel") else ("le", "lent")


def _before_a(stem: str) -> str:
    if stem.endswith("g"):
        return stem + "e"
    return stem[:-1] + "ç" if stem.endswith("c") else stem


def _before_mute_e(stem: str) -> str:
    if stem.endswith(("oy", "uy")):
        return stem[:-1] + "i"
    for at in (-2, -3):
        if len(stem) >= -at and stem[at] in "éèe" and stem[at + 1 :].isalpha():
            closing = stem[at + 1 :]
            if (len(closing) == 1 or closing in ("gu", "gr", "tr", "br", "ch")) and not (
                stem.endswith("pel")
            ):
                return stem[:at] + "è" + closing
    return stem


def marked_form(entry: str) -> tuple[str, VerbForm]:
    """Read a table entry such as "dit" (finite) or "écrire:i" (infinitive)."""
    word, _, mark = entry.partition(":")
    return word.replace("_", " ").removeprefix("s'"), _MARKS.get(mark, "finite")
