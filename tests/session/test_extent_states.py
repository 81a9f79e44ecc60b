"""What the layers of disk space say, and that the list is read only when it may be another."""

from __future__ import annotations

import os
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from bytescope.core.ranges import PAGESIZE, PageRange
from bytescope.core.touched import extents
from bytescope.core.touched.layers import Layer
from bytescope.core.touched.told import Told
from bytescope.session.session import Session
from bytescope.session.states import extent_states
from bytescope.session.states.extent_states import ExtentStates
from bytescope.session.storage.saving import Saving
from bytescope.session.workspace import Workspace

PAGES = 1000
WAIT = 30_000


@pytest.fixture
def workspace(qtbot: QtBot) -> Iterator[Workspace]:
    made = Workspace(None)
    yield made
    made.shut_down(30)


@pytest.fixture
def session(workspace: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Session:
    """A file of holes with three pages of data, whose holes are shown."""
    monkeypatch.setattr(extent_states, "SOON", 0.01)
    monkeypatch.setattr(extent_states, "WHOLE_PERIOD", 0.03)
    path = tmp_path / "data"
    with path.open("wb") as file:
        file.truncate(PAGES * PAGESIZE)
        for page in (3, 4, 700):
            os.pwrite(file.fileno(), b"x", page * PAGESIZE)
        os.fsync(file.fileno())
    made = workspace.open_now(str(path))
    assert made is not None
    made.layers.show(Layer.HOLE, True)
    return made


def pages(session: Session, layer: Layer) -> list[tuple[int, int]] | None:
    runs = session.layers.runs(layer, PageRange(0, session.page_count))
    return None if runs is None else [(run.first, run.end) for run in runs.runs()]


def holes_around(*data: int) -> list[tuple[int, int]]:
    edges = [-1, *sorted(data), PAGES]
    return [(a + 1, b) for a, b in pairwise(edges) if b > a + 1]


def test_holes_are_told_and_kept_up_to_date(session: Session, qtbot: QtBot) -> None:
    ExtentStates(session)
    qtbot.waitUntil(lambda: pages(session, Layer.HOLE) == holes_around(3, 4, 700), timeout=WAIT)
    assert session.file is not None
    descriptor = os.open(session.file.path, os.O_RDWR)
    os.pwrite(descriptor, b"x", 50 * PAGESIZE)
    os.close(descriptor)
    qtbot.waitUntil(lambda: pages(session, Layer.HOLE) == holes_around(3, 4, 50, 700), timeout=WAIT)


def test_a_save_into_a_hole_ends_it(session: Session, qtbot: QtBot) -> None:
    ExtentStates(session)
    qtbot.waitUntil(lambda: pages(session, Layer.HOLE) is not None, timeout=WAIT)
    saving = Saving(session)
    session.write(99 * PAGESIZE, b"new")
    assert pages(session, Layer.HOLE) == holes_around(3, 4, 700)
    with qtbot.waitSignal(saving.saved, timeout=WAIT):
        saving.save()
    qtbot.waitUntil(lambda: pages(session, Layer.HOLE) == holes_around(3, 4, 99, 700), timeout=WAIT)


def test_the_list_of_a_file_that_is_the_same_is_not_read_again(
    session: Session, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    source, reads, looks = ExtentStates(session), [], []
    qtbot.waitUntil(lambda: pages(session, Layer.HOLE) is not None, timeout=WAIT)
    step = extents.Extents.step
    monkeypatch.setattr(extents.Extents, "step", lambda self, **kw: reads.append(1) or step(self, **kw))
    listed = source._on_listed
    monkeypatch.setattr(source, "_on_listed", lambda *found: looks.append(found) or listed(*found))
    qtbot.waitUntil(lambda: len(looks) > 3, timeout=WAIT)
    assert reads == []


def test_a_list_that_will_be_another_of_the_same_file_is_read_again(session: Session, qtbot: QtBot) -> None:
    """What was stored gets its place on the disk without the file's times telling it."""
    ExtentStates(session)
    assert session.file is not None
    descriptor = os.open(session.file.path, os.O_RDWR)
    os.pwrite(descriptor, b"x", 50 * PAGESIZE)
    qtbot.waitUntil(lambda: pages(session, Layer.HOLE) == holes_around(3, 4, 50, 700), timeout=WAIT)
    waits = session.layers.state(Layer.HOLE).note
    os.fsync(descriptor)
    os.close(descriptor)
    if "without a place" not in waits:
        pytest.skip("this file system gives each page its place at once")
    qtbot.waitUntil(lambda: session.layers.state(Layer.HOLE).note == "", timeout=WAIT)


def test_nothing_is_read_while_nobody_looks(session: Session, qtbot: QtBot) -> None:
    session.layers.show(Layer.HOLE, False)
    source = ExtentStates(session)
    session.layers.stirred.emit()
    assert not source._timer.isActive()
    assert not session.jobs.busy
    session.layers.show(Layer.SHARED, True)
    qtbot.waitUntil(lambda: pages(session, Layer.HOLE) is not None, timeout=WAIT)
    session.layers.sleep(True)
    assert not source._timer.isActive()


def test_pages_that_a_deletion_has_moved_are_left_out(session: Session, qtbot: QtBot) -> None:
    ExtentStates(session)
    qtbot.waitUntil(lambda: pages(session, Layer.HOLE) is not None, timeout=WAIT)
    session.type_insert(500 * PAGESIZE, b"x")
    assert pages(session, Layer.HOLE) == [(0, 3), (5, 500)]
    session.undo()
    assert pages(session, Layer.HOLE) == holes_around(3, 4, 700)


def test_what_the_file_system_cannot_tell_is_said(
    session: Session, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> int:
        raise OSError(95, "Operation not supported")

    monkeypatch.setattr(extents.fcntl, "ioctl", refuse)
    ExtentStates(session)
    qtbot.waitUntil(lambda: pages(session, Layer.HOLE) is not None, timeout=WAIT)
    state = session.layers.state(Layer.SHARED)
    assert (state.told, state.note) == (Told.NOT_AVAILABLE, extents.NO_LIST)
