"""The docks that say what bytes mean, by the keyboard alone: there, through the fields, an edit, and back."""

from __future__ import annotations

import struct
from importlib.resources import files
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLineEdit, QTableView, QTreeView
from pytestqt.qtbot import QtBot

from bytescope.core.ranges import ByteRange
from bytescope.session.analysis.structures import structures_of
from bytescope.ui.dialogs.definition import DefinitionDialog
from bytescope.ui.panels.inspector import InspectorPanel
from bytescope.ui.panels.structures import StructuresPanel
from bytescope.ui.window import Window
from helpers.driving import child, in_dialog
from helpers.files import sparse_file
from helpers.walking import Walker

DEFINITION = "struct Pair { uint16 x; uint16 y; };\nstruct All { uint8 count; Pair pairs[count]; };\n"


@pytest.fixture
def walker(window: Window, qtbot: QtBot) -> Walker:
    return Walker(window, qtbot)


def opened(walker: Walker, tmp_path: Path, data: bytes) -> Walker:
    (tmp_path / "data").write_bytes(data)
    walker.opens(lambda: walker.window.workspace.open(str(tmp_path / "data")))
    walker.view.hex.view.setFocus()
    return walker


def becomes(walker: Walker, offset: int, data: bytes) -> None:
    """An editor closes, and writes, when the key that closed it has been dealt with."""
    walker.qtbot.waitUntil(lambda: walker.bytes(offset, len(data)) == data)


def laid_at(walker: Walker) -> int:
    found = structures_of(walker.session).laid
    return found.root.offset if found is not None else -1


def test_a_structure_is_chosen_walked_edited_and_left(walker, tmp_path, qtbot) -> None:
    picture = (files("bytescope_data") / "help" / "window-light.png").read_bytes()
    opened(walker, tmp_path, bytes(8) + picture)
    walker.keys(*["Right"] * 8, "Ctrl+Alt+U")
    panel = child(walker.window, "structures.definition").parentWidget().parentWidget()
    assert isinstance(panel, StructuresPanel)
    assert panel.head.choice.hasFocus()
    qtbot.waitUntil(lambda: panel.head.choice.itemText(1).startswith("✓ PNG"))
    walker.keys("Down")
    qtbot.waitUntil(lambda: laid_at(walker) == 8)
    walker.keys("Return")
    tree = child(walker.window, "structures.tree", QTreeView)
    assert tree.hasFocus()
    walker.keys("Down", "Down", "Right", "Down", "Down", "Down")  # the signature, the header, open, the width
    assert tree.currentIndex().siblingAtColumn(0).data() == "width"
    assert walker.picked == ByteRange(24, 28)
    walker.keys("Ctrl+C")
    (wide,) = struct.unpack_from(">I", picture, 16)
    assert QGuiApplication.clipboard().text() == str(wide)
    walker.keys("F2")
    walker.type("0x102")
    walker.keys("Return")
    becomes(walker, 24, b"\0\0\1\2")
    assert tree.hasFocus()
    walker.keys("Ctrl+Z")
    becomes(walker, 24, picture[16:20])
    walker.keys("Ctrl+Return")
    assert walker.view.hex.view.hasFocus()
    assert walker.caret == 24
    walker.keys("Ctrl+Alt+U")
    assert tree.hasFocus()  # it is laid: the fields have the keyboard at once
    walker.keys("Escape")
    assert walker.view.hex.view.hasFocus()


def test_a_table_is_walked_and_edited(walker, tmp_path, qtbot) -> None:
    opened(walker, tmp_path, bytes([3]) + struct.pack("<6H", *range(6)) + bytes(20))

    def define(dialog) -> None:
        assert isinstance(dialog, DefinitionDialog)
        dialog.edit.selectAll()
        walker.type(DEFINITION.replace("\n", " "))
        walker.keys("Tab", "Tab", "Tab")
        qtbot.waitUntil(lambda: dialog.said.full_text().startswith("All is laid"))
        dialog.ok.setFocus()
        walker.keys("Return")

    in_dialog(lambda: walker.window.actions_table["inspecting.define"].trigger(), define)
    qtbot.waitUntil(lambda: laid_at(walker) == 0)
    walker.keys("Ctrl+Alt+U", "Shift+Tab", "Right", "Tab")
    table = child(walker.window, "structures.table", QTableView)
    assert table.hasFocus()
    walker.keys("Down", "Down", "Right")
    assert walker.picked == ByteRange(11, 13)
    walker.keys("Return")
    walker.type("777")
    walker.keys("Return")
    becomes(walker, 11, (777).to_bytes(2, "little"))
    walker.keys("Ctrl+C")
    assert QGuiApplication.clipboard().text() == "777"
    walker.keys("Ctrl+Return")
    assert walker.view.hex.view.hasFocus()
    walker.keys("Ctrl+Z")
    becomes(walker, 11, (5).to_bytes(2, "little"))


