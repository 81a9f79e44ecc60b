"""Pasted text in every kind: what each form writes is read, and what cannot be is told with its place."""

import base64
import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bytescope.core.errors import InputError
from bytescope.core.exchange.forms import FORMS, written
from bytescope.core.exchange.pasting import KINDS, pasted, recognised

BY_FORM = {
    "hex": "hex",
    "plain": "hex",
    "base64": "base64",
    "hexdump": "dump",
    "xxd": "dump",
    "od": "dump",
    "od1": "dump",
    "dump": "dump",
    **dict.fromkeys(
        ("c", "python", "rust", "go", "javascript", "java", "csharp", "escaped", "json"), "array"
    ),
}


def test_every_form_can_be_pasted():
    assert set(BY_FORM) == set(FORMS)


@pytest.mark.parametrize("form", FORMS)
@given(data=st.binary(min_size=1, max_size=400))
def test_what_a_form_writes_is_pasted(form, data):
    if BY_FORM[form] == "dump" and len(data) > 16:
        data = bytes(range(40)) + data  # rows of one kind alone leave the base of offsets open
    assert pasted(written(form, data), BY_FORM[form]) == data


@pytest.mark.parametrize("form", [form for form in FORMS if form not in ("od", "od1")])
def test_what_a_form_writes_is_recognised(form):
    data = bytes(range(256)) + b"some text of a file"
    assert pasted(written(form, data), "auto") == data


@pytest.mark.parametrize(
    ("text", "data"),
    [
        ("DE AD be:ef", b"\xde\xad\xbe\xef"),
        ("0x41, 0x42", b"AB"),
        ("char x[] = {0x41, 0x42};", b"AB"),
        ("[65, 66, 0x43]", b"ABC"),
        ('b"A\\x42\\n"', b"AB\n"),
        ("SGVsbG8gV29ybGQhISEh", b"Hello World!!!!"),
        ("data:text/plain;base64,SGk=", b"Hi"),
        ("hello world", b"hello world"),
        ("", b""),
    ],
)
def test_what_it_looks_like(text, data):
    assert pasted(text, "auto") == data


@pytest.mark.parametrize(
    ("text", "data"),
    [
        ("static const uint8_t k[4] = { 1, 0x2, 0b11, 'A' };", b"\x01\x02\x03A"),
        ("byte[] d = {(byte) 0xFF, (byte) -1};", b"\xff\xff"),
        ("let d: [u8; 3] = [1u8, 2u8, 255u8];", b"\x01\x02\xff"),
        ("var d = []byte{1, 2}", b"\x01\x02"),
        ("bytes([1, 2, /* three */ 3])", b"\x01\x02\x03"),
        ('"ab" "\\101\\0"', b"abA\0"),
        ("x = (b'\\x00'\n     b'\\'')", b"\0'"),
        ('"ä"', "ä".encode()),
    ],
)
def test_arrays_of_many_languages(text, data):
    assert pasted(text, "array") == data


@pytest.mark.parametrize("text", ["SGk=", "SGk", "S G\nk=", "SG k"])
def test_base64_with_and_without_its_end(text):
    assert pasted(text, "base64") == b"Hi"


def test_base64_for_addresses_of_the_web():
    assert pasted(base64.urlsafe_b64encode(b"\xff\xfe\xfd").decode(), "base64") == b"\xff\xfe\xfd"
    armoured = "-----BEGIN X-----\n" + base64.encodebytes(b"key" * 40).decode() + "-----END X-----\n"
    assert pasted(armoured, "base64") == b"key" * 40


@pytest.mark.parametrize(
    ("text", "kind", "said"),
    [
        ("41 4G", "hex", "Character 5: “G”"),
        ("41\n42\n4", "hex", None),
        ("%41%%%%g", "hex", "Character 8: “g”"),
        ("414", "hex", "a hex digit is missing"),
        ("", "hex", "no hex digits"),
        ("SG?k", "base64", "Character 3: “\\?”"),
        ("SGkxx", "base64", "cut off"),
        ("SG=k", "base64", "amid"),
        ("{1, 300}", "array", "Character 5: 300 is no byte"),
        ("{1,\n x}", "array", "Line 2, character 2: “x”"),
        ('"\\u0041"', "array", "no escape"),
        ("{}", "array", "not a number"),
        ("hello", "dump", "Line 1 has no offset"),
    ],
)
def test_what_cannot_be_read_is_told_with_its_place(text, kind, said):
    if said is None:
        assert pasted(text, kind)
        return
    with pytest.raises(InputError, match=said):
        pasted(text, kind)


def test_a_text_is_encoded():
    assert pasted("grün", "text", "utf-16le") == "grün".encode("utf-16-le")
    with pytest.raises(InputError, match="does not exist in ASCII"):
        pasted("grün", "text", "ascii")


@given(
    text=st.text(alphabet="0123456789abcdefx {}[](),;\"'\\\n=+/b-:|*", max_size=200),
    kind=st.sampled_from(list(KINDS)),
)
def test_any_text_is_pasted_or_refused(text, kind):
    recognised(text)
    with contextlib.suppress(InputError):
        assert isinstance(pasted(text, kind), bytes)


@pytest.mark.parametrize(
    "text", ["/*" * 50_000, "(" * 100_000, '"' * 99_999, "-----" * 20_000, "\\" * 99_999, "0x" * 60_000]
)
@pytest.mark.parametrize("kind", KINDS)
def test_no_text_takes_long(text, kind):
    with contextlib.suppress(InputError):
        pasted(text, kind)
