"""A file with bad sectors: a tiny FUSE server (root only) whose reads of some pages fail with EIO."""

from __future__ import annotations

import contextlib
import ctypes
import errno
import os
import struct
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

PAGE = 4096
_GETATTR, _OPEN, _READ, _STATFS, _RELEASE, _FLUSH, _INIT = 3, 14, 15, 17, 18, 25, 26
_FORGET, _BATCH_FORGET, _INTERRUPT = 2, 42, 36
_HEADER = struct.Struct("<IIQQIIII")
_MNT_DETACH = 2


@contextlib.contextmanager
def bad_sectors(place: Path, pages: int, bad: list[int]) -> Iterator[Path]:
    """``place`` as a file of ``pages`` pages of 01, of which ``bad`` cannot be read. Skips without FUSE."""
    place.touch()
    server = subprocess.Popen(
        [sys.executable, __file__, str(place), str(pages), *map(str, bad)], stdout=subprocess.PIPE, text=True
    )
    assert server.stdout is not None
    try:
        if server.stdout.readline().strip() != "mounted":
            pytest.skip("FUSE is not available here")
        yield place
    finally:
        ctypes.CDLL(None).umount2(os.fsencode(place), _MNT_DETACH)
        server.wait(30)
        server.stdout.close()


def _serve(place: str, pages: int, bad: set[int]) -> None:
    """The kernel's protocol: include/uapi/linux/fuse.h. The mount point itself is the file (node 1)."""
    channel = os.open("/dev/fuse", os.O_RDWR)
    options = f"fd={channel},rootmode=100644,user_id=0,group_id=0".encode()
    if ctypes.CDLL(None).mount(b"bad-sectors", os.fsencode(place), b"fuse", 0, options):
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
        if code in (_FORGET, _BATCH_FORGET, _INTERRUPT):
            continue
        error_number, answer = _answer(code, request[_HEADER.size :], pages, bad)
        os.write(channel, struct.pack("<IiQ", 16 + len(answer), -error_number, unique) + answer)


def _answer(code: int, body: bytes, pages: int, bad: set[int]) -> tuple[int, bytes]:
    if code == _INIT:
        # version 7.31, no read-ahead (one request a page), no flags; 64 bytes since 7.23
        return 0, struct.pack("<IIIIHHIIHHI", 7, 31, 0, 0, 12, 10, PAGE, 1, 1, 0, 0).ljust(64, b"\0")
    if code == _GETATTR:
        size = pages * PAGE
        attributes = struct.pack(
            "<6Q10I", 1, size, size // 512, 0, 0, 0, 0, 0, 0, 0o100644, 1, 0, 0, 0, PAGE, 0
        )
        return 0, struct.pack("<QII", 3600, 0, 0) + attributes
    if code == _OPEN:
        return 0, struct.pack("<QII", 1, 0, 0)
    if code == _READ:
        _handle, offset, size = struct.unpack_from("<QQI", body)
        size = max(0, min(size, pages * PAGE - offset))
        asked = range(offset // PAGE, -(-(offset + size) // PAGE))
        return (errno.EIO, b"") if bad & set(asked) else (0, b"\x01" * size)
    if code in (_RELEASE, _FLUSH):
        return 0, b""
    return errno.ENOSYS, b""


if __name__ == "__main__":
    _serve(sys.argv[1], int(sys.argv[2]), set(map(int, sys.argv[3:])))
