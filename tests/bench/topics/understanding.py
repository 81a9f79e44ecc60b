"""Texts and checksums of a cached file: ours against ``strings -a`` and ``sha256sum``."""

from __future__ import annotations

import time
from collections.abc import Iterator
from functools import partial

from bench.report import Row, median, ms, ratio
from bench.stage import Stage
from bytescope.core.checksums.working import checksums
from bytescope.core.document.document import Document
from bytescope.core.document.snapshot import Snapshot
from bytescope.core.kinds.carving import Carver
from bytescope.core.ranges import ByteRange
from bytescope.core.source.opening import open_file
from bytescope.core.strings.scan import strings
from bytescope.core.ticket import Ticket
from bytescope.session.jobs import side_by_side

NAMES = ("ascii", "utf-8", "utf-16", "strings", "sums", "tool", "scan")
FORMS = (("ascii",), ("utf-8",), ("utf-16le", "utf-16be"))
SUMS = ("crc32", "md5", "sha1", "sha256")


def rows(stage: Stage) -> Iterator[Row]:
    path = str(stage.cached)
    source = open_file(path)
    snapshot = Document(source).snapshot()
    whole = ByteRange(0, snapshot.size)
    for forms in FORMS:  # the kernels are compiled once for all
        _strings(snapshot, ByteRange(0, min(4096, snapshot.size)), forms)
    seconds: dict[str, list[float]] = {name: [] for name in NAMES}
    for _ in range(stage.size.repeats):
        for name, forms in zip(NAMES, FORMS):
            seconds[name].append(_timed(partial(_strings, snapshot, whole, forms)))
        seconds["strings"].append(_timed(lambda: stage.tool("strings", "-a", "-n", "6", "-t", "d", path)))
        seconds["sums"].append(_timed(lambda: _sums(snapshot, whole)))
        seconds["tool"].append(_timed(lambda: stage.tool("sha256sum", path)))
        seconds["scan"].append(_timed(lambda: _scan(snapshot, whole)))
    source.close()
    size = snapshot.size
    for what, ours, theirs, tool in (
        ("texts (ASCII, 6 characters)", "ascii", "strings", "strings -a"),
        ("texts (UTF-8, 6 characters)", "utf-8", "strings", "strings -a"),
        ("texts (UTF-16, both byte orders, 6 characters)", "utf-16", "strings", "strings -a"),
        ("CRC-32, MD5, SHA-1 and SHA-256 in one pass", "sums", "tool", "sha256sum alone"),
    ):
        times = ratio(seconds[theirs], seconds[ours])
        yield Row(
            f"{what} of a cached file of {size >> 20:,} MiB",
            "–",
            f"{times:.1f} × as fast as {tool} ({size / median(seconds[ours]) / 1e9:.2f} GB/s)",
            f"{tool} {ms(median(seconds[theirs]))}",
            None,
            {"ours": seconds[ours], "theirs": seconds[theirs]},
        )
    yield Row(
        f"all known signatures in a cached file of {size >> 20:,} MiB",
        "–",
        f"{size / median(seconds['scan']) / 1e9:.2f} GB/s",
        "",
        None,
        {"ours": seconds["scan"]},
    )


def _timed(work: object) -> float:
    began = time.perf_counter()
    work()  # type: ignore[operator]
    return time.perf_counter() - began


def _strings(snapshot: Snapshot, within: ByteRange, forms: tuple[str, ...]) -> None:
    for _ in strings(snapshot, within, forms, 6, Ticket()):
        pass


def _sums(snapshot: Snapshot, within: ByteRange) -> None:
    checksums(snapshot, within, SUMS, Ticket(), together=side_by_side, width=2)


def _scan(snapshot: Snapshot, within: ByteRange) -> None:
    for _ in Carver(snapshot, within).kinds(Ticket()):
        pass
