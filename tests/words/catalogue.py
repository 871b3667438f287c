"""The French catalogue, brought up to date: `.venv/bin/python tests/words/catalogue.py`.

It looks for what the program says, keeps what is translated of it, lists what is not yet, and
compiles the rest. Translations are written into `tui/locale/fr/LC_MESSAGES/broadsheet.po` by hand
(or told with `--take FILE`, a JSON object from English to French, or to a list of two forms).
Nothing is guessed: what has changed in English is translated anew.
"""

import argparse
import ast
import json
import re
import sys
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import NamedTuple

from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).parent.parent.parent
FOLDER = ROOT / "tui" / "locale" / "fr" / "LC_MESSAGES"
PO, MO = FOLDER / "broadsheet.po", FOLDER / "broadsheet.mo"
NARROW = "\u202f"

COMMENT = "# French words of Broadsheet. tests/words/catalogue.py keeps this file in order."
HEAD = """\
Language: fr
Plural-Forms: nplurals=2; plural=(n > 1);
MIME-Version: 1.0
Content-Type: text/plain; charset=utf-8
Content-Transfer-Encoding: 8bit
"""
"""Nothing that changes but words. In French 0 and 1 are singular."""

ARGPARSE = (
    "usage: ",
    "positional arguments",
    "options",
    "show this help message and exit",
    "show program's version number and exit",
    "%(prog)s: error: %(message)s\n",
    "the following arguments are required: %s",
    "unrecognized arguments: %s",
    "argument %(argument_name)s: %(message)s",
    "expected one argument",
    "expected at least one argument",
    "expected at most one argument",
    "invalid %(type)s value: %(value)r",
    "invalid choice: %(value)r (choose from %(choices)s)",
    "not allowed with argument %s",
    "one of the arguments %s is required",
    "ignored explicit argument %r",
    " (default: %(default)s)",
)
"""What Python's own argparse says, as it asks gettext for it (3.11 to 3.14)."""
ARGPARSE_MANY = (("expected %s argument", "expected %s arguments"),)


class French(Catalog):
    """A catalogue whose head says nothing of the tool that wrote it."""

    def __iter__(self) -> Iterator[Message]:
        """Yield the head, then all messages."""
        for message in super().__iter__():
            yield message if message.id else Message("", HEAD)


class Word(NamedTuple):
    """Something that is said: in English, for one and for more, and where."""

    one: str
    many: str = ""
    where: str = ""


def said() -> Iterator[Word]:
    """Yield all that the program says."""
    for path in sorted((ROOT / "tui").rglob("*.py")):
        source, where = path.read_text(encoding="utf-8"), str(path.relative_to(ROOT))
        yield from marked(source, where)
        yield from reasons(source, where)
    yield from registered()
    for word in ARGPARSE:
        yield Word(word, "", "argparse")
    for one, many in ARGPARSE_MANY:
        yield Word(one, many, "argparse")


def marked(source: str, where: str) -> Iterator[Word]:
    """Yield what stands in calls of `_`, `N_` and `ngettext` in a module."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            texts = [a.value for a in node.args if isinstance(a, ast.Constant)]
            if node.func.id in ("_", "N_") and texts:
                yield Word(str(texts[0]), "", where)
            elif node.func.id == "ngettext" and len(texts) >= 2:
                yield Word(str(texts[0]), str(texts[1]), where)


REASONS = {"Failure": 1, "FetchError": 0, "BodyError": 0, "UnreadableError": 0, "OpmlError": 0}
"""Why something could not be had or read, by which argument says so: told where it is shown."""


def reasons(source: str, where: str) -> Iterator[Word]:
    """Yield the reasons in a module that are the same each time."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            place = REASONS.get(node.func.id, len(node.args))
            match node.args[place:]:
                case [ast.Constant(value=str(text)), *_others]:
                    yield Word(text, "", where)


