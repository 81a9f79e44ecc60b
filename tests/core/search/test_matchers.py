"""Every kind of matcher against a naive one, on documents of some hundred bytes with windows of a few."""

import math
import re
import struct

import hypothesis.strategies as st
import pytest
from hypothesis import assume, example, given

from bytescope.core.document.document import Document
from bytescope.core.document.patterns import Repeat
from bytescope.core.errors import Cancelled
from bytescope.core.ranges import ByteRange
from bytescope.core.search.differing import Differing
from bytescope.core.search.expressions import Expression
from bytescope.core.search.masked import Masked
from bytescope.core.search.scan import Loop, Scan
from bytescope.core.search.values import Values
from bytescope.core.search.words import Words
from bytescope.core.source.memory import MemorySource
from bytescope.core.ticket import Ticket
from helpers.effort import at_most
from helpers.searching import Holed, contents, document_of

windows = st.integers(1, 16)
stretches = st.integers(0, 12)
rooms = st.integers(1, 5)
areas = st.tuples(st.integers(0, 60), st.integers(0, 200))


def all_hits(scan, start=None, room=3):
    """Starts and lengths, the loops of repeating stretches written out."""
    out = []
    for batch in scan.hits(start, room=room):
        hits, period, turns = batch if isinstance(batch, Loop) else (batch, 0, 1)
        for turn in range(turns):
            pairs = zip(hits.starts.tolist(), hits.lengths.tolist())
            out += [(start + turn * period, length) for start, length in pairs]
    return out


def naive(length_at, data, area, start=None):
    """Leftmost hits, none over another; ``length_at(start)`` gives the length of a hit there, or 0."""
    out, at = [], area.start if start is None else max(start, area.start)
    while at < area.end:
        length = length_at(at)
        if length and at + length <= area.end:
            out.append((at, length))
            at += length
        else:
            at += 1
    return out


def check(document, data, matcher, length_at, area, window, stretch, room):
    """All hits, the first from everywhere and the last before everywhere are those of the naive search."""
    area = ByteRange.of(*area).intersect(ByteRange(0, len(data)))
    snapshot = document.snapshot()

    def scan():
        return Scan(snapshot, matcher, Ticket(), area=area, window=window, least_stretch=stretch)

    wanted = naive(length_at, data, area)
    assert all_hits(scan(), room=room) == wanted
    for start in range(area.start, area.end, 7):
        first = naive(length_at, data, area, start)
        assert scan().first(start) == (first[0] if first else None)
    return wanted, scan


def check_backwards(scan, length_at, area, data):
    area = ByteRange.of(*area).intersect(ByteRange(0, len(data)))
    for before in range(area.start, area.end + 2, 5):
        places = [at for at in range(area.start, min(before, area.end)) if length_at(at)]
        places = [at for at in places if at + length_at(at) <= area.end]
        last = places[-1] if places else None
        assert scan().previous(before) == (None if last is None else (last, length_at(last)))


masked = st.lists(
    st.tuples(st.sampled_from(b"\0ab"), st.sampled_from([0xFF, 0xF0, 0x0F, 0])), min_size=1, max_size=5
).filter(lambda pairs: any(mask for _, mask in pairs))


@given(contents, masked, areas, windows, stretches, rooms, st.integers(1, 4))
def test_hex_with_wildcards(parts, pairs, area, window, stretch, room, align):
    document, data = document_of(parts)
    values, masks = bytes(value for value, _ in pairs), bytes(mask for _, mask in pairs)
    size = len(values)

    def length_at(at):
        here = data[at : at + size]
        same = len(here) == size and all((a ^ b) & m == 0 for a, b, m in zip(here, values, masks))
        return size if same and at % align == 0 else 0

    matcher = Masked(values, masks, align=align)
    _, scan = check(document, data, matcher, length_at, area, window, stretch, room)
    check_backwards(scan, length_at, area, data)


