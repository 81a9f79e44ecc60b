"""A screen for the measured windows: none at all, or a real X server without a monitor."""

from __future__ import annotations

import contextlib
import os
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True)
class Screen:
    """What a program needs in its environment to show a window there."""

    name: str
    environment: dict[str, str]

    @classmethod
    @contextlib.contextmanager
    def xvfb(cls, size: str = "1920x1080x24") -> Iterator[Screen]:
        """An X server of its own, which ends with the context."""
        reading, writing = os.pipe()
        server = subprocess.Popen(
            ["Xvfb", "-displayfd", str(writing), "-screen", "0", size, "-nolisten", "tcp", "-noreset"],
            pass_fds=[writing],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        os.close(writing)
        try:
            with open(reading, "rb") as pipe:
                number = pipe.readline().strip().decode()
            if not number:
                raise RuntimeError("Xvfb did not start")
            yield cls("X11", {"DISPLAY": f":{number}", "QT_QPA_PLATFORM": "xcb"})
        finally:
            server.terminate()
            server.wait()
