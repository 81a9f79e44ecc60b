"""The span table against a plain list, and what a change of it costs."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bytescope.core.document.spans import LEAF_SPANS, Leaf, Span, SpanTable, flat
from bytescope.core.ranges import ByteRange
from bytescope.core.source.memory import ZeroSource

A, B = ZeroSource(1 << 40), ZeroSource(1 << 40)


def rows(table: SpanTable) -> list[tuple[int, int]]:
    """(source, offset) of each byte."""
    out = []
    for at, span in table.spans(ByteRange(0, table.size)):
        assert at == len(out)
        out.extend((id(span.source), span.start + i) for i in range(span.length))
    return out


def scattered(count: int, gap: int = 10) -> SpanTable:
    table = SpanTable([Span(A, 0, count * gap)])
    for i in range(count):
        table.splice(i * gap + 3, 1, [Span(B, i * 2, 1)])
    return table


pieces = st.lists(st.tuples(st.booleans(), st.integers(0, 9)), max_size=4)
splices = st.lists(st.tuples(st.integers(0, 60), st.integers(0, 12), pieces), max_size=40)


@given(splices)
@settings(max_examples=200, deadline=None)
def test_splices_agree_with_a_list_and_undo_themselves(script):
    table = SpanTable([Span(A, 0, 50)])
    naive = rows(table)
    done = []
    for start, length, new in script:
        start = min(start, len(naive))
        length = min(length, len(naive) - start)
        parts = [Span(A if which else B, start + 7 * i, size) for i, (which, size) in enumerate(new) if size]
        before = rows(table)
        removed = table.splice(start, length, parts)
        inserted = [(id(p.source), p.start + i) for p in parts for i in range(p.length)]
        gone = [(id(s.source), s.start + i) for s in flat(removed) for i in range(s.length)]
        assert gone == naive[start : start + length]
        naive[start : start + length] = inserted
        assert rows(table) == naive
        assert table.size == len(naive)
        done.append((start, len(inserted), removed, before))
    for start, length, removed, before in reversed(done):
        table.splice(start, length, removed)
        assert rows(table) == before


def test_what_continues_in_the_same_source_is_one_span():
    table = SpanTable([Span(A, 0, 100)])
    table.splice(10, 5, [Span(B, 0, 5)])
    table.splice(15, 5, [Span(B, 5, 5)])
    assert len(table) == 3
    table.splice(10, 10, [Span(A, 10, 10)])
    assert [span for _, span in table.spans(ByteRange(0, 100))] == [Span(A, 0, 100)]


def test_a_leaf_never_outgrows_its_limit_and_undo_shrinks_the_table():
    table = SpanTable([Span(A, 0, 100_000)])
    removed = []
    for i in range(2_000):
        removed.append(table.splice(i * 40 + 7, 1, [Span(B, i * 2, 1)]))
        assert max(len(leaf) for leaf in table.snapshot().leaves) <= LEAF_SPANS
    assert len(table) == 4_001
    for i in reversed(range(2_000)):
        table.splice(i * 40 + 7, 1, removed[i])
    assert len(table.snapshot().leaves) <= 2
    assert len(table) <= 2


def test_a_change_copies_one_leaf():
    table = scattered(5_000)
    before = {id(leaf) for leaf in table.snapshot().leaves}
    kept = table.snapshot()
    table.splice(25_000, 1, [Span(B, 77, 1)])
    new = [leaf for leaf in table.snapshot().leaves if id(leaf) not in before]
    assert 1 <= len(new) <= 2
    assert kept.leaves is not table.snapshot().leaves


def test_many_removed_spans_come_back_as_the_leaves_they_were():
    table = scattered(5_000)
    before = rows(table)
    leaves = {id(leaf) for leaf in table.snapshot().leaves}
    removed = table.splice(0, table.size, [Span(B, 0, table.size)])
    whole = [part for part in removed if isinstance(part, Leaf)]
    assert len(removed) < 100
    assert all(id(leaf) in leaves for leaf in whole[:-1])
    table.splice(0, table.size, removed)
    assert rows(table) == before


def test_a_snapshot_stays_as_it_is():
    table = scattered(1_000)
    frozen = table.snapshot()
    seen = list(frozen.spans(0, frozen.size))
    table.splice(0, 5_000, [])
    table.splice(100, 0, [Span(B, 0, 9)])
    assert list(frozen.spans(0, frozen.size)) == seen
    assert table.snapshot().size == 5_009


@pytest.mark.parametrize(("start", "length"), [(-1, 1), (0, 101), (100, 1), (101, 0)])
def test_a_splice_outside_is_an_error(start, length):
    table = SpanTable([Span(A, 0, 100)])
    with pytest.raises(ValueError):
        table.splice(start, length, [])
    assert rows(table) == [(id(A), i) for i in range(100)]


def test_parts_are_the_bytes_of_the_range():
    table = scattered(1_000)
    within = ByteRange(1_234, 8_765)
    other = SpanTable(table.parts(within))
    assert rows(other) == rows(table)[within.start : within.end]
