"""One document at work: wishes, sentences for what cannot be, caret and places."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from bytescope.core.change import Change, Kind
from bytescope.core.document.patterns import Repeat
from bytescope.core.ranges import PAGESIZE, ByteRange
from bytescope.core.source.access import Access
from bytescope.session.session import Session
from bytescope.session.workspace import Workspace


@pytest.fixture
def workspace(qtbot: QtBot) -> Iterator[Workspace]:
    made = Workspace()
    yield made
    made.shut_down(wait_seconds=60)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    file = tmp_path / "data.bin"
    file.write_bytes(bytes(range(256)) * 64)
    return file


@pytest.fixture
def session(workspace: Workspace, path: Path) -> Session:
    return workspace.open_now(str(path))


def test_a_write_is_told_once_and_marks_the_title(session: Session, qtbot: QtBot) -> None:
    with qtbot.waitSignal(session.changed) as told:
        assert session.write(4, b"\xad")
    change = told.args[0]
    assert isinstance(change, Change)
    assert change.kind is Kind.WRITE
    assert change.ranges == (ByteRange(4, 5),)
    assert session.title == "data.bin*"
    assert session.undo()
    assert session.title == "data.bin"


def test_typing_over_both_digits_is_one_step(session: Session) -> None:
    for offset, value in ((0, 1), (1, 2), (2, 3)):
        session.write(offset, bytes([value << 4]), typing=True)
        session.set_caret(offset, digit=1)
        session.write(offset, bytes([value]), typing=True)
        session.set_caret(offset + 1)
    assert len(list(session.document.steps)) == 1
    session.set_caret(500)
    session.write(500, b"z", typing=True)
    assert len(list(session.document.steps)) == 2


def test_what_cannot_be_is_a_sentence(session: Session, qtbot: QtBot) -> None:
    with qtbot.waitSignal(session.told) as told:
        assert not session.undo()
    level, text = told.args
    assert level == "error"
    assert text.endswith(".")


def test_read_access_refuses_edits(workspace: Workspace, path: Path, qtbot: QtBot) -> None:
    session = workspace.open_now(str(path), Access.READ)
    with qtbot.waitSignal(session.told):
        assert not session.fill(ByteRange(0, 10), Repeat(b"\0"))
    assert not session.document.modified
    assert session.title == "data.bin (read only)"


def test_the_selection_stays_inside_when_bytes_go(session: Session) -> None:
    session.select(ByteRange(100, 16384))
    session.delete(ByteRange(50, 16000))
    assert session.selection.range == ByteRange(100, session.size)


def test_back_returns_to_where_a_jump_started(session: Session) -> None:
    session.set_caret(10)
    session.go_to(5000)
    session.go_to(9000)
    session.back()
    assert session.selection.caret == 5000
    session.back()
    assert session.selection.caret == 10
    session.forward()
    assert session.selection.caret == 5000


def test_pages_step_at_the_same_place_and_stop_at_the_ends(session: Session) -> None:
    session.set_caret(5)
    session.next_page()
    assert session.selection.caret == PAGESIZE + 5
    session.previous_page()
    session.previous_page()
    assert session.selection.caret == 5


def test_next_edited_page_is_found_from_both_sides(session: Session) -> None:
    session.write(2 * PAGESIZE + 9, b"x")
    session.next_edited()
    assert session.selection.caret == 2 * PAGESIZE
    session.set_caret(3 * PAGESIZE + 1)
    session.previous_edited()
    assert session.selection.caret == 2 * PAGESIZE


def test_reading_in_a_job_gives_the_edited_bytes(session: Session, qtbot: QtBot) -> None:
    session.write(1, b"Q")
    came: list[bytes] = []
    session.read_job(ByteRange(0, 4), lambda reading: came.append(reading.data))
    qtbot.waitUntil(lambda: bool(came))
    assert came == [b"\x00Q\x02\x03"]


def test_names_follow_caret_and_selection(session: Session) -> None:
    session.select(ByteRange(4096, 8192))
    names = session.names()
    assert (names.start, names.end, names.sel, names.page, names.size) == (4096, 8192, 4096, 1, 16384)


def test_target_is_the_selection_else_the_page(session: Session) -> None:
    session.set_caret(4097)
    assert session.target() == ByteRange(4096, 8192)
    session.select(ByteRange(1, 3))
    assert session.target() == ByteRange(1, 3)


def test_in_another_form_the_caret_stands_on_the_first_digit(session: Session) -> None:
    session.set_view(base="dec", group=8)
    session.set_caret(8, digit=15)
    session.set_view(group=1)
    assert (session.selection.caret, session.selection.digit) == (8, 0)
