"""Searches and replacements through the real window, by the keyboard."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QComboBox, QLabel, QTableView
from pytestqt.qtbot import QtBot

from bytescope.core.ranges import ByteRange
from bytescope.core.touched.layers import Layer
from bytescope.session.search.found_list import found_of
from bytescope.ui.window import Window
from helpers.driving import child, choose, type_into
from helpers.files import sparse_file
from helpers.walking import MakeWindow, Walker

PLACES = (100, 70_000, 20 << 30, (40 << 30) - 6)


@pytest.fixture
def walker(window: Window, qtbot: QtBot) -> Walker:
    return Walker(window, qtbot)


@pytest.fixture
def haystack(walker: Walker, tmp_path: Path) -> Walker:
    """In front of 40 GiB of hole in which Needle stands at some places."""
    walker.open(sparse_file(tmp_path / "haystack", 40 << 30, [(place, b"Needle") for place in PLACES]))
    return walker


def settled(walker: Walker) -> None:
    walker.qtbot.waitUntil(lambda: not walker.window.workspace.jobs.shown)


def state(walker: Walker) -> str:
    return str(child(walker.view, "find.state", QLabel).full_text())


def test_all_hits_of_any_case_by_the_keyboard(haystack: Walker, qtbot: QtBot) -> None:
    haystack.keys("Ctrl+F")
    choose(haystack.view, "find.kind", "Text")
    haystack.view.finding.bar.fields.pattern.setFocus()
    haystack.type("nEEDLE")
    child(haystack.view, "find.fold").setFocus()
    haystack.keys("Space")
    haystack.view.finding.bar.fields.pattern.setFocus()
    haystack.keys("Ctrl+Return")
    settled(haystack)
    assert "4 hits" in state(haystack)
    assert haystack.window.docks.dock("found").isVisible()
    table = child(haystack.window, "found.table", QTableView)
    assert isinstance(table, QTableView)
    qtbot.waitUntil(lambda: table.model().rowCount() == 4)
    haystack.keys("Ctrl+Alt+G")
    assert table.hasFocus()
    haystack.keys("Down", "Down")
    assert haystack.picked == ByteRange.of(PLACES[1], 6) or haystack.picked == ByteRange.of(PLACES[2], 6)
    haystack.keys("F7", "F3")
    settled(haystack)
    assert table.currentIndex().row() in (2, 3)
    assert Layer.FOUND in haystack.session.layers.shown


def test_a_pattern_that_does_not_parse_is_marked_at_its_character(haystack: Walker) -> None:
    haystack.keys("Ctrl+F")
    haystack.type("DE ?D ZZ")
    haystack.keys("Return")
    assert state(haystack).startswith("⚠ Character 7: “Z” is not a hex digit")
    assert haystack.view.finding.bar.fields.pattern.selectedText() == "Z"
    choose(haystack.view, "find.kind", "Expression")
    type_into(haystack.view, "find.pattern", "(a|b")
    haystack.keys("Return")
    assert "not closed" in state(haystack)


def test_replacing_all_and_undo(haystack: Walker) -> None:
    haystack.keys("Ctrl+H")
    choose(haystack.view, "find.kind", "Text")
    type_into(haystack.view, "find.pattern", "Needle")
    type_into(haystack.view, "find.with", "Hay")
    haystack.keys("Ctrl+Return")
    settled(haystack)
    haystack.qtbot.waitUntil(lambda: state(haystack) == "4 hits replaced.")
    assert haystack.session.size == (40 << 30) - 12
    assert haystack.session.document.snapshot().read(69_997, 3).data == b"Hay"
    haystack.keys("Escape", "Ctrl+Z")
    assert haystack.session.size == 40 << 30


def test_what_was_searched_is_kept_for_the_next_time(
    make_window: MakeWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    (tmp_path / "file").write_bytes(b"abc")
    settings = tmp_path / "settings.json"
    first = Walker(make_window(settings), qtbot)
    first.open(tmp_path / "file")
    first.keys("Ctrl+F")
    first.type("6? 62")
    first.keys("Return")
    settled(first)
    first.window.close()
    second = Walker(make_window(settings), qtbot)
    second.open(tmp_path / "file")
    second.keys("Ctrl+F")
    history = child(second.view, "find.history", QComboBox)
    assert isinstance(history, QComboBox)
    assert [history.itemText(at) for at in range(history.count())] == ["hex:6? 62"]
    second.keys("Down", "Return")
    settled(second)
    assert second.picked == ByteRange(0, 2)


def test_clearing_the_hits(haystack: Walker) -> None:
    haystack.keys("Ctrl+F")
    haystack.type("4E 65")
    haystack.keys("Ctrl+Return")
    settled(haystack)
    list_ = found_of(haystack.session)
    assert list_.count == 4
    haystack.window.commands.run("search.clear")
    assert list_.count == 0
