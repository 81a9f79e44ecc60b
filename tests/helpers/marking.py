"""Marks for tests of the map: page states as plain page numbers."""

from __future__ import annotations

import numpy as np

from bytescope.core.geometry.map_view import MapView
from bytescope.core.geometry.marks import Marks
from bytescope.core.touched.layers import BY_NAME, Layer
from bytescope.core.touched.state_runs import StateRuns


def runs_of(pages) -> StateRuns:
    """Runs of single pages."""
    firsts = np.array(sorted(set(pages)), np.int64)
    return StateRuns(firsts, firsts + 1)


def marks_of(view: MapView, selected=(0, 0), cursor=None, alone=None, **states) -> Marks:
    """``states``: pages by the name of the layer; ``alone``: a name."""
    runs = {BY_NAME[name]: runs_of(pages) for name, pages in states.items()}
    layer: Layer | None = BY_NAME[alone] if alone else None
    return Marks.of(view, runs, selected, cursor, layer)
