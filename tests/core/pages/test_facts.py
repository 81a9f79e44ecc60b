"""The fact store against a plain array with one row a page."""

import numpy as np
import pytest

from bytescope.core.pages.classes import CLASS_COUNT, PageClass
from bytescope.core.pages.dense import CHUNK, KEPT_BYTES, RAW_BYTES
from bytescope.core.pages.facts import FactStore
from bytescope.core.pages.leading import CERTAIN
from bytescope.core.pages.measures import Measures
from bytescope.core.pages.packing import ENTROPY_STEPS, pack, rows_of
from bytescope.core.ranges import PageRange
from helpers.measures import some_measures

PLACES = ((0, 255), (8, 65535), (24, 255), (32, 255), (40, 255), (48, 255))


class Plain:
    """What the store must be equal to: a row a page."""

    def __init__(self, pages):
        self.rows = np.zeros((6, pages), np.int64)

    def put(self, first, measures):
        rows = rows_of(measures)
        for row, values in zip(self.rows, rows.columns()):
            part = values[: max(0, len(row) - first)]
            row[first : first + len(part)] = part

    def put_value(self, first, end, value):
        for row, (shift, mask) in zip(self.rows, PLACES):
            row[first:end] = value >> shift & mask

    def resize(self, pages):
        old = self.rows
        self.rows = np.zeros((6, pages), np.int64)
        common = min(pages, old.shape[1])
        self.rows[:, :common] = old[:, :common]

    def cells(self, level, first, count):
        """Counts [11, n] and means [4, n] of cells, their pages, and those by dominant byte [256, n]."""
        pages = self.rows.shape[1]
        lines = self.rows[:, first << level : min(pages, (first + count) << level)]
        cell = np.arange(lines.shape[1]) >> level
        counts = np.zeros((CLASS_COUNT, count), np.int64)
        for code in range(1, CLASS_COUNT):
            counts[code] = np.bincount(cell[lines[0] == code], minlength=count)
        known = np.maximum(counts.sum(0), 1)
        read = lines[0] > 0
        scales = (1 / ENTROPY_STEPS, 1, 1 / 255, 1 / 255)
        means = [
            np.bincount(cell[read], lines[row + 1][read], minlength=count) / known * scale
            for row, scale in enumerate(scales)
        ]
        total = np.bincount(cell, minlength=count)
        votes = np.zeros((256, count), np.int64)
        good = read & (lines[0] < PageClass.GONE)
        np.add.at(votes, (lines[5][good], cell[good]), 1)
        return counts, np.array(means), total, votes


