"""Keys, wheel and scroll bar that move the caret or the view, up to the last byte of 16 TiB."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractSlider, QApplication

from bytescope.core.geometry.hex_grid import HexGrid
from bytescope.core.ranges import ByteRange
from bytescope.core.source.memory import ZeroSource
from bytescope.ui.hex.viewport import Viewport

Key = Qt.Key
Control, Shift, Alt = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)
HUGE = 2**44


@pytest.fixture
def huge(show):
    return show(ZeroSource(HUGE))


def turn(bench, notches, modifiers=Qt.KeyboardModifier.NoModifier, pixels=0):
    event = QWheelEvent(
        QPointF(50, 50),
        QPointF(50, 50),
        QPoint(0, pixels),
        QPoint(0, 120 * notches),
        Qt.MouseButton.NoButton,
        modifiers,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(bench.view, event)


def rows_in_sight(bench):
    return [line.row for line in bench.view.frame.lines[: bench.view.viewport.whole_lines]]


def test_arrows_go_by_byte_and_by_row(show, qtbot):
    bench = show()
    for key, at in ((Key.Key_Right, 1), (Key.Key_Down, 17), (Key.Key_Left, 16), (Key.Key_Up, 0)):
        qtbot.keyClick(bench.view, key)
        assert bench.selection.caret == at


def test_arrows_with_shift_select(show, qtbot):
    bench = show()
    bench.session.set_caret(5)
    qtbot.keyClick(bench.view, Key.Key_Right, Shift)
    qtbot.keyClick(bench.view, Key.Key_Down, Shift)
    assert bench.selected == (5, 22)
    qtbot.keyClick(bench.view, Key.Key_Home, Shift)
    assert bench.selected == (5, 16)
    qtbot.keyClick(bench.view, Key.Key_End, Shift)
    assert bench.selected == (5, 32)


def test_control_goes_by_group(show, qtbot):
    bench = show(group=4)
    qtbot.keyClick(bench.view, Key.Key_Right, Control)
    assert bench.selection.caret == 4


def test_tab_goes_to_the_other_column_and_back(show, qtbot):
    bench = show()
    bench.session.set_caret(3)
    qtbot.keyClick(bench.view, Key.Key_Tab)
    assert (bench.selection.column, bench.selection.caret) == ("text", 3)
    qtbot.keyClick(bench.view, Key.Key_Tab)
    assert bench.selection.column == "bytes"


def test_the_ends_of_sixteen_tebibytes_are_exact(huge, qtbot):
    qtbot.keyClick(huge.view, Key.Key_End, Control)
    assert huge.selection.caret == HUGE - 1
    assert rows_in_sight(huge)[-1] == 2**40 - 1
    qtbot.keyClick(huge.view, Key.Key_Home, Control)
    assert huge.selection.caret == 0
    assert huge.panel.first_offset == 0


def test_page_down_moves_view_and_caret_alike(huge, qtbot):
    huge.session.set_caret(5 * 16)
    page = huge.view.viewport.whole_lines - 1
    qtbot.keyClick(huge.view, Key.Key_PageDown)
    assert huge.view.viewport.first_row == page
    assert huge.selection.caret == (5 + page) * 16
    qtbot.keyClick(huge.view, Key.Key_PageUp)
    assert (huge.view.viewport.first_row, huge.selection.caret) == (0, 5 * 16)


def test_page_up_at_the_far_end_is_exact(huge, qtbot):
    qtbot.keyClick(huge.view, Key.Key_End, Control)
    first = huge.view.viewport.first_row
    page = huge.view.viewport.whole_lines - 1
    qtbot.keyClick(huge.view, Key.Key_PageUp)
    assert huge.view.viewport.first_row == first - page
    assert huge.selection.caret == HUGE - 1 - page * 16


def test_the_scroll_bar_reaches_the_first_and_the_last_row(huge):
    bar = huge.panel.findChild(QAbstractSlider, "hex.rows")
    bar.setSliderDown(True)
    bar.setSliderPosition(bar.maximum())
    assert rows_in_sight(huge)[-1] == 2**40 - 1
    bar.setSliderPosition(bar.minimum())
    assert rows_in_sight(huge)[0] == 0
    bar.setSliderDown(False)


def test_steps_of_the_scroll_bar_are_rows_and_pages(huge):
    bar = huge.panel.findChild(QAbstractSlider, "hex.rows")
    huge.panel.scroll_to(2**43)
    first = huge.view.viewport.first_row
    assert first == 2**39
    bar.triggerAction(QAbstractSlider.SliderAction.SliderSingleStepAdd)
    assert huge.view.viewport.first_row == first + 1
    bar.triggerAction(QAbstractSlider.SliderAction.SliderPageStepSub)
    assert huge.view.viewport.first_row == first + 1 - (huge.view.viewport.whole_lines - 1)
    bar.triggerAction(QAbstractSlider.SliderAction.SliderToMaximum)
    assert rows_in_sight(huge)[-1] == 2**40 - 1


def test_the_wheel_goes_three_rows_a_notch(huge):
    huge.panel.scroll_to(2**43)
    turn(huge, -1)
    assert huge.view.viewport.first_row == 2**39 + 3
    turn(huge, 2)
    assert huge.view.viewport.first_row == 2**39 - 3


def test_fingers_move_the_view_by_their_pixels(huge):
    turn(huge, -1, pixels=-round(huge.view.plan.metrics.line) * 5)
    assert huge.view.viewport.first_row == 5


def test_control_and_wheel_change_the_size_of_the_font(show, qtbot):
    bench = show()
    before = bench.panel.font_size
    with qtbot.waitSignal(bench.panel.font_size_changed):
        turn(bench, 1, Control)
    assert bench.panel.font_size == before + 1


def test_control_and_arrows_scroll_without_the_caret(huge, qtbot):
    qtbot.keyClick(huge.view, Key.Key_Down, Control)
    assert (huge.view.viewport.first_row, huge.selection.caret) == (1, 0)


def test_a_caret_set_far_away_is_shown_at_a_third_of_the_height(huge):
    huge.session.set_caret(2**43)
    lines = huge.view.viewport.whole_lines
    assert rows_in_sight(huge).index(2**39) == lines // 3


def test_a_caret_set_in_sight_scrolls_nothing(huge):
    huge.panel.scroll_to(2**43)
    huge.session.set_caret(2**43 + 32)
    assert huge.panel.first_offset == 2**43


def test_selecting_all_scrolls_nothing(huge, qtbot):
    huge.panel.scroll_to(2**43)
    qtbot.keyClick(huge.view, Key.Key_A, Control)
    assert huge.selected == (0, HUGE)
    assert huge.panel.first_offset == 2**43


def test_escape_clears_the_selection_and_is_then_the_windows(show, qtbot):
    bench = show()
    bench.session.select(ByteRange(1, 3))
    event = QKeyEvent(QKeyEvent.Type.KeyPress, Key.Key_Escape, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(bench.view, event)
    assert event.isAccepted()
    assert not bench.selection.range
    again = QKeyEvent(QKeyEvent.Type.KeyPress, Key.Key_Escape, Qt.KeyboardModifier.NoModifier)
    bench.view.event(again)
    assert not again.isAccepted()


@pytest.mark.parametrize("key", [Key.Key_Left, Key.Key_Right, Key.Key_Up, Key.Key_Down])
def test_arrows_with_alt_are_left_to_the_window(show, key):
    bench = show()
    bench.session.set_caret(20)
    event = QKeyEvent(QKeyEvent.Type.KeyPress, key, Alt)
    bench.view.event(event)
    assert not event.isAccepted()
    assert bench.selection.caret == 20


def test_single_keys_are_claimed_before_shortcuts_of_the_window(show):
    bench = show()
    for key, text, mine in ((Key.Key_N, "n", True), (Key.Key_Insert, "", True), (Key.Key_F3, "", False)):
        event = QKeyEvent(QKeyEvent.Type.ShortcutOverride, key, Qt.KeyboardModifier.NoModifier, text)
        event.ignore()
        bench.view.event(event)
        assert event.isAccepted() == mine


def test_a_narrower_view_keeps_the_byte_at_the_top(show):
    bench = show(ZeroSource(HUGE), columns=0, size=(1400, 500))
    wide = bench.view.grid.columns
    bench.panel.scroll_to(2**43)
    bench.panel.resize(600, 500)
    assert bench.view.grid.columns < wide
    assert bench.panel.first_offset == 2**43
    bench.panel.resize(1400, 500)
    assert bench.panel.first_offset == 2**43


def test_fixed_columns_scroll_sideways_to_the_caret(show, qtbot):
    bench = show(columns=64, size=(500, 400))
    assert bench.view.plan.overflow > 0
    qtbot.keyClick(bench.view, Key.Key_End)
    x = bench.view.plan.x(bench.view.frame.caret.bytes_x)
    assert bench.view.plan.edge <= x <= bench.view.width()
    qtbot.keyClick(bench.view, Key.Key_Home)
    assert bench.view.plan.shift == 0


def test_with_folded_rows_a_step_is_what_is_seen(show):
    bench = show(b"A" * 16 + bytes(16 * 200) + b"B" * 16 * 40, fold=True)
    rows = [(line.row, line.folded) for line in bench.view.frame.lines[:4]]
    assert rows == [(0, 0), (1, 0), (2, 199), (201, 0)]
    bench.view.step(2)
    assert bench.view.viewport.first_row == 200
    bench.view.step(-1)
    assert bench.view.viewport.first_row == 1


def test_the_description_says_where_the_caret_is(show, qtbot):
    bench = show(bytes(0x1000) + b"\xde" + bytes(255 * 0x1000 - 1))
    bench.session.set_caret(0x1000)
    assert bench.view.accessibleDescription() == "Offset 0x1000, byte DE, page 1 of 256"


def test_a_caret_in_sight_stays_in_sight_where_it_becomes_lower():
    viewport = Viewport()
    grid = HexGrid(16, size=1600)
    viewport.fit(grid, 40, 0)
    viewport.fit(grid, 10, 30 * 16)
    assert viewport.first_row == 21
    viewport.fit(grid, 40, 30 * 16)
    assert viewport.first_row == 0
    viewport.fit(grid, 10, 90 * 16)
    assert viewport.first_row == 0
