"""The dock of structures, with real events on a real document."""

from __future__ import annotations

import json
import os
import struct
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLineEdit
from pytestqt.qtbot import QtBot

from bytescope.core.ranges import ByteRange
from bytescope.core.structs.parser import parse
from bytescope.session.analysis import definitions
from bytescope.session.analysis.structures import structures_of
from bytescope.session.session import Session
from bytescope.session.workspace import Workspace
from bytescope.ui.dialogs.definition import DefinitionDialog
from bytescope.ui.panels.structures import StructuresPanel

LEFT = Qt.MouseButton.LeftButton
RECORDS = """
enum Sort : uint8 { RED = 1, BLUE = 2 };
struct Pair { uint16 x; uint16 y; };
struct All { uint8 count; Sort sort; Pair pairs[count]; char name[4]; uint32 many[1000]; };
"""
DATA = bytes(16) + bytes([3, 2]) + struct.pack("<6H", 1, 2, 3, 4, 5, 6) + b"abc\0" + bytes(5000)


@pytest.fixture
def session(qtbot: QtBot, tmp_path: Path) -> Iterator[Session]:
    workspace = Workspace(None)
    (tmp_path / "data.bin").write_bytes(DATA)
    yield workspace.open_now(str(tmp_path / "data.bin"))
    workspace.shut_down(30)


@pytest.fixture
def panel(session: Session, qtbot: QtBot) -> StructuresPanel:
    made = StructuresPanel()
    qtbot.addWidget(made)
    made.resize(700, 700)
    made.show_session(session)
    made.show()
    qtbot.waitExposed(made)
    session.bytes.ask(ByteRange(0, len(DATA)))
    qtbot.waitUntil(lambda: session.bytes.get(0, 100) is not None)
    return made


@pytest.fixture
def laid(panel: StructuresPanel, session: Session, qtbot: QtBot) -> StructuresPanel:
    session.set_caret(16)
    panel.use(RECORDS)
    qtbot.waitUntil(lambda: structures_of(session).laid is not None)
    return panel


def field(panel: StructuresPanel, path: str, column: int = 1) -> QModelIndex:
    """The cell of a field; its branches are opened."""
    waiting = [panel.tree.fields.index(0, 0)]
    while waiting:
        index = waiting.pop()
        item = panel.tree.fields.item(index)
        if item.path == path and not item.is_group:
            return index.siblingAtColumn(column)
        panel.tree.expand(index)
        waiting += [panel.tree.fields.index(row, 0, index) for row in range(min(item.count(), 300))]
    raise AssertionError(path)


def text(panel: StructuresPanel, path: str) -> str:
    return str(field(panel, path).data())


def edit(panel: StructuresPanel, path: str, value: str) -> None:
    """A double click, a value, Enter."""
    index = field(panel, path)
    panel.tree.scrollTo(index)
    place = panel.tree.visualRect(index).center()
    QTest.mouseClick(panel.tree.viewport(), LEFT, pos=place)
    QTest.mouseDClick(panel.tree.viewport(), LEFT, pos=place)
    editor = panel.tree.findChild(QLineEdit, "value.editor")
    QTest.keyClicks(editor, value)
    QTest.keyClick(editor, Qt.Key.Key_Return)


def said(panel: StructuresPanel) -> str:
    return panel.findChild(object, "structures.said").full_text()


def test_fields_have_their_values(laid) -> None:
    assert text(laid, "All.count") == "3"
    assert text(laid, "All.sort") == "BLUE (2)"
    assert text(laid, "All.pairs[2].y") == "6"
    assert text(laid, "All.name") == "“abc”"
    assert text(laid, "All.many").startswith("0, 0, 0")


def test_a_click_selects_the_bytes(laid, session) -> None:
    index = field(laid, "All.pairs[1].x", 0)
    laid.tree.scrollTo(index)
    QTest.mouseClick(laid.tree.viewport(), LEFT, pos=laid.tree.visualRect(index).center())
    assert session.selection.range == ByteRange(22, 24)
    QTest.keyClick(laid.tree, Qt.Key.Key_Down)
    assert session.selection.range == ByteRange(24, 26)


