"""Keeps a lost page of a mapped file from killing the program: installs the SIGBUS handler, lists regions.

A signal handler belongs to the process, so this is the one module of the core with state of its own.
"""

from __future__ import annotations

import ctypes
import mmap
import os
import sys
import threading
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from bytescope.core.source import handler
from bytescope.core.source.base import Why

_SA_SIGINFO = 0x4
_SA_ONSTACK = 0x08000000


class _SigAction(ctypes.Structure):
    """``struct sigaction`` of glibc on 64-bit Linux."""

    _fields_ = [
        ("handler", ctypes.c_void_p),
        ("mask", ctypes.c_uint64 * 16),
        ("flags", ctypes.c_int),
        ("restorer", ctypes.c_void_p),
    ]


class _State:
    """The table of regions, and the compiled handler once there is one."""

    def __init__(self) -> None:
        self.lock = threading.Lock()
        self.memory = mmap.mmap(-1, handler.TABLE_BYTES, flags=mmap.MAP_PRIVATE | mmap.MAP_ANONYMOUS)
        self.table = ctypes.addressof(ctypes.c_char.from_buffer(self.memory))
        self.free = deque(range(handler.ROWS))
        self.previous = _SigAction()
        self.compiled: object | None = None
        self.address = 0
        self.unavailable = not _known_platform()
        self.forbidden = False


def _known_platform() -> bool:
    """Whether the layouts of ``siginfo_t`` and ``struct sigaction`` are the ones that are known here."""
    if sys.platform != "linux" or os.uname().machine not in {"x86_64", "aarch64"}:
        return False
    return "CS_GNU_LIBC_VERSION" in os.confstr_names


_libc = ctypes.CDLL(None, use_errno=True)
_state = _State()


def install() -> bool:
    """Make SIGBUS survivable; safe to call often, from any thread. False where that is not possible.

    The first call compiles the handler (about a second, with the import of numba): call it from a
    worker, after ``faulthandler.enable``. Later calls put the handler back if somebody took it away.
    """
    with _state.lock:
        if _state.unavailable or _state.forbidden:
            return False
        if not _state.address and not _compile():
            _state.unavailable = True
            return False
    return ready()


def ready() -> bool:
    """As ``install``, but without compiling: False until ``install`` was called once. Microseconds."""
    if not _state.address or _state.forbidden:
        return False
    with _state.lock:
        if not is_installed():
            mine = _SigAction(handler=_state.address, flags=_SA_SIGINFO | _SA_ONSTACK)
            found = _SigAction()
            if _libc.sigaction(handler.SIGBUS, ctypes.byref(mine), ctypes.byref(found)):
                return False
            ctypes.memmove(ctypes.byref(_state.previous), ctypes.byref(found), ctypes.sizeof(found))
    return True


def forbid(forbidden: bool = True) -> None:
    """From now on no mapping is used, whoever asks: ``ready`` and ``install`` say False (safe mode)."""
    _state.forbidden = forbidden


def forbidden() -> bool:
    """Whether ``forbid`` was called."""
    return _state.forbidden


@contextmanager
def alone() -> Iterator[None]:
    """Meanwhile a fault that the handler does not mend ends its process, and nobody else is asked."""
    with _state.lock:
        size = ctypes.sizeof(_state.previous)
        kept = ctypes.string_at(ctypes.addressof(_state.previous), size)
        ctypes.memset(ctypes.addressof(_state.previous), 0, size)  # SIG_DFL
        try:
            yield
        finally:
            ctypes.memmove(ctypes.addressof(_state.previous), kept, size)


def is_installed() -> bool:
    """Whether SIGBUS is ours at this moment; faulthandler takes it when it is enabled after us."""
    now = _SigAction()
    _libc.sigaction(handler.SIGBUS, None, ctypes.byref(now))
    return bool(_state.address) and now.handler == _state.address


def _compile() -> bool:
    try:
        compiled = handler.build(_state.table, ctypes.addressof(_state.previous), mmap.PAGESIZE)
    except Exception:  # whatever keeps numba from compiling: reading by preadv gives the same results
        return False
    _state.compiled = compiled
    _state.address = compiled.address
    return True


@dataclass(frozen=True, slots=True)
class Replaced:
    """Addresses ``start`` to ``end`` hold zeros instead of the file."""

    start: int
    end: int
    why: Why


class Region:
    """A mapped range of addresses whose lost pages are to be replaced. Call ``release`` before munmap."""

    __slots__ = ("_at", "_log", "_row", "end", "start")

    def __init__(self, row: int, start: int, end: int, fd: int, position: int) -> None:
        self._row = row
        self.start = start
        self.end = end
        self._at = _state.table + row * handler.ROW_BYTES
        self._log = _state.table + handler.ROWS * handler.ROW_BYTES + row * handler.LOG_BYTES
        for place, value in (
            (handler.END, end),
            (handler.FD, fd),
            (handler.POSITION, position),
            (handler.HITS, 0),
            (handler.START, start),  # last: it makes the row count
        ):
            ctypes.c_int64.from_address(self._at + place).value = value

    @property
    def hits(self) -> int:
        """Faults since the region was registered."""
        return ctypes.c_int64.from_address(self._at + handler.HITS).value

    def replaced(self) -> list[Replaced]:
        """What was replaced so far; all of it as unreadable when the log was too short for the faults."""
        hits = self.hits
        if hits > handler.LOG:
            return [Replaced(self.start, self.end, Why.UNREADABLE)]
        entries = (ctypes.c_int64 * (2 * hits)).from_address(self._log)
        pairs = [(entries[2 * i], entries[2 * i + 1]) for i in range(hits)]
        return [Replaced(s & ~1, e, Why.GONE if s & 1 else Why.UNREADABLE) for s, e in pairs if s]

    def release(self) -> None:
        """Take the region off the list."""
        ctypes.c_int64.from_address(self._at + handler.START).value = 0
        ctypes.memset(self._log, 0, min(self.hits, handler.LOG) * 16)
        _state.free.append(self._row)


def register(start: int, end: int, fd: int, position: int) -> Region | None:
    """List addresses ``start`` to ``end``, which map ``fd`` from ``position``. None when the list is full.

    ``fd`` must stay open until the release: its end tells a shortened file from a bad sector.
    """
    try:
        row = _state.free.popleft()
    except IndexError:
        return None
    return Region(row, start, end, fd, position)
