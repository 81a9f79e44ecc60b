"""The command palette: a box over the window in which a few letters find any command, file or offset."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter, QPalette
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from bytescope.ui.widgets.tips import tr

WIDEST = 760
SHOWN_ROWS = 9
MOST = 200
"""Entries that are listed; who wants others types more."""

MARGIN = 8
Index = QModelIndex | QPersistentModelIndex


class Entry(NamedTuple):
    """Something that can be done. ``why_not`` is a sentence when it cannot be done now."""

    id: str
    title: str
    tip: str = ""
    keys: str = ""
    why_not: str = ""


NOTHING = Entry("", "Nothing fits", why_not=" ")
"""What is listed when nothing fits; it cannot be done."""


class _Entries(QAbstractListModel):
    """The entries that fit what was typed."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.entries: Sequence[Entry] = ()

    def show_entries(self, entries: Sequence[Entry]) -> None:
        self.beginResetModel()
        self.entries = entries
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.entries)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not 0 <= index.row() < len(self.entries):
            return None
        entry = self.entries[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return entry.title
        if role == Qt.ItemDataRole.UserRole:
            return entry
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.AccessibleDescriptionRole):
            return ", ".join(part for part in (entry.title, entry.keys, entry.why_not or entry.tip) if part)
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Also what cannot be done now can be looked at: it says why."""
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


class _Painter(QStyledItemDelegate):
    """Two lines: title and keys, below them what it does or why it cannot be done."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(100, 2 * option.fontMetrics.lineSpacing() + MARGIN)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        entry: Entry = index.data(Qt.ItemDataRole.UserRole)
        rect: QRect = option.rect
        palette: QPalette = option.palette
        state: QStyle.StateFlag = option.state
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        role = QPalette.ColorRole
        strong = palette.color(role.HighlightedText if chosen else role.Text)
        weak = palette.color(role.HighlightedText if chosen else role.PlaceholderText)
        if chosen:
            painter.fillRect(rect, palette.color(role.Highlight))
        painter.save()
        painter.setFont(option.font)
        metrics = painter.fontMetrics()
        inner = rect.adjusted(2 * MARGIN, MARGIN // 2, -2 * MARGIN, -MARGIN // 2)
        upper = QRect(inner.left(), inner.top(), inner.width(), metrics.lineSpacing())
        lower = upper.translated(0, metrics.lineSpacing())
        keys = metrics.horizontalAdvance(entry.keys)
        painter.setPen(weak)
        painter.drawText(upper, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, entry.keys)
        end = Qt.TextElideMode.ElideRight
        said = metrics.elidedText(entry.why_not or entry.tip, end, lower.width())
        painter.drawText(lower, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, said)
        painter.setPen(weak if entry.why_not else strong)
        title = metrics.elidedText(entry.title, end, upper.width() - keys - (2 * MARGIN if keys else 0))
        painter.drawText(upper, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, title)
        painter.restore()


class CommandBar(QFrame):
    """``answer`` gives the entries that fit a text, the best first."""

    chosen = Signal(object)
    """The entry that was taken; the bar has closed and the keyboard is where it was before."""

    def __init__(self, answer: Callable[[str], Sequence[Entry]], parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("command_bar")
        self.setAccessibleName(tr("Command palette"))
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setAutoFillBackground(True)
        self._answer = answer
        self._before: QWidget | None = None
        self.edit = QLineEdit(self)
        self.edit.setObjectName("command_bar.text")
        self.edit.setAccessibleName(tr("Command, file or offset"))
        self.edit.setPlaceholderText(
            tr("Type a command, a recent file, or an offset such as 0x1F00, p12, +512")
        )
        self.edit.setClearButtonEnabled(True)
        self._entries = _Entries(self)
        self.list = QListView(self)
        self.list.setObjectName("command_bar.list")
        self.list.setAccessibleName(tr("Commands that fit"))
        self.list.setModel(self._entries)
        self.list.setItemDelegate(_Painter(self.list))
        self.list.setUniformItemSizes(True)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        layout.addWidget(self.edit)
        layout.addWidget(self.list, 1)
        self.edit.textChanged.connect(self._on_typed)
        self.edit.installEventFilter(self)
        self.list.clicked.connect(self._on_clicked)
        parent.installEventFilter(self)
        self.hide()

    def open(self) -> None:
        """Show it over the window with the keyboard, and nothing typed."""
        self._before = self.window().focusWidget()
        self.edit.clear()
        self._on_typed("")
        self._place()
        self.show()
        self.raise_()
        self.edit.setFocus()

    def dismiss(self) -> None:
        """Close it and give the keyboard back."""
        if not self.isVisible():
            return
        before, self._before = self._before, None
        # It may have gone with its document.
        if before is not None and isValid(before) and before.isVisible() and before.isEnabled():
            before.setFocus()
        self.hide()

    def entries(self) -> Sequence[Entry]:
        """What is listed."""
        return self._entries.entries

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if watched is self.edit and kind == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            # Escape and Return are ours, whatever command may have them.
            event.setAccepted(event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter))
        elif watched is self.edit and kind == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._on_key(event)
        elif watched is self.edit and kind == QEvent.Type.FocusOut:
            if QApplication.activePopupWidget() is None and self.window().isActiveWindow():
                self.hide()
        elif watched is self.parent() and kind == QEvent.Type.Resize and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)

    def _on_key(self, event: QKeyEvent) -> bool:
        key, row = event.key(), self.list.currentIndex().row()
        steps = {
            Qt.Key.Key_Down: 1,
            Qt.Key.Key_Up: -1,
            Qt.Key.Key_PageDown: SHOWN_ROWS - 1,
            Qt.Key.Key_PageUp: 1 - SHOWN_ROWS,
        }
        if key == Qt.Key.Key_Escape:
            self.dismiss()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._take(row)
        elif key in steps:
            self._select(row + steps[Qt.Key(key)])
        else:
            return False
        return True

    def _on_typed(self, text: str) -> None:
        self._entries.show_entries(self._answer(text)[:MOST] or [NOTHING._replace(title=tr("Nothing fits"))])
        self._select(0)

    def _on_clicked(self, index: QModelIndex) -> None:
        self._take(index.row())

    def _select(self, row: int) -> None:
        last = self._entries.rowCount() - 1
        index = self._entries.index(max(0, min(row, last)), 0)
        self.list.setCurrentIndex(index)
        # The keyboard stays in the box above, so that this is what a screen reader can say of the list.
        self.edit.setAccessibleDescription(index.data(Qt.ItemDataRole.AccessibleTextRole) or "")

    def _take(self, row: int) -> None:
        if not 0 <= row < self._entries.rowCount():
            return
        entry = self._entries.entries[row]
        if not entry.why_not:
            self.dismiss()
            self.chosen.emit(entry)

    def _place(self) -> None:
        """Below the menu bar, in the middle."""
        around = self.window()
        line = self.fontMetrics().lineSpacing()
        width = min(WIDEST, around.width() - 4 * MARGIN)
        height = min(SHOWN_ROWS * (2 * line + MARGIN) + 2 * line + 5 * MARGIN, around.height() - 8 * MARGIN)
        self.setGeometry((around.width() - width) // 2, 4 * MARGIN, width, height)
