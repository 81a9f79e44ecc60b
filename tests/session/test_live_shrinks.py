"""A live document is cut in a job: until that is told, caret and selection may lie behind its end."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from bytescope.core.ranges import PAGESIZE, ByteRange
from bytescope.core.source.access import Access
from bytescope.session.analysis.kinds import kinds_of
from bytescope.session.analysis.scope import range_in
from bytescope.session.session import Session
from bytescope.session.workspace import Workspace


@pytest.fixture
def cut(qtbot: QtBot, tmp_path: Path) -> Iterator[Session]:
    """A document of 400 bytes in which 384 to 1000 are still selected."""
    path = tmp_path / "live"
    path.write_bytes(b"\x7fELF" * PAGESIZE)
    workspace = Workspace(None)
    session = workspace.open_now(str(path), Access.LIVE)
    session.select(ByteRange(384, 1000))
    session.document.resize(400)
    yield session
    workspace.shut_down(wait_seconds=60)


def test_what_is_there_is_named(cut: Session, qtbot: QtBot) -> None:
    errors: list[Exception] = []
    cut.jobs.failed.connect(errors.append)
    kinds = kinds_of(cut)
    with qtbot.waitSignal(kinds.looked):
        kinds.open()
    assert kinds.place == ByteRange(384, 400)
    assert errors == []


def test_what_is_there_is_meant(cut: Session) -> None:
    assert range_in(cut, "selection") == ByteRange(384, 400)
