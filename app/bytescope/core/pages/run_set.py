"""Sets of pages as sorted runs in arrays: which pages another program changed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

import numpy as np

from bytescope.core.ranges import PageRange

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Edges = NDArray[np.int64]


class RunSet:
    """Pages in runs that do not touch. A value: operations give another one."""

    __slots__ = ("ends", "firsts")

    def __init__(self, firsts: Edges | None = None, ends: Edges | None = None) -> None:
        self.firsts: Edges = np.empty(0, np.int64) if firsts is None else firsts
        self.ends: Edges = np.empty(0, np.int64) if ends is None else ends

    @classmethod
    def of(cls, runs: Iterable[PageRange]) -> RunSet:
        """The pages of ``runs``, which may overlap and come in any order."""
        pairs = np.array([(run.first, run.end) for run in runs if run], np.int64).reshape(-1, 2)
        return cls.of_edges(pairs[:, 0], pairs[:, 1])

    @classmethod
    def of_edges(cls, firsts: Edges, ends: Edges) -> RunSet:
        """The same from arrays; no run is empty."""
        if not len(firsts):
            return cls()
        order = np.argsort(firsts, kind="stable")
        firsts, ends = firsts[order], ends[order]
        reach = np.maximum.accumulate(ends)
        begins = np.append(True, firsts[1:] > reach[:-1])
        lasts = np.append(np.flatnonzero(begins)[1:] - 1, len(reach) - 1)
        return cls(firsts[begins].copy(), reach[lasts])

    def __bool__(self) -> bool:
        return len(self.firsts) > 0

    def __len__(self) -> int:
        """How many runs there are."""
        return len(self.firsts)

    def __iter__(self) -> Iterator[PageRange]:
        for first, end in zip(self.firsts.tolist(), self.ends.tolist()):
            yield PageRange(first, end)

    def __eq__(self, other: object) -> bool:
        return (
            isinstance(other, RunSet)
            and np.array_equal(self.firsts, other.firsts)
            and np.array_equal(self.ends, other.ends)
        )

    __hash__ = None  # type: ignore[assignment]

    @property
    def pages(self) -> int:
        """How many pages are in it."""
        return int((self.ends - self.firsts).sum())

    def union(self, other: RunSet) -> RunSet:
        return RunSet._combined(self, other, np.logical_or)

    def minus(self, other: RunSet) -> RunSet:
        return RunSet._combined(self, other, np.greater)

    def common(self, other: RunSet) -> RunSet:
        return RunSet._combined(self, other, np.logical_and)

    def within(self, pages: PageRange) -> RunSet:
        """The part of it in ``pages``; as cheap as the part is short."""
        low = int(np.searchsorted(self.ends, pages.first, "right"))
        high = max(low, int(np.searchsorted(self.firsts, pages.end, "left")))
        return RunSet(
            np.maximum(self.firsts[low:high], pages.first), np.minimum(self.ends[low:high], pages.end)
        )

    def next(self, page: int) -> int | None:
        """The first page behind ``page``."""
        at = int(np.searchsorted(self.ends, page + 1, "right"))
        return max(page + 1, int(self.firsts[at])) if at < len(self.firsts) else None

    def previous(self, page: int) -> int | None:
        """The last page before ``page``."""
        at = int(np.searchsorted(self.firsts, page, "left")) - 1
        return min(page, int(self.ends[at])) - 1 if at >= 0 else None

    def joined(self, most: int) -> RunSet:
        """No more than ``most`` runs that hold all of these pages: the narrowest gaps are filled."""
        if len(self) <= most:
            return self
        gaps = self.firsts[1:] - self.ends[:-1]
        keep = np.sort(np.argsort(gaps, kind="stable")[len(gaps) - (most - 1) :])
        return RunSet(self.firsts[np.append(0, keep + 1)], self.ends[np.append(keep, len(self) - 1)])

    def _holds(self, points: Edges) -> NDArray[np.bool_]:
        inside: NDArray[np.bool_] = np.searchsorted(self.firsts, points, "right") > np.searchsorted(
            self.ends, points, "right"
        )
        return inside

    @staticmethod
    def _combined(one: RunSet, other: RunSet, keep: np.ufunc) -> RunSet:
        # Equal points are equally held, so they need not be one; np.unique would load numpy.ma first.
        points = np.sort(np.concatenate([one.firsts, one.ends, other.firsts, other.ends]))
        kept = np.concatenate([[False], keep(one._holds(points), other._holds(points)), [False]])
        edges = np.flatnonzero(kept[1:] != kept[:-1])
        return RunSet(points[edges[::2]], points[edges[1::2]])
