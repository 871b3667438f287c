"""What the library's tables are, and how an older library becomes a current one.

`PRAGMA user_version` counts the steps of `MIGRATIONS` that a file has been through, and
`PRAGMA application_id` tells a library from any other SQLite file. To change the schema, append a
tuple of steps to `MIGRATIONS` and leave the earlier ones as they are: a new library runs all of
them, an older one the rest, in one transaction. A step is a statement, which may not contain user
data, or a function for what SQL does not do.

What the user did (`USERS_OWN`) stands apart from what was derived from articles, so
that a migration may empty and refill the latter. Everything derived follows from `document` and
`correction`.
"""

from collections.abc import Callable
from sqlite3 import Connection
from typing import Final

Step = str | Callable[[Connection], None]
"""A statement, or a function that takes part in the transaction."""

USERS_OWN: Final = (
    *("reading", "correction", "saved_view", "watch", "star", "highlight", "feed"),
    *("tag", "brought"),
)
"""Tables that follow from nothing else."""

APPLICATION_ID: Final = 0x42726473
"""The letters "Brds", in the file's header (https://sqlite.org/fileformat2.html#application_id)."""

_ARTICLES: Final = (
    # `sort` rises from the newest article to the undated ones: see tui.library.dates.
    """
    CREATE TABLE article (
        key INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        sort INTEGER NOT NULL,
        title TEXT NOT NULL,
        site TEXT,
        published TEXT,
        url_hash INTEGER,
        title_hash INTEGER,
        digest BLOB NOT NULL
    )
    """,
    "CREATE INDEX article_order ON article (sort)",
    "CREATE INDEX article_url ON article (url_hash) WHERE url_hash IS NOT NULL",
    "CREATE INDEX article_title ON article (title_hash) WHERE title_hash IS NOT NULL",
    # Documents stand apart, so that drawing a list never reads one.
    """
    CREATE TABLE document (
        article INTEGER PRIMARY KEY REFERENCES article (key),
        engine TEXT NOT NULL,
        body BLOB NOT NULL
    )
    """,
    "CREATE TABLE reading (article INTEGER PRIMARY KEY REFERENCES article (key))",
    # One row: counting a million articles would take longer than drawing the first screen.
    "CREATE TABLE tally (articles INTEGER NOT NULL)",
    "INSERT INTO tally VALUES (0)",
    """
    CREATE TRIGGER article_added AFTER INSERT ON article
    BEGIN UPDATE tally SET articles = articles + 1; END
    """,
    """
    CREATE TRIGGER article_gone AFTER DELETE ON article
    BEGIN UPDATE tally SET articles = articles - 1; END
    """,
)

_FIGURES: Final = (
    """
    CREATE TABLE figure (
        key INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        name TEXT NOT NULL,
        articles INTEGER NOT NULL,
        mentions INTEGER NOT NULL
    )
    """,
    # How many articles write a figure's name in which way: the most frequent one is its name.
    """
    CREATE TABLE form (
        figure INTEGER NOT NULL REFERENCES figure (key),
        name TEXT NOT NULL,
        articles INTEGER NOT NULL,
        PRIMARY KEY (figure, name)
    ) WITHOUT ROWID
    """,
    """
    CREATE TABLE appearance (
        article INTEGER NOT NULL REFERENCES article (key),
        figure INTEGER NOT NULL REFERENCES figure (key),
        sort INTEGER NOT NULL,
        mentions INTEGER NOT NULL,
        name TEXT NOT NULL,
        roles TEXT,
        PRIMARY KEY (article, figure)
    ) WITHOUT ROWID
    """,
    "CREATE INDEX appearance_order ON appearance (figure, sort, article)",
)

_CORRECTIONS: Final = (
    # What the user has put right: never emptied, never derived. See tui.library.corrections.
    """
    CREATE TABLE correction (
        key INTEGER PRIMARY KEY AUTOINCREMENT,
        kind TEXT NOT NULL,
        figure TEXT,
        name TEXT NOT NULL,
        other TEXT,
        other_name TEXT NOT NULL,
        article TEXT,
        words TEXT,
        ordinal INTEGER NOT NULL
    )
    """,
    # Derived: which corrections change something in which article.
    """
    CREATE TABLE effect (
        correction INTEGER NOT NULL REFERENCES correction (key),
        article INTEGER NOT NULL REFERENCES article (key),
        PRIMARY KEY (correction, article)
    ) WITHOUT ROWID
    """,
    "CREATE INDEX effect_article ON effect (article)",
    # Derived: figures' names that were chosen by hand, and those they are found by as well.
    "CREATE TABLE chosen_name (figure TEXT PRIMARY KEY, name TEXT NOT NULL) WITHOUT ROWID",
    """
    CREATE TABLE known_as (
        figure TEXT NOT NULL,
        folded TEXT NOT NULL,
        PRIMARY KEY (figure, folded)
    ) WITHOUT ROWID
    """,
)

