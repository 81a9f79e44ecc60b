"""Reads the program's own source: modules, functions, imports, for the tests that watch over its shape."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parents[2]
APP = CHECKOUT / "app"
TESTS = CHECKOUT / "tests"


@dataclass(frozen=True)
class Module:
    """A source file. ``name`` is dotted, from ``root``; messages say ``where``."""

    path: Path
    root: Path

    @cached_property
    def name(self) -> str:
        parts = self.path.relative_to(self.root).with_suffix("").parts
        return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)

    @cached_property
    def text(self) -> str:
        return self.path.read_text(encoding="utf-8")

    @cached_property
    def lines(self) -> int:
        return len(self.text.splitlines())

    @cached_property
    def tree(self) -> ast.Module:
        return ast.parse(self.text)

    @cached_property
    def nodes(self) -> tuple[ast.AST, ...]:
        """All of the tree, from the outside to the inside."""
        return tuple(ast.walk(self.tree))

    def where(self, node: ast.AST | int) -> str:
        line = node if isinstance(node, int) else getattr(node, "lineno", 1)
        return f"{self.path.relative_to(self.root.parent)}:{line}"

    def functions(self) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
        for node in self.nodes:
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                yield node

    def classes(self) -> Iterator[ast.ClassDef]:
        return (node for node in self.nodes if isinstance(node, ast.ClassDef))

    def calls(self) -> Iterator[tuple[str, ast.Call]]:
        """Every call with what is called, as far as it is a dotted name ("os.system", "…connect")."""
        for node in self.nodes:
            if isinstance(node, ast.Call):
                yield dotted(node.func), node

    def imports(self) -> Iterator[tuple[str, ast.stmt]]:
        """Every imported module, also those inside functions, but not those for type checkers alone."""
        skipped = {id(inner) for node in self._for_types() for inner in ast.walk(node)}
        for node in self.nodes:
            if id(node) in skipped:
                continue
            if isinstance(node, ast.Import):
                yield from ((alias.name, node) for alias in node.names)
            elif isinstance(node, ast.ImportFrom) and node.module:
                yield node.module, node
                yield from ((f"{node.module}.{alias.name}", node) for alias in node.names)

    def _for_types(self) -> Iterator[ast.stmt]:
        for node in self.nodes:
            if isinstance(node, ast.If) and dotted(node.test).endswith("TYPE_CHECKING"):
                yield from node.body


def dotted(node: ast.AST) -> str:
    """``a.b.c`` of a name or attribute; an unknown beginning is written as an ellipsis."""
    if isinstance(node, ast.Name):
        return node.id
    if isinstance(node, ast.Attribute):
        return f"{dotted(node.value)}.{node.attr}"
    return "…"


def length(node: ast.stmt) -> int:
    """Lines from the ``def`` or ``class`` to the end; decorators are not counted."""
    return (node.end_lineno or node.lineno) - node.lineno + 1


@cache
def modules(root: Path) -> list[Module]:
    """All source files below ``root``, sorted by name; read once, until ``forget_modules``."""
    found = (Module(path, root) for path in root.rglob("*.py") if "__pycache__" not in path.parts)
    return sorted(found, key=lambda module: module.name)


def forget_modules() -> None:
    """Give back the memory that the trees of all sources take."""
    modules.cache_clear()


def listed(found: list) -> str:
    """One finding a line, as the message of a failed assertion."""
    lines = (" ".join(map(str, item)) if isinstance(item, tuple) else str(item) for item in found)
    return "\n" + "\n".join(lines)
