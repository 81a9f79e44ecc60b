"""Editing a value in a cell of a table or tree: judged at each key, kept open while it cannot be taken."""

from __future__ import annotations

from typing import Protocol, runtime_checkable

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPalette
from PySide6.QtWidgets import QLineEdit, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from bytescope.ui.theme import colours
from bytescope.ui.widgets.tips import tr

Index = QModelIndex | QPersistentModelIndex


@runtime_checkable
class Judging(Protocol):
    """What the model of such cells can say."""

    def problem_of(self, index: Index, text: str) -> str:
        """What is wrong with ``text`` in this cell, as a sentence; "" where it can be taken."""
        ...


class ValueEditor(QLineEdit):
    """The box in the cell; its letters have the error colour while there is a problem."""

    judged = Signal(str)

    def __init__(self, index: Index, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("value.editor")
        self.setAccessibleName(tr("Value"))
        self.setFrame(False)
        self.setAutoFillBackground(True)
        self.filled = False
        self.problem = ""
        self._index = QPersistentModelIndex(index)
        self.textEdited.connect(self._judge)

    def _judge(self, text: str) -> None:
        model = self._index.model()
        assert isinstance(model, Judging)
        self.problem = model.problem_of(self._index, text)
        palette = QPalette(self.palette())
        own = colours(palette)
        palette.setColor(QPalette.ColorRole.Text, own.error if self.problem else own.text)
        self.setPalette(palette)
        self.judged.emit(self.problem)


class ValueDelegate(QStyledItemDelegate):
    """``said`` has the sentence about what is being typed; "" when there is nothing to be said any more."""

    said = Signal(str)

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        editor = ValueEditor(index, parent)
        editor.judged.connect(self.said)
        return editor

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        assert isinstance(editor, ValueEditor)
        if not editor.filled:  # later calls tell of bytes that arrived: what was typed stays
            editor.filled = True
            editor.setText(str(index.data(Qt.ItemDataRole.EditRole) or ""))
            editor.selectAll()

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        assert isinstance(editor, ValueEditor)
        if not editor.problem:
            model.setData(index, editor.text(), Qt.ItemDataRole.EditRole)

    def destroyEditor(self, editor: QWidget, index: Index) -> None:
        self.said.emit("")
        super().destroyEditor(editor, index)

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        """Enter does not close a box with something that cannot be taken."""
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            and isinstance(editor, ValueEditor)
            and editor.problem
        ):
            return True
        return super().eventFilter(editor, event)
