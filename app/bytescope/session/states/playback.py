"""Plays the log of touches of a session back: which time is shown, and how fast it goes on."""

from __future__ import annotations

import time
from collections.abc import Mapping
from itertools import islice
from math import nextafter
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from bytescope.core.text.clock import clock
from bytescope.session.states.layers import Past
from bytescope.session.states.touches import touches_of

if TYPE_CHECKING:
    from bytescope.core.touched.layers import Layer
    from bytescope.core.touched.state_runs import StateRuns
    from bytescope.core.touched.touches import Touched
    from bytescope.session.session import Session

FRAME_MS = 40

SPEEDS = (1, 4, 16, 60, 240)
"""Seconds of the log in a second."""

QUIET = 1.5
"""Seconds of playing that are left of a time in which nothing happened, before and behind it."""

PAST, FUTURE = float("-inf"), float("inf")

FEW = 4
"""Touches that are added to what is shown; for more it is made anew."""

MOMENT = 1.0
"""Seconds of playing that "only then" reaches back."""


def playback_of(session: Session) -> Playback:
    """The one of ``session``; made when first asked for."""
    found = session.findChild(Playback)
    return found if isinstance(found, Playback) else Playback(session)


class Playback(QObject):
    """A head that stands at a time of the log, or at now (None). It shows, it never edits."""

    moved = Signal()
    """The head stands elsewhere, plays or no longer plays, or what is shown of its time is another choice."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._session = session
        self._touches = touches_of(session)
        self.head: float | None = None
        self.speed = SPEEDS[0]
        self.only_then = False
        self._shown: tuple[int, ...] | None = None
        self._last = 0.0
        self._timer = QTimer(self)
        self._timer.setInterval(FRAME_MS)
        self._timer.timeout.connect(self._on_frame)
        self._touches.changed.connect(self._on_changed)
        session.layers.ended.connect(self._timer.stop)

    def shown_last(self) -> Touched | None:
        """The touch at the head, or the last one before it; at now the newest."""
        log = self._touches.log
        return log.before(FUTURE if self.head is None else nextafter(self.head, FUTURE))

    # -- wishes -------------------------------------------------------------------------------

    @property
    def playing(self) -> bool:
        return self._timer.isActive()

    def go(self, at: float) -> None:
        """Show the time ``at``; a time that has not come yet is now."""
        self._put(None if at >= time.time() else at)

    def now(self) -> None:
        """Show what is so now, and stop."""
        self._timer.stop()
        self._put(None)

    def step(self, *, forward: bool) -> None:
        """To the next (previous) touch; behind the last one is now."""
        log, here = self._touches.log, FUTURE if self.head is None else self.head
        there = log.behind(here) if forward else log.before(here)
        self._timer.stop()
        if there is not None:
            self._put(there.time)
        else:
            self._put(None if forward else self.head)

    def first(self) -> None:
        """To the oldest touch that is left in the log."""
        oldest = self._touches.log.behind(PAST)
        if oldest is not None:
            self._put(oldest.time)

    def play(self) -> None:
        """Let the head go on, from the beginning where it stands at now."""
        oldest = self._touches.log.behind(PAST)
        if oldest is None:
            return
        self._last = time.monotonic()
        self._timer.start()
        self._put(oldest.time if self.head is None else self.head)

    def pause(self) -> None:
        self._timer.stop()
        self._put(self.head)

    def set_speed(self, speed: int) -> None:
        """Go on with so many seconds of the log in a second."""
        self.speed = speed
        self._put(self.head)

    def show_only_then(self, on: bool) -> None:
        """Show what was touched at the head's time alone, not all until then."""
        self.only_then = on
        self._put(self.head)

    # -- inside -------------------------------------------------------------------------------

    def _put(self, head: float | None) -> None:
        self.head = head
        self._show()
        self.moved.emit()

    def _on_frame(self) -> None:
        now = time.monotonic()
        seconds, self._last = now - self._last, now
        self.advance(seconds)

    def advance(self, seconds: float) -> None:
        """Move the head on by so many seconds of playing; of a quiet time only its ends are played."""
        if self.head is None:
            return
        log, head = self._touches.log, self.head + seconds * self.speed
        last, coming, quiet = log.before(nextafter(head, FUTURE)), log.behind(head), QUIET * self.speed
        if last is None or head - last.time <= quiet:
            self._put(head)
        elif coming is None:
            self.now()
        else:
            self._put(max(head, coming.time - quiet))

    def _on_changed(self) -> None:
        if self.head is not None:
            self._show()

    def _show(self) -> None:
        """Have the layers show the head's time; nothing is done where that shows the same touches."""
        layers = self._session.layers
        if self.head is None:
            self._shown = None
            layers.show_past(None)
            return
        log = self._touches.log
        since = self.head - MOMENT * self.speed if self.only_then else PAST
        shown = (log.generation, log.index_at(since), log.index_at(self.head))
        before = layers.past
        if before is None or shown != self._shown:
            states = self._states(shown, since)
            self._shown = shown
            layers.show_past(Past(states, clock(self.head)))
        elif before.words != clock(self.head):
            layers.show_past(Past(before.states, clock(self.head)))

    def _states(self, shown: tuple[int, ...], since: float) -> Mapping[Layer, StateRuns]:
        """The states of the touches behind ``since``; a step on from what is shown costs only that step."""
        from bytescope.core.touched.replay import advanced, standing

        assert self.head is not None
        log, past, before = self._touches.log, self._session.layers.past, self._shown
        same = past is not None and before is not None and before[:2] == shown[:2]
        if past is not None and before is not None and same and 0 <= shown[2] - before[2] <= FEW:
            return advanced(past.states, islice(log, before[2], shown[2]))
        return standing(log.between(since, self.head))
