"""A line below an input: what its text means, or what is wrong with it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from bytescope.ui.widgets.tips import plain_tip, told


class SaidLabel(QLabel):
    """Plain text in the muted colour, or a fault in the error colour with a sign before it.

    The colours come from palette roles (see ``ui.theme``), so they follow a change of theme by themselves.
    """

    def __init__(self, name: str, lines: int = 1, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        # Room for a sentence is kept free from the start, so that a fault moves nothing.
        self._one_line = lines == 1
        self._full = ""
        self.setWordWrap(not self._one_line)
        self.setMinimumHeight(self.fontMetrics().lineSpacing() * lines)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        self.is_fault = False
        self.say("")

    def say(self, text: str) -> None:
        """Show ``text`` as information."""
        self._show(told(text), False)

    def complain(self, text: str) -> None:
        """Show ``text`` as a fault."""
        self._show(f"⚠ {told(text)}", True)

    def _show(self, text: str, fault: bool) -> None:
        self.is_fault = fault
        role = QPalette.ColorRole.BrightText if fault else QPalette.ColorRole.PlaceholderText
        self.setForegroundRole(role)
        self._full = text
        self._elide()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._elide()

    def full_text(self) -> str:
        """The whole text, also where a single line had no room for it."""
        return self._full

    def _elide(self) -> None:
        """Cut a single line to the room there is; then the whole of it is the tool tip."""
        if not self._one_line:
            self.setText(self._full)
            return
        cut = self.fontMetrics().elidedText(self._full, Qt.TextElideMode.ElideRight, self.width())
        self.setText(cut)
        self.setToolTip("" if cut == self._full else plain_tip(self._full))
