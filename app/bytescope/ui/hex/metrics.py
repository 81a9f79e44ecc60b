"""Pixels of the hex view: from font and size to where columns, rows and header stand."""

from __future__ import annotations

import math
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFont, QFontDatabase, QFontInfo, QFontMetricsF

from bytescope.core.geometry.hex_grid import HexGrid, Place
from bytescope.ui.widgets.tips import tr_later

FALLBACK = "DejaVu Sans Mono"
SMALLEST, LARGEST = 6, 40
PAGE_TITLE, OFFSET_TITLE = tr_later("Page"), tr_later("Offset")


def fixed_font(points: int = 0, family: str = "") -> QFont:
    """The font ``family``, the desktop's monospaced one, or ours where it has none.

    ``points`` 0 keeps the desktop's size.
    """
    font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
    if family:
        chosen = QFont(family, font.pointSize() if font.pointSize() > 0 else 10)
        font = chosen if QFontInfo(chosen).fixedPitch() else font
    if not QFontInfo(font).fixedPitch():
        font = QFont(FALLBACK, font.pointSize() if font.pointSize() > 0 else 10)
    font.setStyleHint(QFont.StyleHint.Monospace)
    font.setFixedPitch(True)
    if points:
        font.setPointSize(min(max(points, SMALLEST), LARGEST))
    return font


class Metrics(NamedTuple):
    """Width of a character, height of a line and its baseline, all whole device pixels (so: crisp)."""

    char: float
    line: float
    baseline: float
    pixel: float

    @classmethod
    def of(cls, font: QFont, ratio: float) -> Metrics:
        """The metrics of ``font`` on a screen with ``ratio`` device pixels to one of ours."""
        own = QFontMetricsF(font)
        char = max(1, round(own.horizontalAdvance("0") * ratio)) / ratio
        ascent = math.ceil(own.ascent() * ratio)
        line = ascent + math.ceil(own.descent() * ratio) + max(2, round(2 * ratio))
        return cls(char, line / ratio, (ascent + round(ratio)) / ratio, 1 / ratio)


class Layout(NamedTuple):
    """Where the parts of the view stand. ``shift`` is how far the bytes are scrolled to the left."""

    metrics: Metrics
    grid: HexGrid
    page_digits: int
    offset_digits: int
    width: float
    height: float
    shift: float = 0.0

    @property
    def page_x(self) -> float:
        return round(self.metrics.char * 0.75)

    @property
    def offset_x(self) -> float:
        return self.page_x + (max(self.page_digits, len(PAGE_TITLE)) + 1) * self.metrics.char

    @property
    def bytes_x(self) -> float:
        """Where the bytes column begins while it is not scrolled."""
        return self.offset_x + (max(self.offset_digits, len(OFFSET_TITLE)) + 2) * self.metrics.char

    @property
    def edge(self) -> float:
        """Left of it nothing scrolls sideways."""
        return self.bytes_x - self.metrics.char

    @property
    def top(self) -> float:
        """Where the first line begins, below the header."""
        return self.metrics.line + 4

    @property
    def chars(self) -> int:
        """Characters of bytes and text that fit beside the offsets."""
        return max(0, int((self.width - self.bytes_x) / self.metrics.char))

    @property
    def overflow(self) -> float:
        """Pixels of bytes and text that do not fit."""
        return max(0.0, self.bytes_x + self.grid.width * self.metrics.char - self.width)

    @property
    def whole_lines(self) -> int:
        return max(1, int((self.height - self.top) / self.metrics.line))

    @property
    def lines(self) -> int:
        """Lines in sight, one that is cut at the bottom included."""
        return max(1, math.ceil((self.height - self.top) / self.metrics.line))

    def x(self, chars: float) -> float:
        """The x of a place of the grid, as scrolled."""
        return self.bytes_x - self.shift + chars * self.metrics.char

    def y(self, line: int) -> float:
        return self.top + line * self.metrics.line

    def rect(self, line: int, chars: float, width: float) -> QRectF:
        """The rectangle of ``width`` characters from ``chars`` on."""
        return QRectF(self.x(chars), self.y(line), width * self.metrics.char, self.metrics.line)

    def line_at(self, y: float) -> int:
        """The line at ``y``; negative above the first."""
        return math.floor((y - self.top) / self.metrics.line)

    def place_at(self, point: QPointF, row: int) -> Place:
        """The place of the grid at the x of ``point`` in ``row``."""
        return self.grid.hit_test((point.x() - self.bytes_x + self.shift) / self.metrics.char, row)
