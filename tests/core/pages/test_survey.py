"""The order of a survey, played through against a store, with and without disturbance."""

import random

import numpy as np
import pytest

from bytescope.core.pages import data_runs
from bytescope.core.pages.classes import PageClass
from bytescope.core.pages.confidence import confidence
from bytescope.core.pages.data_runs import DataRuns, reversed_bits
from bytescope.core.pages.facts import FactStore
from bytescope.core.pages.measures import Measures
from bytescope.core.pages.survey import SurveyOrder
from bytescope.core.pages.units import Exact, LookedAt, Sampled, Step, Uniform, Walked
from bytescope.core.ranges import PAGESIZE, PageRange

NOWHERE = PageRange(0, 0)


def measures(count, cls=PageClass.DENSE):
    floats, numbers = np.ones((2, count), np.float32), np.ones((4, count), np.uint32)
    codes = np.zeros(count, np.uint8)
    return Measures(np.full(count, cls, np.uint8), *floats, *numbers, codes, numbers[0])


class Played:
    """A document of ``pages`` pages with data in ``runs``; units are carried out by the book."""

    def __init__(self, pages, runs=None, walk_runs=1000):
        self.runs = [PageRange(0, pages)] if runs is None else runs
        self.size = pages * PAGESIZE
        self.walk_runs = walk_runs
        self.facts = FactStore(pages)
        self.order = SurveyOrder(self)
        self.read = []  # every page that was read, in order
        self.units = []

    def carry_out(self, unit):
        self.units.append(unit)
        if unit.step is Step.WALK:
            self._walk(unit)
        elif unit.step is Step.CACHED:
            LookedAt((), unit.pages.end, unit.learn).put_into(self.facts)
        elif unit.step is Step.SAMPLES:
            self.read += unit.samples
            Sampled(unit.samples, measures(len(unit.samples))).put_into(self.facts)
        else:
            at = unit.pages.first
            for run in [*self.runs, PageRange(self.facts.page_count, self.facts.page_count)]:
                part = run.intersect(unit.pages)
                hole = PageRange(at, max(at, min(run.first, unit.pages.end)))
                if hole:
                    Uniform(hole, PageClass.HOLE).put_into(self.facts)
                if part:
                    Exact(part.first, measures(part.count)).put_into(self.facts)
                    self.read += range(part.first, part.end)
                at = max(at, min(run.end, unit.pages.end))

    def _walk(self, unit):
        start = unit.at // PAGESIZE
        runs = [run for run in self.runs if run.end > start][: self.walk_runs]
        reached = runs[-1].end if len(runs) == self.walk_runs else self.facts.page_count
        edges = [start, *(edge for run in runs for edge in (run.first, run.end)), reached]
        holes = [PageRange(a, b) for a, b in zip(edges[::2], edges[1::2]) if a < b]
        known = tuple(Uniform(hole, PageClass.HOLE) for hole in holes)
        Walked(unit.at, reached * PAGESIZE, DataRuns(runs), known, unit.learn).put_into(self.facts)

    def play(self, visible=NOWHERE, limit=8, steps=100_000, until=None):
        for _ in range(steps):
            units = self.order.next_units(visible, self.facts, limit)
            if not units:
                return
            for unit in units:
                self.carry_out(unit)
                if until is not None and until(unit):
                    return
        raise AssertionError("the survey does not end")


def islands(count, pages, length, seed=1):
    rng = random.Random(seed)
    step = pages // count
    return [
        PageRange(at, at + rng.randint(1, length))
        for at in (number * step + rng.randrange(step - length) for number in range(count))
    ]


@pytest.mark.parametrize("limit", [1, 7, 256])
@pytest.mark.parametrize(
    ("pages", "runs"),
    [
        (1, None),
        (5000, None),
        (30_000, None),
        (200_000, islands(40, 200_000, 900)),
        (70_000, [PageRange(3, 4), PageRange(69_000, 70_000)]),
        (70_000, []),
    ],
)
def test_every_data_page_is_read_once_and_nothing_else(pages, runs, limit):
    played = Played(pages, runs)
    played.play(PageRange(0, pages), limit)
    assert played.facts.known == pages
    data = {page for run in played.runs for page in range(run.first, run.end)}
    assert set(played.read) == data
    in_order = len(played.read) - sum(len(unit.samples) for unit in played.units)
    assert in_order <= len(data)


