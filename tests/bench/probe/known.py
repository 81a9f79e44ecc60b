"""The window with pages of which all is known: ``known.py reopen | fill FILE CACHE PAGES``."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
from PySide6.QtCore import QElapsedTimer, QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from bench.probe.telling import tell
from bytescope.core.ranges import PageRange
from bytescope.core.storage.private import StateFolder
from bytescope.session.session import Session
from bytescope.session.survey.memory import Memory
from bytescope.session.workspace import Workspace
from bytescope.ui.window import Window
from helpers.measures import some_measures

CHUNK = 1 << 16
PATIENCE_MS = 30_000
READY = 1


def main() -> None:
    what, path, cache, pages = sys.argv[1], sys.argv[2], Path(sys.argv[3]), int(sys.argv[4])
    application = QApplication(sys.argv[:1])
    workspace = Workspace(None)
    workspace.memory = Memory(workspace, StateFolder(cache))
    window = Window(workspace)
    window.resize(1920, 1080)
    first = Path(path).with_suffix(".first")
    first.write_bytes(bytes(range(256)) * 4096)
    workspace.open_now(str(first))  # a window in which somebody works with files
    window.show()
    _until(
        lambda: window.loading.has_kernels and window.current is not None and window.current.map is not None
    )
    began = time.perf_counter()
    workspace.open(path)
    _until(lambda: len(workspace.sessions) == 2 and workspace.sessions[1].facts is not None)
    session = workspace.sessions[1]
    if what == "reopen":
        _until(lambda: session.facts is not None and session.facts.known == pages)
        window.current.map.grab()
        shown = time.perf_counter() - began
        _until(lambda: not workspace.jobs.busy)
        tell("known", seconds=shown, all=time.perf_counter() - began, read=session.survey.bytes_read)
    else:
        _until(lambda: session.facts is not None and session.facts.known == pages)
        _fill(session, pages)
        window.current.map.grab()
        workspace.memory._on_time()  # as it does each minute
        _until(lambda: not workspace.jobs.busy)
        written = time.perf_counter()
        _until(lambda: time.perf_counter() - written > 1 and not workspace.jobs.busy)
        tell("known", known=session.facts.known)
    application.exec()


def _fill(session: Session, pages: int) -> None:
    """Let the session know each page, all of them different."""
    rng = np.random.default_rng(1)
    made = [some_measures(rng, CHUNK) for _ in range(4)]
    facts, prints = session.facts, session.survey.prints
    assert facts is not None
    assert prints is not None
    prints.file.forget(PageRange(0, pages))
    for number in range(pages // CHUNK):
        facts.put(number * CHUNK, made[number % 4])
        prints.file.put(number * CHUNK, made[number % 4].prints)


def _until(ready: Callable[[], object]) -> None:
    """Run the event loop until ``ready``; looked at each millisecond, as jobs need the interpreter."""
    clock, loop, timer = QElapsedTimer(), QEventLoop(), QTimer(interval=1)
    clock.start()

    def look() -> None:
        if ready():
            loop.exit(READY)
        elif clock.elapsed() > PATIENCE_MS:
            loop.exit(not READY)

    timer.timeout.connect(look)
    timer.start()
    if loop.exec() != READY:
        raise TimeoutError


main()
