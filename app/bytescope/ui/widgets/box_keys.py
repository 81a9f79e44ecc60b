"""Leaves Alt with Up and Down to the box of choices that has the keyboard: they open its list."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QComboBox, QWidget

_KEYS = (Qt.Key.Key_Up, Qt.Key.Key_Down)


class FocusFilter(QObject):
    """Filters the events of the widget that has the keyboard, and no other: a filter for all costs much."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._on_focus_changed)

    def concerns(self, widget: QWidget) -> bool:
        """Whether this one is to be watched while it has the keyboard."""
        raise NotImplementedError

    def _on_focus_changed(self, old: QWidget | None, new: QWidget | None) -> None:
        if isinstance(old, QWidget):
            old.removeEventFilter(self)
        if isinstance(new, QWidget) and self.concerns(new):
            new.installEventFilter(self)


class BoxKeys(FocusFilter):
    """Without it a shortcut of the window with these keys (the next page) comes before the list."""

    def concerns(self, widget: QWidget) -> bool:
        return isinstance(widget, QComboBox) or isinstance(widget.parent(), QComboBox)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            alt = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier == Qt.KeyboardModifier.AltModifier
            if alt and event.key() in _KEYS:
                event.accept()
                return True
        return False
