"""The views of a structure: the tree of its fields, and the table of an array."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QAction, QGuiApplication, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QTreeView, QWidget

from bytescope.core.inspect.kind import Order
from bytescope.core.structs.placing import Laid
from bytescope.ui.panels.structure_table import ElementTable
from bytescope.ui.panels.structure_tree import StructureTree
from bytescope.ui.widgets.tips import tr
from bytescope.ui.widgets.value_delegate import ValueDelegate

if TYPE_CHECKING:
    from bytescope.session.session import Session

MOST_OPEN = 500
"""Open branches that are opened again when the structure is laid anew."""


class FieldTree(QTreeView):
    """Enter and F2 edit the value of the current field, Ctrl+C copies it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("structures.tree")
        self.setAccessibleName(tr("Fields of the structure"))
        self.fields = StructureTree(self)
        self.values = ValueDelegate(self)
        self.mending = False
        self.setModel(self.fields)
        self.setItemDelegateForColumn(1, self.values)
        self.setUniformRowHeights(True)
        self.setAlternatingRowColors(True)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setExpandsOnDoubleClick(False)
        self.setIndentation(self.fontMetrics().horizontalAdvance("00"))
        letters = self.fontMetrics().averageCharWidth()
        for column, width in enumerate((22, 24, 16, 12, 8)):
            self.setColumnWidth(column, width * letters)
        self.doubleClicked.connect(self._on_double)
        for name, text, keys, act in (
            ("edit", tr("&Edit Value"), ("Return", "Enter", "F2"), self._edit),
            ("copy", tr("&Copy Value"), ("Ctrl+C",), self.copy),
        ):
            action = QAction(text, self)
            action.setObjectName(f"action.structures.{name}")
            action.setShortcuts([QKeySequence(key) for key in keys])
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
            action.triggered.connect(act)
            self.addAction(action)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)

    def show_laid(self, session: Session | None, laid: Laid | None, order: Order) -> None:
        """Show another structure; branches of the same names stay open."""
        open_ = self._open_paths()
        self.mending = True
        self.fields.show_laid(session, laid, order)
        root = self.fields.index(0, 0)
        self.expand(root)
        self._open_again(root, open_)
        self.mending = False

    def copy(self) -> None:
        """The value of the current field to the clipboard."""
        index = self.currentIndex().siblingAtColumn(1)
        text = index.data(Qt.ItemDataRole.EditRole) or index.data()
        if text:
            QGuiApplication.clipboard().setText(str(text))

    def _on_double(self, index: QModelIndex) -> None:
        if not self._edit():
            self.setExpanded(index.siblingAtColumn(0), not self.isExpanded(index.siblingAtColumn(0)))

    def _edit(self) -> bool:
        index = self.currentIndex().siblingAtColumn(1)
        if not index.isValid() or not index.flags() & Qt.ItemFlag.ItemIsEditable:
            return False
        self.edit(index)
        return True

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
    """The elements of an array, one a row."""

    def __init__(self, fields: StructureTree, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("structures.table")
        self.setAccessibleName(tr("Elements of the array"))
        self.elements = ElementTable(fields, self)
        self.setModel(self.elements)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + 4)
        self.horizontalHeader().setHighlightSections(False)
