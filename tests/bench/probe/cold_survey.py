"""Surveys of files of which nothing is cached: ``cold_survey.py FILE SPARSE ISLANDS TURNS``.

Only these two files are dropped from the page cache. The samples are counted from when the holes are known.
"""

from __future__ import annotations

import os
import subprocess
import sys
import threading
import time

import numpy as np
from PySide6.QtCore import QCoreApplication, QEventLoop

from bench.files import PAGE, island_pages
from bench.probe.telling import tell
from bytescope.core.pages import kernels
from bytescope.core.ranges import PageRange
from bytescope.core.source import scattered
from bytescope.core.source.cachestat import cachestat
from bytescope.core.source.guard import install
from bytescope.core.source.reading import RWF_DONTCACHE
from bytescope.session.session import Session
from bytescope.session.workspace import Workspace

ISLAND = 16
"""Pages of an island."""

AT_ONCE = (1, 2, 4, 8, 16)


def drop(path: str) -> None:
    fd = os.open(path, os.O_RDONLY)
    os.posix_fadvise(fd, 0, 0, os.POSIX_FADV_DONTNEED)
    os.close(fd)


def survey(session: Session, begin: int, end: int) -> float:
    """Seconds from when ``begin`` pages are known to when ``end`` are."""
    loop = QEventLoop()
    session.survey.facts_changed.connect(loop.quit)
    began = time.perf_counter()
    session.survey.restart(session.document.snapshot())
    facts = session.facts
    assert facts is not None
    while facts.known < end:
        loop.exec()
        if facts.known <= begin:
            began = time.perf_counter()
    return time.perf_counter() - began


def bare(path: str, pages: list[int], at_once: int) -> float:
    """Reads a second of single pages, so many under way at once, in threads without Python."""
    drop(path)
    fd = os.open(path, os.O_RDONLY)
    os.posix_fadvise(fd, 0, 0, os.POSIX_FADV_RANDOM)
    parts = np.array_split(np.array(pages, np.int64) * PAGE, at_once)
    rooms = [np.empty((len(part), PAGE), np.uint8) for part in parts]
    threads = [
        threading.Thread(
            target=scattered.read_pages, args=(fd, part, room, RWF_DONTCACHE), kwargs={"seek": False}
        )
        for part, room in zip(parts, rooms)
    ]
    began = time.perf_counter()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    seconds = time.perf_counter() - began
    os.close(fd)
    return len(pages) / seconds


def dd(path: str) -> float:
    drop(path)
    began = time.perf_counter()
    subprocess.run(
        ["dd", f"if={path}", "of=/dev/null", "iflag=direct", "bs=1M"], capture_output=True, check=True
    )
    return time.perf_counter() - began


def main() -> None:
    solid, sparse, count, turns = sys.argv[1], sys.argv[2], int(sys.argv[3]), int(sys.argv[4])
    application = QCoreApplication(sys.argv[:1])
    kernels.warm()
    scattered.warm()
    install()
    workspace = Workspace(None)
    whole, thin = workspace.open_now(solid), workspace.open_now(sparse)
    thin.survey.set_limits(whole=False, rate=0)
    islands = island_pages(thin.size, count)
    holes = thin.page_count - count * ISLAND
    for session in (whole, thin):
        session.survey.pause()
        session.survey.start(fast=True)
        session.survey.set_visible(PageRange(0, session.page_count))
    assert whole.file is not None
    fd, size, pages = whole.file.fd, whole.size, whole.page_count
    for turn in range(turns + 1):
        drop(sparse)
        thin.survey.resume()
        samples = survey(thin, holes, holes + count)
        thin.survey.pause()
        iops = [bare(sparse, [page + 3 for page in islands], at_once) for at_once in AT_ONCE]
        drop(solid)
        before = cachestat(fd, 0, size).cached
        whole.survey.resume()
        seconds = survey(whole, 0, pages)
        whole.survey.pause()
        left = cachestat(fd, 0, size).cached - before
        figures = {"whole": seconds, "dd": dd(solid), "left": left, "size": size}
        if turn:
            tell("turn", samples=samples, read=count, iops=iops, **figures)
    workspace.shut_down()
    del application


main()
