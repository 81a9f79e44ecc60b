"""The bytes at hand: what is not here is missing, what is lost stays lost, equal rows are counted right."""

from hypothesis import given
from hypothesis import strategies as st

from bytescope.core.change import Change, Kind
from bytescope.core.geometry.hex_window import KNOWN, LOST, MISSING, ByteWindow, gathered
from bytescope.core.ranges import PAGESIZE, ByteRange
from bytescope.core.source.base import Lost, Reading, Why

DATA = bytes(range(256)) * 64


def nothing(_offset, _length):
    return None


def everything(offset, length):
    return Reading(DATA[offset : offset + length])


def known(start, data):
    return ByteWindow(start, data, bytes([KNOWN]) * len(data))


def test_bytes_that_are_here_are_known():
    window = gathered(ByteRange(100, 300), everything, ByteWindow())
    assert (window.data, window.complete) == (DATA[100:300], True)


def test_bytes_that_are_not_here_are_missing_and_not_zero_bytes():
    window = gathered(ByteRange(100, 300), nothing, ByteWindow())
    assert window.state == bytes(200)
    assert not window.complete


def test_while_waiting_the_bytes_of_the_old_picture_stay():
    old = known(200, DATA[200:300])
    window = gathered(ByteRange(100, 260), nothing, old)
    assert window.data[100:] == DATA[200:260]
    assert window.state == bytes(100) + bytes([KNOWN]) * 60


def test_pages_that_are_here_are_shown_before_the_others():
    def only_second_page(offset, length):
        return (
            everything(offset, length)
            if offset // PAGESIZE == (offset + length - 1) // PAGESIZE == 1
            else None
        )

    window = gathered(ByteRange(4000, 9000), only_second_page, ByteWindow())
    assert window.state == bytes(96) + bytes([KNOWN]) * 4096 + bytes(808)
    assert window.data[96:4192] == DATA[4096:8192]


def test_lost_bytes_are_lost():
    def damaged(offset, length):
        return Reading(bytes(length), (Lost(ByteRange(110, 120), Why.UNREADABLE),))

    window = gathered(ByteRange(100, 130), damaged, ByteWindow())
    assert window.state == bytes([KNOWN] * 10 + [LOST] * 10 + [KNOWN] * 10)


@given(st.integers(0, 40), st.integers(0, 40), st.integers(0, 40), st.integers(0, 40))
def test_a_part_has_the_length_asked_for(start, length, at, wanted):
    window = known(start, DATA[start : start + length])
    data, state = window.part(ByteRange.of(at, wanted))
    assert len(data) == len(state) == wanted
    for i in range(wanted):
        here = start <= at + i < start + length
        assert state[i] == (KNOWN if here else MISSING)
        assert data[i] == (DATA[at + i] if here else 0)


def test_a_change_makes_its_bytes_missing():
    change = Change(Kind.WRITE, (ByteRange(110, 115),), 1, 1000, 1000)
    window = known(100, DATA[100:120]).without(change)
    assert window.state == bytes([KNOWN] * 10 + [MISSING] * 5 + [KNOWN] * 5)


def test_behind_an_insertion_everything_is_missing():
    change = Change(Kind.INSERT, (ByteRange(110, 112),), 1, 1000, 1002)
    window = known(100, DATA[100:120]).without(change)
    assert window.state == bytes([KNOWN] * 10 + [MISSING] * 10)


def test_a_cut_document_leaves_a_shorter_window():
    change = Change(Kind.RESIZE, (ByteRange(105, 1000),), 1, 1000, 105)
    assert known(100, DATA[100:120]).without(change).range == ByteRange(100, 105)


@given(
    st.integers(1, 9),
    st.lists(st.sampled_from([0, 0, 0, 1]), max_size=60),
    st.integers(0, 70),
    st.integers(0, 9),
)
def test_equal_rows_are_counted_as_one_by_one(width, values, unknown, row):
    data = b"".join(bytes([value]) * width for value in values)
    state = bytearray([KNOWN] * len(data))
    if unknown < len(data):
        state[unknown] = MISSING
    window = ByteWindow(0, data, bytes(state))
    naive = 0
    rows = [(data[i : i + width], MISSING in state[i : i + width]) for i in range(0, len(data), width)]
    while row + naive + 1 < len(rows) and rows[row + naive + 1] == rows[row] and not rows[row][1]:
        naive += 1
    assert window.equal_rows(row * width, width) == naive
    before = 0
    if row < len(rows) and not rows[row][1]:
        while before < row and rows[row - before - 1] == rows[row]:
            before += 1
    assert window.equal_rows_before(row * width, width) == before
