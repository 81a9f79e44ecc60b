"""The colours of the schemes."""

from importlib.resources import files

import numpy as np
import pytest

from bytescope.core.pages import palette, scales
from bytescope.core.pages.classes import PageClass
from bytescope.core.pages.facts import FactStore
from bytescope.core.pages.own_palette import parse
from bytescope.core.ranges import PageRange
from bytescope.session.palettes import OURS
from helpers.vision import ciede2000, worst_pair


def luminance(table):
    """Relative luminance of WCAG 2."""
    part = table[:, :3] / 255
    linear = np.where(part <= 0.04045, part / 12.92, ((part + 0.055) / 1.055) ** 2.4)
    return linear @ [0.2126, 0.7152, 0.0722]


def test_every_class_has_its_colour():
    table = palette.table("content")
    assert table.shape == (256, 4)
    assert table.dtype == np.uint8
    assert (table[:, 3] == 255).all()
    assert table[PageClass.ZERO].tolist() == [0x54, 0x09, 0x69, 255]
    assert table[PageClass.UNREAD].tolist() == table[200].tolist() == [128, 128, 128, 255]
    assert set(palette.HEX_COLOURS) == set(PageClass)


@pytest.mark.parametrize(
    ("scheme", "rises"), [("entropy", 1), ("mean", 1), ("zeros", -1), ("printable", 1), ("age", -1)]
)
def test_a_scale_never_turns_back_in_lightness_and_uses_most_of_it(scheme, rises):
    table = palette.table(scheme)
    assert table.shape == (256, 4)
    assert (table[:, 3] == 255).all()
    first, last = palette.SCALE_ROWS.get(scheme, (0, 255))
    table = table[first : last + 1]
    light = luminance(table)
    assert (np.diff(light) * rises >= 0).all()
    assert abs(light[-1] - light[0]) > 0.7
    steps = np.abs(np.diff(table[:, :3].astype(int), axis=0)).max(1)
    assert steps.max() <= 5


def test_scales_are_within_srgb():
    for anchors in (*palette._RAMPS.values(), *(anchors for *_, anchors in palette._BYTE_RANGES)):
        for lightness, chroma, hue in anchors:
            lab = np.array(
                [[lightness], [chroma * np.cos(np.radians(hue))], [chroma * np.sin(np.radians(hue))]]
            )
            rgb = scales.srgb(lab)
            assert rgb.min() >= -0.001
            assert rgb.max() <= 1.001


def test_the_entropy_scale_has_a_tick_at_random():
    places = {text: place for place, text in palette.ticks("entropy")}
    assert places["7.955 random"] == pytest.approx(7.955 / 8)
    assert palette.ticks("content") == ()
    for scheme in palette.SCHEMES:
        assert all(0 <= place <= 1 for place, _ in palette.ticks(scheme))


def test_values_of_cells_become_rows_of_the_table():
    facts = FactStore(4)
    facts.put_uniform(PageRange(0, 1), PageClass.DENSE, 8.0, 255, 0.0)
    facts.put_uniform(PageRange(1, 2), PageClass.ZERO, 0.0, 0, 1.0)
    facts.put_uniform(PageRange(2, 3), PageClass.LOW, 4.0, 64, 0.5)
    cells = facts.cells(0, 0, 4)
    found = {scheme: palette.scheme_values(cells, scheme) for scheme in palette.SCHEMES}
    assert found["content"][0].tolist() == [PageClass.DENSE, PageClass.ZERO, PageClass.LOW, PageClass.UNREAD]
    assert found["entropy"][0][:3].tolist() == [255, 0, 128]
    assert found["mean"][0][:3].tolist() == [255, 0, 64]
    assert found["zeros"][0][:3].tolist() == [0, 255, 128]
    for scheme, (values, known) in found.items():
        assert values.dtype == np.uint8
        assert known.tolist() == [scheme not in palette.CODED] * 3 + [False]


CONTENTS = [cls for cls in PageClass if PageClass.HOLE <= cls <= PageClass.DENSE]
LEAST = {"default": 23.2, "soft": 17.9, "contrast": 23.1}
"""Least CIEDE2000 of two classes of each of our palettes, to people of any of four colour visions."""


def shipped(name):
    return parse((files("bytescope_data") / "palettes" / f"{name}.json").read_bytes(), name)


def test_the_difference_of_colours_is_that_of_the_published_examples():
    pairs = [
        ((50, 2.6772, -79.7751), (50, 0, -82.7485), 2.0425),
        ((2.0776, 0.0795, -1.1350), (0.9033, -0.0636, -0.5514), 0.9082),
        ((6.7747, -0.2908, -2.4247), (5.8714, -0.0985, -2.2286), 0.6377),
        ((50, 2.5, 0), (58, 24, 15), 19.4535),
        ((90.9257, -0.5406, -0.9208), (88.6381, -0.8985, -0.7239), 1.5381),
    ]
    for one, other, wanted in pairs:
        assert ciede2000(np.array(one), np.array(other)) == pytest.approx(wanted, abs=1e-4)


@pytest.mark.parametrize(("name", "least"), LEAST.items())
def test_classes_are_told_apart_by_everybody(name, least):
    colours = palette.class_colours(shipped(name))
    assert worst_pair([colours[cls] for cls in CONTENTS])[0] >= least


def test_every_palette_that_is_offered_is_there_and_the_default_is_the_one_without_a_file():
    assert {key for key, _ in OURS} == set(LEAST)
    assert [shipped(key).name for key, _ in OURS] == [name for _, name in OURS]
    assert palette.class_colours(shipped("default")) == palette.class_colours()


def test_the_ranges_of_bytes_are_told_apart_by_everybody():
    table = palette.table("dominant")
    for offset in (0.15, 0.5, 0.85):
        rows = [
            0,
            255,
            palette.MIXED,
            *(round(a + offset * (b - a)) for a, b in ((1, 31), (32, 126), (128, 254))),
        ]
        colours = ["#{:02X}{:02X}{:02X}".format(*table[row, :3].tolist()) for row in rows]
        assert worst_pair(colours)[0] >= 8


def test_bytes_that_none_leads_are_neutral_and_7f_is_as_its_neighbour():
    cells = FactStore(3)
    for page, value in enumerate((0x7F, 0x7E, 0x41)):
        cells.put_uniform(PageRange(page, page + 1), PageClass.CONST, 0, value, 0, 1, value)
    found = palette.scheme_values(cells.cells(0, 0, 3, lead=True), "dominant")[0]
    assert found.tolist() == [0x7E, 0x7E, 0x41]
    assert palette.scheme_values(cells.cells(2, 0, 1, lead=True), "dominant")[0].tolist() == [palette.MIXED]


def test_ages_are_rows_of_a_logarithmic_scale():
    ages = np.array([np.inf, 0, 1, 3600, 30 * 86400, 1e9], np.float32)
    codes = palette.age_codes(ages).tolist()
    assert codes[:3] == [0, 1, 1]
    assert codes[4:] == [255, 255]
    places = {name: place for place, name in palette.ticks("age")}
    assert codes[3] == pytest.approx(1 + places["1 h"] * 254, abs=1)
