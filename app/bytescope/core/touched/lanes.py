"""Where the touches of a log stand on a timeline: a lane for each sort, marks as large as there are pages."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from bytescope.core.touched.touch import Touch

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from bytescope.core.touched.touches import TouchLog

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

_KINDS = tuple(LANE_OF)

SMALLEST, LARGEST = 7.0, 19.0
"""Pixels across, of a mark for one page and for 2**32, 16 TiB."""


class Marks(NamedTuple):
    """The marks of one kind: times in seconds, sizes in pixels, numbers of the touches; of one length."""

    times: Floats
    sizes: Floats
    numbers: NDArray[np.int64]


class Lanes:
    """The marks of a log that goes on: only what is new is looked at."""

    def __init__(self) -> None:
        self._first = 0
        self._rows: list[tuple[float, float, int]] = []

    def marks(self, log: TouchLog) -> dict[Touch, Marks]:
        """The marks of all touches that ``log`` has now, by kind."""
        del self._rows[: log.dropped - self._first]
        self._first = log.dropped
        del self._rows[-1:]  # the last one may have grown
        for touched in islice(log, len(self._rows), None):
            self._rows.append((touched.time, float(touched.pages.pages), _KINDS.index(touched.kind)))
        table = np.array(self._rows).reshape(-1, 3)
        # Whole pixels: the plot keeps a picture of each size.
        sizes = np.round(SMALLEST + (LARGEST - SMALLEST) * np.log2(np.maximum(table[:, 1], 1)) / 32)
        out = {}
        for number, kind in enumerate(_KINDS):
            these = np.flatnonzero(table[:, 2] == number)
            out[kind] = Marks(table[these, 0], np.minimum(sizes[these], LARGEST), these + self._first)
        return out
