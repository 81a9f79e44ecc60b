"""The map's arithmetic: fitting, picking, zooming about a point, scrolling."""

from dataclasses import replace

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from bytescope.core.geometry import layouts
from bytescope.core.geometry.map_view import LARGEST, SMALLEST, MapView
from bytescope.core.ranges import PageRange

NAMES = st.sampled_from(layouts.LAYOUTS)
PAGES = st.one_of(st.integers(1, 5000), st.integers(1, 2**32))
WIDTHS, HEIGHTS = st.integers(40, 4000), st.integers(40, 2200)


@st.composite
def views(draw):
    view = MapView.fit(
        draw(PAGES), draw(WIDTHS), draw(HEIGHTS), draw(NAMES), draw(st.sampled_from([1.0, 1.5, 2.0]))
    )
    view = view.zoomed(draw(st.integers(0, 40)), draw(st.floats(0, 4000)), draw(st.floats(0, 2200)))
    return view.moved_to(draw(st.integers(0, max(0, view.rows))))


@given(PAGES, WIDTHS, HEIGHTS, NAMES)
def test_fit_shows_the_whole_document(pages, width, height, layout):
    view = MapView.fit(pages, width, height, layout)
    assert view.fitted
    assert view.top == 0 == view.last_top
    assert view.rows * view.cell_height <= height
    assert view.columns * view.cell_px <= width
    assert view.visible_pages == PageRange(0, pages)


@given(st.integers(1, 2**32), st.integers(200, 4000), st.integers(200, 2200), NAMES)
def test_cells_that_fit_have_a_sensible_size(pages, width, height, layout):
    view = MapView.fit(pages, width, height, layout)
    assert SMALLEST <= view.cell_px <= LARGEST
    assert view.cell_px // 2 <= view.cell_height <= view.cell_px * 1.5  # whole pixels


@given(st.integers(2**20, 2**32), st.integers(300, 4000), st.integers(300, 2200))
def test_a_large_document_uses_the_area(pages, width, height):
    view = MapView.fit(pages, width, height)
    assert view.rows * view.cell_height * view.columns * view.cell_px > 0.45 * width * height


def test_small_documents_get_large_cells():
    view = MapView.fit(256, 800, 700)
    assert (view.level, view.columns, view.rows) == (0, 16, 16)
    assert MapView.fit(3, 1000, 700).cell_px > 20


def test_an_empty_document_has_no_cells():
    view = MapView.fit(0, 800, 600)
    assert view.cells == view.rows == view.shown_rows == 0
    assert view.cell_at(10, 10) is None
    assert view.visible_pages == PageRange(0, 0)
    assert view.zoomed(3, 10, 10).zoomed(-9, 10, 10).cells == 0


@given(views(), st.data())
def test_the_middle_of_a_cell_s_rectangle_is_the_cell(view, data):
    cell = data.draw(st.integers(0, view.cells - 1))
    x, y, width, height = view.rect_of(cell)
    for at in ((x, y), (x + width - 1, y + height - 1), (x + width / 2, y + height / 2)):
        assert view.cell_at(*at) == cell
        assert view.cell_near(*at) == cell
    assert view.cell_in(*view.place_of(cell)) == cell


@given(views(), st.floats(-500, 5000), st.floats(-500, 3000))
def test_the_nearest_cell_always_exists(view, x, y):
    assert 0 <= view.cell_near(x, y) < view.cells
    assert view.page_at(x, y) in view.pages_of(view.cell_near(x, y))


@given(views(), st.floats(0, 1), st.floats(0, 1))
def test_what_can_be_pointed_at_is_visible(view, x, y):
    cell = view.cell_at(x * (view.width - 1), y * (view.height - 1))
    assume(cell is not None)
    assert cell in view.visible_cells
    assert view.pages_of(cell).first in view.visible_pages


