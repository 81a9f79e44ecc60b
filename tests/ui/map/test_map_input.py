"""Mouse, wheel and keys on the map, with real events."""

from functools import partial

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QAction, QContextMenuEvent, QKeySequence, QMouseEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMainWindow

from bytescope.core.pages.run_set import RunSet
from bytescope.core.ranges import PAGESIZE, ByteRange, PageRange
from bytescope.core.touched.layers import Layer
from bytescope.core.touched.state_runs import StateRuns
from bytescope.session.states.layers import LayerState
from bytescope.ui.map.mouse import Rest
from bytescope.ui.map.panel import MapPanel
from helpers.map_session import MapSession

LEFT, MIDDLE = Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton
NONE, SHIFT, CONTROL = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
)


class Desk:
    """A shown map and the means to act on its cells."""

    def __init__(self, qtbot, pages, layout="rows"):
        self.qtbot = qtbot
        self.session = MapSession(pages)
        self.session.set_look(layout=layout)
        self.panel = MapPanel(self.session)
        qtbot.addWidget(self.panel)
        self.panel.resize(640, 520)
        self.panel.show()
        qtbot.waitExposed(self.panel)
        self.target = self.panel.surface.viewport()
        self.panel.surface.setFocus()
        qtbot.waitUntil(self.panel.surface.hasFocus)

    @property
    def view(self):
        return self.panel.map_view

    @property
    def pages(self):
        return self.session.selection.range.pages

    def point(self, cell):
        x, y, width, height = self.view.rect_of(cell)
        return QPoint(x + width // 2, y + height // 2)

    def click(self, cell, modifiers=NONE):
        QTest.mouseClick(self.target, LEFT, modifiers, self.point(cell))

    def move(self, point, buttons=Qt.MouseButton.NoButton):
        place = QPointF(point)
        event = QMouseEvent(
            QMouseEvent.Type.MouseMove,
            place,
            self.target.mapToGlobal(place),
            Qt.MouseButton.NoButton,
            buttons,
            NONE,
        )
        QApplication.sendEvent(self.target, event)

    def drag(self, start, end, button=LEFT):
        QTest.mousePress(self.target, button, NONE, start)
        self.move((start + end) / 2, button)
        self.move(end, button)

    def wheel(self, point, angle=0, pixels=0, modifiers=NONE, phase=Qt.ScrollPhase.NoScrollPhase):
        place = QPointF(point)
        event = QWheelEvent(
            place, self.target.mapToGlobal(place), QPoint(0, pixels), QPoint(0, angle),
            Qt.MouseButton.NoButton, modifiers, phase, False,
        )  # fmt: skip
        QApplication.sendEvent(self.target, event)

    def key(self, key, modifiers=NONE):
        QTest.keyClick(self.panel.surface, key, modifiers)

    def caret_page(self):
        return self.session.selection.caret / PAGESIZE


@pytest.fixture
def desk(qtbot):
    return Desk(qtbot, 1000)


@pytest.fixture
def deep(qtbot):
    """A large document, zoomed so far that a cell is a page and much is out of view."""
    desk = Desk(qtbot, 2**20)
    desk.panel.model.zoom(20, 300, 200)
    desk.panel.model.scroll_to(3000)
    return desk


# --- mouse


def test_a_click_puts_the_caret_on_the_first_byte_of_the_cell(desk):
    desk.click(123)
    assert desk.session.selection.caret == 123 * PAGESIZE
    assert not desk.session.selection.range
    assert desk.panel.surface.hasFocus()


@pytest.mark.parametrize("layout", ["hilbert", "zorder"])
def test_a_click_finds_its_cell_in_every_layout(qtbot, layout):
    desk = Desk(qtbot, 1000, layout)
    desk.click(321)
    assert desk.caret_page() == 321


def test_a_click_beside_the_cells_does_nothing(desk):
    desk.click(50)
    QTest.mouseClick(desk.target, LEFT, NONE, QPoint(5, desk.target.height() - 2))
    assert desk.caret_page() == 50


def test_a_click_does_not_scroll(deep):
    top = deep.view.top
    deep.click(deep.view.cell_in(3, top + deep.view.shown_rows - 1))
    assert deep.view.top == top


def test_a_drag_selects_whole_pages_down_and_up(desk):
    desk.drag(desk.point(10), desk.point(75))
    assert desk.pages == PageRange(10, 76)
    assert desk.session.selection.range == ByteRange(10 * PAGESIZE, 76 * PAGESIZE)
    assert desk.panel.model.caret_page == 75
    QTest.mouseRelease(desk.target, LEFT, NONE, desk.point(75))
    desk.drag(desk.point(75), desk.point(10))
    assert desk.pages == PageRange(10, 76)
    assert desk.panel.model.caret_page == 10


def test_a_tiny_drag_is_a_click(desk):
    start = desk.point(10)
    QTest.mousePress(desk.target, LEFT, NONE, start)
    desk.move(start + QPoint(1, 1), LEFT)
    assert not desk.session.selection.range


def test_the_last_page_may_be_short(qtbot):
    desk = Desk(qtbot, 100)
    desk.session.size -= 4000
    desk.drag(desk.point(90), desk.point(99))
    assert desk.session.selection.range == ByteRange(90 * PAGESIZE, 100 * PAGESIZE - 4000)


@pytest.mark.parametrize(("first", "second"), [(20, 50), (50, 20)])
def test_shift_click_extends_from_the_caret_in_both_directions(desk, first, second):
    desk.click(first)
    desk.click(second, SHIFT)
    assert desk.pages == PageRange(20, 51)
    desk.click(35, SHIFT)
    assert desk.pages == PageRange(min(first, 35), max(first, 35) + 1)


def test_dragging_below_the_map_scrolls_and_selects(deep):
    top = deep.view.top
    start = deep.view.cell_in(0, top + 2)
    deep.drag(deep.point(start), QPoint(100, deep.target.height() + 40))
    deep.qtbot.waitUntil(lambda: deep.view.top > top + 3)
    QTest.mouseRelease(deep.target, LEFT, NONE, QPoint(100, deep.target.height() + 40))
    assert deep.pages.first == deep.view.pages_of(start).first
    assert deep.pages.end > deep.view.pages_of(deep.view.cell_in(0, deep.view.top)).first
    assert not deep.panel.mouse._auto.isActive()


def test_double_click_zooms_one_step_about_the_pointer(qtbot):
    desk = Desk(qtbot, 2**20)
    level, place = desk.view.level, QPoint(200, 150)
    page = desk.view.page_at(200, 150)
    QTest.mouseDClick(desk.target, LEFT, NONE, place)
    assert desk.view.level == level - 1
    assert page in desk.view.visible_pages
    line = 150 // desk.view.cell_height
    assert desk.view.row_of(desk.view.cell_of(page)) - desk.view.top == line


def test_middle_drag_pans(deep):
    top, height = deep.view.top, deep.view.cell_height
    deep.drag(QPoint(200, 50), QPoint(200, 50 + 3 * height), MIDDLE)
    assert deep.view.top == top - 3
    QTest.mouseRelease(deep.target, MIDDLE, NONE, QPoint(200, 50))
    assert deep.target.cursor().shape() == Qt.CursorShape.ArrowCursor


def test_space_drag_pans_and_selects_nothing(deep):
    top, height = deep.view.top, deep.view.cell_height
    QTest.keyPress(deep.panel.surface, Qt.Key.Key_Space)
    deep.drag(QPoint(200, 20 + 2 * height), QPoint(200, 20))
    QTest.mouseRelease(deep.target, LEFT, NONE, QPoint(200, 20))
    QTest.keyRelease(deep.panel.surface, Qt.Key.Key_Space)
    assert deep.view.top == top + 2
    assert not deep.session.selection.range
    assert not deep.panel.mouse.panning_key


def test_the_wheel_zooms_about_the_pointer_and_back_to_the_whole(qtbot):
    desk = Desk(qtbot, 2**20)
    whole = desk.view
    desk.wheel(QPoint(300, 200), 120)
    assert desk.view.level == whole.level - 1
    desk.wheel(QPoint(300, 200), 60)
    assert desk.view.level == whole.level - 1
    desk.wheel(QPoint(300, 200), 60)
    assert desk.view.level == whole.level - 2
    for _ in range(4):
        desk.wheel(QPoint(300, 200), -120)
    assert desk.view == whole


def test_shift_wheel_and_fingers_pan(deep):
    top, height = deep.view.top, deep.view.cell_height
    deep.wheel(QPoint(100, 100), -120, modifiers=SHIFT)
    assert deep.view.top == top + 3
    deep.wheel(QPoint(100, 100), -10, pixels=-2 * height, phase=Qt.ScrollPhase.ScrollUpdate)
    assert deep.view.top == top + 5
    level = deep.view.columns
    deep.wheel(QPoint(100, 100), 120, pixels=5, modifiers=CONTROL, phase=Qt.ScrollPhase.ScrollUpdate)
    assert deep.view.columns <= level


def test_hovering_tells_about_the_cell_and_leaving_is_told(desk):
    with desk.qtbot.waitSignal(desk.panel.hovered) as told:
        desk.move(desk.point(42))
    assert told.args[0] == "Page 42 · 0x2A000–0x2AFFF · text · entropy 4.53 bits · zeros 3 %"
    assert desk.panel.readout.text() == told.args[0]
    with desk.qtbot.waitSignal(desk.panel.hovered) as told:
        QApplication.sendEvent(desk.panel.surface, QEvent(QEvent.Type.Leave))
    assert told.args[0] == ""


def test_a_right_click_asks_for_a_menu_at_the_pointer(desk):
    desk.click(3)
    place = desk.point(77)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, desk.target.mapToGlobal(place))
    with desk.qtbot.waitSignal(desk.panel.menu_wished) as asked:
        QApplication.sendEvent(desk.target, event)
    assert asked.args[0] == desk.target.mapToGlobal(place)
    assert desk.caret_page() == 77


