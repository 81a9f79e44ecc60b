"""How the parts of a journal are written as bytes, and read again without trust."""

from __future__ import annotations

import enum
import struct
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from bytescope.core.document.patterns import Counter, OffsetStamp, PageStamp, Pattern, Repeat, SeededRandom
from bytescope.core.document.words import Order
from bytescope.core.storage.records import HEAD

MAGIC = b"Bytescope journal 1\n"
SECTOR = 512
"""What a disk writes at once or not at all, in bytes."""

_LARGEST = 1 << 63
_LONGEST_TEXT = 1 << 14
"""Bytes of a path or a name: the system knows no longer ones."""
_HEADER = struct.Struct("<20sB7Q4I")
_NEW = struct.Struct("<3QBI")
_OLD = struct.Struct("<2QB")
_SAMPLE = struct.Struct("<QII")
_COUNT = struct.Struct("<I")
_PATTERN = struct.Struct("<B17s17sBB")
_FILE = struct.Struct("<B4Q")
ENTRIES = 1 << 16
"""Most entries of one record, so that with the largest chunk of bytes it is within a record's limit."""


class Kind(enum.IntEnum):
    """What a record holds."""

    HEADER = 1
    OLD = 2
    SOURCE = 3
    NEW = 4
    SAMPLES = 5
    COMMIT = 6
    BLOB = 7


class Way(enum.IntEnum):
    """How a journal can bring a file out of the middle of a save."""

    UNDO = 1
    CLONE = 2
    REDO = 3

    @property
    def word(self) -> str:
        return self.name.lower()


class Old(enum.IntEnum):
    """What is known of old bytes. DATA stands in the record, CLONED at the same offset in the clone."""

    DATA = 0
    HOLE = 1
    UNREADABLE = 2
    CLONED = 3


class New(enum.IntEnum):
    """Where new bytes come from. OWN: the file's own old bytes at another offset; PRINTS: only a checksum
    of each sector is known.
    """

    DATA = 0
    ZERO = 1
    SOURCE = 2
    OWN = 3
    PRINTS = 4


class DamagedError(Exception):
    """A record that is whole but makes no sense."""


class OldEntry(NamedTuple):
    """File offsets ``start`` up to ``start + length``."""

    start: int
    length: int
    what: int


class NewEntry(NamedTuple):
    """``place``: offset in the source, in the file (OWN), or in the data of the record (DATA, PRINTS)."""

    start: int
    length: int
    place: int
    what: int
    source: int


class Sample(NamedTuple):
    """The checksum that ``length`` bytes at a file offset had before the save."""

    start: int
    length: int
    check: int


@dataclass(frozen=True, slots=True)
class Header:
    """Which save this is. ``path`` has no links in it; ``shown`` is how the person called the file.

    ``began``: nanoseconds since 1970. ``log`` and ``clone`` are names in the state folder or empty.
    """

    way: Way
    path: bytes
    shown: bytes
    inode: int
    size_before: int
    size_after: int
    window_start: int
    began: int
    changed: int
    log: str
    clone: str

    def pack(self) -> bytes:
        texts = (self.path, self.shown, self.log.encode(), self.clone.encode())
        numbers = (self.inode, self.size_before, self.size_after, self.window_start, self.began, self.changed)
        head = _HEADER.pack(MAGIC, self.way, *numbers, 0, *map(len, texts))
        return head + b"".join(texts)

    @classmethod
    def unpack(cls, payload: memoryview) -> Header:
        """Raises ``DamagedError``."""
        if len(payload) < _HEADER.size:
            raise DamagedError("a short header")
        magic, way, *rest = _HEADER.unpack_from(payload)
        if magic != MAGIC or way not in Way.__members__.values():
            raise DamagedError("not a journal of this version")
        numbers, lengths = rest[:6], rest[7:]
        odd = max(numbers[1:4]) >= _LARGEST or max(lengths) > _LONGEST_TEXT
        if odd or sum(lengths) != len(payload) - _HEADER.size:
            raise DamagedError("a header with odd numbers")
        texts = []
        at = _HEADER.size
        for length in lengths:
            texts.append(bytes(payload[at : at + length]))
            at += length
        if b"\0" in texts[0] or not texts[0].startswith(b"/"):
            raise DamagedError("a path that is none")
        try:
            log, clone = texts[2].decode("ascii"), texts[3].decode("ascii")
        except UnicodeDecodeError:
            raise DamagedError("odd names") from None
        inode, before, after, window, began, changed = numbers
        path, shown = texts[:2]
        return cls(
            Way(way), path, shown, inode, before, after, window, began, changed=changed, log=log, clone=clone
        )


def pack_old(entries: list[OldEntry]) -> bytes:
    """The table that stands behind the old bytes of a record."""
    return b"".join(_OLD.pack(*entry) for entry in entries) + _COUNT.pack(len(entries))


def unpack_old(payload: memoryview) -> Iterator[tuple[OldEntry, int]]:
    """Entries, and where in the payload the bytes of each are. Raises ``DamagedError``."""
    table, data = _table(payload, _OLD.size)
    at = 0
    for row in _OLD.iter_unpack(table):
        entry = OldEntry(*row)
        _check(entry.start, entry.length, entry.what, Old)
        yield entry, at
        at += entry.length if entry.what == Old.DATA else 0
    if at != data:
        raise DamagedError("old bytes that do not fit their table")


def pack_new(entries: list[NewEntry]) -> bytes:
    """The table that stands behind the data of a record."""
    return b"".join(_NEW.pack(*entry) for entry in entries) + _COUNT.pack(len(entries))


