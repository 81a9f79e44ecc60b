"""Which pages were read, against plain sets of pages."""

from __future__ import annotations

import numpy as np
import pytest

from bytescope.core.pages.classes import PageClass
from bytescope.core.pages.dense import CHUNK
from bytescope.core.pages.facts import FactStore
from bytescope.core.pages.measures import Measures
from bytescope.core.ranges import PageRange
from bytescope.core.touched.state_runs import StateRuns


def noise(count, unread=None):
    """Facts that all differ, so that they cannot lie in runs; some pages are of class ``unread``."""
    classes = np.full(count, PageClass.BINARY, np.uint8)
    if unread is not None:
        classes[::3] = unread
    steps = np.arange(count)
    return Measures(
        classes,
        (steps % 7).astype(np.float32),
        (steps % 251).astype(np.float32),
        np.zeros(count, np.uint32),
        np.ones(count, np.uint32),
        np.full(count, 4096, np.uint32),
        np.ones(count, np.uint32),
        np.zeros(count, np.uint8),
        np.zeros(count, np.uint32),
    )


def read(facts, first=0, end=None):
    pages = PageRange(first, facts.page_count if end is None else end)
    return StateRuns(*facts.read(pages)).within(pages)


def pages_of(runs):
    assert runs.exact
    return [page for run in runs.runs() for page in range(run.first, run.end)]


def test_nothing_is_read_at_first():
    assert not read(FactStore(1 << 40))
    assert not read(FactStore(0))


def test_holes_and_lost_pages_were_not_read():
    facts = FactStore(1000)
    facts.put_uniform(PageRange(0, 100), PageClass.HOLE)
    facts.put_uniform(PageRange(100, 110), PageClass.TEXT)
    facts.put_uniform(PageRange(110, 120), PageClass.GONE)
    facts.put_uniform(PageRange(120, 125), PageClass.ERROR)
    facts.put_uniform(PageRange(130, 140), PageClass.ZERO)
    assert pages_of(read(facts)) == [*range(100, 110), *range(130, 140)]
    assert pages_of(read(facts, 105, 132)) == [*range(105, 110), 130, 131]


def test_a_chunk_of_single_facts_is_told_page_by_page():
    facts = FactStore(3 * CHUNK)
    facts.put(CHUNK + 10, noise(4000, PageClass.ERROR))
    wanted = [CHUNK + 10 + n for n in range(4000) if n % 3]
    assert pages_of(read(facts)) == wanted
    assert pages_of(read(facts, CHUNK + 20, CHUNK + 40)) == [p for p in wanted if 20 <= p - CHUNK < 40]


@pytest.mark.parametrize(("chunks", "parts"), [(6, 6 * 16), (70, 70)])
def test_many_chunks_are_counted_and_none_is_lost(chunks, parts):
    facts = FactStore(chunks * CHUNK)
    for number in range(chunks):
        facts.put(number * CHUNK + 1024, noise(4096, PageClass.ERROR))
    found = read(facts)
    assert len(found) == parts
    assert found.pages == chunks * (4096 - 1366)
    assert (found.firsts[1:] >= found.ends[:-1]).all()


def test_pages_that_were_dropped_are_told_by_their_blocks():
    facts = FactStore(2 * CHUNK, budget=1)
    facts.put(0, noise(CHUNK))
    facts.put(CHUNK, noise(512))
    assert read(facts).pages == CHUNK + 512
