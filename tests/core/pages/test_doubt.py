"""Facts in doubt are shown, but asked for again: against plain sets of pages."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from bytescope.core.pages.classes import PageClass
from bytescope.core.pages.dense import CHUNK
from bytescope.core.pages.doubt import Doubt, merged
from bytescope.core.pages.facts import FactStore
from bytescope.core.pages.run_set import RunSet
from bytescope.core.ranges import PageRange
from helpers.measures import some_measures

PAGES = 200
runs = st.lists(st.tuples(st.integers(0, PAGES - 1), st.integers(1, 30)), max_size=6)


def ranges(found):
    return [PageRange(first, min(PAGES, first + count)) for first, count in found]


def pages_of(found):
    return {page for run in found for page in range(run.first, run.end)}


@given(
    begun=runs, settled=runs, size=st.integers(1, 2 * PAGES), level=st.integers(0, 6), limit=st.integers(1, 9)
)
@settings(max_examples=150, deadline=None)
def test_doubt_is_as_a_set_of_pages(begun, settled, size, level, limit):
    doubt, wanted = Doubt(PAGES), pages_of(ranges(begun))
    doubt.begin(RunSet.of(ranges(begun)))
    for run in ranges(settled):
        doubt.settle(run.first, run.end)
        wanted -= pages_of([run])
    doubt.resize(size)
    wanted = {page for page in wanted if page < size}
    assert doubt.pages == len(wanted)
    assert pages_of(doubt.runs()) == wanted
    assert {page for page in range(size) if doubt.has(page)} == wanted
    first = doubt.first_runs(PageRange(10, max(10, size)), limit)
    assert pages_of(first) == {p for p in wanted if p >= 10 and (len(first) < limit or p < first[-1].end)}
    count = (size >> level) + 2
    cells = [sum(page >> level == cell for page in wanted) for cell in range(1, count)]
    assert doubt.per_cell(level, 1, count - 1).tolist() == cells


@given(one=runs, other=runs, limit=st.integers(1, 8))
@settings(max_examples=150, deadline=None)
def test_first_runs_of_both_are_the_first_of_all(one, other, limit):
    plain = RunSet.of(ranges(one))
    doubted = RunSet.of(ranges(other)).minus(plain)
    everything = list(plain.union(doubted))
    found = merged(list(plain)[:limit], list(doubted)[:limit], limit)
    assert found[:-1] == everything[: len(found) - 1]
    if found:
        last = everything[len(found) - 1]
        assert found[-1].first == last.first
        assert found[-1].end <= last.end
    else:
        assert not everything


def test_facts_in_doubt_are_shown_and_asked_for_again():
    store = FactStore(1000)
    store.put_uniform(PageRange(0, 800), PageClass.TEXT, 4.0)
    store.doubt()
    assert (store.known, store.in_doubt) == (0, 800)
    assert store.page(5).cls is PageClass.TEXT
    assert not store.has(5)
    assert store.unknown_runs(PageRange(0, 1000), 9) == [PageRange(0, 1000)]
    assert store.longest_unknown() == 1000
    cells = store.cells(8, 0, 4)
    assert cells.majority.tolist() == [PageClass.TEXT] * 4
    assert cells.known.tolist() == [1, 1, 1, 1]


def test_what_is_read_again_is_sure():
    store = FactStore(2 * CHUNK)
    store.put(0, some_measures(np.random.default_rng(1), 2 * CHUNK))
    store.doubt()
    store.put(300, some_measures(np.random.default_rng(2), 100))
    store.put_at([5, 70_000], some_measures(np.random.default_rng(3), 2))
    store.put_uniform(PageRange(1000, 1010), PageClass.ZERO)
    store.forget(PageRange(2000, 2001))
    assert store.known == 112
    assert store.in_doubt == 2 * CHUNK - 113
    assert store.unknown_runs(PageRange(290, 500), 2) == [PageRange(290, 300), PageRange(400, 500)]
    assert store.cells(8, 0, 2).known.tolist() == [1, 100]
    store.vouch()
    assert store.known == 2 * CHUNK - 1
    assert store.unknown_runs(PageRange(0, 2 * CHUNK), 9) == [PageRange(2000, 2001)]
