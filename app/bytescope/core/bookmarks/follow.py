"""Where offsets are after edits: many offsets through many edits in a few passes."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from numpy.typing import NDArray

from bytescope.core.ranges import ByteRange

if TYPE_CHECKING:
    from bytescope.core.change import Change

Ints = NDArray[np.int64]


class _Pieces(NamedTuple):
    """Disjoint edits in the coordinates before all of them: where, how long, how long then."""

    at: Ints
    old: Ints
    new: Ints


def moves_of(change: Change) -> Ints:
    """The splices of ``change`` that move anything, i8[n, 3]; of a replacement of many those of each."""
    from bytescope.core.document.operations import ReplaceEach

    if isinstance(change.op, ReplaceEach):
        starts, ends = (
            np.array(column, np.int64) for column in (change.op.places.starts, change.op.places.ends)
        )
        old = ends - starts
        if change.op.ends is not None:
            new = np.diff(np.array(change.op.ends, np.int64), prepend=np.int64(0))
        else:
            new = np.full(len(old), 0 if change.op.data is None else change.op.data.length, np.int64)
        grown = np.cumsum(new - old) - (new - old)
        table = np.stack((starts + grown, old, new), axis=1)
    else:
        table = np.array(change.splices, np.int64).reshape(-1, 3)
    out: Ints = table[table[:, 1] != table[:, 2]]
    return out


def reversed_of(table: Ints) -> Ints:
    """The splices that take those of ``table`` back, in the order in which they are made."""
    return table[::-1][:, [0, 2, 1]]


def moved(starts: Ints, ends: Ints, table: Ints) -> tuple[Ints, Ints]:
    """Where ranges (empty ones are places) are after the splices i8[n, 3], made one after the other.

    What is inserted at the start of a range or at a place comes before it, at the end behind it, between
    into it. A range whose bytes are all taken out is an empty one where they were.
    """
    pieces = _ascending(table)
    if pieces is not None:
        return _through(starts, ends, pieces)
    for splice in table:
        one = _Pieces(splice[:1], splice[1:2], splice[2:])
        starts, ends = _through(starts, ends, one)
    return starts, ends


def moved_range(range_: ByteRange, change: Change) -> ByteRange:
    """Where one range, or place, is after ``change``."""
    table = moves_of(change)
    if not len(table):
        return range_
    starts, ends = moved(np.array([range_.start], np.int64), np.array([range_.end], np.int64), table)
    return ByteRange(int(starts[0]), int(ends[0]))


def _ascending(table: Ints) -> _Pieces | None:
    """The edits as disjoint ones of the document as it was, where they went up or down through it."""
    at, old, new = table[:, 0], table[:, 1], table[:, 2]
    if len(at) > 1 and (at[1:] + old[1:] <= at[:-1]).all() and (at[1:] < at[:-1]).all():
        return _Pieces(at[::-1], old[::-1], new[::-1])  # downwards: none moves those that come later
    if (at[1:] >= at[:-1] + np.maximum(new[:-1], 1)).all():
        grown = np.cumsum(new - old) - (new - old)
        return _Pieces(at - grown, old, new)
    return None


def _through(starts: Ints, ends: Ints, pieces: _Pieces) -> tuple[Ints, Ints]:
    if not len(pieces.at):
        return starts, ends
    places = starts == ends
    if len(pieces.at) == 1:
        at, old, new = int(pieces.at[0]), int(pieces.old[0]), int(pieces.new[0])
        first = _shifted(starts, at + old, at, old, new)
        last = _shifted(ends, max(at + old, at + 1), at, old, new)
        return first, np.where(places, first, np.maximum(first, last))
    first = _mapped(starts, pieces, np.searchsorted(pieces.at, starts, "right"))
    last = _mapped(ends, pieces, np.searchsorted(pieces.at, ends, "left"))
    return first, np.where(places, first, np.maximum(first, last))


def _shifted(offsets: Ints, behind: int, at: int, old: int, new: int) -> Ints:
    """Through a single piece: those from ``behind`` on are moved, those inside stay within what is new."""
    out = offsets + (offsets >= behind) * np.int64(new - old)
    if old > new:
        inside = (offsets > at + new) & (offsets < at + old)
        out[inside] = at + new
    return out


def _mapped(offsets: Ints, pieces: _Pieces, before: NDArray[np.intp]) -> Ints:
    """``before`` has for each offset how many of the pieces begin before it."""
    grown = np.concatenate((np.zeros(1, np.int64), np.cumsum(pieces.new - pieces.old)))
    some = np.maximum(before - 1, 0)
    at, old, new = pieces.at[some], pieces.old[some], pieces.new[some]
    inside = (before > 0) & (offsets < at + old)
    out: Ints = np.where(inside, np.minimum(offsets, at + new) + grown[some], offsets + grown[before])
    return out
