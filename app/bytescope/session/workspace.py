"""The open documents of the program and what they share: jobs, settings, recent files."""

from __future__ import annotations

import os
import tempfile
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple
from weakref import WeakSet

from PySide6.QtCore import QObject, Signal

from bytescope.core.change import Change, Kind
from bytescope.core.document.document import Document
from bytescope.core.errors import BytescopeError, Cancelled
from bytescope.core.ranges import ByteRange
from bytescope.core.source.access import Access
from bytescope.core.source.file import FileSource
from bytescope.core.source.identity import Identity
from bytescope.core.source.memory import AnonymousSource
from bytescope.core.source.opening import create_file, open_file
from bytescope.core.ticket import Ticket
from bytescope.session import settings as stored
from bytescope.session.jobs import Jobs
from bytescope.session.session import Session
from bytescope.session.settings import Recent
from bytescope.session.wording import tr

if TYPE_CHECKING:
    from bytescope.core.storage.editlog.replaying import Replayed
    from bytescope.session.session import AnyDocument
    from bytescope.session.storage.edit_log import EditLog
    from bytescope.session.storage.lending import Lending
    from bytescope.session.storage.log_pen import Pen
    from bytescope.session.survey.memory import Memory


class Opening(NamedTuple):
    """A wish to open a file, or ``length`` bytes of it from ``offset``."""

    path: bytes | str
    access: Access = Access.EDIT
    offset: int = 0
    length: int | None = None


