"""A random user at the real window, several documents open, checked against a model of each."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile

from faults import monkey
from faults.row import Result, Row

ROW = Row(
    10,
    "a random user at the real window: clicks, drags, wheel, keys, commands, menus and dialogs",
    push=5000,
    nightly=200_000,
    smoke=60,
    unit="events",
    parts=2,
    patience=600,
)

PLAY = 2500
"""Events of one play: a window of its own, with a seed of its own."""

MOST_GROWTH = 160 << 20
"""Docks, dialogs and pages of help are made when first come to: a play of 6,000 events grew by 140 MiB
until the 3,500th, and not at all in the 2,500 after it."""


def run(count: int, seed: int) -> Result:
    result = Result(0, [])
    edits = checks = growth = 0
    plays = -(-count // PLAY)
    for number in range(plays):
        events = min(PLAY, count - number * PLAY)
        played = _play(seed * 1000 + number, events, result)
        edits += played.get("edits", 0)
        checks += played.get("checks", 0)
        before, after = played.get("memory", (0, 0))
        growth += max(0, after - before)
        if after - before > MOST_GROWTH:
            result.failures.append(
                f"seed {seed * 1000 + number}: memory grew by {(after - before) >> 20} MiB after the first "
                f"{monkey.WARM:,} events"
            )
    result.notes = f"{edits:,} edits, {checks:,} looks; memory of all plays + {growth >> 20} MiB"
    return result


def _play(seed: int, events: int, result: Result) -> dict:
    """What one play tells; its faults are noted with the seed and the last events."""
    with tempfile.TemporaryDirectory(prefix="bytescope-home-") as home:
        environment = os.environ | {
            "QT_QPA_PLATFORM": "offscreen",
            "PYTHONPATH": os.pathsep.join(sys.path),
            **dict.fromkeys(("HOME", "XDG_STATE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME"), home),
        }
        environment.setdefault("NUMBA_CACHE_DIR", os.path.join(tempfile.gettempdir(), "bytescope-numba"))
        command = [sys.executable, monkey.__file__, str(seed), str(events)]
        done = subprocess.run(
            command, env=environment, capture_output=True, text=True, timeout=1200, check=False
        )
    if done.returncode or not done.stdout:
        result.failures.append(
            f"seed {seed}, {events} events: ended with status {done.returncode}: {done.stderr[:3000]}"
        )
        return {}
    played: dict = json.loads(done.stdout.splitlines()[-1])
    result.done += played["done"]
    if played["faults"]:
        said = "\n".join([*played["faults"], "The last events:", *played["events"]])
        result.failures.append(f"seed {seed}, {events} events: {said}")
    return played
