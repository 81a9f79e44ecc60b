"""Scans a range for whatever begins in it: every known signature, at any place or on borders only."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import numpy as np

from bytescope.core.kinds.kernels import Tables, finder
from bytescope.core.kinds.naming import Kind, checked, reader, why_of
from bytescope.core.kinds.signatures import SIGNATURES, ZIP, ZIP_END
from bytescope.core.ranges import ByteRange
from bytescope.core.search.matcher import bytes_of
from bytescope.core.search.stretches import between

if TYPE_CHECKING:
    from bytescope.core.document.snapshot import Snapshot
    from bytescope.core.ticket import Ticket

WINDOW = 1 << 20
AHEAD = 32
"""Bytes behind a window that a signature may need."""

ROOM = 1 << 12
LEAST_STRETCH = 1 << 16
"""Shorter holes and patterns are looked at with their surroundings."""


class Carver:
    """One scan. ``align``: things begin at multiples of so many bytes of the document."""

    def __init__(
        self, snapshot: Snapshot, within: ByteRange, align: int = 1, *, window: int = WINDOW
    ) -> None:
        self._snapshot = snapshot
        self._within = within.intersect(ByteRange(0, snapshot.size))
        self._align = align
        self._window = window
        self._tables = Tables((*(item.magic for item in SIGNATURES), ZIP_END))
        self._zip: Kind | None = None  # an archive whose end has yet to come
        self._walked: dict[str, int] = {}  # up to where parts of a thing of this ending were seen

    def kinds(self, ticket: Ticket) -> Iterator[Kind]:
        """What begins in the range, about in the order of the places; holes are passed over."""
        ticket.total = self._within.length
        buffer = memoryview(bytearray(self._window + AHEAD))
        for run in between(self._snapshot, self._within, AHEAD, LEAST_STRETCH):
            at = run.start
            while at < run.end:
                stop = min(run.end, at + self._window)
                view = buffer[: min(self._within.end, stop + AHEAD) - at]
                self._snapshot.read_into(at, view)
                yield from self._in_window(view, at, stop - at)
                ticket.done = stop - self._within.start
                ticket.check()
                at = stop
        if self._zip is not None:
            yield self._zip
        ticket.done = ticket.total

    def _in_window(self, view: memoryview, base: int, stop: int) -> Iterator[Kind]:
        data, tables = bytes_of(view), self._tables
        places, numbers = np.empty(ROOM, np.int64), np.empty(ROOM, np.int64)
        arrays = (tables.values, tables.sizes, tables.first, tables.next)
        at = 0
        while at < stop:
            count, at = finder()(data, at, stop, *arrays, places, numbers)
            for place, number in zip(places[:count].tolist(), numbers[:count].tolist()):
                yield from self._thing(base + place, number)
            if not count or count < ROOM:
                return

    def _thing(self, place: int, number: int) -> Iterator[Kind]:
        """What the signature ``number`` at ``place`` belongs to, if its headers make sense."""
        if number == len(SIGNATURES):
            yield from self._end_of_zip(place)
            return
        item = SIGNATURES[number]
        start = place - item.at
        if start < self._within.start or start % self._align:
            return
        if item.magic == ZIP and self._zip is not None:
            return  # a file inside of the archive
        if start < self._walked.get(item.ending, 0):
            return  # a part of the one before
        told = checked(item, reader(self._snapshot, start, self._within.end))
        if told is None:
            return
        if told.walked:
            self._walked[item.ending] = start + told.walked
        start += told.at
        room = self._within.end - start
        length = told.length if told.length is not None and 0 < told.length <= room else None
        kind = Kind(item.name, item.ending, item.sure, why_of(item), start, length, told.detail)
        if item.magic == ZIP:
            self._zip = kind
        else:
            yield kind

    def _end_of_zip(self, place: int) -> Iterator[Kind]:
        """The directory of an archive says where the archive begins."""
        read = reader(self._snapshot, place, self._within.end)
        head = read(0, 22)
        if self._zip is None or len(head) < 22:
            return
        size, first = int.from_bytes(head[12:16], "little"), int.from_bytes(head[16:20], "little")
        end = place + 22 + int.from_bytes(head[20:22], "little")
        start = place - size - first
        kind, self._zip = self._zip, None
        if end > self._within.end or start < kind.start:
            yield kind
            return
        if start > kind.start:  # what began before was cut off
            yield kind
            if self._snapshot.read(start, len(ZIP)).data != ZIP:
                return
        yield kind._replace(
            start=start, length=end - start, detail=kind.detail if start == kind.start else ""
        )
