"""Bookmarks and session files by the keyboard, in the real window."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from bytescope.core.bookmarks.bookmark import Bookmark
from bytescope.core.ranges import ByteRange
from bytescope.core.touched.layers import Layer
from bytescope.session.projects.bookmarks import bookmarks_of
from bytescope.ui.panels.bookmarks import BookmarksPanel
from bytescope.ui.window import Window
from helpers.files import mixed_bytes
from helpers.walking import MakeWindow, Walker


def walking(window: Window, qtbot: QtBot, path: Path) -> Walker:
    path.write_bytes(mixed_bytes(40 * 4096))
    walker = Walker(window, qtbot)
    with qtbot.waitSignal(window.loading.map_shown, timeout=30_000):
        walker.open(path)
    return walker


def test_a_bookmark_is_made_named_found_again_and_removed(
    window: Window, qtbot: QtBot, tmp_path: Path
) -> None:
    walker = walking(window, qtbot, tmp_path / "data.bin")
    session = walker.session
    book = bookmarks_of(session).book
    session.select(ByteRange(100, 140))
    walker.view.hex.setFocus()
    walker.keys("Ctrl+B")
    walker.type("boot sector")
    walker.keys("Return")
    qtbot.waitUntil(lambda: walker.view.hex.view.hasFocus())
    assert book.get(1) == Bookmark(ByteRange(100, 140), "boot sector", 0)
    assert Layer.BOOKMARKED in session.layers.shown
    walker.map.paint_now()
    assert walker.map.model.states.pages(Layer.BOOKMARKED) == 1
    session.set_caret(20_000)
    walker.keys("Ctrl+B", "Escape")
    qtbot.waitUntil(lambda: walker.view.hex.view.hasFocus())
    assert book.get(2).name == "Bookmark 2"
    walker.keys("Alt+PgUp")
    assert walker.picked == ByteRange(100, 140)
    walker.keys("Alt+PgDown")
    assert walker.caret == 20_000
    walker.keys("Alt+1")
    assert walker.picked == ByteRange(100, 140)
    window.actions_table["bookmarks.show_list"].trigger()
    panel = window.docks.dock("bookmarks").widget()
    assert isinstance(panel, BookmarksPanel)
    assert panel.table.hasFocus()
    walker.keys("Up", "Delete")
    assert [number for number, _ in book] == [2]
    assert walker.message().startswith("1 bookmark was removed.")


def test_tab_leads_through_the_cells_of_a_new_bookmark(window: Window, qtbot: QtBot, tmp_path: Path) -> None:
    walker = walking(window, qtbot, tmp_path / "data.bin")
    book = bookmarks_of(walker.session).book
    walker.session.set_caret(4096)
    walker.view.hex.setFocus()
    walker.keys("Ctrl+B")
    walker.type("header")
    walker.keys("Tab", "Tab")
    walker.type("16")
    walker.keys("Tab")
    walker.type("what begins here")
    walker.keys("Tab")
    qtbot.waitUntil(lambda: walker.view.hex.view.hasFocus())
    assert book.get(1) == Bookmark(ByteRange(4096, 4112), "header", 0, "what begins here")
    assert not walker.session.document.modified


def test_bookmarks_are_exported_and_imported(
    window: Window, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    walker = walking(window, qtbot, tmp_path / "data.bin")
    here = bookmarks_of(walker.session)
    here.add(Bookmark(ByteRange(1, 9), 'a, "b"', 3, "two\nlines"))
    for name in ("b.json", "b.csv"):
        path = str(tmp_path / name)
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, path=path: (path, ""))
        window.actions_table["bookmarks.export"].trigger()
        qtbot.waitUntil(lambda path=path: Path(path).exists())
        here.remove([1])
        monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_, path=path: (path, ""))
        window.actions_table["bookmarks.take"].trigger()
        qtbot.waitUntil(lambda: len(here.book) == 1)
        assert here.book.get(1) == Bookmark(ByteRange(1, 9), 'a, "b"', 3, "two\nlines")
    (tmp_path / "b.csv").write_text("start,length\n1,zz\n")
    window.actions_table["bookmarks.take"].trigger()
    qtbot.waitUntil(lambda: walker.message() == "In line 2 the length, zz, is no number.")
    assert len(here.book) == 1


def test_a_session_comes_back_in_another_window(
    make_window: MakeWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = make_window()
    walker = walking(first, qtbot, tmp_path / "data.bin")
    (tmp_path / "gone.bin").write_bytes(b"gone" * 100)
    (tmp_path / "changed.bin").write_bytes(b"before" * 100)
    for name in ("gone.bin", "changed.bin"):
        walker.open(tmp_path / name)
    first.show_view(first.views[0])
    session = walker.session
    session.set_view(columns=16, group=4, scheme="entropy")
    session.select(ByteRange(8192, 8200))
    bookmarks_of(session).add(Bookmark(ByteRange(5, 6), "five"))
    walker.view.hex.scroll_to(8000)
    place = walker.view.hex.first_offset
    path = str(tmp_path / "work.bytescope")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (path, ""))
    first.actions_table["sessions.save_as"].trigger()
    qtbot.waitUntil(lambda: Path(path).exists())
    assert [item["path"] for item in json.loads(Path(path).read_text())["documents"]] == [
        "data.bin",
        "gone.bin",
        "changed.bin",
    ]
    (tmp_path / "gone.bin").unlink()
    (tmp_path / "changed.bin").write_bytes(b"after")
    second = make_window()
    told: list[str] = []
    second.workspace.told.connect(lambda level, text: told.append(text))
    second.commands.sessions.open_file(path)
    qtbot.waitUntil(lambda: len(second.views) == 2 and not second.workspace.jobs.has("Session"))
    assert second.current is second.views[0]
    again = second.views[0].session
    assert again.selection.range == ByteRange(8192, 8200)
    assert (again.view.columns, again.view.group, again.view.scheme) == (16, 4, "entropy")
    assert [item for _, item in bookmarks_of(again).book] == [Bookmark(ByteRange(5, 6), "five")]
    assert second.views[0].hex.first_offset == place
    qtbot.waitUntil(lambda: "“changed.bin” was changed since" in Walker(second, qtbot).message())
    assert "1 file of the session was not found: “gone.bin”." in Walker(second, qtbot).message()
    assert told == []
    assert second.workspace.settings.sessions == (path,)


def test_a_session_that_is_none_changes_nothing(window: Window, qtbot: QtBot, tmp_path: Path) -> None:
    walker = walking(window, qtbot, tmp_path / "data.bin")
    (tmp_path / "bad.bytescope").write_text(
        '{"format": "bytescope session", "version": 1, "documents": [{}]}'
    )
    window.commands.sessions.open_file(str(tmp_path / "bad.bytescope"))
    qtbot.waitUntil(lambda: walker.message() == "In “documents”, item 1 the field “path” is missing.")
    assert len(window.views) == 1
