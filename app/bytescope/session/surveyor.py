"""Turns unknown pages into facts while the window stays free: plans in the main thread, reads in a job."""

from __future__ import annotations

import time
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from bytescope.core.change import Change, Kind
from bytescope.core.ranges import ByteRange, PageRange, page_count

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from bytescope.core.document.snapshot import Snapshot
    from bytescope.core.geometry.picture import Runs
    from bytescope.core.pages.facts import FactStore
    from bytescope.core.pages.print_store import PrintStore
    from bytescope.core.pages.survey import SurveyOrder, Unit
    from bytescope.core.ticket import Ticket
    from bytescope.core.touched.file_prints import FilePrints, Seen
    from bytescope.session.jobs import Jobs

BATCH_SECONDS = 0.08
"""A batch ends after this long, so that the visible pages of a moved map never wait longer."""

BATCH_UNITS = 256

TELL_SECONDS = 0.25
"""The sentence about what is known is made anew no more often: with many samples it takes milliseconds."""

BUDGET = 256 << 20
"""Bytes for all that is kept of a document's pages: 9/16 for facts, an eighth for fingerprints of the file's
pages and an eighth for those with edits; the rest is room for what is under way."""

FIRST_SECONDS = 0.02
"""The first batches are short: something is to be seen at once."""


