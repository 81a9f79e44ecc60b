"""Puts the content of a document into a file: in chunks, repeating patterns without making them again."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator
from typing import TYPE_CHECKING, Protocol

from bytescope.core.ranges import ByteRange
from bytescope.core.storage.calls import CHUNK, Calls, sync_data, write_all
from bytescope.core.storage.plan import Order

if TYPE_CHECKING:
    from bytescope.core.storage.pieces import Piece
    from bytescope.core.ticket import Ticket

_LONGEST_CYCLE = 1 << 20
_WRITEBACK = 8 << 20


class Pieces(Protocol):
    """What is to be written: pieces in order, and their bytes."""

    def pieces(self, within: ByteRange) -> Iterator[Piece]: ...

    def read_piece(self, piece: Piece, buffer: memoryview) -> None: ...


class Writer:
    """Writes pieces of ``content`` at document offset + ``shift`` of ``fd``.

    ``touched`` is the part of the document whose place in the file may hold new bytes, ``count`` how many
    were written for certain.
    """

    def __init__(self, content: Pieces, fd: int, shift: int, ticket: Ticket, calls: Calls) -> None:
        self._content = content
        self._fd = fd
        self._shift = shift
        self._ticket = ticket
        self._calls = calls
        self._buffer = memoryview(b"")
        self._start = 0
        self._used = 0
        self.touched = ByteRange(0, 0)
        self.count = 0
        self._unsent = self._unsent_end = 0

    def write(self, within: ByteRange, order: Order) -> None:
        """All that differs in ``within``. Raises ``OSError``, ``SaveError`` (lost source), ``Cancelled``."""
        if len(self._buffer) < min(CHUNK, within.length):
            self._buffer = memoryview(bytearray(min(CHUNK, within.length)))
        pieces = self._content.pieces(within)
        if order is Order.DOWN:
            for piece in reversed(list(pieces)):
                self._down(piece)
            return
        self._used = 0
        for piece in pieces:
            self._up(piece)
        self._flush()

    def sync(self, within: ByteRange, order: Order) -> None:
        """Have on the disk what was written.

        After a sync that failed the system may have thrown the data away and report success the next time:
        so the data is written once more before the one further try.
        """
        try:
            sync_data(self._calls, self._fd)
        except OSError:
            count, self._ticket.done = self.count, self._ticket.done - self.count
            self.count = 0
            self.write(within, order)
            self.count = count
            sync_data(self._calls, self._fd)

    def _up(self, piece: Piece) -> None:
        cycle = piece.source.cycle
        if cycle is not None and cycle <= _LONGEST_CYCLE and piece.range.length >= 2 * (CHUNK + cycle):
            self._flush()
            self._repeat(piece, cycle)
            return
        for chunk in self._chunks(piece):
            self._gather(piece, chunk)

    def _chunks(self, piece: Piece) -> Iterator[ByteRange]:
        """The piece, cut where the file has multiples of the chunk: a disk's sector is not written in two."""
        for chunk in piece.range.shifted(self._shift).chunks(CHUNK):
            yield chunk.shifted(-self._shift)

    def _gather(self, piece: Piece, chunk: ByteRange) -> None:
        """Pieces that follow each other go out in one write; chunks end at multiples of their size."""
        if self._start + self._used != chunk.start or self._used + chunk.length > CHUNK:
            self._flush()
        if not self._used:
            self._start = chunk.start
        view = self._buffer[self._used : self._used + chunk.length]
        self._content.read_piece(piece.part(chunk), view)
        self._used += chunk.length
        if (chunk.end + self._shift) % CHUNK == 0:
            self._flush()

    def _flush(self) -> None:
        used, self._used = self._used, 0
        if used:
            self._put(self._start, self._buffer[:used])

    def _down(self, piece: Piece) -> None:
        for chunk in reversed(list(self._chunks(piece))):
            view = self._buffer[: chunk.length]
            self._content.read_piece(piece.part(chunk), view)
            self._put(chunk.start, view)

    def _repeat(self, piece: Piece, cycle: int) -> None:
        """One chunk and one cycle more hold every phase of the pattern: nothing is made twice."""
        stock = memoryview(bytearray(CHUNK + cycle))
        self._content.read_piece(piece, stock)
        for chunk in self._chunks(piece):
            phase = (chunk.start - piece.range.start) % cycle
            self._put(chunk.start, stock[phase : phase + chunk.length])

    def _put(self, offset: int, data: memoryview) -> None:
        end = offset + len(data)
        known = self.touched or ByteRange(offset, end)
        self.touched = ByteRange(min(known.start, offset), max(known.end, end))
        write_all(self._calls, self._fd, data, offset + self._shift)
        self.count += len(data)
        self._ticket.written = self.touched
        self._start_writeback(offset + self._shift, len(data))
        self._ticket.advance(len(data))

    def _start_writeback(self, start: int, length: int) -> None:
        """Let the disk begin while the rest is still being written.

        Advice not to need pages starts their write-back if they are dirty (mm/fadvise.c). So the sync at
        the end, which cannot be stopped, has little left to wait for.
        """
        if self._unsent_end != start:
            self._unsent = start
        self._unsent_end = start + length
        if self._unsent_end - self._unsent >= _WRITEBACK:
            with contextlib.suppress(OSError):
                count = self._unsent_end - self._unsent
                self._calls.fadvise(self._fd, self._unsent, count, os.POSIX_FADV_DONTNEED)
            self._unsent = self._unsent_end
