"""Words in the code that users see and that nothing translates, found by where they go.

A literal is shown where it is given to what shows words (`SHOWING`), set as a title (`TITLES`), is
part of a line (a tuple with a look), what a pane says of its emptiness, or where it reads as a
sentence, wherever it stands. It is well in `_`, `ngettext` or `N_`.
"""

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

TRANSLATED = ("_", "N_", "ngettext")
SHOWING = {
    **dict.fromkeys(("show_status", "_tell", "notify", "Static", "Label", "Content", "report"), 0),
    **dict.fromkeys(("assemble", "print", "show", "refuse", "NotThereError"), 0),
    **dict.fromkeys(("error", "Column", "Hit", "DiscoveryHit", "after_colon", "visible"), 0),
    **dict.fromkeys(("write_lists", "write_found", "_travel"), 1),
    **dict.fromkeys(("told", "keyed"), 2),
}
"""What shows words, and from which of its arguments on."""
NAMED = ("placeholder", "help", "description", "epilog", "title")
"""Arguments that are shown, by their names."""
TITLES = ("border_title", "border_subtitle", "placeholder", "title", "description", "epilog")
SAYING = ("empty_words",)
"""Methods that return what is shown."""
THROUGH = ("join", "visible", "cut", "fill", "format", "format_map", "capitalize", "Content")
"""Calls that hand on the words they are given."""
PLAIN = (
    *("Broadsheet", "broadsheet: ", "bold", "underline"),
    *("same name", "by hand", "short form"),
)
"""What is no English: a name, a look, a value that stands for something."""
SILENT = ("TypeError", "AttributeError", "IndexError", "AssertionError", "KeyError", "getLogger")
"""Calls whose words nobody sees."""

_WORD = re.compile(r"[^\W\d_]{2,}")
_SENTENCE = re.compile(r"(?:^|\s)[^\W\d_]{2,}[,:]? (?:[^\W\d_]{2,}|a)(?:[\s,.:;!?]|$)")
_NO_WORDS = re.compile(
    r"https?://|\?token=|`[^`]*`|\$?\{[^}]*\}|\b(?:json|TOML|UTF-8|MB|ms)\b|--?[a-z][\w-]*"
)


class Shown(NamedTuple):
    """A literal that is shown as it is."""

    path: str
    line: int
    text: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.text!r}"


def not_translated(source: str, path: str = "") -> list[Shown]:
    """Return the literals of a module that are shown and not translated, in its order."""
    finder = _Finder(path)
    finder.visit(ast.parse(source))
    return sorted(finder.found, key=lambda each: each.line)


def in_package(root: Path, *parts: str) -> Iterator[Shown]:
    """Yield what is shown and not translated in modules and packages below `root`."""
    for part in parts:
        whole = root / part
        for path in sorted(whole.rglob("*.py")) if whole.is_dir() else [whole]:
            yield from not_translated(path.read_text(encoding="utf-8"), str(path.relative_to(root)))


class _Finder(ast.NodeVisitor):
    def __init__(self, path: str) -> None:
        self.path = path
        self.found: set[Shown] = set()

    def _tell(self, node: ast.AST, text: str) -> None:
        self.found.add(Shown(self.path, node.lineno, text))  # type: ignore[attr-defined]

    def _look(self, node: ast.AST | None) -> None:
        """Look for literals in what is shown."""
        match node:
            case ast.Constant(value=str(text)):
                if _has_words(text):
                    self._tell(node, text)
            case ast.JoinedStr(values=parts):
                for part in parts:
                    self._look(part.value if isinstance(part, ast.FormattedValue) else part)
            case ast.IfExp(body=one, orelse=other):
                self._look(one)
                self._look(other)
            case ast.BinOp(left=one, right=other):
                self._look(one)
                self._look(other)
            case ast.BoolOp(values=parts) | ast.Tuple(elts=parts) | ast.List(elts=parts):
                for part in parts:
                    self._look(part)
            case ast.Call() if _name(node.func) in THROUGH:
                if isinstance(node.func, ast.Attribute):
                    self._look(node.func.value)
                for part in (*node.args, *(keyword.value for keyword in node.keywords)):
                    self._look(part)

    def visit_Call(self, node: ast.Call) -> None:
        name = _name(node.func)
        if name in TRANSLATED:
            for value in (keyword.value for keyword in node.keywords):
                self._look(value)
                self.visit(value)
            return
        if name in SILENT:
            return
        if name in SHOWING:
            for argument in node.args[SHOWING[name] :]:
                self._look(argument)
        for keyword in node.keywords:
            if keyword.arg in NAMED:
                self._look(keyword.value)
        self.generic_visit(node)

    def visit_Assign(self, node: ast.Assign) -> None:
        for target in node.targets:
            if isinstance(target, ast.Attribute) and target.attr in TITLES:
                self._look(node.value)
            if isinstance(target, ast.Name) and target.id == "CSS":
                return
        self.generic_visit(node)

    def visit_Tuple(self, node: ast.Tuple) -> None:
        match node.elts:
            case [first, ast.Constant(value=str(look))] if re.match(r"(row|bar|article)--", look):
                self._look(first)
        self.generic_visit(node)

    def visit_FunctionDef(self, node: ast.FunctionDef) -> None:
        if node.name in SAYING:
            for each in ast.walk(node):
                if isinstance(each, ast.Return):
                    self._look(each.value)
        self._visit_body(node)

    visit_AsyncFunctionDef = visit_FunctionDef  # noqa: N815

    def visit_ClassDef(self, node: ast.ClassDef) -> None:
        self._visit_body(node)

    def visit_Module(self, node: ast.Module) -> None:
        self._visit_body(node)

    def _visit_body(self, node: ast.FunctionDef | ast.ClassDef | ast.Module) -> None:
        """Go on, past what is said about the code."""
        for child in ast.iter_child_nodes(node):
            if not (isinstance(child, ast.Expr) and isinstance(child.value, ast.Constant)):
                self.visit(child)

    def visit_Constant(self, node: ast.Constant) -> None:
        if (
            isinstance(node.value, str)
            and node.value not in PLAIN
            and _SENTENCE.search(_NO_WORDS.sub(" ", node.value))
        ):
            self._tell(node, node.value)


def _has_words(text: str) -> bool:
    return text not in PLAIN and bool(_WORD.search(_NO_WORDS.sub(" ", text)))


def _name(node: ast.expr) -> str:
    if isinstance(node, ast.Attribute):
        return node.attr
    return node.id if isinstance(node, ast.Name) else ""
