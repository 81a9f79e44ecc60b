"""Differing bytes: their runs in two pieces of bytes, and the next one from a place on."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import numpy as np

from bytescope.core.compare.judging import PIECE, Judge, Piece
from bytescope.core.compare.order import pieces
from bytescope.core.compare.pair import Pair
from bytescope.core.compare.verdicts import Verdict
from bytescope.core.pages.prints import as_array
from bytescope.core.ranges import PAGESIZE, ByteRange, PageRange

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from bytescope.core.pages.run_set import RunSet
    from bytescope.core.ticket import Ticket

    Edges = NDArray[np.int64]


def byte_runs(flags: NDArray[np.bool_], start: int = 0) -> tuple[Edges, Edges]:
    """Runs of set flags as sorted starts and ends, i8[n]; flag 0 stands for position ``start``."""
    edges = np.flatnonzero(np.diff(np.concatenate([[False], flags, [False]])))
    return edges[::2] + start, edges[1::2] + start


def differing_ranges(mine: bytes, other: bytes, known: bytes, start: int) -> tuple[ByteRange, ...]:
    """Where two pieces of bytes differ, as far as ``known`` is 1 for both; all three of one length."""
    if mine == other:
        return ()
    flags = as_array(mine) != as_array(other)
    flags &= as_array(known) == 1
    firsts, ends = byte_runs(flags, start)
    return tuple(ByteRange(a, b) for a, b in zip(firsts.tolist(), ends.tolist()))


def flags_of(piece: Piece, pair: Pair) -> NDArray[np.bool_]:
    """Which positions of a piece differ, a byte that only one side has too; lost pages do not."""
    flags: NDArray[np.bool_] = piece.mine != piece.other
    for part in pair.single:
        inside = part.intersect(ByteRange.of(piece.start, len(flags)))
        if inside:
            flags[inside.start - piece.start : inside.end - piece.start] = True
    lost = np.flatnonzero(piece.codes == Verdict.LOST)
    for page in lost.tolist():
        flags[page * PAGESIZE : (page + 1) * PAGESIZE] = False
    return flags


def next_run(pair: Pair, after: int, candidates: RunSet, ticket: Ticket) -> ByteRange | None:
    """The first run of differing positions that begins behind ``after``; pages not in ``candidates`` are the
    same. The run is told as far as the piece reaches in which it was found. Raises Cancelled.
    """
    behind = PageRange(max(0, after) // PAGESIZE, max(0, after) // PAGESIZE + 1)
    last, goes_on = -1, False
    if after >= pair.common.end:
        return None  # there is only the rest of the longer side
    wanted = candidates.within(PageRange(behind.first, max(behind.first, _end(pair))))
    ticket.total = wanted.pages
    for piece in _judged(pair, wanted):
        ticket.advance(piece.pages.count)
        starts, ends = byte_runs(flags_of(piece, pair), piece.start)
        for first, end in zip(starts.tolist(), ends.tolist()):
            continued = goes_on and first == last
            last, goes_on = end, True
            if first > after and not continued:
                return ByteRange(first, end)
    return None


def previous_run(pair: Pair, before: int, candidates: RunSet, ticket: Ticket) -> ByteRange | None:
    """The last run of differing positions that begins before ``before``; else as ``next_run``."""
    end = min(_end(pair), max(0, before - 1) // PAGESIZE + 1)
    wanted = candidates.within(PageRange(0, end))
    ticket.total = wanted.pages
    judge = Judge(pair)
    for pages in _backwards(wanted):
        ticket.advance(pages.count)
        piece = judge.judge(pages)
        starts, ends = byte_runs(flags_of(piece, pair), piece.start)
        ends = ends[starts < before]
        starts = starts[starts < before]
        for first, stop in zip(starts.tolist()[::-1], ends.tolist()[::-1]):
            if first == piece.start and first and _differs_before(pair, pages.first, candidates):
                continue  # it began in the piece before
            return ByteRange(first, stop)
    return None


def _differs_before(pair: Pair, page: int, candidates: RunSet) -> bool:
    """Whether the last byte before ``page`` differs."""
    if not candidates.within(PageRange(page - 1, page)):
        return False
    piece = Judge(pair).judge(PageRange(page - 1, page))
    return bool(flags_of(piece, pair)[-1])


def _end(pair: Pair) -> int:
    """The page behind which there is nothing but the rest of the longer side."""
    return min(pair.page_count, pair.common.end // PAGESIZE + 1)


def _backwards(pages: RunSet) -> Iterator[PageRange]:
    """As ``pieces``, the last one first."""
    for first, end in zip(pages.firsts.tolist()[::-1], pages.ends.tolist()[::-1]):
        at = end
        while at > first:
            start = max(first, (at - 1) // PIECE * PIECE)
            yield PageRange(start, at)
            at = start


def _judged(pair: Pair, candidates: RunSet) -> Iterator[Piece]:
    judge = Judge(pair)
    for pages in pieces(candidates, PIECE):
        yield judge.judge(pages)
