"""What the mouse and the touchpad do on the map."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, QPointF, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication

from bytescope.core.geometry.scroll import WHEEL_NOTCH

if TYPE_CHECKING:
    from PySide6.QtGui import QContextMenuEvent, QMouseEvent, QWheelEvent

    from bytescope.core.ranges import PageRange
    from bytescope.ui.map.model import MapModel
    from bytescope.ui.map.view import MapSurface

ROWS_PER_NOTCH = 3
AUTO_SCROLL_MS = 40

Buttons = Qt.MouseButton
Modifiers = Qt.KeyboardModifier


class MapMouse(QObject):
    """Click: caret. Drag, Shift-click: select pages. Double click, wheel: zoom. Middle or Space drag: pan."""

    hovered = Signal(object)
    menu_wished = Signal(QPoint)

    def __init__(self, surface: MapSurface, model: MapModel) -> None:
        super().__init__(surface)
        self.panning_key = False
        self._surface = surface
        self._model = model
        self._origin: QPointF | None = None
        self._anchor: PageRange | None = None
        self._selecting = False
        self._pan_from: QPointF | None = None
        self._at = QPointF()
        self._turned = Rest(WHEEL_NOTCH)
        self._panned = Rest(WHEEL_NOTCH)
        self._auto = QTimer(self)
        self._auto.setInterval(AUTO_SCROLL_MS)
        self._auto.timeout.connect(self._on_auto_scroll)

    def device(self, point: QPointF) -> tuple[float, float]:
        """A point of the surface in device pixels."""
        ratio = self._surface.devicePixelRatioF()
        return point.x() * ratio, point.y() * ratio

    # --- buttons

    def pressed(self, event: QMouseEvent) -> None:
        place = event.position()
        if event.button() == Buttons.MiddleButton or (
            event.button() == Buttons.LeftButton and self.panning_key
        ):
            self._pan_from = place
            self._surface.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
        elif event.button() == Buttons.LeftButton and self._model.view.cells:
            self._press_left(place, bool(event.modifiers() & Modifiers.ShiftModifier))
            if event.modifiers() & Modifiers.AltModifier:
                self._model.to_first_edited()

    def _press_left(self, place: QPointF, extend: bool) -> None:
        cell = self._model.view.cell_at(*self.device(place))
        if extend:
            self._anchor = self._model.pages_of_page(self._model.anchor_page)
            self._selecting = True
            self._drag_to(place)
        elif cell is not None:
            self._anchor = self._model.view.pages_of(cell)
            self._model.set_caret(cell, follow=False)
        else:
            return
        self._origin = place

    def dragged(self, event: QMouseEvent) -> None:
        self._at = event.position()
        if self._pan_from is not None:
            self._pan(self._at)
        elif self._origin is not None and event.buttons() & Buttons.LeftButton:
            way = (self._at - self._origin).manhattanLength()
            if self._selecting or way >= QApplication.startDragDistance():
                self._selecting = True
                self._drag_to(self._at)
        self._hover()

    def released(self, event: QMouseEvent) -> None:
        if self._pan_from is not None and event.button() in (Buttons.MiddleButton, Buttons.LeftButton):
            self._pan_from = None
            self.show_cursor()
        if event.button() == Buttons.LeftButton:
            self._origin, self._selecting = None, False
            self._auto.stop()

    def double_clicked(self, event: QMouseEvent) -> None:
        if event.button() == Buttons.LeftButton and not event.modifiers():
            self._model.zoom(1, *self.device(event.position()))
            self._hover()
        else:
            self.pressed(event)

    def left(self) -> None:
        self.hovered.emit(None)

    def menu_asked(self, event: QContextMenuEvent) -> None:
        """Ask for the menu; a cell under the pointer that is not selected gets the caret first."""
        view, place = self._model.view, event.globalPos()
        if event.reason() == event.Reason.Keyboard and view.cells:
            x, y, width, height = view.rect_of(view.cell_of(self._model.caret_page))
            ratio = self._surface.devicePixelRatioF()
            inside = QPoint(round((x + width / 2) / ratio), round((y + height / 2) / ratio))
            place = self._surface.mapToGlobal(self._inside(inside))
        else:
            cell = view.cell_at(*self.device(QPointF(event.pos())))
            if cell is not None and not self._model.selected_pages.intersect(view.pages_of(cell)):
                self._model.set_caret(cell, follow=False)
        self.menu_wished.emit(place)

    def _inside(self, point: QPoint) -> QPoint:
        size = self._surface.size()
        return QPoint(min(max(point.x(), 0), size.width()), min(max(point.y(), 0), size.height()))

    def _drag_to(self, place: QPointF) -> None:
        if self._anchor is None:
            return
        self._model.select_to(
            self._anchor, self._model.view.cell_near(*self.device(self._kept_in_height(place)))
        )
        outside = not 0 <= place.y() < self._surface.height()
        if outside and not self._auto.isActive():
            self._auto.start()
        elif not outside:
            self._auto.stop()

    def _kept_in_height(self, place: QPointF) -> QPointF:
        """A point above or below the surface moved to its border: cells out of view come by scrolling."""
        return QPointF(place.x(), min(max(place.y(), 0.0), self._surface.height() - 1.0))

    def _on_auto_scroll(self) -> None:
        beyond = min(self._at.y(), 0.0) or max(0.0, self._at.y() - self._surface.height() + 1)
        rows = round(beyond / 16) or (1 if beyond > 0 else -1)
        self._model.scroll(max(-20, min(20, rows)))
        self._drag_to(self._at)

    def _hover(self) -> None:
        self.hovered.emit(self._model.view.cell_at(*self.device(self._at)))

    # --- panning and the wheel

    def _pan(self, place: QPointF) -> None:
        assert self._pan_from is not None
        height = self._model.view.cell_height / self._surface.devicePixelRatioF()
        rows = int((self._pan_from.y() - place.y()) / height)
        if rows:
            self._model.scroll(rows)
            self._pan_from = QPointF(place.x(), self._pan_from.y() - rows * height)

    def show_cursor(self) -> None:
        """The pointer's shape for what a press would do."""
        shape = Qt.CursorShape.OpenHandCursor if self.panning_key else Qt.CursorShape.ArrowCursor
        self._surface.viewport().setCursor(shape)

    def wheeled(self, event: QWheelEvent) -> None:
        pixels, angle = event.pixelDelta(), event.angleDelta()
        turned = angle.y() or angle.x()
        # A mouse has no phases; its pixels, where a platform gives any, mean nothing.
        fingers = not pixels.isNull() and event.phase() != Qt.ScrollPhase.NoScrollPhase
        zooms = bool(event.modifiers() & Modifiers.ControlModifier)
        pans = bool(event.modifiers() & Modifiers.ShiftModifier)
        self._at = event.position()
        if fingers and not zooms:
            self._panned.unit = max(
                1, round(self._model.view.cell_height / self._surface.devicePixelRatioF())
            )
            self._model.scroll(-self._panned.add(pixels.y()))
        elif pans:
            self._panned.unit = WHEEL_NOTCH
            self._model.scroll(-self._panned.add(turned * ROWS_PER_NOTCH))
        elif steps := self._turned.add(turned):
            self._model.zoom(steps, *self.device(self._at))
        self._hover()


class Rest:
    """Adds up amounts and gives out whole units; what is left of the other direction is dropped."""

    def __init__(self, unit: int) -> None:
        self.unit = unit
        self._rest = 0

    def add(self, amount: int) -> int:
        total = amount if self._rest * amount < 0 else self._rest + amount
        units = abs(total) // self.unit * (1 if total > 0 else -1)
        self._rest = total - units * self.unit
        return units