def test_a_right_click_keeps_the_selection_it_is_on(desk):
    desk.session.select(ByteRange(70 * PAGESIZE, 90 * PAGESIZE))
    place = desk.point(77)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, desk.target.mapToGlobal(place))
    QApplication.sendEvent(desk.target, event)
    assert desk.pages == PageRange(70, 90)


# --- keys


@pytest.mark.parametrize(
    ("key", "away"),
    [(Qt.Key.Key_Right, 1), (Qt.Key.Key_Left, -1), (Qt.Key.Key_Down, 32), (Qt.Key.Key_Up, -32)],
)
def test_arrows_move_by_cell_and_row(desk, key, away):
    assert desk.view.columns == 32
    desk.click(200)
    desk.key(key)
    assert desk.caret_page() == 200 + away


def test_home_end_and_the_borders(desk):
    desk.key(Qt.Key.Key_End)
    assert desk.caret_page() == 999
    desk.key(Qt.Key.Key_Right)
    desk.key(Qt.Key.Key_Down)
    assert desk.caret_page() == 999
    desk.click(980)
    desk.key(Qt.Key.Key_Down)
    assert desk.caret_page() == 999
    desk.key(Qt.Key.Key_Home)
    desk.key(Qt.Key.Key_Left)
    desk.key(Qt.Key.Key_Up)
    assert desk.caret_page() == 0


