"""The entropy of the blocks of a range, by place: a click goes there, a drag selects."""

from __future__ import annotations

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QPointF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QWidget

from bytescope.core.ranges import ByteRange
from bytescope.core.statistics import levels
from bytescope.core.statistics.summary import Summary
from bytescope.core.text.formats import hex_text
from bytescope.ui.plots.stat_plot import StatPlot, along
from bytescope.ui.theme import colours
from bytescope.ui.widgets.tips import tr

DRAGGED = 4
"""Pixels from which on a press and release are a drag."""

LABEL = 80
"""Pixels of a label below."""


class EntropyCurve(StatPlot):
    """Places are numbers of blocks. ``selected`` has a ByteRange: whole blocks that were dragged over."""

    selected = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("entropy", tr("Entropy by place"), QSize(180, 110), parent)
        self._curve = pg.PlotCurveItem(connect="finite")
        self._caret = pg.InfiniteLine(angle=90, movable=False)
        self._cursor = pg.InfiniteLine(angle=90, movable=False)
        self._area = pg.LinearRegionItem(movable=False)
        self._pressed: tuple[QPointF, int] | None = None
        self._anchor: int | None = None
        for item in (self._area, self._curve, self._caret, self._cursor):
            self.box.addItem(item, ignoreBounds=True)
        for item in (self._area, self._caret, self._cursor):
            item.hide()
        self.box.setYRange(0, 8.7, padding=0)
        self.left.setTicks([[(bits, str(bits)) for bits in range(0, 9, 2)]])
        self.left.setWidth(28)
        self.below.setTicks([[]])
        self.dress()

    def show_summary(self, summary: Summary | None) -> None:
        """Show the curve of another summary."""
        other = summary is None or self.summary is None or summary.range != self.summary.range
        self.summary = summary
        if other:
            self._area.hide()
            self._cursor.hide()
            self.cursor_at = self._anchor = None
        if summary is None:
            self._curve.setData([], [])
            self.below.setTicks([[]])
            return
        length = summary.range.length
        edges = np.minimum(np.arange(len(summary.read) + 1, dtype=np.float64) * summary.block, length)
        places = np.repeat(edges, 2)[1:-1]
        self._curve.setData(places, np.repeat(summary.entropy, 2))
        if other:
            self.box.setXRange(0, max(1, length), padding=0)
            self._mark()

    def show_caret(self, offset: int | None) -> None:
        """Where the caret is, if it is in the range."""
        range_ = self.summary.range if self.summary is not None else ByteRange(0, 0)
        inside = offset is not None and offset in range_
        self._caret.setVisible(inside)
        if inside and offset is not None:
            self._caret.setValue(offset - range_.start)

    def dress(self) -> None:
        super().dress()
        own = colours(self.palette())
        self._curve.setPen(pg.mkPen(own.accent, width=1.4))
        self._caret.setPen(pg.mkPen(own.warning, width=1.4, style=Qt.PenStyle.DotLine))
        self._cursor.setPen(pg.mkPen(own.text, width=1.5))
        fill = QColor(own.accent)
        fill.setAlpha(60)
        self._area.setBrush(fill)
        for line in self._area.lines:
            line.setPen(pg.mkPen(own.accent))
        self.left.setGrid(40)

    def place_at(self, at: QPointF) -> int | None:
        if self.summary is None:
            return None
        number = int(at.x() // self.summary.block)
        return number if 0 <= number < len(self.summary.read) else None

    def step(self, at: int | None, key: int, far: bool) -> int | None:
        count = len(self.summary.read) if self.summary is not None else 0
        return along(at, key, far, count, max(1, count // 16))

    def show_cursor(self, at: int | None) -> None:
        self._cursor.setVisible(at is not None)
        if at is not None and self.summary is not None:
            block = self.summary.block_range(at)
            self._cursor.setValue((block.start + block.end) / 2 - self.summary.range.start)

    # -- dragging, by pointer and with Shift --------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Shift and an arrow extend what is marked; Enter then selects it."""
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        arrows = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Home, Qt.Key.Key_End)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._anchor is not None:
            if self.cursor_at is not None:
                self._select(self._anchor, self.cursor_at)
            return
        before = self.cursor_at
        super().keyPressEvent(event)
        if event.key() not in arrows or self.cursor_at is None:
            return
        if not shift:
            self._anchor = None
            self._area.hide()
        else:
            self._anchor = before if self._anchor is None else self._anchor
            if self._anchor is not None:
                self._show_area(self._anchor, self.cursor_at)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        at = self.under(event)
        self._anchor = None
        self._area.hide()
        if event.button() == Qt.MouseButton.LeftButton and at is not None:
            self._pressed = event.position(), at

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        if self._pressed is not None and self._far(event):
            self._show_area(self._pressed[1], self._nearest(event))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        pressed, self._pressed = self._pressed, None
        if pressed is None or event.button() != Qt.MouseButton.LeftButton:
            return
        if abs(event.position().x() - pressed[0].x()) >= DRAGGED:
            self._select(pressed[1], self._nearest(event))
        else:
            super().mouseReleaseEvent(event)

    def _far(self, event: QMouseEvent) -> bool:
        return self._pressed is not None and abs(event.position().x() - self._pressed[0].x()) >= DRAGGED

    def _nearest(self, event: QMouseEvent) -> int:
        """The block under the pointer, or the one nearest to it."""
        if self.summary is None:
            return 0
        at = self.box.mapSceneToView(self.mapToScene(event.position().toPoint())).x()
        return int(max(0, min(len(self.summary.read) - 1, at // self.summary.block)))

    def _blocks(self, one: int, two: int) -> ByteRange:
        assert self.summary is not None
        first, last = sorted((one, two))
        return ByteRange(self.summary.block_range(first).start, self.summary.block_range(last).end)

    def _show_area(self, one: int, two: int) -> None:
        if self.summary is not None:
            blocks, start = self._blocks(one, two), self.summary.range.start
            self._area.setRegion((blocks.start - start, blocks.end - start))
            self._area.show()

    def _select(self, one: int, two: int) -> None:
        self._anchor = None
        if self.summary is not None:
            self._show_area(one, two)
            self.selected.emit(self._blocks(one, two))

    def _mark(self) -> None:
        """Label round offsets, as many as there is room for."""
        if self.summary is None:
            return
        range_ = self.summary.range
        most = max(2, int(self.width() - 40) // LABEL)
        offsets = levels.round_offsets(range_.start, range_.end, most)
        self.below.setTicks([[(at - range_.start, hex_text(at)) for at in offsets]])

    def resizeEvent(self, event: object) -> None:
        super().resizeEvent(event)
        if hasattr(self, "_curve"):
            self._mark()
