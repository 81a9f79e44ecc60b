"""What the plots of statistics draw, as numbers: brightness of pairs, heights of bars, marks of axes."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

FAINTEST = 48
"""Brightness of the rarest pair that was found at all."""

MOST_DECADES = 14


def brightness(pairs: NDArray[np.int64]) -> NDArray[np.uint8]:
    """By the logarithm of the counts, u1 of the same shape: 0 for none, 255 for the most frequent."""
    most = float(pairs.max(initial=0))
    if not most:
        return np.zeros(pairs.shape, np.uint8)
    shares = np.log(np.maximum(pairs, 1)) / max(math.log(most), 1e-9)
    if most == 1:
        shares = np.ones(pairs.shape)
    levels: NDArray[np.uint8] = np.rint(FAINTEST + (255 - FAINTEST) * np.minimum(shares, 1)).astype(np.uint8)
    levels[pairs == 0] = 0
    return levels


def top_of(shares: NDArray[np.float64], before: float = 0.0) -> float:
    """The upper end of a linear axis of shares: a round number, and ``before`` as long as that will do."""
    most = max(float(shares.max(initial=0)), 1 / 256)
    if most <= before <= 4 * most:
        return before
    power = 10.0 ** math.floor(math.log10(most))
    return float(min(1.0, next(step * power for step in (1, 1.5, 2, 3, 5, 7.5, 10) if step * power >= most)))


def decades_of(shares: NDArray[np.float64], before: int = 0) -> int:
    """How many powers of ten a logarithmic axis of shares goes below 100 %; ``before`` if that will do."""
    some = shares[shares > 0]
    least = float(some.min()) if len(some) else 1 / 256
    wanted = min(MOST_DECADES, max(3, math.ceil(-math.log10(least) + 0.05)))
    return before if wanted <= before <= wanted + 2 else wanted


def heights(shares: NDArray[np.float64], top: float, decades: int) -> NDArray[np.float64]:
    """Heights of bars in 0 to 1: linear up to ``top``, or logarithmic where ``decades`` is not 0."""
    if not decades:
        return np.minimum(shares / top, 1.0)
    with np.errstate(divide="ignore"):
        return np.clip(1 + np.log10(shares) / decades, 0.0, 1.0)


def marks(top: float, decades: int) -> list[tuple[float, str]]:
    """Heights and labels of the marks of such an axis."""
    if decades:
        step = 1 if decades <= 5 else 2 if decades <= 10 else 3
        return [(1 - n / decades, _percent(10.0**-n)) for n in range(0, decades + 1, step)]
    return [(n / 4, _percent(top * n / 4)) for n in range(5)]


def _percent(share: float) -> str:
    value = 100 * share
    return f"{value:.3g} %" if value >= 1e-3 or not value else f"{value:.0e} %".replace("e-0", "e-")


def round_offsets(start: int, end: int, most: int) -> list[int]:
    """At most ``most`` round offsets (multiples of a power of two) in ``start`` to ``end``."""
    step = 1
    while (end - start) // step >= most:
        step *= 2
    first = -(-start // step) * step
    return list(range(first, end + 1, step))
