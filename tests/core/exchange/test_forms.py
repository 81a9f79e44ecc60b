"""Bytes in the forms of other programs, judged by those who read them."""

import ast
import base64
import json
import re
import shutil
import subprocess
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bytescope.core.errors import InputError
from bytescope.core.exchange.forms import FORMS, STEP, About, form_named, identifier, written
from bytescope.core.exchange.undump import looks_like_dump, undumped
from bytescope.core.text.dump import Run

NUMBERS = ("c", "rust", "go", "javascript", "csharp")
SOME = [b"", b"H", b"Hi\0\xff\"'\\\n\t%d", bytes(range(256)), bytes(100), b"ab" * 40 + b"c"]


def numbers(text):
    """What stands between the last brackets that hold numbers."""
    inside = text[max(text.rfind("{"), text.rfind("["), text.find("= [") + 2) + 1 :]
    return bytes(int(word, 16) for word in re.findall(r"0x([0-9A-F]{2})\b", inside))


def read_python(text):
    name, _, value = text.partition("=")
    assert name.strip().isidentifier()
    return ast.literal_eval(value.strip())


READERS = {
    "hex": bytes.fromhex,
    "plain": bytes.fromhex,
    "python": read_python,
    "escaped": lambda text: ast.literal_eval("b" + text),
    "json": lambda text: bytes(json.loads(text)),
    "base64": lambda text: base64.b64decode(text.replace("\n", ""), validate=True),
    "java": lambda text: bytes(int(word, 16) for word in re.findall(r"\(byte\) 0x([0-9A-F]{2})", text)),
    **dict.fromkeys(NUMBERS, numbers),
}
DUMPS = ("hexdump", "xxd", "od", "od1", "dump")


def undump(text, offsets=""):
    out = bytearray()
    for item in undumped(text.splitlines(), offsets):
        data = item.data.head(item.data.length) if isinstance(item.data, Run) else item.data
        out += bytes(max(0, item.end - len(out)))
        out[item.offset : item.end] = data
    return bytes(out)


@pytest.mark.parametrize("form", READERS)
@pytest.mark.parametrize("data", SOME)
def test_what_is_written_reads_back(form, data):
    if form == "c" and not data:
        assert "no bytes" in written(form, data)
    else:
        assert READERS[form](written(form, data)) == data


def test_every_form_has_a_judge():
    assert set(READERS) | set(DUMPS) == set(FORMS)


@pytest.mark.parametrize("form", [*READERS, "dump", "hexdump", "xxd"])
@given(cuts=st.lists(st.integers(0, 700), max_size=6), data=st.binary(min_size=1, max_size=700))
def test_it_does_not_matter_how_the_bytes_come(form, cuts, data):
    places = sorted({0, len(data), *(min(cut, len(data)) for cut in cuts)})
    pieces = [data[a:b] for a, b in pairwise(places)]
    assert "".join(FORMS[form].write(pieces, About(0, len(data)))) == written(form, data)


@pytest.mark.parametrize("form", FORMS)
def test_a_hole_is_as_many_zeros(form):
    pieces = [b"abc", Run(b"\0", STEP + 70), b"d" * 13]
    data = b"abc" + bytes(STEP + 70) + b"d" * 13
    assert "".join(FORMS[form].write(pieces, About(5, len(data)))) == written(form, data, 5)


@pytest.mark.parametrize("form", FORMS)
def test_what_a_form_takes_is_told_about_right(form):
    data = bytes(range(256)) * 40
    assert len(written(form, data)) <= FORMS[form].per_byte * 1.06 * len(data)


TOOLS = {
    "hexdump": ["hexdump", "-C"],
    "xxd": ["xxd"],
    "plain": ["xxd", "-p"],
    "od": ["od", "-x"],
    "od1": ["od", "-tx1"],
}


@pytest.mark.parametrize("form", TOOLS)
@pytest.mark.parametrize("data", [*SOME[1:], bytes(5000) + b"end"])
def test_a_dump_is_what_the_program_of_that_name_prints(form, data):
    if shutil.which(TOOLS[form][0]) is None:
        pytest.skip(f"{TOOLS[form][0]} is not installed")
    told = subprocess.run(TOOLS[form], input=data, capture_output=True, check=True).stdout.decode("ascii")
    assert written(form, data) == told


