"""The commands of the Bookmarks menu."""

from __future__ import annotations

import os
from functools import partial, partialmethod
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog

from bytescope.core.source.shown import printable_name
from bytescope.session.projects.bookmarks import Bookmarks, bookmarks_of
from bytescope.session.projects.project import project_of
from bytescope.ui.commands.of_document import DocumentCommands
from bytescope.ui.widgets.tips import tr, tr_later, tr_n

if TYPE_CHECKING:
    from bytescope.core.bookmarks.book import Book
    from bytescope.core.bookmarks.bookmark import Bookmark
    from bytescope.core.bookmarks.records import Numbered
    from bytescope.core.ticket import Ticket
    from bytescope.session.session import Session
    from bytescope.ui.document_view import DocumentView
    from bytescope.ui.window import Window

READ = tr_later("Bookmarks (*.json *.csv);;All files (*)")
FORMATS = {"JSON (*.json)": "json", "CSV (*.csv)": "csv"}


class BookmarkCommands(DocumentCommands):
    """Makes bookmarks and goes to them; shows their list."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._wanted: dict[bytes, int] = {}

    def follow(self) -> None:
        """Do what the list of bookmarks wishes of the window, and say what was removed."""
        project = project_of(self._window.workspace)
        project.removed.connect(self._on_removed)
        project.show_wished.connect(self._on_show_wished)
        project.open_wished.connect(self._on_open_wished)
        self._window.workspace.opened.connect(self._on_opened)

    # -- one bookmark -------------------------------------------------------------------------

    def add(self) -> None:
        number = self._here.add_here()
        if number is not None:
            self._name(number)

    def rename(self) -> None:
        number = self._at_caret()
        if number is not None:
            self._name(number)

    def remove(self) -> None:
        number = self._at_caret()
        if number is not None:
            self._here.remove([number])

    def remove_all(self) -> None:
        self._here.remove([number for number, _ in self._here.book])

    def next(self) -> None:
        self._here.step(forward=True)

    def previous(self) -> None:
        self._here.step(forward=False)

    def go(self, number: int) -> None:
        """To the bookmark with a number, as the list has it."""
        self._here.go(number)

    go_1 = partialmethod(go, 1)
    go_2 = partialmethod(go, 2)
    go_3 = partialmethod(go, 3)
    go_4 = partialmethod(go, 4)
    go_5 = partialmethod(go, 5)
    go_6 = partialmethod(go, 6)
    go_7 = partialmethod(go, 7)
    go_8 = partialmethod(go, 8)
    go_9 = partialmethod(go, 9)

    def show_list(self) -> None:
        if self._window.docks is not None:
            self._window.docks.show("bookmarks")

    # -- files --------------------------------------------------------------------------------

    def take(self) -> None:
        path, _ = QFileDialog.getOpenFileName(
            self._window, tr("Import Bookmarks"), self._window.files.folder(), tr(READ)
        )
        if path:
            self.import_file(path)

    def import_file(self, path: str) -> None:
        """Add the bookmarks of a file to the document in front."""
        here = self._here
        here.session.jobs.run(
            "Import bookmarks", partial(_read, path), partial(self._on_read, here), here.session.fail
        )

    def export(self) -> None:
        here = self._here
        if not len(here.book):
            self._view.tell("info", tr("There is no bookmark in this document; Ctrl+B makes one."))
            return
        proposed = os.path.join(self._window.files.folder(), f"{here.session.name}-bookmarks.json")
        path, chosen = QFileDialog.getSaveFileName(
            self._window, tr("Export Bookmarks"), proposed, ";;".join(FORMATS)
        )
        if path:
            form = "csv" if path.lower().endswith(".csv") else FORMATS.get(chosen, "json")
            self.export_file(path, "json" if path.lower().endswith(".json") else form)

    def export_file(self, path: str, form: str) -> None:
        """Write the bookmarks of the document in front."""
        here = self._here
        session = here.session
        work = partial(_write, path, form, here.book.copy(), session.name, session.size)
        session.jobs.run("Export bookmarks", work, partial(self._on_written, here), session.fail)

    # -- inside -------------------------------------------------------------------------------

    @property
    def _here(self) -> Bookmarks:
        return bookmarks_of(self._session)

    def _at_caret(self) -> int | None:
        selection = self._session.selection
        number = self._here.book.at(selection.range.start if selection.range else selection.caret)
        if number is None:
            self._view.tell("info", tr("There is no bookmark at the caret; Ctrl+B makes one."))
        return number

    def _name(self, number: int) -> None:
        """Type the name in the list; then the keyboard is in the bytes again."""
        from bytescope.ui.panels.bookmarks import BookmarksPanel

        if self._window.docks is None:
            return
        panel = self._window.docks.show("bookmarks")
        if isinstance(panel, BookmarksPanel):
            panel.left.connect(self._on_named)
            panel.name(number)

    def _on_named(self) -> None:
        panel = self.sender()
        if panel is not None:
            panel.left.disconnect(self._on_named)  # type: ignore[attr-defined]
        if self._window.current is not None:
            self._window.current.hex_in_use.setFocus()

    def _on_read(self, here: Bookmarks, found: list[Numbered]) -> None:
        added = here.take(found)
        more = len(found) - added
        here.session.told.emit(
            "info",
            tr_n(
                added,
                "{n} bookmark was added; {more:,} were here already.",
                "{n} bookmarks were added; {more:,} were here already.",
                more=more,
            )
            if more
            else tr_n(added, "{n} bookmark was added.", "{n} bookmarks were added."),
        )

    def _on_written(self, here: Bookmarks, path: str) -> None:
        here.session.told.emit(
            "info", tr("The bookmarks were written to “{name}”.", name=printable_name(path))
        )

    def _on_removed(self, here: Bookmarks, gone: list[tuple[int, Bookmark]]) -> None:
        said = tr_n(len(gone), "{n} bookmark was removed.", "{n} bookmarks were removed.")
        for view in self._window.views:
            if view.session is here.session:
                again = partial(self._bring_back, view, here, gone)
                view.tell("info", said, [(tr("Bring Back"), again)])

    def _bring_back(self, view: DocumentView, here: Bookmarks, gone: list[tuple[int, Bookmark]]) -> None:
        here.bring_back(gone)
        view.strip.hide()

    def _on_show_wished(self, session: Session) -> None:
        for view in self._window.views:
            if view.session is session:
                self._window.show_view(view)

    def _on_open_wished(self, path: bytes, offset: int) -> None:
        self._wanted[path] = offset
        self._window.workspace.open(path)

    def _on_opened(self, session: Session) -> None:
        offset = self._wanted.pop(session.file.path, None) if session.file is not None else None
        if offset is not None:
            session.go_to(offset)


def _read(path: str, ticket: Ticket) -> list[Numbered]:
    from bytescope.core.bookmarks.files import parse, read_file

    return parse(read_file(path))


def _write(path: str, form: str, book: Book, name: str, size: int, ticket: Ticket) -> str:
    from bytescope.core.bookmarks.files import to_csv, to_json, write_file

    write_file(path, to_csv(book) if form == "csv" else to_json(book, name, size))
    return path
