"""The bytes that a hex view has at hand: known, lost, or not here yet; never guessed."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from bytescope.core.change import Change
from bytescope.core.ranges import PAGESIZE, ByteRange
from bytescope.core.source.base import Reading

MISSING, KNOWN, LOST = 0, 1, 2
"""What is known of a byte: not here yet, here, cannot be had."""

Get = Callable[[int, int], Reading | None]
"""Bytes at (offset, length) without waiting, or None where a part is not here."""

_UNKNOWN = re.compile(rb"[^\x01]")


class ByteWindow(NamedTuple):
    """``data`` from document offset ``start``; ``state`` has MISSING, KNOWN or LOST for each byte of it."""

    start: int = 0
    data: bytes = b""
    state: bytes = b""

    @property
    def range(self) -> ByteRange:
        return ByteRange.of(self.start, len(self.data))

    @property
    def complete(self) -> bool:
        """Whether no byte is missing (lost ones are not going to come)."""
        return MISSING not in self.state

    def part(self, wanted: ByteRange) -> tuple[bytes, bytes]:
        """Data and state of ``wanted``; what lies outside the window is MISSING."""
        inside = wanted.intersect(self.range)
        if not inside:
            return bytes(wanted.length), bytes(wanted.length)
        a, b = inside.start - self.start, inside.end - self.start
        if inside == wanted:
            return self.data[a:b], self.state[a:b]
        before, behind = bytes(inside.start - wanted.start), bytes(wanted.end - inside.end)
        return before + self.data[a:b] + behind, before + self.state[a:b] + behind

    def without(self, change: Change) -> ByteWindow:
        """The window after ``change``: what it changed or moved is MISSING again."""
        state = bytearray(self.state)
        ranges = list(change.ranges)
        if change.moved and ranges:
            ranges.append(ByteRange(ranges[0].start, max(ranges[0].start, self.range.end)))
        for item in ranges:
            cut = item.intersect(self.range)
            state[cut.start - self.start : cut.end - self.start] = bytes(cut.length)
        size = max(0, min(len(self.data), change.new_size - self.start))
        return ByteWindow(self.start, self.data[:size], bytes(state[:size]))

    def equal_rows(self, start: int, width: int) -> int:
        """How many rows of ``width`` bytes follow the one at offset ``start`` that are known and the same."""
        at = start - self.start
        if at < 0 or self.data[at : at + width] != self.data[at + width : at + 2 * width]:
            return 0
        unknown = _UNKNOWN.search(self.state, at)
        end = unknown.start() if unknown else len(self.data)

        def are_equal(rows: int) -> bool:
            stop = at + rows * width
            return stop + width <= end and self.data[at:stop] == self.data[at + width : stop + width]

        return _largest(are_equal)

    def equal_rows_before(self, start: int, width: int) -> int:
        """How many rows before the one at offset ``start`` are known and the same as it."""
        end = start - self.start + width
        if end > len(self.data):
            return 0
        begin = max(self.state.rfind(MISSING, 0, end), self.state.rfind(LOST, 0, end)) + 1

        def are_equal(rows: int) -> bool:
            first = end - (rows + 1) * width
            return first >= begin and self.data[first : end - width] == self.data[first + width : end]

        return _largest(are_equal)


def _largest(holds: Callable[[int], bool]) -> int:
    """The largest number for which ``holds`` is true; it is so for 0 and, once it is not, for none above."""
    step = 1
    while holds(step):
        step *= 2
    found = step // 2
    while step := step // 2:
        if holds(found + step):
            found += step
    return found


def gathered(wanted: ByteRange, get: Get, old: ByteWindow) -> ByteWindow:
    """What ``get`` has of ``wanted`` now, page by page where it has not all; the rest from ``old``."""
    whole = get(wanted.start, wanted.length)
    if whole is not None:
        return _window(wanted, whole)
    data, state = bytearray(), bytearray()
    for piece in wanted.chunks(PAGESIZE):
        got = get(piece.start, piece.length)
        if got is None:
            more, known = old.part(piece)
        else:
            more, known = got.data, _window(piece, got).state
        data += more
        state += known
    return ByteWindow(wanted.start, bytes(data), bytes(state))


def _window(range_: ByteRange, reading: Reading) -> ByteWindow:
    if not reading.lost:
        return ByteWindow(range_.start, reading.data, b"\x01" * len(reading.data))
    state = bytearray(b"\x01" * len(reading.data))
    for item in reading.lost:
        cut = item.range.intersect(range_)
        state[cut.start - range_.start : cut.end - range_.start] = bytes([LOST]) * cut.length
    return ByteWindow(range_.start, reading.data, bytes(state))
