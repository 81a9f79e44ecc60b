"""The docks with lists, by the keyboard alone: there, begin, a row, its bytes, and back without one."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QTableView
from pytestqt.qtbot import QtBot

from bytescope.core.ranges import ByteRange
from bytescope.ui.window import Window
from helpers.driving import child
from helpers.walking import Walker

TEXTS = (b"first of the texts", b"and another of them")
PICTURE = b"GIF89a\1\0\1\0\0\0\0;"


@pytest.fixture
def walker(window: Window, qtbot: QtBot, tmp_path: Path) -> Walker:
    walker = Walker(window, qtbot)
    (tmp_path / "data").write_bytes(b"\0\0".join((b"\x90" * 16, *TEXTS, PICTURE, b"")))
    walker.opens(lambda: window.workspace.open(str(tmp_path / "data")))
    return walker


@pytest.mark.parametrize(
    ("command", "name", "rows", "picked"),
    [
        ("strings", "strings.table", 2, ByteRange.of(18, len(TEXTS[0]))),
        ("types", "types.table", 1, ByteRange.of(59, len(PICTURE))),
        ("disassembly", "disassembly.table", 17, ByteRange.of(0, 1)),
    ],
)
def test_a_list_is_asked_for_and_walked_by_the_keyboard(walker: Walker, command, name, rows, picked) -> None:
    bytes_ = walker.view.hex.view
    walker.window.actions_table[f"understand.{command}"].trigger()
    table = child(walker.window, name, QTableView)
    assert table.hasFocus()
    walker.keys("Return")
    walker.qtbot.waitUntil(lambda: table.model().rowCount() >= rows)
    walker.keys("Return")
    assert walker.picked == picked
    assert bytes_.hasFocus()
    walker.window.actions_table[f"understand.{command}"].trigger()
    assert table.hasFocus()
    walker.keys("Escape")
    assert bytes_.hasFocus()


def test_a_hit_is_gone_to_with_enter(walker: Walker) -> None:
    walker.keys("Ctrl+F")
    walker.type("90 90")
    walker.keys("Ctrl+Return")
    table = child(walker.window, "found.table", QTableView)
    walker.qtbot.waitUntil(lambda: table.model().rowCount() == 8)
    walker.keys("Ctrl+Alt+G", "Down", "Return")
    assert walker.view.hex.view.hasFocus()
    assert walker.picked.length == 2
