"""Cells that are only text, painted without the style, which takes several times as long."""

from __future__ import annotations

from typing import Any, NamedTuple, Protocol

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPalette
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from bytescope.ui.widgets.value_delegate import Index, ValueDelegate

PAD = 4
SHORT = 9
"""Characters that always have room."""
KEPT = 2000
"""Texts whose cut is remembered."""
CHOSEN = QStyle.StateFlag.State_Selected.value | QStyle.StateFlag.State_HasFocus.value
ALIGNED = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextSingleLine)


class PlainText(NamedTuple):
    """What stands in a cell; ``colour`` is shown before it."""

    text: str
    muted: bool = False
    colour: QColor | None = None


class Plain(Protocol):
    """What the model of such cells can say."""

    def plain(self, index: Index) -> PlainText | None:
        """What stands in a cell; None where there is more to it."""
        ...


class TextPainter:
    """Paints texts cut to their cells; remembers the cuts and the colours of the palette."""

    def __init__(self) -> None:
        self._key = -1
        self._text = QColor()
        self._muted = QColor()
        self._cuts: dict[tuple[str, int], str] = {}

    def paint(
        self, painter: QPainter, rect: QRect, palette: QPalette, metrics: QFontMetrics, plain: PlainText
    ) -> None:
        """One cell; nothing is painted below the text."""
        if palette.cacheKey() != self._key:
            self._key = palette.cacheKey()
            self._text, self._muted = palette.text().color(), palette.placeholderText().color()
            self._cuts.clear()
        text = plain.text
        inside = rect.adjusted(PAD, 0, -PAD, 0)
        if plain.colour is not None:
            side = rect.height() - 6
            painter.setPen(self._muted)
            painter.setBrush(plain.colour)
            painter.drawRect(inside.left(), rect.top() + 3, side - 1, side - 1)
            inside.setLeft(inside.left() + side + PAD)
        painter.setPen(self._muted if plain.muted else self._text)
        if len(text) > SHORT:
            key = (text, inside.width())
            if (cut := self._cuts.get(key)) is None:
                if len(self._cuts) >= KEPT:
                    self._cuts.clear()
                cut = self._cuts[key] = metrics.elidedText(text, Qt.TextElideMode.ElideRight, key[1])
            text = cut
        painter.drawText(inside, ALIGNED, text)

    def forget(self) -> None:
        """Another font: the cuts are others."""
        self._cuts.clear()


class PlainCells(ValueDelegate):
    """For a model that is ``Plain``; a cell that is chosen or has more to it is left to the style."""

    def __init__(self, model: Plain, parent: Any) -> None:
        super().__init__(parent)
        self._model = model
        self.texts = TextPainter()

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        plain = None if option.state.value & CHOSEN else self._model.plain(index)
        if plain is None:
            super().paint(painter, option, index)
        elif plain.text:
            self.texts.paint(painter, option.rect, option.palette, option.fontMetrics, plain)
