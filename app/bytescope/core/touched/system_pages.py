"""Pages of a document as pages of the operating system, which may be larger, and back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from bytescope.core.pages.run_set import RunSet
from bytescope.core.ranges import PAGESIZE, PageRange
from bytescope.core.touched.state_runs import StateRuns

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from bytescope.core.touched.found import Walked

    Ints = NDArray[np.int64]


class SystemPages:
    """Pages of a document as whole pages of the system, counted from the one that holds its first byte."""

    def __init__(self, shift: int, pages: PageRange, level: int, size: int, unit: int) -> None:
        self.unit = unit
        self.base = shift // self.unit * self.unit
        self._lead = shift - self.base
        self._pages = pages
        bytes_ = pages.bytes(size).shifted(self._lead)
        self.units = range(bytes_.start // self.unit, -(-bytes_.end // self.unit))
        self.cell = max(1, (PAGESIZE << level) // self.unit)

    def runs(self, walked: Walked, state: int) -> StateRuns:
        """One state of what was found, in pages of the document; neighbours that are in it whole are one."""
        counts = walked.counts[state]
        some = counts > 0
        firsts, ends, counts = walked.firsts[some], walked.ends[some], counts[some]
        whole = counts >= ends - firsts
        firsts, ends = self._page(firsts), -(-(ends * self.unit - self._lead) // PAGESIZE)
        firsts, ends = np.maximum(firsts, self._pages.first), np.minimum(ends, self._pages.end)
        if whole.all():
            return StateRuns.of(RunSet.of_edges(firsts, ends))
        counts = np.maximum(1, counts * self.unit // PAGESIZE)
        return _joined(firsts, ends, counts, whole)

    def _page(self, units: Ints) -> Ints:
        out: Ints = np.maximum(units * self.unit - self._lead, 0) // PAGESIZE
        return out


def _joined(firsts: Ints, ends: Ints, counts: Ints, whole: NDArray[np.bool_]) -> StateRuns:
    """Parts that are in a state whole as long runs, the others with their counts, none over another."""
    firsts = np.maximum(firsts, np.append(0, np.maximum.accumulate(ends)[:-1]))
    some = firsts < ends
    firsts, ends, counts, whole = firsts[some], ends[some], counts[some], whole[some]
    begins = np.ones(len(firsts), bool)
    begins[1:] = ~(whole[1:] & whole[:-1] & (firsts[1:] == ends[:-1]))
    heads = np.flatnonzero(begins)
    lasts = np.append(heads[1:] - 1, len(firsts) - 1)
    firsts, ends = firsts[heads], ends[lasts]
    counts = np.where(whole[heads], ends - firsts, np.minimum(counts[heads], ends - firsts))
    return StateRuns(firsts, ends, counts)
