"""The words that people read: English in the source, in the language that was chosen on the screen."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

CONTEXT = "bytescope"
"""One for all: a table's text, a label and a tip that read alike mean the same here."""


def tr(text: str, /, **holes: object) -> str:
    """``text``, which is English and in the program's source, in the language that was chosen.

    With ``holes`` its ``{names}`` are filled in as ``str.format`` does: a whole sentence is translated, and a
    language can have its parts in another order.
    """
    said = QCoreApplication.translate(CONTEXT, text) if text else ""
    return said.format(**holes) if holes else said


def tr_n(count: int, one: str, many: str, /, **holes: object) -> str:
    """``one`` or ``many``, as English has it for ``count``, which is ``{n}`` in them with its commas."""
    return tr(one if count == 1 else many, n=f"{count:,}", **holes)


def tr_later(text: str, /) -> str:
    """``text`` as it is: one of a table, that is given to ``tr`` where it is shown."""
    return text
