"""A file chosen in the open window, to its first map picture."""

from __future__ import annotations

from collections.abc import Iterator

from bench.report import Row, median, ms
from bench.stage import Stage

MOST = 0.150


def rows(stage: Stage) -> Iterator[Row]:
    files = [stage.tera] if stage.size.smoke else [stage.four, stage.tera]
    paths = [str(path) for path in files] * stage.size.repeats
    for screen in stage.screens:
        with stage.program("open", options={"paths": paths}, screen=screen) as child:
            seconds = [float(child.wait_for("opened")["seconds"]) for _ in paths]
        yield Row(
            f"file chosen in the open window, to its map, {screen.name}",
            f"≤ {ms(MOST)}",
            f"{ms(median(seconds))} (longest {ms(max(seconds))})",
            "–",
            median(seconds) <= MOST,
            {"ours": seconds},
        )
