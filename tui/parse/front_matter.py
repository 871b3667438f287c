"""The head of a Markdown file: YAML between two "---", TOML between two "+++".

Read without types, aliases being harmless because only texts and lists of texts at the top level
are looked at. A head that can't be parsed is left out of the text all the same, and said so.
"""

import re
from dataclasses import dataclass

from tui.parse.clean import clean_inline

_LONGEST = 32768
"""Code points; what is longer is no front matter."""

_HEAD = re.compile(
    r"(---|\+\+\+)[ \t]*\n(.*?)^(?:\1|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE
)

_SECTIONS = ("taxonomies", "extra", "params")
"""Tables of a head whose fields count like those around them (Zola, Hugo)."""

_WIKI_LINK = re.compile(r"\[\[(?:[^\[\]|]*\|)?([^\[\]|]*)\]\]")
"""A name as Obsidian writes it: a link to a note."""

Value = str | tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """The fields of a head, by lower-case name, and where the body begins."""

    fields: dict[str, Value]
    body: int
    """Offset of the body in the text."""
    warning: str | None = None

    def first(self, *names: str) -> str | None:
        """Return the first text among the fields `names`."""
        return next(iter(self.every(*names)), None)

    def every(self, *names: str) -> tuple[str, ...]:
        """Return the texts of the first field among `names` that has any."""
        for name in names:
            value = self.fields.get(name, ())
            texts = (value,) if isinstance(value, str) else value
            if any(texts):
                return tuple(text for text in texts if text)
        return ()


def read_front_matter(text: str) -> FrontMatter:
    """Read the head of `text`, which has "\\n" for line ends; without one there are no fields."""
    match = _HEAD.match(text, 0, _LONGEST)
    if not match:
        return FrontMatter({}, 0)
    try:
        loaded = _yaml(match[2]) if match[1] == "---" else _toml(match[2])
    except (ValueError, RecursionError):
        return FrontMatter({}, match.end(), "the front matter can't be read")
    if not isinstance(loaded, dict):
        return FrontMatter({}, match.end() if not loaded else 0)
    inner = [loaded[name] for name in _SECTIONS if isinstance(loaded.get(name), dict)]
    fields: dict[str, Value] = {}
    for table in (loaded, *inner):
        for name, value in table.items():
            fields.setdefault(str(name).lower(), _value(value))
    return FrontMatter(fields, match.end())


def _yaml(source: str) -> object:
    import yaml

    try:
        return yaml.load(source, Loader=yaml.BaseLoader)  # noqa: S506 - it makes nothing but strings
    except yaml.YAMLError as error:
        raise ValueError("no YAML") from error


def _toml(source: str) -> object:
    import tomllib

    return tomllib.loads(source)


def _value(value: object) -> Value:
    """Return the texts of a field: of a text, a list, or a list of things with a name."""
    if isinstance(value, list):
        return tuple(_text(part) for part in value)
    return _text(value)


def _text(value: object) -> str:
    if isinstance(value, dict):
        name = value.get("name")
        return clean_inline(name) if isinstance(name, str) else ""
    if isinstance(value, list) or value is None:
        return ""
    text = clean_inline(str(value))
    link = _WIKI_LINK.fullmatch(text)
    return link[1].strip() if link else text
