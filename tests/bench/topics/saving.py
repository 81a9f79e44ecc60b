"""Filled ranges saved in place with either journal, against ``dd`` writing the same bytes to such files."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from bench import files
from bench.report import Row, median, ratio
from bench.stage import Stage
from bytescope.core.document.document import Document
from bytescope.core.document.patterns import Repeat
from bytescope.core.ranges import ByteRange
from bytescope.core.source.opening import open_file
from bytescope.core.storage.plan import plan_save
from bytescope.core.storage.preflight import check
from bytescope.core.storage.private import StateFolder
from bytescope.core.storage.save import save
from bytescope.core.ticket import Ticket

TURNS = 5


def rows(stage: Stage) -> Iterator[Row]:
    size = stage.size.saved
    target, other, same, old = (
        stage.folder / name for name in ("saved.bin", "written.bin", "same.bin", "old.bin")
    )
    for path in (target, other):
        files.solid(path, size)
    try:
        yield _row(
            f"save of a filled {size >> 20:,} MiB, verified; its journal describes the new bytes",
            stage,
            size,
            0.80,
            same,
            partial(_save, stage, target, size, 0),
            lambda: _dd(stage, same, other, size),
            "dd conv=fdatasync",
        )
        part = size // 4
        yield _row(
            f"save of a filled {part >> 20:,} MiB, verified; its journal keeps the old bytes",
            stage,
            part,
            0.40,
            same,
            partial(_save, stage, target, part, part),
            lambda: _dd(stage, other, old, part) + _dd(stage, same, other, part),
            "dd conv=fdatasync of the old bytes to a new file, then of the new ones",
        )
    finally:
        for path in (target, other, same, old):
            path.unlink(missing_ok=True)


def _row(
    what: str,
    stage: Stage,
    size: int,
    least: float,
    same: Path,
    our_way: Callable[[bytes], float],
    their_way: Callable[[], float],
    baseline: str,
) -> Row:
    ours: list[float] = []
    theirs: list[float] = []
    for turn in range(1 if stage.size.smoke else TURNS):
        byte = bytes([0xA0 + turn + size % 7])
        _write_same(same, byte, size)
        pair = [lambda b=byte: ours.append(our_way(b)), lambda: theirs.append(their_way())]
        for act in pair if turn % 2 else reversed(pair):
            if not stage.size.smoke:
                os.sync()
            act()
    share = 1 / ratio(ours, theirs)
    return Row(
        what,
        f"≥ {least:.0%} of dd's speed",
        f"{share:.0%} ({size / median(ours) / 1e6:,.0f} MB/s)",
        f"{baseline} {size / median(theirs) / 1e6:,.0f} MB/s",
        share >= least,
        {"ours": ours, "theirs": theirs},
    )


def _save(stage: Stage, path: Path, size: int, budget: int, byte: bytes) -> float:
    state = StateFolder(stage.folder / "state")
    source = open_file(str(path))
    document = Document(source)
    document.fill(ByteRange(0, size), Repeat(byte))
    began = time.perf_counter()
    plan = plan_save(document, state=state, undo_budget=budget)
    check(document, plan)
    outcome = save(document.snapshot(), source, plan, Ticket(), state=state)
    seconds = time.perf_counter() - began
    outcome.new_base.close()
    source.close()
    return seconds


def _dd(stage: Stage, source: Path, target: Path, size: int) -> float:
    target.touch()
    began = time.perf_counter()
    what = (f"if={source}", f"of={target}", f"bs={min(size, 1 << 20)}", f"count={max(1, size >> 20)}")
    stage.tool("dd", *what, "conv=fdatasync,notrunc").check_returncode()
    return time.perf_counter() - began


def _write_same(path: Path, byte: bytes, size: int) -> None:
    piece = byte * min(size, 4 << 20)
    with path.open("wb") as file:
        for start in range(0, size, len(piece)):
            file.write(piece[: size - start])
        file.flush()
        os.fdatasync(file.fileno())
