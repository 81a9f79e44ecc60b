"""Parts of pages in a state: cutting and counting by cell."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from bytescope.core.pages.run_set import RunSet
from bytescope.core.ranges import PageRange
from bytescope.core.touched.layers import BY_NAME, MEANINGS, Layer
from bytescope.core.touched.state_runs import StateRuns

pages = st.sets(st.integers(0, 199))


def of(numbers):
    return StateRuns.of(RunSet.of(PageRange(n, n + 1) for n in numbers))


@given(pages, st.integers(0, 5), st.integers(0, 20), st.integers(0, 40))
def test_exact_pages_are_counted_in_the_cell_they_lie_in(numbers, level, first, count):
    cells = range(first, first + count)
    wanted = [sum(n >> level == cell for n in numbers) for cell in cells]
    assert of(numbers).per_cell(level, cells).tolist() == wanted


@given(pages, st.integers(0, 210), st.integers(0, 210))
def test_a_cut_keeps_the_pages_within(numbers, first, length):
    found = of(numbers).within(PageRange(first, first + length))
    assert found == of(n for n in numbers if first <= n < first + length)
    assert found.exact


def test_a_count_without_places_is_shared_out_and_never_lost():
    some = StateRuns(np.array([4]), np.array([36]), np.array([2]))
    assert not some.exact
    assert some.pages == 2
    counts = some.per_cell(3, range(6))
    assert (counts[:5] >= 1).all()
    assert counts[5] == 0
    assert some.within(PageRange(8, 16)).pages == 1


def test_every_layer_says_what_it_means():
    assert set(MEANINGS) == set(Layer)
    assert len(BY_NAME) == len(MEANINGS)
    for meaning in MEANINGS.values():
        for text in (meaning.meaning, meaning.source, meaning.granularity, meaning.cleared):
            assert text.endswith(".")


@given(pages, pages)
def test_what_lies_outside_of_other_pages(numbers, cut):
    other = RunSet.of(PageRange(n, n + 1) for n in cut)
    assert of(numbers).without(other).runs() == of(numbers - cut).runs()
    assert of(numbers).without(other).exact
    both = of(numbers - cut).beside(of(numbers & cut))
    assert both.runs() == of(numbers).runs()
    assert (np.diff(both.firsts) > 0).all()


def test_counted_parts_that_are_cut_keep_their_share():
    some = StateRuns(np.array([0, 100]), np.array([100, 200]), np.array([50, 100]))
    found = some.without(RunSet.of([PageRange(10, 20), PageRange(60, 140)]))
    assert found.firsts.tolist() == [0, 20, 140]
    assert found.ends.tolist() == [10, 60, 200]
    assert found.counts.tolist() == [5, 20, 60]
