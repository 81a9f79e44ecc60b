"""Bad sectors, read in every way there is, and a medium so slow that whoever waits for it is seen to wait."""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
import tempfile
from pathlib import Path

from faults import slow_window
from faults.badmedia import Trial, random_medium
from faults.row import Result, Row, told
from helpers.fuse import Medium, available, mounted

ROW = Row(
    8,
    "bad sectors, read in every way; a window over a medium of 1 s a read and 10 s at opening (FUSE)",
    push=100,
    nightly=1000,
    smoke=3,
    unit="media",
    patience=900,
    alone=True,
)

HELD = 0.1
"""Seconds the main thread may be held in any step of the walk through the window.

A machine that is busy with other things holds every program: where the same walk over an ordinary file, once
before and once after, was held longer, up to 1.5 times as long is allowed, but not half as long as a read if
the ordinary one was not. What is wrong with the program is so each time; what was so only once comes of the
machine, which may have had to read the program itself from its disk anew.
"""
TURNS = 3
NOISE = 1.5
PAGES = 4096


def run(count: int, seed: int) -> Result:
    slow = count // 100
    result = Result(0, [])
    if not available():
        result.skipped, result.why_skipped = count, "no root or no /dev/fuse"
        return result
    with tempfile.TemporaryDirectory(prefix="bytescope-medium-") as folder:
        for number in range(count - slow):
            _bad(Path(folder), seed * 1_000_003 + number, result)
        for number in range(slow):
            _slow(Path(folder), seed + number, result)
    return result


def _bad(folder: Path, seed: int, result: Result) -> None:
    rng = random.Random(seed)
    medium, place = random_medium(rng), folder / f"bad-{seed}"
    with mounted(place, medium) as there:
        if not there:
            _skip(result)
            return
        try:
            trial = Trial(place, medium, rng, folder)
            trial.run()
            trial.close()
            faults = trial.faults
        except Exception as error:
            faults = [told(error)]
    result.done += 1
    result.failures += [f"seed {seed}: {fault}" for fault in faults]


def _slow(folder: Path, seed: int, result: Result) -> None:
    """The walk over a medium that takes 10 s to open and 1 s a read, some pages of it bad."""
    rng = random.Random(seed)
    bad = tuple(sorted(rng.sample(range(64, PAGES), 20)))
    medium = Medium(PAGES, bad, numbered=True, read_seconds=1.0, open_seconds=10.0)
    plain = folder / "plain"
    plain.write_bytes(b"".join(map(medium.page, range(PAGES))))
    for _ in range(TURNS):
        place = Path(tempfile.mkdtemp(dir=folder)) / f"slow-{seed}"
        before = _walk(plain)
        with mounted(place, medium) as there:
            if not there:
                _skip(result)
                return
            held = _walk(place)
            if not isinstance(held, str) and _written(place) != slow_window.WRITTEN:
                result.failures.append(f"seed {seed}: what was saved is not on the medium")
        after = _walk(plain)
        for walked in (before, held, after):
            if isinstance(walked, str):
                result.done += 1
                result.failures.append(f"seed {seed}: {walked}")
                return
        result.notes, too_long = _judged(seed, medium, before, held, after)
        if not too_long:
            break
    result.done += 1
    result.failures += too_long


def _judged(seed: int, medium: Medium, *walks: dict[str, list]) -> tuple[str, list[str]]:
    """How long the main thread was held, and where that was too long."""
    before, held, after = walks
    control = max(float(step[0]) for step in (*before.values(), *after.values()))
    worst = max(float(step[0]) for step in held.values())
    most = max(HELD, control, min(NOISE * control, medium.read_seconds / 2))
    notes = f"held ≤ {worst * 1000:.0f} ms; over an ordinary file ≤ {control * 1000:.0f} ms"
    return notes, [
        f"seed {seed}: {step} held the main thread for {longest * 1000:.0f} ms ({where}); "
        f"over an ordinary file no step was longer than {control * 1000:.0f} ms"
        for step, (longest, _, where) in held.items()
        if longest > most
    ]


def _walk(path: Path) -> dict[str, list] | str:
    """{step: [longest hold, seconds, where]}, or what went wrong."""
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": os.pathsep.join(sys.path)}
    with tempfile.TemporaryDirectory(prefix="bytescope-home-") as home:
        environment |= {"XDG_STATE_HOME": home, "XDG_CONFIG_HOME": home}
        command = [sys.executable, slow_window.__file__, str(path)]
        walked = subprocess.run(
            command, env=environment, capture_output=True, text=True, timeout=800, check=False
        )
    if walked.returncode:
        return f"the walk over {path.name} ended with status {walked.returncode}: {walked.stderr[-1500:]}"
    held: dict[str, list] = json.loads(walked.stdout.splitlines()[-1])
    return held


def _written(place: Path) -> bytes:
    fd = os.open(place, os.O_RDONLY)
    try:
        return os.pread(fd, len(slow_window.WRITTEN), slow_window.PLACE)
    finally:
        os.close(fd)


def _skip(result: Result) -> None:
    result.skipped += 1
    result.why_skipped = "FUSE cannot be mounted here"
