"""Types laid over bytes: where each field stands. What has a fixed size is worked out when asked for."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from bytescope.core.inspect.kind import Order
from bytescope.core.ranges import ByteRange
from bytescope.core.structs.expressions import Expr, ValueProblem, evaluate
from bytescope.core.structs.placed import Laid, Placed, is_leaf, joined, part, part_count
from bytescope.core.structs.types import LARGEST, Array, Field, Placer, Struct, Type
from bytescope.core.structs.values import number_of
from bytescope.core.ticket import Ticket

MOST_NODES = 50_000
"""Fields and elements that are placed one by one, as their sizes depend on the bytes."""
LONGEST_STRING = 1 << 16
"""Elements of an array that ends with zeros."""
SHORT_STRING = 64
"""So many of them are looked at first."""

Read = Callable[[int, int], bytes]
"""(offset, length) → the bytes there; fewer at the end of the document or where they cannot be read."""


def lay(
    type_: Struct, name: str, offset: int, order: Order, read: Read, end: int, ticket: Ticket, count: int = 0
) -> Laid:
    """``type_`` at ``offset`` of a document that ends at ``end``; with ``count``, that many in a row."""
    whole: Type = type_
    if count:
        whole = Array(type_, count, type_.size * count if type_.size is not None else None)
    laying = _Laying(read, order, offset, end, ticket)
    root = laying.place(name, whole, offset, _Scope({}, None))
    if root.offset + root.size > end:
        laying.note("It reaches behind the end of the document.")
    return Laid(root, tuple(laying.notes))


@dataclass(slots=True)
class _Scope:
    """The fields placed so far, and those of the structures around."""

    known: dict[str, Placed]
    outer: _Scope | None = field(default=None)

    def find(self, name: str) -> Placed | None:
        scope: _Scope | None = self
        while scope is not None:
            if name in scope.known:
                return scope.known[name]
            scope = scope.outer
        return None


class _Laying:
    """Places one structure; reads only what a size depends on."""

    def __init__(self, read: Read, order: Order, origin: int, end: int, ticket: Ticket) -> None:
        self._read = read
        self._order = order
        self._origin = origin
        self._end = end
        self._ticket = ticket
        self._nodes = 0
        self.notes: list[str] = []

    def note(self, sentence: str) -> None:
        if sentence not in self.notes and len(self.notes) < 20:
            self.notes.append(sentence)

    def place(self, name: str, type_: Type, offset: int, scope: _Scope) -> Placed:
        """``type_`` at ``offset``, with everything inside whose size is not fixed."""
        self._nodes += 1
        self._ticket.advance(1)
        if type_.size is not None:
            return Placed(name, type_, offset, type_.size)
        if isinstance(type_, Struct):
            return self._struct(name, type_, offset, scope)
        if isinstance(type_, Array):
            return self._array(name, type_, offset, scope)
        return Placed(name, type_, offset, self._leb_size(offset))

    def _struct(self, name: str, type_: Struct, offset: int, outer: _Scope) -> Placed:
        scope = _Scope({}, outer)
        placer = Placer(type_.union, type_.pack)
        parts: list[Placed] = []
        for inside in type_.fields:
            if self._nodes > MOST_NODES:
                self._full()
                break
            at, used = (self._moved(inside, scope), 0) if inside.at is not None else placer.next(inside)
            if at is None:
                continue
            if inside.at is None:
                at += offset
            made = self.place(inside.name, inside.type, at, scope)
            if inside.bits is not None:
                made = Placed(made.name, made.type, made.offset, made.size, inside.bits, used)
            if inside.at is None:
                placer.take(at - offset, made.size)
            parts.append(made)
            if inside.name:
                scope.known[inside.name] = made
            else:
                scope.known.update({item.name: item for item in _some_parts(made)})
        return _whole(name, type_, offset, placer.whole(type_.alignment), parts)

    def _moved(self, inside: Field, scope: _Scope) -> int | None:
        """Where a field with a place of its own stands; None, and a note, where that is nowhere."""
        assert inside.at is not None
        value = self._value(inside.at, scope, inside.name)
        if value is None:
            return None
        at = value + (0 if inside.in_file else self._origin)
        if not 0 <= at < self._end:
            self.note(f"“{inside.name}” would stand at {at:,}, outside of the document.")
            return None
        return at

    def _array(self, name: str, type_: Array, offset: int, scope: _Scope) -> Placed:
        if type_.count == "zero":
            return Placed(name, type_, offset, self._string_size(name, type_, offset))
        step = type_.of.size
        if type_.count == "rest":
            count = max(0, self._end - offset) // step if step else MOST_NODES if step is None else 0
        elif isinstance(type_.count, int):
            count = type_.count
        else:
            value = self._value(type_.count, scope, name)
            if value is not None and value < 0:
                self.note(f"The count of “{name}” is {value:,}: it is left empty.")
            count = max(0, value or 0)
        if step is None:
            return self._elements(name, type_, offset, count, scope)
        if step * count > LARGEST:
            self.note(f"“{name}” would have {count:,} elements: it is left empty.")
            count = 0
        return Placed(name, Array(type_.of, count, step * count), offset, step * count)

    def _elements(self, name: str, type_: Array, offset: int, count: int, scope: _Scope) -> Placed:
        """Elements of different sizes, as far as there are bytes."""
        parts: list[Placed] = []
        at = offset
        while len(parts) < count and at < self._end:
            if self._nodes > MOST_NODES:
                self._full()
                break
            made = self.place(f"[{len(parts)}]", type_.of, at, scope)
            parts.append(made)
            at += made.size
            if not made.size and type_.count == "rest":
                break  # it would never come to the end
        if type_.count != "rest" and len(parts) < count and self._nodes <= MOST_NODES:
            self.note(f"“{name}” ends with the document after {len(parts):,} of {count:,} elements.")
        return _whole(name, type_, offset, at - offset, parts)

    def _full(self) -> None:
        self.note(f"Only the first {MOST_NODES:,} fields are laid out.")

    def _string_size(self, name: str, type_: Array, offset: int) -> int:
        """The bytes up to the first element of zeros, and with it; few are read where they are enough."""
        step = type_.of.size or 1
        count = SHORT_STRING
        while True:
            data = self._read(offset, count * step)
            size = _ended(data, step)
            if size:
                return size
            if len(data) < count * step or count >= LONGEST_STRING:
                self.note(f"“{name}” has no end within {len(data) // step:,} elements.")
                return len(data) // step * step
            self._ticket.check()
            count *= 32

    def _leb_size(self, offset: int) -> int:
        data = self._read(offset, 16)
        return next((at + 1 for at, byte in enumerate(data) if not byte & 0x80), len(data))

    # -- values of fields ---------------------------------------------------------------------

    def _value(self, expr: Expr, scope: _Scope, name: str) -> int | None:
        def lookup(path: str) -> int | None:
            return self._number(path, scope)

        try:
            return evaluate(expr, lookup)
        except ValueProblem as problem:
            self.note(f"“{name}” is left empty: {problem}.")
            return None

    def _number(self, path: str, scope: _Scope) -> int | None:
        first, *rest = path.split(".")
        found = scope.find(first)
        for name in rest:
            if found is None:
                return None
            found = next((item for item in _some_parts(found) if item.name == name), None)
        if found is None or not is_leaf(found):
            return None
        return number_of(found, self._read(found.offset, min(found.size, 16)), self._order)


def _ended(data: bytes, step: int) -> int:
    """The length of ``data`` up to the first element of ``step`` zeros, and with it; 0 without one."""
    zeros = bytes(step)
    at = data.find(zeros)
    while at >= 0 and at % step:
        at = data.find(zeros, at + 1)
    return at + step if at >= 0 else 0


def _whole(name: str, type_: Type, offset: int, size: int, parts: list[Placed]) -> Placed:
    low = min((item.hull.start for item in parts), default=offset)
    high = max((item.hull.end for item in parts), default=offset)
    elsewhere = low < offset or high > offset + size
    reach = ByteRange(min(low, offset), max(high, offset + size)) if elsewhere else None
    return Placed(name, type_, offset, size, parts=tuple(parts), reach=reach)


def _some_parts(placed: Placed) -> Iterator[Placed]:
    """The fields of a structure; those of nameless structures inside as well."""
    if isinstance(placed.type, Struct):
        for number in range(part_count(placed)):
            item = part(placed, number)
            yield item
            if not item.name:
                yield from _some_parts(item)


def leaves(
    placed: Placed, within: ByteRange, path: str = "", ink: int = 0
) -> Iterator[tuple[str, Placed, int]]:
    """The values that touch ``within``: their names, what they are, and numbers that differ for neighbours.

    In the order of the definition.
    """
    if not placed.hull.touches(within):
        return
    if is_leaf(placed):
        if placed.range.touches(within):
            yield path, placed, ink
        return
    for number in _touching(placed, within):
        item = part(placed, number)
        yield from leaves(item, within, joined(path, item.name), ink + _ink(placed, item, number))


def _ink(whole: Placed, item: Placed, number: int) -> int:
    """What the number of a part adds to that of the whole; the bytes of an array are of one colour."""
    if not is_leaf(item):
        return number * 3
    if isinstance(whole.type, Array):
        return 0 if item.size == 1 else number % 2 * 2  # never that of the field behind the array
    return number


def _start(placed: Placed) -> int:
    return placed.offset


def _touching(placed: Placed, within: ByteRange) -> range:
    """The numbers of the parts that can touch ``within``."""
    count = part_count(placed)
    if not isinstance(placed.type, Array):
        return range(count)
    if placed.parts is not None:
        if placed.reach is not None:
            return range(count)
        first = bisect_right(placed.parts, within.start, key=_start) - 1
        return range(max(0, first), bisect_left(placed.parts, within.end, key=_start))
    step = placed.type.of.size
    if not step:
        return range(0)
    first = max(0, within.start - placed.offset) // step
    return range(min(first, count), min(count, -(-max(0, within.end - placed.offset) // step)))
