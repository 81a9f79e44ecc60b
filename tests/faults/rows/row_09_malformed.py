"""Malformed inputs, named one by one, and parsers fed with what a coverage-guided fuzzer finds."""

from __future__ import annotations

import os
import tempfile
import traceback
from pathlib import Path

from faults.fuzzing import campaign
from faults.malformed import everything
from faults.malformed.case import Case
from faults.row import Result, Row, part

ROW = Row(
    9,
    "malformed files, names, settings, logs, numbers, patterns, pastes, drops, command lines; fuzzing",
    push=500,
    nightly=10_000,
    smoke=12,
    unit="inputs",
    parts=2,
    patience=900,
)
FUZZ_SECONDS = 60
WITHOUT = "no atheris, which pip install '.[faults]' brings: parsers are not fuzzed"


def run(count: int, seed: int) -> Result:
    """All named inputs and a minute of fuzzing a parser; a night fuzzes ten; a smoke tries a few."""
    index, parts = part()
    mine = everything.cases()[index::parts]
    whole = count * parts >= ROW.push
    chosen = mine if whole else mine[seed % 7 :: max(1, len(mine) // count)][:count]
    found: list[campaign.Found] = []
    targets = campaign.TARGETS[index::parts]
    if whole and campaign.is_available():
        # First of all: a process is counted the memory that the one which starts it has ever had.
        seconds = FUZZ_SECONDS * (10 if count * parts >= ROW.nightly else 1)
        found = [campaign.fuzz(name, seconds, seed) for name in targets]
    with tempfile.TemporaryDirectory(prefix="bytescope-malformed-") as folder:
        failures = [fault for case in chosen if (fault := _tried(case, Path(folder)))]
        if index == 0:
            (seeds := Path(folder) / "seeds").mkdir()
            failures += campaign.replayed(seeds)
        os.chdir("/")
    done, notes = len(chosen), f"{len(chosen):,} named"
    if not whole:
        return Result(done, failures, notes=notes)
    if not found:
        return Result(max(done, count - len(targets)), failures, len(targets), WITHOUT, notes)
    failures += [item.fault for item in found if item.fault]
    tried = sum(item.inputs for item in found)
    notes += f", {len(found)} parsers fuzzed with {tried:,} inputs"
    return Result(done + tried, failures, notes=notes)


def _tried(case: Case, folder: Path) -> str:
    place = Path(tempfile.mkdtemp(dir=folder))
    try:
        fault = case.run(place)
    except Exception:
        fault = traceback.format_exc(limit=-4)
    return f"{case.name}: {fault}" if fault else ""
