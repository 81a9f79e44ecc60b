"""Tabs, closing, searching, docks, themes, recent files: the window as a person uses it."""

from __future__ import annotations

import warnings
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QDockWidget,
    QPushButton,
    QTabBar,
    QWidget,
)
from pytestqt.qtbot import QtBot

from bytescope.core.ranges import PAGESIZE, ByteRange
from bytescope.ui.theme import apply_theme, is_dark
from bytescope.ui.widgets.steady_label import SteadyLabel
from bytescope.ui.window import Window
from helpers.driving import child, click, in_dialog, type_into
from helpers.files import noise_bytes, sparse_file
from helpers.walking import MakeWindow, Walker


@pytest.fixture
def walker(window: Window, qtbot: QtBot) -> Walker:
    return Walker(window, qtbot)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    file = tmp_path / "first.bin"
    file.write_bytes(noise_bytes(20 * PAGESIZE).replace(b"N", b"n"))
    return file


@pytest.fixture
def other(tmp_path: Path) -> Path:
    file = tmp_path / "second.bin"
    file.write_bytes(bytes(range(256)) * 64)
    return file


def titles(window: Window) -> list[str]:
    return [window.tabs.tabText(i) for i in range(window.tabs.count())]


# -- several files ----------------------------------------------------------------------------


def test_each_file_has_a_tab_with_its_state(walker: Walker, path: Path, other: Path) -> None:
    walker.open(path)
    walker.open(other)
    walker.session.write(0, b"x")
    assert titles(walker.window) == ["first.bin", "second.bin*"]
    assert walker.window.windowTitle() == "second.bin* — Bytescope"


def test_a_click_on_a_tab_shows_its_document(walker: Walker, path: Path, other: Path) -> None:
    walker.open(path)
    walker.open(other)
    bar = walker.window.tabs.tabBar()
    QTest.mouseClick(bar, Qt.MouseButton.LeftButton, pos=bar.tabRect(0).center())
    assert walker.session.name == "first.bin"
    assert walker.window.windowTitle() == "first.bin — Bytescope"


def test_the_button_of_a_tab_closes_it(walker: Walker, path: Path, other: Path) -> None:
    walker.open(path)
    walker.open(other)
    bar = walker.window.tabs.tabBar()
    button = bar.tabButton(0, QTabBar.ButtonPosition.RightSide) or bar.tabButton(
        0, QTabBar.ButtonPosition.LeftSide
    )
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert titles(walker.window) == ["second.bin"]


def test_ctrl_w_closes_down_to_the_start_page(walker: Walker, path: Path) -> None:
    walker.open(path)
    walker.keys("Ctrl+W")
    assert walker.window.start.isVisible()
    assert walker.window.windowTitle() == "Bytescope"
    assert not walker.window.actions_table["edits.fill"].isEnabled()


@pytest.mark.parametrize(
    ("answer", "left", "written"), [("save", 0, True), ("discard", 0, False), ("cancel", 1, False)]
)
def test_closing_with_unsaved_edits_asks(
    walker: Walker, path: Path, qtbot: QtBot, answer: str, left: int, written: bool
) -> None:
    walker.open(path)
    walker.session.write(0, b"unsaved")
    in_dialog(lambda: walker.keys("Ctrl+W"), lambda ask: click(ask, f"unsaved.{answer}"))
    qtbot.waitUntil(lambda: len(walker.window.views) == left)
    assert (path.read_bytes()[:7] == b"unsaved") == written


def test_selection_and_place_are_each_documents_own(walker: Walker, path: Path, other: Path) -> None:
    walker.open(path)
    walker.session.select(ByteRange(5, 9))
    walker.open(other)
    assert not walker.picked
    walker.window.tabs.setCurrentIndex(0)
    assert walker.picked == ByteRange(5, 9)
    assert "selected 0x4" in walker.window.status.picked.text()


