"""How Qt is loaded: quickly, never where it would bring the program down, and open to screen readers."""

from __future__ import annotations

import builtins
import gc
import sys
from functools import cache, wraps
from types import FunctionType
from typing import TYPE_CHECKING, Any

from bytescope.core.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QObject
    from PySide6.QtGui import QAccessibleInterface

_CALLS = 100

_PAINTED = {"HexGridView": True, "MapSurface": False}
"""The classes of painted widgets that are told as text, and whether it can be edited."""


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
    import PySide6.QtCore

    builtins.__import__ = own
    if reason := unfit(PySide6.__version_info__, sys.version_info):
        raise InputError(reason)
    survive_errors()


def survive_errors() -> None:
    """Let an error in a method that Qt calls be an error: before Python 3.12 it can end the program.

    There PySide6 adds the method's name to the words of what was raised, and takes for granted that it is an
    object. Until somebody catches it, what C raised (a missing key, "already deleted") is a mere text to
    Python 3.11, and reading it as an object is a segmentation fault. So methods that stand in for ones of
    Qt's, in classes that are made from now on, catch and raise it again.
    """
    if sys.version_info >= (3, 12):
        return
    from PySide6.QtCore import QObject

    ancestor: Any = QObject.__mro__[-2]  # of all classes of Qt

    def catch(cls: type, /, **options: object) -> None:
        super(ancestor, cls).__init_subclass__(**options)
        qt = [vars(base) for base in cls.__mro__ if base.__module__.startswith("PySide6.")]
        for name, method in [*vars(cls).items()]:
            if isinstance(method, FunctionType) and name[:2] != "__" and any(name in base for base in qt):
                setattr(cls, name, _caught(method))

    ancestor.__init_subclass__ = classmethod(catch)


def _caught(method: Callable[..., Any]) -> Callable[..., Any]:
    @wraps(method)
    def called(*arguments: Any, **named: Any) -> Any:
        try:
            return method(*arguments, **named)
        except BaseException:
            raise  # as an object now

    return called


def unfit(toolkit: tuple[object, ...], python: tuple[object, ...]) -> str:
    """Why this PySide6 cannot be used with this Python, and what to do; "" where it can."""
    name = f"PySide6 {'.'.join(map(str, toolkit[:3]))}"
    if toolkit[:3] == (6, 9, 1):
        return f"{name} cannot draw the page map; {_mend('PySide6-Essentials!=6.9.1,<6.12')}."
    if toolkit[:2] >= (6, 12) and python[:2] < (3, 12):
        return _deadly(name, python)
    return ""


def _deadly(name: str, python: tuple[object, ...]) -> str:
    version = ".".join(map(str, python[:2]))
    return (
        f"{name} brings Python {version} down after some thousand calls, and unsaved edits with it; "
        f"{_mend('PySide6-Essentials>=6.8.3,!=6.9.1,<6.12')}, or use Python 3.12 or newer."
    )


def _mend(wanted: str) -> str:
    return f"install another by '{sys.executable or 'python3'} -m pip install \"{wanted}\"'"


def check() -> None:
    """Measure what ``unfit`` knows by number: whether calls of Qt use up None. InputError if they do.

    From Python 3.12 on None cannot be used up.
    """
    if sys.version_info < (3, 12) and used_up() >= _CALLS // 2:
        import PySide6

        raise InputError(_deadly(f"PySide6 {PySide6.__version__}", sys.version_info))


def used_up() -> int:
    """References to None that are gone after a hundred calls of Qt that give nothing back.

    Of the smallest class there is: a painter would cost a millisecond before the first bytes.
    """
    from PySide6.QtCore import QPoint

    move = QPoint().setX
    before = sys.getrefcount(None)
    for _ in range(_CALLS):
        move(0)
    return before - sys.getrefcount(None)


def look_for_garbage() -> None:
    """From now on; what is there will stay and is not walked through again."""
    gc.freeze()
    gc.enable()


@cache
def tell_readers() -> None:
    """From now on screen readers find text in what is painted; not where they asked before."""
    from PySide6.QtGui import QAccessible

    QAccessible.installFactory(_face)


def _face(name: str, widget: QObject) -> QAccessibleInterface | None:
    """Qt asks this for each object, by the name of its class and of those that it is derived from."""
    if name not in _PAINTED:
        return None
    from PySide6.QtWidgets import QWidget

    from bytescope.ui.spoken import Face

    return Face(widget, editable=_PAINTED[name]) if isinstance(widget, QWidget) else None
