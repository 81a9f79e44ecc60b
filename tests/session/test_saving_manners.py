"""While a save runs: no second one, and nobody else is blamed for what we write."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from bytescope.session.outside.watch import Watch
from bytescope.session.session import Session
from bytescope.session.storage.saving import Saving
from bytescope.session.workspace import Workspace


@pytest.fixture
def session(qtbot: QtBot, tmp_path: Path) -> Iterator[Session]:
    path = tmp_path / "data.bin"
    path.write_bytes(bytes(4096))
    workspace = Workspace(None)
    yield workspace.open_now(str(path))
    workspace.shut_down(wait_seconds=60)


def test_a_second_save_is_refused_while_one_runs(session: Session, qtbot: QtBot) -> None:
    saving = Saving(session)
    session.write(0, b"new")
    with qtbot.waitSignal(saving.saved):
        saving.save()
        with qtbot.waitSignal(session.told) as told:
            saving.save()
    assert told.args[1].startswith("A save is under way")
    qtbot.waitUntil(lambda: not session.jobs.busy)
    assert not saving.running
    assert not session.document.modified


def test_what_we_write_is_not_blamed_on_another_program(session: Session, qtbot: QtBot) -> None:
    watch = Watch(session)
    seen: list[str] = []
    watch.noticed.connect(lambda _outside, text: seen.append(text))
    assert session.file is not None
    watch.look()
    session.document.lock()
    Path(session.file.path.decode()).write_bytes(b"ours" * 1024)
    watch.look()
    qtbot.waitUntil(lambda: not session.jobs.busy)
    session.document.unlock()
    assert seen == []
    watch.look()
    qtbot.waitUntil(lambda: len(seen) == 1)


def test_a_look_from_before_a_save_is_not_told_after_it(session: Session, qtbot: QtBot) -> None:
    watch = Watch(session)
    seen: list[str] = []
    watch.noticed.connect(lambda _outside, text: seen.append(text))
    assert session.file is not None
    Path(session.file.path.decode()).write_bytes(b"ours" * 1024)
    watch.look()
    watch.accept()
    qtbot.waitUntil(lambda: not session.jobs.busy)
    assert seen == []
