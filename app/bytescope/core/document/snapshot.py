"""A frozen view of a document, to be read in any thread while the document goes on changing."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from bytescope.core.document import edited
from bytescope.core.document.spans import Frozen, Span, SpanTable
from bytescope.core.ranges import PAGESIZE, ByteRange, PageRange, page_count
from bytescope.core.source.base import Lost, Reading, Source

_MANY = 8


class Segment(NamedTuple):
    """Document bytes ``range`` are the bytes of ``source`` from its offset ``start``."""

    range: ByteRange
    source: Source
    start: int


class _Runs:
    """Walks the data runs of the base once, for questions that come in ascending order."""

    def __init__(self, source: Source, within: ByteRange) -> None:
        self._runs = source.data_runs(within)
        self._run: ByteRange | None = next(self._runs, None)

    def within(self, asked: ByteRange) -> Iterator[ByteRange]:
        while self._run is not None and self._run.start < asked.end:
            common = self._run.intersect(asked)
            if common:
                yield common
            if self._run.end > asked.end:
                return
            self._run = next(self._runs, None)


class Snapshot:
    """The bytes of a document at one generation."""

    __slots__ = ("_base", "_table", "generation", "size")

    def __init__(self, table: Frozen, base: Source, generation: int) -> None:
        self._table = table
        self._base = base
        self.generation = generation
        self.size = table.size

    def read(self, offset: int, length: int) -> Reading:
        """``length`` bytes from ``offset``; lost ranges are in document offsets. ValueError outside."""
        buffer = bytearray(length)
        lost = self.read_into(offset, memoryview(buffer))
        return Reading(bytes(buffer), lost)

    def read_into(self, offset: int, buffer: memoryview) -> tuple[Lost, ...]:
        """Fill ``buffer`` (bytes, contiguous) from ``offset``; what could not be had, in document offsets."""
        end = offset + len(buffer)
        if not 0 <= offset <= end <= self.size:
            raise ValueError(f"{offset}..{end} is not inside the document (0..{self.size})")
        spans = list(self._table.spans(offset, end))
        lost: list[Lost] = []
        own = [(at, span) for at, span in spans if span.source is self._base and span.start == at]
        at_once = len(own) > _MANY
        if at_once:
            lost.extend(self._read_own(offset, buffer, own))
        for at, span in spans:
            if at_once and span.source is self._base and span.start == at:
                continue
            found = span.source.read_into(span.start, buffer[at - offset : at - offset + span.length])
            lost.extend(Lost(item.range.shifted(at - span.start), item.why) for item in found)
        return tuple(sorted(lost, key=_lost_start)) if len(lost) > 1 else tuple(lost)

    def _read_own(self, offset: int, buffer: memoryview, own: list[tuple[int, Span]]) -> Iterator[Lost]:
        """One read for all spans that are the base's own: cheaper than one each; the others overlay it."""
        first, (at, span) = own[0][0], own[-1]
        found = self._base.read_into(first, buffer[first - offset : at + span.length - offset])
        for item in found:
            for at, span in own:
                common = item.range.intersect(ByteRange.of(at, span.length))
                if common:
                    yield Lost(common, item.why)

    def segments(self, within: ByteRange) -> Iterator[Segment]:
        """Where the bytes of ``within`` come from, in order."""
        for at, span in self._table.spans(within.start, min(within.end, self.size)):
            yield Segment(ByteRange(at, at + span.length), span.source, span.start)

    def data_runs(self, within: ByteRange) -> Iterator[ByteRange]:
        """The parts of ``within`` that may hold other bytes than 00: ranges that do not touch, in order."""
        end = min(within.end, self.size)
        base_end = min(end, self._base.size)
        runs = _Runs(self._base, ByteRange(min(within.start, base_end), base_end))
        start = stop = -1
        for at, span in self._table.spans(within.start, end):
            if span.source is self._base and span.start == at:
                found = runs.within(ByteRange(at, at + span.length))
            else:
                found = _shifted(span, at)
            for run in found:
                if run.start == stop:
                    stop = run.end
                    continue
                if stop > start:
                    yield ByteRange(start, stop)
                start, stop = run.start, run.end
        if stop > start:
            yield ByteRange(start, stop)

    def copied(self) -> SpanTable:
        """The spans, to be edited without the document's knowledge."""
        return SpanTable(self._table.leaves)

    def part(self, within: ByteRange) -> Snapshot:
        """The bytes of ``within`` as a document of their own, from offset 0 on."""
        cut = SpanTable(self.copied().parts(within.intersect(ByteRange(0, self.size))))
        return Snapshot(cut.snapshot(), self._base, self.generation)

    @property
    def table(self) -> Frozen:
        """The spans, for those who make edits of them."""
        return self._table

    @property
    def base(self) -> Source:
        """What the document was made over: its own pages are this one's."""
        return self._base

    @property
    def base_size(self) -> int:
        """Bytes of the base as it is now."""
        return self._base.size

    def own_pages(self, pages: PageRange) -> Iterator[PageRange]:
        """The runs of ``pages`` that are pages of the base at the same place, complete."""
        size = self._base.size
        if self.size != size:
            size = min(self.size, size) // PAGESIZE * PAGESIZE
        pages = pages.intersect(PageRange(0, page_count(size)))
        at = pages.first
        for item in edited.byte_ranges(self._table, self._base, pages.bytes(size)):
            touched = item.pages
            if touched.first > at:
                yield PageRange(at, touched.first)
            at = max(at, touched.end)
        if at < pages.end:
            yield PageRange(at, pages.end)

    def edited(self, within: ByteRange) -> Iterator[ByteRange]:
        """The bytes of ``within`` that are not the base's own at the same offset, as ranges in order."""
        return edited.byte_ranges(self._table, self._base, within)


def _lost_start(item: Lost) -> int:
    return item.range.start


def _shifted(span: Span, at: int) -> Iterator[ByteRange]:
    for run in span.source.data_runs(ByteRange.of(span.start, span.length)):
        yield run.shifted(at - span.start)
