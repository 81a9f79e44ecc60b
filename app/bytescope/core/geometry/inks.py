"""The colours of all that is not content: ground, grid, selection, and the marks of page states."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from bytescope.core.touched.layers import Layer

Rgba: TypeAlias = tuple[int, int, int, int]

STATES: dict[Layer, Rgba] = {
    Layer.EDITED: (255, 124, 188, 255),
    Layer.SAVED: (60, 230, 140, 255),
    Layer.OUTSIDE: (255, 208, 0, 255),
    Layer.DIRTY: (255, 150, 0, 255),
    Layer.WRITING: (255, 232, 70, 255),
    Layer.RESIDENT: (120, 220, 255, 255),
    Layer.EVICTED: (176, 196, 224, 255),
    Layer.SEEN: (238, 238, 238, 255),
    Layer.HOLE: (206, 206, 255, 255),
    Layer.UNWRITTEN: (214, 178, 255, 255),
    Layer.SHARED: (255, 184, 236, 255),
    Layer.MAPPED: (110, 255, 214, 255),
    Layer.STORED: (255, 138, 106, 255),
    Layer.READ: (178, 255, 120, 255),
    Layer.WRITTEN: (255, 128, 210, 255),
    Layer.DIFFERENT: (255, 140, 130, 255),
    Layer.FOUND: (255, 244, 90, 255),
    Layer.BOOKMARKED: (150, 200, 255, 255),
}
"""The ink of each state. Marks are told apart by shape and place: an ink need only be bright, as each
shape has a dark edge."""


@dataclass(frozen=True, slots=True)
class Inks:
    """Each RGBA, 0 to 255. ``states`` has an ink for each layer; content colours are the palette's."""

    back: Rgba = (35, 40, 46, 255)
    grid: Rgba = (22, 25, 29, 255)
    hatch: Rgba = (111, 120, 130, 255)
    hatch_back: Rgba = (52, 58, 65, 255)
    cross: Rgba = (255, 0, 255, 255)
    cross_back: Rgba = (60, 12, 60, 255)
    bright: Rgba = (255, 255, 255, 255)
    deep: Rgba = (0, 0, 0, 255)
    select: Rgba = (61, 174, 255, 255)
    cursor: Rgba = (0, 255, 110, 255)
    states: tuple[Rgba, ...] = tuple(STATES[layer] for layer in Layer)
