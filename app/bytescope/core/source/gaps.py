"""Lost ranges put together, and zeros in their place."""

from __future__ import annotations

from collections.abc import Sequence

from bytescope.core.ranges import ByteRange, merged
from bytescope.core.source.base import Lost, Why

_ZEROS = bytes(1 << 16)


def blank(view: memoryview) -> None:
    """Set every byte of ``view`` to 00, in steps between which other threads may run."""
    for at in range(0, len(view), len(_ZEROS)):
        part = view[at : at + len(_ZEROS)]
        part[:] = _ZEROS[: len(part)]


def beyond(size: int, offset: int, view: memoryview) -> tuple[int, tuple[Lost, ...]]:
    """How many bytes of ``view``, read from ``offset``, lie within ``size``; the rest is blanked and lost."""
    if offset < 0:
        raise ValueError(f"negative offset: {offset}")
    inside = max(0, min(len(view), size - offset))
    if inside == len(view):
        return inside, ()
    blank(view[inside:])
    return inside, (Lost(ByteRange(offset + inside, offset + len(view)), Why.GONE),)


def joined(lost: Sequence[Lost]) -> tuple[Lost, ...]:
    """The same bytes, sorted and disjoint, neighbours of one reason as one. Gone beats unreadable."""
    gone = merged([item.range for item in lost if item.why is Why.GONE])
    out = [Lost(part, Why.GONE) for part in gone]
    for part in merged([item.range for item in lost if item.why is Why.UNREADABLE]):
        out.extend(Lost(piece, Why.UNREADABLE) for piece in _without(part, gone))
    return tuple(sorted(out, key=_start))


def _start(lost: Lost) -> int:
    return lost.range.start


def _without(part: ByteRange, cut: list[ByteRange]) -> list[ByteRange]:
    out, at = [], part.start
    for hole in cut:
        if hole.touches(part):
            out.append(ByteRange(at, max(at, hole.start)))
            at = max(at, hole.end)
    out.append(ByteRange(at, max(at, part.end)))
    return [piece for piece in out if piece]
