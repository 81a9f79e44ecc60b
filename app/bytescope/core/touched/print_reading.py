"""Reads the fingerprints of all pages of something, but for those that are known already."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Protocol

import numpy as np

from bytescope.core.pages.print_store import CHUNK, Stretch, true_runs
from bytescope.core.pages.prints import NONE, ZERO, fastest, zero_print
from bytescope.core.pages.run_set import RunSet
from bytescope.core.ranges import PAGESIZE, ByteRange, PageRange, page_count

if TYPE_CHECKING:
    from bytescope.core.document.snapshot import Snapshot
    from bytescope.core.pages.print_shelf import KnownPrints
    from bytescope.core.source.base import Lost
    from bytescope.core.ticket import Ticket

PIECE = 256
"""Pages read at once."""


class Bytes(Protocol):
    """What is read: a file, or a document as it is."""

    @property
    def size(self) -> int: ...

    def read_into(self, offset: int, buffer: memoryview) -> tuple[Lost, ...]: ...

    def data_runs(self, within: ByteRange) -> Iterator[ByteRange]: ...


def read_prints(source: Bytes, known: KnownPrints | None, ticket: Ticket) -> Iterator[Stretch]:
    """The fingerprints of all pages of ``source`` in order; pages of ``known`` are not read again.

    Holes are not read. Pages that cannot be read are left out. ``ticket`` counts pages. Raises Cancelled.
    """
    total = page_count(source.size)
    ticket.total = total
    for first in range(0, total, CHUNK):
        chunk = PageRange(first, min(total, first + CHUNK))
        at = first
        for stretch in known.stretches(chunk) if known is not None else ():
            yield from _read(source, PageRange(at, stretch.pages.first), ticket)
            yield stretch
            at = stretch.pages.end
        yield from _read(source, PageRange(at, chunk.end), ticket)
        ticket.done = chunk.end
        ticket.check()


def _read(source: Bytes, pages: PageRange, ticket: Ticket) -> Iterator[Stretch]:
    if not pages:
        return
    at = pages.first
    for run in RunSet.of(run.pages for run in source.data_runs(pages.bytes(source.size))):
        data = run.intersect(pages)
        yield from _hole(source, PageRange(at, data.first))
        for first in range(data.first, data.end, PIECE):
            ticket.check()
            yield from _read_piece(source, PageRange(first, min(first + PIECE, data.end)))
        at = data.end
    yield from _hole(source, PageRange(at, pages.end))


def _hole(source: Bytes, pages: PageRange) -> Iterator[Stretch]:
    whole = min(pages.end, source.size // PAGESIZE)
    if pages.first < whole:
        yield Stretch(PageRange(pages.first, whole), ZERO)
    if max(pages.first, whole) < pages.end:
        last = PageRange(max(pages.first, whole), pages.end)
        yield Stretch(last, zero_print(source.size % PAGESIZE))


def _read_piece(source: Bytes, pages: PageRange) -> Iterator[Stretch]:
    part = pages.bytes(source.size)
    room = np.empty(part.length, np.uint8)
    read = getattr(source, "read_undisturbed", source.read_into)
    lost = read(part.start, room.data)
    prints = fastest()(room)
    for item in lost:
        gone = item.range.pages.intersect(pages)
        prints[gone.first - pages.first : gone.end - pages.first] = NONE
    for low, high in true_runs(prints != NONE):
        yield Stretch(PageRange(pages.first + low, pages.first + high), prints[low:high])


class OwnPrints:
    """What is known of the pages of a document that are those of its file: they need not be read again.

    ``changed`` pages are others than when they were read.
    """

    def __init__(self, document: Snapshot, known: KnownPrints, changed: RunSet) -> None:
        self.page_count = page_count(document.size)
        self._document = document
        self._known = known
        self._changed = changed

    def stretches(self, within: PageRange) -> Iterator[Stretch]:
        """The pages of ``within`` that have fingerprints, in order."""
        for own in RunSet.of(self._document.own_pages(within)).minus(self._changed.within(within)):
            yield from self._known.stretches(own)
