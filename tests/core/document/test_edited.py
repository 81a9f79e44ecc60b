"""Which pages are edited: against every byte's own origin, and what is derived again after a change."""

from __future__ import annotations

import random

import pytest

from bytescope.core.document import edited, spans
from bytescope.core.document.document import Document
from bytescope.core.document.patterns import Repeat
from bytescope.core.document.runs import PageSet
from bytescope.core.ranges import PAGESIZE, ByteRange, PageRange, page_count
from bytescope.core.source.memory import ZeroSource


def naive_pages(document: Document) -> set[int]:
    """By the spans themselves: pages with a byte that is not the base's own at the same offset."""
    return {
        page
        for segment in document.snapshot().segments(ByteRange(0, document.size))
        if not (segment.source is document.base and segment.start == segment.range.start)
        for page in range(segment.range.pages.first, segment.range.pages.end)
    }


def runs(document: Document, pages: PageRange) -> list[tuple[int, int]]:
    return list(zip(*document.edited_runs(pages)))


def as_runs(pages: set[int]) -> list[tuple[int, int]]:
    out: list[tuple[int, int]] = []
    for page in sorted(pages):
        if out and out[-1][1] == page:
            out[-1] = (out[-1][0], page + 1)
        else:
            out.append((page, page + 1))
    return out


def shuffled(seed: int) -> Document:
    """A document of about 200 pages with random edits of all kinds."""
    rng = random.Random(seed)
    document = Document(ZeroSource(200 * PAGESIZE + rng.randrange(PAGESIZE)))
    for _ in range(rng.randrange(1, 150)):
        start = rng.randrange(document.size)
        match rng.randrange(12):
            case 0:
                document.fill(ByteRange.of(start, min(document.size - start, 3 * PAGESIZE)), Repeat(b"x"))
            case 1 if rng.random() < 0.5:
                document.insert(start, b"abc")
            case 2 if rng.random() < 0.5:
                document.delete(ByteRange.of(start, min(document.size - start, 3)))
            case 3 if document.undo_name:
                document.undo()
            case 4:
                document.overwrite_block(ByteRange.of(start // 2, 100), start)
            case _:
                document.write(start, b"x")
    return document


@pytest.mark.parametrize("seed", range(60))
def test_runs_are_the_pages_of_the_edited_bytes(seed, monkeypatch):
    monkeypatch.setattr(spans, "LEAF_SPANS", 16)
    document = shuffled(seed)
    naive = naive_pages(document)
    pages = PageRange(0, page_count(document.size))
    assert runs(document, pages) == as_runs(naive)
    ranges = list(document.edited_ranges())
    assert {p for r in ranges for p in range(r.pages.first, r.pages.end)} == naive
    assert document.edited_bytes == sum(r.length for r in ranges)
    for part in (PageRange(50, 51), PageRange(3, 120), PageRange(7, 7), PageRange(190, 500)):
        assert runs(document, part) == as_runs({p for p in naive if p in part})


@pytest.mark.parametrize("seed", range(20))
def test_next_and_previous_visit_every_edited_page(seed, monkeypatch):
    monkeypatch.setattr(spans, "LEAF_SPANS", 16)
    document = shuffled(seed)
    naive = sorted(naive_pages(document))
    forth, page = [], -1
    while (page := document.next_edited(page)) is not None:  # type: ignore[assignment]
        forth.append(page)
    back, page = [], page_count(document.size)
    while (page := document.previous_edited(page)) is not None:  # type: ignore[assignment]
        back.append(page)
    assert forth == naive
    assert back == naive[::-1]
    assert document.next_edited(10**9) is None
    assert document.previous_edited(0) is None
    assert document.previous_edited(10**9) == (naive[-1] if naive else None)


def test_a_keystroke_derives_one_leaf_again(monkeypatch):
    document = Document(ZeroSource(1 << 32))
    for i in range(5_000):
        document.write(i * 50_000, b"x")
    pages = PageRange(0, 1 << 20)
    document.edited_runs(pages)
    calls = []
    derive = edited._derive
    monkeypatch.setattr(edited, "_derive", lambda *args: calls.append(args) or derive(*args))
    document.write(3_000_001, b"y")
    assert len(document.edited_runs(pages)[0]) == 5_000
    assert len(calls) <= 2


def test_an_insertion_in_front_asks_no_span_again():
    document = Document(ZeroSource(1 << 32))
    for i in range(5_000):
        document.write(i * 50_000, b"x")
    pages = PageRange(0, 1 << 21)
    before = runs(document, pages)
    known = [leaf.derived for leaf in document._table.snapshot().leaves]
    document.insert(0, b"y")
    assert runs(document, pages) == [(0, (1 << 20) + 1)]
    after = [leaf.derived for leaf in document._table.snapshot().leaves]
    assert len(known) > 20
    assert known[1:] == after[1:], "leaves that only moved are edited as a whole"
    document.undo()
    assert runs(document, pages) == before


def test_moved_bytes_tell_whether_a_save_in_place_is_possible():
    document = Document(ZeroSource(1 << 40))
    document.overwrite_block(ByteRange(0, 4096), 1 << 20)
    assert (document.moved_bytes, document.length_changed) == (4096, False)
    document.insert(5, b"x")
    assert document.length_changed
    document.delete(ByteRange(1 << 30, (1 << 30) + 1))
    assert document.size == document.base.size
    assert document.length_changed, "a gibibyte stands one byte further"
    document.undo()
    document.undo()
    assert not document.length_changed


def test_page_sets_merge():
    pages = PageSet()
    pages.add([ByteRange(0, 1), ByteRange(4096 * 5, 4096 * 7), ByteRange(9, 9)])
    pages.add([ByteRange(4096, 4097), ByteRange(4096 * 6, 4096 * 9)])
    assert list(zip(*pages.runs(PageRange(0, 100)))) == [(0, 2), (5, 9)]
    assert list(zip(*pages.runs(PageRange(1, 6)))) == [(1, 2), (5, 6)]
    pages.clear()
    assert list(pages.runs(PageRange(0, 100))[0]) == []
