"""Two documents side by side, by keyboard and mouse; what is left when one goes; sessions that keep it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from bytescope.ui.area import Area
from bytescope.ui.document_view import DocumentView
from bytescope.ui.window import Window
from helpers.driving import child
from helpers.files import mixed_bytes
from helpers.walking import LEFT, NONE, MakeWindow, Walker

NAMES = ("one.bin", "two.bin", "three.bin")


def opened(window: Window, qtbot: QtBot, folder: Path, names: tuple[str, ...] = NAMES) -> Walker:
    walker = Walker(window, qtbot)
    for name in names:
        (folder / name).write_bytes(mixed_bytes(50 * 4096))
        walker.open(folder / name)
    qtbot.waitUntil(lambda: bool(window.menus["split"].actions()), timeout=20_000)
    walker.view.hex.setFocus()
    return walker


@pytest.fixture
def walker(window: Window, qtbot: QtBot, tmp_path: Path) -> Walker:
    window.resize(1400, 900)
    return opened(window, qtbot, tmp_path)


def sides(window: Window) -> list[list[str]]:
    """The names of the documents, one list a side."""
    return [[view.session.name for view in group.views] for group in window.area.groups]


def view_of(window: Window, name: str) -> DocumentView:
    return next(view for view in window.views if view.session.name == name)


def test_one_goes_to_the_other_side_and_back(walker: Walker) -> None:
    window = walker.window
    walker.keys("Ctrl+Shift+F6")
    assert sides(window) == [["one.bin", "two.bin"], ["three.bin"]]
    two, three = view_of(window, "two.bin"), view_of(window, "three.bin")
    assert two.isVisible()
    assert three.isVisible()
    assert two.width() > 300 < three.width()
    assert three.hex.view.hasFocus()
    assert window.current is three
    assert window.windowTitle().startswith("three.bin")
    walker.keys("Ctrl+F6")
    assert two.hex.view.hasFocus()
    assert window.current is two
    assert window.windowTitle().startswith("two.bin")
    walker.type("FF")
    assert two.session.document.modified
    assert not three.session.document.modified
    assert window.area.tabs.tabText(1) == "two.bin*"
    walker.keys("F6")
    assert two.map is not None
    assert two.map.isAncestorOf(walker.hands())
    walker.keys("F7", "Ctrl+Shift+F6")
    assert sides(window) == [["one.bin"], ["three.bin", "two.bin"]]
    walker.keys("Ctrl+Shift+F6", "Ctrl+F6", "Ctrl+Shift+F6")
    assert sides(window) == [["one.bin", "two.bin", "three.bin"]]
    assert three.hex.view.hasFocus()
    walker.keys("Ctrl+F6")
    assert walker.message().startswith("All documents are in one group")


def test_map_and_bytes_share_the_width_of_a_side_as_before(walker: Walker) -> None:
    window = walker.window
    window.resize(1900, 900)
    one, _, three = window.views
    for view in (one, three):
        view.set_split([900, 900])
    before = {view: share(view) for view in (one, three)}
    walker.keys("Ctrl+Shift+F6")
    walker.qtbot.waitUntil(lambda: three.width() < 1000 and abs(share(three) - before[three]) < 0.03)
    window.show_view(one)
    walker.qtbot.waitUntil(lambda: one.width() < 1000 and abs(share(one) - before[one]) < 0.03)
    window.actions_table["split.join"].trigger()
    walker.qtbot.waitUntil(lambda: one.width() > 1800 and abs(share(one) - before[one]) < 0.03)


def test_two_sides_want_less_room(walker: Walker) -> None:
    def least(view: DocumentView) -> int:
        assert view.map is not None
        return view.map.minimumWidth() + view.hex.minimumSizeHint().width()

    before = [least(view) for view in walker.window.views]
    walker.keys("Ctrl+Shift+F6")
    assert all(least(view) <= 500 for view in walker.window.views)
    walker.window.actions_table["split.join"].trigger()
    assert [least(view) for view in walker.window.views] == before


def share(view: DocumentView) -> float:
    """What the map has of the width."""
    return view.splitter.sizes()[0] / sum(view.splitter.sizes())


def test_the_mouse_says_which_side_is_in_use(walker: Walker) -> None:
    window = walker.window
    walker.keys("Ctrl+Shift+F6")
    two, three = view_of(window, "two.bin"), view_of(window, "three.bin")
    QTest.mouseClick(two.hex.view, LEFT, NONE, QPoint(200, 60))
    assert window.current is two
    assert window.area.second is not None
    bar = window.area.second.tabBar()
    QTest.mouseClick(bar, LEFT, NONE, bar.tabRect(0).center())
    assert window.current is three
    QTest.mouseClick(window.area.tabs.tabBar(), LEFT, NONE, window.area.tabs.tabBar().tabRect(0).center())
    assert window.current is view_of(window, "one.bin")
    bar = window.area.tabs.tabBar()
    place = bar.tabRect(1).center()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, bar.mapToGlobal(place))
    QApplication.sendEvent(bar, event)
    menu = child(window, "menu.tab")
    walker.qtbot.waitUntil(menu.isVisible)
    assert window.current is two
    menu.hide()  # type: ignore[attr-defined]
    window.actions_table["split.move"].trigger()
    assert sides(window) == [["one.bin"], ["three.bin", "two.bin"]]


def test_what_is_closed_or_joined_leaves_one_side(walker: Walker) -> None:
    window = walker.window
    walker.keys("Ctrl+Shift+F6")
    window.actions_table["files.close"].trigger()
    assert sides(window) == [["one.bin", "two.bin"]]
    assert window.current is view_of(window, "two.bin")
    walker.view.hex.setFocus()
    walker.keys("Ctrl+Shift+F6", "Ctrl+F6")
    window.actions_table["files.close"].trigger()  # the last of the first side
    assert sides(window) == [["two.bin"]]
    assert window.area.second is None
    walker.view.hex.setFocus()
    walker.keys("Ctrl+Shift+F6")
    assert walker.message().startswith("This is the only document")
    window.actions_table["files.close"].trigger()
    assert window.views == []
    assert window.start.isVisible()


def test_a_new_document_comes_to_the_side_in_use(walker: Walker, tmp_path: Path) -> None:
    walker.keys("Ctrl+Shift+F6")
    (tmp_path / "four.bin").write_bytes(b"4")
    walker.open(tmp_path / "four.bin")
    assert sides(walker.window) == [["one.bin", "two.bin"], ["three.bin", "four.bin"]]
    walker.window.actions_table["split.join"].trigger()
    assert sides(walker.window) == [["one.bin", "two.bin", "three.bin", "four.bin"]]
    assert walker.window.current is view_of(walker.window, "four.bin")
    assert walker.hands() is walker.view.hex.view


def test_a_session_has_both_sides_and_splits_again(
    make_window: MakeWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    first = make_window()
    first.resize(1400, 900)
    walker = opened(first, qtbot, tmp_path)
    walker.keys("Ctrl+Shift+F6", "Ctrl+\\", "Ctrl+F7")
    walker.session.set_caret(100_000)
    walker.keys("Ctrl+F6")  # two.bin, not three.bin
    first.area.setSizes([550, 850])
    shares = first.area.sizes()
    assert shares[0] < 600
    split = view_of(first, "three.bin").split
    assert split is not None
    wanted = [(place.first, place.selection.caret) for place in split.places]
    path = tmp_path / "work.bytescope"
    first.commands.sessions.save(str(path))
    qtbot.waitUntil(path.exists)
    assert [item.get("side", 0) for item in json.loads(path.read_text())["documents"]] == [0, 0, 1]
    second = make_window()
    second.resize(1400, 900)
    second.commands.sessions.open_file(str(path))
    qtbot.waitUntil(lambda: len(second.views) == 3 and not second.workspace.jobs.has("Session"))
    qtbot.waitUntil(lambda: second.area.second is not None)
    assert sides(second) == [["one.bin", "two.bin"], ["three.bin"]]
    assert second.current is view_of(second, "two.bin")
    assert second.area.sizes() == shares
    again = view_of(second, "three.bin").split
    assert again is not None
    assert again.way == "beside"
    assert [(place.first, place.selection.caret) for place in again.places] == wanted


def test_files_of_a_session_that_moved_are_found_or_asked_for(
    window: Window, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    walker = opened(window, qtbot, tmp_path)
    path = tmp_path / "work.bytescope"
    window.commands.sessions.save(str(path))
    qtbot.waitUntil(path.exists)
    for view in list(window.views):
        window.workspace.close(view.session)
    (tmp_path / "one.bin").rename(tmp_path / "renamed.bin")
    far = tmp_path / "a" / "b" / "c" / "d" / "e" / "f"
    far.mkdir(parents=True)
    for name in NAMES[1:]:
        (far / name).write_bytes((tmp_path / name).read_bytes())  # copies: nothing says that they are these
        (tmp_path / name).unlink()
    window.commands.sessions.open_file(str(path))
    qtbot.waitUntil(lambda: "not found" in walker.message())
    assert walker.message().startswith("2 files of the session were not found: “two.bin”, “three.bin”. Say")
    assert "“one.bin” is at" in walker.message()
    assert [view.session.name for view in window.views] == ["renamed.bin"]
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(far / "two.bin"), ""))
    strip = window.views[0].strip
    strip.focus_act("Locate…")
    walker.keys("Space")
    qtbot.waitUntil(lambda: len(window.views) == 3)
    assert [view.session.name for view in window.views] == ["renamed.bin", "two.bin", "three.bin"]


def test_the_line_of_the_side_in_use_is_painted(qtbot: QtBot) -> None:
    area = Area()
    qtbot.addWidget(area)
    assert area.groups == [area.tabs]
    assert area.current is None
    assert area.go_over() is None
    assert Qt.Orientation.Horizontal == area.orientation()
