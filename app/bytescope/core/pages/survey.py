"""In which order the pages of a document are read, so that a picture of the whole comes first."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from typing import TYPE_CHECKING, Protocol

from bytescope.core.pages.classes import PageClass
from bytescope.core.pages.data_runs import MOST_SAMPLES, DataRuns, Samples
from bytescope.core.pages.examine import examine
from bytescope.core.pages.units import Step, Unit
from bytescope.core.ranges import PAGESIZE, PageRange, page_count
from bytescope.core.text.formats import count_text, plural, size_text

if TYPE_CHECKING:
    from bytescope.core.pages.facts import FactStore

__all__ = ["SurveyOrder", "Unit", "confidence", "examine"]

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
    holes and fills without reading; 3. one sample in every data run; 4. 4,096 samples in bit-reversed
    order over the allocated pages, which halve the widest gap at each power of two; 5. the view: samples
    while they are far apart, then exactly; 6. more samples of the rest, then everything in order.
    A unit is handed out again until the store has its facts.
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
        self, visible: PageRange, facts: FactStore, limit: int, *, whole: bool = True
    ) -> list[Unit]:
        """Up to ``limit`` units, the most urgent first; none when there is nothing left to read.

        They do not overlap, but the same ones come again until their facts are in the store. ``whole``:
        also read in order what is not in view. A few milliseconds at most.
        """
        self._notice(facts)
        visible = visible.intersect(PageRange(0, facts.page_count))
        units = self._near(visible, facts, limit)
        if self._walked < self._size and len(units) < limit:
            units.append(self._walk())
            if len(self._found) < PATIENT_RUNS:
                return units
        steps = (
            partial(self._islands.take, MOST_SAMPLES),
            partial(self._everywhere.take, FIRST_SAMPLES),
            partial(self._view, visible),
            partial(self._everywhere.take, MOST_SAMPLES),
            partial(self._rest, whole),
        )
        for step in steps:
            if not any(unit.step is not Step.WALK for unit in units):
                units += step(facts, limit - len(units))
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

    def _near(self, visible: PageRange, facts: FactStore, limit: int) -> list[Unit]:
        """What became stale in view; or all of the view where little of it is unknown."""
        stale = (pages.intersect(visible) for pages in self._stale)
        self._stale = merged_pages(part for part in stale if facts.unknown_runs(part))
        units: list[Unit] = []
        for part in self._stale:
            units += _in_order(facts, part, limit - len(units))
        if units:
            return units
        exact = visible.count <= facts.exact_pages
        runs = facts.unknown_runs(visible, NEAR_RUNS, exact=exact)
        if len(runs) == NEAR_RUNS or sum(run.count for run in runs) > NEAR_PAGES:
            return []
        return _in_order(facts, visible, limit, exact=exact)

    def _view(self, visible: PageRange, facts: FactStore, limit: int) -> list[Unit]:
        exact = visible.count <= facts.exact_pages
        if not facts.unknown_runs(visible, exact=exact):
            return []
        if self._seen != visible:
            self._seen = visible
            self._in_view = self._runs.spread(visible)
        samples = self._in_view.take(MOST_SAMPLES, facts, limit)
        return samples or _in_order(facts, visible, limit, exact=exact)

    def _rest(self, whole: bool, facts: FactStore, limit: int) -> list[Unit]:
        if not whole or not self._unknown:
            return []
        end = facts.page_count
        units = _in_order(facts, PageRange(min(self._cursor, end), end), limit)
        units = units or _in_order(facts, PageRange(0, end), limit)
        self._cursor = units[0].pages.first if units else 0
        return units


def _in_order(facts: FactStore, within: PageRange, limit: int, *, exact: bool = False) -> list[Unit]:
    """Units that read the unknown pages of ``within`` in order, cut at multiples of 16 MiB.

    Known pages between them are read again where skipping them would save less than it costs.
    """
    out: list[Unit] = []
    at, planned = within.first, 0
    while at < within.end and len(out) < limit and planned < PLANNED_PAGES:
        found = facts.unknown_runs(PageRange(at, within.end), exact=exact)
        if not found:
            break
        at, stop = found[0].first, min(within.end, (found[0].first // UNIT_PAGES + 1) * UNIT_PAGES)
        runs = [PageRange(at, min(stop, found[0].end))]
        if runs[0].end < stop:
            runs = facts.unknown_runs(PageRange(at, stop), PLANNED_RUNS, exact=exact)
            if len(runs) == PLANNED_RUNS:
                runs = [PageRange(at, stop)]
        for run in merged_pages(runs, READ_OVER):
            out.append(Unit(Step.PAGES, run))
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


def confidence(facts: FactStore) -> str:
    """What is known and what may be missed, in one truthful phrase.

    A run of bytes covers a known page for certain when it is two pages longer than the longest unknown
    stretch: one page for its ragged ends, one to be the known page.
    """
    known, total = facts.known, facts.page_count
    holes = facts.class_counts()[PageClass.HOLE]
    if not known:
        return f"0 of {plural(total, 'page')} read" if total else "No pages"
    share = (
        f"all {plural(total, 'page')}"
        if known == total
        else f"{count_text(known)} of {plural(total, 'page')}"
    )
    text = f"{share} known, {count_text(holes)} of them holes" if holes else f"{share} read"
    if known == total:
        return text
    missed = size_text((facts.longest_unknown() + 2) * PAGESIZE)
    return f"{text}; a run shorter than {missed} can still be missed"
