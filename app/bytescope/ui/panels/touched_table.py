"""The table of touched pages: goes where a row is, copies rows, says what will be here while it is empty."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelection, QItemSelectionModel, Qt, Signal
from PySide6.QtGui import QAction, QGuiApplication, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QLabel, QTableView, QVBoxLayout, QWidget

from bytescope.core.ranges import PageRange
from bytescope.core.touched.listing import Column
from bytescope.ui.panels.touched_model import TouchedModel
from bytescope.ui.widgets.tips import tr

if TYPE_CHECKING:
    from bytescope.core.touched.listing import Listing

WIDTHS = {
    Column.PAGE: "000,000,000 – 000,000,000",
    Column.OFFSET: "0x000000000000",
    Column.COUNT: "000,000 of 000",
    Column.WHY: "Edited, Kernel-dirty, Written by a process",
    Column.WHEN: "0000-00-00 00:00:00",
    Column.WHO: "another program, 000000",
}
"""What a column has room for at first."""


class TouchedTable(QTableView):
    """``picked`` has the pages (PageRange) from the first to the last selected row, by mouse or keyboard."""

    picked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("touched.table")
        self.setAccessibleName(tr("Touched pages"))
        self.rows = TouchedModel(self)
        self._mending = False
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setShowGrid(False)
        self.setAlternatingRowColors(True)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + 6)
        self.setModel(self.rows)
        self._make_header()
        self._make_actions()
        self._empty = QLabel(self.viewport())
        self._empty.setTextFormat(Qt.TextFormat.PlainText)
        self._empty.setObjectName("touched.empty")
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._empty.setWordWrap(True)
        self._empty.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        QVBoxLayout(self.viewport()).addWidget(self._empty)
        self.clicked.connect(self._tell)
        self.activated.connect(self._tell)

    def _make_header(self) -> None:
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setStretchLastSection(True)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for column, text in WIDTHS.items():
            self.setColumnWidth(column, self.fontMetrics().horizontalAdvance(text) + 24)
        self.setSortingEnabled(True)
        self.sortByColumn(Column.PAGE, Qt.SortOrder.AscendingOrder)

    def _make_actions(self) -> None:
        copy = QAction(tr("&Copy Rows"), self)
        copy.setObjectName("action.touched.copy")
        copy.setShortcut(QKeySequence(QKeySequence.StandardKey.Copy))
        copy.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        copy.triggered.connect(self.copy)
        self.addAction(copy)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)

    def show_rows(self, rows: Listing | None, empty: str) -> None:
        """Show another listing, with the same row selected; ``empty`` is said where it has no rows."""
        if rows is not self.rows.rows:
            kept = self._kept()
            self._mending = True
            self.rows.show_rows(rows)
            self._select(kept)
            self._mending = False
        self._empty.setText(empty)
        self._empty.setVisible(not self.rows.rowCount())

    def copy(self) -> None:
        """The selected rows to the clipboard, a line each, the columns apart by tabs."""
        lines = [self.rows.text(at) for top, bottom in self._parts() for at in range(top, bottom + 1)]
        if lines:
            QGuiApplication.clipboard().setText("\n".join(lines) + "\n")

    # -- inside -------------------------------------------------------------------------------

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        super().selectionChanged(selected, deselected)
        if not self._mending:
            self._tell()

    def _tell(self, _: object = None) -> None:
        pages = self.rows.hull(self._parts())
        if pages is not None:
            self.picked.emit(pages)

    def _parts(self) -> list[tuple[int, int]]:
        """The selected rows as runs, in the order in which they are shown."""
        picked = self.selectionModel().selection()
        parts = (picked.at(at) for at in range(picked.count()))
        return sorted((part.top(), part.bottom()) for part in parts)

    def _kept(self) -> PageRange | None:
        """The pages of the selected row; of several nothing is kept, as others may have come between."""
        parts = self._parts()
        return self.rows.hull(parts) if len(parts) == 1 and parts[0][0] == parts[0][1] else None

    def _select(self, pages: PageRange | None) -> None:
        at = None if pages is None else self.rows.place_of(pages.first)
        if at is not None:
            flags = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
            self.selectionModel().setCurrentIndex(self.rows.index(at, 0), flags)
