"""Anonymous memory, lost ranges put together, identities."""

from __future__ import annotations

import itertools
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bytescope.core.errors import OpenError, RefusedError
from bytescope.core.ranges import ByteRange
from bytescope.core.source.access import Access
from bytescope.core.source.base import Lost, Why, read
from bytescope.core.source.gaps import joined
from bytescope.core.source.identity import Identity
from bytescope.core.source.memory import AnonymousSource, ZeroSource

TIB = 1 << 40


def _resident() -> int:
    return int(Path("/proc/self/statm").read_text().split()[1]) * 4096


def test_a_tebibyte_of_memory_costs_nothing() -> None:
    before = _resident()
    source = AnonymousSource(TIB)
    source.store(TIB - 5, b"hello")
    source.store(TIB // 2 - 1, b"mid")
    for at in range(0, TIB, TIB // 64):
        assert read(source, at, 1 << 16).lost == ()
    assert read(source, TIB - 7, 7).data == b"\0\0hello"
    assert read(source, TIB // 2 - 2, 5).data == b"\0mid\0"
    assert list(source.data_runs(ByteRange(0, TIB))) == [
        ByteRange(TIB // 2 - 4096, TIB // 2 + 4096),
        ByteRange(TIB - 4096, TIB),
    ]
    assert _resident() - before < 8 << 20
    assert (source.access, source.read_only, source.cycle) == (Access.MEMORY, False, None)


@pytest.mark.parametrize("size", [-1, 1 << 60, 1 << 70])
def test_impossible_memory(size: int) -> None:
    with pytest.raises(OpenError):
        AnonymousSource(size)


def test_empty_memory() -> None:
    source = AnonymousSource(0)
    assert read(source, 0, 3).lost == (Lost(ByteRange(0, 3), Why.GONE),)
    source.store(0, b"")
    with pytest.raises(RefusedError):
        source.store(0, b"x")


MEMORY_SIZE = 40 * 4096 + 7


@given(
    st.lists(
        st.tuples(st.integers(0, MEMORY_SIZE - 1), st.binary(min_size=1, max_size=9000)),
        max_size=12,
    )
)
def test_memory_is_what_was_stored(parts: list[tuple[int, bytes]]) -> None:
    source = AnonymousSource(MEMORY_SIZE)
    model, pages = bytearray(MEMORY_SIZE), set()
    for at, data in parts:
        data = data[: MEMORY_SIZE - at]
        source.store(at, data)
        model[at : at + len(data)] = data
        pages |= set(range(at // 4096, (at + len(data) - 1) // 4096 + 1))
    assert read(source, 0, MEMORY_SIZE).data == model
    runs = list(source.data_runs(ByteRange(0, MEMORY_SIZE)))
    assert {page for run in runs for page in range(run.pages.first, run.pages.end)} == pages
    assert all(one.end < other.start for one, other in itertools.pairwise(runs))


def test_endless_zeros() -> None:
    source = ZeroSource(2**63 - 1)
    assert read(source, 2**63 - 3, 2).data == b"\0\0"
    assert list(source.data_runs(ByteRange(0, 2**63 - 1))) == []


@given(st.lists(st.tuples(st.integers(0, 60), st.integers(0, 20), st.sampled_from(list(Why))), max_size=10))
def test_joined_keeps_every_byte_and_gone_wins(parts: list[tuple[int, int, Why]]) -> None:
    lost = joined([Lost(ByteRange.of(at, length), why) for at, length, why in parts])
    model: dict[int, Why] = {}
    for at, length, why in sorted(parts, key=_gone_last):
        model |= dict.fromkeys(range(at, at + length), why)
    assert {n: item.why for item in lost for n in range(item.range.start, item.range.end)} == model
    for one, other in itertools.pairwise(lost):
        assert one.range.end < other.range.start or (
            one.range.end == other.range.start and one.why is not other.why
        )


def _gone_last(part: tuple[int, int, Why]) -> bool:
    return part[2] is Why.GONE


def test_identities() -> None:
    one = Identity(device=1, inode=2, size=3, mtime_ns=4, ctime_ns=5, links=1, mode=0o100644)
    assert one.same_file(one._replace(size=9, mtime_ns=9))
    assert not one.same_file(one._replace(inode=3))
    assert not one.same_file(one._replace(device=3))
    assert one.unchanged(one._replace(device=7, links=2, mode=0o100600))
    for field in ("inode", "size", "mtime_ns", "ctime_ns"):
        assert not one.unchanged(one._replace(**{field: 99}))
