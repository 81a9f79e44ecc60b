"""The sentences of the program below its interface: what they are made from, collected from the sources."""

from __future__ import annotations

import ast
import itertools
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from helpers.said_words import FOLDERS, MADE, NO_SENTENCE, NOT_SHOWN, UNSAID, WORDS

STRUCTURES = Path(__file__).parents[2] / "resources" / "bytescope_data" / "structures"
APP = Path(__file__).parents[2] / "app" / "bytescope"
MOST_WAYS = 48
"""Of saying one f-string; where there are more, its conditions are holes."""

NUMBERED = frozenset(
    {"count_text", "len", "hex_text", "int", "ord", "abs", "sum", "min", "max", "hex_offset"}
)
AS_THEY_ARE = frozenset({"shown_input", "printable_name", "_shown", "_quoted", "quoted_name", "_name"})
NAMES = frozenset({"name", "shown", "path", "shown_name", "root", "named"})
COUNTS = frozenset({"at", "line", "column", "number"})
VERBS = {"_are": ("is", "are"), "_were": ("was", "were")}
PLURALS = frozenset({"plural", "counted"})
_SKIPPED_CALLS = frozenset(
    {"compile", "debug", "warning", "exception", "cast", "TypeVar", "getLogger", "startswith", "endswith"}
    | {
        "fullmatch",
        "sub",
        "search",
        "match",
        "encode",
        "frombuffer",
        "dtype",
        "namedtuple",
        "split",
        "TypedDict",
    }
)
_GRAMMAR = frozenset({"is", "are", "was", "were", "has", "have", "do", "does", "s", "", "differs", "differ"})
_PLACE = re.compile(r"\{(\w+)(:,)?\}")
_HOLE = re.compile(r"%\d")


@dataclass(frozen=True)
class Hole:
    """A place in a sentence; ``kind`` as in ``ui.phrasebook``, ``source`` tells two holes apart."""

    kind: str
    source: str


@dataclass(frozen=True)
class Sentence:
    """What a sentence is made from, with where; ``parts`` are texts and holes in turn."""

    parts: tuple[str | Hole, ...]
    where: str
    root: ast.AST | None = field(default=None, compare=False, repr=False)

    @property
    def text(self) -> str:
        """With holes as ``%1``, in the order in which they come."""
        number = itertools.count(1)
        texts = (part if isinstance(part, str) else f"%{next(number)}" for part in self.parts)
        return "".join(texts).lstrip(" ,;·").rstrip(" ")

    @property
    def kinds(self) -> str:
        out = ""
        for at, part in enumerate(self.parts):
            if isinstance(part, Hole):
                before = self.parts[at - 1] if at else ""
                quoted = isinstance(before, str) and before.endswith(("“", '"'))
                out += "v" if quoted else part.kind
        return out


@dataclass
class Scope:
    """The names of a module or a function that stand for texts, with all that they were given."""

    texts: dict[str, list[ast.expr]] = field(default_factory=dict)
    others: set[str] = field(default_factory=set)

    def told(self, name: str) -> list[ast.expr]:
        return [] if name in self.others else self.texts.get(name, [])


def _scope(node: ast.AST) -> Scope:
    scope = Scope()
    if isinstance(node, ast.FunctionDef):
        every = [*node.args.args, *node.args.kwonlyargs, *node.args.posonlyargs]
        scope.others |= {arg.arg for arg in every}
    for child in _own(node):
        if isinstance(child, ast.Assign | ast.AnnAssign) and child.value is not None:
            targets = child.targets if isinstance(child, ast.Assign) else [child.target]
            for target in targets:
                for name, value in _given(target, child.value):
                    if _texty(value):
                        scope.texts.setdefault(name, []).append(value)
                    else:
                        scope.others.add(name)
        elif isinstance(child, ast.AugAssign | ast.For | ast.comprehension | ast.NamedExpr):
            scope.others |= {n.id for n in ast.walk(child.target) if isinstance(n, ast.Name)}
    return scope


