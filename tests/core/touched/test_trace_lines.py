"""Lines of the kernel's trace: what they say, whatever a program calls itself."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bytescope.core.source.shown import printable_name
from bytescope.core.touched.trace_lines import (
    Access,
    Event,
    Kind,
    Pairing,
    Traced,
    lost_events,
    parse_trace,
)

PAGE = 4096
NUMBER = st.integers(0, (1 << 31) - 1)
PAGES = st.integers(0, (1 << 50) - 1)
NAMES = st.binary(max_size=15).map(lambda name: name.replace(b"\0", b"").replace(b"\n", b""))


@st.composite
def lines(draw: st.DrawFn) -> tuple[Traced, bytes]:
    """A line with what it says, as ``print_trace_line`` of the kernel writes it."""
    name, thread, process = draw(NAMES), draw(NUMBER), draw(NUMBER)
    event, inode, first = draw(st.sampled_from(Event)), draw(st.integers(0, (1 << 63) - 1)), draw(PAGES)
    start, end = first * PAGE, (first + 1) * PAGE
    if event is Event.FAULT:
        text = f"dev=254:0 ino={inode:x} ofs={start}"
    elif event is Event.DIRTY:
        text = f"bdi 254:0: ino={inode} index={first}"
    elif event in (Event.WRITE, Event.WRITE_DELAYED):
        start, end = start + 5, start + 5 + draw(st.integers(1, 1 << 30))
        flags = draw(st.sampled_from(("", " flags 0")))
        text = f"dev 254,0 ino {inode} pos {start} len {end - start}{flags}"
    elif event is Event.WRITE_XFS:
        start, end = start + 5, start + 5 + draw(st.integers(1, 1 << 30))
        text = f"dev 7:0 ino 0x{inode:x} disize 0x1000 pos 0x{start:x} bytecount 0x{end - start:x}"
    else:
        end = start + draw(st.integers(1, 1 << 20)) * PAGE
        text = f"dev=254:0 ino={inode:x} ofs={start}-{end - 1}"
    group = draw(st.sampled_from((b"", b"(%7d) " % process, b"(-------) ")))
    flags = draw(st.sampled_from((b"", b"..... ", b"dNh1. ")))
    told = process if group[1:2].isspace() or group[1:2].isdigit() else thread
    head = b"%16s-%-7d %s[%03d] %s%12.6f: " % (
        name,
        thread,
        group,
        draw(st.integers(0, 511)),
        flags,
        24971.61,
    )
    wanted = Traced(24971.61, told, thread, printable_name(name.lstrip(b" ")), event, inode, start, end)
    return wanted, head + f"{event.value}: {text}".encode()


@given(lines())
def test_what_the_kernel_writes_is_read_back(pair: tuple[Traced, bytes]) -> None:
    wanted, text = pair
    found = parse_trace(text, PAGE)
    assert found is not None
    assert found._replace(program=found.program.lstrip(" ")) == wanted


@given(st.binary(max_size=200))
def test_anything_else_is_no_line(text: bytes) -> None:
    found = parse_trace(text, PAGE)
    assert found is None or found.start < found.end
    assert lost_events(text) >= 0


@pytest.mark.parametrize(
    "name", [b"-1 [0] 1.1: b: ", b"a-1 [000] x: ", b"dd-7  [001]", b"- [000] 1.1: ", b"\xff\x01("]
)
def test_a_name_that_looks_like_a_line_changes_nothing(name: bytes) -> None:
    text = name + b"-27110   (  27100) [000]  24971.6: mm_filemap_fault: dev=254:0 ino=ff ofs=8192"
    assert parse_trace(text, PAGE) == Traced(
        24971.6, 27100, 27110, printable_name(name), Event.FAULT, 255, 8192, 12288
    )


@pytest.mark.parametrize(
    "text",
    [
        b"x-1 [000] 1.5: mm_filemap_fault: dev=254:0 ino=ff ofs=8192-9000",
        b"x-1 [000] 1.5: mm_filemap_get_pages: dev=254:0 ino=ff ofs=8192",
        b"x-1 [000] 1.5: mm_filemap_get_pages: dev=254:0 ino=ff ofs=8192-100",
        b"x-1 [000] 1.5: writeback_dirty_folio: bdi 254:0: ino=x index=4",
        b"x-1 [000] 1.5: ext4_da_write_begin: dev 254,0 ino 7 pos -4 len 1",
        b"x-1 [000] 1.5: xfs_file_buffered_write: dev 7:0 ino 0x83 disize 0x0 pos 0x7000 bytecount -1",
        b"x-1 [000] 1.5: sched_switch: dev=254:0 ino=ff ofs=8192",
    ],
)
def test_an_event_with_other_words_is_no_line(text: bytes) -> None:
    assert parse_trace(text, PAGE) is None


def test_lost_events_are_counted() -> None:
    assert lost_events(b"CPU:1 [LOST 4242 EVENTS]") == 4242
    assert lost_events(b"CPU:1 [LOST EVENTS]") == 0


# -- two lines that are one access ---------------------------------------------------------------


def line(event: Event, first: int, pages: int = 1, thread: int = 7, time: float = 1.0) -> Traced:
    return Traced(time, 7, thread, "x", event, 1, first * PAGE, (first + pages) * PAGE)


def accesses(*lines: Traced) -> list[tuple[Kind, int, int, bool]]:
    pairing = Pairing(PAGE)
    found: list[Access] = []
    for item in lines:
        found += pairing.take(item)
    found += pairing.flush(float("inf"))
    return [(item.kind, item.start // PAGE, item.end // PAGE, item.exact) for item in found]


def test_a_fault_and_its_folio_are_one_exact_write() -> None:
    assert accesses(line(Event.FAULT, 700), line(Event.DIRTY, 512)) == [(Kind.WRITTEN, 700, 701, True)]


def test_a_fault_alone_is_a_read() -> None:
    assert accesses(line(Event.FAULT, 700)) == [(Kind.READ, 700, 701, True)]


def test_a_folio_that_cannot_hold_the_page_is_a_write_of_its_own() -> None:
    # A folio from page 576 on has 64 pages at most: 700 is not in it.
    assert accesses(line(Event.FAULT, 700), line(Event.DIRTY, 576)) == [
        (Kind.READ, 700, 701, True),
        (Kind.WRITTEN, 576, 577, False),
    ]


def test_another_threads_folio_is_not_this_ones() -> None:
    assert accesses(line(Event.FAULT, 700), line(Event.DIRTY, 512, thread=8)) == [
        (Kind.WRITTEN, 512, 513, False),
        (Kind.READ, 700, 701, True),
    ]


def test_a_write_call_and_its_folio_are_one_exact_write() -> None:
    assert accesses(line(Event.WRITE_DELAYED, 700, 3), line(Event.DIRTY, 512)) == [
        (Kind.WRITTEN, 700, 703, True)
    ]
    assert accesses(line(Event.WRITE_XFS, 7), line(Event.DIRTY, 0)) == [(Kind.WRITTEN, 7, 8, True)]
    assert accesses(line(Event.WRITE, 700), line(Event.WRITE, 700)) == [(Kind.WRITTEN, 700, 701, True)] * 2


def test_a_load_in_two_lines_is_one_exact_read() -> None:
    around, fault = line(Event.AROUND, 688, 16), line(Event.FAULT, 700)
    for order in ((around, fault), (fault, around), (fault, fault, around)):
        assert accesses(*order) == [(Kind.READ, 700, 701, True)]


def test_pages_mapped_together_say_no_more_than_that() -> None:
    around = line(Event.AROUND, 688, 16)
    assert accesses(around, line(Event.FAULT, 800)) == [
        (Kind.AROUND, 688, 704, True),
        (Kind.READ, 800, 801, True),
    ]
    assert accesses(around, line(Event.DIRTY, 690)) == [
        (Kind.AROUND, 688, 704, True),
        (Kind.WRITTEN, 690, 691, False),
    ]


def test_reads_by_calls_wait_for_nothing() -> None:
    pairing = Pairing(PAGE)
    assert len(pairing.take(line(Event.READ, 5, 3))) == 1
    assert pairing.flush(float("inf")) == []


def test_half_an_access_waits_for_a_while() -> None:
    pairing = Pairing(PAGE)
    pairing.take(line(Event.FAULT, 700, time=2.0))
    assert pairing.flush(1.9) == []
    assert len(pairing.flush(2.0)) == 1
    assert pairing.flush(9.0) == []


@given(st.lists(lines().map(lambda pair: pair[0]), max_size=20))
def test_no_access_is_without_a_page_of_its_line(taken: list[Traced]) -> None:
    pairing = Pairing(PAGE)
    found = [access for item in taken for access in pairing.take(item)] + pairing.flush(float("inf"))
    assert all(access.start % PAGE == 0 == access.end % PAGE for access in found)
    assert len(found) <= len(taken)
    # Each page that was written by a call is in a write.
    for item in taken:
        if item.event in (Event.WRITE, Event.WRITE_DELAYED):
            assert any(a.kind is Kind.WRITTEN and a.start <= item.start and item.end <= a.end for a in found)
