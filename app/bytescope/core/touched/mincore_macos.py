"""mincore(2) of macOS, which tells of each page whether it is in memory and whether it was modified."""

from __future__ import annotations

import ctypes
import os
import time
from typing import TYPE_CHECKING, Protocol

import numpy as np

from bytescope.core.pages.prints import as_array
from bytescope.core.ranges import PAGESIZE, PageRange, page_count
from bytescope.core.touched.found import STATES, Found, Limits, Residency, Walked
from bytescope.core.touched.layers import Layer
from bytescope.core.touched.state_runs import StateRuns
from bytescope.core.touched.system_pages import SystemPages
from bytescope.core.touched.told import Told

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from bytescope.core.source.file import FileSource
    from bytescope.core.ticket import Ticket

INCORE, REFERENCED, MODIFIED, REFERENCED_OTHER, MODIFIED_OTHER = 0x1, 0x2, 0x4, 0x8, 0x10
"""Bits of a page in the vector: sys/mman.h."""

WINDOW = 128 << 20
"""Bytes mapped and asked for at once; no page of them is touched."""

NOT_HERE = "macOS does not tell it"
NOT_ALL = "only the first {0:,} pages were looked at"

_PROT_READ, _MAP_SHARED = 1, 1


class Calls(Protocol):
    """What is asked of the system; tests give their own. All raise OSError."""

    @property
    def page_size(self) -> int: ...

    def mincore(self, fd: int, position: int, length: int) -> bytes:
        """A byte for each page of ``length`` bytes of a file from ``position``, a multiple of the page."""
        ...


def look(
    source: FileSource,
    pages: PageRange,
    wanted: frozenset[Layer] = frozenset(STATES),
    limits: Limits | None = None,
    ticket: Ticket | None = None,
    calls: Calls | None = None,
) -> Residency:
    """The ``wanted`` states of ``pages``: in memory, and modified there, by whomever.

    A page of the system is as many of ours as fit into it. Raises Cancelled through the ticket.
    """
    began = time.monotonic()
    descriptor, kernel = source.descriptor, calls or _System()
    pages = pages.intersect(PageRange(0, page_count(source.size)))
    asked = [layer for layer in STATES if layer in wanted]
    states = {layer: Found(Told.NOT_AVAILABLE, None, NOT_HERE) for layer in asked}
    if descriptor is None or not pages:
        return Residency(pages, states, True, 0, 0.0)
    part = SystemPages(source.window_start, pages, 0, source.size, kernel.page_size)
    try:
        held, modified, reached, count = _ask(kernel, descriptor.fd, part, limits or Limits(), ticket)
    except OSError:
        return Residency(pages, dict.fromkeys(asked, Found(Told.NOT_AVAILABLE)), True, 0, 0.0)
    done = reached >= part.units.stop
    note = "" if done else NOT_ALL.format((reached - part.units.start) * part.unit // PAGESIZE)
    for layer, runs in ((Layer.RESIDENT, held), (Layer.DIRTY, modified)):
        if layer in states:
            states[layer] = Found(Told.YES, runs, note)
    return Residency(pages, states, done, count, time.monotonic() - began)


def states_in(vector: bytes) -> tuple[NDArray[np.bool_], NDArray[np.bool_]]:
    """Which pages of a vector are in memory, and which of them were modified by us or by others."""
    bits = as_array(vector)
    held = (bits & INCORE) != 0
    return held, held & ((bits & (MODIFIED | MODIFIED_OTHER)) != 0)


def _ask(
    kernel: Calls, fd: int, part: SystemPages, limits: Limits, ticket: Ticket | None
) -> tuple[StateRuns, StateRuns, int, int]:
    until = time.monotonic() + limits.seconds
    step, at, count = max(1, WINDOW // part.unit), part.units.start, 0
    edges: tuple[list[NDArray[np.int64]], list[NDArray[np.int64]]] = ([], [])
    while at < part.units.stop:
        if ticket is not None:
            ticket.check()
        units = min(step, part.units.stop - at)
        vector = kernel.mincore(fd, part.base + at * part.unit, units * part.unit)
        count += 1
        for into, flags in zip(edges, states_in(vector)):
            into.append(_edges(flags) + at)
        at += units
        if time.monotonic() > until:
            break
    held, modified = (_runs(part, found, count) for found in edges)
    return held, modified, at, count


def _edges(flags: NDArray[np.bool_]) -> NDArray[np.int64]:
    """Where runs begin and end, in turn."""
    padded = np.zeros(len(flags) + 2, np.bool_)
    padded[1:-1] = flags
    return np.flatnonzero(padded[1:] != padded[:-1])


def _runs(part: SystemPages, edges: list[NDArray[np.int64]], calls: int) -> StateRuns:
    both = np.concatenate(edges).reshape(-1, 2)
    counts = np.tile(both[:, 1] - both[:, 0], (len(STATES), 1))
    return part.runs(Walked(both[:, 0], both[:, 1], counts, calls, True), 0)


class _System:
    """The calls themselves."""

    def __init__(self) -> None:
        self._libc = ctypes.CDLL(None, use_errno=True)
        self._libc.mmap.restype = ctypes.c_void_p
        self._libc.mmap.argtypes = [ctypes.c_void_p, ctypes.c_size_t, *[ctypes.c_int] * 3, ctypes.c_int64]
        self.page_size = os.sysconf("SC_PAGE_SIZE")

    def mincore(self, fd: int, position: int, length: int) -> bytes:
        address = self._libc.mmap(None, length, _PROT_READ, _MAP_SHARED, fd, position)
        if address in (None, ctypes.c_void_p(-1).value):
            raise _error()
        place, size = ctypes.c_void_p(address), ctypes.c_size_t(length)
        vector = ctypes.create_string_buffer(-(-length // self.page_size))
        try:
            if self._libc.mincore(place, size, vector):
                raise _error()
        finally:
            self._libc.munmap(place, size)
        return vector.raw


def _error() -> OSError:
    number = ctypes.get_errno()
    return OSError(number, os.strerror(number))
