"""Fingerprints tell pages apart; their store answers as a plain array would, in little memory."""

import hypothesis.strategies as st
import numpy as np
import pytest
from hypothesis import given, settings

from bytescope.core.pages import kernels, print_store, twin
from bytescope.core.pages.print_store import CHUNK, PrintStore
from bytescope.core.pages.prints import ZERO, prints_of, zero_print
from bytescope.core.ranges import PAGESIZE, PageRange


@pytest.mark.parametrize("measure", [kernels.measure, twin.measure], ids=["numba", "numpy"])
def test_every_single_bit_of_a_page_counts(measure):
    page = np.random.default_rng(1).integers(0, 256, PAGESIZE).astype(np.uint8)
    copies = np.tile(page, 8 * 64)
    places = np.arange(8 * 64)
    copies[places * PAGESIZE + places * 7] ^= (1 << places % 8).astype(np.uint8)
    found = measure(copies).prints
    assert len(set(found.tolist()) | {int(prints_of(page)[0])}) == len(found) + 1


def test_prints_are_spread_over_32_bits():
    found = prints_of(np.random.default_rng(2).integers(0, 256, 5000 * PAGESIZE).astype(np.uint8))
    assert len(np.unique(found)) == 5000
    assert abs(np.unpackbits(found.view(np.uint8)).mean() - 0.5) < 0.01


def test_a_short_page_is_not_the_same_page_with_zeros():
    data = np.full(100, 7, np.uint8)
    longer = np.concatenate([data, np.zeros(50, np.uint8)])
    assert prints_of(data)[0] != prints_of(longer)[0]
    assert zero_print() == ZERO != zero_print(100)


def test_the_first_fingerprint_stays_and_another_one_is_told():
    store = PrintStore(1000)
    assert store.put(10, np.arange(1, 51, dtype=np.uint32)) == []
    assert store.put(20, np.array([11, 99, 0, 98], np.uint32)) == [PageRange(21, 22), PageRange(23, 24)]
    assert store.get(PageRange(20, 24)).tolist() == [11, 12, 13, 14]
    assert store.put_uniform(PageRange(59, 70), 5) == [PageRange(59, 60)]
    assert store.get(PageRange(58, 71)).tolist() == [49, 50, *[5] * 10, 0]


def test_a_terabyte_of_holes_is_one_run():
    store = PrintStore(1 << 28)
    store.put_uniform(PageRange(0, 1 << 28), ZERO)
    assert store.known == 1 << 28
    assert [stretch.pages for stretch in store.stretches(PageRange(0, 1 << 28))] == [PageRange(0, 1 << 28)]


def test_memory_stays_within_the_budget():
    store = PrintStore(8 * CHUNK, budget=2 * CHUNK * 4)
    for number in range(8):
        store.put(number * CHUNK, np.arange(1, CHUNK + 1, dtype=np.uint32))
    assert store.known == 2 * CHUNK
    assert not store.get(PageRange(0, CHUNK)).any()
    assert store.get(PageRange(7 * CHUNK, 8 * CHUNK)).all()


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_the_store_answers_as_an_array_does(data):
    chunk, runs = 64, 6
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(print_store, "CHUNK", chunk)
        patch.setattr(print_store, "RUNS_IN_CHUNK", runs)
        size = data.draw(st.integers(1, 300))
        store, plain = PrintStore(size), np.zeros(size, np.uint32)
        for _ in range(data.draw(st.integers(1, 12))):
            kind = data.draw(st.sampled_from(["put", "page", "uniform", "forget", "resize"]))
            first = data.draw(st.integers(0, max(0, size - 1)))
            count = data.draw(st.integers(1, 150))
            part = slice(first, min(size, first + count))
            if kind == "put":
                value = np.array(
                    data.draw(st.lists(st.integers(0, 3), min_size=count, max_size=count)), np.uint32
                )
                old, new = plain[part], value[: part.stop - first]
                other = [int(i) + first for i in np.flatnonzero((old != 0) & (new != 0) & (old != new))]
                told = [page for run in store.put(first, value) for page in range(run.first, run.end)]
                assert told == other
                plain[part] = np.where(old == 0, new, old)
            elif kind == "page":
                value = data.draw(st.integers(0, 3))
                told = store.put_page(first, value)
                assert told == (value != 0 and plain[first] not in (0, value))
                plain[first] = plain[first] or value
            elif kind == "uniform":
                store.put_uniform(PageRange(first, first + count), 2)
                plain[part] = np.where(plain[part] == 0, 2, plain[part])
            elif kind == "forget":
                store.forget(PageRange(first, first + count))
                plain[part] = 0
            else:
                new_size = data.draw(st.integers(1, 300))
                store.resize(new_size)
                plain = np.concatenate([plain, np.zeros(300, np.uint32)])[:new_size]
                plain[size:] = 0
                size = new_size
            np.testing.assert_array_equal(store.get(PageRange(0, size)), plain)
            assert store.known == np.count_nonzero(plain)


@pytest.mark.parametrize("pages", [1, 31, 32, 33, 70])
def test_a_short_last_page_goes_with_any_number_of_others(pages):
    data = np.random.default_rng(pages).integers(0, 256, pages * PAGESIZE + 9, dtype=np.uint8)
    alone = [int(prints_of(data[at : at + PAGESIZE])[0]) for at in range(0, len(data), PAGESIZE)]
    assert prints_of(data).tolist() == alone
