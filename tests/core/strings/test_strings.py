"""Texts against a naive reading and against ``strings``: whole across any window, holes passed over."""

from __future__ import annotations

import csv
import io
import itertools
import json
import random
import shutil
import subprocess
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bytescope.core.document.document import Document
from bytescope.core.document.patterns import Repeat
from bytescope.core.errors import Cancelled, InputError
from bytescope.core.ranges import ByteRange
from bytescope.core.strings.forms import FORMS, forms_named, printable
from bytescope.core.strings.found import Found, filtered, test_of, texts_of
from bytescope.core.strings.reading import Place, Reader, read_some, written
from bytescope.core.strings.scan import Passed, strings
from bytescope.core.ticket import Ticket
from helpers.searching import Holed

test_of.__test__ = False  # it makes a test of a text

KEYS = tuple(FORMS)
ALPHABET = [
    0,
    0,
    0,
    9,
    10,
    0x20,
    0x41,
    0x62,
    0x7F,
    0x80,
    0xA9,
    0xC3,
    0xD8,
    0xDC,
    0xE2,
    0x82,
    0xAC,
    0xF0,
    0x9F,
]


PARTS = [
    "é€".encode() * 30,
    "a😀".encode() * 20,
    b"plain text " * 12,
    bytes(100),
    b"\xe2\x82",
    b"\n",
    b"\xf0\x9f",
]


def found(data: bytes, forms, least=3, **how) -> list[tuple[int, int, int]]:
    document = Document(Holed(data))
    within = how.pop("within", ByteRange(0, len(data)))
    batches = strings(document.snapshot(), within, forms, least, Ticket(), **how)
    return sorted(
        row for b in batches for row in zip(b.starts.tolist(), b.lengths.tolist(), b.numbers.tolist())
    )


def characters(data: bytes, at: int, key: str, every_script: bool) -> int:
    """Bytes of the character that begins at ``at``; 0 where there is none that can be printed."""
    form = FORMS[key]
    for size in (1, 2, 3, 4):
        if size < form.unit or at + size > len(data):
            continue
        try:
            text = data[at : at + size].decode(form.codec)
        except UnicodeDecodeError:
            continue
        every = every_script or form.unit != 2
        return size if len(text) == 1 and printable(ord(text), every_script=every) else 0
    return 0


def runs(data: bytes, key: str, least: int, every_script: bool) -> list[tuple[int, int, int, int, str]]:
    """Start, length, number, phase and text of every run."""
    unit = FORMS[key].unit
    rows = []
    for phase in range(unit):
        at, start, letters = phase, -1, 0
        while at <= len(data):
            size = characters(data, at, key, every_script)
            if size:
                start, letters = (at, 1) if start < 0 else (start, letters + 1)
                at += size
                continue
            if start >= 0 and letters >= least:
                text = data[start:at].decode(FORMS[key].codec)
                rows.append((start, at - start, FORMS[key].number, phase, text))
            start, at = -1, at + unit
    return rows


def better(row, other, unit: int, every_script: bool) -> bool:
    jumps, others = (
        sum(ord(a) >> 8 != ord(b) >> 8 for a, b in itertools.pairwise(r[4])) for r in (row, other)
    )
    letters, more = len(row[4]), len(other[4])
    marks = [(letters, more), (row[0] % unit == 0, other[0] % unit == 0), (-row[0], -other[0])]
    if every_script:
        marks.insert(0, (-Fraction(jumps, letters), -Fraction(others, more)))
    elif abs(letters - more) <= 1:
        marks.insert(0, (-jumps, -others))
    return next((mine > theirs for mine, theirs in marks if mine != theirs), row[2] < other[2])