def _given(target: ast.expr, value: ast.expr) -> Iterator[tuple[str, ast.expr]]:
    if isinstance(target, ast.Name):
        yield target.id, value
    elif isinstance(value, ast.IfExp):
        yield from _given(target, value.body)
        yield from _given(target, value.orelse)
    elif (
        isinstance(target, ast.Tuple) and isinstance(value, ast.Tuple) and len(target.elts) == len(value.elts)
    ):
        for one, other in zip(target.elts, value.elts, strict=True):
            yield from _given(one, other)
    else:
        for name in ast.walk(target):
            if isinstance(name, ast.Name):
                yield name.id, value


def _own(node: ast.AST) -> Iterator[ast.AST]:
    """What stands in ``node``, but not in the functions in it."""
    for child in ast.iter_child_nodes(node):
        yield child
        if not isinstance(child, ast.FunctionDef | ast.Lambda | ast.ClassDef):
            yield from _own(child)


def _texty(node: ast.expr) -> bool:
    if isinstance(node, ast.IfExp):
        return _texty(node.body) and _texty(node.orelse)
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add):
        return _texty(node.left) or _texty(node.right)
    return isinstance(node, ast.JoinedStr) or (isinstance(node, ast.Constant) and isinstance(node.value, str))


class Collector(ast.NodeVisitor):
    """All texts of a module that may be sentences, with every way of saying them."""

    def __init__(self, where: str, tree: ast.Module) -> None:
        self._where = where
        self._scopes = [_scope(tree)]
        self._put_in: dict[str, set[int]] = {}
        self._put: dict[int, str] = {}
        self.found: list[Sentence] = []
        self.visit(tree)
        used = Counter(
            n.id for n in ast.walk(tree) if isinstance(n, ast.Name) and isinstance(n.ctx, ast.Load)
        )
        self.found = [item for item in self.found if not self._is_part(item, used)]

    def _is_part(self, item: Sentence, used: Counter[str]) -> bool:
        """Whether a text is never shown but in others, which were taken with it."""
        name = self._put.get(id(item.root))
        if name is None:
            return False
        return item.parts[0] in _GRAMMAR or len(self._put_in[name]) == used[name]

    def visit_FunctionDef(self, node: ast.FunctionDef) -> None:
        self._scopes.append(_scope(node))
        for child in node.body:
            self.visit(child)
        self._scopes.pop()

    def visit_AnnAssign(self, node: ast.AnnAssign) -> None:
        if node.value is not None:
            self.visit(node.value)

    def visit_Expr(self, node: ast.Expr) -> None:
        if not isinstance(node.value, ast.Constant):
            self.visit(node.value)

    def visit_Assign(self, node: ast.Assign) -> None:
        names = [target.id for target in node.targets if isinstance(target, ast.Name)]
        if names not in (["__all__"], ["__slots__"]):
            self.visit(node.value)

    def visit_Dict(self, node: ast.Dict) -> None:
        for key in node.keys:
            if key is not None and not isinstance(key, ast.Constant):
                self.visit(key)
        for value in node.values:
            self.visit(value)

    def visit_Subscript(self, node: ast.Subscript) -> None:
        self.visit(node.value)

    def visit_Compare(self, node: ast.Compare) -> None:
        return

    def visit_Call(self, node: ast.Call) -> None:
        name = _called(node)
        if name in _SKIPPED_CALLS:
            return
        if name in PLURALS:
            self._plurals(node)
            for arg in node.args[:1]:
                self.visit(arg)
            return
        if name == "format" and isinstance(node.func, ast.Attribute) and _texty(node.func.value):
            self.visit(node.func.value)
        self.generic_visit(node)

    def visit_Constant(self, node: ast.Constant) -> None:
        if isinstance(node.value, str):
            self._take(node)

    def visit_JoinedStr(self, node: ast.JoinedStr) -> None:
        self._take(node)
        for value in node.values:
            if isinstance(value, ast.FormattedValue) and not isinstance(
                value.value, ast.Constant | ast.IfExp
            ):
                self.visit(value.value)

    def visit_BinOp(self, node: ast.BinOp) -> None:
        if isinstance(node.op, ast.Add) and _texty(node):
            self._take(node)
        else:
            self.generic_visit(node)

    def _plurals(self, node: ast.Call) -> None:
        nouns = [_constant(arg) for arg in node.args[1:]] or ["byte"]
        if nouns[0] is not None:
            many = nouns[1] if len(nouns) > 1 and nouns[1] else f"{nouns[0]}s"
            for noun in (nouns[0], many):
                self.found.append(Sentence((Hole("n", "count"), f" {noun}"), self._where))

    def _take(self, node: ast.expr) -> None:
        for parts in self._ways(node, 0):
            merged = _merged(parts)
            if merged:
                self.found.append(Sentence(merged, self._where, node))

    def _ways(self, node: ast.expr, depth: int) -> list[list[str | Hole]]:
        """Every way of saying ``node``: where a part has several, each with each."""
        if isinstance(node, ast.Constant):
            return [_formatted(node.value)] if isinstance(node.value, str) else [[_hole(node)]]
        if isinstance(node, ast.JoinedStr):
            ways: list[list[str | Hole]] = [[]]
            for value in node.values:
                inner = value.value if isinstance(value, ast.FormattedValue) else value
                more = self._ways(inner, depth + 1)
                spec = getattr(value, "format_spec", None)
                if spec is not None or (isinstance(value, ast.FormattedValue) and value.conversion == 114):
                    more = [[_hole(inner, spec)]]
                if len(ways) * len(more) > MOST_WAYS:
                    more = [[_hole(inner)]]
                ways = [[*way, *other] for way in ways for other in more]
            return ways
        if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add) and _texty(node):
            return [[*a, *b] for a in self._ways(node.left, depth) for b in self._ways(node.right, depth)]
        if isinstance(node, ast.IfExp) and _texty(node):
            return [*self._ways(node.body, depth), *self._ways(node.orelse, depth)]
        if isinstance(node, ast.Call) and _called(node) in VERBS:
            return [[verb] for verb in VERBS[_called(node)]]
        if isinstance(node, ast.Name) and depth < 6:
            for scope in (self._scopes[-1], self._scopes[0]):
                given = scope.told(node.id)
                if given:
                    self._put_in.setdefault(node.id, set()).add(id(node))
                    for value in given:
                        self._put.update({id(leaf): node.id for leaf in _leaves(value)})
                    return [way for value in given for way in self._ways(value, depth + 1)]
                if node.id in scope.others:
                    break
        return [[_hole(node)]]


