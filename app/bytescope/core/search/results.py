"""The hits of a search in order, however many, and true when the document changes."""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from bytescope.core.change import Kind
from bytescope.core.ranges import PAGESIZE, ByteRange
from bytescope.core.search.blocks import Block, Turns
from bytescope.core.search.scan import Hits

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bytescope.core.change import Change

AT_ONCE = 1 << 16
"""Hits that are looked at together where all of them are."""

MOST_PARTS = 1 << 18
"""Parts into which the pages with hits are told; where there are more, cells of several pages have counts."""


class Piece(NamedTuple):
    """Hits ``low`` up to ``high`` of a block, ``shift`` bytes from where they were found."""

    block: Block
    low: int
    high: int
    shift: int

    @property
    def count(self) -> int:  # type: ignore[override]
        return self.high - self.low

    def rows(self, first: int, end: int) -> Hits:
        """Some of the piece's hits, counted from its first."""
        starts, lengths = self.block.rows(self.low + first, min(self.low + end, self.high))
        return Hits(starts + self.shift, lengths)

    def index_at(self, offset: int) -> int:
        """How many of its hits begin before ``offset``."""
        found = self.block.index_at(offset - self.shift)
        return min(max(found, self.low), self.high) - self.low


class Results:
    """All hits, by their number from 0 on. An edit cuts pieces: the hits themselves are not touched."""

    def __init__(self) -> None:
        self.pieces: tuple[Piece, ...] = ()
        self._before: list[int] = [0]

    @property
    def count(self) -> int:
        """How many there are."""
        return self._before[-1]

    def add(self, block: Block, splices: list[tuple[int, int, int]]) -> None:
        """Append the hits of a block; ``splices`` were done since they were found."""
        other = Results()
        other._put([Piece(block, 0, block.count, 0)])
        for splice in splices:
            other.splice(*splice)
        self._put([*self.pieces, *other.pieces])

    def _put(self, pieces: list[Piece]) -> None:
        self.pieces = tuple(piece for piece in pieces if piece.high > piece.low)
        self._before = list(accumulate((piece.count for piece in self.pieces), initial=0))

    # -- questions ----------------------------------------------------------------------------

    def rows(self, first: int, count: int) -> list[tuple[int, int]]:
        """Offsets and lengths of ``count`` hits from number ``first`` on; fewer at the end."""
        out: list[tuple[int, int]] = []
        end = min(first + count, self.count)
        at = bisect_right(self._before, first) - 1
        while first < end:
            piece, before = self.pieces[at], self._before[at]
            hits = piece.rows(first - before, end - before)
            out += zip(hits.starts.tolist(), hits.lengths.tolist())
            first = self._before[at + 1]
            at += 1
        return out

    def index_at(self, offset: int) -> int:
        """How many hits begin before ``offset``."""
        low, high = 0, len(self.pieces)
        while low < high:  # the first piece that begins at or behind the offset
            middle = (low + high) // 2
            if int(self.pieces[middle].rows(0, 1).starts[0]) < offset:
                low = middle + 1
            else:
                high = middle
        if not low:
            return 0
        return self._before[low - 1] + self.pieces[low - 1].index_at(offset)

    def within(self, range_: ByteRange, most: int) -> list[ByteRange]:
        """The hits that touch a range, at most so many."""
        first = max(0, self.index_at(range_.start) - 1)
        last = min(self.index_at(range_.end), first + most + 1)
        hits = (ByteRange.of(*hit) for hit in self.rows(first, last - first))
        return [hit for hit in hits if hit.touches(range_)][:most]

    def parts(self) -> Iterator[Hits]:
        """All of them, some at a time."""
        for piece in self.pieces:
            for first in range(0, piece.count, AT_ONCE):
                yield piece.rows(first, min(first + AT_ONCE, piece.count))

    # -- changes ------------------------------------------------------------------------------

    def splice(self, start: int, old: int, new: int) -> None:
        """``new`` bytes came in the place of ``old``: hits that held one of these go, later ones move."""
        kept = self.index_at(start)
        if kept and sum(self.rows(kept - 1, 1)[0]) > start:
            kept -= 1
        behind = max(kept, self.index_at(start + old))
        if kept == behind and (old == new or behind == self.count):
            return
        self._put([*self._cut(0, kept, 0), *self._cut(behind, self.count, new - old)])

    def _cut(self, first: int, end: int, shift: int) -> list[Piece]:
        """The pieces that hold these hits, moved."""
        out = []
        for piece, before in zip(self.pieces, self._before):
            low, high = max(first - before, 0), min(end - before, piece.count)
            if low < high:
                out.append(Piece(piece.block, piece.low + low, piece.low + high, piece.shift + shift))
        return out


