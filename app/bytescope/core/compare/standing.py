"""How far a comparison is: what is settled, what is to be read next, and what it found."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from bytescope.core.compare.order import Order
from bytescope.core.compare.pair import Plan
from bytescope.core.compare.verdicts import Tally, Verdict, Verdicts
from bytescope.core.pages.run_set import RunSet
from bytescope.core.ranges import PAGESIZE, PageRange
from bytescope.core.touched.state_runs import StateRuns

if TYPE_CHECKING:
    from bytescope.core.compare.working import Judged


class Standing:
    """The state of one comparison, for one thread: it plans, others read. Nothing is known at first."""

    def __init__(self) -> None:
        self.verdicts = Verdicts(0)
        self._order = Order(RunSet())
        self._data = RunSet(), RunSet()

    @property
    def tally(self) -> Tally:
        return self.verdicts.tally

    @property
    def known(self) -> Plan:
        """Where either side has data, for those who read."""
        return Plan(RunSet(), RunSet(), RunSet(), *self._data)

    def resize(self, pages: int) -> None:
        """There are so many pages now."""
        self.verdicts.resize(pages)

    def forget(self, pages: PageRange) -> None:
        """Nothing is known of ``pages``, and nothing of them is wanted before they are planned again."""
        part = pages.intersect(PageRange(0, self.verdicts.page_count))
        if part:
            self.verdicts.forget(part)
            self._order.drop(part)

    def planned(self, within: PageRange, plan: Plan) -> None:
        """Take a plan of ``within``, of which nothing is known."""
        part = RunSet.of([within])
        mine, other = (data.minus(part) for data in self._data)
        self._data = mine.union(plan.mine), other.union(plan.other)
        self.verdicts.settle(plan.same, plan.different)
        if self._order.wanted:
            self._order.more(plan.wanted)
        else:
            self._order = Order(plan.wanted)

    def judged(self, found: Judged) -> None:
        for first, codes in found.found:
            self.verdicts.put(first, codes)

    def next(self, visible: PageRange, most: int) -> list[PageRange]:
        """What to read next, about ``most`` pages; nothing when all is known."""
        return self._order.next(visible, self.verdicts, most)

    def different(self, pages: PageRange) -> StateRuns:
        """The differing pages of ``pages``."""
        return self.verdicts.different(pages)

    def not_compared(self, pages: PageRange) -> StateRuns:
        """The pages of ``pages`` of which it is not known whether they differ."""
        return StateRuns.of(self.verdicts.not_compared(pages))

    def different_there(self, pages: PageRange, shift: int) -> StateRuns:
        """The same in pages of the other side, whose byte p + ``shift`` stands at p: each page that has a
        byte of a differing one.
        """
        start, end = pages.first * PAGESIZE - shift, pages.end * PAGESIZE - shift
        if end <= 0:
            return StateRuns.none()
        found = self.different(PageRange(max(0, start) // PAGESIZE, -(-end // PAGESIZE)))
        if not shift % PAGESIZE:
            by = shift // PAGESIZE
            return StateRuns(found.firsts + by, found.ends + by, found.counts).within(pages)
        firsts = np.maximum(found.firsts * PAGESIZE + shift, 0) // PAGESIZE
        ends = -(-np.maximum(found.ends * PAGESIZE + shift, 1) // PAGESIZE)
        return StateRuns.of(RunSet.of_edges(firsts, ends).within(pages))

    def candidates(self, page: int, end: int, *, forward: bool) -> RunSet:
        """The pages from ``page`` on, or up to it, of ``end``, that are not known to be the same."""
        return self.verdicts.not_same(
            PageRange(min(page, end), end) if forward else PageRange(0, min(page + 1, end))
        )

    def page_beside(self, page: int, *, forward: bool) -> int | None:
        """The next differing page, or the one before."""
        if forward:
            return self.verdicts.next_different(page)
        return self.verdicts.runs(Verdict.DIFFERENT, PageRange(0, page)).previous(page)
