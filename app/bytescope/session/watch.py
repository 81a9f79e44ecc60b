"""Notices what other programs do to the open file: a look at it once a second."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from bytescope.core.ranges import ByteRange
from bytescope.core.source.identity import Outside

if TYPE_CHECKING:
    from bytescope.core.source.file import FileSource
    from bytescope.core.ticket import Ticket
    from bytescope.session.session import Session

PERIOD_MS = 1000

SENTENCES = {
    Outside.CONTENT: "“{name}” was changed by another program; unsaved edits are kept.",
    Outside.GREW: "“{name}” was made longer by another program; reload to see the new bytes.",
    Outside.SHRANK: "“{name}” was shortened by another program; the missing pages are marked and unsaved "
    "edits are kept.",
    Outside.REPLACED: "“{name}” was replaced by another file; this window still shows the old one.",
    Outside.DELETED: "“{name}” was deleted or renamed; use Save As to keep what is shown here.",
}


class Watch(QObject):
    """Looks at the file under one session. ``noticed`` has the sort of change and a sentence about it.

    Stores through a mapping are not announced by the kernel, so a document in Live access has the
    bytes on the screen read again at every look.
    """

    noticed = Signal(object, str)

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._session = session
        self._told = Outside.NONE
        self._visible = ByteRange(0, 0)
        self._epoch = 0
        self._timer = QTimer(self)
        self._timer.setInterval(PERIOD_MS)
        self._timer.timeout.connect(self.look)

    def start(self) -> None:
        self._timer.start()

    def stop(self) -> None:
        self._timer.stop()

    def set_visible(self, visible: ByteRange) -> None:
        """The bytes that the hex panel shows now."""
        self._visible = visible

    def accept(self) -> None:
        """What is on disk now is known: tell only what comes after."""
        self._told = Outside.NONE
        self._epoch += 1

    def look(self) -> None:
        """Look now, in a job: even a stat may wait for a network. While we write, what changes is ours."""
        file = self._session.file
        if file is None or self._session.document.locked:
            return
        jobs = self._session.jobs
        name = f"watch {id(self)}"
        if not jobs.is_running(name):
            jobs.run(name, partial(_look, file, self._epoch), self._on_looked, _ignore, lane="watch")

    def _on_looked(self, result: tuple[FileSource, int, Outside]) -> None:
        file, epoch, outside = result
        if file is not self._session.file or epoch != self._epoch or self._session.document.locked:
            return
        if self._session.live:
            self._session.bytes.refetch(file, self._visible)
        if outside is self._told:
            return
        self._told = outside
        if outside is Outside.NONE or (self._session.live and outside is Outside.CONTENT):
            return
        if outside in (Outside.CONTENT, Outside.SHRANK):
            self._session.invalidate((ByteRange(0, self._session.size),))
        self.noticed.emit(outside, SENTENCES[outside].format(name=self._session.name))


def _look(file: FileSource, epoch: int, ticket: Ticket) -> tuple[FileSource, int, Outside]:
    return file, epoch, file.check_outside()


def _ignore(error: Exception) -> None:
    """A look that fails (the file was closed meanwhile) is made again a second later."""
