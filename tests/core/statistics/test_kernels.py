"""Counts, pairs, points and runs against numpy, Counter and groupby, at all borders."""

from __future__ import annotations

import random
from collections import Counter
from itertools import groupby, pairwise

import hypothesis.strategies as st
import numpy as np
import pytest
from hypothesis import given

from bytescope.core.statistics.kernels import KEPT, kernels
from bytescope.core.statistics.pairs import Pairs
from bytescope.core.statistics.points import put_together
from bytescope.core.statistics.tally import (
    Ends,
    Run,
    Tally,
    all_runs,
    ends_of,
    joined,
    longest_text,
    repeated,
)

PIECES = st.one_of(
    st.binary(max_size=12),
    st.builds(
        lambda value, count: bytes([value]) * count, st.sampled_from(b"\0\xffA\x1f\x7f"), st.integers(0, 90)
    ),
    st.builds(lambda count: b"printable text of some length "[: count % 30] * 3, st.integers(0, 90)),
)
BYTES = st.lists(PIECES, max_size=8).map(b"".join)


def array(data: bytes) -> np.ndarray:
    return np.frombuffer(data, np.uint8)


def runs_in(data: bytes) -> list[Run]:
    found, at = [], 0
    for value, group in groupby(data):
        length = len(list(group))
        if length > 1:
            found.append(Run(length, at, value))
        at += length
    return found


def texts_in(data: bytes) -> list[Run]:
    found, at = [], 0
    for is_text, group in groupby(data, lambda value: 0x20 <= value <= 0x7E):
        length = len(list(group))
        if is_text:
            found.append(Run(length, at))
        at += length
    return found


def longest(runs: list[Run]) -> list[Run]:
    return sorted(runs, key=lambda run: (-run.length, run.start))


def products(data: bytes) -> int:
    return sum(one * two for one, two in pairwise(data))


@given(BYTES, st.integers(0, 9))
def test_counts_are_those_of_counter_at_any_alignment(data: bytes, skip: int) -> None:
    counts = np.zeros(256, np.int64)
    kernels().count(array(data)[skip:], counts)
    assert {value: n for value, n in enumerate(counts.tolist()) if n} == Counter(data[skip:])


@given(BYTES)
def test_runs_are_those_of_groupby(data: bytes) -> None:
    ends = ends_of(array(data))
    assert list(all_runs(ends)) == longest(runs_in(data))[:KEPT]
    assert longest_text(ends) == next(iter(longest(texts_in(data))), None)
    assert ends.products == products(data)


@pytest.mark.parametrize("least", [1, 2, 3, 4, 7, 15, 16, 20, 40])
def test_no_run_longer_than_the_least_is_missed(least: int) -> None:
    """At lengths where 64 places are looked at together, with runs just above and below."""
    chance = random.Random(least)
    for _ in range(60):
        data = b"".join(
            bytes([chance.randrange(256)]) * chance.choice((1, 1, 1, 2, 3, least, least + 1, least + 2))
            for _ in range(200)
        )
        ends = ends_of(array(data), least, least)
        inner = [run for run in runs_in(data) if run.start > 0 and run.start + run.length < len(data)]
        assert list(ends.runs) == longest([run for run in inner if run.length > least])[:KEPT]


@pytest.mark.parametrize("least", [0, 3, 14, 15, 16, 30])
def test_no_printable_run_longer_than_the_least_is_missed(least: int) -> None:
    chance = random.Random(least)
    for _ in range(60):
        data = b"".join(
            bytes(
                chance.randrange(0x20, 0x7F) for _ in range(chance.choice((1, 5, 15, least, least + 1, 17)))
            )
            + bytes(chance.choice((0x1F, 0x7F, 0x80, 0x00)) for _ in range(chance.randrange(1, 4)))
            for _ in range(40)
        )
        ends = ends_of(array(b"\0" + data + b"\0"), 1, least)
        wanted = next(iter(longest(texts_in(b"\0" + data))))
        assert ends.text == (wanted if wanted.length > least else Run(0, 0))


@given(BYTES, st.lists(st.integers(0, 700), max_size=6))
def test_a_whole_is_its_parts_joined(data: bytes, cuts: list[int]) -> None:
    places = sorted({0, len(data), *(cut % (len(data) + 1) for cut in cuts)})
    whole = Ends()
    for start, end in pairwise(places):
        whole = joined(whole, ends_of(array(data[start:end])))
    assert list(all_runs(whole)) == longest(runs_in(data))[:KEPT]
    assert longest_text(whole) == next(iter(longest(texts_in(data))), None)
    assert (whole.length, whole.products) == (len(data), products(data))


@given(BYTES.filter(len), st.integers(0, 40))
def test_a_repeated_part_is_the_part_written_again_and_again(data: bytes, times: int) -> None:
    many = repeated(ends_of(array(data)), times)
    assert list(all_runs(many)) == longest(runs_in(data * times))[:KEPT]
    assert longest_text(many) == next(iter(longest(texts_in(data * times))), None)
    assert many.products == products(data * times)


