"""The words of the interface in the language of the person; the English ones are their own keys."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

CONTEXT = "bytescope"
"""One for all: a table's text, a label and a tip that read alike mean the same here."""


def tr(text: str) -> str:
    """``text``, which is English and in the program's source, in the language that was chosen."""
    return QCoreApplication.translate(CONTEXT, text) if text else ""
