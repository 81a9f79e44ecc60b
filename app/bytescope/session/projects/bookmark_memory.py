"""Keeps the bookmarks of files in the private folder, and brings them back when a file is opened again."""

from __future__ import annotations

import threading
import time
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from bytescope.core.change import Change, Kind
from bytescope.core.errors import BytescopeError, Cancelled
from bytescope.session.projects.bookmarks import Bookmarks, bookmarks_of
from bytescope.session.wording import tr

if TYPE_CHECKING:
    from bytescope.core.bookmarks.book import Book
    from bytescope.core.bookmarks.records import Numbered
    from bytescope.core.source.file import FileSource
    from bytescope.core.ticket import Ticket
    from bytescope.session.session import Session
    from bytescope.session.workspace import Workspace

PERIOD_MS = 1000
"""Changes wait so long for those that follow."""

LANE = "bookmarks"


class BookmarkMemory(QObject):
    """Made after the first picture, beside the workspace; nothing depends on it."""

    def __init__(self, workspace: Workspace, folder: Path) -> None:
        super().__init__(workspace)
        self._workspace = workspace
        self._folder = folder
        self._kept: dict[Bookmarks, Session] = {}
        self._dirty: set[Bookmarks] = set()
        self._writing: list[threading.Event] = []
        self._complained = False
        self._timer = QTimer(self, singleShot=True, interval=PERIOD_MS)
        self._timer.timeout.connect(self.write)
        workspace.opened.connect(self._on_opened)
        workspace.closed.connect(self._on_closed)
        workspace.ending.connect(self._on_ending)
        for session in workspace.sessions:
            self._on_opened(session)

    def write(self) -> None:
        """Have what changed written, in a job."""
        for bookmarks in list(self._dirty):
            self._write(bookmarks)
        self._dirty.clear()

    # -- inside -------------------------------------------------------------------------------

    def _on_opened(self, session: Session) -> None:
        bookmarks = bookmarks_of(session)
        self._kept[bookmarks] = session
        bookmarks.changed.connect(self._on_changed)
        session.changed.connect(self._on_document)
        if session.file is not None:
            self._workspace.jobs.run(
                "Recall bookmarks",
                partial(_recall, self._folder, session.file),
                partial(self._on_recalled, bookmarks),
                self._on_failed,
                lane=LANE,
                queued=True,
            )

    def _on_recalled(self, bookmarks: Bookmarks, found: list[Numbered]) -> None:
        if bookmarks in self._kept and found:
            clean = bookmarks not in self._dirty
            bookmarks.take(found)
            if clean:
                self._dirty.discard(bookmarks)

    def _on_changed(self) -> None:
        self._note(self.sender())

    def _on_document(self, change: Change) -> None:
        session = self.sender()
        if change.kind in (Kind.SAVE, Kind.RELOAD):
            for bookmarks, owner in self._kept.items():
                if owner is session and len(bookmarks.book):
                    self._note(bookmarks)

    def _note(self, bookmarks: object) -> None:
        if isinstance(bookmarks, Bookmarks) and bookmarks in self._kept:
            self._dirty.add(bookmarks)
            self._timer.start()

    def _on_closed(self, session: Session) -> None:
        bookmarks = bookmarks_of(session)
        if bookmarks in self._dirty:
            self._write(bookmarks)
        self._dirty.discard(bookmarks)
        self._kept.pop(bookmarks, None)

    def _write(self, bookmarks: Bookmarks) -> None:
        session = bookmarks.session
        if session.file is None or session.file.snapshot:
            return
        book = bookmarks.book.copy() if session.live else bookmarks.book.as_saved()
        done = threading.Event()
        self._writing.append(done)
        work = partial(_keep, self._folder, session.file, session.name, session.file.size, book, done)
        self._workspace.jobs.run(
            "Keep bookmarks", work, self._on_written, self._on_failed, lane=LANE, queued=True
        )

    def _on_written(self, _: None) -> None:
        self._writing = [done for done in self._writing if not done.is_set()]

    def _on_failed(self, error: Exception) -> None:
        self._on_written(None)
        if isinstance(error, Cancelled):
            return
        if not isinstance(error, BytescopeError | OSError):
            raise error
        if not self._complained:
            self._complained = True
            self._workspace.told.emit("warning", tr("Bookmarks are not being kept: {error}", error=error))

    def _on_ending(self, seconds: float) -> None:
        self._timer.stop()
        until = time.monotonic() + seconds
        for done in self._writing:
            done.wait(max(0.0, until - time.monotonic()))


def _recall(folder: Path, file: FileSource, ticket: Ticket) -> list[Numbered]:
    from bytescope.core.bookmarks.files import parse
    from bytescope.core.bookmarks.kept import KeptBookmarks, name_of
    from bytescope.core.storage.private import StateFolder

    raw = KeptBookmarks(StateFolder(folder)).recall(name_of(file.path, file.window_start, file.windowed))
    return parse(raw) if raw is not None else []


def _keep(
    folder: Path, file: FileSource, name: str, size: int, book: Book, done: threading.Event, ticket: Ticket
) -> None:
    from bytescope.core.bookmarks.files import to_json
    from bytescope.core.bookmarks.kept import KeptBookmarks, name_of
    from bytescope.core.storage.private import StateFolder

    try:
        kept = KeptBookmarks(StateFolder(folder))
        place = name_of(file.path, file.window_start, file.windowed)
        if len(book):
            kept.keep(place, to_json(book, name, size))
        else:
            kept.forget(place)
    finally:
        done.set()
