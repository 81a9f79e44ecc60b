"""Collects runs of bytes, in order, as parts of pages in a state, in memory that stays bounded."""

from __future__ import annotations

from array import array
from typing import TYPE_CHECKING

import numpy as np

from bytescope.core.ranges import PAGESIZE, PageRange
from bytescope.core.touched.state_runs import StateRuns

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Ints = NDArray[np.int64]

MOST_PARTS = 1 << 18
"""Where there are more parts, neighbours become one with a count: 6 MiB a state at most."""


class PartRuns:
    """Runs come sorted, in batches; those that touch are one, whatever batch they come in.

    ``inward``: a page is meant only if all of its bytes are (the last one up to ``size``); else any byte
    will do. ``shift`` is where byte 0 of the document lies; only ``pages`` are kept.
    """

    def __init__(self, pages: PageRange, size: int, shift: int, *, inward: bool) -> None:
        self._pages = pages
        self._size = size
        self._shift = shift
        self._inward = inward
        self._open: tuple[int, int] | None = None  # the last run, which may go on in the next batch
        self._firsts, self._ends, self._counts = array("q"), array("q"), array("q")

    def add(self, starts: Ints, ends: Ints) -> None:
        """Runs of bytes of the file behind all that were added before."""
        if self._open is not None:
            starts, ends = np.append(self._open[0], starts), np.append(self._open[1], ends)
        if not len(starts):
            return
        heads = np.flatnonzero(np.append(True, starts[1:] > ends[:-1]))
        starts, ends = starts[heads], ends[np.append(heads[1:] - 1, len(ends) - 1)]
        self._open = int(starts[-1]), int(ends[-1])
        self._take(starts[:-1], ends[:-1])

    def runs(self) -> StateRuns:
        """All of it. Nothing may be added afterwards."""
        if self._open is not None:
            start, end = self._open
            self._open = None
            self._take(np.array([start], np.int64), np.array([end], np.int64))
        firsts, ends, counts = (np.array(column) for column in (self._firsts, self._ends, self._counts))
        return StateRuns(firsts.astype(np.int64), ends.astype(np.int64), counts.astype(np.int64))

    def _take(self, starts: Ints, ends: Ints) -> None:
        starts, ends = np.maximum(starts - self._shift, 0), np.minimum(ends - self._shift, self._size)
        if self._inward:
            last = ends >= self._size
            first_pages, end_pages = -(-starts // PAGESIZE), ends // PAGESIZE
            end_pages[last] = -(-self._size // PAGESIZE)
        else:
            first_pages, end_pages = starts // PAGESIZE, -(-ends // PAGESIZE)
        first_pages = np.maximum(first_pages, self._pages.first)
        end_pages = np.minimum(end_pages, self._pages.end)
        reach = np.append(self._ends[-1] if self._ends else 0, end_pages)[:-1]
        first_pages = np.maximum(first_pages, np.maximum.accumulate(reach)) if len(reach) else first_pages
        some = end_pages > first_pages
        first_pages, end_pages = first_pages[some], end_pages[some]
        self._firsts.extend(first_pages.tolist())
        self._ends.extend(end_pages.tolist())
        self._counts.extend((end_pages - first_pages).tolist())
        while len(self._firsts) > MOST_PARTS:
            self._halve()

    def _halve(self) -> None:
        """Two neighbours become one part that knows how many of its pages are meant."""
        odd = len(self._firsts) % 2
        tail = [column[-1] for column in (self._firsts, self._ends, self._counts)] if odd else []
        pairs = len(self._firsts) // 2 * 2
        counts = array("q", (a + b for a, b in zip(self._counts[:pairs:2], self._counts[1:pairs:2])))
        self._firsts, self._ends, self._counts = self._firsts[:pairs:2], self._ends[1:pairs:2], counts
        for column, value in zip((self._firsts, self._ends, self._counts), tail):
            column.append(value)
