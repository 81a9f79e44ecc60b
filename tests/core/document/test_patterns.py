"""Patterns: any part is the same as that part of the whole, and the values are those asked for."""

from __future__ import annotations

import hashlib
import struct
import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bytescope.core.document import words
from bytescope.core.document.patterns import (
    ENDLESS,
    Counter,
    FileBytes,
    OffsetStamp,
    PageStamp,
    Phase,
    Repeat,
    SeededRandom,
    describe,
    start_in,
)
from bytescope.core.ranges import ByteRange
from bytescope.core.source.base import Lost, Source, Why, read
from bytescope.core.source.memory import MemorySource
from bytescope.core.source.opening import open_file
from helpers.files import sparse_file
from helpers.stored import StoredBytes

orders = st.sampled_from(("little", "big"))
widths = st.integers(1, 8)
patterns = st.one_of(
    st.builds(Repeat, st.binary(min_size=1, max_size=40)),
    st.builds(Counter, st.integers(-(2**63), 2**64 - 1), st.integers(-(2**63), 2**64 - 1), widths, orders),
    st.builds(OffsetStamp, widths, orders),
    st.builds(PageStamp, widths, orders),
    st.builds(SeededRandom, st.integers(0, 2**64 - 1)),
    st.builds(FileBytes, st.builds(MemorySource, st.binary(min_size=1, max_size=40)), st.just("f")),
)


@given(patterns, st.integers(0, 40_000), st.integers(0, 300), st.integers(0, 9_000))
@settings(max_examples=300, deadline=None)
def test_a_part_is_that_part_of_the_whole(pattern, start, length, more):
    whole = read(pattern, 0, start + length + more).data
    assert read(pattern, start, length).data == whole[start : start + length]


@given(patterns, st.integers(0, ENDLESS - 5_000), st.integers(0, 200), st.integers(0, 4_000))
@settings(max_examples=200, deadline=None)
def test_far_parts_fit_together(pattern, start, length, skip):
    near = read(pattern, start, skip + length).data
    assert read(pattern, start + skip, length).data == near[skip:]


@given(patterns, st.integers(0, 5_000))
def test_a_cycle_is_true(pattern, start):
    if pattern.cycle is not None:
        assert read(pattern, start, 200).data == read(pattern, start + pattern.cycle, 200).data
        assert read(pattern, start, 200).data == read(pattern, start + 3 * pattern.cycle, 200).data


@given(
    st.integers(0, 2**64 - 1),
    st.integers(0, 2**64 - 1),
    st.integers(0, 2**60),
    st.integers(1, 50),
    st.integers(0, 2),
)
def test_words_are_the_same_with_and_without_numpy(start, step, first, count, kind):
    made = (words.linear(start, step), words.stamps(step % 8 + 1, 4096), words.random_words(start))[kind]
    assert made.few(first, count) == made.many(first, count).tolist()


def test_a_long_read_is_the_short_reads_put_together():
    for pattern in (
        Counter(-5, 7, 3, "big"),
        SeededRandom(1),
        OffsetStamp(8, "big"),
        Repeat(b"abc"),
        Repeat(b"x" * 9999),
    ):
        whole = read(pattern, 11, 200_000).data
        assert whole == b"".join(read(pattern, 11 + i, 1_000).data for i in range(0, 200_000, 1_000))


def test_repeat_repeats():
    assert read(Repeat(b"abc"), 1, 8).data == b"bcabcabc"
    assert Repeat(b"abc").cycle == 3


def test_an_empty_repeat_is_refused():
    with pytest.raises(ValueError):
        Repeat(b"")


@pytest.mark.parametrize(
    ("counter", "numbers"),
    [
        (Counter(254, 1, 1, "little"), (254, 255, 0, 1)),
        (Counter(1, -1, 1, "little"), (1, 0, 255, 254)),
        (Counter(-1, 1, 1, "little", signed=True), (255, 0, 1, 2)),
    ],
)
def test_a_counter_wraps_at_its_width(counter, numbers):
    assert read(counter, 0, 4).data == bytes(numbers)


def test_counters_have_their_byte_order():
    assert read(Counter(0xABCDEF, 1, 3, "big"), 0, 6).data == bytes.fromhex("ABCDEF ABCDF0")
    assert read(Counter(0xABCDEF, 1, 3, "little"), 0, 6).data == bytes.fromhex("EFCDAB F0CDAB")
    assert struct.unpack("<3Q", read(Counter(2**64 - 1, 2, 8, "little"), 0, 24).data) == (2**64 - 1, 1, 3)


def test_small_counters_know_their_cycle():
    assert Counter(0, 1, 1, "little").cycle == 256
    assert Counter(0, 64, 1, "little").cycle == 4
    assert Counter(0, 0, 8, "little").cycle == 8
    assert Counter(0, 1, 4, "little").cycle is None


def test_stamps_tell_their_own_offset_and_page():
    far = 3 << 40
    assert struct.unpack("<2Q", read(OffsetStamp(8, "little"), far, 16).data) == (far, far + 8)
    assert read(OffsetStamp(4, "big"), 0x1_0000_0010, 4).data == bytes.fromhex("00000010")
    assert struct.unpack(">2I", read(PageStamp(4, "big"), 5 * 4096 - 4, 8).data) == (4, 5)


