"""The pages in chosen states as a list of rows: which, why, when and by whom."""

from __future__ import annotations

import enum
from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from bytescope.core.touched.layers import MEANINGS, Layer
from bytescope.core.touched.touch import Touch

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from bytescope.core.ticket import Ticket
    from bytescope.core.touched.state_runs import StateRuns
    from bytescope.core.touched.touches import TouchLog

    Numbers = NDArray[np.int64]

KINDS: dict[Layer, frozenset[Touch]] = {
    Layer.EDITED: frozenset({Touch.EDIT, Touch.UNDO}),
    Layer.SAVED: frozenset({Touch.SAVE}),
    Layer.OUTSIDE: frozenset({Touch.OUTSIDE}),
    Layer.DIRTY: frozenset({Touch.SAVE, Touch.OUTSIDE, Touch.WRITTEN}),
    Layer.WRITING: frozenset({Touch.SAVE, Touch.OUTSIDE, Touch.WRITTEN}),
    Layer.RESIDENT: frozenset({Touch.RESIDENT}),
    Layer.EVICTED: frozenset({Touch.EVICTED}),
    Layer.MAPPED: frozenset({Touch.MAPPED}),
    Layer.STORED: frozenset({Touch.EDIT, Touch.WRITTEN}),
    Layer.READ: frozenset({Touch.READ}),
    Layer.WRITTEN: frozenset({Touch.WRITTEN}),
}
"""Which touches bring a page into the state; of the other states nothing is written down."""


class Column(enum.IntEnum):
    """What a row can be sorted by. The value is its place in a table."""

    PAGE = 0
    OFFSET = 1
    COUNT = 2
    WHY = 3
    WHEN = 4
    WHO = 5


class Row(NamedTuple):
    """One row as values: pages ``first`` to ``end``, of which ``counted`` are in the states.

    ``time`` is None and ``who`` empty where nothing was written down.
    """

    first: int
    end: int
    counted: int
    layers: tuple[Layer, ...]
    time: float | None
    who: str


class Listing:
    """Rows in arrays of one length: runs of pages in the same states, in the order of the file. A value.

    ``masks`` has the bits of the layers, ``times`` seconds of the system's clock (NaN where not known).
    """

    def __init__(
        self, firsts: Numbers, ends: Numbers, counts: Numbers, masks: Numbers, latest: Numbers, log: TouchLog
    ) -> None:
        self.firsts = firsts
        self.ends = ends
        self.counts = counts
        self.masks = masks
        self.times: NDArray[np.float64] = np.full(len(firsts), np.nan)
        self._who: NDArray[np.intp] = np.zeros(len(firsts), np.intp)
        self._names = [""]
        self._name(latest, log)

    def _name(self, latest: Numbers, log: TouchLog) -> None:
        """Take time and author of the touches over from the log, which goes on without us."""
        places = {"": 0}
        known = latest >= 0
        numbers, back = np.unique(latest[known], return_inverse=True)
        touches = [log[number] for number in numbers.tolist()]
        for touched in touches:
            places.setdefault(touched.who, len(places))
        self._names = list(places)
        if len(touches):
            self.times[known] = np.array([touched.time for touched in touches])[back]
            self._who[known] = np.array([places[touched.who] for touched in touches])[back]

    def __len__(self) -> int:
        return len(self.firsts)

    @property
    def pages(self) -> int:
        """Pages in any of the states, as far as they are counted."""
        return int(self.counts.sum())

    def row(self, at: int) -> Row:
        """The row at place ``at``."""
        mask, time = int(self.masks[at]), float(self.times[at])
        return Row(
            int(self.firsts[at]),
            int(self.ends[at]),
            int(self.counts[at]),
            tuple(layer for layer in Layer if mask & layer.bit),
            None if np.isnan(time) else time,
            self._names[self._who[at]],
        )

    def same_as(self, other: Listing) -> bool:
        """Whether all rows are the same."""
        return self._names == other._names and all(
            np.array_equal(mine, theirs, equal_nan=True)
            for mine, theirs in (
                (self.firsts, other.firsts),
                (self.ends, other.ends),
                (self.counts, other.counts),
                (self.masks, other.masks),
                (self._who, other._who),
                (self.times, other.times),
            )
        )

    def order(self, column: Column, *, descending: bool = False) -> NDArray[np.intp]:
        """The places of the rows sorted by ``column``; rows that are alike stay in the order of the file.

        Rows of which nothing is known stand at the end.
        """
        keys: dict[Column, NDArray[np.float64] | Numbers] = {
            Column.PAGE: self.firsts,
            Column.OFFSET: self.firsts,
            Column.COUNT: self.counts,
            Column.WHY: self.masks,
            Column.WHEN: self.times,
            Column.WHO: self._ranks(),
        }
        key = keys[column]
        return np.argsort(-key if descending else key, kind="stable")

    def _ranks(self) -> NDArray[np.float64]:
        ranks = np.full(len(self._names), np.nan)
        for rank, name in enumerate(sorted(filter(None, self._names))):
            ranks[self._names.index(name)] = rank
        ranked: NDArray[np.float64] = ranks[self._who]
        return ranked