def _formatted(text: str) -> list[str | Hole]:
    """A text with the places of ``str.format`` as holes."""
    parts = _PLACE.split(text)
    out: list[str | Hole] = [parts[0]]
    for name, spec, fixed in zip(parts[1::3], parts[2::3], parts[3::3], strict=True):
        out += [Hole("n" if spec else "v" if name in NAMES else ".", name), fixed]
    return out


def _leaves(node: ast.expr) -> list[ast.expr]:
    if isinstance(node, ast.IfExp):
        return [*_leaves(node.body), *_leaves(node.orelse)]
    return [node]


def _called(node: ast.Call) -> str:
    return node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")


def _constant(node: ast.expr) -> str | None:
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else None


def _hole(node: ast.expr, spec: ast.expr | None = None) -> Hole:
    source = ast.unparse(node)
    if spec is not None:
        text = ast.unparse(spec)
        return Hole("n" if re.search(r"[,dxXfgobn%]'$", text) else ".", source)
    if isinstance(node, ast.Call) and _called(node) in NUMBERED:
        return Hole("n", source)
    if isinstance(node, ast.Constant) and isinstance(node.value, int):
        return Hole("n", source)
    if isinstance(node, ast.Call) and _called(node) in AS_THEY_ARE:
        return Hole("v", source)
    last = source.rpartition(".")[2]
    if last in COUNTS:
        return Hole("n", source)
    if last in NAMES:
        return Hole("v", source)
    return Hole(".", source)


