"""The dock of bookmarks, with real keys on a real document."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLineEdit
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from bytescope.core.bookmarks.bookmark import Bookmark
from bytescope.core.ranges import ByteRange
from bytescope.session.projects.bookmarks import Bookmarks, bookmarks_of
from bytescope.session.workspace import Workspace
from bytescope.ui.panels.bookmark_model import Column
from bytescope.ui.panels.bookmarks import NONE_SUCH, NONE_YET, BookmarksPanel
from helpers.driving import child

Key = Qt.Key


@pytest.fixture
def workspace(qtbot: QtBot, tmp_path: Path) -> Iterator[Workspace]:
    made = Workspace(None)
    for name in ("a.bin", "b.bin"):
        (tmp_path / name).write_bytes(bytes(100_000))
        made.open_now(str(tmp_path / name))
    yield made
    made.shut_down(30)


@pytest.fixture
def bookmarks(workspace: Workspace) -> Bookmarks:
    here = bookmarks_of(workspace.sessions[0])
    for start, length, name, note in ((9000, 4, "table", ""), (16, 32, "Header", "of it"), (500, 0, "x", "")):
        here.add(Bookmark(ByteRange.of(start, length), name, 0, note))
    return here


@pytest.fixture
def panel(workspace: Workspace, qtbot: QtBot) -> BookmarksPanel:
    made = BookmarksPanel()
    qtbot.addWidget(made)
    made.resize(1100, 300)
    made.show()
    qtbot.waitExposed(made)
    made.show_session(workspace.sessions[0])
    return made


def cells(panel: BookmarksPanel, *columns: Column) -> list[list[str]]:
    model = panel.table.model()
    return [[model.index(row, at).data() for at in columns] for row in range(model.rowCount())]


def editor(panel: BookmarksPanel) -> QLineEdit | QComboBox:
    return child(panel.table, "bookmarks.cell")


def test_rows_tell_all_of_each_in_the_order_of_their_starts(
    panel: BookmarksPanel, bookmarks: Bookmarks
) -> None:
    panel.refresh()
    assert cells(panel, Column.NUMBER, Column.NAME, Column.START, Column.LENGTH, Column.PAGE) == [
        ["2", "Header", "0x10", "32", "0"],
        ["3", "x", "0x1F4", "place", "0"],
        ["1", "table", "0x2328", "4", "2"],
    ]
    panel.table.sortByColumn(Column.NAME, Qt.SortOrder.AscendingOrder)
    assert cells(panel, Column.NAME) == [["Header"], ["table"], ["x"]]
    assert child(panel, "bookmarks.summary").text() == "3 bookmarks"


def test_the_filter_looks_into_names_and_notes(panel: BookmarksPanel, bookmarks: Bookmarks) -> None:
    panel.refresh()
    QTest.keyClicks(panel.filter, "OF IT")
    assert cells(panel, Column.NAME) == [["Header"]]
    assert child(panel, "bookmarks.summary").text() == "1 of 3 bookmarks"
    QTest.keyClicks(panel.filter, "zzz")
    assert child(panel, "bookmarks.empty").text() == NONE_SUCH


def test_without_any_it_says_how_to_make_one(panel: BookmarksPanel) -> None:
    assert child(panel, "bookmarks.empty").text() == NONE_YET


def test_enter_goes_there(panel: BookmarksPanel, bookmarks: Bookmarks) -> None:
    panel.refresh()
    panel.table.choose(0)
    panel.table.setFocus()
    QTest.keyClick(panel.table, Key.Key_Return)
    assert bookmarks.session.selection.range == ByteRange(16, 48)


@pytest.mark.parametrize(
    ("column", "typed", "wanted"),
    [
        (Column.NAME, "new name", Bookmark(ByteRange(16, 48), "new name", 0, "of it")),
        (Column.NOTE, "other", Bookmark(ByteRange(16, 48), "Header", 0, "other")),
        (Column.START, "0x20", Bookmark(ByteRange(32, 64), "Header", 0, "of it")),
        (Column.LENGTH, "4Ki", Bookmark(ByteRange(16, 16 + 4096), "Header", 0, "of it")),
        (Column.LENGTH, "place", Bookmark(ByteRange(16, 16), "Header", 0, "of it")),
        (Column.START, "zzz", Bookmark(ByteRange(16, 48), "Header", 0, "of it")),
        (Column.START, "1T", Bookmark(ByteRange(16, 48), "Header", 0, "of it")),
    ],
)
def test_cells_are_typed_into(
    panel: BookmarksPanel, bookmarks: Bookmarks, qtbot: QtBot, column: Column, typed: str, wanted: Bookmark
) -> None:
    panel.refresh()
    told: list[str] = []
    bookmarks.session.told.connect(lambda level, text: told.append(text))
    panel.table.choose(0)
    panel.table.setCurrentIndex(panel.table.rows.index(0, column))
    panel.table.setFocus()
    QTest.keyClick(panel.table, Key.Key_F2)
    line = editor(panel)
    line.selectAll()
    QTest.keyClicks(line, typed)
    with qtbot.waitSignal(panel.table.edited):
        QTest.keyClick(line, Key.Key_Return)
    assert bookmarks.book.get(2) == wanted
    assert bool(told) == (typed in ("zzz", "1T"))


def test_the_colour_is_chosen_from_a_list(panel: BookmarksPanel, bookmarks: Bookmarks, qtbot: QtBot) -> None:
    panel.refresh()
    panel.table.setCurrentIndex(panel.table.rows.index(0, Column.COLOUR))
    panel.table.setFocus()
    QTest.keyClick(panel.table, Key.Key_F2)
    box = editor(panel)
    assert isinstance(box, QComboBox)
    assert [box.itemText(at) for at in range(3)] == ["Blue", "Yellow", "Green"]
    QTest.keyClick(box, Key.Key_Down)
    with qtbot.waitSignal(panel.table.edited):
        QTest.keyClick(box, Key.Key_Return)
    assert bookmarks.book.get(2).ink == 1


def test_delete_removes_the_selected_rows_and_they_can_be_brought_back(
    panel: BookmarksPanel, bookmarks: Bookmarks
) -> None:
    panel.refresh()
    gone: list[object] = []
    bookmarks.removed.connect(gone.append)
    panel.table.setFocus()
    panel.table.selectAll()
    QTest.keyClick(panel.table, Key.Key_Delete)
    assert cells(panel, Column.NAME) == []
    bookmarks.bring_back(gone[0])
    panel.refresh()
    assert cells(panel, Column.NUMBER) == [["2"], ["3"], ["1"]]


def test_rows_are_copied_as_text(panel: BookmarksPanel, bookmarks: Bookmarks) -> None:
    panel.refresh()
    panel.table.choose(0)
    panel.table.setFocus()
    QTest.keyClick(panel.table, Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "2\tBlue\tHeader\t0x10\t32\t0\tof it\ta.bin\n"


def test_all_documents_are_listed_with_their_files(
    panel: BookmarksPanel, bookmarks: Bookmarks, workspace: Workspace
) -> None:
    bookmarks_of(workspace.sessions[1]).add(Bookmark(ByteRange(3, 4), "there"))
    panel.scope.setCurrentIndex(1)
    assert ["there", "b.bin"] in cells(panel, Column.NAME, Column.FILE)
    assert len(cells(panel, Column.NAME)) == 4
    shown: list[object] = []
    project = panel._project
    project.show_wished.connect(shown.append)
    panel.table.choose(0)
    QTest.keyClick(panel.table, Key.Key_Return)
    assert shown == [workspace.sessions[1]]
    assert workspace.sessions[1].selection.range == ByteRange(3, 4)


def test_a_name_that_is_being_typed_goes_with_its_document(
    panel: BookmarksPanel, bookmarks: Bookmarks, workspace: Workspace, qtbot: QtBot
) -> None:
    """What is typed can no longer be taken by a document that was closed meanwhile."""
    other = bookmarks_of(workspace.sessions[1])
    other.add(Bookmark(ByteRange.of(0, 1), "of the other", 0, ""))
    panel.name(2)
    QTest.keyClicks(editor(panel), "too late")
    gone = workspace.sessions[0]
    workspace.close(gone)
    panel.show_session(workspace.sessions[0])
    qtbot.waitUntil(lambda: not isValid(gone))
    assert cells(panel, Column.NAME) == [["of the other"]]
    panel.filter.setFocus()
    assert cells(panel, Column.NAME) == [["of the other"]]


def test_bookmarks_of_all_documents_follow_a_close_at_once(
    panel: BookmarksPanel, bookmarks: Bookmarks, workspace: Workspace, qtbot: QtBot
) -> None:
    other = bookmarks_of(workspace.sessions[1])
    other.add(Bookmark(ByteRange.of(20_000, 1), "of the other", 0, ""))
    panel.scope.setCurrentIndex(1)
    assert len(cells(panel, Column.NAME)) == 4
    panel.table.choose(3)
    panel.table.rename()
    QTest.keyClicks(editor(panel), "too late")
    gone = workspace.sessions[1]
    workspace.close(gone)
    qtbot.waitUntil(lambda: not isValid(gone))
    assert len(cells(panel, Column.NAME)) == 3
    panel.filter.setFocus()
    QTest.keyClick(panel.table, Key.Key_Return)
    QTest.keyClick(panel.table, Key.Key_Delete)


def test_a_second_wish_to_rename_leaves_what_is_being_typed(
    panel: BookmarksPanel, bookmarks: Bookmarks
) -> None:
    panel.name(2)
    QTest.keyClicks(editor(panel), "typed")
    panel.table.rename()
    assert editor(panel).text() == "typed"
