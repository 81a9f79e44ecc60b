"""The workspace: opening, refusals, documents that share a file, saving, reloading."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from bytescope.core.document.live import LiveDocument
from bytescope.core.document.patterns import Repeat
from bytescope.core.ranges import PAGESIZE, ByteRange
from bytescope.core.source.access import Access
from bytescope.core.source.identity import Outside
from bytescope.core.source.opening import open_file
from bytescope.session.outside.watch import Watch
from bytescope.session.session import Session
from bytescope.session.storage.saving import Saving
from bytescope.session.workspace import Workspace
from helpers.leaks import running_threads


@pytest.fixture
def workspace(qtbot: QtBot, tmp_path: Path) -> Iterator[Workspace]:
    made = Workspace(tmp_path / "settings.json")
    yield made
    made.shut_down(wait_seconds=60)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    file = tmp_path / "data.bin"
    file.write_bytes(bytes(64 * 1024))
    return file


def test_opening_in_a_job_adds_a_session_and_a_recent_file(
    workspace: Workspace, path: Path, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(workspace.opened) as opened:
        workspace.open(str(path))
    session = opened.args[0]
    assert isinstance(session, Session)
    assert workspace.recent == (str(path),)


def test_a_directory_is_refused_with_a_sentence(workspace: Workspace, tmp_path: Path, qtbot: QtBot) -> None:
    with qtbot.waitSignal(workspace.told) as told:
        workspace.open(str(tmp_path))
    assert "directory" in told.args[1] or "folder" in told.args[1]
    assert workspace.sessions == []


def test_live_windows_of_one_file_show_each_others_stores(
    workspace: Workspace, path: Path, qtbot: QtBot
) -> None:
    whole = workspace.open_now(str(path), Access.LIVE)
    part = workspace.open_now(str(path), Access.LIVE, 4 * PAGESIZE, 8 * PAGESIZE)
    part.bytes.ask(ByteRange(0, 16))
    qtbot.waitUntil(lambda: part.bytes.get(0, 16) is not None)
    with qtbot.waitSignal(part.changed):
        whole.fill(ByteRange.of(4 * PAGESIZE, 16), Repeat(b"\xaa"))
    qtbot.waitUntil(lambda: (part.bytes.get(0, 16) or (b"",))[0] == b"\xaa" * 16)
    assert path.read_bytes()[4 * PAGESIZE : 4 * PAGESIZE + 17] == b"\xaa" * 16 + b"\0"


def test_a_live_fill_past_the_undo_room_is_asked_about(
    workspace: Workspace, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "large.bin"
    content = random.Random(1).randbytes(1 << 20)
    path.write_bytes(content)
    source = open_file(str(path), Access.LIVE)
    session = Session(LiveDocument(source, added_budget=1 << 16), "large.bin", workspace.jobs)
    with qtbot.waitSignal(session.asked) as asked:
        session.fill(ByteRange(0, 1 << 20), Repeat(b"\x22"))
    assert path.read_bytes() == content
    sentence, _verb, way_round = asked.args
    assert "undo" in sentence
    with qtbot.waitSignal(session.changed):
        way_round()
    assert path.read_bytes() == b"\x22" * (1 << 20)
    assert session.document.undo_name is None
    session.survey.stop()
    source.close()


def test_save_writes_and_turns_edited_into_saved(workspace: Workspace, path: Path, qtbot: QtBot) -> None:
    session = workspace.open_now(str(path))
    saving = Saving(session)
    session.write(5000, b"new")
    assert path.read_bytes()[5000:5003] == bytes(3)
    with qtbot.waitSignal(saving.saved):
        saving.save()
    assert path.read_bytes()[5000:5003] == b"new"
    assert not session.document.modified
    assert session.undo()
    assert session.document.modified


def test_save_over_a_change_from_outside_asks_first(workspace: Workspace, path: Path, qtbot: QtBot) -> None:
    session = workspace.open_now(str(path))
    saving = Saving(session)
    session.write(0, b"mine")
    with path.open("r+b") as file:
        file.write(b"them")
    with qtbot.waitSignal(saving.failed):
        saving.save()
    assert path.read_bytes()[:4] == b"them"
    assert session.document.modified
    with qtbot.waitSignal(saving.saved):
        saving.save(force=True)
    assert path.read_bytes()[:4] == b"mine"


def test_an_insertion_is_told_before_it_is_saved(workspace: Workspace, path: Path, qtbot: QtBot) -> None:
    session = workspace.open_now(str(path))
    saving = Saving(session)
    session.insert(10, b"abc")
    with qtbot.waitSignal(saving.planned) as planned:
        saving.save()
    assert planned.args[0].reason
    with qtbot.waitSignal(saving.saved):
        saving.execute(planned.args[0])
    assert path.stat().st_size == 64 * 1024 + 3
    assert path.read_bytes()[10:13] == b"abc"


def test_a_cut_is_saved(workspace: Workspace, path: Path, qtbot: QtBot) -> None:
    session = workspace.open_now(str(path))
    saving = Saving(session)
    session.resize(5000)
    with qtbot.waitSignal(saving.saved):
        saving.save()
    assert path.stat().st_size == 5000
    assert session.undo()
    assert session.size == 64 * 1024


def test_save_as_goes_on_with_the_new_file(
    workspace: Workspace, path: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    session = workspace.open_now(str(path))
    saving = Saving(session)
    session.write(1, b"Q")
    target = tmp_path / "copy.bin"
    with qtbot.waitSignal(saving.saved):
        saving.save_as(bytes(target), overwrite=False)
    assert session.name == "copy.bin"
    assert not session.document.modified
    assert target.read_bytes()[:2] == b"\0Q"
    assert path.read_bytes()[:2] == b"\0\0"


def test_reload_shows_what_is_on_disk(workspace: Workspace, path: Path, qtbot: QtBot) -> None:
    session = workspace.open_now(str(path))
    session.write(0, b"mine")
    path.write_bytes(b"theirs, longer than before" * 5000)
    with qtbot.waitSignal(session.changed):
        workspace.reload(session)
    assert session.size == 26 * 5000
    assert not session.document.modified


@pytest.mark.parametrize("sort", ["content", "shrink", "replace", "delete"])
def test_the_watch_notices_other_programs(workspace: Workspace, path: Path, qtbot: QtBot, sort: str) -> None:
    session = workspace.open_now(str(path))
    watch = Watch(session)
    if sort == "content":
        path.write_bytes(b"x" * 64 * 1024)
    elif sort == "shrink":
        with path.open("r+b") as file:
            file.truncate(5000)
    elif sort == "replace":
        other = path.with_name("other")
        other.write_bytes(b"y")
        other.replace(path)
    else:
        path.unlink()
    with qtbot.waitSignal(watch.noticed) as noticed:
        watch.look()
    outside, sentence = noticed.args
    assert (
        outside
        is {
            "content": Outside.CONTENT,
            "shrink": Outside.SHRANK,
            "replace": Outside.REPLACED,
            "delete": Outside.DELETED,
        }[sort]
    )
    assert "data.bin" in sentence


def test_memory_documents_can_be_edited_and_saved(workspace: Workspace, tmp_path: Path, qtbot: QtBot) -> None:
    session = workspace.new_memory(1 << 40)
    session.fill(ByteRange(1 << 39, (1 << 39) + 5), Repeat(b"\x11"))
    session.resize(3 * PAGESIZE)
    session.write(7, b"seven")
    saving = Saving(session)
    target = tmp_path / "made.bin"
    with qtbot.waitSignal(saving.saved):
        saving.save_as(bytes(target), overwrite=False)
    assert target.read_bytes() == bytes(7) + b"seven" + bytes(3 * PAGESIZE - 12)


def test_settings_are_written_at_the_end(qtbot: QtBot, tmp_path: Path) -> None:
    first = Workspace(tmp_path / "s.json")
    first.remember(theme="dark")
    first.shut_down(wait_seconds=60)
    second = Workspace(tmp_path / "s.json")
    assert second.settings.theme == "dark"
    second.shut_down(wait_seconds=60)


def test_a_closed_document_leaves_no_thread_behind(qtbot: QtBot, tmp_path: Path) -> None:
    workspace = Workspace()
    path = tmp_path / "data"
    path.write_bytes(bytes(10_000))
    before = {thread.name for thread in running_threads()}
    session = workspace.open_now(str(path), Access.LIVE)
    session.survey.start(fast=False)
    with qtbot.waitSignal(session.changed):
        session.write(5, b"x")
    qtbot.waitUntil(lambda: not workspace.jobs.busy)
    workspace.close(session)
    own = ("bytescope-survey", "bytescope-store")
    qtbot.waitUntil(
        lambda: not any(t.name.startswith(own) for t in running_threads() if t.name not in before)
    )
    workspace.shut_down(wait_seconds=60)
