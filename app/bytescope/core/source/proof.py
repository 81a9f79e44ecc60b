"""Proves that the guard of mappings works, on a file of its own, before anything relies on it."""

from __future__ import annotations

import ctypes
import mmap
import os
import signal

from bytescope.core.ranges import ByteRange
from bytescope.core.source import guard
from bytescope.core.source.base import Lost, Why
from bytescope.core.source.descriptor import Descriptor
from bytescope.core.source.mapping import Mapping

_CLONE_VM, _CLONE_VFORK, _WALL = 0x100, 0x4000, 0x40000000
_PR_GET_DUMPABLE, _PR_SET_DUMPABLE = 3, 4
_STACK_BYTES = 1 << 16
_PAGES = 3

_libc = ctypes.CDLL(None, use_errno=True)
_libc.clone.argtypes = (ctypes.c_void_p, ctypes.c_void_p, ctypes.c_int, ctypes.c_void_p)


def arm() -> str:
    """Install the guard and prove it; where that fails, nothing is mapped from now on. Returns why.

    The first call compiles the guard: call it from a worker, after ``faulthandler.enable``.
    """
    try:
        guard.install()
        reason = prove()
    except Exception as error:  # whatever it is: what was not proved is not used
        reason = f"it broke off ({type(error).__name__})"
    if reason:
        guard.forbid()
    return reason


def prove() -> str:
    """Why the guard cannot be relied on; "" where it can. Less than a millisecond; for any thread.

    A mapped file is shortened and its lost page touched: by a child that shares our memory and dies
    alone where nobody catches the fault (clone(2) as vfork(2) has it, around ``strlen`` of the C library).
    """
    if not guard.ready():
        return "no handler for lost pages could be installed"
    try:
        return _prove()
    except OSError as error:
        return f"the handler for lost pages could not be tried ({os.strerror(error.errno or 0).lower()})"


def _prove() -> str:
    page = mmap.PAGESIZE
    descriptor = Descriptor(os.memfd_create("bytescope-proof", os.MFD_CLOEXEC))
    os.ftruncate(descriptor.fd, _PAGES * page)
    os.pwrite(descriptor.fd, b"\x01" * (_PAGES * page - 1), 0)
    mapping = Mapping(descriptor, 0, _PAGES * page, writable=False)
    os.ftruncate(descriptor.fd, page)
    last = (_PAGES - 1) * page
    with guard.alone():
        ended = _touch(mapping.address + last)
    if os.WIFSIGNALED(ended):
        return f"a lost page was not caught ({signal.Signals(os.WTERMSIG(ended)).name})"
    if os.WEXITSTATUS(ended) or mapping.replaced() != [Lost(ByteRange(last, last + page), Why.GONE)]:
        return "a lost page was caught, and not counted"
    return ""


def _touch(address: int) -> int:
    """The wait status of a child that reads a string at ``address``: it exits with the length of it."""
    stack = mmap.mmap(-1, _STACK_BYTES)
    top = ctypes.addressof(ctypes.c_char.from_buffer(stack)) + _STACK_BYTES
    strlen = ctypes.cast(_libc.strlen, ctypes.c_void_p)
    # Before Linux 5.16 the core dump of a child takes everybody along who shares its memory.
    dumpable = _libc.prctl(_PR_GET_DUMPABLE, 0, 0, 0, 0)
    _libc.prctl(_PR_SET_DUMPABLE, 0, 0, 0, 0)
    try:
        child = _libc.clone(strlen, top, _CLONE_VM | _CLONE_VFORK, address)
        if child < 0:
            raise OSError(ctypes.get_errno(), "clone")
        return os.waitpid(child, _WALL)[1]
    finally:
        _libc.prctl(_PR_SET_DUMPABLE, dumpable, 0, 0, 0)
