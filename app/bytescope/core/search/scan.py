"""Walks a snapshot for the hits of a matcher, window by window; what repeats is looked at once.

All positions are document offsets. Bytes that could not be read match nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from math import lcm
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from bytescope.core.ranges import ByteRange
from bytescope.core.search.matcher import Window
from bytescope.core.search.stretches import Repeating, repeating

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from bytescope.core.document.snapshot import Snapshot
    from bytescope.core.search.matcher import Matcher
    from bytescope.core.ticket import Ticket

    Ints = NDArray[np.int64]

LEAST_STRETCH = 1 << 16
"""Shorter holes and patterns are searched with their surroundings: cheaper than a window of their own."""

ROOM = 1 << 14
"""Hits that are gathered between two looks at whether to stop."""

_FIRST_BLOCK = 1 << 30
_BLOCK_GROWTH = 8


class Hits(NamedTuple):
    """Hits as they follow each other: their first bytes and their lengths, both i8[n]."""

    starts: Ints
    lengths: Ints


class Loop(NamedTuple):
    """``hits``, and the same again ``turns`` times in all, each time ``period`` bytes further."""

    hits: Hits
    period: int
    turns: int


def singly(batches: Iterator[Hits | Loop]) -> Iterator[tuple[int, int]]:
    """Offset and length of one hit after the other."""
    for batch in batches:
        if not isinstance(batch, Loop):
            yield from zip(batch.starts.tolist(), batch.lengths.tolist())
            continue
        lengths = batch.hits.lengths.tolist()
        for turn in range(batch.turns):
            yield from zip((batch.hits.starts + turn * batch.period).tolist(), lengths)


class Scan:
    """The hits that lie wholly in ``area``, none over another, as an expression's ``finditer`` has them.

    ``ticket`` counts bytes passed; to ``unreadable`` is added what could not be read. ``window`` and
    ``least_stretch`` are for tests.
    """

    def __init__(
        self,
        snapshot: Snapshot,
        matcher: Matcher,
        ticket: Ticket,
        *,
        area: ByteRange | None = None,
        window: int | None = None,
        least_stretch: int = LEAST_STRETCH,
        unreadable: list[ByteRange] | None = None,
    ) -> None:
        everything = ByteRange(0, snapshot.size)
        self._area = everything if area is None else area.intersect(everything)
        self._snapshot = snapshot
        self._matcher = matcher
        self._ticket = ticket
        self._unreadable = unreadable
        self._least = least_stretch
        self._step = max(matcher.window if window is None else window, 1)
        beside = matcher.longest + 2 * matcher.around + matcher.lead
        self._buffer = memoryview(bytearray(self._step + beside))
        self._at = 0

    # -- forwards -----------------------------------------------------------------------------

    def first(self, start: int) -> tuple[int, int] | None:
        """Offset and length of the first hit that starts at or behind ``start``."""
        for batch in self.hits(start, room=1):
            hits = batch.hits if isinstance(batch, Loop) else batch
            return int(hits.starts[0]), int(hits.lengths[0])
        return None

    def hits(self, start: int | None = None, *, room: int = ROOM) -> Iterator[Hits | Loop]:
        """All hits from ``start`` on (default: all of the area), lazily, ``room`` or fewer at a time."""
        area, matcher = self._area, self._matcher
        began = self._at = area.start if start is None else max(start, area.start)
        limit = area.end - matcher.shortest + 1
        self._ticket.total = max(0, area.end - began)
        if began < area.end:
            beside = matcher.longest + 2 * matcher.around
            for stretch in repeating(self._snapshot, ByteRange(began, area.end), beside, self._least):
                first, end, cycle = self._zone(stretch)
                first = max(first, self._at)
                if end - first > 2 * cycle:
                    yield from self._forward(first, room)
                    yield from self._once(max(self._at, first), end, cycle, room)
                    self._passed(self._at - began)
        yield from self._forward(limit, room)
        self._passed(self._ticket.total)

    def _zone(self, stretch: Repeating) -> tuple[int, int, int]:
        """Starts of hits that lie wholly inside of a stretch: the first, behind the last, their period."""
        matcher = self._matcher
        first = stretch.range.start + matcher.around
        end = stretch.range.end - matcher.longest - matcher.around + 1
        return first, end, lcm(stretch.cycle, matcher.period)

    def _once(self, at: int, end: int, cycle: int, room: int) -> Iterator[Hits | Loop]:
        """Hits that start in ``at`` up to ``end``, where everything comes again after ``cycle`` bytes."""
        self._at = at
        phases: dict[int, int] = {}
        starts: list[int] = []
        lengths: list[int] = []
        while self._at < end:
            begin = self._at
            batch = next(self._forward(min(end, begin + cycle), room), None)
            if batch is None:
                if begin + cycle < end:
                    self._at = end  # a whole cycle without a hit
                continue
            if room == 1:
                yield batch
                continue
            for start, length in zip(batch.starts.tolist(), batch.lengths.tolist()):
                if (again := phases.get(start % cycle)) is not None:
                    before = Hits(np.array(starts[:again], np.int64), np.array(lengths[:again], np.int64))
                    if again:
                        yield before
                    loop = Hits(np.array(starts[again:], np.int64), np.array(lengths[again:], np.int64))
                    period = start - starts[again]
                    turns = (end - 1 - starts[-1]) // period + 1
                    yield Loop(loop, period, turns)
                    self._at = starts[-1] + (turns - 1) * period + lengths[-1]
                    starts, lengths = [], []
                    yield from self._forward(end, room)
                    return
                phases[start % cycle] = len(starts)
                starts.append(start)
                lengths.append(length)
        if starts:
            yield Hits(np.array(starts, np.int64), np.array(lengths, np.int64))

    def _forward(self, end: int, room: int) -> Iterator[Hits]:
        """Hits that start before ``end``; ``_at`` is where the search for them has come to."""
        while self._at < end:
            at = self._at
            stop = min((at // self._step + 1) * self._step, end)
            window = self._window(at, stop, 0)
            base = window.base
            while self._at < stop:
                found = self._matcher.find(window, self._at - base, stop - base, room)
                stuck = not len(found.starts) and base + found.at <= self._at
                self._at = stop if stuck else base + found.at  # whatever a matcher does, the walk ends
                if len(found.starts):
                    hits = Hits(found.starts + base, found.lengths)
                    self._at = max(self._at, int(hits.starts[-1] + hits.lengths[-1]))
                    yield hits
                self._ticket.check()
            self._advance(stop - at)

    # -- backwards ----------------------------------------------------------------------------

    def previous(self, before: int) -> tuple[int, int] | None:
        """Offset and length of the last hit that starts before ``before``."""
        area, matcher = self._area, self._matcher
        top = min(before, area.end - matcher.shortest + 1)
        self._ticket.total = max(0, top - area.start)
        block = _FIRST_BLOCK
        while top > area.start:
            bottom = max(area.start, top - block)
            hit = self._last_in_block(bottom, top)
            if hit is not None:
                return hit
            top, block = bottom, block * _BLOCK_GROWTH
        return None

    def _last_in_block(self, bottom: int, top: int) -> tuple[int, int] | None:
        """The last hit that starts in ``bottom`` up to ``top``."""
        matcher = self._matcher
        beside = matcher.longest + 2 * matcher.around
        within = ByteRange(
            bottom, max(bottom, min(self._area.end, top + matcher.longest - 1 + matcher.around))
        )
        for stretch in reversed(list(repeating(self._snapshot, within, beside, self._least))):
            first, end, cycle = self._zone(stretch)
            end = min(end, top)
            if end - first > 2 * cycle:
                hit = self._backward(end - cycle, top)
                if hit is not None:
                    return hit
                top = first
        return self._backward(bottom, top)

    def _backward(self, first: int, end: int) -> tuple[int, int] | None:
        """The last hit that starts in ``first`` up to ``end``."""
        while end > first:
            start = max(first, (end - 1) // self._step * self._step)
            window = self._window(start, end, self._matcher.lead)
            hit = self._matcher.last(window, start - window.base, end - window.base)
            if hit is not None:
                return window.base + hit[0], hit[1]
            self._advance(end - start)
            end = start
        return None

    # -- windows ------------------------------------------------------------------------------

    def _window(self, first: int, stop: int, lead: int) -> Window:
        """What a hit that starts in ``first`` up to ``stop`` can have, and what stands around it."""
        matcher, area = self._matcher, self._area
        base = max(0, max(area.start, first - lead) - matcher.around)
        reach = stop + matcher.longest - 1
        view = self._buffer[: min(self._snapshot.size, reach + matcher.around) - base]
        lost = [item.range for item in self._snapshot.read_into(base, view)]
        if self._unreadable is not None:
            self._unreadable += lost
        gone = tuple((item.start - base, item.end - base) for item in lost)
        low = max(area.start - base, 0)
        return Window(
            view, base, low, min(area.end, reach, base + len(view)) - base, gone, self._ticket.check
        )

    def _passed(self, count: int) -> None:
        """Tell how many bytes of the area are behind the search."""
        self._ticket.done = count
        self._ticket.check()

    def _advance(self, count: int) -> None:
        self._ticket.done = min(self._ticket.done + count, self._ticket.total)
        self._ticket.check()
