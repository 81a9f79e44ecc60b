"""A filled gigabyte saved in place, against ``dd`` writing the same bytes over a file of the same kind."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
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
from bytescope.core.storage.save import save
from bytescope.core.ticket import Ticket

LEAST = 0.80
TURNS = 5


def rows(stage: Stage) -> Iterator[Row]:
    size = stage.size.saved
    target, other, same = (stage.folder / name for name in ("saved.bin", "written.bin", "same.bin"))
    for path in (target, other):
        files.solid(path, size)
    ours, theirs = [], []
    try:
        for turn in range(1 if stage.size.smoke else TURNS):
            byte = bytes([0xA0 + turn])
            _write_same(same, byte, size)
            pair = [
                lambda b=byte: ours.append(_save(target, b)),
                lambda: theirs.append(_dd(stage, same, other)),
            ]
            for act in pair if turn % 2 else reversed(pair):
                if not stage.size.smoke:
                    os.sync()
                act()
    finally:
        for path in (target, other, same):
            path.unlink(missing_ok=True)
    share = 1 / ratio(ours, theirs)
    yield Row(
        f"save of a filled {size >> 20:,} MiB, flushed and verified",
        "≥ 80 % of dd's speed",
        f"{share:.0%} ({size / median(ours) / 1e6:,.0f} MB/s)",
        f"dd conv=fdatasync {size / median(theirs) / 1e6:,.0f} MB/s",
        share >= LEAST,
        {"ours": ours, "theirs": theirs},
    )


def _save(path: Path, byte: bytes) -> float:
    source = open_file(str(path))
    document = Document(source)
    document.fill(ByteRange(0, document.size), Repeat(byte))
    began = time.perf_counter()
    plan = plan_save(document)
    check(document, plan)
    outcome = save(document.snapshot(), source, plan, Ticket())
    seconds = time.perf_counter() - began
    outcome.new_base.close()
    source.close()
    return seconds


def _dd(stage: Stage, source: Path, target: Path) -> float:
    began = time.perf_counter()
    stage.tool("dd", f"if={source}", f"of={target}", "bs=1M", "conv=fdatasync,notrunc").check_returncode()
    return time.perf_counter() - began


def _write_same(path: Path, byte: bytes, size: int) -> None:
    piece = byte * min(size, 4 << 20)
    with path.open("wb") as file:
        for start in range(0, size, len(piece)):
            file.write(piece[: size - start])
        file.flush()
        os.fdatasync(file.fileno())
