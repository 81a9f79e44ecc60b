"""Puts old bytes back into a file, holes as holes."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from bytescope.core.errors import SaveError
from bytescope.core.ranges import ByteRange
from bytescope.core.source.memory import ZeroSource
from bytescope.core.storage.calls import CHUNK, Calls, read_all, write_all
from bytescope.core.storage.kept import LostSource

if TYPE_CHECKING:
    from bytescope.core.source.base import Source
    from bytescope.core.ticket import Ticket


def put_back(
    pieces: Iterable[tuple[ByteRange, Source, int]],
    fd: int,
    shift: int,
    calls: Calls,
    ticket: Ticket | None = None,
) -> None:
    """Write each piece (range, source, offset in it) to ``fd`` at its range + ``shift``.

    What could not be read when it was kept stays as it is. Raises ``OSError``, ``SaveError`` where kept
    bytes cannot be read, ``Cancelled``.
    """
    buffer = memoryview(b"")
    for item, source, start in pieces:
        if isinstance(source, LostSource):
            continue
        if isinstance(source, ZeroSource):
            make_hole(fd, item.shifted(shift), calls, ticket)
            continue
        for chunk in item.chunks(CHUNK):
            if len(buffer) < chunk.length:
                buffer = memoryview(bytearray(min(CHUNK, item.length)))
            view = buffer[: chunk.length]
            if source.read_into(start + chunk.start - item.start, view):
                raise SaveError("the old bytes that were set aside cannot be read")
            write_all(calls, fd, view, chunk.start + shift)
            if ticket is not None:
                ticket.advance(chunk.length)


def make_hole(fd: int, range: ByteRange, calls: Calls, ticket: Ticket | None = None) -> None:
    """Let a range of the file be 00 without room of its own; just 00 where the system has no holes."""
    try:
        calls.punch(fd, range.start, range.length)
    except OSError:
        _write_zeros(fd, range, calls, ticket)
        return
    if ticket is not None:
        ticket.advance(range.length)


def _write_zeros(fd: int, range: ByteRange, calls: Calls, ticket: Ticket | None) -> None:
    """Only over other bytes: what is a hole by chance stays one."""
    buffer = bytearray(min(CHUNK, range.length))
    for chunk in range.chunks(CHUNK):
        view = memoryview(buffer)[: chunk.length]
        if read_all(calls, fd, view, chunk.start) < chunk.length or any(view):
            write_all(calls, fd, memoryview(bytes(chunk.length)), chunk.start)
        if ticket is not None:
            ticket.advance(chunk.length)
