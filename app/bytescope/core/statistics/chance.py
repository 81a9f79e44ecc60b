"""How likely a chi-square value is: the incomplete gamma function, without a library for it."""

from __future__ import annotations

import math

_ENOUGH, _TINY = 1e-15, 1e-300
_MOST_TERMS = 100_000


def chance_of(chi_square: float, freedom: int) -> float:
    """The probability that chance alone gives ``chi_square`` or more, with so many degrees of freedom.

    Q(freedom / 2, chi_square / 2): NIST Digital Library of Mathematical Functions, 8.11.4 for small values
    and the continued fraction 8.9.2 (by Lentz's method) for large ones.
    """
    if freedom < 1:
        raise ValueError("there must be a degree of freedom")
    if chi_square <= 0:
        return 1.0
    a, x = freedom / 2, chi_square / 2
    front = math.exp(a * math.log(x) - x - math.lgamma(a))
    value = 1 - front * _series(a, x) if x < a + 1 else front * _fraction(a, x)
    return min(1.0, max(0.0, value))


def _series(a: float, x: float) -> float:
    term = total = 1 / a
    for n in range(1, _MOST_TERMS):
        term *= x / (a + n)
        total += term
        if term < total * _ENOUGH:
            break
    return total


def _fraction(a: float, x: float) -> float:
    b = x + 1 - a
    c, d = 1 / _TINY, 1 / b
    value = d
    for n in range(1, _MOST_TERMS):
        factor = -n * (n - a)
        b += 2
        d = factor * d + b
        d = 1 / (d if abs(d) > _TINY else _TINY)
        c = b + factor / c
        c = c if abs(c) > _TINY else _TINY
        value *= c * d
        if abs(c * d - 1) < _ENOUGH:
            break
    return value
