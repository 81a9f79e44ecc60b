"""From the start of the process to the first bytes and to the first map, against windows that do nothing."""

from __future__ import annotations

from collections.abc import Iterator

from bench.report import Row, median, ms, ratio
from bench.screen import Screen
from bench.stage import Stage

MOST_BYTES, MOST_MAP = 1.6, 1.5


def rows(stage: Stage) -> Iterator[Row]:
    for screen in stage.screens:
        yield from _on(stage, screen)


def _on(stage: Stage, screen: Screen) -> Iterator[Row]:
    smoke = stage.size.smoke
    paths = (
        {"sparse 1 TiB": str(stage.tera)}
        if smoke
        else {"4 GiB": str(stage.four), "sparse 1 TiB": str(stage.tera)}
    )
    seconds: dict[str, list[tuple[float, float]]] = {}

    def bare(kind: str) -> None:
        with stage.child("bare", kind, str(stage.four), screen=screen) as child:
            seconds.setdefault(kind, []).append(child.seconds_to("painted"))

    for turn in range(stage.size.repeats if smoke else stage.size.repeats + 1):
        for name, path in paths.items():
            bare("window")
            with stage.program("start", path, screen=screen) as child:
                seconds.setdefault(f"{name} bytes", []).append(child.seconds_to("bytes"))
                seconds.setdefault(f"{name} map", []).append(child.seconds_to("map"))
            bare("libraries")
        bare("page")
        if turn == 0 and not smoke:
            seconds.clear()  # whatever had to be compiled or read from the disk now is

    for number, name in enumerate(paths):
        for what, baseline, most in (("bytes", "window", MOST_BYTES), ("map", "libraries", MOST_MAP)):
            ours = seconds[f"{name} {what}"]
            theirs = seconds[baseline][number :: len(paths)]
            times = ratio(_wall(ours), _wall(theirs))
            used = ratio([cpu for _, cpu in ours], [cpu for _, cpu in theirs])
            with_what = "with numpy and pyqtgraph, " if baseline == "libraries" else ""
            page = f"; one page of hex {ms(median(_wall(seconds['page'])))}" if what == "bytes" else ""
            yield Row(
                f"start to the first {what}, {name}, {screen.name}",
                f"≤ {most} × a bare window{' with numpy and pyqtgraph' if with_what else ''}",
                f"{times:.2f} × ({ms(median(_wall(ours)))}; by processor time {used:.2f} ×)",
                f"bare window {with_what}{ms(median(_wall(theirs)))}{page}",
                times <= most,
                {"ours": ours, "theirs": theirs, "ratio": times, "used": used},
            )


def _wall(seconds: list[tuple[float, float]]) -> list[float]:
    return [wall for wall, _ in seconds]
