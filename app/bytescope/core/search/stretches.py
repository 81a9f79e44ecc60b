"""Which parts of a snapshot need not be searched byte by byte, because their content repeats."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bytescope.core.ranges import ByteRange

if TYPE_CHECKING:
    from bytescope.core.document.snapshot import Segment, Snapshot

CYCLE_LIMIT = 1 << 20
"""Patterns with a longer period are searched like any other bytes."""


@dataclass(frozen=True, slots=True)
class Repeating:
    """Document bytes whose content repeats every ``cycle`` bytes; a hole has cycle 1."""

    range: ByteRange
    cycle: int


def repeating(snapshot: Snapshot, within: ByteRange, needle_length: int, least: int) -> Iterator[Repeating]:
    """Long repeating stretches inside ``within``, in order.

    Each is at least ``least`` and two times (cycle + needle) long, so that looking at one cycle and at both
    borders says all about it.
    """
    for segment in snapshot.segments(within):
        for found in _of_segment(segment):
            if found.range.length >= max(least, 2 * (found.cycle + needle_length)):
                yield found


def between(snapshot: Snapshot, within: ByteRange, around: int, least: int) -> Iterator[ByteRange]:
    """``within`` without the long repeating stretches, but for ``around`` - 1 bytes at their borders.

    So what is ``around`` bytes long and not wholly inside of such a stretch is whole in one of the ranges.
    """
    at = within.start
    for stretch in repeating(snapshot, within, around, least):
        if stretch.range.start > at:
            yield ByteRange(at, min(within.end, stretch.range.start + around - 1))
        at = max(stretch.range.end - around + 1, within.start)
    if within.end - at >= around or (at == within.start and within):
        yield ByteRange(at, within.end)


def _of_segment(segment: Segment) -> Iterator[Repeating]:
    cycle = segment.source.cycle
    if cycle is not None:
        if 0 < cycle <= CYCLE_LIMIT:
            yield Repeating(segment.range, cycle)
        return
    shift = segment.range.start - segment.start
    at = segment.range.start
    for run in segment.source.data_runs(ByteRange.of(segment.start, segment.range.length)):
        if run.start + shift > at:
            yield Repeating(ByteRange(at, run.start + shift), 1)
        at = max(at, run.end + shift)
    if at < segment.range.end:
        yield Repeating(ByteRange(at, segment.range.end), 1)
