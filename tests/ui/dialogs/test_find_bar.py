"""The find bar."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QPushButton, QToolButton

from bytescope.ui.dialogs.find_bar import FindBar


class Ears:
    """Hears what the bar asks for."""

    def __init__(self, bar):
        self.wishes = []
        self.closed = 0
        self.cancelled = 0
        bar.wished.connect(self.on_wished)
        bar.closed.connect(self.on_closed)
        bar.cancel.connect(self.on_cancel)

    def on_wished(self, needle, forward):
        self.wishes.append((needle, forward))

    def on_closed(self):
        self.closed += 1

    def on_cancel(self):
        self.cancelled += 1


@pytest.fixture
def bar(qtbot):
    widget = FindBar()
    qtbot.addWidget(widget)
    widget.show()
    return widget


@pytest.fixture
def ears(bar):
    return Ears(bar)


@pytest.fixture
def pattern(bar):
    return bar.findChild(QLineEdit, "find.pattern")


def text_kind(qtbot, bar):
    qtbot.keyClick(bar.findChild(QComboBox, "find.kind"), Qt.Key.Key_End)


def test_enter_finds_the_next_and_shift_enter_the_previous(qtbot, ears, pattern):
    qtbot.keyClicks(pattern, "DE AD")
    qtbot.keyClick(pattern, Qt.Key.Key_Return)
    qtbot.keyClick(pattern, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert ears.wishes == [(b"\xde\xad", True), (b"\xde\xad", False)]


def test_buttons(qtbot, bar, ears, pattern):
    assert not bar.findChild(QPushButton, "find.next").isEnabled()
    qtbot.keyClicks(pattern, "00")
    qtbot.mouseClick(bar.findChild(QPushButton, "find.previous"), Qt.MouseButton.LeftButton)
    qtbot.mouseClick(bar.findChild(QPushButton, "find.next"), Qt.MouseButton.LeftButton)
    assert ears.wishes == [(b"\0", False), (b"\0", True)]


def test_text_in_an_encoding(qtbot, bar, ears, pattern):
    encoding = bar.findChild(QComboBox, "find.encoding")
    assert not encoding.isEnabled()
    text_kind(qtbot, bar)
    assert encoding.isEnabled()
    assert encoding.currentData() == "utf-8"
    encoding.setCurrentIndex(encoding.findData("utf-16le"))
    qtbot.keyClicks(pattern, "hi")
    qtbot.keyClick(pattern, Qt.Key.Key_Return)
    assert ears.wishes == [(b"h\0i\0", True)]


def test_every_encoding_of_the_list_can_be_looked_for(qtbot, bar, ears, pattern):
    text_kind(qtbot, bar)
    encoding = bar.findChild(QComboBox, "find.encoding")
    qtbot.keyClicks(pattern, "A")
    for at in range(encoding.count()):
        encoding.setCurrentIndex(at)
        qtbot.keyClick(pattern, Qt.Key.Key_Return)
    assert len(ears.wishes) == encoding.count()


def test_what_does_not_parse_is_told_at_its_place(qtbot, bar, ears, pattern):
    qtbot.keyClicks(pattern, "DE AX")
    qtbot.keyClick(pattern, Qt.Key.Key_Return)
    assert ears.wishes == []
    state = bar.findChild(QLabel, "find.state")
    assert state.isVisible()
    assert state.text().startswith("⚠ ")
    assert pattern.selectedText() == "X"
    qtbot.keyClicks(pattern, "D")
    assert not state.isVisible()


def test_escape_closes(qtbot, ears, pattern):
    qtbot.keyClick(pattern, Qt.Key.Key_Escape)
    assert ears.closed == 1


def test_close_button(qtbot, bar, ears):
    qtbot.mouseClick(bar.findChild(QToolButton, "find.close"), Qt.MouseButton.LeftButton)
    assert ears.closed == 1


def test_a_search_under_way_can_be_stopped(qtbot, bar, ears):
    stop = bar.findChild(QPushButton, "find.cancel")
    assert not stop.isVisible()
    bar.show_state("Searching…", True)
    assert stop.isVisible()
    qtbot.mouseClick(stop, Qt.MouseButton.LeftButton)
    assert ears.cancelled == 1
    bar.show_state("Not found in this document.", False)
    assert not stop.isVisible()
    assert bar.findChild(QLabel, "find.state").text() == "Not found in this document."


def test_the_keyboard_goes_to_the_pattern(bar, pattern):
    assert bar.focusProxy() is pattern


def test_showing_again_selects_the_pattern(qtbot, bar, pattern):
    qtbot.keyClicks(pattern, "AA")
    bar.hide()
    bar.show()
    assert pattern.selectedText() == "AA"


def test_enter_on_a_button_presses_it(qtbot, bar, ears, pattern):
    qtbot.keyClicks(pattern, "AA")
    button = bar.findChild(QPushButton, "find.previous")
    bar.activateWindow()
    button.setFocus()
    qtbot.waitUntil(button.hasFocus)
    qtbot.keyClick(button, Qt.Key.Key_Return)
    assert ears.wishes == [(b"\xaa", False)]


def test_it_prefers_what_the_person_works_in(qtbot):
    bar = FindBar()
    qtbot.addWidget(bar)
    bar.prefer("text")
    kind = bar.findChild(QComboBox, "find.kind")
    assert kind.currentData() == "text"
    bar.findChild(QLineEdit, "find.pattern").setText("typed")
    bar.prefer("bytes")
    assert kind.currentData() == "text"
