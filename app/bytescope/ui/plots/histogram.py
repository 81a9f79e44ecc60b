"""How often each of the 256 values stands in a range: bars, linear or logarithmic."""

from __future__ import annotations

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QBrush, QColor
from PySide6.QtWidgets import QWidget

from bytescope.core.statistics import levels
from bytescope.core.statistics.numbers import CLASS_OF
from bytescope.core.statistics.summary import Summary
from bytescope.ui.plots.stat_plot import StatPlot, along
from bytescope.ui.theme import Colours, colours
from bytescope.ui.widgets.tips import tr

TOP = 1.03


def class_colours(own: Colours) -> tuple[QColor, ...]:
    """A colour for each of ``numbers.CLASSES``."""
    return own.nul, own.ones, own.printable, own.control, own.high


class HistogramPlot(StatPlot):
    """Places are values. The axis keeps its scale as long as the bars fit it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("histogram", tr("Histogram of byte values"), QSize(180, 130), parent)
        self.log = False
        self._top, self._decades = 0.0, 0
        self._bars = pg.BarGraphItem(x=np.arange(256) + 0.5, height=np.zeros(256), width=0.86)
        self._expected = pg.InfiniteLine(angle=0, movable=False)
        self._cursor = pg.InfiniteLine(angle=90, movable=False)
        for item in (self._bars, self._expected, self._cursor):
            self.box.addItem(item, ignoreBounds=True)
        self._expected.hide()
        self._cursor.hide()
        self.box.setXRange(0, 256, padding=0)
        self.box.setYRange(0, TOP, padding=0)
        self.below.setTicks([[(value + 0.5, f"{value:02X}") for value in (*range(0, 256, 32), 255)]])
        self.left.setTicks([[]])
        self.left.setWidth(58)
        self.dress()

    def show_summary(self, summary: Summary | None, log: bool) -> None:
        """Show other counts, or the same in another way."""
        if log != self.log or summary is None or self.summary is None or summary.range != self.summary.range:
            self._top, self._decades = 0.0, 0
        self.summary, self.log = summary, log
        self._expected.setVisible(summary is not None)
        if summary is None:
            self._bars.setOpts(height=np.zeros(256))
            self.left.setTicks([[]])
            return
        shares = summary.shares
        self._top = levels.top_of(shares, self._top)
        self._decades = levels.decades_of(shares, self._decades) if log else 0
        self._bars.setOpts(height=levels.heights(shares, self._top, self._decades))
        expected = levels.heights(np.array([1 / 256]), self._top, self._decades)
        self._expected.setValue(float(expected[0]))
        self.left.setTicks([levels.marks(self._top, self._decades)])

    def dress(self) -> None:
        super().dress()
        own = colours(self.palette())
        brushes = [QBrush(colour) for colour in class_colours(own)]
        self._bars.setOpts(brushes=[brushes[code] for code in CLASS_OF], pen=pg.mkPen(None))
        self._expected.setPen(pg.mkPen(own.muted, style=Qt.PenStyle.DashLine))
        self._cursor.setPen(pg.mkPen(own.text, width=1.5))

    def place_at(self, at: QPointF) -> int | None:
        value = int(at.x() // 1)
        return value if 0 <= value < 256 else None

    def step(self, at: int | None, key: int, far: bool) -> int | None:
        return along(at, key, far, 256, 16)

    def show_cursor(self, at: int | None) -> None:
        self._cursor.setVisible(at is not None)
        if at is not None:
            self._cursor.setValue(at + 0.5)