def test_names_become_identifiers():
    assert [identifier(name) for name in ("a b.bin", "7z", "")] == ["a_b_bin", "_7z", "data"]


def test_an_unknown_form_is_told():
    with pytest.raises(InputError, match="“cobol” is not a form"):
        form_named("cobol")


# -- and back ----------------------------------------------------------------------------------

PRINTERS = (
    ["xxd"],
    ["xxd", "-g1"],
    ["xxd", "-c", "7"],
    ["xxd", "-g4", "-u"],
    ["xxd", "-e"],
    ["xxd", "-e", "-g2"],
    ["xxd", "-e", "-g8", "-c", "24"],
    ["xxd", "-b"],
    ["hexdump", "-C"],
    ["hexdump"],
    ["od", "-tx1"],
    ["od", "-tx1z"],
    ["od", "-x"],
    ["od", "-tx8"],
    ["od", "-Ax", "-tx1z"],
    ["od", "-Ad", "-tx1"],
)


@pytest.mark.parametrize("printer", PRINTERS, ids=" ".join)
def test_what_other_programs_print_reads_back(printer):
    if shutil.which(printer[0]) is None:
        pytest.skip(f"{printer[0]} is not installed")
    for data in (
        b"H",
        b"Hi!",
        bytes(range(256)),
        b"ab" + bytes(99) + b"|x| >y<  aa bb",
        bytes(256) + b"0123456789abcdefX" * 2,
    ):
        text = subprocess.run(printer, input=data, capture_output=True, check=True).stdout.decode("ascii")
        assert undump(text) == data
        assert looks_like_dump(text.splitlines())


@pytest.mark.parametrize("form", DUMPS)
@given(data=st.binary(min_size=1, max_size=300), repeated=st.integers(0, 200))
def test_our_own_dumps_read_back(form, data, repeated):
    whole = data + data[-1:] * repeated
    assert undump(written(form, whole), "oct" if form.startswith("od") else "hex") == whole


def test_lines_of_xxd_stand_where_they_say():
    if shutil.which("xxd") is None:
        pytest.skip("xxd is not installed")
    text = "00000010: 4142\n00000004: 43\n"
    assert undump(text) == bytes(4) + b"C" + bytes(11) + b"AB"


def test_a_folded_terabyte_is_one_piece():
    text = "00000000  00 00 00 00 00 00 00 00  00 00 00 00 00 00 00 00  |................|\n*\n10000000000\n"
    placed = list(undumped(text.splitlines()))
    assert [(item.offset, item.end) for item in placed] == [(0, 16), (16, 1 << 40)]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("hello world", "Line 1 has no offset"),
        ("00000000  41 4G", "Line 1: “4G”"),
        ("00000000  41 42\n00000010  43\n", "Line 2: the offset is 0x10, but 0x2 follows"),
        ("*\n", "no row before"),
        ("00000000  41 42\n*\n", "nothing stands behind"),
        ("00000000  41 42\n*\n00000005\n", "do not come out even"),
        ("0000000 00 000\n", "Line 1"),
        ("0000000 0000 0000\n*\n0000100\n", "hexadecimal .hexdump. or octal .od."),
        ("00000000: 41\nffffffffffffffff: 42\n", "no document reaches"),
        ("0" * 70_000, "too long"),
    ],
)
def test_what_is_no_dump_is_told_with_its_line(text, said):
    with pytest.raises(InputError, match=said):
        undump(text)


@pytest.mark.parametrize(
    "text", ["", "DE AD BE EF", "deadbeef\ncafebabe", "0x41, 0x42", "hello: world", "1234"]
)
def test_digits_are_no_dump(text):
    assert not looks_like_dump(text.splitlines())


@given(st.text(alphabet="0123456789abcdefx: |*><\n\tg-", max_size=300))
def test_any_text_is_read_or_refused(text):
    looks_like_dump(text.splitlines())
    try:
        for item in undumped(text.splitlines()):
            assert item.offset >= 0
    except InputError:
        pass


def test_a_c_array_is_twelve_bytes_a_line():
    text = "".join(FORMS["c"].write([bytes(range(13))], About(0, 13, "my file.bin")))
    assert text.startswith("const unsigned char my_file_bin[13] = {\n    0x00, 0x01,")
    assert text.endswith("    0x0C,\n};\n")
