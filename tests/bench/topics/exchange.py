"""Patches, dumps and what reads them back: our commands against cmp, hexdump and xxd."""

from __future__ import annotations

import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from bench import files
from bench.report import Row, median, ratio
from bench.stage import Stage

PLACES = 1000


def rows(stage: Stage) -> Iterator[Row]:
    yield _patch(stage)
    if shutil.which("hexdump") and shutil.which("xxd"):
        yield from _dumps(stage)


def _patch(stage: Stage) -> Row:
    one, two = stage.cached, stage.folder / "changed.bin"
    shutil.copyfile(one, two)
    size = one.stat().st_size
    with two.open("r+b") as file:
        for number in range(PLACES):
            file.seek(size // PLACES * number)
            file.write(b"changed")
    files.read_again(two)
    seconds: dict[str, list[float]] = {"ours": [], "theirs": []}
    for _ in range(min(stage.size.repeats, 3)):
        seconds["ours"].append(_ours(stage, ["diff", str(one), str(two)], None, 1))
        # To a file: cmp whose output nobody reads ends at the first difference.
        told = stage.folder / "told.txt"
        seconds["theirs"].append(_theirs(stage, ["cmp", "-l", str(one), str(two)], told, 1))
    two.unlink()
    return Row(
        f"edit script of {PLACES:,} changes between two cached files of {size >> 20:,} MiB",
        "–",
        f"{ratio(seconds['theirs'], seconds['ours']):.2f} × ({_rate(size, median(seconds['ours']))})",
        f"cmp -l {_rate(size, median(seconds['theirs']))}",
        None,
        seconds,
    )


def _dumps(stage: Stage) -> Iterator[Row]:
    path, text = stage.folder / "part.bin", stage.folder / "part.txt"
    with stage.cached.open("rb") as file:
        path.write_bytes(file.read(min(stage.size.cached, 32 << 20)))
    size = path.stat().st_size
    out: dict[str, list[float]] = {"ours": [], "theirs": []}
    back: dict[str, list[float]] = {"ours": [], "theirs": []}
    made = stage.folder / "made.bin"
    for _ in range(min(stage.size.repeats, 3)):
        out["theirs"].append(_theirs(stage, ["hexdump", "-C", str(path)], text))
        out["ours"].append(_ours(stage, ["export", str(path), "--as", "hexdump"], text))
        back["ours"].append(_ours(stage, ["undump", str(text), str(made)], None))
        made.unlink()
        _theirs(stage, ["xxd", str(path)], text)
        back["theirs"].append(_theirs(stage, ["xxd", "-r", str(text), str(made)], None))
        made.unlink()
    for what, seconds, theirs in (
        (f"{size >> 20:,} MiB exported as hexdump -C prints it", out, "hexdump -C"),
        ("the same dump back to bytes, flushed and verified", back, "xxd -r of xxd's"),
    ):
        yield Row(
            what,
            "–",
            f"{ratio(seconds['theirs'], seconds['ours']):.2f} × ({_rate(size, median(seconds['ours']))})",
            f"{theirs} {_rate(size, median(seconds['theirs']))}",
            None,
            seconds,
        )


def _ours(stage: Stage, words: list[str], out: Path | None, status: int = 0) -> float:
    return _theirs(stage, [sys.executable, "-m", "bytescope", *words], out, status)


def _theirs(stage: Stage, command: list[str], out: Path | None, status: int = 0) -> float:
    """Seconds of a whole command whose output goes to ``out``."""
    began = time.perf_counter()
    with open(out or "/dev/null", "wb") as file:
        done = subprocess.run(
            command, env=stage.environment(), stdout=file, stderr=subprocess.PIPE, check=False
        )
    took = time.perf_counter() - began
    if done.returncode != status:
        raise RuntimeError(f"status {done.returncode}: {done.stderr.decode()}")
    return took


def _rate(size: int, seconds: float) -> str:
    """Bytes of the file a second: texts of it are four times as long, and slower."""
    return f"{size / seconds / 1e6:,.0f} MB/s"
