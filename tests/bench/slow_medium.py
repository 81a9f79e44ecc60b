"""A file each of whose reads takes a second: a tiny FUSE server of its own process. Needs root."""

from __future__ import annotations

import contextlib
import ctypes
import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

from helpers import badsectors

_MNT_DETACH = 2


@contextlib.contextmanager
def slow_file(place: Path, pages: int, seconds: float) -> Iterator[Path | None]:
    """``place`` as a file of ``pages`` pages, each read of which takes ``seconds``; None without FUSE."""
    if os.geteuid() != 0 or not os.path.exists("/dev/fuse"):
        yield None
        return
    place.touch()
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)}
    server = subprocess.Popen(
        [sys.executable, __file__, str(place), str(pages), str(seconds)],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        env=environment,
    )
    assert server.stdout is not None
    try:
        yield place if server.stdout.readline().strip() == "mounted" else None
    finally:
        ctypes.CDLL(None).umount2(os.fsencode(place), _MNT_DETACH)
        server.kill()
        server.wait(30)
        server.stdout.close()


def _serve(place: str, pages: int, seconds: float) -> None:
    answer = badsectors._answer

    def late(code: int, body: bytes, pages: int, bad: set[int]) -> tuple[int, bytes]:
        if code == badsectors._READ:
            threading.Event().wait(seconds)
        return answer(code, body, pages, bad)

    badsectors._answer = late
    badsectors._serve(place, pages, set())


if __name__ == "__main__":
    _serve(sys.argv[1], int(sys.argv[2]), float(sys.argv[3]))
