"""Malformed inputs, named one by one, and parsers fed with what a coverage-guided fuzzer finds."""

from __future__ import annotations

import tempfile
import traceback
from pathlib import Path

from faults.malformed import everything
from faults.row import Result, Row, part

ROW = Row(
    9,
    "malformed inputs: files, names, settings, layouts, numbers, patterns, pastes, drops, command lines",
    push=500,
    nightly=500,
    smoke=12,
    unit="named inputs",
    parts=2,
    patience=900,
)


def run(count: int, seed: int) -> Result:
    cases = everything.cases()
    index, parts = part()
    mine = cases[index::parts]
    whole = count * parts >= ROW.push
    chosen = mine if whole else mine[seed % 7 :: max(1, len(mine) // count)][:count]
    failures = []
    with tempfile.TemporaryDirectory(prefix="bytescope-malformed-") as folder:
        for number, case in enumerate(chosen):
            place = Path(folder) / f"{number:03}"
            place.mkdir()
            try:
                fault = case.run(place)
            except Exception:
                fault = traceback.format_exc(limit=-4)
            if fault:
                failures.append(f"{case.name}: {fault}")
    return Result(len(chosen), failures, notes=f"{len(chosen):,} named")
