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

_LEAST_HOLE = 1 << 16


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


def write_again(fd: int, ranges: Iterable[ByteRange], shift: int, calls: Calls, ticket: Ticket) -> None:
    """Write what is read of ``ranges`` + ``shift`` once more, as far as the file reaches; zeros become holes.

    After a write-back that failed, what is read may be in memory only, and no sync brings it to the disk.
    Raises ``OSError``, ``Cancelled``.
    """
    for item in ranges:
        for chunk in item.shifted(shift).chunks(CHUNK):
            ticket.check()
            buffer = bytearray(chunk.length)
            try:
                have = read_all(calls, fd, memoryview(buffer), chunk.start)
            except OSError:
                continue  # what cannot be read is not known to any journal either
            if not have:
                break
            if have >= _LEAST_HOLE and not any(buffer):
                make_hole(fd, ByteRange.of(chunk.start, have), calls)
            else:
                write_all(calls, fd, memoryview(buffer)[:have], chunk.start)
