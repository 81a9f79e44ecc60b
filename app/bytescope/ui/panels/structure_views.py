"""The views of a structure: the tree of its fields, and the table of an array."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QAction, QGuiApplication, QKeySequence, QPainter, QPaintEvent, QRegion
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyleOptionViewItem,
    QTableView,
    QTreeView,
    QWidget,
)

from bytescope.core.inspect.kind import Order
from bytescope.core.structs.placed import Laid
from bytescope.ui.panels.structure_table import ElementTable
from bytescope.ui.panels.structure_tree import VALUE, StructureTree
from bytescope.ui.widgets.plain_cells import PlainCells, PlainText, TextPainter
from bytescope.ui.widgets.tips import tr
from bytescope.ui.widgets.value_delegate import Index, ValueDelegate

if TYPE_CHECKING:
    from bytescope.session.session import Session

MOST_OPEN = 500
"""Open branches that are opened again when the structure is laid anew."""
LETTERS = (22, 24, 16, 12, 8)
"""Widths of the columns of the tree."""
FITTED = 16
"""Rows that the columns of the table are as wide as."""
WIDEST = 38
"""Letters of a column of the table that was not made wider."""


class FieldTree(QTreeView):
    """Enter and F2 edit the current value, Ctrl+C copies it, Ctrl+Enter goes there (``gone``)."""

    gone = Signal(QModelIndex)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("structures.tree")
        self.setAccessibleName(tr("Fields of the structure"))
        self.fields = StructureTree(self)
        self.values = ValueDelegate(self)
        self.mending = False
        self._texts = TextPainter()
        self._dirty = QRegion()
        self._chosen: frozenset[int] = frozenset()
        self._cells: tuple[QRect, ...] = ()
        self.setModel(self.fields)
        self.setItemDelegateForColumn(VALUE, self.values)
        self.setUniformRowHeights(True)
        self.setAlternatingRowColors(True)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setExpandsOnDoubleClick(False)
        self.setIndentation(self.fontMetrics().horizontalAdvance("00"))
        letters = self.fontMetrics().averageCharWidth()
        for column, width in enumerate(LETTERS):
            self.setColumnWidth(column, width * letters)
        self.doubleClicked.connect(self._on_double)
        _act(self, "edit", tr("&Edit Value"), ("Return", "Enter", "F2")).triggered.connect(self._edit)
        _act(self, "copy", tr("&Copy Value"), ("Ctrl+C",)).triggered.connect(self.copy)
        _act(self, "go_field", tr("&Go There"), ("Ctrl+Return", "Ctrl+Enter")).triggered.connect(self._go)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)

    def show_laid(self, session: Session | None, laid: Laid | None, order: Order) -> None:
        """Show another structure; branches of the same names stay open, one that moved stays as it is."""
        if self.fields.move(session, laid, order):
            return
        open_ = self._open_paths()
        self.mending = True
        self.fields.show_laid(session, laid, order)
        root = self.fields.index(0, 0)
        self.expand(root)
        self._fit_names(root)
        self._open_again(root, open_)
        self.mending = False

    def _fit_names(self, root: QModelIndex) -> None:
        """Make room for the names of the first fields, as far as that goes."""
        metrics = self.fontMetrics()
        some = range(min(FITTED * 4, self.fields.rowCount(root)))
        texts = [str(self.fields.index(row, 0, root).data()) for row in some]
        wide = max(map(metrics.horizontalAdvance, texts), default=0) + 3 * self.indentation()
        most = max(LETTERS[0] * metrics.averageCharWidth(), self.viewport().width() // 2)
        self.setColumnWidth(0, min(max(wide, self.columnWidth(0)), most))

    def refresh(self) -> None:
        """The bytes may be others now: paint those cells in sight whose texts are."""
        self.fields.stale()
        index = self.indexAt(QPoint(0, 0))
        bottom = self.viewport().height()
        row = self.visualRect(index)
        while index.isValid() and row.top() < bottom:
            for column in self.fields.renewed(index):
                self.viewport().update(
                    QRect(
                        self.columnViewportPosition(column), row.top(), self.columnWidth(column), row.height()
                    )
                )
            index = self.indexBelow(index)
            row.moveTop(row.bottom() + 1)

    def paintEvent(self, event: QPaintEvent) -> None:
        self._dirty = event.region()
        selected = self.selectionModel().selectedRows() if self.selectionModel() is not None else []
        self._chosen = frozenset(index.internalId() for index in selected)
        places = range(self.fields.columnCount())
        self._cells = tuple(
            QRect(self.columnViewportPosition(column), 0, self.columnWidth(column), 1) for column in places
        )
        super().paintEvent(event)

    def drawRow(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """The texts of the row as far as they are to be painted; a chosen row is left to the style."""
        if index.internalId() in self._chosen:
            super().drawRow(painter, option, index)
            return
        row = option.rect
        if (self.verticalOffset() + row.top()) // row.height() & 1:
            painter.fillRect(row, option.palette.alternateBase())
        texts = self.fields.shown(index)
        for column, text in enumerate(texts):
            cell = QRect(self._cells[column].left(), row.top(), self._cells[column].width(), row.height())
            if not self._dirty.intersects(cell):
                continue
            if not column:
                own = self.visualRect(index).left()
                branch = QRect(cell.left(), row.top(), own - cell.left(), row.height())
                self.drawBranches(painter, branch, index)
                cell.setLeft(own)
            if text:
                self._texts.paint(painter, cell, option.palette, option.fontMetrics, PlainText(text))

    def copy(self) -> None:
        """The value of the current field to the clipboard."""
        index = self.currentIndex().siblingAtColumn(VALUE)
        text = index.data(Qt.ItemDataRole.EditRole) or index.data()
        if text:
            QGuiApplication.clipboard().setText(str(text))

    def _on_double(self, index: QModelIndex) -> None:
        if not self._edit():
            self.setExpanded(index.siblingAtColumn(0), not self.isExpanded(index.siblingAtColumn(0)))

    def _edit(self) -> bool:
        index = self.currentIndex().siblingAtColumn(VALUE)
        if not index.isValid() or not index.flags() & Qt.ItemFlag.ItemIsEditable:
            return False
        self.edit(index)
        return True

    def _go(self) -> None:
        if self.currentIndex().isValid():
            self.gone.emit(self.currentIndex())

    def _open_paths(self) -> set[str]:
        """The names of the branches that are open."""
        out: set[str] = set()
        waiting = [self.fields.index(0, 0)]
        while waiting and len(out) < MOST_OPEN:
            index = waiting.pop()
            item = self.fields.item(index)
            if item is None or not self.isExpanded(index):
                continue
            out.add(f"{item.path} {item.first}")
            inside = item.inside or ()
            waiting += [self.fields.index(row, 0, index) for row in range(len(inside))]
        return out

    def _open_again(self, root: QModelIndex, paths: set[str]) -> None:
        waiting = [root]
        while waiting and paths:
            index = waiting.pop()
            item = self.fields.item(index)
            if item is None or f"{item.path} {item.first}" not in paths:
                continue
            self.expand(index)
            waiting += [self.fields.index(row, 0, index) for row in range(item.count())]


class FieldTable(QTableView):
    """The elements of an array, one a row: Enter and F2 edit a cell, a double click goes there (``gone``)."""

    gone = Signal(QModelIndex)

    def __init__(self, fields: StructureTree, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("structures.table")
        self.setAccessibleName(tr("Elements of the array"))
        self.elements = ElementTable(fields.values, self)
        self.values = PlainCells(self.elements, self)
        self.setModel(self.elements)
        self.setItemDelegate(self.values)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setAlternatingRowColors(True)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + 4)
        self.horizontalHeader().setHighlightSections(False)
        self._fitted = False
        self.elements.modelReset.connect(self._unfit)
        self.doubleClicked.connect(self.gone)
        _act(self, "edit_cell", tr("&Edit Value"), ("Return", "Enter", "F2")).triggered.connect(self._edit)
        _act(self, "go", tr("&Go There"), ("Ctrl+Return", "Ctrl+Enter")).triggered.connect(self._go)
        _act(self, "copy_cell", tr("&Copy Value"), ("Ctrl+C",)).triggered.connect(self.copy)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)

    def refresh(self) -> None:
        """The bytes may be others now: paint those cells in sight whose texts are."""
        rows, columns = self._in_sight()
        for row, column in self.elements.renewed(rows, columns):
            self.update(self.elements.index(row, column))
        if not self._fitted:
            self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.elements.array is None:
            painter = QPainter(self.viewport())
            painter.setPen(self.palette().placeholderText().color())
            place = self.viewport().rect().adjusted(12, 12, -12, -12)
            how = Qt.AlignmentFlag.AlignHCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(place, int(how), tr("An array of structures is a table here."))

    def copy(self) -> None:
        """The value of the current cell to the clipboard."""
        index = self.currentIndex()
        text = index.data(Qt.ItemDataRole.EditRole) or index.data()
        if text:
            QGuiApplication.clipboard().setText(str(text))

    def _in_sight(self) -> tuple[range, range]:
        across, down = self.elements.columnCount(), self.elements.rowCount()
        first, last = self.rowAt(0), self.rowAt(self.viewport().height() - 1)
        left, right = self.columnAt(0), self.columnAt(self.viewport().width() - 1)
        rows = range(max(0, first), down if last < 0 else last + 1)
        return rows, range(max(0, left), across if right < 0 else right + 1)

    def _unfit(self) -> None:
        self._fitted = False
        self._fit()

    def _fit(self) -> None:
        """As wide as the title of a column and its first values, as far as that goes, once they are here."""
        letter = self.fontMetrics().averageCharWidth()
        some = range(min(FITTED, self.elements.rowCount()))
        self._fitted = self.elements.are_here(some)
        for column in range(self.elements.columnCount()):
            texts = [str(self.elements.headerData(column, Qt.Orientation.Horizontal))]
            texts += [str(self.elements.index(row, column).data()) for row in some]
            wide = max(map(self.fontMetrics().horizontalAdvance, texts))
            self.setColumnWidth(column, min(wide, WIDEST * letter) + 3 * letter)

    def _edit(self) -> None:
        index = self.currentIndex()
        if index.isValid() and index.flags() & Qt.ItemFlag.ItemIsEditable:
            self.edit(index)

    def _go(self) -> None:
        if self.currentIndex().isValid():
            self.gone.emit(self.currentIndex())


def _act(view: QWidget, name: str, text: str, keys: tuple[str, ...]) -> QAction:
    """A command of the view's own, in its context menu."""
    action = QAction(text, view)
    action.setObjectName(f"action.structures.{name}")
    action.setShortcuts([QKeySequence(key) for key in keys])
    action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
    view.addAction(action)
    return action
