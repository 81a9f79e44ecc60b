"""Reads a range of a snapshot for counting: window by window, what repeats only once, nothing disturbed."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

import numpy as np

from bytescope.core.ranges import PAGESIZE, ByteRange, merged
from bytescope.core.search.stretches import repeating

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray

    from bytescope.core.document.snapshot import Snapshot
    from bytescope.core.statistics.tally import Tally
    from bytescope.core.ticket import Ticket

WINDOW = 256 * PAGESIZE
"""Bytes read at a time, which stay in the processor's cache while they are counted."""

LEAST_STRETCH = 1 << 16
"""Shorter holes and patterns are read like other bytes."""

_MANY = 64
"""Pieces of a window from which on it is read as a whole."""


class Reader:
    """Reads a snapshot into one buffer of its own, past the page cache where a source can."""

    def __init__(self, snapshot: Snapshot, window: int = WINDOW, least_stretch: int = LEAST_STRETCH) -> None:
        self.snapshot = snapshot
        self.window = window
        self.least_stretch = least_stretch
        self.bytes_read = 0
        self._buffer = np.empty(-(-window // 8), np.uint64).view(np.uint8)  # aligned as kernels like it

    def read(self, range_: ByteRange) -> tuple[NDArray[np.uint8], list[ByteRange]]:
        """Up to ``window`` bytes, good until the next read, and which of them (document offsets) are lost."""
        data = self._buffer[: range_.length]
        view = data.data
        snapshot = self.snapshot
        self.bytes_read += range_.length
        segments = list(islice(snapshot.segments(range_), _MANY + 1))
        if len(segments) > _MANY:
            found = list(snapshot.read_into(range_.start, view))
            return data, merged([item.range for item in found])
        lost = []
        for segment in segments:
            read = getattr(segment.source, "read_undisturbed", segment.source.read_into)
            part = view[segment.range.start - range_.start : segment.range.end - range_.start]
            shift = segment.range.start - segment.start
            lost += [item.range.shifted(shift) for item in read(segment.start, part)]
        return data, merged(lost)

    def stretches(self, within: ByteRange) -> Iterator[tuple[ByteRange, int]]:
        """``within`` in parts, each with the bytes after which it repeats; 0 for what is to be read."""
        at = within.start
        for found in repeating(self.snapshot, within, 0, self.least_stretch):
            if found.range.start > at:
                yield ByteRange(at, found.range.start), 0
            yield found.range, found.cycle
            at = found.range.end
        if at < within.end:
            yield ByteRange(at, within.end), 0

    def tally(self, range_: ByteRange, tally: Tally, ticket: Ticket) -> None:
        """Add all of ``range_`` to ``tally``, which is complete then. Advances ``ticket``."""
        for part, cycle in self.stretches(range_):
            if cycle and cycle <= self.window:
                self._repeated(tally, part, cycle)
                ticket.advance(part.length)
                continue
            for at in range(part.start, part.end, self.window):
                piece = ByteRange(at, min(at + self.window, part.end))
                self._piece(tally, piece)
                ticket.advance(piece.length)
        tally.close()

    def _repeated(self, tally: Tally, part: ByteRange, cycle: int) -> None:
        data, lost = self.read(ByteRange.of(part.start, min(cycle, part.length)))
        if lost:
            tally.add_lost(part.length)
        else:
            tally.add_repeated(data, part.length)

    def _piece(self, tally: Tally, piece: ByteRange) -> None:
        data, lost = self.read(piece)
        at = piece.start
        for gone in (*lost, ByteRange(piece.end, piece.end)):
            if gone.start > at:
                tally.add(data[at - piece.start : gone.start - piece.start])
            if gone:
                tally.add_lost(gone.length)
            at = gone.end
