"""Reads back from the disk itself what a save wrote, past the page cache, and compares."""

from __future__ import annotations

import contextlib
import ctypes
import os
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from bytescope.core.errors import SaveError
from bytescope.core.ranges import ByteRange
from bytescope.core.storage.calls import Calls, read_all

if TYPE_CHECKING:
    from bytescope.core.storage.pieces import Content
    from bytescope.core.ticket import Ticket

BUDGET = 64 << 20
"""Up to so many bytes are all compared."""

SAMPLED = 8 << 20
"""Bytes compared of more than that: 64 samples, a twentieth of the time a gibibyte takes."""

SAMPLE = 128 << 10
"""Bytes of one sample."""

_ALIGNMENT = 4096
_WINDOW = 1 << 20
_NEAR = 1 << 15
_PHASES = 16


def samples(
    ranges: Sequence[ByteRange], budget: int = BUDGET, sampled: int = SAMPLED, sample: int = SAMPLE
) -> list[ByteRange]:
    """What to compare of sorted ``ranges``: all of it within ``budget``, else first and last samples and
    some between.

    Half of ``sampled`` goes to the ends of ranges (the first ranges, where there are very many), the rest is
    spread evenly over all bytes.
    """
    if not _exceeds(ranges, budget):
        return list(ranges)
    total = sum(item.length for item in ranges)
    picked: list[ByteRange] = []
    for item in ranges[: max(1, sampled // sample // 4)]:
        picked.append(ByteRange(item.start, min(item.end, item.start + sample)))
        picked.append(ByteRange(max(item.start, item.end - sample), item.end))
    count = max(1, (sampled - sum(item.length for item in picked)) // sample)
    picked.extend(_spread(ranges, total, count, sample))
    return _disjoint(picked)


def _spread(ranges: Sequence[ByteRange], total: int, count: int, sample: int) -> Iterator[ByteRange]:
    behind = index = 0
    for number in range(count):
        place = total * (2 * number + 1) // (2 * count)
        while place - behind >= ranges[index].length:
            behind += ranges[index].length
            index += 1
        item = ranges[index]
        start = item.start + place - behind
        start = max(item.start, min(start - start % _ALIGNMENT, item.end - sample))
        yield ByteRange(start, min(item.end, start + sample))


def _disjoint(picked: list[ByteRange]) -> list[ByteRange]:
    out: list[ByteRange] = []
    for item in sorted(picked):
        start = max(item.start, out[-1].end) if out else item.start
        if start < item.end:
            out.append(ByteRange(start, item.end))
    return out


def to_compare(ranges: Sequence[ByteRange]) -> int:
    """About how many bytes of sorted ``ranges`` are compared, for progress."""
    return SAMPLED if _exceeds(ranges, BUDGET) else sum(item.length for item in ranges)


def _exceeds(ranges: Sequence[ByteRange], budget: int) -> bool:
    """Whether more than ``budget`` bytes would be read: the disk gives whole pages, so scattered bytes
    count as such.
    """
    total = behind = 0
    for item in ranges:
        end = -(-item.end // _ALIGNMENT) * _ALIGNMENT
        total += max(0, end - max(behind, item.start - item.start % _ALIGNMENT))
        behind = end
        if total > budget + _ALIGNMENT:
            return True
    return False


def _neighbours(ranges: Sequence[ByteRange]) -> Iterator[list[ByteRange]]:
    """Parts of ``ranges`` that are near enough to be read at once."""
    group: list[ByteRange] = []
    for item in ranges:
        for part in item.chunks(_WINDOW):
            if group and (part.start - group[-1].end > _NEAR or part.end - group[0].start > _WINDOW):
                yield group
                group = []
            group.append(part)
    if group:
        yield group


def verify(
    content: Content, fd: int, shift: int, ranges: Sequence[ByteRange], ticket: Ticket, calls: Calls
) -> int:
    """Compare samples of ``ranges`` with the disk; how many bytes were compared.

    Stops early, without an error, when the ticket is cancelled: what was written stays written. Raises
    ``SaveError`` where the disk holds something else, ``OSError`` where it does not give it back.
    """
    compared = 0
    expected = _Expected(content)
    with _Disk(fd, calls) as disk:
        for group in _neighbours(samples(ranges)):
            if ticket.cancelled:
                break
            start = group[0].start
            found = disk.read(start + shift, group[-1].end - start)
            for part in group:
                # The bytearray stands left: it compares whole buffers, a memoryview byte by byte.
                if expected.bytes(part) != found[part.start - start : part.end - start]:
                    raise SaveError(f"the disk does not hold what was written at offset {part.start:#x}")
                compared += part.length
                ticket.done += part.length
    return compared


class _Expected:
    """What the disk should hold; bytes of a repeating pattern are made once for each phase."""

    def __init__(self, content: Content) -> None:
        self._content = content
        self._made: dict[tuple[int, int, int], bytearray] = {}

    def bytes(self, part: ByteRange) -> bytearray:
        piece = self._content.piece_of(part) if part.length >= _NEAR else None
        cycle = piece.source.cycle if piece is not None else None
        if piece is None or not cycle:
            return self._fresh(part)
        key = (id(piece.source), piece.start % cycle, part.length)
        if key not in self._made:
            if len(self._made) >= _PHASES:
                self._made.clear()
            self._made[key] = self._fresh(part)
        return self._made[key]

    def _fresh(self, part: ByteRange) -> bytearray:
        wanted = bytearray(part.length)
        self._content.read_into(part.start, memoryview(wanted))
        return wanted


class _Disk:
    """Reads of a file that do not come from the page cache, as far as the file system allows."""

    def __init__(self, fd: int, calls: Calls) -> None:
        self._fd = fd
        self._calls = calls
        self._direct: int | None = None
        store = bytearray(_WINDOW + 3 * _ALIGNMENT)
        skip = -ctypes.addressof(ctypes.c_char.from_buffer(store)) % _ALIGNMENT
        self._buffer = memoryview(store)[skip : skip + _WINDOW + 2 * _ALIGNMENT]

    def __enter__(self) -> _Disk:
        with contextlib.suppress(OSError):  # tmpfs and some others have no direct reads
            self._direct = self._calls.open(
                f"/proc/self/fd/{self._fd}", os.O_RDONLY | os.O_CLOEXEC | os.O_DIRECT
            )
        return self

    def __exit__(self, *_: object) -> None:
        if self._direct is not None:
            with contextlib.suppress(OSError):
                self._calls.close(self._direct)

    def read(self, offset: int, length: int) -> memoryview:
        """``length`` bytes from ``offset`` (fewer at the end of the file)."""
        skip = offset % _ALIGNMENT
        start = offset - skip
        whole = -(-(skip + length) // _ALIGNMENT) * _ALIGNMENT
        have = self._read_direct(start, whole)
        if have < skip + length:
            with contextlib.suppress(OSError):
                self._calls.fadvise(self._fd, start, whole, os.POSIX_FADV_DONTNEED)
            have = read_all(self._calls, self._fd, self._buffer[:whole], start)
        return self._buffer[skip : min(have, skip + length)]

    def _read_direct(self, start: int, length: int) -> int:
        if self._direct is None:
            return 0
        try:
            return self._calls.preadv(self._direct, [self._buffer[:length]], start)
        except OSError:  # asked again through the cache, which reports what is wrong with the disk itself
            return 0
