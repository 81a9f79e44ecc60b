"""The colours of the schemes."""

import numpy as np
import pytest

from bytescope.core.pages import palette, scales
from bytescope.core.pages.classes import PageClass
from bytescope.core.pages.facts import FactStore
from bytescope.core.ranges import PageRange


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
