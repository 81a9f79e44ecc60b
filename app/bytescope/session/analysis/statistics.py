"""Keeps the statistics of the page, the selection or all of a document, counted in the background."""

from __future__ import annotations

import enum
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from bytescope.core.change import Change, Kind
from bytescope.core.errors import Cancelled
from bytescope.core.ranges import ByteRange
from bytescope.core.ticket import Ticket
from bytescope.session.jobs import side_by_side
from bytescope.session.wording import tr

if TYPE_CHECKING:
    from bytescope.core.document.snapshot import Snapshot
    from bytescope.core.statistics.counting import Counting
    from bytescope.core.statistics.summary import Summary
    from bytescope.session.session import Session

FOLLOW_MS, EDITED_MS, LOOK_MS = 250, 600, 200
"""Pauses: behind a move of the caret, behind an edit, and between two looks at what is counted."""

SHOWN_FROM = 64 << 20
"""Bytes from which on the status bar shows the work as well."""

WORKERS = 2
"""Threads that count: more of them would be limited by the memory, and slow down what is shown."""

MOST_CHANGES = 4096
"""Edited ranges of which each is counted anew by itself; of more, everything."""


class Scope(enum.Enum):
    """What the statistics are of."""

    PAGE = "page"
    SELECTION = "selection"
    FILE = "file"


def statistics_of(session: Session) -> Statistics:
    """The statistics of ``session``; made when first asked for."""
    found = session.findChild(Statistics)
    return found if isinstance(found, Statistics) else Statistics(session)


class _Told:
    """Where the worker leaves the newest summary and the main thread finds it."""

    summary: Summary | None = None
    counting: Counting | None = None

    def tell(self, summary: Summary) -> None:
        self.summary = summary


