"""Bookmarks stay with their bytes through random edits, and undo puts each back to where it was."""

from __future__ import annotations

import random

import pytest

from bytescope.core.bookmarks.book import Book
from bytescope.core.bookmarks.bookmark import Bookmark
from bytescope.core.change import Change, Kind
from bytescope.core.document.document import Document
from bytescope.core.document.patterns import Repeat
from bytescope.core.ranges import ByteRange
from bytescope.core.source.memory import MemorySource

SIZE = 400


class Oracle:
    """The document as a list of things that keep their identity, and bookmarks as sets of them."""

    def __init__(self, size: int) -> None:
        self.cells: list[int] = list(range(size))
        self._next = size

    def fresh(self, count: int) -> list[int]:
        self._next += count
        return list(range(self._next - count, self._next))

    def splice(self, start: int, old: int, new: int) -> None:
        self.cells[start : start + old] = self.fresh(new)

    def move(self, range_: ByteRange, to: int) -> None:
        block = self.cells[range_.start : range_.end]
        del self.cells[range_.start : range_.end]
        at = to if to < range_.start else to - range_.length
        self.cells[at:at] = block

    def range_of(self, members: set[int]) -> ByteRange | None:
        """From the first to the last that is left; None where none is."""
        places = [at for at, cell in enumerate(self.cells) if cell in members]
        return ByteRange(places[0], places[-1] + 1) if places else None


def some_range(rng: random.Random, size: int, longest: int = 40) -> ByteRange:
    start = rng.randint(0, max(0, size - 1))
    return ByteRange(start, min(size, start + rng.randint(1, longest)))


def edit(rng: random.Random, document: Document, oracle: Oracle) -> Change:
    """One random edit on both."""
    size = document.size
    range_ = some_range(rng, size)
    match rng.choice(("insert", "insert", "delete", "write", "fill", "move", "resize", "type")):
        case "insert":
            at, count = rng.randint(0, size), rng.randint(1, 30)
            change = document.insert(at, bytes(count))
            oracle.splice(at, 0, count)
        case "type":
            at = rng.randint(0, size)
            change = document.insert(at, b"x", typing=True)
            oracle.splice(at, 0, 1)
        case "delete":
            change = document.delete(range_)
            oracle.splice(range_.start, range_.length, 0)
        case "write":
            change = document.write(range_.start, b"w" * range_.length)
        case "fill":
            change = document.fill(range_, Repeat(b"f"))
        case "move":
            to = rng.randint(0, size)
            change = document.move_block(range_, to)
            if not range_.start <= to <= range_.end:
                oracle.move(range_, to)
        case _:
            new = max(50, size + rng.randint(-40, 40))
            change = document.resize(new)
            oracle.splice(min(size, new), max(0, size - new), max(0, new - size))
    return change


def positions(book: Book) -> dict[int, tuple[int, int]]:
    return {number: (item.range.start, item.range.end) for number, item in book}


@pytest.mark.parametrize("seed", range(40))
def test_ranges_stay_with_their_bytes(seed: int) -> None:
    rng = random.Random(seed)
    document, oracle, book = Document(MemorySource(bytes(SIZE))), Oracle(SIZE), Book()
    members: dict[int, set[int]] = {}
    for _ in range(30):
        range_ = some_range(rng, SIZE)
        members[book.add(Bookmark(range_))] = set(oracle.cells[range_.start : range_.end])
    for _ in range(25):
        before = positions(book)
        change = edit(rng, document, oracle)
        book.follow(change)
        for number, cells in list(members.items()):
            wanted = oracle.range_of(cells)
            got = book.get(number).range
            if wanted is None:
                assert not got, f"{change}: {before[number]} -> {got}"
                assert got.start <= document.size
                del members[number]  # nothing is left to be told by
                continue
            if change.kind is not Kind.MOVE or wanted.length == len(cells):
                assert got == wanted, f"{change}: {before[number]}"
            members[number] = set(oracle.cells[got.start : got.end])  # also what was put in between


@pytest.mark.parametrize("seed", range(40))
def test_undo_and_redo_bring_all_back_to_where_they_were(seed: int) -> None:
    rng = random.Random(1000 + seed)
    document, book = Document(MemorySource(bytes(SIZE))), Book()
    for _ in range(30):
        range_ = some_range(rng, SIZE)
        book.add(Bookmark(range_ if rng.random() < 0.8 else ByteRange(range_.start, range_.start)))
    known = {0: positions(book)}
    done = 0
    for _ in range(60):
        roll = rng.random()
        if roll < 0.3 and document.index:
            book.follow(document.undo())
        elif roll < 0.5 and document.undone:
            book.follow(document.redo())
        else:
            book.follow(edit(rng, document, Oracle(document.size)))
            known = {step: at for step, at in known.items() if step < document.index}
            known[document.index] = positions(book)
            continue
        assert positions(book) == known[document.index]
        done += 1
    assert done > 5


def test_a_save_and_undo_behind_it_give_the_places_in_the_file() -> None:
    document, book = Document(MemorySource(bytes(SIZE))), Book()
    number = book.add(Bookmark(ByteRange(100, 110)))
    book.follow(document.insert(0, bytes(7)))
    assert book.as_saved().get(number).range == ByteRange(100, 110)
    book.follow(Change(Kind.SAVE, (), 9, document.size, document.size))
    book.follow(document.delete(ByteRange(90, 130)))
    assert not book.get(number).range
    assert book.as_saved().get(number).range == ByteRange(107, 117)
    book.follow(document.undo())
    book.follow(document.undo())
    assert book.get(number).range == ByteRange(100, 110)
    assert book.as_saved().get(number).range == ByteRange(107, 117)


def test_many_replacements_of_another_length_are_one_pass() -> None:
    document, book = Document(MemorySource(bytes(range(256)) * 8)), Book()
    wanted = {}
    for at in range(256):
        wanted[book.add(Bookmark(ByteRange(at * 8 + 5, at * 8 + 7)))] = (at * 10 + 7, at * 10 + 9)
    before = positions(book)
    ranges = [ByteRange(at * 8, at * 8 + 3) for at in range(256)]
    book.follow(document.replace_each(ranges, b"12345"))
    assert positions(book) == wanted
    book.follow(document.undo())
    assert positions(book) == before
    book.follow(document.redo())
    assert positions(book) == wanted


def test_what_a_person_moved_stays_there_when_an_older_edit_is_undone() -> None:
    document, book = Document(MemorySource(bytes(SIZE))), Book()
    moved, removed = book.add(Bookmark(ByteRange(50, 60))), book.add(Bookmark(ByteRange(52, 58)))
    book.follow(document.delete(ByteRange(40, 70)))
    book.replace(moved, Bookmark(ByteRange(10, 20), "elsewhere"))
    book.remove([removed])
    assert book.add(Bookmark(ByteRange(5, 6))) == removed
    book.follow(document.undo())
    assert positions(book) == {moved: (10, 20), removed: (5, 6)}


def test_a_history_that_went_on_without_us_moves_them_all_the_same() -> None:
    document, book = Document(MemorySource(bytes(SIZE))), Book()
    document.insert(0, bytes(10))
    number = book.add(Bookmark(ByteRange(60, 70)))
    book.follow(document.undo())
    assert book.get(number).range == ByteRange(50, 60)
    assert book.as_saved().get(number).range == ByteRange(50, 60)
