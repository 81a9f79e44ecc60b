"""What the keyboard does on the map."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRectF, Qt, Signal

from bytescope.session.states.stepping import step

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QKeyEvent

    from bytescope.ui.map.model import MapModel
    from bytescope.ui.map.mouse import MapMouse

Key = Qt.Key

STEPS = {Key.Key_Left: (-1, 0), Key.Key_Right: (1, 0), Key.Key_Up: (0, -1), Key.Key_Down: (0, 1)}
SCREENS = {Key.Key_PageUp: -1, Key.Key_PageDown: 1}
ENDS = (Key.Key_Home, Key.Key_End)
_MODIFIERS = Qt.KeyboardModifier


class MapKeys(QObject):
    """Arrows by cell and row, Page Up and Down by screen, Home and End; with Shift the selection follows."""

    entered = Signal()

    def __init__(self, model: MapModel, mouse: MapMouse, parent: QObject) -> None:
        super().__init__(parent)
        self._model = model
        self._mouse = mouse
        self._acts: dict[int, Callable[[], None]] = {
            Key.Key_Plus: self._zoom_in,
            Key.Key_Equal: self._zoom_in,
            Key.Key_Minus: self._zoom_out,
            Key.Key_0: model.fit,
            Key.Key_N: self._to_next,
            Key.Key_P: self._to_previous,
            Key.Key_Return: self.entered.emit,
            Key.Key_Enter: self.entered.emit,
            Key.Key_Space: self._grab,
        }

    def wants(self, event: QKeyEvent) -> bool:
        """Whether the key, with these modifiers, is one of the map's."""
        held = event.modifiers() & ~(_MODIFIERS.KeypadModifier | _MODIFIERS.GroupSwitchModifier)
        if event.key() in self._acts:
            shifted = event.key() in (Key.Key_Plus, Key.Key_Equal)
            return held in (_MODIFIERS.NoModifier, _MODIFIERS.ShiftModifier if shifted else held.NoModifier)
        moves = event.key() in STEPS or event.key() in SCREENS or event.key() in ENDS
        return moves and held in (_MODIFIERS.NoModifier, _MODIFIERS.ShiftModifier)

    def pressed(self, event: QKeyEvent) -> bool:
        if not self.wants(event):
            return False
        act = self._acts.get(event.key())
        if act is not None:
            act()
            return True
        if self._model.view.cells:
            target = self._target(Key(event.key()))
            if event.modifiers() & _MODIFIERS.ShiftModifier:
                anchor = self._model.pages_of_page(self._model.anchor_page)
                self._model.select_to(anchor, target, follow=True)
            else:
                self._model.set_caret(target)
        return True

    def released(self, event: QKeyEvent) -> bool:
        if event.key() != Key.Key_Space:
            return False
        if not event.isAutoRepeat():
            self.let_go()
        return True

    def let_go(self) -> None:
        """No key is held any more (as far as we will be told)."""
        if self._mouse.panning_key:
            self._mouse.panning_key = False
            self._mouse.show_cursor()

    def caret_rect(self) -> QRectF:
        """Where the cell of the caret is, in device pixels; outside the surface where it is out of view."""
        view = self._model.view
        return QRectF(*view.rect_of(view.cell_of(self._model.caret_page))) if view.cells else QRectF()

    def _target(self, key: Qt.Key) -> int:
        """The cell that a key goes to from the caret's."""
        view = self._model.view
        here = view.cell_of(self._model.caret_page)
        if key in ENDS:
            return 0 if key == Key.Key_Home else view.cells - 1
        if key in SCREENS:
            return self._moved(here, 0, SCREENS[key] * max(1, view.full_rows - 1))
        across, down = STEPS[key]
        if across and view.layout == "rows":
            return min(max(here + across, 0), view.cells - 1)
        return self._moved(here, across, down)

    def _moved(self, cell: int, across: int, down: int) -> int:
        """The cell so far away on the map, or as far in that direction as the map has cells."""
        view = self._model.view
        column, row = view.place_of(cell)
        column = min(max(column + across, 0), view.columns - 1)
        to = min(max(row + down, 0), view.rows - 1)
        while to != row and view.cell_in(column, to) is None:
            if view.layout == "rows":
                # The last row is short: under its end lies its last cell.
                return view.cells - 1
            to -= 1 if down > 0 else -1
        found = view.cell_in(column, to)
        return cell if found is None else found

    def _zoom_in(self) -> None:
        self._model.zoom(1)

    def _zoom_out(self) -> None:
        self._model.zoom(-1)

    def _to_next(self) -> None:
        step(self._model.session, forward=True)

    def _to_previous(self) -> None:
        step(self._model.session, forward=False)

    def _grab(self) -> None:
        self._mouse.panning_key = True
        self._mouse.show_cursor()