def registered() -> Iterator[Word]:
    """Yield what stands in the registries, which are looked up where they are shown."""
    from tui.session.actions import ACTIONS, FACETS, PANES
    from tui.settings.schema import SETTINGS

    for action in ACTIONS:
        for text in (action.description, action.hint, action.word):
            yield Word(text, "", "tui/session/actions.py")
    for scope in (*PANES, FACETS):
        yield Word(scope, "", "tui/session/actions.py")
    for setting in SETTINGS:
        yield Word(setting.meaning, "", "tui/settings/schema.py")
        if not setting.given:
            yield Word(str(setting.default), "", "tui/settings/schema.py")


def known() -> Catalog:
    """Return the catalogue as it is in the repository."""
    with PO.open("rb") as file:
        return read_po(file, locale="fr", domain="broadsheet")


def wanted(before: Catalog | None, told: dict[str, object] | None = None) -> Catalog:
    """Return a catalogue of all that is said, with the translations that `before` has."""
    after = French("fr", "broadsheet", COMMENT, fuzzy=False)
    after.mime_headers = [("Plural-Forms", "nplurals=2; plural=(n > 1);")]
    found: dict[str, Word] = {}
    places: dict[str, set[str]] = {}
    for word in said():
        if word.one:
            if word.many or word.one not in found:
                found[word.one] = word
            places.setdefault(word.one, set()).add(word.where)
    for word in sorted(found.values()):
        old = before.get(word.one) if before is not None else None
        string: object = old.string if old is not None and not old.fuzzy else ""
        string = typeset((told or {}).get(word.one, string))
        if word.many:
            string = tuple(string) if isinstance(string, (list, tuple)) else ("", "")
        elif not isinstance(string, str):
            string = ""
        after.add(
            (word.one, word.many) if word.many else word.one,
            string,
            locations=[(place, None) for place in sorted(places[word.one])],
            flags=["python-brace-format"] if "{" in word.one else [],
        )
    return after


def written(catalogue: Catalog) -> bytes:
    """Return a catalogue as it stands in its file."""
    file = BytesIO()
    write_po(file, catalogue, width=98, include_lineno=False)
    return file.getvalue().replace(b"\n# \n", b"\n#\n")


def compiled(catalogue: Catalog) -> bytes:
    """Return a catalogue as the program reads it."""
    file = BytesIO()
    write_mo(file, catalogue)
    return file.getvalue()


def typeset(text: object) -> object:
    """Return a French text, or its forms, with the spaces and apostrophes that French sets."""
    if not isinstance(text, str):
        return [typeset(form) for form in text] if isinstance(text, (list, tuple)) else text
    text = re.sub(r" (?=[;:!?%](?:\s|$))", NARROW, text)
    return re.sub(
        r"(?<=\w)'(?=\w)", "’", text.replace("« ", f"«{NARROW}").replace(" »", f"{NARROW}»")
    )


def untranslated(catalogue: Catalog) -> list[str]:
    """Return what has no translation yet."""
    return [
        message.id if isinstance(message.id, str) else message.id[0]
        for message in catalogue
        if message.id
        and not all(
            message.string if isinstance(message.string, (list, tuple)) else [message.string]
        )
    ]


def main() -> int:
    """Bring the catalogue up to date."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--take", type=Path, help="JSON: translations to put in")
    parser.add_argument("--missing", action="store_true", help="print what is wanted as JSON")
    asked = parser.parse_args()
    told = json.loads(asked.take.read_text(encoding="utf-8")) if asked.take else {}
    catalogue = wanted(known() if PO.exists() else None, told)
    FOLDER.mkdir(parents=True, exist_ok=True)
    PO.write_bytes(written(catalogue))
    MO.write_bytes(compiled(catalogue))
    missing = untranslated(catalogue)
    if asked.missing:
        print(json.dumps(dict.fromkeys(missing, ""), ensure_ascii=False, indent=1))
    else:
        print(f"{len(catalogue)} messages; not translated yet: {len(missing)}")
        print(*map(repr, missing), sep="\n")
    return int(bool(missing))


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    sys.exit(main())
