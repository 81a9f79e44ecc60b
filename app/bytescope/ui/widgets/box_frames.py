"""Frames of the check boxes of lists that can be seen in dark too; others have them by the theme."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from bytescope.ui.theme import framing


class FramedBoxes(QStyledItemDelegate):
    """Gives them the frame that the theme gives to all others."""

    def initStyleOption(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().initStyleOption(option, index)
        option.palette = framing(option.palette)