def test_an_edit_is_one_step_and_lays_anew(laid, session, qtbot) -> None:
    edit(laid, "All.count", "2")
    qtbot.waitUntil(lambda: structures_of(session).laid.root.size == 2 + 8 + 4 + 4000)
    assert len(session.document.steps) == 1
    assert text(laid, "All.name").startswith("“\\x05")
    session.undo()
    qtbot.waitUntil(lambda: text(laid, "All.name") == "“abc”")


def test_an_edit_that_cannot_be_is_marked(laid, session) -> None:
    edit(laid, "All.sort", "GREEN")
    assert "RED, BLUE" in said(laid)
    assert not session.document.modified


def test_the_place_follows_an_insertion(laid, session, qtbot) -> None:
    session.insert(3, b"12345")
    qtbot.waitUntil(lambda: structures_of(session).laid.root.offset == 21)
    assert text(laid, "All.name") == "“abc”"
    qtbot.waitUntil(lambda: laid.head.offset.text() == "0x15")


def test_fields_are_coloured_and_named(laid, session) -> None:
    found = session.highlights.within(ByteRange(18, 22))
    assert [item.label for item in found] == ["All.pairs[0].x", "All.pairs[0].y"]
    assert found[0].ink != found[1].ink
    assert session.highlights.label_at(30) == "All.name"
    laid.head.clear.click()
    assert session.highlights.within(ByteRange(0, 100)) == ()


def test_a_large_array_has_branches(laid) -> None:
    index = field(laid, "All.many", 0)
    model = laid.tree.fields
    assert [model.index(row, 0, index).data() for row in range(model.rowCount(index))] == [
        "[0 … 255]",
        "[256 … 511]",
        "[512 … 767]",
        "[768 … 999]",
    ]
    assert model.index(1, 0, model.index(3, 0, index)).data() == "[769]"


def test_an_array_is_a_table(laid, session) -> None:
    laid.tree.setCurrentIndex(field(laid, "All.pairs", 0))
    laid.tabs.setCurrentIndex(1)
    model = laid.table.model()
    assert [model.headerData(n, Qt.Orientation.Horizontal) for n in range(2)] == ["x", "y"]
    assert [[model.index(row, n).data() for n in range(2)] for row in range(3)] == [
        ["1", "2"],
        ["3", "4"],
        ["5", "6"],
    ]
    laid.table.setCurrentIndex(model.index(2, 1))
    assert session.selection.range == ByteRange(28, 30)


def test_columns_are_as_wide_as_their_values_when_these_have_come(panel, session, qtbot) -> None:
    session.bytes.forget()
    session.set_caret(16)
    panel.use("struct Pair { uint32 x; uint8 y; };\nstruct All { uint16 n; Pair pairs[2]; };")
    qtbot.waitUntil(lambda: structures_of(session).laid is not None)
    qtbot.waitUntil(lambda: panel.table.model().index(0, 0).data() not in (None, "…"))
    wide = panel.fontMetrics().horizontalAdvance(panel.table.model().index(0, 0).data())
    qtbot.waitUntil(lambda: panel.table.columnWidth(0) > wide)


def press(panel: StructuresPanel, row: int, column: int) -> None:
    """A click on a cell of the table."""
    panel.tabs.setCurrentWidget(panel.table)
    index = panel.table.model().index(row, column)
    panel.table.scrollTo(index)
    place = panel.table.visualRect(index).center()
    QTest.mouseClick(panel.table.viewport(), LEFT, pos=place)


def test_the_first_array_is_the_table_until_another_is_gone_to(laid) -> None:
    assert [laid.table.model().index(row, 0).data() for row in range(3)] == ["1", "3", "5"]


def test_a_cell_of_the_table_is_edited_with_the_keyboard(laid, session, qtbot) -> None:
    press(laid, 1, 1)
    QTest.keyClick(laid.table, Qt.Key.Key_F2)
    editor = laid.table.findChild(QLineEdit, "value.editor")
    QTest.keyClicks(editor, "70000")
    assert "0 to 65,535" in said(laid)
    editor.selectAll()
    QTest.keyClicks(editor, "77")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    model = laid.table.model()
    qtbot.waitUntil(lambda: model.index(1, 1).data() == "77 (0x4D)")
    assert session.document.snapshot().read(24, 2).data == b"\x4d\0"
    assert len(session.document.steps) == 1
    assert model.rowCount() == 3
    assert laid.table.currentIndex() == model.index(1, 1)  # the cell is still the current one
    assert text(laid, "All.pairs[1].y") == "77 (0x4D)"


