"""Turns unknown pages into facts while the window stays free: plans in the main thread, reads in a job."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal

from bytescope.core.change import Change, Kind
from bytescope.core.ranges import PAGESIZE, ByteRange, PageRange, page_count
from bytescope.session.wording import tr

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from bytescope.core.document.snapshot import Snapshot
    from bytescope.core.geometry.picture import Runs
    from bytescope.core.pages.facts import FactStore
    from bytescope.core.pages.print_store import PrintStore
    from bytescope.core.pages.survey import SurveyOrder
    from bytescope.core.touched.file_prints import FilePrints
    from bytescope.session.jobs import Jobs
    from bytescope.session.survey.readers import Reader, Readers

BATCH_SECONDS = 0.08
"""A batch ends after this long, so that the visible pages of a moved map never wait longer."""

BATCH_UNITS = 256

FEW_SAMPLES, FEW_RUNS = 48, 12
"""Units that wait, below which more are planned: readers must not wait for the main thread."""

TELL_SECONDS = 0.25
"""The sentence about what is known is made anew no more often: with many samples it takes milliseconds."""

BUDGET = 256 << 20
"""Bytes for all that is kept of a document's pages: 9/16 for facts, an eighth for fingerprints of the file's
pages and an eighth for those with edits; the rest is room for what is under way."""

SHOW_MS = 30
"""New facts are told no more often, however many readers bring some."""

HUGE_PAGES = 1 << 26
"""256 GiB: of more, only half as many fingerprints are kept."""

FIRST_SECONDS = 0.02
"""The first batches are short: something is to be seen at once."""


class Leave(QObject):
    """Whether a survey may read, how much, and how fast: pauses, saves under way, the person's limits.

    ``_go_on`` is the surveyor's.
    """

    state_changed = Signal()
    """The sentence may be another one now; told a few times a second while the survey runs."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._readers: Readers | None = None
        self._stopped = False
        self._holds = 0
        self._waits = QTimer(self, singleShot=True)
        self._waits.timeout.connect(self._go_on)
        self.paused = False
        self.whole = True
        """Whether to read everything, or exactly only what is in view."""
        self.rate = 0
        """Bytes a second of which nobody waits; 0: as fast as it can."""

    def set_limits(self, *, whole: bool, rate: int) -> None:
        """Read everything (``whole``) or only what is in view; ``rate``: bytes a second, 0: no limit."""
        if (whole, rate) == (self.whole, self.rate):
            return
        self.whole, self.rate = whole, rate
        if self._readers is not None:
            self._readers.allowance.rate = rate
        self._begin_anew()
        self.state_changed.emit()

    def pause(self) -> None:
        """Read nothing more until ``resume``."""
        self.paused = True
        self._come_back()
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
        self._come_back()

    def let_go(self) -> None:
        """What ``hold`` was for is over."""
        self._holds -= 1
        self._go_on()

    # -- for the surveyor ---------------------------------------------------------------------

    def _go_on(self) -> None:
        """Keep the readers busy, if they may read."""
        raise NotImplementedError

    @property
    def _may_read(self) -> bool:
        halted = self.paused or self._holds or self._stopped
        return not halted and self._readers is not None

    def _come_back(self) -> None:
        self._waits.stop()
        if self._readers is not None:
            self._readers.cancel()

    def _begin_anew(self) -> None:
        """Something else is urgent now."""
        if self._readers is not None:
            self._readers.recall()
        self._go_on()


