"""Saves with a journal and an edit log: what a failed save has left is held on to until saving worked."""

from __future__ import annotations

import errno
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from bytescope.core.document.patterns import Repeat
from bytescope.core.ranges import ByteRange
from bytescope.core.storage import save as saving_module
from bytescope.core.storage.calls import CALLS
from bytescope.core.storage.failure import FileState, SaveFailed
from bytescope.core.storage.private import StateFolder, StateFolderError
from bytescope.session.session import Session
from bytescope.session.storage.saving import Saving
from bytescope.session.workspace import Workspace
from helpers.saving import Trouble

OLD = bytes(range(256)) * 64


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "state"


@pytest.fixture
def session(qtbot: QtBot, tmp_path: Path, folder: Path) -> Iterator[Session]:
    path = tmp_path / "data.bin"
    path.write_bytes(OLD)
    workspace = Workspace(None, private_folder=folder)
    session = workspace.open_now(str(path))
    yield session
    qtbot.waitUntil(lambda: not session.jobs.busy)
    workspace.shut_down(wait_seconds=60)


def content(session: Session) -> bytes:
    assert session.file is not None
    return Path(session.file.path.decode()).read_bytes()


def shown(session: Session) -> bytes:
    return session.document.snapshot().read(0, session.size).data


def names(folder: Path) -> list[str]:
    return StateFolder(folder).names("journals")


def edit(session: Session) -> bytes:
    session.fill(ByteRange(100, 9000), Repeat(b"new"))
    session.document.move_block(ByteRange(12000, 13000), 200)
    return shown(session)


def saved(saving: Saving, qtbot: QtBot) -> str:
    with qtbot.waitSignal(saving.saved) as told:
        saving.save()
    return told.args[0]


def failed(saving: Saving, qtbot: QtBot) -> Exception:
    with qtbot.waitSignal(saving.failed) as told:
        saving.save()
    return told.args[0]


def test_a_save_leaves_no_journal_and_can_be_undone(session: Session, qtbot: QtBot, folder: Path) -> None:
    new = edit(session)
    saving = Saving(session)
    assert "read back" in saved(saving, qtbot)
    assert content(session) == new
    assert names(folder) == []
    session.undo()
    session.undo()
    assert shown(session) == OLD
    saved(saving, qtbot)
    assert content(session) == OLD


def test_bytes_that_undo_brings_back_after_a_save_are_shown(session: Session, qtbot: QtBot) -> None:
    """They are in the journal now, which does not tell how long it is."""
    session.fill(ByteRange(100, 9000), Repeat(b"new"))
    saved(Saving(session), qtbot)
    session.undo()
    session.bytes.ask(ByteRange(0, 9000))
    qtbot.waitUntil(lambda: session.bytes.get(0, 9000) is not None)
    found = session.bytes.get(0, 9000)
    assert found is not None
    assert found.data == OLD[:9000]
    assert not found.lost


def test_after_a_save_that_failed_half_way_nothing_is_lost(
    session: Session, qtbot: QtBot, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    new = edit(session)
    saving = Saving(session)

    def decide(index: int, name: str) -> int | None:
        begun = [i for i, call in enumerate(trouble.made) if call == "fdatasync"][1:2]
        return errno.EIO if begun and name in ("pwrite", "fdatasync") and len(written(trouble)) > 2 else None

    trouble = Trouble(decide)
    monkeypatch.setattr("bytescope.core.storage.writer.CHUNK", 4096)
    monkeypatch.setattr(
        saving_module.save, "__kwdefaults__", saving_module.save.__kwdefaults__ | {"calls": trouble.calls}
    )
    error = failed(saving, qtbot)
    assert isinstance(error, SaveFailed)
    assert error.state is FileState.MIXED
    assert content(session) not in (OLD, new)
    assert shown(session) == new
    assert session.document.modified
    assert len(names(folder)) == 1
    assert StateFolder(folder).in_use("journals", names(folder)[0])
    monkeypatch.setattr(
        saving_module.save, "__kwdefaults__", saving_module.save.__kwdefaults__ | {"calls": CALLS}
    )
    del error
    saved(saving, qtbot)
    assert content(session) == new
    assert names(folder) == []
    while session.document.index:
        session.undo()
    assert shown(session) == OLD


def written(trouble: Trouble) -> list[str]:
    """The calls of ``pwrite`` behind the second sync: those to the file itself."""
    second = [i for i, call in enumerate(trouble.made) if call == "fdatasync"][1]
    return [call for call in trouble.made[second:] if call == "pwrite"]


def test_without_a_folder_for_the_journal_nothing_is_saved_unasked(
    session: Session, qtbot: QtBot, folder: Path
) -> None:
    folder.write_bytes(b"not a folder")
    session.write(0, b"new")
    saving = Saving(session)
    error = failed(saving, qtbot)
    assert isinstance(error, StateFolderError)
    assert "“data.bin” was not saved" in str(error)
    assert content(session) == OLD
    with qtbot.waitSignal(saving.saved):
        saving.save(journaled=False)
    assert content(session)[:3] == b"new"
