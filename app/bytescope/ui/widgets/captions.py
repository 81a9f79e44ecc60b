"""Labels in front of and above inputs: plain text, and the mnemonic of their input."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget


def caption(text: str, parent: QWidget, buddy: QWidget | None = None) -> QLabel:
    """A label with ``text``, never markup; a letter behind & gives the keyboard to ``buddy``."""
    label = QLabel(parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setText(text)
    if buddy is not None:
        label.setBuddy(buddy)
    return label