def test_the_table_stays_with_its_array_when_it_is_laid_anew(laid, session, qtbot) -> None:
    laid.tree.setCurrentIndex(field(laid, "All.pairs", 0))
    session.write(16, b"\2")
    qtbot.waitUntil(lambda: laid.table.model().rowCount() == 2)
    session.write(20, b"\x63")
    qtbot.waitUntil(lambda: laid.table.model().index(0, 1).data() == "99 (0x63)")


def test_a_double_click_in_the_table_goes_there(laid, session) -> None:
    press(laid, 2, 0)
    place = laid.table.visualRect(laid.table.model().index(2, 0)).center()
    QTest.mouseDClick(laid.table.viewport(), LEFT, pos=place)
    assert laid.table.findChild(QLineEdit, "value.editor") is None
    assert session.selection.range == ByteRange(26, 28)
    session.back()
    assert session.selection.caret == 26


def chosen(panel: StructuresPanel, key: str) -> None:
    """Choose how the place is chosen, as a person does."""
    panel.head.choose_place(key)
    panel.head.place.activated.emit(panel.head.place.currentIndex())


def test_it_follows_the_caret_with_its_branches_as_they_are(panel, session, qtbot) -> None:
    session.set_caret(18)
    chosen(panel, "follow")
    panel.use("struct Pair { uint16 x; struct { uint8 low; uint8 high; } y; };")
    qtbot.waitUntil(lambda: structures_of(session).laid is not None)
    deep = field(panel, "Pair.y.low")
    resets = []
    panel.tree.fields.modelReset.connect(lambda: resets.append(1))
    session.set_caret(22)
    qtbot.waitUntil(lambda: structures_of(session).laid.root.offset == 22)
    assert panel.tree.fields.data(panel.tree.fields.index(0, 1, panel.tree.fields.index(0, 0))) == "3"
    assert deep.isValid()
    assert (deep.data(), deep.siblingAtColumn(3).data()) == ("4", "0x18")
    assert panel.tree.isExpanded(deep.parent())
    assert resets == []
    assert panel.head.offset.text() == "0x16"


def test_what_is_gone_to_in_the_tree_is_not_followed(panel, session, qtbot) -> None:
    session.set_caret(18)
    chosen(panel, "follow")
    panel.use("struct Pair { uint16 x; uint16 y; };")
    qtbot.waitUntil(lambda: structures_of(session).laid is not None)
    panel.tree.setCurrentIndex(field(panel, "Pair.y", 0))
    assert session.selection.range == ByteRange(20, 22)
    assert not any(timer.isActive() for timer in panel.findChildren(QTimer))
    session.set_caret(40)
    qtbot.waitUntil(lambda: structures_of(session).laid.root.offset == 40)


def test_a_hidden_panel_follows_when_it_is_shown(panel, session, qtbot) -> None:
    session.set_caret(18)
    chosen(panel, "follow")
    panel.use("struct Pair { uint16 x; uint16 y; };")
    qtbot.waitUntil(lambda: structures_of(session).laid is not None)
    panel.hide()
    session.set_caret(22)
    assert not any(timer.isActive() for timer in panel.findChildren(QTimer))
    assert structures_of(session).laid.root.offset == 18
    panel.show()
    qtbot.waitUntil(lambda: structures_of(session).laid.root.offset == 22)


def test_it_is_laid_at_the_start_or_where_is_typed(laid, session, qtbot) -> None:
    chosen(laid, "start")
    qtbot.waitUntil(lambda: structures_of(session).laid.root.offset == 0)
    laid.head.offset.setText("16")
    laid.head.offset.editingFinished.emit()
    qtbot.waitUntil(lambda: structures_of(session).laid.root.offset == 16)
    assert laid.head.places() == "typed"
    session.set_caret(18)
    laid.head.here.click()
    qtbot.waitUntil(lambda: structures_of(session).laid.root.offset == 18)
    assert laid.head.places() == "caret"


