"""What a row of the fault battery is: what it tries, how often, and what came of it."""

from __future__ import annotations

import os
import traceback
from dataclasses import dataclass
from pathlib import Path

QUICK = "BYTESCOPE_FAULTS_QUICK"
PART = "BYTESCOPE_FAULTS_PART"


@dataclass(frozen=True)
class Row:
    """A kind of fault. A row's module has it as ``ROW``, beside ``run(count, seed) -> Result``.

    ``push``, ``nightly`` and ``smoke`` are how many tries there are, of ``unit``. ``parts``: processes the
    tries can be shared out to (each plays its share, with a seed of its own; ``part()`` says which it is).
    ``patience``: seconds one part may take in a push; a night may take forty times as long.
    ``alone``: nothing else may run beside it, as it measures times.
    """

    number: int
    title: str
    push: int
    nightly: int
    smoke: int
    unit: str = "tries"
    parts: int = 1
    patience: float = 300.0
    alone: bool = False


@dataclass
class Result:
    """What came of a row. Each failure says all that is needed to see it again (the seed, the place).

    ``skipped`` tries were not made, because of ``why_skipped``: they are counted, never passed over.
    ``notes``: what else is worth a place in the table ("1,234 saves").
    """

    done: int
    failures: list[str]
    skipped: int = 0
    why_skipped: str = ""
    notes: str = ""


def part() -> tuple[int, int]:
    """Which share of the row this process plays, and of how many: (0, 1) where it plays all of it."""
    index, _, count = os.environ.get(PART, "0/1").partition("/")
    return int(index), int(count)


def quick_folder() -> Path:
    """A folder in memory where there is one; emptied when the row has ended, however it ends."""
    given = os.environ.get(QUICK)
    if given is None:
        raise RuntimeError("rows are played by tests/faults/run.py")
    return Path(given)


def told(error: BaseException) -> str:
    """An error for a failure: what it is, and the last places it came through."""
    places = traceback.extract_tb(error.__traceback__)[-3:]
    lines = [f"  {Path(place.filename).name}:{place.lineno} {place.name}: {place.line}" for place in places]
    return "\n".join([f"{type(error).__name__}: {error}", *lines])