@given(BYTES, BYTES.filter(len), st.integers(1, 500), st.integers(0, 5))
def test_a_tally_grows_by_bytes_repeats_and_gaps(one: bytes, two: bytes, length: int, gone: int) -> None:
    tally = Tally()
    if one:
        tally.add(array(one))
    tally.add_lost(gone)
    tally.add_repeated(array(two), length)
    tally.close()
    again = (two * length)[:length]
    assert {value: n for value, n in enumerate(tally.counts.tolist()) if n} == Counter(one + again)
    shift = len(one) + gone
    parts = runs_in(one + again) if not gone else [
        *runs_in(one), *(run._replace(start=run.start + shift) for run in runs_in(again))
    ]  # fmt: skip
    assert list(all_runs(tally.ends)) == longest(parts)[:KEPT]
    assert (tally.lost, tally.ends.length) == (gone, shift + length)
    parts_of_all = (one + again,) if not gone else (one, again)
    assert tally.ends.products == sum(map(products, parts_of_all))


PARTS = st.lists(st.tuples(BYTES.filter(len), st.integers(0, 200)), max_size=4)


def pairs_of(pairs: Pairs) -> dict[tuple[int, int], int]:
    return {(i & 255, i >> 8): n for i, n in enumerate(pairs.total.tolist()) if n}


@given(st.lists(PARTS, max_size=3), st.integers(0, 3))
def test_pairs_and_points_go_on_from_part_to_part_and_from_block_to_block(
    blocks: list[list[tuple[bytes, int]]], given_up: int
) -> None:
    """A part is given as bytes, or as bytes that repeat up to a length."""
    pairs, whole, found, between = Pairs(), b"", [], []
    for number, parts in enumerate(blocks):
        if number == given_up:
            Tally(pairs).add(array(b"of a block that is given up, nothing counts"))
        tally = Tally(pairs, len(whole))
        before = whole
        for data, length in [(bytes(range(11)), 0), *parts]:  # no block is shorter than a point
            part = (data * length)[:length] if length else data
            if length:
                tally.add_repeated(array(data), length)
            else:
                tally.add(array(data))
            whole += part
        tally.close()
        assert {v: n for v, n in enumerate(tally.counts.tolist()) if n} == Counter(whole[len(before) :])
        if before:
            between.append((before[-1], whole[len(before)]))
        found.append(tally.points)
    assert Counter(pairs_of(pairs)) + Counter(between) == Counter(pairwise(whole))
    points = [whole[i : i + 6] for i in range(0, len(whole) - 5, 6)]
    assert put_together(item for item in found) == (sum(map(is_inside, points)), len(points))


def is_inside(point: bytes) -> bool:
    x, y = int.from_bytes(point[:3], "big"), int.from_bytes(point[3:], "big")
    return x * x + y * y <= (2**24 - 1) ** 2


@given(st.lists(st.tuples(st.integers(0, 9), st.binary(max_size=30)), max_size=5), st.integers(0, 12))
def test_points_with_a_byte_that_cannot_be_read_are_none(parts: list[tuple[int, bytes]], start: int) -> None:
    tally, known = Tally(start=start), [None] * start
    for gone, data in parts:
        tally.add_lost(gone)
        known += [None] * gone
        if data:
            tally.add(array(data))
            known += data
    tally.close()
    points = [known[i : i + 6] for i in range(0, len(known) - 5, 6)]
    whole = [bytes(point) for point in points if None not in point]
    assert tally.points[:2] == (sum(map(is_inside, whole)), len(whole))


@given(st.integers(0, 70), BYTES, st.sampled_from((1, 2, 4, 8, 16)), st.integers(0, 40))
def test_pairs_of_what_repeats_are_those_of_other_bytes(
    begin: int, data: bytes, period: int, times: int
) -> None:
    """At any place in memory: equal words are counted eight at a time."""
    text = b"\1\2\3" + data + (data[:period] or b"\0") * 8 * times + data
    pairs = Pairs()
    pairs.begin()
    pairs.add(array(bytes(begin) + text)[begin:])
    counts = np.zeros(256, np.int64)
    assert pairs.keep(counts) == products(text)
    assert pairs_of(pairs) == Counter(pairwise(text))
    assert {value: n for value, n in enumerate(counts.tolist()) if n} == Counter(text[:-1])


def test_between_parts_that_do_not_touch_there_is_no_pair() -> None:
    tally = Tally(pairs := Pairs())
    tally.add(array(b"ab"))
    tally.add_lost(7)
    tally.add(array(b"cd"))
    tally.close()
    assert pairs_of(pairs) == {(ord("a"), ord("b")): 1, (ord("c"), ord("d")): 1}


@pytest.mark.parametrize("least", [1, 2, 3, 5, 14, 15, 16, 40])
def test_rare_runs_are_found_wherever_they_begin(least: int) -> None:
    """Where nearly all can be skipped: equal bytes and printable ones, one run each at every phase."""
    for place in range(200, 200 + 2 * 64 + least):
        data = bytearray((0x80, 0x91, 0x07, 0xB3) * 250)
        data[place : place + least + 1] = b"\xcc" * (least + 1)
        data[-place - least - 1 : -place] = (b"ab" * least)[: least + 1]
        ends = ends_of(array(bytes(data)), least, least)
        assert [run for run in ends.runs if run.value == 0xCC] == [Run(least + 1, place, 0xCC)]
        assert ends.text == Run(least + 1, len(data) - place - least - 1)
