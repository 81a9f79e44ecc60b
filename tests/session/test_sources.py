"""What the layers are told of our own doing: edited, saved, changed outside, seen."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from bytescope.core.ranges import PAGESIZE, PageRange
from bytescope.core.touched.layers import Layer
from bytescope.session.session import Session
from bytescope.session.states.sources import attach
from bytescope.session.storage.saving import Saving
from bytescope.session.workspace import Workspace

PAGES = 64
ALL = PageRange(0, PAGES)


@pytest.fixture
def workspace(qtbot: QtBot) -> Iterator[Workspace]:
    made = Workspace(None)
    yield made
    made.shut_down(30)


@pytest.fixture
def session(workspace: Workspace, tmp_path: Path) -> Session:
    path = tmp_path / "data.bin"
    path.write_bytes(b"text" * (PAGES * PAGESIZE // 4))
    made = workspace.open_now(str(path))
    attach(made)
    return made


def pages(session: Session, layer: Layer, within: PageRange = ALL) -> list[int] | None:
    runs = session.layers.runs(layer, within)
    return None if runs is None else [page for run in runs.runs() for page in range(run.first, run.end)]


def test_an_edit_is_there_at_once_and_told(session: Session, qtbot: QtBot) -> None:
    with qtbot.waitSignal(session.layers.changed, timeout=1000):
        session.write(5 * PAGESIZE, b"x")
    session.write(7 * PAGESIZE - 1, b"xy")
    assert pages(session, Layer.EDITED) == [5, 6, 7]
    assert pages(session, Layer.EDITED, PageRange(6, 7)) == [6]
    session.undo()
    assert pages(session, Layer.EDITED) == [5]
    assert pages(session, Layer.SAVED) == []


def test_what_a_save_wrote_is_saved_and_no_longer_edited(session: Session, qtbot: QtBot) -> None:
    session.write(9 * PAGESIZE, b"new")
    saving = Saving(session)
    with qtbot.waitSignal(saving.saved, timeout=30_000):
        saving.save()
    assert pages(session, Layer.EDITED) == []
    assert pages(session, Layer.SAVED) == [9]


def test_what_was_read_is_seen(session: Session, qtbot: QtBot) -> None:
    assert pages(session, Layer.SEEN) is None
    assert pages(session, Layer.OUTSIDE) is None
    session.layers.show(Layer.SEEN, True)
    with qtbot.waitSignal(session.layers.changed, timeout=30_000):
        session.survey.start(fast=False)
    qtbot.waitUntil(lambda: pages(session, Layer.SEEN) == list(range(PAGES)), timeout=30_000)
    session.write(3 * PAGESIZE, b"x")
    assert pages(session, Layer.SEEN) != list(range(PAGES))
    assert pages(session, Layer.OUTSIDE) == []


def test_what_others_changed_is_told(session: Session, qtbot: QtBot) -> None:
    session.survey.start(fast=False)
    qtbot.waitUntil(lambda: pages(session, Layer.SEEN) == list(range(PAGES)), timeout=30_000)
    prints = session.survey.prints
    assert prints is not None
    prints.changed = prints.changed.union(_one(11))
    assert pages(session, Layer.OUTSIDE) == [11]
    assert pages(session, Layer.OUTSIDE, PageRange(12, 20)) == []


def _one(page: int):
    from bytescope.core.pages.run_set import RunSet

    return RunSet.of([PageRange(page, page + 1)])