@pytest.mark.parametrize("walk_runs", [1, 7, 1000])
def test_every_island_has_a_sample_before_any_is_complete(walk_runs):
    runs = islands(300, 1 << 28, 5000)
    played = Played(1 << 28, runs, walk_runs)
    shown = set()

    def all_shown(unit):
        if unit.step is Step.SAMPLES:
            shown.update(i for i, run in enumerate(runs) if any(page in run for page in unit.samples))
        assert unit.step is not Step.PAGES
        return len(shown) == len(runs)

    played.play(PageRange(0, 1 << 28), 256, until=all_shown)
    assert len(shown) == 300
    assert len(played.read) <= 300 + 16


def test_the_first_samples_are_spread_over_the_islands(monkeypatch):
    monkeypatch.setattr(data_runs, "SAMPLES_IN_UNIT", 16)
    runs = [PageRange(at * 1000, at * 1000 + 10) for at in range(64)]
    played = Played(64_000, runs)
    played.play(NOWHERE, 1, until=lambda unit: len(played.read) >= 16)
    gaps = np.diff(sorted([-1000, *played.read[:16], 64_000]))
    assert gaps.max() <= 5000


def test_what_is_in_view_is_read_before_all_samples_if_it_is_little():
    played = Played(1 << 24)
    view = PageRange(5_000_000, 5_002_000)
    units = played.order.next_units(view, played.facts, 8)
    assert units[0].step is Step.PAGES
    assert (units[0].pages.first, units[0].pages.end <= view.end) == (view.first, True)
    played.play(view, 8, until=lambda unit: set(range(view.first, view.end)) <= set(played.read))
    assert len(played.read) <= view.count


def test_a_large_view_is_sampled_and_then_read_before_the_rest():
    played = Played(1 << 24)
    view = PageRange(1 << 20, (1 << 20) + (1 << 16))
    inside = []

    def note(unit):
        if unit.step is Step.PAGES:
            inside.append(unit.pages.first in view)
        return played.facts.unknown_runs(view) == []

    played.play(view, 8, until=note)
    assert all(inside)
    before = [unit.step for unit in played.units if unit.step not in (Step.WALK, Step.CACHED)]
    first = before.index(Step.PAGES)
    assert set(before[:first]) == {Step.SAMPLES}
    samples = [page for unit in played.units for page in unit.samples if page in view]
    assert len(samples) >= 64


def test_the_view_may_move_at_every_call():
    played, rng = Played(60_000, islands(30, 60_000, 1500)), random.Random(3)
    for _ in range(100_000):
        at = rng.randrange(60_000)
        view = PageRange(at, min(60_000, at + rng.choice([10, 3000, 60_000])))
        unit = played.order.next_unit(view, played.facts)
        if unit is None:
            break
        played.carry_out(unit)
    assert played.facts.known == 60_000
    assert set(played.read) == {page for run in played.runs for page in range(run.first, run.end)}


def test_units_whose_facts_do_not_arrive_come_again():
    played, rng = Played(40_000, islands(20, 40_000, 1500)), random.Random(4)
    for _ in range(100_000):
        units = played.order.next_units(PageRange(0, 40_000), played.facts, 4)
        if not units:
            break
        for unit in units:
            if rng.random() < 0.6:
                played.carry_out(unit)
    assert played.facts.known == 40_000


def test_stale_pages_in_view_come_first():
    played = Played(1 << 24)
    everything = PageRange(0, 1 << 24)
    played.play(everything, 8, until=lambda unit: len(played.read) > 500)
    stale = PageRange(7_000_000, 7_000_003)
    played.facts.forget(stale)
    played.order = played.order.changed(played, [stale])
    assert played.order.next_unit(everything, played.facts).pages == stale
    played.carry_out(played.order.next_unit(everything, played.facts))
    assert played.order.next_unit(everything, played.facts).pages != stale


def test_an_edit_in_a_known_view_is_read_at_once():
    played = Played(100_000)
    played.play()
    played.facts.forget(PageRange(70_000, 70_002))
    played.order.changed(played)
    unit = played.order.next_unit(PageRange(0, 100_000), played.facts)
    assert unit.pages == PageRange(70_000, 70_002)


def test_a_large_fill_begins_with_a_walk_again():
    played = Played(1 << 24)
    played.play(NOWHERE, 8, until=lambda unit: len(played.read) > 9000)
    played.facts.forget(PageRange(0, 1 << 24))
    played.order.changed(played)
    played.runs = [PageRange(5, 10)]
    steps = [unit.step for unit in played.order.next_units(PageRange(0, 1 << 24), played.facts, 8)]
    assert Step.WALK in steps
    played.play(PageRange(0, 1 << 24), 8)
    assert played.facts.known == 1 << 24
    assert played.read[-5:] == [5, 6, 7, 8, 9] or len(set(played.read[-5:])) == 5


