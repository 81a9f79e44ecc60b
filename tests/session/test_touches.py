"""What is written down when pages are touched: by edits, saves, other programs and the page cache."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from bytescope.core.pages.run_set import RunSet
from bytescope.core.ranges import PAGESIZE, ByteRange, PageRange
from bytescope.core.touched.layers import Layer
from bytescope.core.touched.moves import Moves
from bytescope.core.touched.state_runs import StateRuns
from bytescope.core.touched.touch import Touch
from bytescope.session.outside.watch import Watch
from bytescope.session.session import Session
from bytescope.session.states import touches as module
from bytescope.session.states.file_pages import MOVED
from bytescope.session.states.layers import LayerState
from bytescope.session.states.own_states import OwnStates
from bytescope.session.states.touches import HERE, OTHERS, touches_of
from bytescope.session.storage.saving import Saving
from bytescope.session.workspace import Workspace
from helpers.files import noise_bytes

PAGES = 64


@pytest.fixture
def workspace(qtbot: QtBot) -> Iterator[Workspace]:
    made = Workspace(None)
    yield made
    made.shut_down(30)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    file = tmp_path / "disk.img"
    file.write_bytes(noise_bytes(PAGES * PAGESIZE))
    return file


@pytest.fixture
def session(workspace: Workspace, path: Path) -> Session:
    made = workspace.open_now(str(path))
    OwnStates(made)  # the kernel has no say in it
    touches_of(made)
    return made


def log(session: Session) -> list[tuple[Touch, list[int], str]]:
    return [
        (touched.kind, [p for run in touched.pages for p in range(run.first, run.end)], touched.who)
        for touched in touches_of(session).log
    ]


def resident(session: Session, *runs: tuple[int, int, int], note: str = "") -> None:
    """The page cache says: ``count`` pages of first to end."""
    import numpy as np

    firsts, ends, counts = (np.array([run[i] for run in runs], np.int64) for i in range(3))
    session.layers.put(Layer.RESIDENT, LayerState(runs=StateRuns(firsts, ends, counts), note=note))


def test_there_is_one_for_a_session(session: Session) -> None:
    assert touches_of(session) is touches_of(session)
    assert touches_of(session).parent() is session


def test_edits_undone_and_saved(session: Session, qtbot: QtBot) -> None:
    session.write(5 * PAGESIZE - 1, b"xy")
    session.undo()
    session.redo()
    session.revert(ByteRange(0, session.size))
    session.write(9 * PAGESIZE, b"z")
    saving = Saving(session)
    with qtbot.waitSignal(saving.saved, timeout=30_000):
        saving.save()
    assert log(session) == [
        (Touch.EDIT, [4, 5], HERE),
        (Touch.UNDO, [4, 5], HERE),
        (Touch.EDIT, [4, 5], HERE),
        (Touch.UNDO, [4, 5], HERE),
        (Touch.EDIT, [9], HERE),
        (Touch.SAVE, [9], HERE),
    ]


def test_an_edit_of_very_many_ranges_is_taken_as_the_edited_pages(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "MOST_RANGES", 0)
    session.write(5 * PAGESIZE - 1, b"xy")
    assert log(session) == [(Touch.EDIT, [4, 5], HERE)]


WRITE = "import sys; f = open(sys.argv[1], 'r+b'); f.seek(int(sys.argv[2])); f.write(b'theirs')"


def test_pages_that_another_program_changed_and_no_others(session: Session, path: Path, qtbot: QtBot) -> None:
    watch = Watch(session)
    session.survey.start(fast=False)
    qtbot.waitUntil(lambda: not session.jobs.busy and session.survey.prints is not None, timeout=30_000)
    with qtbot.waitSignal(watch.noticed, timeout=30_000):
        subprocess.run([sys.executable, "-c", WRITE, path, str(7 * PAGESIZE)], check=True)
        watch.look()
    qtbot.waitUntil(lambda: log(session) == [(Touch.OUTSIDE, [7], OTHERS)], timeout=30_000)
    watch.stop()


@pytest.mark.parametrize("at_once", [module.AT_ONCE, -1], ids=["at once", "in a job"])
def test_what_came_into_memory_and_left_it(session: Session, at_once: int, qtbot: QtBot, monkeypatch) -> None:
    monkeypatch.setattr(module, "AT_ONCE", at_once)
    resident(session, (0, 4, 4), (10, 20, 5))
    resident(session, (2, 6, 4), (10, 20, 10), (30, 40, 3))
    wanted = [(Touch.RESIDENT, [4, 5], ""), (Touch.EVICTED, [0, 1], "")]
    qtbot.waitUntil(lambda: log(session) == wanted)


def test_pages_that_an_insertion_moved_did_not_come_or_go(session: Session) -> None:
    resident(session, (0, 60, 60))
    session.insert(PAGESIZE, b"x")
    before = len(log(session))
    resident(session, (0, 1, 1), note=MOVED)
    resident(session, (0, 1, 1), note=MOVED)
    session.undo()
    resident(session, (0, 1, 1), note=MOVED)  # of a look that began before
    resident(session, (0, 60, 60))
    resident(session, (0, 61, 61))
    assert log(session)[before + 1 :] == [(Touch.RESIDENT, [60], "")]


def test_what_load_and_evict_do_is_taken_down_once(session: Session) -> None:
    resident(session, (0, 10, 10))
    touches_of(session).acted(Moves(RunSet(), RunSet.of([PageRange(0, 4)])), time.time())
    resident(session, (6, 10, 4))
    assert log(session) == [(Touch.EVICTED, [0, 1, 2, 3], HERE), (Touch.EVICTED, [4, 5], "")]


def test_what_traces_find_is_added_and_told(session: Session, qtbot: QtBot) -> None:
    touches = touches_of(session)
    with qtbot.waitSignal(touches.changed):
        touches.add(Touch.READ, RunSet.of([PageRange(1, 3)]), "dd, 4711", at=1e9)
    (touched,) = touches.log
    assert (touched.time, touched.who) == (1e9, "dd, 4711")
