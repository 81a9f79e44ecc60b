"""The find bar below a document: what to look for, in which direction, and what came of it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QComboBox,
    QGridLayout,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QToolButton,
    QWidget,
)

from bytescope.core.errors import InputError
from bytescope.core.search.needle import parse_needle
from bytescope.core.text.encodings import ENCODINGS
from bytescope.ui.icons import icon
from bytescope.ui.widgets.captions import caption
from bytescope.ui.widgets.said import SaidLabel
from bytescope.ui.widgets.tips import plain_tip

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class FindBar(QWidget):
    """Not a window: the document stays usable. Enter finds the next, Shift+Enter the previous, Esc closes."""

    wished = Signal(object, bool)
    """The bytes to look for, and whether forward."""
    closed = Signal()
    cancel = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("find")
        self.setAutoFillBackground(True)
        self._kind = self._choice("kind", "What is looked for", {"hex": "Hex bytes", "text": "Text"})
        self._encoding = self._choice(
            "encoding", "Encoding of the text", {key: item.title for key, item in ENCODINGS.items()}
        )
        self._encoding.setCurrentIndex(self._encoding.findData("utf-8"))
        self._pattern = QLineEdit(self)
        self._pattern.setObjectName("find.pattern")
        self._pattern.setAccessibleName("What to find")
        self._pattern.setClearButtonEnabled(True)
        self._next = self._button("next", "&Next", "Find the next (Enter, F3)")
        self._previous = self._button("previous", "&Previous", "Find the previous (Shift+Enter, Shift+F3)")
        self._stop = self._button("cancel", "Stop", "Stop the search")
        self._progress = QProgressBar(self)
        self._progress.setObjectName("find.progress")
        self._progress.setAccessibleName("A search is under way")
        # How far a search will have to go is not known before it ends: the bar only moves.
        self._progress.setRange(0, 0)
        self._progress.setTextVisible(False)
        self._progress.setFixedWidth(self.fontMetrics().averageCharWidth() * 14)
        self._said = SaidLabel("find.state", parent=self)
        self._close = QToolButton(self)
        self._close.setObjectName("find.close")
        self._close.setAccessibleName("Close the find bar")
        self._close.setToolTip("Close (Esc)")
        self._close.setAutoRaise(True)
        self._close.setIcon(icon("close", self.palette()))
        self._busy = False
        self._lay_out()
        self.setFocusProxy(self._pattern)
        self._connect()
        self._on_edited()
        self.show_state("", False)

    # -- for the window -----------------------------------------------------------------------

    def show_state(self, text: str, busy: bool) -> None:
        """Say what came of a search, or that one is under way."""
        self._busy = busy
        self._stop.setVisible(busy)
        self._progress.setVisible(busy)
        self._said.say(text)
        self._said.setVisible(bool(text))

    def prefer(self, column: str) -> None:
        """Look for what the person works in: text in the "text" column, else bytes; what was typed stays."""
        if not self._pattern.text():
            self._kind.setCurrentIndex(self._kind.findData("text" if column == "text" else "hex"))

    def needle(self) -> bytes | None:
        """The bytes to look for; None (and a sentence in the bar) where they do not parse."""
        try:
            return parse_needle(self._pattern.text(), self._kind.currentData(), self._encoding.currentData())
        except InputError as error:
            self._said.complain(str(error))
            self._said.show()
            if error.position is not None and error.position < len(self._pattern.text()):
                self._pattern.setSelection(error.position, 1)
            return None

    # -- how it is built ----------------------------------------------------------------------

    def _choice(self, key: str, title: str, items: dict[str, str]) -> QComboBox:
        combo = QComboBox(self)
        combo.setObjectName(f"find.{key}")
        combo.setAccessibleName(title)
        for data, text in items.items():
            combo.addItem(text, data)
        return combo

    def _button(self, key: str, text: str, tip: str) -> QPushButton:
        button = QPushButton(text, self)
        button.setObjectName(f"find.{key}")
        button.setAccessibleName(tip)
        button.setToolTip(plain_tip(tip))
        return button

    def _lay_out(self) -> None:
        label = caption("&Find", self, self._pattern)
        grid = QGridLayout(self)
        grid.setContentsMargins(8, 4, 4, 4)
        grid.setVerticalSpacing(2)
        row = (label, self._kind, self._pattern, self._encoding, self._previous, self._next, self._close)
        for column, widget in enumerate(row):
            grid.addWidget(widget, 0, column)
        grid.setColumnStretch(2, 1)
        grid.addWidget(self._said, 1, 1, 1, 3)
        grid.addWidget(self._progress, 1, 4)
        grid.addWidget(self._stop, 1, 5)

    def _connect(self) -> None:
        self._next.clicked.connect(self._on_next)
        self._previous.clicked.connect(self._on_previous)
        self._stop.clicked.connect(self.cancel)
        self._close.clicked.connect(self.closed)
        self._pattern.textChanged.connect(self._on_edited)
        self._kind.currentIndexChanged.connect(self._on_edited)

    # -- what happens -------------------------------------------------------------------------

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._pattern.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        elif event.key() in _ENTER:
            self._on_enter(bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
        else:
            super().keyPressEvent(event)

    def _on_enter(self, backward: bool) -> None:
        focus = self.focusWidget()
        if isinstance(focus, QPushButton | QToolButton):
            focus.click()
        else:
            self._wish(not backward)

    def _on_next(self) -> None:
        self._wish(True)

    def _on_previous(self) -> None:
        self._wish(False)

    def _on_edited(self) -> None:
        text = self._kind.currentData() == "text"
        self._encoding.setEnabled(text)
        self._pattern.setPlaceholderText("Text" if text else "Hex bytes, such as DE AD BE EF")
        filled = bool(self._pattern.text())
        self._next.setEnabled(filled)
        self._previous.setEnabled(filled)
        if self._said.is_fault:
            self.show_state("", self._busy)

    def _wish(self, forward: bool) -> None:
        needle = self.needle()
        if needle is not None:
            self.wished.emit(needle, forward)
