"""A typed byte with the edit log and without it, in the real window; and how soon it is on the disk."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from bench.report import Row, median, ms, quantile
from bench.stage import Stage

MOST = 0.001
MOST_WAIT = 1.0


def rows(stage: Stage) -> Iterator[Row]:
    keys = 20 if stage.size.smoke else 400
    found: dict[bool, list[dict[str, Any]]] = {True: [], False: []}
    for _ in range(1 if stage.size.smoke else 2):
        for log in (True, False):
            options = {"log": log, "keys": keys}
            with stage.program("typing", str(stage.four), options=options) as child:
                found[log].append(child.wait_for("typed", 120))
    costs = {log: [cost for run in found[log] for cost in run["costs"]] for log in found}
    held = {log: max(run["held"] for run in found[log]) for log in found}
    waits = [wait for run in found[True] for wait in run["waits"]]
    typed, plain = median(costs[True]), median(costs[False])
    yield Row(
        "a typed byte with the edit log, main thread",
        f"median at most {ms(MOST)} more",
        f"median {ms(typed)}, 99 % within {ms(quantile(costs[True], 0.99))}, longest hold {ms(held[True])}",
        f"without log {ms(plain)}, 99 % within {ms(quantile(costs[False], 0.99))}, "
        f"longest hold {ms(held[False])}",
        typed - plain <= MOST,
        {"with": costs[True], "without": costs[False], "held": held[True], "held_without": held[False]},
    )
    yield Row(
        "the same: key to disk, 200 bytes a second",
        f"always ≤ {ms(MOST_WAIT)}",
        f"median {ms(median(waits))}, 99 % within {ms(quantile(waits, 0.99))}, longest {ms(max(waits))}",
        "–",
        max(waits) <= MOST_WAIT,
        {"waits": waits},
    )
