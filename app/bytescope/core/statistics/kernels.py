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
_SHORT, _LONG, _FAR = np.uint64(16), np.uint64(15), np.uint64(256)
_RADIUS = (2**24 - 1) ** 2
_PAIR = np.uint64(0xFFFF)
_TOPS, _LOWS = np.uint64(0x8080808080808080), np.uint64(0x7F7F7F7F7F7F7F7F)
_TO_SPACE, _TO_DELETE = np.uint64(0x6060606060606060), np.uint64(0x0101010101010101)

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
        self._runs = _compiled(numba.void(data, words, *(whole,) * 3, counts, numba.int64[:, ::1]), _runs)
        self._pairs = _compiled(numba.void(data, words, whole, table), _pairs)
        self.keep = _compiled(whole(table, counts, numba.boolean, counts, counts), _keep)
        self.points = _compiled(numba.types.UniTuple(whole, 2)(data), _points)

    def count(self, data: Bytes, counts: Counts) -> None:
        """Add to ``counts`` (i8[256]) how often each value stands in ``data``."""
        head, words = _in_words(data)
        if len(words):
            self._words(words, np.zeros(2048, np.uint32), counts)
        for rest in (data[:head], data[head + 8 * len(words) :]):
            if len(rest):
                counts += np.bincount(rest, minlength=256)

    def count_pairs(self, data: Bytes, table: NDArray[np.uint32]) -> None:
        """Add the pairs in ``data``, which is not empty, to ``table``: see ``_pairs``."""
        head, words = _in_words(data)
        self._pairs(readonly(data), words, head, table)

    def find_runs(self, data: Bytes, least: int, least_text: int, ends: Counts, found: Counts) -> None:
        """The longest runs: see ``_runs``."""
        head, words = _in_words(data)
        self._runs(readonly(data), words, head, least, least_text, ends, found)


