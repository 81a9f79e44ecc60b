"""What of a survey was handed out to be read and has not come back, so that nothing is read twice."""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from typing import TYPE_CHECKING

from bytescope.core.pages.units import Step, Unit
from bytescope.core.ranges import PageRange

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bytescope.core.pages.facts import FactStore


class UnderWay:
    """Units under way. For one thread at a time."""

    def __init__(self, units: Iterable[Unit] = ()) -> None:
        self._samples: set[int] = set()
        self._runs: list[tuple[int, int]] = []
        self._steps: list[Step] = []
        self.background = 0
        """Units of which nobody waits."""
        for unit in units:
            self.add(unit)

    def add(self, unit: Unit) -> None:
        self._steps.append(unit.step)
        self.background += unit.background
        if unit.step is Step.SAMPLES:
            self._samples.update(unit.samples)
        elif unit.step is Step.PAGES:
            insort(self._runs, (unit.pages.first, unit.pages.end))

    def remove(self, unit: Unit) -> None:
        """It has come back, or will never be begun."""
        if unit.step not in self._steps:
            return
        self._steps.remove(unit.step)
        self.background -= unit.background
        if unit.step is Step.SAMPLES:
            self._samples.difference_update(unit.samples)
        elif unit.step is Step.PAGES:
            run = (unit.pages.first, unit.pages.end)
            at = bisect_left(self._runs, run)
            if self._runs[at : at + 1] == [run]:
                del self._runs[at]

    def any(self, step: Step) -> bool:
        return step in self._steps

    def has(self, page: int) -> bool:
        """Whether the page will be known soon, by itself or with others."""
        if page in self._samples:
            return True
        at = bisect_right(self._runs, (page, 1 << 62)) - 1
        return at >= 0 and page < self._runs[at][1]

    def unknown(
        self, facts: FactStore, within: PageRange, limit: int = 1, *, exact: bool = False
    ) -> list[PageRange]:
        """As ``facts.unknown_runs``, without the runs that are being read."""
        out: list[PageRange] = []
        at = within.first
        while at < within.end and len(out) < limit:
            before = bisect_right(self._runs, (at, 1 << 62))
            if before and at < self._runs[before - 1][1]:
                at = self._runs[before - 1][1]
                continue
            stop = min(within.end, self._runs[before][0] if before < len(self._runs) else within.end)
            out += facts.unknown_runs(PageRange(at, stop), limit - len(out), exact=exact)
            at = stop
        return out
