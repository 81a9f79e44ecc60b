"""The hex grid: what is drawn at a place is what is hit there, and digits mean what they show."""

from itertools import pairwise

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from bytescope.core.geometry.hex_grid import (
    RADIX,
    HexGrid,
    Place,
    columns_that_fit,
    digits_for,
    digits_text,
    offset_digits,
    with_digit,
)

BASES = st.sampled_from(["hex", "dec", "oct", "bin"])
ORDERS = st.sampled_from(["little", "big"])
INSIDE = st.floats(0, 0.99)
SIZES = st.one_of(st.integers(0, 200), st.integers(0, 2**60))


@st.composite
def grids(draw, sizes=SIZES):
    group = draw(st.sampled_from([1, 2, 4, 8]))
    columns = group * draw(st.integers(1, 24))
    return HexGrid(columns, group, draw(BASES), draw(ORDERS), draw(sizes))


@st.composite
def grids_with_offset(draw):
    grid = draw(grids(SIZES.filter(bool)))
    return grid, draw(st.integers(0, grid.size - 1))


@given(grids_with_offset(), st.integers(0, 100), INSIDE)
def test_a_digit_is_hit_where_it_is_drawn(grid_offset, digit, inside):
    grid, offset = grid_offset
    offset = grid.cell_of(offset).start
    digit = max(grid.first_digit(offset), digit % grid.digits_per_cell)
    place = Place(offset, digit, "bytes")
    assert grid.hit_test(grid.caret_x(place) + inside, grid.row_of(offset)) == place


@given(grids_with_offset(), INSIDE)
def test_a_character_is_hit_where_it_is_drawn(grid_offset, inside):
    grid, offset = grid_offset
    place = Place(offset, 0, "text")
    assert grid.hit_test(grid.caret_x(place) + inside, grid.row_of(offset)) == place


@given(grids(), st.sampled_from(["bytes", "text"]))
def test_the_end_of_the_document_can_be_hit(grid, column):
    end = Place(grid.size, 0, column)
    last = grid.cell_of(max(0, grid.size - 1)).start
    assert grid.hit_test(grid.caret_x(end) + 0.4, grid.row_of(grid.size)).offset in (grid.size, last)
    assert grid.hit_test(10_000, grid.row_of(grid.size)).offset in (grid.size, grid.rows * grid.columns)


@given(grids(), st.floats(-50, 3000), st.integers(0, 2**60))
def test_whatever_is_hit_is_a_place_of_the_document(grid, x, row):
    place = grid.hit_test(x, row)
    assert 0 <= place.offset <= grid.size
    assert 0 <= place.digit < grid.digits_per_cell


@given(grids_with_offset())
def test_rows_and_columns_give_the_offset_back(grid_offset):
    grid, offset = grid_offset
    row, column = grid.row_of(offset), grid.column_of(offset)
    assert (row, column) == divmod(offset, grid.columns)
    assert grid.offset_at(row, column) == offset
    assert offset in grid.row_range(row)
    assert 0 <= row < grid.rows


@given(grids())
def test_digits_do_not_overlap_and_end_before_the_text(grid):
    taken = set()
    step = 1 if grid.bytewise else grid.group
    for column in range(0, grid.columns, step):
        places = range(grid.byte_x(column), grid.byte_x(column) + grid.byte_width())
        assert taken.isdisjoint(places)
        taken.update(places)
    assert max(taken) == grid.bytes_width - 1 < grid.text_start


@given(grids())
def test_units_stand_in_order_with_a_gap(grid):
    starts = [grid.unit_x(column) for column in range(0, grid.columns, grid.group)]
    assert all(b - a > grid.digits_per_unit for a, b in pairwise(starts))


def test_a_full_last_row_holds_the_end_as_well():
    grid = HexGrid(16, size=32)
    assert grid.rows == 2
    assert (grid.row_of(32), grid.column_of(32)) == (1, 16)
    assert grid.caret_x(Place(32, 0, "bytes")) == grid.bytes_width + 1


def test_an_empty_document_has_one_row():
    grid = HexGrid(16)
    assert grid.rows == 1
    assert grid.hit_test(20, 5) == Place(0, 0, "bytes")


