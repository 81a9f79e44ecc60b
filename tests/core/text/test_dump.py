"""Dumps, against od itself."""

import itertools
import random
import subprocess
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bytescope.core.errors import InputError
from bytescope.core.text.dump import DumpLook, Run, dump_lines, od_lines, rows
from helpers.effort import at_most
from helpers.files import noise_bytes


def od(data, *options):
    result = subprocess.run(["od", "-x", *options], input=data, capture_output=True, check=True)
    return result.stdout.decode().splitlines()


def periodic(seed):
    """Bytes with long and short equal stretches, of any length."""
    rng = random.Random(seed)
    parts = []
    for _ in range(rng.randrange(6)):
        cycle = rng.randbytes(rng.choice([1, 1, 2, 3, 4, 8, 16, 17, 32]))
        parts.append(cycle * rng.randrange(60))
    return b"".join(parts)[: rng.randrange(1, 2000)]


def cut(data, seed):
    """The same bytes in parts of random lengths."""
    rng = random.Random(seed)
    at = 0
    while at < len(data):
        step = rng.choice([1, 7, 16, 33, 500])
        yield data[at : at + step]
        at += step


@pytest.mark.parametrize("seed", range(60))
def test_od(seed):
    data = periodic(seed)
    assert list(od_lines(cut(data, seed))) == od(data)


@pytest.mark.parametrize("length", [0, 1, 2, 15, 16, 17, 31, 32, 33, 48, 65])
@pytest.mark.parametrize("fill", [b"\0", b"\xab\xcd"])
def test_od_of_short_inputs(length, fill):
    data = (fill * 40)[:length]
    assert list(od_lines([data])) == od(data)


@pytest.mark.parametrize(("skip", "count"), [(3, 40), (16, 100), (1, 1)])
def test_od_of_a_part(skip, count):
    data = bytes(40) + bytes(range(100))
    part = data[skip : skip + count]
    assert list(od_lines([part], skip)) == od(data, "-j", str(skip), "-N", str(count))


def test_od_of_offsets_wider_than_seven_digits():
    assert list(od_lines([bytes(33)], 1 << 33)) == [
        "100000000000 0000 0000 0000 0000 0000 0000 0000 0000",
        "*",
        "100000000040 0000",
        "100000000041",
    ]


PIECES = st.lists(
    st.one_of(
        st.binary(max_size=50),
        st.builds(
            Run, st.binary(min_size=1, max_size=3) | st.just(b"\0") | st.just(b"abcd"), st.integers(0, 300)
        ),
    ),
    max_size=6,
)


def plain(pieces):
    return b"".join(p.head(p.length) if isinstance(p, Run) else p for p in pieces)


@given(PIECES, st.booleans())
def test_runs_print_what_their_bytes_would(pieces, fold):
    assert list(rows(pieces, 5, fold=fold)) == list(rows([plain(pieces)], 5, fold=fold))


@given(PIECES)
def test_rows_unfold_to_the_bytes(pieces):
    found = list(rows(pieces, fold=False))
    assert b"".join(row for _, row in found) == plain(pieces)
    assert [offset for offset, _ in found] == list(range(0, 16 * len(found), 16))


def test_a_terabyte_of_zeros_is_printed_at_once():
    with at_most(20):  # line for line it takes hours
        lines = list(od_lines([b"abc", Run(b"\0", 1 << 40), b"end"]))
    assert lines == [
        "0000000 6261 0063 0000 0000 0000 0000 0000 0000",
        "0000020 0000 0000 0000 0000 0000 0000 0000 0000",
        "*",
        "20000000000000 0000 6500 646e",
        "20000000000006",
    ]


def test_a_terabyte_without_folding_begins_at_once():
    assert next(rows([Run(b"\0", 1 << 40)], fold=False)) == (0, bytes(16))
    assert len(list(itertools.islice(rows([Run(b"abc", 1 << 40)]), 10))) == 10


def test_long_equal_bytes_are_folded_fast():
    data = bytes(64 << 20)
    began = time.process_time()  # of this process: what others use does not count
    assert len(list(od_lines([data]))) == 3
    equal = time.process_time() - began
    few, began = noise_bytes(len(data) // 64), time.process_time()
    assert len(list(od_lines([few]))) == len(few) // 16 + 1
    assert equal < time.process_time() - began  # row for row it takes many times as long


def test_a_run_without_bytes_is_a_programming_error():
    with pytest.raises(ValueError):
        list(rows([Run(b"", 5)]))


def test_dump_bytes_with_text():
    lines = list(dump_lines([b"Hello, world\0\xff!"], 0x20))
    assert lines == ["00000020  48 65 6c 6c 6f 2c 20 77 6f 72 6c 64 00 ff 21     |Hello, world..!|"]


@pytest.mark.parametrize(
    ("look", "words"),
    [
        (DumpLook(words=2), "0201 0403 0005"),
        (DumpLook(words=4, byteorder="big"), "01020304 05000000"),
        (DumpLook(words=8), "0000000504030201"),
        (DumpLook(base="dec"), "  1   2   3   4   5"),
        (DumpLook(base="oct", words=2), "001001 002003 000005"),
        (DumpLook(base="dec", words=4, byteorder="big"), "  16909060   83886080"),
    ],
)
def test_dump_words(look, words):
    (line,) = dump_lines([b"\1\2\3\4\5"], look=look)
    assert line.startswith(f"00000000  {words} ")
    assert line.endswith("  |.....|")


def test_dump_offsets_are_as_wide_as_the_document_needs():
    (line,) = dump_lines([b"a"], 1 << 40, size=1 << 41)
    assert line.startswith("10000000000  61")
    (line,) = dump_lines([b"a"], 8, DumpLook(offsets="oct"))
    assert line.startswith("00000010  61")


def test_dump_folds_unless_told_not_to():
    assert [line[:8] for line in dump_lines([bytes(64)])] == ["00000000", "*"]
    assert len(list(dump_lines([bytes(64)], look=DumpLook(fold=False)))) == 4


@pytest.mark.parametrize("look", [{"words": 3}, {"base": "bin"}, {"offsets": "x"}, {"byteorder": "pdp"}])
def test_unknown_look_is_an_input_error(look):
    with pytest.raises(InputError):
        DumpLook(**look)
