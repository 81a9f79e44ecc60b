"""Icons: our own line drawings, in the colour of the text beside them."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QIcon, QPainter, QPalette, QPixmap

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

    from PySide6.QtSvg import QSvgRenderer

_SIZES = (16, 24, 32, 48)
"""Menus and toolbars, at scales 1 and 2; Qt takes the nearest and never enlarges."""

_APP_SIZES = (16, 32, 48, 64, 128, 256)


def icon(name: str, palette: QPalette) -> QIcon:
    """The drawing ``name`` in the palette's text colours, normal and disabled.

    It keeps its colour: ask again when the palette changes. An unknown name raises ``KeyError``.
    """
    group = QPalette.ColorGroup
    result = QIcon()
    for mode, colours in ((QIcon.Mode.Normal, group.Active), (QIcon.Mode.Disabled, group.Disabled)):
        colour = palette.color(colours, QPalette.ColorRole.ButtonText).name()
        renderer = _renderer(_drawing(name).replace(b"currentColor", colour.encode()))
        for size in _SIZES:
            result.addPixmap(_painted(renderer, size), mode)
    return result


@cache
def blank() -> QIcon:
    """Takes the room of an icon until that is drawn, so that nothing moves then."""
    result = QIcon()
    for size in _SIZES:
        pixmap = QPixmap(size, size)
        pixmap.fill(Qt.GlobalColor.transparent)
        result.addPixmap(pixmap)
    return result


def app_icon() -> QIcon:
    """The program's own icon, for windows and task bars."""
    renderer = _renderer(_drawing("bytescope"))
    result = QIcon()
    for size in _APP_SIZES:
        result.addPixmap(_painted(renderer, size))
    return result


@cache
def _drawing(name: str) -> bytes:
    file = _folder() / f"{name}.svg"
    try:
        return file.read_bytes()
    except FileNotFoundError:
        raise KeyError(f"no icon is called {name}") from None


@cache
def _folder() -> Traversable:
    from importlib.resources import files

    return files("bytescope_data") / "icons"


def _renderer(drawing: bytes) -> QSvgRenderer:
    # Neither this library nor the one that finds the drawings is needed for the first picture.
    from PySide6.QtCore import QByteArray
    from PySide6.QtSvg import QSvgRenderer

    return QSvgRenderer(QByteArray(drawing))


def _painted(renderer: QSvgRenderer, size: int) -> QPixmap:
    pixmap = QPixmap(size, size)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    renderer.render(painter)
    painter.end()
    return pixmap
