"""Two files compared: the command against ``cmp``, and a sparse terabyte against another one."""

from __future__ import annotations

import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from bench import files
from bench.report import Row, median, ms, rate, ratio
from bench.stage import Stage
from bytescope.core.compare.pair import Pair
from bytescope.core.compare.walking import walk
from bytescope.core.source.opening import open_file
from bytescope.core.ticket import Ticket

SPARSE_MOST = 1.0


def rows(stage: Stage) -> Iterator[Row]:
    yield from _cached(stage)
    yield from _sparse(stage)


def _cached(stage: Stage) -> Iterator[Row]:
    one, two = stage.cached, stage.folder / "copy.bin"
    shutil.copyfile(one, two)
    files.read_again(two)
    size = one.stat().st_size
    seconds: dict[str, list[float]] = {"command": [], "walk": [], "cmp": []}
    for _ in range(stage.size.repeats):
        seconds["command"].append(_timed(stage, one, two))
        began = time.perf_counter()
        sides = open_file(bytes(one)), open_file(bytes(two))
        if any(piece.codes.max() > 1 for piece in walk(Pair(*sides), Ticket())):
            raise RuntimeError("a copy differs")
        seconds["walk"].append(time.perf_counter() - began)
        for side in sides:
            side.close()
        began = time.perf_counter()
        stage.tool("cmp", str(one), str(two))
        seconds["cmp"].append(time.perf_counter() - began)
    two.unlink()
    times, bare = ratio(seconds["cmp"], seconds["command"]), ratio(seconds["cmp"], seconds["walk"])
    yield Row(
        f"two equal cached files of {size >> 20:,} MiB compared",
        "≥ 1 × cmp's speed",
        f"{times:.2f} × ({rate(size, median(seconds['command']))}; without the start of Python {bare:.2f} ×)",
        f"cmp {rate(size, median(seconds['cmp']))}",
        times >= 1,
        {"ours": seconds["command"], "walk": seconds["walk"], "theirs": seconds["cmp"]},
    )


def _sparse(stage: Stage) -> Iterator[Row]:
    one, count = stage.tera, 64 if stage.size.smoke else 1024
    two = files.islands(stage.folder / "other-tera.bin", 1 << 40, count)
    with two.open("r+b") as file:
        file.seek(files.island_pages(1 << 40, count)[-1] * files.PAGE)
        file.write(b"another")
    seconds = [_timed(stage, one, two, status=1) for _ in range(min(stage.size.repeats, 3))]
    two.unlink()
    yield Row(
        f"1 TiB of holes with {count:,} islands of 8 KiB compared with another",
        f"≤ {SPARSE_MOST:.0f} s",
        ms(median(seconds)),
        "–",
        median(seconds) <= SPARSE_MOST,
        {"ours": seconds},
    )


def _timed(stage: Stage, one: Path, two: Path, status: int = 0) -> float:
    """Seconds of the whole command, from the start of its process to its end."""
    command = [sys.executable, "-m", "bytescope", "compare", str(one), str(two)]
    began = time.perf_counter()
    done = subprocess.run(command, env=stage.environment(), capture_output=True, check=False)
    took = time.perf_counter() - began
    if done.returncode != status:
        raise RuntimeError(f"status {done.returncode}: {done.stderr.decode()}")
    return took
