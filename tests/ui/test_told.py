"""What the core says is Chinese where the window shows it."""

from __future__ import annotations

import re

import pytest
from PySide6.QtCore import Qt

from bytescope.core.document.document import Document
from bytescope.core.errors import BytescopeError
from bytescope.core.pages.classes import MEANINGS as CLASSES
from bytescope.core.ranges import ByteRange
from bytescope.core.source.memory import ZeroSource
from bytescope.core.source.opening import open_file
from bytescope.core.text.numbers import NO_DOCUMENT, parse_number
from bytescope.core.touched.layers import MEANINGS as LAYERS
from bytescope.ui.panels.inspector_model import InspectorModel
from bytescope.ui.widgets.said import SaidLabel
from bytescope.ui.widgets.tips import told

ENGLISH = re.compile(r"[a-z]{2,} [a-z]{2,}")


def test_an_error_is_told_with_what_it_is_about(chinese, tmp_path):
    with pytest.raises(BytescopeError) as caught:
        open_file(tmp_path / "is not there.bin")
    said = told(str(caught.value))
    assert "is not there.bin”：没有这个文件；请检查路径。" in said
    assert said.startswith("无法打开")


@pytest.mark.parametrize("typed", ["", "12x", "1 +", "(1", "1)", "1/0", "nil", "0x", "$", "1 << 1000"])
def test_what_is_wrong_with_a_number_is_told(chinese, typed, qtbot):
    with pytest.raises(BytescopeError) as caught:
        parse_number(typed, NO_DOCUMENT)
    label = SaidLabel("said")
    qtbot.addWidget(label)
    label.complain(str(caught.value))
    assert not ENGLISH.search(label.full_text())


def test_steps_have_names(chinese):
    document = Document(ZeroSource(16))
    document.insert(0, b"abcdef")
    document.delete(ByteRange(2, 5))
    assert [told(name) for name in document.steps] == ["插入 6 字节", "删除 3 字节"]


def test_tables_of_the_core_are_told(chinese):
    texts = [text for item in LAYERS.values() for text in (item.title, item.meaning, item.granularity)]
    texts += list(CLASSES.values())
    assert [text for text in texts if told(text) == text or ENGLISH.search(told(text))] == []


def test_the_inspector_names_its_rows(chinese):
    model = InspectorModel(chinese)
    names = [str(model.index(row, 0).data(Qt.ItemDataRole.DisplayRole)) for row in range(model.rowCount())]
    assert [name for name in names if ENGLISH.search(name)] == []
    assert {"整数", "时间", "RGB 颜色"} <= set(names)
