"""The whole document as one narrow column of pixels: which page is at which height, and how it looks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np

from bytescope.core.geometry.marks import (
    Marks,
    cell_states,
    luma,
    share_steps,
    small_palette,
    state_palette,
    strongest,
)
from bytescope.core.geometry.picture import with_islands
from bytescope.core.pages.classes import PageClass
from bytescope.core.pages.palette import CODED, scheme_values

if TYPE_CHECKING:
    from bytescope.core.geometry.inks import Inks
    from bytescope.core.geometry.marks import Codes
    from bytescope.core.geometry.picture import Bools
    from bytescope.core.pages.cells import CellFacts
    from bytescope.core.touched.layers import Layer
    from bytescope.core.touched.state_runs import StateRuns


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


@dataclass(frozen=True, slots=True)
class StripMarks:
    """What is marked on the strip: pages in each state; the layer that has all the colour, if one has."""

    states: Mapping[Layer, StateRuns] = field(default_factory=dict)
    alone: Layer | None = None


def strip_pixels(
    view: StripView,
    facts: CellFacts | None,
    scheme: str,
    palette: Codes,
    inks: Inks,
    marks: StripMarks,
    width: int,
    unit: int,
) -> Codes:
    """The strip as RGBA u1[height, width, 4]. The rightmost quarter has the colour of the strongest state
    of each line, and the left half of it that of the second. ``marks.alone`` colours the rest by its share.

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
    colours, known = _content(view, facts, scheme, palette, inks)
    counts = {layer: runs.per_cell(view.level, range(view.cells)) for layer, runs in marks.states.items()}
    totals = np.full(view.cells, 1 << view.level, np.int64)
    totals[-1] = view.pages - (view.cells - 1 << view.level)
    if marks.alone is not None:
        steps = share_steps(counts.get(marks.alone, np.zeros_like(totals)), totals)
        grey = np.where(known, luma(colours) >> 4, 5).astype(np.uint8)
        colours, known = state_palette()[grey << 4 | steps], known | (steps > 0)
    out[known[cells], :body] = colours[cells][known[cells]][:, None]
    if marks.alone is None and counts:
        found = Marks(counts)
        middle = (body + unit + width) // 2
        table = small_palette(inks.states)
        out[:, body + unit :] = table[0]  # all inks are bright
        for codes, right in zip(strongest(found, cell_states(found, totals), totals), (width, middle)):
            lines = _widened(codes[cells], 2 * unit - 1)
            out[lines > 0, body + unit : right] = table[lines[lines > 0]][:, None]
    return out


def _content(
    view: StripView, facts: CellFacts | None, scheme: str, palette: Codes, inks: Inks
) -> tuple[Codes, Bools]:
    """The colour of each cell's content, and whether anything is known of it."""
    if facts is None:
        return np.zeros((view.cells, 4), np.uint8), np.zeros(view.cells, np.bool_)
    index = with_islands(facts)[0] if scheme == "content" else scheme_values(facts, scheme)[0]
    colours = palette[index]
    lost = (facts.majority == PageClass.GONE) | (facts.majority == PageClass.ERROR)
    colours[lost] = inks.cross
    return colours, facts.judged if scheme in CODED else facts.known > 0


def _widened(codes: Codes, by: int) -> Codes:
    """Each mark goes on for ``by`` lines where there is no other."""
    for _ in range(by):
        codes[1:] = np.where(codes[1:] == 0, codes[:-1], codes[1:])
    return codes
