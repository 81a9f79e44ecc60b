"""The shares of the five classes of bytes: one bar in five parts, and their numbers below it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from bytescope.core.statistics.numbers import CLASSES
from bytescope.core.statistics.words import percent
from bytescope.ui.plots.histogram import class_colours
from bytescope.ui.theme import colours
from bytescope.ui.widgets.tips import plain_tip, told, tr

BAR, GAP = 14, 5


class ClassBar(QWidget):
    """Numbers stand in as many lines as the width asks for."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("statistics.classes")
        self.setAccessibleName(tr("Shares of the classes of bytes"))
        self._shares: list[float] | None = None
        self.setToolTip(plain_tip("\n".join(f"{told(name)}: {told(what)}" for name, what in CLASSES)))
        self._settle()

    def show_shares(self, shares: list[float] | None) -> None:
        """Show shares of the classes; None: nothing is known."""
        self._shares = shares
        self.setAccessibleDescription(" · ".join(self._texts()))
        self._settle()
        self.update()

    def _texts(self) -> list[str]:
        shares = self._shares
        return [
            told(name) if shares is None else f"{told(name)} {percent(share)}"
            for (name, _), share in zip(CLASSES, shares or [0.0] * len(CLASSES))
        ]

    def _places(self) -> list[tuple[int, int]]:
        """Where each text stands: x, and its line."""
        metrics, x, line = self.fontMetrics(), 0, 0
        found = []
        for text in self._texts():
            wide = metrics.horizontalAdvance(text) + metrics.height() + 16
            if x and x + wide > self.width():
                x, line = 0, line + 1
            found.append((x, line))
            x += wide
        return found

    def _settle(self) -> None:
        lines = self._places()[-1][1] + 1
        high = BAR + GAP + lines * (self.fontMetrics().height() + 2)
        if self.minimumHeight() != high:
            self.setFixedHeight(high)

    def sizeHint(self) -> QSize:
        return QSize(180, self.minimumHeight())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._settle()

    def paintEvent(self, event: QPaintEvent) -> None:
        own = colours(self.palette())
        inks = class_colours(own)
        painter = QPainter(self)
        x = 0.0
        for ink, share in zip(inks, self._shares or [0.0] * len(CLASSES)):
            wide = share * (self.width() - 1)
            painter.fillRect(QRectF(x, 0, wide, BAR), ink)
            x += wide
        painter.setPen(own.border)
        painter.drawRect(0, 0, self.width() - 1, BAR - 1)
        metrics = self.fontMetrics()
        side = metrics.height() - 6
        for ink, text, (left, line) in zip(inks, self._texts(), self._places()):
            top = BAR + GAP + line * (metrics.height() + 2)
            painter.fillRect(QRectF(left, top + 3, side, side), ink)
            painter.setPen(own.text)
            place = QRectF(left + side + 5, top, self.width(), metrics.height())
            painter.drawText(place, Qt.AlignmentFlag.AlignLeft, text)
        painter.end()
