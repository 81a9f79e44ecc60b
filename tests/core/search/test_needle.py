import pytest

from bytescope.core.errors import InputError
from bytescope.core.search.needle import NEEDLE_LIMIT, parse_needle


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("DEADBEEF", b"\xde\xad\xbe\xef"),
        ("de ad\tbe-ef", b"\xde\xad\xbe\xef"),
        ("0xDEAD", b"\xde\xad"),
        ("0xde, 0xad", b"\xde\xad"),
        (r"\xde\xad", b"\xde\xad"),
        ("00", b"\0"),
        (" 0a:0b ", b"\x0a\x0b"),
    ],
)
def test_hex_digits_are_read_with_any_spacing(text, wanted):
    assert parse_needle(text, "hex") == wanted


@pytest.mark.parametrize(
    ("text", "position"), [("DE AX", 4), ("DEA", 3), ("D E", 1), ("0x", 0), ("", 0), ("DE 0", 4), ("é", 0)]
)
def test_hex_that_does_not_parse_is_refused_at_its_position(text, position):
    with pytest.raises(InputError) as caught:
        parse_needle(text, "hex")
    assert caught.value.position == position


@pytest.mark.parametrize(
    ("encoding", "wanted"),
    [
        ("utf-8", "añ".encode()),
        ("latin-1", b"a\xf1"),
        ("utf-16", b"a\0\xf1\0"),
        ("utf-16be", b"\0a\0\xf1"),
        ("UTF_16", b"a\0\xf1\0"),
        ("utf-8-sig", "añ".encode()),
        ("cp437", b"a\xa4"),
    ],
)
def test_text_is_encoded_without_a_byte_order_mark(encoding, wanted):
    assert parse_needle("añ", "text", encoding) == wanted


def test_text_the_encoding_lacks_is_refused_at_its_position():
    with pytest.raises(InputError, match="ascii") as caught:
        parse_needle("abñ", "text", "ascii")
    assert caught.value.position == 2


@pytest.mark.parametrize("encoding", ["klingon", "hex", "rot13"])
def test_unknown_encodings_are_refused(encoding):
    with pytest.raises(InputError, match="not known"):
        parse_needle("a", "text", encoding)


def test_a_needle_without_bytes_or_too_long_is_refused():
    with pytest.raises(InputError, match="nothing to look for"):
        parse_needle("", "text")
    with pytest.raises(InputError, match="at most"):
        parse_needle("a" * (NEEDLE_LIMIT + 1), "text")