def naive(data: bytes, keys, least: int, every_script: bool) -> list[tuple[int, int, int]]:
    rows = [row for key in keys for row in runs(data, key, least, every_script)]
    good = []
    for row in rows:
        unit = FORMS[KEYS[row[2]]].unit
        for other in rows:
            if unit == 1 or FORMS[KEYS[other[2]]].unit != unit or row[2] == other[2]:
                continue
            shared = min(row[0] + row[1], other[0] + other[1]) - max(row[0], other[0])
            beside = shared > 0 and 2 * shared >= min(row[1], other[1])
            if beside and better(other, row, unit, every_script):
                break
        else:
            good.append(row[:3])
    return sorted(good)


@given(
    st.lists(st.sampled_from(ALPHABET), max_size=60).map(bytes),
    st.sampled_from(KEYS),
    st.integers(2, 5),
    st.integers(1, 9),
    st.integers(1, 3),
    st.booleans(),
)
def test_they_are_found_whole_across_any_border(data, key, least, window, room, every):
    got = found(data, [key], least, window=window, room=room, every_script=every, least_stretch=1 << 30)
    assert got == naive(data, [key], least, every)


@given(
    st.lists(st.one_of(st.sampled_from(["\0", "Ab", "Пр", "é", "中"]), st.just("")), max_size=12).map(
        "".join
    ),
    st.lists(st.sampled_from(ALPHABET), max_size=9).map(bytes),
    st.sampled_from([KEYS[3:5], KEYS[5:7], KEYS]),
    st.booleans(),
    st.integers(1, 9),
)
def test_what_both_byte_orders_read_is_listed_once(text, before, keys, every, window):
    data = before + text.encode("utf-16-le") + before + text.encode("utf-32-be") + text.encode("utf-16-be")
    got = found(data, keys, 2, window=window, every_script=every, least_stretch=1 << 30)
    assert got == naive(data, keys, 2, every)


@pytest.mark.parametrize("key", ["utf-16le", "utf-16be"])
@pytest.mark.parametrize("text", ["Hello", "Привет, мир", "grüße"])
def test_a_wide_text_is_read_in_its_own_byte_order(key, text):
    data = bytes(4) + text.encode(FORMS[key].codec) + bytes(4)
    assert found(data, ["utf-16le", "utf-16be"]) == [(4, 2 * len(text), FORMS[key].number)]


@settings(max_examples=40)
@given(st.lists(st.sampled_from(PARTS), max_size=15).map(b"".join), st.integers(2, 70), st.integers(1, 9000))
def test_long_stretches_of_utf_8_are_found_as_short_ones(data, least, window):
    got = found(data, ["utf-8"], least, window=window, least_stretch=1 << 30)
    assert got == naive(data, ["utf-8"], least, False)


@given(
    st.lists(
        st.one_of(st.integers(8, 30).map(bytes), st.lists(st.sampled_from(ALPHABET), max_size=9).map(bytes))
    ),
    st.sampled_from(KEYS),
    st.integers(1, 9),
)
def test_holes_are_passed_over_and_nothing_is_missed(parts, key, window):
    data = b"".join(parts)
    assert found(data, [key], 2, window=window, least_stretch=1) == naive(data, [key], 2, False)


@given(
    st.text(st.characters(codec="utf-8", categories=["L", "N", "P"]), min_size=3, max_size=20),
    st.integers(1, 9),
)
def test_a_text_is_found_as_it_was_written(text, window):
    for key in ("utf-8", "utf-16le", "utf-16be", "utf-32le", "utf-32be"):
        data = text.encode(FORMS[key].codec)
        around = b"\xff" * 4 + data + b"\xff" * 4
        rows = found(around, [key], min(3, len(text)), window=window, every_script=True)
        assert (4, len(data), FORMS[key].number) in rows
        snapshot = Document(Holed(around)).snapshot()
        assert read_some(snapshot, [Place(4, len(data), FORMS[key].number)], 1000) == [text]


