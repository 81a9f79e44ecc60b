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
from bytescope.session.jobs import side_by_side

PIECE = 64 << 20


def rows(stage: Stage) -> Iterator[Row]:
    source = open_file(str(stage.cached))
    snapshot = Document(source).snapshot()
    everything, count = ByteRange(0, snapshot.size), kernels().count
    data = np.frombuffer(snapshot.read(0, min(PIECE, snapshot.size)).data, np.uint8)
    seconds: dict[str, list[float]] = {"ours": [], "both": [], "bare": [], "first": []}
    for _ in range(stage.size.repeats):
        for name, width in (("ours", 1), ("both", 2)):
            began = time.perf_counter()
            counting = Counting(snapshot, everything)
            counting.count(Ticket(), together=side_by_side, width=width)
            if not counting.summary().pairs_exact:
                raise RuntimeError("not all pairs were counted")
            seconds[name].append(time.perf_counter() - began)
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
    size = snapshot.size
    for name, cores in (("ours", "one core"), ("both", "two workers, as in the program")):
        share = ratio(seconds["bare"], seconds[name])
        yield Row(
            f"statistics of a cached file of {size >> 20:,} MiB: counts, entropy, all pairs, runs; {cores}",
            "≥ 80 % of the bare kernel on one core",
            f"{share:.0%}, {rate(size, median(seconds[name]))}",
            f"bare kernel that only counts, over memory {rate(size, median(seconds['bare']))}",
            share >= 0.8,
            {"ours": seconds[name], "theirs": seconds["bare"]},
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
