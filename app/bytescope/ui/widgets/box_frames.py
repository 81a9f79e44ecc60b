"""Frames of check boxes that can be seen: Fusion's are a darker shade of the window, lost on a dark one."""

from __future__ import annotations

from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication, QWidget


def frame_boxes(widget: QWidget) -> None:
    """Give the check boxes of ``widget`` a frame like faint text; again after a change of theme."""
    palette = QPalette(QApplication.palette())
    faint = palette.color(QPalette.ColorRole.PlaceholderText)
    palette.setColor(QPalette.ColorRole.Window, faint.lighter(140))  # the style darkens it by as much
    widget.setPalette(palette)