@pytest.mark.parametrize("least", [2, 4, 9])
def test_they_are_those_of_strings(tmp_path: Path, least: int):
    if shutil.which("strings") is None:
        pytest.skip("there is no strings")
    generator = random.Random(least)
    data = b"".join(
        generator.choice((generator.randbytes(generator.randrange(90)), b"some text\tand more", bytes(3000)))
        for _ in range(4000)
    )
    (tmp_path / "file").write_bytes(data)
    command = ["strings", "-a", "-n", str(least), "-t", "d", str(tmp_path / "file")]
    theirs = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    snapshot = Document(Holed(data)).snapshot()
    reader = Reader(snapshot, 1 << 20)
    places = (Place(*row) for row in found(data, ["ascii"], least, window=4096))
    assert "".join(written(((place, reader.text(place)) for place in places), "text")) == theirs


def test_patterns_are_passed_over_and_counted():
    document = Document(Holed(b"before" + bytes(1 << 20) + b"behind"))
    document.fill(ByteRange(100, 900_000), Repeat(b"fill"))
    passed = Passed()
    batches = list(
        strings(document.snapshot(), ByteRange(0, document.size), ["ascii"], 4, Ticket(), passed=passed)
    )
    starts = [start for batch in batches for start in batch.starts.tolist()]
    assert starts == [0, (1 << 20) + 6]
    assert passed.count > 1_000_000


def test_a_range_cuts_texts_and_a_stop_ends_the_scan():
    assert found(b"abcdefgh", ["ascii"], within=ByteRange(2, 6)) == [(2, 4, 0)]
    ticket = Ticket()
    ticket.cancelled = True
    with pytest.raises(Cancelled):
        list(strings(Document(Holed(b"abcdefgh")).snapshot(), ByteRange(0, 8), ["ascii"], 4, ticket))


def test_the_store_is_bounded_and_sorts():
    snapshot = Document(Holed(b"a long text\0" * 50)).snapshot()
    kept = Found(most=30)
    for batch in strings(snapshot, ByteRange(0, snapshot.size), ["utf-8", "ascii"], 4, Ticket(), window=64):
        if not kept.add(batch):
            break
    assert (len(kept), kept.full) == (30, True)
    ordered = kept.in_order()
    assert ordered.starts[:30].tolist() == sorted(kept.starts[:30].tolist())
    assert ordered.place(0).start == 0


def test_a_filter_looks_into_texts():
    data = b"first one\0second http://x\0THIRD ONE\0"
    snapshot = Document(Holed(data)).snapshot()
    kept = Found()
    for batch in strings(snapshot, ByteRange(0, len(data)), ["ascii"], 4, Ticket()):
        kept.add(batch)
    one = filtered(snapshot, kept, test_of("One", expression=False), Ticket())
    assert one.tolist() == [0, 2]
    link = filtered(snapshot, kept, test_of("https?:", expression=True), Ticket())
    assert [text for _, text in texts_of(snapshot, kept, link, 100, Ticket())] == ["second http://x"]
    with pytest.raises(InputError, match="not understood"):
        test_of("(", expression=True)


def test_long_texts_are_cut_where_they_are_shown():
    snapshot = Document(Holed("é".encode() * 500)).snapshot()
    assert read_some(snapshot, [Place(0, 1000, 2)], 101) == ["é" * 50]


def test_lists_are_written_so_that_they_can_be_read():
    rows = [(Place(3, 5, 0), 'a "b"'), (Place(9, 4, 3), "x,y")]
    assert list(csv.reader(io.StringIO("".join(written(rows, "csv"))))) == [
        ["offset", "length", "encoding", "text"],
        ["3", "5", "ascii", 'a "b"'],
        ["9", "4", "utf-16le", "x,y"],
    ]
    assert json.loads("".join(written(rows, "json")))[1] == {
        "offset": 9,
        "length": 4,
        "encoding": "utf-16le",
        "text": "x,y",
    }
    assert json.loads("".join(written([], "json"))) == []


def test_encodings_are_named():
    assert forms_named("ASCII, utf_16LE") == ("ascii", "utf-16le")
    with pytest.raises(InputError, match="“ebcdic” is not known here"):
        forms_named("ebcdic")
