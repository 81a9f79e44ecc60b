"""The session's survey and the bare kernel over memory, in turns: ``surveying.py FILE TURNS``."""

from __future__ import annotations

import os
import sys
import time
from contextlib import suppress
from pathlib import Path
from threading import Thread

import numpy as np
from PySide6.QtCore import QCoreApplication, QEventLoop

from bench.probe.telling import tell
from bytescope.core.pages import kernels
from bytescope.core.ranges import PageRange
from bytescope.core.source import scattered
from bytescope.core.source.guard import install
from bytescope.session.session import Session
from bytescope.session.workspace import Workspace

PIECE = 1 << 20


def bare(data: np.ndarray, times: int, threads: int) -> tuple[float, float]:
    """Wall and processor seconds of the kernel over all of ``data``, ``times`` times, 1 MiB at a time."""
    began, used = time.perf_counter(), time.process_time()
    working = [Thread(target=_bare, args=(part, times)) for part in np.array_split(data, threads)]
    for thread in working:
        thread.start()
    for thread in working:
        thread.join()
    return time.perf_counter() - began, time.process_time() - used


def _bare(data: np.ndarray, times: int) -> None:
    for _ in range(times):
        for start in range(0, len(data), PIECE):
            kernels.measure(data[start : start + PIECE])


def survey(session: Session) -> tuple[float, float]:
    """Wall and processor seconds until every page is known."""
    loop = QEventLoop()
    session.survey.state_changed.connect(loop.quit)
    began, used = time.perf_counter(), time.process_time()
    session.survey.restart(session.document.snapshot())
    facts = session.facts
    assert facts is not None
    while facts.known < facts.page_count:
        loop.exec()
    return time.perf_counter() - began, time.process_time() - used


def _bring_back(path: Path) -> None:
    """Have all of the file in the page cache again: the system takes back what it sees no use of."""
    with path.open("rb", buffering=0) as file:
        while file.read(PIECE):
            pass


def _keep_to(cores: list[int]) -> None:
    """All threads of this process run on these cores only."""
    for thread in os.listdir("/proc/self/task"):
        with suppress(ProcessLookupError):  # it ended meanwhile
            os.sched_setaffinity(int(thread), cores)


def main() -> None:
    path, turns = Path(sys.argv[1]), int(sys.argv[2])
    application = QCoreApplication(sys.argv[:1])
    kernels.warm()
    scattered.warm()
    install()
    workspace = Workspace(None)
    session = workspace.open_now(str(path))
    session.survey.start(fast=True)
    session.survey.set_visible(PageRange(0, session.page_count))
    size = session.size
    part = min(size, 256 << 20)
    data = np.fromfile(path, np.uint8, part)
    survey(session)
    cores = sorted(os.sched_getaffinity(0))
    for _ in range(turns):
        _bring_back(path)
        _keep_to(cores[:1])
        one = {"bare": bare(data, size // part, 1), "survey": survey(session)}
        _bring_back(path)
        _keep_to(cores[:2])
        two = {"bare2": bare(data, size // part, len(cores[:2])), "survey2": survey(session)}
        tell("turn", **one, **two, cores=len(cores[:2]), size=size)
    workspace.shut_down()
    del application


main()