def test_sixteen_tebibytes_have_exact_rows():
    grid = HexGrid(16, size=2**44)
    assert grid.rows == 2**40
    assert grid.offset_at(2**40 - 1, 15) == 2**44 - 1


def test_little_endian_words_stand_with_the_high_byte_first():
    grid = HexGrid(16, 2, "hex", "little", 100)
    assert (grid.byte_x(0), grid.byte_x(1), grid.byte_x(2)) == (2, 0, 7)
    assert grid.cell_bytes == 2


def test_a_short_last_word_stands_to_the_right():
    grid = HexGrid(16, 2, "hex", "little", 3)
    assert grid.first_digit(2) == 2
    assert grid.hit_test(5.2, 0) == Place(2, 2, "bytes")


def test_a_wider_gap_stands_after_eight_bytes():
    grid = HexGrid(16, size=100)
    assert grid.byte_x(8) - grid.byte_x(7) == 4
    assert HexGrid(16, 8, size=100).unit_x(8) == 17


@pytest.mark.parametrize(("base", "digits"), [("hex", 16), ("dec", 20), ("oct", 22), ("bin", 64)])
def test_eight_bytes_need_these_digits(base, digits):
    assert digits_for(8, base) == digits
    assert len(digits_text(2**64 - 1, 8, base)) == digits


@given(st.binary(min_size=1, max_size=8), BASES, ORDERS, st.integers(0, 63), st.integers(0, 15))
def test_a_typed_digit_stands_where_it_was_typed(data, base, order, index, digit):
    index %= digits_for(len(data), base)
    digit %= RADIX[base]
    new = with_digit(data, index, digit, base, order)
    before = digits_text(int.from_bytes(data, order), len(data), base)
    if new is None:
        assert int(before[:index] + str(digit) + "0" * (len(before) - index - 1), RADIX[base]) >= 256 ** len(
            data
        )
        return
    after = digits_text(int.from_bytes(new, order), len(data), base)
    assert int(after[index], 16) == digit
    assert after[:index] == before[:index]
    assert after[index + 1 :] in (before[index + 1 :], "0" * (len(before) - index - 1))


def test_a_digit_that_does_not_fit_clears_those_behind_it_or_is_refused():
    assert with_digit(b"\xc7", 0, 2, "dec", "big") == bytes([200])
    assert with_digit(b"\xc7", 0, 3, "dec", "big") is None
    assert with_digit(b"\x34\x12", 0, 0xA, "hex", "little") == b"\x34\xa2"


@given(st.integers(0, 3000), st.sampled_from([1, 2, 4, 8]), BASES)
def test_the_columns_fit_and_twice_as_many_do_not(width, group, base):
    columns = columns_that_fit(width, group, base)
    assert columns & (columns - 1) == 0
    assert columns == group or HexGrid(columns, group, base).width <= width
    assert HexGrid(columns * 2, group, base).width > width


@given(SIZES, st.sampled_from(["hex", "dec", "oct"]))
def test_every_offset_fits_its_digits(size, base):
    assert len(digits_text(size, 8, base).lstrip("0")) <= offset_digits(size, base)


def test_a_grid_whose_columns_cut_a_group_is_refused():
    with pytest.raises(ValueError):
        HexGrid(10, 4)


@given(grids_with_offset())
def test_cells_divide_the_document(grid_offset):
    grid, offset = grid_offset
    cell = grid.cell_of(offset)
    assert offset in cell
    assume(cell.end < grid.size)
    assert grid.cell_of(cell.end).start == cell.end


@given(grids(), st.data())
def test_spans_cover_the_digits_of_their_bytes_and_of_no_other(grid, data):
    first = data.draw(st.integers(0, grid.columns))
    end = data.draw(st.integers(first, grid.columns))
    covered = {x for start, width in grid.spans_x(first, end) for x in range(start, start + width)}
    for column in range(grid.columns):
        digits = set(range(grid.byte_x(column), grid.byte_x(column) + grid.byte_width()))
        if first <= column < end:
            assert digits <= covered
        elif grid.bytewise:
            assert not digits & covered
