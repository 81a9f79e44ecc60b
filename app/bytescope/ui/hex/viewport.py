"""Which rows of the grid are in sight: a 64-bit position that survives changes of width."""

from __future__ import annotations

from bytescope.core.geometry.hex_frame import HexFrame
from bytescope.core.geometry.hex_grid import HexGrid
from bytescope.core.geometry.hex_window import ByteWindow
from bytescope.core.geometry.scroll import ScrollMap


class Viewport:
    """The first row in sight. With folded rows a step goes by what is seen, not by what it stands for."""

    def __init__(self) -> None:
        self.grid = HexGrid(16)
        self.whole_lines = 1
        self.first_row = 0
        self._top = 0

    @property
    def scroll(self) -> ScrollMap:
        return ScrollMap(self.grid.rows, self.whole_lines)

    @property
    def first_offset(self) -> int:
        return self.first_row * self.grid.columns

    def fit(self, grid: HexGrid, whole_lines: int, caret: int = 0) -> None:
        """Another grid or height; the byte that was scrolled to the top stays there, unless the caret was in
        sight and would no longer be.
        """
        seen = 0 <= self.grid.row_of(caret) - self.first_row < self.whole_lines
        self.grid = grid
        self.whole_lines = whole_lines
        self.first_row = self.scroll.clamped(self._top // grid.columns)
        if seen and grid.row_of(caret) >= self.first_row + whole_lines > 0:
            self.first_row = self.scroll.clamped(grid.row_of(caret) - whole_lines + 1)

    def to_row(self, row: int) -> None:
        self.first_row = self.scroll.clamped(row)
        self._top = self.first_offset

    def step(self, lines: int, frame: HexFrame, above: ByteWindow) -> None:
        """``lines`` further down as they are shown now, up where negative; ``above`` are the bytes there."""
        if lines >= 0:
            self.to_row(_below(frame, self.first_row, lines))
        else:
            self.to_row(_above(self.first_row, -lines, self.grid.columns, above))

    def reveal(self, offset: int, frame: HexFrame) -> None:
        """Scroll no more than needed to have ``offset`` in sight; far ones go to a third of the height."""
        row = self.grid.row_of(offset)
        line = frame.line_of(row)
        if line is not None and line < self.whole_lines and not frame.lines[line].folded:
            return
        self.to_row(self.scroll.revealed(self.first_row, row))


def _below(frame: HexFrame, first_row: int, lines: int) -> int:
    """The row that comes to the top; the last one of a folded line, so that no step is spent inside it."""
    if lines >= len(frame.lines):
        end = frame.lines[-1].end if frame.lines else first_row
        return end + lines - len(frame.lines)
    line = frame.lines[lines]
    return line.end - 1 if line.folded else line.row


def _above(row: int, lines: int, width: int, above: ByteWindow) -> int:
    """The row that comes to the top; of rows known to be the same, the first."""
    for _ in range(lines):
        row = max(0, row - 1)
        same = above.equal_rows_before(row * width, width)
        row -= same if same > 1 else 0
    return row
