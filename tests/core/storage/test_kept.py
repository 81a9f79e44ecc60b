import os
import random

import pytest

from bytescope.core.errors import Cancelled
from bytescope.core.ranges import ByteRange
from bytescope.core.source.base import Lost, Why
from bytescope.core.source.opening import open_file
from bytescope.core.storage.calls import CALLS
from bytescope.core.storage.kept import keep
from bytescope.core.storage.runs import DataRuns
from bytescope.core.ticket import Ticket
from helpers.saving import sparse_file

BLOCK = 4096


@pytest.fixture
def base(tmp_path):
    noise = random.Random(1)
    runs = {
        0: noise.randbytes(BLOCK),
        3 * BLOCK: noise.randbytes(2 * BLOCK),
        40 * BLOCK: noise.randbytes(BLOCK),
    }
    source = open_file(bytes(sparse_file(tmp_path / "file", runs, 50 * BLOCK)))
    yield source
    source.close()


class Damaged:
    """Bytes whose second block the medium does not give up, or which are gone from there on."""

    size = 4 * BLOCK
    cycle = None

    def __init__(self, why: Why) -> None:
        self._bad = ByteRange(BLOCK, 2 * BLOCK if why is Why.UNREADABLE else 4 * BLOCK)
        self._why = why

    def read_into(self, offset, buffer):
        buffer[:] = b"d" * len(buffer)
        bad = self._bad.intersect(ByteRange.of(offset, len(buffer)))
        return (Lost(bad, self._why),) if bad else ()

    def data_runs(self, within):
        yield within


def old_bytes(kept, range: ByteRange) -> bytes:
    spans = kept.span_for(range)
    assert spans is not None
    parts = []
    for span in spans:
        buffer = bytearray(span.length)
        assert not span.source.read_into(span.start, memoryview(buffer))
        parts.append(bytes(buffer))
    return b"".join(parts)


@pytest.mark.parametrize("seed", range(5))
def test_any_part_of_what_was_kept_is_found_again(base, seed):
    noise = random.Random(seed)
    content = os.pread(base.fd, base.size, 0)
    borders = sorted(noise.sample(range(base.size), 40))
    ranges = [ByteRange(a, b) for a, b in zip(borders[::2], borders[1::2])]
    kept = keep(base, ranges, Ticket(), CALLS, None)
    for item in ranges:
        start = noise.randrange(item.start, item.end)
        end = noise.randint(start, item.end)
        assert old_bytes(kept, ByteRange(start, end)) == content[start:end]
    assert kept.span_for(ByteRange(ranges[0].start, ranges[0].end + 1)) is None
    assert kept.span_for(ByteRange(ranges[0].start - 1, ranges[0].end)) is None


def test_many_small_ranges_are_kept(base):
    content = os.pread(base.fd, base.size, 0)
    ranges = [ByteRange.of(at, 3) for at in range(0, base.size - 3, 70)]
    kept = keep(base, ranges, Ticket(), CALLS, None)
    assert all(old_bytes(kept, item) == content[item.start : item.end] for item in ranges)


def test_holes_take_no_room(base):
    kept = keep(base, [ByteRange(0, base.size)], Ticket(), CALLS, None)
    assert kept.spooled == 4 * BLOCK
    assert len(kept) == 6


def test_bytes_that_could_not_be_read_are_lost_when_they_come_back():
    kept = keep(Damaged(Why.UNREADABLE), [ByteRange(0, 4 * BLOCK)], Ticket(), CALLS, None)
    spans = kept.span_for(ByteRange(0, 4 * BLOCK))
    assert [span.length for span in spans] == [BLOCK, BLOCK, 2 * BLOCK]
    lost = [bool(span.source.read_into(span.start, memoryview(bytearray(9)))) for span in spans]
    assert lost == [False, True, False]
    assert old_bytes(kept, ByteRange(2 * BLOCK, 2 * BLOCK + 9)) == b"d" * 9


@pytest.mark.parametrize("length", [3, BLOCK])
def test_a_file_that_became_shorter_is_not_kept(length):
    with pytest.raises(OSError, match="shorter"):
        keep(Damaged(Why.GONE), [ByteRange.of(2 * BLOCK, length)], Ticket(), CALLS, None)


def test_keeping_can_be_stopped(base):
    ticket = Ticket()
    ticket.cancelled = True
    with pytest.raises(Cancelled):
        keep(base, [ByteRange(0, BLOCK)], ticket, CALLS, None)


def test_old_bytes_have_no_name_and_are_nobody_elses_to_read(base, tmp_path):
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    kept = keep(base, [ByteRange(0, BLOCK)], Ticket(), CALLS, bytes(scratch))
    assert list(scratch.iterdir()) == []
    fd = CALLS.spool(bytes(scratch))
    assert os.fstat(fd).st_mode & 0o777 == 0o600
    os.close(fd)
    before = len(os.listdir("/proc/self/fd"))
    del kept
    assert len(os.listdir("/proc/self/fd")) == before - 1


def test_data_runs_asked_in_pieces_are_those_of_the_source(base):
    noise = random.Random(3)
    runs = DataRuns(base)
    for _ in range(300):
        start = noise.randrange(base.size)
        item = ByteRange(start, noise.randint(start, base.size))
        assert list(runs.within(item)) == list(base.data_runs(item))
