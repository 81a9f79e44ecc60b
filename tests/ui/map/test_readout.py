"""The line about a cell."""

import pytest

from bytescope.core.pages.cells import CellFacts
from bytescope.core.pages.classes import PageClass
from bytescope.core.ranges import PAGESIZE, PageRange
from bytescope.core.touched.layers import Layer
from bytescope.ui.map.chips import short_count
from bytescope.ui.map.readout import describe_cell
from bytescope.ui.map.states import phrase


def cell(
    level=0, known=1, majority=PageClass.TEXT, second=PageClass.UNREAD, share=255, entropy=4.531, zeros=0.0
):
    facts = CellFacts.unread(level, 0, 1, 1 << 40)
    facts.known[0], facts.majority[0], facts.second[0], facts.share[0] = known, majority, second, share
    facts.entropy[0], facts.zero_share[0] = entropy, zeros
    return facts


def line(first, end, facts, *states, size=1 << 44):
    return describe_cell(PageRange(first, end), size, facts, 0, states)


def test_one_page():
    text = line(1234, 1235, cell(zeros=0.03), "edited")
    assert text == "Page 1,234 · 0x4D2000–0x4D2FFF · text · entropy 4.53 bits · zeros 3 % · edited"


def test_many_pages_of_which_some_are_known():
    facts = cell(12, 5, second=PageClass.DENSE, share=204, zeros=0.004)
    text = line(4096, 8192, facts, "edited 4,096", "saved 4")
    assert text == (
        "Pages 4,096–8,191 · 0x1000000–0x1FFFFFF · 5 of 4,096 pages read · 80 % ± 35.1 % text, then dense"
        " · entropy 4.53 bits · zeros < 1 % · edited 4,096 · saved 4"
    )


@pytest.mark.parametrize(
    ("known", "facts", "said"),
    [
        (
            16,
            {"majority": PageClass.ZERO},
            "16 of 256 pages read · all zeros: at most 16.5 % non-zero (95 %)",
        ),
        (64, {}, "64 of 256 pages read · all text: at most 4.0 % others (95 %)"),
        (4, {"second": PageClass.LOW, "share": 191}, "4 of 256 pages read · 75 % text, then structured"),
        (256, {"second": PageClass.LOW, "share": 191}, "75 % text, then structured"),
        (16, {"majority": PageClass.HOLE}, "16 of 256 pages read · 100 % hole"),
    ],
)
def test_how_sure_a_sampled_cell_is(known, facts, said):
    text = line(0, 256, cell(8, known, **facts))
    assert said in text
    assert ("±" in text) == ("±" in said)
    assert ("at most" in text) == ("at most" in said)


def test_the_last_page_ends_with_the_document():
    assert "0x1000–0x1009 " in line(1, 2, cell(), size=PAGESIZE + 10)


@pytest.mark.parametrize("facts", [None, cell(known=0, majority=PageClass.UNREAD)])
def test_what_is_not_known_is_said(facts):
    assert line(0, 1, facts) == "Page 0 · 0x0–0xFFF · not read yet"


def test_lost_pages_have_no_values():
    assert line(0, 1, cell(majority=PageClass.GONE)) == "Page 0 · 0x0–0xFFF · gone"
    assert "has pages that are unreadable" in line(0, 16, cell(4, 16, PageClass.ERROR))


@pytest.mark.parametrize(
    ("share", "text"), [(0.0, "0 %"), (0.001, "< 1 %"), (0.5, "50 %"), (0.999, "> 99 %"), (1.0, "100 %")]
)
def test_almost_all_is_not_all(share, text):
    assert line(0, 1, cell(zeros=share)).endswith(f"zeros {text}")


@pytest.mark.parametrize(
    ("layer", "count", "of", "text"),
    [
        (Layer.RESIDENT, 12, 256, "resident 12 of 256"),
        (Layer.DIRTY, 3, 256, "kernel-dirty 3 (whole folios)"),
        (Layer.EDITED, 4096, 8192, "edited 4,096"),
        (Layer.RESIDENT, 1, 1, "resident"),
        (Layer.DIRTY, 1, 1, "kernel-dirty (whole folios)"),
    ],
)
def test_states_are_told_with_their_numbers(layer, count, of, text):
    assert phrase(layer, count, of) == text


@pytest.mark.parametrize(
    ("count", "text"),
    [
        (0, "0"),
        (99_999, "99,999"),
        (123_456, "123.5 k"),
        (999_999, "1.0 M"),
        (268_435_456, "268.4 M"),
        (2**32, "4.3 G"),
    ],
)
def test_counts_are_short(count, text):
    assert short_count(count) == text


def test_a_page_of_data_among_holes_is_told():
    facts = cell(14, 1 << 14, PageClass.HOLE, PageClass.TEXT)
    assert "> 99 % hole, then text" in line(0, 1 << 14, facts)
