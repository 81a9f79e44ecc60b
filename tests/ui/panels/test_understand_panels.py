"""The docks that say what bytes are, with real events on real documents."""

from __future__ import annotations

import hashlib
import struct
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QColor, QGuiApplication, QPalette
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from bytescope.core.checksums.algorithms import ALGORITHMS
from bytescope.core.ranges import ByteRange
from bytescope.session.session import Session
from bytescope.session.workspace import Workspace
from bytescope.ui.panels.checksums import ChecksumsPanel
from bytescope.ui.panels.disassembly import DisassemblyPanel
from bytescope.ui.panels.strings import StringsPanel
from bytescope.ui.panels.types import TypesPanel
from helpers.files import sparse_file

LEFT = Qt.MouseButton.LeftButton
GIF = b"GIF89a\1\0\1\0\0\0\0;"
DATA = (
    b"\x11" * 20
    + b"first text\0\0"
    + "second тест".encode("utf-16-le")
    + b"\0\0"
    + b"\x55\x48\x89\xe5\xc3"
    + GIF
)
SECOND = 32


@pytest.fixture
def session(qtbot: QtBot, tmp_path: Path) -> Iterator[Session]:
    workspace = Workspace(None)
    (tmp_path / "data.bin").write_bytes(DATA)
    yield workspace.open_now(str(tmp_path / "data.bin"))
    workspace.shut_down(30)


@pytest.fixture
def show(session: Session, qtbot: QtBot):
    def shown(kind):
        panel = kind()
        qtbot.addWidget(panel)
        panel.resize(1200, 300)
        panel.show_session(session)
        panel.show()
        qtbot.waitExposed(panel)
        return panel

    return shown


def press(panel) -> None:
    QTest.mouseClick(panel.bar.button, LEFT)


def rows(panel, *columns: int) -> list[list[str]]:
    model = panel.table.rows
    return [[model.index(row, at).data().strip() for at in columns] for row in range(model.rowCount())]


def pick(panel, row: int) -> None:
    QTest.mouseClick(
        panel.table.viewport(), LEFT, pos=panel.table.visualRect(panel.model.index(row, 0)).center()
    )


def settled(panel, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not panel.bar.busy)


# -- strings --------------------------------------------------------------------------------------


@pytest.fixture
def strings(show, qtbot: QtBot) -> StringsPanel:
    panel = show(StringsPanel)
    panel.least.setValue(8)
    press(panel)
    settled(panel, qtbot)
    qtbot.waitUntil(lambda: all(row[0] != "…" for row in rows(panel, 3)))
    return panel


def test_texts_are_listed_and_a_click_goes_there(strings, session, qtbot: QtBot) -> None:
    assert rows(strings, 0, 2, 3) == [
        ["0x14", "UTF-8", "first text"],
        [f"0x{SECOND:X}", "UTF-16 LE", "second тест"],
    ]
    assert "2 texts in the whole document" in strings.bar.text()
    pick(strings, 1)
    assert session.selection.range == ByteRange.of(SECOND, 22)
    QTest.keyClick(strings.table, Qt.Key.Key_Up)
    assert session.selection.range == ByteRange(20, 30)
    QTest.keyClick(strings.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "0x14\t10\tUTF-8\tfirst text\n"


def test_home_and_end_lead_to_the_first_and_last_row(strings, session) -> None:
    strings.table.setFocus()
    for modifier in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier):
        QTest.keyClick(strings.table, Qt.Key.Key_End, modifier)
        assert session.selection.range == ByteRange.of(SECOND, 22)
        QTest.keyClick(strings.table, Qt.Key.Key_Home, modifier)
        assert session.selection.range == ByteRange(20, 30)


def test_a_filter_narrows_the_list_as_it_is_typed(strings, qtbot: QtBot) -> None:
    QTest.keyClicks(strings.filter, "TEX")
    qtbot.waitUntil(lambda: strings.model.rowCount() == 1)
    assert "1 of 2 texts" in strings.bar.text()
    strings.expression.setChecked(True)
    strings.filter.setText("^sec")
    qtbot.waitUntil(lambda: [row[0] for row in rows(strings, 0)] == [f"0x{SECOND:X}"])
    strings.filter.setText("(")
    assert "not understood" in strings.bar.text()
    strings.filter.clear()
    qtbot.waitUntil(lambda: strings.model.rowCount() == 2)