def test_page_down_goes_a_screen_and_the_map_follows(deep):
    deep.click(deep.view.cell_in(2, deep.view.top))
    row = deep.view.row_of(deep.view.cell_of(deep.panel.model.caret_page))
    deep.key(Qt.Key.Key_PageDown)
    now = deep.view.row_of(deep.view.cell_of(deep.panel.model.caret_page))
    assert now - row == deep.view.full_rows - 1
    deep.key(Qt.Key.Key_PageDown)
    assert deep.view.top <= now + deep.view.full_rows - 1 < deep.view.top + deep.view.full_rows


@pytest.mark.parametrize("layout", ["hilbert", "zorder"])
def test_arrows_go_where_they_point_on_a_curve(qtbot, layout):
    desk = Desk(qtbot, 1000, layout)
    desk.click(desk.view.cell_in(5, 5))
    for key, place in ((Qt.Key.Key_Right, (6, 5)), (Qt.Key.Key_Down, (6, 6)), (Qt.Key.Key_Left, (5, 6))):
        desk.key(key)
        assert desk.view.place_of(int(desk.caret_page())) == place


def test_shift_extends_and_comes_back(desk):
    desk.click(200)
    for _ in range(3):
        desk.key(Qt.Key.Key_Right, SHIFT)
    assert desk.pages == PageRange(200, 204)
    for _ in range(5):
        desk.key(Qt.Key.Key_Left, SHIFT)
    assert desk.pages == PageRange(198, 201)
    desk.key(Qt.Key.Key_Right)
    assert not desk.session.selection.range
    assert desk.caret_page() == 199


