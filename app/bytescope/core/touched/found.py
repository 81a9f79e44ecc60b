"""What a look at the page cache answers, on whatever system: the same for all of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from bytescope.core.ranges import PageRange
from bytescope.core.touched.layers import Layer
from bytescope.core.touched.told import Told

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from bytescope.core.touched.state_runs import StateRuns

    Ints = NDArray[np.int64]

STATES = (Layer.RESIDENT, Layer.DIRTY, Layer.WRITING, Layer.EVICTED)
"""What is told, in the order of the counts everywhere here."""

MOST_CALLS = 1 << 17
"""Calls of one look, 1 µs and more each; as many parts at most, of 48 bytes."""


class Limits(NamedTuple):
    """What a look may take. Where it ends early the coarser parts stand with their counts."""

    calls: int = MOST_CALLS
    seconds: float = float("inf")


class Walked(NamedTuple):
    """Sorted, disjoint parts ``firsts`` to ``ends`` in units, and how many units of each are in each state.

    ``counts`` is i8[4, n]. ``complete``: no part is coarser than asked for.
    """

    firsts: Ints
    ends: Ints
    counts: Ints
    calls: int
    complete: bool


class Found(NamedTuple):
    """Whether the kernel answered for a state, the pages in it, and a word about them."""

    told: Told
    runs: StateRuns | None = None
    note: str = ""


class Residency(NamedTuple):
    """What a look found of ``pages``. ``complete``: everything was looked at as finely as asked for."""

    pages: PageRange
    states: dict[Layer, Found]
    complete: bool
    calls: int
    seconds: float
