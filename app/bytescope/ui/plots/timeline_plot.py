"""The lanes of the timeline with their marks, the play head, and now."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QEvent, QPointF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QWidget

from bytescope.core.touched.lanes import LANE_OF, LANES
from bytescope.core.touched.touch import Touch
from bytescope.ui.plots.time_axis import TimeAxis
from bytescope.ui.widgets.tips import tr

if TYPE_CHECKING:
    from bytescope.core.touched.lanes import Marks

NEAR = 10
"""Pixels within which the pointer means a mark."""

LEAST_SECONDS, MARGIN = 10.0, 0.03
"""No less is shown; and the part of it that is left free at both ends."""

SYMBOLS = {Touch.UNDO: "o", Touch.RESIDENT: "t1", Touch.EVICTED: "t"}
"""Two kinds in one lane are told apart by shape: undone is a ring, up and down are into and out of memory."""

_HOLLOW = frozenset({Touch.UNDO})


class TimelinePlot(pg.GraphicsView):
    """Shows marks by time. ``wished`` has a time (seconds of the clock) that was clicked or dragged to.

    ``hovered`` has the number of the touch under the pointer, None beside all of them.
    """

    wished = Signal(object)
    hovered = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, useOpenGL=False)
        self.setObjectName("timeline.plot")
        self.setAccessibleName(tr("Timeline of touches"))
        self.viewport().setAccessibleName(self.accessibleName())
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._marks: dict[Touch, Marks] = {}
        self._follows = True
        self._under: int | None = None
        # Not a PlotWidget: that makes menus of its own, which nobody here would see and nobody closes.
        self.axis, self.lanes = TimeAxis(), pg.AxisItem("left")
        self._box = pg.ViewBox(enableMenu=False)
        self._box.setMouseEnabled(x=True, y=False)
        self._box.invertY(True)
        self._box.sigRangeChangedManually.connect(self._on_ranged)
        room = pg.GraphicsLayout()
        room.setSpacing(0)
        self.setCentralItem(room)
        for item, row, column in ((self.lanes, 0, 0), (self._box, 0, 1), (self.axis, 1, 1)):
            room.addItem(item, row, column)
        for axis in (self.axis, self.lanes):
            axis.linkToView(self._box)
        self._rows: dict[int, int] = {}
        self._arrange(set())
        for action in self.scene().contextMenu:
            action.setParent(None)  # pyqtgraph's own export, which nobody can reach here
        self.scene().contextMenu.clear()
        self._scatters = {kind: pg.ScatterPlotItem(pxMode=True) for kind in LANE_OF}
        for scatter in self._scatters.values():
            scatter.setAcceptedMouseButtons(Qt.MouseButton.NoButton)
            self._box.addItem(scatter, ignoreBounds=True)
        self._now = pg.InfiniteLine(angle=90, movable=False)
        self._head = pg.InfiniteLine(angle=90, movable=True)
        self._head.sigDragged.connect(self._on_dragged)
        for line in (self._now, self._head):
            self._box.addItem(line, ignoreBounds=True)
        for item in (self._head, self._now, self.axis, self.lanes):
            item.hide()
        self.scene().sigMouseClicked.connect(self._on_clicked)
        self._dress()

    # -- what is shown ------------------------------------------------------------------------

    def show_marks(self, marks: dict[Touch, Marks]) -> None:
        """Show other marks; the time in view follows, unless a person chose it."""
        self._marks = marks
        times = [found.times for found in marks.values() if len(found.times)]
        if times and not self.axis.base:
            self.axis.base = float(np.floor(min(found.min() for found in times)))
        for item in (self.axis, self.lanes, self._now):
            item.setVisible(bool(times))  # an axis without a time would show one of 1970
        self._arrange({LANE_OF[kind] for kind, found in marks.items() if len(found.times)})
        for kind, scatter in self._scatters.items():
            found = marks.get(kind)
            if found is None or not len(found.times):
                scatter.clear()
                continue
            row = np.full(len(found.times), float(self._rows[LANE_OF[kind]]))
            scatter.setData(x=found.times - self.axis.base, y=row, size=found.sizes)
        self.tick()

    def forget(self) -> None:
        """Another document is shown from now on."""
        self.axis.base = 0.0
        self._follows = True
        self.show_marks({})

    def show_head(self, at: float | None) -> None:
        """Put the play head at a time of the clock; None: there is none, now is shown."""
        self._head.setVisible(at is not None)
        if at is not None:
            self._head.setValue(at - self.axis.base)
            if not self._follows:
                self._keep_in_view(at - self.axis.base)

    def show_clock(self, by_clock: bool) -> None:
        """Label the axis by times of the day, else by the time since its first touch."""
        self.axis.by_clock = by_clock
        self.axis.picture = None
        self.axis.update()

    def tick(self) -> None:
        """Time has gone on: move the line of now, and what is in view with it."""
        now = time.time() - self.axis.base if self.axis.base else 0.0
        self._now.setValue(now)
        if self._follows:
            first = min(
                (float(found.times.min()) for found in self._marks.values() if len(found.times)), default=0
            )
            start = first - self.axis.base if self.axis.base else 0.0
            length = max(now - start, LEAST_SECONDS)
            self._box.setXRange(now - length - MARGIN * length, now + MARGIN * length, padding=0)

    def fit(self) -> None:
        """The whole time in view again, from now on as well."""
        self._follows = True
        self.tick()

    def zoom(self, factor: float) -> None:
        """Show ``factor`` times as much time."""
        low, high = self._box.viewRange()[0]
        middle, half = (low + high) / 2, (high - low) * factor / 2
        if self._head.isVisible():
            middle = self._head.value()
        self._follows = False
        self._box.setXRange(middle - half, middle + half, padding=0)

    # -- inside -------------------------------------------------------------------------------

    def _arrange(self, lanes: set[int]) -> None:
        """Give each lane that has marks a row; the first two have one always, so that something is there."""
        shown = sorted(lanes | {0, 1})
        if shown != list(self._rows):
            self._rows = {lane: row for row, lane in enumerate(shown)}
            self._box.setYRange(-0.6, len(shown) - 0.4, padding=0)
            titles = [(row, LANES[lane][0]) for lane, row in self._rows.items()]
            self.lanes.setTicks([titles])

    def _keep_in_view(self, at: float) -> None:
        low, high = self._box.viewRange()[0]
        if not low <= at <= high:
            self._box.setXRange(at - (high - low) * 0.1, at + (high - low) * 0.9, padding=0)

    def _dress(self) -> None:
        palette = self.palette()
        text, base = palette.color(QPalette.ColorRole.Text), palette.color(QPalette.ColorRole.Base)
        faint = QColor(text)
        faint.setAlpha(70)
        self.setBackground(base)
        for axis in (self.axis, self.lanes):
            axis.setPen(faint)
            axis.setTextPen(text)
        self.lanes.setGrid(40)
        mark = palette.color(QPalette.ColorRole.Highlight)
        if base.lightness() < 128:
            mark = mark.lighter(150)
        for kind, scatter in self._scatters.items():
            fill = QColor(mark)
            fill.setAlpha(0 if kind in _HOLLOW else 200)
            scatter.setSymbol(SYMBOLS.get(kind, "s"))
            scatter.setBrush(fill)
            scatter.setPen(pg.mkPen(mark if kind in _HOLLOW else text, width=1.6 if kind in _HOLLOW else 0.8))
        self._now.setPen(pg.mkPen(faint, style=Qt.PenStyle.DashLine))
        head = QColor("#E8590C")
        self._head.setPen(pg.mkPen(head, width=2))
        self._head.setHoverPen(pg.mkPen(head, width=4))

    def _nearest(self, place: QPointF) -> tuple[int, float] | None:
        """Number and time of the mark under the pointer."""
        best: tuple[float, int, float] | None = None
        where = self._box.mapSceneToView(place)
        width, height = self._box.viewPixelSize()
        for kind, found in self._marks.items():
            if not len(found.times):
                continue
            off = abs(self._rows[LANE_OF[kind]] - where.y()) / height
            across = np.abs(found.times - self.axis.base - where.x()) / width
            at = int(across.argmin())
            if across[at] <= NEAR and off <= NEAR and (best is None or across[at] + off < best[0]):
                best = float(across[at] + off), int(found.numbers[at]), float(found.times[at])
        return None if best is None else best[1:]

    def _on_clicked(self, event: object) -> None:
        if event.button() != Qt.MouseButton.LeftButton:  # type: ignore[attr-defined]
            return
        place = event.scenePos()  # type: ignore[attr-defined]
        if not self._box.sceneBoundingRect().contains(place):
            return
        if event.double():  # type: ignore[attr-defined]
            self.fit()
            return
        near = self._nearest(place)
        self.wished.emit(near[1] if near else self._box.mapSceneToView(place).x() + self.axis.base)

    def _on_dragged(self, line: pg.InfiniteLine) -> None:
        self.wished.emit(line.value() + self.axis.base)

    def _look_under(self, place: QPointF) -> None:
        inside = self._box.sceneBoundingRect().contains(place)
        near = self._nearest(place) if inside else None
        under = None if near is None else near[0]
        if under != self._under:
            self._under = under
            self.hovered.emit(under)

    def _on_ranged(self) -> None:
        self._follows = False

    # -- Qt -----------------------------------------------------------------------------------

    def sizeHint(self) -> QSize:
        return QSize(600, 190)

    def minimumSizeHint(self) -> QSize:
        return QSize(200, 90)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.hasFocus():
            painter = QPainter(self.viewport())
            painter.setPen(QPen(self.palette().color(QPalette.ColorRole.Highlight), 2))
            painter.drawRect(self.viewport().rect().adjusted(1, 1, -1, -1))
            painter.end()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.ignore()  # they are the panel's

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        self._look_under(self.mapToScene(event.position().toPoint()))  # the scene drops quick moves

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        if self._under is not None:
            self._under = None
            self.hovered.emit(None)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "_scatters"):
            self._dress()
