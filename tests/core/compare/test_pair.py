"""Two documents compared page by page and byte by byte agree with a comparison of all their bytes."""

import os
import random

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bytescope.core.compare.differing import flags_of, next_run, previous_run
from bytescope.core.compare.pair import Pair, plan
from bytescope.core.compare.verdicts import Verdict
from bytescope.core.compare.walking import walk
from bytescope.core.compare.working import PairWork
from bytescope.core.document.document import Document
from bytescope.core.document.patterns import Repeat
from bytescope.core.errors import Cancelled, InputError
from bytescope.core.pages.run_set import RunSet
from bytescope.core.ranges import PAGESIZE, ByteRange, PageRange
from bytescope.core.source.base import Lost, Why
from bytescope.core.source.memory import MemorySource
from bytescope.core.source.opening import open_file
from bytescope.core.ticket import Ticket
from helpers.files import noise_bytes, sparse_file


class Sparse(MemorySource):
    """Bytes whose runs of zero pages are told as holes."""

    def __init__(self, data):
        super().__init__(data)
        self._bytes = bytes(data)

    def data_runs(self, within):
        for piece in within.intersect(ByteRange(0, self.size)).chunks(PAGESIZE):
            if self._bytes[piece.start : piece.end].strip(b"\0"):
                yield piece


class Shrinks(MemorySource):
    """Bytes of which what lies behind ``left`` is gone once the byte at ``when`` was read."""

    def __init__(self, data, when, left):
        super().__init__(data)
        self._when, self._left, self.shrunk = when, left, False

    def read_into(self, offset, buffer):
        self.shrunk = self.shrunk or offset + len(buffer) > self._when
        lost = super().read_into(offset, buffer)
        end = offset + len(buffer)
        if not self.shrunk or end <= self._left:
            return lost
        gone = ByteRange(max(offset, self._left), end)
        buffer[gone.start - offset :] = bytes(gone.length)
        return (Lost(gone, Why.GONE),)


def naive(mine, other, shift):
    """For each position: None where neither has a byte, else whether the two differ."""
    size = max(len(mine), len(other) - shift)
    one = [mine[p] if p < len(mine) else -1 for p in range(size)]
    two = [other[p + shift] if 0 <= p + shift < len(other) else -1 for p in range(size)]
    return np.array(one, np.int16) != np.array(two, np.int16)


def found_by(pair):
    """The same by the walk, and by the plan for what is not walked."""
    flags = np.zeros(pair.size, np.bool_)
    for piece in walk(pair, Ticket()):
        mine = flags_of(piece, pair)
        part = flags[piece.start : piece.start + len(mine)]
        part[:] = mine[: len(part)]
        differing = np.pad(mine[: len(part)], (0, -len(part) % PAGESIZE)).reshape(-1, PAGESIZE).any(1)
        assert (differing == (piece.codes == Verdict.DIFFERENT)[: len(differing)]).all()
    for part in pair.single:
        flags[part.start : part.end] = True
    return flags


def bytes_of(seed, pages, tail):
    """Pages of noise, of zeros, of one value; some of them the same for all seeds."""
    rng = random.Random(seed)
    kinds = random.Random(pages)
    out = bytearray()
    for number in range(pages):
        kind = kinds.randrange(4)
        page = {0: bytes(PAGESIZE), 1: noise_bytes(PAGESIZE, number), 2: b"\xff" * PAGESIZE}.get(kind)
        page = bytearray(page if page is not None else noise_bytes(PAGESIZE, number))
        for _ in range(rng.choice((0, 0, 1, 3))):
            page[rng.choice((0, 1, 2047, PAGESIZE - 1))] ^= rng.randrange(1, 256)
        out += page
    return bytes(out) + noise_bytes(tail, 7)


def edited(data, seed):
    """A document over ``data`` with some edits, and its bytes."""
    rng = random.Random(seed)
    document = Document(Sparse(data))
    for _ in range(rng.randrange(4)):
        at = rng.randrange(max(1, document.size))
        act = rng.randrange(4)
        if act == 0:
            document.write(at, rng.randbytes(rng.randrange(1, 9)))
        elif act == 1:
            document.fill(ByteRange.of(at, rng.randrange(1, 9000)), Repeat(b"\0"))
        elif act == 2:
            document.insert(at, rng.randbytes(rng.choice((1, PAGESIZE))))
        elif document.size:
            document.delete(ByteRange(at, min(document.size, at + rng.choice((1, PAGESIZE)))))
    snapshot = document.snapshot()
    return snapshot, snapshot.read(0, snapshot.size).data


pairs = st.tuples(
    st.integers(0, 99),
    st.integers(0, 99),
    st.integers(0, 70),
    st.integers(-2, 2),
    st.sampled_from((0, 1, 4095)),
    st.sampled_from((0, 1, 4095)),
    st.sampled_from((0, 0, 1, -1, 4096, -4096, 5000, -5000)),
)


