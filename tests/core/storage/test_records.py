"""Records with checksums: what was written comes back, and nothing behind damage is believed."""

import errno
import os
import random

import pytest

from bytescope.core.storage import records as records_module
from bytescope.core.storage.calls import CALLS
from bytescope.core.storage.records import HEAD, MAX_PAYLOAD, RecordWriter, records
from helpers.saving import Trouble, fails_at, nothing_fails

PAYLOADS = [b"", b"one", bytes(70_000), random.Random(1).randbytes(200_000), b"last" * 100]


@pytest.fixture
def fd(tmp_path):
    fd = os.open(tmp_path / "records", os.O_RDWR | os.O_CREAT)
    yield fd
    os.close(fd)


def written(fd) -> list[int]:
    writer = RecordWriter(fd, CALLS)
    starts = []
    for kind, payload in enumerate(PAYLOADS):
        starts.append(writer.append(kind, payload[:2], payload[2:]))
    writer.sync()
    return starts


def found(fd) -> tuple[list[tuple[int, bytes]], bool]:
    reader = records(fd, CALLS)
    return [(record.kind, bytes(record.payload)) for record in reader], reader.damaged


def test_records_come_back_in_order(fd):
    starts = written(fd)
    assert found(fd) == (list(enumerate(PAYLOADS)), False)
    for start, payload in zip(starts, PAYLOADS):
        assert os.pread(fd, len(payload), start) == payload


def test_an_empty_file_has_none(fd):
    assert found(fd) == ([], False)


def test_writing_goes_on_behind_what_is_whole(fd):
    written(fd)
    os.ftruncate(fd, os.fstat(fd).st_size - 1)
    reader = records(fd, CALLS)
    assert len(list(reader)) == len(PAYLOADS) - 1
    assert reader.damaged
    RecordWriter(fd, CALLS, reader.end).append(9, b"instead")
    os.ftruncate(fd, reader.end + HEAD + 7)
    assert found(fd)[0][-1] == (9, b"instead")


def test_a_record_cut_anywhere_is_left_out(fd):
    written(fd)
    size = os.fstat(fd).st_size
    last = size - len(PAYLOADS[-1]) - HEAD
    for end in range(last, size):
        os.ftruncate(fd, end)
        os.ftruncate(fd, size if end % 2 else end)  # torn: as zeros, or as an end
        whole, damaged = found(fd)
        assert whole == list(enumerate(PAYLOADS[:-1]))
        assert damaged is (end > last or end % 2 == 1)


@pytest.mark.parametrize("seed", range(50))
def test_one_changed_bit_ends_the_records_there(fd, seed):
    starts = written(fd)
    noise = random.Random(seed)
    number = noise.randrange(len(starts))
    place = starts[number] - HEAD + noise.randrange(HEAD + len(PAYLOADS[number]))
    byte = os.pread(fd, 1, place)[0] ^ (1 << noise.randrange(8))
    os.pwrite(fd, bytes([byte]), place)
    assert found(fd) == (list(enumerate(PAYLOADS[:number])), True)


def test_a_whole_record_at_another_place_is_not_believed(fd):
    written(fd)
    first = os.pread(fd, HEAD + len(PAYLOADS[0]), 0)
    end = os.fstat(fd).st_size
    os.pwrite(fd, first, end)
    assert found(fd) == (list(enumerate(PAYLOADS)), True)


def test_a_length_from_damage_allocates_nothing(fd, monkeypatch):
    asked = []
    real = records_module.bytearray if hasattr(records_module, "bytearray") else bytearray
    monkeypatch.setattr(
        records_module, "bytearray", lambda size: asked.append(size) or real(size), raising=False
    )
    for length in (0xFFFFFFFF, MAX_PAYLOAD + 1, MAX_PAYLOAD):
        os.pwrite(fd, records_module._HEAD.pack(0, length, 1), 0)
        assert found(fd) == ([], True)
    assert max(asked) <= 1 << 16


def test_too_long_a_record_is_not_written(fd):
    writer = RecordWriter(fd, CALLS)
    with pytest.raises(ValueError):
        writer.append(1, bytes(MAX_PAYLOAD), b"x")
    assert os.fstat(fd).st_size == writer.end == 0


def test_a_record_that_failed_is_written_over_by_the_next(fd):
    quiet = Trouble(nothing_fails)
    RecordWriter(fd, quiet.calls).append(1, bytes(70_000))
    for number in range(len(quiet.made)):
        os.ftruncate(fd, 0)
        writer = RecordWriter(fd, Trouble(fails_at(number, errno.ENOSPC)).calls)
        with pytest.raises(OSError, match="No space"):
            writer.append(1, bytes(70_000))
        assert writer.end == 0
        writer.append(2, b"small")
        assert found(fd)[0] == [(2, b"small")]


@pytest.mark.parametrize("odd", ["short", errno.EINTR])
def test_short_and_interrupted_calls_are_continued(fd, odd):
    last = [""]

    def decide(index, name):
        again, last[0] = last[0] == name, "" if last[0] == name else name
        return None if again else odd

    writer = RecordWriter(fd, Trouble(decide).calls)
    writer.append(1, b"some bytes" * 20_000)
    writer.sync()
    assert found(fd) == ([(1, b"some bytes" * 20_000)], False)
