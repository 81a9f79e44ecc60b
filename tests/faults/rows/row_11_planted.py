"""Bugs planted in a copy of the program: each is caught by the row or the tests that are there for it."""

from __future__ import annotations

import tempfile
from pathlib import Path

from faults.planted.planting import Catch, Copy, missed
from faults.planted.plants import PLANTS
from faults.row import Result, Row, part

ROW = Row(
    11,
    "planted bugs: a sync left out, off by one, a phase after a split, redo not cleared, a stale cache …",
    push=len(PLANTS),
    nightly=len(PLANTS),
    smoke=1,
    unit="bugs",
    parts=1,
    patience=900,
)
QUICKEST = "redo is not cleared by a new edit"


def run(count: int, seed: int) -> Result:
    """The program without a bug must pass what is to catch one, else its failing means nothing."""
    index, parts = part()
    chosen = list(PLANTS[index::parts])
    if count < len(chosen):
        chosen = [plant for plant in PLANTS if plant.name == QUICKEST][:count]
    failures: list[str] = []
    with tempfile.TemporaryDirectory(prefix="bytescope-planted-") as folder:
        copy = Copy(Path(folder) / "copy")
        for plant in PLANTS:  # cheap: a plant that no longer fits is told in every run
            try:
                plant.planted(copy.file(plant.file).read_text(encoding="utf-8"))
            except (ValueError, SyntaxError, OSError) as error:
                failures.append(str(error))
        clean: dict[Catch, list[str]] = {}
        for plant in chosen:
            if plant.by not in clean:
                clean[plant.by] = copy.faults(plant.by)
                failures += [f"without a bug, {plant.by}: {fault}" for fault in clean[plant.by][:1]]
            if not clean[plant.by] and (why := missed(copy, plant)):
                failures.append(why)
    notes = f"{len(chosen):,} planted, each caught by its own row or tests"
    return Result(len(chosen), failures, notes=notes)
