"""The pattern fields, typed into."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QFileDialog, QLineEdit, QPushButton, QToolButton

from bytescope.core.document.patterns import Counter, FileBytes, Repeat, SeededRandom
from bytescope.core.errors import BytescopeError
from bytescope.core.text.numbers import Names
from bytescope.ui.widgets.pattern_edit import PatternEdit
from bytescope.ui.widgets.pattern_form import FINITE, PatternKind


@pytest.fixture
def edit(qtbot):
    widget = PatternEdit("p", history=["CAFE", "text:hello", "counter:1,2,2be"], names=Names(size=8192))
    qtbot.addWidget(widget)
    widget.show()
    return widget


def line(edit, key):
    return edit.findChild(QLineEdit, f"p.{key}")


def type_kind(qtbot, edit, kind):
    """Choose a kind with the keyboard."""
    combo = edit.findChild(QComboBox, "p.kind")
    qtbot.keyClick(combo, Qt.Key.Key_Home)
    while edit.kind() is not kind:
        qtbot.keyClick(combo, Qt.Key.Key_Down)


def test_begins_with_the_newest_of_the_history(edit):
    assert edit.text() == "CAFE"
    assert edit.pattern() == Repeat(b"\xca\xfe")


def test_without_history_it_is_a_zero_byte(qtbot):
    widget = PatternEdit("p")
    qtbot.addWidget(widget)
    assert widget.pattern() == Repeat(b"\0")
    assert widget.history() == ["00"]


@pytest.mark.parametrize(
    ("kind", "shown"),
    [
        (PatternKind.HEX, "hex"),
        (PatternKind.TEXT, "text"),
        (PatternKind.NUMBER, "number"),
        (PatternKind.COUNTER, "counter.start"),
        (PatternKind.RANDOM, "seed"),
        (PatternKind.FILE, "path"),
    ],
)
def test_only_the_fields_of_the_kind_are_shown(qtbot, edit, kind, shown):
    type_kind(qtbot, edit, kind)
    visible = {w.objectName() for w in edit.findChildren(QLineEdit) if w.isVisible()}
    assert f"p.{shown}" in visible
    assert len(visible) == (2 if kind is PatternKind.COUNTER else 1)


def test_typing_hex(qtbot, edit):
    line(edit, "hex").clear()
    with qtbot.waitSignal(edit.changed):
        qtbot.keyClicks(line(edit, "hex"), "de ad")
    assert edit.pattern() == Repeat(b"\xde\xad")
    assert "2 bytes" in edit.said.full_text()


def test_a_fault_is_told(qtbot, edit):
    qtbot.keyClicks(line(edit, "hex"), "X")
    assert edit.pattern() is None
    assert "hex digit" in edit.problem()
    assert edit.said.is_fault


def test_nothing_typed_is_missing_and_no_fault(qtbot, edit):
    type_kind(qtbot, edit, PatternKind.TEXT)
    assert edit.missing()
    assert not edit.problem()
    assert not edit.said.is_fault


@pytest.mark.parametrize("preset", ["00", "FF", "AA", "55", "CAFEBABE", "DEADBEEF"])
def test_presets(qtbot, edit, preset):
    qtbot.mouseClick(edit.findChild(QToolButton, f"p.preset.{preset}"), Qt.MouseButton.LeftButton)
    assert edit.pattern() == Repeat(bytes.fromhex(preset))


def test_a_number_may_be_an_expression(qtbot, edit):
    type_kind(qtbot, edit, PatternKind.NUMBER)
    line(edit, "number").clear()
    qtbot.keyClicks(line(edit, "number"), "size + 0x10")
    assert edit.pattern() == Repeat((8208).to_bytes(4, "little"))
    assert edit.text() == "u32le:8208"


def test_recent_patterns_fill_the_fields(qtbot, edit):
    combo = edit.findChild(QComboBox, "p.recent")
    combo.activated.emit(3)
    assert edit.kind() is PatternKind.COUNTER
    assert edit.pattern() == Counter(1, 2, 2, "big")
    assert combo.currentIndex() == 0


def test_history_has_the_present_one_in_front_once(qtbot, edit):
    edit.set_text("text:hello")
    assert edit.history() == ["text:hello", "CAFE", "counter:1,2,2be"]


def test_new_seed(qtbot, edit):
    type_kind(qtbot, edit, PatternKind.RANDOM)
    before = edit.pattern()
    qtbot.mouseClick(edit.findChild(QPushButton, "p.new_seed"), Qt.MouseButton.LeftButton)
    assert isinstance(edit.pattern(), SeededRandom)
    assert edit.pattern() != before


def test_a_file_is_opened_only_when_it_is_taken(qtbot, edit, tmp_path, monkeypatch):
    path = tmp_path / "pattern.bin"
    type_kind(qtbot, edit, PatternKind.FILE)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))
    qtbot.mouseClick(edit.findChild(QPushButton, "p.choose"), Qt.MouseButton.LeftButton)
    assert edit.pattern() is None
    assert not edit.problem()
    assert not edit.missing()
    with pytest.raises(BytescopeError):
        edit.take()
    path.write_bytes(b"abc")
    found = edit.take()
    assert isinstance(found, FileBytes)
    found.source.close()


def test_finite_kinds_have_bytes(qtbot):
    widget = PatternEdit("p", kinds=FINITE, history=["random:1", "text:hi"], once=True)
    qtbot.addWidget(widget)
    assert widget.data() == b"hi"
    assert widget.said.full_text() == "2 bytes."
    combo = widget.findChild(QComboBox, "p.kind")
    assert combo.count() == 3
    widget.set_text("AA" * 3)
    assert widget.data() == b"\xaa" * 3


def test_an_endless_pattern_typed_as_hex_has_no_bytes(qtbot):
    widget = PatternEdit("p", kinds=FINITE)
    qtbot.addWidget(widget)
    line(widget, "hex").setText("random:1")
    assert widget.data() is None
