"""Copies of pages against counting one by one."""

import collections

import numpy as np
import pytest

from bytescope.core.errors import Cancelled
from bytescope.core.pages import copies
from bytescope.core.pages.copies import PrintsNow, cell_copies, repeated
from bytescope.core.pages.palette import ALL_ZERO
from bytescope.core.pages.print_store import CHUNK, PrintStore
from bytescope.core.pages.prints import ZERO
from bytescope.core.ranges import PageRange
from bytescope.core.ticket import Ticket


def random_document(rng, pages):
    """A file's and edited pages' fingerprints, the edited runs, and what the document's pages have: plain."""
    file, edited = PrintStore(pages), PrintStore(pages)
    plain = np.zeros(pages, np.int64)
    for _ in range(12):
        first = int(rng.integers(0, pages))
        count = min(pages - first, int(rng.choice([1, 5, 300, 3000, CHUNK])))
        free = plain[first : first + count] == 0
        if rng.random() < 0.4:
            value = int(rng.choice([7, 8, ZERO]))
            file.put_uniform(PageRange(first, first + count), value)
            values = np.full(count, value)
        else:
            few = int(rng.choice([3, 1000, 2**32]))
            values = rng.integers(1, few, count)
            file.put(first, values.astype(np.uint32))
        plain[first : first + count][free] = values[free]
    edges = np.unique(rng.integers(0, pages, 2 * int(rng.integers(0, 5))))
    edges = edges[: len(edges) // 2 * 2]
    runs = edges[0::2], edges[1::2]
    for first, end in zip(*runs):
        values = rng.integers(0, 4, end - first)
        edited.put(int(first), values.astype(np.uint32))
        plain[first:end] = values
    return PrintsNow(file, edited, runs), plain


@pytest.mark.parametrize("seed", range(16))
def test_counts_are_those_of_counting(seed, monkeypatch):
    monkeypatch.setattr(copies, "AT_ONCE", 2000)
    rng = np.random.default_rng(seed)
    now, plain = random_document(rng, int(rng.choice([1, 90, 4000, CHUNK + 500])))
    counted = collections.Counter(plain.tolist())
    expected = np.array([0 if v in (0, ZERO) else counted[v] - 1 for v in plain.tolist()])
    found = repeated(now)
    for level in (0, 1, 5, 20):
        cells = cell_copies(now, found, level, 0, -(-len(plain) >> level))
        of = np.arange(len(plain)) >> level
        count = len(cells.judged)
        np.testing.assert_array_equal(cells.zeros, np.bincount(of[plain == ZERO], minlength=count))
        known = (plain != 0) & (plain != ZERO)
        np.testing.assert_array_equal(cells.judged, np.bincount(of[known], minlength=count))
        np.testing.assert_array_equal(cells.twins, np.bincount(of[expected > 0], minlength=count))
        most = np.zeros(count, np.int64)
        np.maximum.at(most, of, expected)
        np.testing.assert_array_equal(cells.most, most)
        if count > 3:
            part = cell_copies(now, found, level, 1, 2)
            np.testing.assert_array_equal(part.twins, cells.twins[1:3])
            np.testing.assert_array_equal(part.most, cells.most[1:3])


@pytest.mark.parametrize("seed", range(8))
def test_the_next_like_page_is_the_next_in_a_circle(seed):
    rng = np.random.default_rng(100 + seed)
    now, plain = random_document(rng, 900)
    for page in rng.integers(0, 900, 60).tolist():
        like = np.flatnonzero((plain == plain[page]) & (plain != 0))
        others = [*like[like > page].tolist(), *like[like < page].tolist()]
        assert now.next_like(page) == (others[0] if others else None)


def test_a_terabyte_of_erased_flash_is_one_piece():
    file, edited = PrintStore(1 << 28), PrintStore(1 << 28)
    file.put_uniform(PageRange(0, 1 << 28), 5)
    now = PrintsNow(file, edited, ((100,), (200,)))
    assert len(list(now.pieces(0, 1 << 28))) == 2
    cells = cell_copies(now, repeated(now), 20, 0, 256)
    assert cells.twins.sum() == (1 << 28) - 100
    assert cells.most[0] == (1 << 28) - 101


def test_codes_and_words_of_cells():
    store = PrintStore(16)
    store.put(0, np.array([9, 9, 9, 5, ZERO, ZERO, 0, 0, 6, 7, ZERO, 8], np.uint32))
    now = PrintsNow(store, PrintStore(16), ((), ()))
    found = repeated(now)
    pages = cell_copies(now, found, 0, 0, 16)
    codes, judged = pages.codes()
    assert (codes[0], codes[3], codes[4], judged[6]) == (1 + round(253 / 16), 0, ALL_ZERO, False)
    assert pages.words(0) == ["2 copies elsewhere"]
    assert pages.words(3) == ["no copy elsewhere"]
    assert pages.words(6) == ["copies not known yet"]
    cells = cell_copies(now, found, 2, 0, 4)
    assert cells.codes()[0].tolist() == [round(1 + 253 * 3 / 4), ALL_ZERO, 0, 0]
    assert cells.words(0) == ["3 of 4 pages have copies elsewhere; most: 2"]
    assert cells.words(1) == ["2 of zeros not counted"]
    assert cells.words(2) == ["none of 3 pages has a copy elsewhere", "1 of zeros not counted"]


def test_it_stops_when_it_is_told_to():
    store = PrintStore(10)
    store.put(0, np.arange(1, 11, dtype=np.uint32))
    now = PrintsNow(store, PrintStore(10), ((), ()))
    ticket = Ticket()
    ticket.cancelled = True
    with pytest.raises(Cancelled):
        repeated(now, ticket)
