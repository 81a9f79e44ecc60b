"""What makes a quick start of the program: how Qt is loaded, and when garbage is looked for."""

from __future__ import annotations

import builtins
import gc


def load() -> None:
    """Import Qt before anything else of the window, and undo what that does to every later import.

    For ``from __feature__ import snake_case``, which is not used here, PySide6 puts a function in the
    place of ``builtins.__import__`` that reads the source of each module imported after it and keeps
    it. That is up to a millisecond a module, and numpy, pyqtgraph and numba have hundreds.

    Garbage is not looked for until ``look_for_garbage``: a start makes thousands of classes and
    functions and drops none, and walking through them again and again takes a twentieth of it.
    """
    gc.disable()
    own = builtins.__import__
    import PySide6.QtCore  # noqa: F401

    builtins.__import__ = own


def look_for_garbage() -> None:
    """From now on; what is there will stay and is not walked through again."""
    gc.freeze()
    gc.enable()
