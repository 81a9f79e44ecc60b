"""Marks stand off every content, and the ramp of a state off every grey, in every colour vision."""

import numpy as np
import pytest

from bytescope.core.geometry.inks import STATES, Inks
from bytescope.core.geometry.marks import (
    SMALL_GREYS,
    SMALL_STEPS,
    STEPS,
    opacity,
    small_palette,
    state_palette,
)
from bytescope.core.pages.classes import PageClass
from bytescope.core.pages.palette import table
from bytescope.core.touched.layers import Layer
from helpers.vision import VISIONS, contrast, difference

INKS = Inks()


def test_the_difference_is_that_of_the_standard():
    # Sharma's reference pairs are in Lab; these are the ends of the scale, and a published sRGB pair.
    assert difference((255, 255, 255), (0, 0, 0)) == pytest.approx(100, abs=0.01)
    assert difference((10, 20, 30), (10, 20, 30)) == 0
    assert difference((255, 0, 0), (0, 255, 0)) == pytest.approx(86.61, abs=0.05)
    assert difference((0, 0, 255), (0, 255, 0)) == pytest.approx(83.19, abs=0.05)


@pytest.mark.parametrize("vision", VISIONS)
@pytest.mark.parametrize("layer", Layer)
def test_each_mark_or_its_edge_stands_off_each_content(vision, layer):
    ink = INKS.bright if layer is Layer.EDITED else STATES[layer]
    assert contrast(ink, INKS.deep, vision) >= 7
    for cls in PageClass:
        content = table("content")[cls]
        best = max(contrast(ink, content, vision), contrast(INKS.deep, content, vision))
        assert best >= 2.5, cls


@pytest.mark.parametrize("scheme", ["entropy", "mean", "zeros"])
@pytest.mark.parametrize("vision", VISIONS)
def test_they_stand_off_each_value_as_well(vision, scheme):
    content = table(scheme)[:, None]
    inks = np.array([STATES[layer] for layer in Layer])
    off = np.maximum(contrast(content, inks[None], vision), contrast(content, INKS.deep, vision))
    assert off.min() >= 2.5


def test_any_share_is_seen_and_only_all_of_it_in_full():
    shares = [opacity(step) for step in range(1, STEPS + 1)]
    assert shares[0] >= 0.35
    assert shares == sorted(shares)
    assert [share == 1 for share in shares] == [False] * (STEPS - 1) + [True]


@pytest.mark.parametrize("vision", VISIONS)
def test_the_ramp_stands_off_all_greys(vision):
    colours = state_palette().reshape(16, STEPS + 1, 4)
    greys, states = colours[:, 0], colours[:, 1:].reshape(-1, 4)
    off = difference(states[:, None], greys[None], vision)
    assert off.min() >= 15


@pytest.mark.parametrize("vision", VISIONS)
def test_the_ramp_goes_one_way(vision):
    colours = state_palette().reshape(16, STEPS + 1, 4)[:, 1:]
    apart = difference(colours[:, :-1], colours[:, 1:], vision)
    assert apart.min() >= 2
    assert difference(colours[:, 0], colours[:, -1], vision).min() >= 30


@pytest.mark.parametrize("vision", VISIONS)
def test_small_cells_in_a_state_stand_off_those_in_none(vision):
    colours = small_palette(INKS.states)
    greys, states = (
        colours[:SMALL_GREYS],
        colours[SMALL_GREYS:][: len(Layer) * SMALL_STEPS].reshape(-1, SMALL_STEPS, 4),
    )
    off = difference(states.reshape(-1, 4)[:, None], greys[None], vision)
    assert off.min() >= 10
