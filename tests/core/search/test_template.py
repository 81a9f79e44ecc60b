"""What groups of an expression found, put in the place of its hits."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bytescope.core.document import spilled
from bytescope.core.document.document import Document
from bytescope.core.document.places import Places
from bytescope.core.errors import InputError, RefusedError
from bytescope.core.ranges import ByteRange
from bytescope.core.search import template
from bytescope.core.search.scan import Scan, singly
from bytescope.core.search.template import Template, parse_template, pieces
from bytescope.core.search.wanted import Wanted, matcher_of, replacement
from bytescope.core.source.base import read
from bytescope.core.ticket import Ticket
from helpers.searching import Holed, contents, document_of
from helpers.stored import StoredBytes

EXPRESSIONS = [
    "(a)(b)?",
    "(?P<one>a+)(b*)",
    r"\b(a|b)",
    "(?:a|(b))+",
    "([ab])([ab])",
    r"(b)$",
    r"a\B(.)",
    r"\B(a|b)",
]
REPLACEMENTS = [r"\1", r"<\g<1>>", r"\g<0>\g<0>", r"\x00\1\\", "xyz", r"\1\1-", ""]


def replaced(document: Document, wanted: Wanted, text: str, folder: bytes | None = None) -> bytes:
    snapshot = document.snapshot()
    hits = singly(Scan(snapshot, matcher_of(wanted), Ticket()).hits())
    places = Places.of(ByteRange.of(*hit) for hit in hits)
    data = replacement(wanted, text)
    if isinstance(data, Template):
        data = pieces(snapshot, places, data, folder, Ticket())
    document.replace_each(places, data)
    return document.snapshot().read(0, document.size).data


@settings(max_examples=150, deadline=None)
@given(contents, st.sampled_from(EXPRESSIONS), st.sampled_from(REPLACEMENTS), st.integers(1, 40))
def test_it_gives_what_re_gives(parts, expression, text, at_once):
    document, data = document_of(parts)
    theirs = text.replace(r"\x00", r"\000").encode()
    expected = re.sub(expression.encode(), theirs, data, flags=re.MULTILINE | re.DOTALL)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(template, "AT_ONCE", at_once)
        assert replaced(document, Wanted("re", expression), text) == expected
    if document.undo_name is not None and document.undo_name.startswith("Replace"):
        document.undo()
        assert document.snapshot().read(0, document.size).data == data
        document.redo()
        assert document.snapshot().read(0, document.size).data == expected


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        (r"\1", (1,)),
        (r"a\0b", (b"a", 0, b"b")),
        (r"\x41\g<name>\n\\1", (b"A", 2, b"\n\\1")),
        (r"\g<1>0\02", (1, b"0", 2)),
    ],
)
def test_how_it_is_written(text, parts):
    assert parse_template(text, b"(a)(?P<name>b)", False) == Template(b"(a)(?P<name>b)", False, parts)


def test_without_groups_it_is_bytes():
    assert parse_template(r"a\tb\x0A", b"(a)", False) == b"a\tb\n"
    assert replacement(Wanted("re", "a"), "") == b""
    assert replacement(Wanted("hex", "AA"), "0B 0C") == b"\x0b\x0c"


@pytest.mark.parametrize(
    ("text", "place", "said"),
    [
        (r"ab\3", 2, "There is no group 3: the expression has 2 groups"),
        (r"\g<x>", 0, "No group is called “x”"),
        (r"\g<1", 0, r"\g<1> or \g<name>"),
        (r"a\x4", 1, "two hex digits"),
        (r"a\q", 1, "not known"),
        ("ab\\", 2, "ends with"),
        (r"\1é", 2, "for the byte E9"),
        (r"\10", 0, "no group 10"),
        (r"\g<99999>", 0, "No group is called"),
    ],
)
def test_what_does_not_parse_is_told_at_its_place(text, place, said):
    with pytest.raises(InputError) as error:
        parse_template(text, b"(a)(?P<name>b)", False)
    assert (error.value.position, said in str(error.value)) == (place, True)


def test_any_case_and_the_borders_of_the_window():
    document = Document(StoredBytes(b"xAb" * 1000))
    assert replaced(document, Wanted("re", "(a)(b)", fold=True), r"\2\1") == b"xbA" * 1000


def test_long_ones_are_kept_in_a_file(monkeypatch, tmp_path):
    monkeypatch.setattr(spilled, "IN_MEMORY", 1000)
    monkeypatch.setattr(spilled, "_AT_ONCE", 500)
    data = b"".join(b"%04d;" % number for number in range(3000))
    document = Document(StoredBytes(data))
    wanted, folder = Wanted("re", "([0-9]+);"), bytes(tmp_path)
    assert replaced(document, wanted, r"<\1>", folder) == re.sub(b"([0-9]+);", rb"<\1>", data)
    assert not list(tmp_path.iterdir())


def test_where_there_is_no_room_nothing_is_changed(monkeypatch):
    monkeypatch.setattr(spilled, "IN_MEMORY", 1000)
    monkeypatch.setattr(spilled, "ALL_IN_MEMORY", 2000)
    document = Document(StoredBytes(b"ab" * 2000))
    with pytest.raises(RefusedError, match="no room"):
        replaced(document, Wanted("re", "(a)b"), r"\1-")
    assert not document.modified


def test_a_hit_that_is_no_longer_there_is_refused():
    snapshot = Document(StoredBytes(b"abcabc")).snapshot()
    made = parse_template(r"\1", b"(b)c", False)
    assert isinstance(made, Template)
    with pytest.raises(RefusedError, match="offset 3 is not there"):
        pieces(snapshot, Places.of([ByteRange(1, 3), ByteRange(3, 5)]), made, None, Ticket())
    lost = Document(Holed(b"abcabc", (ByteRange(1, 2),))).snapshot()
    with pytest.raises(RefusedError, match="cannot be read"):
        pieces(lost, Places.of([ByteRange(1, 3)]), made, None, Ticket())


def test_groups_without_a_part_are_empty():
    snapshot = Document(StoredBytes(b"aab")).snapshot()
    made = parse_template(r"[\2]", b"(a)(b)?", False)
    assert isinstance(made, Template)
    found = pieces(snapshot, Places.of([ByteRange(0, 1), ByteRange(1, 3)]), made, None, Ticket())
    assert (read(found.source, 0, found.total).data, [*found.ends]) == (b"[][b]", [2, 5])
