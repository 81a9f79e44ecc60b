"""Carries out units of a survey: finds holes and repeats without reading, measures the rest."""

from __future__ import annotations

import math
import time
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING, Protocol, runtime_checkable

from bytescope.core.pages.classes import PageClass
from bytescope.core.pages.data_runs import DataRuns
from bytescope.core.pages.measures import Measures, joined
from bytescope.core.pages.repeats import alike_of, mark, marked, tiled
from bytescope.core.pages.stretches import SHORT_STRETCH, page_runs, stretches
from bytescope.core.pages.units import Exact, Found, LookedAt, Sampled, Step, Uniform, Unit, Walked
from bytescope.core.ranges import PAGESIZE, ByteRange, PageRange, page_count
from bytescope.core.source.base import Lost
from bytescope.core.source.memory import ZeroSource

if TYPE_CHECKING:
    from contextlib import AbstractContextManager

    import numpy as np
    from numpy.typing import NDArray

    from bytescope.core.document.snapshot import Segment, Snapshot
    from bytescope.core.pages.measures import Measure

PIECE = 256 * PAGESIZE
"""Bytes that are read at once: they stay in the processor's cache until they are measured."""

FIRST_PIECE = 16 * PAGESIZE

PIECE_SECONDS = 0.25
"""A read is to take no longer: whoever wants the medium for something else waits until it is over."""

MAPPED_PIECE = 4096 * PAGESIZE

WALK_RUNS = 512
"""Data runs in one step of a walk (the facts of the holes are then stored in the window's thread)."""

WALK_SEGMENTS = 50_000

REPEATED_PAGES = 64
"""A source that repeats after at most so many pages is measured once."""

SLOW_READ = 0.05
"""Seconds: pages of a medium that takes longer for one are read one by one, so that it can be stopped."""

PATIENCE = 0.1
"""Seconds after which a unit ends with what it has; the rest is planned again."""


class _Pages(Protocol):
    array: NDArray[np.uint8]
    lost: tuple[Lost, ...]
    steady: bool


@runtime_checkable
class _Mapped(Protocol):
    """A source with a mapping that kernels may read."""

    can_map: bool

    def cached(self, offset: int, length: int) -> bool | None: ...

    def pages(self, offset: int, length: int) -> AbstractContextManager[_Pages]: ...


@runtime_checkable
class _Undisturbed(Protocol):
    """A source that can be read without a trace in the page cache."""

    def read_undisturbed(self, offset: int, buffer: memoryview) -> tuple[Lost, ...]: ...


@runtime_checkable
class _Scattered(Protocol):
    """A source that reads many single pages faster than one by one."""

    def read_scattered(
        self, offsets: NDArray[np.int64], rows: NDArray[np.uint8]
    ) -> NDArray[np.int8] | None: ...


@runtime_checkable
class _Cached(Protocol):
    """A source that knows what of it is in the page cache."""

    def cached_pages(self, offset: int, length: int, cell: int, until: float) -> tuple[list[int], int]: ...


def examine(
    snapshot: Snapshot,
    unit: Unit,
    measure: Measure,
    buffer: NDArray[np.uint8] | None = None,
    *,
    patience: float = PATIENCE,
) -> tuple[list[Found], int]:
    """What ``unit`` finds, and how many bytes were read for it.

    ``measure`` is that of ``kernels`` or ``twin``. ``buffer`` (1 MiB or more, aligned) is read into; without
    one a unit makes its own. After ``patience`` seconds the unit ends with what it has, but at least one
    piece.
    """
    work = Work(snapshot, measure, buffer)
    work.do(unit, patience=patience)
    return work.found, work.bytes_read


