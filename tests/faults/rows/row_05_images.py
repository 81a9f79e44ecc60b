"""Row 5: the power fails under real file systems; every block that was written is known."""

from __future__ import annotations

from faults.crash.powercuts import power_cuts
from faults.row import Result, Row

ROW = Row(
    5,
    "power failures under ext4, xfs and btrfs, at every logged write",
    push=500,
    nightly=10000,
    smoke=12,
    unit="images",
)


def run(count: int, seed: int) -> Result:
    return power_cuts(count, seed)
