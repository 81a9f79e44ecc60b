"""Where the touches of a log stand on a timeline: a lane for each sort, marks as large as there are pages."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from bytescope.core.touched.touch import Touch

if TYPE_CHECKING:
    from collections.abc import Iterable

    from numpy.typing import NDArray

    from bytescope.core.touched.touches import Touched

    Floats = NDArray[np.float64]

LANES: tuple[tuple[str, tuple[Touch, ...]], ...] = (
    ("Edits", (Touch.EDIT, Touch.UNDO)),
    ("Saves", (Touch.SAVE,)),
    ("Outside", (Touch.OUTSIDE,)),
    ("In memory", (Touch.RESIDENT, Touch.EVICTED)),
    ("Read", (Touch.READ,)),
    ("Written", (Touch.WRITTEN,)),
    ("Mapped", (Touch.MAPPED,)),
)
"""Titles and what stands in them, from above."""

LANE_OF = {kind: number for number, (_, kinds) in enumerate(LANES) for kind in kinds}

SMALLEST, LARGEST = 7.0, 19.0
"""Pixels across, of a mark for one page and for 2**32, 16 TiB."""


class Marks(NamedTuple):
    """The marks of one kind: times in seconds, sizes in pixels, numbers of the touches; of one length."""

    times: Floats
    sizes: Floats
    numbers: NDArray[np.int64]


def marks(touches: Iterable[Touched], first: int = 0) -> dict[Touch, Marks]:
    """The marks of ``touches`` by kind; ``first`` is the number of the first one."""
    taken = list(touches)
    times = np.array([touched.time for touched in taken])
    pages = np.array([touched.pages.pages for touched in taken], np.float64)
    sizes = SMALLEST + (LARGEST - SMALLEST) * np.log2(np.maximum(pages, 1)) / 32
    kinds = np.array([LANE_OF[touched.kind] for touched in taken], np.intp)
    out = {}
    for kind, lane in LANE_OF.items():
        these = np.array([at for at in np.flatnonzero(kinds == lane) if taken[at].kind is kind], np.int64)
        out[kind] = Marks(times[these], np.minimum(sizes[these], LARGEST), these + first)
    return out
