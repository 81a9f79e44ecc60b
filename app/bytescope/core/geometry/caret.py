"""How the caret of a hex view moves: pure values, without widgets."""

from __future__ import annotations

import enum
from typing import NamedTuple

from bytescope.core.geometry.hex_grid import Column, HexGrid


class Move(enum.Enum):
    """What a key asks of the caret."""

    LEFT = "left"
    RIGHT = "right"
    GROUP_LEFT = "group left"
    GROUP_RIGHT = "group right"
    UP = "up"
    DOWN = "down"
    HOME = "home"
    END = "end"
    PAGE_UP = "page up"
    PAGE_DOWN = "page down"
    START = "start"
    FINISH = "finish"


class Caret(NamedTuple):
    """A place between 0 and the size, the digit of its cell that the next key replaces, and the column."""

    offset: int
    digit: int = 0
    column: Column = "bytes"

    def moved(
        self, move: Move, grid: HexGrid, page_rows: int = 1, *, insert: bool = False, extend: bool = False
    ) -> Caret:
        """The caret after ``move``; ``page_rows`` is how far Page Up and Page Down go.

        Up and down keep the byte column and the digit as far as the next rows reach. The end of a row and
        of the document is their last cell; while a selection is extended it is the place behind that cell,
        and in insert mode the end of the document is the place where typing appends.
        """
        rows = {Move.UP: -1, Move.DOWN: 1, Move.PAGE_UP: -page_rows, Move.PAGE_DOWN: page_rows}
        if move in rows:
            return self._down(rows[move], grid)
        if move in (Move.END, Move.FINISH):
            return Caret(self._end(move, grid, insert, extend), 0, self.column)
        return Caret(self._along(move, grid), 0, self.column)

    def typed(self, grid: HexGrid) -> Caret:
        """The caret behind the digit it stands on: the next digit, else the next cell."""
        digit = grid.digit_at(self.offset, self.digit) + 1
        if self.column == "bytes" and digit < grid.digits_per_cell:
            return Caret(self.offset, digit, self.column)
        return self.moved(Move.RIGHT, grid)

    def switched(self) -> Caret:
        """The same place in the other column."""
        return Caret(self.offset, 0, "text" if self.column == "bytes" else "bytes")

    def _along(self, move: Move, grid: HexGrid) -> int:
        if move is Move.START:
            return 0
        if move is Move.HOME:
            return grid.row_of(self.offset) * grid.columns
        step = self._step(move, grid)
        start = self.offset - self.offset % grid.columns % step
        if move in (Move.LEFT, Move.GROUP_LEFT):
            if start < self.offset or (self.digit and self.column == "bytes"):
                return start
            return self._before(start, step, grid)
        return min(grid.size, self._after(start, step, grid))

    def _step(self, move: Move, grid: HexGrid) -> int:
        if move in (Move.GROUP_LEFT, Move.GROUP_RIGHT):
            return grid.group if grid.group > 1 else min(8, grid.columns)
        return grid.cell_bytes if self.column == "bytes" else 1

    @staticmethod
    def _before(start: int, step: int, grid: HexGrid) -> int:
        """The cell before ``start``; rows may end with a shorter one."""
        if start % grid.columns == 0 and start:
            return start - (grid.columns % step or step)
        return max(0, start - step)

    @staticmethod
    def _after(start: int, step: int, grid: HexGrid) -> int:
        row_end = (start // grid.columns + 1) * grid.columns
        return min(start + step, row_end)

    def _end(self, move: Move, grid: HexGrid, insert: bool, extend: bool) -> int:
        row = grid.row_range(grid.rows - 1 if move is Move.FINISH else grid.row_of(self.offset))
        if extend or not row or (insert and row.end == grid.size):
            return row.end
        last = row.end - 1
        return grid.cell_of(last).start if self.column == "bytes" else last

    def _down(self, rows: int, grid: HexGrid) -> Caret:
        column = self.offset % grid.columns if self.offset < grid.size else grid.column_of(self.offset)
        row = min(max(grid.row_of(self.offset) + rows, 0), grid.rows - 1)
        if row == grid.row_of(self.offset):
            return self
        if column == grid.columns and row < grid.rows - 1:
            column -= 1
        return Caret(grid.offset_at(row, column), self.digit, self.column)
