"""Which pairs of neighbouring bytes stand in a range: a picture of 256 by 256, brighter for more."""

from __future__ import annotations

import numpy as np
import pyqtgraph as pg
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QGraphicsRectItem, QWidget

from bytescope.core.statistics.levels import brightness
from bytescope.core.statistics.summary import Summary
from bytescope.ui.plots.stat_plot import StatPlot
from bytescope.ui.theme import colours
from bytescope.ui.widgets.tips import tr


class DigramPlot(StatPlot):
    """Places are pairs: the first byte (downwards) times 256 plus the second (to the right)."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("digram", tr("Pairs of bytes"), QSize(180, 180), parent)
        self.box.invertY(True)
        self.box.setAspectLocked(True)
        self._image = pg.ImageItem(axisOrder="row-major")
        self._cursor = QGraphicsRectItem()
        for item in (self._image, self._cursor):
            self.box.addItem(item, ignoreBounds=True)
        self._cursor.hide()
        self.box.setRange(QRectF(0, 0, 256, 256), padding=0)
        ticks = [[(value + 0.5, f"{value:02X}") for value in (0, 64, 128, 192, 255)]]
        self.left.setTicks(ticks)
        self.below.setTicks(ticks)
        self.left.setWidth(30)
        self._pairs: object = None
        self.dress()

    def show_summary(self, summary: Summary | None) -> None:
        """Show the pairs of another summary."""
        self.summary = summary
        pairs = np.zeros((256, 256), np.int64) if summary is None else summary.pairs
        if pairs is not self._pairs:
            self._pairs = pairs
            self._image.setImage(brightness(pairs), autoLevels=False, levels=(0, 255))
            self._image.setRect(QRectF(0, 0, 256, 256))

    def dress(self) -> None:
        super().dress()
        own = colours(self.palette())
        self._image.setLookupTable(ramp((own.base, own.accent, own.text)))
        self._cursor.setPen(pg.mkPen(own.warning, width=2))

    def place_at(self, at: QPointF) -> int | None:
        first, second = int(at.y() // 1), int(at.x() // 1)
        return 256 * first + second if 0 <= first < 256 and 0 <= second < 256 else None

    def step(self, at: int | None, key: int, far: bool) -> int | None:
        by = 16 if far else 1
        keys = Qt.Key
        ways = {
            keys.Key_Left: (0, -by),
            keys.Key_Right: (0, by),
            keys.Key_Up: (-by, 0),
            keys.Key_Down: (by, 0),
            keys.Key_PageUp: (-16, 0),
            keys.Key_PageDown: (16, 0),
            keys.Key_Home: (0, -256),
            keys.Key_End: (0, 256),
        }
        way = ways.get(Qt.Key(key))
        if way is None:
            return None
        if at is None:
            return 0
        first, second = divmod(at, 256)
        return 256 * max(0, min(255, first + way[0])) + max(0, min(255, second + way[1]))

    def show_cursor(self, at: int | None) -> None:
        self._cursor.setVisible(at is not None)
        if at is not None:
            first, second = divmod(at, 256)
            self._cursor.setRect(QRectF(second - 1, first - 1, 3, 3))


def ramp(stops: tuple[QColor, ...]) -> NDArray[np.uint8]:
    """256 colours from the first over the others to the last, u1[256, 3]."""
    corners = np.array([(stop.red(), stop.green(), stop.blue()) for stop in stops], np.float64)
    at = np.linspace(0, len(stops) - 1, 256)
    columns = [np.interp(at, np.arange(len(stops)), corners[:, channel]) for channel in range(3)]
    return np.stack(columns, axis=1).round().astype(np.uint8)
