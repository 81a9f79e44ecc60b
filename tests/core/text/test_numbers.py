"""The number grammar: a table of what people type, and what no text may do."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bytescope.core.errors import InputError
from bytescope.core.text.numbers import LIMIT, NO_DOCUMENT, Names, parse_number

NAMES = Names(size=100_000, start=4096, end=8192, page=3, sel=4096, cursor=1000)

VALUES = [
    ("0", 0),
    ("4096", 4096),
    ("010", 10),
    ("0x1F", 31),
    ("0X1f", 31),
    ("1Fh", 31),
    ("FFh", 255),
    ("10H", 16),
    ("0b1h", 0xB1),
    ("0o17", 15),
    ("0b101", 5),
    ("0b1111_0000", 0xF0),
    ("12 000", 12_000),
    ("12\u202f000\u00a0000", 12_000_000),
    ("12_000", 12_000),
    ("0x0000_1000", 4096),
    ("0x0001 0000", 65_536),
    ("4k", 4000),
    ("4 kB", 4000),
    ("4K", 4000),
    ("4Ki", 4096),
    ("4 KiB", 4096),
    ("1M", 10**6),
    ("1G", 10**9),
    ("1T", 10**12),
    ("1Mi", 1 << 20),
    ("1Gi", 1 << 30),
    ("1TiB", 1 << 40),
    ("8 EiB", 1 << 63),
    ("512 B", 512),
    ("0x10Ki", 16 << 10),
    ("1.5Ki", 1536),
    ("12 000 k", 12_000_000),
    ("p12", 12 * 4096),
    ("P0x10", 16 * 4096),
    ("p(page+1)", 4 * 4096),
    ("page 12", 12 * 4096),
    ("page", 3),
    ("page*PAGESIZE", 3 * 4096),
    ("pagesize", 4096),
    ("size", 100_000),
    ("END-START", 4096),
    ("sel", 4096),
    ("cursor", 1000),
    ("+16", 1016),
    ("-16", 984),
    (" + 4 * 2", 1008),
    ("-4+2", 998),
    ("<16", 99_984),
    ("<0x10+1", 99_985),
    ("(-16)", -16),
    ("0-16", -16),
    ("2*-3", -6),
    ("--5", 1005),
    ("1+2*3", 7),
    ("(1+2)*3", 9),
    ("1<<4+1", 32),
    ("1|6&3<<1", 7),
    ("7/2", 3),
    ("(-7)/2", -3),
    ("(-7)%2", -1),
    ("7%3", 1),
    ("256>>4", 16),
    ("10-3-2", 5),
    ("2*p1", 8192),
    ("1<<127", 1 << 127),
]


@pytest.mark.parametrize(("text", "value"), VALUES)
def test_value(text, value):
    assert parse_number(text, NAMES) == value


FAULTS = [
    ("", 0),
    ("   ", 0),
    ("1 +", 3),
    ("1 ++", 4),
    ("(1", 0),
    ("1)", 1),
    ("()", 1),
    ("1 2", 2),
    ("12 0000", 3),
    ("5 0x10", 2),
    ("0x", 1),
    ("0xZZ", 1),
    ("12abc", 2),
    ("FF", 0),
    ("nowhere", 0),
    ("1/0", 1),
    ("5%(2-2)", 1),
    ("1<<200", 1),
    ("1<<(-1)", 1),
    ("1<<127<<1", 6),
    ("99999999999999999999999999999999999999999", 0),
    ("1.5", 0),
    ("1..5", 1),
    ("2**3", 2),
    ("1 < 2", 2),
    ("5^3", 1),
    ("__import__('os')", 11),
    ("0x10 + é", 7),
    ("\x00", 0),
    ("1_", 1),
    ("٣", 0),
    ("(" * 65 + "1" + ")" * 65, 64),
    ("-" * 200 + "1", 65),
]


@pytest.mark.parametrize(("text", "position"), FAULTS)
def test_fault_has_its_place_and_one_sentence(text, position):
    with pytest.raises(InputError) as caught:
        parse_number(text, NAMES)
    assert caught.value.position == position
    message = str(caught.value)
    assert message.endswith(".")
    assert message.isprintable()


def test_too_long_is_refused_before_it_is_read():
    with pytest.raises(InputError, match="1,000"):
        parse_number("1" * 1001, NAMES)


def test_depth_of_64_is_allowed():
    assert parse_number("(" * 64 + "1" + ")" * 64, NAMES) == 1


@pytest.mark.parametrize("text", ["<5", "1<"])
def test_not_relative_has_no_place_to_count_from(text):
    with pytest.raises(InputError):
        parse_number(text, NAMES, relative=False)


def test_not_relative_sign_is_a_sign():
    assert parse_number("-5", NAMES, relative=False) == -5


@given(st.integers(0, LIMIT - 1))
def test_every_way_of_writing_comes_back(number):
    for text in (
        f"{number}",
        f"{number:,}".replace(",", " "),
        f"0x{number:X}",
        f"{number:x}h",
        f"0o{number:o}",
    ):
        assert parse_number(text, NAMES) == number
    assert parse_number(f"0b{number:_b}", NAMES) == number


@given(st.text(max_size=60))
def test_any_text_is_a_number_or_an_input_error(text):
    _either(text)


@given(st.text(alphabet="0123456789abcdefxhkKiMGTBp+-*/%<>&|() _.", max_size=40))
def test_any_text_of_the_alphabet_is_a_number_or_an_input_error(text):
    _either(text)


def _either(text):
    try:
        position = parse_number(text, NAMES) * 0
    except InputError as error:
        position = error.position
    assert 0 <= position <= len(text)


_EXPRESSIONS = st.recursive(
    st.integers(0, 1 << 20).map(str),
    lambda inner: st.one_of(
        st.tuples(inner, st.sampled_from("+-*&|"), inner).map("".join),
        inner.map("({})".format),
    ),
    max_leaves=6,
)


@given(_EXPRESSIONS)
def test_precedence_is_that_of_python_where_both_know_the_signs(text):
    assert parse_number(text, NAMES) == eval(text)


def test_without_a_document_only_the_page_size_is_known():
    assert parse_number("2*PAGESIZE", NO_DOCUMENT, relative=False) == 8192
    assert parse_number("p3", NO_DOCUMENT, relative=False) == 12_288
    with pytest.raises(InputError, match="use PAGESIZE, or write"):
        parse_number("size", NO_DOCUMENT, relative=False)
