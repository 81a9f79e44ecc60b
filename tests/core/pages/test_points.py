"""Single pages that get their values at once, against one by one."""

import random

import numpy as np
import pytest

from bytescope.core.pages.points import put_points
from bytescope.core.pages.print_store import PrintStore
from bytescope.core.pages.runs import RunMap

DENSE = 99


def random_runs(rng, size):
    runs, plain = RunMap(size), [0] * size
    for _ in range(rng.randrange(12)):
        first = rng.randrange(size)
        end, value = rng.randint(first + 1, size), rng.randrange(4)
        runs.set(first, end, value)
        plain[first:end] = [value] * (end - first)
    return runs, plain


def values_of(runs):
    return [runs.value(page) for page in range(runs.size)]


def neighbours_differ(runs):
    _, values = runs.flat(0, runs.size)
    return bool((values[1:] != values[:-1]).all())


@pytest.mark.parametrize("keep", [None, 0])
@pytest.mark.parametrize("seed", range(40))
def test_against_one_by_one(seed, keep):
    rng = random.Random(seed)
    size = rng.choice([10, 60, 300])
    runs, plain = random_runs(rng, size)
    pages = sorted(rng.sample(range(size), rng.randint(4, 10)))
    values = [rng.randrange(4) for _ in pages]
    old = put_points(runs, pages, np.array(values, np.uint64), 1000, DENSE, keep)
    assert old == [plain[page] for page in pages]
    for page, value in zip(pages, values):
        if keep is None or plain[page] == keep:
            plain[page] = value
    assert values_of(runs) == plain
    assert neighbours_differ(runs)


@pytest.mark.parametrize("pages", [(1, 2, 3), (1, 5, 4, 9), (1, 2, 2, 3), (5, 6, 7, 20)])
def test_what_is_better_done_one_by_one(pages):
    runs = RunMap(20)
    assert put_points(runs, pages, np.ones(len(pages), np.uint64), 1000, DENSE, None) is None
    assert values_of(runs) == [0] * 20


def test_dense_chunks_and_crowds_are_left_alone():
    runs = RunMap(100)
    runs.set(50, 60, DENSE)
    ones = np.ones(4, np.uint64)
    assert put_points(runs, (1, 2, 3, 70), ones, 1000, DENSE, None) is None
    assert put_points(runs, (1, 3, 5, 7), ones, 8, DENSE, None) is None
    assert put_points(runs, (1, 3, 5, 7), ones, 9, DENSE, None) == [0] * 4


@pytest.mark.parametrize("seed", range(20))
def test_prints_are_kept_and_differences_told_as_one_by_one(seed):
    rng = random.Random(seed)
    together, alone = PrintStore(500), PrintStore(500)
    for _ in range(30):
        pages = tuple(sorted(rng.sample(range(500), rng.choice([1, 4, 16]))))
        prints = np.array([rng.choice([7, 8, 9, 2**32 - 1]) for _ in pages], np.uint32)
        differ = together.put_at(pages, prints)
        expected = [page for page, value in zip(pages, prints.tolist()) if alone.put_page(page, value)]
        assert [item.first for item in differ] == expected
        assert all(item.count == 1 for item in differ)
    every = [(together._runs.value(page), alone._runs.value(page)) for page in range(500)]
    assert all(one == other for one, other in every)
