"""Writes down what touches the pages of a session: edits, saves, other programs, the page cache."""

from __future__ import annotations

import time
from functools import partial
from itertools import islice
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from bytescope.core.change import Change, Kind
from bytescope.core.ranges import PageRange
from bytescope.core.touched.layers import Layer
from bytescope.core.touched.touch import Touch
from bytescope.session.states.file_pages import MOVED
from bytescope.session.wording import tr, tr_later

if TYPE_CHECKING:
    from bytescope.core.pages.run_set import RunSet
    from bytescope.core.ranges import ByteRange
    from bytescope.core.ticket import Ticket
    from bytescope.core.touched.moves import Moves
    from bytescope.core.touched.state_runs import StateRuns
    from bytescope.session.session import Session

HERE, OTHERS = tr_later("here"), tr_later("another program")
"""Who it was, where no name is known."""

OURS_SECONDS = 10.0
"""What Load and Evict did is not taken down again when the page cache is looked at so soon after."""

AT_ONCE = 20_000
"""Runs that are compared at once; more take a job."""

MOST_RANGES = 50_000
"""Ranges of one edit that are taken one by one; of more the span from the first to the last is asked."""

KINDS = {
    Kind.WRITE: Touch.EDIT,
    Kind.FILL: Touch.EDIT,
    Kind.INSERT: Touch.EDIT,
    Kind.DELETE: Touch.EDIT,
    Kind.MOVE: Touch.EDIT,
    Kind.REPLACE: Touch.EDIT,
    Kind.RESIZE: Touch.EDIT,
    Kind.REDO: Touch.EDIT,
    Kind.REVERT: Touch.UNDO,
    Kind.UNDO: Touch.UNDO,
    Kind.SAVE: Touch.SAVE,
}


def touches_of(session: Session) -> Touches:
    """The one that writes down what touches the pages of ``session``; made when first asked for."""
    found = session.findChild(Touches)
    return found if isinstance(found, Touches) else Touches(session)


class Touches(QObject):
    """Listens to a session and its layers, and keeps the log. Others add what they find out with ``add``.

    Pages are numbered as they were at the time: an insertion or deletion touches everything behind it.
    """

    changed = Signal()
    """The log has more, or was cleared."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        from bytescope.core.touched.touches import TouchLog  # as numpy, not before the first bytes

        self.log = TouchLog()
        self._session = session
        self._outside: RunSet | None = None
        self._resident: StateRuns | None = None
        self._ours: tuple[float, Moves] | None = None
        self._before = session.bytes.snapshot
        session.changed.connect(self._on_changed)
        session.layers.changed.connect(self._on_layers)

    def add(self, kind: Touch, pages: RunSet, who: str = "", at: float | None = None) -> None:
        """Take down that ``pages`` were touched (now, or at ``at``, seconds of the system's clock)."""
        if pages:
            self.log.add(kind, pages, time.time() if at is None else at, who)
            self.changed.emit()

    def acted(self, moved: Moves, at: float) -> None:
        """Take down what Load or Evict did."""
        self._ours = (at + OURS_SECONDS, moved)
        self.add(Touch.RESIDENT, moved.came, HERE, at)
        self.add(Touch.EVICTED, moved.left, HERE, at)

    def clear(self) -> None:
        self.log.clear()
        self.changed.emit()

    # -- what happens -------------------------------------------------------------------------

    def _on_changed(self, change: Change) -> None:
        if change.kind is Kind.OUTSIDE:
            self._take_outside()
        elif change.kind in KINDS:
            self.add(KINDS[change.kind], self._pages(self._done(change)), HERE)
        else:
            self._outside = None
        self._before = self._session.bytes.snapshot
        if change.moved:
            self._resident = None  # its pages have other numbers now

    def _take_outside(self) -> None:
        """Not the ranges of the change, they are all that is to be read again."""
        prints = self._session.survey.prints
        if prints is not None and prints.changed is not self._outside:
            before, self._outside = self._outside, prints.changed
            self.add(Touch.OUTSIDE, prints.changed.minus(before) if before else prints.changed, OTHERS)

    def _done(self, change: Change) -> tuple[ByteRange, ...]:
        """The ranges that were touched: of those that Revert was asked for, only the edited ones."""
        if change.kind is not Kind.REVERT or self._session.live or self._before is None:
            return change.ranges
        before = self._before
        edited = tuple(
            islice((part for item in change.ranges for part in before.edited(item)), MOST_RANGES + 1)
        )
        return edited if len(edited) <= MOST_RANGES else change.ranges

    def _pages(self, ranges: tuple[ByteRange, ...]) -> RunSet:
        from bytescope.core.pages.run_set import RunSet
        from bytescope.core.touched.state_runs import StateRuns

        if len(ranges) <= MOST_RANGES:
            return RunSet.of(range_.pages for range_ in ranges)
        hull = PageRange(ranges[0].pages.first, ranges[-1].pages.end)
        return StateRuns.of_arrays(*self._session.document.edited_runs(hull)).runs()

    def _on_layers(self) -> None:
        state = self._session.layers.state(Layer.RESIDENT)
        before, now = self._resident, None if tr(MOVED) in state.note else state.runs
        if now is before:
            return
        self._resident = now
        if before is None or now is None:
            return
        if len(before) + len(now) <= AT_ONCE:
            self._on_moved(time.time(), _compared(before, now))
        else:
            self._session.jobs.run(
                f"residency {id(self)}",
                partial(_compare, before, now),
                partial(self._on_moved, time.time()),
                lane="touches",
                queued=True,
            )

    def _on_moved(self, at: float, moved: Moves) -> None:
        came, left = moved
        if self._ours is not None and at <= self._ours[0]:
            came, left = came.minus(self._ours[1].came), left.minus(self._ours[1].left)
        self.add(Touch.RESIDENT, came, "", at)
        self.add(Touch.EVICTED, left, "", at)


def _compared(before: StateRuns, now: StateRuns) -> Moves:
    from bytescope.core.touched.moves import moves

    return moves(before, now)


def _compare(before: StateRuns, now: StateRuns, ticket: Ticket) -> Moves:
    return _compared(before, now)
