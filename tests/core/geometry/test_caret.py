"""The caret against a naive one that walks a list of all cells."""

from hypothesis import given
from hypothesis import strategies as st

from bytescope.core.geometry.caret import Caret, Move
from bytescope.core.geometry.hex_grid import HexGrid


@st.composite
def grids(draw):
    group = draw(st.sampled_from([1, 2, 4, 8]))
    return HexGrid(
        group * draw(st.integers(1, 24 // group)),
        group,
        draw(st.sampled_from(["hex", "dec", "oct", "bin"])),
        draw(st.sampled_from(["little", "big"])),
        draw(st.integers(0, 130)),
    )


@st.composite
def carets(draw):
    grid = draw(grids())
    column = draw(st.sampled_from(["bytes", "text"]))
    offset = draw(st.integers(0, grid.size))
    digit = draw(st.integers(0, grid.digits_per_cell - 1)) if column == "bytes" and offset < grid.size else 0
    return grid, Caret(offset, digit, column)


def starts(grid, step):
    """Where cells begin: every ``step`` bytes from the start of each row, and the end."""
    return [at for at in range(grid.size) if at % grid.columns % step == 0] + [grid.size]


def naive(grid, caret, step):
    """Offsets to the left and right of the caret, from the list of all starts."""
    places = starts(grid, step)
    here = caret.offset
    inside = here not in places or (caret.digit and caret.column == "bytes")
    left = max((p for p in places if p <= here), default=0) if inside else None
    if left is None:
        left = max((p for p in places if p < here), default=0)
    return left, min((p for p in places if p > here), default=grid.size)


@given(carets())
def test_left_and_right_go_to_the_neighbouring_cell(grid_caret):
    grid, caret = grid_caret
    step = grid.cell_bytes if caret.column == "bytes" else 1
    left, right = naive(grid, caret, step)
    assert caret.moved(Move.LEFT, grid) == Caret(left, 0, caret.column)
    assert caret.moved(Move.RIGHT, grid) == Caret(right, 0, caret.column)


@given(carets())
def test_with_control_they_go_by_group(grid_caret):
    grid, caret = grid_caret
    step = grid.group if grid.group > 1 else min(8, grid.columns)
    left, right = naive(grid, caret, step)
    assert caret.moved(Move.GROUP_LEFT, grid).offset == left
    assert caret.moved(Move.GROUP_RIGHT, grid).offset == right


@given(carets(), st.integers(1, 5), st.sampled_from([Move.UP, Move.DOWN, Move.PAGE_UP, Move.PAGE_DOWN]))
def test_up_and_down_go_by_rows(grid_caret, page, move):
    grid, caret = grid_caret
    by = page if move in (Move.PAGE_UP, Move.PAGE_DOWN) else 1
    target = grid.row_of(caret.offset) + (by if move in (Move.DOWN, Move.PAGE_DOWN) else -by)
    target = min(max(target, 0), grid.rows - 1)
    moved = caret.moved(move, grid, page)
    assert grid.row_of(moved.offset) == target
    assert moved.column == caret.column
    column = grid.column_of(caret.offset)
    if column < grid.columns and target * grid.columns + column <= grid.size:
        assert moved.offset == target * grid.columns + column


@given(carets(), st.booleans(), st.booleans())
def test_the_ends_of_rows_and_document(grid_caret, insert, extend):
    grid, caret = grid_caret
    row = grid.row_range(grid.row_of(caret.offset))
    assert caret.moved(Move.START, grid).offset == 0
    assert caret.moved(Move.HOME, grid).offset == row.start
    end = caret.moved(Move.END, grid, insert=insert, extend=extend).offset
    finish = caret.moved(Move.FINISH, grid, insert=insert, extend=extend).offset
    if extend:
        assert (end, finish) == (row.end, grid.size)
    elif grid.size:
        cell = grid.cell_of(grid.size - 1).start if caret.column == "bytes" else grid.size - 1
        assert finish == (grid.size if insert else cell)
        assert row.start <= end <= row.end


@given(carets(), st.lists(st.sampled_from(list(Move)), max_size=30))
def test_no_walk_leaves_the_document(grid_caret, moves):
    grid, caret = grid_caret
    for move in moves:
        caret = caret.moved(move, grid, 3)
        assert 0 <= caret.offset <= grid.size
        assert 0 <= caret.digit < grid.digits_per_cell


def test_typing_walks_the_digits_then_the_cells():
    grid = HexGrid(16, size=2)
    at = Caret(0)
    walk = [at := at.typed(grid) for _ in range(5)]
    assert [(c.offset, c.digit) for c in walk] == [(0, 1), (1, 0), (1, 1), (2, 0), (2, 1)]


def test_typing_into_a_short_last_word_skips_its_missing_digits():
    grid = HexGrid(16, 2, "hex", "little", 3)
    assert Caret(2).typed(grid) == Caret(2, 3)
    assert Caret(2, 3).typed(grid) == Caret(3)


def test_left_inside_a_cell_goes_to_its_first_digit():
    assert Caret(5, 1).moved(Move.LEFT, HexGrid(16, size=32)) == Caret(5)


def test_tab_keeps_the_byte():
    assert Caret(7, 1, "bytes").switched() == Caret(7, 0, "text")
    assert Caret(7, 0, "text").switched() == Caret(7, 0, "bytes")


def test_before_a_row_comes_the_last_short_step_of_the_row_above():
    grid = HexGrid(10, size=40)
    assert Caret(10).moved(Move.GROUP_LEFT, grid) == Caret(8)
    assert Caret(8).moved(Move.GROUP_RIGHT, grid) == Caret(10)
