"""Preview, path label, said label and message strip."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QLabel, QPushButton, QToolButton, QWidget

from bytescope.core.document.patterns import OffsetStamp, Phase, Repeat
from bytescope.core.ranges import ByteRange
from bytescope.ui.widgets.bytes_preview import BytesPreview, preview_lines
from bytescope.ui.widgets.message_strip import INFO_SECONDS, MessageStrip
from bytescope.ui.widgets.path_label import PathLabel
from bytescope.ui.widgets.said import SaidLabel
from bytescope.ui.widgets.tips import plain_tip

ABC = Repeat(b"abc")


def test_preview_of_a_short_fill():
    assert preview_lines(ABC, ByteRange(0x10, 0x14), Phase.START) == [
        "00000010  61 62 63 61                                      abca"
    ]


def test_preview_of_a_long_fill_shows_both_ends():
    lines = preview_lines(ABC, ByteRange(0, 1 << 40), Phase.START)
    assert len(lines) == 5
    assert lines[0].startswith("0000000000  61 62 63")
    assert lines[2] == "…"
    assert lines[4].startswith("FFFFFFFFF0  ")
    assert lines[4].endswith("a")  # 2**40 - 1 is a multiple of 3


def test_preview_without_a_gap_has_no_dots():
    assert "…" not in preview_lines(ABC, ByteRange(0, 64), Phase.START)
    assert "…" in preview_lines(ABC, ByteRange(0, 65), Phase.START)


def test_preview_knows_the_phase():
    (line,) = preview_lines(ABC, ByteRange(1, 3), Phase.ABSOLUTE)
    assert line.endswith("bc")
    (line,) = preview_lines(OffsetStamp(1, "little"), ByteRange(1, 3), Phase.START)
    assert "01 02" in line


def test_preview_widget_keeps_its_height(qtbot):
    preview = BytesPreview("p")
    qtbot.addWidget(preview)
    height = preview.minimumHeight()
    preview.show_fill(ABC, ByteRange(0, 1000))
    assert preview.sizeHint().height() <= height
    preview.show_note("nothing")
    assert preview.text() == "nothing"


def test_path_is_cut_in_the_middle_and_is_never_markup(qtbot):
    label = PathLabel("/tmp/" + "x" * 500 + "/<b>end</b>\n.bin")
    qtbot.addWidget(label)
    label.resize(200, 20)
    label.show()
    assert label.textFormat() is Qt.TextFormat.PlainText
    assert "…" in label.text()
    assert label.text().endswith("bin")
    assert "&lt;b&gt;" in label.toolTip()
    assert "\n" not in label.path_text()


def test_path_that_is_not_text(qtbot):
    label = PathLabel(b"/tmp/\xff")
    qtbot.addWidget(label)
    assert label.path_text() == "/tmp/\\xff"


def test_one_line_is_cut_with_the_whole_in_the_tool_tip(qtbot):
    label = SaidLabel("x")
    qtbot.addWidget(label)
    label.resize(60, 20)
    label.complain("a <b> long sentence that has no room")
    label.show()
    assert label.text().endswith("…")
    assert "&lt;b&gt; long" in label.toolTip()
    label.say("ok")
    assert label.toolTip() == ""


@pytest.fixture
def strip(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(600, 100)
    window.show()
    made = MessageStrip(window)
    made.kept_window = window
    return made


def test_strip_is_hidden_until_it_has_something_to_say(strip):
    assert not strip.isVisible()
    strip.show_message("warning", "<b>x</b> has changed.")
    assert strip.isVisible()
    assert strip.text() == "<b>x</b> has changed."
    assert strip.findChild(QLabel, "message.text").textFormat() is Qt.TextFormat.PlainText
    assert strip.accessibleName() == "Warning: <b>x</b> has changed."


def test_strip_buttons_act(qtbot, strip):
    done = []
    strip.show_message("error", "No.", [("Save Mine", lambda: done.append(1)), ("Hide", strip.hide)])
    qtbot.mouseClick(strip.findChild(QPushButton, "message.save_mine"), Qt.MouseButton.LeftButton)
    assert done == [1]
    qtbot.mouseClick(strip.findChild(QPushButton, "message.hide"), Qt.MouseButton.LeftButton)
    assert not strip.isVisible()


def test_a_newer_message_takes_the_buttons_away(qtbot, strip):
    strip.show_message("error", "One.", [("Old", strip.hide)])
    strip.show_message("error", "Two.", [("New", strip.hide)])
    visible = [b.text() for b in strip.findChildren(QPushButton) if b.isVisible()]
    assert visible == ["New"]


def test_close_button(qtbot, strip):
    strip.show_message("error", "No.")
    qtbot.mouseClick(strip.findChild(QToolButton, "message.close"), Qt.MouseButton.LeftButton)
    assert not strip.isVisible()


def test_only_plain_information_goes_by_itself(qtbot, strip):
    strip.show_message("info", "Saved.")
    assert strip.closes_in() == INFO_SECONDS
    strip.show_message("info", "Saved.", [("Undo", strip.hide)])
    assert strip.closes_in() == 0
    strip.show_message("info", "Saved.")
    strip.show_message("error", "No.")
    assert strip.closes_in() == 0
    strip.show_message("info", "Saved.")
    strip.hide()
    assert strip.closes_in() == 0


def test_an_unknown_level_is_information(strip):
    strip.show_message("whatever", "Hm.")
    assert strip.level == "info"


@pytest.mark.parametrize("text", ["<b>x</b>", "<?xml", "<html><a href='x'>", "a<b", "<", "&lt;"])
def test_a_tip_is_never_markup(text: str) -> None:
    document = QTextDocument()
    document.setHtml(plain_tip(text))
    assert document.toPlainText() == text


@pytest.mark.parametrize("text", ["plain & simple", "100 % > 5", ""])
def test_a_tip_without_a_tag_stays_as_it_is(text: str) -> None:
    assert plain_tip(text) == text
