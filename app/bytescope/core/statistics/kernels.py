"""Counts bytes, pairs and runs at memory speed with the GIL free: numba kernels.

Their arguments are one-dimensional contiguous arrays over buffers in memory, never over a mapping.
"""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import Any

import numba
import numpy as np
from numpy.typing import NDArray

Bytes = NDArray[np.uint8]
Counts = NDArray[np.int64]

KEPT = 10
"""Longest runs that are kept."""

_U = np.uint64
_ONE, _EIGHT, _LOW = np.uint64(1), np.uint64(8), np.uint64(255)
_BLOCK = np.uint64(64)
_SUMMED = np.uint64(1 << 16)  # so many products of two bytes fit into 32 bits
_SPACE, _PRINTABLE = np.uint8(0x20), np.uint8(0x5F)
_SHORT, _LONG = np.uint64(16), np.uint64(15)
_RADIUS = (2**24 - 1) ** 2

_OPTIONS: dict[str, Any] = {"nogil": True, "error_model": "numpy"}
_inline = numba.njit(**_OPTIONS)


class Kernels:
    """The compiled kernels. Made once (``kernels``): loading takes a moment, compiling seconds."""

    def __init__(self) -> None:
        data = numba.types.Array(numba.uint8, 1, "C", readonly=True)
        words = numba.types.Array(numba.uint64, 1, "C", readonly=True)
        table, counts, whole = numba.uint32[::1], numba.int64[::1], numba.int64
        self._words = _compiled(numba.void(words, table, counts), _count_words)
        self.products = _compiled(whole(data), _products)
        self.runs = _compiled(numba.void(data, whole, whole, counts, numba.int64[:, ::1]), _runs)
        self.pairs = _compiled(numba.void(data, table), _pairs)
        self.points = _compiled(numba.types.UniTuple(whole, 2)(data), _points)

    def count(self, data: Bytes, counts: Counts) -> None:
        """Add to ``counts`` (i8[256]) how often each value stands in ``data``."""
        head = -data.ctypes.data % 8
        whole = max(0, len(data) - head) // 8 * 8
        if whole:
            words = data[head : head + whole].view(np.uint64)
            words.flags.writeable = False
            self._words(words, np.zeros(2048, np.uint32), counts)
        for rest in (data[:head], data[head + whole :]):
            if len(rest):
                counts += np.bincount(rest, minlength=256)


@functools.cache
def kernels() -> Kernels:
    """Load the kernels from numba's cache, or compile them; call it in a worker."""
    return Kernels()


def _compiled(signature: Any, function: Callable[..., Any]) -> Callable[..., Any]:
    try:
        compiled: Callable[..., Any] = numba.njit(signature, cache=True, **_OPTIONS)(function)
    except Exception:  # a cache that cannot be written, or is damaged, must not keep us from counting
        compiled = numba.njit(signature, **_OPTIONS)(function)
    return compiled


def _count_words(words: Any, parts: Any, counts: Any) -> None:
    """Eight tables, so that no addition waits for the one before to the same value."""
    one = np.uint32(1)
    for word in words:
        parts[word & _LOW] += one
        parts[_U(256) + ((word >> _U(8)) & _LOW)] += one
        parts[_U(512) + ((word >> _U(16)) & _LOW)] += one
        parts[_U(768) + ((word >> _U(24)) & _LOW)] += one
        parts[_U(1024) + ((word >> _U(32)) & _LOW)] += one
        parts[_U(1280) + ((word >> _U(40)) & _LOW)] += one
        parts[_U(1536) + ((word >> _U(48)) & _LOW)] += one
        parts[_U(1792) + (word >> _U(56))] += one
    for value in range(256):
        for table in range(8):
            counts[value] += parts[256 * table + value]


def _products(data: Any) -> Any:
    """The sum of the products of neighbours."""
    total = np.int64(0)
    at, end = _U(0), _U(max(len(data), 1) - 1)
    while at < end:
        stop = min(at + _SUMMED, end)
        part = np.uint32(0)
        for i in range(at, stop):
            part = np.uint32(part + np.uint32(data[i]) * np.uint32(data[i + _ONE]))
        total += np.int64(part)
        at = stop
    return total


def _pairs(data: Bytes, table: Any) -> None:
    """Add each pair of neighbours to ``table`` (u4[131072]: two of 256 × 256, taken in turn)."""
    if len(data) < 2:
        return
    one = np.uint32(1)
    end = _U(len(data) - 1)
    last = _U(data[0])
    at = _U(0)
    while at + _ONE < end:
        middle, after = _U(data[at + _ONE]), _U(data[at + _U(2)])
        table[last << _EIGHT | middle] += one
        table[_U(65536) + (middle << _EIGHT | after)] += one
        last = after
        at += _U(2)
    if at < end:
        table[last << _EIGHT | _U(data[at + _ONE])] += one


def _points(data: Any) -> Any:
    """Points of six bytes each (two coordinates of 24 bits): how many lie in the quarter circle, how many."""
    count = len(data) // 6
    inside = np.int64(0)
    for i in range(count):
        at = _U(6 * i)
        x = np.int64(data[at]) << 16 | np.int64(data[at + _ONE]) << 8 | np.int64(data[at + _U(2)])
        y = np.int64(data[at + _U(3)]) << 16 | np.int64(data[at + _U(4)]) << 8 | np.int64(data[at + _U(5)])
        inside += np.int64(x * x + y * y <= _RADIUS)
    return inside, count


