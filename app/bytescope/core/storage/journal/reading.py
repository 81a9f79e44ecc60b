"""Reads a journal: which save it is of, the old bytes it has, and the new ones as pieces to be written."""

from __future__ import annotations

import os
import weakref
from array import array
from bisect import bisect_right
from collections.abc import Callable, Iterator

from bytescope.core.document.patterns import FileBytes, Pattern
from bytescope.core.errors import RefusedError, SaveError
from bytescope.core.ranges import ByteRange, merged
from bytescope.core.source.base import Lost, Source, Why
from bytescope.core.source.memory import ZeroSource
from bytescope.core.source.shown import printable_name
from bytescope.core.storage.calls import Calls, read_all
from bytescope.core.storage.journal import coding
from bytescope.core.storage.journal.coding import (
    Blob,
    DamagedError,
    Header,
    Kind,
    New,
    Old,
    PathOf,
    Sample,
    Way,
)
from bytescope.core.storage.kept import HOLE, UNREADABLE, Kept
from bytescope.core.storage.pieces import Piece
from bytescope.core.storage.records import Record, Records

_ZERO = ZeroSource((1 << 63) - 1)


class FileBytesAt:
    """What is behind a descriptor, which somebody else closes; read by ``Calls`` alone."""

    cycle: int | None = None
    needs_io = True

    def __init__(self, fd: int, calls: Calls, size: int = (1 << 63) - 1) -> None:
        self.size = size
        self._fd = fd
        self._calls = calls

    def read_into(self, offset: int, buffer: memoryview) -> tuple[Lost, ...]:
        try:
            have = read_all(self._calls, self._fd, buffer, offset)
        except OSError:
            have = 0
        if have == len(buffer):
            return ()
        buffer[have:] = bytes(len(buffer) - have)
        return (Lost(ByteRange(offset + have, offset + len(buffer)), Why.UNREADABLE),)

    def data_runs(self, within: ByteRange) -> Iterator[ByteRange]:
        if within:
            yield within


class BlobSource:
    """Bytes that stand in several records, as one."""

    cycle: int | None = None
    needs_io = True

    def __init__(self, journal: Source, size: int) -> None:
        self.size = size
        self._journal = journal
        self._starts = array("q")
        self._places = array("q")
        self.have = 0

    def add(self, place: int, length: int) -> None:
        self._starts.append(self.have)
        self._places.append(place)
        self.have += length

    def read_into(self, offset: int, buffer: memoryview) -> tuple[Lost, ...]:
        at, end = offset, offset + len(buffer)
        while at < end:
            index = bisect_right(self._starts, at) - 1
            stop = min(end, self._starts[index + 1] if index + 1 < len(self._starts) else self.size)
            place = self._places[index] + at - self._starts[index]
            if self._journal.read_into(place, buffer[at - offset : stop - offset]):
                return (Lost(ByteRange(at, stop), Why.UNREADABLE),)
            at = stop
        return ()

    def data_runs(self, within: ByteRange) -> Iterator[ByteRange]:
        if within:
            yield within


