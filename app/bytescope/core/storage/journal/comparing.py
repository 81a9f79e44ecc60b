"""Says what of an interrupted save a file has: told apart sector by sector, as a disk writes them."""

from __future__ import annotations

import enum
from collections.abc import Iterator
from typing import TYPE_CHECKING
from zlib import crc32

from bytescope.core.ranges import ByteRange
from bytescope.core.storage.calls import Calls, read_all
from bytescope.core.storage.journal.coding import SECTOR
from bytescope.core.storage.kept import LostSource
from bytescope.core.storage.verify import samples

if TYPE_CHECKING:
    from bytescope.core.storage.journal.reading import JournalContent
    from bytescope.core.ticket import Ticket

_CHUNK = 1 << 20
BUDGET = 256 << 20
"""Bytes that are all compared; of more, a part, unless everything was asked for."""

_SAMPLED = 16 << 20
_SAMPLE = 128 << 10


class Verdict(enum.Enum):
    """What a file holds. FOREIGN: bytes that are neither the old nor the new; MISSING: there is no file."""

    OLD = "old"
    NEW = "new"
    MIXED = "mixed"
    FOREIGN = "foreign"
    MISSING = "missing"


class ForeignError(Exception):
    """Bytes that the save neither found nor wrote; ``offset`` of the first of them."""

    def __init__(self, offset: int) -> None:
        super().__init__(offset)
        self.offset = offset


