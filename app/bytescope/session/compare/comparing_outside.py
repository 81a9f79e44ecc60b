"""Notices that another program changes a file while it is compared, and has it compared again."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, QTimer, Signal

from bytescope.core.document.document import Document
from bytescope.core.errors import BytescopeError, Cancelled
from bytescope.core.ranges import PageRange
from bytescope.core.source.identity import Identity, Outside
from bytescope.session.compare.comparing import EVERYTHING

if TYPE_CHECKING:
    from bytescope.core.source.file import FileSource
    from bytescope.core.ticket import Ticket
    from bytescope.session.compare.comparing import Comparing
    from bytescope.session.session import Session

PERIOD_MS = 1000
ELSEWHERE = (Outside.REPLACED, Outside.DELETED)


class Looked(NamedTuple):
    session: Session
    file: FileSource
    sort: Outside
    now: Identity


class Outsiders(QObject):
    """Looks at the files of ``sessions`` once a second, in a job: a stat may wait for a network.

    What became of the file of a session in a tab is said there; of the others it is ``told``. A file that is
    written all the time is compared to the end before it is compared again.
    """

    told = Signal(str)

    def __init__(self, comparing: Comparing, sessions: dict[Session, bool]) -> None:
        """``sessions``: those to look at, and whether they stand in a tab."""
        super().__init__(comparing)
        self._comparing = comparing
        self._sessions = sessions
        self._known: dict[Session, tuple[Outside, Identity]] = {}
        self._again = False
        self._name = f"look at what is compared {id(self)}"
        self._timer = QTimer(self, interval=PERIOD_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    def stop(self) -> None:
        self._timer.stop()
        self._comparing.session.jobs.cancel(self._name)

    def look(self) -> None:
        """Look now."""
        if self._again and not self._comparing.running:
            self._again = False
            self._comparing.forget(PageRange(0, EVERYTHING))
        files = [(one, one.file) for one in self._sessions if one.file is not None and not one.writing]
        jobs = self._comparing.session.jobs
        if files and not jobs.is_running(self._name):
            jobs.run(self._name, partial(_look, files), self._on_looked, self._on_failed, lane="watch")

    def _on_looked(self, found: list[Looked]) -> None:
        for item in found:
            state = item.sort, item.now
            if item.session.writing or item.session.file is not item.file:
                continue
            if item.sort is Outside.NONE:
                self._known.pop(item.session, None)
            elif self._known.get(item.session) != state:
                self._known[item.session] = state
                self._take(item)

    def _take(self, item: Looked) -> None:
        if not self._sessions[item.session]:
            from bytescope.core.text.comparison_text import changed_sentence

            self.told.emit(changed_sentence(item.file.name, item.sort, again=True))
        if item.sort in ELSEWHERE:
            return  # the bytes of the file that was opened are what they were
        if self._sessions[item.session]:
            self._again = True
            return
        try:
            item.file.refresh()
        except BytescopeError as error:
            self.told.emit(str(error))
            return
        self._known.pop(item.session)
        item.session.replace_document(Document(item.file))  # and with it all is compared again

    def _on_failed(self, error: Exception) -> None:
        if not isinstance(error, Cancelled):
            raise error


def _look(files: list[tuple[Session, FileSource]], ticket: Ticket) -> list[Looked]:
    return [Looked(session, file, *file.look_outside()) for session, file in files]
