"""Pixels of the map: the compiled raster equals the plain one, and marks are seen."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bytescope.core.geometry import layouts, raster, raster_fast
from bytescope.core.geometry.map_view import MapView
from bytescope.core.geometry.picture import Body, Inks, Marks, make_picture
from bytescope.core.geometry.strip import StripView, strip_pixels
from bytescope.core.pages.classes import PageClass
from helpers.cells import plain_palette, random_cells, uniform_cells

PALETTE = plain_palette()
INKS = Inks()
NOTHING = Marks()


def cells_of(view, make=uniform_cells):
    shown = view.visible_cells
    return make(view.level, shown.start, len(shown), view.pages)


@st.composite
def pictures(draw):
    layout = draw(st.sampled_from(layouts.LAYOUTS))
    pages = draw(st.integers(0, 200_000))
    scale = draw(st.sampled_from([1.0, 1.5, 2.0]))
    smallest = draw(st.sampled_from([1, 3, 6]))
    width, height = draw(st.integers(1, 300)), draw(st.integers(1, 200))
    view = MapView.fit(pages, width, height, layout, scale, smallest).zoomed(draw(st.integers(0, 6)), 30, 30)
    view = view.moved_to(draw(st.integers(0, max(0, view.rows))))
    seen = view.visible_pages
    firsts = sorted(draw(st.sets(st.integers(seen.first, seen.first + max(1, seen.count)), max_size=9)))
    marks = Marks(
        (firsts, [page + 1 for page in firsts]),
        (firsts[::2], [page + 1 for page in firsts[::2]]),
        (seen.first + seen.count // 3, seen.first + seen.count // 2),
        seen.first if pages else None,
        (firsts[::3], [page + 1 for page in firsts[::3]]),
        (firsts[1::2], [page + 1 for page in firsts[1::2]]),
    )
    scheme = draw(st.sampled_from(["content", "entropy", "mean", "zeros"]))
    return make_picture(view, cells_of(view, random_cells), scheme, PALETTE, INKS, marks)


@given(pictures())
def test_the_compiled_raster_gives_the_same_bytes(picture):
    plain = raster.raster(picture)
    assert plain.shape == (picture.height, picture.width, 4)
    assert np.array_equal(plain, raster_fast.raster(picture))


@given(pictures())
def test_every_pixel_is_opaque(picture):
    assert (raster_fast.raster(picture)[..., 3] == 255).all()


def test_a_fitting_buffer_is_used_again():
    view = MapView.fit(500, 200, 150)
    picture = make_picture(view, cells_of(view), "content", PALETTE, INKS, Marks())
    for draw in (raster.raster, raster_fast.raster):
        first = draw(picture)
        assert draw(picture, first) is first
        assert draw(picture, np.empty((3, 3, 4), np.uint8)).shape == first.shape


def test_the_loaded_raster_is_the_one_that_is_used():
    assert raster.fastest() is raster_fast.raster


def pixels(view, marks=NOTHING, cls=PageClass.TEXT):
    facts = cells_of(view)
    facts.majority[:] = cls
    return raster.raster(make_picture(view, facts, "content", PALETTE, INKS, marks))


@pytest.mark.parametrize("side", [1, 2, 3, 5, 6, 7, 9, 13, 20, 48, 128])
@pytest.mark.parametrize(
    "other", [Marks(), Marks(cursor=9), Marks(selected=(5, 12)), Marks(saved=([9], [10]))]
)
@pytest.mark.parametrize("cls", [PageClass.HOLE, PageClass.ONES, PageClass.TEXT])
def test_an_edited_cell_looks_different_at_every_size(side, other, cls):
    view = MapView(64, 0, 8, 8 * side, 8 * side)
    x, y, width, height = view.rect_of(9)
    plain = pixels(view, other, cls)
    marked = pixels(view, replace(other, edited=([9], [10])), cls)
    changed = (plain != marked).any(axis=2)
    assert changed[y : y + height, x : x + width].sum() >= 1


HERE = ([9], [10])


@pytest.mark.parametrize("side", [1, 2, 3, 5, 6, 7, 9, 13, 20, 48, 128])
@pytest.mark.parametrize(
    "other", [Marks(), Marks(edited=HERE), Marks(saved=HERE), Marks(edited=HERE, cursor=9)]
)
@pytest.mark.parametrize("cls", [PageClass.HOLE, PageClass.ONES, PageClass.TEXT])
def test_a_page_on_its_way_to_the_disk_is_seen_at_every_size(side, other, cls):
    view = MapView(64, 0, 8, 8 * side, 8 * side)
    looks = [
        pixels(view, replace(other, **way), cls).tobytes() for way in ({}, {"dirty": HERE}, {"writing": HERE})
    ]
    assert len(set(looks)) == 3
    assert pixels(view, replace(other, dirty=HERE, writing=HERE), cls).tobytes() == looks[1]


@pytest.mark.parametrize("side", [6, 12, 30])
def test_a_mark_stays_within_its_cell(side):
    view = MapView(64, 0, 8, 8 * side, 8 * side)
    x, y, width, height = view.rect_of(9)
    for marks in (
        Marks(edited=([9], [10])),
        Marks(saved=([9], [10])),
        Marks(outside=([9], [10])),
        Marks(dirty=([9], [10])),
        Marks(writing=([9], [10])),
        Marks(cursor=9),
        Marks(selected=(9, 10)),
    ):
        changed = (pixels(view) != pixels(view, marks)).any(axis=2)
        assert changed.any()
        changed[y : y + height, x : x + width] = False
        assert not changed.any()


@given(st.integers(0, 2**28 - 1), st.integers(0, 24), st.sampled_from([1, 2, 6]))
def test_one_edited_page_of_a_terabyte_lights_a_pixel(page, steps, smallest):
    view = MapView.fit(2**28, 320, 240, smallest=smallest).zoomed(steps, 100, 100).showing(page)
    plain, marked = pixels(view), pixels(view, Marks(edited=([page], [page + 1])))
    assert (plain != marked).any()


@pytest.mark.parametrize("side", [2, 5, 6, 12, 30])
@pytest.mark.parametrize("other", [Marks(), Marks(edited=([9], [10])), Marks(saved=([9], [10]))])
def test_a_page_changed_outside_is_seen_whatever_other_marks_it_has(side, other):
    view = MapView(64, 0, 8, 8 * side, 8 * side)
    x, y, width, height = view.rect_of(9)
    cell = pixels(view, replace(other, outside=([9], [10])))[y : y + height, x : x + width]
    assert (cell == INKS.outside).all(axis=2).any()
    if other.edited is not None and side < 6:
        assert (cell == INKS.edited).all(axis=2).any()


def test_cells_have_a_gap_from_six_pixels_on():
    for side, gapped in ((5, False), (6, True)):
        picture = pixels(MapView(64, 0, 8, 8 * side, 8 * side))
        assert (picture[:, 0] == PALETTE[PageClass.TEXT]).all(axis=1).sum() == 8 * (side - gapped)


def test_unread_is_no_colour_of_a_class():
    view = MapView(64, 0, 8, 160, 160)
    seen = raster.raster(make_picture(view, None, "content", PALETTE, INKS, Marks()))
    cell = {tuple(pixel) for pixel in seen[:19, :19].reshape(-1, 4).tolist()}
    assert cell == {INKS.hatch, INKS.hatch_back}


def test_a_template_of_two_classes_has_both_in_proportion():
    for body, share in ((Body.DITHER_8, 8), (Body.DITHER_10, 10)):
        cell = raster.template(body, 0, 0, 33, 33, 1)[:32, :32]
        assert abs((cell == raster.FIRST).mean() - share / 16) < 0.03
        assert ((cell == raster.FIRST) | (cell == raster.SECOND)).all()


# --- the strip


def strip(pages, height=300, edited=None, known=True, outside=None):
    view = StripView(pages, height)
    facts = uniform_cells(view.level, 0, view.cells, pages) if known else None
    return view, strip_pixels(view, facts, "content", PALETTE, INKS, edited, outside, 16, 1)


@given(st.integers(1, 2**33), st.integers(1, 2000))
def test_the_strip_holds_the_whole_document(pages, height):
    view = StripView(pages, height)
    assert view.cells <= height
    assert view.page_at(-5) == 0
    assert view.y_of(pages) == height
    assert view.page_at(height + 5) == view.page_at(height - 1) < pages
    assert view.level == 0 or view.cells * 2 > height // 2


@given(st.integers(0, 2**28 - 1))
def test_one_edited_page_is_seen_on_the_strip(page):
    view, picture = strip(2**28, edited=([page], [page + 1]))
    lines = np.argwhere((picture[:, -1] == INKS.edited).all(axis=1)).ravel()
    assert 1 <= len(lines) <= 3
    assert abs(lines[0] - view.y_of(page)) <= 1


def test_the_strip_shows_colours_where_known_and_hatches_the_rest():
    assert (strip(1000)[1][:, 0] == PALETTE[PageClass.TEXT]).all()
    assert (strip(1000, known=False)[1][:, 0] != PALETTE[PageClass.TEXT]).any(axis=1).all()
    assert (strip(0)[1] == INKS.back).all()


def test_both_marks_of_a_page_are_seen_on_the_strip():
    _, picture = strip(2**28, edited=([5], [6]), outside=([5], [6]))
    for ink in (INKS.edited, INKS.outside):
        assert (picture == ink).all(axis=2).any()
