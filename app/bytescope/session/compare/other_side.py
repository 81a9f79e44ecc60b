"""Documents that are only there to be compared with: a file, or a document's file as it was last saved."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from bytescope.core.change import Change, Kind
from bytescope.core.document.document import Document
from bytescope.core.errors import BytescopeError, Cancelled
from bytescope.core.source.access import Access
from bytescope.core.source.file import FileSource
from bytescope.core.source.opening import open_file
from bytescope.session.session import Session
from bytescope.session.wording import tr

if TYPE_CHECKING:
    from bytescope.core.ticket import Ticket
    from bytescope.session.jobs import Jobs


class OtherFile(QObject):
    """Opens a file in a job, for reading only, and gives a session of it that stands in no tab."""

    opened = Signal(object)
    """The Session. Who takes it calls ``let_go`` in the end."""

    failed = Signal(str)

    def __init__(self, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs

    def open(self, path: bytes | str) -> None:
        self._jobs.run("Open to compare", partial(_open, path), self._on_opened, self._on_failed, lane="open")

    def _on_opened(self, file: FileSource) -> None:
        self.opened.emit(Session(Document(file), file.name, self._jobs, self.parent()))

    def _on_failed(self, error: Exception) -> None:
        if isinstance(error, BytescopeError):
            self.failed.emit(str(error))
        elif not isinstance(error, Cancelled):
            raise error


def last_saved(session: Session, parent: QObject) -> Session:
    """A session of what ``session``'s document was when it was last saved (or opened); nothing of it can be
    edited. It follows saves and reloads.
    """
    other = Session(_base_of(session), tr("{name} as last saved", name=session.name), session.jobs, parent)
    following = _Following(session, other)
    session.changed.connect(following.on_changed)
    return other


def let_go(other: Session, *, file: bool) -> None:
    """End a session that stands in no tab; with ``file`` its file is closed too."""
    other.stop()
    if file and other.file is not None:
        other.file.close()
    other.deleteLater()


class _Following(QObject):
    """Gives ``other`` the base of ``session`` whenever that is another one. Ends with ``other``."""

    def __init__(self, session: Session, other: Session) -> None:
        super().__init__(other)
        self._session = session
        self._other = other

    def on_changed(self, change: Change) -> None:
        if change.kind in (Kind.SAVE, Kind.RELOAD, Kind.OUTSIDE):
            self._other.replace_document(_base_of(self._session))


def _base_of(session: Session) -> Document:
    document = Document(session.source)
    document.read_only = True
    return document


def _open(path: bytes | str, ticket: Ticket) -> FileSource:
    return open_file(path, Access.READ)