def splices_of(change: Change) -> list[tuple[int, int, int]] | None:
    """What a change means for offsets; None where it tells nothing of them."""
    if change.kind is Kind.SAVE:
        return []
    if change.kind is Kind.RELOAD:
        return None
    if change.splices:
        return list(change.splices)
    cut = [(change.new_size, max(0, change.old_size - change.new_size), 0)]
    return [(item.start, item.length, item.length) for item in change.ranges] + cut


class Pages(NamedTuple):
    """Runs of pages with hits: first pages, those behind the last, and how many of each run have one."""

    firsts: np.typing.NDArray[np.int64]
    ends: np.typing.NDArray[np.int64]
    counts: np.typing.NDArray[np.int64]


def pages_of(pieces: tuple[Piece, ...], most: int = MOST_PARTS) -> Pages:
    """The pages that hold a byte of a hit, in at most about ``most`` runs."""
    found = Pages(*(np.empty(0, np.int64) for _ in range(3)))
    waiting: list[Pages] = []
    size = 0
    for piece in pieces:
        for part in _parts(piece, most):
            waiting.append(part)
            size += len(part.firsts)
            if size > most:
                found, waiting, size = _joined([found, *waiting], most), [], 0
    return _joined([found, *waiting], most)


def _parts(piece: Piece, most: int) -> Iterator[Pages]:
    block = piece.block
    if isinstance(block, Turns) and piece.count > most:
        first, last = (piece.rows(at, at + 1) for at in (0, piece.count - 1))
        low = int(first.starts[0]) // PAGESIZE
        end = (int(last.starts[0] + last.lengths[0]) - 1) // PAGESIZE + 1
        count = end - low if block.loop.period <= PAGESIZE else min(end - low, piece.count)
        yield Pages(*(np.array([number], np.int64) for number in (low, end, count)))
        return
    for at in range(0, piece.count, AT_ONCE):
        starts, lengths = piece.rows(at, min(at + AT_ONCE, piece.count))
        firsts, ends = starts // PAGESIZE, (starts + lengths - 1) // PAGESIZE + 1
        yield Pages(firsts, ends, ends - firsts)


def _joined(parts: list[Pages], most: int) -> Pages:
    """Runs that touch or overlap as one; then cells of several pages, until there are few enough."""
    firsts, ends, counts = (np.concatenate(columns) for columns in zip(*parts))
    # Hits are not over each other, so two that follow have one page in common at most.
    shared = np.maximum(0, np.concatenate([firsts[:0], [0], ends[:-1] - firsts[1:]])[: len(firsts)])
    some = ends > firsts + shared
    found = Pages((firsts + shared)[some], ends[some], (counts - shared)[some])
    exact = found.counts == found.ends - found.firsts
    apart = np.ones(len(exact), np.bool_)
    apart[1:] = (found.firsts[1:] > found.ends[:-1]) | ~exact[1:] | ~exact[:-1]
    found = _grouped(*found, np.flatnonzero(apart))
    level = 0
    while len(found.firsts) > most:
        level += 1
        cells = found.firsts >> level
        found = _grouped(*found, np.flatnonzero(np.concatenate([[True], cells[1:] != cells[:-1]])))
    return found


def _grouped(
    firsts: np.typing.NDArray[np.int64],
    ends: np.typing.NDArray[np.int64],
    counts: np.typing.NDArray[np.int64],
    at: np.typing.NDArray[np.intp],
) -> Pages:
    if not len(at):
        return Pages(firsts, ends, counts)
    last = np.append(at[1:], len(firsts)) - 1
    return Pages(firsts[at], ends[last], np.minimum(np.add.reduceat(counts, at), ends[last] - firsts[at]))