class NewBytes:
    """What the save was to write: pieces in order, in columns. Offsets are the file's.

    ``target`` is the file itself, for bytes that only move; set before the pieces are read.
    """

    def __init__(self, journal: Source, kept: Kept) -> None:
        self.target: Source = _ZERO
        self.sources: list[Source] = []
        self.complete = True
        self._journal = journal
        self._kept = kept
        self._starts = array("q")
        self._ends = array("q")
        self._places = array("q")
        self._whats = array("B")
        self._sources = array("i")

    def __len__(self) -> int:
        return len(self._starts)

    def add(self, entry: coding.NewEntry, data: int) -> None:
        """One more piece behind all others; ``data`` is where the data of its record starts."""
        if self._ends and entry.start < self._ends[-1]:
            raise DamagedError("new bytes out of order")
        if entry.what == New.SOURCE and entry.source >= len(self.sources):
            raise DamagedError("new bytes of no source")
        inline = entry.what in (New.DATA, New.PRINTS)
        self._starts.append(entry.start)
        self._ends.append(entry.start + entry.length)
        self._places.append(entry.place + data if inline else entry.place)
        self._whats.append(entry.what)
        self._sources.append(entry.source if entry.what == New.SOURCE else 0)
        self.complete = self.complete and entry.what != New.PRINTS

    def ranges(self) -> Iterator[ByteRange]:
        return (ByteRange(start, end) for start, end in zip(self._starts, self._ends))

    def parts(self, within: ByteRange) -> Iterator[tuple[ByteRange, int]]:
        """The pieces of ``within``, clipped, in order, each with its number."""
        at = bisect_right(self._ends, within.start)
        while at < len(self._starts) and self._starts[at] < within.end:
            yield ByteRange(max(self._starts[at], within.start), min(self._ends[at], within.end)), at
            at += 1

    def print_of(self, number: int, sector: ByteRange) -> int | None:
        """The checksum of a part of piece ``number`` within a sector; None where its bytes are known."""
        if self._whats[number] != New.PRINTS:
            return None
        start = self._starts[number]
        index = sector.start // coding.SECTOR - start // coding.SECTOR
        buffer = bytearray(4)
        if self._journal.read_into(self._places[number] + 4 * index, memoryview(buffer)):
            raise OSError(5, os.strerror(5))
        return int.from_bytes(buffer, "little")

    # What a Writer asks for.

    def pieces(self, within: ByteRange) -> Iterator[Piece]:
        """All that has to be written in ``within``. SaveError where only checksums are known."""
        for part, number in self.parts(within):
            yield from self.sources_of(part, number)

    def read_piece(self, piece: Piece, buffer: memoryview) -> None:
        """The first bytes of a piece; SaveError where they cannot be had."""
        if piece.source.read_into(piece.start, buffer):
            raise SaveError(f"the new bytes at offset {piece.range.start:#x} cannot be read")

    def sources_of(self, part: ByteRange, number: int) -> Iterator[Piece]:
        """Where the bytes of a part of piece ``number`` are."""
        place = self._places[number] + part.start - self._starts[number]
        match self._whats[number]:
            case New.DATA:
                yield Piece(part, self._journal, place)
            case New.ZERO:
                yield Piece(part, _ZERO, 0)
            case New.SOURCE:
                yield Piece(part, self.sources[self._sources[number]], place)
            case New.OWN:
                yield from self._own(part, place)
            case _:
                raise SaveError("the new bytes are not in the journal")

    def _own(self, part: ByteRange, start: int) -> Iterator[Piece]:
        """Bytes the file had at ``start``: those that were written over come from the journal."""
        shift = part.start - start
        at = part.start
        for old, source, place in self._kept.pieces(ByteRange.of(start, part.length)):
            if old.start + shift > at:
                yield Piece(ByteRange(at, old.start + shift), self.target, at - shift)
            yield Piece(old.shifted(shift), source, place)
            at = old.end + shift
        if at < part.end:
            yield Piece(ByteRange(at, part.end), self.target, at - shift)


class JournalContent:
    """One journal. ``committed`` is False where it was not finished: the file was not touched then."""

    def __init__(self, header: Header, kept: Kept, new: NewBytes) -> None:
        self.header = header
        self.kept = kept
        self.new = new
        self.samples: list[Sample] = []
        self.committed = False

    @property
    def knows_old(self) -> bool:
        """Whether all old bytes are there; else only those that the new ones are made of."""
        return self.header.way is not Way.REDO

    def touched(self) -> list[ByteRange]:
        """All that the save may change, below both sizes and above."""
        sizes = sorted((self.header.size_before, self.header.size_after))
        old = self.kept.ranges() if self.knows_old else ()
        return merged([*old, *self.new.ranges(), ByteRange(*sizes)])


def header_of(fd: int, calls: Calls) -> Header | None:
    """The header of a journal that was finished; None of any other. Reads its two ends only."""
    record = next(Records(fd, calls), None)
    if record is None or record.kind != Kind.HEADER:
        return None
    size = calls.fstat(fd).st_size
    last = next(Records(fd, calls, max(0, size - coding.COMMIT_LENGTH)), None)
    if last is None or last.kind != Kind.COMMIT:
        return None
    try:
        return Header.unpack(record.payload)
    except DamagedError:
        return None


def read_journal(
    fd: int, calls: Calls, open_clone: Callable[[str], Source | None] = lambda name: None
) -> JournalContent | None:
    """The journal behind ``fd``; None where not even its header is whole. Raises ``OSError``.

    Old bytes are read from ``fd`` later, so it has to stay open.
    """
    records = Records(fd, calls)
    first = next(records, None)
    if first is None or first.kind != Kind.HEADER:
        return None
    try:
        header = Header.unpack(first.payload)
        return _Reader(header, FileBytesAt(fd, calls), calls, open_clone).read(records)
    except DamagedError:
        return None