@_inline
def _printable(value: Any) -> Any:
    return np.uint8(value - _SPACE) < _PRINTABLE


@_inline
def _equal_until(data: Any, at: Any, end: Any) -> Any:
    """The end of the run of equal bytes that ``at`` lies in."""
    value = data[at]
    while end - at >= _BLOCK:
        other = np.uint8(0)
        for i in range(_BLOCK):
            other |= data[at + i] ^ value
        if other != 0:
            break
        at += _BLOCK
    while at < end and data[at] == value:
        at += _ONE
    return at


@_inline
def _text_until(data: Any, at: Any, end: Any) -> Any:
    """The end of the printable run that begins at ``at``."""
    while end - at >= _BLOCK:
        other = np.uint8(0)
        for i in range(_BLOCK):
            other |= np.uint8(not _printable(data[at + i]))
        if other != 0:
            break
        at += _BLOCK
    while at < end and _printable(data[at]):
        at += _ONE
    return at


@_inline
def _keep(found: Any, kept: Any, length: Any, start: Any, value: Any) -> Any:
    """Insert a run into ``found`` (longest first, of equal ones the earlier); gives how many are in it."""
    if kept == KEPT and length <= found[KEPT - 1, 0]:
        return kept
    at = kept if kept < KEPT else KEPT - 1
    while at > 0 and found[at - 1, 0] < length:
        for column in range(3):
            found[at, column] = found[at - 1, column]
        at -= 1
    found[at, 0], found[at, 1], found[at, 2] = length, start, value
    return min(kept + 1, KEPT)


def _runs(data: Bytes, least: int, least_text: int, ends: Any, found: Any) -> None:
    """Runs of equal bytes and of printable ones in ``data`` (not empty).

    ``ends`` (i8[7]) gets: bytes of the equal run at the start and at the end, of the printable runs there,
    how many rows of ``found`` are filled, length and start of the longest printable run that touches
    neither end (0: none longer than ``least_text``). ``found`` (i8[KEPT, 3]) gets length, start and value
    of equal runs that touch neither end and are longer than ``least`` (1 or more), longest first.
    """
    size = _U(len(data))
    head = _equal_until(data, _U(0), size)
    tail = size if head < size else _U(0)
    while tail > 0 and data[tail - _ONE] == data[size - _ONE]:
        tail -= _ONE
    text_head = _text_until(data, _U(0), size)
    text_tail = size if text_head < size else _U(0)
    while text_tail > 0 and _printable(data[text_tail - _ONE]):
        text_tail -= _ONE
    ends[0], ends[1], ends[2], ends[3] = head, size - tail, text_head, size - text_tail
    ends[4] = _inner_runs(data, head, tail, _U(least), found)
    best, start = _inner_text(data, text_head, text_tail, _U(least_text))
    ends[5], ends[6] = best, start


@_inline
def _inner_runs(data: Any, head: Any, tail: Any, step: Any, found: Any) -> Any:
    """Fill ``found`` from ``head`` up to ``tail``; gives how many rows.

    A run of more than ``step`` bytes holds two equal neighbours of which the second is ``step`` or fewer
    bytes behind any place before it: so far the search may skip. Where that is not far, 64 places are
    looked at together for three equal bytes.
    """
    kept = 0
    at, until = head + step, _U(0)
    while at < tail:
        if step < _SHORT and at - step >= until and tail - at > _BLOCK + _U(2) and step > _ONE:
            first = at - step
            some = np.uint8(0)
            for i in range(_BLOCK):
                one, two, three = data[first + i], data[first + i + _ONE], data[first + i + _U(2)]
                some |= np.uint8(((one ^ two) | (two ^ three)) == 0)
            if some == 0:
                at += _BLOCK
                continue
            until = first + _BLOCK
        if data[at] != data[at - _ONE]:
            at += step
            continue
        start = at - _ONE
        while data[start - _ONE] == data[at]:
            start -= _ONE
        stop = _equal_until(data, at, tail)
        if stop - start > step:
            kept = _keep(found, kept, np.int64(stop - start), np.int64(start), np.int64(data[at]))
            if kept == KEPT:
                step = max(step, _U(found[KEPT - 1, 0]))
        at = stop + step
    return kept


@_inline
def _inner_text(data: Any, head: Any, tail: Any, best: Any) -> Any:
    """Length and start of the longest printable run from ``head`` up to ``tail`` of more than ``best`` bytes.

    Of such a run one byte in ``best`` + 1 is looked at. From 15 on, 64 places are looked at together for
    eight printable bytes two apart, which a run of 16 has and others rarely.
    """
    longest, where, until = _U(0), _U(0), _U(0)
    at = head + best
    while at < tail:
        if best >= _LONG and at - best >= until and tail - at > _U(80):
            first = at - best
            some = np.uint8(0)
            for i in range(_BLOCK):
                most = np.uint8(0)
                for j in range(_U(0), _U(16), _U(2)):
                    most = max(most, np.uint8(data[first + i + j] - _SPACE))
                some |= np.uint8(most < _PRINTABLE)
            if some == 0:
                at += _BLOCK
                continue
            until = first + _BLOCK
        if not _printable(data[at]):
            at += best + _ONE
            continue
        start = at
        while _printable(data[start - _ONE]):
            start -= _ONE
        stop = _text_until(data, at, tail)
        if stop - start > best:
            best = longest = stop - start
            where = start
        at = stop + best + _ONE
    return longest, where
