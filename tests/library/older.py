"""Libraries as earlier versions of the program left them, made from current ones."""

import sqlite3

_UNDO = {
    11: ("ALTER TABLE highlight DROP COLUMN colour",),
    10: ("DROP TABLE tag", "DROP TABLE brought"),
    9: ("DROP TABLE feed", "DROP TABLE feed_page"),
    8: ("DROP TABLE star", "DROP TABLE highlight"),
    7: ("DROP TABLE file",),
    6: (
        *(
            f"DROP TABLE {table}"
            for table in ("sentence", "reference", "relation", "unrelated", "saved_view", "watch")
        ),
        *(
            f"DROP INDEX {index}"
            for index in ("article_copies", "article_leads", "figure_frequent")
        ),
        "ALTER TABLE article DROP COLUMN copies",
        "ALTER TABLE article DROP COLUMN copy_of",
        "ALTER TABLE tally DROP COLUMN copies",
        "ALTER TABLE tally DROP COLUMN revision",
    ),
    5: (
        "INSERT INTO article_text (article_text) VALUES ('delete-all')",
        "INSERT INTO quote_text (quote_text) VALUES ('delete-all')",
    ),
    4: (
        "DROP TABLE article_text",
        "DROP TABLE quote_text",
        "DROP TABLE quote",
        "DROP INDEX article_order",
        "ALTER TABLE article DROP COLUMN language",
        "UPDATE article SET sort = CASE WHEN published IS NULL THEN 4611686018427387904 ELSE 7 END",
        "UPDATE appearance SET sort = (SELECT sort FROM article WHERE key = article)",
        "CREATE INDEX article_order ON article (sort)",
    ),
    3: ("ALTER TABLE appearance DROP COLUMN said",),
    2: tuple(
        f"DROP TABLE {table}"
        for table in ("correction", "effect", "chosen_name", "known_as", "analysis")
    ),
}
"""What takes back a version, by its number."""


def make_older(path, version):
    """Turn the library at `path` into one of schema `version`."""
    connection = sqlite3.connect(path, isolation_level=None)
    (current,) = connection.execute("PRAGMA user_version").fetchone()
    for number in range(current, version, -1):
        for statement in _UNDO[number]:
            connection.execute(statement)
    connection.execute(f"PRAGMA user_version = {version}")
    connection.close()
