"""From state to picture: kinds, marks, borders, folds and the caret of a frame."""

from hypothesis import given
from hypothesis import strategies as st

from bytescope.core.geometry.hex_frame import Back, HexState, Kind, Line, PageBorder, frame_of
from bytescope.core.geometry.hex_grid import HexGrid, Place
from bytescope.core.geometry.hex_window import KNOWN, LOST, MISSING, ByteWindow
from bytescope.core.ranges import ByteRange


def state_of(data, *, columns=16, start=0, size=None, state=None, **more):
    grid = HexGrid(columns, more.pop("group", 1), more.pop("base", "hex"), more.pop("byteorder", "big"))
    grid = grid._replace(size=len(data) if size is None else size)
    window = ByteWindow(start, data, bytes([KNOWN]) * len(data) if state is None else state)
    return HexState(grid=grid, window=window, **{"lines": 10, **more})


def marks(frame, back):
    return [(mark.line, mark.first, mark.end) for mark in frame.marks if mark.back is back]


def test_each_byte_has_the_kind_of_its_class():
    frame = frame_of(state_of(b"\x00\xffA\n\x80"))
    assert frame.kinds[:5] == bytes([Kind.NUL, Kind.ONES, Kind.PRINTABLE, Kind.CONTROL, Kind.HIGH])
    assert set(frame.kinds[5:]) == {Kind.NONE}


def test_only_rows_of_the_document_are_lines():
    frame = frame_of(state_of(bytes(40), lines=10))
    assert frame.lines == (Line(0), Line(1), Line(2))
    assert frame.labels == ("00000000", "00000010", "00000020")


def test_offsets_are_exact_at_sixteen_tebibytes():
    size = 2**44
    frame = frame_of(state_of(b"", size=size, first_row=2**40 - 2))
    assert frame.labels == ("0FFFFFFFFFE0", "0FFFFFFFFFF0")
    assert frame.kinds == bytes([Kind.MISSING]) * 32


def test_missing_and_lost_bytes_are_not_shown_as_values():
    state = bytes([KNOWN, MISSING, LOST, KNOWN])
    frame = frame_of(state_of(b"A\0\0B", state=state, selected=ByteRange(0, 4)))
    assert frame.kinds[:4] == bytes([Kind.SELECTED, Kind.MISSING, Kind.LOST, Kind.SELECTED])
    assert marks(frame, Back.LOST) == [(0, 2, 3)]


def test_edits_and_selection_are_marked_line_by_line():
    frame = frame_of(state_of(bytes(48), edited=(ByteRange(14, 18),), selected=ByteRange(17, 40)))
    assert marks(frame, Back.EDITED) == [(0, 14, 16), (1, 0, 2)]
    assert marks(frame, Back.SELECTION) == [(1, 1, 16), (2, 0, 8)]
    assert frame.kinds[14:18] == bytes([Kind.EDITED] * 3 + [Kind.SELECTED])


@given(st.integers(0, 60), st.integers(0, 60), st.integers(0, 5), st.integers(1, 20))
def test_the_selected_bytes_are_those_with_the_mark(a, b, first_row, columns):
    selected = ByteRange(min(a, b), max(a, b))
    frame = frame_of(state_of(bytes(60), columns=columns, first_row=first_row, selected=selected))
    marked = {
        frame.lines[line].row * columns + column
        for line, first, end in marks(frame, Back.SELECTION)
        for column in range(first, end)
    }
    seen = {line.row * columns + c for line in frame.lines for c in range(columns)}
    assert marked == set(range(selected.start, selected.end)) & seen


def test_the_selected_bytes_are_found_elsewhere():
    data = b"abcd" + bytes(12) + b"xxabcdxx" + bytes(8)
    frame = frame_of(state_of(data, selected=ByteRange(0, 4), needle=b"abcd"))
    assert marks(frame, Back.HIT) == [(1, 2, 6)]


def test_a_run_of_one_value_is_not_looked_for():
    assert marks(frame_of(state_of(bytes(64), selected=ByteRange(0, 4), needle=bytes(4))), Back.HIT) == []


def test_pages_begin_where_they_begin():
    frame = frame_of(state_of(bytes(9000), first_row=255, lines=3))
    assert frame.borders == (PageBorder(1, 0, 1),)
    assert frame.first_page == 0


