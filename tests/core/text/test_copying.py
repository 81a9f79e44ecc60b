"""Bytes to the clipboard and back."""

import shutil
import subprocess

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bytescope.core.exchange.forms import written
from bytescope.core.text.copying import LARGEST_PASTE, as_hex, as_text, from_hex_text


@given(st.binary(min_size=1, max_size=200))
def test_hex_and_c_array_come_back(data):
    assert from_hex_text(as_hex(data)) == data
    assert from_hex_text(written("c", data)) == data


def test_hex():
    assert as_hex(b"\xde\xad\x00") == "DE AD 00"


def test_text():
    assert as_text(b"abc\x00\xe9", "latin-1") == "abc.é"


@pytest.mark.parametrize(
    ("text", "data"),
    [
        ("DE AD be-ef", b"\xde\xad\xbe\xef"),
        ("DEADBEEF", b"\xde\xad\xbe\xef"),
        ("0xDE, 0xAD", b"\xde\xad"),
        ("0x5,0x6", b"\5\6"),
        ("\\xde\\xad", b"\xde\xad"),
        ("%de%ad", b"\xde\xad"),
        ("de:ad:be", b"\xde\xad\xbe"),
        ("dead_beef", b"\xde\xad\xbe\xef"),
        ("{1, 2, 0xFF}", b"\1\2\xff"),
        ("char a[] = {0x01, /* two */ 0x02}; // end", b"\1\2"),
        ("  41\n42\n", b"AB"),
        ("", None),
        ("hello", None),
        ("ABC", None),
        ("41 4", b"A\4"),
        ("0xDEA", None),
        ("41 zz", None),
        ("{0x41", None),
    ],
)
def test_pasted(text, data):
    assert from_hex_text(text) == data


DATA = bytes(range(70)) + bytes(160) + b"the end"


@pytest.mark.parametrize(
    "command",
    [["hexdump", "-C"], ["xxd"], ["xxd", "-g1", "-u"], ["xxd", "-g4", "-c", "8"], ["hexdump", "-v", "-C"]],
    ids=" ".join,
)
def test_output_of_other_tools_is_understood(command):
    if shutil.which(command[0]) is None:
        pytest.skip(f"{command[0]} is not installed")
    printed = subprocess.run(command, input=DATA, capture_output=True, check=True).stdout.decode()
    assert from_hex_text(printed) == DATA


def test_part_of_a_dump_is_understood():
    text = "00001000  41 42 43 44 45 46 47 48  49 4a 4b 4c 4d 4e 4f 50  |ABCDEFGHIJKLMNOP|\n"
    assert from_hex_text(text) == b"ABCDEFGHIJKLMNOP"


def test_folded_terabyte_is_refused():
    text = "00000000  00 00 00 00 00 00 00 00  00 00 00 00 00 00 00 00  |................|\n*\n10000000000\n"
    assert from_hex_text(text) is None


def test_eight_digit_words_are_bytes_and_not_offsets():
    assert from_hex_text("00000000 00000001") == bytes(7) + b"\1"
    assert from_hex_text("DEADBEEF 41 42") == b"\xde\xad\xbe\xefAB"


@given(st.text(max_size=80))
def test_any_text_is_bytes_or_nothing(text):
    data = from_hex_text(text)
    assert data is None or len(data) <= LARGEST_PASTE
