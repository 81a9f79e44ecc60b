"""What part of a document the map shows, and how: page ↔ cell ↔ pixel, zoom and scrolling as pure arithmetic.

All pixels are device pixels of the viewport, from its upper left corner. A cell is ``2 ** level``
consecutive pages; cells lie in ``columns`` columns (a power of two) as ``layout`` says and scroll by rows.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

from bytescope.core.geometry import layouts
from bytescope.core.ranges import PageRange

SMALLEST = 6
"""Pixels of a cell (at scale 1) below which a map that fits takes coarser cells."""
LARGEST_FITTED = 48
LARGEST = 128


@dataclass(frozen=True, slots=True)
class MapView:
    """The map of ``pages`` pages in a viewport of ``width`` × ``height`` pixels, first visible row ``top``.

    ``scale`` is device pixels a logical pixel. ``fitted`` says that the whole document is in view and is
    to stay so when the viewport or the document changes its size; its cells may then be a little
    higher or lower than wide.
    """

    pages: int
    level: int
    columns: int
    width: int
    height: int
    top: int = 0
    layout: str = "rows"
    scale: float = 1.0
    fitted: bool = False

    @classmethod
    def fit(
        cls,
        pages: int,
        width: int,
        height: int,
        layout: str = "rows",
        scale: float = 1.0,
        smallest: int = SMALLEST,
    ) -> MapView:
        """The whole document in view: the finest level with cells of ``smallest`` pixels."""
        width, height = max(1, width), max(1, height)
        level = 0
        while True:
            cells = -(-pages >> level)
            choices = [
                view
                for columns in _column_choices(width, scale, smallest)
                if (view := cls(pages, level, columns, width, height, 0, layout, scale, True))._fits_well(
                    smallest
                )
            ]
            if choices:
                return max(choices, key=MapView._merit)
            if cells <= 1:
                return cls(pages, level, 1, width, height, 0, layout, scale, True)
            level += 1

    # --- sizes

    @property
    def cells(self) -> int:
        """How many cells the document has; the last may hold fewer pages."""
        return -(-self.pages >> self.level)

    @property
    def cell_px(self) -> int:
        """Width of a cell with its gap."""
        return max(1, self.width // self.columns)

    @property
    def cell_height(self) -> int:
        """Height of a cell with its gap: its width, unless the map is fitted and the rows are stretched."""
        if not self.fitted:
            return self.cell_px
        most = min(self.cell_px * 3 // 2, max(self.cell_px, int(LARGEST_FITTED * self.scale)))
        return max(1, min(self.height // max(1, self.rows), most))

    @property
    def left(self) -> int:
        """Pixels left of the first column: what the columns leave over stands half on each side."""
        return max(0, self.width - self.columns * self.cell_px) // 2

    @property
    def unit(self) -> int:
        """Device pixels of a thin line."""
        return max(1, round(self.scale))

    @property
    def rows(self) -> int:
        """Rows of the whole document."""
        return layouts.extent(self.layout, self.columns, self.cells)[1]

    @property
    def full_rows(self) -> int:
        """Rows that fit whole into the viewport, at least one."""
        return max(1, self.height // self.cell_height)

    @property
    def shown_rows(self) -> int:
        """Rows that can be seen now, a cut one at the bottom included."""
        return max(0, min(self.rows - self.top, -(-self.height // self.cell_height)))

    @property
    def last_top(self) -> int:
        """The largest ``top``: the last row stands whole at the bottom."""
        return max(0, self.rows - self.full_rows)

    @property
    def pages_per_cell(self) -> int:
        return 1 << self.level

    # --- cells, pages, pixels

    def cell_of(self, page: int) -> int:
        return page >> self.level

    def pages_of(self, cell: int) -> PageRange:
        """The pages of a cell; the last cell is cut at the end of the document."""
        return PageRange(cell << self.level, min((cell + 1) << self.level, self.pages))

    def row_of(self, cell: int) -> int:
        return self.place_of(cell)[1]

    def place_of(self, cell: int) -> tuple[int, int]:
        """Column and row (of the whole map) of a cell."""
        tile, index = divmod(cell, self.columns * self.columns)
        column, row = layouts.place_of(self.layout, self.columns, index)
        return column, tile * self.columns + row

    def cell_in(self, column: int, row: int) -> int | None:
        """The cell at a place of the whole map, or None where there is none."""
        if not (0 <= column < self.columns and 0 <= row < self.rows):
            return None
        tile, line = divmod(row, self.columns)
        cell = tile * self.columns * self.columns + layouts.index_of(self.layout, self.columns, column, line)
        return cell if cell < self.cells else None

    def rect_of(self, cell: int) -> tuple[int, int, int, int]:
        """x, y, width and height of a cell with its gap; y is outside the viewport for cells out of view."""
        column, row = self.place_of(cell)
        return (
            self.left + column * self.cell_px,
            (row - self.top) * self.cell_height,
            self.cell_px,
            self.cell_height,
        )

    def cell_at(self, x: float, y: float) -> int | None:
        """The cell under a point of the viewport, or None beside the map."""
        column = int((x - self.left) // self.cell_px)
        return self.cell_in(column, self.top + int(y // self.cell_height))

    def cell_near(self, x: float, y: float) -> int:
        """The cell nearest to a point, which may lie outside the viewport; 0 in an empty document."""
        row = min(max(self.top + int(y // self.cell_height), 0), max(0, self.rows - 1))
        column = min(max(int((x - self.left) // self.cell_px), 0), self.columns - 1)
        while column and self.cell_in(column, row) is None:
            column -= 1
        found = self.cell_in(column, row)
        return max(0, self.cells - 1) if found is None else found

    def page_at(self, x: float, y: float) -> int:
        """The page nearest to a point; within a cell pages run from its left to its right edge."""
        pages = self.pages_of(self.cell_near(x, y))
        part = ((x - self.left) / self.cell_px) % 1.0
        return pages.first + min(int(part * pages.count), max(0, pages.count - 1))

    @property
    def visible_cells(self) -> range:
        """The run of cells that holds all that can be seen: whole tiles where the layout is not by rows."""
        first, last = self.top, self.top + self.shown_rows
        if self.layout != "rows":
            first, last = first // self.columns * self.columns, -(-last // self.columns) * self.columns
        return range(min(first * self.columns, self.cells), min(last * self.columns, self.cells))

    @property
    def visible_pages(self) -> PageRange:
        """The pages of ``visible_cells``."""
        cells = self.visible_cells
        first = min(cells.start << self.level, self.pages)
        return PageRange(first, max(first, min(cells.stop << self.level, self.pages)))

    # --- moving

    def moved_to(self, row: int) -> MapView:
        """With ``row`` first, as far as the ends of the document allow."""
        return replace(self, top=min(max(row, 0), self.last_top))

    def scrolled(self, rows: int) -> MapView:
        return self.moved_to(self.top + rows)

    def showing(self, page: int) -> MapView:
        """Moved as little as needed to have the page's cell whole in view; a far one comes to the middle."""
        row = self.row_of(self.cell_of(page))
        bottom = self.top + self.full_rows - 1
        if self.top <= row <= bottom:
            return self
        if not self.top - self.full_rows <= row <= bottom + self.full_rows:
            return self.moved_to(row - self.full_rows // 2)
        return self.moved_to(row if row < self.top else self.top + row - bottom)

    def zoomed(self, steps: int, x: float, y: float) -> MapView:
        """``steps`` finer (negative: coarser), the page under the point staying in its row on the screen.

        A step halves the pages of a cell until a cell is one page, then the columns. The row can only be
        kept where the document does not end before; a step out that has the whole in view fits it.
        """
        page, view = self.page_at(x, y), self
        for _ in range(abs(steps)):
            view = view._finer() if steps > 0 else view._coarser()
        if view is self or view.fitted:
            return view
        return view.moved_to(
            view.row_of(view.cell_of(page)) - int(min(max(y, 0), self.height - 1) // view.cell_height)
        )

    def zoomed_to(self, pages: PageRange) -> MapView:
        """The closest view that has all of ``pages``, in the middle of the height."""
        if not pages:
            return self.showing(pages.first)
        best = view = self.refitted()
        while (finer := view._finer()) is not view:
            view = finer
            top, bottom = view._rows_of(pages)
            if bottom - top >= view.full_rows:
                break
            best = view.moved_to(top - (view.full_rows - (bottom - top + 1)) // 2)
        return best

    # --- the viewport, the document or the layout changes

    def refitted(self) -> MapView:
        return MapView.fit(self.pages, self.width, self.height, self.layout, self.scale)

    def resized(self, width: int, height: int, scale: float) -> MapView:
        """In another viewport: fitted again, or the first visible page kept at the top."""
        view = replace(self, width=max(1, width), height=max(1, height), scale=scale)
        if self.fitted:
            return view.refitted()
        while view.columns > 1 and view.cell_px < SMALLEST * scale:
            view = replace(view, columns=view.columns // 2)
        while view.cell_px > LARGEST * scale and view.columns < 1 << 16:
            view = replace(view, columns=view.columns * 2)
        return view._topped_by(self)

    def of_pages(self, pages: int) -> MapView:
        """Of a document that now has ``pages`` pages."""
        view = replace(self, pages=pages)
        return view.refitted() if self.fitted or view._all_in_view() else view.moved_to(view.top)

    def laid_out(self, layout: str) -> MapView:
        """In another layout, the first visible page staying in view."""
        view = replace(self, layout=layout)
        return view.refitted() if self.fitted else view._topped_by(self)

    # --- inside

    def _topped_by(self, other: MapView) -> MapView:
        page = other.visible_cells.start << other.level
        if other.layout != "rows":
            page = (other.cell_in(0, other.top) or 0) << other.level
        return self.moved_to(self.row_of(self.cell_of(page)))

    def _all_in_view(self) -> bool:
        return self.rows * self.cell_px <= self.height

    def _finer(self) -> MapView:
        if self.level:
            return replace(self, level=self.level - 1, fitted=False)
        if self.columns > 1 and self.width // (self.columns // 2) <= LARGEST * self.scale:
            return replace(self, columns=self.columns // 2, fitted=False)
        return self

    def _coarser(self) -> MapView:
        if self.fitted:
            return self
        whole = self.refitted()
        if self.level == 0 and self.columns < whole.columns:
            view = replace(self, columns=self.columns * 2)
        else:
            view = replace(self, level=self.level + 1)
        beyond = view.level >= whole.level and view.columns >= whole.columns
        return whole if beyond or view._all_in_view() else view

    def _rows_of(self, pages: PageRange) -> tuple[int, int]:
        cells = self.cell_of(pages.first), self.cell_of(pages.end - 1)
        return layouts.row_span(self.layout, self.columns, *cells)

    def _fits_well(self, smallest: int) -> bool:
        lowest = max(smallest * self.scale, self.cell_px / 2)
        return self.rows * lowest <= self.height

    def _merit(self) -> float:
        """The part of the viewport that is used; less for cells that are far from square or too large."""
        wide, high = layouts.extent(self.layout, self.columns, self.cells)
        cell = self.cell_height
        used = wide * self.cell_px * high * cell / (self.width * self.height)
        oblong = max(self.cell_px / cell, cell / self.cell_px) - 1
        huge = max(0.0, self.cell_px / (LARGEST_FITTED * self.scale) - 1)
        return used - 0.25 * oblong - huge + 0.04 * math.log2(cell)


def _column_choices(width: int, scale: float, smallest: int) -> list[int]:
    """Powers of two that give cells of at least ``smallest`` and at most the largest size; never none."""
    sizes = ((1 << bits, width >> bits) for bits in range(17))
    return [columns for columns, size in sizes if smallest * scale <= size <= LARGEST * scale] or [1]
