"""A small program that touches known pages of a file on command, by every way there is, and answers."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from types import TracebackType

_PROGRAM = r"""
import ctypes, mmap, os, sys, threading

PAGE = 4096
fd = os.open(os.fsencode(sys.argv[1]), os.O_RDWR)
mappings = []
libc = ctypes.CDLL(None, use_errno=True)

def map_it(kind="shared", start="0", length="0"):
    flags = mmap.MAP_SHARED if kind == "shared" else mmap.MAP_PRIVATE
    length = int(length) or os.fstat(fd).st_size - int(start)
    mappings.append((mmap.mmap(fd, length, flags=flags, offset=int(start)), int(start)))

def place(page):
    mapping, start = mappings[-1]
    return mapping, int(page) * PAGE - start

def load(page):
    mapping, at = place(page)
    return mapping[at]

def store(page, value="170"):
    mapping, at = place(page)
    ctypes.c_uint8.from_buffer(mapping, at).value = int(value)

def pread(page, pages="1"):
    os.pread(fd, PAGE * int(pages), int(page) * PAGE)

def pwrite(page, value="85"):
    os.pwrite(fd, bytes([int(value)]), int(page) * PAGE)

def unmap():
    mappings.pop()[0].close()

def close():
    os.close(fd)

def name(text):
    libc.prctl(15, text.encode(), 0, 0, 0)

def thread(*words):
    other = threading.Thread(target=acts[words[0]], args=words[1:])
    other.start()
    other.join()

def user(number):
    os.setuid(int(number))

acts = {"map": map_it, "load": load, "store": store, "pread": pread, "pwrite": pwrite, "unmap": unmap,
        "close": close, "name": name, "user": user, "thread": thread}
print("ready", flush=True)
for line in sys.stdin:
    act, *words = line.rstrip("\n").split(" ", 1 if line.startswith("name") else -1)
    acts[act](*words)
    print("done", flush=True)
"""


class Toucher:
    """The program over the file at ``path``, which is open for reading and writing and not mapped yet.

    ``do("store 5", "load 7")`` returns when all of it was done: nobody has to wait for a time.
    """

    def __init__(self, path: Path) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-I", "-S", "-c", _PROGRAM, str(path)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        self._expect("ready")

    @property
    def pid(self) -> int:
        return self._process.pid

    def do(self, *commands: str) -> None:
        """Each command, one after the other: "map shared", "load PAGE", "store PAGE", "pread PAGE COUNT" …"""
        assert self._process.stdin is not None
        for command in commands:
            self._process.stdin.write(command + "\n")
            self._process.stdin.flush()
            self._expect("done")

    def end(self) -> None:
        """Let it end, and wait for that."""
        self._process.communicate()

    def __enter__(self) -> Toucher:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._process.kill()
        self._process.communicate()

    def _expect(self, answer: str) -> None:
        assert self._process.stdout is not None
        line = self._process.stdout.readline().strip()
        assert line == answer, f"the toucher said {line!r}, not {answer!r}"
