"""Values of fields: each text becomes the same bytes again, and an edit changes no bit beside its own."""

from __future__ import annotations

import csv
import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bytescope.core.errors import InputError
from bytescope.core.geometry.hex_frame import INKS
from bytescope.core.inspect.kind import ORDERS
from bytescope.core.ranges import ByteRange
from bytescope.core.structs.parser import parse
from bytescope.core.structs.placed import Laid, is_leaf
from bytescope.core.structs.placing import lay, leaves
from bytescope.core.structs.telling import rows, told
from bytescope.core.structs.values import bytes_of, number_of, text_of
from bytescope.core.ticket import Ticket

TEXT = """
enum Colour : uint8 { RED = 1, GREEN = 2 };
flag Rights : uint16 { READ = 1, WRITE = 2, RUN = 4 };
struct Part { uint16 low : 3; int16 middle : 7; uint16 high : 6; Colour colour; };
struct All {
    uint8 a; int24 b; uint32 c; int64 d; uint128 e; float f; double g; float16 h;
    char letter; char name[6]; wchar_t wide[4]; Colour colour; Rights rights; void *next;
    Part parts[3]; uleb128 leb; __be32 big; __le16 little;
    GUID guid; uuid_t uuid; time32_t unix; FILETIME filetime; dos_time_t dos;
};
"""
SIZE = 180


def laid_over(data: bytes, order="little") -> Laid:
    read = lambda offset, length: data[offset : offset + length]  # noqa: E731
    return lay(parse(TEXT).structs["All"], "all", 0, order, read, len(data), Ticket())


@given(data=st.binary(min_size=SIZE, max_size=SIZE), order=st.sampled_from(ORDERS))
def test_each_text_becomes_its_bytes_again(data, order):
    for row in rows(laid_over(data, order).root):
        item = row.placed
        some = data[item.offset : item.offset + item.size]
        if is_leaf(item):
            assert bytes_of(item, text_of(item, some, order), order, some) == some


@given(
    data=st.binary(min_size=SIZE, max_size=SIZE),
    order=st.sampled_from(ORDERS),
    values=st.tuples(*[st.integers()] * 3),
)
def test_bit_fields_leave_their_neighbours(data, order, values):
    bits = [row.placed for row in rows(laid_over(data, order).root) if row.placed.bits][:3]
    some = data[bits[0].offset : bits[0].offset + 2]
    wanted = [values[0] % 8, values[1] % 128 - 64, values[2] % 64]
    for item, value in zip(bits, wanted, strict=True):
        some = bytes_of(item, str(value), order, some)
    assert [number_of(item, some, order) for item in bits] == wanted


@given(
    data=st.binary(min_size=SIZE, max_size=SIZE),
    start=st.integers(0, SIZE),
    length=st.integers(1, 40),
)
def test_leaves_in_sight_are_those_that_touch(data, start, length):
    laid = laid_over(data)
    within = ByteRange.of(start, length)
    wanted = [
        (row.path, row.placed)
        for row in rows(laid.root)
        if is_leaf(row.placed) and row.placed.range.touches(within)
    ]
    assert [found[:2] for found in leaves(laid.root, within, "all")] == wanted


def test_the_bytes_of_an_array_have_one_colour_and_its_neighbours_others():
    text = "struct S { uint16 a; uint8 b[40]; uint16 c; uint32 d[5]; uint8 e; };"
    data = bytes(65)
    root = lay(parse(text).structs["S"], "s", 0, "little", lambda o, n: data[o : o + n], 65, Ticket()).root
    inks = {path: ink % INKS for path, _, ink in leaves(root, ByteRange(0, 65), "s")}
    assert len({inks[f"s.b[{n}]"] for n in range(40)}) == 1
    assert all(inks[f"s.d[{n}]"] != inks[f"s.d[{n + 1}]"] for n in range(4))
    row = list(dict.fromkeys(inks[path] for path in ("s.a", "s.b[0]", "s.c", "s.d[0]", "s.d[4]", "s.e")))
    assert inks["s.a"] != inks["s.b[0]"] != inks["s.c"] != inks["s.d[0]"]
    assert inks["s.d[4]"] != inks["s.e"]
    assert len(row) >= 4


@given(data=st.binary(min_size=1, max_size=120), start=st.integers(0, 120), length=st.integers(1, 20))
def test_leaves_of_elements_of_different_sizes_are_found_too(data, start, length):
    text = "struct R { uint8 n; uint8 d[n % 5]; }; struct S { R parts[EOF]; };"
    read = lambda offset, length: data[offset : offset + length]  # noqa: E731
    root = lay(parse(text).structs["S"], "s", 0, "little", read, len(data), Ticket()).root
    within = ByteRange.of(start, length)
    wanted = [row.path for row in rows(root) if is_leaf(row.placed) and row.placed.range.touches(within)]
    assert [path for path, _, _ in leaves(root, within, "s")] == wanted


@pytest.mark.parametrize(
    ("name", "text", "says"),
    [
        ("a", "256", "0 to 255"),
        ("name", "too long", "room for 6"),
        ("name", "\\q", "backslash"),
        ("colour", "BLUE", "RED, GREEN"),
        ("f", "x", "no number"),
        ("letter", "ab", "one character"),
    ],
)
def test_what_cannot_be_is_said(name, text, says):
    data = bytes(SIZE)
    (item,) = (row.placed for row in rows(laid_over(data).root) if row.path == f"all.{name}")
    with pytest.raises(InputError, match=says):
        bytes_of(item, text, "little", data[: item.size])


def test_names_of_values_can_be_typed():
    items = {row.path: row.placed for row in rows(laid_over(bytes(SIZE)).root)}
    assert bytes_of(items["all.colour"], "GREEN", "little", b"\0") == b"\2"
    assert bytes_of(items["all.colour"], "GREEN (2)", "little", b"\0") == b"\2"
    assert bytes_of(items["all.rights"], "READ | RUN | 0x10", "big", b"\0\0") == b"\0\x15"


def test_an_array_of_a_tebibyte_costs_nothing():
    text = "struct E { uint32 a; uint32 b; }; struct S { E parts[0x2000000000]; };"
    data = bytes(64)
    laid = lay(parse(text).structs["S"], "s", 0, "little", lambda o, n: data[o : o + n], 64, Ticket())
    assert laid.root.size == 1 << 40
    assert "behind the end" in laid.notes[0]
    (one,) = leaves(laid.root, ByteRange.of((1 << 39) + 4, 1), "s")
    assert one[0] == f"s.parts[{(1 << 39) // 8}].b"


def test_what_is_told_in_each_form():
    data = bytes(range(SIZE))
    laid = laid_over(data)
    read = lambda offset, length: data[offset : offset + length]  # noqa: E731
    listed = list(csv.DictReader(io.StringIO(told(laid, "csv", "little", read, Ticket()))))
    whole = json.loads(told(laid, "json", "little", read, Ticket()))
    assert next(row["value"] for row in listed if row["name"] == "all.c") == str(0x07060504)
    assert next(field["value"] for field in whole["fields"] if field["name"] == "c") == str(0x07060504)
    assert "uint32 c = 117835012 (0x7060504)" in told(laid, "text", "little", read, Ticket())
    assert len(listed) == sum(1 for _ in rows(laid.root))