def test_a_grown_document_is_read_to_its_end():
    played = Played(5000)
    played.play()
    played.facts.resize(9000)
    played.runs, played.size = [PageRange(0, 9000)], 9000 * PAGESIZE
    played.order = played.order.changed(played)
    played.play()
    assert played.facts.known == 9000
    played.facts.resize(10)
    played.runs, played.size = [PageRange(0, 10)], 10 * PAGESIZE
    played.order.changed(played)
    played.play()
    assert played.facts.known == 10


@pytest.mark.parametrize("pages", [10_000, 100_000])
def test_only_the_view_is_read_where_the_rest_is_not_wanted(pages):
    """Of a view that is too large to be waited for, only samples."""
    played = Played(1 << 20)
    view = PageRange(500_000, 500_000 + pages)
    for _ in range(100_000):
        units = played.order.next_units(view, played.facts, 8, whole=False)
        if not units:
            break
        for unit in units:
            played.carry_out(unit)
    assert (played.facts.unknown_runs(view) == []) == (pages == 10_000)
    assert len(played.read) < 20_000


@pytest.mark.parametrize("runs", [[PageRange(0, 1 << 20)], islands(50, 1 << 20, 9000)])
def test_the_widest_gap_halves_at_every_power_of_two(runs):
    found = DataRuns(runs)
    samples = found.spread(PageRange(0, 1 << 20))
    for power in range(2, samples.count.bit_length()):
        taken = sorted(found._index(samples._page_of(i)) for i in range(1 << power))
        gaps = np.diff([*taken, found.pages + taken[0]])
        assert gaps.max() <= found.pages / (1 << power) + 1


def test_samples_lie_in_allocated_pages():
    runs = islands(50, 1 << 20, 9000)
    samples = DataRuns(runs).spread(PageRange(1000, 900_000))
    for number in range(samples.count):
        page = samples._page_of(number)
        assert any(page in run for run in runs)
        assert 1000 <= page < 900_000


def test_a_call_plans_a_bounded_number_of_samples(monkeypatch):
    monkeypatch.setattr(data_runs, "SAMPLES_AT_ONCE", 64)
    played = Played(1 << 24)
    for _ in range(3):  # the walk, the look for cached pages, the one data run
        played.carry_out(played.order.next_unit(NOWHERE, played.facts))
    units = played.order.next_units(NOWHERE, played.facts, 10_000)
    pages = [page for unit in units for page in unit.samples]
    assert 60 <= len(pages) == len(set(pages)) <= 64
    assert pages == sorted(pages)


def test_runs_that_touch_are_one():
    runs = DataRuns([PageRange(0, 2), PageRange(2, 5), PageRange(7, 9)])
    assert len(runs) == 2
    assert runs.pages == 7
    more = DataRuns([PageRange(8, 11), PageRange(20, 21)])
    runs.extend(more)
    assert len(runs) == 3
    assert runs.pages == 5 + 4 + 1
    assert [runs._page(index) for index in range(runs.pages)] == [*range(5), *range(7, 11), 20]
    assert [runs._index(page) for page in (0, 3, 5, 6, 7, 11, 15, 21, 99)] == [0, 3, 5, 5, 5, 9, 9, 10, 10]


def test_bits_are_reversed():
    assert [reversed_bits(number, 3) for number in range(8)] == [0, 4, 2, 6, 1, 5, 3, 7]
    assert reversed_bits(0, 0) == 0


def test_the_sentence_tells_what_can_be_missed():
    facts = FactStore(1000)
    assert confidence(facts) == "0 of 1,000 pages read"
    facts.put(0, measures(100))
    facts.put(600, measures(1))
    assert confidence(facts) == "101 of 1,000 pages read; a run shorter than 1.96 MiB can still be missed"
    facts.put_uniform(PageRange(100, 600), PageClass.HOLE)
    text = "601 of 1,000 pages known, 500 of them holes; a run shorter than 1.57 MiB can still be missed"
    assert confidence(facts) == text
    facts.put(601, measures(399))
    assert confidence(facts) == "all 1,000 pages known, 500 of them holes"
    facts.put(0, measures(1000))
    assert confidence(facts) == "all 1,000 pages read"
    assert confidence(FactStore(0)) == "No pages"
