"""What is done to a document on its way into a library: parsed, gone over, made ready to store."""

from dataclasses import replace
from typing import TYPE_CHECKING

from tui.intake_pool import Imported, Result, read_document
from tui.library import ready

if TYPE_CHECKING:
    from tui.source import Document


def read_ready(document: "Document") -> list[Result]:
    """Parse and enrich one document, and work out what is stored of its articles."""
    from tui.enrich import engine

    found: list[Result] = []
    for item in read_document(document):
        if isinstance(item, Imported):
            made = ready(item.article, None if item.annotated else engine())
            found.append(replace(item, ready=made))
        else:
            found.append(item)
    return found
