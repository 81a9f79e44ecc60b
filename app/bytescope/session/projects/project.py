"""The bookmarks of all documents together, and of files of a session file that are not open now."""

from __future__ import annotations

import os
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Signal

from bytescope.session.projects.bookmarks import Bookmarks, bookmarks_of

if TYPE_CHECKING:
    from bytescope.core.bookmarks.records import Numbered
    from bytescope.session.session import Session
    from bytescope.session.workspace import Workspace


class Absent(NamedTuple):
    """The bookmarks of a file that is not open."""

    path: bytes
    bookmarks: tuple[Numbered, ...]


def project_of(workspace: Workspace) -> Project:
    """The one of ``workspace``; made when first asked for."""
    found = workspace.findChild(Project)
    return found if isinstance(found, Project) else Project(workspace)


class Project(QObject):
    """Tells of every change of any bookmark, and passes on the wish to go to one of another document."""

    changed = Signal()
    removed = Signal(object, object)
    """A person removed bookmarks: whose (Bookmarks), and which, for ``bring_back``."""

    show_wished = Signal(object)
    """The tab of this session is to come to the front."""

    open_wished = Signal(object, object)
    """This file (bytes) is to be opened, and the caret put at the offset."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self._workspace = workspace
        self._absent: dict[bytes, Absent] = {}
        workspace.opened.connect(self._on_opened)
        workspace.closed.connect(self._on_closed)
        for session in workspace.sessions:
            self._on_opened(session)

    @property
    def open(self) -> list[Bookmarks]:
        """Those of the open documents, in the order in which they were opened."""
        return [bookmarks_of(session) for session in self._workspace.sessions]

    @property
    def absent(self) -> list[Absent]:
        """Those of files that are not open."""
        opened = {s.file.path for s in self._workspace.sessions if s.file is not None}
        return [item for path, item in self._absent.items() if path not in opened]

    def remember(self, path: bytes, bookmarks: tuple[Numbered, ...]) -> None:
        """List the bookmarks of a file also while it is not open."""
        self._absent[os.path.abspath(path)] = Absent(os.path.abspath(path), bookmarks)
        self.changed.emit()

    def found(self, path: bytes, now: bytes) -> None:
        """A file that is listed is at ``now``."""
        item = self._absent.pop(os.path.abspath(path), None)
        if item is not None:
            self.remember(now, item.bookmarks)

    def forget(self) -> None:
        """Another session file is open now, or none."""
        self._absent.clear()
        self.changed.emit()

    def _on_opened(self, session: Session) -> None:
        bookmarks = bookmarks_of(session)
        bookmarks.changed.connect(self.changed)
        bookmarks.removed.connect(partial(self._on_removed, bookmarks))
        self.changed.emit()

    def _on_removed(self, bookmarks: Bookmarks, gone: object) -> None:
        self.removed.emit(bookmarks, gone)

    def _on_closed(self, session: Session) -> None:
        """What was bookmarked in it stays in the list, if it belongs to the session file."""
        if session.file is not None and session.file.path in self._absent:
            from bytescope.core.bookmarks.records import Numbered

            kept = tuple(Numbered(*item) for item in bookmarks_of(session).book.as_saved())
            self._absent[session.file.path] = Absent(session.file.path, kept)
        self.changed.emit()
