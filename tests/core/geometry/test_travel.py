"""Cells that travel: they begin where they were, end where they will be, and none is lost on the way."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bytescope.core.geometry import layouts, raster, raster_fast, travel
from bytescope.core.geometry.inks import Inks
from bytescope.core.geometry.map_view import MapView
from bytescope.core.geometry.marks import Marks
from bytescope.core.geometry.picture import make_picture
from bytescope.core.geometry.travel import Travel
from helpers.cells import plain_palette, random_cells

PAIRS = [(a, b) for a in layouts.LAYOUTS for b in layouts.LAYOUTS if a != b]


def journey(old: MapView, new: MapView) -> Travel:
    cells = new.visible_cells
    facts = random_cells(new.level, cells.start, len(cells), new.pages)
    return Travel.between(old, new, make_picture(new, facts, "content", plain_palette(), Inks(), Marks()))


@pytest.mark.parametrize(("one", "other"), PAIRS)
def test_each_cell_goes_from_its_old_place_to_its_new_one(one, other):
    old = MapView(1000, 0, 32, 640, 640, layout=one)
    new = old.laid_out(other)
    way = journey(old, new)
    assert len(way.colours) == 1000
    starts = {tuple(place) for place in way.begins.tolist()}
    assert starts == {old.rect_of(cell)[:2] for cell in range(1000)}
    for cell in (0, 1, 37, 511, 999):
        at = np.flatnonzero((way.ends == new.rect_of(cell)[:2]).all(axis=1))
        assert way.begins[at].tolist() == [list(old.rect_of(cell)[:2])]


@given(
    st.sampled_from(PAIRS),
    st.integers(1, 10**6),
    st.integers(0, 4),
    st.integers(0, 50),
    st.floats(0, 1),
    st.integers(1, 300),
)
def test_the_compiled_painter_gives_the_same_bytes(pair, pages, steps, down, share, width):
    old = MapView.fit(pages, width, 200, pair[0]).zoomed(steps, 30, 30).scrolled(down)
    way = journey(old, old.laid_out(pair[1]))
    fast = way.pixels(share)
    plain = np.full_like(fast, 0)
    flat = plain.reshape(plain.shape[0], -1).view(np.uint32)
    assert travel.painter() is raster_fast.paint_cells
    kept, raster_fast.paint_cells = raster_fast.paint_cells, travel.paint_cells
    try:
        assert np.array_equal(way.pixels(share, plain), fast)
    finally:
        raster_fast.paint_cells = kept
    assert flat.shape == (200, width)


def test_at_the_end_the_cells_lie_as_in_the_picture():
    old = MapView(1024, 0, 32, 640, 640)
    new = old.laid_out("hilbert")
    way = journey(old, new)
    end, final = way.pixels(1.0), raster.raster(way.picture)
    middle = [way.ends[:, 1] + 9, way.ends[:, 0] + 9]
    plain = way.picture.body[way.ends[:, 1] // 20, way.ends[:, 0] // 20] == 1
    assert plain.sum() > 100
    assert (end[middle[0], middle[1]] == final[middle[0], middle[1]])[plain].all()