def listing(states: Mapping[Layer, StateRuns], log: TouchLog, ticket: Ticket | None = None) -> Listing:
    """The pages of ``states``, each page once with all its states.

    A part of which only a number of pages is known is a row of its own: nobody can say which of its pages
    are in another state too.
    """
    rows = [_whole(states), *(_counted(layer, runs) for layer, runs in states.items())]
    firsts, ends, counts, masks = (np.concatenate(column) for column in zip(*rows))
    order = np.argsort(firsts, kind="stable")
    firsts, ends, counts, masks = firsts[order], ends[order], counts[order], masks[order]
    if ticket is not None:
        ticket.check()
    return Listing(firsts, ends, counts, masks, _latest(firsts, ends, masks, log), log)


def why(layers: tuple[Layer, ...]) -> str:
    """The states in words."""
    return ", ".join(MEANINGS[layer].title for layer in layers)


_Rows = tuple["Numbers", "Numbers", "Numbers", "Numbers"]


def _whole(states: Mapping[Layer, StateRuns]) -> _Rows:
    """Runs of pages with the same states, of the parts that are known page by page."""
    parts = {}
    for layer, runs in states.items():
        sure = (runs.counts > 0) & (runs.counts == runs.ends - runs.firsts)
        parts[layer] = (runs.firsts[sure], runs.ends[sure])
    none = np.empty(0, np.int64)
    points = np.unique(np.concatenate([none, *(edge for pair in parts.values() for edge in pair)]))
    masks = np.zeros(max(0, len(points) - 1), np.int64)
    for layer, (firsts, ends) in parts.items():
        begun = np.searchsorted(firsts, points[:-1], "right")
        masks[begun > np.searchsorted(ends, points[:-1], "right")] |= layer.bit
    if not len(masks):
        return none, none, none, none
    starts = np.append(True, masks[1:] != masks[:-1])
    firsts, ends = points[:-1][starts], np.append(points[:-1][starts][1:], points[-1])
    masks = masks[starts]
    some = masks > 0
    return firsts[some], ends[some], (ends - firsts)[some], masks[some]


def _counted(layer: Layer, runs: StateRuns) -> _Rows:
    some = (runs.counts > 0) & (runs.counts < runs.ends - runs.firsts)
    firsts = runs.firsts[some]
    return firsts, runs.ends[some], runs.counts[some], np.full(len(firsts), layer.bit, np.int64)


def _latest(firsts: Numbers, ends: Numbers, masks: Numbers, log: TouchLog) -> Numbers:
    """The number of the newest touch of each row that may have brought it into one of its states."""
    out = np.full(len(firsts), -1, np.int64)
    for mask in np.unique(masks).tolist():
        kinds = frozenset[Touch]().union(*(KINDS.get(layer, ()) for layer in Layer if mask & layer.bit))
        if kinds:
            these = masks == mask
            out[these] = log.latest(firsts[these], ends[these], kinds)
    return out
