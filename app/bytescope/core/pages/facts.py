"""Everything that is known about the pages of a document, in memory that stays bounded."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np

from bytescope.core.pages.cells import CellFacts
from bytescope.core.pages.classes import CLASS_COUNT, PageClass
from bytescope.core.pages.dense import CHUNK, CHUNK_LEVEL, KEPT_BYTES, RAW_BYTES, DenseChunk
from bytescope.core.pages.doubt import Doubt, merged
from bytescope.core.pages.frozen import FrozenFacts
from bytescope.core.pages.gather import dense_cells, run_cells
from bytescope.core.pages.packing import DENSE, UNREAD, PageFact, Rows, pack, rows_of, unpack
from bytescope.core.pages.points import put_points
from bytescope.core.pages.run_set import RunSet
from bytescope.core.pages.runs import RunMap
from bytescope.core.pages.seen import Read, read_parts
from bytescope.core.ranges import PageRange

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from bytescope.core.pages.dense import Sums
    from bytescope.core.pages.measures import Measures

RUNS_IN_CHUNK = 1024
"""A chunk of more runs than this is kept page by page."""

DEFAULT_BUDGET = 144 << 20
"""Bytes: enough for 59 GiB page by page; of a terabyte that is all known less than half of it is used."""

LEAST_CHUNKS = 16
"""Chunks that are kept page by page at least, where the budget allows it: 4 GiB."""

_NOTHING = (np.empty(0, np.int64), np.empty(0, np.uint64))
_WINDOW = 8192  # pages of a dense chunk searched at once for unknown ones


class FactStore:
    """Facts of ``page_count`` pages; at first nothing is known. For one thread at a time.

    Equal neighbours are runs, so that holes, fills and scattered samples of any file take a few KiB.
    A chunk of 65,536 pages with more than 1,024 runs is kept page by page (7 bytes a page). When those
    take more than ``budget`` bytes, the pages of the least recently used chunks are dropped: their
    blocks of 256 pages stay known (levels 8 and up). Cells of levels 4 to 7 show their block as if one page
    of it were known, finer ones are unread, and ``unknown_runs(exact=True)`` asks for them again. Pages ``in
    doubt`` are shown, but asked for again too.
    """

    def __init__(self, page_count: int, budget: int = DEFAULT_BUDGET) -> None:
        self.page_count = page_count
        self.budget = budget
        self.generation = 0
        self._runs = RunMap(page_count, UNREAD)
        self._dense: dict[int, DenseChunk] = {}  # least recently used first
        self._counts = [0] * CLASS_COUNT
        self._doubt = Doubt(page_count)

    # what is known

    @property
    def known(self) -> int:
        """Pages of which something is known, and not in doubt."""
        return sum(self._counts) - self._doubt.pages

    @property
    def in_doubt(self) -> int:
        """Pages of which something was known once."""
        return self._doubt.pages

    @property
    def exact_pages(self) -> int:
        """How many pages can be kept page by page; no more may be asked for exactly at once."""
        return max(1, _room(len(self._dense), self.budget) // 2) * CHUNK

    def class_counts(self) -> tuple[int, ...]:
        """Pages of each class by its code; UNREAD is what is left."""
        return (self.page_count - sum(self._counts), *self._counts[1:])

    def page(self, page: int) -> PageFact | None:
        """The fact of one page, or None where it is not known by itself."""
        value = self._runs.value(page) if 0 <= page < self.page_count else UNREAD
        if value == DENSE:
            value = self._dense[page >> CHUNK_LEVEL].value(page & (CHUNK - 1))
        return unpack(page, value) if value else None

    def has(self, page: int) -> bool:
        """Whether anything is known of the page, be it with its neighbours, and not in doubt."""
        if self._doubt.has(page):
            return False
        value = self._runs.value(page) if 0 <= page < self.page_count else UNREAD
        if value == DENSE:
            return self._dense[page >> CHUNK_LEVEL].has(page & (CHUNK - 1))
        return value != UNREAD

    def unknown_runs(self, within: PageRange, limit: int = 1, *, exact: bool = False) -> list[PageRange]:
        """The first ``limit`` runs of pages in ``within`` that are not known, in order.

        The last of them may go on behind its end, if ``limit`` was reached.
        ``exact``: pages known only at level 8 and above count as unknown.
        """
        plain = _unread_runs(self._runs, self._dense, within, limit, exact)
        doubted = self._doubt.first_runs(within, limit)
        return merged(plain, doubted, limit) if doubted else plain

    def read(self, within: PageRange) -> Read:
        """The pages of ``within`` of which bytes were read; parts at its borders may reach out of it."""
        first, end = within.first, min(within.end, self.page_count)
        if first >= end:
            nothing = np.empty(0, np.int64)
            return Read(nothing, nothing, nothing)
        return read_parts(*self._runs.flat(first, end), end, self._chunks_in(first, end))

    def longest_unknown(self) -> int:
        """Pages in the longest stretch of which nothing is known."""
        if not self.page_count:
            return 0
        edges = self._unread_edges()
        doubted = self._doubt.runs()
        starts = np.sort(np.append(edges[0], doubted.firsts))
        ends = np.sort(np.append(edges[1], doubted.ends))
        apart = starts[1:] != ends[:-1]
        lengths = ends[np.append(apart, True)[: len(ends)]] - starts[np.append(True, apart)[: len(starts)]]
        return int(lengths.max()) if len(lengths) else 0

    def _unread_edges(self) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """Where runs of unread pages begin and where they end; those that touch are not joined."""
        starts, values = self._runs.flat(0, self.page_count)
        ends = np.append(starts[1:], self.page_count)
        firsts, lasts = [starts[values == UNREAD]], [ends[values == UNREAD]]
        for number, chunk in self._dense.items():
            if chunk.known < chunk.size:
                at = _edges(chunk.unread(exact=False)) + (number << CHUNK_LEVEL)
                firsts.append(at[::2])
                lasts.append(at[1::2])
        return np.concatenate(firsts), np.concatenate(lasts)

    # what the map shows

    def cells(self, level: int, first_cell: int, count: int, *, lead: bool = False) -> CellFacts:
        """The cells ``first_cell`` on, ``count`` of them, of 2**level pages each (level 0 to 40).

        ``lead``: also which dominant byte leads in each.
        """
        facts = CellFacts.unread(level, first_cell, count, self.page_count)
        first = first_cell << level
        end = min(self.page_count, (first_cell + count) << level)
        if first >= end:
            return facts
        chunks = self._chunks_in(first, end)
        run_cells(facts, self._runs.flat(first, end), end, chunks if level > CHUNK_LEVEL else {}, lead)
        if chunks and level <= CHUNK_LEVEL:
            dense_cells(facts, chunks, lead)
        if level < 8:
            for number in chunks:
                self._use(number)
        if self._doubt.pages:
            sure = facts.known - self._doubt.per_cell(level, first_cell, count)
            np.copyto(facts.known, np.maximum(sure, facts.known > 0))
        return facts

    def _chunks_in(self, first: int, end: int) -> dict[int, DenseChunk]:
        """The dense chunks that have pages in ``first`` to ``end``, in order."""
        low, high = first >> CHUNK_LEVEL, (end - 1) >> CHUNK_LEVEL
        if high - low < len(self._dense):
            return {n: self._dense[n] for n in range(low, high + 1) if n in self._dense}
        return {n: self._dense[n] for n in sorted(self._dense) if low <= n <= high}

    # what becomes known

    def put(self, first: int, measures: Measures) -> None:
        """Take the facts of the pages from ``first`` on; those behind the end are left out."""
        rows = rows_of(measures).part(0, max(0, self.page_count - first))
        at, total = 0, len(rows.classes)
        while at < total:
            step = min(total - at, CHUNK - ((first + at) & (CHUNK - 1)))
            self._put_in_chunk(first + at, rows.part(at, at + step))
            at += step
        self._doubt.settle(first, first + total)
        self._trim()

    def put_at(self, pages: Sequence[int], measures: Measures) -> None:
        """Take the facts of single pages, one row of ``measures`` each; those behind the end are left out."""
        rows = rows_of(measures)
        packed = rows.packed()
        old = put_points(self._runs, pages, packed, RUNS_IN_CHUNK - 2, DENSE, None)
        for index, (page, value) in enumerate(zip(pages, packed.tolist())):
            if page >= self.page_count:
                continue
            self._doubt.settle(page, page + 1)
            if old is not None:
                self._count(old[index], -1)
                self._count(value, 1)
            elif page >> CHUNK_LEVEL in self._dense or _crowded(self._runs, page):
                self._put_in_chunk(page, rows.part(index, index + 1))
            else:
                self._set_run(page, page + 1, value)
        self.generation += 1
        self._trim()

    def put_uniform(
        self,
        pages: PageRange,
        cls: PageClass,
        entropy: float = 0.0,
        mean: float = 0.0,
        zeros: float = 1.0,
        printable: float = 0.0,
        dominant: int = 0,
    ) -> None:
        """Give all of ``pages`` the same fact; ``zeros`` and ``printable`` are shares, 0 to 1."""
        self._set(pages, pack(cls, entropy, mean, zeros, printable, dominant))
        self._trim()

    def forget(self, pages: PageRange) -> None:
        """Nothing is known any more of ``pages`` (their bytes changed)."""
        self._set(pages, UNREAD)

    def resize(self, page_count: int) -> None:
        """Pages at the end appear (unknown) or disappear."""
        if page_count == self.page_count:
            return
        self.forget(PageRange(min(page_count, self.page_count), max(page_count, self.page_count)))
        last = page_count >> CHUNK_LEVEL
        for number in [n for n in self._dense if n > last or n << CHUNK_LEVEL >= page_count]:
            self._take_out(number)
        old_last = max(0, self.page_count - 1) >> CHUNK_LEVEL
        self._runs.resize(page_count)
        self._doubt.resize(page_count)
        self.page_count = page_count
        for number in {last, old_last} & self._dense.keys():
            base = number << CHUNK_LEVEL
            self._dense[number].size = min(CHUNK, page_count - base)
            self._runs.set(base, base + self._dense[number].size, DENSE)

    # what is remembered

    def frozen(self) -> FrozenFacts:
        """What is known now, to be written in another thread; next to nothing is copied."""
        starts, values = self._runs.flat(0, self.page_count) if self.page_count else _NOTHING
        chunks = {number: self._dense[number].frozen() for number in sorted(self._dense)}
        return FrozenFacts(self.page_count, starts, values, chunks, self._doubt.runs())

    @classmethod
    def thawed(cls, frozen: FrozenFacts, budget: int = DEFAULT_BUDGET) -> FactStore:
        """A store that knows what was known; runs marked DENSE must be those of the chunks."""
        store = cls(frozen.page_count, budget)
        if frozen.page_count:
            starts, values = array("q", frozen.starts.tolist()), array("Q", frozen.values.tolist())
            store._runs.splice(frozen.page_count, starts, values)
        store._counts = frozen.counts()
        for number, chunk in frozen.chunks.items():
            store._dense[number] = DenseChunk.thawed(chunk)
            store._count_chunk(store._dense[number], 1)
        if frozen.doubted:
            store._doubt.begin(frozen.doubted.minus(RunSet.of_edges(*store._unread_edges())))
        store._trim()
        return store

    def doubt(self) -> None:
        """All that is known is in doubt from now on."""
        if not self.page_count:
            return
        edges = self._unread_edges()
        everything = RunSet.of([PageRange(0, self.page_count)])
        self._doubt.begin(everything.minus(RunSet.of_edges(*edges)))
        self.generation += 1

    def set_budget(self, budget: int) -> None:
        """Keep to another number of bytes from now on."""
        self.budget = budget
        self._trim()

    def vouch(self) -> None:
        """Nothing is in doubt any more."""
        self._doubt.begin(RunSet())
        self.generation += 1

    def away(self) -> list[int]:
        """The chunks whose pages are kept elsewhere."""
        return [number for number, chunk in self._dense.items() if chunk.away]

    def bring(self, number: int, rows: Rows | None, sums4: Sums | None = None) -> None:
        """Take the pages of a chunk that were away and their ``dense.sums_of``; None: they are lost."""
        chunk = self._dense.get(number)
        if chunk is not None and chunk.away:
            self._count_chunk(chunk, -1)
            chunk.bring(rows, sums4)
            self._count_chunk(chunk, 1)
            self.generation += 1
            self._use(number)
            self._trim()

    def _set(self, pages: PageRange, value: int) -> None:
        pages = pages.intersect(PageRange(0, self.page_count))
        if not pages:
            return
        self.generation += 1
        self._doubt.settle(pages.first, pages.end)
        for number in self._chunks_in(pages.first, pages.end):
            base = number << CHUNK_LEVEL
            chunk = self._dense[number]
            part = PageRange(base, base + chunk.size).intersect(pages)
            if part.count == chunk.size:
                self._take_out(number)
                continue
            self._count_chunk(chunk, -1)
            chunk.fill(part.first - base, part.end - base, value)
            self._count_chunk(chunk, 1)
        at = pages.first
        while at < pages.end:  # between the dense chunks
            dense = self._runs.find(DENSE, at, pages.end) or (pages.end, pages.end)
            if at < dense[0]:
                self._set_run(at, dense[0], value)
            at = dense[1]

    def _set_run(self, first: int, end: int, value: int) -> None:
        """Give pages that are in no dense chunk one packed fact."""
        for low, high, old in self._runs.pieces(first, end):
            self._count(old, low - high)
        self._count(value, end - first)
        self._runs.set(first, end, value)

    def _take_out(self, number: int) -> None:
        """Make a dense chunk an unread run."""
        chunk = self._dense.pop(number)
        self._count_chunk(chunk, -1)
        base = number << CHUNK_LEVEL
        self._runs.set(base, base + chunk.size, UNREAD)

    def _put_in_chunk(self, first: int, rows: Rows) -> None:
        self.generation += 1
        number, count = first >> CHUNK_LEVEL, len(rows.classes)
        if number not in self._dense:
            packed = rows.packed()
            starts = np.flatnonzero(np.diff(packed, prepend=~packed[:1]))
            base = number << CHUNK_LEVEL
            size = min(CHUNK, self.page_count - base)
            if len(starts) + self._runs.count(base, base + size) <= RUNS_IN_CHUNK:
                self._put_runs(first, count, starts, packed[starts])
                return
            self._make_dense(number, size)
        chunk = self._use(number)
        self._count_chunk(chunk, -1)
        chunk.write(first & (CHUNK - 1), rows)
        self._count_chunk(chunk, 1)

    def _put_runs(
        self, first: int, count: int, starts: NDArray[np.int64], values: NDArray[np.uint64]
    ) -> None:
        end = first + count
        for low, high, old in self._runs.pieces(first, end):
            self._count(old, low - high)
        new_starts = array("q", (starts + first).tolist())
        new_values = array("Q", values.tolist())
        for low, high, value in zip(new_starts, [*new_starts[1:], end], new_values):
            self._count(value, high - low)
        self._runs.splice(end, new_starts, new_values)

    def _make_dense(self, number: int, size: int) -> None:
        base = number << CHUNK_LEVEL
        starts, values = self._runs.flat(base, base + size)
        lengths = np.diff(starts, append=base + size)
        chunk = DenseChunk(size)
        chunk.write(0, Rows.of_packed(np.repeat(values, lengths)))
        self._runs.set(base, base + size, DENSE)
        self._dense[number] = chunk

    def _use(self, number: int) -> DenseChunk:
        chunk = self._dense[number] = self._dense.pop(number)
        return chunk

    def _trim(self) -> None:
        """Drop the pages of the least recently used dense chunks, down to the budget; the last one stays."""
        for number in _too_many(self._dense, self.budget):
            chunk = self._dense[number]
            self._count_chunk(chunk, -1)
            chunk.drop()
            self._count_chunk(chunk, 1)
            self.generation += 1

    def _count(self, value: int, pages: int) -> None:
        if value & 0xFF:
            self._counts[value & 0xFF] += pages

    def _count_chunk(self, chunk: DenseChunk, sign: int) -> None:
        for code, pages in enumerate(chunk.counts.tolist()):
            self._counts[code] += sign * pages


def _crowded(runs: RunMap, page: int) -> bool:
    """Whether the page's chunk has hardly room for another run."""
    base = page >> CHUNK_LEVEL << CHUNK_LEVEL
    return runs.count(base, min(base + CHUNK, runs.size)) > RUNS_IN_CHUNK - 2


