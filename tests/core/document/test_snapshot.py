"""Reading a frozen document: bytes, losses, holes, segments, and how often the base is asked."""

from __future__ import annotations

import threading

import pytest

from bytescope.core.document.document import Document
from bytescope.core.document.patterns import Repeat
from bytescope.core.document.snapshot import Segment
from bytescope.core.ranges import ByteRange
from bytescope.core.source.base import Lost, Why
from bytescope.core.source.memory import ZeroSource
from helpers.stored import StoredBytes

DATA = bytes(range(256)) * 16


def test_a_snapshot_stays_while_the_document_changes():
    document = Document(StoredBytes(DATA))
    first = document.snapshot()
    document.write(3, b"abc")
    second = document.snapshot()
    document.delete(ByteRange(0, 1000))
    assert first.read(0, first.size).data == DATA
    assert second.read(0, second.size).data == DATA[:3] + b"abc" + DATA[6:]
    assert (first.generation, second.generation, document.generation) == (0, 1, 2)


def test_a_snapshot_is_made_once_for_each_generation():
    document = Document(StoredBytes(DATA))
    assert document.snapshot() is document.snapshot()
    before = document.snapshot()
    document.write(0, b"x")
    assert document.snapshot() is not before


@pytest.mark.parametrize(("offset", "length"), [(-1, 1), (0, 4097), (4097, 0), (4096, 1)])
def test_reading_outside_is_an_error(offset, length):
    with pytest.raises(ValueError):
        Document(StoredBytes(DATA)).snapshot().read(offset, length)


def test_reading_nothing_at_the_end_is_allowed():
    assert Document(StoredBytes(DATA)).snapshot().read(4096, 0).data == b""
    assert Document(StoredBytes(b"")).snapshot().read(0, 0).data == b""


def test_lost_ranges_are_in_document_offsets_and_edits_cover_them():
    file = StoredBytes(DATA)
    file.lost = [ByteRange(100, 200)]
    document = Document(file)
    document.insert(0, b"0123456789")
    document.write(150, b"fresh")
    reading = document.snapshot().read(0, 4096)
    assert reading.lost == (Lost(ByteRange(110, 150), Why.GONE), Lost(ByteRange(155, 210), Why.GONE))
    assert reading.data[150:155] == b"fresh"


def test_many_own_spans_are_read_at_once_and_losses_kept_apart():
    file = StoredBytes(DATA)
    file.lost = [ByteRange(1000, 1010)]
    document = Document(file)
    for i in range(0, 4096, 3):
        document.write(i, b"x")
    file.reads = 0
    reading = document.snapshot().read(0, 4096)
    assert file.reads == 1
    assert reading.data == bytes(120 if i % 3 == 0 else b for i, b in enumerate(DATA))
    lost = {i for item in reading.lost for i in range(item.range.start, item.range.end)}
    assert lost == {i for i in range(1000, 1010) if i % 3}


def test_segments_tell_where_bytes_come_from():
    file = StoredBytes(DATA)
    document = Document(file)
    pattern = Repeat(b"ab")
    document.fill(ByteRange(10, 20), pattern)
    assert list(document.snapshot().segments(ByteRange(5, 25))) == [
        Segment(ByteRange(5, 10), file, 5),
        Segment(ByteRange(10, 20), pattern, 0),
        Segment(ByteRange(20, 25), file, 20),
    ]


def test_data_runs_follow_holes_zero_fills_and_moved_bytes():
    file = StoredBytes(bytes(4096), [ByteRange(1000, 2000), ByteRange(3000, 4096)])
    document = Document(file)
    document.fill(ByteRange(100, 200), Repeat(b"\0"))
    document.write(1500, b"xy")
    document.overwrite_block(ByteRange(990, 1010), 3500)
    document.resize(9000)
    assert list(document.snapshot().data_runs(ByteRange(0, 9000))) == [
        ByteRange(0, 100),
        ByteRange(200, 1000),
        ByteRange(1500, 1502),
        ByteRange(2000, 3000),
        ByteRange(3500, 3510),
    ]
    assert list(document.snapshot().data_runs(ByteRange(1501, 2001))) == [
        ByteRange(1501, 1502),
        ByteRange(2000, 2001),
    ]


def test_data_runs_of_a_shifted_document():
    file = StoredBytes(bytes(4096), [ByteRange(1000, 2000)])
    document = Document(file)
    document.insert(0, b"0123456789")
    assert list(document.snapshot().data_runs(ByteRange(0, 4106))) == [
        ByteRange(0, 1010),
        ByteRange(2010, 4106),
    ]


def test_edited_ranges_of_a_part():
    document = Document(StoredBytes(DATA))
    document.write(10, b"abc")
    document.write(20, b"abc")
    assert list(document.snapshot().edited(ByteRange(11, 21))) == [ByteRange(11, 13), ByteRange(20, 21)]
    assert list(document.snapshot().edited(ByteRange(13, 20))) == []


def test_snapshots_taken_in_another_thread_are_whole():
    """Each write keeps the document of one letter: a torn view would mix letters or lengths."""
    document = Document(ZeroSource(3000))
    document.fill(ByteRange(0, 3000), Repeat(b"a"))
    stop = threading.Event()
    wrong: list[str] = []

    def look() -> None:
        while not stop.is_set():
            view = document.snapshot()
            text = view.read(0, view.size).data
            if len(set(text)) != 1:
                wrong.append(f"{len(text)} {set(text)}")

    thread = threading.Thread(target=look)
    thread.start()
    for i in range(400):
        letter = bytes([97 + i % 26])
        document.fill(ByteRange(0, document.size), Repeat(letter))
    stop.set()
    thread.join()
    assert wrong == []