class Comparison:
    """Compares the file behind ``fd`` with one journal. Raises ``OSError`` where it cannot be read."""

    def __init__(self, journal: JournalContent, fd: int, calls: Calls) -> None:
        self._journal = journal
        self._header = journal.header
        self._fd = fd
        self._calls = calls
        self._size = calls.fstat(fd).st_size
        self._only_old = False
        self._only_new = False

    def verdict(self, ticket: Ticket, *, all: bool) -> Verdict:
        """What the file holds; raises ``ForeignError``, ``Cancelled``. Without ``all`` some of very many
        bytes are compared: then OLD and NEW are not claimed.
        """
        header = self._header
        if self._size not in (header.size_before, header.size_after):
            raise ForeignError(min(self._size, header.size_before, header.size_after))
        if header.size_before != header.size_after:
            self._only_old = self._size == header.size_before
            self._only_new = not self._only_old
        self._check_samples()
        touched = self._journal.touched()
        some = touched if all else samples(touched, BUDGET, _SAMPLED, _SAMPLE)
        for chunk in self._chunks(some):
            self._compare(chunk)
            ticket.advance(chunk.length)
        if self._only_old and self._only_new:
            return Verdict.MIXED
        if some is not touched and some != touched:
            return Verdict.MIXED
        return Verdict.OLD if self._only_old else Verdict.NEW

    def _chunks(self, ranges: list[ByteRange]) -> Iterator[ByteRange]:
        """Pieces of what is there that do not cross the end of the shorter of the two files.

        What is not there need not be walked through: its size has been looked at, and may be anything.
        """
        border = min(self._header.size_before, self._header.size_after)
        there = ByteRange(0, self._size)
        for item in ranges:
            for chunk in item.intersect(there).chunks(_CHUNK):
                if chunk.start < border < chunk.end:
                    yield ByteRange(chunk.start, border)
                    yield ByteRange(border, chunk.end)
                else:
                    yield chunk

    def _compare(self, chunk: ByteRange) -> None:
        found = self._read(chunk)
        old = self._old(chunk)
        new = self._new(chunk, old, found)
        is_old, is_new = old is not None and found == old, new is not None and found == new
        if is_old or is_new:
            self._only_old = self._only_old or not is_new
            self._only_new = self._only_new or not is_old
            return
        for part, number in self._parts(chunk):
            for sector in part.chunks(SECTOR):
                self._sector(sector, number, chunk.start, found, old, new)

    def _sector(
        self,
        sector: ByteRange,
        number: int | None,
        base: int,
        found: bytearray,
        old: bytearray | None,
        new: bytearray | None,
    ) -> None:
        if number is None and old is None:
            return  # not written and not known
        here = slice(sector.start - base, sector.end - base)
        is_old = old is None or found[here] == old[here]
        if number is None:  # not written: as before, or zeros behind the end of the shorter file
            is_new = is_old if sector.start < self._header.size_after else not any(found[here])
        elif new is not None:
            is_new = found[here] == new[here]
        else:
            is_new = self._matches(number, sector, found[here])
        if is_new and old is None:
            is_old = False
        # A write that was cut off within the sector is ours as well.
        if not (is_old or is_new or (old and new and _mixture(found[here], old[here], new[here]))):
            raise ForeignError(sector.start)
        self._only_old = self._only_old or not is_new
        self._only_new = self._only_new or not is_old

    def _matches(self, number: int, sector: ByteRange, found: bytearray) -> bool:
        check = self._journal.new.print_of(number, sector)
        if check is not None:
            return crc32(found) == check
        buffer = bytearray(sector.length)
        self._fill(number, sector, memoryview(buffer))
        return found == buffer

    def _parts(self, chunk: ByteRange) -> Iterator[tuple[ByteRange, int | None]]:
        """What one write has written, and what lies between; of that, None."""
        at = chunk.start
        for part, number in self._journal.new.parts(chunk):
            if part.start > at:
                yield ByteRange(at, part.start), None
            yield part, number
            at = part.end
        if at < chunk.end:
            yield ByteRange(at, chunk.end), None

    def _read(self, chunk: ByteRange) -> bytearray:
        buffer = bytearray(chunk.length)
        have = read_all(self._calls, self._fd, memoryview(buffer), chunk.start)
        if have < chunk.length:
            raise ForeignError(chunk.start + have)
        return buffer

    def _old(self, chunk: ByteRange) -> bytearray | None:
        """The old bytes; None where they are not known. Behind the old end there are zeros."""
        buffer = bytearray(chunk.length)
        if chunk.start >= self._header.size_before:
            return buffer
        if not self._journal.knows_old:
            return None
        for part, source, place in self._journal.kept.pieces(chunk):
            at = part.start - chunk.start
            if isinstance(source, LostSource):
                return None
            if source.read_into(place, memoryview(buffer)[at : at + part.length]):
                raise OSError(5, "the journal cannot be read")
        return buffer

    def _new(self, chunk: ByteRange, old: bytearray | None, found: bytearray) -> bytearray | None:
        """The chunk as the save was to leave it; None where of a part only checksums are known."""
        behind = chunk.start >= self._header.size_after
        buffer = bytearray(chunk.length) if behind else bytearray(found if old is None else old)
        for part, number in self._journal.new.parts(chunk):
            if self._journal.new.print_of(number, part) is not None:
                return None
            at = part.start - chunk.start
            self._fill(number, part, memoryview(buffer)[at : at + part.length])
        return buffer

    def _fill(self, number: int, part: ByteRange, buffer: memoryview) -> None:
        for piece in self._journal.new.sources_of(part, number):
            at = piece.range.start - part.start
            self._journal.new.read_piece(piece, buffer[at : at + piece.range.length])

    def _check_samples(self) -> None:
        """Sectors as they were before the save: those that it writes may be new by now, no other."""
        for sample in self._journal.samples:
            sector = ByteRange.of(sample.start, sample.length)
            if sector.end > self._size:
                if sector.end > self._header.size_after:
                    continue
                raise ForeignError(self._size)
            found = self._read(sector)
            behind = max(0, self._header.size_after - sector.start)
            if crc32(found) == sample.check or (behind < sector.length and not any(found[behind:])):
                continue  # ext4 clears what is behind the new end before it notes that the file ends there
            parts = list(self._parts(sector))
            if len(parts) > 1:
                continue  # several writes met here, so it may be anything between old and new
            new = self._new(sector, None, found)
            if parts[0][1] is None or (new is not None and found != new):
                raise ForeignError(sector.start)


def _mixture(found: bytearray, old: bytearray, new: bytearray) -> bool:
    return all(byte in (before, after) for byte, before, after in zip(found, old, new))
