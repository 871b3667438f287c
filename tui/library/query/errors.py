"""What is wrong with a query, and where."""


class QueryError(ValueError):
    """A query that cannot be read; `start` and `end` are code points of what was typed."""

    def __init__(self, message: str, query: str, start: int, end: int) -> None:
        super().__init__(message)
        self.message = message
        self.query = query
        self.start = start
        self.end = max(end, start + 1)

    def pointed(self) -> str:
        """Return three lines: the message, the query, and marks under what is wrong."""
        line = "".join(character if character.isprintable() else " " for character in self.query)
        return f"{self.message}\n  {line}\n  {' ' * self.start}{'^' * (self.end - self.start)}"
