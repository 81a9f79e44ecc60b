"""Finds which pages of a file are no longer what they were when they were read."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple, Protocol

import numpy as np

from bytescope.core.pages.print_store import Stretch, true_runs
from bytescope.core.pages.prints import NONE, ZERO, fastest
from bytescope.core.pages.run_set import RunSet
from bytescope.core.ranges import PAGESIZE, ByteRange, PageRange

if TYPE_CHECKING:
    from bytescope.core.source.base import Lost
    from bytescope.core.ticket import Ticket

PIECE = 256
"""Pages read at once."""


class Compared(NamedTuple):
    """``same`` and ``changed`` are pages that were read again, ``lost`` those that could not be."""

    same: RunSet
    changed: RunSet
    lost: RunSet
    bytes_read: int

    @property
    def pages(self) -> RunSet:
        """All that is judged."""
        return self.same.union(self.changed)


class _Source(Protocol):
    size: int

    def read_undisturbed(self, offset: int, buffer: memoryview) -> tuple[Lost, ...]: ...

    def data_runs(self, within: ByteRange) -> Iterator[ByteRange]: ...


def compare(
    source: _Source, known: Iterable[Stretch], ticket: Ticket, *, until: float = float("inf")
) -> Compared:
    """Read the pages of ``known`` again and compare fingerprints; ends early at ``until`` (monotonic).

    A stretch of holes is not read as far as it still is one. Raises Cancelled through the ticket.
    """
    work = _Work(source, ticket)
    for stretch in known:
        for pages in _pieces(stretch, source):
            work.piece(stretch, pages)
            if time.monotonic() > until:
                return work.result()
        work.holes(stretch)
    return work.result()


def _pieces(stretch: Stretch, source: _Source) -> Iterator[PageRange]:
    """What must be read of a stretch, piece by piece."""
    runs: Iterable[PageRange] = (stretch.pages,)
    if isinstance(stretch.prints, int) and stretch.prints == ZERO:
        runs = RunSet.of(run.pages for run in source.data_runs(stretch.pages.bytes(source.size)))
    for run in runs:
        for first in range(run.first, run.end, PIECE):
            yield PageRange(first, min(first + PIECE, run.end)).intersect(stretch.pages)


class _Work:
    def __init__(self, source: _Source, ticket: Ticket) -> None:
        self._source = source
        self._ticket = ticket
        self._hash: Callable[[np.ndarray], np.ndarray] = fastest()
        self._room = np.empty(PIECE * PAGESIZE, np.uint8)
        self._judged: list[PageRange] = []
        self._changed: list[PageRange] = []
        self._lost: list[PageRange] = []
        self._bytes = 0

    def piece(self, stretch: Stretch, pages: PageRange) -> None:
        self._ticket.check()
        part = pages.bytes(self._source.size)
        if not part:
            self._lost.append(pages)
            return
        room = self._room[: part.length]
        lost = self._source.read_undisturbed(part.start, room.data)
        self._bytes += part.length
        now = self._hash(room)
        gone = np.zeros(pages.count, np.bool_)
        gone[len(now) :] = True
        for item in lost:
            inside = item.range.pages.intersect(pages)
            gone[inside.first - pages.first : inside.end - pages.first] = True
        before = stretch.of(pages)[: len(now)]
        differ = (now != before) & (before != NONE) & ~gone[: len(now)]
        self._judged.append(pages)
        self._changed += [PageRange(pages.first + a, pages.first + b) for a, b in true_runs(differ)]
        self._lost += [PageRange(pages.first + a, pages.first + b) for a, b in true_runs(gone)]
        self._ticket.advance(part.length)

    def holes(self, stretch: Stretch) -> None:
        """All of a stretch was looked at: what was not read are holes as before."""
        self._judged.append(stretch.pages)

    def result(self) -> Compared:
        changed, lost = RunSet.of(self._changed), RunSet.of(self._lost)
        same = RunSet.of(self._judged).minus(changed).minus(lost)
        return Compared(same, changed, lost, self._bytes)
