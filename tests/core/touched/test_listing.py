"""The list of touched pages against a plain list of pages."""

from __future__ import annotations

import random
from itertools import pairwise

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from bytescope.core.pages.run_set import RunSet
from bytescope.core.ranges import PageRange
from bytescope.core.touched.layers import Layer
from bytescope.core.touched.listing import Column, listing, why
from bytescope.core.touched.state_runs import StateRuns
from bytescope.core.touched.touch import Touch
from bytescope.core.touched.touches import TouchLog

PAGES = 50
LAYERS = (Layer.EDITED, Layer.DIRTY, Layer.RESIDENT)


def of(*runs: tuple[int, int]) -> RunSet:
    return RunSet.of(PageRange(first, end) for first, end in runs)


@st.composite
def states(draw):
    """Layers as lists of (first, end, count), disjoint."""
    chance = random.Random(draw(st.integers(0, 1 << 32)))
    out = {}
    for layer in LAYERS:
        at, parts = 0, []
        while at < PAGES:
            first, length = at + chance.randrange(8), chance.randint(1, 8)
            count = length if chance.random() < 0.7 else chance.randint(0, length)
            parts.append((first, first + length, count))
            at = first + length
        out[layer] = parts[: chance.randrange(len(parts) + 1)]
    return out


def arrays(parts) -> StateRuns:
    return StateRuns(*(np.array([part[i] for part in parts], np.int64) for i in range(3)))


@given(states())
def test_each_page_is_once_in_it_with_all_its_states(made):
    found = listing({layer: arrays(parts) for layer, parts in made.items()}, TouchLog())
    wanted: dict[int, set[Layer]] = {}
    counted = set()
    for layer, parts in made.items():
        for first, end, count in parts:
            if count == end - first:
                for page in range(first, end):
                    wanted.setdefault(page, set()).add(layer)
            elif count:
                counted.add((first, end, count, (layer,)))
    rows = [found.row(at) for at in range(len(found))]
    assert {row[:4] for row in rows if row.counted < row.end - row.first} == counted
    pages = {page: set(row.layers) for row in rows if row[:4] not in counted for page in range(*row[:2])}
    assert pages == wanted
    assert sum(row.end - row.first for row in rows if row[:4] not in counted) == len(wanted)
    assert [row.first for row in rows] == sorted(row.first for row in rows)
    for one, other in pairwise(rows):  # as few rows as can be
        touching = one.end == other.first and one.layers == other.layers
        assert not touching or counted & {one[:4], other[:4]}


def test_when_and_who_are_those_of_the_touch_that_brought_the_page_there():
    log = TouchLog()
    log.add(Touch.EDIT, of((0, 4)), 100.0, "here")
    log.add(Touch.RESIDENT, of((0, 9)), 200.0)
    log.add(Touch.UNDO, of((3, 4)), 300.0, "here")
    found = listing({Layer.EDITED: StateRuns.of(of((0, 3))), Layer.RESIDENT: StateRuns.of(of((8, 10)))}, log)
    assert [found.row(at) for at in range(2)] == [
        (0, 3, 3, (Layer.EDITED,), 100.0, "here"),
        (8, 10, 2, (Layer.RESIDENT,), 200.0, ""),
    ]
    log.clear()  # the list was made; it keeps what it took
    assert found.row(0).time == 100.0


def test_it_is_sorted_by_any_column_and_what_is_not_known_comes_last():
    log = TouchLog()
    log.add(Touch.SAVE, of((5, 6)), 50.0, "a")
    log.add(Touch.EDIT, of((0, 1)), 100.0, "b")
    states_ = {
        Layer.EDITED: StateRuns.of(of((0, 1))),
        Layer.SAVED: StateRuns.of(of((5, 7))),
        Layer.HOLE: StateRuns.of(of((9, 19))),
    }
    found = listing(states_, log)

    def firsts(column: Column, descending: bool = False) -> list[int]:
        return [found.row(at).first for at in found.order(column, descending=descending)]

    assert firsts(Column.PAGE, True) == [9, 5, 0]
    assert firsts(Column.COUNT, True) == [9, 5, 0]
    assert firsts(Column.WHEN) == [5, 0, 9]
    assert firsts(Column.WHEN, True) == [0, 5, 9]
    assert firsts(Column.WHO) == [5, 0, 9]
    assert firsts(Column.WHY) == [0, 5, 9]


def test_nothing_is_an_empty_list():
    found = listing({}, TouchLog())
    assert (len(found), found.pages) == (0, 0)
    assert found.same_as(listing({Layer.EDITED: StateRuns.none()}, TouchLog()))


def test_states_are_named():
    assert why((Layer.EDITED, Layer.DIRTY)) == "Edited, Kernel-dirty"
