"""Gives the keyboard back to the bytes of the document in front, from wherever it is."""

from __future__ import annotations

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMainWindow, QWidget


def to_bytes(widget: QWidget) -> None:
    """From ``widget``, which may lie in a dock that floats; nothing happens outside of a main window."""
    window: QWidget | None = widget
    while window is not None and not isinstance(window, QMainWindow):
        window = window.parentWidget()
    action = window.findChild(QAction, "action.look.focus_hex") if window is not None else None
    if window is not None and isinstance(action, QAction) and action.isEnabled():
        window.activateWindow()
        action.trigger()
