"""Loads Qt before anything else of the window, and gives Python's own import statement back."""

from __future__ import annotations

import builtins


def load() -> None:
    """Import PySide6 and undo what it does to every later import.

    For ``from __feature__ import snake_case``, which is not used here, PySide6 puts a function in the
    place of ``builtins.__import__`` that reads the source of each module imported after it and keeps
    it. That is up to a millisecond a module, and numpy, pyqtgraph and numba have hundreds.
    """
    own = builtins.__import__
    import PySide6.QtCore  # noqa: F401

    builtins.__import__ = own