def test_zoom_keys(qtbot):
    desk = Desk(qtbot, 2**20)
    whole = desk.view
    desk.key(Qt.Key.Key_Plus, SHIFT)
    desk.key(Qt.Key.Key_Plus)
    assert desk.view.level == whole.level - 2
    desk.key(Qt.Key.Key_Minus)
    assert desk.view.level == whole.level - 1
    desk.key(Qt.Key.Key_Equal)
    desk.key(Qt.Key.Key_0)
    assert desk.view == whole


def test_n_and_p_go_to_the_edited_pages(desk):
    desk.session.edit(3, 700)
    places = []
    for key in (Qt.Key.Key_N, Qt.Key.Key_N, Qt.Key.Key_P):
        desk.key(key)
        places.append(desk.session.selection.caret // PAGESIZE)
    assert places == [3, 700, 3]


def test_n_goes_to_the_pages_of_the_state_that_is_shown_alone(desk):
    desk.session.edit(3)
    desk.session.layers.put(Layer.RESIDENT, LayerState(runs=StateRuns.of(RunSet.of([PageRange(40, 42)]))))
    desk.session.layers.show_alone(Layer.RESIDENT)
    places = []
    for _ in range(3):
        desk.key(Qt.Key.Key_N)
        places.append(desk.session.selection.caret // PAGESIZE)
    assert places == [40, 41, 41]


def test_alt_and_a_click_go_to_the_first_edited_page_of_the_cell(qtbot):
    desk = Desk(qtbot, 2**20)
    page, cell = 5 * desk.view.pages_per_cell, desk.view.pages_per_cell
    desk.session.edit(page, page + 2, page + cell, page + 20 * cell)
    before = desk.view
    desk.click(5, Qt.KeyboardModifier.AltModifier)
    assert desk.session.selection.caret == page * PAGESIZE
    assert desk.view == before
    with qtbot.waitSignal(desk.session.told) as told:
        desk.click(9, Qt.KeyboardModifier.AltModifier)
    assert told.args == ["info", "No page of this cell has unsaved edits."]


def test_return_enters_the_bytes(desk):
    with desk.qtbot.waitSignal(desk.panel.entered):
        desk.key(Qt.Key.Key_Return)


def test_the_map_s_keys_win_over_shortcuts_and_others_pass(qtbot):
    window = QMainWindow()
    qtbot.addWidget(window)
    done = []

    def note(keys, checked=False):
        done.append(keys)

    for keys in ("N", "Ctrl+N"):
        action = QAction(keys, window)
        action.setShortcut(QKeySequence(keys))
        action.triggered.connect(partial(note, keys))
        window.addAction(action)
    session = MapSession(100)
    session.edit(5)
    panel = MapPanel(session, window)
    window.setCentralWidget(panel)
    window.show()
    panel.setFocus()
    qtbot.waitUntil(panel.surface.hasFocus)
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_N)
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_N, CONTROL)
    assert (session.selection.caret, done) == (5 * PAGESIZE, ["Ctrl+N"])


@pytest.mark.parametrize(
    "key",
    [Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_PageDown, Qt.Key.Key_End, Qt.Key.Key_0, Qt.Key.Key_Plus],
)
def test_an_empty_document_takes_every_key_and_click(qtbot, key):
    desk = Desk(qtbot, 0)
    desk.key(key)
    desk.key(key, SHIFT)
    desk.drag(QPoint(50, 50), QPoint(90, 90))
    desk.wheel(QPoint(50, 50), 120)
    QTest.mouseRelease(desk.target, LEFT, NONE, QPoint(90, 90))
    assert desk.session.selection.caret == 0


def test_a_rest_is_kept_and_turning_round_drops_it():
    rest = Rest(120)
    assert [rest.add(50), rest.add(50), rest.add(50), rest.add(-60), rest.add(-60)] == [0, 0, 1, 0, -1]