class Surveyor(Leave):
    """Keeps the facts of one session's pages fresh.

    Facts belong to the main thread: it plans units, several jobs examine them against an immutable snapshot,
    what they found is put in, and more units are planned. A batch that comes back after an edit is put in
    all the same, but for the pages that the edit touched.
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

    def __init__(self, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._snapshot: Snapshot | None = None
        self._order: SurveyOrder | None = None
        self._measure: Callable[[Any], Any] | None = None
        self._visible = PageRange(0, 0)
        self._batches = 0
        self._told = 0.0
        self._shown = 0.0
        self._shows = QTimer(self, singleShot=True)
        self._shows.timeout.connect(self._show)
        self.facts: FactStore | None = None
        self.prints: FilePrints | None = None
        self.of_file = False
        self.budget = BUDGET
        self.bytes_read = 0

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

        self._made_readers().drop()
        self.facts = FactStore(page_count(snapshot.size), self.budget * 9 // 16)
        self.prints = None
        if self.of_file:
            from bytescope.core.touched.file_prints import FilePrints

            self.prints = FilePrints(snapshot.base_size, snapshot.size, self.print_budget)
        self._order = SurveyOrder(snapshot)
        self._batches = 0
        self.bytes_read = 0
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

    @property
    def print_budget(self) -> int:
        """Bytes for the file's fingerprints: of a huge file, the sums of its facts take a good part."""
        pages = page_count(self._snapshot.size) if self._snapshot is not None else 0
        return self.budget // (8 if pages <= HUGE_PAGES else 16)

    def set_budget(self, budget: int) -> None:
        """Keep no more than so many bytes about the pages."""
        self.budget = budget
        if self.facts is not None:
            self.facts.set_budget(budget * 9 // 16)
        if self.prints is not None:
            self.prints.file.set_budget(self.print_budget)
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
        if self._readers is not None:
            self._readers.changed(change.ranges)
            self._readers.recall()
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
        self._note_written(saved or stored, change.ranges)

    def wrote(self, ranges: tuple[ByteRange, ...]) -> None:
        """We changed these bytes of the file by another document."""
        if self.prints is not None:
            self.prints.wrote(ranges)
            self._note_written(True, ranges)

    def _note_written(self, in_file: bool, ranges: tuple[ByteRange, ...]) -> None:
        if self._readers is not None:
            self._readers.wrote(in_file, ranges)

    def set_visible(self, pages: PageRange) -> None:
        """The pages in view: they are read first."""
        if pages != self._visible:
            self._visible = pages
            self._begin_anew()
            self.visible_changed.emit()

    def stop(self) -> None:
        """For good: the document is being closed."""
        self._stopped = True
        self._waits.stop()
        if self._readers is not None:
            self._readers.stop()

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
        return self._waits.isActive() or (self._readers is not None and self._readers.busy)

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
            return tr("The map is being loaded…")
        from bytescope.core.pages.confidence import confidence
        from bytescope.core.text.formats import rate_text

        text = confidence(self.facts)
        if self.paused:
            return tr("Paused · {text}", text=text)
        seconds = self._readers.seconds if self._readers is not None else 0.0
        if self.running and seconds > 0.2:
            return f"{text} · {rate_text(self.bytes_read / seconds)}"
        return text

    def aside(self) -> str:
        """What reading for the map left in memory; "" for a document without a file."""
        brought = getattr(self._snapshot.base, "brought_in", None) if self._snapshot is not None else None
        if brought is None or self.facts is None:
            return ""
        from bytescope.core.pages.confidence import brought_text

        return brought_text(*brought)

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

    def _made_readers(self) -> Readers:
        if self._readers is None:
            from bytescope.session.survey.readers import Readers

            self._readers = Readers(self._jobs, self)
            self._readers.allowance.rate = self.rate
            self._readers.returned.connect(self._on_returned)
            self._readers.ended.connect(self._go_on)
        return self._readers

    def _go_on(self) -> None:
        """Keep the readers busy; tell when there is nothing left to be read."""
        if not self._may_read or self.facts is None:
            return
        self._start()
        self._plan()
        self._start()
        if not self.running:
            self.state_changed.emit()

    def _start(self) -> None:
        assert self._readers is not None
        assert self._snapshot is not None
        assert self._measure is not None
        seconds = FIRST_SECONDS if self._batches < 3 else BATCH_SECONDS
        self._readers.start(self._snapshot, self._measure, seconds=seconds, prints=self.prints is not None)

    def _plan(self) -> None:
        """Have enough units wait for the readers; wait ourselves where they read enough for now."""
        from bytescope.core.pages.survey import PLANNED_PAGES
        from bytescope.core.pages.units import Step

        readers = self._readers
        assert readers is not None
        assert self._order is not None
        assert self.facts is not None
        allowance = readers.allowance
        self._waits.stop()
        scattered = readers.waiting and readers.waiting[0].step is Step.SAMPLES
        if len(readers.waiting) >= (FEW_SAMPLES if scattered else FEW_RUNS):
            return
        seconds = allowance.wait(time.monotonic())
        full = allowance.rate and (seconds or readers.under_way.background)
        units = self._order.next_units(
            self._visible,
            self.facts,
            BATCH_UNITS,
            whole=self.whole and not full,
            under_way=readers.under_way,
            most=allowance.most(PAGESIZE, PLANNED_PAGES),
        )
        readers.offer(units)
        if not units and self.whole and seconds and self.facts.known < self.facts.page_count:
            self._waits.start(int(seconds * 1000) + 1)

    def _on_returned(self, reader: Reader) -> None:
        if self.facts is None or self._stopped:
            return
        assert self._readers is not None
        if self._may_read:
            self._start()  # before anything else, so that nobody waits for us
        batch = reader.batch
        self._batches += 1
        self.bytes_read += batch.bytes_read
        self._readers.allowance.spend(batch.background, time.monotonic())
        for part in batch.parts:
            part.put_into(self.facts)
        self._forget(reader.stale)
        others = self._take_prints(reader)
        self._readers.settle(reader)
        self._go_on()
        self._tell()
        if others:
            self.others_wrote.emit()

    def _show(self) -> None:
        self._shown = time.monotonic()
        self.facts_changed.emit()

    def _tell(self) -> None:
        now = time.monotonic()
        if not self._shows.isActive():
            self._shows.start(max(0, int(SHOW_MS - (now - self._shown) * 1000)))
        if now - self._told > TELL_SECONDS or not self.running:
            self._told = now
            self.state_changed.emit()

    def _take_prints(self, reader: Reader) -> bool:
        """Whether pages that were read before turn out to be others now."""
        if self.prints is None:
            return False
        others = self.prints.saw(reader.batch.seen)
        for in_file, ranges in reader.written:  # read before, or while, we wrote
            for range_ in ranges:
                (self.prints.file if in_file else self.prints.edited).forget(range_.pages)
        return others
