"""Shares and states of cells as numbers, and the colours that take the place of marks."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bytescope.core.geometry.inks import Inks
from bytescope.core.geometry.map_view import MapView
from bytescope.core.geometry.marks import SHARE_AT, STATES, STEPS, Marks, cell_states, share_steps
from bytescope.core.geometry.picture import make_picture, pages_in_cells
from bytescope.core.pages.palette import table
from bytescope.core.ranges import PageRange
from bytescope.core.touched.layers import Layer
from bytescope.core.touched.state_runs import StateRuns
from helpers.cells import uniform_cells
from helpers.marking import marks_of, runs_of

PALETTE = table("content")


@given(st.integers(1, 1 << 40), st.floats(0, 1))
def test_a_step_says_none_any_and_all(total, share):
    count = int(total * share)
    step = int(share_steps(np.array([count]), np.array([total]))[0])
    assert (step == 0) == (count == 0)
    assert (step == STEPS) == (count == total)
    assert 0 <= step <= STEPS


def test_steps_grow_with_the_share():
    steps = share_steps(np.arange(1001), np.full(1001, 1000)).tolist()
    assert steps == sorted(steps)
    assert set(steps) == set(range(STEPS + 1))


@pytest.mark.parametrize("layer", Layer)
def test_one_page_sets_the_bit_of_its_layer(layer):
    counts = {layer: np.array([0, 1, 8])}
    states = cell_states(Marks(counts), np.full(3, 8))
    assert ((states & STATES) == [0, layer.bit, layer.bit]).all()


def test_the_last_cell_may_be_short():
    view = MapView(1000, 4, 8, 200, 200)
    assert pages_in_cells(view).tolist() == [16] * 62 + [8]
    full = Marks.of(view, {Layer.RESIDENT: StateRuns(np.array([0]), np.array([1000]))})
    picture = make_picture(view, None, "content", PALETTE, Inks(), full)
    steps = picture.marks >> SHARE_AT[Layer.RESIDENT] & 15
    assert steps.ravel()[:63].tolist() == [STEPS] * 63


@pytest.mark.parametrize("side", [3, 12])
def test_the_state_of_a_page_that_was_not_read_is_seen(side):
    view = MapView(64, 0, 8, 8 * side, 8 * side)
    picture = make_picture(
        view, None, "content", PALETTE, Inks(), marks_of(view, alone="resident", resident=[9])
    )
    colour = picture.palette[picture.first[1, 1]]
    assert int(colour[:3].max()) - int(colour[:3].min()) > 60
    assert picture.body[1, 1] == 1
    assert (picture.body != 1).sum() == 63


def test_content_is_grey_and_still_told_apart_beside_a_state():
    view = MapView(64, 0, 8, 160, 160)
    facts = uniform_cells(0, 0, 64, 64)
    facts.majority[:32] = 2
    picture = make_picture(view, facts, "content", PALETTE, Inks(), marks_of(view, alone="dirty", dirty=[1]))
    colours = picture.palette[picture.first].astype(int)
    coloured = np.ptp(colours[:, :, :3], axis=2) > 0
    assert np.argwhere(coloured).tolist() == [[0, 1]]
    assert (colours[0, 0] != colours[7, 7]).any()
    assert not (picture.marks & STATES).any()


@given(st.sets(st.integers(0, 4000), max_size=60), st.integers(0, 6), st.integers(0, 30))
def test_a_part_of_what_is_marked_counts_as_the_whole_does(pages, level, first):
    runs, cells = runs_of(pages), range(first, first + 20)
    counted = runs.per_cell(level, cells).tolist()
    assert counted == [sum(page >> level == cell for page in pages) for cell in cells]
    part = runs.within(PageRange(cells.start << level, cells.stop << level))
    assert part.per_cell(level, cells).tolist() == counted
