"""QueryWorkingSetEx of Windows: which pages of a mapped file this program has in memory."""

from __future__ import annotations

import ctypes
import time
from array import array
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple, Protocol

import numpy as np

from bytescope.core.ranges import PageRange, page_count
from bytescope.core.touched.found import STATES, Found, Limits, Residency
from bytescope.core.touched.layers import Layer
from bytescope.core.touched.part_runs import PartRuns
from bytescope.core.touched.told import Told

if TYPE_CHECKING:
    from bytescope.core.source.file import FileSource
    from bytescope.core.ticket import Ticket

PAGE = 4096
"""Of Windows on x86-64 and on ARM64."""

MOST_PAGES = 1 << 15
"""Pages of one call; 16 bytes each."""

NO_VIEW = "Windows tells only of files that are mapped here"
OWN_VIEW = "pages in this program's own view; the cache of the system is not told"
NOT_HERE = "Windows does not tell it"


class Block(NamedTuple):
    """PSAPI_WORKING_SET_EX_BLOCK of a page: psapi.h."""

    valid: bool
    share_count: int
    """Processes that have the page in memory; 7 stands for more."""

    protection: int
    shared: bool
    node: int
    locked: bool
    large_page: bool
    bad: bool


def block_of(flags: int) -> Block:
    """The fields of the word; of a page that is not valid only ``shared`` and ``bad`` mean anything."""
    valid = bool(flags & 1)
    shared, bad = bool(flags >> 15 & 1), bool(flags >> 31 & 1)
    if not valid:
        return Block(False, 0, 0, shared, 0, False, False, bad)
    return Block(
        True,
        flags >> 1 & 0x7,
        flags >> 4 & 0x7FF,
        shared,
        flags >> 16 & 0x3F,
        bool(flags >> 22 & 1),
        bool(flags >> 23 & 1),
        bad,
    )


class View(NamedTuple):
    """``length`` bytes of the file from ``position`` stand at ``address`` of this process."""

    address: int
    position: int
    length: int


class Calls(Protocol):
    """What is asked of the system; tests give their own. Raises OSError."""

    def query(self, addresses: Sequence[int]) -> Sequence[int]:
        """The word of flags of each page of this process."""
        ...


def look(
    source: FileSource,
    pages: PageRange,
    views: Sequence[View],
    wanted: frozenset[Layer] = frozenset(STATES),
    limits: Limits | None = None,
    ticket: Ticket | None = None,
    calls: Calls | None = None,
) -> Residency:
    """Which of ``pages`` are in memory for this program, as far as it has mapped them (sorted views).

    Nothing else is told. Raises Cancelled through the ticket.
    """
    began = time.monotonic()
    pages = pages.intersect(PageRange(0, page_count(source.size)))
    states = {layer: Found(Told.NOT_AVAILABLE, None, NOT_HERE) for layer in STATES if layer in wanted}
    if Layer.RESIDENT in states:
        states[Layer.RESIDENT] = Found(Told.NOT_AVAILABLE, None, NO_VIEW)
    part = pages.bytes(source.size).shifted(source.window_start)
    if not views or not part or Layer.RESIDENT not in states:
        return Residency(pages, states, True, 0, 0.0)
    kernel, until = calls or _System(), began + (limits or Limits()).seconds
    held = PartRuns(pages, pages.bytes(source.size).end, source.window_start, inward=False)
    asked = 0
    done = True
    for view in views:
        first = max(view.position, part.start) // PAGE * PAGE
        end = min(view.position + view.length, part.end)
        for at in range(first, end, MOST_PAGES * PAGE):
            if ticket is not None:
                ticket.check()
            if time.monotonic() > until:
                done = False
                break
            positions = range(at, min(end, at + MOST_PAGES * PAGE), PAGE)
            flags = kernel.query([view.address + position - view.position for position in positions])
            asked += 1
            starts = np.array([p for p, word in zip(positions, flags) if word & 1], np.int64)
            held.add(starts, starts + PAGE)
    states[Layer.RESIDENT] = Found(Told.YES, held.runs(), OWN_VIEW)
    return Residency(pages, states, done, asked, time.monotonic() - began)


def packed(addresses: Sequence[int]) -> array[int]:
    """PSAPI_WORKING_SET_EX_INFORMATION[n]: an address and a word of flags each, 8 bytes both."""
    words = array("Q", bytes(16 * len(addresses)))
    words[::2] = array("Q", addresses)
    return words


class _System:
    """The call itself."""

    def query(self, addresses: Sequence[int]) -> Sequence[int]:
        words = packed(addresses)
        where, _ = words.buffer_info()
        kernel32 = ctypes.WinDLL("kernel32", use_last_error=True)  # type: ignore[attr-defined]
        ask = kernel32.K32QueryWorkingSetEx
        ask.argtypes = [ctypes.c_void_p, ctypes.c_void_p, ctypes.c_uint32]
        current = ctypes.c_void_p(-1)  # GetCurrentProcess()
        if not ask(current, ctypes.c_void_p(where), 8 * len(words)):
            number = ctypes.get_last_error()  # type: ignore[attr-defined]
            raise OSError(number, "QueryWorkingSetEx")
        return words[1::2]
