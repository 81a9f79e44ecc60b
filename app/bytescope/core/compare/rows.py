"""What differs as rows to be printed: runs of pages with counts, or single pages with their first bytes."""

from __future__ import annotations

import enum
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from bytescope.core.compare.verdicts import Verdict
from bytescope.core.ranges import PAGESIZE, ByteRange, PageRange

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from bytescope.core.compare.judging import Piece
    from bytescope.core.compare.pair import Pair

SHOWN = 8
"""Bytes of a page that are shown of each side, from the first that differs."""


class Sort(enum.Enum):
    """Why pages or bytes are told."""

    DIFFERENT = "different"
    ONLY_FIRST = "only in the first"
    ONLY_SECOND = "only in the second"
    LOST = "not compared"


class Run(NamedTuple):
    """Consecutive pages of one sort, or the bytes that only one side has.

    ``range`` are positions; ``differing`` is how many of its bytes differ, None where that is not known.
    """

    sort: Sort
    range: ByteRange
    differing: int | None


class PageRow(NamedTuple):
    """A differing page: ``range`` from the first to the last differing byte, how many of them differ, and the
    bytes of both sides from the first on.
    """

    range: ByteRange
    differing: int
    mine: bytes
    other: bytes


class Runs:
    """Puts pages of pieces that come in order together; counts what was seen."""

    def __init__(self, pair: Pair) -> None:
        self._pair = pair
        self._open: Run | None = None
        self.pages = self.bytes = self.lost = 0

    def take(self, piece: Piece) -> Iterator[Run]:
        """The runs that ``piece`` has brought to an end."""
        if (piece.codes == Verdict.SAME).all():
            return
        counts = differing_bytes(piece)
        codes = np.where((counts == 0) & (piece.codes == Verdict.DIFFERENT), Verdict.SAME, piece.codes)
        edges = np.flatnonzero(np.diff(codes)) + 1
        for first, end in zip([0, *edges.tolist()], [*edges.tolist(), len(codes)]):
            if codes[first] == Verdict.SAME:
                continue
            pages = PageRange(piece.pages.first + first, piece.pages.first + end)
            differing = None if codes[first] == Verdict.LOST else int(counts[first:end].sum())
            yield from self._add(Sort.LOST if differing is None else Sort.DIFFERENT, pages, differing)

    def end(self) -> Iterator[Run]:
        """What is left when all pieces were taken: the run that is still open, the bytes of one side."""
        if self._open is not None:
            yield self._open
            self._open = None
        for part in self._pair.single:
            sort = Sort.ONLY_FIRST if part.start < self._pair.mine.size else Sort.ONLY_SECOND
            yield Run(sort, part, None)

    def _add(self, sort: Sort, pages: PageRange, differing: int | None) -> Iterator[Run]:
        if differing is None:
            self.lost += pages.count
        else:
            self.pages += pages.count
            self.bytes += differing
        part, last = pages.bytes(self._pair.size), self._open
        if last is not None and last.sort is sort and last.range.end == part.start:
            total = None if differing is None or last.differing is None else last.differing + differing
            self._open = Run(sort, ByteRange(last.range.start, part.end), total)
            return
        if last is not None:
            yield last
        self._open = Run(sort, part, differing)


def differing_bytes(piece: Piece) -> NDArray[np.int64]:
    """How many bytes of each page both sides have and differ, i8[n]."""
    counts: NDArray[np.int64] = (piece.mine != piece.other).reshape(piece.pages.count, -1).sum(1)
    return counts


def page_rows(piece: Piece) -> Iterator[PageRow]:
    """The pages of ``piece`` in which bytes of both sides differ, in order."""
    if not (piece.codes == Verdict.DIFFERENT).any():
        return
    flags = (piece.mine != piece.other).reshape(piece.pages.count, -1)
    for page in np.flatnonzero((piece.codes == Verdict.DIFFERENT) & flags.any(1)).tolist():
        places = np.flatnonzero(flags[page]) + page * PAGESIZE
        first, last = int(places[0]), int(places[-1])
        shown = slice(first, min(last + 1, first + SHOWN))
        range_ = ByteRange(piece.start + first, piece.start + last + 1)
        yield PageRow(range_, len(places), piece.mine[shown].tobytes(), piece.other[shown].tobytes())