_ANALYSES: Final = (
    # Which engine found an article's people and quotes; no row where they came with the input.
    # Apart from documents, so that marking all as old rewrites none of them.
    """
    CREATE TABLE analysis (
        article INTEGER PRIMARY KEY REFERENCES article (key),
        engine INTEGER NOT NULL
    )
    """,
    "CREATE INDEX analysis_engine ON analysis (engine, article)",
    "INSERT INTO analysis SELECT article, 0 FROM document",
)

_SAID: Final = (
    # How many quotes of the article a figure says; NULL where it was stored without counting.
    "ALTER TABLE appearance ADD COLUMN said INTEGER",
)


def _settle_places(connection: Connection) -> None:
    from tui.library.migrating import settle_places

    settle_places(connection)


def _index_all(connection: Connection) -> None:
    from tui.library.migrating import index_all

    index_all(connection)


_SEARCH: Final[tuple[Step, ...]] = (
    "ALTER TABLE article ADD COLUMN language TEXT",
    # `sort` becomes a place of the article's own, which the full-text indexes count by.
    "DROP INDEX article_order",
    _settle_places,
    "CREATE UNIQUE INDEX article_order ON article (sort)",
    """
    UPDATE appearance SET sort = (SELECT a.sort FROM article AS a WHERE a.key = appearance.article)
    """,
    # What they hold, and why nothing of it is stored: see tui.library.indexing. The options were
    # measured: without prefixes, two letters take four hundred times as long.
    """
    CREATE VIRTUAL TABLE article_text USING fts5 (
        title, body, names, about,
        content = '', tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3'
    )
    """,
    """
    CREATE VIRTUAL TABLE quote_text USING fts5 (
        words, content = '', tokenize = 'unicode61 remove_diacritics 2'
    )
    """,
    # Who says each quote, as corrected; `key` is its row in `quote_text`.
    "CREATE TABLE quote (key INTEGER PRIMARY KEY, figure INTEGER REFERENCES figure (key))",
    "CREATE INDEX quote_speaker ON quote (figure, key) WHERE figure IS NOT NULL",
    _index_all,
)


def _index_again(connection: Connection) -> None:
    from tui.library.migrating import index_again

    index_again(connection)


def _tell_stories(connection: Connection) -> None:
    from tui.library.migrating import tell_stories

    tell_stories(connection)


_STORIES: Final[tuple[Step, ...]] = (
    # What was changed, not added, is counted, so that what is held in memory can be told from it.
    "ALTER TABLE tally ADD COLUMN revision INTEGER NOT NULL DEFAULT 0",
    # Copies of one text: the lead counts them, they name it. See tui.library.copies.
    "ALTER TABLE tally ADD COLUMN copies INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE article ADD COLUMN copy_of INTEGER",
    "ALTER TABLE article ADD COLUMN copies INTEGER NOT NULL DEFAULT 0",
    "CREATE INDEX article_copies ON article (copy_of) WHERE copy_of IS NOT NULL",
    "CREATE INDEX article_leads ON article (sort) WHERE copy_of IS NULL",
    """
    CREATE TABLE sentence (
        hash INTEGER NOT NULL, article INTEGER NOT NULL, PRIMARY KEY (hash, article)
    ) WITHOUT ROWID
    """,
    # Addresses that an article's page leads to. See tui.library.related.
    """
    CREATE TABLE reference (
        url_hash INTEGER NOT NULL, article INTEGER NOT NULL, PRIMARY KEY (url_hash, article)
    ) WITHOUT ROWID
    """,
    # What else belongs to an article, as it was worked out once. See tui.library.relating.
    """
    CREATE TABLE relation (
        article INTEGER NOT NULL, target INTEGER NOT NULL, weight REAL NOT NULL, why TEXT NOT NULL,
        PRIMARY KEY (article, target)
    ) WITHOUT ROWID
    """,
    "CREATE INDEX relation_target ON relation (target)",
    "CREATE TABLE unrelated (article INTEGER PRIMARY KEY)",
    "CREATE INDEX figure_frequent ON figure (articles) WHERE articles > 8",
    # The user's own: queries with a name, and figures that are watched; `seen` is the key of the
    # last article that had come when they were last looked at.
    """
    CREATE TABLE saved_view (
        name TEXT PRIMARY KEY, query TEXT NOT NULL, seen INTEGER NOT NULL
    ) WITHOUT ROWID
    """,
    "CREATE TABLE watch (figure TEXT PRIMARY KEY, seen INTEGER NOT NULL) WITHOUT ROWID",
    _tell_stories,
)

