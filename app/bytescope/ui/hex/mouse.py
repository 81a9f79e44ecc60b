"""Clicks and drags in the hex view as wishes for caret and selection."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QElapsedTimer, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QMouseEvent

from bytescope.core.geometry.hex_grid import Place
from bytescope.core.ranges import ByteRange

if TYPE_CHECKING:
    from bytescope.session.session import Session
    from bytescope.ui.hex.grid_view import HexGridView


class Pointer:
    """Follows one press, drag and release; knows double (unit) and triple (row) clicks."""

    def __init__(self, session: Session, view: HexGridView) -> None:
        self._session = session
        self._view = view
        self._from: ByteRange | None = None
        self._left_cell = False
        self._held: tuple[QPointF, Place] | None = None
        self._since_double = QElapsedTimer()

    @property
    def dragging(self) -> bool:
        return self._from is not None

    def press(self, event: QMouseEvent) -> None:
        """A click puts the caret; with Shift it extends the selection; the third in a row takes the row."""
        place = self._view.place_at(event.position())
        if event.button() == Qt.MouseButton.RightButton:
            if place.offset not in self._session.selection.range:
                self._put(place)
            return
        if event.button() != Qt.MouseButton.LeftButton:
            return
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self._extend(place)
            anchor = self._session.selection.anchor
            self._from, self._left_cell = ByteRange(anchor, anchor), True
        elif self._is_third():
            self._select(self._view.grid.row_range(self._view.grid.row_of(place.offset)), place)
        elif place.offset in self._session.selection.range:
            self._held = event.position(), place  # a click or the beginning of a drag out of the view
        else:
            self._put(place)
            self._from, self._left_cell = self._cell(place), False

    def takes_away(self, point: QPointF) -> bool:
        """Whether the pointer, pressed on the selection, has gone so far that it drags it; told once."""
        if self._held is None:
            return False
        moved = (point - self._held[0]).manhattanLength()
        if moved < QGuiApplication.styleHints().startDragDistance():
            return False
        self._held = None
        return True

    def double(self, event: QMouseEvent) -> None:
        """Select the unit under the pointer (in the text column: the byte)."""
        place = self._view.place_at(event.position())
        self._held = None
        self._since_double.start()
        in_text = place.column == "text"
        self._select(self._cell(place) if in_text else self._view.grid.unit_of(place.offset), place)

    def move(self, point: QPointF) -> None:
        """Select from the cell of the press to the one under ``point``, both included."""
        if self._from is None:
            return
        place = self._view.place_at(point)
        cell = self._cell(place)
        self._left_cell = self._left_cell or cell != self._from
        if not self._left_cell:
            return
        whole = ByteRange(min(cell.start, self._from.start), max(cell.end, self._from.end))
        self._session.select(whole, whole.start if cell.start < self._from.start else whole.end)

    def release(self) -> None:
        if self._held is not None:
            self._put(self._held[1])
        self._from = self._held = None

    def _put(self, place: Place) -> None:
        self._session.set_caret(place.offset, column=place.column, digit=place.digit)

    def _extend(self, place: Place) -> None:
        cell = self._cell(place)
        anchor = self._session.selection.anchor
        self._session.set_caret(cell.start if cell.start < anchor else cell.end, extend=True)

    def _select(self, range_: ByteRange, place: Place) -> None:
        self._session.set_caret(range_.start, column=place.column)
        self._session.select(range_)
        self._from = None

    def _cell(self, place: Place) -> ByteRange:
        """What the pointer takes as one: a cell of digits, or a byte of text; nothing at the end."""
        grid = self._view.grid
        if place.column == "text":
            return ByteRange(place.offset, min(place.offset + 1, grid.size))
        return grid.cell_of(place.offset)

    def _is_third(self) -> bool:
        limit = QGuiApplication.styleHints().mouseDoubleClickInterval()
        return self._since_double.isValid() and self._since_double.elapsed() < limit
