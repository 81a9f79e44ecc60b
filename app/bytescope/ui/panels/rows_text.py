"""The rows round the caret as plain text, which a screen reader reads by line, word and letter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, SignalInstance
from PySide6.QtGui import QFontDatabase, QKeyEvent, QShowEvent, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from bytescope.core.ranges import ByteRange
from bytescope.core.text.encodings import char_table
from bytescope.ui.widgets.tips import plain_tip, tr

if TYPE_CHECKING:
    from bytescope.session.session import Session

ROW = 16
ROWS = 33
"""Rows that are there at a time, the caret's in the middle."""

PAUSE_MS = 60
"""Steps of a held key are shown as one."""


class RowsPanel(QWidget):
    """Qt tells screen readers the text and the cursor of such a field; of what is painted it tells nothing.

    The cursor follows the caret; Return sends the caret to the cursor.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("rows")
        self._session: Session | None = None
        self._first = 0
        self.text = _Text(self)
        self.setFocusProxy(self.text)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.text)
        self._timer = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._timer.timeout.connect(self.refresh)

    def show_session(self, session: Session | None) -> None:
        """Follow ``session`` from now on."""
        if session is not self._session:
            if self._session is not None:
                for signal in self._signals(self._session):
                    signal.disconnect(self._later)
            self._session = session
            if session is not None:
                for signal in self._signals(session):
                    signal.connect(self._later)
        self.refresh()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.refresh()

    def refresh(self) -> None:
        """Show the rows round the caret, the cursor at its byte."""
        if not self.isVisible():
            return
        session = self._session
        if session is None:
            self.text.setPlainText("")
            return
        caret = session.selection.caret
        row = caret // ROW
        first = max(0, row - ROWS // 2)
        last = max(first, min(row + ROWS // 2, max(0, session.size - 1) // ROW))
        self._first = first
        lines = "\n".join(_line(session, at * ROW) for at in range(first, last + 1))
        if lines != self.text.toPlainText():
            self.text.setPlainText(lines)
        digits = len(_offset(session, 0))
        block = self.text.document().findBlockByNumber(min(row, last) - first)
        cursor = QTextCursor(block)
        cursor.movePosition(
            QTextCursor.MoveOperation.Right, n=min(digits + 2 + 3 * (caret % ROW), max(0, block.length() - 1))
        )
        if cursor.position() != self.text.textCursor().position():
            self.text.setTextCursor(cursor)

    def go(self) -> None:
        """Send the caret to the byte at the cursor."""
        session = self._session
        if session is None:
            return
        cursor = self.text.textCursor()
        column = (cursor.positionInBlock() - len(_offset(session, 0)) - 2) // 3
        offset = (self._first + cursor.blockNumber()) * ROW + min(max(column, 0), ROW - 1)
        session.go_to(min(offset, session.size))

    def _later(self, *_: object) -> None:
        if self.isVisible():
            self._timer.start()

    def _signals(self, session: Session) -> tuple[SignalInstance, ...]:
        return (session.selected, session.changed, session.bytes_arrived)


class _Text(QPlainTextEdit):
    """Read only, with a cursor that keys move."""

    def __init__(self, panel: RowsPanel) -> None:
        super().__init__(panel)
        self._panel = panel
        self.setObjectName("rows.text")
        self.setAccessibleName(tr("Rows as text"))
        self.setToolTip(plain_tip(tr("For screen readers; Return sends the caret to the cursor")))
        self.setReadOnly(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByKeyboard | Qt.TextInteractionFlag.TextSelectableByMouse
        )
        self.setTabChangesFocus(True)
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._panel.go()
        else:
            super().keyPressEvent(event)


def _offset(session: Session, at: int) -> str:
    return f"{at:0{max(8, len(f'{session.size:X}'))}X}"


def _line(session: Session, at: int) -> str:
    """A row as offset, bytes and letters; what has not been read yet is asked for, and comes later."""
    length = min(ROW, session.size - at)
    if length <= 0:
        return _offset(session, at)
    reading = session.bytes.get(at, length)
    if reading is None:
        session.bytes.ask(ByteRange.of(at, length))
        return f"{_offset(session, at)}  {tr('not read yet')}"
    if reading.lost:
        return f"{_offset(session, at)}  {tr('cannot be read')}"
    letters = char_table(session.view.encoding)
    hex_ = reading.data.hex(" ").upper()
    return f"{_offset(session, at)}  {hex_:<{3 * ROW - 1}}  {''.join(letters[b] for b in reading.data)}"
