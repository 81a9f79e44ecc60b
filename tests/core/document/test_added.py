"""Added bytes: kept as they are, in few blocks, readable while more come."""

from __future__ import annotations

import random

from bytescope.core.document.added import AddedBytes
from bytescope.core.ranges import ByteRange
from bytescope.core.source.base import Source, read


def test_every_span_keeps_its_bytes():
    rng = random.Random(1)
    added = AddedBytes()
    kept = []
    for _ in range(3_000):
        data = rng.randbytes(rng.choice((1, 2, 50, 5_000)))
        kept.append((added.append(data), data))
    assert all(read(span.source, span.start, span.length).data == data for span, data in kept)


def test_a_million_single_bytes_share_few_blocks_and_continue_each_other():
    added = AddedBytes()
    spans = [added.append(b"x") for _ in range(100_000)]
    assert len({id(span.source) for span in spans}) < 5
    assert spans[1].source is spans[0].source
    assert spans[1].start == 1


def test_large_runs_have_their_own_block_and_leave_room_for_typing():
    added = AddedBytes()
    small = added.append(b"a")
    large = added.append(bytes(1 << 20))
    assert large.source is not small.source
    assert added.append(b"b").source is small.source


def test_a_block_is_not_what_the_caller_still_changes():
    added = AddedBytes()
    data = bytearray(b"abc" * 200_000)
    span = added.append(data)
    data[0] = 0
    assert read(span.source, 0, 3).data == b"abc"


def test_blocks_are_sources():
    span = AddedBytes().append(b"abc")
    assert isinstance(span.source, Source)
    assert list(span.source.data_runs(ByteRange(0, 3))) == [ByteRange(0, 3)]
    assert list(span.source.data_runs(ByteRange(1, 1))) == []
