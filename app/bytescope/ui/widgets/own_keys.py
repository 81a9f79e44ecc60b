"""Gives a key to the list that has the keyboard where the window has a command with this key as well."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QKeyCombination, QObject, Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QWidget

_OURS = Qt.ShortcutContext.WidgetShortcut


class OwnKeys(QObject):
    """Without it Ctrl+C in a table that copies its rows would be neither its command nor the window's.

    The widget that has the keyboard is watched, and only where it has commands of its own.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._on_focus_changed)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind not in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress):
            return False
        action = _action(watched, event) if isinstance(event, QKeyEvent) else None
        if action is None:
            return False
        event.accept()
        if kind == QEvent.Type.KeyPress:
            action.trigger()
        return True

    def _on_focus_changed(self, old: QWidget | None, new: QWidget | None) -> None:
        if isinstance(old, QWidget):
            old.removeEventFilter(self)
        if isinstance(new, QWidget) and any(one.shortcutContext() == _OURS for one in new.actions()):
            new.installEventFilter(self)


def _action(widget: QObject, event: QKeyEvent) -> QAction | None:
    """The widget's own command with this key."""
    plain = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    keys = QKeySequence(QKeyCombination(plain, Qt.Key(event.key())))
    for action in widget.actions() if isinstance(widget, QWidget) else ():
        if action.shortcutContext() == _OURS and action.isEnabled() and keys in action.shortcuts():
            return action
    return None
