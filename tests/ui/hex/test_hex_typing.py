"""Keys that change bytes: digits in every base, characters, insertions and deletions."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QApplication

from bytescope.core.ranges import ByteRange
from bytescope.core.source.access import Access
from bytescope.core.source.opening import open_file

Key = Qt.Key


def test_digits_replace_the_bytes_under_the_caret(show, qtbot):
    bench = show(bytes(8))
    qtbot.keyClicks(bench.view, "DEadbe")
    assert bench.data == b"\xde\xad\xbe" + bytes(5)
    assert (bench.selection.caret, bench.selection.digit) == (3, 0)


def test_the_picture_shows_a_typed_digit_at_once(show, qtbot):
    bench = show(bytes(64))
    qtbot.keyClicks(bench.view, "A")
    assert bench.view.frame.data[0] == 0xA0


def test_letters_that_are_no_digits_do_nothing(show, qtbot):
    bench = show(bytes(8))
    qtbot.keyClicks(bench.view, "gxz!")
    assert not bench.session.document.modified


def test_typing_is_one_step_to_undo(show, qtbot):
    bench = show(bytes(8))
    qtbot.keyClicks(bench.view, "112233")
    bench.session.undo()
    assert bench.data == bytes(8)


def test_the_digit_that_stands_there_already_is_no_edit(show, qtbot):
    bench = show(b"\xab")
    qtbot.keyClicks(bench.view, "ab")
    assert not bench.session.document.modified
    assert bench.selection.caret == 1


def test_nothing_is_written_behind_the_end_in_overwrite_mode(show, qtbot):
    bench = show(bytes(2))
    qtbot.keyClicks(bench.view, "11223")
    assert bench.data == b"\x11\x22"
    assert "insert mode" in bench.told[0]


def test_insert_mode_inserts_a_byte_for_two_digits(show, qtbot):
    bench = show(b"\xff\xff")
    qtbot.keyClick(bench.view, Key.Key_Insert)
    qtbot.keyClicks(bench.view, "1234")
    assert bench.data == b"\x12\x34\xff\xff"
    assert bench.selection.caret == 2


def test_insert_mode_appends_at_the_end(show, qtbot):
    bench = show(b"\xff")
    qtbot.keyClick(bench.view, Key.Key_Insert)
    qtbot.keyClick(bench.view, Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(bench.view, "12")
    assert bench.data == b"\xff\x12"


def test_little_endian_words_are_typed_as_they_are_read(show, qtbot):
    bench = show(bytes(8), group=2, byteorder="little")
    qtbot.keyClicks(bench.view, "12345678")
    assert bench.data == b"\x34\x12\x78\x56" + bytes(4)


@pytest.mark.parametrize(
    ("base", "typed", "data"),
    [
        ("dec", "255007", b"\xff\x07"),
        ("oct", "377010", b"\xff\x08"),
        ("bin", "1010010100000001", b"\xa5\x01"),
    ],
)
def test_other_bases_are_typed_digit_by_digit(show, qtbot, base, typed, data):
    bench = show(bytes(2), base=base)
    qtbot.keyClicks(bench.view, typed)
    assert bench.data == data


def test_a_decimal_above_255_is_refused_quietly(show, qtbot):
    bench = show(bytes([7]), base="dec")
    qtbot.keyClicks(bench.view, "3")
    assert bench.data == b"\x07"
    assert bench.told == []
    assert bench.selection.digit == 0


def test_decimal_words_are_typed_as_one_number(show, qtbot):
    bench = show(bytes(4), base="dec", group=2, byteorder="big")
    qtbot.keyClicks(bench.view, "6553400258")
    assert bench.data == b"\xff\xfe\x01\x02"


def test_characters_are_written_in_the_encoding_of_the_view(show, qtbot):
    bench = show(bytes(8), encoding="cp037")
    bench.session.set_caret(1, column="text")
    qtbot.keyClicks(bench.view, "Hi")
    assert bench.data == b"\0" + "Hi".encode("cp037") + bytes(5)


def test_a_character_of_several_bytes_comes_from_an_input_method(show, qtbot):
    bench = show(bytes(8), encoding="utf-8")
    bench.session.set_caret(0, column="text")
    event = QInputMethodEvent()
    event.setCommitString("é€")
    QApplication.sendEvent(bench.view, event)
    assert bench.data == "é€".encode() + bytes(3)
    assert bench.selection.caret == 5


def test_a_character_that_the_encoding_lacks_is_told(show):
    bench = show(bytes(8), encoding="ascii")
    bench.session.set_caret(0, column="text")
    press = QKeyEvent(QKeyEvent.Type.KeyPress, Key.Key_Eacute, Qt.KeyboardModifier.NoModifier, "é")
    QApplication.sendEvent(bench.view, press)
    assert bench.data == bytes(8)
    assert "does not exist in ASCII" in bench.told[0]


def test_a_character_that_reaches_past_the_end_is_refused(show, qtbot):
    bench = show(bytes(2), encoding="utf-16le")
    bench.session.set_caret(1, column="text")
    qtbot.keyClicks(bench.view, "a")
    assert bench.data == bytes(2)
    assert len(bench.told) == 1


def test_backspace_goes_back_in_overwrite_mode(show, qtbot):
    bench = show(b"\x01\x02")
    bench.session.set_caret(2)
    qtbot.keyClick(bench.view, Key.Key_Backspace)
    assert (bench.data, bench.selection.caret) == (b"\x01\x02", 1)


def test_backspace_deletes_in_insert_mode(show, qtbot):
    bench = show(b"\x01\x02\x03")
    bench.session.set_caret(2)
    qtbot.keyClick(bench.view, Key.Key_Insert)
    qtbot.keyClick(bench.view, Key.Key_Backspace)
    assert (bench.data, bench.selection.caret) == (b"\x01\x03", 1)


def test_backspace_takes_back_a_half_typed_byte(show, qtbot):
    bench = show(b"\x01\x02")
    qtbot.keyClick(bench.view, Key.Key_Insert)
    qtbot.keyClicks(bench.view, "A")
    qtbot.keyClick(bench.view, Key.Key_Backspace)
    assert (bench.data, bench.selection.caret, bench.selection.digit) == (b"\x01\x02", 0, 0)


def test_delete_removes_the_byte_or_the_selection_in_insert_mode(show, qtbot):
    bench = show(bytes(range(8)))
    qtbot.keyClick(bench.view, Key.Key_Insert)
    qtbot.keyClick(bench.view, Key.Key_Delete)
    bench.session.select(ByteRange(1, 4))
    qtbot.keyClick(bench.view, Key.Key_Delete)
    assert bench.data == bytes([1, 5, 6, 7])
    assert bench.selection.caret == 1


def test_delete_keeps_the_length_in_overwrite_mode_and_says_so(show, qtbot):
    bench = show(bytes(8))
    bench.session.select(ByteRange(1, 4))
    qtbot.keyClick(bench.view, Key.Key_Delete)
    assert len(bench.data) == 8
    assert "insert mode" in bench.told[0]


def test_typing_over_a_selection_begins_at_its_start(show, qtbot):
    bench = show(bytes(8))
    bench.session.select(ByteRange(2, 6), 6)
    qtbot.keyClicks(bench.view, "AB")
    assert bench.data == bytes([0, 0, 0xAB, 0, 0, 0, 0, 0])


def test_typing_over_a_selection_replaces_it_in_insert_mode(show, qtbot):
    bench = show(bytes(range(8)))
    qtbot.keyClick(bench.view, Key.Key_Insert)
    bench.session.select(ByteRange(2, 6), 6)
    qtbot.keyClicks(bench.view, "AB")
    assert bench.data == bytes([0, 1, 0xAB, 6, 7])


def test_a_file_is_read_in_a_job_and_a_read_only_one_stays(show, qtbot, tmp_path):
    path = tmp_path / "file"
    path.write_bytes(b"12345678")
    bench = show(open_file(str(path), Access.READ))
    bench.view.grab()
    qtbot.waitUntil(lambda: bench.view.frame.data[:8] == b"12345678")
    qtbot.keyClicks(bench.view, "A")
    assert bench.data == b"12345678"
    assert len(bench.told) == 1
    assert bench.selection.digit == 0


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text("0123456789abcdefABCDEF", max_size=24))
def test_whatever_is_typed_is_what_stands_there(show_once, text):
    bench, qtbot = show_once
    while bench.session.document.modified:
        bench.session.undo()
    bench.session.set_caret(0)
    qtbot.keyClicks(bench.view, text)
    even = text + "0" * (len(text) % 2)
    assert bench.data == bytes.fromhex(even).ljust(16, b"\0")


@pytest.fixture
def show_once(show, qtbot):
    return show(bytes(16)), qtbot


def test_a_caret_from_before_the_cells_became_smaller_types_the_last_digit(show, qtbot):
    bench = show(bytes(8))
    bench.session.set_caret(3, digit=15)
    qtbot.keyClicks(bench.view, "7")
    assert bench.data == b"\0\0\0\x07" + bytes(4)
