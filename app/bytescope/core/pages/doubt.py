"""Pages whose facts are shown but no longer vouched for: they are to be read again."""

from __future__ import annotations

from array import array
from typing import TYPE_CHECKING

import numpy as np

from bytescope.core.pages.run_set import RunSet
from bytescope.core.pages.runs import RunMap
from bytescope.core.ranges import PageRange

if TYPE_CHECKING:
    from numpy.typing import NDArray

_SURE, _DOUBTED = 0, 1


class Doubt:
    """Which of ``page_count`` pages are in doubt; ``pages`` counts them. Next to nothing while none is."""

    def __init__(self, page_count: int) -> None:
        self.pages = 0
        self._runs = RunMap(page_count)

    def begin(self, doubted: RunSet) -> None:
        """Exactly these pages are in doubt from now on."""
        size = self._runs.size
        self._runs = RunMap(size)
        self.pages = doubted.pages
        if not doubted:
            return
        edges = np.stack([doubted.firsts, doubted.ends], axis=1).ravel()
        end = int(edges[-1])
        values = np.tile(np.array([_DOUBTED, _SURE], np.uint64), len(doubted))[:-1]
        self._runs.splice(end, array("q", edges[:-1].tolist()), array("Q", values.tolist()))

    def settle(self, first: int, end: int) -> None:
        """Of these pages something new is known, or nothing any more."""
        if not self.pages or first >= end:
            return
        there = sum(high - low for low, high, value in self._runs.pieces(first, end) if value == _DOUBTED)
        if there:
            self.pages -= there
            self._runs.set(first, end, _SURE)

    def resize(self, page_count: int) -> None:
        if page_count < self._runs.size:
            self.settle(page_count, self._runs.size)
        self._runs.resize(page_count)

    def has(self, page: int) -> bool:
        return self.pages > 0 and self._runs.value(page) == _DOUBTED

    def first_runs(self, within: PageRange, limit: int) -> list[PageRange]:
        """The first ``limit`` doubted runs in ``within``, in order."""
        out: list[PageRange] = []
        at = within.first
        while self.pages and len(out) < limit and (found := self._runs.find(_DOUBTED, at, within.end)):
            out.append(PageRange(*found))
            at = found[1]
        return out

    def runs(self) -> RunSet:
        """All of them."""
        if not self.pages:
            return RunSet()
        starts, values = self._runs.flat(0, self._runs.size)
        ends = np.append(starts[1:], self._runs.size)
        return RunSet(starts[values == _DOUBTED], ends[values == _DOUBTED])

    def per_cell(self, level: int, first: int, count: int) -> NDArray[np.int64]:
        """How many doubted pages are in each of ``count`` cells of 2**level pages, from cell ``first`` on."""
        edges = np.arange(first, first + count + 1, dtype=np.int64) << level
        runs = self.runs().within(PageRange(int(edges[0]), int(edges[-1])))
        before = np.concatenate([[0], np.cumsum(runs.ends - runs.firsts)])
        at = np.searchsorted(runs.firsts, edges, "right")
        last = np.maximum(at - 1, 0)
        inside = np.zeros(len(edges), np.int64)
        if len(runs):
            over = np.maximum(runs.ends[last] - edges, 0)
            inside = np.where(at > 0, before[at] - over, 0)
        return np.diff(inside)


def merged(plain: list[PageRange], doubted: list[PageRange], limit: int) -> list[PageRange]:
    """Two lists of the first ``limit`` runs each as one; as far as both have told all they know."""
    full = [runs[-1].end for runs in (plain, doubted) if len(runs) >= limit]
    end = min(full) if full else None
    out: list[PageRange] = []
    for run in sorted([*plain, *doubted]):
        if end is not None and run.first >= end:
            break
        if out and out[-1].end >= run.first:
            out[-1] = PageRange(out[-1].first, max(out[-1].end, run.end))
        else:
            out.append(run)
    return out[:limit]
