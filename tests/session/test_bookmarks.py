"""The bookmarks of a session: followed, shown, kept for the next time."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from bytescope.core.bookmarks.bookmark import Bookmark
from bytescope.core.ranges import PAGESIZE, ByteRange, PageRange
from bytescope.core.touched.layers import Layer
from bytescope.session.projects.bookmark_memory import BookmarkMemory
from bytescope.session.projects.bookmarks import bookmarks_of
from bytescope.session.projects.project import project_of
from bytescope.session.session import Session
from bytescope.session.workspace import Workspace

PAGES = 16


@pytest.fixture
def workspace(qtbot: QtBot, tmp_path: Path) -> Iterator[Workspace]:
    (tmp_path / "data.bin").write_bytes(b"text" * (PAGES * PAGESIZE // 4))
    made = Workspace(None, private_folder=tmp_path / "private")
    yield made
    made.shut_down(30)


@pytest.fixture
def session(workspace: Workspace, tmp_path: Path) -> Session:
    return workspace.open_now(str(tmp_path / "data.bin"))


def test_the_selection_or_the_caret_is_bookmarked_and_coloured_and_marked(session: Session) -> None:
    bookmarks = bookmarks_of(session)
    assert not session.layers.available(Layer.BOOKMARKED)
    session.select(ByteRange(10, 20))
    assert bookmarks.add_here() == 1
    session.set_caret(3 * PAGESIZE)
    assert bookmarks.add_here() == 2
    assert bookmarks.book.get(1) == Bookmark(ByteRange(10, 20), "Bookmark 1", 0)
    assert bookmarks.book.get(2) == Bookmark(ByteRange(3 * PAGESIZE, 3 * PAGESIZE), "Bookmark 2", 1)
    bookmarks.edit(1, note="a header")
    assert session.highlights.label_at(12) == "Bookmark 1 — a header"
    assert session.highlights.label_at(3 * PAGESIZE) == "Bookmark 2"
    assert session.highlights.label_at(20) == ""
    assert Layer.BOOKMARKED in session.layers.shown
    runs = session.layers.runs(Layer.BOOKMARKED, PageRange(0, PAGES))
    assert list(runs.runs()) == [PageRange(0, 1), PageRange(3, 4)]
    bookmarks.remove([1, 2])
    assert session.highlights.label_at(12) == ""
    assert not session.layers.available(Layer.BOOKMARKED)


def test_a_short_one_is_painted_over_the_long_one_it_lies_in(session: Session) -> None:
    bookmarks = bookmarks_of(session)
    bookmarks.add(Bookmark(ByteRange(0, 10), "inner"))
    bookmarks.add(Bookmark(ByteRange(0, 100), "outer"))
    assert [item.label for item in session.highlights.within(ByteRange(0, 5))] == ["outer", "inner"]


def test_they_follow_edits_and_undo(session: Session) -> None:
    bookmarks = bookmarks_of(session)
    bookmarks.add(Bookmark(ByteRange(100, 110), "here"))
    session.delete(ByteRange(90, 130))
    session.insert(0, bytes(5))
    assert bookmarks.book.get(1).range == ByteRange(95, 95)
    session.undo()
    session.undo()
    assert bookmarks.book.get(1).range == ByteRange(100, 110)
    assert session.highlights.label_at(105) == "here"


def test_next_and_previous_go_round(session: Session) -> None:
    bookmarks = bookmarks_of(session)
    for start in (50, 10, 90):
        bookmarks.add(Bookmark(ByteRange.of(start, 5)))
    places = []
    for _ in range(4):
        bookmarks.step(forward=True)
        places.append(session.selection.range.start)
    assert places == [10, 50, 90, 10]
    bookmarks.step(forward=False)
    assert session.selection.range == ByteRange(90, 95)
    session.back()
    assert session.selection.caret == 10


def test_what_is_not_there_is_told(session: Session) -> None:
    told: list[str] = []
    session.told.connect(lambda level, text: told.append(text))
    bookmarks = bookmarks_of(session)
    bookmarks.step(forward=True)
    assert not bookmarks.go(4)
    assert told == [
        "There is no bookmark in this document; Ctrl+B makes one.",
        "There is no bookmark 4 in this document.",
    ]


def test_they_come_back_with_the_file_as_it_was_saved(
    workspace: Workspace, session: Session, qtbot: QtBot, tmp_path: Path
) -> None:
    memory = BookmarkMemory(workspace, tmp_path / "private")
    bookmarks = bookmarks_of(session)
    bookmarks.add(Bookmark(ByteRange(100, 110), "kept", 3, "why"))
    bookmarks.add(Bookmark(ByteRange(500, 510), "second"))
    session.insert(0, b"unsaved")
    assert bookmarks.book.get(1).range == ByteRange(107, 117)
    memory.write()
    workspace.close(session)
    qtbot.waitUntil(lambda: not workspace.jobs.busy)
    again = bookmarks_of(workspace.open_now(str(tmp_path / "data.bin")))
    qtbot.waitUntil(lambda: len(again.book) == 2)
    assert again.book.get(1) == Bookmark(ByteRange(100, 110), "kept", 3, "why")
    again.remove([1, 2])
    memory.write()
    workspace.close(again.session)
    qtbot.waitUntil(lambda: not workspace.jobs.busy)
    third = bookmarks_of(workspace.open_now(str(tmp_path / "data.bin")))
    qtbot.waitUntil(lambda: not workspace.jobs.busy)
    assert len(third.book) == 0


def test_the_last_change_is_kept_when_the_program_ends(qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(bytes(100))
    for expected in (0, 1, 2):
        workspace = Workspace(None, private_folder=tmp_path / "private")
        session = workspace.open_now(str(tmp_path / "a"))
        BookmarkMemory(workspace, tmp_path / "private")
        qtbot.waitUntil(lambda workspace=workspace: not workspace.jobs.busy)
        assert len(bookmarks_of(session).book) == expected
        bookmarks_of(session).add(Bookmark(ByteRange.of(expected, 1)))
        workspace.shut_down(30)


def test_the_project_has_those_of_all_and_of_files_that_are_closed(
    workspace: Workspace, session: Session, tmp_path: Path
) -> None:
    from bytescope.core.bookmarks.records import Numbered

    project = project_of(workspace)
    path = session.file.path
    bookmarks_of(session).add(Bookmark(ByteRange(1, 2), "one"))
    project.remember(path, (Numbered(1, Bookmark(ByteRange(1, 2), "one")),))
    assert [len(item.book) for item in project.open] == [1]
    assert project.absent == []
    bookmarks_of(session).edit(1, name="other")
    workspace.close(session)
    (absent,) = project.absent
    assert absent.path == path
    assert [item.bookmark.name for item in absent.bookmarks] == ["other"]
