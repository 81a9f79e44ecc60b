"""Finds all that the page cache holds of a file by halving what is partly held."""

from __future__ import annotations

import select
import time
from array import array
from collections import deque
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

from bytescope.core.touched.found import STATES, Limits, Walked

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from bytescope.core.source.cachestat import Ask
    from bytescope.core.ticket import Ticket

    Ints = NDArray[np.int64]

MOST_WINDOWS = 1024
WINDOW = 8 << 30
"""The first questions are for pieces of so many bytes, so that none keeps the thread for long."""

_BRIEF = 512  # pages held of a range, from which on a call may take longer than letting others on
_HEAVY = 1 << 16  # pages held of a range: asking for it may have taken milliseconds
_CALL = 1e-6  # seconds of a call that finds nothing
_FAN = 1024
_SLOWEST = 2e-7  # seconds a page: what took longer was no walk, but a wait for the interpreter
_LOOK_UP = 256  # calls between two looks at the clock and the ticket

_BREATH = 5e-5
"""Seconds for which a job lets go of the interpreter, which brief calls keep: the main thread comes in then,
and not when Python's turn of 5 ms is over."""


Node = tuple[int, int, int, int, int, int, int, bool]
"""First and end, the four counts, how much there is to walk over for the kernel, and whether it was asked.

What was not asked is what the other half left over: a page that is dropped between two questions would
turn up there, so nothing is told before it was asked for itself.
"""


class Walk:
    """Walks over ``units`` of ``unit`` bytes each (whole pages of the system); unit 0 lies at ``base``.

    ``wanted`` says which of the four states count: the others are taken for none. No part reaches over
    a multiple of ``cell`` units unless it is in one state as a whole.
    """

    def __init__(self, ask: Ask, base: int, unit: int, wanted: tuple[bool, bool, bool, bool]) -> None:
        self._ask = ask
        self._base = base
        self._unit = unit
        self._wanted = wanted
        self._rate = 0.0  # seconds a page, of the last call that took its time
        self._found = array("q")
        self.calls = 0
        self.held = 0
        """Units of which the kernel holds anything, wanted or not."""

    def run(self, units: range, cell: int, limits: Limits, ticket: Ticket | None = None) -> Walked:
        """Look, the coarsest first. Raises OSError if the kernel does not tell, Cancelled by a ticket."""
        waiting: deque[Node] = deque()
        step = max(WINDOW // self._unit, len(units) // MOST_WINDOWS, 1)
        for first in range(units.start, units.stop, step):
            waiting.append(self._look(first, min(first + step, units.stop), False))
            if ticket is not None:
                ticket.check()
        self.held = sum(node[6] for node in waiting)
        complete = self._refine(waiting, cell, limits, ticket)
        rows = np.array(self._found, np.int64).reshape(-1, 2 + len(STATES))
        rows = rows[np.argsort(rows[:, 0], kind="stable")]
        return Walked(rows[:, 0], rows[:, 1], rows[:, 2:].T, self.calls, complete)

    def _refine(self, waiting: deque[Node], cell: int, limits: Limits, ticket: Ticket | None) -> bool:
        until = time.monotonic() + limits.seconds
        next_look = self.calls + _LOOK_UP
        complete, stopped = True, False
        while waiting:
            node = waiting.popleft()
            first, end, held, dirty, writing, evicted, weight, sure = node
            if not held and not dirty and not writing and not evicted:
                continue
            size = end - first
            whole = (
                (not held or held == size)
                and (not dirty or dirty == size)
                and (not writing or writing == size)
                and (not evicted or evicted == size)
            )
            single = (end - 1) // cell == first // cell
            if whole or single or stopped:
                if not sure and not stopped:
                    waiting.appendleft(self._look(first, end, weight <= _BRIEF))
                else:
                    complete = complete and (whole or single)
                    self._found.extend(node[: 2 + len(STATES)])
                continue
            waiting.extend(self._parts(node, cell))
            if self.calls >= next_look or weight > _HEAVY:
                next_look = self.calls + _LOOK_UP
                stopped = self.calls + len(waiting) >= limits.calls or time.monotonic() > until
                if ticket is not None:
                    ticket.check()
                    select.select((), (), (), _BREATH)
        return complete

    def _parts(self, node: Node, cell: int) -> list[Node]:
        """A node in halves; in more parts where the kernel takes long to walk over what it holds of it."""
        first, end, held, dirty, writing, evicted, weight, _ = node
        low = first // cell
        cells = (end - 1) // cell + 1 - low
        brief = weight <= _BRIEF
        ways = 2 if brief else min(cells, _FAN, int(self._rate * weight / _CALL / 2))
        if ways > 2:
            edges = [first, *((low + cells * way // ways) * cell for way in range(1, ways)), end]
            return [self._look(start, stop, brief) for start, stop in pairwise(edges)]
        middle = (low + cells // 2) * cell
        left = self._look(first, middle, brief)
        held, dirty, writing, evicted = held - left[2], dirty - left[3], writing - left[4], evicted - left[5]
        # The other half by subtraction, which saves every second call. One of them is often empty.
        if held <= 0 and dirty <= 0 and writing <= 0 and evicted <= 0:
            return [left]
        rest = (
            middle,
            end,
            held if held > 0 else 0,
            dirty if dirty > 0 else 0,
            writing if writing > 0 else 0,
            evicted if evicted > 0 else 0,
            max(0, weight - left[6]),
            False,
        )
        return [left, rest] if left[2] or left[3] or left[4] or left[5] else [rest]

    def _look(self, first: int, end: int, brief: bool) -> Node:
        self.calls += 1
        position, length = self._base + first * self._unit, (end - first) * self._unit
        if brief:
            held, dirty, writing, gone, lately = self._ask(position, length, True)
        else:
            began = time.perf_counter()
            held, dirty, writing, gone, lately = self._ask(position, length, False)
            if held + gone > _BRIEF:
                self._rate = min(_SLOWEST, (time.perf_counter() - began) / (held + gone))
        wanted = self._wanted
        return (
            first,
            end,
            held if wanted[0] else 0,
            dirty if wanted[1] else 0,
            writing if wanted[2] else 0,
            lately if wanted[3] else 0,
            held + gone,
            True,
        )
