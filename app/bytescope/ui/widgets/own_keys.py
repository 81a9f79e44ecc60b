"""Gives a key to the list that has the keyboard where the window has a command with this key as well."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QKeyCombination, QObject, Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget

from bytescope.ui.widgets.box_keys import FocusFilter

_OURS = Qt.ShortcutContext.WidgetShortcut


class OwnKeys(FocusFilter):
    """Without it Ctrl+C in a table that copies its rows would be neither its command nor the window's."""

    def concerns(self, widget: QWidget) -> bool:
        return any(one.shortcutContext() == _OURS for one in widget.actions())

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


def _action(widget: QObject, event: QKeyEvent) -> QAction | None:
    """The widget's own command with this key."""
    plain = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    keys = QKeySequence(QKeyCombination(plain, Qt.Key(event.key())))
    for action in widget.actions() if isinstance(widget, QWidget) else ():
        if action.shortcutContext() == _OURS and action.isEnabled() and keys in action.shortcuts():
            return action
    return None
