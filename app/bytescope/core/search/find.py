"""Where bytes occur in a snapshot: windows read into one buffer, repeating stretches looked at once.

All positions are starts of hits in document offsets. Bytes that could not be read match nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from bytescope.core.errors import InputError
from bytescope.core.ranges import ByteRange
from bytescope.core.search.stretches import Repeating, repeating

if TYPE_CHECKING:
    from bytescope.core.document.snapshot import Snapshot
    from bytescope.core.ticket import Ticket

WINDOW = 4 << 20
"""Bytes read at a time: the comparison holds the GIL, for 0.2 ms in a window of this length."""

LEAST_STRETCH = 1 << 16
"""Shorter holes and patterns are searched with their surroundings: cheaper than a window of their own."""

_FIRST_BLOCK = 1 << 30
_BLOCK_GROWTH = 8


def find_next(
    snapshot: Snapshot,
    needle: bytes,
    start: int,
    ticket: Ticket,
    *,
    end: int | None = None,
    window: int = WINDOW,
    least_stretch: int = LEAST_STRETCH,
    unreadable: list[ByteRange] | None = None,
) -> int | None:
    """The first hit at or behind ``start`` that lies wholly before ``end`` (default: the document's).

    ``ticket`` counts bytes passed; to ``unreadable`` is added what could not be read. ``window`` and
    ``least_stretch`` are for tests.
    """
    stop = snapshot.size if end is None else min(end, snapshot.size)
    area = ByteRange(min(start, stop), stop)
    hits = _forward(snapshot, needle, area, ticket, window, least_stretch, unreadable)
    return next(hits, None)


def find_all(
    snapshot: Snapshot,
    needle: bytes,
    ticket: Ticket,
    *,
    within: ByteRange | None = None,
    window: int = WINDOW,
    least_stretch: int = LEAST_STRETCH,
) -> Iterator[int]:
    """Hits that lie wholly in ``within``, in order, not overlapping (as ``bytes.replace`` counts them).

    Lazy: a filled terabyte has more hits than anyone wants, so take as many as are needed.
    """
    area = ByteRange(0, snapshot.size) if within is None else within.intersect(ByteRange(0, snapshot.size))
    return _forward(snapshot, needle, area, ticket, window, least_stretch)


def find_previous(
    snapshot: Snapshot,
    needle: bytes,
    before: int,
    ticket: Ticket,
    *,
    window: int = WINDOW,
    least_stretch: int = LEAST_STRETCH,
    unreadable: list[ByteRange] | None = None,
) -> int | None:
    """The last hit that starts before ``before`` (it may reach beyond)."""
    length = len(needle)
    scan = _Scan(snapshot, needle, ticket, window, unreadable)
    top = min(before, snapshot.size - length + 1)  # starts are looked for below this
    ticket.total = max(0, top)
    block = _FIRST_BLOCK
    while top > 0:
        bottom = max(0, top - block)
        hit = _last_in_block(scan, bottom, top, least_stretch)
        if hit is not None:
            return hit
        top, block = bottom, block * _BLOCK_GROWTH
    return None


def _forward(
    snapshot: Snapshot,
    needle: bytes,
    area: ByteRange,
    ticket: Ticket,
    window: int,
    least: int,
    unreadable: list[ByteRange] | None = None,
) -> Iterator[int]:
    length = len(needle)
    scan = _Scan(snapshot, needle, ticket, window, unreadable)
    ticket.total = area.length
    at = area.start
    for stretch in repeating(snapshot, area, length, least):
        # Starts within one cycle say all about the inside; without a hit there, go on at the far border.
        behind_cycle = stretch.range.start + stretch.cycle
        seen = False
        for hit in scan.forward(at, behind_cycle, area.end):
            yield hit
            at, seen = hit + length, True
        if seen and _inside(scan, stretch):
            at = max(at, behind_cycle)
        else:
            at = stretch.range.end - length + 1
        scan.passed(at - area.start)
    yield from scan.forward(at, area.end - length + 1, area.end)
    scan.passed(area.length)


def _inside(scan: _Scan, stretch: Repeating) -> bool:
    """Whether the content of the stretch itself holds the needle."""
    end = stretch.range.start + stretch.cycle
    return next(scan.forward(stretch.range.start, end, stretch.range.end), None) is not None


def _last_in_block(scan: _Scan, bottom: int, top: int, least: int) -> int | None:
    """The last hit that starts in ``bottom`` up to ``top``."""
    length = len(scan.needle)
    area = ByteRange(bottom, top + length - 1)
    for stretch in reversed(list(repeating(scan.snapshot, area, length, least))):
        inside = stretch.range.end - length + 1 - stretch.cycle
        hit = scan.backward(inside, top)
        if hit is not None:
            return hit
        top = min(top, stretch.range.start)
    return scan.backward(bottom, top)


class _Scan:
    """Windows over a snapshot, one buffer for all of them."""

    def __init__(
        self,
        snapshot: Snapshot,
        needle: bytes,
        ticket: Ticket,
        window: int,
        unreadable: list[ByteRange] | None = None,
    ) -> None:
        if not needle:
            raise InputError("There is nothing to look for: type hex bytes such as DE AD, or a text.", 0)
        from stringzilla import find, rfind

        self.snapshot = snapshot
        self.needle = needle
        self._ticket = ticket
        self._unreadable = unreadable
        self._find, self._rfind = find, rfind
        self._step = max(window, len(needle))
        self._buffer = memoryview(bytearray(self._step + len(needle) - 1))

    def passed(self, count: int) -> None:
        """Tell how many bytes of the area are behind the search."""
        self._ticket.done = count
        self._ticket.check()

    def forward(self, first: int, end: int, limit: int) -> Iterator[int]:
        """Hits that start in ``first`` up to ``end`` and lie wholly before ``limit``, not overlapping."""
        reach = len(self.needle) - 1
        at = first
        while at < min(end, limit - reach):
            stop = min((at // self._step + 1) * self._step, end, limit - reach)
            view, lost = self._window(at, stop + reach)
            base, place = at, 0
            while (place := self._find(view, self.needle, place)) >= 0:
                if _readable(base + place, base + place + reach, lost):
                    yield base + place
                    place += reach + 1
                    at = base + place
                else:
                    place += 1
                if place > len(view) - reach - 1:
                    break
            at = max(at, stop)
            self._advance(stop - base)

    def backward(self, first: int, end: int) -> int | None:
        """The last hit that starts in ``first`` up to ``end``."""
        reach = len(self.needle) - 1
        while end > first:
            start = max(first, end - self._step)
            view, lost = self._window(start, end + reach)
            length = len(view)
            while (place := int(self._rfind(view[:length], self.needle))) >= 0:
                if _readable(start + place, start + place + reach, lost):
                    return start + place
                length = place + reach
            self._advance(end - start)
            end = start
        return None

    def _advance(self, count: int) -> None:
        self._ticket.done = min(self._ticket.done + count, self._ticket.total)
        self._ticket.check()

    def _window(self, start: int, end: int) -> tuple[memoryview, list[ByteRange]]:
        view = self._buffer[: end - start]
        lost = [item.range for item in self.snapshot.read_into(start, view)]
        if self._unreadable is not None:
            self._unreadable += lost
        return view, lost


def _readable(first: int, last: int, lost: list[ByteRange]) -> bool:
    return not any(gone.start <= last and first < gone.end for gone in lost)
