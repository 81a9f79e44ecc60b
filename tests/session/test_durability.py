"""What a session shows of stored pages on their way to the medium: in saves, in Live access, in flushes."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QTimer
from pytestqt.qtbot import QtBot

from bytescope.core.document.patterns import Repeat
from bytescope.core.ranges import PAGESIZE, ByteRange
from bytescope.core.source.access import Access
from bytescope.core.source.descriptor import Descriptor
from bytescope.core.touched import durability as core
from bytescope.core.touched.told import Told
from bytescope.session.session import Session
from bytescope.session.storage import durability
from bytescope.session.storage.saving import Saving
from bytescope.session.workspace import Workspace

pytestmark = pytest.mark.page_cache

SIZE = 32 << 20


@pytest.fixture
def workspace(qtbot: QtBot) -> Iterator[Workspace]:
    made = Workspace(None)
    yield made
    made.shut_down(30)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A file on a disk; skips where temporary files are kept in memory."""
    file = tmp_path / "data.bin"
    file.write_bytes(bytes(SIZE))
    descriptor = Descriptor(os.open(file, os.O_RDWR))
    os.fsync(descriptor.fd)
    told = core.Durability(descriptor, 0, [ByteRange(0, SIZE)]).look(ByteRange(0, SIZE)).told
    if told is not Told.YES:
        pytest.skip(f"where temporary files are the state of pages is {told.value}")
    return file


class Seen(QObject):
    """All that a session showed, in order."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._session = session
        self.stored: list[core.Stored | None] = []
        self.words: list[str] = []
        session.durability_changed.connect(self._on_changed)

    def _on_changed(self) -> None:
        self.stored.append(self._session.durable)
        self.words.append(self._session.durable_words)


def test_a_save_is_followed_to_the_disk(workspace: Workspace, path: Path, qtbot: QtBot) -> None:
    session = workspace.open_now(str(path))
    seen, saving = Seen(session), Saving(session)
    session.fill(ByteRange(0, SIZE), Repeat(b"\xaa"))
    with qtbot.waitSignal(saving.saved, timeout=60_000):
        saving.save()
    qtbot.waitUntil(lambda: "On disk" in seen.words, timeout=20_000)
    assert seen.stored[-1] is not None
    assert seen.stored[-1].pages == SIZE // PAGESIZE


def test_after_a_while_nothing_is_said_any_more(
    workspace: Workspace, path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(durability, "HOLD", 0.05)
    session = workspace.open_now(str(path))
    seen, saving = Seen(session), Saving(session)
    session.write(5, b"x")
    with qtbot.waitSignal(saving.saved, timeout=60_000):
        saving.save()
    qtbot.waitUntil(lambda: seen.words[-2:] == ["On disk", ""], timeout=20_000)
    assert session.durable is None


def test_a_new_file_is_followed_as_well(
    workspace: Workspace, path: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    session = workspace.open_now(str(path))
    seen, saving = Seen(session), Saving(session)
    with qtbot.waitSignal(saving.saved, timeout=60_000):
        saving.save_as(os.fsencode(tmp_path / "copy"), overwrite=False)
    qtbot.waitUntil(lambda: "On disk" in seen.words, timeout=20_000)


def test_a_save_that_failed_is_no_longer_followed(workspace: Workspace, path: Path, qtbot: QtBot) -> None:
    session = workspace.open_now(str(path))
    saving = Saving(session)
    Seen(session)
    session.write(5, b"x")
    with qtbot.waitSignal(saving.failed, timeout=60_000):
        saving.save_as(os.fsencode(path.parent / "no folder" / "copy"), overwrite=False)
    assert session.durable is None
    assert session.durable_words == ""


def test_a_live_store_is_dirty_until_it_is_flushed(workspace: Workspace, path: Path, qtbot: QtBot) -> None:
    session = workspace.open_now(str(path), Access.LIVE)
    seen, saving = Seen(session), Saving(session)
    session.write(5 * PAGESIZE, b"x")
    qtbot.waitUntil(lambda: session.durable is not None, timeout=20_000)
    assert session.durable is not None
    assert session.durable.dirty + session.durable.writing == 1
    assert "dirty" in session.durable_words or "being written" in session.durable_words
    with qtbot.waitSignal(saving.saved, timeout=60_000):
        saving.save()
    qtbot.waitUntil(lambda: "On disk" in seen.words, timeout=20_000)


def test_what_the_kernel_brought_to_the_disk_by_itself_is_not_flushed(
    workspace: Workspace, path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(durability, "CALM_PERIOD", 0.05)
    session = workspace.open_now(str(path), Access.LIVE)
    Seen(session)
    session.write(5 * PAGESIZE, b"x")
    qtbot.waitUntil(lambda: session.durable is not None, timeout=20_000)
    assert session.file is not None
    os.fdatasync(session.file.fd)
    qtbot.waitUntil(lambda: session.durable_words.endswith("not flushed"), timeout=20_000)


def test_many_live_stores_do_not_put_the_look_off(workspace: Workspace, path: Path, qtbot: QtBot) -> None:
    session = workspace.open_now(str(path), Access.LIVE)
    Seen(session)
    at = iter(range(0, 4000, 2))

    def stored_and_seen() -> bool:
        session.write(next(at) * PAGESIZE, b"x")
        return session.durable is not None

    qtbot.waitUntil(stored_and_seen, timeout=20_000)


def test_a_closed_document_is_no_longer_followed(workspace: Workspace, path: Path, qtbot: QtBot) -> None:
    session = workspace.open_now(str(path), Access.LIVE)
    Seen(session)
    session.write(0, b"x")
    qtbot.waitUntil(lambda: session.durable is not None, timeout=20_000)
    workspace.close(session)
    assert session.durable is None


def test_nothing_is_asked_when_nobody_looks(workspace: Workspace, path: Path) -> None:
    session = workspace.open_now(str(path), Access.LIVE)
    session.write(0, b"x")
    assert not any(timer.isActive() for timer in session.findChildren(QTimer))


def test_a_flush_waits_for_the_stores_before_it(workspace: Workspace, path: Path, qtbot: QtBot) -> None:
    session = workspace.open_now(str(path), Access.LIVE)
    saving = Saving(session)
    session.fill(ByteRange(0, SIZE), Repeat(b"\xaa"))
    with qtbot.waitSignal(saving.saved, timeout=60_000):
        saving.save()
    assert path.read_bytes() == b"\xaa" * SIZE
    assert not session.document.modified
