"""Whose change a page is: mine, theirs, both; counted byte for byte where both versions are known."""

import os

import pytest

from bytescope.core.document.document import Document
from bytescope.core.document.patterns import Repeat
from bytescope.core.errors import Cancelled
from bytescope.core.pages import twin
from bytescope.core.pages.examine import examine
from bytescope.core.pages.units import Step, Unit
from bytescope.core.ranges import PAGESIZE, ByteRange, PageRange, page_count
from bytescope.core.source.opening import open_file
from bytescope.core.ticket import Ticket
from bytescope.core.touched.comparing import compare
from bytescope.core.touched.differences import Sides, Whose, differences
from bytescope.core.touched.file_prints import FilePrints, seen_in
from helpers.files import noise_bytes, sparse_file

PAGES = 40


class Open:
    """A file that was read from first to last, a document over it, and what is remembered of it."""

    def __init__(self, path, read=True):
        self.path = path
        self.file = open_file(bytes(path))
        self.document = Document(self.file)
        self.prints = FilePrints(self.file.size, self.file.size)
        if read:
            snapshot = self.document.snapshot()
            unit = Unit(Step.PAGES, PageRange(0, page_count(snapshot.size)))
            self.prints.saw(seen_in(examine(snapshot, unit, twin.measure, patience=60)[0], snapshot))

    def write_theirs(self, page, data=b"theirs"):
        with self.path.open("r+b") as file:
            file.seek(page * PAGESIZE)
            file.write(data)

    def compare(self):
        everything = PageRange(0, self.prints.file.page_count)
        found = compare(self.file, self.prints.file.stretches(everything), Ticket())
        self.prints.take(found.pages, found.changed)
        return found

    def rows(self, **limits):
        theirs = open_file(bytes(self.path))
        original = None if theirs.opened.same_file(self.file.opened) else self.file
        edited = self.document.snapshot().edited(ByteRange(0, self.document.size))
        known = self.prints.within(edited, 1 << 20)
        sides = Sides(self.document.snapshot(), theirs, known, self.prints.changed, self.prints.old, original)
        found = differences(sides, Ticket(), **limits)
        theirs.close()
        return [(row.pages.first, row.pages.end, row.whose, row.differing) for row in found.rows], found.left


@pytest.fixture
def opened(tmp_path):
    path = tmp_path / "a.img"
    path.write_bytes(noise_bytes(PAGES * PAGESIZE - 100))
    made = Open(path)
    yield made
    made.file.close()


def test_each_page_is_told_by_whose_change_it_is(opened):
    opened.document.write(3 * PAGESIZE, b"\x01\x02")
    opened.document.write(5 * PAGESIZE + 100, b"mine and theirs")
    for page in (5, 8, 9):
        opened.write_theirs(page)
    assert list(opened.compare().changed) == [PageRange(5, 6), PageRange(8, 10)]
    rows, left = opened.rows()
    assert [row[:3] for row in rows] == [
        (3, 4, Whose.MINE),
        (5, 6, Whose.BOTH),
        (8, 10, Whose.THEIRS),
    ]
    assert [row[3] for row in rows] == [2, 15, None]
    assert left == 0


def test_bytes_that_others_changed_are_counted_where_the_old_ones_are_at_hand(opened):
    old = opened.document.snapshot().read(8 * PAGESIZE, PAGESIZE)
    opened.write_theirs(8, bytes(byte ^ 0xFF for byte in old.data[:7]))
    opened.compare()
    opened.prints.keep_old([(8 * PAGESIZE, old)], 10)
    assert opened.rows()[0] == [(8, 9, Whose.THEIRS, 7)]


def test_an_edit_of_a_page_that_was_never_read_is_said_to_be_unsure(tmp_path):
    path = tmp_path / "b.img"
    path.write_bytes(noise_bytes(4 * PAGESIZE))
    opened = Open(path, read=False)
    opened.document.write(PAGESIZE, b"\x00\x00\x00\x00")
    ((first, end, whose, _),), _ = opened.rows()
    assert (first, end, whose) == (1, 2, Whose.UNSURE)
    opened.file.close()


def test_an_edit_that_gives_what_is_there_is_no_difference(opened):
    opened.document.write(PAGESIZE, opened.path.read_bytes()[PAGESIZE : PAGESIZE + 50])
    assert opened.rows() == ([], 0)


def test_another_file_in_its_place_is_compared_byte_for_byte(opened):
    data = bytearray(opened.path.read_bytes())
    data[2 * PAGESIZE] ^= 1
    data[6 * PAGESIZE] ^= 1
    other = opened.path.with_suffix(".new")
    other.write_bytes(data + bytes(1000))
    other.rename(opened.path)
    opened.document.write(6 * PAGESIZE + 1, bytes([data[6 * PAGESIZE + 1] ^ 1]))
    opened.document.write(7 * PAGESIZE, bytes([data[7 * PAGESIZE] ^ 1]))
    rows, _ = opened.rows()
    assert [row[:3] for row in rows][:3] == [
        (2, 3, Whose.THEIRS),
        (6, 7, Whose.BOTH),
        (7, 8, Whose.MINE),
    ]
    assert [row[3] for row in rows][:3] == [1, 2, 1]


def test_a_fill_of_a_terabyte_is_compared_up_to_a_limit(tmp_path):
    path = sparse_file(tmp_path / "t.img", 1 << 40)
    opened = Open(path)
    opened.document.fill(ByteRange(0, 1 << 40), Repeat(b"\x11"))
    rows, left = opened.rows(most_pages=1000)
    assert rows == [(0, 1000, Whose.MINE, 1000 * PAGESIZE)]
    assert left == (1 << 28) - 1000
    opened.file.close()


def test_a_comparison_can_be_stopped(opened):
    ticket = Ticket()
    ticket.cancelled = True
    with pytest.raises(Cancelled):
        compare(opened.file, opened.prints.file.stretches(PageRange(0, PAGES)), ticket)


def test_pages_that_are_gone_are_lost_and_not_changed(opened):
    os.truncate(opened.path, 10 * PAGESIZE + 5)
    found = opened.compare()
    assert not found.changed
    assert list(found.lost) == [PageRange(10, PAGES)]
    assert list(found.same) == [PageRange(0, 10)]


def test_fingerprints_of_edited_pages_become_those_of_the_file_with_a_save():
    prints = FilePrints(10 * PAGESIZE, 10 * PAGESIZE)
    import numpy as np

    from bytescope.core.touched.file_prints import Seen

    prints.saw([Seen(PageRange(0, 10), np.arange(1, 11, dtype=np.uint32), True)])
    prints.edit([ByteRange.of(3 * PAGESIZE, 5)], 10 * PAGESIZE)
    prints.saw([Seen(PageRange(3, 4), np.array([77], np.uint32), False)])
    prints.save([ByteRange.of(3 * PAGESIZE, 5)], 10 * PAGESIZE)
    assert prints.file.get(PageRange(0, 10)).tolist() == [1, 2, 3, 77, 5, 6, 7, 8, 9, 10]
    assert not prints.saw([Seen(PageRange(3, 4), np.array([77], np.uint32), True)])
    assert prints.saw([Seen(PageRange(4, 5), np.array([1], np.uint32), True)])
    assert list(prints.changed) == [PageRange(4, 5)]
    prints.wrote([ByteRange.of(4 * PAGESIZE, 1)])
    assert not prints.changed
