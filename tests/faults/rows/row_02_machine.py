"""Hypothesis looks for the shortest story in which an edit, a save or a recovery goes wrong."""

from __future__ import annotations

import hypothesis
import hypothesis.configuration
import pytest
from hypothesis.stateful import run_state_machine_as_test

from faults.machine import Editing
from faults.row import Result, Row, quick_folder, told
from helpers.saving import small_chunks

ROW = Row(
    2,
    "a state machine of 50 steps: edits, saves, undo after a save, failed saves, Save As onto itself, crash",
    push=500,
    nightly=20_000,
    smoke=12,
    unit="stories",
    parts=2,
)
STEPS = 50


def run(count: int, seed: int) -> Result:
    settings = hypothesis.settings(
        max_examples=count,
        stateful_step_count=STEPS,
        deadline=None,
        database=None,
        print_blob=False,
        report_multiple_bugs=False,
        suppress_health_check=list(hypothesis.HealthCheck),
    )
    hypothesis.configuration.set_hypothesis_home_dir(quick_folder() / "hypothesis")
    failures = []
    with pytest.MonkeyPatch.context() as patch:
        small_chunks(patch, 512)
        patch.setattr("hypothesis.internal.conjecture.engine.MAX_SHRINKING_SECONDS", 10)
        try:
            run_state_machine_as_test(hypothesis.seed(seed)(Editing), settings=settings)
        except BaseException as error:
            if not isinstance(error, Exception):
                raise
            failures.append("\n".join([told(error), *getattr(error, "__notes__", [])]))
    counted = Editing.counted
    kinds = ("steps", "saves", "failed", "crashes")
    notes = ", ".join(f"{counted[kind]:,} {kind}" for kind in kinds)
    return Result(count, failures, notes=notes)
