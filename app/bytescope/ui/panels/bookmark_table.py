"""The table of bookmarks: goes where a row is, edits cells in place, removes and copies rows."""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QAction, QGuiApplication, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QComboBox,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from bytescope.core.bookmarks.bookmark import INK_NAMES
from bytescope.ui.panels.bookmark_model import TITLES, TYPED, BookmarkModel, Column, Row, swatch
from bytescope.ui.widgets.tips import tr

WIDTHS = {
    Column.NUMBER: "000,000",
    Column.COLOUR: "MMMM Orange",
    Column.NAME: "Name of a bookmark, rather long",
    Column.START: "0x00000000000",
    Column.LENGTH: "000,000,000",
    Column.PAGE: "000,000,000",
    Column.NOTE: "A note that says what is there and why",
}
"""What a column has room for at first."""

Index = QModelIndex | QPersistentModelIndex


class BookmarkTable(QTableView):
    """``picked``: go to this row; ``removal_wished``: the rows that are to go; ``named``: editing ended."""

    picked = Signal(object)
    removal_wished = Signal(list)
    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("bookmarks.table")
        self.setAccessibleName(tr("Bookmarks"))
        self.rows = BookmarkModel(self)
        self._cells = _Cells(self)
        self.setItemDelegate(self._cells)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.EditKeyPressed | QAbstractItemView.EditTrigger.DoubleClicked
        )
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setShowGrid(False)
        self.setAlternatingRowColors(True)
        self.setIconSize(QSize(28, 14))
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + 6)
        self.setModel(self.rows)
        self._make_header()
        self._make_actions()
        self.clicked.connect(self._tell)
        self.activated.connect(self._tell)
        self._cells.closeEditor.connect(self._on_closed)

    def _make_header(self) -> None:
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setStretchLastSection(True)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for column, text in WIDTHS.items():
            self.setColumnWidth(column, self.fontMetrics().horizontalAdvance(text) + 24)
        self.setSortingEnabled(True)
        self.sortByColumn(Column.START, Qt.SortOrder.AscendingOrder)

    def _make_actions(self) -> None:
        for key, text, keys, act in (
            ("go", tr("&Go There"), "", self._tell),
            ("rename", tr("Re&name"), "", self.rename),
            ("remove", tr("&Remove"), "Del", self._remove),
            ("copy", tr("&Copy Rows"), "Ctrl+C", self.copy),
        ):
            action = QAction(text, self)
            action.setObjectName(f"action.bookmarks.{key}")
            action.setShortcut(QKeySequence(keys))
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
            action.triggered.connect(act)
            self.addAction(action)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)

    def chosen(self) -> list[Row]:
        """The selected rows in the order in which they are shown."""
        places = sorted(index.row() for index in self.selectionModel().selectedRows())
        return [row for row in (self.rows.row(at) for at in places) if row is not None]

    def choose(self, at: int) -> None:
        """Select one row and have it in sight."""
        self.selectRow(at)
        self.setCurrentIndex(self.rows.index(at, Column.NAME))
        self.scrollTo(self.rows.index(at, Column.NAME))

    @property
    def typing(self) -> bool:
        """Whether a cell is being typed into."""
        return self.state() == QAbstractItemView.State.EditingState

    def rename(self, _: bool = False) -> None:
        """Type another name for the current row."""
        index = self.rows.index(self.currentIndex().row(), Column.NAME)
        if index.flags() & Qt.ItemFlag.ItemIsEditable and not self.typing:
            self.setCurrentIndex(index)
            self.edit(index)

    def copy(self, _: bool = False) -> None:
        """The selected rows to the clipboard, a line each, the columns apart by tabs."""
        places = sorted(index.row() for index in self.selectionModel().selectedRows())
        if places:
            QGuiApplication.clipboard().setText("\n".join(self.rows.text(at) for at in places) + "\n")

    def _tell(self, _: object = None) -> None:
        row = self.rows.row(self.currentIndex().row())
        if row is not None:
            self.picked.emit(row)

    def _remove(self, _: bool = False) -> None:
        rows = self.chosen()
        if rows:
            self.removal_wished.emit(rows)

    def moveCursor(
        self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        """Tab in a cell leads to the next of the row that can be typed into; from the last it ends typing."""
        steps = {QAbstractItemView.CursorAction.MoveNext: 1, QAbstractItemView.CursorAction.MovePrevious: -1}
        if action not in steps:
            return super().moveCursor(action, modifiers)
        here = self.currentIndex()
        at = TYPED.index(Column(here.column())) + steps[action] if here.column() in TYPED else -1
        return self.rows.index(here.row(), TYPED[at]) if 0 <= at < len(TYPED) else QModelIndex()

    def _on_closed(self, _editor: QWidget, _hint: QAbstractItemDelegate.EndEditHint) -> None:
        if not self.typing:  # Tab has led to another cell
            self.edited.emit()


class _Cells(QStyledItemDelegate):
    """Makes the editors: a list for colours, a line for the rest."""

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        if index.column() == Column.COLOUR:
            editor: QWidget = _colours(parent)
        else:
            editor = super().createEditor(parent, option, index)
        editor.setObjectName("bookmarks.cell")
        editor.setAccessibleName(tr("{title} of the bookmark", title=tr(TITLES[Column(index.column())])))
        return editor

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        if isinstance(editor, QComboBox):
            editor.setCurrentIndex(int(index.data(Qt.ItemDataRole.EditRole)))
        else:
            super().setEditorData(editor, index)

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        if isinstance(editor, QComboBox):
            model.setData(index, editor.currentIndex(), Qt.ItemDataRole.EditRole)
        else:
            super().setModelData(editor, model, index)


def _colours(parent: QWidget) -> QComboBox:
    box = QComboBox(parent)
    box.setIconSize(QSize(28, 14))
    for ink, name in enumerate(INK_NAMES):
        box.addItem(swatch(ink), name)
    return box
