"""The dock that lists bookmarks: of the document in front, or of all of them and of remembered files."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from bytescope.session.projects.bookmarks import Bookmarks, bookmarks_of
from bytescope.session.projects.project import Project, project_of
from bytescope.session.workspace import Workspace
from bytescope.ui.panels.bookmark_model import Column, Row
from bytescope.ui.panels.bookmark_table import BookmarkTable
from bytescope.ui.widgets.steady_label import SteadyLabel
from bytescope.ui.widgets.tips import tr, tr_later, tr_n

if TYPE_CHECKING:
    from bytescope.session.session import Session

NO_DOCUMENT = tr_later("Open a document to bookmark places in it.")
NONE_YET = tr_later(
    "Select bytes and press Ctrl+B: they get a name, a colour and a note, are coloured beside the bytes and "
    "marked on the map, and follow every edit."
)
NONE_SUCH = tr_later("No bookmark has this in its name or note.")
PERIOD_MS = 60
"""Changes that come fast (typing before many bookmarks) are shown together."""


class BookmarksPanel(QWidget):
    """A filter, whose bookmarks, and the table; each wish goes to the bookmarks of its document."""

    left = Signal()
    """A new bookmark got its name: the keyboard goes back to the bytes."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bookmarks: Bookmarks | None = None
        self._project: Project | None = None
        self._naming = False
        self.table = BookmarkTable(self)
        self.filter = QLineEdit(self)
        self.scope = QComboBox(self)
        self._summary = SteadyLabel(self, greedy=True)
        self._empty = QLabel(self.table.viewport())
        self.remove = QPushButton(tr("&Remove"), self)
        self._timer = QTimer(self, singleShot=True, interval=PERIOD_MS)
        self._lay_out()
        self.setFocusProxy(self.table)
        self._timer.timeout.connect(self.refresh)
        self.filter.textChanged.connect(self.refresh)
        self.scope.currentIndexChanged.connect(self.refresh)
        self.table.picked.connect(self._on_picked)
        self.table.removal_wished.connect(self._on_removal)
        self.table.edited.connect(self._on_edited)
        self.table.rows.refused.connect(self._on_refused)
        self.remove.clicked.connect(self._on_remove)
        self.refresh()

    def _lay_out(self) -> None:
        self._empty.setTextFormat(Qt.TextFormat.PlainText)
        self._empty.setObjectName("bookmarks.empty")
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._empty.setWordWrap(True)
        self._empty.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        QVBoxLayout(self.table.viewport()).addWidget(self._empty)
        self.filter.setObjectName("bookmarks.filter")
        self.filter.setAccessibleName(tr("Show only bookmarks whose name or note has this text"))
        self.filter.setPlaceholderText(tr("Filter by name or note"))
        self.filter.setClearButtonEnabled(True)
        self.scope.setObjectName("bookmarks.scope")
        self.scope.setAccessibleName(tr("Whose bookmarks are listed"))
        self.scope.addItems([tr("This document"), tr("All documents")])
        self._summary.setObjectName("bookmarks.summary")
        self._summary.setAccessibleName(tr("How many bookmarks are listed"))
        self.remove.setObjectName("bookmarks.remove")
        self.remove.setAccessibleName(tr("Remove the selected bookmarks"))
        head = QHBoxLayout()
        head.addWidget(self.filter, 1)
        head.addWidget(self.scope)
        foot = QHBoxLayout()
        foot.addWidget(self._summary, 1)
        foot.addWidget(self.remove)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(4, 2, 4, 4)
        layout.setSpacing(3)
        layout.addLayout(head)
        layout.addWidget(self.table, 1)
        layout.addLayout(foot)

    # -- what is shown ------------------------------------------------------------------------

    def show_session(self, session: Session | None) -> None:
        """List the bookmarks of ``session`` from now on."""
        workspace = session.parent() if session is not None else None
        if self._project is None and isinstance(workspace, Workspace):
            self._project = project_of(workspace)
            self._project.changed.connect(self._later)
            workspace.closed.connect(self._on_closed)
        before = self._bookmarks
        self._bookmarks = bookmarks_of(session) if session is not None else None
        if before is not self._bookmarks:
            self.refresh()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.refresh()

    def name(self, number: int) -> None:
        """Have the name of a bookmark of this document typed, and the keyboard go back then."""
        self.filter.clear()
        self.refresh()
        at = self.table.rows.place_of((self._bookmarks, number))
        if at is not None:
            self._naming = True
            self.table.setFocus()
            self.table.choose(at)
            self.table.rename()

    def _later(self) -> None:
        if self.isVisible() and not self._timer.isActive():
            self._timer.start()

    def refresh(self, _: object = None) -> None:
        """Bring the table in line; the selected row stays selected. What is being typed comes first."""
        if self.isVisible() and not self.table.typing:
            self._list()

    def _on_closed(self, session: Session) -> None:
        """Its bookmarks go at once: there is nobody who could take what is being typed into one of them."""
        if self._bookmarks is not None and self._bookmarks.session is session:
            self._bookmarks = None
        if self.table.rows.has_any_of(session):
            self._list()

    def _list(self) -> None:
        """Make the table anew, also while somebody types into it."""
        named, self._naming = self._naming, self._naming and not self.table.typing
        everywhere = self.scope.currentIndex() == 1 and self._project is not None
        kept = [row.key for row in self.table.chosen()][:1]
        if everywhere and self._project is not None:
            open_, absent = self._project.open, self._project.absent
        else:
            open_, absent = [self._bookmarks] if self._bookmarks is not None else [], []
        self.table.rows.show_rows(open_, absent, self.filter.text().strip())
        self.table.setColumnHidden(Column.FILE, not everywhere)
        at = self.table.rows.place_of(kept[0]) if kept else None
        if at is not None:
            self.table.choose(at)
        count, total = self.table.rows.rowCount(), self.table.rows.total
        self._empty.setText(self._why_empty())
        self._empty.setVisible(not count)
        all_of = tr_n(total, "{n} bookmark", "{n} bookmarks")
        self._summary.setText(
            ""
            if not total
            else all_of
            if count == total
            else tr("{count:,} of {all}", count=count, all=all_of)
        )
        self.remove.setEnabled(bool(count))
        if named and not self._naming:
            self.left.emit()

    def _why_empty(self) -> str:
        if self._bookmarks is None and self.scope.currentIndex() == 0:
            return tr(NO_DOCUMENT)
        return tr(NONE_SUCH if self.table.rows.total else NONE_YET)

    # -- wishes -------------------------------------------------------------------------------

    def _on_picked(self, row: Row) -> None:
        project = self._project
        if row.owner is None:
            if project is not None:
                project.open_wished.emit(row.file, row.bookmark.range.start)
            return
        if row.owner is not self._bookmarks and project is not None:
            project.show_wished.emit(row.owner.session)
        row.owner.go(row.number)

    def _on_remove(self) -> None:
        rows = self.table.chosen()
        if rows:
            self._on_removal(rows)

    def _on_removal(self, rows: list[Row]) -> None:
        for owner in dict.fromkeys(row.owner for row in rows if row.owner is not None):
            numbers = [row.number for row in rows if row.owner is owner]
            owner.remove(numbers)
        self.refresh()

    def _on_edited(self) -> None:
        self._later()
        if self._naming:
            self._naming = False
            self.left.emit()

    def _on_refused(self, sentence: str) -> None:
        if self._bookmarks is not None:
            self._bookmarks.session.told.emit("warning", sentence)
