"""Frames of map and hex panel at 1920×1080 of a document with many bookmarks, against one without."""

from __future__ import annotations

from collections.abc import Iterator

from bench.report import Row, median, ms, quantile
from bench.stage import Stage

MOST = 0.016
NAMES = {"hex": "hex scroll", "zoom": "map zoom", "pan": "map pan"}
MANY = 10_000


def rows(stage: Stage) -> Iterator[Row]:
    """Half of the bookmarks are where the hex panel scrolls, the others all over the file."""
    many = 100 if stage.size.smoke else MANY
    for screen in stage.screens:
        found = {}
        for count in (0, many):
            options: dict[str, object] = {"steps": stage.size.steps, "bookmarks": count}
            with stage.program("frames", str(stage.four), options=options, screen=screen) as child:
                found[count] = child.wait_for("done", 240)["frames"]
        for kind, name in NAMES.items():
            bare, ours = found[0][kind], found[many][kind]
            yield Row(
                f"{name} with {many:,} bookmarks, event to picture, 1920×1080, {screen.name}",
                f"99 % ≤ {ms(MOST)}",
                _frame(ours),
                f"without bookmarks {_frame(bare)}",
                None if quantile(bare, 0.99) > MOST else quantile(ours, 0.99) <= MOST,
                {"ours": ours, "theirs": bare},
            )


def _frame(seconds: list[float]) -> str:
    return f"median {ms(median(seconds))}, 99 % within {ms(quantile(seconds, 0.99))}"