class Workspace(QObject):
    """Opens, creates and closes documents; keeps those that share a file in step."""

    opened = Signal(object)
    closed = Signal(object)
    told = Signal(str, str)
    ending = Signal(float)
    """All documents are closed, and soon no job runs any more; who has to wait may take so many seconds."""

    cut_off = Signal(object)
    """A file was not opened, as a save of it was cut off and nobody has said what is to become of that
    (Opening). To read it only is possible."""

    def __init__(
        self,
        state_file: Path | None = None,
        parent: QObject | None = None,
        *,
        private_folder: Path | None = None,
    ) -> None:
        """``private_folder``: where edit logs and journals go; without one none are kept."""
        super().__init__(parent)
        self.jobs = Jobs(self)
        self.jobs.failed.connect(self._on_failed)
        self.sessions: list[Session] = []
        self._files: dict[int, Identity] = {}
        self._state_file = state_file
        self.private_folder = private_folder
        self._pens: WeakSet[Pen] = WeakSet()
        self.settings = stored.Settings()
        self.complaint: str | None = None
        self.safe_mode = False
        self.memory: Memory | None = None
        self._demo_folder: tempfile.TemporaryDirectory[str] | None = None
        if state_file is not None:
            self.settings, self.complaint = stored.load(state_file)

    # -- settings -----------------------------------------------------------------------------

    @property
    def settings_folder(self) -> str | None:
        """Where the settings are kept; None where they are not."""
        return None if self._state_file is None else str(self._state_file.parent)

    @property
    def recent(self) -> tuple[str, ...]:
        return self.settings.recent

    def remember(self, **changes: object) -> None:
        """Change settings; they are written when the program ends."""
        self.settings = self.settings._replace(**changes)  # type: ignore[arg-type]

    def forget_recent(self, path: str) -> None:
        self.remember(recent=Recent(self.settings.recent).without(path).paths)

    def write_settings(self) -> None:
        if self._state_file is not None:
            stored.save(self.settings, self._state_file)

    # -- documents ----------------------------------------------------------------------------

    def open(
        self,
        path: bytes | str,
        access: Access | None = None,
        offset: int = 0,
        length: int | None = None,
        *,
        asked: bool = False,
    ) -> None:
        """Open a file or a window of it in a job (a dead network must not hold the window).

        ``access``: as the settings say, where none is given.
        ``asked``: though a save of it was cut off, or is under way in another program.
        """
        access = access or Access(self.settings.access)
        self.jobs.run(
            "Open",
            partial(
                _open_whole, Opening(path, access, offset, length), None if asked else self.private_folder
            ),
            self._on_opened,
            self._on_failed,
            lane="open",
            queued=True,
        )

    def open_now(
        self, path: bytes | str, access: Access = Access.EDIT, offset: int = 0, length: int | None = None
    ) -> Session | None:
        """Open in this thread, for the command line; raises ``OpenError``. None where that has to be asked
        about first, by ``open``.
        """
        opened = _open_whole(Opening(path, access, offset, length), self.private_folder, Ticket())
        return self._add_file(opened) if isinstance(opened, FileSource) else None

    def add_recovered(self, document: Document, log: str, replayed: Replayed) -> Session:
        """Show a document on which the edits of ``log`` were just made again (``editlog.reading.replay``).

        They are unsaved; the log goes on as this document's own, so that it must not be discarded. A tab
        that shows the same without any edit is taken for it.
        """
        base = document.base
        session = self._unedited(base) if isinstance(base, FileSource) else None
        if session is not None and isinstance(base, FileSource):
            self._on_reloaded(session, base, document)
        else:
            session = self._add(document, base.name if isinstance(base, FileSource) else tr("Untitled"))
        _use_all(session)
        if self.private_folder is not None:
            self._edit_log(session, self.private_folder).take_over(log, replayed)
        return session

    def new_memory(self, size: int) -> Session:
        """A document of ``size`` zero bytes in memory, without a file."""
        source = AnonymousSource(size)
        return self._add(Document(source), tr("Untitled"))

    def new_file(self, path: bytes | str, size: int) -> None:
        """Make a zero-filled sparse file and open it."""
        self.jobs.run(
            "New", partial(_create, path, size), self._on_opened, self._on_failed, lane="open", queued=True
        )

    def open_demo(self) -> None:
        """Make the demo file in a folder of its own and open it; it goes when the program ends."""
        self.jobs.run(
            "Demo",
            partial(_demo, self._folder_for_demo()),
            self._on_opened,
            self._on_failed,
            lane="open",
            queued=True,
        )

    def open_demo_now(self) -> Session:
        """The same in this thread, for the command line."""
        return self._add_file(_demo(self._folder_for_demo(), Ticket()))

    def reload(self, session: Session) -> None:
        """Open the session's file afresh, dropping unsaved edits (the caller has asked)."""
        file = session.file
        if file is None:
            return
        length = file.size if file.windowed else None
        self.jobs.run(
            f"Reload {id(session)}",
            partial(_open, file.path, file.access, file.window_start, length),
            partial(self._on_reloaded, session),
            self._on_failed,
            lane="open",
        )

    def close(self, session: Session) -> None:
        """Close one document; unsaved edits are dropped (the caller has asked)."""
        if session in self.sessions:
            self.sessions.remove(session)
            self._files.pop(id(session), None)
            session.stop()
            if (lending := _lending(self.jobs)) is not None:
                lending.leave(session)
            if session.edit_log is not None:
                session.edit_log.close()
            self.closed.emit(session)
            if session.file is not None:
                session.file.close()
            session.deleteLater()

    def shut_down(self, wait_seconds: float = 2.0) -> None:
        """Stop everything, wait a bounded time for what cannot be stopped, and write the settings."""
        for session in list(self.sessions):
            self.close(session)
        for pen in list(self._pens):  # the jobs that do it may come too late
            pen.close(wait_seconds)
        self.ending.emit(wait_seconds)
        self.jobs.close(wait_seconds)
        self.write_settings()
        if self._demo_folder is not None:
            self._demo_folder.cleanup()
            self._demo_folder = None

    # -- inside -------------------------------------------------------------------------------

    def _folder_for_demo(self) -> Path:
        if self._demo_folder is None:
            self._demo_folder = tempfile.TemporaryDirectory(
                prefix="bytescope-demo-", ignore_cleanup_errors=True
            )
        return Path(self._demo_folder.name)

    def _on_opened(self, file: FileSource | Opening) -> None:
        if isinstance(file, FileSource):
            self._add_file(file)
        else:
            self.cut_off.emit(file)

    def _add_file(self, file: FileSource) -> Session:
        session = self._add(_document(file), file.name)
        if not file.windowed:
            self.remember(recent=Recent(self.settings.recent).opened(file.path).paths)
        return session

    def _add(self, document: AnyDocument, name: str) -> Session:
        session = Session(document, name, self.jobs, self)
        session.private_folder = self.private_folder
        session.set_view(
            scheme=self.settings.scheme,
            layout=self.settings.layout,
            columns=self.settings.columns,
            group=self.settings.group,
            base=self.settings.base,
            byteorder=self.settings.byteorder,
            encoding=self.settings.encoding,
            offset_base=self.settings.offset_base,
            fold=self.settings.fold,
        )
        resizable = session.file is None or not (session.live or session.file.windowed)
        if self.settings.insert and resizable and not session.document.read_only:
            session.toggle_insert()
        session.survey.set_limits(
            whole=self.settings.survey_whole, rate=self.settings.survey_rate * 1_000_000
        )
        session.changed.connect(self._on_changed)
        session.ours_elsewhere = partial(self._writes_elsewhere, session)
        self._remember(session)
        self.sessions.append(session)
        self.opened.emit(session)
        return session

    def _unedited(self, file: FileSource) -> Session | None:
        """A session in Edit access that shows the same part of the same file, and never had an edit."""
        return next(
            (
                session
                for session in self.sessions
                if session.file is not None
                and session.access is Access.EDIT
                and session.edit_log is None
                and not session.document.modified
                and not session.document.locked
                and session.file.opened.same_file(file.opened)
                and (session.file.windowed, session.file.window_start, session.file.size)
                == (file.windowed, file.window_start, file.size)
            ),
            None,
        )

    def _on_reloaded(self, session: Session, file: FileSource, document: Document | None = None) -> None:
        if session not in self.sessions:
            file.close()
            return
        old = session.file
        session.replace_document(document or _document(file), file.name)
        if old is not None:
            old.close()

    def _on_changed(self, change: Change) -> None:
        """A store or a save in a file that other documents show as well: let them read it again."""
        origin = self.sender()
        if not isinstance(origin, Session):
            return
        self._log(origin, change)
        if origin.file is None or change.kind is Kind.OUTSIDE:
            return
        before = self._remember(origin)
        if not (origin.live or change.kind is Kind.SAVE):
            return
        if origin.live and (lending := _lending(self.jobs)) is not None:
            lending.stored(origin.file)
        if before is not None and not before.same_file(origin.file.opened):
            self._follow_to_new_file(origin, before)
            return
        mine = origin.file
        shifted = tuple(r.shifted(mine.window_start) for r in change.ranges)
        for other in self.sessions:
            theirs = other.file
            if other is origin or theirs is None or not theirs.opened.same_file(mine.opened):
                continue
            if theirs.opened.size != mine.opened.size:
                self._show_anew(other)  # what it shows ends elsewhere now
                continue
            theirs.refresh(theirs.size)
            window = ByteRange.of(theirs.window_start, theirs.size)
            inside = [r.intersect(window) for r in shifted if r.touches(window)]
            if inside:
                ranges = tuple(r.shifted(-window.start) for r in inside)
                other.survey.wrote(ranges)  # nobody is to be blamed for it
                other.invalidate(ranges)

    def _remember(self, session: Session) -> Identity | None:
        """Which file the session shows from now on; the answer is which it showed before."""
        before = self._files.get(id(session))
        if session.file is not None:
            self._files[id(session)] = session.file.opened
        return before

    def _writes_elsewhere(self, session: Session) -> bool:
        """Whether another document is changing the file of this one just now."""
        mine = session.file
        return mine is not None and any(
            other.file is not None and other.writing and other.file.opened.same_file(mine.opened)
            for other in self.sessions
            if other is not session
        )

    def _follow_to_new_file(self, origin: Session, before: Identity) -> None:
        """A save made a new file in the place of the old one, which other documents still show."""
        for other in self.sessions:
            if other is origin or other.file is None or not other.file.opened.same_file(before):
                continue
            self._show_anew(other)

    def _show_anew(self, other: Session) -> None:
        """We made another file, or another length, of the file of ``other``."""
        if other.document.modified and not other.live:
            other.told.emit(
                "info",
                tr(
                    "“{name}” was saved from another tab with another length; this tab shows it as it "
                    "was, with its own edits: Save As keeps them, Reload shows what was saved.",
                    name=other.name,
                ),
            )
        else:
            self.reload(other)

    def _log(self, session: Session, change: Change) -> None:
        """Have the change in the session's edit log, which is made with the first edit."""
        if session.edit_log is None:
            no_edit = change.kind in (Kind.SAVE, Kind.RELOAD, Kind.OUTSIDE)
            if self.private_folder is None or no_edit or session.live:
                return
            self._edit_log(session, self.private_folder)
        if session.edit_log is not None:
            session.edit_log.note(change)

    def _edit_log(self, session: Session, folder: Path) -> EditLog:
        from bytescope.session.storage.edit_log import EditLog

        session.edit_log = EditLog(session, folder)
        self._pens.add(session.edit_log.pen)
        return session.edit_log

    def _on_failed(self, error: Exception) -> None:
        """Say an error of a job; one that is not ours is a defect and goes to the exception hook."""
        if isinstance(error, BytescopeError):
            self.told.emit("error", str(error))
        elif not isinstance(error, Cancelled):
            raise error


