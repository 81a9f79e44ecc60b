"""Fingerprints of any number of pages in a file: written as they come, read a chunk at a time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from heapq import merge
from typing import TYPE_CHECKING, Any, Protocol

import numpy as np

from bytescope.core.pages.print_store import CHUNK, RUNS_IN_CHUNK, Stretch, true_runs
from bytescope.core.pages.prints import NONE, as_array
from bytescope.core.ranges import PageRange
from bytescope.core.storage.shelf import Place, UnusableError

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from bytescope.core.storage.shelf import Index, Shelf, ShelfWriter

RUNS_IN_BLOCK = 1 << 18
"""Runs of equal fingerprints in one block of the file: 5 MiB."""

BLOCKS_IN_TABLE = 1 << 18

_ALONE = 1024
"""Pages with one fingerprint that are a run of their own without being looked at with their neighbours."""

_RUN = 20
_BLOCK = 24


class KnownPrints(Protocol):
    """Whatever has fingerprints of some of ``page_count`` pages: a ``PrintStore``, a snapshot."""

    @property
    def page_count(self) -> int: ...

    def stretches(self, within: PageRange) -> Iterator[Stretch]:
        """The pages of ``within`` that have fingerprints, in order."""
        ...


class PrintsWriter:
    """Writes stretches, which come in the order of the pages, into a shelf. Raises ``OSError``."""

    def __init__(self, shelf: ShelfWriter) -> None:
        self._shelf = shelf
        self._waiting: list[Stretch] = []
        self._chunk = -1
        self._runs: list[tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.uint32]]] = []
        self._run_count = 0
        self._places: list[list[int]] = []
        self._blocks: list[tuple[int, int, int]] = []
        self._tables: list[list[int]] = []
        self.known = 0

    def put(self, stretches: Iterable[Stretch]) -> None:
        for stretch in stretches:
            self.known += stretch.pages.count
            if isinstance(stretch.prints, int) and stretch.pages.count > _ALONE:
                self._flush_chunk()
                self._runs_of(
                    np.array([stretch.pages.first]),
                    np.array([stretch.pages.end]),
                    np.array([stretch.prints], np.uint32),
                )
                continue
            at = stretch.pages.first
            while at < stretch.pages.end:
                stop = min(stretch.pages.end, (at // CHUNK + 1) * CHUNK)
                if at // CHUNK != self._chunk:
                    self._flush_chunk()
                    self._chunk = at // CHUNK
                self._waiting.append(Stretch(PageRange(at, stop), stretch.of(PageRange(at, stop))))
                at = stop

    def finish(self) -> dict[str, Any]:
        """What the index has to say of them."""
        self._flush_chunk()
        self._flush_runs()
        self._flush_blocks()
        return {"known": self.known, "runs": self._places, "blocks": self._tables}

    def _flush_chunk(self) -> None:
        """Pages of one chunk as runs, or as an array where those would be longer."""
        waiting, self._waiting = self._waiting, []
        if not waiting:
            return
        first, end = waiting[0].pages.first, waiting[-1].pages.end
        prints = np.zeros(end - first, np.uint32)
        for stretch in waiting:
            prints[stretch.pages.first - first : stretch.pages.end - first] = stretch.prints
        starts = np.flatnonzero(np.diff(prints, prepend=~prints[:1]))
        if len(starts) <= RUNS_IN_CHUNK and len(starts) * _RUN <= len(prints) * 4 + 64:
            ends = np.append(starts[1:], len(prints))
            some = prints[starts] != NONE
            self._runs_of(first + starts[some], first + ends[some], prints[starts[some]])
            return
        place = self._shelf.put(prints.data.cast("B"))
        self._blocks.append((first, end - first, place.start))
        if len(self._blocks) >= BLOCKS_IN_TABLE:
            self._flush_blocks()

    def _runs_of(
        self, firsts: NDArray[np.int64], ends: NDArray[np.int64], prints: NDArray[np.uint32]
    ) -> None:
        self._runs.append((firsts, ends, prints))
        self._run_count += len(firsts)
        if self._run_count >= RUNS_IN_BLOCK - CHUNK:
            self._flush_runs()

    def _flush_runs(self) -> None:
        runs, self._runs, self._run_count = self._runs, [], 0
        columns = [np.concatenate(column) for column in zip(*runs)]
        if not columns or not len(columns[0]):
            return
        kinds = ("<i8", "<i8", "<u4")
        parts = (column.astype(kind).tobytes() for column, kind in zip(columns, kinds))
        place = self._shelf.put(*parts)
        self._places.append([place.start, len(columns[0]), int(columns[0][0]), int(columns[1][-1])])

    def _flush_blocks(self) -> None:
        blocks, self._blocks = self._blocks, []
        if blocks:
            place = self._shelf.put(np.array(blocks, "<i8").tobytes())
            self._tables.append([place.start, len(blocks)])


class StoredPrints:
    """Reads what a ``PrintsWriter`` wrote. Raises ``UnusableError`` where it is damaged; the methods too."""

    def __init__(self, shelf: Shelf, index: Index, page_count: int) -> None:
        self._shelf = shelf
        self.page_count = page_count
        self.known = index.number("known", page_count)
        self._runs = index.rows("runs", 4)
        tables = [self._table(*row) for row in index.rows("blocks", 2)]
        self._blocks = np.concatenate([np.empty((0, 3), np.int64), *tables])
        firsts, ends = self._blocks[:, 0], self._blocks[:, 0] + self._blocks[:, 1]
        self._check(firsts, ends)

    def stretches(self, within: PageRange) -> Iterator[Stretch]:
        """The pages of ``within`` that have fingerprints, in order."""
        within = within.intersect(PageRange(0, self.page_count))
        yield from merge(self._in_runs(within), self._in_blocks(within), key=_first)

    def _in_runs(self, within: PageRange) -> Iterator[Stretch]:
        for start, count, first, end in self._runs:
            if end <= within.first or first >= within.end:
                continue
            if count * _RUN >= 1 << 31:
                raise UnusableError("The file is damaged.")
            data = as_array(self._shelf.block(Place(start, count * _RUN)))
            firsts, ends = data[: 16 * count].view("<i8").reshape(2, count)
            prints = data[16 * count :].view("<u4")
            self._check(firsts, ends)
            low, high = np.searchsorted(ends, within.first, "right"), np.searchsorted(firsts, within.end)
            for at, stop, value in zip(firsts[low:high].tolist(), ends[low:high].tolist(), prints[low:high]):
                yield Stretch(PageRange(max(at, within.first), min(stop, within.end)), int(value))

    def _in_blocks(self, within: PageRange) -> Iterator[Stretch]:
        low = int(np.searchsorted(self._blocks[:, 0] + self._blocks[:, 1], within.first, "right"))
        high = int(np.searchsorted(self._blocks[:, 0], within.end))
        for first, count, start in self._blocks[low:high].tolist():
            prints = as_array(self._shelf.block(Place(start, count * 4))).view("<u4")
            begin, stop = max(first, within.first), min(first + count, within.end)
            part = prints[begin - first : stop - first]
            for at, end in true_runs(part != NONE):
                yield Stretch(PageRange(begin + at, begin + end), part[at:end])

    def _table(self, start: int, count: int) -> NDArray[np.int64]:
        if count > BLOCKS_IN_TABLE:
            raise UnusableError("The file is damaged.")
        return as_array(self._shelf.block(Place(start, count * _BLOCK))).view("<i8").reshape(-1, 3)

    def _check(self, firsts: NDArray[np.int64], ends: NDArray[np.int64]) -> None:
        """Ranges must be in order, apart, and within the pages."""
        order = np.all(firsts < ends) and np.all(ends[:-1] <= firsts[1:]) and np.all(ends - firsts >= 1)
        inside = not len(firsts) or (firsts[0] >= 0 and ends[-1] <= self.page_count)
        if not (order and inside):
            raise UnusableError("The file is damaged.")


def _first(stretch: Stretch) -> int:
    return stretch.pages.first
