"""A table of rows that lie at places of the document: goes there, copies rows, says why it is empty."""

from __future__ import annotations

from PySide6.QtCore import (
    QAbstractTableModel,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QAction, QFont, QFontDatabase, QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QLabel, QTableView, QVBoxLayout, QWidget

from bytescope.ui.widgets.tips import told, tr
from bytescope.ui.widgets.to_bytes import to_bytes

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole
APART = "\N{EN SPACE}"
MOST_COPIED = 100_000
"""Rows that go to the clipboard at a time."""

_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_NOWHERE = QModelIndex()
_AT_ENDS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.KeypadModifier


class RowsModel(QAbstractTableModel):
    """Rows of texts; who derives from it says how many there are, and what stands in each."""

    titles: tuple[str, ...] = ()
    numbers: tuple[int, ...] = ()
    """Columns that are written at the right."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._fixed = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)

    fixed: tuple[int, ...] = ()
    """Columns in letters of one width."""

    def count(self) -> int:
        """How many rows are shown."""
        raise NotImplementedError

    def cell(self, row: int, column: int) -> str:
        """What stands there."""
        raise NotImplementedError

    def tip(self, row: int, column: int) -> str:
        """More about it, as text that is no markup; "" for nothing."""
        return ""

    def line(self, row: int) -> str:
        """A row as one line for the clipboard."""
        return "\t".join(self.cell(row, column) for column in range(len(self.titles)))

    # -- Qt -----------------------------------------------------------------------------------

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else self.count()

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.titles)

    def headerData(self, section: int, way: Qt.Orientation, role: int = Role.DisplayRole) -> object:
        if way is not Qt.Orientation.Horizontal:
            return None
        if role == Role.TextAlignmentRole and section in self.numbers:
            return _RIGHT
        return self._shown(tr(self.titles[section]), section) if role == Role.DisplayRole else None

    def data(self, index: Index, role: int = Role.DisplayRole) -> object:
        if not index.isValid() or index.row() >= self.count():
            return None
        if role == Role.DisplayRole:
            return self._shown(self.cell(index.row(), index.column()), index.column())
        if role == Role.TextAlignmentRole and index.column() in self.numbers:
            return _RIGHT
        if role == Role.FontRole and index.column() in self.fixed:
            return QFont(self._fixed)
        if role == Role.ToolTipRole:
            from bytescope.ui.widgets.tips import plain_tip

            return plain_tip(self.tip(index.row(), index.column())) or None
        return None

    def _shown(self, text: str, column: int) -> str:
        """What is written at the right keeps away from what stands there at the left."""
        return f"{text}{APART}" if column in self.numbers else text


class RowsTable(QTableView):
    """``picked`` has the number of the row that was chosen, by mouse or keyboard; Enter or a double click
    gives the keyboard to its bytes. ``begin_wished``: Enter was pressed while there are no rows.
    """

    picked = Signal(object)
    begin_wished = Signal()

    def __init__(self, name: str, title: str, model: RowsModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(f"{name}.table")
        self.setAccessibleName(title)
        self.rows = model
        self._marking = False
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
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setStretchLastSection(True)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.setModel(model)
        self._empty = QLabel(self.viewport())
        self._empty.setTextFormat(Qt.TextFormat.PlainText)
        self._empty.setObjectName(f"{name}.empty")
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._empty.setWordWrap(True)
        self._empty.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        QVBoxLayout(self.viewport()).addWidget(self._empty)
        go = self.add_action("go", tr("&Go There"))
        go.setShortcuts([QKeySequence("Return"), QKeySequence("Enter")])
        go.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        go.triggered.connect(self._on_go)
        self.doubleClicked.connect(self._on_go)
        self.add_action(
            "copy", tr("&Copy Rows"), QKeySequence(QKeySequence.StandardKey.Copy)
        ).triggered.connect(self.copy)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self.clicked.connect(self._on_told)

    def add_action(self, name: str, text: str, key: QKeySequence | None = None) -> QAction:
        """An entry of the menu of a right click."""
        action = QAction(text, self)
        action.setObjectName(f"action.{self.objectName().partition('.')[0]}.{name}")
        if key is not None:
            action.setShortcut(key)
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        self.addAction(action)
        return action

    def set_widths(self, *samples: str) -> None:
        """Give each column room for such a text, in its own letters."""
        for column, text in enumerate(samples):
            metrics = self.fontMetrics()
            width = metrics.horizontalAdvance(text)
            if column in self.rows.fixed:
                from PySide6.QtGui import QFontMetrics

                font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
                width = max(width, QFontMetrics(font).horizontalAdvance(text))
            self.setColumnWidth(column, width + 24)

    def say_empty(self, text: str) -> None:
        """What is said while there are no rows."""
        self._empty.setText(told(text))
        self._empty.setVisible(not self.rows.rowCount())

    def current(self) -> int | None:
        """The row that has the keyboard's mark, else None."""
        index = self.currentIndex()
        return index.row() if index.isValid() and index.row() < self.rows.count() else None

    def mark(self, row: int) -> None:
        """Show ``row`` as the one that is meant, without a wish to go there."""
        if row != self.current():
            self._marking = True
            self.setCurrentIndex(self.rows.index(row, 0))
            self._marking = False

    def copy(self) -> None:
        """The selected rows to the clipboard, a line each, the columns apart by tabs."""
        picked = self.selectionModel().selection()
        parts = sorted((picked.at(at).top(), picked.at(at).bottom()) for at in range(picked.count()))
        rows = [row for top, bottom in parts for row in range(top, bottom + 1)][:MOST_COPIED]
        if rows:
            QGuiApplication.clipboard().setText("".join(f"{self.rows.line(row)}\n" for row in rows))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Home and End lead to the first and last row, which Qt does not choose, or not the row at all."""
        ends = {Qt.Key.Key_Home: 0, Qt.Key.Key_End: self.rows.rowCount() - 1}
        row = ends.get(Qt.Key(event.key()), -1)
        if row < 0 or event.modifiers() & ~_AT_ENDS:
            super().keyPressEvent(event)
        else:
            flags = QItemSelectionModel.SelectionFlag
            how = flags.ClearAndSelect | flags.Rows
            self.selectionModel().setCurrentIndex(self.rows.index(row, 0), how)

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        super().selectionChanged(selected, deselected)
        if selected.count() and not self._marking:
            self._on_told()

    def _on_go(self, _: object = None) -> None:
        if self.rows.rowCount():
            if self.current() is None:
                self.selectRow(0)
            else:
                self._on_told()
            to_bytes(self)
        else:
            self.begin_wished.emit()

    def _on_told(self, _: object = None) -> None:
        row = self.current()
        if row is not None:
            self.picked.emit(row)
