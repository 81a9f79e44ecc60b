"""Operations on ranges: against plain Python, described where that is possible, and one step each."""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bytescope.core.document import spilled, transforming
from bytescope.core.document.document import Document
from bytescope.core.document.live import LiveDocument
from bytescope.core.document.operations import Transform
from bytescope.core.document.patterns import Counter, FileBytes, Repeat, SeededRandom
from bytescope.core.document.transforming import prepare, preview
from bytescope.core.document.transforms import Rule, Way, idle, number_operand, problem, told
from bytescope.core.errors import Cancelled, InputError, RefusedError
from bytescope.core.ranges import ByteRange
from bytescope.core.source.access import Access
from bytescope.core.source.memory import MemorySource, ZeroSource
from bytescope.core.source.opening import open_file
from bytescope.core.storage.editlog.decoding import decoded
from bytescope.core.storage.editlog.encoding import encoded
from bytescope.core.storage.editlog.layout import LogError
from bytescope.core.ticket import Ticket
from helpers.stored import StoredBytes
from helpers.transformed import random_rule, transformed

TiB = 1 << 40


def text(document: Document | LiveDocument) -> bytes:
    return document.snapshot().read(0, document.size).data


def mixed(rng: random.Random, live: bool) -> Document | LiveDocument:
    """Spans of all kinds, short and long, holes among them."""
    size = rng.randint(100, 500)
    data = bytearray(rng.randbytes(size))
    holes = []
    at = rng.randint(0, 40)
    while at < size:
        end = min(size, at + rng.randint(1, 120))
        data[at:end] = bytes(end - at)
        holes.append(ByteRange(at, end))
        at = end + rng.randint(1, 150)
    source = StoredBytes(bytes(data), [] if live else holes)
    document: Document | LiveDocument = LiveDocument(source) if live else Document(source)
    for _ in range(rng.randint(0, 6)):
        at = rng.randrange(document.size)
        length = min(rng.randint(1, 90), document.size - at)
        if rng.random() < 0.3:
            document.write(at, rng.randbytes(length))
        else:
            fills = [Repeat(b"\0"), Repeat(b"ab\xff"), Repeat(b"\x80")]
            document.fill(ByteRange.of(at, length), rng.choice(fills))
        if not live and rng.random() < 0.3:
            document.insert(rng.randrange(document.size), rng.randbytes(3))
    return document


@pytest.mark.parametrize("live", [False, True])
@settings(max_examples=400, deadline=None)
@given(seed=st.integers(0, 2**32))
def test_every_operation_gives_what_plain_python_gives(live, seed):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(transforming, "WORTH_DESCRIBING", 16)
        patch.setattr(transforming, "CHUNK", 24)
        rng = random.Random(seed)
        document = mixed(rng, live)
        before, steps = text(document), len(document.steps)
        start = rng.randrange(document.size)
        rule, length = random_rule(rng, rng.randint(0, document.size - start))
        where = ByteRange.of(start, length)
        if problem(rule, length):
            with pytest.raises(InputError):
                document.transform(where, rule)
            assert text(document) == before
            return
        expected = transformed(before, where, rule) if length else before
        if length:
            shown = preview(document.snapshot(), where, rule, 24)
            old, new = before[start : start + length], expected[start : start + length]
            assert shown == (old[:24], new[:24], sum(a != b for a, b in zip(old, new)))
            assert not (idle(rule) and shown.changed)
        change = document.transform(where, rule)
        assert text(document) == expected, rule
        assert change.ranges == ((where,) if where else ())
        assert len(document.steps) == steps + bool(length)
        if length:
            document.undo()
            assert text(document) == before
            document.redo()
            assert text(document) == expected


HUGE: list[tuple[Rule, bytes]] = [
    (Rule(Way.XOR, Repeat(b"\xde\xad")), b"\xde\xad"),
    (Rule(Way.OR, SeededRandom(7)), b""),
    (Rule(Way.AND, SeededRandom(7)), b"\0"),
    (Rule(Way.ADD, Counter(0, 0, 8, "big"), width=8, order="big"), b"\0" * 8),
    (Rule(Way.NOT), b"\xff"),
    (Rule(Way.ADD, number_operand(-2, 4, "little"), width=4), b"\xfe\xff\xff\xff"),
    (Rule(Way.SUBTRACT, number_operand(1, 2, "big"), width=2, order="big"), b"\xff\xff"),
    (Rule(Way.SHIFT_LEFT, by=3, width=4), b"\0"),
    (Rule(Way.SWAP, width=8), b"\0"),
    (Rule(Way.REVERSE), b"\0"),
    (Rule(Way.TURN, by=12345), b"\0"),
]


