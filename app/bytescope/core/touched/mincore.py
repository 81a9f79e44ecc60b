"""mincore(2): which pages are in memory where the kernel has no cachestat, or a file system hides from it."""

from __future__ import annotations

import ctypes
import os
import time
from array import array
from collections.abc import Iterator
from typing import TYPE_CHECKING

import numpy as np

from bytescope.core.pages.prints import as_array
from bytescope.core.touched.found import STATES, Limits, Walked

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from bytescope.core.ticket import Ticket

WINDOW = 128 << 20
"""Bytes mapped and asked for at once; mapping takes no memory, as no page is ever touched."""

FAR = 1 << 30
"""No folio reaches so far behind the end of its file."""

_PROT_NONE, _MAP_SHARED = 0, 1
_PAGE = os.sysconf("SC_PAGE_SIZE")
_libc = ctypes.CDLL(None, use_errno=True)


def told_the_truth(fd: int) -> bool:
    """Whether mincore tells this user about this file.

    To who neither owns the file nor may write to it Linux (since 5.2) says that every page is in memory,
    even one far behind the end, which none can be.
    """
    page = _PAGE
    end = os.fstat(fd).st_size
    return not _ask(fd, (end + FAR) // page * page, page)[0]


def resident(
    fd: int, base: int, unit: int, units: range, limits: Limits, ticket: Ticket | None = None
) -> tuple[Walked, int]:
    """The units of ``unit`` bytes (the system's page), of which unit 0 lies at ``base``, that are in memory.

    Ends early when the time is over: the second answer is the unit up to which it came. A window of too
    many runs is one part with a count. Raises OSError, Cancelled by the ticket.
    """
    until = time.monotonic() + limits.seconds
    rows = array("q")
    step, calls = max(1, WINDOW // unit), 0
    for first in range(units.start, units.stop, step):
        count = min(step, units.stop - first)
        held = as_array(_ask(fd, base + first * unit, count * unit)) & np.uint8(1)
        calls += 1
        for start, stop, pages in _runs(held, limits.calls - len(rows) // (2 + len(STATES))):
            rows.extend((first + start, first + stop, pages, 0, 0, 0))
        if ticket is not None:
            ticket.check()
        if time.monotonic() > until and first + count < units.stop:
            return _walked(rows, calls, False), first + count
    return _walked(rows, calls, True), units.stop


def _runs(held: NDArray[np.uint8], most: int) -> Iterator[tuple[int, int, int]]:
    padded = np.zeros(len(held) + 2, np.uint8)
    padded[1:-1] = held
    edges = np.flatnonzero(padded[1:] != padded[:-1])
    if len(edges) > 2 * max(1, most):
        yield 0, len(held), int(held.sum())
        return
    for start, stop in edges.reshape(-1, 2).tolist():
        yield start, stop, stop - start


def _walked(rows: array[int], calls: int, complete: bool) -> Walked:
    table = np.array(rows, np.int64).reshape(-1, 2 + len(STATES))
    return Walked(table[:, 0], table[:, 1], table[:, 2:].T, calls, complete)


def _ask(fd: int, position: int, length: int) -> bytes:
    """A byte for each page of the system from ``position`` on; only its bit 0 has a meaning."""
    map_ = _libc.mmap
    map_.restype = ctypes.c_void_p
    map_.argtypes = [ctypes.c_void_p, ctypes.c_size_t, *[ctypes.c_int] * 3, ctypes.c_int64]
    address = map_(None, length, _PROT_NONE, _MAP_SHARED, fd, position)
    if address in (None, ctypes.c_void_p(-1).value):
        raise _error()
    place, size = ctypes.c_void_p(address), ctypes.c_size_t(length)
    vector = ctypes.create_string_buffer(-(-length // _PAGE))
    try:
        if _libc.mincore(place, size, vector):
            raise _error()
    finally:
        _libc.munmap(place, size)
    return vector.raw


def _error() -> OSError:
    number = ctypes.get_errno()
    return OSError(number, os.strerror(number))
