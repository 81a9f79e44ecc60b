"""The states of the visible cells as one number a cell, and their colours where shapes have no room."""

from __future__ import annotations

import enum
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING, TypeAlias

import numpy as np

from bytescope.core.pages.scales import ramp
from bytescope.core.touched.layers import Layer

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from bytescope.core.geometry.inks import Rgba
    from bytescope.core.geometry.map_view import MapView
    from bytescope.core.touched.state_runs import StateRuns

    Codes: TypeAlias = NDArray[np.uint8]
    Words: TypeAlias = NDArray[np.uint32]
    Counts: TypeAlias = NDArray[np.int64]

STEPS = 15
"""Shares are shown in so many steps: the first for any page at all, the last only for all of them."""

SHARE_RAMP = ((0.60, 0.21, 38.0), (0.72, 0.18, 58.0), (0.84, 0.165, 82.0), (0.96, 0.17, 107.0))
"""Red for few pages over orange to a light yellow for all: lighter in equal steps, so that the order is seen
in every colour vision, and never a grey."""

FLOOR = 0.5
"""Least opacity of a state's colour, however small its share: one page of a terabyte is to be seen."""


class Mark(enum.IntFlag):
    """What stands in a cell's number beside the bits of its layers (``Layer.bit``, the lower ones)."""

    SELECTED = 1 << len(Layer)
    CURSOR = 2 << len(Layer)


STATES = (1 << len(Layer)) - 1
PICKED_AT = len(Layer)
"""Where the bits of the selection and the cursor begin."""

SHARE_AT = {Layer.RESIDENT: PICKED_AT + 2, Layer.EVICTED: PICKED_AT + 6}
"""Layers whose mark shows how many of the pages are meant: the lowest of the four bits of their step."""

STRONGEST = (
    Layer.DIRTY,
    Layer.WRITING,
    Layer.EDITED,
    Layer.OUTSIDE,
    Layer.DIFFERENT,
    Layer.FOUND,
    Layer.BOOKMARKED,
    Layer.STORED,
    Layer.WRITTEN,
    Layer.READ,
    Layer.SAVED,
    Layer.EVICTED,
    Layer.MAPPED,
    Layer.RESIDENT,
    Layer.SHARED,
    Layer.UNWRITTEN,
    Layer.HOLE,
    Layer.SEEN,
)
"""Which states come first where there is only room for colour: what passes soon, then what is rare."""


@dataclass(frozen=True, slots=True)
class Marks:
    """What is marked: pages in each state by cell (i8[n], the visible cells), selected pages, the cursor.

    ``alone``: the layer that has all the colour while content is grey. ``unjudged``: how many pages of each
    cell nobody knows to be in it or not (None: all are judged).
    """

    states: Mapping[Layer, Counts] = field(default_factory=dict)
    selected: tuple[int, int] = (0, 0)
    cursor: int | None = None
    alone: Layer | None = None
    unjudged: Counts | None = None

    @classmethod
    def of(
        cls,
        view: MapView,
        states: Mapping[Layer, StateRuns],
        selected: tuple[int, int] = (0, 0),
        cursor: int | None = None,
        alone: Layer | None = None,
    ) -> Marks:
        """From pages: counted for the cells that ``view`` shows."""
        counts = {layer: runs.per_cell(view.level, view.visible_cells) for layer, runs in states.items()}
        return cls(counts if len(view.visible_cells) else {}, selected, cursor, alone)


