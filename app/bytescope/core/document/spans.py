"""Holds the spans of a document: found, replaced and frozen in microseconds, however many."""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, islice
from operator import attrgetter
from threading import Lock
from typing import NamedTuple

from bytescope.core.ranges import ByteRange
from bytescope.core.source.base import Source

LEAF_SPANS = 256
"""Most spans in a leaf. A change copies one leaf, so this bounds what a change costs."""

_FEW = 8
"""Up to so many spans are handed over one by one, more as a leaf."""


class Span(NamedTuple):
    """``length`` bytes of ``source`` from its offset ``start``."""

    source: Source
    start: int
    length: int


class Shape(NamedTuple):
    """Where a leaf would have to stand for any of its bytes to be the base's own: ``low`` to ``high``."""

    base: Source
    low: int
    high: int
    base_bytes: int


class Derived(NamedTuple):
    """Edited pages of a leaf that begins at document offset ``at``; base bytes there, and moved ones."""

    base: Source
    at: int
    firsts: array[int]
    ends: array[int]
    moved: int
    own: int


class Leaf:
    """Up to ``LEAF_SPANS`` spans that follow one another; never changed after it was made.

    ``ends[i]`` is the end of span i counted from the start of the leaf, ``starts[i]`` its offset in
    ``sources[i]``. ``shape`` and ``derived`` are caches of ``edited.py``: each is one reference that is
    replaced as a whole, so that threads which read the same leaf need no lock.
    """

    __slots__ = ("derived", "ends", "length", "shape", "sources", "starts")

    def __init__(self, ends: array[int], starts: array[int], sources: list[Source]) -> None:
        self.ends = ends
        self.starts = starts
        self.sources = sources
        self.length = ends[-1]
        self.shape: Shape | None = None
        self.derived: Derived | None = None

    @classmethod
    def of(cls, spans: Sequence[Span]) -> Leaf:
        """A leaf of these spans (at least one)."""
        ends = array("q", accumulate(s.length for s in spans))
        return cls(ends, array("q", (s.start for s in spans)), [s.source for s in spans])

    def __len__(self) -> int:
        return len(self.ends)

    def span(self, index: int) -> Span:
        begin = self.ends[index - 1] if index else 0
        return Span(self.sources[index], self.starts[index], self.ends[index] - begin)

    def spans(self) -> list[Span]:
        """All spans of the leaf, in order."""
        begin = 0
        out = []
        for source, start, end in zip(self.sources, self.starts, self.ends):
            out.append(Span(source, start, end - begin))
            begin = end
        return out

    def within(self, start: int, end: int) -> list[Span]:
        """The spans of bytes ``start`` to ``end`` of this leaf, the outer ones clipped."""
        if start >= end:
            return []
        ends, starts, sources = self.ends, self.starts, self.sources
        i = bisect_right(ends, start)
        begin = ends[i - 1] if i else 0
        out = []
        at = start
        while at < end:
            stop = min(ends[i], end)
            out.append(Span(sources[i], starts[i] + at - begin, stop - at))
            at = begin = stop
            i += 1
        return out

    def cut(self, start: int, end: int) -> Leaf:
        """Bytes ``start`` to ``end`` (at least one) of this leaf as a leaf."""
        if start == 0 and end == self.length:
            return self
        ends = self.ends
        i = bisect_right(ends, start)
        j = bisect_left(ends, end, i) + 1
        new_ends = array("q", [e - start for e in islice(ends, i, j)])
        new_ends[-1] = end - start
        new_starts = self.starts[i:j]
        new_starts[0] += start - (ends[i - 1] if i else 0)
        return Leaf(new_ends, new_starts, self.sources[i:j])


Part = Span | Leaf
"""What a splice takes and gives: single spans, and whole leaves where there are many."""


def flat(parts: Iterable[Part]) -> list[Span]:
    """The same bytes as single spans."""
    out: list[Span] = []
    for part in parts:
        if isinstance(part, Leaf):
            out.extend(part.spans())
        else:
            out.append(part)
    return out