@given(
    contents,
    st.sampled_from(["u8", "i8", "u2", "i2", "u4", "f4", "u8"]),
    st.sampled_from("<>"),
    st.integers(0, 1 << 17),
    st.integers(0, 1 << 25),
    areas,
    windows,
    stretches,
    rooms,
    st.integers(1, 6),
)
def test_numbers_of_a_range(parts, kind, order, least, more, area, window, stretch, room, align):
    document, data = document_of(parts)
    form = order + {"u8": "Q", "i8": "q", "u2": "H", "i2": "h", "u4": "I", "f4": "f"}[kind]
    size = struct.calcsize(form)
    top = {"u2": 65535, "i2": 32767}.get(kind, 1 << 31)
    least, most = min(least, top), min(least + more, top)
    if kind[0] == "f":
        least, most = least * 1e-40, most * 1e10

    def length_at(at):
        if at + size > len(data) or at % align:
            return 0
        return size if least <= struct.unpack_from(form, data, at)[0] <= most else 0

    matcher = Values(order + kind, least, most, align=align)
    _, scan = check(document, data, matcher, length_at, area, window, stretch, room)
    check_backwards(scan, length_at, area, data)


@pytest.mark.parametrize("bits", [32, 64])
def test_what_is_no_number_is_found(bits):
    kind = "f" if bits == 32 else "d"
    data = struct.pack(f"<3{kind}", 1.0, math.nan, math.inf)
    matcher = Values(f"<f{bits // 8}", math.nan, math.nan, align=4)
    scan = Scan(Document(MemorySource(data)).snapshot(), matcher, Ticket())
    assert all_hits(scan) == [(bits // 8, bits // 8)]


@given(contents, masked, areas, windows, stretches, rooms, st.integers(1, 9))
def test_what_differs(parts, pairs, area, window, stretch, room, longest):
    document, data = document_of(parts)
    values, masks = bytes(value for value, _ in pairs), bytes(mask for _, mask in pairs)
    size = len(values)
    longest = max(longest, size)
    bounds = ByteRange.of(*area).intersect(ByteRange(0, len(data)))

    def other(at):
        if at < bounds.start or at + size > bounds.end:
            return False
        return any((a ^ b) & m for a, b, m in zip(data[at : at + size], values, masks))

    def length_at(at):
        if at % size or not other(at) or other(at - size):
            return 0
        end = at
        while other(end):
            end += size
        return min(end - at, longest // size * size)

    matcher = Differing(values, masks, longest=longest)
    _, scan = check(document, data, matcher, length_at, area, window, stretch, room)
    check_backwards(scan, length_at, area, data)


EXPRESSIONS = [
    "a",
    "ab",
    "a+",
    "[^b]b",
    "a{2,5}",
    "(?:ab)+",
    "a.b",
    "^a",
    "b$",
    r"\ba",
    "a.*b",
    "a|ab",
    r"\x00+a",
]


@given(contents, st.sampled_from(EXPRESSIONS), areas, windows, stretches, rooms, st.booleans())
def test_expressions(parts, pattern, area, window, stretch, room, fold):
    document, data = document_of(parts)
    longest = 400  # no hit is cut off
    bounds = ByteRange.of(*area).intersect(ByteRange(0, len(data)))
    flags = re.MULTILINE | re.DOTALL | (re.IGNORECASE if fold else 0)
    known = re.compile(pattern.encode(), flags)
    # What stands behind the range counts for ``$`` and ``\b``, which Python's ``endpos`` cannot say.
    assume(bounds.end == len(data) or "$" not in pattern)

    def length_at(at):
        found = known.match(data, at, bounds.end)
        return found.end() - at if found is not None else 0

    matcher = Expression(pattern.encode(), fold=fold, longest=longest)
    wanted, scan = check(document, data, matcher, length_at, area, window, stretch, room)
    for before in range(bounds.start, bounds.end + 2, 5):
        earlier = [hit for hit in wanted if hit[0] < before]
        assert scan().previous(before) == (earlier[-1] if earlier else None)


@given(contents, st.sampled_from(["a+", "a.*b", "[^b]+b", "(?:ab)+?a*", "b|a+b"]), windows, st.integers(1, 9))
@example([b"aaaa", b"aaab"], "a+b", 3, 4)
def test_long_matches_are_those_that_end_in_time(parts, pattern, window, longest):
    """Whatever the windows, a hit is what it would be if the document ended ``longest`` bytes behind it."""
    document, data = document_of(parts)
    known = re.compile(pattern.encode(), re.DOTALL)

    def length_at(at):
        found = known.match(data, at, min(len(data), at + longest))
        return found.end() - at if found is not None else 0

    matcher = Expression(pattern.encode(), longest=longest)
    check(document, data, matcher, length_at, (0, 500), window, 4, 3)


@given(contents, st.sampled_from([b"a", b"ab", b"ba", b"\0a"]), areas, windows, stretches, rooms)
def test_whole_words(parts, needle, area, window, stretch, room):
    document, data = document_of(parts)
    known = re.compile(rb"(?<!\w)" + re.escape(needle) + rb"(?!\w)", re.ASCII)

    def length_at(at):
        return len(needle) if known.match(data, at) else 0

    matcher = Masked(needle, words=Words("latin-1"))
    _, scan = check(document, data, matcher, length_at, area, window, stretch, room)
    check_backwards(scan, length_at, area, data)


@given(st.lists(st.integers(0, 30), max_size=3), windows, st.sampled_from(["a+", r"[^\x00]b", "b."]))
def test_bytes_that_cannot_be_read_match_nothing(places, window, pattern):
    lost = tuple(ByteRange.of(at, 2) for at in sorted({2 * place for place in places}))
    data = bytearray((b"ab\0a" * 20)[:64])
    for gone in lost:
        data[gone.start : gone.end] = bytes(2)
    snapshot = Document(Holed(bytes(data), lost)).snapshot()
    gone = {at for item in lost for at in range(item.start, item.end)}

    def hits(matcher):
        return all_hits(Scan(snapshot, matcher, Ticket(), window=window, least_stretch=1 << 20))

    matchers = [
        Expression(pattern.encode(), longest=100),
        Masked(b"ab", b"\xff\xf0"),
        Masked(b"\0\0", b"\xff\xff"),
        Values("<u2", 0, 40_000),
    ]
    for matcher in matchers:
        assert not any(gone & set(range(at, at + length)) for at, length in hits(matcher))
    for at, length in hits(Differing(b"a", longest=64)):
        assert not gone & set(range(at, at + length))
        assert at == 0 or at - 1 in gone or data[at - 1] == ord("a")


def filled(size, pattern, *writes):
    document = Document(MemorySource(b""))
    document.resize(size)
    if pattern is not None:
        document.fill(ByteRange(0, size), pattern)
    for offset, data in writes:
        document.write(offset, data)
    return document.snapshot()


TIB = 1 << 40


@pytest.mark.parametrize(
    ("matcher", "pattern", "wanted"),
    [
        (Masked(b"\xd0\0", b"\xf0\xff"), None, 1),
        (Expression(b"D[A-Z]+N"), None, 1),
        (Values("<u4", 1, 5, align=4), None, 0),
        (Differing(b"\0"), None, 1),
        (Differing(b"abcabc"), Repeat(b"abc"), 1),
        (Masked(b"\0\0\0\0"), None, TIB // 4 - 3),
        (Expression(b"ca+b"), Repeat(b"abc"), TIB // 3 - 4),
        (Values("<u2", 0, 0, align=4096), None, TIB // 4096 - 1),
    ],
    ids=["wildcards", "expression", "number", "not zero", "not abc", "zeros", "looped", "aligned"],
)
def test_a_filled_tebibyte_is_walked_at_once(matcher, pattern, wanted):
    snapshot = filled(TIB, pattern, (TIB // 2, b"DECKLONN\xd5"))
    count = 0
    with at_most(30):  # byte for byte it takes many minutes
        for batch in Scan(snapshot, matcher, Ticket()).hits():
            count += len(batch.hits.starts) * batch.turns if isinstance(batch, Loop) else len(batch.starts)
    assert count == wanted


def test_an_expression_that_would_take_for_ever_elsewhere_takes_no_time():
    data = b"a" * 5000 + b"c"
    scan = Scan(Document(MemorySource(data)).snapshot(), Expression(b"(a|aa)+b"), Ticket())
    assert all_hits(scan) == []


def test_a_stop_is_heard_between_the_hits_of_one_window():
    ticket = Ticket()
    scan = Scan(Document(MemorySource(bytes(1 << 16))).snapshot(), Expression(rb"\x00"), ticket)
    hits = scan.hits()
    next(hits)
    ticket.cancelled = True
    with pytest.raises(Cancelled):
        list(hits)
