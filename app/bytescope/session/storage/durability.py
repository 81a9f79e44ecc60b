"""Looks, a few times a second while it matters, how much of what was stored is on the medium by now."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import SIGNAL, QObject, QTimer

from bytescope.core.ranges import ByteRange
from bytescope.core.touched.durability import Durability, Pages, Stored
from bytescope.core.touched.told import Told
from bytescope.session.wording import tr

if TYPE_CHECKING:
    from bytescope.core.source.descriptor import Descriptor
    from bytescope.core.source.file import FileSource
    from bytescope.core.ticket import Ticket
    from bytescope.session.session import Session

PERIOD = 0.1
CALM_PERIOD = 1.0
"""Seconds between looks while something is being saved, and while the kernel writes when it likes."""

REST = 10
"""A look that took long is followed by a pause this many times as long."""

HOLD = 4.0
"""Seconds that the end of it stays to be read."""

PATIENCE = 60.0
"""Seconds after a save in which pages are dirty again and again because somebody else writes them."""

Ranges = Callable[[], Iterable[ByteRange]]


@dataclass(slots=True)
class _Course:
    """One store on its way: what is stored where, and how far it has come."""

    ticket: Ticket | None
    file: Callable[[], Descriptor | None]
    shift: int
    ranges: Ranges
    known: Durability | None = None
    ended: float | None = None

    @property
    def written(self) -> ByteRange | None:
        """What was written by now; all of it unless a save is under way."""
        if self.ended is None and self.ticket is not None:
            return self.ticket.written
        return ByteRange(0, 1 << 63)


class Following(QObject):
    """Follows one session's saves, flushes and live stores, and tells the session what to show.

    Does nothing as long as nobody is connected to the session's ``durability_changed``.
    """

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._session = session
        self._course: _Course | None = None
        self._flushing = False
        self._name = f"durability {id(self)}"
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._on_time)

    # -- what it is told ----------------------------------------------------------------------

    @property
    def pages(self) -> Pages | None:
        """The pages that are followed; None while that is not known."""
        return self._course.known.runs if self._course is not None and self._course.known else None

    def saving(self, file: FileSource, ranges: tuple[ByteRange, ...], ticket: Ticket) -> None:
        """A save into ``file`` itself has begun; the ticket tells how far it has written."""
        self._begin(_Course(ticket, partial(_held, file), file.window_start, partial(_same, ranges)))

    def saving_anew(self, size: int, ticket: Ticket) -> None:
        """A save of ``size`` bytes into a new file has begun; the ticket tells which."""
        self._begin(_Course(ticket, partial(_target, ticket), 0, partial(_same, (ByteRange(0, size),))))

    def stored(self) -> None:
        """Something was stored in Live access: it is on the medium when the kernel, or a flush, brings it."""
        file, document = self._session.file, self._session.document
        if file is None or self._flushing:
            return
        self._begin(_Course(None, partial(_held, file), file.window_start, document.edited_ranges))

    def flushing(self) -> None:
        """A flush of what was stored in Live access has begun."""
        if self._course is None:
            self.stored()
        self._flushing = True

    def ended(self) -> None:
        """The save or flush is over, and went well."""
        self._flushing = False
        if self._course is not None:
            self._course.ended = time.monotonic()
            self._look()

    def stop(self) -> None:
        """Nothing is to be followed any more: the save failed, or the document is being closed."""
        self._flushing = False
        self._course = None
        self._timer.stop()
        self._session.jobs.cancel(self._name)
        self._session.show_durable(None, "")

    # -- inside -------------------------------------------------------------------------------

    def _begin(self, course: _Course) -> None:
        if not self._session.receivers(SIGNAL("durability_changed()")):
            return
        # Stores follow each other faster than looks: they must not put the next look off.
        if self._course is None or course.ticket is not None:
            self._timer.start(int(PERIOD * 1000))
        self._course = course

    def _on_time(self) -> None:
        if self._course is None:
            self._session.show_durable(None, "")
        else:
            self._look()

    def _look(self) -> None:
        course = self._course
        assert course is not None
        file = course.file()
        if file is None:  # the new file is not there yet
            self._timer.start(int(PERIOD * 1000))
            return
        work = partial(_look, course, file, course.written)
        self._session.jobs.run(self._name, work, partial(self._on_looked, course), lane="durability")

    def _on_looked(self, course: _Course, found: tuple[Durability, Stored, float]) -> None:
        if course is not self._course:
            if self._course is not None and not self._timer.isActive():
                self._timer.start(int(PERIOD * 1000))
            return
        course.known, stored, seconds = found
        calm = course.ticket is None and not self._flushing and course.ended is None
        self._session.show_durable(stored, _words(stored, flushed=not calm))
        over = course.ended is not None and time.monotonic() - course.ended > PATIENCE
        settled = stored.told is not Told.YES or stored.clean
        if over or (settled and (calm or course.ended is not None)):
            self._course = None
            self._timer.start(int(HOLD * 1000))
        else:
            self._timer.start(int(1000 * max(CALM_PERIOD if calm else PERIOD, REST * seconds)))


def _words(stored: Stored, *, flushed: bool) -> str:
    if flushed or not stored.clean:
        return stored.words()
    return tr("Written back by the system · not flushed")


def _held(file: FileSource) -> Descriptor | None:
    return file.descriptor


def _target(ticket: Ticket) -> Descriptor | None:
    return ticket.target


def _same(ranges: tuple[ByteRange, ...]) -> tuple[ByteRange, ...]:
    return ranges


def _look(
    course: _Course, file: Descriptor, written: ByteRange | None, ticket: Ticket
) -> tuple[Durability, Stored, float]:
    began = time.monotonic()
    known = course.known or Durability(file, course.shift, course.ranges())
    return known, known.look(written), time.monotonic() - began
