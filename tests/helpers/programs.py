"""The real program in a process of its own, driven from inside and told from outside: it may be killed."""

from __future__ import annotations

import json
import os
import selectors
import signal
import subprocess
import sys
import time
from pathlib import Path
from types import TracebackType
from typing import Any

PATIENCE = 240.0

_BEGIN = """
import json, os, sys
from bytescope.ui import toolkit
toolkit.load()
from PySide6.QtCore import QObject, Qt, QTimer
from bytescope.ui import app as program

def say(event, **values):
    print(json.dumps({"event": event, **values}), flush=True)

def when(signal, act):
    signal.connect(act)
    kept.append(act)

def until(wanted, act, every=5):
    timer = QTimer(interval=every)
    kept.append(timer)
    def look():
        if wanted():
            timer.stop()
            act()
    timer.timeout.connect(look)
    timer.start()

kept = []
MadeWindow = program.Window

def drive(window):
    pass

def made(workspace):
    window = MadeWindow(workspace)
    told = window.tell
    def tell(level, text):
        told(level, text)
        say("told", level=level, text=text)
    window.tell = tell
    drive(window)
    return window

program.Window = made
"""
_END = """
from bytescope.cli import main
sys.exit(main(sys.argv[1:]))
"""


class Program:
    """The window of the real program. ``drive`` is Python that defines ``drive(window)``.

    It may call ``say(event, ...)``, which ``wait_for`` sees, and ``until(condition, act)``. Where the
    window tells a sentence, the event "told" is said.
    """

    def __init__(self, home: Path, drive: str, *arguments: str) -> None:
        home.mkdir(exist_ok=True, mode=0o700)
        folders = {f"XDG_{name}_HOME": str(home / name.lower()) for name in ("CONFIG", "STATE", "CACHE")}
        environment = os.environ | folders | {"HOME": str(home), "PYTHONPATH": ":".join(sys.path)}
        self._rest = b""
        self._process = subprocess.Popen(
            [sys.executable, "-c", _BEGIN + drive + _END, *arguments],
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
        assert self._process.stdout is not None
        self._output = self._process.stdout
        self._selector = selectors.DefaultSelector()
        self._selector.register(self._output, selectors.EVENT_READ)

    def __enter__(self) -> Program:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._process.kill()
        self._process.wait()
        self._selector.close()
        self._output.close()
        assert self._process.stderr is not None
        self._process.stderr.close()

    def wait_for(self, event: str, patience: float = PATIENCE) -> dict[str, Any]:
        """The next ``event``; others before it are passed over."""
        return self._all_to(event, patience)[-1]

    def events_to(self, event: str, patience: float = PATIENCE) -> list[str]:
        """What is said up to the next ``event``."""
        return [found["event"] for found in self._all_to(event, patience)]

    def _all_to(self, event: str, patience: float) -> list[dict[str, Any]]:
        end, found = time.monotonic() + patience, []
        while True:
            line, newline, rest = self._rest.partition(b"\n")
            if not newline:
                self._read(event, end)
                continue
            self._rest = rest
            if line.startswith(b"{"):
                found.append(json.loads(line))
                if found[-1]["event"] == event:
                    return found

    def ends(self, patience: float = PATIENCE) -> int:
        """Wait for the end of the process; its exit status, negative for a signal."""
        return self._process.wait(patience)

    def kill(self, number: int = signal.SIGKILL) -> int:
        """Send a signal and wait for the end."""
        self._process.send_signal(number)
        return self.ends()

    def errors(self) -> str:
        """What stands on standard error, after the end."""
        assert self._process.stderr is not None
        return self._process.stderr.read().decode(errors="replace")

    def _read(self, event: str, end: float) -> None:
        ready = self._selector.select(max(0.0, end - time.monotonic()))
        data = self._output.read1() if ready else b""  # type: ignore[attr-defined]
        if not data:
            self._process.kill()
            how = self._process.wait()
            raise AssertionError(f"no “{event}” came; it ended by {how}. {self.errors()[-2000:]}")
        self._rest += data