@pytest.mark.parametrize(("rule", "expected"), HUGE)
def test_a_terabyte_of_holes_costs_bytes(rule, expected):
    document = Document(ZeroSource(TiB))
    document.transform(ByteRange(0, TiB), rule)
    assert document._history.cost < 2000
    assert document.snapshot().read(0, len(expected)).data == expected
    assert document.snapshot().read(TiB - len(expected), len(expected)).data == expected
    document.undo()
    assert not document.modified


def test_a_terabyte_with_something_in_it_costs_what_that_has():
    document = Document(ZeroSource(TiB))
    document.write(TiB // 2 + 1, b"abcd")
    document.fill(ByteRange(0, 1 << 30), Repeat(b"xyz"))
    start = document.snapshot().read(0, 5).data
    document.transform(ByteRange(0, TiB), Rule(Way.REVERSE))
    assert document._history.cost < 20_000
    assert document.snapshot().read(TiB // 2 - 5, 4).data == b"dcba"
    assert document.snapshot().read(TiB - 5, 5).data == start[::-1]
    document.transform(ByteRange(0, TiB), Rule(Way.XOR, Repeat(b"\x20")))
    assert document.snapshot().read(TiB // 2 - 5, 4).data == b"DCBA"


class DataEverywhere(ZeroSource):
    """No holes, and no reading."""

    def data_runs(self, within):
        yield within

    def read_into(self, offset, buffer):
        raise AssertionError("nothing is to be read")


def test_what_there_is_no_room_for_is_refused_before_anything_is_read():
    document = Document(DataEverywhere(1 << 34))
    with pytest.raises(RefusedError, match="choose a smaller range"):
        document.transform(ByteRange(0, 1 << 34), Rule(Way.NOT))
    assert document.steps == []


def test_much_is_set_aside_in_a_file_without_a_name(tmp_path, monkeypatch):
    monkeypatch.setattr(spilled, "IN_MEMORY", 100_000)
    monkeypatch.setattr(spilled, "ALL_IN_MEMORY", 100_001)
    monkeypatch.setattr(transforming, "CHUNK", 1 << 15)
    data = random.Random(1).randbytes(300_000)
    document = Document(MemorySource(data))
    document.scratch = bytes(tmp_path)
    where, rule = ByteRange(3, 299_999), Rule(Way.XOR, Repeat(b"\x0f\xf0\x55"))
    document.transform(where, rule)
    assert text(document) == transformed(data, where, rule)
    kinds = {type(segment.source).__name__ for segment in document.snapshot().segments(where)}
    assert kinds == {"AddedBlock", "SpilledBytes"}
    assert document._history.cost < 110_000
    assert [*tmp_path.iterdir()] == []


def test_a_disk_that_is_full_changes_nothing(tmp_path, monkeypatch):
    monkeypatch.setattr(spilled, "IN_MEMORY", 10)
    monkeypatch.setattr(spilled, "ALL_IN_MEMORY", 11)
    document = Document(MemorySource(b"x" * 1000))
    document.scratch = bytes(tmp_path)

    def full(fd, data, offset):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(spilled.os, "pwrite", full)
    with pytest.raises(RefusedError, match=r"No space left.*nothing was changed"):
        document.transform(ByteRange(0, 1000), Rule(Way.NOT))
    assert text(document) == b"x" * 1000


@pytest.mark.parametrize("kind", [Document, LiveDocument])
def test_bytes_that_cannot_be_read_are_not_taken_for_zeros(kind):
    source = StoredBytes(bytes(range(100)))
    source.lost = [ByteRange(50, 51)]
    document = kind(source)
    with pytest.raises(RefusedError, match="offset 50 cannot be read"):
        document.transform(ByteRange(0, 100), Rule(Way.NOT))
    operand = StoredBytes(b"abc")
    operand.lost = [ByteRange(0, 1)]
    with pytest.raises(RefusedError, match="operand cannot be read"):
        document.transform(ByteRange(0, 3), Rule(Way.XOR, FileBytes(operand, "short")))
    assert document.steps == []


@pytest.mark.parametrize("kind", [Document, LiveDocument])
def test_a_stop_changes_nothing(kind):
    document, ticket = kind(StoredBytes(b"a" * 99)), Ticket()
    ticket.cancelled = True
    with pytest.raises(Cancelled):
        document.transform(ByteRange(0, 99), Rule(Way.NOT), ticket=ticket)
    assert (text(document), document.steps) == (b"a" * 99, [])


def test_progress_counts_what_is_read():
    ticket = Ticket()
    prepare(Document(StoredBytes(b"a" * 99)).snapshot(), ByteRange(0, 90), Rule(Way.NOT), None, ticket)
    assert (ticket.done, ticket.total) == (90, 90)


@pytest.mark.parametrize(
    ("rule", "length", "words"),
    [
        (Rule(Way.XOR), 4, "second operand"),
        (Rule(Way.SWAP), 4, "nothing to swap"),
        (Rule(Way.SWAP, width=3), 6, "1, 2, 4 or 8"),
        (Rule(Way.SWAP, width=4), 6, "no multiple of the unit of 4"),
        (Rule(Way.SHIFT_LEFT, by=8), 4, "1 to 7 bits"),
        (Rule(Way.ROTATE_RIGHT, by=0, width=2), 4, "1 to 15 bits"),
        (Rule(Way.TURN, by=8), 4, "stays as it is"),
    ],
)
def test_what_does_not_fit_is_told(rule, length, words):
    assert words in problem(rule, length)
    document = Document(StoredBytes(bytes(8)))
    with pytest.raises(InputError, match=words):
        document.transform(ByteRange(0, length), rule)


def test_numbers_must_fit_the_unit():
    assert number_operand(-1, 2, "little") == Repeat(b"\xff\xff")
    assert number_operand(258, 2, "big") == Repeat(b"\1\2")
    for value in (256, -129):
        with pytest.raises(InputError, match="does not fit"):
            number_operand(value, 1, "little")


def test_steps_have_names():
    five = number_operand(5, 4, "big")
    assert told(Rule(Way.XOR, Repeat(b"\xde\xad")), "4 KiB") == "Xor 4 KiB with DE AD"
    added = told(Rule(Way.ADD, five, width=4, order="big"), "4 KiB")
    assert added == "Add 5 to 4 KiB in 4-byte big-endian units"
    assert told(Rule(Way.SHIFT_LEFT, by=1), "9 bytes") == "Shift 9 bytes left by 1 bit in bytes"
    assert told(Rule(Way.SWAP, width=2), "4 KiB") == "Swap the bytes of 4 KiB by 2"
    assert told(Rule(Way.TURN, by=-3), "9 bytes") == "Rotate 9 bytes right by 3"
    for way in Way:
        assert told(Rule(way, five, width=2, by=1), "9 bytes")[0].isupper()


def test_operations_are_written_down_and_read_again(size):
    for seed in range(size.of(300)):
        rule, length = random_rule(random.Random(seed), 64)
        if isinstance(rule.operand, FileBytes):
            continue  # becomes the bytes themselves
        coded = encoded(Transform(ByteRange.of(8, length), rule), "name")
        raw = bytearray(coded.data.length if coded.data is not None else 0)
        if coded.data is not None:
            coded.data.source.read_into(coded.data.start, memoryview(raw))
        assert decoded(coded.head, raw) == Transform(ByteRange.of(8, length), rule)


@pytest.mark.parametrize(
    "head",
    [
        {"way": "explode"},
        {"way": "xor"},
        {"way": "not", "w": 9},
        {"way": "not", "order": "middle"},
        {"way": "not", "by": 1 << 70},
        {"way": "not", "phase": "full moon"},
    ],
)
def test_operations_that_cannot_be_are_not_believed(head):
    whole = {"o": "transform", "r": [0, 4], "phase": "start", "w": 1, "order": "little", "by": 0}
    with pytest.raises(LogError):
        decoded({**whole, **head}, b"")


def test_a_live_file_is_changed_at_once_and_back(tmp_path):
    path = tmp_path / "file"
    path.write_bytes(b"abcd" * 100)
    live, same = open_file(path, Access.LIVE), open_file(path, Access.READ)
    document = LiveDocument(live)
    with pytest.raises(RefusedError, match="file that is open here"):
        document.transform(ByteRange(0, 8), Rule(Way.XOR, FileBytes(same, "file")))
    document.transform(ByteRange(0, 400), Rule(Way.SWAP, width=4))
    assert path.read_bytes() == b"dcba" * 100
    document.transform(ByteRange(0, 400), Rule(Way.TURN, by=1))
    assert path.read_bytes() == b"cbad" * 100
    document.undo()
    document.undo()
    assert path.read_bytes() == b"abcd" * 100
    live.close()
    same.close()
