"""Intel HEX and S-records: read with every fault named, written so that others read them."""

import contextlib
import io

import bincopy
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bytescope.core.document.document import Document
from bytescope.core.document.drafting import Draft
from bytescope.core.errors import BytescopeError, InputError
from bytescope.core.exchange.addressed import SPACE, kind_of, read_records, record_lines
from bytescope.core.exchange.incoming import read_incoming
from bytescope.core.exchange.text_lines import Lines
from bytescope.core.source.memory import MemorySource, ZeroSource
from bytescope.core.ticket import Ticket


def lines(data, kind, base=0):
    snapshot = Document(MemorySource(data) if isinstance(data, bytes) else data).snapshot()
    return list(record_lines(snapshot, kind, base, Ticket(), "name"))


def test_the_specifications_own_lines_are_read():
    text = ":10010000214601360121470136007EFE09D2190140\n:00000001FF\n"
    found = read_records(text.splitlines(), "ihex")
    assert found.segments[0].address == 0x100
    assert bytes(found.segments[0].data).hex() == "214601360121470136007efe09d21901"


@pytest.mark.parametrize("kind", ["ihex", "srec"])
@given(data=st.binary(min_size=1, max_size=3000), base=st.integers(0, SPACE - 3000))
def test_what_is_written_is_what_bincopy_reads(kind, data, base):
    theirs = bincopy.BinFile()
    getattr(theirs, f"add_{kind}")("".join(lines(data, kind, base)))
    assert (theirs.minimum_address, bytes(theirs.as_binary())) == (base, data)
    ours = read_records(lines(data, kind, base), kind)
    assert [(item.address, bytes(item.data)) for item in ours.segments] == [(base, data)]


@given(
    pieces=st.lists(
        st.tuples(st.integers(0, SPACE - 100), st.binary(min_size=1, max_size=90)), min_size=1, max_size=8
    )
)
@pytest.mark.parametrize("kind", ["ihex", "srec"])
def test_what_bincopy_writes_is_read(kind, pieces):
    theirs = bincopy.BinFile()
    try:
        for address, data in pieces:
            theirs.add_binary(data, address)
    except bincopy.Error:
        return  # two of them overlap
    text = theirs.as_ihex() if kind == "ihex" else theirs.as_srec(address_length_bits=32)
    ours = read_records(text.splitlines(), kind)
    assert [(s.address, bytes(s.data)) for s in ours.segments] == [
        (s.address, bytes(s.data)) for s in theirs.segments
    ]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (":0300000041424338\n", "Line 1 is damaged"),
        (":0400000041424337\n", "Line 1 is damaged"),
        ("hello\n", "Line 1 is no record"),
        (":03000000414243\n", "Line 1 is damaged"),
        (":0300000041424337x\n", "Line 1 is no record"),
        (":0100000041BE\n", "record that ends the file is missing behind line 1"),
        (":00000001FF\n:0100000041BE\n", "Line 2 stands behind"),
        (":0100000041BE\n:0100000042BD\n:00000001FF\n", "line 2 on are for address 0x00000000"),
        (":020000060000F8\n", "type 06"),
        (":00000001FF\n", "no record with bytes"),
        (":02000004FFFFFC\n:02FFFF0041427D\n", "Line 2"),
    ],
)
def test_a_damaged_record_is_named(text, said):
    with pytest.raises(InputError, match=said):
        read_records(text.splitlines(), "ihex")


def test_missing_srecords_are_counted():
    text = "".join(lines(bytes(range(200)), "srec"))
    without = [line for number, line in enumerate(text.splitlines()) if number != 3]
    with pytest.raises(InputError, match="some are missing"):
        read_records(without, "srec")


def test_segments_of_sixteen_bits_are_understood():
    text = ":020000021000EC\n:0100100041AE\n:00000001FF\n"
    assert read_records(text.splitlines(), "ihex").segments[0].address == 0x10010
    with pytest.raises(InputError, match="Line 2 reaches past the end of its segment"):
        read_records([":020000021000EC", ":02FFFF0041427D", ":00000001FF"], "ihex")


def test_holes_are_left_out_but_the_length_is_kept():
    target = Document(ZeroSource(3 << 30))
    target.write(1 << 30, b"island")
    for kind in ("ihex", "srec"):
        found = read_records(list(record_lines(target.snapshot(), kind, 0x10, Ticket())), kind)
        assert [(s.address, len(s.data)) for s in found.segments] == [
            ((1 << 30) + 16, 6),
            ((3 << 30) + 15, 1),
        ]


def test_the_kind_is_known_by_the_first_line():
    assert kind_of(":10010000214601360121470136007EFE09D2190140\n") == "ihex"
    assert kind_of("S0070000646174615E\n") == "srec"
    assert kind_of("hello: world\n") is None


def test_it_goes_onto_a_document_at_its_addresses():
    text = "".join(lines(b"abc", "srec", 0x1000)).encode()
    incoming = read_incoming(MemorySource(text), Ticket())
    draft = Draft(Document(MemorySource(b".........")).snapshot())
    incoming.place(draft, 0x1000 - 2)
    assert draft.snapshot().read(0, 9).data == b"..abc...."
    with pytest.raises(InputError, match="before the base"):
        incoming.place(draft, 0x1001)


@given(st.text(alphabet=":S0123456789ABCDEF\n", max_size=200))
def test_any_text_is_read_or_refused(text):
    for kind in ("ihex", "srec"):
        with contextlib.suppress(BytescopeError):
            read_records(text.splitlines(), kind)


@given(
    text=st.lists(st.text(alphabet="abcäλ \t", max_size=30), max_size=20).map("\n".join),
    end=st.sampled_from(["", "\n"]),
)
def test_lines_come_as_from_a_file(text, end):
    data = (text + end).encode()
    assert list(Lines(MemorySource(data))) == [line.rstrip("\n") for line in io.StringIO(text + end)]


@pytest.mark.parametrize("kind", ["ihex", "srec"])
@given(data=st.data())
def test_a_damaged_digit_is_told_with_its_line(kind, data):
    found = lines(bytes(range(256)) * 3, kind, 0xFF80)
    number = data.draw(st.integers(0, len(found) - 1))
    line = found[number]
    at = data.draw(st.integers(1 if kind == "ihex" else 2, len(line) - 2))
    letter = data.draw(st.sampled_from("0123456789ABCDEF g").filter(lambda other: other != line[at]))
    found[number] = line[:at] + letter + line[at + 1 :]
    with pytest.raises(InputError, match=f"^Line {number + 1:,} "):
        read_incoming(MemorySource("".join(found).encode()), Ticket(), kind)
