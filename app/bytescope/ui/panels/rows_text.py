"""The rows round the caret as plain text, which a screen reader reads by line, word and letter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, SignalInstance
from PySide6.QtGui import QFontDatabase, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from bytescope.ui.widgets.byte_rows import Rows, put, rows_round
from bytescope.ui.widgets.tips import plain_tip, tr

if TYPE_CHECKING:
    from bytescope.session.selection import Selection
    from bytescope.session.session import Session

PAUSE_MS = 60
"""Steps of a held key are shown as one."""


class RowsPanel(QWidget):
    """A field of its own, to be read by line, word and letter without moving the caret.

    The cursor follows the caret; Return sends the caret to the cursor.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("rows")
        self._session: Session | None = None
        self._rows: Rows | None = None
        self._shown: Selection | None = None
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
        if self._session is None:
            self._rows = None
            self.text.setPlainText("")
            return
        rows, selection = rows_round(self._session), self._session.selection
        # Who reads here is not called back by bytes that are read elsewhere.
        if (rows, selection) != (self._rows, self._shown):
            self._rows, self._shown = rows, selection
            put(self.text, rows, selection)

    def go(self) -> None:
        """Send the caret to the byte at the cursor."""
        session, rows = self._session, self._rows
        if session is None or rows is None:
            return
        cursor = self.text.textCursor()
        session.go_to(min(rows.offset(cursor.blockNumber(), cursor.positionInBlock()), session.size))

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
