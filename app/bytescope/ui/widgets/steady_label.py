"""A line of text that changes often and moves nothing else."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

MARGIN = 4


class SteadyLabel(QWidget):
    """Plain text on one line, cut at the right where there is no room.

    A QLabel asks for a new layout of the whole window each time its text changes, and with it everything
    is painted anew. This one asks only when it has to become wider, and never becomes narrower again.
    With ``greedy`` it takes the room there is and never asks at all. ``least``: pixels to which it may be
    cut where the window is narrow, and which it always has (None: it is never cut).
    """

    def __init__(
        self, parent: QWidget | None = None, *, greedy: bool = False, least: int | None = None
    ) -> None:
        super().__init__(parent)
        self._text = ""
        self._widest = ""
        self._greedy = greedy
        self._least = least
        self.setAutoFillBackground(True)
        cut = QSizePolicy.Policy.Ignored if greedy else QSizePolicy.Policy.Preferred
        across = cut if greedy or least is not None else QSizePolicy.Policy.Minimum
        self.setSizePolicy(across, QSizePolicy.Policy.Fixed)

    def text(self) -> str:
        """The whole text, also where it is cut."""
        return self._text

    def setText(self, text: str) -> None:
        """Show ``text``; markup in it is shown as it stands."""
        if text == self._text:
            return
        self._text = text
        self.setAccessibleDescription(text)
        if not self._greedy and self._width_of(text) > self._width_of(self._widest):
            self._widest = text
            self.updateGeometry()
        self.update()

    def clear(self) -> None:
        self.setText("")

    def sizeHint(self) -> QSize:
        return QSize(
            max(self._least or 0, self._width_of(self._widest)), self.fontMetrics().height() + MARGIN
        )

    def minimumSizeHint(self) -> QSize:
        wanted = self.sizeHint()
        return wanted if self._least is None else QSize(self._least, wanted.height())

    def _width_of(self, text: str) -> int:
        # Asked anew each time: the font is another one once the style has polished the widget.
        # One more, as the advance is rounded and a text that is a third of a pixel wider would be cut.
        return self.fontMetrics().horizontalAdvance(text) + 2 * MARGIN + 1

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        place = self.rect().adjusted(MARGIN, 0, -MARGIN, 0)
        shown = self.fontMetrics().elidedText(self._text, Qt.TextElideMode.ElideRight, place.width())
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.drawText(place, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)
        painter.end()
