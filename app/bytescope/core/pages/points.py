"""Gives single pages of a map of runs their values, many at once: samples come by the thousand."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from bytescope.core.pages.runs import RunMap

FEW = 4
"""Fewer pages are as fast one by one."""


def put_points(
    runs: RunMap, pages: Sequence[int], values: NDArray[np.uint64], most: int, dense: int, keep: int | None
) -> list[int] | None:
    """Give each of ``pages`` its value; what they had before, in the same order.

    Nothing is done, and None returned, where that is better done one by one: the pages are few, do not
    ascend or end behind the last; there are more than ``most`` runs between the first and the last of them
    (then or before), or one of the value ``dense``. ``keep``: only pages that have this value get another.
    """
    if len(pages) < FEW or pages[-1] >= runs.size:
        return None
    first, end = pages[0], pages[-1] + 1
    at = np.array(pages, np.int64)
    if not (np.diff(at) > 0).all() or runs.count(first, end) + 2 * len(at) > most:
        return None
    starts, had = runs.flat(first, end)
    if (had == np.uint64(dense)).any():
        return None
    old = had[np.searchsorted(starts, at, "right") - 1]
    values = values[: len(at)]
    if keep is not None:
        values = np.where(old == np.uint64(keep), values, old)
    behind = at[:-1] + 1
    after = had[np.searchsorted(starts, behind, "right") - 1]
    # Where several begin at the same page, the last of these counts.
    every, whose = np.concatenate([starts, behind, at]), np.concatenate([had, after, values])
    order = np.argsort(every, kind="stable")
    every, whose = every[order], whose[order]
    last = np.append(every[1:] != every[:-1], True)
    every, whose = every[last], whose[last]
    begins = np.append(True, whose[1:] != whose[:-1])
    runs.splice(end, array("q", every[begins].tolist()), array("Q", whose[begins].tolist()))
    found: list[int] = old.tolist()
    return found
