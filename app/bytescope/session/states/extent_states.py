"""Asks the file system, while anybody looks, where the file has disk space and of which sort."""

from __future__ import annotations

import os
import time
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, QTimer

from bytescope.core.change import Change, Kind
from bytescope.core.touched.layers import Layer
from bytescope.core.touched.told import Told
from bytescope.session.states.file_pages import moved_pages, of_document
from bytescope.session.states.kernel_states import NO_FILE, REST, SOON, WHOLE_PERIOD
from bytescope.session.states.layers import LayerState
from bytescope.session.wording import tr

if TYPE_CHECKING:
    from bytescope.core.pages.run_set import RunSet
    from bytescope.core.source.file import FileSource
    from bytescope.core.ticket import Ticket
    from bytescope.core.touched.found import Found
    from bytescope.session.session import Session

STATES = (Layer.HOLE, Layer.UNWRITTEN, Layer.SHARED)

Form = tuple[int, ...]
"""What of a file is another when its extents are: inode, size, times, blocks."""


class Listed(NamedTuple):
    """The states of a file of this form; None where it has the form that was known before.

    The form is empty where the states will be others soon though it stays the same.
    """

    form: Form
    states: dict[Layer, Found] | None
    seconds: float


class ExtentStates(QObject):
    """Keeps the layers of disk space up to date. The list is read again only when the file is another."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._session = session
        self._layers = session.layers
        self._name = f"extents {id(self)}"
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._look)
        self._ended = False
        self._again = False
        self._form: Form = ()
        self._states: dict[Layer, Found] = {}
        self._layers.shown_changed.connect(self._on_shown)
        self._layers.stirred.connect(self._soon)
        self._layers.ended.connect(self._on_ended)
        session.changed.connect(self._on_changed)
        self._on_shown()

    def _on_shown(self) -> None:
        if not self._layers.looked_at(*STATES):
            self._timer.stop()
            self._session.jobs.cancel(self._name)
        elif not self._timer.isActive():
            self._soon()

    def _on_changed(self, change: Change) -> None:
        session = self._session
        if session.live or change.kind in (Kind.SAVE, Kind.OUTSIDE, Kind.RELOAD):
            self._soon()
        self._put()

    def _on_ended(self) -> None:
        self._ended = True
        self._timer.stop()
        self._session.jobs.cancel(self._name)
        self._session.jobs.end_lane(self._name)

    def _soon(self) -> None:
        if not self._ended and self._layers.looked_at(*STATES):
            self._timer.start(int(SOON * 1000))

    def _look(self) -> None:
        session, file = self._session, self._session.file
        if session.jobs.is_running(self._name):
            self._again = True
        elif file is None:
            for layer in STATES:
                self._layers.put(layer, LayerState(Told.IN_MEMORY, None, tr(NO_FILE)))
        else:
            work = partial(_list, file, self._form)
            session.jobs.run(self._name, work, partial(self._on_listed, file), session.fail, lane=self._name)

    def _on_listed(self, file: FileSource, listed: Listed) -> None:
        if file is self._session.file and listed.states is not None:
            self._form, self._states = listed.form, listed.states
            self._put()
        if self._again:
            self._again = False
            self._soon()
        elif not self._ended and self._layers.looked_at(*STATES):
            self._timer.start(int(1000 * max(WHOLE_PERIOD, REST * listed.seconds)))

    def _put(self) -> None:
        moved: RunSet | None = moved_pages(self._session) if self._states else None
        for layer, found in self._states.items():
            self._layers.put(layer, LayerState(*of_document(found, moved)))


def _list(file: FileSource, known: Form, ticket: Ticket) -> Listed:
    from bytescope.core.touched.systems import space

    began = time.monotonic()
    descriptor = file.descriptor
    form = _form(descriptor.fd) if descriptor is not None else ()
    if form and form == known:
        return Listed(form, None, 0.0)
    found = space(file, ticket)
    return Listed(form if found.settled else (), found.states, time.monotonic() - began)


def _form(fd: int) -> Form:
    try:
        found = os.fstat(fd)
    except OSError:
        return ()
    return found.st_ino, found.st_size, found.st_mtime_ns, found.st_ctime_ns, found.st_blocks
