"""Many ranges replaced as one step: the result, the undo, the memory, the stop, and the log."""

from __future__ import annotations

import random
import re
from array import array
from itertools import accumulate

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bytescope.core.bookmarks.follow import moved, moves_of
from bytescope.core.change import Kind
from bytescope.core.document import replacing
from bytescope.core.document.applying import apply
from bytescope.core.document.document import Document
from bytescope.core.document.live import LiveDocument
from bytescope.core.document.operations import ReplaceEach
from bytescope.core.document.places import Pieces, Places
from bytescope.core.document.replacing import prepare
from bytescope.core.errors import Cancelled, RefusedError, SaveError, UndoBudgetError
from bytescope.core.ranges import ByteRange
from bytescope.core.source.base import read
from bytescope.core.source.memory import MemorySource, ZeroSource
from bytescope.core.storage.editlog.decoding import decoded
from bytescope.core.storage.editlog.encoding import encoded
from bytescope.core.storage.editlog.layout import LogError
from bytescope.core.ticket import Ticket
from helpers.stored import StoredBytes


def text(document: Document) -> bytes:
    return document.snapshot().read(0, document.size).data


def hits(data: bytes, needle: bytes) -> list[ByteRange]:
    return [ByteRange(*found.span()) for found in re.finditer(re.escape(needle), data)]


