"""What may stand on each command's line, and what its help says."""

import argparse
import gettext
import os
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import NoReturn, get_args

from tui import __version__
from tui.cli.summaries import DESCRIPTIONS
from tui.layout.visible import visible
from tui.model import QuoteKind
from tui.words import DOMAIN, FOLDER, N_, _, language

EPILOG = N_("""\
commands:
  broadsheet [PATH ...]         read: the library, or files, folders and standard input (-)
  broadsheet serve [PATH ...]   read in a browser
  broadsheet add PATH ...       put what stands at PATH into the library
  broadsheet follow URL ...     follow a feed, or the feed of a page
  broadsheet unfollow NAME ...  follow it no longer
  broadsheet feeds              list what is followed, and how it is
  broadsheet refresh [NAME ...] fetch what is new of it
  broadsheet search QUERY ...   list the articles that a query means
  broadsheet show ARTICLE       print an article, its quotes and people: for a pager, or aloud
  broadsheet views [ACTION ...] list, save and open queries that you come back to
  broadsheet watch [NAME]       watch somebody, and list what is new of whom you watch
  broadsheet export [QUERY ...] write articles and quotes as Markdown, JSON, CSV, HTML, Org …
  broadsheet people [WORD ...]  list whom the library names
  broadsheet quotes [WORD ...]  list who said what
  broadsheet voices [QUERY ...] list who gets how many words
  broadsheet correct ACTION ... put right who is who, and who said what
  broadsheet doctor             look whether the library is well, copy or repair it
  broadsheet reanalyse          look for people and quotes again after an update
  broadsheet config             show what is set, say where, check it
  broadsheet parse PATH ...     print Article JSON, one article a line
  broadsheet parse --explain PATH ...
                                say what was kept of each page, what was left out, and why
  broadsheet schema             print the JSON Schema of Article JSON
  broadsheet completion SHELL   print what lets bash, zsh or fish complete all this
  broadsheet man                print the manual page

A file that is called like a command is named as ./add. Press ? in the reader for its keys.
""")

ON_LIBRARY = frozenset(
    (
        "read",
        "serve",
        "add",
        "follow",
        "unfollow",
        "feeds",
        "refresh",
        "search",
        "show",
        "export",
        "views",
        "watch",
        "people",
        "quotes",
        "voices",
        "correct",
        "reanalyse",
        "doctor",
    )
)
QUERYING = frozenset(("search", "show", "export", "views", "voices"))
"""Commands that take a query, in which a minus means "not"."""


_ADD = N_("""\
PATH is a file, a folder, - for standard input, or an address of the web (http: or https:), which is
fetched. Of this machine and of private networks nothing is, unless --allow-private says so. An
export of Wallabag, newsboat (cache.db), Omnivore or Readeck (zip) brings what was read, starred,
tagged and marked there, once: later changes of yours stay when it is read again. A list of
addresses holds no article; with --fetch its pages are fetched, one after the other, but for those
that are there.
The same article from a page, a text dump and a feed is one article; a file that has not changed is
not read again. ctrl+c ends with the articles in hand, and the same command goes on from there.
With --json, the counts are an object: `added`, `updated`, `unchanged`, `failed`, `stopped`.
Exit code: 0 all was read; 1 some inputs could not be read, the rest was added; 2 the library cannot
be opened or written; 130 stopped.
""")


class Parser(argparse.ArgumentParser):
    """A parser whose complaints are safe to print, whatever was typed.

    What Python says by itself comes of our catalogue, as gettext finds it for the whole process.
    """

    def name_usage(self) -> None:
        """Say how it is called; Python's way to mix words and options cuts "usage: " off by length.

        (`parse_known_intermixed_args` of 3.11 to 3.14; in French it is a sign longer.)
        """
        self.usage = self.format_usage().removeprefix(_("usage: "))

    def error(self, message: str) -> NoReturn:
        """Tell a mistake in the call, and leave with 2."""
        super().error(visible(message))

    def actions(self) -> tuple[argparse.Action, ...]:
        """Return what it takes, in the order of its help."""
        return tuple(self._actions)


