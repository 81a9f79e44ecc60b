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