class Statistics(QObject):
    """``summary`` is what is known; nothing is counted unless somebody ``wish``es to see it."""

    changed = Signal()
    """The summary, or what is done about it, is another one."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._session = session
        self._name = f"statistics {id(self)}"
        self.scope = Scope.FILE
        self.summary: Summary | None = None
        self.stale = False
        """The bytes are no longer those that were counted."""
        self.stopped = False
        self.points = 0
        self.all_pairs = False
        self._counting: Counting | None = None
        self._asked = ByteRange(0, 0)
        """What the last work was or is of."""
        self._changes: list[ByteRange] = []
        """What was edited and has not been given to a work."""
        self._given: list[ByteRange] = []
        self._renew = False
        self._wished = False
        self._own_move = False
        self._told = _Told()
        self._ticket: Ticket | None = None
        self._later = QTimer(self, singleShot=True)
        self._later.timeout.connect(self._begin)
        self._look = QTimer(self)
        self._look.setInterval(LOOK_MS)
        self._look.timeout.connect(self._on_look)
        session.selected.connect(self._on_selected)
        session.changed.connect(self._on_changed)

    # -- what is known ------------------------------------------------------------------------

    @property
    def running(self) -> bool:
        """Whether counting is under way, or about to be."""
        return self._ticket is not None or self._later.isActive()

    @property
    def share(self) -> float:
        """The part of the counting that is done."""
        return self._ticket.share if self._ticket is not None else 0.0

    @property
    def range(self) -> ByteRange:
        """What is to be counted by the scope; of a selection the last that was not empty."""
        session = self._session
        if self.scope is Scope.FILE:
            return ByteRange(0, session.size)
        if self.scope is Scope.PAGE:
            return session.current_page()
        picked = session.selection.clamped(session.size).range  # a live document shrinks before that is told
        if picked and not self._own_move:
            return picked
        kept = self._counting.range if self._counting is not None else ByteRange(0, 0)
        return kept.intersect(ByteRange(0, session.size))

    # -- wishes -------------------------------------------------------------------------------

    def wish(self, on: bool) -> None:
        """Somebody looks from now on, or nobody: then counting pauses, and goes on later."""
        if on == self._wished:
            return
        self._wished = on
        if on:
            self._follow(0)
        else:
            self._halt()

    def choose(self, scope: Scope) -> None:
        """Count something else."""
        if scope is not self.scope:
            self.scope = scope
            self.stopped = False
            if scope is Scope.SELECTION and not self._session.selection.range:
                self._halt()
                self._counting = self.summary = None
            self._follow(0)

    def set_points(self, points: int) -> None:
        """How many blocks the curve is to have, from the next counting on."""
        self.points = points

    def count_all_pairs(self, on: bool) -> None:
        """After edits count all pairs anew in ranges of any size as well."""
        if on != self.all_pairs:
            self.all_pairs = on
            if self.summary is not None and not self.summary.pairs_exact:
                self._again()

    def stop(self) -> None:
        """Stop counting; what was counted stays."""
        self.stopped = True
        self._halt()
        self._take_told()
        self.changed.emit()

    def go_on(self) -> None:
        """Count what is missing; everything where nothing is."""
        self.stopped = False
        if self._counting is not None and self._counting.exact and not self._changes:
            self._again()
        else:
            self._follow(0)

    def go_to(self, range_: ByteRange) -> None:
        """Go to bytes and select them; the statistics stay those of before."""
        self._own_move = self.scope is Scope.SELECTION
        self._session.go_to(range_.start)
        self._session.select(range_)
        self._own_move = False

    def select(self, range_: ByteRange) -> None:
        """Select bytes; where the scope is the selection, these are counted."""
        self._session.go_to(range_.start)
        self._session.select(range_)

    def find(self, needle: bytes) -> None:
        """To the next place in the range that holds ``needle``, round its end; says where there is none."""
        range_ = self.summary.range if self.summary is not None else self.range
        range_ = range_.intersect(ByteRange(0, self._session.size))
        at = self._session.selection.range.start if self._session.selection.range else -1
        start = at + 1 if range_.start <= at < range_.end else range_.start
        self._session.jobs.run(
            f"{self._name} find",
            partial(_find, self._session.document.snapshot(), needle, start, range_),
            partial(self._on_found, needle),
            self._session.fail,
            lane="find",
            shown=range_.length > SHOWN_FROM,
            ticket=Ticket(note=tr("Find in {name}", name=self._session.name)),
        )

    # -- inside -------------------------------------------------------------------------------

    def _follow(self, pause: int) -> None:
        if self._wished and not self.stopped:
            self._later.start(pause)
            self.changed.emit()

    def _halt(self) -> None:
        """Stop the work and keep what it has."""
        self._later.stop()
        self._look.stop()
        if self._ticket is not None:
            self._session.jobs.cancel(self._name)
            self._ticket = None
            if not self._take_counting():
                self._changes = [*self._given, *self._changes]

    def _again(self) -> None:
        """Count all of it anew."""
        self._halt()
        self._counting = None
        self._follow(0)

    def _begin(self) -> None:
        """Count what the scope says, unless that was done or is being done."""
        range_, old = self.range, self._counting
        anew = old is None or old.range != range_
        fresh = bool(self._changes) or self._renew
        if self._ticket is not None and self._asked == range_ and not fresh:
            return
        if old is not None and not anew and old.exact and not self._changes:
            self.changed.emit()
            return
        self._halt()
        self._look_at(range_)
        if range_:
            self._run(range_, None if anew else self._counting)
        self.changed.emit()

    def _look_at(self, range_: ByteRange) -> None:
        """Forget what is of another range."""
        if self.summary is not None and self.summary.range != range_:
            self.stale = True
        if not range_:
            self._counting = self.summary = None
            self._changes, self.stale = [], False

    def _run(self, range_: ByteRange, old: Counting | None) -> None:
        self._told = told = _Told()
        snapshot = self._session.document.snapshot()
        if old is None:
            work = partial(_count, snapshot, range_, self.points, self.all_pairs, told)
        else:
            work = partial(_count_on, old, snapshot, tuple(self._changes), told)
        self._asked, self._given, self._changes, self._renew = range_, self._changes, [], False
        self._ticket = self._session.jobs.run(
            self._name,
            work,
            self._on_counted,
            self._on_failed,
            lane="statistics",
            shown=range_.length >= SHOWN_FROM,
            ticket=Ticket(note=tr("Statistics of {name}", name=self._session.name)),
        )
        self._look.start()

    def _take_counting(self) -> bool:
        if self._told.counting is None:
            return False
        self._counting, self._given = self._told.counting, []
        return True

    def _take_told(self) -> bool:
        """Show what the worker has told last; whether that is news."""
        self._take_counting()
        summary = self._told.summary
        if summary is None or summary is self.summary:
            return False
        self.summary, self.stale = summary, bool(self._changes)
        return True

    # -- what happens -------------------------------------------------------------------------

    def _on_look(self) -> None:
        self._take_told()
        self.changed.emit()

    def _on_counted(self, _: object) -> None:
        self._ticket = None
        self._look.stop()
        self._take_told()
        self.changed.emit()

    def _on_failed(self, error: Exception) -> None:
        if self._ticket is not None and self._ticket.cancelled:
            self.stopped = True  # by the status bar
            self._halt()
            self._take_told()
        elif not isinstance(error, Cancelled):
            self._halt()
            self.stopped = True
            self._session.fail(error)
        self.changed.emit()

    def _on_selected(self) -> None:
        if self.scope is not Scope.FILE and not self._own_move and self.range != self._asked:
            self.stopped = False
            self._follow(FOLLOW_MS)

    def _on_changed(self, change: Change) -> None:
        if change.kind is Kind.SAVE:
            self._renew = self._counting is not None and not self._counting.exact
            if self._renew:
                self._follow(EDITED_MS)
            return
        known = self._counting.range if self._counting is not None else self._asked
        touched = [item for item in change.ranges if item.touches(known)]
        if len(self._changes) + len(touched) > MOST_CHANGES:
            touched, self._changes = [known], []
        self._changes += touched
        if touched or self.range != self._asked:
            self.stale = self.summary is not None
            self._follow(EDITED_MS)
            self.changed.emit()

    def _on_found(self, needle: bytes, at: int | None) -> None:
        if at is None:
            self._session.told.emit("info", tr("There is none in this range that could be gone to."))
        else:
            self.go_to(ByteRange.of(at, len(needle)))


def _count(
    snapshot: Snapshot, range_: ByteRange, points: int, all_pairs: bool, told: _Told, ticket: Ticket
) -> None:
    from bytescope.core.statistics.counting import POINTS, Counting

    told.counting = Counting(snapshot, range_, points or POINTS, all_pairs=all_pairs)
    told.tell(_worked(told, ticket))


def _count_on(
    old: Counting, snapshot: Snapshot, changed: tuple[ByteRange, ...], told: _Told, ticket: Ticket
) -> None:
    told.counting = old.after(snapshot, changed)
    told.tell(_worked(told, ticket))


def _worked(told: _Told, ticket: Ticket) -> Summary:
    assert told.counting is not None
    return told.counting.work(ticket, told.tell, together=side_by_side, width=WORKERS)


def _find(snapshot: Snapshot, needle: bytes, start: int, range_: ByteRange, ticket: Ticket) -> int | None:
    from bytescope.core.search.find import find_next

    at = find_next(snapshot, needle, start, ticket, end=range_.end)
    if at is None and start > range_.start:
        at = find_next(snapshot, needle, range_.start, ticket, end=min(range_.end, start + len(needle) - 1))
    return at