def test_a_place_stays_true_after_an_edit_and_the_edit_is_told(strings, session) -> None:
    session.insert(0, b"12345")
    assert "the document has changed since" in strings.bar.text()
    pick(strings, 1)
    assert session.selection.range == ByteRange.of(SECOND + 5, 22)


def test_why_there_is_no_list_is_told(show, session, qtbot: QtBot) -> None:
    panel = show(StringsPanel)
    empty = panel.table.findChild(object, "strings.empty")
    assert "Press Find Strings" in empty.text()
    panel.scope.choose("selection")
    press(panel)
    assert "Nothing is selected" in panel.bar.text()
    panel.scope.choose("all")
    panel.least.setValue(500)
    press(panel)
    settled(panel, qtbot)
    assert "No text of this length" in empty.text()
    panel.narrow.setCurrentIndex(0)
    panel.wide["utf-16le"].setChecked(False)
    press(panel)
    assert "at least one encoding" in panel.bar.text()
    panel.show_session(None)
    assert "Open a document" in empty.text()


def test_the_list_is_exported(strings, session, qtbot: QtBot, tmp_path: Path, monkeypatch) -> None:
    target = tmp_path / "out.csv"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *a, **k: (str(target), "CSV (*.csv)"))
    with qtbot.waitSignal(session.told):
        strings.export()
    assert target.read_text().splitlines()[1] == "20,10,utf-8,first text"


def test_a_terabyte_of_holes_takes_no_time_and_a_scan_can_be_stopped(show, qtbot, tmp_path) -> None:
    workspace = Workspace(None)
    path = sparse_file(tmp_path / "tera", 1 << 40, [(5 << 30, b"an island of text")])
    large = workspace.open_now(str(path))
    panel = show(StringsPanel)
    panel.show_session(large)
    press(panel)
    settled(panel, qtbot)
    assert [row[0] for row in rows(panel, 0)] == ["0x140000000"]
    assert "passed over" in panel.bar.text()
    press(panel)
    panel._list.stop()
    assert "was stopped" in panel.bar.text()
    panel.show_session(None)
    workspace.shut_down(30)


# -- checksums ------------------------------------------------------------------------------------


@pytest.fixture
def sums(show) -> ChecksumsPanel:
    return show(ChecksumsPanel)


def value(panel: ChecksumsPanel, key: str) -> str:
    return panel.table.item(list(ALGORITHMS).index(key), 1).text()


def test_values_of_the_edited_document_and_when_they_are_old(sums, session, qtbot: QtBot) -> None:
    session.write(0, b"edited")
    press(sums)
    settled(sums, qtbot)
    now = b"edited" + DATA[6:]
    assert value(sums, "sha256") == hashlib.sha256(now).hexdigest()
    assert value(sums, "sha3-256") == ""
    assert f"Of the whole document, {len(DATA)} bytes" in sums.bar.text()
    session.write(0, b"again")
    assert "has changed since" in sums.bar.text()
    assert value(sums, "sha256") == hashlib.sha256(now).hexdigest()


