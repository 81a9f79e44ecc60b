"""Runs of page values against a plain list."""

import itertools
import random
from array import array

import pytest

from bytescope.core.pages import runs as module
from bytescope.core.pages.runs import RunMap


def assert_same(runs, plain):
    assert runs.size == len(plain)
    assert [value for a, b, value in runs.pieces(0, len(plain)) for _ in range(a, b)] == plain
    values = [value for _, _, value in runs.pieces(0, len(plain))]
    assert all(a != b for a, b in itertools.pairwise(values)), "neighbours are alike"
    if plain:
        starts, found = runs.flat(0, len(plain))
        assert list(zip(starts.tolist(), found.tolist())) == [
            (a, value) for a, _, value in runs.pieces(0, len(plain))
        ]


@pytest.mark.parametrize("block", [1, 2, 5, 1024])
@pytest.mark.parametrize("seed", range(5))
def test_random_changes_equal_a_plain_list(monkeypatch, seed, block):
    monkeypatch.setattr(module, "BLOCK_RUNS", block)
    rng = random.Random(seed)
    plain = [0] * 200
    runs = RunMap(200)
    for step in range(300):
        if not plain or rng.random() < 0.05:
            size = rng.randrange(300)
            runs.resize(size, 7)
            plain = (plain + [7] * size)[:size]
        elif rng.random() < 0.5:
            first = rng.randrange(len(plain))
            end = min(len(plain), first + rng.choice([1, 2, 9, 200]))
            value = rng.randrange(3)
            runs.set(first, end, value)
            plain[first:end] = [value] * (end - first)
        else:
            first = rng.randrange(len(plain))
            end = min(len(plain), first + rng.randint(1, 40))
            starts = sorted({first, *(rng.randrange(first, end) for _ in range(6))})
            values = [1 + index % 2 for index in range(len(starts))]
            runs.splice(end, array("q", starts), array("Q", values))
            for start, stop, value in zip(starts, [*starts[1:], end], values):
                plain[start:stop] = [value] * (stop - start)
        if step % 10 == 0:
            assert_same(runs, plain)
    assert_same(runs, plain)


def test_parts_are_found_and_counted():
    runs = RunMap(100)
    runs.set(10, 20, 5)
    runs.set(40, 50, 5)
    assert runs.find(5, 0, 100) == (10, 20)
    assert runs.find(5, 15, 18) == (15, 18)
    assert runs.find(5, 20, 100) == (40, 50)
    assert runs.find(5, 20, 40) is None
    assert runs.find(5, 30, 30) is None
    assert runs.count(0, 100) == 5
    assert runs.count(10, 20) == 1
    assert runs.count(19, 41) == 3
    assert list(runs.pieces(15, 42)) == [(15, 20, 5), (20, 40, 0), (40, 42, 5)]
    assert runs.value(39) == 0
