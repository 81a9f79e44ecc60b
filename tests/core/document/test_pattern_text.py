"""What people type for patterns, and what they are told when it does not parse."""

from __future__ import annotations

import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bytescope.core.document.pattern_text import TEXT_LIMIT, parse_bytes, parse_pattern
from bytescope.core.document.patterns import (
    Counter,
    FileBytes,
    OffsetStamp,
    PageStamp,
    Repeat,
    SeededRandom,
    describe,
)
from bytescope.core.errors import InputError
from bytescope.core.source.base import read


@pytest.mark.parametrize(
    ("text", "data"),
    [
        ("DE AD BE EF", b"\xde\xad\xbe\xef"),
        ("deadbeef", b"\xde\xad\xbe\xef"),
        ("0xAA", b"\xaa"),
        (" 0xDE,0xAD ,be\tEF\n", b"\xde\xad\xbe\xef"),
        ("00", b"\0"),
        ("text:abc", b"abc"),
        ("text: a:b ", b" a:b "),
        ("Text:ü", "ü".encode()),
        ("text(utf-16le):aü", "aü".encode("utf-16-le")),
        ("text(UTF-16BE):a", b"\0a"),
        ("text( latin-1 ):ü", b"\xfc"),
        ("text(cp437):é", b"\x82"),
        ("u8:255", b"\xff"),
        ("u16le:1", b"\x01\x00"),
        ("u16be:0x0102", b"\x01\x02"),
        ("u32:5", b"\x05\x00\x00\x00"),
        ("u32le:1,2", b"\x01\x00\x00\x00\x02\x00\x00\x00"),
        ("u64be:18_446_744_073_709_551_615", b"\xff" * 8),
        ("i8:-1", b"\xff"),
        ("i16be:-2", b"\xff\xfe"),
        ("u8:007", b"\x07"),
        ("u8:0b101", b"\x05"),
        ("u8: 0o17 ", b"\x0f"),
        ("f32le:1.5", struct.pack("<f", 1.5)),
        ("f64be:-inf", struct.pack(">d", float("-inf"))),
        ("f64:1e3", struct.pack("<d", 1000.0)),
    ],
)
def test_finite_patterns(text, data):
    assert parse_bytes(text) == data
    assert parse_pattern(text) == Repeat(data)


@pytest.mark.parametrize(
    ("text", "pattern"),
    [
        ("counter:0", Counter(0, 1, 4, "little")),
        ("counter:0x10,2", Counter(16, 2, 4, "little")),
        ("counter: 5 , -1 , 2be", Counter(5, -1, 2, "big")),
        ("counter:-1,1,1", Counter(-1, 1, 1, "little", signed=True)),
        ("offset:8le", OffsetStamp(8, "little")),
        ("offset:4BE", OffsetStamp(4, "big")),
        ("offset:", OffsetStamp(8, "little")),
        ("page:4le", PageStamp(4, "little")),
        ("page:", PageStamp(4, "little")),
        ("random:7", SeededRandom(7)),
        ("RANDOM:0xFFFFFFFFFFFFFFFF", SeededRandom(2**64 - 1)),
    ],
)
def test_endless_patterns(text, pattern):
    assert parse_pattern(text) == pattern
    with pytest.raises(InputError, match="no end of its own"):
        parse_bytes(text)


