"""Reading by several processes: the same results in the same order, whatever a document does."""

import os
import time

import pytest

from tui import intake_pool
from tui.intake_pool import Imported, imported, read_document
from tui.model import Failure
from tui.source import Document

NOTE = (
    "Anna Holt opened meeting number {n} in the hall behind the old fish market, late again.\n\n"
    "“The harbour is perfectly safe,” said Anna Holt, who has not been there since spring.\n"
)


def note(n):
    return Document(f"Meeting {n}\n\n{NOTE.format(n=n)}".encode(), f"{n}.txt")


def found(jobs, documents, work=None):
    return list(imported(documents, jobs, work))


def test_several_processes_give_what_one_gives_in_the_order_of_the_inputs(monkeypatch):
    monkeypatch.setattr(intake_pool, "FEW", 2)
    documents = [note(n) for n in range(25)]
    documents[5] = Document(b"", "empty.txt")
    documents[7:7] = [Failure("gone.txt", "No such file or directory")]
    alone, together = found(1, documents), found(2, documents)
    assert together == alone
    assert [item.origin for item in together if isinstance(item, Failure)] == [
        "empty.txt",
        "gone.txt",
    ]
    assert together[0].article.quotes[0].speaker == "Anna Holt"
    assert [item.annotated for item in together if isinstance(item, Imported)] == [False] * 24


def test_few_documents_start_no_process(monkeypatch):
    monkeypatch.setattr(intake_pool, "ProcessPoolExecutor", None)
    monkeypatch.setattr(intake_pool, "FEW", 3)
    assert len(found(2, [note(n) for n in range(3)])) == 3
    assert len(found(1, [note(n) for n in range(9)])) == 9


def deadly(document):
    """Read a document; two of them end the process, as one that eats all memory does."""
    if document.origin in ("4.txt", "9.txt"):
        os._exit(9)
    return read_document(document)


def test_what_ends_a_process_is_told_and_the_rest_is_read(monkeypatch):
    monkeypatch.setattr(intake_pool, "FEW", 2)
    results = found(2, [note(n) for n in range(12)], deadly)
    failed = [item for item in results if isinstance(item, Failure)]
    assert [item.origin for item in failed] == ["4.txt", "9.txt"]
    assert {item.reason for item in failed} == {"reading it ended the process that read it"}
    titles = [item.article.title for item in results if isinstance(item, Imported)]
    assert titles == [f"Meeting {n}" for n in range(12) if n not in (4, 9)]


def slow(document):
    time.sleep(0.05)
    return read_document(document)


@pytest.mark.parametrize("wanted", [1, 4])
def test_whoever_has_enough_may_leave(monkeypatch, wanted):
    monkeypatch.setattr(intake_pool, "FEW", 0)
    taken = []

    def documents():
        for n in range(1_000):
            taken.append(n)
            yield note(n)

    results = imported(documents(), 2, slow)
    assert [next(results).article.title for _ in range(wanted)] == [
        f"Meeting {n}" for n in range(wanted)
    ]
    results.close()
    assert len(taken) < 40
