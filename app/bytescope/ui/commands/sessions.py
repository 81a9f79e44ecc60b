"""Opens and writes session files, and lists those that were used last."""

from __future__ import annotations

import os
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFileDialog

from bytescope.core.errors import BytescopeError
from bytescope.core.source.shown import printable_name, quoted_name
from bytescope.session.projects.project import project_of
from bytescope.session.projects.session_files import Restoring, absent, load, saved
from bytescope.session.settings import Recent
from bytescope.ui import layout_memory
from bytescope.ui.widgets.tips import tr, tr_later, tr_n

if TYPE_CHECKING:
    from bytescope.core.sessions.saved import SavedDocument, SavedSession
    from bytescope.core.sessions.whereabouts import Whereabouts
    from bytescope.core.ticket import Ticket
    from bytescope.session.session import Session
    from bytescope.ui.document_view import DocumentView
    from bytescope.ui.splitting import Way
    from bytescope.ui.window import Window

FILES = tr_later("Sessions (*.bytescope);;All files (*)")


class SessionCommands(QObject):
    """What a session file has of a window, and back."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        self._workspace = window.workspace
        self._recent: list[QAction] = []
        self._complaints: list[str] = []
        self._missing: list[SavedDocument] = []

    def follow(self) -> None:
        """List the sessions that were used last in their menu."""
        self._window.menus["sessions"].aboutToShow.connect(self._fill)

    # -- writing ------------------------------------------------------------------------------

    def save_as(self) -> None:
        proposed = os.path.join(self._window.files.folder(), "session.bytescope")
        path, _ = QFileDialog.getSaveFileName(self._window, tr("Save Session As"), proposed, tr(FILES))
        if path:
            self.save(path if os.path.splitext(path)[1] else f"{path}.bytescope")

    def save(self, path: str) -> None:
        """Write the session of this window to ``path``."""
        session = self._gathered()
        left_out = len(self._window.views) - sum(item.open for item in session.documents)
        self._workspace.jobs.run(
            "Save session",
            partial(_write, path, session),
            partial(self._on_saved, path, left_out),
            self._on_failed,
        )

    def _gathered(self) -> SavedSession:
        from bytescope.core.sessions.saved import SavedSession

        window = self._window
        documents: list[SavedDocument] = []
        current = 0
        for view in window.views:
            item = self._saved(view)
            if item is not None:
                if view is window.current:
                    current = len(documents)
                documents.append(item)
        layout = {}
        if window.docks is not None:
            layout["docks"] = window.docks.places()
        if window.current is not None:
            layout["splitter"] = layout_memory.joined(window.current.splitter.sizes())
        if window.area.second is not None:
            layout["sides"] = layout_memory.joined(window.area.sizes())
        return SavedSession((*documents, *absent(self._workspace)), current, layout)

    def _saved(self, view: DocumentView) -> SavedDocument | None:
        """A document as it is shown; None where it has no file."""
        area, split = self._window.area, view.split
        if split is None:
            item = saved(view.session, view.hex.first_offset)
        else:
            first, second = split.places
            item = saved(view.session, first.first, split.way, split.linked)
            picked = first.selection.range
            if item is not None:
                item = item._replace(
                    caret=first.selection.caret,
                    selection=(picked.start, picked.end) if picked else None,
                    second=(second.first, second.selection.caret),
                )
        return item and item._replace(side=area.side_of(view), front=area.is_front(view))

    def _on_saved(self, path: str, left_out: int, _: None) -> None:
        self._remember(path)
        name = printable_name(path)
        self._window.tell(
            "info",
            tr_n(
                left_out,
                "The session was written to “{name}”. {n} document without a file cannot be in it.",
                "The session was written to “{name}”. {n} documents without a file cannot be in it.",
                name=name,
            )
            if left_out
            else tr("The session was written to “{name}”.", name=name),
        )

    # -- opening ------------------------------------------------------------------------------

    def open(self) -> None:
        path, _ = QFileDialog.getOpenFileName(
            self._window, tr("Open Session"), self._window.files.folder(), tr(FILES)
        )
        if path:
            self.open_file(path)

    def open_file(self, path: str, checked: bool = False) -> None:
        """Open the files of a session beside those that are open."""
        self._workspace.jobs.run(
            "Read session", partial(load, path), partial(self._on_loaded, path), self._on_failed, lane="open"
        )

    def open_now(self, path: str) -> None:
        """The same in this thread, for the command line; raises InputError."""
        self._begun(path, load(path)).open_now()

    def _on_loaded(self, path: str, found: Whereabouts) -> None:
        self._begun(path, found).start()

    def _begun(self, path: str, found: Whereabouts) -> Restoring:
        self._remember(path)
        layout = found.session.layout
        if "docks" in layout:
            self._workspace.remember(docks=layout["docks"], docks_open=True)
            layout_memory.restore_docks(self._window)
        restoring = self._restoring(found)
        restoring.remember(found.session)
        return restoring

    def _restoring(self, found: Whereabouts) -> Restoring:
        restoring = Restoring(self._workspace, found)
        restoring.opened.connect(partial(self._on_opened, found.session))
        restoring.ended.connect(partial(self._on_ended, found.session, restoring))
        return restoring

    def _on_opened(self, wanted: SavedSession, session: Session, item: SavedDocument) -> None:
        view = self._view_of(session)
        if view is not None:
            if "splitter" in wanted.layout:
                view.set_split(layout_memory.split(wanted.layout["splitter"]))
            if item.split:
                way: Way = "below" if item.split == "below" else "beside"
                self._window.commands.split.split(view, way, item.linked)
            view.hex.scroll_to(item.first)
            if view.split is not None and item.second is not None:
                view.split.put_second(*item.second)

    def _on_ended(self, wanted: SavedSession, restoring: Restoring) -> None:
        """Each side has its documents again; those that were in front are, if their files could be opened."""
        views = [(self._view_of(session), item) for session, item in restoring.restored]
        restored = [(view, item) for view, item in views if view is not None]
        if "sides" in wanted.layout and {item.side for _, item in restored} == {0, 1}:
            for view, item in restored:
                self._window.area.transfer(view, item.side)
            sizes = layout_memory.parted(wanted.layout["sides"])
            if sizes:
                self._window.area.setSizes(sizes)
        front = wanted.documents[wanted.current] if wanted.current < len(wanted.documents) else None
        for view, item in sorted(restored, key=lambda pair: (pair[1] is front, pair[1].front)):
            if item.front or item is front:
                self._window.show_view(view)
                view.hex_to_use.setFocus()
        self._complaints += restoring.complaints
        self._missing = restoring.missing
        if self._window.loading.has_map:
            self._complain()
        else:  # what is said before is not seen
            self._window.loading.map_shown.connect(self._complain)

    def _view_of(self, session: Session) -> DocumentView | None:
        return next((view for view in self._window.views if view.session is session), None)

    # -- files that are not there -------------------------------------------------------------

    def _complain(self) -> None:
        """Say what was not as it should be, and ask for the files that were not found."""
        complaints, self._complaints = self._complaints[:5], []
        if not self._missing:
            if complaints:
                self._window.tell("warning", " ".join(complaints))
            return
        names = ", ".join(quoted_name(os.path.basename(item.path)) for item in self._missing[:3])
        more = len(self._missing) - 3
        asked = tr_n(
            len(self._missing),
            "{n} file of the session was not found: {names}. Say where it is now, or go on without it.",
            "{n} files of the session were not found: {names}. Say where they are, or go on without them.",
            names=f"{names}, …" if more > 0 else names,
        )
        teller = self._window.current or self._window.start
        teller.tell("warning", " ".join([asked, *complaints]), [(tr("Locate…"), self.locate)])

    def locate(self) -> None:
        """Ask where the first of the missing files is now, and open it and those that moved with it."""
        from bytescope.core.sessions.saved import SavedSession
        from bytescope.core.sessions.whereabouts import Whereabouts, beside

        if not self._missing:
            return
        item, *others = self._missing
        title = tr("Where {name} Is Now", name=quoted_name(os.path.basename(item.path)))
        path, _ = QFileDialog.getOpenFileName(self._window, title, self._window.files.folder())
        if not path:
            return
        now = os.path.abspath(os.fsencode(path))
        places = beside(others, item, now) | {item.path: now}
        project = project_of(self._workspace)
        for old, new in places.items():
            project.found(old, new)
        found = [old._replace(path=places.get(old.path, old.path)) for old in self._missing]
        left = tuple(old.path for old in self._missing if old.path not in places)
        self._restoring(Whereabouts(SavedSession(tuple(found)), (), left)).start()

    # -- inside -------------------------------------------------------------------------------

    def _on_failed(self, error: Exception) -> None:
        if not isinstance(error, BytescopeError):
            raise error
        self._window.tell("error", str(error))

    def _remember(self, path: str) -> None:
        recent = Recent(self._workspace.settings.sessions).opened(path)
        self._workspace.remember(sessions=recent.paths)

    def _fill(self) -> None:
        menu = self._window.menus["sessions"]
        for action in self._recent:
            menu.removeAction(action)
            action.deleteLater()
        self._recent = []
        for path in self._workspace.settings.sessions:
            if not self._recent:
                self._recent.append(menu.addSeparator())
            action = menu.addAction(printable_name(path).replace("&", "&&"))
            action.triggered.connect(partial(self.open_file, path))
            self._recent.append(action)


def _write(path: str, session: SavedSession, ticket: Ticket) -> None:
    from bytescope.core.bookmarks.files import write_file
    from bytescope.core.sessions.saved import to_text

    write_file(path, to_text(session, os.path.dirname(os.path.abspath(os.fsencode(path)))))
