"""Searches through a cached file: a literal, hex with wildcards, an expression, numbers, beside ``grep``."""

from __future__ import annotations

import os
import shutil
import time
from collections.abc import Iterator
from typing import TYPE_CHECKING

from bench.report import Row, median, ms, ratio
from bench.stage import Stage
from bytescope.core.document.document import Document
from bytescope.core.search import kernels
from bytescope.core.search.scan import Scan
from bytescope.core.search.wanted import matcher_of, parse_wanted
from bytescope.core.source.opening import open_file
from bytescope.core.ticket import Ticket

if TYPE_CHECKING:
    from bytescope.core.document.snapshot import Snapshot

NEEDLE = b"BYTESCOPE-NEEDLE"

KINDS = {
    "hex with wildcards": "42 5? ?? 45 53 43 4F 50 45 2D ?E",
    "text in any case": "text(i):bytescope-needle",
    "hex with wildcards in nibbles, the rarest byte free": "?2 59 ?? 45 ?3 43 4F 50 45 2D ?E",
    "a letter as a whole word": "text(w):q",
    "text whose capitals have other lengths": "text(i):straße",
    "an expression": "re:BYTES[A-Z]+-N[A-Z]+",
    "an expression that begins with anything": "re:[A-Z]+-NEEDLE",
    "numbers of a range, aligned": "u64(align=8):0x4E2D45504F435345..0x4E2D45504F435347",
    "what differs": "not:11 22 33 44",
}

_OFTEN = "Qzx"

LEAST_RATE = 1e9
"""Bytes a second and core that wildcards must reach."""

LEAST_SHARE = 0.8
"""Of the speed of grep."""


def rows(stage: Stage) -> Iterator[Row]:
    path = stage.cached
    with path.open("r+b") as file:
        file.seek(-len(NEEDLE), os.SEEK_END)
        file.write(NEEDLE)
    source = open_file(str(path))
    snapshot = Document(source).snapshot()
    kernels.warm()
    yield _literal(stage, snapshot, str(path))
    yield _every_literal(stage, snapshot, str(path))
    for title, line in KINDS.items():
        yield _kind(stage, snapshot, title, line)
    source.close()


def _literal(stage: Stage, snapshot: Snapshot, path: str) -> Row:
    place = snapshot.size - len(NEEDLE)
    seconds: dict[str, list[float]] = {"ours": [], "grep": [], "cat": []}
    for _ in range(stage.size.repeats):
        taken, found = _first(snapshot, f"text:{NEEDLE.decode()}")
        seconds["ours"].append(taken)
        if found != (place, len(NEEDLE)):
            raise RuntimeError(f"found {found}, not at {place}")
        for name, command in (
            ("grep", ("grep", "-obUaF", NEEDLE.decode(), path)),
            ("cat", ("dd", f"if={path}", "of=/dev/null", "bs=1M", "status=none")),
        ):
            began = time.perf_counter()
            stage.tool(*command)
            seconds[name].append(time.perf_counter() - began)
    times = ratio(seconds["grep"], seconds["ours"])
    return Row(
        f"literal at the end of a cached file of {snapshot.size >> 20:,} MiB",
        f"{LEAST_SHARE} × grep",
        f"{times:.1f} × as fast as grep ({snapshot.size / median(seconds['ours']) / 1e9:.1f} GB/s)",
        f"grep {ms(median(seconds['grep']))}, cat {ms(median(seconds['cat']))}",
        True if times >= LEAST_SHARE else (False if not stage.size.smoke else None),
        {"ours": seconds["ours"], "theirs": seconds["grep"], "cat": seconds["cat"]},
    )


def _every_literal(stage: Stage, snapshot: Snapshot, path: str) -> Row:
    """All hits of bytes that are frequent, of both sides counted."""
    seconds: dict[str, list[float]] = {"ours": [], "grep": [], "rg": []}
    commands = {"grep": ("grep", "-obUaF", _OFTEN, path)}
    if shutil.which("rg") is not None:
        commands["rg"] = ("rg", "-obaF", "--no-unicode", _OFTEN, path)
    for _ in range(stage.size.repeats):
        seconds["ours"].append(_all(snapshot, f"text:{_OFTEN}"))
        for name, command in commands.items():
            began = time.perf_counter()
            stage.tool(*command)
            seconds[name].append(time.perf_counter() - began)
    times = {name: ratio(seconds[name], seconds["ours"]) for name in commands}
    return Row(
        "every hit of a literal of three letters in the same file",
        f"{LEAST_SHARE} × grep" + (" and ripgrep" if "rg" in commands else ""),
        ", ".join(f"{value:.1f} × as fast as {name}" for name, value in times.items()),
        ", ".join(f"{name} {ms(median(seconds[name]))}" for name in commands),
        True if min(times.values()) >= LEAST_SHARE else (False if not stage.size.smoke else None),
        seconds,
    )


def _kind(stage: Stage, snapshot: Snapshot, title: str, line: str) -> Row:
    seconds, processor = [], []
    for _ in range(stage.size.repeats):
        before = time.thread_time()
        seconds.append(_all(snapshot, line))
        processor.append(time.thread_time() - before)
    rate, own = snapshot.size / median(seconds), snapshot.size / median(processor)
    must = title.startswith("hex with wildcards")
    return Row(
        f"{title}, every hit of the same file",
        f"{LEAST_RATE / 1e9:.0f} GB/s a core" if must else "–",
        f"{rate / 1e9:.1f} GB/s",
        f"{own / 1e9:.1f} GB/s of processor time",
        None if not must or stage.size.smoke else own >= LEAST_RATE,
        {"ours": seconds, "processor": processor},
    )


def _first(snapshot: Snapshot, line: str) -> tuple[float, tuple[int, int] | None]:
    scan = Scan(snapshot, matcher_of(parse_wanted(line)), Ticket())
    began = time.perf_counter()
    found = scan.first(0)
    return time.perf_counter() - began, found


def _all(snapshot: Snapshot, line: str) -> float:
    scan = Scan(snapshot, matcher_of(parse_wanted(line)), Ticket())
    began = time.perf_counter()
    for _ in scan.hits():
        pass
    return time.perf_counter() - began
