"""Any length goes from one document into another by reference, and is saved as the bytes it stood for."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from bytescope.core.ranges import ByteRange
from bytescope.core.source.access import Access
from bytescope.session.exchange.carrying import carrier_of
from bytescope.session.session import Session
from bytescope.session.storage.saving import Saving
from bytescope.session.workspace import Workspace
from helpers.files import sparse_file

GIB = 1 << 30


@pytest.fixture
def workspace(qtbot: QtBot, tmp_path: Path) -> Iterator[Workspace]:
    made = Workspace(None, private_folder=tmp_path / "private")
    yield made
    made.shut_down(30)


def opened(workspace: Workspace, path: Path, data: bytes, access: Access = Access.EDIT) -> Session:
    path.write_bytes(data)
    return workspace.open_now(str(path), access)


def carry(
    source: Session, range_: ByteRange, target: Session, at: int, qtbot: QtBot, insert: bool = False
) -> None:
    carrier = carrier_of(source.jobs)
    assert carrier.hold(source, range_)
    target.set_caret(at)
    if insert != target.selection.insert:
        target.toggle_insert()
    paste(target, qtbot)


def paste(target: Session, qtbot: QtBot) -> None:
    carrier = carrier_of(target.jobs)
    carrier.paste(target, carrier.key)
    qtbot.waitUntil(lambda: not target.jobs.has("Paste"))


def whole(session: Session) -> bytes:
    return session.document.snapshot().read(0, session.size).data


def test_a_hundred_gibibytes_are_inserted_and_taken_back(
    workspace: Workspace, qtbot: QtBot, tmp_path: Path
) -> None:
    path = sparse_file(tmp_path / "large", 128 * GIB, [(50 * GIB, b"island")])
    source = workspace.open_now(str(path))
    target = opened(workspace, tmp_path / "b", b"0123456789")
    carry(source, ByteRange(GIB, 101 * GIB), target, 5, qtbot, insert=True)
    assert target.size == 10 + 100 * GIB
    assert target.document.snapshot().read(5 + 49 * GIB, 6).data == b"island"
    assert target.document.snapshot().read(5 + 100 * GIB, 5).data == b"56789"
    assert len(target.document.steps) == 1
    target.undo()
    assert whole(target) == b"0123456789"


def test_edits_of_the_source_come_along_and_a_save_writes_them(
    workspace: Workspace, qtbot: QtBot, tmp_path: Path
) -> None:
    source = opened(workspace, tmp_path / "a", bytes(range(200)) * 50)
    target = opened(workspace, tmp_path / "b", b"-" * 9000)
    source.insert(100, b"inserted")
    wanted = whole(source)[50:5000]
    carry(source, ByteRange(50, 5000), target, 1000, qtbot)
    workspace.close(source)
    assert whole(target) == b"-" * 1000 + wanted + b"-" * (9000 - 1000 - len(wanted))
    saving = Saving(target)
    with qtbot.waitSignal(saving.saved):
        saving.save()
    assert (tmp_path / "b").read_bytes() == whole(target)
    target.undo()
    assert whole(target) == b"-" * 9000


def test_within_one_document_it_takes_its_own_bytes(
    workspace: Workspace, qtbot: QtBot, tmp_path: Path
) -> None:
    data = os.urandom(6000)
    session = opened(workspace, tmp_path / "a", data)
    carry(session, ByteRange(0, 3000), session, 2000, qtbot)
    wanted = data[:2000] + data[:3000] + data[5000:]
    assert whole(session) == wanted
    saving = Saving(session)
    with qtbot.waitSignal(saving.saved):
        saving.save()
    assert (tmp_path / "a").read_bytes() == wanted


def test_a_source_that_was_changed_since_is_refused(
    workspace: Workspace, qtbot: QtBot, tmp_path: Path
) -> None:
    source = opened(workspace, tmp_path / "a", bytes(5000))
    target = opened(workspace, tmp_path / "b", bytes(9000))
    told: list[str] = []
    target.told.connect(lambda level, text: told.append(text))
    assert carrier_of(source.jobs).hold(source, ByteRange(0, 4000))
    (tmp_path / "a").write_bytes(b"x" * 5000)
    paste(target, qtbot)
    assert told == ["“a” was changed since these bytes were copied; copy them again."]
    assert not target.document.modified
    (tmp_path / "a").unlink()
    paste(target, qtbot)
    assert len(told) == 2
    carrier_of(source.jobs).paste(target, "another key")
    assert "copy it again" in told[2]


def test_live_access_gives_no_more_than_the_clipboard_takes(workspace: Workspace, tmp_path: Path) -> None:
    source = opened(workspace, tmp_path / "a", bytes(5000), Access.LIVE)
    told: list[str] = []
    source.told.connect(lambda level, text: told.append(text))
    assert not carrier_of(source.jobs).hold(source, ByteRange(0, 4000))
    assert told[0].startswith("In Live access")


def test_what_does_not_fit_is_not_pasted(workspace: Workspace, qtbot: QtBot, tmp_path: Path) -> None:
    source = opened(workspace, tmp_path / "a", bytes(5000))
    target = opened(workspace, tmp_path / "b", bytes(100))
    told: list[str] = []
    target.told.connect(lambda level, text: told.append(text))
    carry(source, ByteRange(0, 4000), target, 0, qtbot)
    assert told[0].startswith("The 4,000 bytes do not fit")
    assert not target.document.modified
