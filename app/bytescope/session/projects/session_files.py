"""Gathers what a session file has of the open documents, and opens them again."""

from __future__ import annotations

import os
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from bytescope.core.errors import BytescopeError
from bytescope.core.ranges import ByteRange
from bytescope.core.source.access import Access
from bytescope.core.source.shown import printable_name
from bytescope.session.projects.bookmarks import bookmarks_of
from bytescope.session.projects.project import project_of
from bytescope.session.wording import tr

if TYPE_CHECKING:
    from bytescope.core.sessions.saved import SavedDocument, SavedSession
    from bytescope.core.sessions.whereabouts import Whereabouts
    from bytescope.core.ticket import Ticket
    from bytescope.session.session import Session
    from bytescope.session.workspace import Workspace

LOOK = (
    "scheme",
    "layout",
    "columns",
    "group",
    "byteorder",
    "base",
    "encoding",
    "offset_base",
    "fold",
)
"""What of the look of a document is kept."""

LONGEST_SCHEMA = 1 << 16
KNOWN_ENCODINGS = ("ascii", "latin-1", "cp437", "cp1252", "cp500")


def saved(session: Session, first: int = 0, split: str = "", linked: bool = False) -> SavedDocument | None:
    """What is to be kept of a document whose hex panel begins at ``first``; None where it has no file."""
    from bytescope.core.bookmarks.records import Numbered
    from bytescope.core.sessions.saved import SavedDocument

    file = session.file
    if file is None:
        return None
    book = bookmarks_of(session).book
    book = book if session.live else book.as_saved()
    look: dict[str, Any] = {name: getattr(session.view, name) for name in LOOK}
    if look["encoding"] not in KNOWN_ENCODINGS:
        del look["encoding"]
    picked = session.selection.range
    return SavedDocument(
        path=os.path.abspath(file.path),
        access=file.access.value,
        window=(file.window_start, file.size) if file.windowed else None,
        size=file.opened.size,
        mtime_ns=file.opened.mtime_ns,
        caret=session.selection.caret,
        first=first,
        selection=(picked.start, picked.end) if picked else None,
        look=look,
        bookmarks=tuple(Numbered(*item) for item in book),
        split=split,
        linked=linked,
        identity=(file.opened.device, file.opened.inode),
    )


def absent(workspace: Workspace) -> list[SavedDocument]:
    """Files of which only the bookmarks are known."""
    from bytescope.core.sessions.saved import SavedDocument

    return [
        SavedDocument(item.path, bookmarks=item.bookmarks, open=False)
        for item in project_of(workspace).absent
    ]


def load(path: bytes | str, ticket: Ticket | None = None) -> Whereabouts:
    """Read a session file and look where its files are now; InputError says what is wrong with it."""
    import importlib.resources
    import json

    from bytescope.core.bookmarks.files import read_file
    from bytescope.core.sessions.saved import from_raw
    from bytescope.core.sessions.whereabouts import find_all
    from bytescope.core.ticket import Ticket

    with (importlib.resources.files("bytescope_data") / "schemas" / "session-1.json").open("rb") as file:
        text = file.read(LONGEST_SCHEMA)
    folder = os.path.dirname(os.path.abspath(os.fsencode(path)))
    session = from_raw(read_file(path), folder, json.loads(text))
    return find_all(session, folder, ticket or Ticket())


class Restoring(QObject):
    """Opens the files of a session one after the other; what cannot be opened is said, the rest goes on."""

    opened = Signal(object, object)
    """A document is there again (Session), and what was kept of it (SavedDocument)."""

    ended = Signal()

    def __init__(self, workspace: Workspace, found: Whereabouts) -> None:
        super().__init__(workspace)
        self._workspace = workspace
        self.complaints: list[str] = [
            tr("“{name}” is at “{path}” now.", name=_name(old), path=printable_name(new))
            for old, new in found.moved
        ]
        """What was not as it should be; of files that are opened in jobs the workspace tells itself."""
        self.restored: list[tuple[Session, SavedDocument]] = []
        wanted = found.session.documents
        missing = set(found.missing)
        self.missing = [item for item in wanted if item.open and item.path in missing]
        """Those that were not found."""
        self._waiting = [item for item in wanted if item.open and item.path not in missing]

    def remember(self, session: SavedSession) -> None:
        """List the bookmarks of all files of ``session``, and no longer those of another one."""
        project = project_of(self._workspace)
        project.forget()
        for item in session.documents:
            project.remember(item.path, item.bookmarks)

    def start(self) -> None:
        """Open the files in jobs, in their order."""
        self._workspace.opened.connect(self._on_opened)
        for item in self._waiting:
            self._workspace.open(*_opening(item))
        # The same lane, so after all of them, whether they could be opened or not.
        self._workspace.jobs.run(
            "Session", _nothing, partial(self._end), partial(self._end), lane="open", queued=True
        )

    def open_now(self) -> None:
        """The same in this thread, for the command line."""
        self._workspace.opened.connect(self._on_opened)
        for item in list(self._waiting):
            try:
                if self._workspace.open_now(*_opening(item)) is None:
                    self._workspace.open(*_opening(item))  # there is something to be asked about first
            except BytescopeError as error:
                self.complaints.append(str(error))
        self._end()

    def _on_opened(self, session: Session) -> None:
        item = next((item for item in self._waiting if _is(session, item)), None)
        if item is None:
            return
        self._waiting.remove(item)
        complaint = _put(session, item)
        if complaint:
            self.complaints.append(complaint)
        self.restored.append((session, item))
        self.opened.emit(session, item)

    def _end(self, _: object = None) -> None:
        self._workspace.opened.disconnect(self._on_opened)
        self.ended.emit()
        self.deleteLater()


def _opening(item: SavedDocument) -> tuple[bytes, Access, int, int | None]:
    offset, length = item.window if item.window is not None else (0, None)
    return item.path, Access(item.access), offset, length


def _is(session: Session, item: SavedDocument) -> bool:
    file = session.file
    window = item.window or (0, None)
    return file is not None and os.path.abspath(file.path) == item.path and file.window_start == window[0]


def _put(session: Session, item: SavedDocument) -> str:
    """Look, place and bookmarks as they were; what lies behind the end is left out. A complaint, or ""."""
    bookmarks_of(session).take(item.bookmarks)
    session.set_view(**item.look)
    picked = ByteRange(*item.selection) if item.selection is not None else None
    if picked:
        session.select(picked.intersect(ByteRange(0, session.size)), min(item.caret, session.size))
    else:
        session.set_caret(item.caret)
    file = session.file
    if file is None or item.size is None:
        return ""
    if (file.opened.size, file.opened.mtime_ns) != (item.size, item.mtime_ns):
        return tr(
            "“{name}” was changed since the session was saved; its places and bookmarks are those of then.",
            name=printable_name(session.name),
        )
    return ""


def _name(path: bytes) -> str:
    return printable_name(os.path.basename(path))


def _nothing(ticket: Ticket) -> None:
    pass
