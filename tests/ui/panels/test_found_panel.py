"""The dock of hits, with real searches in a real document."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from bytescope.core.ranges import ByteRange
from bytescope.core.search.wanted import Wanted
from bytescope.session.search.found_list import Asked, found_of
from bytescope.session.session import Session
from bytescope.session.workspace import Workspace
from bytescope.ui.panels import found, found_model
from bytescope.ui.panels.found import FoundPanel
from bytescope.ui.panels.found_model import Column

EVERY = 100
COUNT = 1000


@pytest.fixture
def session(qtbot: QtBot, tmp_path: Path) -> Iterator[Session]:
    workspace = Workspace(None)
    (tmp_path / "data.bin").write_bytes((b"needle" + bytes(EVERY - 6)) * COUNT)
    yield workspace.open_now(str(tmp_path / "data.bin"))
    workspace.shut_down(30)


@pytest.fixture
def panel(session: Session, qtbot: QtBot) -> FoundPanel:
    made = FoundPanel()
    qtbot.addWidget(made)
    made.resize(1000, 300)
    made.show_session(session)
    made.show()
    qtbot.waitExposed(made)
    return made


def search(qtbot: QtBot, session: Session, text: str = "needle") -> None:
    list_ = found_of(session)
    list_.search(Asked(Wanted("text", text)))
    qtbot.waitUntil(lambda: not list_.running)


def cell(panel: FoundPanel, row: int, column: Column) -> str:
    return str(panel.rows.index(row, column).data())


def said(panel: FoundPanel, name: str) -> str:
    label = panel.findChild(QWidget, name)
    assert label is not None
    return str(label.text())


def test_without_a_search_it_says_how_to_begin_one(panel):
    assert "Ctrl+F" in said(panel, "found.empty")


def test_hits_are_listed_with_the_bytes_of_rows_in_sight(qtbot, session, panel):
    search(qtbot, session)
    assert panel.rows.rowCount() == COUNT
    assert [cell(panel, 3, column) for column in (Column.NUMBER, Column.OFFSET, Column.LENGTH)] == [
        "4",
        "0x12C",
        "6",
    ]
    qtbot.waitUntil(lambda: cell(panel, 3, Column.BYTES) == "6E 65 65 64 6C 65")
    assert cell(panel, 3, Column.TEXT) == "needle"
    assert cell(panel, COUNT - 1, Column.BYTES) == "…"
    panel.table.scrollToBottom()
    qtbot.waitUntil(lambda: cell(panel, COUNT - 1, Column.TEXT) == "needle")
    assert "1,000 hits" in said(panel, "found.summary")


def test_rows_are_walked_by_the_keyboard(qtbot, session, panel):
    search(qtbot, session)
    panel.table.setFocus()
    panel.table.selectRow(0)
    assert session.selection.range == ByteRange(0, 6)
    QTest.keyClick(panel.table, Qt.Key.Key_Down)
    assert session.selection.range == ByteRange(100, 106)
    QTest.keyClick(panel.table, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    assert session.selection.range == ByteRange.of((COUNT - 1) * EVERY, 6)


def test_the_keyboard_begins_at_the_caret_and_leaves_it_there(qtbot, session, panel):
    search(qtbot, session)
    session.set_caret(450)
    panel.activateWindow()
    panel.table.clearFocus()
    panel.setFocus()
    qtbot.waitUntil(panel.table.hasFocus)
    assert panel.table.currentIndex().row() == 5
    assert (session.selection.caret, bool(session.selection.range)) == (450, False)
    QTest.keyClick(panel.table, Qt.Key.Key_Down)
    assert session.selection.range == ByteRange(600, 606)


def test_the_row_of_what_is_selected_is_marked(qtbot, session, panel):
    search(qtbot, session)
    session.select(ByteRange(500, 506))
    assert panel.table.currentIndex().row() == 5
    assert session.selection.range == ByteRange(500, 506)


def test_more_hits_than_a_page_are_paged(qtbot, session, panel, monkeypatch):
    monkeypatch.setattr(found_model, "PAGE", 300)
    monkeypatch.setattr(found, "PAGE", 300)
    search(qtbot, session)
    assert panel.rows.rowCount() == 300
    assert said(panel, "found.place") == "1 – 300"
    for _ in range(3):
        QTest.mouseClick(panel._ahead, Qt.MouseButton.LeftButton)
    assert panel.rows.rowCount() == 100
    assert cell(panel, 99, Column.NUMBER) == "1,000"
    assert cell(panel, 99, Column.OFFSET) == f"0x{99_900:X}"
    assert not panel._ahead.isEnabled()
    session.select(ByteRange(40_000, 40_006))
    assert said(panel, "found.place") == "301 – 600"
    assert panel.table.currentIndex().row() == 100


def test_rows_follow_edits(qtbot, session, panel):
    search(qtbot, session)
    session.write(101, b"!")
    session.insert(50, b"12")
    assert panel.rows.rowCount() == COUNT - 1
    assert cell(panel, 1, Column.OFFSET) == "0xCA"
    assert "search again" in said(panel, "found.summary")
    found_of(session).clear()
    assert panel.rows.rowCount() == 0


def test_nothing_is_done_while_it_is_hidden(qtbot, session, panel):
    panel.hide()
    search(qtbot, session)
    assert panel.rows.rowCount() == 0
    panel.show()
    assert panel.rows.rowCount() == COUNT


def test_rows_are_copied(qtbot, session, panel):
    search(qtbot, session)
    panel.table.selectRow(0)
    qtbot.waitUntil(lambda: cell(panel, 0, Column.TEXT) == "needle")
    panel.table.setFocus()
    QTest.keyClick(panel.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "1\t0x0\t6\t0\t6E 65 65 64 6C 65\tneedle\n"


def test_the_list_is_exported(qtbot, session, panel, monkeypatch, tmp_path):
    search(qtbot, session)
    path = tmp_path / "hits.csv"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    with qtbot.waitSignal(session.told):
        panel.export()
    assert len(list(csv.reader(path.read_text().splitlines()))) == COUNT + 1


def test_nothing_found_is_said(qtbot, session, panel):
    search(qtbot, session, "certainly not")
    assert said(panel, "found.empty") == "Nothing was found."


def test_bytes_that_come_too_late_are_dropped(qtbot, session, panel):
    search(qtbot, session)
    panel._fetch()
    found_of(session).clear()
    qtbot.waitUntil(lambda: not session.jobs.busy)
    assert panel.rows.rowCount() == 0
