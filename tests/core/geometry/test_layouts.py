"""Layouts: permutations of tiles, and what a run of cells covers."""

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bytescope.core.geometry import layouts

EVERY = pytest.mark.parametrize("layout", layouts.LAYOUTS)
NAMES = st.sampled_from(layouts.LAYOUTS)
COLUMNS = st.sampled_from([1, 2, 4, 8, 16])


@EVERY
@pytest.mark.parametrize("columns", [1, 2, 8, 64])
def test_a_tile_holds_every_cell_once(layout, columns):
    order = layouts.order(layout, columns)
    assert sorted(order.ravel().tolist()) == list(range(columns * columns))
    assert np.array_equal(order.ravel()[layouts.inverse(layout, columns)], np.arange(columns * columns))


@EVERY
@pytest.mark.parametrize("columns", [1, 2, 8, 32])
def test_single_cells_and_arrays_agree(layout, columns):
    order = layouts.order(layout, columns)
    for y in range(columns):
        for x in range(columns):
            index = layouts.index_of(layout, columns, x, y)
            assert index == order[y, x]
            assert layouts.place_of(layout, columns, index) == (x, y)


@pytest.mark.parametrize("columns", [2, 8, 64])
def test_neighbours_on_the_hilbert_curve_touch_also_between_tiles(columns):
    area = columns * columns
    places = [layouts.place_of("hilbert", columns, index) for index in range(area)]
    places += [(x, y + columns) for x, y in places]
    steps = {abs(a[0] - b[0]) + abs(a[1] - b[1]) for a, b in pairwise(places)}
    assert steps == {1}


def test_z_order_interleaves_the_bits():
    assert layouts.order("zorder", 4).tolist() == [
        [0, 1, 4, 5],
        [2, 3, 6, 7],
        [8, 9, 12, 13],
        [10, 11, 14, 15],
    ]


def test_an_order_cannot_be_written_to():
    with pytest.raises(ValueError, match="read-only"):
        layouts.order("hilbert", 8)[0, 0] = 1


@given(NAMES, COLUMNS, st.data())
def test_extent_and_row_span_are_the_box_of_the_cells(layout, columns, data):
    area = columns * columns
    last = data.draw(st.integers(0, 3 * area))
    first = data.draw(st.integers(0, last))
    rows = [c // area * columns + layouts.place_of(layout, columns, c % area)[1] for c in range(last + 1)]
    wide = 1 + max(layouts.place_of(layout, columns, c % area)[0] for c in range(last + 1))
    assert layouts.extent(layout, columns, last + 1) == (wide, max(rows) + 1)
    assert layouts.row_span(layout, columns, first, last) == (min(rows[first:]), max(rows[first:]))


@EVERY
def test_nothing_takes_no_room(layout):
    assert layouts.extent(layout, 8, 0) == (0, 0)