class _Reader:
    def __init__(
        self, header: Header, journal: Source, calls: Calls, open_clone: Callable[[str], Source | None]
    ) -> None:
        clone = open_clone(header.clone) if header.way is Way.CLONE else None
        self._journal = journal
        self._calls = calls
        self._kept = Kept(clone if header.way is Way.CLONE else journal)
        self._new = NewBytes(journal, self._kept)
        self._content = JournalContent(header, self._kept, self._new)
        self._blob: BlobSource | None = None
        self._end = 0

    def read(self, records: Records) -> JournalContent:
        """All up to the commit. Without it nothing of what stands there is acted on."""
        for count, record in enumerate(records, 1):
            if record.kind == Kind.COMMIT:
                blob = self._blob
                whole = blob is None or blob.have == blob.size
                self._content.committed = whole and coding.is_commit(record.payload, count)
                break
            self._take(record)
        return self._content

    def _take(self, record: Record) -> None:
        match record.kind:
            case Kind.OLD:
                self._old(record)
            case Kind.NEW:
                for entry in coding.unpack_new(record.payload):
                    if entry.start + entry.length > self._content.header.size_after:
                        raise DamagedError("new bytes behind the end")
                    self._new.add(entry, record.start)
            case Kind.SOURCE:
                self._source(coding.unpack_source(record.payload))
            case Kind.BLOB if self._blob is not None:
                self._blob.add(record.start, len(record.payload))
            case Kind.SAMPLES:
                self._content.samples.extend(coding.unpack_samples(record.payload))
            case _:
                raise DamagedError("a record that does not belong here")

    def _old(self, record: Record) -> None:
        for entry, at in coding.unpack_old(record.payload):
            if entry.start < self._end or entry.start + entry.length > self._content.header.size_before:
                raise DamagedError("old bytes out of order")
            if entry.what == (Old.DATA if self._content.header.way is Way.CLONE else Old.CLONED):
                raise DamagedError("old bytes at a place that is not there")
            self._end = entry.start + entry.length
            place = {
                Old.DATA: record.start + at,
                Old.HOLE: HOLE,
                Old.UNREADABLE: UNREADABLE,
                Old.CLONED: entry.start,
            }[Old(entry.what)]
            self._kept.add(ByteRange(entry.start, self._end), place)

    def _source(self, source: Pattern | Blob | PathOf) -> None:
        if self._blob is not None and self._blob.have != self._blob.size:
            raise DamagedError("a blob that is not whole")
        self._blob = None
        if isinstance(source, Blob):
            self._blob = BlobSource(self._journal, source.length)
            self._new.sources.append(FileBytes(self._blob, "a file"))
        elif isinstance(source, PathOf):
            self._new.sources.append(FileBytes(PathSource(source, self._calls), "a file"))
        else:
            self._new.sources.append(source)


class PathSource:
    """The bytes of a file that a fill repeats, as long as nothing says that they changed since."""

    cycle: int | None = None
    needs_io = True

    def __init__(self, known: PathOf, calls: Calls) -> None:
        self.size = known.size
        self._known = known
        self._calls = calls
        self._bytes: FileBytesAt | None = None

    def read_into(self, offset: int, buffer: memoryview) -> tuple[Lost, ...]:
        """Raises ``RefusedError`` where the file is another by now."""
        if self._bytes is None:
            self._bytes = self._opened()
        return self._bytes.read_into(offset, buffer)

    def data_runs(self, within: ByteRange) -> Iterator[ByteRange]:
        if within:
            yield within

    def _opened(self) -> FileBytesAt:
        known, calls = self._known, self._calls
        name = printable_name(known.path)
        try:
            fd = calls.open(known.path, os.O_RDONLY | os.O_CLOEXEC | os.O_NONBLOCK | os.O_NOCTTY)
        except OSError as error:
            raise RefusedError(
                f"“{name}”, whose bytes the save repeats, cannot be read; put it back and try again."
            ) from error
        weakref.finalize(self, calls.close, fd)
        found = calls.fstat(fd)
        now = found.st_ino, found.st_size, found.st_mtime_ns, found.st_ctime_ns
        if now != known[1:]:
            raise RefusedError(
                f"“{name}”, whose bytes the save repeats, has changed, so the save cannot be completed; "
                "roll it back if that is possible, or export what the journal holds."
            )
        return FileBytesAt(fd, calls, known.size)
