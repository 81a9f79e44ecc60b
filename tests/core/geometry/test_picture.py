"""The picture of the map: what each cell is to show."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bytescope.core.geometry import layouts
from bytescope.core.geometry.inks import Inks
from bytescope.core.geometry.map_view import MapView
from bytescope.core.geometry.marks import Mark, Marks
from bytescope.core.geometry.picture import Body, Edge, cell_numbers, make_picture, with_islands
from bytescope.core.geometry.raster import raster
from bytescope.core.geometry.strip import StripMarks, StripView, strip_pixels
from bytescope.core.pages.classes import PageClass
from bytescope.core.touched.layers import Layer
from helpers.cells import plain_palette, random_cells, uniform_cells
from helpers.marking import marks_of

PALETTE = plain_palette()
PAGES = 2**28


def cells_of(view, make=uniform_cells, **more):
    shown = view.visible_cells
    return make(view.level, shown.start, len(shown), view.pages, **more)


def picture_of(view, facts=None, scheme="content", **marked):
    facts = cells_of(view) if facts is None else facts
    return make_picture(view, facts, scheme, PALETTE, Inks(), marks_of(view, **marked))


def square(pages=64, layout="rows"):
    """A small map of 8 × 8 pages with room for shapes."""
    return MapView(pages, 0, 8, 8 * 20, 8 * 20, layout=layout)


@pytest.mark.parametrize("layout", layouts.LAYOUTS)
def test_every_place_shows_the_cell_that_picking_finds(layout):
    view = MapView.fit(100_003, 700, 500, layout).zoomed(2, 300, 300).scrolled(9)
    numbers = cell_numbers(view, view.top, view.shown_rows)
    for row in range(0, view.shown_rows, 7):
        for column in range(0, view.columns, 5):
            cell = view.cell_in(column, view.top + row)
            assert numbers[row, column] == (-1 if cell is None else cell)


@pytest.mark.parametrize("layout", layouts.LAYOUTS)
def test_facts_land_on_their_cells(layout):
    view = square(60, layout)
    facts = cells_of(view, random_cells)
    picture = picture_of(view, facts)
    for cell in range(60):
        column, row = view.place_of(cell)
        assert picture.first[row, column] == with_islands(facts)[0][cell]
    assert (picture.body == Body.OUTSIDE).sum() == 4


def test_without_facts_everything_is_hatched():
    picture = make_picture(square(), None, "content", PALETTE, Inks(), Marks())
    assert (picture.body == Body.HATCH).all()


def test_bodies_say_what_is_known():
    view = replace(square(64 * 4096), level=12)
    facts = cells_of(view)
    facts.known[0], facts.majority[0] = 0, PageClass.UNREAD
    facts.known[1] = 15
    facts.known[2] = 16
    facts.majority[3], facts.majority[4] = PageClass.ERROR, PageClass.GONE
    facts.second[5:8] = PageClass.DENSE
    facts.share[5:8] = (100, 150, 154)
    body = picture_of(view, facts).body[0].tolist()
    assert body == [
        Body.HATCH,
        Body.ROUGH,
        Body.PLAIN,
        Body.CROSS,
        Body.CROSS,
        Body.DITHER_8,
        Body.DITHER_9,
        Body.PLAIN,
    ]


@pytest.mark.parametrize("side", [2, 3, 5, 6, 20])
def test_one_page_of_data_shows_through_a_cell_of_holes(side):
    view = MapView(64 << 14, 14, 8, 8 * side, 8 * side)
    facts = cells_of(view, cls=PageClass.HOLE)
    for cell in (9, 18, 43):  # both colours of a chequer
        facts.second[cell] = PageClass.DENSE
        facts.share[cell] = 254
    picture = picture_of(view, facts)
    assert picture.first.ravel()[[9, 18, 43]].tolist() == [PageClass.DENSE] * 3
    assert picture.first.ravel()[[0, 8, 10]].tolist() == [PageClass.HOLE] * 3
    pixels = raster(picture).reshape(-1, 4)
    assert (pixels == PALETTE[PageClass.DENSE]).all(axis=1).sum() >= 3 * (side - 1) ** 2


def test_holes_do_not_hide_data_on_the_strip():
    strip = StripView(1 << 28, 100)
    facts = uniform_cells(strip.level, 0, strip.cells, strip.pages, PageClass.HOLE)
    facts.second[strip.cells // 2] = PageClass.TEXT
    pixels = strip_pixels(strip, facts, "content", PALETTE, Inks(), StripMarks(), 20, 1).reshape(-1, 4)
    assert (pixels == PALETTE[PageClass.TEXT]).all(axis=1).any()


def test_a_small_cell_wholly_read_is_not_provisional():
    assert (picture_of(square()).body == Body.PLAIN).all()


def test_values_have_a_place_on_the_palette():
    view = square()
    facts = cells_of(view)
    facts.entropy[:], facts.mean[:], facts.zero_share[:] = 8.0, 17.2, 0.0
    shown = [picture_of(view, facts, scheme).first[0, 0] for scheme in ("entropy", "mean", "zeros")]
    assert shown == [255, 17, 0]


@given(st.integers(0, PAGES - 1), st.integers(0, 30), st.sampled_from(layouts.LAYOUTS))
def test_one_edited_page_in_a_terabyte_marks_its_cell_at_any_zoom(page, steps, layout):
    view = MapView.fit(PAGES, 900, 600, layout)
    view = view.zoomed(steps, 400, 300).showing(page)
    picture = picture_of(view, edited=[page])
    column, row = view.place_of(view.cell_of(page))
    marked = np.argwhere(picture.marks & Layer.EDITED.bit)
    assert marked.tolist() == [[row - view.top, column]]


@pytest.mark.parametrize("layout", layouts.LAYOUTS)
def test_the_outline_runs_where_selected_and_other_cells_meet(layout):
    view = square(layout=layout)
    picture = picture_of(view, selected=(5, 27))
    chosen = {view.place_of(cell) for cell in range(5, 27)}
    sides = {Edge.TOP: (0, -1), Edge.BOTTOM: (0, 1), Edge.LEFT: (-1, 0), Edge.RIGHT: (1, 0)}
    for row in range(8):
        for column in range(8):
            inside = (column, row) in chosen
            assert bool(picture.marks[row, column] & Mark.SELECTED) == inside
            for edge, (dx, dy) in sides.items():
                drawn = bool(picture.edges[row, column] & edge)
                assert drawn == (inside and (column + dx, row + dy) not in chosen)


def test_the_outline_stays_open_where_the_selection_goes_on_out_of_sight():
    view = replace(square(6400), top=10)
    picture = picture_of(view, selected=(0, 6400))
    assert not (picture.edges & (Edge.TOP | Edge.BOTTOM)).any()
    assert (picture.edges[:, 0] & Edge.LEFT).all()


def test_a_bend_of_the_outline_has_its_corner():
    edges = picture_of(square(), selected=(3, 13)).edges
    corners = {(1, 3): Edge.TOP_LEFT, (0, 4): Edge.BOTTOM_RIGHT}
    inner = int(Edge.TOP_LEFT | Edge.TOP_RIGHT | Edge.BOTTOM_LEFT | Edge.BOTTOM_RIGHT)
    assert {tuple(place): edges[tuple(place)] & inner for place in np.argwhere(edges & inner)} == corners


def test_the_cursor_is_one_cell():
    picture = picture_of(square(), cursor=12)
    assert np.argwhere(picture.marks & Mark.CURSOR).tolist() == [[1, 4]]


def test_small_cells_leave_colour_to_the_marks():
    view = MapView(4096, 0, 64, 64 * 3, 64 * 3)
    assert np.array_equal(picture_of(view).palette, PALETTE)
    marked = picture_of(view, edited=[7])
    colours = marked.palette[marked.first].reshape(-1, 4)
    coloured = np.flatnonzero(colours[:, 0] != colours[:, 1])
    assert coloured.tolist() == [7]
    assert tuple(colours[7]) == Inks().states[Layer.EDITED]


def test_same_pictures_are_the_same():
    view = square()
    first, second = picture_of(view), picture_of(view)
    assert first.same_as(second)
    assert not first.same_as(None)
    assert not first.same_as(picture_of(view, cursor=1))
    assert not first.same_as(picture_of(replace(view, layout="hilbert"), cells_of(view, random_cells)))


def test_a_document_without_pages_has_an_empty_picture():
    picture = make_picture(MapView.fit(0, 300, 200), None, "content", PALETTE, Inks(), Marks(cursor=0))
    assert picture.body.shape[0] == 0


@pytest.mark.parametrize("side", [20, 4])
def test_what_the_layer_alone_has_not_judged_is_hatched_or_provisional(side):
    view = MapView(64 * 16, 4, 8, 8 * side, 8 * side)
    unjudged = np.zeros(64, np.int64)
    unjudged[0:3] = 16, 7, 7
    counts = np.zeros(64, np.int64)
    counts[2:4] = 1, 16
    marks = Marks({Layer.DIFFERENT: counts}, alone=Layer.DIFFERENT, unjudged=unjudged)
    facts = cells_of(view)
    facts.known[:] = 0  # whether the content was read does not matter
    body = make_picture(view, facts, "content", PALETTE, Inks(), marks).body.ravel()
    assert body[0] in ((Body.HATCH,) if side > 6 else (Body.HATCH_LINE, Body.HATCH_BACK))
    if side > 6:
        assert body[1] == body[2] == Body.ROUGH
    assert (body[3:] == Body.PLAIN).all()
