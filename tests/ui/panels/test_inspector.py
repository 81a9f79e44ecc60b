"""The dock of values at the caret, with real events on a real document."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from bytescope.core.ranges import ByteRange
from bytescope.session.session import Session
from bytescope.session.workspace import Workspace
from bytescope.ui.panels.inspector import InspectorPanel
from bytescope.ui.panels.inspector_model import ROWS

DATA = struct.pack("<IfQ", 1_000_000, 1.5, 132539328000000000) + bytes(range(64))
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def session(qtbot: QtBot, tmp_path: Path) -> Iterator[Session]:
    workspace = Workspace(None)
    (tmp_path / "data.bin").write_bytes(DATA)
    yield workspace.open_now(str(tmp_path / "data.bin"))
    workspace.shut_down(30)


@pytest.fixture
def panel(session: Session, qtbot: QtBot) -> InspectorPanel:
    made = InspectorPanel()
    qtbot.addWidget(made)
    made.resize(420, 900)
    made.show_session(session)
    made.show()
    qtbot.waitExposed(made)
    qtbot.waitUntil(lambda: text(made, "u32") == "1000000")
    return made


def cell(panel: InspectorPanel, key: str, column: int = 1) -> QModelIndex:
    (row,) = (row for row in range(len(ROWS)) if (kind := panel.model.kind_of(row)) and kind.key == key)
    return panel.model.index(row, column)


def text(panel: InspectorPanel, key: str, column: int = 1) -> str:
    return str(cell(panel, key, column).data())


def begin(panel: InspectorPanel, key: str) -> QLineEdit:
    """A double click on the value of ``key``."""
    index = cell(panel, key)
    panel.table.scrollTo(index)
    place = panel.table.visualRect(index).center()
    QTest.mouseClick(panel.table.viewport(), LEFT, pos=place)
    QTest.mouseDClick(panel.table.viewport(), LEFT, pos=place)
    editor = panel.table.findChild(QLineEdit, "value.editor")
    assert editor is not None
    return editor


def said(panel: InspectorPanel) -> str:
    return panel.findChild(object, "inspector.said").full_text()


def test_values_stand_in_both_byte_orders(panel: InspectorPanel) -> None:
    assert text(panel, "u32", 2) == str(int.from_bytes(DATA[:4], "big"))
    panel.order.setCurrentIndex(1)
    assert text(panel, "u32") == str(int.from_bytes(DATA[:4], "big"))
    assert text(panel, "u32", 2) == "1000000"


def test_the_caret_and_the_start_of_a_selection_are_followed(panel, session, qtbot) -> None:
    session.set_caret(4)
    qtbot.waitUntil(lambda: text(panel, "f32") == "1.5")
    session.select(ByteRange(8, 30), 30)
    qtbot.waitUntil(lambda: text(panel, "filetime") == "2021-01-01 00:00:00.0000000")


def test_an_edit_is_one_step(panel, session, qtbot) -> None:
    editor = begin(panel, "u32")
    assert editor.text() == "1000000"
    QTest.keyClicks(editor, "0x11223344")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: text(panel, "u32") == str(0x11223344))
    assert session.document.snapshot().read(0, 8).data == bytes.fromhex("44332211") + DATA[4:8]
    assert len(session.document.steps) == 1
    session.undo()
    qtbot.waitUntil(lambda: text(panel, "u32") == "1000000")


def test_what_cannot_be_is_marked_and_stays_open(panel, session, qtbot) -> None:
    editor = begin(panel, "i8")
    QTest.keyClicks(editor, "200")
    assert "-128 to 127" in said(panel)
    colour = editor.palette().text().color()
    QTest.keyClick(editor, Qt.Key.Key_Return)
    assert editor.isVisible()
    assert not session.document.modified
    QTest.keyClick(editor, Qt.Key.Key_Backspace)
    assert editor.palette().text().color() != colour
    assert "-128 to 127" not in said(panel)
    QTest.keyClick(editor, Qt.Key.Key_Escape)
    assert not session.document.modified


def test_enter_and_f2_edit_and_ctrl_c_copies(panel, session) -> None:
    for key in (Qt.Key.Key_Return, Qt.Key.Key_F2):
        panel.table.setFocus()
        panel.table.setCurrentIndex(cell(panel, "u16"))
        QTest.keyClick(panel.table, key)
        editor = panel.table.findChild(QLineEdit, "value.editor")
        assert editor is not None
        QTest.keyClick(editor, Qt.Key.Key_Escape)
        editor.deleteLater()
        editor.setObjectName("")
    panel.table.setFocus()
    QTest.keyClick(panel.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == str(1_000_000 % 65536)


def test_a_click_on_a_bit_turns_it_over(panel, session, qtbot) -> None:
    QTest.mouseClick(panel.bits, LEFT, pos=panel.bits.rect_of(7).center())
    qtbot.waitUntil(lambda: text(panel, "u8") == str(DATA[0] ^ 0x80))
    assert len(session.document.steps) == 1


def test_bits_are_edited_with_the_keyboard(panel, session, qtbot) -> None:
    panel.count.setCurrentIndex(1)
    panel.bits.setFocus()
    QTest.keyClick(panel.bits, Qt.Key.Key_Home)
    assert panel.bits.at == 15
    assert panel.bits.accessibleDescription() == f"bit 15 is {DATA[1] >> 7}"
    QTest.keyClick(panel.bits, Qt.Key.Key_Right)
    QTest.keyClick(panel.bits, Qt.Key.Key_Space)
    value = int.from_bytes(DATA[:2], "little") ^ 1 << 14
    qtbot.waitUntil(lambda: text(panel, "u16") == str(value))


def test_the_end_is_said_plainly(panel, session, qtbot) -> None:
    session.set_caret(len(DATA) - 3)
    qtbot.waitUntil(lambda: "needs 4 bytes, 3 left" in text(panel, "u32"))
    assert not cell(panel, "u32").flags() & Qt.ItemFlag.ItemIsEditable
    assert cell(panel, "u16").flags() & Qt.ItemFlag.ItemIsEditable
    session.set_caret(len(DATA))
    qtbot.waitUntil(lambda: "end of the document" in said(panel))


def test_a_hidden_panel_asks_nothing(panel, session) -> None:
    panel.hide()
    session.set_caret(4)
    panel.refresh()
    assert text(panel, "u32") == "1000000"


def test_without_a_document_it_says_so(panel) -> None:
    panel.show_session(None)
    assert "Open a document" in said(panel)
    assert "left" in text(panel, "u8")


def test_the_keyboard_begins_at_a_value_and_edits_it_from_its_name_too(panel, qtbot) -> None:
    panel.table.setFocus()
    assert panel.table.currentIndex() == panel.model.index(1, 1)
    panel.table.setCurrentIndex(cell(panel, "u16", 0))
    QTest.keyClick(panel.table, Qt.Key.Key_F2)
    editor = panel.table.findChild(QLineEdit, "value.editor")
    assert editor.text() == "16960"
    QTest.keyClicks(editor, "7")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: text(panel, "u16") == "7")


def test_integers_are_shown_and_edited_in_hexadecimal(panel, session, qtbot) -> None:
    panel.hex.setChecked(True)
    assert (text(panel, "u32"), text(panel, "u32", 2)) == ("0xF4240", "0x40420F00")
    assert text(panel, "f32") == "1.401298e-39"
    session.write(0, b"\xff")
    qtbot.waitUntil(lambda: text(panel, "i8") == "-0x1")
    begin(panel, "i8")
    editor = panel.table.findChild(QLineEdit, "value.editor")
    assert editor.text() == "-0x1"
    QTest.keyClicks(editor, "-0x80")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: text(panel, "u8") == "0x80")


def test_both_byte_orders_have_room_for_64_bits(panel) -> None:
    panel.resize(panel.sizeHint())
    wide = panel.fontMetrics().horizontalAdvance("18446744073709551615")
    assert min(panel.table.columnWidth(1), panel.table.columnWidth(2)) > wide
