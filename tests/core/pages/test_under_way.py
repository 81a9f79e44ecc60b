"""What is being read is not handed out again; what comes to nothing is."""

import random
from collections import deque

import pytest

from bytescope.core.document.document import Document
from bytescope.core.pages import twin
from bytescope.core.pages.allowance import Allowance
from bytescope.core.pages.classes import PageClass
from bytescope.core.pages.facts import FactStore
from bytescope.core.pages.survey import SurveyOrder
from bytescope.core.pages.under_way import UnderWay
from bytescope.core.pages.units import Step, Unit
from bytescope.core.pages.working import IN_ORDER, SCATTERED, work_off, workers
from bytescope.core.ranges import PAGESIZE, PageRange
from bytescope.core.source.memory import MemorySource
from bytescope.core.ticket import Ticket
from helpers.files import noise_bytes


def pages_of(unit):
    return set(unit.samples or range(unit.pages.first, unit.pages.end))


def random_unit(rng, pages):
    first = rng.randrange(pages)
    if rng.random() < 0.5:
        samples = tuple(sorted(rng.sample(range(pages), rng.randint(1, 6))))
        return Unit(Step.SAMPLES, PageRange(samples[0], samples[-1] + 1), samples)
    return Unit(Step.PAGES, PageRange(first, min(pages, first + rng.randint(1, 30))), background=True)


@pytest.mark.parametrize("seed", range(20))
def test_against_plain_sets(seed):
    rng, pages = random.Random(seed), 200
    facts, under_way, units, known = FactStore(pages), UnderWay(), [], set()
    for _ in range(60):
        unit = random_unit(rng, pages)
        if not any(pages_of(unit) & pages_of(other) for other in units):
            under_way.add(unit)
            units.append(unit)
        if units and rng.random() < 0.5:
            gone = units.pop(rng.randrange(len(units)))
            under_way.remove(gone)
            if rng.random() < 0.7:
                for page in pages_of(gone):
                    facts.put_uniform(PageRange(page, page + 1), PageClass.TEXT)
                known |= pages_of(gone)
        asked = {page for unit in units for page in pages_of(unit)}
        assert {page for page in range(pages) if under_way.has(page)} == asked
        in_order = {page for unit in units if unit.step is Step.PAGES for page in pages_of(unit)}
        found = under_way.unknown(facts, PageRange(10, 190), 1000)
        assert {page for run in found for page in range(run.first, run.end)} == (
            set(range(10, 190)) - known - in_order
        )
        first = under_way.unknown(facts, PageRange(10, 190))
        assert [run.first for run in first] == [run.first for run in found[:1]]
        assert under_way.background == sum(unit.background for unit in units)


@pytest.mark.parametrize("seed", range(6))
def test_several_workers_read_every_page_and_hardly_any_twice(seed):
    """Batches come back late, in any order, or never."""
    rng, pages = random.Random(seed), 60_000
    facts, under_way, waiting = FactStore(pages), UnderWay(), []

    class Sized:
        size = pages * PAGESIZE

    order, read, lost = SurveyOrder(Sized()), 0, 0
    for _ in range(100_000):
        units = order.next_units(PageRange(100, 900), facts, 8, under_way=under_way)
        for unit in units:
            under_way.add(unit)
            waiting.append(unit)
        if not waiting:
            break
        unit = waiting.pop(rng.randrange(len(waiting)))
        under_way.remove(unit)
        if rng.random() < 0.1 and unit.step is not Step.WALK:
            lost += 1
            continue
        if unit.step is Step.WALK:
            from bytescope.core.pages.data_runs import DataRuns

            unit.learn(unit.at, DataRuns([PageRange(0, pages)]), Sized.size)
        elif unit.step is Step.CACHED:
            unit.learn((), unit.pages.end)
        else:
            read += len(pages_of(unit))
            for page in unit.samples or (None,):
                run = unit.pages if page is None else PageRange(page, page + 1)
                facts.put_uniform(run, PageClass.TEXT)
    assert facts.known == pages
    assert read <= pages * 1.05
    assert lost


def document():
    return Document(MemorySource(noise_bytes(600 * PAGESIZE)))


def test_workers_share_one_list():
    made = document()
    waiting = deque(
        Unit(Step.PAGES, PageRange(at, at + 50), background=at >= 300) for at in range(0, 600, 50)
    )
    first = work_off(waiting, made.snapshot(), twin.measure, seconds=-1, prints=True, ticket=Ticket())
    assert [unit.pages.first for unit in first.units] == [0]
    rest = work_off(waiting, made.snapshot(), twin.measure, seconds=60, prints=False, ticket=Ticket())
    assert len(rest.units) == 11
    assert (first.bytes_read, rest.bytes_read) == (50 * PAGESIZE, 550 * PAGESIZE)
    assert (first.background, rest.background) == (0, 300 * PAGESIZE)
    assert first.seen
    assert not rest.seen
    facts = FactStore(600)
    for part in [*first.parts, *rest.parts]:
        part.put_into(facts)
    assert facts.known == 600


def test_a_worker_that_is_stopped_takes_no_more():
    ticket = Ticket()
    ticket.cancelled = True
    waiting = deque([Unit(Step.PAGES, PageRange(0, 50))])
    batch = work_off(waiting, document().snapshot(), twin.measure, seconds=60, prints=False, ticket=ticket)
    assert not batch.units
    assert len(waiting) == 1


def test_a_worker_for_single_pages_leaves_the_rest_to_others():
    waiting = deque([Unit(Step.SAMPLES, PageRange(3, 4), (3,)), Unit(Step.PAGES, PageRange(0, 50))])
    batch = work_off(
        waiting,
        document().snapshot(),
        twin.measure,
        seconds=60,
        prints=False,
        ticket=Ticket(),
        in_order=False,
    )
    assert [unit.step for unit in batch.units] == [Step.SAMPLES]
    assert len(waiting) == 1


def test_a_slow_medium_gets_one_read_at_a_time():
    assert workers(Step.SAMPLES, None) == 1
    assert workers(Step.SAMPLES, 1.0) == 1
    assert workers(Step.SAMPLES, 0.0001) == SCATTERED
    assert workers(Step.PAGES, 0.0) == IN_ORDER
    assert workers(Step.PAGES, 0.01) == 1  # a head that would go to and fro


def test_a_rate_is_kept():
    allowance, now, read = Allowance(10 << 20), 100.0, 0
    while now < 110.0:
        wait = allowance.wait(now)
        if wait:
            now += wait
            continue
        count = allowance.most(PAGESIZE, 1 << 20) * PAGESIZE
        read += count
        allowance.spend(count, now + 0.001)
        now += 0.001
    assert read / 10 == pytest.approx(10 << 20, rel=0.05)


def test_no_rate_is_no_limit():
    allowance = Allowance()
    allowance.spend(1 << 40, 5.0)
    assert allowance.wait(5.0) == 0
    assert allowance.most(PAGESIZE, 77) == 77
