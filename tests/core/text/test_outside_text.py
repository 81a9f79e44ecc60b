"""Sentences about changes from outside, and bytes of versions side by side."""

import pytest

from bytescope.core.ranges import ByteRange, PageRange
from bytescope.core.source.base import Lost, Reading, Why
from bytescope.core.source.identity import Outside
from bytescope.core.text.outside_text import Happening, pages_text, question, sentence
from bytescope.core.text.side_by_side import rows


@pytest.mark.parametrize(
    ("runs", "count", "pages", "text"),
    [
        (((12, 13),), 1, 1, "page 12"),
        (((12, 15), (90, 91)), 2, 4, "pages 12–14 and 90"),
        (((1, 2), (3, 4), (5, 6), (7, 8)), 11, 31, "pages 1, 3, 5, 7 and 7 more runs (31 pages in all)"),
        (((1000, 3000),), 1, 2000, "pages 1,000–2,999"),
    ],
)
def test_pages_are_named(runs, count, pages, text):
    assert pages_text([PageRange(*run) for run in runs], count, pages) == text


def test_what_is_not_known_is_said_to_be_so():
    what = Happening("a", Outside.CONTENT, read=0, unread=1204)
    assert sentence(what) == (
        "“a” was changed by another program; which pages is not known. 1,204 pages had not been read."
    )
    touched = Happening("a", Outside.CONTENT, read=10, unread=1)
    assert sentence(touched).endswith("but not in what had been read. 1 page had not been read.")


def test_a_replacement_tells_what_differs():
    same = Happening("a", Outside.REPLACED, read=10)
    assert sentence(same).endswith("The 10 pages that had been read are the same in both.")
    other = same._replace(changed=(PageRange(1, 3),), runs=1, pages=2, mine=2)
    assert sentence(other).endswith("Pages 1–2 differ; all of them have your edits.")


def test_the_question_says_what_each_answer_does():
    what = Happening("a", Outside.CONTENT, changed=(PageRange(3, 4),), runs=1, pages=1, unsaved=1)
    assert question(what, "", 2, True, True) == (
        "“a” was changed by another program. Page 3 changed. Your unsaved edits (1 page) are kept. "
        "So nothing was written. Save Mine writes your edits over it. Reload Theirs shows what is there now, "
        "which drops your 2 unsaved steps."
    )
    assert question(None, "Because.", 0, False, False) == "Because."


def test_rows_that_differ_stand_with_their_neighbours():
    mine, theirs = bytearray(range(160)), bytearray(range(160))
    theirs[83] ^= 1
    found = rows(0x1000, [Reading(bytes(mine)), Reading(bytes(theirs))])
    assert [row.offset for row in found] == [0x1040, 0x1050, 0x1060]
    assert [row.skipped for row in found] == [4, 0, 0]
    assert [sorted(row.marked) for row in found] == [[], [3], []]
    assert found[1].cells[0][3] == "53"


def test_lost_bytes_and_missing_ones_are_never_zeros():
    lost = (Lost(ByteRange(0x1002, 0x1004), Why.GONE),)
    (row,) = rows(0x1000, [Reading(bytes(8), lost), Reading(bytes(6))])
    assert row.cells[0] == ("00", "00", "??", "??", "00", "00", "00", "00", *["  "] * 8)
    assert sorted(row.marked) == [2, 3, 6, 7]
