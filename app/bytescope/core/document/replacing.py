"""Replaces many ranges, by the same bytes or each by its own, as one step: a few bytes of memory for each."""

from __future__ import annotations

from array import array
from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple

from bytescope.core.change import Kind
from bytescope.core.document import spans
from bytescope.core.document.added import AddedBlock
from bytescope.core.document.places import Pieces, Places
from bytescope.core.document.prepared import SPAN_COST, Prepared, Splice
from bytescope.core.document.spans import Frozen, Leaf, Part, Span
from bytescope.core.document.steps import ZEROS, sized
from bytescope.core.errors import RefusedError
from bytescope.core.ranges import ByteRange
from bytescope.core.source.base import Source
from bytescope.core.ticket import Ticket

if TYPE_CHECKING:
    from bytescope.core.document.snapshot import Snapshot

MOST_GROUPS = 1024
"""A step has at most so many splices; the widest gaps between the hits stay out of them."""

FEW_GROUPS = 64
"""The same where there are more hits than that and the length changes, as each splice then costs more."""

_FEW = 8
_AT_ONCE = 1 << 14


def hits(count: int) -> str:
    """``1 hit``, ``12,345 hits``."""
    return "1 hit" if count == 1 else f"{count:,} hits"


def prepare(
    snapshot: Snapshot,
    ranges: Iterable[ByteRange] | Places,
    data: bytes | Pieces,
    budget: int,
    ticket: Ticket | None = None,
) -> Prepared:
    """Each of ``ranges`` (sorted, disjoint, in the coordinates of the snapshot) replaced by ``data``, or by
    its own piece of it.

    Raises RefusedError where a range is outside or the step would cost more than ``budget`` bytes,
    ValueError where the ranges are not in order, ``Cancelled``.
    """
    from bytescope.core.document.operations import ReplaceEach

    places = Places.of(ranges)
    if len(places) and places.ends[-1] > snapshot.size:
        raise RefusedError(
            f"A hit reaches past the end of the document, which has {sized(snapshot.size)}; search again."
        )
    put = _Put.of(data, len(places))
    cost = 2 * SPAN_COST * len(places) + put.cost
    if cost > budget:
        raise RefusedError(
            f"To replace {hits(len(places))} as one step takes {sized(cost)}, more than the "
            f"{sized(budget)} kept for undo; choose a smaller range."
        )
    if ticket is not None:
        ticket.total += len(places)
    same = places.all_of(len(data)) if isinstance(data, bytes) else data.fit(places)
    most = MOST_GROUPS if same or len(places) <= MOST_GROUPS else FEW_GROUPS
    splices: list[Splice] = []
    grown = 0
    for first, end in places.groups(most):
        start = places.starts[first]
        length = places.ends[end - 1] - start
        parts = _woven(snapshot.table, places, first, end, put, ticket)
        if length or parts:
            splices.append((start + grown, length, parts))
            grown += sum(part.length for part in parts) - length
    op = ReplaceEach(places, put.span, put.ends)
    name = f"Replace {hits(len(places))}"
    caret = places.starts[0] if len(places) else 0
    size = snapshot.size - places.total + put.total
    return Prepared(op, Kind.REPLACE, name, splices, caret, cost, snapshot.base, snapshot.generation, size)


class _Put(NamedTuple):
    """What takes the place of hits: all bytes of it (None: nothing), where each hit's own end, and how many
    bytes all hits get.
    """

    span: Span | None
    ends: array[int] | None
    total: int
    cost: int

    @classmethod
    def of(cls, data: bytes | Pieces, count: int) -> _Put:
        if isinstance(data, bytes):
            span = Span(AddedBlock(data, len(data)), 0, len(data)) if data else None
            return cls(span, None, count * len(data), len(data))
        if len(data.ends) != count:
            raise ValueError("each range has a piece")
        span = Span(data.source, 0, data.total) if data.total else None
        kept = 0 if hasattr(data.source, "needs_io") else data.total
        return cls(span, data.ends, data.total, kept + data.ends.itemsize * count)


def _woven(
    table: Frozen, places: Places, first: int, end: int, put: _Put, ticket: Ticket | None
) -> list[Part]:
    """What is to stand from the start of hit ``first`` to the end of hit ``end - 1``."""
    data, ends = put.span, put.ends
    last = ends[first - 1] if ends is not None and first else 0
    rows = Rows()
    rest = table.spans(places.starts[first], places.ends[end - 1])
    at = stop = 0
    source: Source = ZEROS
    begin = 0  # where ``source`` would have offset 0 of the document
    for i in range(first, end):
        if data is None:
            pass
        elif ends is None:
            rows.add(*data)
        elif ends[i] > last:
            rows.add(data.source, last, ends[i] - last)
            last = ends[i]
        at = places.ends[i]
        gap_end = places.starts[i + 1] if i + 1 < end else at
        while at < gap_end:
            while stop <= at:
                place, (source, begin, length) = next(rest)
                begin -= place
                stop = place + length
            until = min(stop, gap_end)
            rows.add(source, begin + at, until - at)
            at = until
        if ticket is not None and (i + 1 - first) % _AT_ONCE == 0:
            ticket.advance(_AT_ONCE)
    if ticket is not None:
        ticket.advance((end - first) % _AT_ONCE)
    return rows.done()


class Rows:
    """Spans that become leaves as they come, with nothing else kept of them."""

    def __init__(self) -> None:
        self._leaves: list[Part] = []
        self._most = spans.LEAF_SPANS * 3 // 4
        self._begin()

    def _begin(self) -> None:
        self._ends: array[int] = array("q")
        self._starts: array[int] = array("q")
        self._sources: list[Source] = []
        self._length = 0

    def add(self, source: Source, start: int, length: int) -> None:
        self._length += length
        self._ends.append(self._length)
        self._starts.append(start)
        self._sources.append(source)
        if len(self._ends) >= self._most:
            self._leaves.append(Leaf(self._ends, self._starts, self._sources))
            self._begin()

    def done(self) -> list[Part]:
        """Few as spans, many as leaves."""
        if not self._ends:
            return self._leaves
        leaf = Leaf(self._ends, self._starts, self._sources)
        if not self._leaves and len(leaf) <= _FEW:
            return [*leaf.spans()]
        return [*self._leaves, leaf]