def test_a_pasted_value_is_compared(sums, session, qtbot: QtBot) -> None:
    session.select(ByteRange(20, 30))
    sums.scope.choose("selection")
    said = sums.findChild(object, "checksums.verdict")
    digits = hashlib.md5(b"first text").hexdigest()
    QGuiApplication.clipboard().setText(digits.upper() + "  file")
    sums.pasted.paste()
    assert "It can be MD5 or XXH3-128" in said.full_text()
    press(sums)
    settled(sums, qtbot)
    assert said.full_text() == "✓ It is the same: MD5."
    assert sums.table.currentRow() == list(ALGORITHMS).index("md5")
    sums.table.setFocus()
    QTest.keyClick(sums.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == digits
    sums.pasted.setText("0" * 40)
    assert said.is_fault


def test_no_bytes_have_checksums_too(sums, qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "empty").touch()
    workspace = Workspace(None)
    sums.show_session(workspace.open_now(str(tmp_path / "empty")))
    press(sums)
    settled(sums, qtbot)
    assert value(sums, "sha256") == hashlib.sha256(b"").hexdigest()
    assert "0 bytes" in sums.bar.text()
    sums.show_session(None)
    workspace.shut_down(30)


@pytest.mark.parametrize("colour", ["#101418", "#f7f8fa"])
def test_an_unchecked_box_can_be_seen(sums, qtbot: QtBot, colour: str) -> None:
    palette = QPalette(sums.table.palette())
    for role in (QPalette.ColorRole.Base, QPalette.ColorRole.AlternateBase, QPalette.ColorRole.Window):
        palette.setColor(role, QColor(colour))
    palette.setColor(QPalette.ColorRole.PlaceholderText, QColor("#808890"))
    sums.table.setPalette(palette)
    picture = sums.table.viewport().grab(sums.table.visualItemRect(sums.table.item(0, 0))).toImage()
    line = [picture.pixelColor(x, picture.height() // 2).lightness() for x in range(picture.height())]
    assert max(line) - min(line) > 50


def test_nothing_chosen_is_told(sums) -> None:
    for row in range(len(ALGORITHMS)):
        sums.table.item(row, 0).setCheckState(Qt.CheckState.Unchecked)
    press(sums)
    assert "Check at least one" in sums.bar.text()


def test_checksums_are_chosen_computed_and_copied_by_the_keyboard(sums, session, qtbot: QtBot) -> None:
    sums.table.setFocus()
    sums.table.setCurrentCell(list(ALGORITHMS).index("sha224"), 1)
    QTest.keyClick(sums.table, Qt.Key.Key_Space)
    assert "sha224" in sums.chosen()
    sums.table.setCurrentCell(list(ALGORITHMS).index("crc32"), 1)
    QTest.keyClick(sums.table, Qt.Key.Key_Space)
    assert "crc32" not in sums.chosen()
    QTest.keyClick(sums.table, Qt.Key.Key_Return)
    settled(sums, qtbot)
    assert value(sums, "sha224") == hashlib.sha224(DATA).hexdigest()
    sums.table.findChild(QAction, "action.checksums.copy_all").trigger()
    lines = QGuiApplication.clipboard().text().splitlines()
    assert f"SHA224 (data.bin) = {hashlib.sha224(DATA).hexdigest()}" in lines
    assert len(lines) == len(sums.chosen())


# -- what is this ---------------------------------------------------------------------------------


def test_the_place_of_the_caret_is_named(show, session, qtbot: QtBot) -> None:
    panel = show(TypesPanel)
    session.go_to(DATA.index(GIF))
    qtbot.waitUntil(lambda: panel.here.full_text().startswith("GIF picture (1 × 1), 95% sure"))
    assert "at its start" in panel.here.full_text()
    session.select(ByteRange(0, 5))
    qtbot.waitUntil(lambda: "Nothing that is known" in panel.here.full_text())


def test_what_begins_in_the_document_is_listed_and_saved(show, session, qtbot, tmp_path, monkeypatch) -> None:
    panel = show(TypesPanel)
    assert not panel.save.isEnabled()
    press(panel)
    settled(panel, qtbot)
    assert rows(panel, 0, 1, 2) == [[f"0x{DATA.index(GIF):X}", "GIF picture (1 × 1)", "14 bytes"]]
    pick(panel, 0)
    assert session.selection.range == ByteRange.of(DATA.index(GIF), len(GIF))
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *a, **k: (str(tmp_path / "one.gif"), ""))
    with qtbot.waitSignal(session.told):
        QTest.mouseClick(panel.save, LEFT)
    assert (tmp_path / "one.gif").read_bytes() == GIF


def test_what_lies_in_another_thing_stands_further_in(show, qtbot, tmp_path: Path) -> None:
    workspace = Workspace(None)
    sound = b"RIFF" + struct.pack("<I", 60) + b"WAVE" + GIF + bytes(42)
    (tmp_path / "nested").write_bytes(sound + b"\x11" * 8 + GIF)
    panel = show(TypesPanel)
    panel.show_session(workspace.open_now(str(tmp_path / "nested")))
    press(panel)
    settled(panel, qtbot)
    found = [panel.model.cell(row, 1) for row in range(panel.model.rowCount())]
    assert found == ["RIFF (WAV sound)", "\N{EM SPACE}GIF picture (1 × 1)", "GIF picture (1 × 1)"]
    panel.show_session(None)
    workspace.shut_down(30)


# -- disassembly ----------------------------------------------------------------------------------


@pytest.fixture
def code(show, session, qtbot: QtBot) -> DisassemblyPanel:
    panel = show(DisassemblyPanel)
    session.go_to(DATA.index(b"\x55\x48"))
    panel.base.setText("0x1000")
    press(panel)
    settled(panel, qtbot)
    return panel


def test_bytes_are_decoded_from_the_caret_on(code, session) -> None:
    at = DATA.index(b"\x55\x48")
    assert rows(code, 0, 1, 2, 3)[:3] == [
        [f"{0x1000 + at:08X}", "55", "push", "rbp"],
        [f"{0x1001 + at:08X}", "48 89 E5", "mov", "rbp, rsp"],
        [f"{0x1004 + at:08X}", "C3", "ret", ""],
    ]
    assert "x86, 64 bits" in code.bar.text()


def test_rows_and_bytes_show_each_other(code, session) -> None:
    at = DATA.index(b"\x55\x48")
    pick(code, 1)
    assert session.selection.range == ByteRange.of(at + 1, 3)
    session.set_caret(at + 4)
    assert code.table.current() == 2
    session.set_caret(at + 3)
    assert code.table.current() == 1
    session.set_caret(0)
    assert code.table.current() == 1


def test_rows_of_another_place_take_the_marks_of_the_first(code, session, qtbot: QtBot) -> None:
    at = DATA.index(b"\x55\x48")
    session.set_caret(at + 1)
    press(code)
    qtbot.waitUntil(lambda: rows(code, 2)[0] == ["mov"])
    session.set_caret(at + 4)
    assert code.table.current() == 1


def test_an_edit_is_decoded_anew(code, session, qtbot: QtBot) -> None:
    session.write(DATA.index(b"\x55\x48"), b"\x90")
    qtbot.waitUntil(lambda: rows(code, 2)[0] == ["nop"])


def test_more_is_decoded_when_it_is_looked_at(show, qtbot: QtBot, tmp_path: Path) -> None:
    workspace = Workspace(None)
    (tmp_path / "nops").write_bytes(b"\x90" * 300_000)
    session = workspace.open_now(str(tmp_path / "nops"))
    panel = show(DisassemblyPanel)
    panel.show_session(session)
    press(panel)
    settled(panel, qtbot)
    first = panel.model.rowCount()
    assert 60_000 < first < 70_000
    assert "more when you scroll on" in panel.bar.text()
    panel.table.scrollToBottom()
    qtbot.waitUntil(lambda: panel.model.rowCount() > first)
    panel.show_session(None)
    workspace.shut_down(30)


def program() -> bytes:
    """An ELF program of two segments of 16 bytes, one behind the other in the file, but not when they run."""
    head = b"\x7fELF" + bytes([2, 1, 1]) + bytes(9)
    head += struct.pack("<HHIQQQIHHHHHH", 2, 62, 1, 0x401000, 64, 0, 0, 64, 56, 2, 64, 0, 0)
    for offset, address in ((0x100, 0x401000), (0x110, 0x500000)):
        head += struct.pack("<IIQQQQQQ", 1, 5, offset, address, address, 16, 16, 16)
    return head.ljust(0x100, b"\0") + b"\x90" * 40


def test_a_program_is_decoded_from_its_entry_on_at_once_and_each_part_where_it_runs(
    show, session, qtbot: QtBot, tmp_path: Path
) -> None:
    workspace = Workspace(None)
    (tmp_path / "program").write_bytes(program())
    panel = show(DisassemblyPanel)
    panel.show_session(workspace.open_now(str(tmp_path / "program")))
    panel.begin.setCurrentIndex(panel.begin.findData("entry"))
    press(panel)
    settled(panel, qtbot)
    found = [row[0] for row in rows(panel, 0)]
    assert [found[at] for at in (0, 15, 16, 31, 32)] == [
        "00401000",
        "0040100F",
        "00500000",
        "0050000F",
        "00000120",
    ]
    assert len(found) == 40
    panel.show_session(session)
    press(panel)
    settled(panel, qtbot)
    assert "does not say where its code begins" in panel.bar.text()
    workspace.shut_down(30)


def test_a_machine_is_chosen_and_a_fault_is_told(code, session, qtbot: QtBot) -> None:
    code.begin.setCurrentIndex(code.begin.findData("selection"))
    session.select(ByteRange(0, 0))
    press(code)
    assert "Nothing is selected" in code.bar.text()
    session.write(0, b"\xc0\x03\x5f\xd6")
    session.select(ByteRange(0, 4))
    code.machine.setCurrentIndex(code.machine.findData("aarch64"))
    press(code)
    qtbot.waitUntil(lambda: rows(code, 2) == [["ret"]])
    code.base.setText("0x")
    press(code)
    assert code.bar.text().startswith("⚠")
