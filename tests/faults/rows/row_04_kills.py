"""Row 4: ``kill -9`` at every system call of a save, and at random moments of editing and saving."""

from __future__ import annotations

from faults.crash.kills import kills
from faults.row import Result, Row

ROW = Row(
    4,
    "kill -9 at each system call of a save, and at random moments",
    push=600,
    nightly=6000,
    smoke=12,
    unit="kills",
)


def run(count: int, seed: int) -> Result:
    return kills(count, seed)
