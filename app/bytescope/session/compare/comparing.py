"""Compares the document of a session with another one, in jobs, and again where one of the two is edited."""

from __future__ import annotations

import time
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, QTimer, Signal

from bytescope.core.change import Change, Kind
from bytescope.core.errors import BytescopeError, Cancelled
from bytescope.core.ranges import PAGESIZE, PageRange
from bytescope.core.touched.layers import Layer
from bytescope.session.states.layers import LayerState
from bytescope.session.wording import tr

if TYPE_CHECKING:
    from bytescope.core.compare.pair import Plan
    from bytescope.core.compare.verdicts import Tally
    from bytescope.core.compare.working import Judged, Work
    from bytescope.core.ticket import Ticket
    from bytescope.session.session import Session

BATCH_PAGES = 1 << 18
FIRST_SECONDS, BATCH_SECONDS = 0.03, 0.15
FIRST_BATCHES = 3

EVERYTHING = 1 << 62


class _Planned(NamedTuple):
    within: PageRange
    plan: Plan


class Comparing(QObject):
    """The pages of ``session`` against something; subclasses say what, and give it anew when it changed.

    Goes on by itself: what is settled without reading, the pages in view, samples over the whole, then
    everything. Verdicts belong to the main thread: it plans a batch, a job reads.
    """

    changed = Signal()
    """More is known, or less."""

    failed = Signal(str)
    """It cannot go on; the sentence says why."""

    told = Signal(str)
    """A sentence for the person who looked for a difference."""

    def __init__(self, session: Session, note: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.note = note
        self.paused = False
        self.bytes_read = 0
        self._lane = f"compare {id(self)}"
        from bytescope.core.compare.standing import Standing

        self._work: Work | None = None
        self._visible = PageRange(0, 0)
        self.standing = Standing()
        self._unplanned: list[PageRange] = []
        self._batches = 0
        self._stopped = False
        self._timer = QTimer(self, singleShot=True, interval=0)
        self._timer.timeout.connect(self._go_on)

    # -- what others use ----------------------------------------------------------------------

    def start(self) -> None:
        """Begin, and let the map show what is found."""
        self.session.layers.answer_by(Layer.DIFFERENT, self.standing.different, self.standing.not_compared)
        self.session.layers.put(Layer.DIFFERENT, LayerState(note=self.note))
        self._unplanned = [PageRange(0, EVERYTHING)]
        self._begin()

    def stop(self) -> None:
        """For good: nothing of it is shown any more."""
        self._stopped = True
        self._timer.stop()
        self.session.jobs.cancel(self._lane)
        self.session.jobs.end_lane(self._lane)
        self.session.layers.silence(Layer.DIFFERENT)

    @property
    def tally(self) -> Tally:
        return self.standing.tally

    @property
    def running(self) -> bool:
        """Whether there is anything left to compare, paused or not."""
        return bool(self._unplanned) or self.tally.unknown > 0

    @property
    def planned(self) -> bool:
        """Whether all was looked at that can be settled without reading."""
        return self._work is not None and not self._unplanned

    def set_paused(self, paused: bool) -> None:
        self.paused = paused
        self._begin()
        self.changed.emit()

    def set_visible(self, pages: PageRange) -> None:
        """These pages are compared first."""
        self._visible = pages

    @property
    def names(self) -> tuple[tuple[str, int | None], ...]:
        """Name and size of both sides, as far as they have them."""
        return ((self.session.name, self.session.size),)

    def sentence(self) -> str:
        """How it stands, or how it ended."""
        if self.running or self._work is None:
            from bytescope.core.text.comparison_text import progress

            said = progress(self.tally)
            return tr("{said} Paused.", said=said) if self.paused else said
        return self._outcome()

    # -- for subclasses -----------------------------------------------------------------------

    def _make_work(self) -> Work:
        """What is compared now. Raises BytescopeError where nothing can be."""
        raise NotImplementedError

    def _outcome(self) -> str:
        raise NotImplementedError

    def seek(self, forward: bool) -> None:
        """To the next difference, or to the one before."""
        raise NotImplementedError

    def _tell(self) -> None:
        """Say that more is known, to views and to the map."""
        self.session.layers.changed.emit()
        self.changed.emit()

    def forget(self, pages: PageRange) -> None:
        """What is compared is another one now in ``pages`` (and only there)."""
        self._forget([pages])

    def took(self, change: Change, shift: int = 0) -> None:
        """One side changed; its byte p + ``shift`` stands at p."""
        pages = [
            PageRange(first, end)
            for first, end in (
                (max(0, item.start - shift) // PAGESIZE, -(-max(0, item.end - shift) // PAGESIZE))
                for item in change.ranges
            )
            if first < end
        ]
        if change.moved or change.kind is Kind.RELOAD:
            least = 0 if change.kind is Kind.RELOAD else min(change.old_size, change.new_size)
            pages.append(PageRange(max(0, least - shift) // PAGESIZE, EVERYTHING))
        self._forget(pages)

    # -- inside -------------------------------------------------------------------------------

    def _forget(self, pages: list[PageRange]) -> None:
        if self._stopped or not pages:
            return
        from bytescope.core.compare.order import few

        self._work = None
        for part in few(pages):
            self.standing.forget(part)
        self._unplanned = few([*self._unplanned, *pages])
        self._begin()

    def _begin(self) -> None:
        if not self._stopped:
            self._timer.start()

    def _go_on(self) -> None:
        """Start the next batch unless one is under way."""
        if self._stopped or self.session.jobs.is_running(self._lane):
            return
        if self._work is None and not self._renew():
            return
        work = self._work
        assert work is not None
        if self._unplanned:
            everything = PageRange(0, work.page_count)
            parts = [part.intersect(everything) for part in self._unplanned]
            self._unplanned = []
            for part in parts:
                self.standing.forget(part)
            self._run(partial(_plan, work, parts), self._on_planned)
            return
        if self.paused:
            return
        units = self.standing.next(self._visible, BATCH_PAGES)
        if units:
            seconds = FIRST_SECONDS if self._batches < FIRST_BATCHES else BATCH_SECONDS
            self._run(partial(_judge, work, units, self.standing.known, seconds), self._on_judged)

    def _renew(self) -> bool:
        try:
            self._work = self._make_work()
        except BytescopeError as error:
            self.stop()
            self.failed.emit(str(error))
            return False
        self.standing.resize(self._work.page_count)
        return True

    def _run(self, work: object, then: object) -> None:
        self.session.jobs.run(self._lane, work, then, self._on_failed, lane=self._lane)  # type: ignore[arg-type]

    def _on_planned(self, found: list[_Planned]) -> None:
        for part in found:
            self.standing.planned(part.within, part.plan)
        self._done()

    def _on_judged(self, found: Judged) -> None:
        self._batches += 1
        self.bytes_read += found.bytes_read
        self.standing.judged(found)
        self._done()

    def _done(self) -> None:
        """Go on. What became stale while the job ran is planned next, and forgotten with that."""
        self._tell()
        self._begin()

    def _on_failed(self, error: Exception) -> None:
        if isinstance(error, BytescopeError):
            self.stop()
            self.failed.emit(str(error))
        elif not isinstance(error, Cancelled):
            raise error


def _plan(work: Work, parts: list[PageRange], ticket: Ticket) -> list[_Planned]:
    return [_Planned(part, work.plan(part, ticket)) for part in parts]


def _judge(work: Work, units: list[PageRange], known: Plan, seconds: float, ticket: Ticket) -> Judged:
    return work.judge(units, known, time.monotonic() + seconds, ticket)
