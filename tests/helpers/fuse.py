"""A file on a medium of any badness: a tiny FUSE server (root only) with bad sectors and slow answers."""

from __future__ import annotations

import contextlib
import ctypes
import errno
import json
import os
import struct
import subprocess
import sys
import threading
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

PAGE = 4096
_SETATTR, _GETATTR, _OPEN, _READ, _WRITE, _RELEASE, _FSYNC, _FLUSH, _INIT = 4, 3, 14, 15, 16, 18, 20, 25, 26
_SILENT = (2, 42, 36)  # FORGET, BATCH_FORGET, INTERRUPT: nobody waits for an answer
_HEADER = struct.Struct("<IIQQIIII")
_MNT_DETACH = 2


@dataclass(frozen=True)
class Medium:
    """What the file is like. Pages are all 01, or ``numbered``: each full of its own number."""

    pages: int
    bad: tuple[int, ...] = ()
    numbered: bool = False
    read_seconds: float = 0.0
    open_seconds: float = 0.0

    def page(self, number: int) -> bytes:
        """What stands in a page."""
        return struct.pack("<Q", number + 1) * (PAGE // 8) if self.numbered else b"\x01" * PAGE


def available() -> bool:
    """Whether it is worth a try."""
    return os.geteuid() == 0 and os.path.exists("/dev/fuse")


@contextlib.contextmanager
def mounted(place: Path, medium: Medium) -> Iterator[bool]:
    """``place`` as a file on ``medium``, served by a process of its own; False where that cannot be."""
    if not available():
        yield False
        return
    place.touch()
    # Without the site packages it is there in a twentieth of a second.
    command = [sys.executable, "-I", "-S", __file__, str(place), json.dumps(asdict(medium))]
    server = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    assert server.stdout is not None
    try:
        yield server.stdout.readline().strip() == "mounted"
    finally:
        ctypes.CDLL(None).umount2(os.fsencode(place), _MNT_DETACH)
        with contextlib.suppress(subprocess.TimeoutExpired):
            server.wait(0 if medium.read_seconds or medium.open_seconds else 30)
        server.kill()
        server.wait(30)
        server.stdout.close()


class _Server:
    """The kernel's protocol: include/uapi/linux/fuse.h. The mount point itself is the file (node 1)."""

    def __init__(self, medium: Medium) -> None:
        self._medium = medium
        self._size = medium.pages * PAGE
        self._bad = set(medium.bad)
        self._written: dict[int, bytes] = {}

    def serve(self, place: str) -> None:
        channel = os.open("/dev/fuse", os.O_RDWR)
        options = f"fd={channel},rootmode=100644,user_id=0,group_id=0".encode()
        if ctypes.CDLL(None).mount(b"bad-medium", os.fsencode(place), b"fuse", 0, options):
            return
        print("mounted", flush=True)  # noqa: T201 - the parent waits for it
        while True:
            try:
                request = os.read(channel, 1 << 17)
            except OSError as error:
                if error.errno == errno.ENODEV:  # unmounted
                    return
                if error.errno in (errno.EINTR, errno.ENOENT):
                    continue
                raise
            _length, code, unique, *_rest = _HEADER.unpack_from(request)
            if code in _SILENT:
                continue
            number, answer = self._answer(code, request[_HEADER.size :])
            with contextlib.suppress(FileNotFoundError):  # whoever asked was killed meanwhile
                os.write(channel, struct.pack("<IiQ", 16 + len(answer), -number, unique) + answer)

    def _answer(self, code: int, body: bytes) -> tuple[int, bytes]:
        if code == _INIT:
            # version 7.31, no read-ahead (one request a page), no flags; 64 bytes since 7.23
            return 0, struct.pack("<IIIIHHIIHHI", 7, 31, 0, 0, 12, 10, PAGE, 1, 1, 0, 0).ljust(64, b"\0")
        if code == _SETATTR and struct.unpack_from("<I", body)[0] & 8:  # FATTR_SIZE
            self._size = struct.unpack_from("<Q", body, 16)[0]
        if code in (_GETATTR, _SETATTR):
            return 0, struct.pack("<QII", 3600, 0, 0) + self._attributes()
        if code == _OPEN:
            self._wait(self._medium.open_seconds)
            return 0, struct.pack("<QII", 1, 0, 0)
        if code == _READ:
            return self._read(*struct.unpack_from("<QQI", body)[1:])
        if code == _WRITE:
            return self._write(*struct.unpack_from("<QQI", body)[1:], body[40:])
        if code in (_RELEASE, _FLUSH, _FSYNC):
            return 0, b""
        return errno.ENOSYS, b""

    def _attributes(self) -> bytes:
        size = self._size
        return struct.pack("<6Q10I", 1, size, size // 512, 0, 0, 0, 0, 0, 0, 0o100644, 1, 0, 0, 0, PAGE, 0)

    def _page(self, number: int) -> bytes:
        return self._written.get(number) or self._medium.page(number)

    def _read(self, offset: int, size: int) -> tuple[int, bytes]:
        self._wait(self._medium.read_seconds)
        size = max(0, min(size, self._size - offset))
        asked = range(offset // PAGE, -(-(offset + size) // PAGE))
        if self._bad & set(asked):
            return errno.EIO, b""
        begin = offset % PAGE
        return 0, b"".join(map(self._page, asked))[begin : begin + size]

    def _write(self, offset: int, size: int, data: bytes) -> tuple[int, bytes]:
        """A page that is written anew is good again, as on a disk that has spare sectors."""
        self._size = max(self._size, offset + size)
        at = 0
        while at < size:
            number, begin = divmod(offset + at, PAGE)
            part = data[at : min(size, at + PAGE - begin)]
            old = self._page(number)
            self._written[number] = old[:begin] + part + old[begin + len(part) :]
            self._bad.discard(number)
            at += len(part)
        return 0, struct.pack("<II", size, 0)

    @staticmethod
    def _wait(seconds: float) -> None:
        if seconds:
            threading.Event().wait(seconds)


if __name__ == "__main__":
    _Server(Medium(**json.loads(sys.argv[2]))).serve(sys.argv[1])
