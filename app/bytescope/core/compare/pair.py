"""Two documents side by side, and what is known of their pages before a byte is read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple, Protocol

from bytescope.core.document.snapshot import Segment, Snapshot
from bytescope.core.errors import InputError
from bytescope.core.pages.run_set import RunSet
from bytescope.core.ranges import PAGESIZE, ByteRange, PageRange, page_count
from bytescope.core.source.file import FileSource
from bytescope.core.text.formats import count_text

if TYPE_CHECKING:
    from bytescope.core.source.base import Lost
    from bytescope.core.ticket import Ticket

STEP = 1 << 14
"""Runs between two looks at the ticket."""


class Side(Protocol):
    """A snapshot of a document, or a source as it is."""

    @property
    def size(self) -> int: ...

    def read_into(self, offset: int, buffer: memoryview) -> tuple[Lost, ...]: ...

    def data_runs(self, within: ByteRange) -> Iterator[ByteRange]: ...


@dataclass(frozen=True, slots=True)
class Pair:
    """Position p is byte p of ``mine`` and byte p + ``shift`` of ``other``.

    Pages are pages of positions, so of ``mine``. InputError where the shift leaves nothing to compare.
    """

    mine: Side
    other: Side
    shift: int = 0

    def __post_init__(self) -> None:
        if self.shift and not self.common:
            raise InputError(
                f"With a shift of {count_text(self.shift)} bytes the two have no byte in common; "
                "choose a smaller shift."
            )

    @property
    def size(self) -> int:
        """Positions in all, those of one side only included."""
        return max(self.mine.size, self.other.size - self.shift)

    @property
    def page_count(self) -> int:
        return page_count(self.size)

    @property
    def common(self) -> ByteRange:
        """The positions that both have."""
        start = max(0, -self.shift)
        return ByteRange(start, max(start, min(self.mine.size, self.other.size - self.shift)))

    @property
    def single(self) -> tuple[ByteRange, ...]:
        """The positions that only one side has."""
        parts = ByteRange(0, self.common.start), ByteRange(self.common.end, max(self.common.end, self.size))
        return tuple(part for part in parts if part)

    @property
    def before(self) -> int:
        """Bytes of ``other`` that stand before position 0."""
        return max(0, self.shift)

    @property
    def one_file(self) -> bool:
        """Whether both are the same bytes of the same file, unedited: nothing can differ."""
        sides = (self.mine, self.other)
        if self.shift or self.mine.size != self.other.size:
            return False
        parts = [list(islice(segments(side, ByteRange(0, side.size)), 2)) for side in sides]
        if any(len(part) != 1 for part in parts):
            return False
        (one,), (two,) = parts
        return isinstance(one.source, FileSource) and place(one) == place(two)


class Plan(NamedTuple):
    """What is known without reading, and the pages to be read; the three have no page in common.

    ``mine`` and ``other`` are the pages of positions in which that side may hold other bytes than 00.
    """

    same: RunSet
    different: RunSet
    wanted: RunSet
    mine: RunSet
    other: RunSet


def plan(pair: Pair, within: PageRange, ticket: Ticket) -> Plan:
    """Settle what can be settled of ``within``: holes against holes, and bytes both have from one place.

    Raises Cancelled through the ticket.
    """
    everything = within.intersect(PageRange(0, pair.page_count))
    if not everything:
        return Plan(*(RunSet() for _ in Plan._fields))
    area = everything.bytes(pair.size).intersect(pair.common)
    different = RunSet.of(part.pages for part in pair.single).within(everything)
    mine = _data(pair.mine, area, 0, ticket)
    other = _data(pair.other, area, pair.shift, ticket)
    wanted = mine.union(other).minus(different)
    if wanted:
        wanted = wanted.minus(_alike_pages(pair, area, ticket))
    same = RunSet.of([everything]).minus(different).minus(wanted)
    return Plan(same, different, wanted, mine, other)


def segments(side: Side, within: ByteRange) -> Iterator[Segment]:
    """Where the bytes of ``within`` come from, in order."""
    if isinstance(side, Snapshot):
        yield from side.segments(within)
    elif within:
        yield Segment(within, side, within.start)  # type: ignore[arg-type]


def place(segment: Segment) -> tuple[object, ...]:
    """Two segments with the same place begin with the same byte of the same file, memory or pattern."""
    source = segment.source
    if isinstance(source, FileSource) and not source.snapshot:
        return source.opened.device, source.opened.inode, source.window_start + segment.start
    return id(source), segment.start


def _data(side: Side, area: ByteRange, shift: int, ticket: Ticket) -> RunSet:
    """The pages of ``area`` that hold data of ``side``."""
    if not area:
        return RunSet()
    runs = (run.shifted(-shift).pages for run in side.data_runs(area.shifted(shift)))
    found: list[RunSet] = []
    while some := list(islice(runs, STEP)):
        ticket.check()
        found.append(RunSet.of(some))
    return _joined(found)


def _alike_pages(pair: Pair, area: ByteRange, ticket: Ticket) -> RunSet:
    """The pages of which every common byte has the same place on both sides."""
    pages = _whole_pages(_alike(pair, area), pair.common)
    found: list[RunSet] = []
    while some := list(islice(pages, STEP)):
        ticket.check()
        found.append(RunSet.of(some))
    return _joined(found)


def _joined(sets: list[RunSet]) -> RunSet:
    while len(sets) > 1:
        sets = [sets[i].union(sets[i + 1]) if i + 1 < len(sets) else sets[i] for i in range(0, len(sets), 2)]
    return sets[0] if sets else RunSet()


def _alike(pair: Pair, area: ByteRange) -> Iterator[ByteRange]:
    """The positions in ``area`` at which both sides have the same byte of the same source, in order."""
    ours = segments(pair.mine, area)
    theirs = segments(pair.other, area.shifted(pair.shift))
    one, two = next(ours, None), next(theirs, None)
    start = stop = -1
    while one is not None and two is not None:
        other = two.range.shifted(-pair.shift)
        common = one.range.intersect(other)
        if common and _at(one, common.start) == _at(two, common.start + pair.shift):
            if common.start != stop:
                if stop > start:
                    yield ByteRange(start, stop)
                start = common.start
            stop = common.end
        if one.range.end <= other.end:
            one = next(ours, None)
        if other.end <= common.end:
            two = next(theirs, None)
    if stop > start:
        yield ByteRange(start, stop)


def _at(segment: Segment, offset: int) -> tuple[object, ...]:
    return place(segment._replace(start=segment.start + offset - segment.range.start))


def _whole_pages(ranges: Iterable[ByteRange], common: ByteRange) -> Iterator[PageRange]:
    """The pages that lie in one range, as far as both sides have them."""
    for item in ranges:
        first = item.start // PAGESIZE if item.start == common.start else -(-item.start // PAGESIZE)
        end = page_count(item.end) if item.end == common.end else item.end // PAGESIZE
        if first < end:
            yield PageRange(first, end)
