"""Searches against ``bytes.find`` on documents of a few hundred bytes with windows of a few bytes."""

import hypothesis.strategies as st
import pytest
from hypothesis import given

from bytescope.core.document.document import Document
from bytescope.core.document.patterns import Repeat
from bytescope.core.errors import Cancelled, InputError
from bytescope.core.ranges import ByteRange
from bytescope.core.search.find import find_all, find_next, find_previous
from bytescope.core.source.memory import MemorySource
from bytescope.core.source.opening import create_file, open_file
from bytescope.core.ticket import Ticket
from helpers.effort import at_most
from helpers.searching import Holed, contents, document_of


def needle_of(data: bytes, pick) -> bytes:
    """Some bytes, or those that stand somewhere in ``data`` so that there is something to find."""
    if isinstance(pick, bytes):
        return pick
    at = pick[0] % max(1, len(data))
    return data[at : at + pick[1]] or b"a"


needles = st.lists(st.sampled_from(b"\0ab"), min_size=1, max_size=6).map(bytes)
picks = st.one_of(needles, st.tuples(st.integers(0, 150), st.integers(1, 6)))
windows = st.integers(1, 16)
stretches = st.integers(0, 12)


@given(contents, picks, st.integers(0, 300), st.integers(0, 300), windows, stretches)
def test_next_hit_is_that_of_bytes_find(parts, pick, start, end, window, stretch):
    document, data = document_of(parts)
    needle = needle_of(data, pick)
    found = find_next(
        document.snapshot(), needle, start, Ticket(), end=end, window=window, least_stretch=stretch
    )
    place = data.find(needle, start, end)
    assert found == (None if place < 0 else place)


@given(contents, picks, st.integers(0, 300), windows, stretches)
def test_previous_hit_is_that_of_bytes_rfind(parts, pick, before, window, stretch):
    document, data = document_of(parts)
    needle = needle_of(data, pick)
    found = find_previous(document.snapshot(), needle, before, Ticket(), window=window, least_stretch=stretch)
    place = data.rfind(needle, 0, max(0, before - 1 + len(needle))) if before else -1
    assert found == (None if place < 0 else place)


@given(contents, picks, st.integers(0, 150), st.integers(0, 150), windows, stretches)
def test_all_hits_are_those_of_repeated_find(parts, pick, start, length, window, stretch):
    document, data = document_of(parts)
    needle = needle_of(data, pick)
    within = ByteRange.of(start, length)
    found = find_all(
        document.snapshot(), needle, Ticket(), within=within, window=window, least_stretch=stretch
    )
    wanted, at = [], data.find(needle, within.start, within.end)
    while at >= 0:
        wanted.append(at)
        at = data.find(needle, at + len(needle), within.end)
    assert list(found) == wanted


@pytest.mark.parametrize("window", [1, 7])
def test_every_needle_is_found_across_every_border(window):
    document, data = document_of(
        [b"ab", bytes(20), b"ba", (Repeat(b"ab"), 30), b"aa", bytes(14), (Repeat(b"b"), 14), b"a"]
    )
    snapshot = document.snapshot()
    for at in range(len(data)):
        for length in range(1, min(5, len(data) - at) + 1):
            needle = data[at : at + length]
            for start in (0, at, at + 1):
                wanted = data.find(needle, start)
                found = find_next(snapshot, needle, start, Ticket(), window=window, least_stretch=0)
                assert (-1 if found is None else found) == wanted
                wanted = data.rfind(needle, 0, start + length)
                found = find_previous(snapshot, needle, start + 1, Ticket(), window=window, least_stretch=0)
                assert (-1 if found is None else found) == wanted


@given(st.lists(st.integers(0, 30), max_size=3), needles, windows)
def test_bytes_that_cannot_be_read_match_nothing(places, needle, window):
    lost = tuple(ByteRange.of(at, 2) for at in sorted({2 * place for place in places}))
    data = (b"ab\0a" * 20)[:64]
    shown = bytearray(data)
    for gone in lost:
        shown[gone.start : gone.end] = b"\xff\xff"
    blank = bytearray(data)
    for gone in lost:
        blank[gone.start : gone.end] = bytes(2)
    snapshot = Document(Holed(bytes(blank), lost)).snapshot()
    place = bytes(shown).find(needle)
    assert find_next(snapshot, needle, 0, Ticket(), window=window, least_stretch=1 << 20) == (
        None if place < 0 else place
    )
    place = bytes(shown).rfind(needle)
    assert find_previous(snapshot, needle, 64, Ticket(), window=window, least_stretch=1 << 20) == (
        None if place < 0 else place
    )


def test_a_sparse_tebibyte_is_searched_at_once(tmp_path):
    path = tmp_path / "sparse"
    create_file(path_bytes := bytes(path), 1 << 40)
    with path.open("r+b") as file:
        file.seek((1 << 39) + 4094)
        file.write(b"need")
    source = open_file(path_bytes)
    snapshot = Document(source).snapshot()
    with at_most(20):  # byte for byte it takes minutes
        assert find_next(snapshot, b"need", 0, Ticket()) == (1 << 39) + 4094
        assert find_previous(snapshot, b"need", 1 << 40, Ticket()) == (1 << 39) + 4094
        assert find_next(snapshot, b"need", (1 << 39) + 4095, Ticket()) is None
        assert list(find_all(snapshot, b"\0need\0", Ticket())) == [(1 << 39) + 4093]
    source.close()


def test_a_filled_tebibyte_is_searched_at_once():
    document = Document(MemorySource(b""))
    document.resize(1 << 40)
    document.fill(ByteRange(100, 1 << 40), Repeat(b"abc"))
    document.write(1 << 39, b"xyz")
    snapshot = document.snapshot()
    assert find_next(snapshot, b"xyz", 0, Ticket()) == 1 << 39
    assert find_previous(snapshot, b"xyz", 1 << 40, Ticket()) == 1 << 39
    assert find_next(snapshot, b"acb", 0, Ticket()) is None
    assert find_previous(snapshot, b"cab", 1 << 39, Ticket()) == 100 + 2 + (((1 << 39) - 105) // 3) * 3


def test_zeros_are_found_in_holes():
    document = Document(MemorySource(b""))
    document.resize(1 << 40)
    document.write(5, b"x")
    snapshot = document.snapshot()
    assert find_next(snapshot, bytes(8), 0, Ticket()) == 6
    hits = find_all(snapshot, bytes(4), Ticket())
    assert [next(hits) for _ in range(3)] == [0, 6, 10]


def test_the_ticket_counts_bytes_and_stops_the_search():
    snapshot = Document(MemorySource(b"ab" * 5000)).snapshot()
    ticket = Ticket()
    assert find_next(snapshot, b"c", 1000, ticket, window=100) is None
    assert (ticket.done, ticket.total) == (9000, 9000)
    ticket = Ticket()
    ticket.cancelled = True
    with pytest.raises(Cancelled):
        find_next(snapshot, b"c", 0, ticket, window=100)
    with pytest.raises(Cancelled):
        find_previous(snapshot, b"c", 10_000, ticket, window=100)


def test_an_empty_needle_is_refused():
    snapshot = Document(MemorySource(b"abc")).snapshot()
    with pytest.raises(InputError, match="nothing to look for"):
        find_next(snapshot, b"", 0, Ticket())
