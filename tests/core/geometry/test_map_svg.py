"""The exported drawing of a map: the same colours at the same places as the picture of pixels."""

import itertools
import re
import xml.etree.ElementTree as ET

import numpy as np
import pytest

from bytescope.core.geometry.inks import Inks
from bytescope.core.geometry.map_legend import Legend, Said, Tile, Words, laid_out
from bytescope.core.geometry.map_svg import svg
from bytescope.core.geometry.map_view import MapView
from bytescope.core.geometry.marks import Marks
from bytescope.core.geometry.picture import make_picture
from bytescope.core.geometry.raster import raster
from bytescope.core.pages import palette
from bytescope.core.pages.classes import PageClass
from bytescope.core.touched.layers import Layer
from helpers.cells import random_cells, uniform_cells

SVG = "{http://www.w3.org/2000/svg}"


def picture_of(facts_of, pages, size=(180, 130), scheme="content", states=None, layout="rows", scale=1.0):
    view = MapView.fit(pages, *size, layout, scale)
    cells = view.visible_cells
    facts = facts_of(view.level, cells.start, len(cells), pages)
    marks = Marks({layer: np.arange(len(cells)) % 3 for layer in states or ()})
    return make_picture(view, facts, scheme, palette.table(scheme), Inks(), marks)


def legend_of(name="disk.img", scheme="content", **more):
    counts = [5, 0, 3, 1, 0, 7, 0, 0, 0, 0, 2]
    return Legend(Said(name, ("12 pages",)), scheme, Inks(), counts=counts, **more)


def drawn(lines, width, height):
    """Renders what this program writes of SVG: rectangles, patterns, paths of gaps, symbols. RGB f8."""
    root = ET.fromstring("\n".join(lines))
    canvas = np.zeros((height, width, 3))
    named = {node.get("id"): node for node in root.iter() if node.get("id")}
    paint(canvas, root, named, 0, 0)
    return canvas


def number(node, key):
    return round(float(node.get(key, "0")))


def rgb(text):
    return np.frombuffer(bytes.fromhex(text[1:]), np.uint8).astype(float)


def paint(canvas, parent, named, dx, dy):
    for node in parent:
        tag = node.tag.replace(SVG, "")
        if tag == "rect":
            paint_rect(canvas, node, named, dx, dy)
        elif tag == "use":
            target = named[node.get("{http://www.w3.org/1999/xlink}href")[1:]]
            paint(canvas, target, named, dx + number(node, "x"), dy + number(node, "y"))
        elif tag == "path":  # a gap: at the right and below
            right, unit, high, wide = map(
                int, re.match(r"M(\d+) 0h(\d+)v(\d+)h-(\d+)", node.get("d")).groups()
            )
            alpha = float(node.get("fill-opacity"))
            mask = np.zeros((high, wide), bool)
            mask[:, right:] = mask[high - unit :] = True
            part = canvas[dy : dy + high, dx : dx + wide]
            mask = mask[: part.shape[0], : part.shape[1]]
            part[mask] = part[mask] * (1 - alpha) + rgb(node.get("fill")) * alpha
    return canvas


def paint_rect(canvas, node, named, dx, dy):
    x, y, wide, high = (number(node, key) for key in ("x", "y", "width", "height"))
    fill = node.get("fill")
    if fill.startswith("url"):
        pattern = named[fill[5:-1]]
        across, down = number(pattern, "width"), number(pattern, "height")
        assert (x - number(pattern, "x")) % across == y % down == 0
        for left in range(x, x + wide, across):
            paint(canvas, pattern, named, left + dx, y + dy)
    elif fill != "none":
        canvas[y + dy : y + dy + high, x + dx : x + dx + wide] = rgb(fill)


CASES = [
    {"pages": 90},
    {"pages": 90, "states": [Layer.EDITED, Layer.RESIDENT, Layer.OUTSIDE]},
    {"pages": 500, "scheme": "entropy"},
    {"pages": 5000, "layout": "hilbert", "size": (128, 128)},
    {"pages": 5000, "layout": "zorder", "states": [Layer.DIRTY]},
    {"pages": 120, "scale": 2.0, "size": (300, 200)},
    {"pages": 70, "scheme": "dominant"},
]


@pytest.mark.parametrize("case", CASES)
def test_the_drawing_has_the_colours_of_the_pixels(case):
    picture = picture_of(random_cells, **case)
    wanted = raster(picture)[:, :, :3].astype(float)
    found = drawn(svg(picture), picture.width, picture.height)
    assert np.abs(found - wanted).max() <= 2  # the gap of a pixel is rounded, that of a drawing is not


def test_like_cells_of_a_row_are_one_rectangle():
    picture = picture_of(uniform_cells, 400)
    lines = list(svg(picture))
    assert sum("<rect" in line for line in lines) <= 2 * picture.first.shape[0] + 3


@pytest.mark.parametrize("name", ["<b>&amp;\"'", "a\x00b\x1b[31m\udc80", "]]>", "x" * 5000])
def test_no_name_breaks_the_drawing(name):
    picture = picture_of(uniform_cells, 30)
    text = "\n".join(svg(picture, legend_of(name)))
    root = ET.fromstring(text.encode())
    words = "".join(node.text or "" for node in root.iter(f"{SVG}text"))
    assert ("<b>&amp;" in words) == name.startswith("<b>")
    assert not root.findall(f".//{SVG}b")


def test_a_legend_names_every_class_and_its_pages():
    height, items = laid_out(legend_of(), 700, 14)
    words = [item.text for item in items if isinstance(item, Words)]
    for text in ("disk.img", "12 pages", "Hole", "Text", "7", "Unreadable", "2", "Unread"):
        assert text in words
    assert "Gone" not in words
    assert all(item.y + (item.height if isinstance(item, Tile) else 0) <= height for item in items)


@pytest.mark.parametrize("scheme", [scheme for scheme in palette.SCHEMES if scheme != "content"])
@pytest.mark.parametrize("width", [200, 1600])
def test_scales_have_ticks_that_do_not_run_into_each_other(scheme, width):
    _height, items = laid_out(legend_of(scheme=scheme, states={Layer.EDITED: 3}, level=2), width, 14)
    ticks = [item for item in items if isinstance(item, Words) and item.anchor == "middle"]
    assert len(ticks) >= 2
    for left, right in itertools.pairwise(ticks):
        assert left.x + len(left.text) * 4.3 <= right.x - len(right.text) * 4.3
    assert all(0 <= item.x <= width for item in items)
    words = [item.text for item in items if isinstance(item, Words)]
    for _, name in palette.SPECIAL.get(scheme, ()):
        assert name in words
    assert words[-2:] == ["Edited", "3"]


def test_one_layer_alone_has_its_scale():
    _, items = laid_out(legend_of(alone=Layer.RESIDENT), 900, 14)
    assert any("share of the pages of a cell" in item.text for item in items if isinstance(item, Words))


def test_samples_of_a_legend_look_as_in_the_map():
    _, items = laid_out(legend_of(), 900, 14)
    colours = [item.pixels[3, 3, :3].tolist() for item in items if isinstance(item, Tile)]
    for cls in (PageClass.TEXT, PageClass.DENSE, PageClass.ONES):
        assert palette.table("content")[cls, :3].tolist() in colours