def one_by_one(parts: Iterable[Part]) -> Iterator[Span]:
    """As ``flat``, however many there are."""
    for part in parts:
        if isinstance(part, Leaf):
            yield from part.spans()
        else:
            yield part


def _joined(rows: list[Span]) -> list[Span]:
    """The rows with those made one that continue each other in the same source."""
    out: list[Span] = []
    for row in rows:
        if out:
            last = out[-1]
            if last.source is row.source and last.start + last.length == row.start:
                out[-1] = Span(last.source, last.start, last.length + row.length)
                continue
        out.append(row)
    return out


class _Builder:
    """Collects parts into leaves of a good size; whole leaves pass through uncopied."""

    def __init__(self) -> None:
        self.leaves: list[Leaf] = []
        self._rows: list[Span] = []

    def add(self, part: Part) -> None:
        if isinstance(part, Leaf):
            if len(part) + len(self._rows) > LEAF_SPANS // 2:
                self._flush()
            if len(part) > LEAF_SPANS // 2:
                self.leaves.append(part)
            else:
                self._rows.extend(part.spans())
        elif part.length:
            self._rows.append(part)
            if len(self._rows) >= LEAF_SPANS * 3 // 4:
                self._flush()

    def _flush(self) -> None:
        if self._rows:
            self.leaves.append(Leaf.of(_joined(self._rows)))
            self._rows = []

    def done(self) -> list[Leaf]:
        self._flush()
        return self.leaves


def _replaced(leaf: Leaf, start: int, end: int, spans: Sequence[Span]) -> tuple[list[Part], list[Leaf]]:
    """Bytes ``start`` to ``end`` of ``leaf`` replaced: what was there, and the leaves that are there now."""
    ends, starts, sources = leaf.ends, leaf.starts, leaf.sources
    count = len(ends)
    i = bisect_right(ends, start)
    j = bisect_left(ends, end, i) if end > start else i
    if i == j < count and len(spans) == 1:
        inner = _within_one(leaf, i, start, end, spans[0])
        if inner is not None:
            return inner
    removed: list[Part] = list(leaf.within(start, end))
    low, high = i, min(j + 1, count)
    rows: list[Span] = []
    if i < count:
        begin = ends[i - 1] if i else 0
        if begin < start:
            rows.append(Span(sources[i], starts[i], start - begin))
    if not rows and i:
        low = i - 1
        rows.append(leaf.span(low))
    rows.extend(spans)
    if j < count:
        right = ends[j] - end
        if right:
            begin = ends[j - 1] if j else 0
            rows.append(Span(sources[j], starts[j] + end - begin, right))
        elif high < count:
            rows.append(leaf.span(high))
            high += 1
    rows = _joined(rows)
    at = ends[low - 1] if low else 0
    delta = -sum(s.length for s in removed)
    for span in spans:
        delta += span.length
    tail = array("q", [e + delta for e in islice(ends, high, count)]) if delta else ends[high:]
    new_ends = ends[:low]
    for row in rows:
        at += row[2]
        new_ends.append(at)
    new_ends.extend(tail)
    if not new_ends:
        return removed, []
    new_starts = starts[:low]
    new_starts.extend([row[1] for row in rows])
    new_starts.extend(starts[high:])
    new_sources = sources[:low] + [row[0] for row in rows] + sources[high:]
    return removed, _divided(Leaf(new_ends, new_starts, new_sources))


def _within_one(leaf: Leaf, i: int, start: int, end: int, span: Span) -> tuple[list[Part], list[Leaf]] | None:
    """``_replaced`` in its frequent case, quickly: an overwrite amid span ``i``; None in other cases."""
    begin = leaf.ends[i - 1] if i else 0
    source, source_start = leaf.sources[i], leaf.starts[i]
    if not begin < start < end < leaf.ends[i] or end - start != span.length or span.source is source:
        return None
    ends, starts, sources = leaf.ends[:], leaf.starts[:], leaf.sources[:]
    ends.insert(i, end)
    ends.insert(i, start)
    starts.insert(i + 1, source_start + end - begin)
    starts.insert(i + 1, span.start)
    sources.insert(i + 1, source)
    sources.insert(i + 1, span.source)
    removed: list[Part] = [Span(source, source_start + start - begin, end - start)]
    new = Leaf(ends, starts, sources)
    return removed, [new] if len(ends) <= LEAF_SPANS else _divided(new)


