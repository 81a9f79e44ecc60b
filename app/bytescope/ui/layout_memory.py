"""What the window looked like when it was closed: its place, its docks, the split of the document."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize

if TYPE_CHECKING:
    from PySide6.QtCore import QByteArray

    from bytescope.ui.window import Window

LONGEST = 4096
"""Characters of a kept geometry; Qt's have about a hundred."""

DEFAULT_SIZE = (1280, 800)
DEFAULT_SPLIT = [560, 720]


def keep(window: Window) -> None:
    """Put the window's layout into the settings."""
    changes: dict[str, object] = {"geometry": _encoded(window.saveGeometry())}
    if window.docks is not None:
        changes |= {"docks": window.docks.places(), "docks_open": window.docks.are_open}
    if window.current is not None:
        changes["splitter"] = joined(window.current.splitter.sizes())
    window.workspace.remember(**changes)


def restore(window: Window) -> None:
    """Bring the window's place back; what does not fit (another screen, damage) is left out by Qt."""
    # Where there is less room the window keeps clear of the screen's borders and its own frame.
    window.resize(QSize(*DEFAULT_SIZE).boundedTo(window.screen().availableSize() * 0.94))
    if window.workspace.settings.geometry:
        window.restoreGeometry(_decoded(window.workspace.settings.geometry))


def restore_docks(window: Window) -> None:
    """Bring the docks back to where they were."""
    settings = window.workspace.settings
    if settings.docks and window.docks is not None:
        window.docks.put(settings.docks)


def split(kept: str) -> list[int]:
    """Widths of map and hex panel from the settings' text, or the default."""
    return parted(kept) or list(DEFAULT_SPLIT)


def parted(kept: str) -> list[int]:
    """Two widths from the settings' text; none where it is not two numbers."""
    parts = kept.split(",")
    if len(parts) == 2 and all(part.isascii() and part.isdigit() and len(part) < 6 for part in parts):
        return [int(part) for part in parts]
    return []


def joined(sizes: list[int]) -> str:
    """Widths as text for the settings."""
    return ",".join(str(n) for n in sizes)


def _encoded(state: QByteArray) -> str:
    import base64

    return base64.b64encode(state.data()).decode("ascii")


def _decoded(text: str) -> QByteArray:
    import base64

    from PySide6.QtCore import QByteArray

    if len(text) > LONGEST:
        return QByteArray()
    try:
        return QByteArray(base64.b64decode(text, validate=True))
    except ValueError:
        return QByteArray()