@pytest.mark.parametrize(
    ("text", "message", "position"),
    [
        ("", "empty", 0),
        ("  ", "empty", 0),
        (" , ", "empty", 0),
        ("A", "digit is missing", 0),
        ("AB C", "digit is missing", 3),
        ("ABC", "digit is missing", 2),
        ("0x", "missing behind", 2),
        ("AB zz", "“z” is not a hex digit", 3),
        ("0xAG", "“G” is not a hex digit", 3),
        ("text:", "text is empty", 5),
        ("text(rot13):a", "no encoding we know", 5),
        ("text(base64):a", "no encoding we know", 5),
        ("text():a", "no encoding we know", 5),
        ("text(ascii):aü", "does not exist in ascii", 13),
        ("foo:1", "not a kind of pattern", 0),
        (" u31le:1", "not a kind of pattern", 1),
        ("f16:1", "not a kind of number", 0),
        ("u8(3):1", "nothing in brackets", 5),
        ("random(3):1", "nothing in brackets", 6),
        ("u8:256", "does not fit: u8 holds 0 to 255", 3),
        ("u8:1,-1", "does not fit", 5),
        ("i8:-129", "does not fit: i8 holds -128 to 127", 3),
        ("u8:", "missing", 3),
        ("u8:1,", "missing", 5),
        ("u8:1_", "not a whole number", 4),
        ("u8:" + "1" * 101, "not a whole number", 3),
        ("f32:1e99", "does not fit into f32", 4),
        ("f32:one", "not a number", 4),
        ("counter:", "start is missing", 8),
        ("counter:1,x", "step is not a whole number", 10),
        ("counter:1,1,9", "not a width", 12),
        ("counter:1,1,4,5", "start, a step and a width", 14),
        ("counter:256,1,1", "does not fit", 8),
        ("counter:1,256,1", "does not fit", 10),
        ("offset:9", "not a width", 7),
        ("offset:8,1", "width only", 9),
        ("page:4,", "width only", 7),
        ("random:", "seed is missing", 7),
        ("random:-1", "0 to 2^64", 7),
        ("random:18446744073709551616", "0 to 2^64", 7),
        ("file:", "path is missing", 5),
        ("file:/nonexistent/x", "no such file", 5),
        ("file:/", "folder", 5),
        ("file:a\0b", "zero byte", 5),
        ("text:" + "a" * TEXT_LIMIT, "at most", TEXT_LIMIT),
    ],
)
def test_what_does_not_parse_is_told_with_its_place(text, message, position):
    with pytest.raises(InputError, match=message.replace("^", r"\^")) as caught:
        parse_pattern(text)
    assert caught.value.position == position
    assert str(caught.value).endswith(".")


def test_the_bytes_of_a_file(tmp_path):
    file = tmp_path / "pattern.bin"
    file.write_bytes(b"0123456789")
    pattern = parse_pattern(f"file:{file}")
    assert isinstance(pattern, FileBytes)
    assert read(pattern, 8, 5).data == b"89012"
    assert describe(pattern) == "the bytes of pattern.bin"
    with pytest.raises(InputError, match="no end of its own"):
        parse_bytes(f"file:{file}")
    pattern.source.close()


def test_an_empty_file_repeats_nothing(tmp_path):
    (tmp_path / "empty").touch()
    with pytest.raises(InputError, match="is empty"):
        parse_pattern(f"file:{tmp_path}/empty")


def test_names_of_steps_show_what_was_typed():
    assert describe(parse_pattern("u32le:5")) == "u32le 5"
    assert describe(parse_pattern("text:abc")) == 'text "abc"'
    assert describe(parse_pattern("text:a\u202eb\n")) == 'text "a·b·"'
    assert len(describe(parse_pattern("text:" + "x" * 500))) == 40
    assert describe(parse_pattern("DE AD")) == "DE AD"


@given(st.binary(min_size=1, max_size=50))
def test_hex_digits_come_back(data):
    assert parse_bytes(data.hex(" ")) == data
    assert parse_bytes(data.hex()) == data
    assert parse_bytes(",".join(f"0x{b:02X}" for b in data)) == data


@given(
    st.text(max_size=60)
    | st.from_regex(r"(u8|i16be|f32|text(\(\w+\))?|counter|offset|page|random):.{0,20}", fullmatch=True)
)
def test_anything_parses_or_is_an_input_error(text):
    position = 0
    try:
        data = read(parse_pattern(text), 3, 20).data
    except InputError as error:
        data, position = bytes(20), -1 if error.position is None else error.position
    assert len(data) == 20
    assert 0 <= position <= len(text)


@pytest.mark.parametrize(
    ("text", "same"), [("u32le:4Ki", "u32le:4096"), ("u16:1 << 4", "u16:16"), ("i8:-0x5", "i8:-5")]
)
def test_numbers_are_those_of_everywhere(text, same):
    assert parse_bytes(text) == parse_bytes(same)