_FILES: Final = (
    # Files that were read whole, as they were then, so that nobody reads them again.
    """
    CREATE TABLE file (
        path TEXT PRIMARY KEY, size INTEGER NOT NULL, changed INTEGER NOT NULL,
        reader TEXT NOT NULL, articles INTEGER NOT NULL
    ) WITHOUT ROWID
    """,
)

_MARKS: Final = (
    # The user's own: see tui.library.marking.
    "CREATE TABLE star (article INTEGER PRIMARY KEY REFERENCES article (key))",
    """
    CREATE TABLE highlight (
        key INTEGER PRIMARY KEY AUTOINCREMENT,
        article INTEGER NOT NULL REFERENCES article (key),
        start INTEGER NOT NULL,
        words TEXT NOT NULL,
        note TEXT NOT NULL,
        made TEXT NOT NULL
    )
    """,
    "CREATE INDEX highlight_article ON highlight (article, start)",
)

_FEEDS: Final = (
    # The user's own: the feeds that are followed, and what their servers said. See
    # tui.library.feeds.
    """
    CREATE TABLE feed (
        key INTEGER PRIMARY KEY AUTOINCREMENT,
        url TEXT NOT NULL UNIQUE,
        title TEXT NOT NULL,
        site TEXT,
        folder TEXT NOT NULL,
        full_text INTEGER NOT NULL,
        private INTEGER NOT NULL,
        etag TEXT,
        modified TEXT,
        digest BLOB,
        checked TEXT,
        changed TEXT,
        wait TEXT,
        failures INTEGER NOT NULL,
        problem TEXT NOT NULL,
        gone INTEGER NOT NULL
    )
    """,
    # Ids of entries in whose place the article of their page is stored.
    "CREATE TABLE feed_page (entry TEXT PRIMARY KEY) WITHOUT ROWID",
)

_COLOURS: Final = (
    # One of `tui.library.interface.COLOURS`.
    "ALTER TABLE highlight ADD COLUMN colour TEXT NOT NULL DEFAULT 'violet'",
)

_TAGS: Final = (
    # The user's own: what articles are filed under, and what was once brought along from other
    # tools, so that it is brought once. See tui.library.bringing.
    """
    CREATE TABLE tag (
        article INTEGER NOT NULL REFERENCES article (key), folded TEXT NOT NULL, name TEXT NOT NULL,
        PRIMARY KEY (article, folded)
    ) WITHOUT ROWID
    """,
    """
    CREATE TABLE brought (
        article INTEGER NOT NULL REFERENCES article (key), what TEXT NOT NULL,
        PRIMARY KEY (article, what)
    ) WITHOUT ROWID
    """,
)

MIGRATIONS: Final[tuple[tuple[Step, ...], ...]] = (
    (*_ARTICLES, *_FIGURES),
    (*_CORRECTIONS, *_ANALYSES),
    _SAID,
    _SEARCH,
    (_index_again,),
    _STORIES,
    _FILES,
    _MARKS,
    _FEEDS,
    _TAGS,
    _COLOURS,
)
"""One tuple of steps for each version of the schema, oldest first."""

VERSION: Final = len(MIGRATIONS)
"""The schema that this program reads and writes."""


def version_of(connection: Connection) -> int | None:
    """Return the schema version of a library, 0 for an empty file, None for another's database."""
    (application,) = connection.execute("PRAGMA application_id").fetchone()
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    if application == APPLICATION_ID:
        return int(version)
    (tables,) = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    return None if tables or application or version else 0


def migrate(connection: Connection) -> None:
    """Bring the library up to `VERSION`, all or nothing; one that is current is left alone."""
    if version_of(connection) == VERSION:
        return
    connection.execute("BEGIN IMMEDIATE")
    try:
        # Another process may have been quicker: what counts is the version behind the lock.
        for steps in MIGRATIONS[version_of(connection) or 0 :]:
            for step in steps:
                if callable(step):
                    step(connection)
                else:
                    connection.execute(step)
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version = {VERSION}")
    except BaseException:
        connection.execute("ROLLBACK")
        raise
    connection.execute("COMMIT")
