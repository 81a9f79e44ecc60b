"""The scroll map is exact at its ends, monotone between them, and never leaves 32 bits."""

from hypothesis import given
from hypothesis import strategies as st

from bytescope.core.geometry.scroll import BAR_LIMIT, ScrollMap, WheelCount

TOTALS = st.one_of(st.integers(0, 300), st.integers(0, 2**31), st.integers(0, 2**60))
MAPS = st.builds(ScrollMap, TOTALS, st.integers(0, 500))


@given(MAPS)
def test_both_ends_of_the_bar_are_the_first_and_the_last_line(scroll):
    assert scroll.from_bar(0) == 0
    assert scroll.from_bar(scroll.bar_maximum) == scroll.last
    assert scroll.to_bar(0) == 0
    assert scroll.to_bar(scroll.last) == scroll.bar_maximum


@given(MAPS, st.integers(0, 2**60), st.integers(0, 2**60))
def test_a_later_position_never_has_a_smaller_value(scroll, a, b):
    low, high = sorted((a, b))
    assert scroll.to_bar(low) <= scroll.to_bar(high)


@given(MAPS, st.integers(0, BAR_LIMIT), st.integers(0, BAR_LIMIT))
def test_a_larger_value_never_has_an_earlier_position(scroll, a, b):
    low, high = sorted((a, b))
    assert scroll.from_bar(low) <= scroll.from_bar(high)


@given(MAPS, st.integers(0, 2**60))
def test_the_way_through_the_bar_errs_by_one_of_its_values_at_most(scroll, position):
    at = scroll.clamped(position)
    back = scroll.from_bar(scroll.to_bar(at))
    assert abs(back - at) <= scroll.last // BAR_LIMIT + 1
    if scroll.last <= BAR_LIMIT:
        assert back == at


@given(MAPS, st.integers(0, 2**60))
def test_values_fit_qt_and_only_the_ends_have_the_end_values(scroll, position):
    at = scroll.clamped(position)
    value = scroll.to_bar(at)
    assert 0 <= value <= scroll.bar_maximum <= BAR_LIMIT
    assert 1 <= scroll.bar_page <= BAR_LIMIT
    assert (value == 0) == (at == 0)
    assert (value == scroll.bar_maximum) == (at == scroll.last)


@given(MAPS, st.integers(0, 2**60), st.integers(-1000, 1000))
def test_steps_are_exact(scroll, position, lines):
    assert scroll.stepped(position, lines) == min(max(position + lines, 0), scroll.last)


def test_sixteen_tebibytes_of_rows_step_by_one():
    scroll = ScrollMap(2**40, 60)
    assert scroll.stepped(scroll.last, -1) == 2**40 - 61
    assert scroll.paged(0, 1) == 59
    assert scroll.paged(scroll.last, -1) == scroll.last - 59


@given(MAPS, st.integers(0, 2**60), st.integers(0, 2**60))
def test_a_revealed_line_is_in_sight(scroll, position, line):
    line = min(line, max(0, scroll.total - 1))
    start = scroll.revealed(scroll.clamped(position), line)
    assert 0 <= start <= scroll.last
    assert start <= line < start + max(1, scroll.visible)


def test_revealing_scrolls_no_more_than_needed():
    scroll = ScrollMap(1000, 30)
    assert scroll.revealed(100, 100) == 100
    assert scroll.revealed(100, 129) == 100
    assert scroll.revealed(100, 130) == 101
    assert scroll.revealed(100, 99) == 99


def test_a_far_line_is_put_at_a_third_of_the_height():
    assert ScrollMap(10_000, 30).revealed(0, 5000) == 4990


@given(st.lists(st.integers(1, 300), max_size=40))
def test_small_turns_of_a_wheel_add_up(angles):
    wheel = WheelCount(3)
    assert sum(wheel.turned(-angle) for angle in angles) == sum(angles) * 3 // 120


def test_turning_back_takes_effect_at_once():
    wheel = WheelCount(3)
    assert wheel.turned(-119) == 2
    assert wheel.turned(40) == -1
    assert wheel.turned(40) == -1


def test_fingers_move_by_their_pixels():
    wheel = WheelCount(3)
    assert wheel.moved(-40, 20) == 2
    assert wheel.moved(40, 20) == -2
    assert sum(wheel.moved(-1, 17) for _ in range(340)) == 20
