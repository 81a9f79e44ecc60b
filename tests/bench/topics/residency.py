"""What the page cache holds of a terabyte, to the page, beside the tools that look at every page."""

from __future__ import annotations

import os
import random
import shutil
import time
from collections.abc import Iterator
from pathlib import Path

from bench.report import Row, median, ms
from bench.stage import Stage
from bytescope.core.ranges import PAGESIZE, PageRange
from bytescope.core.source.opening import create_file, open_file
from bytescope.core.touched.layers import Layer
from bytescope.core.touched.systems import look
from bytescope.core.touched.told import Told

MOST = 0.06
HELD = 300


def rows(stage: Stage) -> Iterator[Row]:
    name, size = ("1 GiB", 1 << 30) if stage.size.smoke else ("1 TiB", 1 << 40)
    pages = sorted(random.Random(4).sample(range(size // PAGESIZE), HELD))
    path = stage.folder / "scattered.bin"
    create_file(str(path), size)
    source = open_file(str(path))
    with path.open("r+b") as file:
        for page in pages:
            os.pwrite(file.fileno(), b"x", page * PAGESIZE)
    what = f"{name}, {HELD} scattered, exact"
    for layer, words in ((Layer.DIRTY, "kernel-dirty"), (Layer.RESIDENT, "resident")):
        seconds, runs, calls = [], None, 0
        for _ in range(stage.size.repeats):
            began = time.perf_counter()
            seen = look(source, PageRange(0, size // PAGESIZE), wanted=frozenset({layer}))
            seconds.append(time.perf_counter() - began)
            state, calls = seen.states[layer], seen.calls
            if state.told is not Told.YES:
                yield Row(f"{words} pages of {what}", f"≤ {ms(MOST)}", state.told.value, "–", None)
                break
            runs = state.runs
        if runs is None:
            continue
        # A page may have been written back meanwhile; none may be told that was never touched.
        found = runs.runs().firsts.tolist()
        right = found == pages if layer is Layer.RESIDENT else set(found) <= set(pages)
        others = _others(stage, path) if layer is Layer.RESIDENT else "–"
        yield Row(
            f"{words} pages of {what}: {len(found)} found in {calls:,} calls",
            f"≤ {ms(MOST)}",
            ms(median(seconds)),
            others,
            right and median(seconds) <= MOST,
            {"ours": seconds, "calls": calls},
        )
    source.close()
    path.unlink()


def _others(stage: Stage, path: Path) -> str:
    """Tools that ask for every page with mincore, once each: they take a while."""
    said = []
    for tool, *options in (("vmtouch",), ("fincore", "-n", "-r", "-o", "PAGES")):
        if shutil.which(tool) is None:
            said.append(f"{tool}: not installed")
            continue
        began = time.perf_counter()
        done = stage.tool(tool, *options, str(path))
        seconds = time.perf_counter() - began
        said.append(f"{tool} {ms(seconds)}" if done.returncode == 0 else f"{tool}: failed")
    return " · ".join(said)