def test_a_superblock_is_found_behind_the_start_of_its_file_system(panel, session, qtbot) -> None:
    session.write(1024 + 56, b"\x53\xef")
    session.set_caret(0)
    qtbot.waitUntil(lambda: session.bytes.get(0, 2048) is not None)
    panel.head.choice.asked.emit()
    assert panel.head.choice.itemText(1) == "✓ ext2, ext3 and ext4, superblock"
    panel.head.choice.setCurrentIndex(1)
    panel.head.choice.activated.emit(1)
    qtbot.waitUntil(lambda: structures_of(session).laid is not None)
    assert structures_of(session).laid.root.offset == 1024
    assert panel.head.offset.text() == "0x400"
    session.write(1024, b"\5")
    qtbot.waitUntil(lambda: text(panel, "Superblock.s_inodes_count") == "5")


def test_what_fits_the_caret_is_offered_first(panel, session, qtbot) -> None:
    session.write(40, b"PK\3\4")
    session.set_caret(40)
    panel.head.choice.asked.emit()
    assert panel.head.choice.itemText(1) == "✓ ZIP, one file in the archive"
    panel.head.choice.setCurrentIndex(1)
    panel.head.choice.activated.emit(1)
    qtbot.waitUntil(lambda: structures_of(session).laid is not None)
    assert text(panel, "LocalFile.signature") == "“PK\\x03\\x04”"


def test_several_behind_each_other(panel, session, qtbot) -> None:
    session.set_caret(18)
    panel.head.count.setText("3")
    panel.use("struct Pair { uint16 x; uint16 y; };")
    qtbot.waitUntil(lambda: structures_of(session).laid is not None)
    assert panel.table.model().rowCount() == 3
    assert text(panel, "Pair[1].x") == "3"


def test_another_byte_order(laid, session, qtbot) -> None:
    laid.head.order.setCurrentIndex(2)
    laid.head.order.activated.emit(2)
    qtbot.waitUntil(lambda: text(laid, "All.pairs[0].x") == "256 (0x100)")


def test_export_as_json(laid, tmp_path, monkeypatch, qtbot) -> None:
    target = str(tmp_path / "out.json")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (target, "JSON (*.json)"))
    laid.head.export.click()
    qtbot.waitUntil(lambda: "exported" in said(laid))
    assert json.loads(Path(target).read_text(encoding="utf-8"))["fields"][0]["value"] == "3"


@pytest.fixture
def asked(qtbot: QtBot, session: Session) -> Callable[[str], DefinitionDialog]:
    """Makes a dialog for a text, when it is known what this means."""

    def made(text: str) -> DefinitionDialog:
        dialog = DefinitionDialog(text, session.jobs)
        qtbot.addWidget(dialog)
        dialog.show()
        known(qtbot, dialog)
        return dialog

    return made


def known(qtbot: QtBot, dialog: DefinitionDialog) -> None:
    """Wait until the job that reads the text has told what it found."""
    qtbot.waitUntil(lambda: dialog._judged is not None)


def test_a_faulty_definition_is_marked_while_it_is_typed(asked, qtbot) -> None:
    dialog = asked("struct A {\n  uint9 x;\n};")
    assert "Line 2, column 3" in dialog.said.full_text()
    assert not dialog.ok.isEnabled()
    assert dialog.edit.extraSelections()[0].cursor.selectedText() == "uint9"
    dialog.edit.setPlainText("struct A { uint8 x; };")
    known(qtbot, dialog)
    assert dialog.ok.isEnabled()
    dialog.accept()
    assert dialog.wish() == "struct A { uint8 x; };"


def test_the_caret_is_led_to_a_fault_behind_letters_of_two_units(asked) -> None:
    dialog = asked("// 𝄞𝄞\nstruct A {\n  uint9 x;\n};")
    assert dialog.edit.extraSelections()[0].cursor.selectedText() == "uint9"
    dialog.fault.click()
    cursor = dialog.edit.textCursor()
    assert (cursor.blockNumber(), cursor.positionInBlock()) == (2, 2)
    assert dialog.edit.hasFocus()


def test_the_verb_waits_for_what_the_text_means_and_takes_no_fault(asked, qtbot) -> None:
    dialog = asked("struct A { uint8 x; };")
    dialog.edit.setPlainText("struct A { uint9 x; };")
    dialog.accept()  # at once: the job has not told yet
    known(qtbot, dialog)
    assert dialog.isVisible()
    dialog.edit.setPlainText("struct A { uint16 x; };")
    dialog.accept()
    qtbot.waitUntil(lambda: not dialog.isVisible())
    assert dialog.wish() == "struct A { uint16 x; };"


