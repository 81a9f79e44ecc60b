"""The map with its legend as the bytes of a PNG or SVG file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QPointF, QRectF
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QImage, QPainter

from bytescope.core.geometry import raster
from bytescope.core.geometry.map_legend import GROUND, INK, SOFT, Legend, Tile, Words, laid_out
from bytescope.core.geometry.map_svg import svg

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from bytescope.core.geometry.picture import MapPicture

FONTS = ["DejaVu Sans", "Verdana", "Helvetica", "sans-serif"]

LETTERS = 14.0
"""Size of the legend's letters in pixels, at scale 1."""


def encoded(picture: MapPicture, legend: Legend | None, kind: str, scale: float = 1.0) -> bytes:
    """``picture`` and, below it, ``legend``; ``kind`` is "png" (which needs a QGuiApplication) or "svg"."""
    if kind == "svg":
        return "\n".join(svg(picture, legend, LETTERS * scale)).encode() + b"\n"
    image = _image(raster.fastest()(picture, None))
    if legend is not None:
        image = _with_legend(image, legend, LETTERS * scale)
    # Made in memory and written by us: Qt takes no name that is not UTF-8, and tells no reason.
    buffer = QBuffer()
    image.save(buffer, "PNG")  # type: ignore[call-overload]
    return bytes(buffer.data().data())


def _image(pixels: NDArray[np.uint8]) -> QImage:
    """A copy of RGBA pixels."""
    height, width, _ = pixels.shape
    return QImage(pixels.data, width, height, 4 * width, QImage.Format.Format_RGBA8888).copy()


def _with_legend(map_: QImage, legend: Legend, size: float) -> QImage:
    height, items = laid_out(legend, map_.width(), size)
    out = QImage(map_.width(), map_.height() + height, QImage.Format.Format_RGB32)
    out.fill(QColor(*GROUND[legend.dark]))
    painter = QPainter(out)
    painter.drawImage(0, 0, map_)
    painter.translate(0, map_.height())
    for item in items:
        if isinstance(item, Words):
            _draw_words(painter, item, legend.dark)
        else:
            _draw_tile(painter, item)
    painter.end()
    return out


def _draw_words(painter: QPainter, item: Words, dark: bool) -> None:
    font = QFont(FONTS)
    font.setPixelSize(max(1, round(item.size)))
    font.setBold(item.bold)
    painter.setFont(font)
    painter.setPen(QColor(*(SOFT if item.soft else INK)[dark]))
    share = {"start": 0.0, "middle": 0.5, "end": 1.0}[item.anchor]
    left = item.x - share * QFontMetricsF(font).horizontalAdvance(item.text)
    painter.drawText(QPointF(left, item.y), item.text)


def _draw_tile(painter: QPainter, item: Tile) -> None:
    place = QRectF(item.x, item.y, item.width, item.height)
    painter.drawImage(place, _image(item.pixels.copy()))
    painter.setPen(QColor("#808890"))
    painter.drawRect(place)
