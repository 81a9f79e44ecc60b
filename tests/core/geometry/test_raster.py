"""Pixels of the map: the compiled raster equals the plain one, and marks are seen."""

from itertools import combinations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bytescope.core.geometry import layouts, raster, raster_fast
from bytescope.core.geometry.inks import Inks
from bytescope.core.geometry.map_view import MapView
from bytescope.core.geometry.marks import SHARE_AT, STEPS, Marks
from bytescope.core.geometry.picture import Body, make_picture
from bytescope.core.geometry.stamps import Cell
from bytescope.core.geometry.strip import StripMarks, StripView, strip_pixels
from bytescope.core.pages.classes import PageClass
from bytescope.core.touched.layers import BY_NAME, Layer
from helpers.cells import plain_palette, random_cells, uniform_cells
from helpers.marking import marks_of, runs_of

PALETTE = plain_palette()
INKS = Inks()
NAMES = tuple(BY_NAME)
ALL_OF_IT = sum(STEPS << at for at in SHARE_AT.values())
"""The steps of shares of cells with all pages in each state that shows one."""


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
    some = st.sets(st.integers(seen.first, seen.first + max(1, seen.count)), max_size=9)
    marks = marks_of(
        view,
        (seen.first + seen.count // 3, seen.first + seen.count // 2),
        seen.first if pages else None,
        draw(st.sampled_from([None] * 3 * len(NAMES) + [*NAMES])),
        **draw(st.dictionaries(st.sampled_from(NAMES), some, max_size=16)),
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


def pixels(view, cls=PageClass.TEXT, **marked):
    facts = cells_of(view)
    facts.majority[:] = cls
    return raster.raster(make_picture(view, facts, "content", PALETTE, INKS, marks_of(view, **marked)))


SIDES = [1, 2, 3, 5, 6, 7, 9, 13, 20, 48, 128]
OTHERS = [{}, {"cursor": 9}, {"selected": (5, 12)}, {"saved": [9]}, {"edited": [9]}]
CLASSES = [PageClass.HOLE, PageClass.ONES, PageClass.TEXT]


@pytest.mark.parametrize("side", SIDES)
@pytest.mark.parametrize("layer", NAMES)
@pytest.mark.parametrize("cls", CLASSES)
def test_each_state_is_seen_at_every_size(side, layer, cls):
    view = MapView(64, 0, 8, 8 * side, 8 * side)
    x, y, width, height = view.rect_of(9)
    for other in OTHERS:
        if layer in other or (other and side < 12):
            continue  # the smallest cells keep room for the strongest
        changed = (pixels(view, cls, **other) != pixels(view, cls, **other, **{layer: [9]})).any(axis=2)
        assert changed[y : y + height, x : x + width].any()
        assert changed.sum() == changed[y : y + height, x : x + width].sum() or side < 6


@pytest.mark.parametrize("side", [12, 16, 24, 48])
@pytest.mark.parametrize("scale", [1, 2])
def test_any_two_states_are_told_apart_without_colour(side, scale):
    looks = {}
    for layer in Layer:
        steps = ALL_OF_IT
        slots = raster.sample(Body.PLAIN, layer.bit | steps, Cell(side * scale, side * scale, scale))
        looks[layer] = np.where(slots >= raster.STATE_SLOT, raster.BRIGHT, slots)
    for layer in Layer:
        for other in Layer:
            assert layer == other or (looks[layer] != looks[other]).sum() >= 3 * scale


@pytest.mark.parametrize("side", [12, 16, 24, 48])
def test_of_any_two_states_each_is_seen(side):
    for pair in combinations(Layer, 2):
        if set(pair) == {Layer.DIRTY, Layer.WRITING}:
            continue  # the map says dirty of a cell with both
        marks = pair[0].bit | pair[1].bit | ALL_OF_IT // 15 * 7
        slots = raster.sample(Body.PLAIN, marks, Cell(side, side, 1))
        for layer in pair:
            own = raster.BRIGHT if layer is Layer.EDITED else raster.STATE_SLOT + layer
            assert (slots == own).any(), pair


@pytest.mark.parametrize("side", [12, 24, 48])
def test_no_mark_hides_the_content(side):
    for layer in Layer:
        slots = raster.sample(Body.PLAIN, layer.bit | ALL_OF_IT, Cell(side, side, 1))
        assert (slots == raster.FIRST).mean() > 0.33, layer


@pytest.mark.parametrize("side", [6, 12, 24, 48])
def test_the_bar_is_as_long_as_the_share(side):
    long = []
    for step in (1, 4, 8, 12, 15):
        slots = raster.sample(
            Body.PLAIN, Layer.RESIDENT.bit | step << SHARE_AT[Layer.RESIDENT], Cell(side, side, 1)
        )
        long.append(int((slots[side - 2] == raster.STATE_SLOT + Layer.RESIDENT).sum()))
    assert long == sorted(long)
    assert 1 <= long[0] < long[2] < long[4]
    assert long[-1] == side - 1


@pytest.mark.parametrize("side", SIDES)
@pytest.mark.parametrize("other", [{}, {"edited": [9]}, {"saved": [9]}, {"edited": [9], "cursor": 9}])
@pytest.mark.parametrize("cls", CLASSES)
def test_a_page_on_its_way_to_the_disk_is_seen_at_every_size(side, other, cls):
    view = MapView(64, 0, 8, 8 * side, 8 * side)
    ways = ({}, {"dirty": [9]}, {"writing": [9]}, {"dirty": [9], "writing": [9]})
    looks = [pixels(view, cls, **other, **way).tobytes() for way in ways]
    assert len(set(looks[:3])) == 3
    assert looks[3] == looks[1]


@pytest.mark.parametrize("side", [6, 12, 30])
def test_a_mark_stays_within_its_cell(side):
    view = MapView(64, 0, 8, 8 * side, 8 * side)
    x, y, width, height = view.rect_of(9)
    for marked in (*({name: [9]} for name in NAMES), {"cursor": 9}, {"selected": (9, 10)}):
        changed = (pixels(view) != pixels(view, **marked)).any(axis=2)
        assert changed.any()
        changed[y : y + height, x : x + width] = False
        assert not changed.any()


@given(st.integers(0, 2**28 - 1), st.integers(0, 24), st.sampled_from([1, 2, 6]), st.sampled_from(NAMES))
def test_one_page_of_a_terabyte_lights_a_pixel(page, steps, smallest, name):
    view = MapView.fit(2**28, 320, 240, smallest=smallest).zoomed(steps, 100, 100).showing(page)
    plain = pixels(view)
    for alone in (None, name):
        assert (plain != pixels(view, alone=alone, **{name: [page]})).any()


@pytest.mark.parametrize("side", [2, 5, 6, 12, 30])
@pytest.mark.parametrize("other", [{}, {"edited": [9]}, {"saved": [9]}])
def test_a_page_changed_outside_is_seen_whatever_other_marks_it_has(side, other):
    view = MapView(64, 0, 8, 8 * side, 8 * side)
    x, y, width, height = view.rect_of(9)
    cell = pixels(view, **other, outside=[9])[y : y + height, x : x + width]
    assert (cell == INKS.states[Layer.OUTSIDE]).all(axis=2).any()
    if "edited" in other and side < 6:
        assert (cell == INKS.states[Layer.EDITED]).all(axis=2).any()


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
        cell = raster.template(body, 0, 0, Cell(33, 33, 1))[:32, :32]
        assert abs((cell == raster.FIRST).mean() - share / 16) < 0.03
        assert ((cell == raster.FIRST) | (cell == raster.SECOND)).all()


# --- the strip


def strip(pages, height=300, known=True, alone=None, **states):
    view = StripView(pages, height)
    facts = uniform_cells(view.level, 0, view.cells, pages) if known else None
    marks = StripMarks({BY_NAME[name]: runs_of(found) for name, found in states.items()}, alone)
    return view, strip_pixels(view, facts, "content", PALETTE, INKS, marks, 16, 1)


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
    view, picture = strip(2**28, edited=[page])
    lines = np.argwhere((picture[:, -1] != picture[(view.y_of(page) + 150) % 300, -1]).any(axis=1)).ravel()
    assert 1 <= len(lines) <= 3
    assert abs(lines[0] - view.y_of(page)) <= 1


def test_the_strip_shows_colours_where_known_and_hatches_the_rest():
    assert (strip(1000)[1][:, 0] == PALETTE[PageClass.TEXT]).all()
    assert (strip(1000, known=False)[1][:, 0] != PALETTE[PageClass.TEXT]).any(axis=1).all()
    assert (strip(0)[1] == INKS.back).all()


def test_both_marks_of_a_page_are_seen_on_the_strip():
    _, picture = strip(2**28, edited=[5], outside=[5])
    assert len({tuple(colour) for colour in picture[0, 13:].tolist()}) == 2


@given(st.integers(0, 2**28 - 1))
def test_one_page_of_the_layer_alone_is_seen_on_the_strip(page):
    grey = strip(2**28, alone=Layer.RESIDENT)[1]
    assert np.ptp(grey[:, :11, :3].astype(int), axis=2).max() == 0
    seen = strip(2**28, alone=Layer.RESIDENT, resident=[page])[1]
    assert (np.ptp(seen[:, :11, :3].astype(int), axis=2) > 40).any()
