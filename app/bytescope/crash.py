"""Keeps what brought a run of the program down: one private file, begun when the run begins.

Nothing of it is ever sent. It holds no bytes of a file: a crash of the interpreter leaves places in
the program, an exception its places and a message without what it quotes (see ``traces``).
"""

from __future__ import annotations

import contextlib
import faulthandler
import fcntl
import os
import sys
import time

from bytescope import __version__

PATTERN = "crash-*.txt"
MOST_KEPT = 10
"""Reports of earlier runs; older ones are removed."""

BEGUN = "-- what happened --\n"
TOLD = "-- told --\n"
"""The person knows what stands above."""

_FLAGS = os.O_CREAT | os.O_EXCL | os.O_RDWR | os.O_APPEND | os.O_CLOEXEC | os.O_NOFOLLOW


def state_folder() -> str:
    """Where what the program keeps of its runs belongs: the person's own, by the XDG rules."""
    base = os.environ.get("XDG_STATE_HOME", "")
    if not os.path.isabs(base):
        base = os.path.expanduser("~/.local/state")
    return os.path.join(base, "bytescope")


class CrashFile:
    """The file of this run, in ``folder``. Raises OSError where it cannot be made.

    A crash of the interpreter writes into it; the file is locked as long as the run goes on.
    """

    def __init__(self, folder: str) -> None:
        os.makedirs(folder, mode=0o700, exist_ok=True)
        stamp = f"{time.strftime('%Y%m%d-%H%M%S')}.{time.time_ns() // 1000 % 1_000_000:06}"
        self.path = os.path.join(folder, f"crash-{stamp}-{os.getpid()}.txt")
        self._fd = os.open(self.path, _FLAGS, 0o600)
        self._used = False
        try:
            fcntl.flock(self._fd, fcntl.LOCK_EX | fcntl.LOCK_NB)
            self._write(_head() + BEGUN)
        except OSError:
            self.close()
            raise

    def watch(self) -> None:
        """Have a crash of the interpreter write here. It takes SIGBUS, of which the guard goes first."""
        faulthandler.enable(self._fd)
        if guard := sys.modules.get("bytescope.core.source.guard"):
            guard.ready()

    def add(self, text: str) -> None:
        """Write down something that the person is told of in this run."""
        self._used = True
        with contextlib.suppress(OSError):
            self._write(f"{text.rstrip()}\n{TOLD}")

    def close(self) -> None:
        """The run ends well: the file goes, or stays where there is something to be read in it."""
        if self._fd < 0:
            return
        faulthandler.disable()
        if not self._used:
            with contextlib.suppress(OSError):
                os.unlink(self.path)
        os.close(self._fd)
        self._fd = -1

    def _write(self, text: str) -> None:
        os.write(self._fd, text.encode("utf-8", "replace"))


def begin(folder: str) -> CrashFile | None:
    """Begin the file of this run and watch for a crash; None where the folder cannot be written."""
    try:
        file = CrashFile(folder)
    except OSError:
        return None
    file.watch()
    return file


def _head() -> str:
    system = os.uname()
    qt = sys.modules.get("PySide6.QtCore")
    toolkit = f", PySide6 {sys.modules['PySide6'].__version__}, Qt {qt.qVersion()}" if qt else ""
    return (
        f"Bytescope {__version__}\n"
        f"Python {sys.version.split()[0]}{toolkit}\n"
        f"{system.sysname} {system.release} {system.machine}\n"
        f"Process {os.getpid()}, begun {time.strftime('%Y-%m-%d %H:%M:%S %z')}\n"
        "This report stays on this computer. It holds no bytes of a file.\n\n"
    )
