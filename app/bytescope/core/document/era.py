"""The base as it was between two saves: finds bytes again that a save in place has overwritten."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import Protocol

from bytescope.core.document.spans import Leaf, Part, Span
from bytescope.core.ranges import ByteRange, merged
from bytescope.core.source.base import Lost, Source, Why

_ASKED_AT_ONCE = 4096


class KeptBytes(Protocol):
    """What a save kept of the bytes it overwrote."""

    def span_for(self, range: ByteRange) -> list[Span] | None:
        """Spans of the old bytes of ``range`` of the base, in order; None if they were not kept."""
        ...


class _LostBytes:
    """Stands where bytes were overwritten and not kept."""

    size = 2**63 - 1
    cycle: int | None = None

    def read_into(self, offset: int, buffer: memoryview) -> tuple[Lost, ...]:
        buffer[:] = bytes(len(buffer))
        return (Lost(ByteRange.of(offset, len(buffer)), Why.GONE),) if len(buffer) else ()

    def data_runs(self, within: ByteRange) -> Iterator[ByteRange]:
        if within:
            yield within


LOST: Source = _LostBytes()
"""The source of spans whose bytes are gone."""

_OWN: Source = _LostBytes()
"""Stands for the base of an era while a span is followed from save to save."""


class Era:
    """The base while nothing was saved. A save in place ends it: what it overwrote is then in ``kept``.

    Eras are chained: what one save left alone, the next may have overwritten. A save into a new file
    ends the era without a successor, as the old file stays open and keeps its bytes.
    """

    __slots__ = ("_ends", "_kept", "_next", "_starts", "base", "size")

    def __init__(self, base: Source) -> None:
        self.base = base
        self.size = base.size  # as it is now: a save may change the size of the same object
        self._next: Era | None = None
        self._kept: KeptBytes | None = None
        self._starts: array[int] = array("q")
        self._ends: array[int] = array("q")

    def end(self, next_era: Era, written: Sequence[ByteRange], kept: KeptBytes | None) -> bool:
        """The base was overwritten at ``written`` and goes on as ``next_era``: whether bytes are lost.

        Of very many ranges it is not asked beforehand whether they were kept: that turns out at the undo.
        """
        ranges = merged([*written, ByteRange(min(next_era.size, self.size), self.size)])
        self._starts = array("q", [r.start for r in ranges])
        self._ends = array("q", [r.end for r in ranges])
        self._kept = kept
        self._next = next_era
        if kept is None:
            return bool(ranges)
        return len(ranges) <= _ASKED_AT_ONCE and any(kept.span_for(item) is None for item in ranges)

    def resolve(self, start: int, length: int) -> list[Span]:
        """Where the bytes of the base from ``start`` are to be found today."""
        era = self
        spans = [Span(_OWN, start, length)]
        while era._next is not None:
            spans = [found for span in spans for found in era._after(span)]
            era = era._next
        return [Span(era.base, s.start, s.length) if s.source is _OWN else s for s in spans]

    def _after(self, span: Span) -> Iterator[Span]:
        """Where a span is to be found after the save that ended this era."""
        at, end = span.start, span.start + span.length
        if span.source is not _OWN:
            yield span
            return
        for i in range(bisect_right(self._ends, at), len(self._starts)):
            low, high = max(at, self._starts[i]), min(end, self._ends[i])
            if low >= high:
                break
            if low > at:
                yield Span(_OWN, at, low - at)
            yield from self._old(ByteRange(low, high))
            at = high
        if at < end:
            yield Span(_OWN, at, end - at)

    def resolve_leaf(self, leaf: Leaf) -> list[Part]:
        """The same for all spans of the base in a leaf."""
        if self._next is None:
            return [leaf]
        out: list[Part] = []
        for span in leaf.spans():
            if span.source is self.base:
                out.extend(self.resolve(span.start, span.length))
            else:
                out.append(span)
        return out

    def is_lost(self, start: int, length: int) -> bool:
        """Whether bytes of this base range were overwritten and not kept, in this era or a later one."""
        return self._next is not None and any(s.source is LOST for s in self.resolve(start, length))

    def has_lost(self, leaf: Leaf) -> bool:
        """The same for all spans of the base in a leaf."""
        return any(s.source is self.base and self.is_lost(s.start, s.length) for s in leaf.spans())

    def _old(self, wanted: ByteRange) -> list[Span]:
        spans = self._kept.span_for(wanted) if self._kept is not None else None
        return [Span(LOST, wanted.start, wanted.length)] if spans is None else spans