def _room(chunks: int, budget: int) -> int:
    """How many of so many chunks are kept page by page.

    The blocks of each take memory anyhow, and count three times: the larger a document, the less of it is
    looked at page by page, and all of a terabyte known is to take no more than a part of the budget.
    """
    return max(min(LEAST_CHUNKS, budget // RAW_BYTES), (budget - 3 * chunks * KEPT_BYTES) // RAW_BYTES)


def _too_many(chunks: dict[int, DenseChunk], budget: int) -> list[int]:
    """The chunks of which the pages do not fit into the budget; never the last one."""
    full = [number for number, chunk in chunks.items() if chunk.raw is not None]
    return full[: max(0, min(len(full) - 1, len(full) - _room(len(chunks), budget)))]


def _unread_runs(
    runs: RunMap, chunks: dict[int, DenseChunk], within: PageRange, limit: int, exact: bool
) -> list[PageRange]:
    out: list[PageRange] = []
    at, end = within.first, min(within.end, runs.size)
    while at < end and len(out) < limit:
        plain = runs.find(UNREAD, at, end)
        dense = runs.find(DENSE, at, plain[0] if plain else end)
        if dense is None:
            if plain is None:
                break
            _append(out, *plain)
            at = plain[1]
        else:
            at = min(dense[1], (dense[0] | (CHUNK - 1)) + 1)
            _unread_in_chunk(chunks[dense[0] >> CHUNK_LEVEL], out, dense[0], at, limit, exact)
    return out[:limit]


def _unread_in_chunk(
    chunk: DenseChunk, out: list[PageRange], first: int, end: int, limit: int, exact: bool
) -> None:
    """Append the runs of unread pages from ``first`` to ``end``, until there are ``limit``."""
    base = first & ~(CHUNK - 1)
    if chunk.known == chunk.size and not (exact and chunk.coarse.any()):
        return
    mask = chunk.unread(exact=exact)
    for at in range(first - base, end - base, _WINDOW):
        edges = _edges(mask[at : min(end - base, at + _WINDOW)])[: 2 * limit + 2].tolist()
        for start, stop in zip(edges[::2], edges[1::2]):
            _append(out, base + at + start, base + at + stop)
        if len(out) > limit:
            return


def _edges(mask: NDArray[np.bool_]) -> NDArray[np.int64]:
    """Where runs of True begin and end, in turn."""
    padded = np.zeros(len(mask) + 2, bool)
    padded[1:-1] = mask
    return np.flatnonzero(padded[1:] != padded[:-1])


def _append(out: list[PageRange], first: int, end: int) -> None:
    if out and out[-1].end == first:
        out[-1] = PageRange(out[-1].first, end)
    else:
        out.append(PageRange(first, end))
