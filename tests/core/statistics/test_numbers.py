"""Entropy, moments, chi-square and its probability, correlation: against tables and plain formulas."""

from __future__ import annotations

import math
import statistics
from collections import Counter

import hypothesis.strategies as st
import numpy as np
import pytest
from hypothesis import given

from bytescope.core.statistics import levels, numbers
from bytescope.core.statistics.chance import chance_of


def counts_of(data: bytes) -> np.ndarray:
    return np.bincount(np.frombuffer(data, np.uint8), minlength=256)


@pytest.mark.parametrize(
    ("freedom", "chi_square", "chance"),
    [
        (1, 3.841458821, 0.05),
        (1, 6.634896601, 0.01),
        (1, 0.00393214, 0.95),
        (2, 5.991464547, 0.05),
        (10, 18.30703805, 0.05),
        (10, 3.940299136, 0.95),
        (100, 124.3421134, 0.05),
        (100, 77.92946517, 0.95),
        (100, 149.4492528, 0.001),
    ],
)
def test_the_chance_is_that_of_the_tables(freedom: int, chi_square: float, chance: float) -> None:
    assert chance_of(chi_square, freedom) == pytest.approx(chance, rel=1e-6)


@pytest.mark.parametrize("chi_square", [0.5, 3.0, 40.0, 254.0, 255.0, 256.0, 300.0, 900.0])
@pytest.mark.parametrize("freedom", [2, 4, 20, 254, 256])
def test_of_even_degrees_it_is_a_sum_of_poisson(freedom: int, chi_square: float) -> None:
    half = chi_square / 2
    terms = [-half + n * math.log(half) - math.lgamma(n + 1) for n in range(freedom // 2)]
    assert chance_of(chi_square, freedom) == pytest.approx(
        math.fsum(map(math.exp, terms)), rel=1e-9, abs=1e-15
    )


def test_the_ends_of_chance() -> None:
    assert chance_of(0, 255) == 1
    assert chance_of(1e9, 255) == 0
    with pytest.raises(ValueError):
        chance_of(1, 0)


@given(st.binary(min_size=1, max_size=600))
def test_numbers_are_those_of_the_plain_formulas(data: bytes) -> None:
    found = numbers.numbers_of(counts_of(data))
    shares = [count / len(data) for count in Counter(data).values()]
    assert found.size == len(data)
    assert found.distinct == len(set(data))
    assert found.entropy == pytest.approx(-sum(share * math.log2(share) for share in shares), abs=1e-9)
    assert found.mean == pytest.approx(statistics.fmean(data))
    assert found.deviation == pytest.approx(statistics.pstdev(data), abs=1e-9)
    even = len(data) / 256
    assert found.chi_square == pytest.approx(sum((data.count(v) - even) ** 2 / even for v in range(256)))


def test_of_nothing_nothing_is_said() -> None:
    found = numbers.numbers_of(np.zeros(256, np.int64))
    assert found.distinct == 0
    assert all(math.isnan(value) for value in found[2:])


def test_a_page_of_one_value_has_no_entropy_and_no_minus_sign() -> None:
    assert str(numbers.numbers_of(counts_of(b"A" * 4096)).entropy) == "0.0"


@given(st.binary(min_size=2, max_size=300))
def test_correlation_is_knuths(data: bytes) -> None:
    n, total = len(data), sum(data)
    squares = sum(value * value for value in data)
    products = sum(data[i] * data[(i + 1) % n] for i in range(n))
    below = n * squares - total**2
    found = numbers.correlation(n, *numbers.sums_of(counts_of(data)), products)
    if below:
        assert found == pytest.approx((n * products - total**2) / below)
    else:
        assert math.isnan(found)


def test_the_sums_do_not_run_over() -> None:
    counts = np.zeros(256, np.int64)
    counts[255] = 1 << 62
    assert numbers.sums_of(counts) == (255 << 62, 255 * 255 << 62)


@given(st.binary(min_size=3, max_size=300))
def test_correlation_of_pairs_is_numpys(data: bytes) -> None:
    pairs = np.zeros((256, 256), np.int64)
    np.add.at(pairs, (np.frombuffer(data[:-1], np.uint8), np.frombuffer(data[1:], np.uint8)), 1)
    found = numbers.correlation_of_pairs(pairs)
    if len(set(data[:-1])) > 1 and len(set(data[1:])) > 1:
        assert found == pytest.approx(np.corrcoef(list(data[:-1]), list(data[1:]))[0, 1], abs=1e-9)
    else:
        assert math.isnan(found)


def test_each_value_has_its_class() -> None:
    names = [numbers.CLASSES[code][0] for code in numbers.CLASS_OF]
    assert (names[0], names[255], names[10], names[127], names[128], names[1]) == (
        *("NUL", "FF", "TEXT", "CTRL", "HIGH", "CTRL"),
    )
    assert numbers.class_counts(np.ones(256, np.int64)) == [1, 1, 98, 29, 127]


# -- what the plots draw ----------------------------------------------------------------------


def test_an_axis_keeps_its_top_while_the_bars_fit() -> None:
    shares = np.full(256, 1 / 256)
    top = levels.top_of(shares)
    assert top >= 1 / 256
    shares[0] = 0.3
    high = levels.top_of(shares, top)
    assert high >= 0.3
    shares[0] = 0.2
    assert levels.top_of(shares, high) == high
    assert levels.top_of(np.full(256, 1 / 256), high) < 0.1


@given(st.lists(st.integers(0, 1 << 50), min_size=256, max_size=256))
def test_logarithmic_bars_of_all_that_occurs_can_be_seen(counts: list[int]) -> None:
    values = np.array(counts)
    shares = values / max(1, values.sum())
    decades = levels.decades_of(shares)
    heights = levels.heights(shares, 1.0, decades)
    assert ((heights >= 0) & (heights <= 1)).all()
    seen = shares >= 10.0 ** (0.05 - levels.MOST_DECADES)
    assert (heights[seen] > 0).all()


def test_the_rarest_pair_is_brighter_than_none() -> None:
    pairs = np.zeros((256, 256), np.int64)
    assert not levels.brightness(pairs).any()
    pairs[1, 2], pairs[3, 4] = 1, 10**9
    found = levels.brightness(pairs)
    assert (found[0, 0], found[1, 2], found[3, 4]) == (0, levels.FAINTEST, 255)


@given(st.integers(0, 1 << 62), st.integers(0, 1 << 45), st.integers(1, 20))
def test_marks_of_offsets_are_few_and_inside(start: int, length: int, most: int) -> None:
    found = levels.round_offsets(start, start + length, most)
    assert len(found) <= most + 1
    assert all(start <= at <= start + length for at in found)
