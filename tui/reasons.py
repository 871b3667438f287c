"""Why something could not be had, read or written, said in the language that is spoken.

The lower layers say it in English, once, where it is stored as well: a feed's problem, say. It is
translated where it is shown, by `worded`. What is the same each time is in the catalogue as it
stands; what holds a number, a name or another reason is found by `TEMPLATES`.
"""

import re
from functools import cache
from typing import Final

from tui.words import N_, _, after_colon, language, number

TEMPLATES: Final = (
    N_("larger than the limit of {0} MiB"),
    N_("larger than the limit of {0} bytes"),
    N_("not done after {0} seconds"),
    N_("more than {0} redirects"),
    N_("more than {0} addresses"),
    N_("more than {0} feeds"),
    N_("a zip archive of more than {0} files"),
    N_("the name of its host was not found within {0} s"),
    N_("a redirect to an address that is not fetched: {0}"),
    N_("an answer that breaks off or is none: {0}"),
    N_("the connection fails: {0}"),
    N_("its certificate is not trusted: {0}"),
    N_("its server answers {0}"),
    N_("a proxy of a kind that is not supported: {0}"),
    N_("packed in a way that is not read: {0}"),
    N_("a page packed in a way that is not read: {0}"),
    N_("can't be read: {0}"),
    N_("a database that can't be read: {0}"),
    N_("not valid JSON: {0}"),
    N_("not a table: {0}"),
    N_("no JSON that is known: {0}"),
    N_("JSON that holds nothing: {0}"),
    N_("XML of a kind that is not read: {0}"),
    N_("is not {0}, the version that is read here"),
    N_("{0} of {1} entries of the feed hold no words"),
    N_("{0}: 1 address and no article; {1}"),
    N_("{0}: {1} addresses and no article; {2}"),
    N_("article {0}: damaged document"),
    N_("article {0}: no document"),
    N_("{0} documents without an article"),
    N_("needs SQLite {0}, this is {1}"),
    N_("a view's name has 1 to {0} characters"),
)
"""Reasons with something in them, in the order in which they are tried."""

WHOLE: Final = (
    *(N_("permission denied"), N_("no such file or directory"), N_("is a directory")),
    *(N_("not a directory"), N_("file exists"), N_("file name too long")),
    *(N_("no space left on device"), N_("read-only file system"), N_("too many open files")),
    *(N_("input/output error"), N_("connection refused"), N_("connection reset by peer")),
    *(N_("network is unreachable"), N_("no route to host"), N_("address already in use")),
    *(N_("connection timed out"), N_("broken pipe"), N_("operation not permitted")),
    *(N_("not found"), N_("forbidden"), N_("unauthorized"), N_("gone"), N_("too many requests")),
    *(N_("internal server error"), N_("bad gateway"), N_("service unavailable")),
    *(N_("gateway timeout"), N_("moved permanently"), N_("bad request")),
    N_("not an address"),
    N_("not an address: it names no host"),
    N_("the address is too long"),
    N_("only addresses with http: or https: are fetched"),
    N_("an address with a password in it is not fetched"),
    N_("a symbolic link that leads back to itself"),
    N_("the file name is too long"),
    N_('a named pipe: use "-" and redirect it'),
    N_("a device or a socket, not a file"),
    N_("can't be read"),
    N_("not a file"),
    N_("not a Broadsheet library"),
    N_("made by a newer version of Broadsheet; update to open it"),
    N_("in use by another program; try again when that one is done"),
    N_("cannot be written, and must be: it is not up to date"),
    N_("cannot be written: it is read-only"),
    N_("cannot be written: the disk is full"),
    N_("cannot be read or written: the disk fails, or allows no more"),
    N_("cannot be opened"),
    N_("damaged"),
    N_("closed"),
    N_("needs a Python whose SQLite has full-text search (FTS5)"),
    N_("packed, and damaged"),
    N_("packed, and cut off before its end"),
    N_("a page that is larger unpacked than is read"),
    N_("can't be unpacked"),
    N_("unpacks to more than is read"),
    N_("the archive is cut off in this record"),
    N_("a damaged record of the archive"),
    N_("too much damage: the rest was not read"),
    N_("no answer in time"),
    N_("no encrypted connection comes about"),
    N_("an address of this machine or of a private network (--allow-private allows it)"),
    N_("an article is a JSON object"),
    N_("is missing; is this Article JSON?"),
    N_("is nested too deep for Article JSON"),
    N_("is not a list"),
    N_("`broadsheet add --fetch` fetches them"),
    N_("`broadsheet follow --import` follows feeds, `broadsheet add --fetch` fetches pages"),
)
"""Reasons that are the same each time, and that stand where no search for words finds them; those
of the system and of HTTP in lower case, as `worded` looks them up."""

_PLACE: Final = re.compile(r"\\\{(\d)\\\}")
_GROUPED: Final = re.compile(r"\d{1,3}(?:,\d{3})+")
_LONGEST: Final = 500
"""Code points of a reason that is looked for; all of ours are shorter."""


def worded(reason: str) -> str:
    """Return a reason in the language that is spoken, as it is where it is not known.

    In front of it there may be what it is about, a path say, and a colon.
    """
    if language() == "en" or len(reason) > _LONGEST:
        return reason
    whole = _(reason)
    return whole if whole != reason else _told(reason)


def _told(reason: str) -> str:
    """Return a reason, or the end of one, which may be anybody's words: only ours are replaced."""
    if (found := _known(reason)) is not None:
        return found
    for colon in re.finditer(": ", reason):
        if (found := _known(reason[colon.end() :])) is not None:
            return reason[: colon.start()] + after_colon(found)
    return reason


def _known(reason: str) -> str | None:
    for each in (reason, reason[:1].lower() + reason[1:]):
        if each in WHOLE:
            return _(each)
    for template, pattern in _patterns():
        if match := pattern.fullmatch(reason):
            return _(template).format(*map(_filled, match.groups()))
    return None


def _filled(text: str) -> str:
    """Return what stands in a reason: a count, another reason, or anything."""
    return number(int(text.replace(",", ""))) if _GROUPED.fullmatch(text) else _told(text)


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple(
        (each, re.compile(_PLACE.sub("(.+?)", re.escape(each)), re.DOTALL)) for each in TEMPLATES
    )
