"""The power fails at every call of many saves and in their recovery: each file is old or new, as was told."""

from __future__ import annotations

import gc
import random
from collections.abc import Callable
from functools import partial

import pytest

from faults.films import Director
from faults.recovering import StateRecovery
from faults.row import Result, Row, part, quick_folder
from faults.scenes import CHUNK, SCENES, Scene
from faults.trials import Film, Trials
from helpers.saving import small_chunks

ROW = Row(
    3,
    "power failure in saves and in their recovery: unsynced writes there, absent or torn, names lost",
    push=100_000,
    nightly=5_000_000,
    smoke=400,
    unit="states",
    parts=2,
)


FAILING = 3
"""Of each scene so many saves, chosen at random, meet a failing disk before the power fails."""


def run(count: int, seed: int) -> Result:
    dice = random.Random(seed)
    index, parts = part()
    gc.freeze()  # what is loaded stays: looking through it after each film would take a third of the time
    with pytest.MonkeyPatch.context() as patch:
        small_chunks(patch, CHUNK)
        director = Director(quick_folder())
        films = [shoot for scene in SCENES[index::parts] for shoot in _films(director, scene, dice)]
        if count < 2000:  # a smoke run
            films = dice.sample(films, 6)
        trials = Trials(StateRecovery(), seed)
        for number, shoot in enumerate(films):
            film = shoot()
            quota = (count - trials.tried) // (len(films) - number)
            until = trials.tried + quota
            trials.all_of(film, quota // 2)
            trials.some_of(film, max(0, until - trials.tried))
            film.stage.remove()
    notes = f"{trials.different:,} different ones, of {len(films):,} saves"
    return Result(trials.tried, trials.failures, notes=notes)


def _films(director: Director, scene: Scene, dice: random.Random) -> list[Callable[[], Film]]:
    """How to record a scene: as it should go, undone and done again, stopped, and with a failing disk."""
    calls = director.calls_of(scene)
    failing = [
        partial(director.failing, scene, number, name, forever)
        for number, name in dice.sample(calls, min(FAILING, len(calls)))
        for forever in (dice.random() < 0.5,)
    ]
    ways = (director.plain, director.undone, director.stopped)
    return [*(partial(way, scene) for way in ways), *failing]
