"""Pages in a state as sorted parts in arrays, each with how many of its pages are meant."""

from __future__ import annotations

from array import array
from typing import TYPE_CHECKING

import numpy as np

from bytescope.core.pages.run_set import RunSet
from bytescope.core.ranges import PageRange

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Pages = NDArray[np.int64]


class StateRuns:
    """Sorted, disjoint parts ``firsts`` to ``ends`` of which ``counts`` pages are in the state, all i8[n].

    Where a count is the length of its part, each page of it is meant; else the source told no more than
    how many. A value: it is never changed.
    """

    __slots__ = ("counts", "ends", "firsts")

    def __init__(self, firsts: Pages, ends: Pages, counts: Pages | None = None) -> None:
        self.firsts = firsts
        self.ends = ends
        self.counts = ends - firsts if counts is None else counts

    @classmethod
    def none(cls) -> StateRuns:
        return cls(np.empty(0, np.int64), np.empty(0, np.int64))

    @classmethod
    def of(cls, pages: RunSet) -> StateRuns:
        """All pages of a set."""
        return cls(pages.firsts, pages.ends)

    @classmethod
    def of_arrays(cls, firsts: array[int], ends: array[int]) -> StateRuns:
        """The runs of a document; copied, as it goes on using the arrays."""
        return cls(np.array(firsts, np.int64), np.array(ends, np.int64))

    def __bool__(self) -> bool:
        return len(self.firsts) > 0

    def __len__(self) -> int:
        """How many parts there are."""
        return len(self.firsts)

    def __eq__(self, other: object) -> bool:
        return (
            isinstance(other, StateRuns)
            and np.array_equal(self.firsts, other.firsts)
            and np.array_equal(self.ends, other.ends)
            and np.array_equal(self.counts, other.counts)
        )

    __hash__ = None  # type: ignore[assignment]

    @property
    def pages(self) -> int:
        """How many pages are in the state."""
        return int(self.counts.sum())

    @property
    def exact(self) -> bool:
        """Whether each page is known by itself."""
        return bool((self.counts == self.ends - self.firsts).all())

    def runs(self) -> RunSet:
        """The parts that have a page in the state, as a set of pages."""
        some = self.counts > 0
        return RunSet.of_edges(self.firsts[some], self.ends[some])

    def within(self, pages: PageRange) -> StateRuns:
        """The parts in ``pages``; a part that is cut keeps its share, at least one page."""
        low = int(np.searchsorted(self.ends, pages.first, "right"))
        high = max(low, int(np.searchsorted(self.firsts, pages.end, "left")))
        part = StateRuns(self.firsts[low:high], self.ends[low:high], self.counts[low:high])
        if not part or (part.firsts[0] >= pages.first and part.ends[-1] <= pages.end):
            return part  # 10^5 parts are not copied for each picture of the map
        cut = StateRuns(part.firsts.copy(), part.ends.copy(), part.counts.copy())
        cut.firsts[0], cut.ends[-1] = max(cut.firsts[0], pages.first), min(cut.ends[-1], pages.end)
        at = np.array([0, -1])
        cut.counts[at] = _shared(part, at, (cut.ends - cut.firsts)[at])
        return cut

    def without(self, pages: RunSet) -> StateRuns:
        """What lies outside of ``pages``; a part that is cut keeps its share, at least one page."""
        if not self or not pages:
            return self
        # As edges and not as a set, whose runs never touch: parts that do have counts of their own.
        low = np.searchsorted(pages.ends, self.firsts, "right")
        high = np.searchsorted(pages.firsts, self.ends, "left")
        cuts = high - low
        part = np.repeat(np.arange(len(self)), cuts + 1)
        turn = np.arange(len(part)) - np.repeat(np.cumsum(cuts + 1) - cuts - 1, cuts + 1)
        hole = low[part] + turn
        firsts, ends = self.firsts[part], self.ends[part]
        behind, before = turn > 0, turn < cuts[part]
        firsts[behind] = np.maximum(firsts[behind], pages.ends[hole[behind] - 1])
        ends[before] = np.minimum(ends[before], pages.firsts[hole[before]])
        some = ends > firsts
        firsts, ends, part = firsts[some], ends[some], part[some]
        return StateRuns(firsts, ends, _shared(self, part, ends - firsts))

    def beside(self, other: StateRuns) -> StateRuns:
        """Both together; they have no page in common."""
        if not self or not other:
            return self or other
        few, many = (self, other) if len(self) < len(other) else (other, self)
        at = np.searchsorted(many.firsts, few.firsts)
        columns = zip((many.firsts, many.ends, many.counts), (few.firsts, few.ends, few.counts))
        return StateRuns(*(np.insert(into, at, those) for into, those in columns))

    def per_cell(self, level: int, cells: range) -> Pages:
        """Pages in the state in each of ``cells`` (2**level pages a cell), i8[len(cells)].

        A part that reaches over several cells gives each its share, at least one page.
        """
        part = self.within(PageRange(cells.start << level, cells.stop << level))
        if not part or not len(cells):
            return np.zeros(len(cells), np.int64)
        head = (part.firsts >> level) - cells.start
        tail = ((part.ends - 1) >> level) - cells.start
        single = head == tail
        # Counts are exact as weights: no document has 2**53 pages.
        weights = part.counts if single.all() else np.where(single, part.counts, 0)
        out = np.bincount(head, weights, len(cells)).astype(np.int64)
        rest = np.flatnonzero(~single)
        if not len(rest):
            return out
        begins, stops = part.firsts[rest], part.ends[rest]
        in_head = ((head[rest] + cells.start + 1) << level) - begins
        in_tail = stops - ((tail[rest] + cells.start) << level)
        np.add.at(out, head[rest], _shared(part, rest, in_head))
        np.add.at(out, tail[rest], _shared(part, rest, in_tail))
        whole = _shared(part, rest, np.full(len(rest), 1 << level, np.int64))
        steps = np.zeros(len(cells) + 1, np.int64)
        np.add.at(steps, head[rest] + 1, whole)
        np.add.at(steps, tail[rest], -whole)
        return out + np.cumsum(steps)[:-1]


def _shared(of: StateRuns, which: slice | NDArray[np.intp], lengths: Pages) -> Pages:
    """The counts of parts of which only ``lengths`` pages are meant."""
    counts, whole = of.counts[which], of.ends[which] - of.firsts[which]
    share = np.maximum(1, counts.astype(np.float64) * lengths / np.maximum(whole, 1)).astype(np.int64)
    out: Pages = np.where(counts == whole, lengths, np.where(counts > 0, np.minimum(share, lengths), 0))
    return out
