"""Whether a hit stands for itself as a word: what the characters beside it are."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from bytescope.core.search.matcher import Window

MOST = 4
"""Bytes of a character, in all encodings that are offered."""


class Words:
    """Tells whole words in one encoding: neither neighbour is a letter, a digit or an underscore."""

    around = MOST

    def __init__(self, codec: str) -> None:
        self._codec = codec

    def whole(self, window: Window, starts: NDArray[np.int64], length: int) -> NDArray[np.bool_]:
        """Which of the hits of ``length`` bytes at ``starts`` are whole words."""
        return np.array([self.is_whole(window, at, at + length) for at in starts.tolist()], np.bool_)

    def is_whole(self, window: Window, start: int, end: int) -> bool:
        """Whether the bytes ``start`` up to ``end`` of the window are a whole word."""
        return not (
            any(
                window.readable(start - size, start)
                and self._letter(bytes(window.text[start - size : start]))
                for size in range(1, min(MOST, start) + 1)
            )
            or any(
                window.readable(end, end + size) and self._letter(bytes(window.text[end : end + size]))
                for size in range(1, min(MOST, len(window.text) - end) + 1)
            )
        )

    def _letter(self, data: bytes) -> bool:
        return _is_letter(data, self._codec)


@lru_cache(maxsize=1 << 16)
def _is_letter(data: bytes, codec: str) -> bool:
    """Whether the bytes are exactly one character, and that one belongs to words."""
    try:
        char = data.decode(codec)
    except UnicodeDecodeError:
        return False
    return len(char) == 1 and (char.isalnum() or char == "_")
