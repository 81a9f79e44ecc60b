"""Page Down at 60 a second in a real X window, sent by the X server's own test extension."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from ctypes.util import find_library
from typing import Any

from bench.child import Child
from bench.report import Row, median, ms, quantile
from bench.stage import Stage

MOST = 0.010
LEAST_SHARE = 0.98
"""Of the keys, how many must have a picture of their own; two may fall between two pictures."""


def rows(stage: Stage) -> Iterator[Row]:
    if stage.x11 is None or not find_library("Xtst"):
        return
    count = 300
    found: dict[str, list[dict[str, Any]]] = {"ours": [], "bare": []}
    for _ in range(2):
        with stage.child("bare_frames", "keys", screen=stage.x11) as child:
            found["bare"].append(_press(stage, child, count))
        with stage.program("keys", str(stage.tera), screen=stage.x11) as child:
            found["ours"].append(_press(stage, child, count))
    ours, bare = (_figures(found[name]) for name in ("ours", "bare"))
    floor = f"bare text window {bare['pictures']:.0f} of {bare['keys']:.0f} a second, {ms(bare['median'])}"
    yield Row(
        "Page Down at 60 a second, sparse 1 TiB, X11: pictures",
        "one for each key",
        f"{ours['pictures']:.1f} for {ours['keys']:.1f} keys a second",
        floor,
        ours["pictures"] >= ours["keys"] * LEAST_SHARE,
        ours,
    )
    yield Row(
        "the same: key to picture",
        f"median ≤ {ms(MOST)}",
        f"median {ms(ours['median'])}, 99 % within {ms(ours['p99'])}",
        f"{floor}; elsewhere Bless 3.1, rehex 11.8 ms",
        ours["median"] <= MOST,
        ours,
    )
    yield Row(
        "the same: last key to last picture",
        "no lag",
        ms(ours["lag"]),
        f"bare text window {ms(bare['lag'])}",
        ours["lag"] <= 2 / 60,
        ours,
    )


def _press(stage: Stage, child: Child, count: int) -> dict[str, Any]:
    """Press Page Down ``count`` times; what the window noted."""
    assert stage.x11 is not None
    display = stage.x11.environment["DISPLAY"]
    window = str(child.wait_for("ready")["window"])
    with stage.child("press", display, window, str(count)) as fingers:
        fingers.wait_for("pressed")
    os.kill(child.pid, signal.SIGUSR1)
    return child.wait_for("keys")


def _figures(runs: list[dict[str, Any]]) -> dict[str, float]:
    """Means and quantiles over the runs; a key's picture is the first one that came after it."""
    waits, lags, keys, pictures = [], [], [], []
    for run in runs:
        pressed, shown = run["pressed"], run["pictures"]
        if not pressed or not shown:
            raise RuntimeError("no key came to the window")
        later = iter(shown)
        picture = next(later)
        for at in pressed:
            while picture < at:
                picture = next(later, float("inf"))
            if picture < float("inf"):
                waits.append(picture - at)
        lags.append(shown[-1] - pressed[-1])
        seconds = pressed[-1] - pressed[0]
        keys.append((len(pressed) - 1) / seconds)
        pictures.append(sum(pressed[0] < at for at in shown[:-1]) / seconds)
    return {
        "median": median(waits),
        "p99": quantile(waits, 0.99),
        "lag": max(lags),
        "keys": median(keys),
        "pictures": median(pictures),
    }
