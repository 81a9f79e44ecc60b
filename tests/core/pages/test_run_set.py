"""Sets of pages in runs against sets of page numbers."""

import hypothesis.strategies as st
from hypothesis import given

from bytescope.core.pages.run_set import RunSet
from bytescope.core.ranges import PageRange

RUNS = st.lists(st.tuples(st.integers(0, 60), st.integers(0, 9)), max_size=9)


def made(pairs):
    runs = [PageRange(first, first + count) for first, count in pairs]
    return RunSet.of(runs), {page for run in runs for page in range(run.first, run.end)}


def pages(runs):
    found = [page for run in runs for page in range(run.first, run.end)]
    ends = [run.end for run in runs][:-1]
    assert all(end < run.first for end, run in zip(ends, list(runs)[1:]))
    assert sorted(set(found)) == found
    return set(found)


@given(RUNS, RUNS, st.integers(0, 70), st.integers(0, 30))
def test_runs_are_sets(one, other, first, count):
    (a, in_a), (b, in_b) = made(one), made(other)
    assert pages(a) == in_a
    assert a.pages == len(in_a)
    assert pages(a.union(b)) == in_a | in_b
    assert pages(a.minus(b)) == in_a - in_b
    assert pages(a.common(b)) == in_a & in_b
    assert pages(a.within(PageRange(first, first + count))) == in_a & set(range(first, first + count))
    assert a.next(first) == min((page for page in in_a if page > first), default=None)
    assert a.previous(first) == max((page for page in in_a if page < first), default=None)
    assert bool(a) == bool(in_a)
    assert (a == b) == (in_a == in_b)


@given(RUNS, st.integers(1, 5))
def test_the_narrowest_gaps_are_filled(pairs, most):
    runs, inside = made(pairs)
    joined = runs.joined(most)
    assert len(joined) <= max(most, 0)
    assert inside <= pages(joined)
    assert len(runs) > most or joined == runs
