"""CRC-32 of documents of any size: holes and fills are counted, not read."""

from __future__ import annotations

import zlib
from typing import TYPE_CHECKING

from bytescope.core.errors import LostBytesError
from bytescope.core.ranges import ByteRange
from bytescope.core.search.stretches import repeating

if TYPE_CHECKING:
    from bytescope.core.document.snapshot import Snapshot
    from bytescope.core.ticket import Ticket

STEP = 1 << 20
_POLYNOMIAL = 0xEDB88320
_LEAST = 1 << 16
"""Bytes that repeat from which on they are counted."""


def crc32_of(side: Snapshot, ticket: Ticket, what: str = "The document") -> int:
    """CRC-32 as of zlib over all of ``side``. Counts bytes on ``ticket``; LostBytesError names ``what``."""
    crc = at = 0
    for found in repeating(side, ByteRange(0, side.size), 0, _LEAST):
        crc = _read(side, ByteRange(at, found.range.start), crc, ticket, what)
        unit = ByteRange.of(found.range.start, found.cycle)
        count, rest = divmod(found.range.length, found.cycle)
        repeated = crc_of_repeats(_read(side, unit, 0, ticket, what), found.cycle, count)
        crc = combined(crc, repeated, count * found.cycle)
        ticket.advance((count - 1) * found.cycle)
        at = found.range.end - rest
    return _read(side, ByteRange(at, side.size), crc, ticket, what)


def _read(side: Snapshot, within: ByteRange, crc: int, ticket: Ticket, what: str) -> int:
    buffer = memoryview(bytearray(min(STEP, within.length)))
    for part in within.chunks(STEP):
        view = buffer[: part.length]
        if side.read_into(part.start, view):
            raise LostBytesError(
                f"{what} has bytes near 0x{part.start:X} that cannot be read; check the medium."
            )
        crc = zlib.crc32(view, crc)
        ticket.advance(part.length)
    return crc


def combined(first: int, second: int, length: int) -> int:
    """The CRC-32 of bytes with CRC ``first`` and, behind them, ``length`` bytes with CRC ``second``.

    A byte 00 changes the register by a linear map over GF(2); its power is made by squaring, in a time that
    grows with the logarithm of ``length`` (as zlib's crc32_combine does it).
    """
    if not length:
        return first
    matrix = [_POLYNOMIAL, *(1 << bit for bit in range(31))]  # one bit 0
    for _ in range(3):
        matrix = _squared(matrix)
    while True:
        if length & 1:
            first = _times(matrix, first)
        length >>= 1
        if not length:
            return first ^ second
        matrix = _squared(matrix)


def crc_of_repeats(unit: int, length: int, count: int) -> int:
    """The CRC-32 of ``count`` times the ``length`` bytes with CRC ``unit``."""
    out = 0
    while count:
        if count & 1:
            out = combined(out, unit, length)
        count >>= 1
        if count:
            unit, length = combined(unit, unit, length), 2 * length
    return out


def _times(matrix: list[int], vector: int) -> int:
    out = 0
    for column in matrix:
        if vector & 1:
            out ^= column
        vector >>= 1
    return out


def _squared(matrix: list[int]) -> list[int]:
    return [_times(matrix, column) for column in matrix]
