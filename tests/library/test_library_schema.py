import sqlite3

import pytest
from library.articles import article

from tui.library import LibraryError, Query, connections, files, open_library, schema


@pytest.fixture
def path(tmp_path):
    path = tmp_path / "library.db"
    library = open_library(path)
    library.add([article("One thing", ["Ada Sund"])])
    library.mark_read(article("One thing").id, read=True)
    library.close()
    return path


def next_version(monkeypatch, *statements):
    monkeypatch.setattr(schema, "MIGRATIONS", (*schema.MIGRATIONS, statements))
    for module in (files, schema):
        monkeypatch.setattr(module, "VERSION", len(schema.MIGRATIONS))


def ask(path, query):
    connection = sqlite3.connect(path)
    try:
        return connection.execute(query).fetchone()[0]
    finally:
        connection.close()


def test_an_older_library_is_brought_up_to_date(path, monkeypatch):
    next_version(monkeypatch, "CREATE TABLE note (text TEXT)", "INSERT INTO note VALUES ('x')")
    for _ in range(2):
        library = open_library(path)
        (row,) = library.listing(Query())
        assert (row.title, row.read) == ("One thing", True)
        library.close()
    assert ask(path, "SELECT count(*) FROM note") == 1
    assert ask(path, "PRAGMA user_version") == schema.VERSION


def test_a_migration_that_fails_leaves_the_library_as_it_was(path, monkeypatch):
    version = schema.VERSION
    with monkeypatch.context() as patched:
        next_version(patched, "CREATE TABLE note (text TEXT)", "INSERT INTO nowhere VALUES (1)")
        with pytest.raises(LibraryError, match="nowhere"):
            open_library(path)
    assert ask(path, "PRAGMA user_version") == version
    assert ask(path, "SELECT count(*) FROM sqlite_master WHERE name = 'note'") == 0
    open_library(path).close()


def test_a_python_without_full_text_search_is_told(path, monkeypatch):
    next_version(monkeypatch, "CREATE VIRTUAL TABLE t USING fts6 (a)")
    monkeypatch.setattr(connections, "_NO_MODULE", "no such module: fts6")
    with pytest.raises(LibraryError, match="needs a Python whose SQLite has"):
        open_library(path)


def test_the_program_says_which_version_wrote_a_document(path):
    from tui import __version__

    assert ask(path, "SELECT engine FROM document") == __version__


def test_a_full_disk_loses_nothing_that_was_stored(path):
    library = open_library(path)
    writer = library._connections._writer  # noqa: SLF001
    (pages,) = writer.execute("PRAGMA page_count").fetchone()
    writer.execute(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(LibraryError, match="the disk is full"):
        library.add(article(f"Piece {n}", [f"Name N{n}"]) for n in range(500))
    assert [row.title for row in library.listing(Query())][:1] == ["One thing"]
    assert len(library) == len(list(library.listing(Query())))
    writer.execute("PRAGMA max_page_count = 100000")
    library.add([article("Another thing")])
    library.close()
    assert ask(path, "PRAGMA integrity_check") == "ok"
    assert ask(path, "SELECT articles FROM tally") == ask(path, "SELECT count(*) FROM article")


def test_counts_follow_from_appearances(path):
    library = open_library(path)
    cast = ["Ada Sund", "Bo Lind", "Cleo Marsh", "Sund"]
    for turn in range(4):
        library.add(
            article(f"Piece {n}", {cast[(n * turn + n) % 4]: turn + 1, cast[n % 3]: 2}, id=f"{n}")
            for n in range(20)
        )
    library.close()
    wrong = """
        SELECT count(*) FROM figure AS f WHERE (articles, mentions) IS NOT
            (SELECT count(*), sum(mentions) FROM appearance WHERE figure = f.key)
    """
    assert ask(path, wrong) == 0
    wrong_forms = """
        SELECT count(*) FROM form AS f WHERE articles IS NOT
            (SELECT count(*) FROM appearance AS a WHERE a.figure = f.figure AND a.name = f.name)
    """
    assert ask(path, wrong_forms) == 0
    assert ask(path, "SELECT count(*) FROM appearance") > 20
