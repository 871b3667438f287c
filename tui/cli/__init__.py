"""The command line: which command is meant, its options, its exit code.

Exit codes: 0 all went well; 1 something that was asked for could not be read or is not there, the
rest was done; 2 the call makes no sense or the library cannot be opened; 130 interrupted. Nothing
here imports Textual before the reader is really asked for.
"""

import os
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from tui.words import _, speak

if TYPE_CHECKING:
    import argparse

Command = Callable[["argparse.Namespace"], int]

VALUED = (
    "--library",
    "--theme",
    "--host",
    "--port",
    "--color",
    "--by",
    "--about",
    "--limit",
    "--in",
    "--kind",
    "--jobs",
    "--format",
    "--output",
    "--backup",
    "--folder",
    "--import",
    "--user-agent",
    "--proxy",
    "--config",
    "--width",
)
"""The options whose value is the next word."""


def run(arguments: Sequence[str]) -> int:
    """Run the command that `arguments` mean and return its exit code."""
    speak("auto")
    name, rest = _command(arguments)
    try:
        command = (_plainly(rest) if name == "read" else None) or _with_options(name, rest)
        return command()
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        # Whoever read our output has enough; what Python would flush at exit goes nowhere.
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        return 0


def _plainly(words: Sequence[str]) -> Callable[[], int] | None:
    """Return what opens the reader where nothing but a library and paths are named.

    It saves the first paint what `argparse` takes, a twentieth of it (measured).
    """
    named = len(words) > 1 and words[0] == "--library"
    library, paths = (words[1], words[2:]) if named else (None, words)
    if any(word.startswith("-") and word != "-" for word in (library or "", *paths)):
        return None
    from tui.cli.settling import open_reader

    return partial(open_reader, paths, Path(library) if library is not None else None)


def _with_options(name: str, words: Sequence[str]) -> Callable[[], int]:
    """Return what runs a command with its options; leaves with 2 where they make no sense."""
    from tui.cli.options import ON_LIBRARY, QUERYING, parser_of
    from tui.cli.settling import speak_as_set

    if name in QUERYING:
        words = list(_negated(words))
    speak_as_set(words)
    parser = parser_of(name)
    options = parser.parse_intermixed_args(words)
    options.refuse = parser.error
    return partial(_settled, COMMANDS[name], options, wanted=name in ON_LIBRARY - {"read"})


def _settled(command: Command, options: "argparse.Namespace", *, wanted: bool) -> int:
    """Run a command, with the user's settings where it wants them; 1 where they cannot be used."""
    if wanted:
        from tui.cli.settling import settle

        if not settle(options):
            return 1
    return command(options)


def _command(arguments: Sequence[str]) -> tuple[str, list[str]]:
    """Return the command's name and what is left: the first word that names one, else read."""
    rest = list(arguments)
    index = 0
    while index < len(rest) and rest[index].startswith("-") and rest[index] != "-":
        if rest[index] == "--":
            break
        index += 2 if rest[index] in VALUED else 1
    if index < len(rest) and rest[index] in COMMANDS and rest[index] != "read":
        return rest.pop(index), rest
    return "read", rest


def _negated(words: Sequence[str]) -> Iterator[str]:
    """Yield the words with "-word" written as "NOT word", for it is no option."""
    for word in words:
        if word[:1] == "-" and word[1:2] not in ("", "-") and word != "-h":
            yield from ("NOT", word[1:])
        else:
            yield word


def _read(options: "argparse.Namespace") -> int:
    from tui.cli.settling import open_reader

    return open_reader(options.paths, options.library, options.config, options.theme)


def _serve(options: "argparse.Namespace") -> int:
    from tui.cli.serve import Serving, serve

    asked = Serving(
        options.paths, options.host, options.port, options.token, options.config, options.theme
    )
    return serve(asked, options.library)


def _add(options: "argparse.Namespace") -> int:
    from tui.cli.add import Adding, add

    asked = Adding(
        options.paths,
        options.jobs,
        options.watch,
        options.again,
        options.json,
        options.allow_private,
        options.agent,
        options.proxy,
        options.fetch,
    )
    return add(asked, options.library)


def _follow(options: "argparse.Namespace") -> int:
    from tui.cli.following import Following, follow

    if not (options.urls or options.lists):
        options.refuse(_("an address, or --import with a list of them, is wanted"))
    asked = Following(
        options.urls,
        options.lists,
        options.folder,
        options.full_text,
        options.allow_private,
        options.agent,
        options.proxy,
    )
    return follow(asked, options.library)


def _unfollow(options: "argparse.Namespace") -> int:
    from tui.cli.following import unfollow

    return unfollow(options.names, options.library)