class Work:
    """Units under way, one after the other: what was found, what was read for it, how long that took."""

    def __init__(self, snapshot: Snapshot, measure: Measure, buffer: NDArray[np.uint8] | None = None) -> None:
        self.found: list[Found] = []
        self.bytes_read = 0
        self.reads = 0.0
        self.read_seconds = 0.0
        self._snapshot = snapshot
        self._size = snapshot.size
        self._measure = measure
        # numpy alone holds the GIL over the page faults of a mapping
        self._may_map = not measure.__module__.endswith(".twin")
        self._buffer = buffer
        self._until = 0.0
        self._begun = 0
        self._piece = FIRST_PIECE
        self._parts: list[Measures] = []
        self._first = self._next = 0

    def do(self, unit: Unit, *, patience: float = PATIENCE) -> None:
        """Carry out ``unit``, as ``examine``."""
        self._until = time.monotonic() + patience
        self._begun = len(self.found)
        if unit.step is Step.WALK:
            self.walk(unit)
        elif unit.step is Step.CACHED:
            self.look_for_cached(unit)
        elif unit.step is Step.SAMPLES:
            self.sample(unit.samples)
        else:
            self.read_pages(unit.pages.intersect(PageRange(0, page_count(self._size))))

    # pages in order

    def read_pages(self, pages: PageRange) -> None:
        """Facts of ``pages`` (which exist), holes without reading."""
        at = pages.first
        for run in page_runs(self._snapshot.data_runs(pages.bytes(self._size))):
            if self._late():
                break
            if run.first > at:
                self._hole(PageRange(at, run.first))
            for stretch, segment in stretches(self._snapshot, run):
                self._read_stretch(stretch, segment)
            at = run.end
        else:
            if at < pages.end:
                self._hole(PageRange(at, pages.end))
        self._flush()

    def _read_stretch(self, pages: PageRange, segment: Segment | None) -> None:
        if segment is None:
            self._read_pieces(pages, self._snapshot.read_into, 0)
            return
        source, shift = segment.source, segment.start - segment.range.start
        if source.cycle is not None and (repeat := self._cycle_of(pages, segment)):
            full = self._full(pages)
            self._add(full.first, tiled(repeat, full.count))
            self._read_pieces(PageRange(full.end, pages.end), source.read_into, shift)
        elif self._may_map and isinstance(source, _Mapped) and source.can_map:
            self._read_mapped(pages, source, segment, shift)
        else:
            self._read_pieces(pages, _quiet_read(source), shift)

    def _read_mapped(self, pages: PageRange, source: _Mapped, segment: Segment, shift: int) -> None:
        for part, cached in _by_cache(source, pages.bytes(self._size), shift):
            if self._late():
                return
            if not cached:
                self._read_pieces(part.pages, _quiet_read(segment.source), shift)
                continue
            with source.pages(part.start + shift, part.length) as mapped:
                measures = self._measure(mapped.array)
            self._waited(0.0, 1)
            self.bytes_read += part.length
            if not mapped.steady:
                self._read_pieces(part.pages, _quiet_read(segment.source), shift)
                continue
            self._add(part.pages.first, marked(measures, part.start + shift, mapped.lost))

    def _read_pieces(
        self, pages: PageRange, read: Callable[[int, memoryview], tuple[Lost, ...]], shift: int
    ) -> None:
        """Read and measure pages; ``read`` counts its offsets ``shift`` bytes further."""
        rest = pages.bytes(self._size)
        while rest and not self._late():
            part = next(rest.chunks(self._piece))
            rest = ByteRange(part.end, rest.end)
            room = self._room(part.length)
            began = time.monotonic()
            lost = read(part.start + shift, room.data)
            self._pace(time.monotonic() - began, part.length)
            measures = self._measure(room)
            self.bytes_read += part.length
            self._add(part.pages.first, marked(measures, part.start + shift, lost))

    def _pace(self, seconds: float, length: int) -> None:
        """Read less at once from a slow medium, more from a fast one."""
        self._waited(seconds, max(1.0, length / FIRST_PIECE))
        wanted = int(self._piece * min(4.0, PIECE_SECONDS / max(seconds, 1e-9)))
        self._piece = max(PAGESIZE, min(PIECE, 1 << wanted.bit_length() >> 1))

    def _cycle_of(self, pages: PageRange, segment: Segment) -> Measures | None:
        """The pages after which ``pages`` repeat, measured; None if they are too many to be worth it."""
        cycle = segment.source.cycle or 0
        count = math.lcm(cycle, PAGESIZE) // PAGESIZE
        full = self._full(pages)
        if not 0 < count <= min(REPEATED_PAGES, full.count):
            return None
        room = self._room(count * PAGESIZE)
        start = full.first * PAGESIZE - segment.range.start + segment.start
        if segment.source.read_into(start, room.data):
            return None
        return self._measure(room)

    def _full(self, pages: PageRange) -> PageRange:
        """Without a short last page."""
        return pages.intersect(PageRange(pages.first, max(pages.first, self._size // PAGESIZE)))

    # single pages

    def sample(self, pages: Sequence[int]) -> None:
        """Facts of single pages (ascending), as many as the time allows."""
        pages = pages[: bisect_left(pages, page_count(self._size))]
        if not pages:
            return
        room = self._room(len(pages) * PAGESIZE)
        taken, pages = self._read_scattered(pages, room)
        losses: list[tuple[int, tuple[Lost, ...]]] = []
        filled = len(taken) * PAGESIZE
        for page in pages:
            if taken and time.monotonic() > self._until:
                break
            part = PageRange(page, page + 1).bytes(self._size)
            if not part:
                continue
            if next(self._snapshot.data_runs(part), None) is None:
                self._hole(PageRange(page, page + 1))
                continue
            began = time.monotonic()
            lost = self._read_page(part, room[filled : filled + part.length].data)
            self._waited(time.monotonic() - began, 1)
            if lost:
                losses.append((len(taken), lost))
            taken.append(page)
            filled += part.length
        if taken:
            measures = self._measure(room[:filled])
            for row, lost in losses:
                mark(measures, row, row + 1, lost[0].why)
            self.bytes_read += filled
            self.found.append(Sampled(tuple(taken), measures))

    def _read_scattered(
        self, pages: Sequence[int], room: NDArray[np.uint8]
    ) -> tuple[list[int], Sequence[int]]:
        """Read what can be read at once into rows of ``room``: those pages, and those that are left."""
        import numpy as np

        from bytescope.core.source.scattered_codes import ALONE, HOLE, READ

        within = PageRange(pages[0], pages[-1] + 1).bytes(self._size)
        segment = next(iter(self._snapshot.segments(within)), None) if within else None
        if segment is None or segment.range.end < within.end or within.length % PAGESIZE:
            return [], pages
        if not isinstance(segment.source, _Scattered):
            return [], pages
        numbers = np.array(pages, np.int64)
        offsets = numbers * PAGESIZE - segment.range.start + segment.start
        codes = self._codes(segment.source, offsets, room)
        for page in numbers[codes == HOLE].tolist():
            self._hole(PageRange(page, page + 1))
        left: list[int] = numbers[codes == ALONE].tolist()
        return numbers[codes == READ].tolist(), left

    def _codes(
        self, source: _Scattered, offsets: NDArray[np.int64], room: NDArray[np.uint8]
    ) -> NDArray[np.int8]:
        """What became of each page. The first shows how slow the medium is: from a slow one no more come."""
        import numpy as np

        from bytescope.core.source.scattered_codes import ALONE, READ

        codes = np.full(len(offsets), ALONE, np.int8)
        at = 0
        for stop in (1, len(offsets)):
            began = time.monotonic()
            found = source.read_scattered(
                offsets[at:stop], room[np.count_nonzero(codes == READ) * PAGESIZE :]
            )
            if found is None or not len(found):
                break
            seconds = time.monotonic() - began
            self._waited(seconds, stop - at)
            codes[at:stop] = found
            at = stop
            if seconds > SLOW_READ or stop == len(offsets):
                break
        return codes

    def _waited(self, seconds: float, reads: float) -> None:
        self.reads += reads
        self.read_seconds += seconds

    def _read_page(self, part: ByteRange, view: memoryview) -> tuple[Lost, ...]:
        segment = next(iter(self._snapshot.segments(part)))
        if segment.range.end < part.end:
            return self._snapshot.read_into(part.start, view)
        return _quiet_read(segment.source)(segment.start, view)

    # cached pages

    def look_for_cached(self, unit: Unit) -> None:
        """Which page of each cell is in the page cache: these cost no medium a read."""
        within = unit.pages.bytes(self._size)
        reached = unit.pages.end
        pages: list[int] = []
        for segment in islice(self._snapshot.segments(within), WALK_SEGMENTS):
            source, shift = segment.source, segment.start - segment.range.start
            if shift % PAGESIZE or not isinstance(source, _Cached):
                continue
            first, end = -(-segment.range.start // PAGESIZE), segment.range.end // PAGESIZE
            if first >= end:
                continue
            offset, length = first * PAGESIZE + shift, (end - first) * PAGESIZE
            found, looked = source.cached_pages(offset, length, PAGESIZE << unit.at, self._until)
            pages += [(at - shift) // PAGESIZE for at in found]
            if looked < offset + length:
                reached = max(unit.pages.first + 1, (looked - shift) // PAGESIZE)
                break
        self.found.append(LookedAt(tuple(pages), reached, unit.learn))

    # the walk

    def walk(self, unit: Unit) -> None:
        """Where data is from ``unit.at`` on, the holes between, and fills: nothing is read."""
        rest = ByteRange(min(unit.at, self._size), self._size)
        found = list(islice(self._snapshot.data_runs(rest), WALK_RUNS))
        reached = found[-1].end if len(found) == WALK_RUNS else self._size
        runs = DataRuns()
        known: list[Uniform] = []
        at = -(-rest.start // PAGESIZE)
        for run in page_runs(found):
            if run.first > at:
                known.append(Uniform(PageRange(at, run.first), PageClass.HOLE))
            runs.append(run)
            at = max(at, run.end)
        if reached == self._size and at < page_count(self._size):
            known.append(Uniform(PageRange(at, page_count(self._size)), PageClass.HOLE))
        known += self._fills(ByteRange(rest.start, reached))
        self.found.append(Walked(unit.at, reached, runs, tuple(known), unit.learn))

    def _fills(self, within: ByteRange) -> Iterator[Uniform]:
        """Pages of spans that repeat so that all of their pages are alike."""
        for segment in islice(self._snapshot.segments(within), WALK_SEGMENTS):
            if segment.source.cycle is None:
                continue
            if time.monotonic() > self._until:
                return
            start, end = -(-segment.range.start // PAGESIZE), segment.range.end // PAGESIZE
            place = ByteRange.of(segment.start, segment.range.length)
            if end - start < SHORT_STRETCH or isinstance(segment.source, ZeroSource):
                continue
            pages = PageRange(start, end)
            if next(segment.source.data_runs(place), None) is None:
                yield Uniform(pages, PageClass.ZERO)
            elif (repeat := self._cycle_of(pages, segment)) and (alike := alike_of(pages, repeat)):
                yield alike

    # inside

    def _room(self, length: int) -> NDArray[np.uint8]:
        """``length`` bytes to read into, the same each time."""
        import numpy as np

        if self._buffer is None or len(self._buffer) < length:
            made = np.empty(max(length, PIECE) + PAGESIZE, np.uint8)
            self._buffer = made[-made.ctypes.data % PAGESIZE :]  # as O_DIRECT wants it
        return self._buffer[:length]

    def _late(self) -> bool:
        return bool(len(self.found) > self._begun or self._parts) and time.monotonic() > self._until

    def _hole(self, pages: PageRange) -> None:
        """Note pages without data: holes, but zeros where a person filled with 00."""
        self._flush()
        self.found.append(Uniform(pages, PageClass.HOLE))
        for segment in self._snapshot.segments(pages.bytes(self._size)):
            if segment.source.cycle is not None and not isinstance(segment.source, ZeroSource):
                self.found.append(Uniform(segment.range.pages, PageClass.ZERO))

    def _add(self, first: int, measures: Measures) -> None:
        """Note measured pages; neighbours become one finding."""
        if not self._parts or first != self._next:
            self._flush()
            self._first = first
        self._parts.append(measures)
        self._next = first + len(measures)

    def _flush(self) -> None:
        if self._parts:
            self.found.append(Exact(self._first, joined(self._parts)))
            self._parts = []


def _by_cache(source: _Mapped, within: ByteRange, shift: int) -> Iterator[tuple[ByteRange, bool]]:
    """Parts of ``within``, and whether they are in the page cache; cut no smaller than it takes to read them.

    The system takes back a page here and there: what stands around it need not be read because of that.
    """
    waiting = list(within.chunks(MAPPED_PIECE))[::-1]
    while waiting:
        part = waiting.pop()
        cached = source.cached(part.start + shift, part.length)
        if cached is False and part.length > PIECE:
            middle = part.start + part.length // 2 // PAGESIZE * PAGESIZE
            waiting += [ByteRange(middle, part.end), ByteRange(part.start, middle)]
        else:
            yield part, bool(cached)


def _quiet_read(source: object) -> Callable[[int, memoryview], tuple[Lost, ...]]:
    """How to read a source without a trace in the page cache, if it can."""
    if isinstance(source, _Undisturbed):
        return source.read_undisturbed
    read: Callable[[int, memoryview], tuple[Lost, ...]] = source.read_into  # type: ignore[attr-defined]
    return read
