"""The log of touches against a plain list of pages."""

from __future__ import annotations

import math
import random

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bytescope.core.pages.run_set import RunSet
from bytescope.core.ranges import PageRange
from bytescope.core.touched import touches as module
from bytescope.core.touched.touch import CHANGES, Touch
from bytescope.core.touched.touches import TouchLog

PAGES = 60


def of(*pages: int) -> RunSet:
    return RunSet.of(PageRange(page, page + 1) for page in pages)


def listed(pages: RunSet) -> set[int]:
    return {page for run in pages for page in range(run.first, run.end)}


class Naive:
    """The same as sets of page numbers, looked through from end to end."""

    def __init__(self) -> None:
        self.touches: list[tuple[float, Touch, set[int], str]] = []

    def add(self, kind: Touch, pages: set[int], time: float, who: str) -> None:
        if not pages:
            return
        if self.touches:
            last = self.touches[-1]
            time = max(time, last[0])
            if last[1] is kind and last[3] == who and time - last[0] <= module.MERGED_SECONDS:
                self.touches[-1] = (last[0], kind, last[2] | pages, who)
                return
        self.touches.append((time, kind, pages, who))

    def latest(self, first: int, end: int, kinds: frozenset[Touch]) -> int:
        asked = set(range(first, end))
        found = [i for i, (_, kind, pages, _) in enumerate(self.touches) if kind in kinds and pages & asked]
        return found[-1] if found else -1


KINDS = (Touch.EDIT, Touch.RESIDENT, Touch.UNDO)


@st.composite
def scripts(draw):
    """Touches as (kind, runs, seconds since the one before, who): many overlap, many belong together."""
    chance = random.Random(draw(st.integers(0, 1 << 32)))
    return [
        (
            chance.choice(KINDS[: chance.randint(1, 3)]),
            [(chance.randrange(PAGES), chance.randint(1, 30)) for _ in range(chance.randrange(4))],
            chance.choice([0.0, 0.5, 1.0, 3.0, 3.0, -2.0]),
            chance.choice(["", "", "cat, 12"]),
        )
        for _ in range(chance.randrange(60))
    ]


steps = scripts()


def played(script) -> tuple[TouchLog, Naive]:
    log, naive, time = TouchLog(), Naive(), 1000.0
    for kind, runs, wait, who in script:
        time += wait
        ranges = [PageRange(first, min(PAGES, first + length)) for first, length in runs]
        log.add(kind, RunSet.of(ranges), time, who)
        naive.add(kind, {page for run in ranges for page in range(run.first, run.end)}, time, who)
    return log, naive


@given(steps, st.lists(st.tuples(st.integers(0, PAGES), st.integers(1, 30)), max_size=8), st.booleans())
def test_by_page_it_says_what_a_plain_list_says(script, asked, changes):
    log, naive = played(script)
    assert [(t.time, t.kind, listed(t.pages), t.who) for t in log] == naive.touches
    kinds = CHANGES if changes else frozenset(Touch)
    firsts = np.array([first for first, _ in asked], np.int64)
    ends = firsts + np.array([length for _, length in asked], np.int64)
    wanted = [naive.latest(int(first), int(end), kinds) for first, end in zip(firsts, ends)]
    assert log.latest(firsts, ends, kinds).tolist() == wanted
    for first, length in asked[:2]:
        within = log.within(PageRange(first, first + length))
        inside = [
            (t, pages & set(range(first, first + length))) for t, _, pages, _ in reversed(naive.touches)
        ]
        assert [(t.time, listed(t.pages)) for t in within] == [item for item in inside if item[1]]


@given(steps, st.integers(0, 4), st.integers(0, 5))
def test_ages_are_those_of_the_last_change_in_a_cell(script, level, start):
    log, naive = played(script)
    cells, now = range(start, start + 9), 2000.0
    ages = log.ages(level, cells, now)
    assert ages.dtype == np.float32
    for cell, age in zip(cells, ages):
        number = naive.latest(cell << level, (cell + 1) << level, CHANGES)
        assert age == (np.float32(now - naive.touches[number][0]) if number >= 0 else math.inf)


