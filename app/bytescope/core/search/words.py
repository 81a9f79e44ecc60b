"""Whether a hit stands for itself as a word: what the characters beside it are."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np

from bytescope.core.search.beside import NO as _NO
from bytescope.core.search.beside import UNSURE as _UNSURE
from bytescope.core.search.beside import YES as _YES
from bytescope.core.search.beside import looker
from bytescope.core.search.matcher import bytes_of

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from bytescope.core.search.matcher import Window

    Ints = NDArray[np.int64]

MOST = 4
"""Bytes of a character, in all encodings that are offered."""


_BY_LOW_BYTES = frozenset({"utf_8", "utf8"})
"""Encodings in which a byte below 80 is always a character."""


class Words:
    """Tells whole words in one encoding: neither neighbour is a letter, a digit or an underscore."""

    around = MOST

    def __init__(self, codec: str) -> None:
        self._codec = codec

    def whole(self, window: Window, starts: NDArray[np.int64], length: int) -> NDArray[np.bool_]:
        """Which of the hits of ``length`` bytes at ``starts`` are whole words."""
        text = bytes_of(window.text)
        sides = self._sides(text, starts, starts + length)
        good: NDArray[np.bool_] = (sides == _NO).all(axis=0)
        unsure = ~good & (sides != _YES).all(axis=0) if not window.lost else np.ones(len(starts), np.bool_)
        for at in np.flatnonzero(unsure).tolist():
            start = int(starts[at])
            good[at] = self.is_whole(window, start, start + length)
        return good

    def surely(self, window: Window) -> NDArray[np.uint8]:
        """For each value of a byte 1 where a hit that it stands next to is no whole word."""
        if window.lost:
            return np.zeros(256, np.uint8)
        table: NDArray[np.uint8] = (_table(self._codec) == _YES).astype(np.uint8)
        return table

    def _sides(self, text: NDArray[np.uint8], starts: Ints, ends: Ints) -> NDArray[np.uint8]:
        """What stands before and behind each hit, u8[2, n]."""
        look = looker(self._codec)
        if look is not None:
            return np.stack((look(text, starts, True), look(text, ends, False)))
        table = _table(self._codec)
        sides = np.zeros((2, len(starts)), np.uint8)  # nothing stands before the first byte of all
        sides[0, starts > 0] = table[text[starts[starts > 0] - 1]]
        sides[1, ends < len(text)] = table[text[ends[ends < len(text)]]]
        return sides

    def is_whole(self, window: Window, start: int, end: int) -> bool:
        """Whether the bytes ``start`` up to ``end`` of the window are a whole word."""
        before = bytes(window.text[max(0, start - MOST) : start])
        behind = bytes(window.text[end : end + MOST])
        sides = [(before[-size:], start - size) for size in range(1, len(before) + 1)]
        sides += [(behind[:size], end) for size in range(1, len(behind) + 1)]
        return not any(
            self._letter(data) and (not window.lost or window.readable(at, at + len(data)))
            for data, at in sides
        )

    def _letter(self, data: bytes) -> bool:
        return _is_letter(data, self._codec)


@lru_cache(maxsize=8)
def _table(codec: str) -> NDArray[np.uint8]:
    """What is known of a character by its byte that stands next to a hit."""
    alone = [_is_letter(bytes([value]), codec) for value in range(256)]
    table = np.where(alone, _YES, _NO).astype(np.uint8)
    if codec.replace("-", "_").lower() in _BY_LOW_BYTES:
        table[0x80:] = _UNSURE
    elif not _single(codec):
        table[:] = _UNSURE
    return table


def _single(codec: str) -> bool:
    """Whether every character has one byte."""
    try:
        return all(len(bytes([value]).decode(codec, "replace")) == 1 for value in range(256)) and (
            len(bytes(range(256)).decode(codec, "replace")) == 256
        )
    except (LookupError, UnicodeError):
        return False


@lru_cache(maxsize=1 << 16)
def _is_letter(data: bytes, codec: str) -> bool:
    """Whether the bytes are exactly one character, and that one belongs to words."""
    try:
        char = data.decode(codec)
    except UnicodeDecodeError:
        return False
    return len(char) == 1 and (char.isalnum() or char == "_")
