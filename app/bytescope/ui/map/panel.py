"""The page map of one session: the map itself, the strip of the whole document, the legend, a read-out."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QPaintEvent, QShowEvent
from PySide6.QtWidgets import QAbstractSlider, QGridLayout, QScrollBar, QWidget

from bytescope.core.geometry import raster
from bytescope.core.geometry.scroll import ScrollMap
from bytescope.core.geometry.travel import Travel
from bytescope.core.ranges import PAGESIZE
from bytescope.core.text.formats import size_text
from bytescope.ui.map.inks import inks_of
from bytescope.ui.map.keys import MapKeys
from bytescope.ui.map.layer_legend import LayerLegend
from bytescope.ui.map.legend import MapLegend
from bytescope.ui.map.model import MapModel
from bytescope.ui.map.mouse import MapMouse
from bytescope.ui.map.moving import Moving
from bytescope.ui.map.strip import MapStrip
from bytescope.ui.map.view import FocusFrame, MapSurface
from bytescope.ui.widgets.steady_label import SteadyLabel
from bytescope.ui.widgets.tips import tr, tr_n

if TYPE_CHECKING:
    from bytescope.core.geometry.map_view import MapView
    from bytescope.core.geometry.picture import MapPicture
    from bytescope.session.session import Session

FRAME_MS = 16

LEAST_WIDTH = 212
"""Pixels below which neither the map nor its legend can be read; the bytes make room before."""

LEAST_BESIDE = 150
"""The same where two documents stand side by side: both fit into a window of 1024."""

_ACTIONS = QAbstractSlider.SliderAction


class MapPanel(QWidget):
    """Shows a session's pages and makes its wishes.

    ``hovered`` has one line about the cell under the pointer, empty when it leaves; ``entered`` says that
    Return was pressed; ``menu_wished`` has the place of a context menu in screen coordinates;
    ``command_wished`` has the id of a command of the window.
    """

    hovered = Signal(str)
    view_moved = Signal()
    entered = Signal()
    menu_wished = Signal(QPoint)
    command_wished = Signal(str)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("map")
        self.setAccessibleName(tr("Page map with legend"))
        self.setMinimumWidth(LEAST_WIDTH)
        self.model = MapModel(session, self)
        self.model.inks = inks_of(self.palette())
        self.surface = MapSurface(self)
        self.surface.setBackground(self.palette().window().color())
        self.mouse = MapMouse(self.surface, self.model)
        self.moving = Moving(self.surface)
        self.keys = MapKeys(self.model, self.mouse, self)
        self.surface.mouse, self.surface.keys = self.mouse, self.keys
        self.strip = MapStrip(self.model, self)
        self.legend = MapLegend(self.model, self)
        self.marks = LayerLegend(self.model, self)
        self.bar = QScrollBar(Qt.Orientation.Vertical, self)
        self.readout = SteadyLabel(self, greedy=True)
        self._lay_out()
        self.setFocusProxy(self.surface)
        self._hovered_cell: int | None = None
        self._said = ""
        self._shown: MapPicture | None = None
        self._painted = 0.0
        self._frame = QTimer(self)
        self._frame.setSingleShot(True)
        self._frame.setTimerType(Qt.TimerType.PreciseTimer)
        self._frame.timeout.connect(self.paint_now)
        self._connect()

    # --- what others use

    @property
    def map_view(self) -> MapView:
        """The part of the document that is shown."""
        return self.model.view

    @property
    def pages_per_cell(self) -> int:
        return self.model.view.pages_per_cell

    def zoom_in(self) -> None:
        self.model.zoom(1)

    def zoom_out(self) -> None:
        self.model.zoom(-1)

    def zoom_fit(self) -> None:
        """The whole document in view."""
        self.model.fit()

    def zoom_to_selection(self) -> None:
        """The selected pages (the caret's where none are) as large as they can be."""
        self.model.zoom_to_selection()

    def status_text(self) -> str:
        """How much a cell stands for: "16 pages per cell (64 KiB)"."""
        pages = self.pages_per_cell
        size = size_text(pages * PAGESIZE)
        return tr_n(pages, "{n} page per cell ({size})", "{n} pages per cell ({size})", size=size)

    def paint_now(self) -> None:
        """Show the present picture, if it is another one than is shown."""
        if not self.isVisible():
            return
        if self.moving.going_to(self.model.view):
            return
        picture = self.model.picture()
        if not picture.same_as(self._shown):
            self._shown = picture
            self.surface.show_pixels(raster.fastest()(picture, self.surface.spare))
        self._painted = time.monotonic()
        self._show_readout()

    # --- making

    def _lay_out(self) -> None:
        self.bar.setObjectName("map.bar")
        self.bar.setAccessibleName(tr("Scroll the page map"))
        self.bar.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.readout.setObjectName("map.readout")
        self.readout.setAccessibleName(tr("Under the pointer"))
        self.readout.setFixedHeight(self.readout.fontMetrics().height() + 6)
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(self.strip, 0, 0)
        layout.addWidget(FocusFrame(self.surface, self), 0, 1)
        layout.addWidget(self.bar, 0, 2)
        layout.addWidget(self.readout, 1, 0, 1, 3)
        layout.addWidget(self.legend, 2, 0, 1, 3)
        layout.addWidget(self.marks, 3, 0, 1, 3)
        layout.setRowStretch(0, 1)
        layout.setColumnStretch(1, 1)

    def _connect(self) -> None:
        self.model.stale.connect(self._on_stale)
        self.model.moved.connect(self._on_moved)
        self.model.laid_out.connect(self._on_laid_out)
        self.moving.ended.connect(self.paint_now)
        self.surface.resized.connect(self._on_resized)
        self.mouse.hovered.connect(self._on_hovered)
        self.mouse.menu_wished.connect(self.menu_wished)
        self.keys.entered.connect(self.entered)
        self.marks.menu_wished.connect(self._on_layers_wished)
        self.bar.actionTriggered.connect(self._on_bar)

    # --- what happens

    def _on_stale(self) -> None:
        if not self._frame.isActive() and self.isVisible():
            since = (time.monotonic() - self._painted) * 1000
            self._frame.start(max(0, FRAME_MS - int(since)))

    def _on_moved(self) -> None:
        view = self.model.view
        scroll = ScrollMap(view.rows, view.full_rows)
        self.bar.setRange(0, scroll.bar_maximum)
        self.bar.setPageStep(scroll.bar_page)
        self.bar.setValue(scroll.to_bar(view.top))
        self.view_moved.emit()

    def _on_laid_out(self, old: MapView) -> None:
        """Cells travel from where they were in ``old``, where that can be painted fast enough."""
        if not self.moving.wanted or raster.fastest() is raster.raster:
            return
        view, self._shown = self.model.view, None
        self.moving.start(Travel.between(old, view, self.model.picture()), view)

    def _on_resized(self) -> None:
        self.model.set_size(*self.surface.device_size(), self.surface.devicePixelRatioF())

    def _on_layers_wished(self) -> None:
        self.command_wished.emit("layers.choose")

    def _on_bar(self, action: int) -> None:
        """Steps are exact; only the handle, which has 2**30 places, goes through the bar's own value."""
        view = self.model.view
        scroll = ScrollMap(view.rows, view.full_rows)
        row = {
            _ACTIONS.SliderSingleStepAdd.value: scroll.stepped(view.top, 1),
            _ACTIONS.SliderSingleStepSub.value: scroll.stepped(view.top, -1),
            _ACTIONS.SliderPageStepAdd.value: scroll.paged(view.top, 1),
            _ACTIONS.SliderPageStepSub.value: scroll.paged(view.top, -1),
        }.get(action)
        if row is None:
            row = scroll.from_bar(self.bar.sliderPosition())
        self.model.scroll_to(row)
        self.bar.setSliderPosition(scroll.to_bar(self.model.view.top))

    def _on_hovered(self, cell: int | None) -> None:
        self._hovered_cell = cell
        # A frame that is due shows it: writing it twice is half of a zoom step.
        if not self._frame.isActive():
            self._show_readout()

    def _show_readout(self) -> None:
        """The hovered cell's line, else the caret's; the line for screen readers is always the caret's."""
        cell = self._hovered_cell
        if cell is not None and cell >= self.model.view.cells:
            cell = None
        here = self.model.describe_caret()
        under = "" if cell is None else self.model.describe(cell)
        if self.surface.accessibleDescription() != here:
            self.surface.setAccessibleDescription(here)
        if self.readout.text() != (under or here):
            self.readout.setText(under or here)
        if under != self._said:
            self._said = under
            self.hovered.emit(under)

    # --- Qt

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._on_resized()
        self._on_moved()
        self._on_stale()

    def paintEvent(self, event: QPaintEvent) -> None:
        # The children are painted after this: a picture of the window shows the present, not the last frame.
        if self._frame.isActive():
            self._frame.stop()
            self.paint_now()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self.model.inks = inks_of(self.palette())
            self.surface.setBackground(self.palette().window().color())
            self.strip.refresh()
            self.legend.refresh()
            self.marks.refresh()
            self._on_stale()
