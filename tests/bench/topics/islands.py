"""A sparse terabyte, from opening it to the picture that shows every one of its islands."""

from __future__ import annotations

from collections.abc import Iterator

from bench import files
from bench.report import Row, median, ms
from bench.stage import Stage

MOST = 0.3


def rows(stage: Stage) -> Iterator[Row]:
    count = 64 if stage.size.smoke else 1024
    options = {"paths": [str(stage.tera)], "pages": files.island_pages(1 << 40, count)}
    seconds = []
    for _ in range(min(stage.size.repeats, 3)):
        with stage.program("islands", options=options) as child:
            seconds.append(float(child.wait_for("opened")["seconds"]))
    yield Row(
        f"1 TiB of holes with {count:,} islands of 8 KiB: picture that shows each of them",
        f"≤ {MOST * 1000:.0f} ms after opening",
        ms(median(seconds)),
        "–",
        median(seconds) <= MOST,
        {"ours": seconds},
    )
