"""Sizes, times and offsets for people."""

import pytest

from bytescope.core.text import formats
from bytescope.core.text.numbers import Names, parse_number


@pytest.mark.parametrize(
    ("size", "text"),
    [
        (0, "0 bytes"),
        (1, "1 byte"),
        (1023, "1,023 bytes"),
        (1024, "1 KiB"),
        (1536, "1.5 KiB"),
        (4096, "4 KiB"),
        (10_235, "10 KiB"),
        ((1 << 20) - 1, "1 MiB"),
        (1 << 30, "1 GiB"),
        (1 << 40, "1 TiB"),
        (3 << 62, "12 EiB"),
        (1 << 80, "1048576 EiB"),
        (123 * 1024 + 512, "124 KiB"),
    ],
)
def test_size(size, text):
    assert formats.size_text(size) == text


@pytest.mark.parametrize(
    ("seconds", "text"),
    [
        (0, "0.0 s"),
        (0.44, "0.4 s"),
        (9.97, "10 s"),
        (59.4, "59 s"),
        (59.6, "1 min"),
        (200, "3 min 20 s"),
        (7500, "2 h 5 min"),
        (90_000, "1 d 1 h"),
        (-1, "0.0 s"),
    ],
)
def test_duration(seconds, text):
    assert formats.duration_text(seconds) == text


def test_rate():
    assert formats.rate_text(2.5 * (1 << 30)) == "2.5 GiB/s"


def test_hex_text_is_read_back():
    assert parse_number(formats.hex_text(12_288), Names(0)) == 12_288
    assert formats.hex_text(-16) == "-0x10"


def test_offsets():
    assert formats.hex_offset(0xABC, 8) == "00000ABC"
    assert formats.offset_text(8, "oct", 7) == "0000010"
    assert formats.offset_text(8, "dec") == "8"


def test_offset_digits_grow_with_the_size():
    assert formats.offset_digits(0) == 8
    assert formats.offset_digits(1 << 32) == 8
    assert formats.offset_digits((1 << 32) + 1) == 9
    assert formats.offset_digits(16 << 40, "oct", 7) == 15


def test_plural():
    assert formats.plural(1, "page") == "1 page"
    assert formats.plural(12_288, "byte") == "12,288 bytes"
    assert formats.plural(2, "match", "matches") == "2 matches"


def test_both():
    assert formats.both_text(12_288) == "12,288 (0x3000)"
