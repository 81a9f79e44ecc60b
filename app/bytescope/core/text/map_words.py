"""What is said about a map beside its picture: the size, what a cell is, how much is known."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bytescope.core.ranges import PAGESIZE
from bytescope.core.text.formats import plural, size_text

if TYPE_CHECKING:
    from bytescope.core.geometry.map_view import MapView

LAYOUTS = {"hilbert": "Hilbert curve", "zorder": "Z-order"}


def map_lines(size: int, view: MapView, known: str) -> tuple[str, ...]:
    """Lines for a document of ``size`` bytes; ``known`` says how much of it was read."""
    cell = f"{plural(view.pages_per_cell, 'page')} a cell ({size_text(view.pages_per_cell * PAGESIZE)})"
    if view.layout == "rows":
        cell += f", {size_text(view.pages_per_cell * PAGESIZE * view.columns)} a row"
    else:
        cell += f", {LAYOUTS[view.layout]}"
    shown = view.visible_pages
    if shown.count < view.pages:
        cell += f"; pages {shown.first:,} to {shown.end - 1:,} of {view.pages:,}"
    return f"{plural(size, 'byte')} ({size_text(size)}); {cell}", known
