"""Reads both sides of pages in step and tells which differ; keeps the bytes of the last piece at hand."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple, Protocol, runtime_checkable

import numpy as np

from bytescope.core.compare.pair import Pair, Plan, Side, segments
from bytescope.core.compare.verdicts import Verdict
from bytescope.core.document.snapshot import Snapshot
from bytescope.core.ranges import PAGESIZE, ByteRange, PageRange
from bytescope.core.source.base import Lost

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Bytes = NDArray[np.uint8]

PIECE = 64
"""Most pages of a piece: what is read of both sides stays in the processor's cache until it is compared."""

FEW = 8
"""Up to so many segments of a piece are read one by one, each in the way of its source."""


@runtime_checkable
class _Undisturbed(Protocol):
    def read_undisturbed(self, offset: int, buffer: memoryview) -> tuple[Lost, ...]: ...


class Piece(NamedTuple):
    """``codes`` is the ``Verdict`` of each page, u1[n]; ``mine`` and ``other`` are the bytes of whole pages,
    u1[n * PAGESIZE], 00 where not both sides have a byte. They are valid until the next piece is judged.
    """

    pages: PageRange
    codes: NDArray[np.uint8]
    mine: Bytes
    other: Bytes

    @property
    def start(self) -> int:
        return self.pages.first * PAGESIZE


class Judge:
    """Judges pages of one pair. For one thread."""

    def __init__(self, pair: Pair, known: Plan | None = None) -> None:
        self._pair = pair
        self._known = known
        self._common = pair.common
        self._whole = pair.common == ByteRange(0, pair.size)
        self._mine = np.zeros(PIECE * PAGESIZE, np.uint8)
        self._other = np.zeros(PIECE * PAGESIZE, np.uint8)
        self._zeros = np.zeros(PIECE * PAGESIZE, np.uint8)
        self._flags = np.empty(PIECE * PAGESIZE // 8, np.bool_)
        self.bytes_read = 0

    def judge(self, pages: PageRange) -> Piece:
        """Compare up to ``PIECE`` pages."""
        pair, count = self._pair, pages.count
        part = ByteRange(pages.first * PAGESIZE, pages.end * PAGESIZE).intersect(self._common)
        known, data = self._known, (True, True)
        if known is not None:
            data = bool(known.mine.within(pages)), bool(known.other.within(pages))
        mine, lost = self._side(pair.mine, 0, part, pages, self._mine if data[0] else None)
        other, gone = self._side(pair.other, pair.shift, part, pages, self._other if data[1] else None)
        flags = self._flags[: len(mine) // 8]
        np.not_equal(mine.view(np.uint64), other.view(np.uint64), out=flags)
        codes = np.full(count, Verdict.SAME, np.uint8)
        if flags.any():
            codes[flags.reshape(count, -1).any(1)] = Verdict.DIFFERENT
        if not self._whole:
            _mark(codes, pages, pair.single, Verdict.DIFFERENT)
        _mark(codes, pages, [item.range for item in lost], Verdict.LOST)
        _mark(codes, pages, [item.range.shifted(-pair.shift) for item in gone], Verdict.LOST)
        return Piece(pages, codes, mine, other)

    def _side(
        self, side: Side, shift: int, part: ByteRange, pages: PageRange, room: Bytes | None
    ) -> tuple[Bytes, tuple[Lost, ...]]:
        """The bytes of one side in whole pages, and what of them could not be had; no room: they are 00."""
        size = pages.count * PAGESIZE
        if room is None or not part:
            return self._zeros[:size], ()
        room = room[:size]
        at, end = part.start - pages.first * PAGESIZE, part.end - pages.first * PAGESIZE
        room[:at] = 0
        room[end:] = 0
        self.bytes_read += part.length
        return room, read_quietly(side, part.start + shift, room[at:end].data)


def read_quietly(side: Side, offset: int, view: memoryview) -> tuple[Lost, ...]:
    """Fill ``view`` from ``offset`` without a trace in the page cache, where the source can."""
    if isinstance(side, _Undisturbed):
        return side.read_undisturbed(offset, view)
    if not isinstance(side, Snapshot):
        return side.read_into(offset, view)
    parts = list(islice(segments(side, ByteRange.of(offset, len(view))), FEW + 1))
    if len(parts) > FEW:
        return side.read_into(offset, view)
    out: list[Lost] = []
    for item in parts:
        place = view[item.range.start - offset : item.range.end - offset]
        source = item.source
        read = source.read_undisturbed if isinstance(source, _Undisturbed) else source.read_into
        by = item.range.start - item.start
        out += [Lost(lost.range.shifted(by), lost.why) for lost in read(item.start, place)]
    return tuple(out)


def _mark(codes: Bytes, pages: PageRange, ranges: Iterable[ByteRange], verdict: Verdict) -> None:
    for item in ranges:
        inside = item.pages.intersect(pages)
        codes[inside.first - pages.first : inside.end - pages.first] = verdict
