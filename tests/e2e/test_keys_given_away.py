"""Keys that the hex panel has of itself go with the command when the person gives it others."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from bytescope.core.ranges import ByteRange
from bytescope.ui import shortcuts
from bytescope.ui.window import Window
from helpers.walking import Walker


@pytest.fixture
def walker(window: Window, qtbot: QtBot, tmp_path: Path) -> Walker:
    (tmp_path / "data.bin").write_bytes(bytes(range(64)))
    walker = Walker(window, qtbot)
    walker.open(tmp_path / "data.bin")
    walker.view.hex.setFocus()
    QGuiApplication.clipboard().setText("before")
    return walker


@pytest.mark.parametrize("key", ["Ctrl+C", "Ctrl+Ins"])
def test_copy_has_other_keys(walker: Walker, key: str) -> None:
    walker.session.select(ByteRange(1, 3))
    shortcuts.give(walker.window.actions_table, {"edits.copy": ("Ctrl+Alt+J",)})
    walker.keys(key)
    assert QGuiApplication.clipboard().text() == "before"
    walker.keys("Ctrl+Alt+J")
    assert QGuiApplication.clipboard().text() == "01 02"
    shortcuts.give(walker.window.actions_table, {})
    walker.session.select(ByteRange(2, 4))
    walker.keys(key)
    assert QGuiApplication.clipboard().text() == "02 03"


@pytest.mark.parametrize("key", ["Ctrl+V", "Shift+Ins"])
def test_paste_has_other_keys(walker: Walker, key: str) -> None:
    QGuiApplication.clipboard().setText("AA")
    shortcuts.give(walker.window.actions_table, {"edits.paste": ("Ctrl+Alt+J",)})
    walker.keys(key)
    assert not walker.session.document.modified
    walker.keys("Ctrl+Alt+J")
    assert walker.bytes(0, 2) == b"\xaa\x01"
    shortcuts.give(walker.window.actions_table, {})
    walker.keys(key)
    assert walker.bytes(0, 2) == b"\xaa\xaa"


def test_select_all_has_other_keys(walker: Walker) -> None:
    shortcuts.give(walker.window.actions_table, {"go.select_all": ("Ctrl+Alt+J",)})
    walker.keys("Ctrl+A")
    assert not walker.picked
    walker.keys("Ctrl+Alt+J")
    assert walker.picked == ByteRange(0, 64)


def test_insert_is_another_commands_key(walker: Walker) -> None:
    given = {"edits.toggle_insert": ("Ctrl+Alt+J",), "go.select_all": ("Ins",)}
    assert shortcuts.give(walker.window.actions_table, given) == 0
    walker.keys("Ins")
    assert not walker.session.selection.insert
    assert walker.picked == ByteRange(0, 64)
    walker.keys("Ctrl+Alt+J")
    assert walker.session.selection.insert