@given(views(), st.integers(-6, 6), st.floats(0, 1), st.floats(0, 1))
def test_zoom_keeps_the_page_under_the_pointer_in_its_row(view, steps, x, y):
    x, y = x * (view.width - 1), y * (view.height - 1)
    assume(view.cell_at(x, y) is not None)
    page = view.page_at(x, y)
    zoomed = view.zoomed(steps, x, y)
    if zoomed.fitted:
        assert zoomed.visible_pages == PageRange(0, view.pages)
        return
    row = zoomed.row_of(zoomed.cell_of(page)) - zoomed.top
    wanted = int(y // zoomed.cell_height)
    assert row == wanted or zoomed.top in (0, zoomed.last_top)
    assert page in zoomed.visible_pages
    assert zoomed.top + row == zoomed.row_of(zoomed.cell_of(page))


@given(PAGES, WIDTHS, HEIGHTS, NAMES)
def test_zoom_in_ends_at_large_cells_of_one_page_and_zoom_out_at_the_whole(pages, width, height, layout):
    whole = MapView.fit(pages, width, height, layout)
    closest = whole.zoomed(80, width / 2, height / 2)
    assert closest.level == 0
    assert closest.zoomed(1, 5, 5) == closest
    assert closest.columns == 1 or width // (closest.columns // 2) > LARGEST
    assert closest.zoomed(-80, width / 2, height / 2) == whole


def test_one_step_halves_the_pages_of_a_cell_until_one_then_the_columns():
    view = MapView.fit(2**14, 400, 300)
    seen = [(view.level, view.columns)]
    while (finer := view.zoomed(1, 100, 100)) != view:
        view = finer
        seen.append((view.level, view.columns))
    assert seen == [(3, 64), (2, 64), (1, 64), (0, 64), (0, 32), (0, 16), (0, 8), (0, 4)]


@given(views(), st.integers(0, 2**33))
def test_the_last_row_is_the_last_that_can_be_scrolled_to(view, rows):
    down = view.scrolled(rows)
    assert view.top <= down.top <= view.last_top
    assert down.scrolled(-(2**40)).top == 0
    assert view.scrolled(2**40).row_of(view.cells - 1) <= view.last_top + view.full_rows - 1


@given(views(), st.data())
def test_showing_a_page_brings_its_cell_whole_into_view(view, data):
    page = data.draw(st.integers(0, view.pages - 1))
    shown = view.showing(page)
    _, y, _, height = shown.rect_of(shown.cell_of(page))
    assert y >= 0
    assert y + height <= max(shown.height, height)
    assert shown.showing(page) == shown


@given(PAGES, NAMES, st.data())
def test_zoom_to_a_selection_shows_all_of_it(pages, layout, data):
    first = data.draw(st.integers(0, pages - 1))
    end = data.draw(st.integers(first + 1, pages))
    view = MapView.fit(pages, 1000, 700, layout).zoomed_to(PageRange(first, end))
    top, bottom = layouts.row_span(layout, view.columns, view.cell_of(first), view.cell_of(end - 1))
    assert view.top <= top
    assert bottom < view.top + view.full_rows


def test_a_resize_keeps_the_first_page_at_the_top():
    view = MapView.fit(2**28, 1000, 700).zoomed(6, 500, 300).moved_to(1000)
    page = view.visible_pages.first
    for width in (990, 700, 300, 2500):
        other = view.resized(width, 650, 1.0)
        assert page in other.pages_of(other.visible_cells.start) or page in other.visible_pages
        assert other.row_of(other.cell_of(page)) == other.top


@given(PAGES, WIDTHS, HEIGHTS)
def test_a_fitted_map_stays_fitted(pages, width, height):
    view = MapView.fit(pages, 800, 600)
    assert view.resized(width, height, 1.0) == MapView.fit(pages, width, height)
    assert view.of_pages(pages * 2) == MapView.fit(pages * 2, 800, 600)
    assert view.laid_out("hilbert") == MapView.fit(pages, 800, 600, "hilbert")


def test_a_shrinking_document_pulls_the_view_up():
    view = MapView.fit(2**20, 800, 600).zoomed(5, 0, 0).scrolled(2**30)
    assert view.of_pages(2**19).top == view.of_pages(2**19).last_top < view.top


@pytest.mark.parametrize("layout", layouts.LAYOUTS)
def test_another_layout_keeps_the_first_page_in_view(layout):
    view = MapView.fit(2**24, 900, 600).zoomed(4, 0, 0).moved_to(777)
    page = view.visible_pages.first
    assert page in view.laid_out(layout).visible_pages


def test_the_last_cell_is_cut_at_the_end():
    view = replace(MapView.fit(1000, 800, 600), level=4)
    assert view.pages_of(view.cells - 1) == PageRange(992, 1000)
