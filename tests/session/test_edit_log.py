"""The edit log at work in a program: what is on the disk when, and what the person is told."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from bytescope.core.document.document import Document
from bytescope.core.document.patterns import Repeat
from bytescope.core.ranges import ByteRange
from bytescope.core.source.access import Access
from bytescope.core.source.opening import open_file
from bytescope.core.storage.calls import Calls
from bytescope.core.storage.editlog import writing
from bytescope.core.storage.editlog.reading import open_base, replay, unsaved
from bytescope.core.storage.private import StateFolder
from bytescope.core.ticket import Ticket
from bytescope.session.session import Session
from bytescope.session.storage.saving import Saving
from bytescope.session.workspace import Workspace
from helpers.logged import looks, text

DATA = bytes(range(256)) * 64


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "state" / "bytescope"


@pytest.fixture
def workspace(qtbot: QtBot, folder: Path) -> Iterator[Workspace]:
    made = Workspace(private_folder=folder)
    yield made
    made.shut_down(wait_seconds=60)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    file = tmp_path / "data.bin"
    file.write_bytes(DATA)
    return file


@pytest.fixture
def session(workspace: Workspace, path: Path) -> Session:
    return workspace.open_now(str(path))


def logs(folder: Path) -> list[str]:
    return os.listdir(folder / "logs") if (folder / "logs").exists() else []


def written(session: Session, qtbot: QtBot) -> None:
    """Wait until everything is on the disk."""
    assert session.edit_log is not None
    with qtbot.waitSignal(session.edit_log.written):
        pass


def after_a_crash(folder: Path, tmp_path: Path) -> Document:
    """What the next start of the program would recover from a copy of the logs as they are now."""
    copy = StateFolder(tmp_path / f"copy-{os.urandom(4).hex()}")
    for name in logs(folder):
        fd, _ = copy.create("logs")
        os.write(fd, (folder / "logs" / name).read_bytes())
        os.close(fd)
    [item] = unsaved(copy)
    document = open_base(item)
    assert replay(copy, item.name, document, Ticket()).complaint == ""
    return document


def test_nothing_is_kept_before_the_first_edit(session: Session, folder: Path) -> None:
    session.select(ByteRange(0, 4))
    assert session.edit_log is None
    assert not folder.exists()


def test_an_edit_is_on_the_disk_within_a_second(
    session: Session, folder: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    assert session.write(3, b"new")
    with qtbot.waitSignal(session.edit_log.written, timeout=1000):
        pass
    recovered = after_a_crash(folder, tmp_path)
    assert looks(recovered) == (DATA[:3] + b"new" + DATA[6:], ["Write 3 bytes"], [])
    assert recovered.modified


def test_typing_without_a_pause_is_written_meanwhile(
    session: Session, folder: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    """The log waits for what follows, but not as long as something follows."""
    at = 0
    while not logs(folder) or at < 20:
        session.write(at, b"x", typing=True)
        session.set_caret(at + 1)
        at += 1
        with qtbot.waitSignal(session.changed, timeout=20, raising=False):
            pass
        assert at < 5000
    written(session, qtbot)
    assert looks(after_a_crash(folder, tmp_path))[1] == [f"Type {at} bytes"]


def test_undone_steps_and_pauses_in_typing_come_back(
    session: Session, folder: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    session.write(0, b"a", typing=True)
    session.set_caret(9000)
    session.set_caret(1)
    session.write(1, b"b", typing=True)
    session.fill(ByteRange(100, 16000), Repeat(b"\xaa"))
    session.undo()
    written(session, qtbot)
    recovered = after_a_crash(folder, tmp_path)
    assert looks(recovered) == looks(session.document)
    assert recovered.undone == ["Fill 15,900 bytes with AA"]


def test_a_saved_document_has_no_log(session: Session, folder: Path, path: Path, qtbot: QtBot) -> None:
    session.write(0, b"new")
    written(session, qtbot)
    saving = Saving(session)
    with qtbot.waitSignals([saving.saved, session.edit_log.written]):
        saving.save()
    assert logs(folder) == []


def test_undo_behind_a_save_is_logged(session: Session, folder: Path, tmp_path: Path, qtbot: QtBot) -> None:
    session.write(0, b"new")
    session.write(10, b"newer")
    saving = Saving(session)
    with qtbot.waitSignal(saving.saved):
        saving.save()
    session.undo()
    session.undo()
    written(session, qtbot)
    recovered = after_a_crash(folder, tmp_path)
    assert text(recovered) == text(session.document) == DATA
    assert recovered.steps == ["Undo “Write 3 bytes”"]
    session.redo()
    session.redo()
    written(session, qtbot)
    assert unsaved(StateFolder(folder)) == []
    assert not session.document.modified


def test_edits_after_a_save_are_those_of_the_new_file(
    session: Session, folder: Path, tmp_path: Path, path: Path, qtbot: QtBot
) -> None:
    session.insert(0, b"longer")
    saving = Saving(session)
    saving.planned.connect(saving.execute)
    with qtbot.waitSignal(saving.saved):
        saving.save()
    session.write(1, b"X")
    written(session, qtbot)
    assert looks(after_a_crash(folder, tmp_path)) == (b"lXnger" + DATA, ["Write 1 byte"], [])


def test_a_closed_document_leaves_no_log(
    workspace: Workspace, session: Session, folder: Path, qtbot: QtBot
) -> None:
    session.write(0, b"dropped")
    written(session, qtbot)
    workspace.close(session)
    qtbot.waitUntil(lambda: logs(folder) == [])


def test_the_end_of_the_program_leaves_no_log(
    workspace: Workspace, session: Session, folder: Path, qtbot: QtBot
) -> None:
    other = workspace.new_memory(100)
    session.write(0, b"dropped")
    other.write(0, b"dropped")
    written(other, qtbot)
    session.write(0, b"not even written")
    workspace.shut_down(wait_seconds=60)
    assert logs(folder) == []


def test_a_document_closed_while_its_log_waits_leaves_no_log(
    workspace: Workspace, session: Session, folder: Path, qtbot: QtBot
) -> None:
    other = workspace.new_memory(10)
    session.write(0, b"dropped")
    assert session.jobs.busy
    workspace.close(session)
    with qtbot.waitSignal(session.destroyed):
        pass
    other.write(0, b"kept")
    written(other, qtbot)
    qtbot.waitUntil(lambda: not workspace.jobs.busy)
    assert len(logs(folder)) == 1


def test_a_document_closed_just_before_the_end_leaves_no_log(
    workspace: Workspace, session: Session, folder: Path, qtbot: QtBot
) -> None:
    session.write(0, b"dropped")
    written(session, qtbot)
    workspace.close(session)
    workspace.shut_down(wait_seconds=60)
    assert logs(folder) == []


def test_a_document_in_memory_is_logged(
    workspace: Workspace, folder: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    session = workspace.new_memory(64)
    session.insert(0, b"unsaved")
    written(session, qtbot)
    assert looks(after_a_crash(folder, tmp_path)) == (b"unsaved" + bytes(64), ["Insert 7 bytes"], [])


def test_reloading_drops_the_log(workspace: Workspace, session: Session, folder: Path, qtbot: QtBot) -> None:
    session.write(0, b"dropped")
    written(session, qtbot)
    with qtbot.waitSignal(session.edit_log.written):
        workspace.reload(session)
    assert logs(folder) == []


@pytest.mark.parametrize("access", [Access.READ, Access.LIVE])
def test_read_and_live_access_have_no_log(
    workspace: Workspace, path: Path, folder: Path, access: Access, qtbot: QtBot
) -> None:
    session = workspace.open_now(str(path), access)
    session.write(0, b"x")
    qtbot.waitUntil(lambda: not session.jobs.busy)
    assert session.edit_log is None
    assert not folder.exists()


def crashed(folder: Path, path: Path, qtbot: QtBot, act: Callable[[Session], object]) -> str:
    """A run of the program that made edits and ended without a word; the name of its log."""
    before = Workspace(private_folder=folder)
    session = before.open_now(str(path))
    act(session)
    written(session, qtbot)
    [name] = logs(folder)
    content = (folder / "logs" / name).read_bytes()
    before.shut_down(wait_seconds=60)
    fd, name = StateFolder(folder).create("logs")
    os.write(fd, content)
    os.close(fd)
    return name


def edits(session: Session) -> None:
    session.write(0, b"abc")
    session.fill(ByteRange(10, 20), Repeat(b"z"))
    session.write(30, b"x", typing=True)
    session.write(31, b"y", typing=True)
    session.undo()


def test_the_log_of_recovered_edits_goes_on(
    workspace: Workspace, folder: Path, tmp_path: Path, path: Path, qtbot: QtBot
) -> None:
    name = crashed(folder, path, qtbot, edits)
    [item] = unsaved(StateFolder(folder))
    document = open_base(item)
    replayed = replay(StateFolder(folder), name, document, Ticket())
    session = workspace.add_recovered(document, name, replayed)
    written(session, qtbot)
    assert unsaved(StateFolder(folder)) == []  # it is in use again
    assert logs(folder) == [name]
    session.redo()
    session.undo()
    session.undo()
    session.write(50, b"more")
    written(session, qtbot)
    assert logs(folder) == [name]
    assert looks(after_a_crash(folder, tmp_path)) == looks(session.document)
    assert session.document.steps == ["Write 3 bytes", "Write 4 bytes"]
    workspace.close(session)
    qtbot.waitUntil(lambda: logs(folder) == [])


def test_edits_that_cannot_all_be_recovered_keep_their_log(
    workspace: Workspace, folder: Path, tmp_path: Path, path: Path, qtbot: QtBot
) -> None:
    name = crashed(folder, path, qtbot, edits)
    document = Document(open_file(str(path)))
    replayed = replay(StateFolder(folder), name, document, Ticket())
    replayed.complaint = "Only the first 2 edits could be made again."
    session = workspace.add_recovered(document, name, replayed)
    written(session, qtbot)
    assert [item.name for item in unsaved(StateFolder(folder))] == [name]
    [own] = set(logs(folder)) - {name}
    (folder / "logs" / name).unlink()
    recovered = after_a_crash(folder, tmp_path)
    assert (text(recovered), recovered.steps) == (text(session.document), ["Recovered edits"])
    assert own in logs(folder)
    session.redo()
    session.write(30, b"x", typing=True)
    session.write(31, b"y", typing=True)
    written(session, qtbot)
    assert after_a_crash(folder, tmp_path).steps[-1:] == ["Type 2 bytes"]


def test_a_log_that_cannot_be_written_is_told_once_and_tried_again(
    session: Session, folder: Path, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bytescope.session.storage.edit_log.RETRY_MS", 20)
    folder.parent.mkdir()
    folder.write_text("in the way")
    said: list[tuple[str, str]] = []
    session.told.connect(lambda level, sentence: said.append((level, sentence)))
    session.write(0, b"first")
    with qtbot.waitSignal(session.told):
        pass
    session.write(9, b"second")
    tries = 0

    def tried() -> None:
        nonlocal tries
        tries += 1

    session.edit_log._timer.timeout.connect(tried)
    qtbot.waitUntil(lambda: tries >= 3)
    assert len(said) == 1
    level, sentence = said[0]
    assert level == "warning"
    assert sentence.startswith("Edits are not being logged: ")
    assert sentence.endswith("; save soon.")
    folder.unlink()
    written(session, qtbot)
    assert said[1:] == [("info", "Edits are being logged again.")]
    assert looks(after_a_crash(folder, tmp_path)) == looks(session.document)


def test_a_folder_that_was_emptied_gets_a_whole_new_log(
    session: Session, folder: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    session.write(0, b"first")
    written(session, qtbot)
    [name] = logs(folder)
    (folder / "logs" / name).unlink()
    session.write(9, b"second")
    written(session, qtbot)
    assert text(after_a_crash(folder, tmp_path)) == text(session.document)


def test_the_main_thread_writes_nothing(
    session: Session, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    threads: set[str] = set()
    real = writing.sync_data

    def noted(calls: Calls, fd: int) -> None:
        threads.add(threading.current_thread().name)
        real(calls, fd)

    monkeypatch.setattr(writing, "sync_data", noted)
    session.write(0, b"first")
    written(session, qtbot)
    [name] = threads
    assert name.startswith("bytescope-edit log")
