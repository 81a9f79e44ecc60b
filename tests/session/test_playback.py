"""The log of touches played back: what the layers show at which time, and that nothing is edited by it."""

from __future__ import annotations

import time
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from bytescope.core.pages.run_set import RunSet
from bytescope.core.ranges import PAGESIZE, PageRange
from bytescope.core.touched.layers import Layer
from bytescope.core.touched.touch import Touch
from bytescope.session.session import Session
from bytescope.session.states.own_states import OwnStates
from bytescope.session.states.playback import QUIET, Playback, playback_of
from bytescope.session.states.stepping import step
from bytescope.session.states.touches import touches_of
from bytescope.session.workspace import Workspace

ALL = PageRange(0, 100)
START = 1_000_000.0


@pytest.fixture
def session(qtbot: QtBot) -> Iterator[Session]:
    workspace = Workspace(None)
    session = workspace.new_memory(100 * PAGESIZE)
    OwnStates(session)  # the kernel has no say in it
    touches = touches_of(session)
    for page, seconds, kind in (
        (10, 0, Touch.EDIT),
        (11, 100, Touch.EDIT),
        (10, 200, Touch.SAVE),
        (60, 1000, Touch.RESIDENT),
    ):
        touches.add(kind, RunSet.of([PageRange(page, page + 1)]), "here", START + seconds)
    yield session
    workspace.shut_down(30)


@pytest.fixture
def playback(session: Session) -> Playback:
    return playback_of(session)


def pages(session: Session, layer: Layer) -> list[int]:
    runs = session.layers.runs(layer, ALL)
    return [] if runs is None else [page for run in runs.runs() for page in range(run.first, run.end)]


def head(playback: Playback) -> float | None:
    return None if playback.head is None else playback.head - START


def test_a_time_shows_what_was_touched_until_then(session: Session, playback: Playback) -> None:
    session.write(0, b"now")
    playback.go(START + 150)
    assert (pages(session, Layer.EDITED), pages(session, Layer.SAVED)) == ([10, 11], [])
    playback.go(START + 250)
    assert (pages(session, Layer.EDITED), pages(session, Layer.SAVED)) == ([11], [10])
    playback.now()
    assert pages(session, Layer.EDITED) == [0]
    assert session.layers.past is None


def test_step_by_step_it_shows_what_a_jump_shows(session: Session, playback: Playback) -> None:
    playback.go(START)
    for _ in range(3):
        playback.step(forward=True)
    stepped = session.layers.past
    playback.now()
    playback.go(START + 1000)
    assert stepped is not None
    assert session.layers.past.states == stepped.states


def test_only_then_shows_what_was_touched_at_that_time(session: Session, playback: Playback) -> None:
    playback.show_only_then(True)
    playback.go(START + 100.5)
    assert pages(session, Layer.EDITED) == [11]


def test_states_of_then_are_shown_and_no_longer_with_now(session: Session, playback: Playback) -> None:
    layers = session.layers
    layers.show(Layer.SAVED, False)
    shown = layers.shown
    assert Layer.RESIDENT not in shown
    playback.go(START + 2000)
    assert {Layer.RESIDENT, Layer.SAVED} <= layers.shown
    layers.show(Layer.HOLE, True)
    playback.now()
    assert layers.shown == shown | {Layer.HOLE}


def test_steps_go_from_touch_to_touch(playback: Playback) -> None:
    places = []
    for forward in (False, False, False, False, False, True):
        playback.step(forward=forward)
        places.append(head(playback))
    assert places == [1000, 200, 100, 0, 0, 100]
    for _ in range(3):
        playback.step(forward=True)
    assert head(playback) is None
    playback.first()
    assert head(playback) == 0


def test_quiet_times_are_cut_short_and_the_end_is_now(session: Session, playback: Playback) -> None:
    playback.play()
    assert playback.playing
    assert head(playback) == 0
    playback.advance(1.0)
    assert head(playback) == 1.0
    playback.advance(1.0)
    assert head(playback) == 100 - QUIET
    playback.set_speed(4)
    playback.advance(100.0)
    assert head(playback) == pytest.approx(1000 - 4 * QUIET)
    playback.advance(QUIET)
    assert head(playback) == pytest.approx(1000)
    playback.advance(QUIET)
    assert head(playback) is not None
    playback.advance(0.1)
    assert (head(playback), playback.playing) == (None, False)


def test_it_plays_by_itself_and_pauses(playback: Playback, qtbot: QtBot) -> None:
    playback.play()
    qtbot.waitUntil(lambda: (head(playback) or 0) > 0.1)
    playback.pause()
    assert not playback.playing
    assert head(playback) is not None


def test_playing_edits_nothing(session: Session, playback: Playback) -> None:
    session.write(0, b"now")
    before = (session.document.generation, session.document.index, list(touches_of(session).log))
    playback.play()
    for _ in range(20):
        playback.advance(1.0)
    playback.step(forward=False)
    playback.now()
    assert (session.document.generation, session.document.index, list(touches_of(session).log)) == before


def test_a_time_that_has_not_come_is_now(session: Session, playback: Playback) -> None:
    playback.go(time.time() + 60)
    assert playback.head is None
    assert session.layers.past is None


def test_next_goes_through_the_pages_that_are_shown(session: Session, playback: Playback) -> None:
    session.write(0, b"now")
    playback.go(START + 150)
    step(session, forward=True)
    assert session.selection.caret == 10 * PAGESIZE


def test_where_nothing_changes_the_map_is_not_told(
    session: Session, playback: Playback, qtbot: QtBot
) -> None:
    playback.go(START + 150)
    with qtbot.assertNotEmitted(session.layers.changed):
        playback.go(START + 152)
    with qtbot.waitSignal(session.layers.changed):
        playback.go(START + 250)
