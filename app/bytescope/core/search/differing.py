"""Where bytes are not what they are everywhere else: runs that differ from a value."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from bytescope.core.errors import InputError
from bytescope.core.search.matcher import LONGEST, NO_HITS, WINDOW, Found, Window, bytes_of

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Ints = NDArray[np.int64]


class Differing:
    """Runs of units that are not ``values`` under ``masks``; a unit is as long as the values.

    Units are counted from offset ``origin``. A hit begins where the unit before is as it should be (or
    cannot be read, or lies before the range searched) and is told with ``longest`` bytes at most.
    """

    lead = 0

    def __init__(
        self, values: bytes, masks: bytes | None = None, *, origin: int = 0, longest: int = LONGEST
    ) -> None:
        size = len(values)
        if not size or size > longest:
            raise InputError(f"Give 1 to {longest:,} bytes that are to be passed over, such as 00.", 0)
        self.shortest = self.period = self.around = size
        self.longest = longest // size * size
        self.window = max(WINDOW, size)
        self._origin = origin % size
        self._masks = bytes_of(masks) if masks is not None else np.full(size, 255, np.uint8)
        self._values = bytes_of(values) & self._masks
        self._plain = bool((self._masks == 255).all())

    def find(self, window: Window, first: int, stop: int, room: int) -> Found:
        """See ``Matcher``."""
        starts, lengths = self._runs(window, first, stop)
        if len(starts) > room:
            return Found(starts[:room], lengths[:room], int(starts[room]))
        return Found(starts, lengths, max(first, stop))

    def last(self, window: Window, first: int, stop: int) -> tuple[int, int] | None:
        """See ``Matcher``."""
        starts, lengths = self._runs(window, first, stop)
        return (int(starts[-1]), int(lengths[-1])) if len(starts) else None

    def _runs(self, window: Window, first: int, stop: int) -> tuple[Ints, Ints]:
        """Starts and lengths of the runs that begin in ``first`` up to ``stop``."""
        size = self.shortest
        first += (self._origin - window.base - first) % size
        units = (min(window.end, stop + self.longest) - first) // size
        wanted = min(units, -(-(stop - first) // size))
        if wanted <= 0:
            return NO_HITS, NO_HITS
        other = np.zeros(units + 2, np.bool_)  # with the unit before, and one behind that ends the last run
        begin = 0 if first - size < window.low else 1
        other[1 - begin : units + 1] = self._other(window, first - begin * size, units + begin)
        edges = np.diff(other.view(np.int8))
        starts = np.flatnonzero(edges[:wanted] == 1)
        if not len(starts):
            return NO_HITS, NO_HITS
        ends = np.flatnonzero(edges == -1)
        lengths = (ends[np.searchsorted(ends, starts)] - starts) * size
        return first + starts * size, np.minimum(lengths, self.longest)

    def _other(self, window: Window, first: int, units: int) -> NDArray[np.bool_]:
        """Which of the units from ``first`` on are not the given one; none that cannot be read is."""
        size = self.shortest
        data = bytes_of(window.text)[first : first + units * size]
        other: NDArray[np.bool_]
        if self._plain and size in (2, 4, 8):
            other = data.view(f"u{size}") != self._values.view(f"u{size}")[0]
        elif size == 1:
            other = data & self._masks[0] != self._values[0]
        else:
            other = ((data.reshape(units, size) & self._masks) != self._values).any(axis=1)
        for low, high in window.lost:
            other[max(0, (low - first) // size) : max(0, -(-(high - first) // size))] = False
        return other
