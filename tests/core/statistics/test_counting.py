"""A range counted in blocks, with tiny windows: against plain Python, over holes, fills, losses and edits."""

from __future__ import annotations

from collections import Counter
from itertools import groupby, pairwise

import hypothesis.strategies as st
import numpy as np
import pytest
from hypothesis import given

from bytescope.core.document.document import Document
from bytescope.core.document.patterns import Repeat
from bytescope.core.errors import Cancelled
from bytescope.core.ranges import ByteRange
from bytescope.core.source.memory import ZeroSource
from bytescope.core.statistics import counting as module
from bytescope.core.statistics.counting import Counting, block_size, spread
from bytescope.core.statistics.numbers import entropy_of
from bytescope.core.statistics.reading import Reader
from bytescope.core.statistics.summary import Summary
from bytescope.core.statistics.tally import Run
from bytescope.core.ticket import Ticket
from bytescope.session.jobs import side_by_side
from helpers.searching import Holed, document_of

PARTS = st.lists(
    st.one_of(
        st.binary(max_size=40),
        st.binary(min_size=1, max_size=3).map(lambda data: data * 90),
        st.tuples(st.binary(min_size=1, max_size=5).map(Repeat), st.integers(0, 900)),
    ),
    max_size=5,
)


def counting_of(document: Document, range_: ByteRange, points: int = 4, window: int = 7) -> Counting:
    snapshot = document.snapshot()
    return Counting(snapshot, range_, points, reader=Reader(snapshot, window, least_stretch=16))


def check(found: Summary, data: bytes, start: int) -> None:
    """That ``found`` is exactly of ``data``, which begins at ``start``."""
    assert found.exact
    assert found.pairs_exact
    assert (found.range.start, found.range.length, found.counted, found.lost) == (
        *(start, len(data), len(data), 0),
    )
    assert Counter(data) == {value: n for value, n in enumerate(found.counts.tolist()) if n}
    assert Counter(pairwise(data)) == {place: n for place, n in np.ndenumerate(found.pairs) if n}
    runs, at = [], start
    for value, group in groupby(data):
        length = len(list(group))
        runs += [Run(length, at, value)] if length > 1 else []
        at += length
    assert list(found.runs) == sorted(runs, key=lambda run: (-run.length, run.start))[:10]
    blocks = [data[i : i + found.block] for i in range(0, len(data), found.block)]
    assert found.read.tolist() == [len(block) for block in blocks]
    for block, entropy in zip(blocks, found.entropy.tolist()):
        assert entropy == pytest.approx(entropy_of(np.bincount(list(block), minlength=256)), abs=1e-9)
    assert found.points == len(data) // 6


@given(PARTS, st.integers(0, 2000), st.integers(0, 2000), st.sampled_from((1, 2, 5, 64, 4096)))
def test_any_range_of_any_document_is_counted_exactly(parts, start: int, length: int, window: int) -> None:
    document, data = document_of(parts)
    range_ = ByteRange(min(start, len(data)), min(start + length, len(data)))
    counting = counting_of(document, range_, window=window)
    check(counting.work(Ticket()), data[range_.start : range_.end], range_.start)


@given(PARTS, st.lists(st.tuples(st.integers(0, 2000), st.binary(min_size=1, max_size=9)), max_size=4))
def test_after_edits_it_is_as_if_counted_anew(parts, writes) -> None:
    document, _ = document_of([*parts, bytes(range(64)) * 20])
    counting = counting_of(document, ByteRange(0, document.size))
    counting.work(Ticket())
    ranges: list[ByteRange] = []
    for at, data in writes:
        at = min(at, document.size - len(data))
        ranges += document.write(at, data).ranges
    again = counting.after(document.snapshot(), ranges)
    check(again.work(Ticket()), document.snapshot().read(0, document.size).data, 0)