def _divided(leaf: Leaf) -> list[Leaf]:
    """The leaf, in equal parts if it has grown too large."""
    count = len(leaf)
    if count <= LEAF_SPANS:
        return [leaf]
    size = -(-count // -(-count // (LEAF_SPANS * 3 // 4)))
    out = []
    before = 0
    for i in range(0, count, size):
        ends = leaf.ends[i : i + size]
        if before:
            ends = array("q", [e - before for e in ends])
        out.append(Leaf(ends, leaf.starts[i : i + size], leaf.sources[i : i + size]))
        before += ends[-1]
    return out


class Frozen(NamedTuple):
    """The leaves of a table at one moment and where each begins; nobody changes these lists any more."""

    leaves: list[Leaf]
    offsets: list[int]
    size: int

    def leaf_at(self, offset: int) -> int:
        """The index of the leaf that holds ``offset``; the last one for the end."""
        return max(0, bisect_right(self.offsets, offset) - 1)

    def spans(self, start: int, end: int) -> Iterator[tuple[int, Span]]:
        """(offset, clipped span) of the bytes ``start`` to ``end``, in order."""
        if start >= end:
            return
        index = self.leaf_at(start)
        at = start
        while at < end:
            leaf, begin = self.leaves[index], self.offsets[index]
            for span in leaf.within(at - begin, min(end - begin, leaf.length)):
                yield at, span
                at += span.length
            index += 1


class SpanTable:
    """A sequence of spans with a cheap frozen view.

    The leaves are immutable and shared between the table, its views and the history. Offsets of the
    leaves are kept as prefix sums: an overwrite leaves them valid, an insertion rebuilds them when
    they are next asked for. One thread changes the table; any thread may ask for a view meanwhile.
    """

    __slots__ = ("_leaves", "_lock", "_offsets", "_shared", "_stale", "size")

    def __init__(self, parts: Iterable[Part] = ()) -> None:
        builder = _Builder()
        for part in parts:
            builder.add(part)
        self._leaves = builder.done()
        self._offsets: list[int] = []
        self._stale = True
        self._shared = False
        self._lock = Lock()
        self.size = sum(leaf.length for leaf in self._leaves)

    def __len__(self) -> int:
        """How many spans there are."""
        return sum(len(leaf) for leaf in self._leaves)

    @property
    def leaves(self) -> int:
        """How many leaves there are: what a snapshot costs to copy, and what copies of all double."""
        return len(self._leaves)

    def snapshot(self) -> Frozen:
        """A view that stays as it is; costs nothing now, one copy of the leaf list at the next change."""
        with self._lock:
            self._settle()
            self._shared = True
            return Frozen(self._leaves, self._offsets, self.size)

    def spans(self, within: ByteRange) -> Iterator[tuple[int, Span]]:
        """(offset, clipped span) of the bytes of ``within``, as they are now."""
        frozen = self.snapshot()
        return frozen.spans(within.start, min(within.end, frozen.size))

    def parts(self, within: ByteRange) -> list[Part]:
        """The bytes of ``within`` as parts that can be spliced in elsewhere; whole leaves stay whole."""
        self._settle()
        if not within:
            return []
        first, last = self._find(within.start), self._find(within.end - 1)
        return self._cut(first, last, within.start, within.end)

    def splice(self, start: int, old_length: int, parts: Sequence[Part]) -> list[Part]:
        """Replace ``old_length`` bytes at ``start`` by ``parts``; returns what was there."""
        with self._lock:
            return self._splice(start, old_length, parts)

    def _splice(self, start: int, old_length: int, parts: Sequence[Part]) -> list[Part]:
        end = start + old_length
        if not 0 <= start <= end <= self.size:
            raise ValueError(f"{start}..{end} is not inside 0..{self.size}")
        self._settle()
        if self._shared:
            self._leaves, self._offsets, self._shared = self._leaves[:], self._offsets[:], False
        if not self._leaves:
            self._put(0, 0, SpanTable(parts)._leaves)
            return []
        first = self._find(start)
        begin = self._offsets[first]
        leaf = self._leaves[first]
        if end - begin <= leaf.length and len(parts) <= _FEW:
            spans = [p for p in parts if p.__class__ is Span and p.length]
            if len(spans) == len(parts):
                removed, leaves = _replaced(leaf, start - begin, end - begin, spans)
                if len(leaves) == 1 and leaves[0].length == leaf.length and len(leaves[0]) > LEAF_SPANS // 8:
                    self._leaves[first] = leaves[0]
                else:
                    self._put(first, first + 1, leaves)
                return removed
        return self._splice_wide(first, start, end, parts)

    def _splice_wide(self, first: int, start: int, end: int, parts: Sequence[Part]) -> list[Part]:
        last = self._find(end - 1) if end > start else first
        taken = self._cut(first, last, start, end)
        builder = _Builder()
        head, tail = self._leaves[first], self._leaves[last]
        if start > self._offsets[first]:
            builder.add(head.cut(0, start - self._offsets[first]))
        for part in parts:
            builder.add(part)
        if end - self._offsets[last] < tail.length:
            builder.add(tail.cut(end - self._offsets[last], tail.length))
        self._put(first, last + 1, builder.done())
        return taken

    def _find(self, offset: int) -> int:
        return max(0, bisect_right(self._offsets, offset) - 1)

    def _cut(self, first: int, last: int, start: int, end: int) -> list[Part]:
        out: list[Part] = []
        for index in range(first, last + 1):
            leaf, begin = self._leaves[index], self._offsets[index]
            low, high = max(0, start - begin), min(leaf.length, end - begin)
            if low >= high:
                continue
            piece = leaf.cut(low, high)
            if len(piece) <= _FEW:
                out.extend(piece.spans())
            else:
                out.append(piece)
        return out

    def _put(self, first: int, end: int, leaves: list[Leaf]) -> None:
        """Replace leaves ``first`` to ``end``, keep offsets and size right, join what became small."""
        old = (
            sum(leaf.length for leaf in self._leaves[first:end])
            if end - first != 1
            else self._leaves[first].length
        )
        new = sum(leaf.length for leaf in leaves) if len(leaves) != 1 else leaves[0].length
        if len(leaves) == 1 and len(leaves[0]) < LEAF_SPANS // 8 and len(self._leaves) > 1:
            first, end, leaves = self._with_neighbour(first, end, leaves[0])
        self._leaves[first:end] = leaves
        self.size += new - old
        if new != old:
            self._stale = True
        elif end - first != len(leaves) or len(leaves) != 1:
            at = self._offsets[first]
            lengths = [leaf.length for leaf in leaves]
            self._offsets[first:end] = list(accumulate(lengths[:-1], initial=at)) if lengths else []

    def _with_neighbour(self, first: int, end: int, leaf: Leaf) -> tuple[int, int, list[Leaf]]:
        for at, left in ((first - 1, True), (end, False)):
            if 0 <= at < len(self._leaves) and len(self._leaves[at]) + len(leaf) <= LEAF_SPANS // 2:
                other = self._leaves[at]
                rows = other.spans() + leaf.spans() if left else leaf.spans() + other.spans()
                joined = Leaf.of(_joined(rows))
                return (at, end, [joined]) if left else (first, end + 1, [joined])
        return first, end, [leaf]

    def _settle(self) -> None:
        if self._stale:
            lengths = map(attrgetter("length"), self._leaves)
            offsets = list(accumulate(lengths, initial=0))
            offsets.pop()
            self._offsets = offsets
            self._stale = False
