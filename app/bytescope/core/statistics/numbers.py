"""Numbers made of the counts of the 256 values, and the five classes of bytes."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from bytescope.core.statistics.chance import chance_of

if TYPE_CHECKING:
    from numpy.typing import NDArray

CLASSES: tuple[tuple[str, str], ...] = (
    ("NUL", "bytes 00"),
    ("FF", "bytes FF"),
    ("TEXT", "bytes 20 to 7E, tab, line feed and carriage return"),
    ("CTRL", "other bytes below 20, and 7F"),
    ("HIGH", "bytes 80 to FE"),
)
"""The classes of bytes, each with what belongs to it."""

_TEXT = frozenset((0x09, 0x0A, 0x0D, *range(0x20, 0x7F)))


def class_of(value: int) -> int:
    """The class of a byte, as its place in ``CLASSES``."""
    if value in (0x00, 0xFF):
        return 0 if value == 0 else 1
    return 2 if value in _TEXT else 3 if value < 0x80 else 4


CLASS_OF: tuple[int, ...] = tuple(class_of(value) for value in range(256))


class Numbers(NamedTuple):
    """Of counts of values. NaN stands for what cannot be said: of no bytes, nearly nothing."""

    size: int
    distinct: int
    entropy: float
    """Bits a byte."""
    mean: float
    deviation: float
    """Standard deviation of the values, as of the whole and not of a sample of it."""
    chi_square: float
    """Against all values being equally frequent."""
    chance: float
    """The probability that as much chi-square or more comes by chance alone."""


def numbers_of(counts: NDArray[np.int64], size: int | None = None, scale: float = 1.0) -> Numbers:
    """Of ``counts`` (256 of them); ``size`` where these are of a sample of so many bytes.

    ``scale``: the part of the bytes that was counted, by which chi-square grows, where counts were estimated.
    """
    counted = float(counts.sum())
    whole = int(counted) if size is None else size
    distinct = int(np.count_nonzero(counts))
    if not counted:
        return Numbers(whole, 0, *(math.nan,) * 5)
    shares = counts / counted
    values = np.arange(256.0)
    mean = float((shares * values).sum())
    deviation = math.sqrt(float((shares * (values - mean) ** 2).sum()))
    expected = counted / 256
    chi_square = float(((counts - expected) ** 2).sum() / expected) * scale
    return Numbers(
        whole, distinct, entropy_of(counts), mean, deviation, chi_square, chance_of(chi_square, 255)
    )


def entropy_of(counts: NDArray[np.int64] | NDArray[np.float64]) -> float:
    """Shannon's entropy in bits a byte; NaN of nothing."""
    return float(entropies(np.asarray(counts, np.float64).reshape(1, -1))[0])


def entropies(counts: NDArray[np.int64] | NDArray[np.float64]) -> NDArray[np.float64]:
    """The same of each row of ``counts`` ([n, 256]); f8[n]."""
    totals = counts.sum(axis=1, dtype=np.float64)
    with np.errstate(divide="ignore", invalid="ignore"):
        shares = counts / totals[:, None]
        parts = np.where(shares > 0, shares * np.log2(shares), 0.0)
    found: NDArray[np.float64] = -parts.sum(axis=1) + 0.0
    found[totals == 0] = np.nan
    return found


def class_counts(counts: NDArray[np.int64] | NDArray[np.float64]) -> list[float]:
    """How many bytes each class of ``CLASSES`` has."""
    found: list[float] = np.bincount(np.array(CLASS_OF), counts, minlength=len(CLASSES)).tolist()
    return found


def correlation(size: int, total: int, squares: int, products: int) -> float:
    """Serial correlation of ``size`` bytes (Knuth, The Art of Computer Programming, 3.3.2 K).

    ``total`` and ``squares`` are the sums of the bytes and of their squares, ``products`` of each byte by the
    next, the last by the first. NaN where all bytes are equal.
    """
    below = size * squares - total * total
    return (size * products - total * total) / below if below else math.nan


def correlation_of_pairs(pairs: NDArray[np.int64]) -> float:
    """The same of a sample of pairs, i8[256, 256]; NaN of none, and where all bytes are equal."""
    values = np.arange(256.0)
    size = float(pairs.sum())
    if not size:
        return math.nan
    shares = pairs / size
    first, second = shares.sum(axis=1), shares.sum(axis=0)
    mean, other = float(values @ first), float(values @ second)
    spread = math.sqrt(float((values - mean) ** 2 @ first) * float((values - other) ** 2 @ second))
    return float((values - mean) @ shares @ (values - other)) / spread if spread else math.nan


def sums_of(counts: NDArray[np.int64]) -> tuple[int, int]:
    """The sums of the bytes and of their squares, of any size."""
    pairs = list(enumerate(counts.tolist()))
    return sum(value * count for value, count in pairs), sum(value * value * count for value, count in pairs)