@settings(max_examples=200, deadline=None)
@given(st.lists(st.sampled_from([b"ab", b"a", b"b", b"xyz"]), max_size=60), st.binary(max_size=5))
def test_it_gives_what_replace_gives(words, new):
    data = b"".join(words)
    document = Document(StoredBytes(data))
    document.write(len(data) // 2, b"ab")
    document.write(len(data) // 3, b"-")
    before = text(document)
    change = document.replace_each(hits(before, b"ab"), new)
    assert text(document) == before.replace(b"ab", new)
    assert (change.old_size, change.new_size) == (len(before), document.size)
    if change.ranges:
        document.undo()
        assert text(document) == before
        document.redo()
        assert text(document) == before.replace(b"ab", new)


def test_it_is_one_step_with_a_name():
    document = Document(StoredBytes(b"one two one two"))
    change = document.replace_each([ByteRange(0, 3), ByteRange(8, 11)], b"six")
    assert (change.kind, change.name) == (Kind.REPLACE, "Replace 2 hits")
    assert change.ranges == (ByteRange(0, 3), ByteRange(8, 11))
    assert document.steps == ["Replace 2 hits"]
    assert [*document.edited_ranges()] == [ByteRange(0, 3), ByteRange(8, 11)]
    document.undo()
    assert not document.modified
    assert document.replace_each([ByteRange(3, 4)], b"").name == "Replace 1 hit"


def test_who_keeps_offsets_is_told_of_each_hit():
    document = Document(StoredBytes(b"one two one two"))
    change = document.replace_each([ByteRange(0, 3), ByteRange(8, 11)], b"three")
    assert change.splices == [(0, 3, 5), (10, 3, 5)]
    assert change.ranges == (ByteRange(0, 19),)
    assert document.undo().splices == [(10, 5, 3), (0, 5, 3)]
    assert text(document) == b"one two one two"


def test_an_empty_range_takes_what_is_inserted_there():
    document = Document(StoredBytes(b"abc"))
    document.replace_each([ByteRange(0, 0), ByteRange(1, 1), ByteRange(3, 3)], b"-")
    assert text(document) == b"-a-bc-"


def test_what_replaces_nothing_makes_no_step():
    document = Document(StoredBytes(b"abc"))
    assert document.replace_each([], b"xyz").op is None
    assert document.replace_each([ByteRange(1, 1)], b"").op is None
    assert (document.steps, document.generation) == ([], 0)


def test_far_hits_are_told_apart_and_near_ones_together():
    document = Document(ZeroSource(1 << 40))
    places = [ByteRange.of((i // 4 << 30) + i % 4 * 8, 4) for i in range(64)]
    assert len(document.replace_each(places, b"abcd").ranges) == 64
    document.undo()
    grouped = [*Places.of(places).groups(16)]
    assert grouped == [(i, i + 4) for i in range(0, 64, 4)]


def test_many_hits_take_few_bytes_each(monkeypatch):
    monkeypatch.setattr(replacing, "MOST_GROUPS", 8)
    count = 20_000
    document = Document(ZeroSource(1 << 40))
    starts = array("q", range(7, 7 + count * 1000, 1000))
    step = prepare(document.snapshot(), Places(starts, array("q", [s + 4 for s in starts])), b"abcd", 1 << 30)
    assert sum(len(parts) for _, _, parts in step.splices) < count // 90  # leaves, not spans
    assert len(step.splices) == 8
    change = document.make(step)
    assert len(change.ranges) == 8
    assert document.edited_bytes == 4 * count
    assert document.snapshot().read(7 + 999 * 1000, 6).data == b"abcd\0\0"
    document.undo()
    assert document.edited_bytes == 0


def test_more_than_undo_may_cost_is_refused():
    document = Document(StoredBytes(bytes(1000)), added_budget=1000)
    with pytest.raises(RefusedError, match=r"40 hits.*kept for undo.*smaller"):
        document.replace_each([ByteRange.of(2 * i, 1) for i in range(40)], b"x")
    assert (text(document), document.steps) == (bytes(1000), [])


def test_a_range_behind_the_end_is_refused():
    document = Document(StoredBytes(b"abc"))
    with pytest.raises(RefusedError, match="past the end"):
        document.replace_each([ByteRange(0, 1), ByteRange(2, 4)], b"x")
    assert text(document) == b"abc"


@pytest.mark.parametrize("ranges", [[ByteRange(2, 4), ByteRange(0, 1)], [ByteRange(0, 3), ByteRange(2, 4)]])
def test_ranges_must_be_in_order(ranges):
    with pytest.raises(ValueError, match="is no range behind"):
        Places.of(ranges)


def test_a_stop_changes_nothing():
    document = Document(StoredBytes(bytes(100)))
    ticket = Ticket()
    ticket.cancelled = True
    with pytest.raises(Cancelled):
        document.replace_each([ByteRange(0, 1)], b"x", ticket=ticket)
    assert (text(document), document.generation) == (bytes(100), 0)


def test_a_step_for_another_state_is_refused():
    document = Document(StoredBytes(b"abcdef"))
    step = prepare(document.snapshot(), [ByteRange(0, 1)], b"xy", 1 << 20)
    document.write(3, b"-")
    with pytest.raises(RefusedError, match="meanwhile"):
        document.make(step)
    other = Document(StoredBytes(b"abcdef"))
    with pytest.raises(RefusedError, match="meanwhile"):
        other.make(step)
    assert (text(document), text(other)) == (b"abc-ef", b"abcdef")


def test_it_is_written_down_and_read_again():
    rng = random.Random(1)
    for _ in range(50):
        ends = sorted(rng.sample(range(1000), 2 * rng.randint(0, 9)))
        ranges = [ByteRange(*pair) for pair in zip(ends[::2], ends[1::2])]
        if rng.random() < 0.5:
            ranges = [ByteRange.of(item.start, 1) for item in ranges]
        data = rng.randbytes(rng.randint(0, 3))
        document, twin = (Document(StoredBytes(bytes(range(250)) * 4)) for _ in range(2))
        change = document.replace_each(ranges, data)
        if change.op is None:
            continue
        coded = encoded(change.op, change.name)
        span = coded.data
        assert span is not None
        raw = bytearray(span.length)
        span.source.read_into(span.start, memoryview(raw))
        again = decoded(coded.head, raw)
        assert isinstance(again, ReplaceEach)
        assert again.places == Places.of(ranges)
        apply(twin, again)
        assert text(twin) == text(document)


def own(*pieces: bytes) -> Pieces:
    """Bytes for each of some places."""
    return Pieces(MemorySource(b"".join(pieces)), array("q", accumulate(map(len, pieces))))


def some_places(rng: random.Random) -> tuple[list[ByteRange], Pieces]:
    ends = sorted(rng.sample(range(1000), 2 * rng.randint(1, 9)))
    ranges = [ByteRange(*pair) for pair in zip(ends[::2], ends[1::2])]
    return ranges, own(*(rng.randbytes(rng.randint(0, 3)) for _ in ranges))


def test_each_gets_its_own_bytes(monkeypatch):
    rng = random.Random(2)
    for _ in range(100):
        few = rng.choice([1, 2, 1024])
        monkeypatch.setattr(replacing, "MOST_GROUPS", few)
        monkeypatch.setattr(replacing, "FEW_GROUPS", few)
        ranges, new = some_places(rng)
        document, twin = (Document(StoredBytes(bytes(range(250)) * 4)) for _ in range(2))
        before = expected = text(document)
        starts = [0, *new.ends]
        data = read(new.source, 0, new.total).data
        for number, item in reversed([*enumerate(ranges)]):
            piece = data[starts[number] : starts[number + 1]]
            expected = expected[: item.start] + piece + expected[item.end :]
        change = document.replace_each(ranges, new)
        assert text(document) == expected
        marks = np.array([item.start for item in ranges] + [999], np.int64)
        firsts, _ = moved(marks, marks, moves_of(change))
        assert firsts[-1] == 999 + len(expected) - len(before)
        assert change.op is not None
        coded = encoded(change.op, change.name)
        assert coded.data is not None
        apply(twin, decoded(coded.head, read(coded.data.source, 0, coded.data.length).data))
        assert text(twin) == expected
        document.undo()
        assert text(document) == before
        document.redo()
        assert text(document) == expected


def test_a_place_without_a_piece_is_a_fault_of_the_caller():
    with pytest.raises(ValueError, match="piece"):
        Document(StoredBytes(b"abc")).replace_each([ByteRange(0, 1), ByteRange(1, 2)], own(b"x"))


@pytest.mark.parametrize("ends", [[2, 1], [1, 3], [1, 1], [-1, 2]])
def test_pieces_that_cannot_be_are_not_believed(ends):
    numbers = b"".join(number.to_bytes(8, "little", signed=True) for number in (0, 5, *ends))
    with pytest.raises(LogError):
        decoded({"o": "each_own", "c": 2, "l": 1}, numbers + b"ab")
    with pytest.raises(LogError):
        decoded({"o": "each_own", "c": 2, "l": 1}, numbers[:24])


@pytest.mark.parametrize(
    ("head", "data"),
    [
        ({"c": 2, "l": 1}, b"\1" + bytes(14)),
        ({"c": 1 << 60, "l": 1}, bytes(16)),
        ({"c": 2, "l": 4}, bytes(16)),
        ({"c": 1}, b"\2" + bytes(7) + b"\1" + bytes(7)),
        ({"c": 1, "l": 2}, b"\xff" * 7 + b"\x7f"),
        ({"c": -1, "l": 2}, bytes(8)),
        ({"l": 2}, bytes(8)),
    ],
)
def test_places_that_cannot_be_are_not_believed(head, data):
    with pytest.raises((LogError, OverflowError)):
        decoded({"o": "each", **head}, data)


def live(size: int = 3000, **options: int) -> tuple[LiveDocument, StoredBytes]:
    source = StoredBytes(bytes(range(250)) * (size // 250))
    return LiveDocument(source, **options), source


HITS = [ByteRange.of(at, 3) for at in (0, 7, 10, 500, 501 + 2, 2990, 2997)]


def test_a_live_file_gets_the_hits_alone():
    document, source = live()
    before = bytes(source.data)
    change = document.replace_each(HITS, b"xyz")
    expected = bytearray(before)
    for item in HITS:
        expected[item.start : item.end] = b"xyz"
    assert source.data == expected
    assert sorted(source.stores) == [(item.start, 3) for item in HITS]
    assert change.kind is Kind.REPLACE
    assert sum(item.length for item in document.edited_ranges()) == 3 * len(HITS)
    document.undo()
    assert source.data == before
    document.redo()
    assert source.data == expected


def test_groups_of_live_hits_leave_what_is_between_alone(monkeypatch):
    monkeypatch.setattr(replacing, "MOST_GROUPS", 2)
    document, source = live()
    before = bytes(source.data)
    document.write(8, b"!")
    document.replace_each(HITS, b"xyz")
    assert sorted(source.stores)[1:] == sorted([(8, 1), *((item.start, 3) for item in HITS)])[1:]
    marked = {at for item in document.edited_ranges() for at in range(item.start, item.end)}
    assert marked == {at for item in HITS for at in range(item.start, item.end)} | {8}
    source.data[5] = 0xEE  # by another program
    document.undo()
    document.undo()
    assert source.data == before[:5] + b"\xee" + before[6:]


@pytest.mark.parametrize("fail_at", [4, 11, 503, 2999])
def test_a_live_store_that_fails_puts_all_hits_back(monkeypatch, fail_at):
    for most in (1, 3, 1024):
        monkeypatch.setattr(replacing, "MOST_GROUPS", most)
        document, source = live()
        before = bytes(source.data)
        source.fail_at = fail_at
        with pytest.raises(SaveError, match="disk is full"):
            document.replace_each(HITS, b"xyz")
        assert source.data == before
        assert (document.steps, [*document.edited_ranges()]) == ([], [])


def test_live_hits_keep_their_length():
    document, source = live()
    with pytest.raises(RefusedError, match="cannot change the length"):
        document.replace_each(HITS, b"longer")
    assert source.stores == []


def test_live_hits_get_their_own_bytes_of_the_same_length():
    document, source = live()
    before = bytes(source.data)
    document.replace_each(HITS[:2], own(b"abc", b"xyz"))
    assert source.data == b"abc" + before[3:7] + b"xyz" + before[10:]
    document.undo()
    assert source.data == before
    with pytest.raises(RefusedError, match="cannot change the length"):
        document.replace_each(HITS[:2], own(b"abcx", b"yz"))


def test_live_hits_over_the_budget_need_a_word():
    document, source = live(added_budget=400)
    before = bytes(source.data)
    with pytest.raises(UndoBudgetError):
        document.replace_each(HITS, b"xyz")
    assert source.data == before
    document.replace_each(HITS, b"xyz", no_undo=True)
    assert [bytes(source.data[item.start : item.end]) for item in HITS] == [b"xyz"] * len(HITS)
    assert document.steps == []
    assert sum(item.length for item in document.edited_ranges()) == 3 * len(HITS)
