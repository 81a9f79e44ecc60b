"""Keeps a session's unsaved edits on the disk: noted in the main thread, written by a job."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from bytescope.core.change import Change, Kind
from bytescope.core.document.document import Document
from bytescope.core.storage.editlog.entries import Entry, Follower, Whole
from bytescope.session.storage.log_pen import Pen
from bytescope.session.wording import tr

if TYPE_CHECKING:
    from bytescope.core.storage.editlog.replaying import Replayed
    from bytescope.core.ticket import Ticket
    from bytescope.session.session import Session

PERIOD_MS = 250
"""Edits wait so long for those that follow: an edit is on the disk within this and the time of two writes.

The job waits, not the main thread: that may be held by other things when the time has come.
"""

RETRY_MS = 3000
LONGEST_RETRY_MS = 48_000
"""Where the log cannot be written it is tried again, each time after twice as long."""


class EditLog(QObject):
    """The log of one session in Edit access or in memory. Made at the first edit.

    There is none in Read access, which has no edits, and none in Live access, where each edit is in the
    file at once: to make it again after a crash would at best change nothing, and at worst undo what
    another program has stored since.
    """

    written = Signal()
    """Every edit that was noted so far is on the disk."""

    def __init__(self, session: Session, folder: Path) -> None:
        super().__init__(session)
        self._session = session
        self._follower = Follower()
        self._pen = Pen(folder)
        self._running = False
        self._closed = False
        self._complaint = ""
        self._retry = RETRY_MS
        self._lane = f"edit log {id(self)}"
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._on_retry)

    @property
    def pen(self) -> Pen:
        """What a save tells of itself, in its own thread."""
        return self._pen

    @property
    def complaint(self) -> str:
        """Why edits are not on the disk; empty where they are, or soon will be."""
        return self._complaint

    def note(self, change: Change) -> None:
        """Take ``change``, which the session's document has just told, into the log. Does no I/O."""
        document = self._session.document
        if not isinstance(document, Document):
            return
        if change.kind is Kind.OUTSIDE:  # the file may be known by other times from now on
            self._pen.look(_now(document))
            self._wait()
            return
        if change.kind is Kind.SAVE or change.kind is Kind.RELOAD:
            self._follower.restart(document)
            if change.kind is Kind.SAVE and self._pen.save_unresolved:
                return  # the old file may be back after a power failure: the log then has the edits
            entry: Entry | None = None
        else:
            entry = self._follower.entry(change, document)
            if entry is None:
                return
            if self._pen.save_unresolved:
                # Only a state that stands for itself is right whatever becomes of the save.
                self._pen.save_unresolved = False
                entry = self._follower.whole(document, change.name)
        self._pen.append(entry, _now(document))
        self._wait()

    def restate(self) -> None:
        """Write the document down whole: what the log says of it by place is no longer there."""
        document = self._session.document
        if isinstance(document, Document) and document.modified and not self._closed:
            self._pen.save_unresolved = False
            self._pen.append(self._follower.whole(document, "Edits"), _now(document))
            self._wait()

    def _wait(self) -> None:
        if not self._timer.isActive() and not self._running:
            self._begin(PERIOD_MS)

    def take_over(self, name: str, replayed: Replayed) -> None:
        """The document has just got back the edits of log ``name``, which an earlier run has left behind.

        Their log goes on as this document's; where not all of them could be made again it stays beside a
        new one.
        """
        document = self._session.document
        if not isinstance(document, Document):
            return
        self._follower.restart(document)
        if replayed.complaint:
            document.end_typing()  # what is typed next would belong to a step that the new log has not
            self._pen.append(self._follower.whole(document, tr("Recovered edits")), _now(document))
        else:
            self._follower.follow(replayed.done, replayed.undone)
            self._pen.take_over(name, _now(document))
        self._begin(0)

    def close(self) -> None:
        """The document is saved or its edits are dropped: take the log away, in a job."""
        self._timer.stop()
        self._closed = True
        self._pen.stop()
        jobs = self._session.jobs
        jobs.run("Drop the log", partial(_close, self._pen), lane=self._lane, queued=True)
        jobs.end_lane(self._lane)

    def _on_retry(self) -> None:
        self._begin(0)

    def _begin(self, after_ms: int) -> None:
        self._running = True
        work = partial(_write, self._pen, after_ms / 1000, PERIOD_MS / 1000)
        self._session.jobs.run(self._lane, work, self._on_written, self._on_failed, lane=self._lane)

    def _on_written(self, complaint: str) -> None:
        self._running = False
        if self._closed:
            return
        if complaint:
            self._tell(complaint)
            self._timer.start(self._retry)
            self._retry = min(2 * self._retry, LONGEST_RETRY_MS)
            return
        if self._complaint:
            self._complaint, self._retry = "", RETRY_MS
            self._session.told.emit("info", tr("Edits are being logged again."))
        if self._pen.waiting:
            self._begin(PERIOD_MS)
        else:
            self.written.emit()

    def _on_failed(self, error: Exception) -> None:
        self._on_written(tr("a defect of the program"))
        raise error

    def _tell(self, complaint: str) -> None:
        """Once for each time of trouble, however often it is tried again."""
        before, self._complaint = self._complaint, complaint
        if not before:
            self._session.told.emit(
                "warning", tr("Edits are not being logged: {complaint}; save soon.", complaint=complaint)
            )


def _write(pen: Pen, after: float, period: float, ticket: Ticket) -> str:
    return pen.keep_writing(after, period)


def _close(pen: Pen, ticket: Ticket) -> None:
    pen.close()


def _now(document: Document) -> Whole:
    return Whole(document.snapshot(), document.base, tr("Edits") if document.modified else None)
