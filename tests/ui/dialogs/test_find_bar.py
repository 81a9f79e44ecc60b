"""The find bar."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from bytescope.core.ranges import ByteRange
from bytescope.core.search.template import Template
from bytescope.core.search.wanted import Wanted, matcher_of
from bytescope.core.text.numbers import Names
from bytescope.session.search.found_list import Asked
from bytescope.ui.dialogs.find_bar import FindBar


class Ears:
    """Hears what the bar asks for."""

    def __init__(self, bar):
        self.wishes = []
        self.closed = 0
        self.cancelled = 0
        self.all = []
        self.replaced = []
        bar.wished.connect(self.on_wished)
        bar.all_wished.connect(self.all.append)
        bar.replace_wished.connect(self.on_replace)
        bar.closed.connect(self.on_closed)
        bar.cancel.connect(self.on_cancel)

    def on_wished(self, asked, forward):
        self.wishes.append((asked, forward))

    def on_replace(self, *wish):
        self.replaced.append(wish)

    def on_closed(self):
        self.closed += 1

    def on_cancel(self):
        self.cancelled += 1


@pytest.fixture
def bar(qtbot):
    widget = FindBar(names=lambda: Names(size=1000, start=16, end=32, sel=16))
    qtbot.addWidget(widget)
    widget.show()
    return widget


@pytest.fixture
def ears(bar):
    return Ears(bar)


@pytest.fixture
def pattern(bar):
    return bar.findChild(QLineEdit, "find.pattern")


def choose(bar, kind):
    combo = bar.findChild(QComboBox, "find.kind")
    combo.setCurrentIndex(combo.findData(kind))


def test_enter_finds_the_next_and_shift_enter_the_previous(qtbot, ears, pattern):
    qtbot.keyClicks(pattern, "DE AD")
    qtbot.keyClick(pattern, Qt.Key.Key_Return)
    qtbot.keyClick(pattern, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert ears.wishes == [(Asked(Wanted("hex", "DE AD")), True), (Asked(Wanted("hex", "DE AD")), False)]


def test_buttons(qtbot, bar, ears, pattern):
    assert not bar.findChild(QPushButton, "find.next").isEnabled()
    qtbot.keyClicks(pattern, "00")
    qtbot.mouseClick(bar.findChild(QPushButton, "find.previous"), Qt.MouseButton.LeftButton)
    qtbot.mouseClick(bar.findChild(QPushButton, "find.next"), Qt.MouseButton.LeftButton)
    assert [forward for _, forward in ears.wishes] == [False, True]


def test_text_in_an_encoding(qtbot, bar, ears, pattern):
    encoding = bar.findChild(QComboBox, "find.encoding")
    assert not encoding.isVisible()
    choose(bar, "text")
    assert encoding.isVisible()
    assert encoding.currentData() == "utf-8"
    encoding.setCurrentIndex(encoding.findData("utf-16le"))
    qtbot.keyClicks(pattern, "hi")
    qtbot.keyClick(pattern, Qt.Key.Key_Return)
    assert ears.wishes == [(Asked(Wanted("text", "hi", "utf-16le")), True)]


def test_every_encoding_of_the_list_can_be_looked_for(qtbot, bar, ears, pattern):
    choose(bar, "text")
    encoding = bar.findChild(QComboBox, "find.encoding")
    qtbot.keyClicks(pattern, "A")
    for at in range(encoding.count()):
        encoding.setCurrentIndex(at)
        qtbot.keyClick(pattern, Qt.Key.Key_Return)
    assert len(ears.wishes) == encoding.count()
    for asked, _ in ears.wishes:
        matcher_of(asked.wanted)


def test_what_does_not_parse_is_told_at_its_place(qtbot, bar, ears, pattern):
    qtbot.keyClicks(pattern, "DE AX")
    qtbot.keyClick(pattern, Qt.Key.Key_Return)
    assert ears.wishes == []
    state = bar.findChild(QLabel, "find.state")
    assert state.full_text().startswith("⚠ Character 5: ")
    assert pattern.selectedText() == "X"
    qtbot.keyClicks(pattern, "D")
    assert state.full_text() == ""


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
    assert bar.findChild(QLabel, "find.state").full_text() == "Not found in this document."


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
    assert ears.wishes == [(Asked(Wanted("hex", "AA")), False)]


def test_it_prefers_what_the_person_works_in(qtbot):
    bar = FindBar()
    qtbot.addWidget(bar)
    bar.prefer("text")
    kind = bar.findChild(QComboBox, "find.kind")
    assert kind.currentData() == "text"
    bar.findChild(QLineEdit, "find.pattern").setText("typed")
    bar.prefer("bytes")
    assert kind.currentData() == "text"


def test_every_option_by_the_keyboard(qtbot, bar, ears, pattern):
    choose(bar, "number")
    bar.findChild(QComboBox, "find.number").setCurrentText("Float 64 bits")
    qtbot.keyClick(bar.findChild(QComboBox, "find.order"), Qt.Key.Key_B)
    qtbot.keyClicks(pattern, "1.5 ± 0.1")
    qtbot.keyClicks(bar.findChild(QLineEdit, "find.within"), "100+200")
    qtbot.keyClicks(bar.findChild(QLineEdit, "find.align"), "8")
    qtbot.keyClicks(bar.findChild(QLineEdit, "find.most"), "5")
    qtbot.keyClick(pattern, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    wanted = Wanted("number", "1.5 ± 0.1", number="f64", big=True, align=8)
    assert ears.all == [Asked(wanted, ByteRange(100, 300), 5)]


def test_case_and_words_are_of_text_and_expressions(qtbot, bar, ears, pattern):
    fold, word = (bar.findChild(QCheckBox, f"find.{key}") for key in ("fold", "word"))
    assert not fold.isVisible()
    choose(bar, "re")
    qtbot.keyClick(fold, Qt.Key.Key_Space)
    qtbot.keyClick(word, Qt.Key.Key_Space)
    qtbot.keyClicks(pattern, "a+")
    qtbot.keyClick(pattern, Qt.Key.Key_Return)
    assert ears.wishes[0][0].wanted == Wanted("re", "a+", fold=True, word=True)


@pytest.mark.parametrize(
    ("field", "text", "said"),
    [
        ("within", "5", "not a range"),
        ("within", "0..5000", "past the end"),
        ("within", "5..5", "empty"),
        ("align", "x", "not a known name"),
        ("align", "0", "1 or more"),
        ("most", "-1", "1 or more"),
    ],
)
def test_other_fields_that_do_not_parse_are_told(qtbot, bar, ears, pattern, field, text, said):
    qtbot.keyClicks(pattern, "AA")
    qtbot.keyClicks(bar.findChild(QLineEdit, f"find.{field}"), text)
    qtbot.keyClick(pattern, Qt.Key.Key_Return)
    assert ears.wishes == []
    assert said in bar.findChild(QLabel, "find.state").full_text()


def test_the_selection_is_written_down_as_a_range(qtbot, bar):
    qtbot.mouseClick(bar.findChild(QPushButton, "find.take"), Qt.MouseButton.LeftButton)
    assert bar.findChild(QLineEdit, "find.within").text() == "0x10..0x20"


def test_what_was_searched_is_offered_with_its_options(qtbot, bar, ears, pattern):
    bar.offer(["re(i):a+", "u16be:5", "broken:("])
    history = bar.findChild(QComboBox, "find.history")
    history.activated.emit(1)
    assert bar.fields.wanted() == Wanted("number", "5", number="u16", big=True)
    history.activated.emit(0)
    assert bar.fields.wanted() == Wanted("re", "a+", fold=True)
    history.activated.emit(2)
    assert history.count() == 2


def test_replacing(qtbot, bar, ears, pattern):
    put = bar.findChild(QLineEdit, "find.with")
    assert not put.isVisible()
    bar.show_replace(True)
    qtbot.keyClicks(pattern, "AA BB")
    qtbot.keyClicks(put, "C")
    bar.activateWindow()
    put.setFocus()
    qtbot.waitUntil(put.hasFocus)
    qtbot.keyClick(put, Qt.Key.Key_Return)
    assert ears.replaced == []
    assert "hex digits" in bar.findChild(QLabel, "find.state").full_text()
    qtbot.keyClicks(put, "CC")
    qtbot.keyClick(put, Qt.Key.Key_Return)
    qtbot.keyClick(put, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    asked = Asked(Wanted("hex", "AA BB"))
    assert ears.replaced == [(asked, b"\xcc", False), (asked, b"\xcc", True)]


def test_what_is_no_hex_is_offered_as_text(qtbot, bar, ears, pattern):
    offer = bar.findChild(QPushButton, "find.as_text")
    qtbot.keyClicks(pattern, "U-Boot")
    assert not offer.isVisible()
    qtbot.keyClick(pattern, Qt.Key.Key_Return)
    assert offer.isVisible()
    qtbot.mouseClick(offer, Qt.MouseButton.LeftButton)
    assert ears.wishes == [(Asked(Wanted("text", "U-Boot")), True)]
    assert not offer.isVisible()
    choose(bar, "re")
    pattern.setText("(a")
    qtbot.keyClick(pattern, Qt.Key.Key_Return)
    assert not offer.isVisible()


def test_the_offer_goes_when_hex_is_typed(qtbot, bar, ears, pattern):
    qtbot.keyClicks(pattern, "G")
    qtbot.keyClick(pattern, Qt.Key.Key_Return)
    pattern.clear()
    qtbot.keyClicks(pattern, "AB")
    assert not bar.findChild(QPushButton, "find.as_text").isVisible()


@pytest.mark.parametrize("kind", ["hex", "text", "number"])
def test_where_it_is_narrow_nothing_is_cut(qtbot, kind):
    host = QWidget()
    qtbot.addWidget(host)
    bar = FindBar()
    QVBoxLayout(host).addWidget(bar)
    host.layout().setContentsMargins(0, 0, 0, 0)
    host.show()
    choose(bar, kind)
    bar.show_replace(True)
    sentence = "Not found in this document, but 12 KiB of it could not be read."
    for width in (1500, 900, 600, 900, 1500, 600, 1500):
        host.resize(width, 400)
        bar.show_state(sentence, False)
        qtbot.waitUntil(lambda: bar.findChild(QLabel, "find.state").text() == sentence)
        qtbot.waitUntil(lambda: not cut(bar))
        assert bar.width() == width
    rows = {bar.findChild(QPushButton, f"find.{key}").y() for key in ("next", "previous", "all")}
    assert len(rows) == 1


def cut(bar):
    """Parts that have less room than they need, or stand outside."""
    parts = [
        widget
        for widget in bar.findChildren(QWidget)
        if widget.isVisible() and widget.objectName().startswith("find.") and widget.layout() is None
    ]
    return [
        widget.objectName()
        for widget in parts
        if widget.width() < widget.minimumSizeHint().width()
        or not bar.rect().contains(widget.mapTo(bar, widget.rect().bottomRight()))
    ]


def test_tab_leads_from_what_is_looked_for_to_what_is_put_there(qtbot, bar, pattern):
    bar.show_replace(True)
    bar.activateWindow()
    pattern.setFocus()
    qtbot.waitUntil(pattern.hasFocus)
    qtbot.keyClick(pattern, Qt.Key.Key_Tab)
    qtbot.waitUntil(bar.findChild(QLineEdit, "find.with").hasFocus)


def test_groups_in_a_replacement(qtbot, bar, ears, pattern):
    bar.show_replace(True)
    choose(bar, "re")
    put = bar.findChild(QLineEdit, "find.with")
    qtbot.keyClicks(pattern, "(a)b")
    qtbot.keyClicks(put, r"-\2")
    bar.activateWindow()
    put.setFocus()
    qtbot.waitUntil(put.hasFocus)
    qtbot.keyClick(put, Qt.Key.Key_Return)
    said = bar.findChild(QLabel, "find.state")
    assert "Character 2: There is no group 2: the expression has 1 group" in said.full_text()
    assert put.selectedText() == "\\"
    put.setText(r"-\1")
    qtbot.keyClick(put, Qt.Key.Key_Return)
    assert ears.replaced == [(Asked(Wanted("re", "(a)b")), Template(b"(a)b", False, (b"-", 1)), False)]
