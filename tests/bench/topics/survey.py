"""The survey of a file in the page cache, against the bare kernel over a memory buffer."""

from __future__ import annotations

from collections.abc import Iterator

from bench.report import Row, median, rate
from bench.stage import Stage

LEAST = 0.85
LEAST_RATE = 2e9
TWO, LEAST_OF_TWO = 1.6, 0.8


def rows(stage: Stage) -> Iterator[Row]:
    path = str(stage.cached)
    turns = []
    with stage.child("surveying", path, str(stage.size.repeats)) as child:
        turns = [child.wait_for("turn") for _ in range(stage.size.repeats)]
    size = turns[0]["size"]
    share = median(turn["bare"][0] / turn["survey"][0] for turn in turns)
    used = median(turn["bare"][1] / turn["survey"][1] for turn in turns)
    wall = median(turn["survey"][0] for turn in turns)
    bare = median(turn["bare"][0] for turn in turns)
    fast = size / wall >= LEAST_RATE or size / bare < LEAST_RATE
    yield Row(
        f"survey of a cached file of {size >> 20:,} MiB, a core",
        "≥ 85 % of the bare kernel, ≥ 2 GB/s where that does",
        f"{share:.0%}, {rate(size, wall)} (by processor time {used:.0%})",
        f"bare kernel over memory {rate(size, bare)}",
        share >= LEAST and fast,
        {"turns": turns},
    )
    if turns[0]["cores"] > 1:
        faster = median(turn["survey"][0] / turn["survey2"][0] for turn in turns)
        share = median(turn["bare2"][0] / turn["survey2"][0] for turn in turns)
        used = median(turn["bare2"][1] / turn["survey2"][1] for turn in turns)
        bare_faster = median(turn["bare"][0] / turn["bare2"][0] for turn in turns)
        yield Row(
            "the same on two cores",
            f"≥ {TWO} × one core, ≥ {LEAST_OF_TWO:.0%} of the bare kernel on two",
            f"{faster:.2f} ×, {share:.0%} (by processor time {used:.0%})",
            f"bare kernel on two cores {bare_faster:.2f} × one",
            faster >= TWO and share >= LEAST_OF_TWO,
            {"turns": turns},
        )
    if stage.size.smoke:
        return
    seconds = []
    for _ in range(min(3, stage.size.repeats)):
        with stage.program("survey", options={"paths": [path]}) as child:
            seconds.append(float(child.wait_for("opened")["seconds"]))
    yield Row(
        "the same in the window, from opening to the last picture",
        "–",
        f"{rate(size, median(seconds))}",
        f"bare kernel over memory {rate(size, bare)}",
        None,
        {"ours": seconds},
    )