def test_a_page_may_begin_inside_a_row():
    frame = frame_of(state_of(bytes(9000), columns=10, first_row=408, lines=3))
    assert frame.borders == (PageBorder(1, 6, 1),)


def test_equal_rows_fold_and_the_addresses_behind_them_stay_exact():
    data = bytes(16 * 100) + b"end of the zeros"
    frame = frame_of(state_of(data, fold_rows=1000))
    assert frame.lines == (Line(0), Line(1, 99), Line(100))
    assert frame.labels == ("00000000", "       *", "00000640")
    assert frame.data[32:] == b"end of the zeros"
    assert [frame.line_of(row) for row in (0, 1, 99, 100, 101)] == [0, 1, 1, 2, None]


def test_rows_behind_the_reach_of_folding_are_shown_as_they_are():
    frame = frame_of(state_of(bytes(16 * 100), fold_rows=50))
    assert frame.lines == (Line(0), Line(1, 49), *(Line(row) for row in range(50, 58)))


def test_the_row_of_the_caret_is_not_folded_away():
    frame = frame_of(state_of(bytes(16 * 100), fold_rows=1000, caret=Place(16 * 50 + 3, 0, "bytes")))
    assert frame.lines == (Line(0), Line(1, 49), Line(50), Line(51, 49))
    assert frame.caret is not None
    assert (frame.caret.line, frame.caret.column) == (2, 3)


def test_unknown_rows_do_not_fold():
    frame = frame_of(state_of(bytes(160), state=bytes(160), fold_rows=1000))
    assert frame.lines == tuple(Line(row) for row in range(10))


def test_a_selection_over_folded_rows_marks_their_line():
    frame = frame_of(state_of(bytes(16 * 100), fold_rows=1000, selected=ByteRange(0, 16 * 100)))
    assert marks(frame, Back.SELECTION) == [(0, 0, 16), (1, 0, 16)]


def test_numbers_that_share_digits_are_written_out():
    frame = frame_of(state_of(b"\x01\x00\xff\xff\x05", group=2, base="dec", byteorder="little"))
    assert [(unit.column, unit.text) for unit in frame.units] == [(0, "00001"), (2, "65535"), (4, "  005")]
    assert [unit.kind for unit in frame.units] == [Kind.VALUE, Kind.ONES, Kind.CONTROL]


def test_a_number_with_a_missing_byte_is_not_written():
    state = bytes([KNOWN, MISSING])
    frame = frame_of(state_of(b"\x01\x00", group=2, base="dec", state=state))
    assert frame.units[0].text == "·····"


def test_the_caret_knows_what_it_stands_on():
    frame = frame_of(state_of(b"\x34\x12", group=2, byteorder="little", caret=Place(0, 1, "bytes")))
    assert frame.caret is not None
    assert (frame.caret.digit, frame.caret.bytes_x) == ("2", 1)
    out_of_sight = frame_of(state_of(bytes(1000), first_row=10, lines=2))
    assert out_of_sight.caret is None


def test_the_caret_may_come_from_cells_with_more_digits():
    frame = frame_of(state_of(bytes(16), base="dec", caret=Place(3, 19, "bytes")))
    assert frame.caret is not None
    assert frame.caret.digit == "0"


def test_the_caret_behind_the_last_byte_stands_on_nothing():
    frame = frame_of(state_of(bytes(16), caret=Place(16, 0, "bytes")))
    assert frame.caret is not None
    assert (frame.caret.line, frame.caret.column, frame.caret.value) == (0, 16, None)


def test_the_same_state_makes_the_same_frame():
    state = state_of(bytes(range(100)), selected=ByteRange(3, 9))
    assert frame_of(state) == frame_of(state)


@given(st.lists(st.tuples(st.integers(0, 150), st.integers(1, 40)), max_size=4), st.integers(0, 5))
def test_differing_bytes_are_marked_on_their_lines(runs, first_row):
    different = tuple(ByteRange(start, min(160, start + length)) for start, length in runs if start < 160)
    frame = frame_of(state_of(bytes(range(160)), first_row=first_row, different=different))
    found = {
        frame.lines[line].row * 16 + column
        for line, first, end in marks(frame, Back.DIFFERENT)
        for column in range(first, end)
    }
    assert found == {at for item in different for at in range(item.start, item.end) if at >= first_row * 16}
