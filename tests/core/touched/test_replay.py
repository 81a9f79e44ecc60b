"""What the touches until a time say of the states of pages, against a plain walk."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from bytescope.core.touched.layers import Layer
from bytescope.core.touched.replay import LANES, advanced, standing
from bytescope.core.touched.touch import Touch
from core.touched.test_touches import listed, of, played, scripts


@given(scripts())
def test_the_last_touch_of_a_lane_counts_for_each_page(script):
    log, _ = played(script)
    touches = list(log)
    wanted: dict[Layer, set[int]] = {}
    for lane in LANES:
        last: dict[int, Touch] = {}
        for touched in touches:
            if touched.kind in lane:
                last |= dict.fromkeys(listed(touched.pages), touched.kind)
        for page, kind in last.items():
            wanted.setdefault(lane[kind], set()).add(page)
    assert {layer: listed(runs.runs()) for layer, runs in standing(touches).items()} == wanted


@given(scripts(), st.integers(0, 60))
def test_touches_added_are_as_all_from_the_beginning(script, cut):
    log, _ = played(script)
    touches = list(log)
    cut = min(cut, len(touches))
    assert advanced(standing(touches[:cut]), touches[cut:]) == standing(touches)


def test_every_kind_is_in_one_lane():
    assert sorted(kind.name for lane in LANES for kind in lane) == sorted(kind.name for kind in Touch)


def test_an_edit_that_was_saved_is_saved_and_undone_it_was_touched():
    from bytescope.core.touched.touches import TouchLog

    log = TouchLog()
    log.add(Touch.EDIT, of(1, 2, 3), 10.0)
    log.add(Touch.UNDO, of(3), 20.0)
    log.add(Touch.SAVE, of(1), 30.0)
    found = {layer: listed(runs.runs()) for layer, runs in standing(list(log)).items()}
    assert found == {Layer.EDITED: {2, 3}, Layer.SAVED: {1}}
