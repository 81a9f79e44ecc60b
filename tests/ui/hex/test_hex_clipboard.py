"""Copy and paste: as hex, text and C, small at once and large in a job."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from bytescope.core.ranges import ByteRange
from bytescope.ui.hex.clipboard import AT_ONCE, RAW

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def clipboard(qapp):
    board = QGuiApplication.clipboard()
    board.clear()
    yield board
    board.clear()


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("hex", "48 69 00"),
        ("text", "Hi."),
        ("c", "const unsigned char data[3] = {\n    0x48, 0x69, 0x00,\n};\n"),
    ],
)
def test_the_selection_is_copied_in_the_form_asked_for(show, clipboard, kind, text):
    bench = show(b"Hi\0 there")
    bench.session.select(ByteRange(0, 3))
    bench.panel.copy(kind)
    assert clipboard.text() == text
    assert clipboard.mimeData().data(RAW).data() == b"Hi\0"


def test_without_a_selection_nothing_is_copied_and_it_says_so(show, clipboard):
    bench = show(b"Hi")
    bench.panel.copy("hex")
    assert clipboard.text() == ""
    assert "select the bytes" in bench.told[0]


def test_a_large_selection_is_copied_in_a_job(show, clipboard, qtbot):
    data = bytes(range(256)) * 1024
    bench = show(data)
    bench.session.select(ByteRange(1, len(data)))
    assert bench.selection.range.length > AT_ONCE
    bench.panel.copy("hex")
    qtbot.waitUntil(lambda: clipboard.text() != "")
    assert clipboard.text() == data[1:].hex(" ").upper()


def test_too_much_is_refused_with_a_sentence(show, clipboard):
    from bytescope.core.source.memory import ZeroSource

    bench = show(ZeroSource(1 << 40))
    bench.panel.select_all()
    asked = []
    bench.session.asked.connect(lambda *what: asked.append(what))
    wished = []
    bench.view.command_wished.connect(wished.append)
    bench.panel.copy("hex")
    sentence, verb, way_round = asked[0]
    assert "the clipboard takes" in sentence
    assert verb == "Save Selection As…"
    way_round()
    assert wished == ["exchange.save_selection"]


def test_keys_copy_and_paste(show, clipboard, qtbot):
    bench = show(b"abcd" + bytes(4))
    bench.session.select(ByteRange(0, 4))
    qtbot.keyClick(bench.view, Qt.Key.Key_C, CONTROL)
    bench.session.set_caret(4)
    qtbot.keyClick(bench.view, Qt.Key.Key_V, CONTROL)
    assert bench.data == b"abcdabcd"
    assert bench.selection.caret == 8


def test_hex_text_is_pasted_as_bytes_in_the_bytes_column(show, clipboard):
    bench = show(bytes(4))
    clipboard.setText("DE AD")
    bench.panel.paste()
    assert bench.data == b"\xde\xad\0\0"


def test_hex_text_is_pasted_as_text_in_the_text_column(show, clipboard):
    bench = show(bytes(6))
    bench.session.set_caret(0, column="text")
    clipboard.setText("DE AD")
    bench.panel.paste()
    assert bench.data == b"DE AD\0"


def test_paste_inserts_in_insert_mode_and_replaces_the_selection(show, clipboard):
    bench = show(b"....")
    bench.session.toggle_insert()
    bench.session.select(ByteRange(1, 3))
    clipboard.setText("FF FF FF")
    bench.panel.paste()
    assert bench.data == b".\xff\xff\xff."


def test_paste_with_nothing_copied_says_so(show, clipboard):
    bench = show(bytes(6))
    clipboard.clear()
    bench.panel.paste()
    assert "copy some first" in bench.told[0]
    assert bench.data == bytes(6)


def test_a_paste_that_does_not_fit_is_refused(show, clipboard):
    bench = show(bytes(2))
    clipboard.setText("11 22 33")
    bench.panel.paste()
    assert bench.data == bytes(2)
    assert "do not fit" in bench.told[0]


def test_text_that_the_encoding_lacks_is_told(show, clipboard):
    bench = show(bytes(8), encoding="ascii")
    clipboard.setText("grün")
    bench.panel.paste()
    assert bench.data == bytes(8)
    assert "does not exist" in bench.told[0]


def test_large_text_is_pasted_from_a_job(show, clipboard, qtbot):
    bench = show(bytes(200_000))
    clipboard.setText("AB " * 100_000)
    bench.panel.paste()
    qtbot.waitUntil(lambda: bench.session.document.modified)
    assert bench.data[:100_000] == b"\xab" * 100_000
