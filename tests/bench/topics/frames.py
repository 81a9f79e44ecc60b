"""Frames of map and hex panel at 1920×1080, and how long the main thread is held, on a slow medium too."""

from __future__ import annotations

from collections.abc import Iterator

from bench.report import Row, median, ms, quantile
from bench.screen import Screen
from bench.slow_medium import slow_file
from bench.stage import Stage

MOST, MOST_HELD = 0.016, 0.050
NAMES = {"hex": "hex scroll", "zoom": "map zoom", "pan": "map pan"}
MARKED = {"zoom": "map zoom", "pan": "map pan", "layout": "change of layout"}
RUNS = 100_000


def rows(stage: Stage) -> Iterator[Row]:
    if not stage.size.smoke:
        for screen in stage.screens:
            yield from _fast(stage, screen)
        yield from _loading(stage)
    for screen in stage.screens:
        yield from _marked(stage, screen)
    yield from _slow(stage)


def _fast(stage: Stage, screen: Screen) -> Iterator[Row]:
    steps = stage.size.steps
    with stage.child("bare_frames", "map", str(steps), screen=screen) as child:
        bare = child.wait_for("done")
    with stage.program("frames", str(stage.cached), options={"steps": steps}, screen=screen) as child:
        ours = child.wait_for("done", 120)
    for kind, name in NAMES.items():
        what = f"{name}, event to picture, 1920×1080, {screen.name}"
        yield _frames(what, ours["frames"][kind], bare["frames"])
    yield _held(f"meanwhile, {screen.name}", ours["held"], bare["held"])


def _marked(stage: Stage, screen: Screen) -> Iterator[Row]:
    """The map of a file with five states of many runs each, all drawn."""
    steps, runs = stage.size.steps, 100 if stage.size.smoke else RUNS
    with stage.child("bare_frames", "map", str(steps), screen=screen) as child:
        bare = child.wait_for("done")
    options: dict[str, object] = {"steps": steps, "runs": runs}
    with stage.program("frames", str(stage.four), options=options, screen=screen) as child:
        ours = child.wait_for("done", 240)
    for kind, name in MARKED.items():
        what = f"{name} with five states of {runs:,} runs, event to picture, 1920×1080, {screen.name}"
        yield _frames(what, ours["frames"][kind], bare["frames"])


def _loading(stage: Stage) -> Iterator[Row]:
    with stage.program("idle", str(stage.four)) as child:
        yield _held(
            "from the first bytes to the last fact, libraries loading", child.wait_for("settled")["held"]
        )


def _slow(stage: Stage) -> Iterator[Row]:
    steps = stage.size.steps // 5 + 1
    second = stage.size.seconds
    with slow_file(stage.folder / "slow.bin", 1 << 20, second) as path:
        medium = "a FUSE file" if path else "imitated"
        nap = {} if path else {"nap": second}
        options = {"steps": steps, "slow": True, **nap}
        with stage.program("frames", str(path or stage.tera), options=options) as child:
            found = child.wait_for("done", 120)
    # On the map nothing changes until a read is done, so only the hex panel has a picture for each event.
    what = f"hex scroll where each read takes {second:g} s ({medium}), offscreen"
    yield _frames(what, found["frames"]["hex"], None)
    yield _held(f"in it, and in zoom and pan, where each read takes {second:g} s", found["held"])


def _frames(what: str, ours: list[float], bare: list[float] | None) -> Row:
    busy = bare is not None and quantile(bare, 0.99) > MOST
    return Row(
        what,
        f"99 % ≤ {ms(MOST)}",
        _frame(ours),
        "–" if bare is None else f"bare pyqtgraph image {_frame(bare)}",
        None if busy else quantile(ours, 0.99) <= MOST,
        {"ours": ours, "theirs": bare},
    )


def _held(when: str, seconds: float, bare: float | None = None) -> Row:
    busy = bare is not None and bare > MOST_HELD
    return Row(
        f"longest hold of the main thread, {when}",
        f"≤ {ms(MOST_HELD)}",
        ms(seconds),
        "–" if bare is None else f"bare pyqtgraph image {ms(bare)}",
        None if busy else seconds <= MOST_HELD,
        {"ours": seconds},
    )


def _frame(seconds: list[float]) -> str:
    return f"median {ms(median(seconds))}, 99 % within {ms(quantile(seconds, 0.99))}"
