"""65,536 pages of which each has a fact of its own, with the sums from which coarser cells are drawn."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from bytescope.core.pages import apart
from bytescope.core.pages.classes import CLASS_COUNT
from bytescope.core.pages.leading import in_play, led
from bytescope.core.pages.packing import PAGE_BYTES, SHIFTS, Rows

if TYPE_CHECKING:
    from numpy.typing import NDArray

CHUNK_LEVEL = 16
CHUNK = 1 << CHUNK_LEVEL
"""Pages in a chunk: 256 MiB of the document."""

RAW_BYTES = CHUNK * PAGE_BYTES + (CHUNK >> 4) * (CLASS_COUNT + 18)
"""Memory of the droppable part of a chunk: the pages and the sums of level 4."""

KEPT_BYTES = 13_400
"""Memory of the rest of a chunk: the sums of levels 8 and up, and what Python needs for their arrays."""

_FINE = 256
"""Pages in a block of level 8, the finest that is known after the pages were dropped."""

_GAP = 4096
"""Pages between two writes, of which to make the sums again costs less than to make sums once more."""

_CELL_OF_PAGE = (np.arange(CHUNK, dtype=np.int64) >> 4) * CLASS_COUNT


class Sums:
    """What is kept of ``n`` blocks of a level.

    Counts of pages by class [11, n]; sums [4, n] of entropy, mean, zero share and printable share;
    the leading dominant byte [n] and its weight [n] (see ``leading``).
    """

    __slots__ = ("counts", "lead", "sums", "weight")

    def __init__(self, blocks: int, dtype: type) -> None:
        total = np.int64 if dtype is np.int64 else np.uint32
        row = (blocks,)
        wanted = [((CLASS_COUNT, blocks), dtype), ((4, blocks), total), (row, np.uint8), (row, dtype)]
        self.counts: NDArray[Any]
        self.sums: NDArray[Any]
        self.lead: NDArray[np.uint8]
        self.weight: NDArray[Any]
        self.counts, self.sums, self.lead, self.weight = apart.zeros(wanted)

    def copy(self) -> Sums:
        out = Sums(0, self.counts.dtype.type)
        for name in self.__slots__:
            setattr(out, name, getattr(self, name).copy())
        return out


class FrozenChunk(NamedTuple):
    """A chunk at one moment: its arrays do not change any more. ``raw`` is None where the pages are not
    there; ``away`` says that they can be brought.
    """

    size: int
    raw: Rows | None
    sums8: Sums
    coarse: NDArray[np.bool_]
    away: bool


class DenseChunk:
    """Facts page by page. ``size`` is how many of the 65,536 pages exist.

    ``drop`` gives the pages back and keeps what is known of blocks of 256; ``coarse`` marks the blocks
    that are known only so. A block of which all pages are read again is exact again. ``away``: the pages
    of the coarse blocks are kept elsewhere, and ``bring`` will come with them.
    """

    __slots__ = (
        "_counts",
        "_stale",
        "_sums4",
        "_sums8",
        "_sums12",
        "_sums16",
        "away",
        "coarse",
        "raw",
        "shared",
        "size",
    )

    def __init__(self, size: int) -> None:
        self.size = size
        self.away = False
        self.shared = False
        self.raw: Rows | None = None
        self._sums4: Sums | None = None
        self._sums8 = Sums(CHUNK >> 8, np.uint16)
        self._sums12 = Sums(CHUNK >> 12, np.uint16)
        self._sums16 = Sums(1, np.int64)
        self.coarse = np.zeros(CHUNK >> 8, bool)
        self._stale: slice | None = None  # pages of which no sums were made yet
        self._counts = np.zeros(CLASS_COUNT, np.int64)

    @classmethod
    def thawed(cls, frozen: FrozenChunk) -> DenseChunk:
        """A chunk as it was; its arrays are copied when it changes."""
        chunk = cls(frozen.size)
        chunk.raw, chunk._sums8, chunk.coarse = frozen.raw, frozen.sums8, frozen.coarse
        chunk.away, chunk.shared = frozen.away, True
        if frozen.raw is not None:
            chunk._sums4 = sums_of(frozen.raw)
        _fold(chunk._sums8, chunk._sums12, 0, CHUNK >> 12)
        _fold(chunk._sums12, chunk._sums16, 0, 1)
        chunk._counts = chunk._sums16.counts[:, 0].copy()
        return chunk

    def frozen(self) -> FrozenChunk:
        """The chunk as it is now, to be read in any thread; nothing is copied until it changes."""
        self._settle()
        self.shared = True
        return FrozenChunk(self.size, self.raw, self._sums8, self.coarse, self.away)

    def _own(self) -> None:
        """Before a change: leave the arrays to whom they were given."""
        if self.shared:
            self.shared = False
            if self.raw is not None:
                self.raw = self.raw.copy()
            self._sums8, self.coarse = self._sums8.copy(), self.coarse.copy()

    @property
    def known(self) -> int:
        return int(self._counts[1:].sum())

    @property
    def counts(self) -> NDArray[np.int64]:
        """Known pages of each class, i8[11]."""
        return self._counts

    @property
    def sums4(self) -> Sums | None:
        """Sums of blocks of 16 pages; None where the pages were dropped."""
        self._settle()
        return self._sums4

    @property
    def sums8(self) -> Sums:
        """Sums of blocks of 256 pages."""
        self._settle()
        return self._sums8

    @property
    def sums12(self) -> Sums:
        """Sums of blocks of 4,096 pages."""
        self._settle()
        return self._sums12

    @property
    def sums16(self) -> Sums:
        """Sums of the whole chunk."""
        self._settle()
        return self._sums16

    def write(self, start: int, rows: Rows) -> None:
        """Take the facts of the pages from ``start`` on."""
        self._own()
        raw = self._pages()
        cut = slice(start, start + len(rows.classes))
        before = np.bincount(raw.classes[cut], minlength=CLASS_COUNT)
        for mine, theirs in zip(raw.columns(), rows.columns()):
            mine[cut] = theirs
        if self.coarse.any():  # which blocks are exact again is to be known at once
            self._refresh(start, cut.stop)
            return
        # a survey writes far more often than anybody looks: the sums are made when they are wanted
        stale = self._stale
        if stale is not None and start <= stale.stop + _GAP and cut.stop >= stale.start - _GAP:
            cut = slice(min(start, stale.start), max(cut.stop, stale.stop))
        else:
            self._settle()
        self._stale = cut
        self._counts = self._counts - before + np.bincount(rows.classes, minlength=CLASS_COUNT)
        self._counts[0] = 0

    def fill(self, start: int, end: int, value: int) -> None:
        """Give the pages ``start`` to ``end`` one packed fact; a value of 0 makes them unread."""
        self._own()
        self.coarse[start >> 8 : (end + 255) >> 8] = False
        if self.raw is not None or value:
            raw = self._pages()
            cut = slice(start, end)
            for column, shift in zip(raw.columns(), SHIFTS.values()):
                column[cut] = value >> shift & np.iinfo(column.dtype).max
        self._refresh(start, end)

    def drop(self) -> None:
        """Give back the memory of the pages; blocks that are not known completely become unread."""
        self._settle()
        self.raw = self._sums4 = None
        self.away = False
        self._own()
        known = self._sums8.counts[1:].sum(0)
        self.coarse = known == self._full()
        self._refresh(0, CHUNK)

    def bring(self, rows: Rows | None, sums4: Sums | None = None) -> None:
        """Take the pages that were away, where nothing happened to their blocks; None: they are lost.

        ``sums4`` are theirs, if somebody had the time to make them (``sums_of``).
        """
        self.away = False
        wanted = np.repeat(self.coarse, _FINE)
        if rows is None or not wanted.any():
            return
        # Pages known by their blocks alone were kept as unread ones.
        whole = bool(rows.classes[: self.size].all())
        if whole and self.raw is None and self.coarse[: -(-self.size // _FINE)].all():
            self.raw, self.shared = rows, True  # the sums are of these very pages
            self._sums4 = sums4 if sums4 is not None else sums_of(rows)
            self.coarse = np.zeros(CHUNK >> 8, bool)
            return
        self._own()
        raw = self._pages()
        wanted &= raw.classes == 0
        for mine, theirs in zip(raw.columns(), rows.columns()):
            mine[wanted] = theirs[wanted]
        self._refresh(0, CHUNK)

    def unread(self, *, exact: bool) -> NDArray[np.bool_]:
        """Which pages are not known (bool[size]); ``exact`` counts coarsely known blocks as unread."""
        exact = exact and not self.away
        if self.raw is None:
            return np.repeat(np.ones(len(self.coarse), bool) if exact else ~self.coarse, _FINE)[: self.size]
        unread: NDArray[np.bool_] = self.raw.classes[: self.size] == 0
        if not exact and self.coarse.any():
            unread &= ~np.repeat(self.coarse, _FINE)[: self.size]
        return unread

    def has(self, page: int) -> bool:
        """Whether the page is known, be it with its block only."""
        return bool(self.coarse[page >> 8]) or (self.raw is not None and bool(self.raw.classes[page]))

    def value(self, page: int) -> int:
        """The packed fact of one page, 0 where its own fact is not known."""
        return int(self.raw.part(page, page + 1).packed()[0]) if self.raw is not None else 0

    def _pages(self) -> Rows:
        if self.raw is None:
            self.raw = Rows.blank(CHUNK)
            self._sums4 = Sums(CHUNK >> 4, np.uint8)
        return self.raw

    def _full(self) -> NDArray[np.int64]:
        """Pages that exist in each block of level 8 (1 where none does: such a block is never full)."""
        return np.clip(self.size - np.arange(CHUNK >> 8) * _FINE, 1, _FINE)

    def _settle(self) -> None:
        """Make the sums that were put off."""
        if self._stale is not None:
            self._refresh(self._stale.start, self._stale.stop)

    def _refresh(self, start: int, end: int) -> None:
        """Bring the sums of all levels up to date for the pages ``start`` to ``end``, and those put off."""
        if self._stale is not None:
            start, end = min(start, self._stale.start), max(end, self._stale.stop)
            self._stale = None
        first, stop = start >> 8, (end + 255) >> 8
        if self.raw is not None and self._sums4 is not None:
            _sum_pages(self.raw, self._sums4, start >> 4, (end + 15) >> 4)
            fresh = Sums(stop - first, np.uint16)
            _fold(self._sums4, fresh, first, stop, 0)
        else:
            fresh = Sums(stop - first, np.uint16)
        known = fresh.counts[1:].sum(0)
        self.coarse[first:stop] &= known < self._full()[first:stop]
        new = ~self.coarse[first:stop]
        self._sums8.counts[:, first:stop][:, new] = fresh.counts[:, new]
        self._sums8.sums[:, first:stop][:, new] = fresh.sums[:, new]
        self._sums8.lead[first:stop][new] = fresh.lead[new]
        self._sums8.weight[first:stop][new] = fresh.weight[new]
        _fold(self._sums8, self._sums12, first >> 4, (stop + 15) >> 4)
        _fold(self._sums12, self._sums16, 0, 1)
        self._counts = self._sums16.counts[:, 0].copy()


def sums_of(rows: Rows) -> Sums:
    """The sums of level 4 of the pages of a whole chunk."""
    sums = Sums(CHUNK >> 4, np.uint8)
    _sum_pages(rows, sums, 0, CHUNK >> 4)
    return sums


def _sum_pages(raw: Rows, into: Sums, first: int, stop: int) -> None:
    """Sums of level 4 from pages, for the blocks ``first`` to ``stop``."""
    cut, blocks = slice(first << 4, stop << 4), stop - first
    cells = _CELL_OF_PAGE[: blocks << 4] + raw.classes[cut]
    counts = np.bincount(cells, minlength=blocks * CLASS_COUNT).reshape(blocks, CLASS_COUNT)
    into.counts[:, first:stop] = counts.T
    into.counts[0, first:stop] = 0
    rows: tuple[NDArray[Any], ...] = (raw.entropy, raw.mean, raw.zeros, raw.printable)
    for row, values in enumerate(rows):
        into.sums[row, first:stop] = values[cut].reshape(blocks, 16).sum(1, dtype=np.uint32)
    into.lead[first:stop], into.weight[first:stop] = led(raw.dominant[cut], in_play(raw.classes[cut]), 4)


def _fold(source: Sums, into: Sums, first: int, stop: int, at: int | None = None) -> None:
    """Sums of the next level from 16 blocks each; written at ``at`` (``first`` if not given)."""
    cut = slice(first << 4, stop << 4)
    out = slice(first if at is None else at, (first if at is None else at) + stop - first)
    into.counts[:, out] = source.counts[:, cut].reshape(CLASS_COUNT, stop - first, 16).sum(2)
    into.sums[:, out] = source.sums[:, cut].reshape(4, stop - first, 16).sum(2)
    into.lead[out], into.weight[out] = led(source.lead[cut], source.weight[cut].astype(into.weight.dtype), 4)