def _in_words(data: Bytes) -> tuple[int, NDArray[np.uint64]]:
    """Words of eight bytes, as they are aligned in memory, and how many bytes stand before them."""
    head = min(-data.ctypes.data % 8, len(data))
    words = data[head : head + (len(data) - head) // 8 * 8].view(np.uint64)
    words.flags.writeable = False
    return head, words


def readonly(data: Bytes) -> Bytes:
    """The same bytes as the kernels' one signature wants them."""
    view = np.ascontiguousarray(data).view()
    view.flags.writeable = False
    return view


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


def _pairs(data: Bytes, words: Any, head: int, table: Any) -> None:
    """Add each pair of neighbours to ``table`` (u4[65536]): the second byte times 256 plus the first.

    ``words`` are the eight bytes each (the lowest first) of ``data`` from ``head`` on. A second table, which
    would spare additions to the same pair the wait for each other, costs more in the processor's cache.
    """
    if not len(words):
        _pairs_between(data, _U(0), _U(len(data) - 1), table)
        return
    _pairs_between(data, _U(0), _U(head), table)
    at, last = _U(0), _U(len(words) - 1)
    while at < last:
        stop = min(at + _BLOCK, last)
        word = words[at]
        if word == words[at + _ONE] and word == words[stop] and _all_are(word, words, at, stop):
            _pairs_of(word, word, table, np.uint32(stop - at))
        else:
            for i in range(at, stop):
                _pairs_of(words[i], words[i + _ONE], table, np.uint32(1))
        at = stop
    _pairs_between(data, _U(head) + _EIGHT * last, _U(len(data) - 1), table)


@_inline
def _all_are(word: Any, words: Any, first: Any, stop: Any) -> Any:
    """Whether all of these words are ``word``: asked only where that is likely."""
    other = _U(0)
    for i in range(first, stop):
        other |= words[i] ^ word
    return other == 0


@_inline
def _pairs_of(word: Any, after: Any, table: Any, times: Any) -> None:
    """The eight pairs that begin in ``word``."""
    table[word & _PAIR] += times
    table[(word >> _U(8)) & _PAIR] += times
    table[(word >> _U(16)) & _PAIR] += times
    table[(word >> _U(24)) & _PAIR] += times
    table[(word >> _U(32)) & _PAIR] += times
    table[(word >> _U(40)) & _PAIR] += times
    table[word >> _U(48)] += times
    table[word >> _U(56) | (after & _LOW) << _EIGHT] += times


@_inline
def _pairs_between(data: Any, first: Any, stop: Any, table: Any) -> None:
    """The pairs that begin in ``first`` up to ``stop``."""
    for at in range(first, stop):
        table[_U(data[at]) | _U(data[at + _ONE]) << _EIGHT] += np.uint32(1)


def _keep(table: Any, block: Any, more: Any, total: Any, counts: Any) -> Any:
    """Move what is in ``table`` (and in ``block`` if ``more``) to ``total``: see ``Pairs.keep``."""
    products = np.int64(0)
    row = np.zeros(256, np.int64)
    for second in range(256):
        inner = np.int64(0)
        for first in range(256):
            at = 256 * second + first
            count = np.int64(table[at])
            if more:
                count += block[at]
            total[at] += count
            row[first] += count
            inner += count * first
        products += inner * second
    table[:] = 0
    if more:
        block[:] = 0
    for first in range(256):
        counts[first] += row[first]
    return products


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
def _insert(found: Any, kept: Any, length: Any, start: Any, value: Any) -> Any:
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


def _runs(data: Bytes, words: Any, begin: int, least: int, least_text: int, ends: Any, found: Any) -> None:
    """Runs of equal bytes and of printable ones in ``data`` (not empty), whose ``words`` begin at ``begin``.

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
    best, start = _inner_text(data, words, _U(begin), text_head, text_tail, _U(least_text))
    ends[5], ends[6] = best, start


@_inline
def _inner_runs(data: Any, head: Any, tail: Any, step: Any, found: Any) -> Any:
    """Fill ``found`` from ``head`` up to ``tail``; gives how many rows.

    A run of more than ``step`` bytes holds two equal neighbours of which the second is ``step`` or fewer
    bytes behind any place before it: so far the search may skip. Where that is not far, 64 places are
    looked at together for three equal bytes, or two.
    """
    kept = 0
    at, until = head + step, _U(0)
    while at < tail:
        if step < _SHORT and at - step >= until and tail - at > _BLOCK + _U(2):
            first = at - step
            some = np.uint8(0)
            if step > _ONE:
                for i in range(_BLOCK):
                    one, two, three = data[first + i], data[first + i + _ONE], data[first + i + _U(2)]
                    some |= np.uint8(((one ^ two) | (two ^ three)) == 0)
            else:
                for i in range(_BLOCK):
                    some |= np.uint8(data[first + i] == data[first + i + _ONE])
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
            kept = _insert(found, kept, np.int64(stop - start), np.int64(start), np.int64(data[at]))
            if kept == KEPT:
                step = max(step, _U(found[KEPT - 1, 0]))
        at = stop + step
    return kept


@_inline
def _is_text(word: Any) -> Any:
    """Whether all eight bytes of a word are printable."""
    low = word & _LOWS
    return ((low + _TO_SPACE) & ~(low + _TO_DELETE) & ~word & _TOPS) == _TOPS


@_inline
def _inner_text(data: Any, words: Any, begin: Any, head: Any, tail: Any, best: Any) -> Any:
    """Length and start of the longest printable run from ``head`` up to ``tail`` of more than ``best`` bytes.

    Of such a run one byte in ``best`` + 1 is looked at. One of 16 bytes or more has a whole word in it:
    from there on eight words are looked at together, until the steps are long enough without.
    """
    longest, where, until = _U(0), _U(0), _U(0)
    texts = np.zeros((len(words) + 7) // 8 * 8, np.uint8)
    if best < _FAR:
        for i in range(len(words)):
            texts[i] = _is_text(words[i])
    eights = texts.view(np.uint64)
    at = head + best
    while at < tail:
        first = at - best
        if best >= _LONG and best < _FAR and first >= until:
            number = (max(first, begin) - begin + _U(7)) >> _U(6)
            if number < _U(len(eights)):
                until = begin + _BLOCK * number + _U(57)  # a run that begins before has one of these words
                if eights[number] == 0:
                    at = until + best
                    continue
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