def test_a_dropped_file_is_opened(walker: Walker, path: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    event = QDropEvent(
        QPointF(50, 50),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # newer Qt would have a QPointF, older has none
        enter = QDragEnterEvent(QPoint(50, 50), event.dropAction(), data, event.buttons(), event.modifiers())
    QApplication.sendEvent(walker.window, enter)
    assert enter.isAccepted()
    session = walker.opens(lambda: QApplication.sendEvent(walker.window, event))
    assert session.name == "first.bin"


def test_a_file_opened_last_is_opened_by_the_menu_and_by_the_start_page(
    make_window: MakeWindow, qtbot: QtBot, path: Path, tmp_path: Path
) -> None:
    settings = tmp_path / "settings.json"
    first = Walker(make_window(settings), qtbot)
    first.open(path)
    first.window.close()
    second = Walker(make_window(settings), qtbot)
    menu = second.window.menus["recent"]
    menu.aboutToShow.emit()
    assert [action.text() for action in menu.actions()] == [str(path)]
    session = second.opens(lambda: click(second.window, "start.recent.0"))
    assert session.name == "first.bin"


# -- searching --------------------------------------------------------------------------------


@pytest.fixture
def needles(walker: Walker, tmp_path: Path) -> Walker:
    """In front of 40 GiB of hole in which NEEDLE stands at three places."""
    places = [(p, b"NEEDLE") for p in (100, 20 << 30, (40 << 30) - 6)]
    walker.open(sparse_file(tmp_path / "haystack", 40 << 30, places))
    walker.keys("Ctrl+F")
    box = child(walker.view, "find.kind", QComboBox)
    assert isinstance(box, QComboBox)
    box.setCurrentIndex(box.findData("text"))
    type_into(walker.view, "find.pattern", "NEEDLE")
    return walker


def found(walker: Walker, act: str) -> int:
    """Press a key that searches, and wait for where it leads."""
    walker.keys(act)
    walker.qtbot.waitUntil(lambda: not walker.window.workspace.jobs.shown)
    return walker.picked.start


def test_find_next_goes_round_the_end(needles: Walker) -> None:
    assert [found(needles, "Return") for _ in range(4)] == [100, 20 << 30, (40 << 30) - 6, 100]


def test_find_previous_goes_round_the_beginning(needles: Walker) -> None:
    assert [found(needles, "Shift+Return") for _ in range(3)] == [(40 << 30) - 6, 20 << 30, 100]


def test_f3_goes_on_in_the_document(needles: Walker) -> None:
    found(needles, "Return")
    needles.keys("Escape", "F7")
    assert [found(needles, "F3"), found(needles, "Shift+F3")] == [20 << 30, 100]


def test_what_is_not_there_is_said(needles: Walker) -> None:
    type_into(needles.view, "find.pattern", "NOWHERE")
    needles.keys("Return")
    said = child(needles.view, "find.state")
    needles.qtbot.waitUntil(lambda: "Not found" in said.property("text"))


def test_a_search_is_stopped(walker: Walker, tmp_path: Path, qtbot: QtBot) -> None:
    walker.open(sparse_file(tmp_path / "slow", 1 << 20, [(0, noise_bytes(1 << 20))]))
    session = walker.session
    session.fill(ByteRange(0, 1), _endless())
    walker.keys("Ctrl+F")
    walker.window.workspace.jobs.run("hold the lane", _hold, lane="find")
    type_into(walker.view, "find.pattern", "DEAD")
    walker.keys("Return")
    click(walker.view, "find.cancel")
    said = child(walker.view, "find.state")
    qtbot.waitUntil(lambda: "stopped" in said.property("text"))
    walker.window.workspace.jobs.cancel("hold the lane")
    assert walker.caret == 0


def _endless():
    from bytescope.core.document.patterns import Repeat

    return Repeat(b"\0")


def _hold(ticket) -> None:
    import threading

    while True:
        ticket.check()
        threading.Event().wait(0.005)


def test_escape_in_the_find_bar_goes_back_to_the_bytes(needles: Walker) -> None:
    needles.keys("Escape")
    assert not child(needles.view, "find").isVisible()
    assert needles.view.hex.view.hasFocus()


# -- look -------------------------------------------------------------------------------------


def test_docks_stay_where_they_were_left(
    make_window: MakeWindow, qtbot: QtBot, path: Path, tmp_path: Path
) -> None:
    settings = tmp_path / "settings.json"
    first = Walker(make_window(settings), qtbot)
    first.open(path)
    dock = child(first.window, "dock.history", QDockWidget)
    assert not dock.isVisible()
    dock.toggleViewAction().trigger()
    first.window.close()
    second = make_window(settings)
    assert child(second, "dock.history", QDockWidget).isVisible()
    assert not child(second, "dock.page", QDockWidget).isVisible()


@pytest.mark.parametrize("kind", ["left", "tabbed", "floating"])
def test_docks_keep_area_size_and_tabs(
    make_window: MakeWindow, qtbot: QtBot, path: Path, tmp_path: Path, kind: str
) -> None:
    settings = tmp_path / "settings.json"
    first = Walker(make_window(settings), qtbot)
    first.open(path)
    pair = [child(first.window, f"dock.{name}", QDockWidget) for name in ("page", "history")]
    for dock in pair:
        first.window.addDockWidget(Qt.DockWidgetArea.LeftDockWidgetArea, dock)
        dock.show()
    if kind == "tabbed":
        first.window.tabifyDockWidget(*pair)
    elif kind == "floating":
        pair[1].setFloating(True)
        pair[1].setGeometry(100, 90, 333, 222)
    usual = pair[1].height()
    first.window.resizeDocks(pair[1:], [usual // 2], Qt.Orientation.Vertical)
    if kind == "left":
        qtbot.waitUntil(lambda: pair[1].height() < usual - 20)
    low = pair[1].height()
    first.window.close()
    second = make_window(settings)
    page, history = (child(second, f"dock.{name}", QDockWidget) for name in ("page", "history"))
    assert second.dockWidgetArea(page) == Qt.DockWidgetArea.LeftDockWidgetArea
    if kind == "left":
        qtbot.waitUntil(lambda: abs(history.height() - low) < 3)
    assert history.isFloating() == (kind == "floating")
    assert bool(second.tabifiedDockWidgets(page)) == (kind == "tabbed")
    if kind == "floating":
        assert history.geometry().getRect() == (100, 90, 333, 222)


def test_the_history_dock_goes_to_a_step(walker: Walker, path: Path) -> None:
    walker.open(path)
    child(walker.window, "dock.history", QDockWidget).show()
    old = walker.bytes(0, 4)
    for text in (b"1", b"2", b"3"):
        walker.session.write(0, text)
    steps = walker.window.findChild(QWidget, "history.list")
    place = steps.visualItemRect(steps.item(0)).center()
    QTest.mouseClick(steps.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert walker.bytes(0, 4) == old
    assert walker.session.document.redo_name is not None
    assert steps.count() == 4  # the undone steps can be clicked as well


def test_the_page_dock_shows_the_page_of_the_caret_at_once(walker: Walker, path: Path) -> None:
    walker.open(path)
    child(walker.window, "dock.page", QDockWidget).show()
    assert child(walker.window, "page.page").property("text") == "0 of 20"
    walker.click_page(7)
    assert child(walker.window, "page.page").property("text") == "7 of 20"


@pytest.fixture
def system_theme(qapp: QApplication):
    yield
    apply_theme(qapp, "system")


@pytest.mark.usefixtures("system_theme")
def test_the_theme_is_switched_and_kept(walker: Walker, path: Path, qtbot: QtBot) -> None:
    walker.open(path)
    for theme in ("dark", "light"):
        walker.window.actions_table[f"look.theme_{theme}"].trigger()
        qtbot.waitUntil(lambda: is_dark(walker.window.palette()) == (theme == "dark"))  # noqa: B023
        assert walker.window.workspace.settings.theme == theme
        assert walker.window.actions_table[f"look.theme_{theme}"].isChecked()


@pytest.mark.parametrize("scheme", ["entropy", "mean", "zeros"])
def test_a_scheme_changes_the_map(walker: Walker, path: Path, scheme: str) -> None:
    walker.open(path)
    before = walker.cell_colour(3)
    walker.window.actions_table[f"look.scheme_{scheme}"].trigger()
    assert walker.session.view.scheme == scheme
    assert walker.cell_colour(3) != before


def test_the_legend_counts_no_unread_page_when_the_survey_has_ended(walker: Walker, path: Path) -> None:
    session = walker.open(path)
    walker.qtbot.waitUntil(lambda: session.facts is not None and session.facts.known == 20)
    chips = {chip.cls.name: chip for chip in walker.map.legend.classes.chips}
    walker.qtbot.waitUntil(lambda: chips["UNREAD"].count == 0)
    assert chips["DENSE"].count == 20


def test_od_words_and_back(walker: Walker, other: Path) -> None:
    walker.open(other)
    plain = walker.session.view
    walker.window.actions_table["look.od"].trigger()
    assert (walker.session.view.group, walker.session.view.offset_base) == (2, "oct")
    assert walker.window.actions_table["look.od"].isChecked()
    walker.window.actions_table["look.od"].trigger()
    assert walker.session.view == plain


def test_the_split_between_map_and_bytes_is_kept(
    make_window: MakeWindow, qtbot: QtBot, path: Path, tmp_path: Path
) -> None:
    settings = tmp_path / "settings.json"
    first = Walker(make_window(settings), qtbot)
    first.open(path)
    first.view.splitter.moveSplitter(400, 1)
    sizes = first.view.splitter.sizes()
    first.window.close()
    # The screen of the tests is too small for the window: what was kept is compared, not what fits.
    kept = make_window(settings).workspace.settings.splitter
    assert kept == ",".join(map(str, sizes))


def test_the_strip_of_progress_shows_and_goes(walker: Walker, path: Path, qtbot: QtBot) -> None:
    walker.open(path)
    cancel = child(walker.window.status, "status.cancel", QPushButton)
    ticket = walker.window.workspace.jobs.run("Something long", _hold, shown=True)
    qtbot.waitUntil(cancel.isVisible)
    assert child(walker.window.status, "status.job", SteadyLabel).text().startswith("Something long")
    QTest.mouseClick(cancel, Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
    assert ticket.cancelled
    qtbot.waitUntil(lambda: not cancel.isVisible())
