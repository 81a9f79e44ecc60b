"""Measures pages in plain numpy: the reference of ``kernels``, and in its place until numba is loaded."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from bytescope.core.pages.classes import (
    DENSE_ENTROPY,
    LOW_ENTROPY,
    MAX_PERIOD,
    TEXT_SHARE,
    UTF8_SHARE,
    PageClass,
)
from bytescope.core.pages.measures import Measures, joined
from bytescope.core.pages.prints import prints_of
from bytescope.core.ranges import PAGESIZE

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Bytes = NDArray[np.uint8]
    Flags = NDArray[np.bool_]
    Counts = NDArray[np.int64]
    Floats = NDArray[np.float64]

_BATCH = 64
"""Pages counted together, so that the numbers stay in the processor's cache."""

_IS_TEXT = np.isin(np.arange(256), [0x09, 0x0A, 0x0D, *range(0x20, 0x7F)])

# what to multiply a histogram with (in floats, which numpy multiplies fast and which are exact here)
_WEIGHTS = np.stack(
    [
        np.arange(256),
        _IS_TEXT,
        np.arange(256) >= 0x80,
        np.isin(np.arange(256), [0xC0, 0xC1, *range(0xF5, 0x100)]),  # never in UTF-8
    ],
    axis=1,
).astype(np.float64)


def entropy_table() -> NDArray[np.float64]:
    """c * log2(c) for counts c of 0 to 4096, f8[4097]."""
    counts = np.arange(PAGESIZE + 1, dtype=np.float64)
    return counts * np.log2(np.maximum(counts, 1))


def measure(data: Bytes) -> Measures:
    """Facts of the pages of ``data`` (u1, one-dimensional, any alignment); the last may be short.

    The numbers of a short page are over its own length. Holds the GIL: never give it mapped memory.
    """
    whole = len(data) // PAGESIZE
    table = entropy_table()
    rows = data[: whole * PAGESIZE].reshape(whole, PAGESIZE)
    parts = [_measure_rows(rows[at : at + _BATCH], table) for at in range(0, whole, _BATCH)]
    if len(data) % PAGESIZE:
        parts.append(_measure_rows(data[whole * PAGESIZE :].reshape(1, -1), table))
    return joined(parts)


def _measure_rows(rows: Bytes, table: NDArray[np.float64]) -> Measures:
    count, length = rows.shape
    histogram = _histograms(rows)
    entropy = np.log2(length) - table[histogram].sum(1) / length
    entropy = np.maximum(entropy, 0.0)
    total, *sums = (histogram.astype(np.float64) @ _WEIGHTS).T
    distinct = np.count_nonzero(histogram, axis=1)
    return Measures(
        _classes(rows, histogram, entropy, distinct, sums),
        entropy.astype(np.float32),
        (total / length).astype(np.float32),
        histogram[:, 0].astype(np.uint32),
        distinct.astype(np.uint32),
        np.full(count, length, np.uint32),
        prints_of(rows.reshape(-1)),
        histogram.argmax(1).astype(np.uint8),
        sums[0].astype(np.uint32),
    )


def _histograms(rows: Bytes) -> Counts:
    """How often each byte occurs in each page, i8[n, 256]."""
    count, length = rows.shape
    equal = (rows == rows[:, :1]).all(1)
    histogram = np.zeros((count, 256), np.int64)
    histogram[equal, rows[equal, 0]] = length
    if equal.any():
        others = rows[~equal]
    else:
        others = rows
    codes = others + (np.arange(len(others)) << 8)[:, None]
    histogram[~equal] = np.bincount(codes.ravel(), minlength=len(others) << 8).reshape(-1, 256)
    return histogram


def _classes(rows: Bytes, histogram: Counts, entropy: Floats, distinct: Counts, sums: list[Floats]) -> Bytes:
    """The class of each page, by the tests of ``classes`` in their order."""
    by_entropy = np.where(entropy >= LOW_ENTROPY, PageClass.BINARY, PageClass.LOW)
    out = np.where(entropy >= DENSE_ENTROPY, PageClass.DENSE, by_entropy).astype(np.uint8)
    out[_text(rows, histogram, *sums)] = PageClass.TEXT
    out[_periodic(rows, histogram, distinct)] = PageClass.CONST
    single = distinct == 1
    out[single] = PageClass.CONST
    out[single & (histogram[:, 0] > 0)] = PageClass.ZERO
    out[single & (histogram[:, 255] > 0)] = PageClass.ONES
    return out


def _text(rows: Bytes, histogram: Counts, text: Floats, high: Floats, never: Floats) -> Flags:
    length = rows.shape[1]
    plain: Flags = text >= TEXT_SHARE * length
    likely = (text + high >= UTF8_SHARE * length) & (never == 0)
    for index in np.flatnonzero(likely & ~plain).tolist():
        plain[index] = _is_utf8(rows[index])
    # a lane of NUL is almost half of the page, and so is a lane of text
    wide = (histogram[:, 0] >= 0.4 * length - 1) & (text >= 0.4 * length - 1) & ~plain
    if wide.any():
        plain[wide] = _is_utf16(rows[wide])
    return plain


def _is_utf8(page: Bytes) -> bool:
    """Whether the page is a stretch of UTF-8; a character may be cut at either end."""
    data = page.tobytes()
    lead = 0
    while lead < min(3, len(data)) and data[lead] & 0xC0 == 0x80:
        lead += 1
    try:
        data[lead:].decode()
    except UnicodeDecodeError as error:
        return error.reason == "unexpected end of data"
    return True


def _is_utf16(rows: Bytes) -> Flags:
    """Whether one lane is NUL and the other text."""
    flags = np.zeros(len(rows), bool)
    if rows.shape[1] < 2:
        return flags
    lanes = rows[:, 0::2], rows[:, 1::2]
    for nul, text in (lanes, lanes[::-1]):
        flags |= ((nul == 0).mean(1) >= TEXT_SHARE) & (_IS_TEXT[text].mean(1) >= TEXT_SHARE)
    return flags


def _periodic(rows: Bytes, histogram: Counts, distinct: Counts) -> Flags:
    """Whether the page repeats after at most 64 bytes, and does so at least twice."""
    length = rows.shape[1]
    # in a page of period p each of its values occurs at least length // p times
    least = np.where(histogram > 0, histogram, length).min(1)
    few = (distinct > 1) & (distinct <= MAX_PERIOD)
    candidates = np.flatnonzero(few & (least >= max(2, length // MAX_PERIOD)))
    flags = np.zeros(len(rows), bool)
    if not len(candidates):
        return flags
    head = rows[candidates, : 2 * MAX_PERIOD]
    for period in range(1, min(MAX_PERIOD, length // 2) + 1):
        alike = candidates[(head[:, period:] == head[:, :-period]).all(1)]
        flags[alike] |= (rows[alike, period:] == rows[alike, :-period]).all(1)
    return flags
