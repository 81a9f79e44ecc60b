"""Stores of hits against plain lists."""

import hypothesis.strategies as st
import numpy as np
import pytest
from hypothesis import given

from bytescope.core.change import Change, Kind
from bytescope.core.ranges import PAGESIZE, ByteRange
from bytescope.core.search import blocks
from bytescope.core.search.blocks import Gathering
from bytescope.core.search.results import Results, pages_of, splices_of
from bytescope.core.search.scan import Hits, Loop, singly


def hits_of(gaps):
    """Hits from (gap before, length) pairs."""
    out, at = [], 0
    for gap, length in gaps:
        out.append((at + gap, length))
        at += gap + length
    return out


def arrays(hits):
    return Hits(np.array([at for at, _ in hits], np.int64), np.array([n for _, n in hits], np.int64))


pairs = st.lists(st.tuples(st.integers(0, 5), st.integers(1, 4)), min_size=1, max_size=6)
batches = st.lists(st.tuples(pairs, st.integers(1, 4), st.integers(0, 3)), max_size=5)
limits = st.none() | st.integers(0, 40)
edits = st.lists(st.tuples(st.integers(0, 200), st.integers(0, 9), st.integers(0, 9)), max_size=6)
memory = st.sampled_from([0, 3, 100])


def made(batches, most, in_memory, folder=None):
    """A store of the batches, in part in a file, and the same as a list."""
    gathering = Gathering(folder, in_memory=in_memory, at_once=4)
    results, wanted, at = Results(), [], 0
    for gaps, turns, tail in batches:
        hits = [(at + start, length) for start, length in hits_of(gaps)]
        period = sum(hits[-1]) - at + tail
        batch = arrays(hits) if turns == 1 else Loop(arrays(hits), period, turns)
        wanted += list(singly(iter([batch])))
        for block in gathering.add(batch, most):
            results.add(block, [])
        at += turns * period
    for block in gathering.flush():
        results.add(block, [])
    return results, wanted if most is None else wanted[:most]


@given(batches, limits, memory, st.integers(0, 60), st.integers(0, 60))
def test_hits_are_told_by_number_and_by_place(batches, most, in_memory, first, offset):
    results, wanted = made(batches, most, in_memory)
    assert results.count == len(wanted)
    assert results.rows(first, 7) == wanted[first : first + 7]
    assert results.index_at(offset) == sum(start < offset for start, _ in wanted)
    range_ = ByteRange(offset, offset + 20)
    touching = [ByteRange.of(*hit) for hit in wanted if ByteRange.of(*hit).touches(range_)]
    assert results.within(range_, 5) == touching[:5]
    assert [hit for part in results.parts() for hit in zip(*map(np.ndarray.tolist, part))] == wanted


@given(batches, memory, edits)
def test_hits_follow_edits(batches, in_memory, edits):
    results, wanted = made(batches, None, in_memory)
    late, _ = made(batches, None, in_memory)
    for start, old, new in edits:
        results.splice(start, old, new)
        wanted = [
            (at + (new - old if at >= start + old else 0), length)
            for at, length in wanted
            if at + length <= start or at >= start + old
        ]
        assert results.rows(0, 1000) == wanted
    later = Results()
    for piece in late.pieces:
        later.add(piece.block, edits)
    assert later.rows(0, 1000) == wanted


@given(batches, memory, st.integers(1, 9))
def test_pages_with_hits(batches, in_memory, most):
    results, wanted = made(
        [([(g * 900, n * 700) for g, n in gaps], t, r * 999) for gaps, t, r in batches], None, in_memory
    )
    pages = {page for hit in wanted for page in range(*_pages(hit))}
    exact = pages_of(results.pieces)
    assert {p for a, b in zip(exact.firsts.tolist(), exact.ends.tolist()) for p in range(a, b)} == pages
    assert (exact.counts == exact.ends - exact.firsts).all()
    coarse = pages_of(results.pieces, most)
    assert len(coarse.firsts) <= max(most, 1)
    told = {p for a, b in zip(coarse.firsts.tolist(), coarse.ends.tolist()) for p in range(a, b)}
    assert pages <= told
    assert (coarse.firsts[1:] >= coarse.ends[:-1]).all()


def _pages(hit):
    return hit[0] // PAGESIZE, (hit[0] + hit[1] - 1) // PAGESIZE + 1


def test_hits_in_a_file_are_found_by_their_place(monkeypatch):
    monkeypatch.setattr(blocks, "EVERY", 3)
    wanted = [(7 * number, 1 + number % 5) for number in range(50)]
    results = Results()
    gathering = Gathering(None, in_memory=0)
    for block in (*gathering.add(arrays(wanted)), *gathering.flush()):
        results.add(block, [])
    for offset in range(360):
        assert results.index_at(offset) == sum(start < offset for start, _ in wanted)


def test_a_loop_of_a_tebibyte_takes_no_room():
    results = Results()
    for block in Gathering(None).add(Loop(arrays([(3, 2)]), 4, 1 << 38)):
        results.add(block, [])
    results.splice((1 << 20) + 1, 0, 1)
    assert results.count == 1 << 38
    assert results.rows((1 << 38) - 1, 5) == [((1 << 40), 2)]
    pages = pages_of(results.pieces)
    assert pages.counts.sum() == (1 << 28) + 1


def test_a_change_without_splices_moves_nothing():
    change = Change(Kind.WRITE, (ByteRange(3, 5),), 1, 20, 20)
    assert splices_of(change) == [(3, 2, 2), (20, 0, 0)]
    cut = Change(Kind.RESIZE, (ByteRange(10, 20),), 1, 20, 10)
    results, _ = made([([(1, 2), (10, 2)], 1, 0)], None, 9)
    for splice in splices_of(cut):
        results.splice(*splice)
    assert results.rows(0, 9) == [(1, 2)]
    assert splices_of(change._replace(kind=Kind.SAVE)) == []
    assert splices_of(change._replace(kind=Kind.RELOAD)) is None


def test_a_folder_that_cannot_be_written_is_told(tmp_path):
    (tmp_path / "file").write_bytes(b"")
    gathering = Gathering(tmp_path / "file" / "below", in_memory=0, at_once=1)
    with pytest.raises(OSError, match=r"Not a directory|exists"):
        gathering.add(arrays([(1, 1)]))