def share_steps(counts: Counts, totals: Counts) -> Codes:
    """Step of each share: 0 for none, 1 for any, ``STEPS`` only for all of the pages."""
    part = np.clip(counts * STEPS // np.maximum(totals, 1), 1, STEPS - 1)
    out: Codes = np.where(counts >= totals, STEPS, part).astype(np.uint8)
    out[counts <= 0] = 0
    return out


def cell_states(marks: Marks, totals: Counts) -> Words:
    """The bits of the layers of each cell of ``totals[i]`` pages, and the steps of ``SHARE_AT``."""
    out = np.zeros(len(totals), np.uint32)
    for layer, counts in marks.states.items():
        out |= (counts > 0).astype(np.uint32) << np.uint32(layer)
        if layer in SHARE_AT:
            out |= share_steps(counts, totals).astype(np.uint32) << np.uint32(SHARE_AT[layer])
    # Both at once is said by the one that lasts longer.
    out[(out & Layer.DIRTY.bit) > 0] &= np.uint32(~Layer.WRITING.bit & 0xFFFFFFFF)
    return out


# --- colours in place of shapes

LEVELS = 16
"""Greys of content beside the colours of one state: 16 greys of 16 steps each are a palette."""


def opacity(step: int) -> float:
    """How much of the colour lies over the content at a step of 1 to ``STEPS``."""
    return FLOOR + (1 - FLOOR) * (step - 1) / (STEPS - 1)


@lru_cache(maxsize=4)
def state_palette() -> Codes:
    """u1[256, 4]: at ``grey << 4 | step`` the state's colour at a step, over one of 16 greys. Read-only."""
    colours = ramp(SHARE_RAMP)[np.linspace(0, 255, STEPS).astype(int), :3].astype(np.float32)
    out = np.full((LEVELS, STEPS + 1, 4), 255, np.float32)
    greys = _grey(np.linspace(0, 255, LEVELS))
    out[:, 0, :3] = greys[:, None]
    for step in range(1, STEPS + 1):
        share = opacity(step)
        out[:, step, :3] = greys[:, None] * (1 - share) + colours[step - 1] * share
    return _frozen(out.reshape(256, 4))


def state_codes(palette: Codes, content: Codes, steps: Codes) -> Codes:
    """Indices into ``state_palette`` for cells of ``content`` (indices into ``palette``) and their steps."""
    out: Codes = ((luma(palette) & 0xF0)[content] | steps).astype(np.uint8)
    return out


SMALL_GREYS, SMALL_STEPS = 64, 10
SMALL_FLOOR = 0.75
"""As ``FLOOR``, where there are inks of any hue: pale ones would be greys to some people."""


@lru_cache(maxsize=8)
def small_palette(inks: tuple[Rgba, ...]) -> Codes:
    """u1[256, 4]: 64 greys of content, then 10 steps of each layer's ink over one grey. Read-only."""
    out = np.full((256, 4), 255, np.float32)
    out[:SMALL_GREYS, :3] = _grey(np.linspace(0, 255, SMALL_GREYS))[:, None]
    ground = _grey(np.full(1, 0.0))
    for layer in Layer:
        for step in range(SMALL_STEPS):
            share = SMALL_FLOOR + (1 - SMALL_FLOOR) * step / (SMALL_STEPS - 1)
            colour = np.array(inks[layer][:3], np.float32) * share + ground * (1 - share)
            out[SMALL_GREYS + layer * SMALL_STEPS + step, :3] = colour
    return _frozen(out)


def small_greys(palette: Codes, content: Codes) -> Codes:
    """Indices into ``small_palette`` for cells without a state."""
    out: Codes = (luma(palette) >> 2).astype(np.uint8)[content]
    return out


def strongest(marks: Marks, states: Words, totals: Counts) -> tuple[Codes, Codes]:
    """The two first states of each cell as indices into ``small_palette``; 0 where there is none."""
    first, second = np.zeros((2, len(totals)), np.uint8)
    for layer in STRONGEST:
        if layer not in marks.states:
            continue
        there = (states & np.uint32(layer.bit)) > 0
        if not there.any():
            continue
        steps = share_steps(marks.states[layer], totals).astype(np.int32)
        level = np.where(steps == STEPS, SMALL_STEPS - 1, steps * (SMALL_STEPS - 1) // STEPS)
        code = (SMALL_GREYS + layer * SMALL_STEPS + level).astype(np.uint8)
        np.copyto(second, code, where=there & (first > 0) & (second == 0))
        np.copyto(first, code, where=there & (first == 0))
    return first, second


def luma(palette: Codes) -> Codes:
    """Brightness of each colour of a palette, u1[256]."""
    weighed = palette[:, :3].astype(np.uint32) @ np.array([54, 183, 19], np.uint32)
    out: Codes = (weighed >> 8).astype(np.uint8)
    return out


def _grey(brightness: NDArray[np.float64]) -> NDArray[np.float64]:
    """Less contrast and darker than content is: colour is left to the states."""
    return 34 + brightness * 0.28


def _frozen(colours: NDArray[np.float32]) -> Codes:
    out: Codes = (colours + 0.5).astype(np.uint8)
    out.setflags(write=False)
    return out
