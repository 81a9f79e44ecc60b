"""Another program cuts, regrows, deletes, replaces the file under scan, search, copy, save and paint."""

from __future__ import annotations

import collections

from faults.row import Result, Row, quick_folder, told

ROW = Row(
    7,
    "truncation, regrowth, deletion, replacement under scan, paint, search, copy, save; live window",
    push=2200,
    nightly=22_000,
    smoke=12,
    unit="cycles",
    parts=2,
)
SHARE = 11
"""One cycle in so many is lived through in a window."""


def run(count: int, seed: int) -> Result:
    from bytescope.core.pages.kernels import measure, warm
    from bytescope.core.source import guard
    from faults.outsiders import Contents, CoreCycle

    failures: list[str] = []
    if not guard.install():
        failures.append("the guard cannot be installed here")
    warm()
    live = max(1, count // SHARE)
    folder, contents = quick_folder(), Contents(seed)
    acts: collections.Counter[str] = collections.Counter()
    for number in range(seed << 32, (seed << 32) + count - live):
        cycle = CoreCycle(folder / "core.bin", contents, number, measure)
        try:
            fault = cycle.fault()
        except Exception as error:
            fault = told(error)
        acts.update(cycle.outsider.done)
        if fault:
            failures.append(f"cycle {number}: {fault}")
            if len(failures) >= 20:
                return Result(count, failures)
    from faults.living import LiveWindow

    window = LiveWindow(folder / "live.bin", contents, seed)
    try:
        for number in range(live):
            if fault := window.cycle():
                failures.append(f"window {number} of seed {seed}: {fault}")
    except Exception as error:
        failures.append(f"window of seed {seed}: {told(error)}")
    finally:
        failures += window.close()
    acts.update(window.outsider.done)
    kinds = ", ".join(f"{number:,} {kind}" for kind, number in sorted(acts.items()))
    return Result(count, failures, notes=f"{live} live; {kinds}")
