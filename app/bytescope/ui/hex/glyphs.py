"""Glyph numbers of one font, looked up once, so that a frame is a few glyph runs and no text layout."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from PySide6.QtCore import QPointF
from PySide6.QtGui import QFont, QGlyphRun, QPainter, QRawFont

from bytescope.core.geometry.hex_grid import Base, digits_for, digits_text
from bytescope.core.text.encodings import char_table

LOST_MARK, MISSING_MARK = "?", "·"


class Glyphs:
    """The glyphs of ``font``: digits of a byte in each base, characters of each encoding."""

    def __init__(self, font: QFont) -> None:
        self.font = font
        self._raw = QRawFont.fromFont(font)
        self._known: dict[str, int] = {}
        self._digits: dict[Base, tuple[tuple[int, ...], ...]] = {}
        self._texts: dict[str, tuple[int, ...]] = {}

    def of(self, char: str) -> int:
        """The glyph of a character; that of a dot where the font has none."""
        found = self._known.get(char)
        if found is None:
            numbers = self._raw.glyphIndexesForString(char)
            found = numbers[0] if numbers and numbers[0] else self._raw.glyphIndexesForString(".")[0]
            self._known[char] = found
        return found

    def line(self, text: str) -> list[int]:
        """The glyphs of ``text``, one a character."""
        found = self._raw.glyphIndexesForString(text)
        return found if len(found) == len(text) and 0 not in found else [self.of(char) for char in text]

    def digits(self, base: Base) -> tuple[tuple[int, ...], ...]:
        """For each digit of a byte the glyphs of the 256 values."""
        if base not in self._digits:
            texts = _byte_texts(base)
            self._digits[base] = tuple(
                tuple(self.of(text[index]) for text in texts) for index in range(digits_for(1, base))
            )
        return self._digits[base]

    def text(self, encoding: str) -> tuple[int, ...]:
        """The glyphs of the 256 byte values in ``encoding``."""
        if encoding not in self._texts:
            self._texts[encoding] = tuple(self.of(char) for char in char_table(encoding))
        return self._texts[encoding]

    def draw(self, painter: QPainter, glyphs: Sequence[int], at: Sequence[QPointF]) -> None:
        """Draw ``glyphs`` with their baselines' left ends at ``at``, in the painter's pen."""
        run = QGlyphRun()
        run.setRawFont(self._raw)
        run.setGlyphIndexes(glyphs)
        run.setPositions(at)
        painter.drawGlyphRun(QPointF(), run)

    def draw_text(self, painter: QPainter, text: str, x: float, baseline: float, advance: float) -> None:
        """Draw ``text`` with one character every ``advance`` pixels; words of other scripts as they are."""
        if not text.isascii():
            painter.setFont(self.font)
            painter.drawText(QPointF(x, baseline), text)
            return
        self.draw(painter, self.line(text), [QPointF(x + i * advance, baseline) for i in range(len(text))])


@cache
def _byte_texts(base: Base) -> tuple[str, ...]:
    return tuple(digits_text(value, 1, base) for value in range(256))
