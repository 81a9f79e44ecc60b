"""Frames of check boxes that can be seen: Fusion's are a darker shade of the window, lost on a dark one."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication, QStyledItemDelegate, QStyleOptionViewItem, QWidget


def frame_boxes(widget: QWidget) -> None:
    """Give the check boxes of ``widget`` a frame like faint text; again after a change of theme."""
    widget.setPalette(_framing(QApplication.palette()))


class FramedBoxes(QStyledItemDelegate):
    """Gives those of a list the same frame."""

    def initStyleOption(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().initStyleOption(option, index)
        option.palette = _framing(option.palette)


def _framing(palette: QPalette) -> QPalette:
    made = QPalette(palette)
    faint = made.color(QPalette.ColorRole.PlaceholderText)
    made.setColor(QPalette.ColorRole.Window, faint.lighter(140))  # the style darkens it by as much
    return made
