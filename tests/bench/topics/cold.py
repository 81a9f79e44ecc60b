"""Surveys of a file that is not in the page cache: samples against bare reads, all of it against dd."""

from __future__ import annotations

from collections.abc import Iterator

from bench import files
from bench.report import Row, median, ms, rate
from bench.stage import Stage

SAMPLES_MOST = 1.5
FAST, FAST_SECONDS = 20_000, 1.0
"""Reads a second from which the samples have a second; a slower medium gives the time they may take."""

LEAST = 0.9


def rows(stage: Stage) -> Iterator[Row]:
    solid = stage.cached  # what is cached of it is dropped before each turn
    count = 64 if stage.size.smoke else 4096
    turns = min(stage.size.repeats, 5)
    sparse = files.islands(stage.folder / "scattered.bin", 64 << 30, count, 16 * files.PAGE)
    with stage.child("cold_survey", str(solid), str(sparse), str(count), str(turns)) as child:
        found = [child.wait_for("turn", 300) for _ in range(turns)]
    sparse.unlink()
    files.read_again(solid)
    ratio = median(turn["samples"] / (turn["read"] / max(turn["iops"])) for turn in found)
    best = median(max(turn["iops"]) for turn in found)
    taken = median(turn["samples"] for turn in found)
    yield Row(
        f"cold map of 64 GiB, {count:,} samples, holes known",
        f"≤ {ms(FAST_SECONDS)} from {FAST:,} IOPS on, else ≤ {SAMPLES_MOST} × samples / IOPS",
        f"{ratio:.2f} × ({ms(taken)})",
        f"bare reads of as many pages, 1 to 16 at once: {best:,.0f} a second at best",
        ratio <= SAMPLES_MOST or (best >= FAST and taken <= FAST_SECONDS),
        {"turns": found},
    )
    share = median(turn["dd"] / turn["whole"] for turn in found)
    size = found[0]["size"]
    left = max(turn["left"] for turn in found)
    yield Row(
        f"survey of a cold file of {size >> 20:,} MiB",
        f"≥ {LEAST:.0%} of dd iflag=direct, and nothing left in the page cache",
        f"{share:.0%}, {rate(size, median(turn['whole'] for turn in found))}; {left:,} pages left",
        f"dd iflag=direct bs=1M {rate(size, median(turn['dd'] for turn in found))}",
        share >= LEAST and not left,
        {"turns": found},
    )
