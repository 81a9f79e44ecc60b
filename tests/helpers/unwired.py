"""Finds the words of the interface that no translation can reach."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from helpers.wording import LOOKED_UP

WORDS = re.compile(r"[A-Za-z]{2}")
_KEY = re.compile(r"(Ctrl|Alt|Shift|Meta)\+|F\d+$")
_NAME = re.compile(
    r"[a-z][a-z0-9_.:*/@%-]*$|[a-z]+[A-Z]\w*$|Q[A-Z]\w+$|#[0-9a-f]{6}$|[\w.-]*\.[a-z]{2,8}$|[A-Z_]+$"
)
"""What reads like the name of an object, a property, a module, a class of Qt, a colour, a file."""

SILENT_CALLS = frozenset(
    {"setObjectName", "findChild", "setProperty", "property", "connect", "run", "cancel", "has", "is_running"}
    | {"compile", "debug", "warning", "exception", "getLogger", "import_module", "setdefault", "getattr"}
    | {"startswith", "endswith", "partition", "removeprefix", "open", "joinpath", "write", "save", "hasattr"}
    | {"QKeySequence", "TypeVar", "NotImplementedError", "KeyError", "ValueError", "OSError"}
)
"""What is given to these is not shown: names of objects and jobs, patterns, keys, defects of the program."""


class Literal(NamedTuple):
    where: str
    text: str


def literals(source: str, where: str) -> Iterator[Literal]:
    """The texts of a module that read like words and are neither looked up nor given to what is silent.

    Of an f-string the parts between its holes, with {} in their place.
    """
    tree = ast.parse(source)
    above = {child: node for node in ast.walk(tree) for child in ast.iter_child_nodes(node)}
    for node in ast.walk(tree):
        text = _text(node)
        if (
            text
            and _reads_like_words(text)
            and not _has_number_of_object(node)
            and not any(_hides(parent, child) for child, parent in _up(node, above))
        ):
            yield Literal(where, text)


def _text(node: ast.AST) -> str:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    if isinstance(node, ast.JoinedStr):
        return "".join(v.value if isinstance(v, ast.Constant) else "{}" for v in node.values)  # type: ignore[misc]
    return ""


def _has_number_of_object(node: ast.AST) -> bool:
    """Whether it is the name of a job, which has the ``id`` of its object."""
    calls = (part for part in ast.walk(node) if isinstance(part, ast.Call))
    return any(_name(call) == "id" for call in calls)


def _reads_like_words(text: str) -> bool:
    bare = text.replace("{}", "")
    if not WORDS.search(bare) or _KEY.match(bare):
        return False
    return " " in text if "{}" in text else not _NAME.match(bare)


def _up(node: ast.AST, above: dict[ast.AST, ast.AST]) -> Iterator[tuple[ast.AST, ast.AST]]:
    """Pairs of a node and what it stands in, from the innermost to the module."""
    while node in above:
        yield node, above[node]
        node = above[node]


def _hides(parent: ast.AST, child: ast.AST) -> bool:
    """Whether what stands at ``child`` in ``parent`` is not shown, or is looked up."""
    if isinstance(parent, ast.Expr):
        return isinstance(child, ast.Constant)  # a docstring
    if isinstance(parent, (ast.FormattedValue, ast.JoinedStr)):
        return isinstance(child, ast.Constant)  # the parts of an f-string; format specs
    if isinstance(parent, (ast.Compare, ast.Subscript, ast.Assert, ast.arguments, ast.arg)):
        return True
    if isinstance(parent, ast.AnnAssign):
        return child is parent.annotation
    if isinstance(parent, (ast.FunctionDef, ast.ClassDef)):
        return child in parent.decorator_list or child is getattr(parent, "returns", None)
    if isinstance(parent, ast.Call) and child is not parent.func:
        name = _name(parent)
        if name in SILENT_CALLS:
            return True
        return name in LOOKED_UP and child in parent.args[LOOKED_UP[name]]
    return False


def _name(call: ast.Call) -> str:
    return call.func.id if isinstance(call.func, ast.Name) else getattr(call.func, "attr", "")


def unwired(folders: Iterable[Path], wired: Iterable[str]) -> list[Literal]:
    """Of all modules below ``folders`` the literals that no table of ``wired`` has either."""
    known = set(wired)
    return [
        item
        for folder in folders
        for path in sorted(folder.rglob("*.py"))
        for item in literals(path.read_text(encoding="utf-8"), f"{folder.name}/{path.relative_to(folder)}")
        if item.text not in known
    ]
