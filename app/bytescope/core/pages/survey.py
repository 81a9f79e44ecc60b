"""In which order the pages of a document are read, so that a picture of the whole comes first."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import partial
from typing import TYPE_CHECKING, Protocol

from bytescope.core.pages.data_runs import MOST_SAMPLES, SAMPLES_IN_UNIT, DataRuns, Listed, Samples
from bytescope.core.pages.under_way import UnderWay
from bytescope.core.pages.units import Step, Unit
from bytescope.core.ranges import PageRange, page_count

if TYPE_CHECKING:
    from bytescope.core.pages.facts import FactStore

UNIT_PAGES = 4096
"""Pages of a unit that reads in order: 16 MiB."""

PLANNED_PAGES = 32 * UNIT_PAGES
"""Pages read in order that one call plans."""

PLANNED_RUNS = 256

READ_OVER = 32
"""Known pages between unknown ones that are read again rather than skipped."""

FIRST_SAMPLES = 4096
"""Samples over the whole document before anything large is read in order."""

NEAR_PAGES = 4096
"""If no more than this is unknown in view, it is read at once, before all samples."""

NEAR_RUNS = 64

IN_VIEW = 1 << 14
"""A view of up to so many pages (64 MiB) is waited for; a larger one is read in the background, but first."""

LEAST_CELL = 10
"""Levels: one cached page of each 1,024 is read before all else, or of as many as make 4,096 cells."""

FORGOTTEN = 1 << 16
"""When this many pages become unknown at once (a large fill or its undo), the order begins again."""

PATIENT_RUNS = 1 << 17
"""Data runs up to which the end of the walk is waited for; with more, reading begins meanwhile."""

CHEAP_RUNS = 4096
"""Up to so many data runs the walk is repeated after every change."""


class Sized(Protocol):
    """A snapshot, as far as the order needs it: it does not keep the snapshot."""

    @property
    def size(self) -> int: ...


class SurveyOrder:
    """Which pages to read next. State of one thread; nothing here reads a byte.

    1. what became stale in view, or the rest of a view of which little is unknown; 2. a walk that finds
    holes and fills without reading; 3. a page of each cell that is in the page cache; 4. one sample in
    every data run; 5. 4,096 samples in bit-reversed order over the allocated pages, which halve the
    widest gap at each power of two; 6. the view: samples while they are far apart, then exactly; 7. in the
    background more samples of the rest, then everything in order. A unit is handed out again until the
    store has its facts, but not while it is under way.
    """

    def __init__(self, snapshot: Sized) -> None:
        self.page_count = page_count(snapshot.size)
        self._size = snapshot.size
        self._unknown = self.page_count
        self._stale: list[PageRange] = []
        self._begin_walk()
        self._begin_samples(DataRuns())

    def changed(self, snapshot: Sized, stale: Iterable[PageRange] = ()) -> SurveyOrder:
        """Go on with a changed document; ``stale`` are pages whose facts were forgotten because of it."""
        self._stale = [*self._stale, *stale][-NEAR_RUNS:]
        if snapshot.size != self._size or len(self._runs) <= CHEAP_RUNS:
            self._begin_walk()
        self._size, self.page_count = snapshot.size, page_count(snapshot.size)
        return self

    def next_unit(self, visible: PageRange, facts: FactStore) -> Unit | None:
        """The most urgent unit, or None when there is nothing left to read."""
        units = self.next_units(visible, facts, 1)
        return units[0] if units else None

    def next_units(
        self,
        visible: PageRange,
        facts: FactStore,
        limit: int,
        *,
        whole: bool = True,
        under_way: UnderWay | None = None,
        most: int = PLANNED_PAGES,
    ) -> list[Unit]:
        """Up to ``limit`` units, the most urgent first; none when there is nothing more to be handed out.

        They do not overlap each other nor those ``under_way``, but come again until their facts are in the
        store. ``whole``: also what nobody waits for, up to ``most`` pages of it. A few milliseconds at most.
        """
        under_way = under_way or UnderWay()
        self._notice(facts)
        visible = visible.intersect(PageRange(0, facts.page_count))
        units = self._near(visible, facts, limit, under_way)
        if self._walked < self._size and len(units) < limit:
            if not under_way.any(Step.WALK):
                units.append(self._walk())
            if len(self._found) < PATIENT_RUNS:
                return units
        looks = self._looked < facts.page_count and facts.known < facts.page_count
        if looks and len(units) < limit and not under_way.any(Step.CACHED):
            units.append(self._look_for_cached(facts))
        most_units = max(1, min(limit, most // SAMPLES_IN_UNIT))
        steps = (
            partial(self._cached.take, MOST_SAMPLES, facts, limit, under_way),
            partial(self._islands.take, MOST_SAMPLES, facts, limit, under_way),
            partial(self._everywhere.take, FIRST_SAMPLES, facts, limit, under_way),
            partial(self._view, visible, facts, limit, under_way, whole, most),
            partial(self._everywhere.take, MOST_SAMPLES, facts, most_units, under_way, background=True),
            partial(self._rest, facts, limit, under_way, most),
        )
        for step in steps if whole else steps[:4]:
            if not any(unit.step in (Step.SAMPLES, Step.PAGES) for unit in units):
                units += step()[: limit - len(units)]
        return units

    def _notice(self, facts: FactStore) -> None:
        """Begin again where much was forgotten: samples of it are wanted first."""
        unknown = facts.page_count - facts.known
        if unknown > self._unknown + FORGOTTEN:
            self._begin_walk()
            self._begin_samples(self._runs)
        self._unknown = unknown

    def _begin_samples(self, runs: DataRuns) -> None:
        self._runs = runs
        self._islands = runs.islands()
        self._everywhere = runs.spread(PageRange(0, self.page_count))
        self._seen = PageRange(0, 0)
        self._in_view = Samples(0, int)
        self._cursor = 0
        self._looked = 0  # pages
        self._cached = Listed()

    def _begin_walk(self) -> None:
        self._walked = 0  # bytes
        self._found = DataRuns()

    def _walk(self) -> Unit:
        learn = partial(self._learn, self._found)
        return Unit(Step.WALK, PageRange(0, self.page_count), at=self._walked, learn=learn)

    def _learn(self, walk: DataRuns, at: int, runs: DataRuns, reached: int) -> None:
        """Take what a walk found from byte ``at`` to ``reached``, unless that is no longer asked."""
        if walk is not self._found or at != self._walked:
            return
        walk.extend(runs)
        self._walked = reached
        if self._walked >= self._size and not walk.same(self._runs):
            self._begin_samples(walk)

    def _look_for_cached(self, facts: FactStore) -> Unit:
        level = max(LEAST_CELL, (facts.page_count // FIRST_SAMPLES).bit_length())
        learn = partial(self._learn_looked, self._cached)
        return Unit(Step.CACHED, PageRange(self._looked, facts.page_count), at=level, learn=learn)

    def _learn_looked(self, cached: Listed, found: Sequence[int], reached: int) -> None:
        if cached is self._cached:
            cached.extend(found)
            self._looked = max(self._looked, reached)

    def _near(self, visible: PageRange, facts: FactStore, limit: int, under_way: UnderWay) -> list[Unit]:
        """What became stale in view; or all of the view where little of it is unknown."""
        stale = (pages.intersect(visible) for pages in self._stale)
        self._stale = merged_pages(part for part in stale if facts.unknown_runs(part))
        units: list[Unit] = []
        for part in self._stale:
            units += _in_order(facts, part, limit - len(units), under_way)
        if units:
            return units
        exact = visible.count <= facts.exact_pages
        runs = facts.unknown_runs(visible, NEAR_RUNS, exact=exact)
        if len(runs) == NEAR_RUNS or sum(run.count for run in runs) > NEAR_PAGES:
            return []
        return _in_order(facts, visible, limit, under_way, exact=exact)

    def _view(
        self,
        visible: PageRange,
        facts: FactStore,
        limit: int,
        under_way: UnderWay,
        whole: bool,
        most: int,
    ) -> list[Unit]:
        exact = visible.count <= facts.exact_pages
        if not facts.unknown_runs(visible, exact=exact):
            return []
        if self._seen != visible:
            self._seen = visible
            self._in_view = self._runs.spread(visible)
        samples = self._in_view.take(MOST_SAMPLES, facts, limit, under_way)
        if samples or visible.count <= IN_VIEW:
            return samples or _in_order(facts, visible, limit, under_way, exact=exact)
        if not whole:
            return []
        return _in_order(facts, visible, limit, under_way, exact=exact, background=True, most=most)

    def _rest(self, facts: FactStore, limit: int, under_way: UnderWay, most: int) -> list[Unit]:
        if not self._unknown:
            return []
        end = facts.page_count
        for first in (min(self._cursor, end), 0):
            pages = PageRange(first, end)
            if units := _in_order(facts, pages, limit, under_way, background=True, most=most):
                self._cursor = units[0].pages.first
                return units
        return []


def _in_order(
    facts: FactStore,
    within: PageRange,
    limit: int,
    under_way: UnderWay,
    *,
    exact: bool = False,
    background: bool = False,
    most: int = PLANNED_PAGES,
) -> list[Unit]:
    """Units that read the unknown pages of ``within`` in order, cut at multiples of 16 MiB.

    Known pages between them are read again where skipping them would save less than it costs.
    """
    out: list[Unit] = []
    at, planned = within.first, 0
    while at < within.end and len(out) < limit and planned < most:
        found = under_way.unknown(facts, PageRange(at, within.end), exact=exact)
        if not found:
            break
        at = found[0].first
        stop = min(within.end, (at // UNIT_PAGES + 1) * UNIT_PAGES, at + max(1, most - planned))
        runs = [PageRange(at, min(stop, found[0].end))]
        if runs[0].end < stop:
            runs = under_way.unknown(facts, PageRange(at, stop), PLANNED_RUNS, exact=exact)
            if len(runs) == PLANNED_RUNS:
                runs[-1] = PageRange(runs[-1].first, stop)
        for run in merged_pages(runs, READ_OVER):
            out.append(Unit(Step.PAGES, run, background=background))
            planned += run.count
        at = stop
    return out[:limit]


def merged_pages(runs: Iterable[PageRange], gap: int = 0) -> list[PageRange]:
    """The runs, sorted; those less than or exactly ``gap`` pages apart become one."""
    out: list[PageRange] = []
    for run in sorted(runs):
        if out and run.first <= out[-1].end + gap:
            out[-1] = PageRange(out[-1].first, max(out[-1].end, run.end))
        else:
            out.append(run)
    return out
