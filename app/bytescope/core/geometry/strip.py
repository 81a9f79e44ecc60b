"""The whole document as one narrow column of pixels: which page is at which height, and how it looks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from bytescope.core.geometry.picture import cells_touched, with_islands
from bytescope.core.pages.classes import PageClass
from bytescope.core.pages.palette import scheme_values

if TYPE_CHECKING:
    from bytescope.core.geometry.picture import Codes, Inks, Runs
    from bytescope.core.pages.cells import CellFacts


@dataclass(frozen=True, slots=True)
class StripView:
    """``pages`` pages from top to bottom of ``height`` pixels."""

    pages: int
    height: int

    @property
    def level(self) -> int:
        """The finest level that has no more cells than there are pixels."""
        level = max(0, (self.pages // max(1, self.height)).bit_length() - 1)
        while -(-self.pages >> level) > max(1, self.height):
            level += 1
        return level

    @property
    def cells(self) -> int:
        return -(-self.pages >> self.level)

    def page_at(self, y: float) -> int:
        """The page at a height, the nearest one outside the strip; 0 in an empty document."""
        inside = min(max(int(y), 0), self.height - 1)
        return min(inside * self.pages // max(1, self.height), max(0, self.pages - 1))

    def y_of(self, page: int) -> int:
        """The first pixel of a page (the height for the page behind the last)."""
        return page * self.height // max(1, self.pages)


def strip_pixels(
    view: StripView,
    facts: CellFacts | None,
    scheme: str,
    palette: Codes,
    inks: Inks,
    edited: Runs | None,
    outside: Runs | None,
    width: int,
    unit: int,
) -> Codes:
    """The strip as RGBA u1[height, width, 4]; the rightmost quarter is for the marks of edited pages,
    and left half of it for those that another program changed.

    ``facts`` are those of all ``view.cells``. A marked page colours at least two lines of ``unit`` pixels.
    """
    out = np.empty((view.height, width, 4), np.uint8)
    out[...] = inks.back
    if not view.pages:
        return out
    cells = np.arange(view.height, dtype=np.int64) * view.cells // view.height
    body = width - max(3 * unit, width // 4)
    y, x = np.mgrid[: view.height, :body] // unit
    hatch = np.where(((x + y) % 4 == 0)[:, :, None], np.array(inks.hatch), np.array(inks.hatch_back))
    out[:, :body] = hatch
    if facts is not None:
        index = with_islands(facts)[0] if scheme == "content" else scheme_values(facts, scheme)[0]
        colours = palette[index]
        lost = (facts.majority == PageClass.GONE) | (facts.majority == PageClass.ERROR)
        colours[lost] = inks.cross
        known = (facts.known > 0)[cells]
        out[known, :body] = colours[cells][known][:, None]
    middle = (body + unit + width) // 2
    for runs, left, right, ink in (
        (edited, body + unit, width, inks.edited),
        (outside, body + unit, middle, inks.outside),
    ):
        if runs is None:
            continue
        marked = cells_touched(runs, view.level, range(view.cells))[cells]
        for _ in range(2 * unit - 1):
            marked[1:] |= marked[:-1].copy()
        out[marked, left:right] = ink
    return out
