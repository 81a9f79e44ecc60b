"""Reads both sides of pages in step and tells which differ; keeps the bytes of the last piece at hand."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from bytescope.core.compare.pair import Pair, Plan, Side
from bytescope.core.compare.verdicts import Verdict
from bytescope.core.document.snapshot import Snapshot
from bytescope.core.ranges import PAGESIZE, ByteRange, PageRange
from bytescope.core.source.base import Lost, Source

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from bytescope.core.pages.run_set import RunSet

    Reader = Callable[[int, memoryview], tuple[Lost, ...]]
    Bytes = NDArray[np.uint8]

PIECE = 64
"""Most pages of a piece: what is read of both sides stays in the processor's cache until it is compared."""

FEW = 8
"""Up to so many segments of a piece are read one by one, each in the way of its source."""


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
        self._readers = reader(pair.mine), reader(pair.other)
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
        known = self._known
        mine, lost = self._side(self._readers[0], 0, part, pages, self._mine, known and known.mine)
        other, gone = self._side(
            self._readers[1], pair.shift, part, pages, self._other, known and known.other
        )
        flags = self._flags[: len(mine) // 8]
        np.not_equal(mine.view(np.uint64), other.view(np.uint64), out=flags)
        codes = np.full(count, Verdict.SAME, np.uint8)
        if flags.any():
            codes[flags.reshape(count, -1).any(1)] = Verdict.DIFFERENT
        if not self._whole:
            _mark(codes, pages, pair.single, Verdict.DIFFERENT)
        if lost or gone:
            _mark(codes, pages, [item.range for item in lost], Verdict.LOST)
            _mark(codes, pages, [item.range.shifted(-pair.shift) for item in gone], Verdict.LOST)
        return Piece(pages, codes, mine, other)

    def _side(
        self, read: Reader, shift: int, part: ByteRange, pages: PageRange, room: Bytes, data: RunSet | None
    ) -> tuple[Bytes, tuple[Lost, ...]]:
        """The bytes of one side in whole pages, and what of them could not be had; 00 outside of ``data``."""
        size = pages.count * PAGESIZE
        if not part or (data is not None and not _touches(data, pages)):
            return self._zeros[:size], ()
        room = room[:size]
        at, end = part.start - pages.first * PAGESIZE, part.end - pages.first * PAGESIZE
        room[:at] = 0
        room[end:] = 0
        self.bytes_read += part.length
        return room, read(part.start + shift, room[at:end].data)


def _touches(runs: RunSet, pages: PageRange) -> bool:
    """Whether any of ``pages`` is in ``runs``."""
    at = int(runs.ends.searchsorted(pages.first, "right"))
    return at < len(runs.ends) and int(runs.firsts[at]) < pages.end


def reader(side: Side | Source) -> Reader:
    """How to read a side without a trace in the page cache, where its source can.

    Not told by a protocol that is checked while running: that takes as long as a small read.
    """
    if isinstance(side, Snapshot):
        return partial(_read_parts, side)
    quiet: Reader = getattr(side, "read_undisturbed", side.read_into)
    return quiet


def _read_parts(snapshot: Snapshot, offset: int, view: memoryview) -> tuple[Lost, ...]:
    """Fill ``view`` from ``offset``, each part in the way of its source."""
    parts = list(islice(snapshot.segments(ByteRange.of(offset, len(view))), FEW + 1))
    if len(parts) > FEW:
        return snapshot.read_into(offset, view)
    out: list[Lost] = []
    for item in parts:
        place = view[item.range.start - offset : item.range.end - offset]
        by = item.range.start - item.start
        found = reader(item.source)(item.start, place)
        out += [Lost(lost.range.shifted(by), lost.why) for lost in found]
    return tuple(out)


def _mark(codes: Bytes, pages: PageRange, ranges: Iterable[ByteRange], verdict: Verdict) -> None:
    for item in ranges:
        inside = item.pages.intersect(pages)
        codes[inside.first - pages.first : inside.end - pages.first] = verdict
