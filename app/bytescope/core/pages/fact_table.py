"""The facts of pages as a table: its columns, and its rows in batches, whatever the size of the file."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal, Protocol, TypeAlias

import numpy as np

from bytescope.core.pages.classes import PageClass
from bytescope.core.ranges import PAGESIZE, ByteRange, PageRange, page_count
from bytescope.core.source.base import Lost, Why

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from bytescope.core.pages.facts import FactStore
    from bytescope.core.pages.measures import Measure

Values: TypeAlias = "NDArray[Any]"
"""One value a row; of a masked array the masked ones are not known."""

STEP = 4 << 20
"""Bytes that are read at once."""

BATCH_ROWS = 1 << 14


@dataclass(frozen=True, slots=True)
class Column:
    """A column. The values of ``names`` are codes: indices of the names that are written."""

    name: str
    kind: Literal["int64", "float32", "uint8"] = "int64"
    meaning: str = ""
    names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class Batch:
    """Consecutive rows: the cells ``cells`` of 2**level pages each, with an array for each column."""

    level: int
    cells: range
    values: tuple[Values, ...]


@dataclass(frozen=True, slots=True)
class Extra:
    """A column that somebody adds: ``of`` gives its values for cells of a level."""

    column: Column
    of: Callable[[int, range], Values]


class _Readable(Protocol):
    @property
    def size(self) -> int: ...

    def data_runs(self, range_: ByteRange) -> Iterator[ByteRange]: ...

    def read_into(self, offset: int, buffer: memoryview) -> tuple[Lost, ...]: ...


CLASS_NAMES = tuple(cls.name.lower() for cls in PageClass)

PLACE = (
    Column("page", meaning="number of the page, from 0; of the first one of a row"),
    Column("offset", meaning="its first byte"),
    Column("length", meaning="bytes of the row: 4096 a page, but for a short last one"),
)
EXACT = (
    *PLACE,
    Column("class", "uint8", "what is in it", CLASS_NAMES),
    Column("entropy", "float32", "bits a byte, over the page's own length"),
    Column("mean", "float32", "mean byte"),
    Column("zeros", meaning="bytes 00"),
    Column("distinct", meaning="different values"),
    Column("dominant", "uint8", "value of most bytes, the least where several are"),
    Column("printable", meaning="bytes 09, 0A, 0D and 20 to 7E"),
)
"""Columns of ``measured``."""

KNOWN = (
    *PLACE,
    Column("pages", meaning="pages of the row"),
    Column("known", meaning="how many of them were read, or are holes"),
    Column("class", "uint8", "class of most known pages", CLASS_NAMES),
    Column("class_share", "float32", "part of the known pages that are of this class"),
    Column("entropy", "float32", "mean of the entropies of the known pages, bits a byte"),
    Column("mean", "float32", "mean byte"),
    Column("zero_share", "float32", "part of the bytes that are 00"),
    Column("printable_share", "float32", "part of the bytes that are 09, 0A, 0D and 20 to 7E"),
    Column("dominant", "uint8", "the dominant byte of most pages; empty where none leads for certain"),
    Column("dominant_share", "float32", "part of the known pages that have it at the least"),
)
"""Columns of ``known``."""


def measured(source: _Readable, range_: ByteRange, measure: Measure) -> Iterator[Batch]:
    """A row for each page of ``range_`` (whole pages), all ``EXACT``; holes are found without reading.

    Of a page that could not be read only its place and class are told.
    """
    at = range_.start
    for data in source.data_runs(range_):
        begin = data.start // PAGESIZE * PAGESIZE
        if begin > at:
            yield from _holes(at, begin, source.size)
            at = begin
        end = min(-(-data.end // PAGESIZE) * PAGESIZE, range_.end)
        if end > at:
            for part in ByteRange(at, end).chunks(STEP):
                yield _measured(source, part, measure)
            at = end
    yield from _holes(at, range_.end, source.size)


def _measured(source: _Readable, part: ByteRange, measure: Measure) -> Batch:
    room = np.empty(part.length, np.uint8)
    lost = source.read_into(part.start, room.data)
    found = measure(room)
    first = part.start // PAGESIZE
    pages = np.arange(first, first + len(found))
    classes, bad = found.classes.copy(), np.zeros(len(found), np.bool_)
    for item in sorted(lost, key=lambda item: item.why is not Why.GONE):
        spoilt = slice(item.range.pages.first - first, item.range.pages.end - first)
        classes[spoilt] = PageClass.GONE if item.why is Why.GONE else PageClass.ERROR
        bad[spoilt] = True
    numbers = (found.entropy, found.mean, found.zeros, found.distinct, found.dominant, found.printable)
    told = tuple(np.ma.array(column, mask=bad) if lost else column for column in numbers)
    return Batch(
        0, range(first, first + len(found)), (pages, pages * PAGESIZE, found.lengths, classes, *told)
    )


def _holes(start: int, end: int, size: int) -> Iterator[Batch]:
    last = -(-end // PAGESIZE)
    for first in range(-(-start // PAGESIZE), last, BATCH_ROWS):
        pages = np.arange(first, min(last, first + BATCH_ROWS))
        lengths = np.minimum(PAGESIZE, size - pages * PAGESIZE)
        nothing, one = np.zeros(len(pages), np.uint8), np.ones(len(pages), np.uint8)
        floats = np.zeros(len(pages), np.float32)
        values = (pages, pages * PAGESIZE, lengths, one * np.uint8(PageClass.HOLE), floats, floats, lengths)
        yield Batch(0, range(first, first + len(pages)), (*values, one, nothing, nothing))


def known(facts: FactStore, size: int, level: int = 0, pages: PageRange | None = None) -> Iterator[Batch]:
    """What ``facts`` know of a document of ``size`` bytes, a row for 2**level pages, all ``KNOWN``.

    The rows are those that hold a page of ``pages``. The store must not change meanwhile.
    """
    pages = PageRange(0, facts.page_count) if pages is None else pages
    last = -(-min(pages.end, facts.page_count) // (1 << level))
    for first in range(pages.first >> level, last, BATCH_ROWS):
        yield known_batch(facts, size, level, range(first, min(last, first + BATCH_ROWS)))


def known_batch(facts: FactStore, size: int, level: int, cells: range) -> Batch:
    """The rows of ``cells``, which exist."""
    from bytescope.core.pages.leading import CERTAIN

    found = facts.cells(level, cells.start, len(cells), lead=True)
    first = np.arange(cells.start, cells.stop, dtype=np.int64) << level
    offsets = first * PAGESIZE
    lengths = np.minimum(PAGESIZE << level, size - offsets)
    lost = (found.majority == PageClass.GONE) | (found.majority == PageClass.ERROR)
    nothing = (found.known == 0) | (lost & (found.second == 0))
    unsure = nothing | (found.agreement < CERTAIN)
    shares = found.share.astype(np.float32) / np.float32(255)
    floats = (shares, found.entropy, found.mean, found.zero_share, found.printable)
    told = [np.ma.array(column, mask=nothing) for column in floats]
    told[0] = np.ma.array(shares, mask=found.known == 0)
    lead = np.ma.array(found.dominant, mask=unsure)
    agreed = np.ma.array(found.agreement.astype(np.float32) / np.float32(255), mask=unsure)
    place = (first, offsets, lengths, found.total, found.known, found.majority)
    return Batch(level, cells, (*place, *told, lead, agreed))


def with_extras(batches: Iterable[Batch], extras: Iterable[Extra]) -> Iterator[Batch]:
    """The same rows with more columns at the right."""
    extras = tuple(extras)
    for batch in batches:
        more = (extra.of(batch.level, batch.cells) for extra in extras)
        yield Batch(batch.level, batch.cells, (*batch.values, *more))


def rows_at(size: int, level: int) -> int:
    """How many rows a table of a document of ``size`` bytes has."""
    return -(-page_count(size) // (1 << level))
