"""Exchanges many ranges of a live source: what is between them is neither kept nor stored."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from bytescope.core.document.added import AddedBytes
from bytescope.core.document.era import LOST
from bytescope.core.document.history import Edit
from bytescope.core.document.places import Places
from bytescope.core.document.prepared import SPAN_COST, Prepared
from bytescope.core.document.replacing import Rows
from bytescope.core.document.storing import LiveSource
from bytescope.core.errors import SaveError
from bytescope.core.ticket import Ticket

_WINDOW = 1 << 16
"""Hits that begin within so many bytes are read at once."""


class Exchange:
    """A replacement of ``places`` in ``source``; ``step`` has what is to be stored, in groups of places."""

    def __init__(self, source: LiveSource, places: Places, step: Prepared, ticket: Ticket | None) -> None:
        self._source = source
        self._places = places
        self._step = step
        self._ticket = ticket
        self.cost = 4 * SPAN_COST * len(places) + places.total
        if ticket is not None:
            ticket.total += 2 * places.total

    def kept(self, budget: int, added: AddedBytes) -> list[Edit] | None:
        """The edits, with the old bytes copied into ``added``; None where they cost more than ``budget``.

        SaveError where old bytes cannot be read.
        """
        if self.cost > budget:
            return None
        edits = []
        first = 0
        for start, length, parts in self._step.splices:
            end = bisect_right(self._places.starts, start + length - 1, first)
            edits.append(Edit(start, self._old(first, end, added).done(), list(parts)))
            first = end
        return edits

    def for_good(self) -> Iterator[Edit]:
        """The edits without what was there."""
        first = 0
        for start, length, parts in self._step.splices:
            end = bisect_right(self._places.starts, start + length - 1, first)
            rows = Rows()
            for i in range(first, end):
                rows.add(LOST, self._places.starts[i], self._places.ends[i] - self._places.starts[i])
                self._gap(rows, i, end)
            yield Edit(start, rows.done(), list(parts))
            first = end

    def _old(self, first: int, end: int, added: AddedBytes) -> Rows:
        """The old bytes of hits ``first`` to ``end``, and the source's own between them."""
        rows = Rows()
        starts, ends = self._places.starts, self._places.ends
        while first < end:
            low = starts[first]
            behind = bisect_right(starts, low + _WINDOW, first, end)
            window = self._read(low, ends[behind - 1] - low)
            block = added.append(
                b"".join(window[starts[i] - low : ends[i] - low] for i in range(first, behind))
            )
            at = block.start
            for i in range(first, behind):
                length = ends[i] - starts[i]
                rows.add(block.source, at, length)
                at += length
                self._gap(rows, i, end)
            if self._ticket is not None:
                self._ticket.advance(at - block.start)
            first = behind
        return rows

    def _gap(self, rows: Rows, i: int, end: int) -> None:
        at = self._places.ends[i]
        if i + 1 < end and self._places.starts[i + 1] > at:
            rows.add(self._source, at, self._places.starts[i + 1] - at)

    def _read(self, start: int, length: int) -> memoryview:
        buffer = bytearray(length)
        if self._source.read_into(start, memoryview(buffer)):
            raise SaveError(
                f"Bytes in {start:,}..{start + length:,} cannot be read, so they could not be brought back; "
                "nothing was changed: choose another range."
            )
        return memoryview(buffer)
