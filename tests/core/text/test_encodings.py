"""Glyphs for bytes, and text to bytes."""

import pytest

from bytescope.core.errors import InputError
from bytescope.core.text.encodings import ENCODINGS, char_table, decode_text, encode_text, encoding_named


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_table_has_256_single_printable_glyphs(encoding):
    table = char_table(encoding)
    assert len(table) == 256
    assert all(len(glyph) == 1 and glyph.isprintable() for glyph in table)


@pytest.mark.parametrize("encoding", [key for key, item in ENCODINGS.items() if item.single_byte])
def test_glyphs_are_what_the_text_encodes_to(encoding):
    for value, glyph in enumerate(char_table(encoding, "\u2424")):
        if glyph != "\u2424":
            assert encode_text(glyph, encoding) == bytes([value])


def test_known_glyphs():
    assert char_table("ascii")[0x41] == "A"
    assert char_table("ascii")[0x00] == char_table("ascii")[0x7F] == char_table("ascii")[0x80] == "."
    assert char_table("latin-1")[0xE9] == "é"
    assert char_table("cp437")[0xDB] == "█"
    assert char_table("cp1252")[0x80] == "€"
    assert char_table("cp037")[0xC1] == "A"
    assert char_table("utf-8")[0xE9] == "."


def test_soft_hyphen_and_no_break_space_are_dots():
    assert char_table("latin-1")[0xAD] == char_table("latin-1")[0xA0] == "."


@pytest.mark.parametrize(
    ("name", "key"),
    [("UTF_16_LE", "utf-16le"), ("latin1", "latin-1"), (" cp437 ", "cp437"), ("UTF-16BE", "utf-16be")],
)
def test_names_in_many_spellings(name, key):
    assert encoding_named(name).key == key


def test_unknown_encoding_lists_the_known():
    with pytest.raises(InputError, match="utf-16le"):
        encoding_named("punycode")


def test_encode():
    assert encode_text("aé", "utf-16be") == b"\0a\0\xe9"
    assert encode_text("aé", "utf-8") == b"a\xc3\xa9"


def test_character_that_does_not_exist_is_named_with_its_place():
    with pytest.raises(InputError, match=r"“€” \(U\+20AC\).*ASCII") as caught:
        encode_text("10 €", "ascii")
    assert caught.value.position == 3


def test_lone_surrogate_is_an_input_error():
    with pytest.raises(InputError, match="U\\+DC80"):
        encode_text("\udc80", "utf-8")


def test_decode_keeps_lines_and_dots_the_rest():
    assert decode_text(b"a\tb\n\0\x1b\xff", "ascii") == "a\tb\n..."