def _use_all(session: Session) -> None:
    """The bytes of other files that a recovered document has are to stay what they are."""
    from bytescope.session.storage.lending import lending_of

    lending_of(session.jobs).use_all(session.document.snapshot(), session)


def _lending(jobs: Jobs) -> Lending | None:
    """Who knows what documents have of other files; None where none has anything."""
    found: Any = jobs.findChild(QObject, "lending")
    return found  # type: ignore[no-any-return]


def _document(file: FileSource) -> AnyDocument:
    if file.access is not Access.LIVE:
        return Document(file)
    from bytescope.core.document.live import LiveDocument

    return LiveDocument(file)


def _open(path: bytes | str, access: Access, offset: int, length: int | None, ticket: Ticket) -> FileSource:
    return open_file(path, access, offset, length)


def _open_whole(wish: Opening, folder: Path | None, ticket: Ticket) -> FileSource | Opening:
    """The file; or the wish itself, where a save of the file was cut off and it is not only to be read."""
    file = open_file(*wish)
    if wish.access is Access.READ or folder is None or not _journals(folder):
        return file
    from bytescope.core.storage.journal.recovery import pending
    from bytescope.core.storage.private import StateFolder

    if not pending(StateFolder(folder), file.opened):
        return file
    file.close()
    return wish


def _journals(folder: Path) -> bool:
    """Whether there is any journal: asked on the way to the first bytes."""
    try:
        with os.scandir(folder / "journals") as entries:
            return any(entries)
    except OSError:
        return False


def _create(path: bytes | str, size: int, ticket: Ticket) -> FileSource:
    create_file(path, size)
    return open_file(path)


def _demo(folder: Path, ticket: Ticket) -> FileSource:
    from bytescope.session.demo import make_demo

    return open_file(os.fsencode(make_demo(folder)))