def made(wish):
    seed, other_seed, pages, more, tail, other_tail, shift = wish
    snapshot, mine = edited(bytes_of(seed, pages, tail), seed)
    other = bytes_of(other_seed, max(0, pages + more), other_tail)
    return snapshot, mine, Sparse(other), other, shift


@given(pairs)
def test_every_byte_is_judged_as_by_comparing_all_of_them(wish):
    snapshot, mine, source, other, shift = made(wish)
    try:
        pair = Pair(snapshot, source, shift)
    except InputError:
        assert not min(len(mine), len(other) - shift) - max(0, -shift) > 0
        return
    assert (found_by(pair) == naive(mine, other, shift)).all()


@given(pairs, st.integers(0, 80 * PAGESIZE))
def test_the_next_and_the_previous_run_are_those_of_all_bytes(wish, at):
    snapshot, mine, source, other, shift = made(wish)
    try:
        pair = Pair(snapshot, source, shift)
    except InputError:
        return
    flags = naive(mine, other, shift)
    starts = np.flatnonzero(np.diff(np.concatenate([[False], flags]).astype(np.int8)) == 1)
    everything = RunSet.of([PageRange(0, pair.page_count)])
    known = plan(pair, PageRange(0, pair.page_count), Ticket())
    for candidates in (everything, everything.minus(known.same)):
        later = starts[starts > at]
        run = next_run(pair, at, candidates, Ticket())
        assert (None if run is None else run.start) == (int(later[0]) if len(later) else None)
        earlier = starts[starts < at]
        run = previous_run(pair, at, candidates, Ticket())
        assert (None if run is None else run.start) == (int(earlier[-1]) if len(earlier) else None)


@given(pairs, st.data())
def test_a_plan_of_a_part_says_what_the_plan_of_all_says_there(wish, data):
    snapshot, _, source, _, shift = made(wish)
    try:
        pair = Pair(snapshot, source, shift)
    except InputError:
        return
    if not pair.page_count:
        return
    first = data.draw(st.integers(0, pair.page_count - 1))
    part = PageRange(first, data.draw(st.integers(first + 1, pair.page_count)))
    whole, some = plan(pair, PageRange(0, pair.page_count), Ticket()), plan(pair, part, Ticket())
    assert some.same.union(some.different).union(some.wanted) == RunSet.of([part])
    assert some.different == whole.different.within(part)
    assert not some.same.minus(whole.same.union(whole.wanted))
    assert some.wanted == whole.wanted.within(part)


def test_an_edited_document_against_its_base_needs_only_what_was_edited(tmp_path):
    path = tmp_path / "base"
    path.write_bytes(noise_bytes(64 * PAGESIZE))
    file = open_file(bytes(path))
    document = Document(file)
    document.write(10 * PAGESIZE + 5, b"edited")
    document.write(20 * PAGESIZE, file_bytes(path, 20 * PAGESIZE, 4))  # the bytes that stand there
    pair = Pair(document.snapshot(), file)
    known = plan(pair, PageRange(0, 64), Ticket())
    assert [(run.first, run.end) for run in known.wanted] == [(10, 11), (20, 21)]
    judged = [piece for piece in walk(pair, Ticket()) if (piece.codes == Verdict.DIFFERENT).any()]
    assert [piece.pages for piece in judged] == [PageRange(10, 11)]
    file.close()


def file_bytes(path, at, length):
    return path.read_bytes()[at : at + length]


def test_one_file_by_two_names_is_the_same_without_reading(tmp_path):
    path, link = tmp_path / "one", tmp_path / "two"
    path.write_bytes(noise_bytes(8 * PAGESIZE))
    os.link(path, link)
    one, two = open_file(bytes(path)), open_file(bytes(link))
    pair = Pair(one, two)
    assert pair.one_file
    assert not plan(pair, PageRange(0, 8), Ticket()).wanted
    other = tmp_path / "other"
    other.write_bytes(noise_bytes(8 * PAGESIZE))
    three = open_file(bytes(other))
    assert not Pair(one, three).one_file
    for file in (one, two, three):
        file.close()


