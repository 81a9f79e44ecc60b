"""Definitions: what they mean, judged by dissect.cstruct, and where their faults are."""

from __future__ import annotations

import pytest
from dissect.cstruct import cstruct
from hypothesis import given
from hypothesis import strategies as st

from bytescope.core.errors import Cancelled, InputError
from bytescope.core.structs.parser import parse
from bytescope.core.structs.placed import Placed, is_leaf, part, part_count
from bytescope.core.structs.placing import lay
from bytescope.core.structs.tokens import DefinitionError
from bytescope.core.structs.values import number_of
from bytescope.core.ticket import Ticket

TYPES = (
    "uint8",
    "int8",
    "uint16",
    "int16",
    "uint32",
    "int32",
    "uint64",
    "int64",
    "uint24",
    "unsigned short",
    "DWORD",
)

fields = st.lists(st.tuples(st.sampled_from(TYPES), st.none() | st.integers(0, 5)), min_size=1, max_size=8)


def text_of(members) -> str:
    lines = [
        f"    {type_} f{n}{'' if count is None else f'[{count}]'};"
        for n, (type_, count) in enumerate(members)
    ]
    return "\n".join(["struct S {", *lines, "};"])


def placed(text: str, data: bytes, order="little", name: str | None = None, **more) -> Placed:
    definition = parse(text)
    struct = definition.structs[name or definition.main]
    read = lambda offset, length: data[offset : offset + length]  # noqa: E731
    return lay(struct, "s", 0, order, read, len(data), Ticket(), **more).root


def plain(item: Placed, data: bytes, order) -> object:
    if is_leaf(item):
        return number_of(item, data[item.offset : item.offset + item.size], order)
    inside = [part(item, n) for n in range(part_count(item))]
    if inside and not inside[0].name.startswith("["):
        return {one.name: plain(one, data, order) for one in inside}
    return [plain(one, data, order) for one in inside]


def same(ours, theirs) -> bool:
    if isinstance(ours, dict):
        return all(same(value, getattr(theirs, name)) for name, value in ours.items())
    if isinstance(ours, list):
        return len(ours) == len(theirs) and all(map(same, ours, theirs))
    return ours == int(theirs)


@given(members=fields, order=st.sampled_from(("little", "big")), data=st.binary(min_size=400, max_size=400))
def test_values_are_those_of_cstruct(members, order, data):
    text = text_of(members)
    oracle = cstruct(endian="<" if order == "little" else ">").load(text, compiled=False)
    root = placed(text, data, order)
    assert root.size == len(oracle.S)
    assert same(plain(root, data, order), oracle.S(data))


@given(
    widths=st.lists(st.integers(1, 16), min_size=1, max_size=6),
    order=st.sampled_from(("little", "big")),
    data=st.binary(min_size=16, max_size=16),
)
def test_bit_fields_are_those_of_cstruct(widths, order, data):
    kept, used = [], 0
    for width in widths:  # there a field across two units is an error
        if used % 16 + width <= 16:
            kept.append(width)
            used += width
    text = (
        "struct S {" + "".join(f" uint16 b{n} : {width};" for n, width in enumerate(kept)) + " uint8 end; };"
    )
    oracle = cstruct(text, endian="<" if order == "little" else ">")
    assert same(plain(placed(text, data, order), data, order), oracle.S(data))


def test_counts_from_fields_constants_and_sizes():
    text = """
    #define HEADER 2            // a constant
    struct Pair { uint8 a, b; };
    struct S {
        uint8 n; Pair pairs[n - HEADER]; char name[]; uint8 rest[EOF]; uint16 far @ sizeof(Pair) * 2;
    };
    """
    data = bytes([4]) + b"abcd" + b"hi\0" + b"xyz"
    root = placed(text, data)
    got = {one.name: (one.offset, one.size) for one in (part(root, n) for n in range(part_count(root)))}
    assert got == {"n": (0, 1), "pairs": (1, 4), "name": (5, 3), "rest": (8, 3), "far": (4, 2)}


def test_unions_nameless_parts_and_natural_gaps():
    text = """
    #pragma pack()
    typedef struct _T { char c; union { uint32 whole; struct { uint16 low, high; }; }; uint64 *next; } T;
    """
    struct = parse(text).structs["T"]
    assert struct.size == 16
    assert [slot.offset for slot in struct.slots] == [0, 4, 8]
    assert parse(text.replace("#pragma pack()", "")).structs["T"].size == 13


