"""Four texts for one range stay in step."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bytescope.core.ranges import ByteRange
from bytescope.core.text.numbers import Names
from bytescope.ui.widgets.range_fields import BOXES, LARGEST, RangeFields

SIZE = 10 * 4096 + 100
NAMES = Names(size=SIZE, start=4096, end=8192, page=2, sel=4096, cursor=1000)


@pytest.fixture
def fields():
    return RangeFields(NAMES, ByteRange(4096, 8192), SIZE)


def test_begins_with_the_range(fields):
    assert fields.texts == {"start": "0x1000", "end": "0x2000", "length": "0x1000", "pages": "1"}
    assert fields.value() == ByteRange(4096, 8192)


def test_start_moves_the_range_until_an_end_is_typed(fields):
    fields.edit("start", "0")
    assert fields.value() == ByteRange(0, 4096)
    assert fields.texts["start"] == "0"
    assert fields.texts["end"] == "0x1000"


def test_an_end_that_was_typed_stays(fields):
    fields.edit("end", "0x3000")
    fields.edit("start", "0x2800")
    assert fields.value() == ByteRange(0x2800, 0x3000)
    assert fields.texts["length"] == "0x800"


def test_a_length_that_was_typed_stays(fields):
    fields.edit("end", "0x3000")
    fields.edit("length", "16")
    fields.edit("start", "8")
    assert fields.value() == ByteRange(8, 24)
    assert fields.texts["pages"] == "0"


@pytest.mark.parametrize(("first", "second"), [("start", "end"), ("end", "start")])
def test_start_and_end_in_either_order(fields, first, second):
    texts = {"start": "4", "end": "8"}
    fields.edit(first, texts[first])
    fields.edit(second, texts[second])
    assert fields.value() == ByteRange(4, 8)


@pytest.mark.parametrize("text", ["4–7", "4-7", " 4 - 7 ", "p4-p7", "p4..p8", "page 4 – page 7", "0x4-0x7"])
def test_pages(fields, text):
    fields.edit("pages", text)
    assert fields.value() == ByteRange(4 * 4096, 8 * 4096)
    assert fields.texts["length"] == "0x4000"
    assert fields.said("pages") == "4 pages"


def test_one_page_and_the_short_last_page(fields):
    fields.edit("pages", "10")
    assert fields.value() == ByteRange(10 * 4096, SIZE)
    assert fields.said("pages") == "1 page"


def test_pages_in_part_are_said(fields):
    fields.edit("start", "1")
    fields.edit("end", "4097")
    assert fields.texts["pages"] == "0–1"
    assert fields.said("pages") == "2 pages, in part"


@pytest.mark.parametrize("text", ["11", "7-4", "-1", "4-11", "x"])
def test_pages_that_are_none(fields, text):
    fields.edit("pages", text)
    assert fields.problem().startswith("Pages, ")
    assert fields.value() is None


@pytest.mark.parametrize(
    ("box", "text", "says"),
    [
        ("start", "foo", "Start, character 1: “foo”"),
        ("start", "1 + ", "Start, character 5: "),
        ("start", "", "Start, Type a number"),
        ("start", "0-1", "Start: the range begins before"),
        ("start", "size+1", "Start: 0xA065 is past the end; the document's size is 41,060 bytes (0xA064)."),
        ("end", "size+1", "End: 0xA065 is past the end"),
        ("end", "1", "End: 0x1 is before the start 0x1000"),
        ("end", "0x1000", "Length: the range is empty"),
        ("length", "0", "Length: the range is empty"),
        ("length", "-1", "Length, a length is 0 or more"),
        ("length", "size", "End: 0xB064 is past the end"),
    ],
)
def test_the_problem_names_the_box(fields, box, text, says):
    fields.edit(box, text)
    assert fields.problem().startswith(says)
    assert fields.value() is None


def test_a_fault_goes_when_it_is_mended(fields):
    fields.edit("start", "0x")
    fields.edit("start", "0x1")
    assert fields.problem() == ""


def test_a_fault_in_one_box_goes_when_another_rewrites_it(fields):
    fields.edit("length", "?")
    fields.edit("end", "0x3000")
    assert fields.problem() == ""
    assert fields.texts["length"] == "0x2000"


def test_signs_count_from_the_cursor_but_not_in_a_length(fields):
    fields.edit("start", "+24")
    fields.edit("end", "<100")
    assert fields.value() == ByteRange(1024, SIZE - 100)
    fields.edit("length", "+5")
    assert fields.value() == ByteRange(1024, 1029)


def test_growing_may_reach_past_the_end_but_not_begin_there(fields):
    fields.growing = True
    fields.edit("start", "size")
    fields.edit("length", "1Gi")
    assert fields.value() == ByteRange(SIZE, SIZE + (1 << 30))
    fields.edit("length", str(LARGEST))
    assert fields.problem().startswith("End: ")
    fields.edit("start", "size+1")
    assert fields.problem().startswith("Start: ")


def test_an_empty_document_has_no_range():
    fields = RangeFields(Names(0), ByteRange(0, 0), 0)
    assert fields.problem().startswith("Length: the range is empty")


EDITS = st.lists(
    st.tuples(
        st.sampled_from(BOXES),
        st.one_of(st.integers(-5, SIZE + 5000).map(str), st.text(alphabet="0123456789+-x–p .", max_size=8)),
    ),
    max_size=6,
)


@given(EDITS)
def test_after_any_edits_the_texts_mean_the_value(edits):
    fields = RangeFields(NAMES, ByteRange(4096, 8192), SIZE)
    for box, text in edits:
        fields.edit(box, text)
        assert fields.texts[box] == text
    value = fields.value()
    if value is None:
        assert fields.problem()
        return
    assert value.end <= SIZE
    for box in ("start", "end"):
        again = RangeFields(NAMES, value, SIZE)
        again.edit("end", fields.texts["end"])
        again.edit(box, fields.texts[box])
        assert again.value() == value