def test_random_bytes_are_the_same_for_ever():
    """SplitMix64 of the mixed seed, little-endian: a change of these values would break old fills."""
    assert (
        read(SeededRandom(0), 0, 16).data.hex()
        == struct.pack("<2Q", *(words.mixed(words._GOLDEN * (i + 1)) for i in range(2))).hex()
    )
    digest = hashlib.sha256(read(SeededRandom(42), 12_345, 100_000).data).hexdigest()
    assert digest == "29e86a4dc18d35af494e85d234542888df56a52cf6872c9a0f8722f49e79d357"


def test_random_bytes_differ_by_seed_and_look_random():
    data = read(SeededRandom(7), 0, 1 << 16).data
    assert data[:64] not in read(SeededRandom(8), 0, 1 << 16).data
    assert all(180 < data.count(value) < 340 for value in range(256))


def test_file_bytes_wrap_and_pass_on_what_is_lost():
    file = StoredBytes(b"0123456789")
    file.lost = [ByteRange(3, 5)]
    got = read(FileBytes(file, "digits"), 8, 16)
    assert got.data == b"8901234567890123"
    assert got.lost == (Lost(ByteRange(13, 15), Why.GONE), Lost(ByteRange(23, 24), Why.GONE))


def test_zero_patterns_are_holes_and_others_data():
    within = ByteRange(5, 50)
    assert list(Repeat(b"\0\0").data_runs(within)) == []
    assert list(Repeat(b"\0\1").data_runs(within)) == [within]
    assert list(SeededRandom(1).data_runs(within)) == [within]


def test_patterns_are_sources_and_values():
    for pattern in (
        Repeat(b"a"),
        Counter(0, 1, 1, "big"),
        OffsetStamp(1, "big"),
        PageStamp(1, "big"),
        SeededRandom(0),
    ):
        assert isinstance(pattern, Source)
        assert pattern == type(pattern)(
            **{name: getattr(pattern, name) for name in pattern.__dataclass_fields__}
        )
        assert pattern.size == ENDLESS


def test_where_a_pattern_begins():
    assert start_in(Repeat(b"ab"), 7, Phase.START) == 0
    assert start_in(Repeat(b"ab"), 7, Phase.ABSOLUTE) == 7
    assert start_in(OffsetStamp(8, "little"), 7, Phase.START) == 7


@pytest.mark.parametrize(
    ("pattern", "words_for_it"),
    [
        (Repeat(b"\xaa"), "AA"),
        (Repeat(b"abc", 'text "abc"'), 'text "abc"'),
        (Repeat(bytes(20)), "00 00 00 00 00 00 00 00 … (20 bytes)"),
        (Counter(0, 1, 4, "little"), "counter 0, step 1, 4 bytes little-endian"),
        (OffsetStamp(8, "big"), "own offsets, 8 bytes big-endian"),
        (PageStamp(1, "big"), "page numbers, 1 byte"),
        (SeededRandom(9), "random bytes, seed 9"),
        (FileBytes(MemorySource(b"x"), "name.bin"), "the bytes of name.bin"),
    ],
)
def test_patterns_describe_themselves(pattern, words_for_it):
    assert describe(pattern) == words_for_it


def test_small_reads_need_no_numpy():
    code = """
import sys
sys.modules["numpy"] = None
from bytescope.core.document.document import Document
from bytescope.core.document.patterns import Counter, OffsetStamp, PageStamp, SeededRandom
from bytescope.core.ranges import ByteRange
from bytescope.core.source.memory import ZeroSource
document = Document(ZeroSource(1 << 40))
patterns = (Counter(0, 1, 4, "big"), OffsetStamp(8, "big"), PageStamp(8, "big"), SeededRandom(1))
for i, pattern in enumerate(patterns):
    document.fill(ByteRange(i << 12, i + 1 << 12), pattern)
assert len(document.snapshot().read(0, 4 << 12).data) == 4 << 12
"""
    path = [entry for entry in sys.path if entry]
    run = subprocess.run(
        [sys.executable, "-c", f"import sys; sys.path[:0] = {path!r}\n{code}"], capture_output=True, text=True
    )
    assert (run.returncode, run.stderr) == (0, "")


def test_the_holes_of_a_file_are_those_of_its_bytes_in_each_repetition(tmp_path):
    path = sparse_file(tmp_path / "sparse", 1 << 20, [(1 << 19, b"island")])
    source = open_file(bytes(path))
    pattern = FileBytes(source, "sparse")
    (run,) = source.data_runs(ByteRange(0, source.size))
    size = source.size
    for begin in (0, 5 * size):
        assert list(pattern.data_runs(ByteRange.of(begin, size))) == [run.shifted(begin)]
        assert list(pattern.data_runs(ByteRange.of(begin + run.end, 100))) == []
    across = ByteRange(run.end, size + run.start + 1)
    assert list(pattern.data_runs(across)) == [across]
    source.close()