def test_holes_of_both_are_settled_and_of_a_hole_beside_data_only_the_data_is_read(tmp_path):
    one, two = (sparse_file(tmp_path / name, 1 << 30, [(at, b"x" * PAGESIZE)]) for name, at in
                (("one", 1 << 20), ("two", 512 << 20)))  # fmt: skip
    sides = [open_file(bytes(path)) for path in (one, two)]
    known = plan(Pair(*sides), PageRange(0, 1 << 18), Ticket())
    assert known.wanted.pages <= 64
    assert not known.mine.common(known.other)
    differing = [
        piece.pages.first + page
        for piece in walk(Pair(*sides), Ticket())
        for page in np.flatnonzero(piece.codes == Verdict.DIFFERENT).tolist()
    ]
    assert differing == [(1 << 20) // PAGESIZE, (512 << 20) // PAGESIZE]
    for side in sides:
        side.close()


def test_what_is_gone_meanwhile_is_not_compared_and_never_the_same():
    data = noise_bytes(200 * PAGESIZE)
    other = Shrinks(data, when=70 * PAGESIZE, left=100 * PAGESIZE + 1)
    codes = np.concatenate([piece.codes for piece in walk(Pair(MemorySource(data), other), Ticket())])
    assert (codes[:100] == Verdict.SAME).all()
    assert (codes[100:] == Verdict.LOST).all()


def test_a_cancelled_walk_stops():
    ticket = Ticket()
    steps = walk(Pair(MemorySource(bytes(9)), MemorySource(noise_bytes(500 * PAGESIZE))), ticket)
    next(steps)
    ticket.cancelled = True
    with pytest.raises(Cancelled):
        next(steps)


@pytest.mark.parametrize("shift", [10, -10, 1 << 40])
def test_a_shift_that_leaves_nothing_is_refused(shift):
    with pytest.raises(InputError, match="no byte in common"):
        Pair(MemorySource(bytes(9)), MemorySource(bytes(9)), shift)


def test_two_empty_documents_are_the_same():
    pair = Pair(MemorySource(b""), MemorySource(b""))
    assert not list(walk(pair, Ticket()))
    assert not pair.single


def test_windows_of_one_file_are_the_same_only_where_they_show_the_same_bytes(tmp_path):
    path = tmp_path / "file"
    path.write_bytes(noise_bytes(8 * PAGESIZE))
    one = open_file(bytes(path), offset=0, length=4 * PAGESIZE)
    two = open_file(bytes(path), offset=2 * PAGESIZE, length=4 * PAGESIZE)
    assert plan(Pair(one, two), PageRange(0, 4), Ticket()).wanted.pages == 4
    beside = Pair(one, two, -2 * PAGESIZE)
    assert not plan(beside, PageRange(0, 6), Ticket()).wanted
    assert not list(walk(beside, Ticket()))
    for file in (one, two):
        file.close()


def test_a_short_last_page_is_not_judged_by_bytes_of_an_earlier_one():
    data = noise_bytes(64 * PAGESIZE + 1)
    other = bytearray(data)
    other[100] ^= 1  # in the buffer it stands where the last page has no byte
    codes = np.concatenate(
        [piece.codes for piece in walk(Pair(MemorySource(data), MemorySource(other)), Ticket())]
    )
    assert np.flatnonzero(codes == Verdict.DIFFERENT).tolist() == [0]


def test_a_run_over_the_border_of_two_pieces_is_one_run():
    data = noise_bytes(130 * PAGESIZE)
    other = bytearray(data)
    first, end = 64 * PAGESIZE - 2, 64 * PAGESIZE + 3
    for place in range(first, end):
        other[place] ^= 1
    pair = Pair(MemorySource(data), MemorySource(other))
    everything = RunSet.of([PageRange(0, 130)])
    assert next_run(pair, 0, everything, Ticket()).start == first
    assert next_run(pair, first, everything, Ticket()) is None
    assert previous_run(pair, 100 * PAGESIZE, everything, Ticket()).start == first
    assert previous_run(pair, first, everything, Ticket()) is None


class Scratched(MemorySource):
    """Bytes of which one page cannot be read."""

    def __init__(self, data, page):
        super().__init__(data)
        self._bad = ByteRange(page * PAGESIZE, (page + 1) * PAGESIZE)

    def read_into(self, offset, buffer):
        bad = self._bad.intersect(ByteRange.of(offset, len(buffer)))
        super().read_into(offset, buffer)
        buffer[bad.start - offset : bad.end - offset] = bytes(bad.length)
        return (Lost(bad, Why.UNREADABLE),) if bad else ()


@pytest.mark.parametrize("shift", [0, PAGESIZE, 100])
def test_a_bad_sector_of_either_side_costs_its_page_only(shift):
    data = noise_bytes(100 * PAGESIZE)
    mine, other = Scratched(data[shift:], 20), Scratched(data, 70)
    codes = np.concatenate([piece.codes for piece in walk(Pair(mine, other, shift), Ticket())])
    lost = {20, *range((70 * PAGESIZE - shift) // PAGESIZE, -(-(71 * PAGESIZE - shift) // PAGESIZE))}
    assert set(np.flatnonzero(codes == Verdict.LOST).tolist()) == lost
    assert (np.delete(codes, sorted(lost)) == Verdict.SAME).all()


def test_what_a_job_compared_comes_in_one_piece_for_each_stretch():
    data = noise_bytes(300 * PAGESIZE)
    work = PairWork(Pair(MemorySource(data), MemorySource(data)))
    known = work.plan(PageRange(0, 300), Ticket())
    units = [PageRange(250, 251), PageRange(10, 200), PageRange(200, 240)]
    found = work.judge(units, known, float("inf"), Ticket()).found
    assert [(first, len(codes)) for first, codes in found] == [(250, 1), (10, 230)]
    assert all((codes == Verdict.SAME).all() for _, codes in found)
    late = work.judge(units, known, 0.0, Ticket()).found
    assert [(first, len(codes)) for first, codes in late] == [(250, 1)]
