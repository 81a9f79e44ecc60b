"""Statistics of a cached file against a kernel that only counts; their first picture; a sparse terabyte."""

from __future__ import annotations

import time
from collections.abc import Iterator

import numpy as np

from bench.report import Row, median, ms, rate, ratio
from bench.stage import Stage
from bytescope.core.document.document import Document
from bytescope.core.ranges import ByteRange
from bytescope.core.source.opening import open_file
from bytescope.core.statistics.counting import Counting
from bytescope.core.statistics.kernels import kernels
from bytescope.core.ticket import Ticket

PIECE = 64 << 20


def rows(stage: Stage) -> Iterator[Row]:
    source = open_file(str(stage.cached))
    snapshot = Document(source).snapshot()
    everything, count = ByteRange(0, snapshot.size), kernels().count
    data = np.frombuffer(snapshot.read(0, min(PIECE, snapshot.size)).data, np.uint8)
    seconds: dict[str, list[float]] = {"ours": [], "bare": [], "first": []}
    for _ in range(stage.size.repeats):
        began = time.perf_counter()
        counting = Counting(snapshot, everything)
        counting.count(Ticket())
        counting.summary()
        seconds["ours"].append(time.perf_counter() - began)
        began = time.perf_counter()
        counts = np.zeros(256, np.int64)
        for _ in range(0, snapshot.size, len(data)):
            count(data, counts)
        seconds["bare"].append((time.perf_counter() - began) * snapshot.size / counts.sum())
        began = time.perf_counter()
        counting = Counting(snapshot, everything)
        counting.sample(Ticket())
        counting.summary()
        seconds["first"].append(time.perf_counter() - began)
    source.close()
    share = ratio(seconds["bare"], seconds["ours"])
    size = snapshot.size
    yield Row(
        f"statistics of a cached file of {size >> 20:,} MiB: counts, entropy, runs, correlation; a core",
        "≥ 80 % of the bare kernel",
        f"{share:.0%}, {rate(size, median(seconds['ours']))}",
        f"bare kernel that only counts, over memory {rate(size, median(seconds['bare']))}",
        share >= 0.8,
        {"ours": seconds["ours"], "theirs": seconds["bare"]},
    )
    yield Row(
        "the same, to the first picture, of samples",
        "≤ 1 s",
        ms(median(seconds["first"])),
        "–",
        median(seconds["first"]) <= 1,
        {"ours": seconds["first"]},
    )
    yield from _sparse(stage)


def _sparse(stage: Stage) -> Iterator[Row]:
    source = open_file(str(stage.tera))
    snapshot = Document(source).snapshot()
    began = time.perf_counter()
    summary = Counting(snapshot, ByteRange(0, snapshot.size)).work(Ticket())
    took = time.perf_counter() - began
    source.close()
    if not summary.exact:
        raise RuntimeError("not all of it was counted")
    yield Row(
        "statistics of a sparse terabyte, exact",
        "≤ 2 s",
        ms(took),
        "–",
        took <= 2,
        {"ours": [took]},
    )
