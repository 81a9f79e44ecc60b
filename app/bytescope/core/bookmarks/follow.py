"""Where offsets are after edits: many offsets through many edits in a few passes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]

Splice = tuple[int, int, int]
"""Start, how many bytes there were, how many took their place; as ``core.change.Change`` has them."""


class _Pieces(NamedTuple):
    """Disjoint edits in the coordinates before all of them: where, how long, how long then."""

    at: Ints
    old: Ints
    new: Ints


def moving(splices: Sequence[Splice]) -> list[Splice]:
    """Those of ``splices`` that change a length: the others move nothing."""
    return [splice for splice in splices if splice[1] != splice[2]]


def reversed_of(splices: Sequence[Splice]) -> list[Splice]:
    """The edits that take ``splices`` back, in the order in which they are made."""
    return [(start, new, old) for start, old, new in reversed(splices)]


def moved(starts: Ints, ends: Ints, splices: Sequence[Splice]) -> tuple[Ints, Ints]:
    """Where ranges (empty ones are places) are after ``splices``, made one after the other.

    What is inserted at the start of a range or at a place comes before it, at the end behind it, between
    into it. A range whose bytes are all taken out is an empty one where they were.
    """
    pieces = _ascending(splices)
    if pieces is not None:
        return _through(starts, ends, pieces)
    for start, old, new in splices:
        one = _Pieces(*(np.array([value], np.int64) for value in (start, old, new)))
        starts, ends = _through(starts, ends, one)
    return starts, ends


def _ascending(splices: Sequence[Splice]) -> _Pieces | None:
    """The edits as disjoint ones of the document as it was, where they went up or down through it."""
    if not splices:
        return _Pieces(*(np.empty(0, np.int64) for _ in range(3)))
    table = np.array(splices, np.int64).reshape(-1, 3)
    at, old, new = table[:, 0], table[:, 1], table[:, 2]
    if len(at) > 1 and (at[1:] + old[1:] <= at[:-1]).all() and (at[1:] < at[:-1]).all():
        return _Pieces(at[::-1], old[::-1], new[::-1])  # downwards: none moves those that come later
    if (at[1:] >= at[:-1] + np.maximum(new[:-1], 1)).all():
        grown = np.concatenate((np.zeros(1, np.int64), np.cumsum(new - old)[:-1]))
        return _Pieces(at - grown, old, new)
    return None


def _through(starts: Ints, ends: Ints, pieces: _Pieces) -> tuple[Ints, Ints]:
    if not len(pieces.at):
        return starts, ends
    places = starts == ends
    first = _mapped(starts, pieces, np.searchsorted(pieces.at, starts, "right"))
    last = _mapped(ends, pieces, np.searchsorted(pieces.at, ends, "left"))
    return first, np.where(places, first, np.maximum(first, last))


def _mapped(offsets: Ints, pieces: _Pieces, before: NDArray[np.intp]) -> Ints:
    """``before`` has for each offset how many of the pieces begin before it."""
    grown = np.concatenate((np.zeros(1, np.int64), np.cumsum(pieces.new - pieces.old)))
    some = np.maximum(before - 1, 0)
    at, old, new = pieces.at[some], pieces.old[some], pieces.new[some]
    inside = (before > 0) & (offsets < at + old)
    out: Ints = np.where(inside, np.minimum(offsets, at + new) + grown[some], offsets + grown[before])
    return out