def test_a_definition_is_never_read_in_the_main_thread(asked, qtbot, monkeypatch) -> None:
    threads = []

    def slow(text, ticket):
        threads.append(threading.current_thread())
        return parse(text, ticket)

    dialog = asked("struct A { uint8 x; };")
    monkeypatch.setattr(definitions, "parse", slow)
    dialog.edit.setPlainText("struct S {" + "".join(f"uint8 a{n};" for n in range(4000)) + "};")
    known(qtbot, dialog)
    assert dialog.ok.isEnabled()
    assert threads
    assert threading.main_thread() not in threads


def test_one_of_several_structures_is_chosen(asked, qtbot) -> None:
    dialog = asked("struct A { uint8 x; };\nstruct B { uint8 x; };\nstruct C { uint8 x; };")
    assert dialog.root.currentText() == "C"
    dialog.root.setCurrentIndex(1)
    dialog.root.activated.emit(1)
    assert dialog.said.full_text().startswith("B is laid")
    dialog.accept()
    assert dialog.wish().startswith("// root: B\nstruct A")
    again = asked(dialog.wish())
    assert again.root.currentText() == "B"
    again.accept()
    assert again.wish() == dialog.wish()


def test_a_header_is_loaded(asked, qtbot, tmp_path, monkeypatch) -> None:
    path = tmp_path / "a.h"
    path.write_text("#ifndef A_H\n#define A_H\nstruct A { char x; int y; };\nint f(void);\n#endif\n")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))
    dialog = asked("")
    dialog.load.click()
    qtbot.waitUntil(lambda: dialog.edit.toPlainText().startswith("#pragma pack()\n#ifndef"))
    known(qtbot, dialog)
    assert dialog.root.currentText() == "A"


def test_a_file_that_cannot_be_loaded_is_a_sentence(asked, qtbot, tmp_path, monkeypatch) -> None:
    dialog = asked("")
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "program").write_bytes(bytes(9))
    for name, says in (("pipe", "is no file"), ("program", "is no text"), ("nothing", "could not be read")):
        monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_, n=name: (str(tmp_path / n), ""))
        dialog.load.click()
        qtbot.waitUntil(lambda says=says: says in dialog.said.full_text())
    assert "struct Record" in dialog.edit.toPlainText()


def test_the_mark_of_what_fits_is_in_the_list_and_the_line_below_tells_of_the_place(
    panel, session, qtbot
) -> None:
    session.write(40, b"PK\3\4" + bytes(26))
    session.set_caret(40)
    choice = panel.head.choice
    choice.asked.emit()
    choice.setCurrentIndex(1)
    choice.activated.emit(1)
    qtbot.waitUntil(lambda: "has the bytes" in said(panel))
    session.set_caret(60)
    panel.head.here.click()
    qtbot.waitUntil(lambda: "are not there" in said(panel))
    session.undo()
    choice.asked.emit()
    assert not any(choice.itemText(n).startswith("✓") for n in range(choice.count()))
    assert "ZIP, one file" in choice.currentText()


def test_structures_without_a_field_that_stand_in_each_other_have_no_columns(panel, session, qtbot) -> None:
    levels = (f"struct S{n} {{ S{n - 1} a[1]; S{n - 1} b, c, d, e; }};" for n in range(1, 10))
    panel.use("struct S0 {};\n" + "\n".join(levels) + "struct T { S9 all[3]; uint8 end; };")
    qtbot.waitUntil(lambda: structures_of(session).laid is not None)
    assert panel.table.model().rowCount() == 3
    assert panel.table.model().columnCount() <= 64


def test_a_long_definition_is_offered_again_but_not_kept(panel) -> None:
    long = "struct Long { uint8 a; };" + " " * 200_000
    panel.use(long)
    panel.use("struct Short { uint8 a; };")
    choice = panel.head.choice
    choice.asked.emit()
    texts = [choice.itemText(n) for n in range(choice.count())]
    assert [text for text in texts if text.startswith("Typed:")] == [
        "Typed: struct Short { uint8 a; };",
        "Typed: struct Long { uint8 a; };",
    ]
    assert choice.chosen().text == "struct Short { uint8 a; };"
    assert choice.add_typed("x", ()) == ("x", "struct Short { uint8 a; };")


def test_without_a_document_nothing_can_be_chosen(laid) -> None:
    laid.show_session(None)
    assert not laid.isEnabled()
    assert laid.tree.fields.rowCount() == 0
