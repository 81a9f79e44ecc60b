"""The Pages menu in the real window, by keys and by the menu: steps, evict and load, the docks."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from bytescope.core.pages.run_set import RunSet
from bytescope.core.ranges import PAGESIZE, ByteRange, PageRange
from bytescope.core.touched.layers import Layer
from bytescope.core.touched.state_runs import StateRuns
from bytescope.session.states.layers import LayerState
from bytescope.session.workspace import Workspace
from bytescope.ui.window import Window
from helpers.driving import shut
from helpers.walking import Walker


@pytest.fixture
def walker(qtbot: QtBot, tmp_path: Path) -> Walker:
    path = tmp_path / "data.bin"
    path.write_bytes(os.urandom(64 * PAGESIZE))
    window = Window(Workspace(None))
    qtbot.addWidget(window, before_close_func=shut)
    window.resize(1200, 800)
    window.show()
    walker = Walker(window, qtbot)
    walker.open(path)
    walker.settle()
    return walker


def page(walker: Walker) -> int:
    return walker.session.selection.caret // PAGESIZE


def test_next_and_previous_go_through_the_chosen_state(walker: Walker) -> None:
    layers = walker.session.layers
    walker.session.write(30 * PAGESIZE, b"x")
    walker.keys("Ctrl+F9")
    assert page(walker) == 30
    walker.window.actions_table["pages.walk_different"].trigger()
    assert layers.wanted(Layer.DIFFERENT)
    layers.put(Layer.DIFFERENT, LayerState(runs=StateRuns.of(RunSet.of([PageRange(40, 41)]))))
    walker.keys("Ctrl+F9")
    assert page(walker) == 40
    assert walker.window.actions_table["pages.walk_different"].isChecked()
    walker.keys("Ctrl+Shift+F9")
    assert page(walker) == 40
    assert "There is no page before this one" in walker.message()
    walker.window.actions_table["pages.walk_edited"].trigger()
    assert not layers.wanted(Layer.DIFFERENT)
    walker.keys("Ctrl+Shift+F9")
    assert page(walker) == 30


def test_where_a_state_is_not_known_it_says_so(walker: Walker) -> None:
    walker.window.actions_table["pages.walk_different"].trigger()
    walker.window.actions_table["pages.next_touched"].trigger()
    assert "is not known yet" in walker.message()


def test_the_first_edited_page_of_the_selection(walker: Walker) -> None:
    walker.session.write(33 * PAGESIZE, b"x")
    walker.session.select(ByteRange(30 * PAGESIZE, 40 * PAGESIZE))
    walker.keys("Ctrl+Shift+E")
    assert page(walker) == 33


def test_evict_and_load_by_key_say_what_came_of_it(walker: Walker, qtbot: QtBot) -> None:
    session = walker.session
    os.fsync(session.file.fd)
    session.select(ByteRange(0, session.size))
    for key in ("Ctrl+Shift+X", "Ctrl+Shift+M"):
        with qtbot.waitSignal(session.told, timeout=30_000) as told:
            walker.keys(key)
        assert told.args[0] in ("info", "error")
        assert "memory" in told.args[1]


def test_reverted_pages_are_counted(walker: Walker) -> None:
    session = walker.session
    for page_ in (3, 4, 9):
        session.write(page_ * PAGESIZE, b"new")
    session.select(ByteRange(0, 8 * PAGESIZE))
    walker.keys("Ctrl+Shift+R")
    assert walker.message() == "2 pages as in the file again; Undo takes that back."
    assert walker.edited() == [(9, 10)]
    walker.keys("Ctrl+Shift+R")
    assert "Nothing that can be reverted" in walker.message()


def test_what_cannot_be_done_is_off_and_the_tip_says_why(walker: Walker) -> None:
    action = walker.window.actions_table["pages.evict"]
    assert action.isEnabled()
    assert "in memory only" not in action.toolTip()
    walker.window.workspace.new_memory(PAGESIZE)
    assert not action.isEnabled()
    assert "in memory only" in action.toolTip()


def test_the_docks_come_by_key_with_the_keyboard(walker: Walker, qtbot: QtBot) -> None:
    walker.keys("F9")
    qtbot.waitUntil(walker.window.findChild(QWidget, "touched.table").hasFocus)
    walker.keys("Shift+F9")
    qtbot.waitUntil(walker.window.findChild(QWidget, "timeline.plot").hasFocus)
