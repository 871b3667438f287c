"""A library that cannot be read or written: what it still has is shown, and the reason is told."""

from tui.library.interface import LibraryError


async def test_an_article_that_is_damaged_is_told_and_the_others_open(start, library, monkeypatch):
    whole = library.article

    def damaged(article_id: str):
        if "ferry" in article_id:
            raise LibraryError("library.db: the ferry article is damaged")
        return whole(article_id)

    monkeypatch.setattr(library, "article", damaged)
    async with start() as user:
        await user.press("J")
        assert user.shows("#status", "the ferry article is damaged")
        await user.press("J")
        assert user.title == "The school keeps its bell"


async def test_a_library_that_cannot_be_written_says_so(start, library, monkeypatch):
    def read_only(article_id: str, read: bool) -> None:
        raise LibraryError("library.db: is read-only")

    monkeypatch.setattr(library, "mark_read", read_only)
    async with start() as user:
        await user.press("r")
        assert user.shows("#status", "library.db: is read-only")
        await user.press("j", "enter")
        assert user.title == "The ferry that nobody ordered"


async def test_rows_that_cannot_be_read_say_so(start, library, monkeypatch):
    listing = type(library.listing(__import__("tui.library", fromlist=["Query"]).Query()))

    def damaged(self, index):
        raise LibraryError("library.db: page 7 is damaged")

    monkeypatch.setattr(listing, "__getitem__", damaged)
    async with start() as user:
        assert user.shows("#library", "This entry cannot be read")
        assert user.shows("#status", "page 7 is damaged")