def assert_cells_equal(store, plain, level, first, count):
    facts = store.cells(level, first, count, lead=True)
    counts, means, total, votes = plain.cells(level, first, count)
    known = counts.sum(0)
    np.testing.assert_array_equal(facts.known, known)
    np.testing.assert_array_equal(facts.total, total)
    np.testing.assert_allclose(facts.entropy, means[0], rtol=1e-5, atol=1e-5)
    np.testing.assert_allclose(facts.mean, means[1], rtol=1e-5, atol=1e-4)
    np.testing.assert_allclose(facts.zero_share, means[2], rtol=1e-5, atol=1e-6)
    np.testing.assert_allclose(facts.printable, means[3], rtol=1e-5, atol=1e-6)
    assert_leads(facts, votes, known)
    bad = (counts[PageClass.GONE] + counts[PageClass.ERROR]) > 0
    order = np.argsort(-counts[1:], axis=0, kind="stable") + 1
    np.testing.assert_array_equal(facts.majority[~bad], np.where(known > 0, order[0], 0)[~bad])
    error = counts[PageClass.ERROR] > 0
    assert (facts.majority[error] == PageClass.ERROR).all()
    assert (facts.majority[bad & ~error] == PageClass.GONE).all()
    of_majority = np.take_along_axis(counts, facts.majority[None].astype(int), 0)[0]
    share = np.where(known > 0, np.maximum(of_majority * 255 // np.maximum(known, 1), 1), 0)
    np.testing.assert_array_equal(facts.share, np.where(of_majority > 0, share, 0))
    two = np.sort(counts[1:], axis=0)[-2]
    second = np.where(two > 0, order[1], 0)
    np.testing.assert_array_equal(facts.second[~bad], second[~bad])


def assert_leads(facts, votes, known):
    """What is claimed of a cell's dominant byte is true, and who has two thirds is found."""
    of_leader = np.take_along_axis(votes, facts.dominant[None].astype(int), 0)[0]
    assert (facts.agreement * known <= of_leader * 255 + np.where(facts.agreement == 1, known, 0)).all()
    certain = facts.agreement >= CERTAIN
    assert (of_leader[certain] == votes.max(0)[certain]).all()
    many = (votes.max(0) * 3 >= known * 2) & (known > 0)
    np.testing.assert_array_equal(facts.dominant[many], votes.argmax(0)[many])
    assert certain[many].all()


def assert_same(store, plain):
    pages = plain.rows.shape[1]
    assert store.page_count == pages
    counts = np.bincount(plain.rows[0], minlength=CLASS_COUNT)
    assert store.class_counts() == tuple(counts.tolist())
    assert store.known == counts[1:].sum()
    edges = np.flatnonzero(np.diff((plain.rows[0] == 0).astype(int), prepend=0, append=0)).tolist()
    unknown = [PageRange(a, b) for a, b in zip(edges[::2], edges[1::2])]
    assert store.unknown_runs(PageRange(0, pages), len(unknown) + 1) == unknown
    assert store.longest_unknown() == max((r.count for r in unknown), default=0)
    for level in range(0, 41, 1 if pages < 5000 else 3):
        assert_cells_equal(store, plain, level, 0, min(((pages - 1) >> level) + 2, 70000))


def random_step(rng, store, plain):
    pages = store.page_count
    first = int(rng.integers(0, pages))
    count = int(min(pages - first, rng.choice([1, 3, 40, 700, 5000, CHUNK, 2 * CHUNK])))
    match int(rng.integers(0, 6)):
        case 0 | 1:
            kinds = [[2], [2, 5, 9], [8, 10], None][int(rng.integers(0, 4))]
            measures = some_measures(rng, count, kinds)
            store.put(first, measures)
            plain.put(first, measures)
        case 2:
            at = rng.integers(0, pages, min(count, 300))
            measures = some_measures(rng, len(at))
            store.put_at(at.tolist(), measures)
            for index, page in enumerate(at.tolist()):
                plain.put_value(page, page + 1, int(rows_of(measures).packed()[index]))
        case 3:
            cls = PageClass(int(rng.integers(1, 9)))
            store.put_uniform(PageRange(first, first + count), cls, 2.5, 17, 0.25, 0.5, 0x20)
            plain.put_value(first, first + count, pack(cls, 2.5, 17, 0.25, 0.5, 0x20))
        case 4:
            store.forget(PageRange(first, first + count))
            plain.put_value(first, first + count, 0)
        case 5:
            size = int(rng.integers(max(1, pages - 9000), pages + 9000))
            store.resize(size)
            plain.resize(size)


@pytest.mark.parametrize("seed", range(12))
def test_random_puts_and_forgets_equal_the_plain_model(seed):
    rng = np.random.default_rng(seed)
    pages = int(rng.choice([1, 17, 3000, CHUNK, CHUNK + 1, 3 * CHUNK - 5]))
    store, plain = FactStore(pages), Plain(pages)
    for step in range(24):
        random_step(rng, store, plain)
        if step % 6 == 5:
            assert_same(store, plain)


@pytest.mark.parametrize("seed", range(4))
def test_any_window_of_cells_is_a_part_of_the_whole(seed):
    rng = np.random.default_rng(100 + seed)
    store, plain = FactStore(3 * CHUNK - 77), Plain(3 * CHUNK - 77)
    for _ in range(12):
        random_step(rng, store, plain)
    for _ in range(40):
        level = int(rng.integers(0, 20))
        cells = max(1, store.page_count >> level)
        first = int(rng.integers(0, cells))
        assert_cells_equal(store, plain, level, first, int(rng.integers(1, 400)))


def test_one_page_tells_what_was_put():
    store = FactStore(10)
    store.put_uniform(PageRange(2, 4), PageClass.TEXT, 4.5, 101, 0.0, 1.0, 0x65)
    fact = store.page(3)
    assert (fact.page, fact.cls, fact.mean, fact.zero_share) == (3, PageClass.TEXT, 101, 0)
    assert (fact.printable_share, fact.dominant) == (1, 0x65)
    assert fact.entropy == pytest.approx(4.5, abs=1e-4)
    assert store.page(4) is None
    assert store.page(-1) is None
    assert store.page(10) is None


def test_a_single_zero_byte_is_not_rounded_away():
    store = FactStore(2)
    rng = np.random.default_rng(1)
    measures = some_measures(rng, 2)
    measures.zeros[:] = (1, 4095)
    measures.printable[:] = (1, 4095)
    store.put(0, measures)
    assert 0 < store.page(0).zero_share < store.page(1).zero_share < 1
    assert 0 < store.page(0).printable_share < store.page(1).printable_share < 1


def test_a_terabyte_of_one_kind_is_a_few_objects():
    store = FactStore(1 << 28)
    store.put_uniform(PageRange(0, 1 << 28), PageClass.HOLE)
    store.put_uniform(PageRange(1 << 20, 1 << 27), PageClass.CONST, 0, 0xAA, 0)
    assert store.known == 1 << 28
    assert not store._dense
    assert store._runs.count(0, 1 << 28) == 3
    assert store.cells(20, 0, 256).majority.tolist() == [1] + [4] * 127 + [1] * 128


def test_chunks_over_the_budget_are_dropped_but_stay_known_in_coarse_cells():
    rng = np.random.default_rng(5)
    store, plain = FactStore(4 * CHUNK, budget=2 * RAW_BYTES + 12 * KEPT_BYTES), Plain(4 * CHUNK)
    for chunk in range(4):
        measures = some_measures(rng, CHUNK)
        store.put(chunk * CHUNK, measures)
        plain.put(chunk * CHUNK, measures)
    assert store.known == 4 * CHUNK
    assert store.unknown_runs(PageRange(0, 4 * CHUNK), 9) == []
    assert store.unknown_runs(PageRange(0, 4 * CHUNK), 9, exact=True) == [PageRange(0, 2 * CHUNK)]
    for level in (8, 11, 12, 16, 17, 18):
        assert_cells_equal(store, plain, level, 0, 4 * CHUNK >> level)
    for level in (0, 3, 4, 7):
        facts = store.cells(level, 0, 4 * CHUNK >> level)
        half = len(facts) // 2
        blocks = store.cells(8, 0, 4 * CHUNK >> 8, lead=True)
        shown = level >= 4
        assert (facts.known[:half] == shown).all()
        of_block = np.repeat(np.arange(2 * CHUNK >> 8), 1 << (8 - level))
        for name in ("majority", "second", "share", "entropy", "zero_share"):
            assert np.array_equal(getattr(facts, name)[:half], getattr(blocks, name)[of_block] * shown)
        assert (facts.known[half:] == 1 << level).all()
    assert store.page(5) is None
    assert store.page(3 * CHUNK) is not None


def test_the_chunk_looked_at_is_kept():
    rng = np.random.default_rng(6)
    store = FactStore(4 * CHUNK, budget=2 * RAW_BYTES + 12 * KEPT_BYTES)
    for chunk in range(2):
        store.put(chunk * CHUNK, some_measures(rng, CHUNK))
    store.cells(0, 0, 100)
    store.put(2 * CHUNK, some_measures(rng, CHUNK))
    assert store.page(0) is not None
    assert store.page(CHUNK) is None


def test_reading_a_dropped_chunk_again_makes_it_exact_without_losing_the_rest():
    rng = np.random.default_rng(7)
    store, plain = FactStore(2 * CHUNK, budget=RAW_BYTES + 6 * KEPT_BYTES), Plain(2 * CHUNK)
    for chunk in (0, 1):
        measures = some_measures(rng, CHUNK)
        store.put(chunk * CHUNK, measures)
        plain.put(chunk * CHUNK, measures)
    again = Measures(*(plain.rows[0][300:900].astype(np.uint8),), *_floats(plain, 300, 900))
    store.put(300, again)
    assert store.known == 2 * CHUNK
    assert store.page(300) is not None
    assert store.page(299) is None
    assert store.unknown_runs(PageRange(0, CHUNK), 5, exact=True) == [
        PageRange(0, 300),
        PageRange(900, CHUNK),
    ]
    assert_cells_equal(store, plain, 8, 0, CHUNK >> 8)


def _floats(plain, first, end):
    rows = plain.rows[:, first:end]
    count = end - first
    return (
        (rows[1] / ENTROPY_STEPS).astype(np.float32),
        rows[2].astype(np.float32),
        np.rint(rows[3] / 255 * 4096).astype(np.uint32),
        np.ones(count, np.uint32),
        np.full(count, 4096, np.uint32),
        np.ones(count, np.uint32),
        rows[5].astype(np.uint8),
        np.rint(rows[4] / 255 * 4096).astype(np.uint32),
    )


def test_forgetting_a_page_of_a_dropped_chunk_forgets_its_block():
    rng = np.random.default_rng(8)
    store = FactStore(2 * CHUNK, budget=RAW_BYTES + 6 * KEPT_BYTES)
    for chunk in (0, 1):
        store.put(chunk * CHUNK, some_measures(rng, CHUNK))
    store.forget(PageRange(1000, 1001))
    assert store.unknown_runs(PageRange(0, CHUNK), 5) == [PageRange(768, 1024)]
    assert store.known == 2 * CHUNK - 256
    assert store.class_counts()[0] == 256


def test_half_known_blocks_become_unread_when_dropped():
    rng = np.random.default_rng(9)
    store = FactStore(2 * CHUNK, budget=RAW_BYTES + 6 * KEPT_BYTES)
    store.put(0, some_measures(rng, 5000))
    store.put(CHUNK, some_measures(rng, CHUNK))
    assert store.known == (5000 // 256) * 256 + CHUNK
    assert store.unknown_runs(PageRange(0, CHUNK), 5) == [PageRange(5000 // 256 * 256, CHUNK)]


def test_generation_moves_with_every_fact():
    store = FactStore(100)
    seen = [store.generation]
    store.put_uniform(PageRange(0, 5), PageClass.ZERO)
    seen.append(store.generation)
    store.put(7, some_measures(np.random.default_rng(0), 2))
    seen.append(store.generation)
    store.forget(PageRange(0, 1))
    seen.append(store.generation)
    store.resize(90)
    seen.append(store.generation)
    assert len(set(seen)) == len(seen)


def test_an_empty_document_has_no_facts():
    store = FactStore(0)
    store.put(0, some_measures(np.random.default_rng(0), 1))
    store.forget(PageRange(0, 5))
    facts = store.cells(3, 0, 4)
    assert facts.total.tolist() == [0] * 4
    assert store.class_counts() == (0,) * CLASS_COUNT
    store.resize(3)
    assert store.unknown_runs(PageRange(0, 9), 3) == [PageRange(0, 3)]
    store.resize(0)
    assert store.longest_unknown() == 0