class Surveyor(QObject):
    """Keeps the facts of one session's pages fresh.

    Facts belong to the main thread: it plans a batch of units, a job examines them against an
    immutable snapshot, the results are put in, and the next batch is planned. A batch that comes back
    after an edit is put in all the same, but for the pages that the edit touched.
    """

    facts_changed = Signal()
    others_wrote = Signal()
    """Pages that are read again are no longer what they were, and we did not write them."""

    ending = Signal()
    """What is known is about to be dropped: another document takes the place of ``snapshot``."""

    began = Signal()
    """A survey begins: what is remembered of the pages may be brought by ``adopt``."""

    visible_changed = Signal()
    """Other pages are in view."""

    state_changed = Signal()
    """The sentence may be another one now; told a few times a second while the survey runs."""

    def __init__(self, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._name = f"survey {id(self)}"
        self._snapshot: Snapshot | None = None
        self._order: SurveyOrder | None = None
        self._measure: Callable[[Any], Any] | None = None
        self._visible = PageRange(0, 0)
        self._stale: list[ByteRange] = []
        self._stopped = False
        self._holds = 0
        self._ticket: Ticket | None = None
        self._batches = 0
        self._told = 0.0
        self._written: list[tuple[bool, tuple[ByteRange, ...]]] = []
        self.facts: FactStore | None = None
        self.prints: FilePrints | None = None
        self.of_file = False
        self.budget = BUDGET
        self.paused = False
        self.bytes_read = 0
        self.seconds = 0.0

    # -- what it is told ----------------------------------------------------------------------

    def start(self, *, fast: bool) -> None:
        """Begin, now that numpy is loaded; ``fast`` if the compiled kernels are ready too."""
        self._choose(fast)
        if self._snapshot is not None:
            self.restart(self._snapshot)

    def use_fast(self) -> None:
        """The compiled kernels are ready: the next batch uses them."""
        self._choose(True)

    def restart(self, snapshot: Snapshot) -> None:
        """Forget everything and survey ``snapshot``."""
        if self.facts is not None:
            self.ending.emit()
        self._snapshot = snapshot
        if self._measure is None:
            return
        from bytescope.core.pages.facts import FactStore
        from bytescope.core.pages.survey import SurveyOrder

        self._jobs.cancel(self._name)
        self.facts = FactStore(page_count(snapshot.size), self.budget * 9 // 16)
        self.prints = None
        if self.of_file:
            from bytescope.core.touched.file_prints import FilePrints

            self.prints = FilePrints(snapshot.base_size, snapshot.size, self.budget // 8)
        self._order = SurveyOrder(snapshot)
        self._stale.clear()
        self._written.clear()
        self._batches = 0
        self.bytes_read, self.seconds = 0, 0.0
        self.began.emit()
        self._go_on()

    def adopt(self, facts: FactStore) -> None:
        """Take what was remembered of the file in the place of what is known: nothing was read yet.

        Pages of the document that are not the file's own are unknown.
        """
        from bytescope.core.pages.run_set import RunSet

        assert self._snapshot is not None
        pages = PageRange(0, page_count(self._snapshot.size))
        facts.resize(pages.end)
        for run in RunSet.of([pages]).minus(RunSet.of(self._snapshot.own_pages(pages))):
            facts.forget(run)
        if self.facts is not None:
            facts.generation += self.facts.generation + 1
        self.facts = facts
        self.facts_changed.emit()
        self.state_changed.emit()

    def adopt_prints(self, prints: PrintStore) -> None:
        """Take the fingerprints that were remembered of the file, which nobody has written to since."""
        if self.prints is not None and self.prints.file.page_count == prints.page_count:
            self.prints.file = prints

    def set_budget(self, budget: int) -> None:
        """Keep no more than so many bytes about the pages."""
        self.budget = budget
        if self.facts is not None:
            self.facts.set_budget(budget * 9 // 16)
        if self.prints is not None:
            self.prints.file.set_budget(budget // 8)
        self.facts_changed.emit()

    def took(self, change: Change, snapshot: Snapshot, *, stored: bool = False) -> None:
        """The document changed: the facts of the touched pages are no longer true.

        ``stored``: the bytes are those of the file already.
        """
        self._snapshot = snapshot
        self._reprint(change, snapshot, stored)
        if self.facts is None or self._order is None or change.kind is Kind.SAVE:
            return
        self.facts.resize(page_count(snapshot.size))
        stale = self._forget(change.ranges)
        self._stale.extend(change.ranges)
        self._order = self._order.changed(snapshot, stale)
        self.facts_changed.emit()
        self._go_on()

    def _reprint(self, change: Change, snapshot: Snapshot, stored: bool) -> None:
        """Fingerprints are to be of what others may change: of the file as we read it or left it."""
        if self.prints is None:
            return
        saved = change.kind is Kind.SAVE and not stored
        if saved:
            self.prints.save(change.ranges, snapshot.base_size)
        elif stored and change.kind not in (Kind.SAVE, Kind.OUTSIDE):
            self.prints.wrote(change.ranges)
            self.prints.file.resize(page_count(snapshot.base_size))
        self.prints.edit(change.ranges, snapshot.size)
        self._written.append((saved or stored, change.ranges))

    def wrote(self, ranges: tuple[ByteRange, ...]) -> None:
        """We changed these bytes of the file by another document."""
        if self.prints is not None:
            self.prints.wrote(ranges)
            self._written.append((True, ranges))

    def set_visible(self, pages: PageRange) -> None:
        """The pages in view: they are read first."""
        if pages != self._visible:
            self._visible = pages
            self._go_on()
            self.visible_changed.emit()

    def pause(self) -> None:
        """Read nothing more until ``resume``."""
        self.paused = True
        self._jobs.cancel(self._name)
        self.state_changed.emit()

    def resume(self) -> None:
        self.paused = False
        self._go_on()
        self.state_changed.emit()

    def hold(self) -> None:
        """Read nothing until as many ``let_go``: on a slow medium a save would wait among our reads.

        What is being read is the last; its facts still count.
        """
        self._holds += 1
        if self._ticket is not None:
            self._ticket.cancelled = True

    def let_go(self) -> None:
        """What ``hold`` was for is over."""
        self._holds -= 1
        self._go_on()

    def stop(self) -> None:
        """For good: the document is being closed."""
        self._stopped = True
        self._jobs.cancel(self._name)
        self._jobs.end_lane(self._name)

    # -- what it tells ------------------------------------------------------------------------

    @property
    def snapshot(self) -> Snapshot | None:
        """The document of which the facts are."""
        return self._snapshot

    @property
    def visible(self) -> PageRange:
        """The pages in view."""
        return self._visible

    @property
    def running(self) -> bool:
        return self._jobs.is_running(self._name)

    def outside_runs(self, pages: PageRange) -> Runs | None:
        """Runs of ``pages`` that another program changed since they were read; None where there are none."""
        found = self.prints.changed.within(pages) if self.prints is not None else None
        return (found.firsts, found.ends) if found else None

    def visible_known(self) -> bool:
        """Whether nothing in view is left to be read (as far as the survey will read it)."""
        if self.facts is None:
            return False
        if self._visible.count == 0 or not self.running:
            return self._visible.count > 0 or self.facts.page_count == 0
        return self.facts.known == self.facts.page_count or not self.facts.unknown_runs(self._visible)

    def sentence(self) -> str:
        """How much is known, truthfully; the speed while it is being read."""
        if self.facts is None:
            return "The map is being loaded…"
        from bytescope.core.pages.survey import confidence
        from bytescope.core.text.formats import rate_text

        text = confidence(self.facts)
        if self.paused:
            return f"Paused · {text}"
        if self.running and self.seconds > 0.2:
            return f"{text} · {rate_text(self.bytes_read / self.seconds)}"
        return text

    # -- inside -------------------------------------------------------------------------------

    def _choose(self, fast: bool) -> None:
        if fast:
            from bytescope.core.pages.kernels import measure as compiled

            self._measure = compiled
        elif self._measure is None:
            from bytescope.core.pages.twin import measure as plain

            self._measure = plain

    def _forget(self, ranges: Iterable[ByteRange]) -> list[PageRange]:
        """Take the facts of these bytes' pages out; returns the pages."""
        assert self.facts is not None
        everything = PageRange(0, self.facts.page_count)
        pages = [p for p in (range_.pages.intersect(everything) for range_ in ranges) if p]
        for item in pages:
            self.facts.forget(item)
        return pages

    def _go_on(self) -> None:
        """Plan and start the next batch unless one is under way."""
        if (
            self.paused
            or self._holds
            or self._stopped
            or self.running
            or self.facts is None
            or self._order is None
        ):
            return
        assert self._measure is not None
        units = self._order.next_units(self._visible, self.facts, BATCH_UNITS)
        if not units:
            self.state_changed.emit()
            return
        assert self._snapshot is not None
        self._stale.clear()
        self._written.clear()
        seconds = FIRST_SECONDS if self._batches < 3 else BATCH_SECONDS
        self._ticket = self._jobs.run(
            self._name,
            partial(_examine, self._snapshot, units, self._measure, seconds, self.prints is not None),
            self._on_examined,
            self._on_failed,
            lane=self._name,
        )

    def _on_examined(self, batch: _Batch) -> None:
        if self.facts is None or self._stopped:
            return
        self._batches += 1
        self.bytes_read += batch.bytes_read
        self.seconds += batch.seconds
        for part in batch.parts:
            part.put_into(self.facts)
        self._forget(self._stale)
        others = self._take_prints(batch)
        self._go_on()
        self.facts_changed.emit()
        if others:
            self.others_wrote.emit()
        now = time.monotonic()
        if now - self._told > TELL_SECONDS or not self.running:
            self._told = now
            self.state_changed.emit()

    def _take_prints(self, batch: _Batch) -> bool:
        """Whether pages that were read before turn out to be others now."""
        if self.prints is None:
            return False
        others = self.prints.saw(batch.seen)
        for in_file, ranges in self._written:  # read before, or while, we wrote
            for range_ in ranges:
                (self.prints.file if in_file else self.prints.edited).forget(range_.pages)
        return others

    def _on_failed(self, error: Exception) -> None:
        from bytescope.core.errors import Cancelled

        if not isinstance(error, Cancelled):
            raise error
        self._go_on()


class _Batch:
    """What a job found out: facts of runs of pages, bytes read, time taken."""

    __slots__ = ("bytes_read", "parts", "seconds", "seen")

    def __init__(self) -> None:
        self.parts: list[Any] = []
        self.seen: list[Seen] = []
        self.bytes_read = 0
        self.seconds = 0.0


def _examine(
    snapshot: Snapshot,
    units: list[Unit],
    measure: Callable[[Any], Any],
    seconds: float,
    prints: bool,
    ticket: Ticket,
) -> _Batch:
    """Examine units until the time is over; what is left is planned again."""
    from bytescope.core.pages.survey import examine

    batch = _Batch()
    began = time.monotonic()
    for unit in units:
        if ticket.cancelled:
            break
        found, count = examine(snapshot, unit, measure)
        batch.parts += found
        batch.bytes_read += count
        if time.monotonic() - began > seconds:
            break
    if prints:
        from bytescope.core.touched.file_prints import seen_in

        batch.seen = seen_in(batch.parts, snapshot)
    batch.seconds = time.monotonic() - began
    return batch
