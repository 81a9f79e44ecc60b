"""CRC-32 of documents of any size: holes are counted, not read."""

from __future__ import annotations

import zlib
from typing import TYPE_CHECKING

from bytescope.core.errors import LostBytesError
from bytescope.core.ranges import ByteRange

if TYPE_CHECKING:
    from bytescope.core.compare.pair import Side
    from bytescope.core.ticket import Ticket

STEP = 1 << 20
_POLYNOMIAL = 0xEDB88320
_ALL = 0xFFFFFFFF


def crc32_of(side: Side, ticket: Ticket, what: str = "The document") -> int:
    """CRC-32 as of zlib over all of ``side``. Counts bytes on ``ticket``; LostBytesError names ``what``."""
    crc = at = 0
    buffer = memoryview(bytearray(min(STEP, side.size)))
    for run in side.data_runs(ByteRange(0, side.size)):
        crc = crc_of_zeros(crc, run.start - at)
        ticket.advance(run.start - at)
        for part in run.chunks(STEP):
            view = buffer[: part.length]
            if side.read_into(part.start, view):
                raise LostBytesError(f"{what} has bytes near 0x{part.start:X} that cannot be read.")
            crc = zlib.crc32(view, crc)
            ticket.advance(part.length)
        at = run.end
    ticket.advance(side.size - at)
    return crc_of_zeros(crc, side.size - at)


def crc_of_zeros(crc: int, count: int) -> int:
    """``zlib.crc32(bytes(count), crc)`` in a time that grows with the logarithm of ``count``.

    A byte 00 changes the register by a linear map over GF(2); its power is made by squaring (as zlib's
    crc32_combine does).
    """
    if not count:
        return crc
    matrix = [_POLYNOMIAL, *(1 << bit for bit in range(31))]  # one bit 0
    for _ in range(3):
        matrix = _squared(matrix)
    register = crc ^ _ALL
    while count:
        if count & 1:
            register = _times(matrix, register)
        count >>= 1
        if count:
            matrix = _squared(matrix)
    return register ^ _ALL


def _times(matrix: list[int], vector: int) -> int:
    out = 0
    for column in matrix:
        if vector & 1:
            out ^= column
        vector >>= 1
    return out


def _squared(matrix: list[int]) -> list[int]:
    return [_times(matrix, column) for column in matrix]