def _merged(parts: list[str | Hole]) -> tuple[str | Hole, ...]:
    """Texts that follow one another are one, and so are holes."""
    out: list[str | Hole] = []
    for part in parts:
        if part == "":
            continue
        if out and isinstance(part, str) and isinstance(out[-1], str):
            out[-1] += part
        elif out and isinstance(part, Hole) and isinstance(out[-1], Hole):
            out[-1] = Hole(".", f"{out[-1].source} {part.source}")
        else:
            out.append(part)
    return tuple(_without_sentences(out))


def _without_sentences(parts: list[str | Hole]) -> list[str | Hole]:
    """Without the holes at the ends that are sentences of their own, which are found by themselves."""
    if len(parts) > 1 and _is_phrase(parts[0]) and re.match(" [A-Z]", str(parts[1])):
        parts = [str(parts[1])[1:], *parts[2:]]
    if len(parts) > 1 and _is_phrase(parts[-1]) and re.search(r"(?<!\.)[.?!] ?$", str(parts[-2])):
        parts = [*parts[:-2], str(parts[-2]).rstrip()]
    return parts


def _is_phrase(part: str | Hole) -> bool:
    return isinstance(part, Hole) and part.kind == "."


def collect(folder: str) -> list[Sentence]:
    """Of every module of a package below ``app/bytescope``."""
    return [sentence for path, tree in _modules(folder) for sentence in Collector(_where(path), tree).found]


def _modules(folder: str) -> Iterator[tuple[Path, ast.Module]]:
    for path in sorted((APP / folder).rglob("*.py")):
        yield path, ast.parse(path.read_text(encoding="utf-8"))


def _where(path: Path) -> str:
    return path.relative_to(APP).with_suffix("").as_posix()


def said_by_the_interface() -> list[Sentence]:
    """What the interface gives to ``told`` itself, and all that is counted in it."""
    found = []
    for path, tree in _modules("ui"):
        collector = Collector(_where(path), ast.Module([], []))
        for node in ast.walk(tree):
            if not isinstance(node, ast.Call):
                continue
            if isinstance(node.func, ast.Name) and node.func.id == "told":
                collector.visit(node.args[0])
            elif _called(node) in PLURALS:
                collector.visit_Call(node)
        found += collector.found
    return found


@cache
def every() -> dict[str, Sentence]:
    """All that a person may be shown of it, by its text; of two that read alike the one with more freedom."""
    found: dict[str, Sentence] = {}
    for sentence in [*said_by_the_interface(), *(s for folder in FOLDERS for s in collect(folder))]:
        if not _is_shown(sentence):
            continue
        known = found.get(sentence.text)
        if known is None or sentence.kinds < known.kinds:
            found[sentence.text] = sentence
    found.update({text: _made(text, kinds) for text, kinds in MADE.items()})
    for path in sorted(STRUCTURES.glob("*.h")):
        for title in re.findall(r"^// name: (.*)", path.read_text(encoding="utf-8"), re.MULTILINE):
            found.setdefault(title, Sentence((title,), f"structures/{path.stem}"))
    return found


def _made(text: str, kinds: str) -> Sentence:
    fixed = _HOLE.split(text)
    parts: list[str | Hole] = [fixed[0]]
    for kind, part in zip(kinds, fixed[1:], strict=True):
        parts += [Hole(kind, text), part]
    return Sentence(tuple(part for part in parts if part), "made of words")


def _is_shown(sentence: Sentence) -> bool:
    text = sentence.text
    if sentence.where in NOT_SHOWN or "id(self)" in str(sentence.parts):
        return False
    if text in WORDS:
        return True
    return " " in text and not NO_SENTENCE.search(text) and text not in UNSAID


def templates() -> dict[str, str]:
    """Those with holes, and the kinds of these, as ``ui.phrasebook`` reads them."""
    return {text: item.kinds for text, item in sorted(every().items()) if "%1" in text}
