"""Typed digits, characters and deletions as wishes to the session."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from bytescope.core.errors import InputError
from bytescope.core.geometry.caret import Caret, Move
from bytescope.core.geometry.hex_grid import DIGITS, RADIX, HexGrid, with_digit
from bytescope.core.ranges import ByteRange
from bytescope.core.text.encodings import encode_text
from bytescope.ui.widgets.tips import tr, tr_later

if TYPE_CHECKING:
    from bytescope.session.session import Session

AT_END = tr_later("The document ends here; press Insert for insert mode, in which typing adds bytes.")
NOT_HERE = tr_later("These bytes have not been read yet; wait for them, then type again.")
KEEPS_LENGTH = tr_later(
    "Delete removes bytes in insert mode only; press Insert for it, or fill the selection with 00."
)


class Typing:
    """Turns what is typed into edits. ``grid`` gives the present grid, whose size changes as one types."""

    def __init__(self, session: Session, grid: Callable[[], HexGrid]) -> None:
        self._session = session
        self._grid = grid
        self._begun: tuple[ByteRange, bytes] | None = None

    def typed(self, text: str) -> None:
        """Digits in the bytes column, characters in the text column; other characters do nothing."""
        if self._session.selection.column == "text":
            self._characters(text)
            return
        for char in text:
            digit = DIGITS.find(char.upper())
            if 0 <= digit < RADIX[self._grid().base]:
                self._digit(digit)

    def backspace(self) -> None:
        """Insert mode: delete the selection or the cell before. Overwrite mode: only go there."""
        selection, grid = self._session.selection, self._grid()
        here = Caret(selection.caret, selection.digit, selection.column)
        back = here.moved(Move.LEFT, grid).offset
        if not selection.insert:
            self._session.set_caret(back)
        elif selection.range:
            self._delete(selection.range)
        elif selection.digit:
            self._delete(grid.cell_of(back))
        elif back < selection.caret:
            self._delete(ByteRange(back, selection.caret))

    def delete(self) -> None:
        """Insert mode: delete the selection or the cell at the caret. Overwrite mode: say why not."""
        selection = self._session.selection
        if not selection.insert:
            self._session.told.emit("info", tr(KEEPS_LENGTH))
            return
        width = ByteRange.of(selection.caret, 1 if selection.caret < self._session.size else 0)
        self._delete(selection.range or (width if selection.column == "text" else self._cell()))

    def _cell(self) -> ByteRange:
        return self._grid().cell_of(self._session.selection.caret)

    def _delete(self, range_: ByteRange) -> None:
        if range_ and self._session.delete(range_):
            self._session.set_caret(range_.start)

    def _replace_selection(self) -> bool:
        """Typing over a selection: begin at its start, without its bytes in insert mode."""
        selection = self._session.selection
        if not selection.range:
            return True
        if selection.insert and not self._session.delete(selection.range):
            return False
        self._session.set_caret(selection.range.start)
        return True

    def _digit(self, digit: int) -> None:
        if not self._replace_selection():
            return
        grid, selection = self._grid(), self._session.selection
        cell = grid.cell_of(selection.caret)
        index = grid.digit_at(selection.caret, selection.digit)
        if selection.insert and not selection.digit:
            done = self._insert_cell(grid, cell.start, digit)
            index = 0
        elif not cell:
            self._session.told.emit("info", tr(AT_END))
            return
        else:
            done = self._overwrite_cell(grid, cell, index, digit)
        if done:
            behind = Caret(cell.start, index, "bytes").typed(self._grid())
            self._session.set_caret(behind.offset, digit=behind.digit)

    def _insert_cell(self, grid: HexGrid, at: int, digit: int) -> bool:
        data = with_digit(bytes(grid.cell_bytes), 0, digit, grid.base, grid.byteorder)
        if data is None or not self._session.type_insert(at, data):
            return False
        self._begun = (ByteRange.of(at, len(data)), data)
        return True

    def _overwrite_cell(self, grid: HexGrid, cell: ByteRange, index: int, digit: int) -> bool:
        old = self._bytes(cell)
        if old is None:
            self._session.told.emit("info", tr(NOT_HERE))
            return False
        new = with_digit(old, index - grid.first_digit(cell.start), digit, grid.base, grid.byteorder)
        if new is None:
            return False
        self._begun = (cell, new)
        changed = [at for at in range(len(new)) if new[at] != old[at]]
        if not changed:  # the digit that stands there already: no edit
            return True
        first, end = changed[0], changed[-1] + 1
        return self._session.write(cell.start + first, new[first:end], typing=True)

    def _bytes(self, cell: ByteRange) -> bytes | None:
        """The bytes of a cell; those just typed where the document is still storing them."""
        if self._begun is not None and self._begun[0] == cell and self._session.selection.digit:
            return self._begun[1]
        reading = self._session.bytes.get(cell.start, cell.length)
        return None if reading is None else reading.data

    def _characters(self, text: str) -> None:
        try:
            data = encode_text(text, self._session.view.encoding)
        except InputError as error:
            self._session.told.emit("warning", str(error))
            return
        if not data or not self._replace_selection():
            return
        at = self._session.selection.caret
        if self._session.selection.insert:
            done = self._session.type_insert(at, data)
        elif at + len(data) > self._session.size:
            self._session.told.emit("info", tr(AT_END))
            return
        else:
            done = self._session.write(at, data, typing=True)
        if done:
            self._session.set_caret(at + len(data))
