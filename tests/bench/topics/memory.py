"""Memory after opening and surveying, its growth, and the load of a program that has nothing to do."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import psutil

from bench.report import Row, median, mib
from bench.stage import Stage

MOST = 350 << 20
MOST_GROWTH = 2 << 20
MOST_LOAD = 0.01


def rows(stage: Stage) -> Iterator[Row]:
    second = stage.size.seconds
    with stage.child("bare", "libraries") as child:
        child.wait_for("painted")
        bare = psutil.Process(child.pid).memory_full_info().pss
    shown = {"sparse 1 TiB": stage.tera} | ({} if stage.size.smoke else {"a cached file": stage.cached})
    for name, path in shown.items():
        with stage.program("start", str(path)) as child:
            child.wait_for("map")
            process = psutil.Process(child.pid)
            _pass(10 * second)
            before = process.memory_full_info()
            _pass(10 * second)
            after = process.memory_full_info()
        growth = after.uss - before.uss
        yield Row(
            f"memory 10 s after opening {name} (proportional share)",
            f"≤ {mib(MOST)}, and no growth",
            f"{mib(before.pss)} (own {mib(before.uss)}); in 10 s more {growth / 1024:+,.0f} KiB",
            f"bare window with numpy and pyqtgraph {mib(bare)}",
            before.pss <= MOST and growth <= MOST_GROWTH,
            {"pss": before.pss, "uss": before.uss, "growth": growth, "bare": bare},
        )
    yield from _idle(stage)


def _idle(stage: Stage) -> Iterator[Row]:
    for screen in stage.screens:
        loads = []
        with stage.program("idle", str(stage.four), screen=screen) as child:
            child.wait_for("settled")
            process = psutil.Process(child.pid)
            for _ in range(1 if stage.size.smoke else 3):
                before = process.cpu_times()
                _pass(5 * stage.size.seconds)
                after = process.cpu_times()
                used = after.user + after.system - before.user - before.system
                loads.append(used / (5 * stage.size.seconds))
        yield Row(
            f"load with nothing to do, {screen.name}",
            "< 1 % of a core",
            f"{abs(median(loads)):.2%}",
            "–",
            median(loads) < MOST_LOAD,
            {"ours": loads},
        )


def _pass(seconds: float) -> None:
    """Let time pass: it is what is measured here."""
    threading.Event().wait(seconds)
