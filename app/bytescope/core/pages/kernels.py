"""Measures pages at memory speed with the GIL free: numba kernels, the same results as ``twin``."""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import numba
import numpy as np

from bytescope.core.pages import prints, twin
from bytescope.core.pages.classes import (
    DENSE_ENTROPY,
    LOW_ENTROPY,
    MAX_PERIOD,
    TEXT_SHARE,
    UTF8_SHARE,
    PageClass,
)
from bytescope.core.pages.measures import Measures, joined
from bytescope.core.pages.prints import KEYS, MIX, MIX_SHIFT, OF_LENGTH
from bytescope.core.ranges import PAGESIZE

if TYPE_CHECKING:
    from numpy.typing import NDArray

_WORDS = PAGESIZE // 8
_STEP = 64  # words compared at once when looking for a page of one word
_LANE = PAGESIZE // 2
_LEAST = PAGESIZE // MAX_PERIOD
_TEXT_BYTES = TEXT_SHARE * PAGESIZE
_UTF8_BYTES = UTF8_SHARE * PAGESIZE
_LANE_BYTES = TEXT_SHARE * _LANE

_ZERO, _ONES, _CONST = int(PageClass.ZERO), int(PageClass.ONES), int(PageClass.CONST)
_TEXT, _LOW = int(PageClass.TEXT), int(PageClass.LOW)
_BINARY, _DENSE = int(PageClass.BINARY), int(PageClass.DENSE)

_LENGTH_TERM = np.uint64(int(OF_LENGTH) * PAGESIZE % 2**64)
_SHIFT = np.uint64(MIX_SHIFT)

_inline = numba.njit(nogil=True, fastmath={"reassoc", "contract"}, error_model="numpy")


def measure(data: NDArray[np.uint8]) -> Measures:
    """Facts of the pages of ``data``: u1, one-dimensional, contiguous, any alignment, mapped or not.

    The last page may be short; its numbers are over its own length. The GIL is free meanwhile.
    """
    whole = len(data) // PAGESIZE
    head = _aligned(data[: whole * PAGESIZE])
    classes = np.empty(whole, np.uint8)
    floats = np.empty((2, whole), np.float32)
    numbers = np.empty((4, whole), np.uint32)
    dominant = np.empty(whole, np.uint8)
    kernel, table = _kernel()
    words = head.view(np.uint64)
    kernel(head, words, table, classes, floats[0], floats[1], numbers[0], numbers[1], dominant, numbers[2])
    _print_kernel()(head.view(np.uint32), KEYS[0], KEYS[1], numbers[3])
    lengths = np.full(whole, PAGESIZE, np.uint32)
    measures = Measures(
        classes, floats[0], floats[1], numbers[0], numbers[1], lengths, numbers[3], dominant, numbers[2]
    )
    if len(data) % PAGESIZE:
        # a copy first: the twin holds the GIL, and a mapping must not be touched so
        return joined([measures, twin.measure(data[whole * PAGESIZE :].copy())])
    return measures


def prints_of(data: NDArray[np.uint8]) -> NDArray[np.uint32]:
    """As in ``prints``, compiled; with the GIL free."""
    whole = len(data) // PAGESIZE
    out = np.empty(whole, np.uint32)
    _print_kernel()(_aligned(data[: whole * PAGESIZE]).view(np.uint32), KEYS[0], KEYS[1], out)
    if len(data) % PAGESIZE:
        return np.append(out, prints.prints_of(data[whole * PAGESIZE :].copy()))
    return out


def warm() -> None:
    """Load the kernel from numba's cache, or compile it (seconds); call it in a worker, once."""
    measure(np.zeros(2 * PAGESIZE, np.uint8))


