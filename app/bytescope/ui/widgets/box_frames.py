"""Frames of the check boxes of lists that can be seen in dark too; others have them by the theme."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex
from PySide6.QtWidgets import QApplication, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from bytescope.ui.theme import framing


def frame_boxes(widget: QWidget) -> None:
    """Give the check boxes of ``widget`` a frame like faint text; again after a change of theme."""
    widget.setPalette(framing(QApplication.palette()))


class FramedBoxes(QStyledItemDelegate):
    """Gives those of a list the same frame."""

    def initStyleOption(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().initStyleOption(option, index)
        option.palette = framing(option.palette)
