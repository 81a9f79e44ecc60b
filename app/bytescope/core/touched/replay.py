"""What the touches up to a time say of the states of pages: what a timeline shows on the map."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

import numpy as np

from bytescope.core.pages.run_set import RunSet
from bytescope.core.touched.layers import Layer
from bytescope.core.touched.stamps import Stamps
from bytescope.core.touched.state_runs import StateRuns
from bytescope.core.touched.touch import Touch

if TYPE_CHECKING:
    from bytescope.core.touched.touches import Touched

LANES: tuple[dict[Touch, Layer], ...] = (
    {Touch.EDIT: Layer.EDITED, Touch.UNDO: Layer.EDITED, Touch.SAVE: Layer.SAVED},
    {Touch.OUTSIDE: Layer.OUTSIDE},
    {Touch.RESIDENT: Layer.RESIDENT, Touch.EVICTED: Layer.EVICTED},
    {Touch.READ: Layer.READ},
    {Touch.WRITTEN: Layer.WRITTEN},
    {Touch.MAPPED: Layer.MAPPED},
)
"""Which layer shows a touch. Of touches that end one another's state the last one of a page counts."""


def standing(touches: Sequence[Touched]) -> dict[Layer, StateRuns]:
    """The pages of ``touches`` (the oldest first) by the layer that shows the last touch of each.

    An edit that was undone shows as a touch all the same. Layers without pages are left out.
    """
    out: dict[Layer, StateRuns] = {}
    for lane in LANES:
        numbered = [(number, touched.pages) for number, touched in enumerate(touches) if touched.kind in lane]
        if not numbered:
            continue
        firsts, ends, latest = Stamps(numbered).parts()
        layers = np.array([lane.get(touched.kind, -1) for touched in touches])[latest]
        for layer in sorted(set(lane.values())):
            these = layers == layer
            if these.any():
                out[layer] = StateRuns.of(RunSet.of_edges(firsts[these], ends[these]))
    return out


def advanced(states: Mapping[Layer, StateRuns], touches: Iterable[Touched]) -> dict[Layer, StateRuns]:
    """``standing`` of touches with ``states`` and of those behind them: cheap where these are few."""
    sets = {layer: runs.runs() for layer, runs in states.items()}
    for touched in touches:
        lane = next(lane for lane in LANES if touched.kind in lane)
        for layer in set(lane.values()):
            before = sets.get(layer, RunSet())
            here = layer is lane[touched.kind]
            sets[layer] = before.union(touched.pages) if here else before.minus(touched.pages)
    return {layer: StateRuns.of(pages) for layer, pages in sets.items() if pages}