def unpack_new(payload: memoryview) -> Iterator[NewEntry]:
    """Raises ``DamagedError``."""
    table, data = _table(payload, _NEW.size)
    for row in _NEW.iter_unpack(table):
        entry = NewEntry(*row)
        _check(entry.start, entry.length, entry.what, New)
        if entry.what in (New.DATA, New.PRINTS):
            count = 4 * sectors(entry.start, entry.length) if entry.what == New.PRINTS else entry.length
            if entry.place + count > data:
                raise DamagedError("new bytes that do not fit their table")
        elif entry.place >= _LARGEST or entry.place + entry.length > _LARGEST:
            raise DamagedError("odd numbers")
        yield entry


def sectors(start: int, length: int) -> int:
    """How many sectors have a byte of a range that is not empty."""
    return (start + length - 1) // SECTOR - start // SECTOR + 1


def _table(payload: memoryview, size: int) -> tuple[memoryview, int]:
    """The table at the end of a payload, and how many bytes stand before it."""
    if len(payload) < _COUNT.size:
        raise DamagedError("a record without its table")
    (count,) = _COUNT.unpack_from(payload, len(payload) - _COUNT.size)
    data = len(payload) - _COUNT.size - count * size
    if count > ENTRIES or data < 0:
        raise DamagedError("a table longer than its record")
    return payload[data : len(payload) - _COUNT.size], data


def _check(start: int, length: int, what: int, kinds: type[enum.IntEnum]) -> None:
    if not length or start >= _LARGEST or start + length > _LARGEST or what >= len(kinds):
        raise DamagedError("odd numbers")


def pack_samples(samples: list[Sample]) -> bytes:
    return b"".join(_SAMPLE.pack(*sample) for sample in samples)


def unpack_samples(payload: memoryview) -> list[Sample]:
    """Raises ``DamagedError``."""
    if len(payload) % _SAMPLE.size:
        raise DamagedError("samples that do not fit")
    found = [Sample(*row) for row in _SAMPLE.iter_unpack(payload)]
    if any(item.start >= _LARGEST or not 0 < item.length <= SECTOR for item in found):
        raise DamagedError("odd numbers")
    return found


COMMIT_LENGTH = HEAD + _COUNT.size
"""Bytes of the record that ends a journal."""


def pack_commit(records: int) -> bytes:
    return _COUNT.pack(records)


def is_commit(payload: memoryview, records: int) -> bool:
    return len(payload) == _COUNT.size and _COUNT.unpack(payload)[0] == records


# -- sources of new bytes ---------------------------------------------------------------------------

LONGEST_REPEAT = 4 << 20
"""A repeated pattern of more bytes is kept as a blob."""

_REPEAT, _COUNTER, _OFFSETS, _PAGES, _RANDOM, _BLOB, _PATH = range(7)


class Blob(NamedTuple):
    """The next ``length`` bytes in BLOB records, over and over."""

    length: int


class PathOf(NamedTuple):
    """The bytes of another file, over and over, while it is as it was."""

    path: bytes
    inode: int
    size: int
    mtime_ns: int
    ctime_ns: int


def pack_source(source: Pattern | Blob | PathOf) -> bytes:
    """ValueError for patterns that are bytes of a file."""
    match source:
        case Repeat(data):
            return bytes([_REPEAT]) + data
        case Counter(start, step, width, order, signed):
            return _numbers(_COUNTER, start, step, width, 2 * signed + (order == "big"))
        case OffsetStamp(width, order):
            return _numbers(_OFFSETS, 0, 0, width, order == "big")
        case PageStamp(width, order):
            return _numbers(_PAGES, 0, 0, width, order == "big")
        case SeededRandom(seed):
            return _numbers(_RANDOM, seed, 0, 1, 0)
        case Blob(length):
            return _FILE.pack(_BLOB, length, 0, 0, 0)
        case PathOf():
            return _FILE.pack(_PATH, *source[1:]) + source.path
    raise ValueError("not a pattern that can be described")


def _numbers(kind: int, start: int, step: int, width: int, flags: int) -> bytes:
    big = [value.to_bytes(17, "little", signed=True) for value in (start, step)]
    return _PATTERN.pack(kind, *big, width, flags)


def unpack_source(payload: memoryview) -> Pattern | Blob | PathOf:
    """Raises ``DamagedError``."""
    kind = payload[0] if len(payload) else 255
    if kind == _REPEAT and len(payload) > 1:
        return Repeat(bytes(payload[1:]))
    if kind in (_BLOB, _PATH) and len(payload) >= _FILE.size:
        _, *numbers = _FILE.unpack_from(payload)
        if not 0 < (numbers[0] if kind == _BLOB else numbers[1]) < _LARGEST:
            raise DamagedError("odd numbers")
        return Blob(numbers[0]) if kind == _BLOB else PathOf(bytes(payload[_FILE.size :]), *numbers)
    if len(payload) != _PATTERN.size:
        raise DamagedError("a source that is not known")
    _, *big, width, flags = _PATTERN.unpack(payload)
    start, step = (int.from_bytes(value, "little", signed=True) for value in big)
    try:
        return _pattern(kind, start, step, width, flags)
    except ValueError as error:
        raise DamagedError("a pattern that makes no sense") from error


def _pattern(kind: int, start: int, step: int, width: int, flags: int) -> Pattern:
    order: Order = "big" if flags & 1 else "little"
    match kind:
        case 1:
            return Counter(start, step, width, order, bool(flags & 2))
        case 2:
            return OffsetStamp(width, order)
        case 3:
            return PageStamp(width, order)
        case 4:
            return SeededRandom(start)
    raise DamagedError("a source that is not known")
