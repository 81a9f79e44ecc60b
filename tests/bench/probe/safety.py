"""Times what the start does for safety in a loaded program: ``safety.py TURNS``."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Callable

import numpy  # noqa: F401 - as much is loaded as in the program
import pyqtgraph  # noqa: F401
from PySide6.QtWidgets import QApplication

from bench.probe.telling import now, tell
from bytescope.core.source import guard, proof
from bytescope.crash import CrashFile
from bytescope.ui import toolkit


def timed(act: Callable[[], object], turns: int) -> list[float]:
    out = []
    for _ in range(turns):
        began = now()
        act()
        out.append(now() - began)
    return out


def proved() -> None:
    assert proof.prove() == ""


def main() -> None:
    turns = int(sys.argv[1])
    application = QApplication(sys.argv[:1])
    guard.install()
    with tempfile.TemporaryDirectory() as folder:
        place = os.path.join(folder, "state")
        figures = {
            "toolkit": timed(toolkit.used_up, turns),
            "guard": timed(proved, turns),
            "report": timed(lambda: CrashFile(place).close(), turns),
        }
    tell("safety", **figures)
    del application


main()
