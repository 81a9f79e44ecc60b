"""Values of bytes, against ``struct``, ``datetime`` and the codecs; every text becomes its bytes again."""

from __future__ import annotations

import math
import struct
from datetime import UTC, datetime

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from bytescope.core.errors import InputError
from bytescope.core.inspect.kind import ORDERS, bytes_of, value_of
from bytescope.core.inspect.table import BY_KEY, KINDS, MOST_BYTES, values

ordered = st.sampled_from(ORDERS)
some_bytes = st.binary(min_size=0, max_size=MOST_BYTES)
full_bytes = st.binary(min_size=MOST_BYTES, max_size=MOST_BYTES)


def text_of(key: str, data: bytes, order="little") -> str:
    return value_of(BY_KEY[key], data, order, ends=True).text


def made(key: str, text: str, order="little", old: bytes = bytes(16)) -> bytes:
    return bytes_of(BY_KEY[key], text, order, old)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.key)
@given(data=full_bytes, order=ordered, small=st.none() | st.integers(0, 99_999_999_999))
def test_every_text_becomes_its_bytes_again(kind, data, order, small):
    if small is not None:  # bytes at random are seldom a time or a character
        data = (small % (1 << 8 * kind.least)).to_bytes(kind.least, order) + data[kind.least :]
    value = value_of(kind, data, order, ends=False)
    assume(not value.problem)
    assert bytes_of(kind, value.text, order, data) == data[: value.length]


@given(data=some_bytes, order=ordered, ends=st.booleans())
def test_each_kind_says_something_of_any_bytes(data, order, ends):
    found = values(data, order, ends=ends)
    assert [value.kind for value in found] == list(KINDS)
    assert all(bool(value.text) != bool(value.problem) for value in found)
    assert all(value.length <= len(data) for value in found)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.key)
@given(text=st.text(max_size=30), order=ordered, old=full_bytes)
def test_any_text_is_taken_or_refused_in_a_sentence(kind, text, order, old):
    try:
        data = bytes_of(kind, text, order, old)
    except InputError as error:
        said = str(error)
        data = b""
    else:
        said = "."
        assert 0 < len(data) <= len(old)
    assert said.endswith(".")
    assert len(said) < 400


@pytest.mark.parametrize(
    ("key", "form"),
    list(
        zip(
            ("u8", "i8", "u16", "i16", "u32", "i32", "u64", "i64", "f16", "f32", "f64"),
            "BbHhIiQqefd",
            strict=True,
        )
    ),
)
@given(data=full_bytes, order=ordered)
def test_numbers_are_those_of_struct(key, form, data, order):
    sign = "<" if order == "little" else ">"
    (wanted,) = struct.unpack_from(sign + form, data)
    text = text_of(key, data, order)
    if isinstance(wanted, float) and math.isnan(wanted):
        assert text.startswith("nan:0x")
    else:
        assert struct.pack(sign + form, type(wanted)(text)) == struct.pack(sign + form, wanted)


@given(number=st.integers(-(2**31), 2**31 - 1), order=ordered)
def test_unix_times_are_those_of_datetime(number, order):
    wanted = datetime.fromtimestamp(number, UTC).strftime("%Y-%m-%d %H:%M:%S")
    assert text_of("unix32", number.to_bytes(4, order, signed=True), order) == wanted


def test_known_values():
    assert text_of("filetime", (132539328000000000).to_bytes(8, "little")) == "2021-01-01 00:00:00.0000000"
    assert text_of("dos", bytes.fromhex("0000 2152")) == "2021-01-01 00:00:00"
    assert text_of("hfs", (2082844800).to_bytes(4, "big"), "big") == "1970-01-01 00:00:00"
    assert text_of("bf16", bytes.fromhex("803f")) == "1.0"
    assert text_of("uleb128", bytes.fromhex("e58e26")) == "624485"
    assert text_of("sleb128", bytes.fromhex("c0bb78")) == "-123456"
    assert text_of("uuid", bytes(range(16)), "big") == "00010203-0405-0607-0809-0a0b0c0d0e0f"
    assert text_of("uuid", bytes(range(16))) == "03020100-0504-0706-0809-0a0b0c0d0e0f"
    assert text_of("rgba", bytes.fromhex("11223344"), "big") == "#11223344"
    assert text_of("rgba", bytes.fromhex("11223344")) == "#33221144"
    assert text_of("rgb565", bytes.fromhex("ffff")) == "#FFFFFF"
    assert text_of("utf8", "€".encode()) == "€ U+20AC"
    assert text_of("utf16", "😀".encode("utf-16-le")) == "😀 U+1F600"
    assert text_of("ascii", b"\n") == "LF"
    assert text_of("oct", b"\x41") == "101"
    assert text_of("f32", struct.pack("<f", 0.1)) == "0.1"


def test_a_number_in_leb128_keeps_its_length():
    assert made("uleb128", "1", old=bytes.fromhex("e58e26")) == bytes.fromhex("818000")
    with pytest.raises(InputError, match="takes 1 byte"):
        made("uleb128", "128", old=b"\x05")


@pytest.mark.parametrize(
    ("key", "text", "says"),
    [
        ("u8", "256", "0 to 255"),
        ("i16", "-32769", "-32,768 to 32,767"),
        ("u32", "twelve", "0x1F"),
        ("f16", "1e9", "too large"),
        ("f64", "1.5.2", "no number"),
        ("bin", "012", "no binary digit"),
        ("oct", "777", "377"),
        ("uuid", "x", "no UUID"),
        ("rgb", "red", "#RRGGBB"),
        ("ascii", "é", "U\\+007F"),
        ("utf8", "€", "same length"),
        ("unix32", "2099-01-01", "1901-12-13"),
        ("unix32", "2020-01-01 00:00:00.5", "no digits"),
        ("dos", "1979-01-01", "1980 to 2107"),
        ("dos", "2000-01-01 00:00:01", "even seconds"),
        ("filetime", "2000-02-30", "no such time"),
    ],
)
def test_what_cannot_be_is_said(key, text, says):
    with pytest.raises(InputError, match=says):
        made(key, text, old=b"a" * 16)


def test_the_end_and_bytes_that_cannot_be_read_are_told_apart():
    kind = BY_KEY["u64"]
    assert value_of(kind, b"abc", "little", ends=True).problem == "needs 8 bytes, 3 left"
    assert value_of(kind, b"abc", "little", ends=False).problem == "not readable here"
    assert not value_of(kind, b"abc", "little", ends=True).editable
