"""What a run of map cells shows, reduced from counts of the pages below them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import numpy as np

from bytescope.core.pages.classes import PageClass
from bytescope.core.pages.leading import agreement
from bytescope.core.pages.packing import ENTROPY_STEPS

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Planes = NDArray[Any]  # integers; the width depends on the level

_NORMAL = range(PageClass.HOLE, PageClass.GONE)
SCALES = (1 / ENTROPY_STEPS, 1.0, 1 / 255, 1 / 255)
"""What one step of the stored entropy, mean, zero share and printable share is worth."""


@dataclass(frozen=True, slots=True, eq=False)
class CellFacts:
    """``n`` consecutive cells of 2**level pages each, from cell ``first`` on.

    ``known`` and ``total`` i8[n] count pages (``total`` is 0 behind the end). ``majority`` u1[n] is the
    class of most known pages, but ERROR before GONE before all others if there is one such page; UNREAD
    only where nothing is known. ``second`` u1[n] is the next class (UNREAD if none), ``share`` u1[n] the
    part of the known pages that are of the majority class, 255 for all and never 0. ``entropy`` f4[n] is
    the mean of the known pages' entropies (bits a byte), ``mean`` f4[n] of their mean bytes,
    ``zero_share`` and ``printable`` f4[n] of their shares of 00 and of TEXT bytes (0 to 1); all four are 0
    where nothing is known. ``dominant`` u1[n] is the byte that leads in most pages and ``agreement`` u1[n]
    the part of the known pages that surely have it (255 for all; below ``leading.CERTAIN`` another may
    lead); both are 0 unless they were asked for. ``codes`` u1[n] are the values of a scheme that is not
    measured from the pages themselves and ``judged`` says of which cells there is one: see ``coded``.
    """

    level: int
    first: int
    known: NDArray[np.int64]
    total: NDArray[np.int64]
    majority: NDArray[np.uint8]
    second: NDArray[np.uint8]
    share: NDArray[np.uint8]
    entropy: NDArray[np.float32]
    mean: NDArray[np.float32]
    zero_share: NDArray[np.float32]
    printable: NDArray[np.float32]
    dominant: NDArray[np.uint8]
    agreement: NDArray[np.uint8]
    codes: NDArray[np.uint8]
    judged: NDArray[np.bool_]

    def __len__(self) -> int:
        return len(self.majority)

    @classmethod
    def unread(cls, level: int, first: int, count: int, pages: int) -> CellFacts:
        """Cells of which nothing is known, in a document of ``pages`` pages."""
        total = np.full(count, 1 << level, np.int64)
        whole = min(count, max(0, (pages >> level) - first))
        total[whole:] = 0
        if whole < count and first + whole == pages >> level:
            total[whole] = pages & ((1 << level) - 1)
        codes = np.zeros((6, count), np.uint8)
        judged = np.zeros(count, np.bool_)
        means = np.zeros((4, count), np.float32)
        known = np.zeros(count, np.int64)
        return cls(level, first, known, total, *[*codes[:3], *means, *codes[3:], judged])

    def coded(self, codes: NDArray[np.uint8], judged: NDArray[np.bool_]) -> CellFacts:
        """The same cells with values that somebody else found."""
        return replace(self, codes=codes, judged=judged)

    def take(self, cut: slice | NDArray[np.int64], other: Summary) -> None:
        """Set the cells ``cut`` (while the facts are being made) to ``other``."""
        self.known[cut] = other.known
        self.majority[cut] = other.majority
        self.second[cut] = other.second
        self.share[cut] = other.share
        self.entropy[cut] = other.means[0]
        self.mean[cut] = other.means[1]
        self.zero_share[cut] = other.means[2]
        self.printable[cut] = other.means[3]
        if other.lead is not None:
            self.dominant[cut], self.agreement[cut] = other.lead


@dataclass(frozen=True, slots=True, eq=False)
class Summary:
    """The reduced cells, before they are put in their place; the fields are those of ``CellFacts``.

    ``lead`` are dominant byte and agreement, None where they were not asked for.
    """

    known: NDArray[np.int64]
    majority: NDArray[np.uint8]
    second: NDArray[np.uint8]
    share: NDArray[np.uint8]
    means: NDArray[np.float32]
    lead: tuple[NDArray[np.uint8], NDArray[np.uint8]] | None = None

    def part(self, start: int, end: int) -> Summary:
        cut = slice(start, end)
        lead = None if self.lead is None else (self.lead[0][cut], self.lead[1][cut])
        codes = (self.majority[cut], self.second[cut], self.share[cut])
        return Summary(self.known[cut], *codes, self.means[:, cut], lead)


def summarise(counts: Planes, sums: Planes, lead: tuple[Planes, Planes] | None = None) -> Summary:
    """Reduce counts [11, n] of pages by class and sums [4, n] of their quantised values.

    ``lead`` are leading bytes and their weights, where they were asked for.
    """
    wide = counts.dtype.itemsize > 2
    key_type: type = np.int64 if wide else np.uint32
    best: Planes = np.zeros(counts.shape[1], key_type)
    second = np.zeros_like(best)
    known = np.zeros_like(best)
    for code in _NORMAL:
        # count and class in one number: the larger count wins, the smaller code among equals
        key = counts[code].astype(key_type)
        known += key
        key = np.where(key > 0, key << 4 | (15 - code), 0).astype(key_type, copy=False)
        np.maximum(second, np.minimum(best, key), out=second)
        np.maximum(best, key, out=best)
    for code in (PageClass.GONE, PageClass.ERROR):
        bad = counts[code].astype(key_type)
        if bad.any():
            known += bad
            second = np.where(bad > 0, best, second)
            best = np.where(bad > 0, bad << 4 | (15 - code), best)
    some = np.maximum(known, 1)
    share = (best >> 4) * 255 // some
    share = np.where(best > 0, np.maximum(share, 1), 0)
    means = np.empty(sums.shape, np.float32)
    for row, line, scale in zip(means, sums, SCALES):
        np.multiply(line / some, scale, out=row, casting="same_kind")
    codes = (_code(best), _code(second), share.astype(np.uint8))
    agreed = None if lead is None else (lead[0], agreement(lead[1], known))
    return Summary(known.astype(np.int64), *codes, means, agreed)


def _code(key: Planes) -> NDArray[np.uint8]:
    """The class in a key of ``summarise``; UNREAD for the key 0."""
    low = (key & 15).astype(np.uint8)
    return np.where(low > 0, 15 - low, 0).astype(np.uint8)


def halved(planes: Planes, times: int) -> Planes:
    """Sums over 2**times neighbours of the last axis. The caller's type must hold them."""
    for _ in range(times):
        planes = planes[..., 0::2] + planes[..., 1::2]
    return planes
