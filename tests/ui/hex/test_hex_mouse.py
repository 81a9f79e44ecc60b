"""Clicks and drags select what is under the pointer."""

import pytest
from PySide6.QtCore import QPoint, Qt

from bytescope.core.geometry.hex_grid import Place

LEFT, RIGHT = Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton
SHIFT = Qt.KeyboardModifier.ShiftModifier


def point(bench, offset, column="bytes", digit=0):
    """The middle of a digit or character on the screen."""
    view = bench.view
    place = Place(offset, digit, column)
    line = view.frame.line_of(view.grid.row_of(offset))
    return view.plan.rect(line, view.grid.caret_x(place), 1).center().toPoint()


@pytest.mark.parametrize(("column", "digit"), [("bytes", 0), ("bytes", 1), ("text", 0)])
def test_a_click_puts_the_caret_on_the_digit(show, qtbot, column, digit):
    bench = show()
    qtbot.mouseClick(bench.view, LEFT, pos=point(bench, 37, column, digit))
    selection = bench.selection
    assert (selection.caret, selection.column, selection.digit) == (37, column, digit)
    assert not selection.range


def test_a_shift_click_selects_up_to_it(show, qtbot):
    bench = show()
    qtbot.mouseClick(bench.view, LEFT, pos=point(bench, 5))
    qtbot.mouseClick(bench.view, LEFT, SHIFT, pos=point(bench, 40))
    assert bench.selected == (5, 41)
    qtbot.mouseClick(bench.view, LEFT, SHIFT, pos=point(bench, 2))
    assert bench.selected == (2, 5)


@pytest.mark.parametrize(("begin", "end"), [(5, 40), (40, 5)])
def test_a_drag_selects_both_ends_included(show, qtbot, begin, end):
    bench = show()
    qtbot.mousePress(bench.view, LEFT, pos=point(bench, begin, "text"))
    qtbot.mouseMove(bench.view, point(bench, 20, "text"))
    qtbot.mouseMove(bench.view, point(bench, end, "text"))
    qtbot.mouseRelease(bench.view, LEFT, pos=point(bench, end, "text"))
    assert bench.selected == (5, 41)
    assert bench.selection.caret == (41 if begin < end else 5)


def test_a_drag_takes_whole_little_endian_words(show, qtbot):
    bench = show(group=4, byteorder="little")
    qtbot.mousePress(bench.view, LEFT, pos=point(bench, 0))
    qtbot.mouseMove(bench.view, point(bench, 8))
    qtbot.mouseRelease(bench.view, LEFT, pos=point(bench, 8))
    assert bench.selected == (0, 12)


def test_a_drag_inside_one_byte_selects_nothing(show, qtbot):
    bench = show()
    qtbot.mousePress(bench.view, LEFT, pos=point(bench, 3))
    qtbot.mouseMove(bench.view, point(bench, 3, digit=1))
    qtbot.mouseRelease(bench.view, LEFT, pos=point(bench, 3, digit=1))
    assert not bench.selection.range


def test_a_double_click_selects_the_unit_and_a_third_one_the_row(show, qtbot):
    bench = show(group=4)
    at = point(bench, 22)
    qtbot.mouseDClick(bench.view, LEFT, pos=at)
    assert bench.selected == (20, 24)
    qtbot.mousePress(bench.view, LEFT, pos=at)
    assert bench.selected == (16, 32)


def test_a_drag_below_the_view_scrolls_on(show, qtbot):
    bench = show(bytes(65536))
    qtbot.mousePress(bench.view, LEFT, pos=point(bench, 0))
    qtbot.mouseMove(bench.view, QPoint(200, bench.view.height() + 30))
    qtbot.waitUntil(lambda: bench.view.viewport.first_row > 10)
    qtbot.mouseRelease(bench.view, LEFT, pos=QPoint(200, bench.view.height() + 30))
    start, end = bench.selected
    assert start == 0
    assert end > bench.view.viewport.first_row * 16


def test_a_right_click_keeps_the_selection_under_it(show, qtbot):
    bench = show()
    qtbot.mousePress(bench.view, LEFT, pos=point(bench, 5))
    qtbot.mouseMove(bench.view, point(bench, 20))
    qtbot.mouseRelease(bench.view, LEFT, pos=point(bench, 20))
    qtbot.mouseClick(bench.view, RIGHT, pos=point(bench, 8))
    assert bench.selected == (5, 21)
    qtbot.mouseClick(bench.view, RIGHT, pos=point(bench, 60))
    assert (bench.selection.caret, bool(bench.selection.range)) == (60, False)


def test_a_click_below_the_last_row_goes_to_the_end(show, qtbot):
    bench = show(bytes(20))
    qtbot.mouseClick(bench.view, LEFT, pos=QPoint(bench.view.width() - 5, bench.view.height() - 5))
    assert bench.selection.caret == 20