def parser_of(name: str) -> Parser:
    """Return the parser of one command's options."""
    if language() != "en":
        gettext.bindtextdomain(DOMAIN, FOLDER)
        gettext.textdomain(DOMAIN)
        os.environ["LANGUAGE"] = language()
    parser = Parser(
        prog="broadsheet" if name == "read" else f"broadsheet {name}",
        description=_(DESCRIPTIONS[name]),
        epilog=_epilog(name),
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    parser.add_argument("--version", action="version", version=f"broadsheet {__version__}")
    if name in ("read", "serve", "add", "parse"):
        count = "*" if name in ("read", "serve") else "+"
        parser.add_argument("paths", nargs=count, metavar="PATH")
    if name in ON_LIBRARY:
        parser.add_argument(
            "--library", type=Path, metavar="FILE", help=_("the library's file (default: yours)")
        )
    if name in ON_LIBRARY or name == "config":
        parser.add_argument(
            "--config", type=Path, metavar="FILE", help=_("the file of settings (default: yours)")
        )
    if name in _OF_COMMAND:
        _OF_COMMAND[name](parser)
    if language() != "en":
        parser.name_usage()
    return parser


def _epilog(name: str) -> str | None:
    if name == "read":
        return _(EPILOG)
    if name == "add":
        return _(_ADD)
    if name not in _HELP:
        return None
    module, constant = _HELP[name].split(":")
    text: str = getattr(import_module(module), constant)
    return _(text)


_HELP = {
    "completion": "tui.cli.completion:COMPLETING",
    "man": "tui.cli.manual:READING",
    "serve": "tui.cli.serve:SERVING",
    "search": "tui.cli.search:FIELDS",
    "show": "tui.cli.show:HELP",
    "voices": "tui.cli.voices:FIELDS",
    "export": "tui.cli.export:HELP",
    "doctor": "tui.cli.doctor:HELP",
    "config": "tui.cli.config:HELP",
    "views": "tui.cli.views:ACTIONS",
    "watch": "tui.cli.views:WATCHING",
    "people": "tui.cli.people:FIELDS",
    "quotes": "tui.cli.quotes:FIELDS",
    "correct": "tui.cli.correct:ACTIONS",
    "follow": "tui.cli.following:FOLLOWING",
    "unfollow": "tui.cli.following:UNFOLLOWING",
    "feeds": "tui.cli.following:LISTING",
    "refresh": "tui.cli.refresh:REFRESHING",
}
"""Where the rest of a command's help stands."""


def _read(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--theme", help=_("colours: dark, light, contrast, or one of yours"))


def _serve(parser: argparse.ArgumentParser) -> None:
    from tui.cli.serve import PORT

    _read(parser)
    parser.add_argument(
        "--host",
        default="127.0.0.1",
        metavar="NAME",
        help=_("the name or address to serve at (default: 127.0.0.1)"),
    )
    parser.add_argument(
        "--port",
        type=_port,
        default=PORT,
        metavar="N",
        help=_("0 for a free one (default: {PORT})", PORT=PORT),
    )
    parser.add_argument(
        "--token", action="store_true", help=_("ask for a token on this machine too")
    )


def _add(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--jobs",
        type=_count,
        metavar="N",
        help=_("processes that read (default: one for each processor)"),
    )
    parser.add_argument(
        "--watch",
        action="store_true",
        help=_("go on looking at the folders, and add what comes, until ctrl+c"),
    )
    parser.add_argument(
        "--again",
        action="store_true",
        help=_("read files again that have not changed since they were added"),
    )
    parser.add_argument(
        "--fetch",
        action="store_true",
        help=_(
            "fetch the pages of lists: bookmarks, Pocket, Instapaper, Readwise, Readeck, CSL-JSON,"
            " an address a line"
        ),
    )
    parser.add_argument("--json", action="store_true", help=_("print the counts as a JSON object"))
    _private(parser)
    _network(parser)


def _follow(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("urls", nargs="*", metavar="URL", help=_("a feed, or a page that has one"))
    parser.add_argument(
        "--import",
        dest="lists",
        action="append",
        default=[],
        metavar="FILE",
        help=_("follow the feeds of an OPML list, or of newsboat's urls (- for standard input)"),
    )
    parser.add_argument(
        "--folder", default="", metavar="NAME", help=_("the folder they are put in")
    )
    parser.add_argument(
        "--full-text",
        action="store_true",
        help=_("fetch the pages of the entries too, for feeds that have only summaries"),
    )
    _private(parser)
    _network(parser)


def _unfollow(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("names", nargs="+", metavar="NAME", help=_("an address, name or folder"))


def _feeds(parser: argparse.ArgumentParser) -> None:
    form = parser.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true", help=_("print one JSON object a line"))
    form.add_argument("--opml", action="store_true", help=_("print an OPML list for other readers"))


def _refresh(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("names", nargs="*", metavar="NAME", help=_("an address, name or folder"))
    parser.add_argument("--quiet", action="store_true", help=_("print only new failures"))
    parser.add_argument("--json", action="store_true", help=_("print the counts as a JSON object"))
    parser.add_argument(
        "--jobs",
        type=_count,
        metavar="N",
        help=_("processes that read (default: one for each processor)"),
    )
    _network(parser)


def _private(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--allow-private",
        action="store_true",
        help=_("fetch also from this machine and from private networks"),
    )


def _network(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--user-agent", dest="agent", metavar="TEXT", help=_("what servers are told")
    )
    parser.add_argument("--proxy", metavar="URL", help=_("use this proxy, not the system's"))


def _parse(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--explain",
        action="store_true",
        help=_("report what was kept, what was left out and by which rule, instead of JSON"),
    )
    _color(parser, _("colours of --explain"))


def _color(parser: argparse.ArgumentParser, what: str) -> None:
    parser.add_argument(
        "--color",
        choices=("auto", "always", "never"),
        default="auto",
        help=_("{what} (default: on a terminal, unless NO_COLOR is set)", what=what),
    )


def _show(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("query", nargs="+", metavar="ARTICLE", help=_("an id, a file or words"))
    parser.add_argument(
        "--width", type=_count, metavar="N", help=_("cells of a line (default: the terminal's)")
    )
    _color(parser, _("colours"))


def _search(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("query", nargs="+", metavar="QUERY", help=_("words and fields, see below"))
    _list(parser)


def _voices(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("query", nargs="*", metavar="QUERY", help=_("words and fields"))
    parser.add_argument("--months", action="store_true", help=_("a line for each month"))
    _list(parser)


def _export(parser: argparse.ArgumentParser) -> None:
    from tui.export.writing import FORMATS

    parser.add_argument("query", nargs="*", metavar="QUERY", help=_("words and fields"))
    parser.add_argument(
        "--format", choices=FORMATS, default="markdown", help=_("what to write (default: markdown)")
    )
    parser.add_argument(
        "--output",
        type=Path,
        metavar="PATH",
        help=_("the file or folder (default: standard output)"),
    )
    what = parser.add_mutually_exclusive_group()
    for name, meaning in (
        ("quotes", _("write the quotes of the articles, with their sources")),
        ("highlights", _("write what you have highlighted, with your notes")),
    ):
        what.add_argument(f"--{name}", dest="what", action="store_const", const=name, help=meaning)
    parser.set_defaults(what="articles")
    parser.add_argument("--by", default="", metavar="NAME", help=_("with --quotes: what NAME said"))
    parser.add_argument("--limit", type=_count, metavar="N", help=_("stop after N articles"))


def _views(parser: argparse.ArgumentParser) -> None:
    actions = ("save", "open", "drop")
    parser.add_argument("action", nargs="?", choices=actions, metavar="ACTION", help=_("see below"))
    parser.add_argument(
        "words", nargs="*", metavar="NAME", help=_("the view's name, then its query")
    )
    _list(parser)


def _watch(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("query", nargs="*", metavar="NAME", help=_("whom to watch"))
    parser.add_argument("--drop", action="store_true", help=_("watch them no longer"))
    parser.add_argument("--json", action="store_true", help=_("print one JSON object a line"))


def _people(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("query", nargs="*", metavar="WORD", help=_("words that the name has"))
    parser.add_argument(
        "--about",
        default="",
        metavar="NAME",
        help=_("only those whom an article names together with NAME"),
    )
    _list(parser)


def _quotes(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("query", nargs="*", metavar="WORD", help=_("words that were said"))
    parser.add_argument("--by", default="", metavar="NAME", help=_("only what NAME said"))
    parser.add_argument(
        "--about",
        default="",
        metavar="WORDS",
        help=_(
            "only where these words, or somebody so called, stand in the quote, its paragraph"
            " or the title"
        ),
    )
    parser.add_argument("--kind", choices=get_args(QuoteKind), help=_("only quotes of this kind"))
    _list(parser)


def _correct(parser: argparse.ArgumentParser) -> None:
    from tui.cli.correct import NAMES

    parser.add_argument("action", choices=tuple(NAMES), metavar="ACTION", help=_("see below"))
    parser.add_argument("names", nargs="*", metavar="NAME")
    parser.add_argument("--in", dest="article", metavar="ARTICLE", help=_("only in this article"))
    parser.add_argument("--nobody", action="store_true", help=_("with speaker: it is not known"))
    parser.add_argument("--json", action="store_true", help=_("with list: one JSON object a line"))


def _reanalyse(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--all", action="store_true", help=_("also what this version has gone over already")
    )


def _doctor(parser: argparse.ArgumentParser) -> None:
    deed = parser.add_mutually_exclusive_group()
    deed.add_argument("--repair", action="store_true", help=_("save what can be read"))
    deed.add_argument("--backup", type=Path, metavar="FILE", help=_("copy the library into FILE"))
    deed.add_argument(
        "--json", action="store_true", help=_("print what was found as a JSON object")
    )


def _config(parser: argparse.ArgumentParser) -> None:
    deed = parser.add_mutually_exclusive_group()
    for name, meaning in (
        (
            "show",
            _("print every setting with its meaning, default and value, as TOML (the default)"),
        ),
        ("path", _("print where the file is")),
        ("check", _("say what is wrong with it")),
        ("init", _("begin one, in which nothing is set and everything explained")),
    ):
        deed.add_argument(f"--{name}", dest="deed", action="store_const", const=name, help=meaning)
    parser.set_defaults(deed="show")


def _completion(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("shell", choices=("bash", "zsh", "fish"), help=_("for which shell"))


def _list(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help=_("print one JSON object a line"))
    parser.add_argument("--limit", type=_count, metavar="N", help=_("stop after N lines"))


def _port(text: str) -> int:
    if not (text.isascii() and text.isdecimal()) or len(text) > 5 or int(text) > 65535:
        raise argparse.ArgumentTypeError(_("not a port: {text}", text=text))
    return int(text)


def _count(text: str) -> int:
    if not (text.isascii() and text.isdecimal()) or len(text) > 18:
        raise argparse.ArgumentTypeError(_("not a number of lines: {text}", text=text))
    return int(text)


_OF_COMMAND: dict[str, Callable[[argparse.ArgumentParser], None]] = {
    "read": _read,
    "serve": _serve,
    "add": _add,
    "follow": _follow,
    "unfollow": _unfollow,
    "feeds": _feeds,
    "refresh": _refresh,
    "search": _search,
    "show": _show,
    "export": _export,
    "views": _views,
    "watch": _watch,
    "people": _people,
    "quotes": _quotes,
    "voices": _voices,
    "correct": _correct,
    "reanalyse": _reanalyse,
    "doctor": _doctor,
    "config": _config,
    "parse": _parse,
    "completion": _completion,
}
