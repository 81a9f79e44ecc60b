"""Bookmarks are found by place, by number and in their order, however they lie over one another."""

from __future__ import annotations

import random

import pytest

from bytescope.core.bookmarks.book import Book
from bytescope.core.bookmarks.bookmark import MOST, Bookmark, checked
from bytescope.core.errors import InputError, RefusedError
from bytescope.core.ranges import PAGESIZE, ByteRange, PageRange


@pytest.mark.parametrize("seed", range(20))
def test_those_in_sight_are_those_a_walk_over_all_finds(seed: int) -> None:
    rng = random.Random(seed)
    book, plain = Book(), {}
    for _ in range(200):
        start = rng.randint(0, 5000)
        length = rng.choice((0, 1, 5, 60, 4000))
        plain[book.add(Bookmark(ByteRange.of(start, length)))] = (start, max(start + 1, start + length))
    for number in rng.sample(sorted(plain), 60):
        book.remove([number])
        del plain[number]
    for _ in range(50):
        low = rng.randint(0, 9000)
        high = low + rng.randint(1, 300)
        wanted = {n for n, (start, end) in plain.items() if start < high and low < end}
        assert {n for n, _ in book.within(ByteRange(low, high))} == wanted
        inside = {n: plain[n] for n in plain if plain[n][0] <= low < plain[n][1]}
        at = book.at(low)
        assert (at is None) == (not inside)
        if at is not None:
            lengths = {n: book.get(n).range.length for n in inside}
            assert lengths[at] == min(lengths.values())
        after = [start for start, _ in plain.values() if start > low]
        found = book.next(low)
        assert (plain[found][0] if found is not None else None) == min(after, default=None)
        before = [start for start, _ in plain.values() if start < low]
        found = book.previous(low)
        assert (plain[found][0] if found is not None else None) == max(before, default=None)


def test_pages_are_those_with_a_byte_of_a_bookmark() -> None:
    book = Book()
    book.add(Bookmark(ByteRange(PAGESIZE - 1, PAGESIZE + 1)))
    book.add(Bookmark(ByteRange(5 * PAGESIZE, 5 * PAGESIZE)))
    book.add(Bookmark(ByteRange(7 * PAGESIZE, 9 * PAGESIZE)))
    firsts, ends = book.page_edges(PageRange(1, 8))
    assert list(zip(firsts.tolist(), ends.tolist())) == [(1, 2), (5, 6), (7, 8)]


def test_a_new_one_gets_the_lowest_free_number_and_one_brought_back_its_own() -> None:
    book = Book()
    assert [book.add(Bookmark(ByteRange.of(n, 1))) for n in (30, 10, 20)] == [1, 2, 3]
    gone = book.remove([2, 3, 99])
    assert [number for number, _ in gone] == [2, 3]
    assert book.add(Bookmark(ByteRange.of(5, 1))) == 2
    assert book.add_all([item for _, item in gone], [number for number, _ in gone]) == [4, 3]
    assert [number for number, _ in book] == [2, 4, 3, 1]
    with pytest.raises(KeyError):
        book.get(77)


def test_too_many_are_refused_and_none_of_them_is_taken() -> None:
    book = Book()
    with pytest.raises(RefusedError, match="at most"):
        book.add_all([Bookmark(ByteRange(0, 1))] * (MOST + 1))
    assert len(book) == 0
    assert book.add(Bookmark(ByteRange(0, 1))) == 1


def test_values_are_checked_and_texts_made_fit_to_be_shown() -> None:
    made = checked(1, 2, "a\n\x07b\ud800" + "x" * 500, 7, "one\r\ntwo\x1b")
    assert made.name.startswith("a  b x")
    assert len(made.name) == 200
    assert made.note == "one\ntwo"
    for start, end, ink in ((2, 1, 0), (-1, 4, 0), (0, 1 << 63, 0), (0, 1, 8)):
        with pytest.raises(InputError):
            checked(start, end, "", ink)
