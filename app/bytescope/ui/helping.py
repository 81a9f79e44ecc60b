"""F1 in a dialog: the page of the help about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QDialog, QWidget

if TYPE_CHECKING:
    from bytescope.ui.window import Window

KEYS = ("F1", "Shift+F1")
NAME = "dialog.help"


class DialogHelp(QObject):
    """Gives the keys to each dialog of ``window`` that has the keyboard: the window's do not reach it."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._on_focus_changed)

    def _on_focus_changed(self, _old: QWidget | None, new: QWidget | None) -> None:
        dialog = new.window() if isinstance(new, QWidget) else None
        if not isinstance(dialog, QDialog) or dialog.objectName() == "help_window":
            return
        if dialog.findChild(QShortcut, NAME) is not None or not self._is_ours(dialog):
            return
        for keys in KEYS:
            key = QShortcut(QKeySequence(keys), dialog, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
            key.setObjectName(NAME)
            key.activated.connect(self._on_asked)

    def _is_ours(self, dialog: QDialog) -> bool:
        """Another window of the program has its own helper; what Qt makes tells of itself."""
        parent = dialog.parentWidget()
        return parent is not None and parent.window() in (self._window, *self._dialogs())

    def _dialogs(self) -> list[QDialog]:
        return self._window.findChildren(QDialog)

    def _on_asked(self) -> None:
        self._window.commands.help.here()