def _aligned(data: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """The bytes as the kernel's one signature wants them: read-only, aligned to words (copied if not)."""
    if data.ctypes.data % 8:
        data = data.copy()
    view = data.view()
    view.flags.writeable = False
    return view


@functools.cache
def _kernel() -> tuple[Callable[..., None], NDArray[np.float64]]:
    """The compiled kernel and its table. Where nothing can be cached on disk it is compiled each time.

    One signature only: two would race for the numbers of the cache's files when two processes start.
    """
    table = twin.entropy_table()
    table.flags.writeable = False
    return _compiled(_signature(), _measure_pages), table


@functools.cache
def _print_kernel() -> Callable[..., None]:
    """The compiled kernel of the fingerprints."""
    halves = numba.types.Array(numba.uint32, 1, "C", readonly=True)
    return _compiled(numba.void(halves, halves, halves, numba.uint32[::1]), _print_pages)


def _compiled(signature: Any, function: Callable[..., None]) -> Callable[..., None]:
    try:
        compiled: Callable[..., None] = numba.njit(signature, nogil=True, cache=True, **_OPTIONS)(function)
    except Exception:  # a cache that cannot be written, or is damaged, must not keep us from measuring
        compiled = numba.njit(signature, nogil=True, **_OPTIONS)(function)
    return compiled


_OPTIONS: dict[str, Any] = {"fastmath": {"reassoc", "contract"}, "error_model": "numpy"}


def _signature() -> Any:
    def given(kind: Any) -> Any:
        return numba.types.Array(kind, 1, "C", readonly=True)

    floats, numbers = numba.float32[::1], numba.uint32[::1]
    inputs = (given(numba.uint8), given(numba.uint64), given(numba.float64))
    codes = numba.uint8[::1]
    return numba.void(*inputs, codes, floats, floats, numbers, numbers, codes, numbers)


def _measure_pages(
    data: Any,
    words: Any,
    table: Any,
    classes: Any,
    entropy: Any,
    mean: Any,
    zeros: Any,
    distinct: Any,
    dominant: Any,
    printable: Any,
) -> None:
    """The facts of all whole pages of ``data`` (``words`` is the same memory); numba knows the types."""
    parts = np.zeros(2048, np.uint16)
    counts = np.zeros(256, np.uint16)
    borders = np.zeros(2 * MAX_PERIOD, np.int32)
    for page in range(len(classes)):
        base = page * _WORDS
        if _one_word(words, base):
            # a page of one word repeated: eight bytes tell all
            for i in range(256):
                counts[i] = 0
            for i in range(page * PAGESIZE, page * PAGESIZE + 8):
                counts[data[i]] += np.uint16(_WORDS)
        else:
            _count(words, base, parts, counts)
        total, kinds, least, most = 0, 0, PAGESIZE, 0
        for value in range(256):
            count = int(counts[value])
            total += count * value
            kinds += count > 0
            least = min(least, count if count > 0 else PAGESIZE)
            # count and value in one number: the larger count wins, the smaller value among equals
            most = max(most, count << 8 | (255 - value))
        bits = 0.0
        for value in range(256):
            bits += table[counts[value]]
        bits = max(0.0, 12.0 - bits / PAGESIZE)
        entropy[page] = bits
        mean[page] = total / PAGESIZE
        zeros[page] = counts[0]
        distinct[page] = kinds
        dominant[page] = 255 - (most & 255)
        text = _text_bytes(counts)
        printable[page] = text
        if kinds == 1:
            classes[page] = _ZERO if total == 0 else _ONES if counts[255] > 0 else _CONST
        elif kinds <= MAX_PERIOD and least >= _LEAST and _periodic(data, page * PAGESIZE, borders):
            classes[page] = _CONST
        elif _text(data, page * PAGESIZE, counts, text):
            classes[page] = _TEXT
        else:
            classes[page] = _DENSE if bits >= DENSE_ENTROPY else _BINARY if bits >= LOW_ENTROPY else _LOW


def _print_pages(halves: Any, low_keys: Any, high_keys: Any, out: Any) -> None:
    """The fingerprints of whole pages, as ``prints`` defines them; in a loop of its own it is vectorised."""
    for page in range(len(out)):
        base = page * (PAGESIZE // 4)
        total = _LENGTH_TERM
        for i in range(_WORDS):
            low = np.uint32(halves[base + 2 * i] + low_keys[i])
            high = np.uint32(halves[base + 2 * i + 1] + high_keys[i])
            total += np.uint64(low) * np.uint64(high)
        mixed = ((total ^ (total >> _SHIFT)) * MIX) >> np.uint64(32)
        out[page] = np.uint32(mixed) if mixed > 0 else np.uint32(1)


@_inline
def _one_word(words: Any, base: int) -> bool:
    """Whether all words of the page are the same."""
    first = words[base]
    for at in range(base, base + _WORDS, _STEP):
        other = np.uint64(0)
        for i in range(at, at + _STEP):
            other |= words[i] ^ first
        if other != 0:
            return False
    return True


@_inline
def _count(words: Any, base: int, parts: Any, counts: Any) -> None:
    """How often each byte occurs. Eight histograms, so that equal neighbours do not wait for each other."""
    low, one = np.uint64(255), np.uint16(1)
    parts[:] = 0
    for i in range(base, base + _WORDS):
        word = words[i]
        parts[word & low] += one
        parts[256 + ((word >> np.uint64(8)) & low)] += one
        parts[512 + ((word >> np.uint64(16)) & low)] += one
        parts[768 + ((word >> np.uint64(24)) & low)] += one
        parts[1024 + ((word >> np.uint64(32)) & low)] += one
        parts[1280 + ((word >> np.uint64(40)) & low)] += one
        parts[1536 + ((word >> np.uint64(48)) & low)] += one
        parts[1792 + (word >> np.uint64(56))] += one
    for value in range(256):
        counts[value] = (
            parts[value]
            + parts[256 + value]
            + parts[512 + value]
            + parts[768 + value]
            + parts[1024 + value]
            + parts[1280 + value]
            + parts[1536 + value]
            + parts[1792 + value]
        )


@_inline
def _periodic(data: Any, base: int, borders: Any) -> bool:
    """Whether the page repeats after at most 64 bytes.

    The smallest period of the first 128 bytes comes from the table of borders of Knuth, Morris and
    Pratt. If the page has a period of at most 64, then that one is a period too (Fine and Wilf).
    """
    border = 0
    for i in range(1, 2 * MAX_PERIOD):
        while border > 0 and data[base + i] != data[base + border]:
            border = borders[border - 1]
        if data[base + i] == data[base + border]:
            border += 1
        borders[i] = border
        if i + 1 - border > MAX_PERIOD:
            return False
    period = 2 * MAX_PERIOD - border
    for at in range(base + 2 * MAX_PERIOD, base + PAGESIZE, MAX_PERIOD):
        other = np.uint8(0)
        for i in range(at, at + MAX_PERIOD):
            other |= data[i] ^ data[i - period]
        if other != 0:
            return False
    return True


@_inline
def _is_text_byte(value: int) -> bool:
    return bool(0x20 <= value <= 0x7E or value == 0x09 or value == 0x0A or value == 0x0D)


@_inline
def _text_bytes(counts: Any) -> int:
    """How many bytes are TEXT."""
    text: int = np.int64(counts[0x09]) + counts[0x0A] + counts[0x0D]
    for value in range(0x20, 0x7F):
        text += counts[value]
    return text


@_inline
def _text(data: Any, base: int, counts: Any, text: int) -> bool:
    """The tests for ASCII, UTF-8 and UTF-16, from the counts as far as they can tell."""
    if text >= _TEXT_BYTES:
        return True
    long = 0
    for value in range(0x80, 256):
        long += counts[value]
    if text + long >= _UTF8_BYTES:
        never: int = np.int64(counts[0xC0]) + counts[0xC1]
        for value in range(0xF5, 256):
            never += counts[value]
        if never == 0 and _is_utf8(data, base):
            return True
    wide = counts[0] >= _LANE_BYTES and text >= _LANE_BYTES
    return bool(wide and (_is_utf16(data, base, 0) or _is_utf16(data, base, 1)))


@_inline
def _is_utf16(data: Any, base: int, lane: int) -> bool:
    nul, text = 0, 0
    for i in range(_LANE):
        nul += data[base + 2 * i + lane] == 0
        text += _is_text_byte(data[base + 2 * i + 1 - lane])
    return nul >= _LANE_BYTES and text >= _LANE_BYTES


@_inline
def _is_utf8(data: Any, base: int) -> bool:
    """Whether the page is a stretch of UTF-8 (Unicode, table 3-7); a character may be cut at either end."""
    i = 0
    while i < 3 and data[base + i] & 0xC0 == 0x80:
        i += 1
    while i < PAGESIZE:
        first = data[base + i]
        i += 1
        if first < 0x80:
            continue
        if first < 0xC2 or first > 0xF4:
            return False
        more = 1 if first < 0xE0 else 2 if first < 0xF0 else 3
        low, high = 0x80, 0xBF
        if first == 0xE0:
            low = 0xA0
        elif first == 0xED:
            high = 0x9F
        elif first == 0xF0:
            low = 0x90
        elif first == 0xF4:
            high = 0x8F
        while more > 0 and i < PAGESIZE:
            if not low <= data[base + i] <= high:
                return False
            low, high = 0x80, 0xBF
            i += 1
            more -= 1
    return True
