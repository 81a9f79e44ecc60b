"""Neighbours of hits in encodings of several bytes, and what every match of an expression has in it."""

from __future__ import annotations

import re
from functools import cache

import hypothesis.strategies as st
import numpy as np
import pytest
from hypothesis import given, settings

from bytescope.core.document.document import Document
from bytescope.core.ranges import ByteRange
from bytescope.core.search.matcher import Window
from bytescope.core.search.required import required
from bytescope.core.search.scan import Scan, singly
from bytescope.core.search.wanted import Wanted, matcher_of
from bytescope.core.search.words import Words
from bytescope.core.ticket import Ticket
from helpers.stored import StoredBytes

CHARACTERS = "aZ_0 -éЖ中、\u00b2\U00010400\U0001f600\ufeff\u0000"
CODECS = ["utf-8", "utf-16le", "utf-16-be", "utf-32le", "utf-32be", "shift_jis", "latin-1"]


@settings(max_examples=200, deadline=None)
@given(
    st.text(st.sampled_from(CHARACTERS), max_size=12),
    st.sampled_from(CODECS),
    st.integers(0, 3),
    st.binary(max_size=3),
)
def test_many_neighbours_are_told_as_one_by_one(text, codec, cut, torn):
    data = text.encode(codec, "ignore")[cut:] + torn
    words, window = Words(codec), Window(memoryview(data), 0, 0, len(data))
    starts = np.arange(len(data), dtype=np.int64)
    for length in (1, 2):
        some = starts[starts + length <= len(data)]
        expected = [words.is_whole(window, start, start + length) for start in some.tolist()]
        assert words.whole(window, some, length).tolist() == expected


def test_bytes_that_are_no_character_are_no_neighbour():
    words = Words("utf-8")
    for beside in (
        b"\xe0\x81\xa1",
        b"\xc1\xa1",
        b"\xf0\x80\x81\xa1",
        b"\xed\xa0\x80",
        b"\x80",
        b"\xc3",
        b"\xff",
    ):
        data = beside + b"x" + beside
        window = Window(memoryview(data), 0, 0, len(data))
        assert words.whole(window, np.array([len(beside)]), 1).tolist() == [True]
    data = "éxé".encode()
    assert words.whole(Window(memoryview(data), 0, 0, 5), np.array([2]), 1).tolist() == [False]


@pytest.mark.parametrize(
    ("pattern", "found"),
    [
        (b"[0-9]+@example\\.com", b"@example.com"),
        (b"abc|abcdef", b""),
        (b"(abc|def)ghi", b"ghi"),
        (b"abc*de", b"ab"),
        (b"a{2}bc+d", b"b"),
        (b"(?i)abc", b""),
        (b"(?P<name>abc)de\\x41\\n", b"deA\n"),
        (b"[[:alpha:]]abc", b""),
        (b"\\Qa.b\\E", b""),
        (b"a{,3}bc", b""),
        (b"\\pLabc", b""),
        (b"x[]ab]yz", b"yz"),
        (b"(a(b|c)d)ef.gh", b"ef"),
        (b"^foo$", b"foo"),
    ],
)
def test_what_stands_in_every_match(pattern, found):
    assert required(pattern) == found


pieces = st.lists(
    st.sampled_from(["ab", "b+", "(a|b)", "a?", "[ab]", ".", "\\\\.", "c{2}", "(ab)*", "|", "(?:c)", "\\bb"]),
    min_size=1,
    max_size=5,
)


@settings(max_examples=300, deadline=None)
@given(pieces, st.lists(st.sampled_from(b"abc. "), max_size=40).map(bytes), st.integers(1, 12))
def test_expressions_find_the_same_with_what_they_require(parts, data, window):
    expression = "x?" + "".join(parts)
    known = re.compile(expression.encode(), re.DOTALL | re.MULTILINE)
    if known.fullmatch(b"") is not None or any(
        found.end() == found.start() for found in known.finditer(data)
    ):
        return
    matcher = matcher_of(Wanted("re", expression))
    scan = Scan(Document(StoredBytes(data)).snapshot(), matcher, Ticket(), window=window)
    assert [*singly(scan.hits())] == [(found.start(), len(found[0])) for found in known.finditer(data)]


@cache
def forms(char: str) -> list[str]:
    """What a character is in other capitals, and itself."""
    if char.isascii():
        return [char.lower(), char.upper()]
    others = map(chr, range(0x80, 0x2000))
    return sorted({char, *(other for other in others if other.casefold() == char.casefold())})


@settings(max_examples=150, deadline=None)
@given(
    st.lists(
        st.sampled_from(["Жура", "жУРА", "вль", "ᲀЛЬ", "ß", "ẞ", "s", "S", "t", "\u017f", " "]), max_size=14
    ),
    st.sampled_from(["журавль", "sßt", "tß", "s", "ЖУР"]),
    st.integers(1, 9),
    st.integers(0, 20),
)
def test_any_case_of_what_has_forms_of_several_lengths(parts, text, window, before):
    data = "".join(parts).encode()
    spelled = ["|".join(map(re.escape, forms(char))) for char in text]
    known = re.compile("".join(f"(?:{some})" for some in spelled).encode())
    matcher = matcher_of(Wanted("text", text, fold=True))
    scan = Scan(Document(StoredBytes(data)).snapshot(), matcher, Ticket(), window=window)
    expected = [(found.start(), len(found[0])) for found in known.finditer(data)]
    assert [*singly(scan.hits(room=2))] == expected
    area = ByteRange(0, min(before, len(data)))
    last = Scan(Document(StoredBytes(data)).snapshot(), matcher, Ticket(), area=area).previous(area.end)
    inside = [hit for hit in expected if sum(hit) <= area.end]
    assert last == (inside[-1] if inside else None)
