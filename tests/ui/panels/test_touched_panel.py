"""The dock of touched pages, with real events on a real document."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from bytescope.core.pages.run_set import RunSet
from bytescope.core.ranges import PAGESIZE, ByteRange, PageRange
from bytescope.core.touched.layers import Layer
from bytescope.core.touched.listing import Column
from bytescope.core.touched.state_runs import StateRuns
from bytescope.core.touched.touch import Touch
from bytescope.session.session import Session
from bytescope.session.states.layers import LayerState
from bytescope.session.states.own_states import OwnStates
from bytescope.session.states.touches import touches_of
from bytescope.session.workspace import Workspace
from bytescope.ui.panels import touched_model
from bytescope.ui.panels.touched import TouchedPanel

PAGES = 64
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def session(qtbot: QtBot, tmp_path: Path) -> Iterator[Session]:
    workspace = Workspace(None)
    (tmp_path / "data.bin").write_bytes(b"text" * (PAGES * PAGESIZE // 4))
    made = workspace.open_now(str(tmp_path / "data.bin"))
    OwnStates(made)  # the kernel has no say in it
    touches_of(made)
    yield made
    workspace.shut_down(30)


@pytest.fixture
def panel(session: Session, qtbot: QtBot) -> TouchedPanel:
    made = TouchedPanel()
    qtbot.addWidget(made)
    made.resize(1100, 300)
    made.show_session(session)
    made.show()
    qtbot.waitExposed(made)
    return made


def cells(panel: TouchedPanel, *columns: Column) -> list[list[str]]:
    model = panel.table.model()
    return [[model.index(row, at).data() for at in columns] for row in range(model.rowCount())]


def click(panel: TouchedPanel, row: int, modifiers=Qt.KeyboardModifier.NoModifier) -> None:
    place = panel.table.visualRect(panel.table.model().index(row, 0)).center()
    QTest.mouseClick(panel.table.viewport(), LEFT, modifiers, place)


def check(panel: TouchedPanel, layer: Layer) -> None:
    """A click on the box of a layer."""
    checks = panel.checks
    item = checks.item(int(layer))
    checks.scrollToItem(item)
    rect = checks.visualItemRect(item)
    QTest.mouseClick(checks.viewport(), LEFT, pos=QPoint(rect.left() + 10, rect.center().y()))


@pytest.fixture
def edited(session: Session, panel: TouchedPanel, qtbot: QtBot) -> TouchedPanel:
    """Pages 5-6, 9 and 30 are edited, 9 is in memory."""
    for page in (5, 6, 9, 30):
        session.write(page * PAGESIZE, b"new")
    qtbot.waitUntil(lambda: len(cells(panel, Column.PAGE)) == 3)
    return panel


def test_an_empty_list_says_what_will_be_here(panel: TouchedPanel, qtbot: QtBot) -> None:
    empty = panel.table.findChild(object, "touched.empty")
    assert empty.isVisible()
    assert "edited, saved or changed by another program" in empty.text()
    panel.show_session(None)
    assert "Open a document" in empty.text()
    assert not panel.checks.isEnabled()


def test_edited_pages_are_listed_with_when_and_by_whom(edited: TouchedPanel) -> None:
    assert cells(edited, Column.PAGE, Column.OFFSET, Column.COUNT, Column.WHY, Column.WHO) == [
        ["5 – 6", "0x5000", "2", "Edited", "here"],
        ["9", "0x9000", "1", "Edited", "here"],
        ["30", "0x1E000", "1", "Edited", "here"],
    ]
    assert all(len(when) == len("12:00:00") for (when,) in cells(edited, Column.WHEN))
    assert not edited.table.findChild(object, "touched.empty").isVisible()


def test_a_state_is_listed_while_its_box_is_checked(edited: TouchedPanel, session, qtbot: QtBot) -> None:
    session.layers.put(Layer.RESIDENT, LayerState(runs=StateRuns.of(RunSet.of([PageRange(9, 11)]))))
    assert not session.layers.wanted(Layer.RESIDENT)
    check(edited, Layer.RESIDENT)
    assert session.layers.wanted(Layer.RESIDENT)
    qtbot.waitUntil(lambda: len(cells(edited, Column.PAGE)) == 4)
    assert cells(edited, Column.PAGE, Column.WHY)[1:3] == [["9", "Edited, In memory"], ["10", "In memory"]]
    check(edited, Layer.RESIDENT)
    assert not session.layers.wanted(Layer.RESIDENT)
    qtbot.waitUntil(lambda: len(cells(edited, Column.PAGE)) == 3)


def test_a_hidden_list_wishes_for_nothing(edited: TouchedPanel, session: Session) -> None:
    assert session.layers.wanted(Layer.READ)
    edited.hide()
    assert not session.layers.wanted(Layer.READ)


def test_a_part_that_is_only_counted_says_so(panel: TouchedPanel, session: Session, qtbot: QtBot) -> None:
    arrays = (np.array([n], np.int64) for n in (0, 32, 5))
    session.layers.put(Layer.DIRTY, LayerState(runs=StateRuns(*arrays)))
    qtbot.waitUntil(lambda: cells(panel, Column.COUNT) == [["5 of 32"]])


def test_a_click_goes_there_and_back_returns(edited: TouchedPanel, session: Session) -> None:
    session.set_caret(100)
    click(edited, 0)
    assert session.selection.range == ByteRange(5 * PAGESIZE, 7 * PAGESIZE)
    assert session.selection.caret == 5 * PAGESIZE
    click(edited, 2)
    assert session.selection.caret == 30 * PAGESIZE
    session.back()
    assert session.selection.caret == 100


def test_several_rows_select_from_the_first_to_the_last(edited: TouchedPanel, session: Session) -> None:
    click(edited, 1)
    click(edited, 2, Qt.KeyboardModifier.ShiftModifier)
    assert session.selection.range == ByteRange(9 * PAGESIZE, 31 * PAGESIZE)


def test_it_works_by_keyboard_alone(edited: TouchedPanel, session: Session, qtbot: QtBot) -> None:
    edited.setFocus()
    table = edited.table
    qtbot.waitUntil(table.hasFocus)
    QTest.keyClick(table, Qt.Key.Key_Home, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(table, Qt.Key.Key_Down)
    assert session.selection.caret == 9 * PAGESIZE
    session.set_caret(0)
    QTest.keyClick(table, Qt.Key.Key_Return)
    assert session.selection.range == ByteRange(9 * PAGESIZE, 10 * PAGESIZE)
    QTest.keyClick(table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    lines = QGuiApplication.clipboard().text().splitlines()
    assert [line.split("\t")[:4] for line in lines] == [
        ["9", "0x9000", "1", "Edited"],
        ["30", "0x1E000", "1", "Edited"],
    ]
    edited.checks.setFocus()
    edited.checks.setCurrentRow(int(Layer.EDITED))
    QTest.keyClick(edited.checks, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: not cells(edited, Column.PAGE))


def test_it_is_sorted_by_a_click_on_a_title(edited: TouchedPanel) -> None:
    header = edited.table.horizontalHeader()
    place = QPoint(header.sectionViewportPosition(Column.COUNT) + 10, header.height() // 2)
    QTest.mouseClick(header.viewport(), LEFT, pos=place)
    assert cells(edited, Column.COUNT) == [["1"], ["1"], ["2"]]
    QTest.mouseClick(header.viewport(), LEFT, pos=place)
    assert cells(edited, Column.COUNT) == [["2"], ["1"], ["1"]]


def test_the_selected_row_stays_selected_when_others_come(
    edited: TouchedPanel, session: Session, qtbot: QtBot
) -> None:
    click(edited, 1)
    session.set_caret(3)
    session.write(0, b"first")
    qtbot.waitUntil(lambda: len(cells(edited, Column.PAGE)) == 4)
    assert [index.row() for index in edited.table.selectionModel().selectedRows()] == [2]
    assert session.selection.caret == 3  # nobody moved it


def test_too_many_rows_are_cut_and_it_says_so(
    edited: TouchedPanel, session: Session, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(touched_model, "MOST_ROWS", 2)
    session.write(40 * PAGESIZE, b"x")
    qtbot.waitUntil(lambda: edited.table.rows.left_out == 2)
    assert len(cells(edited, Column.PAGE)) == 2
    assert edited.findChild(object, "touched.summary").text().endswith(" … and 2 more")


def test_of_a_million_runs_the_first_are_shown(panel: TouchedPanel, session: Session, qtbot: QtBot) -> None:
    session = session.parent().new_memory(1 << 40)
    panel.show_session(session)
    firsts = np.arange(1_000_000, dtype=np.int64) * 3
    session.layers.put(Layer.DIRTY, LayerState(runs=StateRuns(firsts, firsts + 1)))
    qtbot.waitUntil(lambda: panel.table.rows.left_out == 900_000, timeout=60_000)
    assert panel.table.model().rowCount() == 100_000


@pytest.mark.parametrize("form", ["csv", "json"])
def test_all_rows_are_exported(
    edited: TouchedPanel, session: Session, qtbot: QtBot, tmp_path: Path, monkeypatch, form: str
) -> None:
    touches_of(session).add(Touch.EDIT, RunSet.of([PageRange(30, 31)]), '=cmd, "42"', at=2e9)
    qtbot.waitUntil(lambda: ['=cmd, "42"'] in cells(edited, Column.WHO))
    monkeypatch.setattr(touched_model, "MOST_ROWS", 1)
    target = tmp_path / f"out.{form}"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    with qtbot.waitSignal(session.told, timeout=10_000) as told:
        QTest.mouseClick(edited.findChild(object, "touched.export"), LEFT)
    assert told.args == ["info", f"3 rows written to “out.{form}”."]
    if form == "csv":
        with target.open(newline="") as file:
            rows = list(csv.DictReader(file))
        assert [row["first_page"] for row in rows] == ["5", "9", "30"]
        assert (rows[0]["last_page"], rows[0]["offset"], rows[0]["states"]) == ("6", "20480", "edited")
    else:
        rows = json.loads(target.read_text())
        assert [row["first_page"] for row in rows] == [5, 9, 30]
        assert rows[0]["states"] == ["edited"]
    assert rows[2]["who"] == '=cmd, "42"'
    assert rows[2]["time"] == "2033-05-18T03:33:20.000+00:00"


def test_it_is_not_exported_over_the_file_that_it_is_about(
    edited: TouchedPanel, session: Session, qtbot: QtBot, tmp_path: Path, monkeypatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "data.bin"), ""))
    with qtbot.waitSignal(session.told, timeout=10_000) as told:
        edited.export()
    assert told.args[0] == "error"
    assert (tmp_path / "data.bin").stat().st_size == PAGES * PAGESIZE


def test_another_document_has_its_own_list(edited: TouchedPanel, session: Session, qtbot: QtBot) -> None:
    other = session.parent().new_memory(PAGESIZE)
    edited.show_session(other)
    assert cells(edited, Column.PAGE) == []
    assert not session.layers.wanted(Layer.READ)
    edited.show_session(session)
    qtbot.waitUntil(lambda: len(cells(edited, Column.PAGE)) == 3)
