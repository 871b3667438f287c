"""Why something could not be had is told in French, whichever layer found out."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from words.catalogue import REASONS

from tui import words
from tui.reasons import worded

ROOT = Path(__file__).parent.parent.parent
LOWER = ("source", "parse", "fetch", "library")


@pytest.fixture(autouse=True)
def in_french() -> Iterator[None]:
    words.speak("fr")
    yield
    words.speak("en")


def put_together() -> Iterator[str]:
    """Yield the reasons of the lower layers that have something in them, 7 for each of it."""
    raised = {**REASONS, "LibraryError": 0}
    for layer in LOWER:
        for path in sorted((ROOT / "tui" / layer).rglob("*.py")):
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
                    for told in node.args[raised.get(node.func.id, 9) :][:1]:
                        if isinstance(told, ast.JoinedStr):
                            yield "".join(
                                str(part.value) if isinstance(part, ast.Constant) else "7"
                                for part in told.values
                            )


@pytest.mark.parametrize("reason", sorted(set(put_together())))
def test_every_reason_with_something_in_it_is_known(reason: str):
    if set(reason) <= set("7:; "):
        pytest.skip("made of other reasons")
    assert worded(reason) != reason, "put it into tui/reasons.py"


@pytest.mark.parametrize(
    ("english", "french"),
    [
        ("larger than the limit of 32 MiB", "plus gros que la limite de 32 Mio"),
        ("more than 10,000 feeds", "plus de 10\u202f000 flux"),
        ("/news/a.db: damaged", "/news/a.db\u202f: abîmée"),
        ("/news: a/b: not a file", "/news: a/b\u202f: pas un fichier"),
        ("/a.md: Permission denied", "/a.md\u202f: accès refusé"),
        ("its server answers 404: not found", "son serveur répond 404\u202f: introuvable"),
        (
            "a redirect to an address that is not fetched: not an address",
            "une redirection vers une adresse qui n’est pas téléchargée\u202f: pas une adresse",
        ),
        (
            "Kobo: 2 addresses and no article; 7",
            "Kobo\u202f: 2 adresses et aucun article\u202f; 7",
        ),
    ],
)
def test_a_reason_is_told_with_what_it_is_about(english: str, french: str):
    assert worded(english) == french
    words.speak("en")
    assert worded(english) == english


@pytest.mark.parametrize("theirs", ["", "Quit", "can't be read: Quit", "/Quit: Help", "{0}: {1}"])
def test_words_of_others_stay_theirs(theirs: str):
    assert worded(f"/a: {theirs}").endswith(theirs.rpartition(": ")[2])


@given(st.text(max_size=80))
def test_whatever_a_reason_is_about_stays_in_front_of_it(text: str):
    words.speak("fr")
    assert worded(f"{text}/a.db: damaged") == f"{text}/a.db\u202f: abîmée"


def test_what_is_too_long_to_be_ours_is_not_looked_at():
    long = "can't be read: " + ": " * 100_000
    assert worded(long) == long
