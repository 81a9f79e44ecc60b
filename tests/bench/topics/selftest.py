"""What the start pays for safety: the guard proved on a file of its own, None counted, a report begun."""

from __future__ import annotations

from collections.abc import Iterator

from bench.report import Row, median, ms, quantile
from bench.stage import Stage

MOST = 0.005


def rows(stage: Stage) -> Iterator[Row]:
    with stage.child("safety", str(20 if stage.size.smoke else 500)) as child:
        found = child.wait_for("safety", 300)
    for what, key in (
        ("self-test of the mappings: a file shortened under a mapping, its lost page touched", "guard"),
        ("self-test of the toolkit: None counted over a hundred calls", "toolkit"),
        ("crash report begun and taken away", "report"),
    ):
        seconds = [float(value) for value in found[key]]
        yield Row(
            what,
            f"≤ {ms(MOST)}",
            f"{ms(median(seconds))} (first {ms(seconds[0])}, 99 % within {ms(quantile(seconds, 0.99))})",
            "–",
            median(seconds) <= MOST,
            {key: seconds},
        )