def test_values_and_bits_are_walked_and_edited(walker, tmp_path, qtbot) -> None:
    opened(walker, tmp_path, bytes(range(1, 65)))
    walker.keys("Ctrl+Alt+I")
    table = child(walker.window, "inspector.table", QTableView)
    assert table.hasFocus()
    qtbot.waitUntil(lambda: table.model().index(1, 1).data() == "00000001")
    while table.currentIndex().siblingAtColumn(0).data() != "uint16":
        walker.keys("Down")
    walker.keys("Ctrl+C")
    assert QGuiApplication.clipboard().text() == str(0x0201)
    walker.keys("Return")
    walker.type("65536")
    assert "0 to 65,535" in child(walker.window, "inspector.said").full_text()
    editor = table.findChild(QLineEdit, "value.editor")
    editor.selectAll()
    walker.type("0xBEEF")
    walker.keys("Return")
    becomes(walker, 0, b"\xef\xbe")
    assert table.hasFocus()
    walker.keys("Right", "F2")  # the other byte order
    walker.type("0x1234")
    walker.keys("Return")
    becomes(walker, 0, b"\x12\x34")
    panel = table.parentWidget()
    assert isinstance(panel, InspectorPanel)
    panel.bits.setFocus(Qt.FocusReason.BacktabFocusReason)
    walker.keys("Home", "Space")
    becomes(walker, 0, b"\x92")
    walker.keys("Escape")
    assert walker.view.hex.view.hasFocus()
    walker.keys("Ctrl+Z", "Ctrl+Z", "Ctrl+Z")
    becomes(walker, 0, b"\1\2")


def test_values_at_the_last_bytes_and_in_a_hole_of_a_tebibyte(walker, tmp_path, qtbot) -> None:
    walker.open(sparse_file(tmp_path / "tera", 1 << 40, [(0, b"x")]))
    walker.session.go_to(1 << 39)
    walker.keys("Ctrl+Alt+I")
    panel = child(walker.window, "inspector.table", QTableView).parentWidget()
    assert isinstance(panel, InspectorPanel)

    def text(key: str, column: int = 1) -> str:
        row = next(r for r in range(panel.model.rowCount()) if (k := panel.model.kind_of(r)) and k.key == key)
        return str(panel.model.index(row, column).data())

    qtbot.waitUntil(lambda: text("u128") == "0")
    assert (text("f64"), text("unix32"), text("uleb128")) == ("0.0", "1970-01-01 00:00:00", "0")
    walker.session.go_to((1 << 40) - 3)
    qtbot.waitUntil(lambda: "needs 4 bytes, 3 left" in text("u32"))
    assert text("u24") == "0"
    table = panel.table
    while table.currentIndex().siblingAtColumn(0).data() != "uint24":
        walker.keys("Down")
    walker.keys("F2")
    walker.type("0x010203")
    walker.keys("Return")
    becomes(walker, (1 << 40) - 3, b"\3\2\1")


def test_values_of_an_empty_file(walker, tmp_path) -> None:
    opened(walker, tmp_path, b"")
    walker.keys("Ctrl+Alt+I")
    table = child(walker.window, "inspector.table", QTableView)
    assert "there are no bytes" in child(walker.window, "inspector.said").full_text()
    walker.keys("F2", "Return")
    assert table.findChild(QLineEdit, "value.editor") is None
    walker.keys("Ctrl+Alt+U", "Down", "Return", "Escape")
    assert not walker.session.document.modified
