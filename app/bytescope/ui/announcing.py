"""Tells a screen reader where the caret has gone; of what is painted it hears nothing by itself."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget

PAUSE_MS = 120
"""Steps of a held key are told as one, the last."""


class Announcer(QObject):
    """Has the accessible description of ``widget`` said when it changed and the widget has the keyboard."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self._widget = widget
        self._said = ""
        self._timer = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._timer.timeout.connect(self._say)

    def moved(self) -> None:
        """The caret is elsewhere: say so, if somebody listens."""
        if QAccessible.isActive():
            self._timer.start()

    def _say(self) -> None:
        if not self._widget.hasFocus():
            return
        from bytescope.ui.spoken import tell_cursor

        tell_cursor(self._widget)
        text = self._widget.accessibleDescription()
        if text != self._said:
            self._said = text
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._widget, text))