@given(steps, st.integers(0, 40), st.integers(0, 40))
def test_at_a_time_it_has_what_came_until_then(script, one, other):
    log, naive = played(script)
    times = [990.0, *(touch[0] for touch in naive.touches), 1200.0]
    since, until = times[one % len(times)], times[other % len(times)]
    wanted: dict[Touch, set[int]] = {}
    for time, kind, pages, _ in naive.touches:
        if since < time <= until:
            wanted[kind] = wanted.get(kind, set()) | pages
    assert {kind: listed(pages) for kind, pages in log.at(until, since).items()} == wanted


@given(steps)
def test_what_is_asked_in_between_does_not_change_the_answers(script):
    log, naive, time = TouchLog(), Naive(), 0.0
    everything = (np.arange(PAGES, dtype=np.int64), np.arange(1, PAGES + 1, dtype=np.int64))
    for kind, runs, wait, who in script:
        time += wait
        ranges = [PageRange(first, min(PAGES, first + length)) for first, length in runs]
        log.add(kind, RunSet.of(ranges), time, who)
        naive.add(kind, {page for run in ranges for page in range(run.first, run.end)}, time, who)
        wanted = [naive.latest(page, page + 1, frozenset(Touch)) for page in range(PAGES)]
        assert log.latest(*everything).tolist() == wanted


def test_the_oldest_are_dropped_and_counted_where_there_is_no_room():
    log = TouchLog(most_touches=10)
    for n in range(100):
        log.add(Touch.EDIT, of(n), 10.0 * n)
        known = log.latest(np.arange(100), np.arange(1, 101))
        assert known.tolist() == [page if log.dropped <= page <= n else -1 for page in range(100)]
    assert len(log) <= 10
    assert log.dropped + len(log) == 100
    assert list(log)[-1].time == 990.0
    assert log.latest(np.array([0, 99]), np.array([1, 100])).tolist() == [-1, 99]
    assert log[99].pages == of(99)
    with pytest.raises(KeyError):
        log[log.dropped - 1]


def test_many_runs_are_no_room_either_but_the_newest_stays():
    log = TouchLog(most_runs=100)
    for n in range(5):
        log.add(Touch.EDIT, of(*range(n, 200, 5)), 10.0 * n)
    assert sum(len(touched.pages) for touched in log) <= 100
    log.add(Touch.SAVE, of(*range(0, 400, 2)), 100.0)
    assert [touched.kind for touched in log] == [Touch.SAVE]


def test_a_touch_of_too_many_runs_is_rounded_and_says_so(monkeypatch):
    monkeypatch.setattr(module, "MOST_RUNS_OF_ONE", 3)
    log = TouchLog()
    log.add(Touch.RESIDENT, of(0, 2, 10, 20), 1.0)
    (touched,) = log
    assert touched.rounded
    assert listed(touched.pages) == {0, 1, 2, 10, 20}


def test_cleared_it_knows_nothing_and_numbers_go_on():
    log = TouchLog()
    log.add(Touch.EDIT, of(1), 1.0)
    log.clear()
    log.add(Touch.EDIT, of(2), 2.0)
    assert log.latest(np.array([1, 2]), np.array([2, 3])).tolist() == [-1, 1]


def test_a_log_of_many_scattered_runs_answers_a_screen_of_cells():
    log = TouchLog()
    for n in range(4):
        log.add(Touch.EDIT, RunSet.of_edges(*_scattered(n, 40_000)), 10.0 * n)
    ages = log.ages(10, range(1 << 18), 100.0)
    assert len(ages) == 1 << 18
    assert np.isfinite(ages).sum() > 40_000


def _scattered(seed: int, count: int):
    firsts = np.unique(np.random.default_rng(seed).integers(0, 1 << 28, count))
    return firsts, firsts + 1
