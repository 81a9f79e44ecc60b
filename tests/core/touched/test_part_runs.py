"""Runs of bytes that become parts of pages."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bytescope.core.ranges import PAGESIZE, PageRange
from bytescope.core.touched import part_runs
from bytescope.core.touched.part_runs import PartRuns

SIZE = 20 * PAGESIZE - 100
STEP = 1024

edges = st.lists(st.integers(0, 80), max_size=20, unique=True).map(sorted)


def collected(runs, batch, *, inward, pages=PageRange(0, 20), shift=0):  # noqa: B008
    made = PartRuns(pages, pages.bytes(SIZE).end, shift, inward=inward)
    for at in range(0, len(runs), batch):
        part = np.array(runs[at : at + batch], np.int64).reshape(-1, 2) * STEP + shift
        made.add(part[:, 0], part[:, 1])
    return made.runs()


@given(edges, st.integers(1, 5), st.booleans(), st.integers(0, 19), st.integers(0, 20))
@example([70, 80], 1, True, 0, 20)
def test_pages_of_runs_in_whatever_batches(edges, batch, inward, first, count):
    runs = list(zip(edges[::2], edges[1::2]))
    marked = np.zeros(20 * PAGESIZE, bool)
    for start, end in runs:
        marked[start * STEP : end * STEP] = True
    marked[SIZE:] = False
    pages = PageRange(first, min(20, first + count))
    real = np.array([min(PAGESIZE, SIZE - page * PAGESIZE) for page in range(20)])
    held = marked.reshape(20, PAGESIZE).sum(1)
    truth = held >= real if inward else held > 0
    found = collected(runs, batch, inward=inward, pages=pages, shift=700)
    assert found.exact
    got = [page for run in found.runs() for page in range(run.first, run.end)]
    assert got == [page for page in range(pages.first, pages.end) if truth[page]]


def test_runs_that_touch_are_one_even_across_batches():
    found = collected([(0, 6), (6, 8), (8, 16)], 1, inward=True)
    assert (found.firsts.tolist(), found.ends.tolist()) == ([0], [4])


def test_too_many_parts_are_joined_and_none_is_lost(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(part_runs, "MOST_PARTS", 8)
    made = PartRuns(PageRange(0, 1000), 1000 * PAGESIZE, 0, inward=True)
    starts = np.arange(0, 1000, 2, dtype=np.int64) * PAGESIZE
    for at in range(0, 500, 7):
        made.add(starts[at : at + 7], starts[at : at + 7] + PAGESIZE)
    found = made.runs()
    assert len(found) <= 8
    assert found.pages == 500
    assert (found.counts < found.ends - found.firsts).any()
    assert (found.firsts[1:] >= found.ends[:-1]).all()
