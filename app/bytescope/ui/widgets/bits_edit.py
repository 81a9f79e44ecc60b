"""The bits of a number as small boxes: a click or Space turns one over."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from bytescope.ui.theme import colours
from bytescope.ui.widgets.tips import tr

PER_LINE = 16
_KEYS = {Qt.Key.Key_Left: 1, Qt.Key.Key_Right: -1, Qt.Key.Key_Up: PER_LINE, Qt.Key.Key_Down: -PER_LINE}


class BitsEdit(QWidget):
    """``flipped`` has the number of the bit that was turned over, 0 for the one that counts least."""

    flipped = Signal(object)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(tr("Bits"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._value: int | None = None
        self._bits = 8
        self._at = 7
        self._writable = False

    @property
    def at(self) -> int:
        """The bit that keys act on."""
        return self._at

    def show_value(self, value: int | None, bits: int, writable: bool) -> None:
        """Show the ``bits`` bits of ``value``; None: there is no value."""
        if (value, bits, writable) == (self._value, self._bits, self._writable):
            return
        if bits != self._bits:
            self._bits = bits
            self._at = min(self._at, bits - 1)
            self.updateGeometry()
        self._value, self._writable = value, writable
        self._describe()
        self.update()

    def rect_of(self, bit: int) -> QRect:
        """Where a bit is drawn; the ones that count most stand first."""
        place = self._bits - 1 - bit
        line, column = divmod(place, PER_LINE)
        width, height = self._cell()
        x = column * width + column // 4 * (width // 2)
        return QRect(x + 1, line * (height + 2) + 1, width, height)

    def sizeHint(self) -> QSize:
        last = self.rect_of(0)
        widest = self.rect_of(max(0, self._bits - PER_LINE))
        return QSize(widest.right() + 3, last.bottom() + 3)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    # -- events -------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        own = colours(self.palette())
        for bit in range(self._bits):
            rect = self.rect_of(bit)
            on = self._value is not None and bool(self._value >> bit & 1)
            painter.fillRect(rect, own.selection_back if on else own.base)
            current = bit == self._at and self.hasFocus()
            painter.setPen(QPen(own.caret if current else own.border, 2 if current else 1))
            painter.drawRect(rect.adjusted(0, 0, -1, -1))
            painter.setPen(own.selection_text if on else own.text)
            text = "–" if self._value is None else str(int(on))
            painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, text)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        point = event.position().toPoint()
        for bit in range(self._bits):
            if event.button() == Qt.MouseButton.LeftButton and self.rect_of(bit).contains(point):
                self._go(bit)
                self._flip()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _KEYS:
            to = self._at + _KEYS[key]
            self._go(to if 0 <= to < self._bits else self._at)
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self._go(self._bits - 1 if key == Qt.Key.Key_Home else 0)
        elif key in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._flip()
        elif key in (Qt.Key.Key_0, Qt.Key.Key_1):
            if self._value is not None and (self._value >> self._at & 1) != (key == Qt.Key.Key_1):
                self._flip()
            self._go(max(0, self._at - 1))
        else:
            super().keyPressEvent(event)

    # -- inside -------------------------------------------------------------------------------

    def _cell(self) -> tuple[int, int]:
        metrics = self.fontMetrics()
        return metrics.horizontalAdvance("0") + 8, metrics.height() + 2

    def _go(self, bit: int) -> None:
        self._at = bit
        self._describe()
        self.update()

    def _flip(self) -> None:
        if self._value is not None and self._writable:
            self.flipped.emit(self._at)

    def _describe(self) -> None:
        if self._value is None:
            self.setAccessibleDescription(tr("no bytes here"))
        else:
            self.setAccessibleDescription(
                tr("bit {at} is {value}", at=self._at, value=self._value >> self._at & 1)
            )