@given(st.lists(st.tuples(st.integers(0, 5000), st.binary(min_size=1, max_size=9)), max_size=4))
def test_in_a_large_range_only_edited_blocks_are_read_again(writes) -> None:
    """Pairs stay those of before there, and it is said."""
    document = Document(Holed(bytes(range(1, 256)) * 21))
    snapshot = document.snapshot()
    reader = Reader(snapshot, 100, 1 << 20)
    counting = Counting(snapshot, ByteRange(0, document.size), 20, reader=reader)
    limit, module.ALL_PAIRS = module.ALL_PAIRS, 10
    try:
        counting.work(Ticket())
        ranges: list[ByteRange] = []
        for at, data in writes:
            at = min(at, document.size - len(data))
            ranges += document.write(at, data).ranges
        again = counting.after(document.snapshot(), ranges)
        found = again.work(Ticket())
    finally:
        module.ALL_PAIRS = limit
    data = document.snapshot().read(0, document.size).data
    assert found.exact
    assert found.pairs_exact == (not ranges)
    assert Counter(data) == {value: n for value, n in enumerate(found.counts.tolist()) if n}
    touched = {
        n for item in ranges for n in range(item.start // found.block, (item.end - 1) // found.block + 1)
    }
    assert again._readers[0].bytes_read == sum(found.block_range(n).length for n in touched)


@given(PARTS, st.integers(1, 4))
def test_several_workers_count_what_one_counts(parts, width: int) -> None:
    document, data = document_of([*parts, bytes(range(200)) * 20])
    counting = counting_of(document, ByteRange(0, document.size), points=9, window=300)
    check(counting.work(Ticket(), together=side_by_side, width=width), data, 0)


def test_a_worker_that_is_stopped_stops_the_others_and_nothing_is_counted_twice() -> None:
    document, data = document_of([bytes(range(256)) * 300])
    counting = counting_of(document, ByteRange(0, document.size), points=99, window=64)
    for steps in (0, 40, 200, 500):
        with pytest.raises(Cancelled):
            counting.work(Stopping(steps), together=side_by_side, width=3)
    check(counting.work(Ticket(), together=side_by_side, width=3), data, 0)


class Stopping(Ticket):
    """Cancels itself after so many steps."""

    def __init__(self, steps: int) -> None:
        super().__init__()
        self._steps = steps

    def check(self) -> None:
        self._steps -= 1
        self.cancelled = self._steps < 0
        super().check()


@given(PARTS, st.lists(st.integers(0, 60), max_size=5))
def test_stopped_anywhere_it_goes_on_where_it_was(parts, stops: list[int]) -> None:
    document, data = document_of(parts)
    counting = counting_of(document, ByteRange(0, document.size))
    for steps in stops:
        try:
            counting.work(Stopping(steps))
        except Cancelled:
            counting.summary()
            counting = counting.after(document.snapshot(), ())
    check(counting.work(Ticket()), data, 0)


def test_what_cannot_be_read_is_counted_nowhere() -> None:
    data = bytes(range(256)) * 8
    gone = (ByteRange(100, 130), ByteRange(1000, 1001))
    document = Document(Holed(data, gone))
    found = counting_of(document, ByteRange(0, len(data)), window=64).work(Ticket())
    rest = b"".join((data[:100], data[130:1000], data[1001:]))
    assert (found.lost, found.counted) == (31, len(rest))
    assert Counter(rest) == {value: n for value, n in enumerate(found.counts.tolist()) if n}


def test_a_sparse_exbibyte_takes_no_time_and_says_the_truth() -> None:
    size = 1 << 60
    document = Document(ZeroSource(size))
    document.write(size // 3, b"island")
    document.fill(ByteRange(1 << 50, 1 << 58), Repeat(b"ab"))
    snapshot = document.snapshot()
    counting = Counting(snapshot, ByteRange(0, size), all_pairs=True)
    found = counting.work(Ticket())
    assert found.exact
    assert found.pairs_exact
    half = ((1 << 58) - (1 << 50)) // 2
    assert found.counts[ord("b")] == half
    assert found.counts[0] == size - 2 * half - 6 if size // 3 >= 1 << 58 else found.exact
    assert found.pairs.sum() == size - 1
    assert found.points == size // 6
    assert found.numbers.entropy > 0


def test_samples_are_of_all_the_range_and_are_called_samples() -> None:
    """Half of it 00, half of it 01: whatever is sampled first, both are seen."""
    half = 6 << 20
    document = Document(Holed(b"\1" * half + b"\2" * half))
    counting = Counting(document.snapshot(), ByteRange(0, 2 * half))
    counting.sample(Ticket(), 30)
    found = counting.summary()
    assert not found.exact
    assert not found.pairs_exact
    assert 0 < found.counted < 2 * half
    assert found.shares[1] == pytest.approx(0.5, abs=0.01)
    assert found.counts.sum() == pytest.approx(2 * half, rel=0.01)
    told: list[Summary] = []
    assert counting.work(Ticket(), told.append).exact
    assert not told[0].exact


def test_the_first_samples_are_spread() -> None:
    assert sorted(spread(1000)) == list(range(1000))
    first = [number for number, _ in zip(spread(1000), range(16))]
    gaps = np.diff(sorted([*first, 1000]))
    assert gaps.max() <= 2 * 1000 // 16
    assert list(spread(0)) == []
    assert list(spread(1)) == [0]


@given(st.integers(0, 1 << 62), st.integers(1, 4096))
def test_a_curve_has_no_more_points_than_asked_for(length: int, points: int) -> None:
    block = block_size(length, points)
    assert block >= module.LEAST_BLOCK
    assert -(-length // block) <= points
