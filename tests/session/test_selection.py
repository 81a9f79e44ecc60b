"""Selection and trail: what a caret move, an extension and a jump leave behind."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from bytescope.core.ranges import ByteRange
from bytescope.session.selection import Selection, Trail

PLACES = st.integers(0, 1 << 44)


@given(PLACES, PLACES, PLACES)
def test_extending_keeps_the_anchor(first: int, second: int, third: int) -> None:
    selection = Selection().moved(first).moved(second, extend=True).moved(third, extend=True)
    assert selection.anchor == first
    assert selection.caret == third
    assert selection.range == ByteRange(min(first, third), max(first, third))


@given(PLACES, PLACES)
def test_moving_without_extending_selects_nothing(first: int, second: int) -> None:
    selection = Selection().moved(first).moved(second, extend=True).moved(first)
    assert not selection.range
    assert selection.caret == selection.anchor == first


def test_selecting_a_range_puts_the_caret_at_its_start() -> None:
    selection = Selection().selecting(ByteRange(10, 20))
    assert (selection.caret, selection.anchor) == (10, 20)
    assert selection.moved(30, extend=True).range == ByteRange(20, 30)


def test_selection_is_cut_when_the_document_gets_shorter() -> None:
    selection = Selection().selecting(ByteRange(10, 200), caret=200).clamped(50)
    assert selection.range == ByteRange(10, 50)
    assert selection.caret == 50


def test_back_and_forward_walk_the_same_places() -> None:
    trail = Trail()
    trail.leave(1)
    trail.leave(2)
    assert trail.back(3) == 2
    assert trail.back(2) == 1
    assert trail.back(1) is None
    assert trail.forward() == 2
    assert trail.forward() == 3
    assert trail.forward() is None


def test_a_new_jump_forgets_what_lay_forward() -> None:
    trail = Trail()
    trail.leave(1)
    trail.leave(2)
    assert trail.back(3) == 2
    trail.leave(9)
    assert trail.forward() is None


def test_the_trail_is_bounded() -> None:
    trail = Trail()
    for place in range(3 * Trail.LIMIT):
        trail.leave(place)
    steps = 0
    while trail.back(0) is not None:
        steps += 1
    assert steps == Trail.LIMIT
