"""Which dominant byte leads among the pages of a cell, from summaries that can be put together.

A summary is a byte and a weight (Boyer and Moore's majority vote; as a mergeable summary: Agarwal et al.
2013). The weight is at most the number of pages with this dominant byte, and of n pages at most
(n - weight) / 2 have any other one. So a byte whose weight is a third of the pages leads for certain, and a
byte that two thirds of the pages have is always found; between the two, nothing is claimed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from bytescope.core.pages.classes import PageClass

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Codes = NDArray[np.uint8]
    Weights = NDArray[Any]

CERTAIN = 85
"""Agreement, of 255, from which the byte of a cell leads for certain: a third of the pages read."""


def in_play(classes: Codes) -> Codes:
    """The weight of each page: 1 where it was read, 0 where it was not, or could not be."""
    return ((classes > PageClass.UNREAD) & (classes < PageClass.GONE)).view(np.uint8)


def led(lead: Codes, weight: Weights, times: int) -> tuple[Codes, Weights]:
    """The summaries of groups of 2**times neighbours. The type of ``weight`` must hold their sum."""
    for _ in range(times):
        left, right = weight[0::2], weight[1::2]
        first, second = lead[0::2], lead[1::2]
        larger = np.maximum(left, right)
        lead = np.where(left >= right, first, second)
        weight = np.where(first == second, left + right, larger - np.minimum(left, right))
    return lead, weight


def led_pieces(
    cells: NDArray[np.int64], lead: Codes, weight: NDArray[np.int64], count: int
) -> tuple[Codes, NDArray[np.int64]]:
    """The summaries of ``count`` cells from any number of pieces (cell, byte, weight) in any order."""
    out, weights = np.zeros(count, np.uint8), np.zeros(count, np.int64)
    if not len(cells):
        return out, weights
    keys = cells << 8 | lead
    order = np.argsort(keys, kind="stable")
    keys = keys[order]
    starts = np.flatnonzero(np.diff(keys, prepend=-1))
    sums, keys = np.add.reduceat(weight[order], starts), keys[starts]
    order = np.lexsort((sums, keys >> 8))
    keys, sums = keys[order], sums[order]
    groups = keys >> 8
    last = np.flatnonzero(np.append(groups[1:] != groups[:-1], True))
    several = (last > 0) & (groups[last - 1] == groups[last])
    out[groups[last]] = keys[last] & 0xFF
    weights[groups[last]] = sums[last] - np.where(several, sums[last - 1], 0)
    return out, weights


def agreement(weight: Weights, known: Weights) -> Codes:
    """Part of the pages known that surely have the leading byte, 0 to 255; 0 only where none has."""
    share = weight.astype(np.int64) * 255 // np.maximum(known, 1)
    return np.where(weight > 0, np.maximum(share, 1), 0).astype(np.uint8)
