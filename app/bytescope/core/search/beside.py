"""What the characters next to many hits are, in encodings of several bytes: as arrays, without decoding."""

from __future__ import annotations

import codecs
from functools import cache
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray

    Bytes = NDArray[np.uint8]
    Ints = NDArray[np.int64]
    Classes = NDArray[np.uint8]

NO, YES, UNSURE = 0, 1, 2
"""Whether a character belongs to words; unsure: decode it."""

_SURROGATES = slice(0xD800, 0xE000)


def looker(codec: str) -> Callable[[Bytes, Ints, bool], Classes] | None:
    """For one of the encodings of Unicode: what the character is that ends before each of some places (True)
    or begins there; None for other encodings.
    """
    name = codecs.lookup(codec).name
    if name == "utf-8":
        return _utf_8
    if name in ("utf-16-le", "utf-16-be"):
        return _utf_16_big if name.endswith("be") else _utf_16_little
    if name in ("utf-32-le", "utf-32-be"):
        return _utf_32_big if name.endswith("be") else _utf_32_little
    return None


@cache
def _plane() -> Classes:
    """The classes of the first 65,536 characters; the halves of pairs are unsure."""
    table = np.fromiter((char.isalnum() or char == "_" for char in map(chr, range(0x10000))), np.uint8)
    table[_SURROGATES] = UNSURE
    return table


def _at(text: Bytes, places: Ints) -> NDArray[np.int64]:
    """Bytes as numbers; 0 for places outside."""
    inside = (places >= 0) & (places < len(text))
    return np.where(inside, text[np.where(inside, places, 0)], 0).astype(np.int64)


def _utf_8(text: Bytes, places: Ints, before: bool) -> Classes:
    """Of one byte, or what two to four bytes mean together."""
    near = [_at(text, places - 1 - number if before else places + number) for number in range(4)]
    out = np.where(near[0] < 0x80, _plane()[near[0]], NO).astype(np.uint8)
    for size, lead, limit, least in ((2, 0xC2, 0xE0, 0x80), (3, 0xE0, 0xF0, 0x800), (4, 0xF0, 0xF5, 0x10000)):
        parts = near[size - 1 :: -1] if before else near[:size]
        good = (parts[0] >= lead) & (parts[0] < limit)
        value = parts[0] & (0x3F >> size - 1)
        for part in parts[1:]:
            good &= (part & 0xC0) == 0x80
            value = value << 6 | part & 0x3F
        good &= value >= least
        known = UNSURE if size == 4 else _plane()[np.where(good, value, 0)]
        out = np.where(good, known, out).astype(np.uint8)
    return out


def _units(text: Bytes, places: Ints, before: bool, size: int, big: bool) -> NDArray[np.int64]:
    """Numbers of ``size`` bytes that end before the places, or begin there; 0 where one has no room."""
    first = places - size if before else places
    inside = (first >= 0) & (first + size <= len(text))
    value = np.zeros(len(places), np.int64)
    for number in range(size):
        value = value << 8 | _at(text, first + (number if big else size - 1 - number))
    return np.where(inside, value, 0)


def _utf_16(text: Bytes, places: Ints, before: bool, big: bool) -> Classes:
    found: Classes = _plane()[_units(text, places, before, 2, big)]
    return found


def _utf_16_little(text: Bytes, places: Ints, before: bool) -> Classes:
    return _utf_16(text, places, before, False)


def _utf_16_big(text: Bytes, places: Ints, before: bool) -> Classes:
    return _utf_16(text, places, before, True)


def _utf_32(text: Bytes, places: Ints, before: bool, big: bool) -> Classes:
    value = _units(text, places, before, 4, big)
    low = _plane()[np.where(value < 0x10000, value, 0)]
    return np.where(value < 0x10000, low, np.where(value < 0x110000, UNSURE, NO)).astype(np.uint8)


def _utf_32_little(text: Bytes, places: Ints, before: bool) -> Classes:
    return _utf_32(text, places, before, False)


def _utf_32_big(text: Bytes, places: Ints, before: bool) -> Classes:
    return _utf_32(text, places, before, True)