@given(
    words=st.lists(st.sampled_from((0, 1, 0x100, 0x10001, 0x41)), max_size=90),
    type_=st.sampled_from(("char", "wchar_t", "uint32", "uint64")),
    more=st.binary(max_size=7),
)
def test_an_array_without_a_count_ends_with_its_first_element_of_zeros(words, type_, more):
    step = {"char": 1, "wchar_t": 2, "uint32": 4, "uint64": 8}[type_]
    data = b"".join((word % (1 << 8 * step)).to_bytes(step, "little") for word in words) + more
    elements = [data[at : at + step] for at in range(0, len(data) - step + 1, step)]
    wanted = (elements.index(bytes(step)) + 1 if bytes(step) in elements else len(elements)) * step
    assert placed(f"struct S {{ {type_} a[]; }};", data).size == wanted


@pytest.mark.parametrize(
    ("text", "line", "column", "says"),
    [
        ("struct A {\n  uint32 a;\n  nope b;\n};", 3, 3, "not known"),
        ("struct A {\n  uint32 a\n};", 3, 1, "“;” is missing"),
        ("struct A { uint8 a; ", 1, 10, "never closed"),
        ("struct A { uint8 a; uint8 a; };", 1, 27, "there already"),
        ("struct A { uint8 a : 9; };", 1, 22, "1 to 8 bits"),
        ("struct A { uint8 $; };", 1, 18, "no meaning"),
        ("/* a\n", 1, 1, "no end"),
        ("#define A 1 <<\nstruct B { uint8 c; };", 1, 15, "missing"),
        ("struct A { uint8 a[1 << 99]; };", 1, 22, "shift"),
        ("struct A { uint64 a[1 << 62]; };", 1, 20, "larger than any file"),
        ("struct A { uint8 a[2 / 0]; };", 1, 22, "division"),
        ("uint8 a;", 1, 1, "outside"),
        ("enum E { A };", 1, 14, "no structure"),
    ],
)
def test_a_fault_is_named_with_line_and_column(text, line, column, says):
    with pytest.raises(DefinitionError, match=says) as caught:
        parse(text)
    assert (caught.value.line, caught.value.column) == (line, column)


def test_bombs_are_refused():
    doubled = "struct S0 { uint8 a; };\n" + "\n".join(
        f"struct S{n} {{ S{n - 1} a; S{n - 1} b; }};" for n in range(1, 60)
    )
    with pytest.raises(InputError, match="deep"):
        parse(doubled)
    squares = "#define A0 4294967295\n" + "\n".join(f"#define A{n} A{n - 1} * A{n - 1}" for n in range(1, 40))
    with pytest.raises(InputError, match="64 bits"):
        parse(squares)
    with pytest.raises(InputError):
        parse("struct A { uint8 a[" + "(" * 5000 + "1" + ")" * 5000 + "]; };")
    with pytest.raises(InputError, match="too long"):
        parse("struct A { uint8 n; uint8 a[" + "n + " * 2000 + "n]; };")
    with pytest.raises(DefinitionError, match="too deep"):
        parse("enum a:" * 9000)
    mixed = "struct { uint8 a[" + "(" * 12 + "sizeof("
    with pytest.raises(DefinitionError):
        parse(("struct A { uint8 b[" + "(" * 12 + "sizeof(" + mixed * 23)[:60_000])
    with pytest.raises(InputError, match="262,144"):
        parse(" " * 270_000)


def test_a_parse_stops_at_once():
    ticket = Ticket()
    ticket.cancelled = True
    with pytest.raises(Cancelled):
        parse("struct A { uint8 a; };", ticket)


SOME_WORDS = """
struct union enum flag typedef { } [ ] ( ) ; : , = @ * + - << / uint8 char leb uleb128 EOF
A B n 0 1 255 4294967295
sizeof #define #pragma pack 'a' . unsigned long
"""
WORDS = st.sampled_from([*SOME_WORDS.split(), "\n"])


@given(st.lists(WORDS, max_size=40).map(" ".join) | st.text(max_size=60), st.binary(max_size=64))
def test_any_text_is_taken_or_refused_and_lies_over_any_bytes(text, data):
    try:
        definition = parse(text)
    except InputError:
        return
    for name in definition.structs:
        placed(text, data, name=name)


@given(
    st.lists(
        st.sampled_from(
            (
                "uint8 n",
                "char z[]",
                "wchar v[]",
                "uint32 q[]",
                "uint8 d[n]",
                "uint16 e[n * 2 + 1]",
                "uleb128 l",
                "uleb128 ls[n]",
                "uint8 x @ n",
                "int8 y[n - 40]",
                "wchar w[n]",
                "uint8 r[EOF]",
            )
        ),
        unique=True,
        min_size=1,
    ),
    st.binary(max_size=200),
)
def test_sizes_that_depend_on_the_bytes_stay_in_bounds(members, data):
    text = "struct In { " + "; ".join(members) + "; };\nstruct S { uint8 n; In parts[EOF]; };"
    root = placed(text, data)
    stack = [root]
    while stack:
        item = stack.pop()
        assert item.offset >= 0
        assert item.size >= 0
        stack.extend(part(item, n) for n in range(min(part_count(item), 50)))