def _feeds(options: "argparse.Namespace") -> int:
    from tui.cli.following import feeds

    return feeds(as_json=options.json, as_opml=options.opml, library_path=options.library)


def _refresh(options: "argparse.Namespace") -> int:
    from tui.cli.refresh import Refreshing, refresh

    asked = Refreshing(
        options.names, options.quiet, options.json, options.jobs, options.agent, options.proxy
    )
    return refresh(asked, options.library)


def _parse(options: "argparse.Namespace") -> int:
    if options.explain:
        from tui.cli.explain import explain

        return explain(options.paths, options.color)
    from tui.cli.parse import parse

    return parse(options.paths)


def _schema(_: "argparse.Namespace") -> int:
    from tui.cli.parse import schema

    return schema()


def _search(options: "argparse.Namespace") -> int:
    from tui.cli.people import Lists
    from tui.cli.search import search

    return search(options.query, Lists(options.json, options.limit), options.library)


def _show(options: "argparse.Namespace") -> int:
    from tui.cli.show import Showing, show

    return show(Showing(options.query, options.width, options.color), options.library)


def _voices(options: "argparse.Namespace") -> int:
    from tui.cli.people import Lists
    from tui.cli.voices import voices

    lists = Lists(options.json, options.limit)
    return voices(options.query, lists, options.library, months=options.months)


def _export(options: "argparse.Namespace") -> int:
    from tui.cli.export import Exporting, export

    if options.by and options.what != "quotes":
        options.refuse(_("--by goes with --quotes"))
    asked = Exporting(
        options.query, options.format, options.output, options.what, options.by, options.limit
    )
    return export(asked, options.library)


def _views(options: "argparse.Namespace") -> int:
    from tui.cli.people import Lists
    from tui.cli.views import mistake, views

    reason = mistake(options.action, options.words)
    if reason is not None:
        options.refuse(reason)
    lists = Lists(options.json, options.limit)
    return views(options.action, options.words, lists, options.library)


def _watch(options: "argparse.Namespace") -> int:
    from tui.cli.people import Lists
    from tui.cli.views import watch

    if options.drop and not options.query:
        options.refuse(_("--drop wants a name"))
    lists = Lists(options.json)
    name = " ".join(options.query)
    return watch(name, drop=options.drop, lists=lists, library_path=options.library)


def _people(options: "argparse.Namespace") -> int:
    from tui.cli.people import Lists, people
    from tui.library.interface import PeopleQuery

    query = PeopleQuery(" ".join(options.query), options.about)
    return people(query, Lists(options.json, options.limit), options.library)


def _quotes(options: "argparse.Namespace") -> int:
    from tui.cli.people import Lists
    from tui.cli.quotes import quotes
    from tui.library.interface import QuotesQuery

    query = QuotesQuery(" ".join(options.query), options.by, options.about, options.kind)
    return quotes(query, Lists(options.json, options.limit), options.library)


def _correct(options: "argparse.Namespace") -> int:
    from tui.cli.correct import Asked, correct, mistake

    asked = Asked(tuple(options.names), options.article, options.nobody, options.json)
    reason = mistake(options.action, asked)
    if reason is not None:
        options.refuse(reason)
    return correct(options.action, asked, options.library)


def _reanalyse(options: "argparse.Namespace") -> int:
    from tui.cli.reanalyse import reanalyse

    return reanalyse(options.library, everything=options.all)


def _doctor(options: "argparse.Namespace") -> int:
    from tui.cli.doctor import Asked, doctor

    return doctor(Asked(options.repair, options.backup, options.json), options.library)


def _config(options: "argparse.Namespace") -> int:
    from tui.cli.config import config

    return config(options.deed, options.config)


def _completion(options: "argparse.Namespace") -> int:
    from tui.cli.completion import completion

    return completion(options.shell)


def _man(_: "argparse.Namespace") -> int:
    from tui.cli.manual import manual

    return manual()


COMMANDS: dict[str, Command] = {
    "read": _read,
    "serve": _serve,
    "add": _add,
    "follow": _follow,
    "unfollow": _unfollow,
    "feeds": _feeds,
    "refresh": _refresh,
    "search": _search,
    "show": _show,
    "voices": _voices,
    "export": _export,
    "views": _views,
    "watch": _watch,
    "people": _people,
    "quotes": _quotes,
    "correct": _correct,
    "reanalyse": _reanalyse,
    "doctor": _doctor,
    "config": _config,
    "parse": _parse,
    "schema": _schema,
    "completion": _completion,
    "man": _man,
}
