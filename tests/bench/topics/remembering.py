"""A file that had been surveyed is opened again; and the memory that a terabyte takes that is all known."""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import numpy as np
import psutil

from bench.report import Row, median, mib, ms
from bench.stage import Stage
from bytescope.core.pages.dense import CHUNK
from bytescope.core.pages.facts import FactStore
from bytescope.core.pages.print_store import PrintStore
from bytescope.core.pages.prints import ZERO
from bytescope.core.pages.remembered.folder import KIND, Learned, RememberedFolder, Stamp, name_of
from bytescope.core.ranges import PAGESIZE
from bytescope.core.source.opening import open_file
from bytescope.core.storage.private import StateFolder
from bytescope.core.ticket import Ticket
from helpers.measures import some_measures

MOST_SECONDS = 0.2
MOST_BYTES = 350 << 20
LOOK_SECONDS = 0.2


def rows(stage: Stage) -> Iterator[Row]:
    yield _reopened(stage)
    yield _known(stage)


def _reopened(stage: Stage) -> Row:
    gib = 1 if stage.size.smoke else 64
    path, cache = _file(stage, gib), stage.folder / "cache"
    kept = _keep(path, cache)
    raw, seconds = [], []
    for _ in range(min(stage.size.repeats, 5)):
        began = time.perf_counter()
        with kept.open("rb", buffering=0) as file:
            while file.read(1 << 20):
                pass
        raw.append(time.perf_counter() - began)
        with stage.child("known", "reopen", str(path), str(cache), str(gib << 18)) as child:
            found = child.wait_for("known")
        if found["read"]:
            raise RuntimeError("the survey read the file again")
        seconds.append(found["seconds"])
    size = kept.stat().st_size
    path.unlink()
    return Row(
        f"a surveyed file of {gib} GiB, all pages different, opened again: to the picture of the full map",
        f"≤ {ms(MOST_SECONDS)}",
        f"{ms(median(seconds))} ({median(seconds) / median(raw):.1f} ×)",
        f"all of the {mib(size)} that are remembered, only read: {ms(median(raw))}",
        median(seconds) <= MOST_SECONDS,
        {"ours": seconds, "raw": raw, "bytes": size},
    )


def _known(stage: Stage) -> Row:
    gib = 2 if stage.size.smoke else 1024
    path = _file(stage, gib)
    with stage.child("bare", "libraries") as child:
        child.wait_for("painted")
        bare = psutil.Process(child.pid).memory_full_info().pss
    with stage.child("known", "fill", str(path), str(stage.folder / "no cache"), str(gib << 18)) as child:
        with _most_memory(psutil.Process(child.pid)) as most:
            child.wait_for("known", 300)
        found = psutil.Process(child.pid).memory_full_info()
    path.unlink()
    return Row(
        f"memory with {gib:,} GiB known, all pages different (proportional share)",
        f"≤ {mib(MOST_BYTES)}",
        f"{mib(found.pss)} (own {mib(found.uss)}); while it becomes known and is written to the disk"
        f" up to {mib(max(most))}",
        f"bare window with numpy and pyqtgraph {mib(bare)}",
        max(most) <= MOST_BYTES,
        {"pss": found.pss, "uss": found.uss, "rss": found.rss, "most": max(most), "bare": bare},
    )


@contextmanager
def _most_memory(process: psutil.Process) -> Iterator[list[int]]:
    """The proportional share of ``process`` again and again, until the end."""
    found, over = [0], threading.Event()

    def look() -> None:
        while not over.wait(LOOK_SECONDS):
            with suppress(psutil.Error):
                found.append(process.memory_full_info().pss)

    looking = threading.Thread(target=look)
    looking.start()
    try:
        yield found
    finally:
        over.set()
        looking.join()


def _file(stage: Stage, gib: int) -> Path:
    """Nothing but a hole; long unchanged, for all that its times can say."""
    path = stage.folder / f"known-{gib}.bin"
    with path.open("wb") as file:
        file.truncate(gib << 30)
    return path


def _keep(path: Path, cache: Path) -> Path:
    """Remember of ``path`` that all its pages differ; those of which fingerprints are known are holes."""
    rng = np.random.default_rng(1)
    made = [some_measures(rng, CHUNK) for _ in range(4)]
    file = open_file(bytes(path))
    pages = file.size // PAGESIZE
    store, prints = FactStore(pages, 1 << 40), PrintStore(pages)
    for number in range(pages // CHUNK):
        store.put(number * CHUNK, made[number % 4])
    for page in range(0, pages, pages // 512):
        prints.put_page(page, ZERO)
    stamp = Stamp.of(file.opened, 0, file.size, young=False)
    name = name_of(bytes(path), 0, False)
    folder = RememberedFolder(StateFolder(cache))
    if not folder.keep(name, Learned(stamp, store.frozen(), prints), Ticket()):
        raise RuntimeError("nothing was kept")
    file.close()
    return Path(os.fsdecode(cache)) / KIND / name
