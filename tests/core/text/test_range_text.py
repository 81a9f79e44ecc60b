"""The range grammar as a table."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bytescope.core.errors import InputError
from bytescope.core.ranges import ByteRange
from bytescope.core.text.numbers import Names
from bytescope.core.text.range_text import inside, parse_range

SIZE = 10 * 4096 + 100
NAMES = Names(size=SIZE, start=4096, end=8192, page=2, sel=4096, cursor=1000)

RANGES = [
    ("0..16", 0, 16),
    (" 0x10 .. 0x20 ", 16, 32),
    ("0x1000+0x200", 4096, 4608),
    ("0x1000+4Ki", 4096, 8192),
    ("(4+4)+8", 8, 16),
    ("8+4+4", 8, 16),
    ("+24+16", 1024, 1040),
    ("-1000+5", 0, 5),
    ("2*+8+8", 16, 24),
    ("+0..+16", 1000, 1016),
    ("<16..size", SIZE - 16, SIZE),
    ("<100+100", SIZE - 100, SIZE),
    ("cursor..cursor", 1000, 1000),
    ("..16", 0, 16),
    ("4096..", 4096, SIZE),
    ("..", 0, SIZE),
    ("p4", 4 * 4096, 5 * 4096),
    ("page 4", 4 * 4096, 5 * 4096),
    ("p10", 10 * 4096, SIZE),
    ("p4..p8", 4 * 4096, 8 * 4096),
    ("p4..p11", 4 * 4096, SIZE),
    ("p4..p4", 4 * 4096, 4 * 4096),
    ("p4+8", 4 * 4096, 4 * 4096 + 8),
    ("p4+p2", 4 * 4096, 6 * 4096),
    ("all", 0, SIZE),
    (" SEL ", 4096, 8192),
    ("0+0", 0, 0),
]


@pytest.mark.parametrize(("text", "start", "end"), RANGES)
def test_range(text, start, end):
    assert parse_range(text, NAMES) == ByteRange(start, end)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "Type a range"),
        ("5", "One number is not a range"),
        ("size", "One number is not a range"),
        ("8..4", "before its start"),
        ("8+(-4)", "negative"),
        ("-2000..5", "before offset 0"),
        ("0..size+1", "its size is 41,060 bytes"),
        ("0+50000", "its size is 41,060 bytes"),
        ("p11", "its size is 41,060 bytes"),
        ("p4..p12", "its size is 41,060 bytes"),
        ("0..1<<80", "its size is"),
        ("0..x", "not a known name"),
        ("1" * 2000, "1,000"),
    ],
)
def test_fault(text, says):
    with pytest.raises(InputError, match=says):
        parse_range(text, NAMES)


def test_fault_behind_the_dots_has_its_place_in_the_whole():
    with pytest.raises(InputError) as caught:
        parse_range("0..4 $", NAMES)
    assert caught.value.position == 5


def test_fault_behind_the_plus_has_its_place_in_the_whole():
    with pytest.raises(InputError) as caught:
        parse_range("16+4$", NAMES)
    assert caught.value.position == 4


def test_all_of_an_empty_document_is_empty():
    assert parse_range("all", Names(size=0)) == ByteRange(0, 0)


def test_stale_selection_past_the_end_is_refused():
    with pytest.raises(InputError, match="past the end"):
        parse_range("sel", Names(size=10, start=5, end=20))


@given(st.text(alphabet="0123456789xp.+-<() alse", max_size=30))
def test_any_text_is_a_range_inside_or_an_input_error(text):
    try:
        found = parse_range(text, NAMES)
    except InputError:
        return
    assert inside(found.start, found.end, SIZE) == found


@given(st.integers(0, SIZE), st.integers(0, SIZE))
def test_both_forms_name_the_same_range(one, other):
    start, end = sorted((one, other))
    expected = ByteRange(start, end)
    assert parse_range(f"{start}..{end}", NAMES) == expected
    assert parse_range(f"0x{start:x}+0x{end - start:x}", NAMES) == expected
