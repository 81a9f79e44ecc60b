"""Verdicts of pages are kept in few bytes and given back as they were put; the order comes to every page."""

import numpy as np
from hypothesis import example, given
from hypothesis import strategies as st

from bytescope.core.compare import verdicts as module
from bytescope.core.compare.order import SAMPLES, Order, pieces, samples
from bytescope.core.compare.verdicts import CHUNK, Verdict, Verdicts
from bytescope.core.pages.run_set import RunSet
from bytescope.core.ranges import PageRange

PAGES = 3 * CHUNK + 100

spans = st.tuples(st.integers(0, PAGES - 1), st.integers(1, 2 * CHUNK), st.integers(0, 99))
acts = st.lists(st.tuples(st.sampled_from(("put", "forget")), spans), max_size=6)


def filled(script):
    """Verdicts after a script, and the same as a plain array."""
    found, plain = Verdicts(PAGES), np.zeros(PAGES, np.uint8)
    for act, (first, count, seed) in script:
        pages = PageRange(first, min(PAGES, first + count))
        if act == "forget":
            found.forget(pages)
            plain[pages.first : pages.end] = 0
        else:
            codes = np.random.default_rng(seed).integers(0, 4, pages.count).astype(np.uint8)
            if seed % 3 == 0:
                codes[:] = seed % 4
            found.put(pages.first, codes)
            plain[pages.first : pages.end] = codes
    return found, plain


def runs_of(flags):
    edges = np.flatnonzero(np.diff(np.concatenate([[False], flags, [False]])))
    return RunSet(edges[::2], edges[1::2])


@given(acts, st.integers(0, PAGES - 1), st.integers(1, PAGES))
def test_what_was_put_is_given_back(script, first, count):
    found, plain = filled(script)
    part = PageRange(first, min(PAGES, first + count))
    assert (found.codes(part) == plain[part.first : part.end]).all()
    tally = found.tally
    assert (tally.unknown, tally.same, tally.different, tally.lost) == tuple(np.bincount(plain, minlength=4))
    inside = np.zeros(PAGES, np.bool_)
    inside[part.first : part.end] = True
    assert found.runs(Verdict.DIFFERENT, part) == runs_of(inside & (plain == Verdict.DIFFERENT))
    assert found.judged(part) == runs_of(inside & (plain != 0))
    assert found.not_compared(part) == runs_of(inside & ((plain == 0) | (plain == Verdict.LOST)))
    later = np.flatnonzero(plain == Verdict.DIFFERENT)
    later = later[later > first]
    assert found.next_different(first) == (int(later[0]) if len(later) else None)


@given(acts, st.integers(0, 20), st.booleans())
@example([("put", (78_414, 118_198, 1))], 0, True)  # the last block is a short one
def test_a_wide_range_has_the_right_number_in_each_block(script, tail, wider):
    found, plain = filled(script)
    plain = plain.copy()
    if tail:  # known without reading: the last pages of the longer side
        pages = PageRange(PAGES - tail, PAGES)
        found.forget(pages)
        found.settle(RunSet(), RunSet.of([pages]))
        plain[pages.first :] = Verdict.DIFFERENT
    exact, least = module.EXACT_CHUNKS, module.WIDE_CHUNKS
    module.EXACT_CHUNKS, module.WIDE_CHUNKS = 0, 0 if wider else least
    try:
        wide = found.different(PageRange(0, PAGES))
    finally:
        module.EXACT_CHUNKS, module.WIDE_CHUNKS = exact, least
    assert wide.pages == int((plain == Verdict.DIFFERENT).sum())
    level = 8 if wider else 6
    blocks = -(-PAGES // (1 << level))
    padded = np.pad(plain == Verdict.DIFFERENT, (0, (blocks << level) - PAGES)).reshape(blocks, -1)
    assert (wide.per_cell(level, range(blocks)) == padded.sum(1)).all()


def test_pages_settled_without_reading_are_counted_and_forgotten():
    found = Verdicts(1 << 31)
    found.settle(RunSet.of([PageRange(0, 1 << 30)]), RunSet.of([PageRange(1 << 30, 1 << 31)]))
    assert found.tally == (1 << 30, 1 << 30, 0, 0)
    assert found.next_different(5) == 1 << 30
    found.forget(PageRange(10, 20))
    assert found.tally.unknown == 10
    found.resize(1 << 30)
    assert found.tally == ((1 << 30) - 10, 0, 0, 10)


def test_a_terabyte_of_mixed_pages_takes_a_quarter_of_a_byte_each():
    found = Verdicts(8 * CHUNK)
    codes = np.random.default_rng(1).integers(1, 4, CHUNK).astype(np.uint8)
    for number in range(8):
        found.put(number * CHUNK, codes)
    found.judged(PageRange(0, 1))
    assert sum(chunk.packed.nbytes for chunk in found._chunks.values()) == 8 * CHUNK // 4


def test_samples_come_first_and_halve_the_gaps():
    wanted = RunSet.of([PageRange(1000, 21_000), PageRange(50_000, 62_768)])
    taken = list(samples(wanted, SAMPLES))
    assert len(taken) == len(set(taken)) == SAMPLES
    assert all(wanted.within(PageRange(page, page + 1)) for page in taken)
    flat = np.concatenate([np.arange(run.first, run.end) for run in wanted])
    for count in (16, 256, SAMPLES):
        ranks = np.sort(np.searchsorted(flat, taken[:count]))
        gaps = np.diff(np.concatenate([[0], ranks, [len(flat)]]))
        assert gaps.max() <= -(-len(flat) // count)


@given(st.lists(st.tuples(st.integers(0, 200_000), st.integers(1, 20_000)), max_size=5), st.integers(0, 9))
def test_the_order_comes_to_every_wanted_page(runs, seed):
    wanted = RunSet.of(PageRange(first, first + count) for first, count in runs)
    found, order = Verdicts(220_000), Order(wanted)
    visible = PageRange(100_000, 101_000)
    first_units = None
    for _ in range(5000):
        units = order.next(visible, found, 30_000)
        if not units:
            break
        first_units = first_units or units
        for unit in units:
            found.put(unit.first, np.full(unit.count, Verdict.SAME, np.uint8))
    assert found.judged(PageRange(0, 220_000)) == wanted
    near = wanted.within(visible)
    if near:
        assert RunSet.of(first_units).common(near) == near


def test_what_was_forgotten_is_wanted_again():
    found, order = Verdicts(100), Order(RunSet.of([PageRange(0, 100)]))
    found.put(0, np.full(100, Verdict.SAME, np.uint8))
    assert not order.next(PageRange(0, 0), found, 1000)
    found.forget(PageRange(3, 5))
    order.drop(PageRange(3, 5))
    assert not order.next(PageRange(0, 0), found, 1000)
    order.more(RunSet.of([PageRange(4, 5)]))
    assert order.next(PageRange(0, 0), found, 1000) == [PageRange(4, 5)]


def test_pieces_are_cut_at_multiples():
    assert list(pieces(RunSet.of([PageRange(5, 20)]), 8)) == [
        PageRange(5, 8), PageRange(8, 16), PageRange(16, 20)
    ]  # fmt: skip
