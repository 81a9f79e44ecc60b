"""What the window looked like when it was closed: its place, its docks, the split of the document."""

from __future__ import annotations

import base64
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray

if TYPE_CHECKING:
    from bytescope.ui.window import Window

VERSION = 1
"""Goes up when docks change, so that an old state is not applied to them."""

DEFAULT_SPLIT = [560, 720]


def keep(window: Window) -> None:
    """Put the window's layout into the settings."""
    changes = {"geometry": _encoded(window.saveGeometry()), "docks": _encoded(window.saveState(VERSION))}
    if window.current is not None:
        changes["splitter"] = ",".join(str(n) for n in window.current.splitter.sizes())
    window.workspace.remember(**changes)


def restore(window: Window) -> None:
    """Bring the layout of the settings back; what does not fit (another screen, damage) is left out by Qt."""
    settings = window.workspace.settings
    if settings.geometry:
        window.restoreGeometry(_decoded(settings.geometry))
    if settings.docks:
        window.restoreState(_decoded(settings.docks), VERSION)


def split(kept: str) -> list[int]:
    """Widths of map and hex panel from the settings' text, or the default."""
    parts = kept.split(",")
    if len(parts) == 2 and all(part.isascii() and part.isdigit() and len(part) < 6 for part in parts):
        return [int(part) for part in parts]
    return list(DEFAULT_SPLIT)


def _encoded(state: QByteArray) -> str:
    return base64.b64encode(state.data()).decode("ascii")


def _decoded(text: str) -> QByteArray:
    try:
        return QByteArray(base64.b64decode(text, validate=True))
    except ValueError:
        return QByteArray()
