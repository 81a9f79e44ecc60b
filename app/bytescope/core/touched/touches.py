"""The log of what touched which pages, when and by whom: bounded, asked by page and by time."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from bytescope.core.pages.run_set import RunSet
from bytescope.core.ranges import PageRange
from bytescope.core.touched.stamps import NONE, Stamps
from bytescope.core.touched.touch import CHANGES, Touch

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Numbers = NDArray[np.int64]

MERGED_SECONDS = 1.0
"""Touches of one kind by one author within this time are one: a typed word, a save in pieces."""

MOST_TOUCHES = 20_000
MOST_RUNS = 200_000
"""What the log holds at most, about 10 MB; older touches are dropped."""

MOST_RUNS_OF_ONE = 50_000
"""A touch with more has its narrowest gaps filled, and says so."""

TAIL = 32
"""Newest touches that are looked at one by one; the others are in one table."""


class Touched(NamedTuple):
    """Pages that were touched at ``time`` (seconds of the system's clock) by ``who`` ("" where not known).

    ``rounded``: more pages than were touched, as there were too many runs of them.
    """

    time: float
    kind: Touch
    pages: RunSet
    who: str = ""
    rounded: bool = False


class TouchLog:
    """Touches in the order of their times, the newest last. Each has a number for good, rising from 0."""

    def __init__(self, most_touches: int = MOST_TOUCHES, most_runs: int = MOST_RUNS) -> None:
        self._most = (most_touches, most_runs)
        self._touches: list[Touched] = []
        self._runs = 0
        self.dropped = 0
        """Older touches that the log had no room for; also the number of the oldest that is left."""
        self.generation = 0
        self._tables: dict[frozenset[Touch], tuple[int, Stamps]] = {}

    def __len__(self) -> int:
        return len(self._touches)

    def __iter__(self) -> Iterator[Touched]:
        return iter(self._touches)

    def __getitem__(self, number: int) -> Touched:
        """The touch of that number; ``KeyError`` where it was dropped or never was."""
        if not self.dropped <= number < self.dropped + len(self._touches):
            raise KeyError(number)
        return self._touches[number - self.dropped]

    # -- taking down --------------------------------------------------------------------------

    def add(self, kind: Touch, pages: RunSet, time: float, who: str = "") -> None:
        """Take a touch down; no pages are no touch. A clock that was set back does not reorder the log."""
        if not pages:
            return
        last = self._touches[-1] if self._touches else None
        rounded = len(pages) > MOST_RUNS_OF_ONE
        new = Touched(
            max(time, last.time) if last else time, kind, pages.joined(MOST_RUNS_OF_ONE), who, rounded
        )
        if last is not None and _belong(last, new):
            self._touches.pop()
            self._runs -= len(last.pages)
            self._forget_tables(self.dropped + len(self._touches))
            both = last.pages.union(new.pages)
            rounded = last.rounded or new.rounded or len(both) > MOST_RUNS_OF_ONE
            new = last._replace(pages=both.joined(MOST_RUNS_OF_ONE), rounded=rounded)
        self._touches.append(new)
        self._runs += len(new.pages)
        self.generation += 1
        self._make_room()

    def copy(self) -> TouchLog:
        """One that stays as it is now, to be asked in another thread; cheap."""
        out = TouchLog(*self._most)
        out._touches, out._runs = self._touches.copy(), self._runs
        out._tables, out.dropped, out.generation = self._tables.copy(), self.dropped, self.generation
        return out

    def clear(self) -> None:
        """Forget everything; numbers go on rising."""
        self.dropped += len(self._touches)
        self._touches.clear()
        self._tables.clear()
        self._runs = 0
        self.generation += 1

    def _make_room(self) -> None:
        touches, runs = self._most
        count = 0
        while len(self._touches) - count > touches or (self._runs > runs and count < len(self._touches) - 1):
            self._runs -= len(self._touches[count].pages)
            count += 1
        if count:
            # A tenth more, so that this is not done at each touch.
            more = min(len(self._touches) // 10, len(self._touches) - 1 - count)
            self._runs -= sum(len(touched.pages) for touched in islice(self._touches, count, count + more))
            del self._touches[: count + more]
            self.dropped += count + more
            self._tables.clear()

    # -- by page ------------------------------------------------------------------------------

    def within(self, pages: PageRange, kinds: Iterable[Touch] = Touch) -> list[Touched]:
        """The touches of any page of ``pages``, the newest first, with those of their pages alone."""
        wanted = frozenset(kinds)
        out = []
        for touched in reversed(self._touches):
            part = touched.pages.within(pages) if touched.kind in wanted else None
            if part:
                out.append(touched._replace(pages=part))
        return out

    def latest(self, firsts: Numbers, ends: Numbers, kinds: Iterable[Touch] = Touch) -> Numbers:
        """The number of the newest touch of each of the page ranges, i8; -1 where there is none."""
        wanted = frozenset(kinds)
        reached, table = self._table(wanted)
        out = table.latest(firsts, ends)
        for number in range(reached, self.dropped + len(self._touches)):
            touched = self[number]
            if touched.kind in wanted:
                behind = np.searchsorted(touched.pages.ends, firsts, "right")
                out[np.searchsorted(touched.pages.firsts, ends, "left") > behind] = number
        return out

    def ages(
        self, level: int, cells: range, now: float, kinds: Iterable[Touch] = CHANGES
    ) -> NDArray[np.float32]:
        """Seconds since a page of each of ``cells`` (2**level pages a cell) was touched last, f4[len(cells)].

        Infinite where the log knows of no touch.
        """
        firsts = np.arange(cells.start, cells.stop, dtype=np.int64) << level
        numbers = self.latest(firsts, firsts + (1 << level), kinds)
        out = np.full(len(cells), np.inf, np.float32)
        known = numbers != NONE
        if known.any():
            times = np.array([touched.time for touched in self._touches])
            out[known] = np.maximum(now - times[numbers[known] - self.dropped], 0)
        return out

    # -- by time ------------------------------------------------------------------------------

    def index_at(self, time: float) -> int:
        """How many of the touches in the log came at ``time`` or before."""
        return bisect_right(self._touches, time, key=_time)

    def behind(self, time: float) -> Touched | None:
        """The first touch after ``time``."""
        at = self.index_at(time)
        return self._touches[at] if at < len(self._touches) else None

    def before(self, time: float) -> Touched | None:
        """The last touch before ``time``."""
        at = bisect_left(self._touches, time, key=_time)
        return self._touches[at - 1] if at else None

    def between(self, since: float, until: float) -> list[Touched]:
        """The touches behind ``since`` and until ``until``, the oldest first."""
        return self._touches[self.index_at(since) : self.index_at(until)]

    def at(self, time: float, since: float = float("-inf")) -> dict[Touch, RunSet]:
        """The pages touched behind ``since`` and until ``time``, by kind; kinds without any are left out."""
        taken = self.between(since, time)
        out: dict[Touch, RunSet] = {}
        for kind in Touch:
            sets = [touched.pages for touched in taken if touched.kind is kind]
            if sets:
                out[kind] = RunSet.of_edges(
                    np.concatenate([pages.firsts for pages in sets]), np.concatenate([p.ends for p in sets])
                )
        return out

    # -- inside -------------------------------------------------------------------------------

    def _table(self, kinds: frozenset[Touch]) -> tuple[int, Stamps]:
        """Stamps of all but the newest touches, and the number from which on they know nothing."""
        end = self.dropped + len(self._touches)
        known = self._tables.get(kinds)
        if known is None or end - known[0] > TAIL:
            numbered = ((self.dropped + at, touched) for at, touched in enumerate(self._touches))
            sets = [(number, touched.pages) for number, touched in numbered if touched.kind in kinds]
            known = self._tables[kinds] = (end, Stamps(sets))
        return known

    def _forget_tables(self, number: int) -> None:
        """The touch of that number is about to be another one."""
        self._tables = {kinds: known for kinds, known in self._tables.items() if known[0] <= number}


def _time(touched: Touched) -> float:
    return touched.time


def _belong(last: Touched, new: Touched) -> bool:
    together = last.kind is new.kind and last.who == new.who
    return together and new.time - last.time <= MERGED_SECONDS
