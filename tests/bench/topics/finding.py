"""A literal at the end of a cached file: our search against ``grep`` and ``cat``."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator

from bench.report import Row, median, ms, ratio
from bench.stage import Stage
from bytescope.core.document.document import Document
from bytescope.core.search.find import find_next
from bytescope.core.source.opening import open_file
from bytescope.core.ticket import Ticket

NEEDLE = b"BYTESCOPE-NEEDLE"


def rows(stage: Stage) -> Iterator[Row]:
    path = stage.cached
    with path.open("r+b") as file:
        file.seek(-len(NEEDLE), os.SEEK_END)
        file.write(NEEDLE)
    source = open_file(str(path))
    snapshot = Document(source).snapshot()
    place = snapshot.size - len(NEEDLE)
    seconds: dict[str, list[float]] = {"ours": [], "grep": [], "cat": []}
    for _ in range(stage.size.repeats):
        began = time.perf_counter()
        found = find_next(snapshot, NEEDLE, 0, Ticket())
        seconds["ours"].append(time.perf_counter() - began)
        if found != place:
            raise RuntimeError(f"found at {found}, not at {place}")
        for name, command in (("grep", ("grep", "-obUaF", NEEDLE.decode())), ("cat", ("cat",))):
            began = time.perf_counter()
            stage.tool(*command, str(path)) if name == "grep" else _cat(stage, str(path))
            seconds[name].append(time.perf_counter() - began)
    source.close()
    times = ratio(seconds["grep"], seconds["ours"])
    yield Row(
        f"literal at the end of a cached file of {snapshot.size >> 20:,} MiB",
        "–",
        f"{times:.1f} × as fast as grep ({snapshot.size / median(seconds['ours']) / 1e9:.1f} GB/s)",
        f"grep {ms(median(seconds['grep']))}, cat {ms(median(seconds['cat']))}",
        None,
        {"ours": seconds["ours"], "theirs": seconds["grep"], "cat": seconds["cat"]},
    )


def _cat(stage: Stage, path: str) -> None:
    stage.tool("dd", f"if={path}", "of=/dev/null", "bs=1M", "status=none")
