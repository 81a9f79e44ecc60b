"""Where the caret and the selection are in the rows that are told as text."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QPlainTextEdit

from bytescope.core.ranges import ByteRange
from bytescope.session.selection import Selection
from bytescope.ui.widgets.byte_rows import Rows, put

READ = "00000000  " + "41 " * 16 + " " + "A" * 16
UNREAD = "00000010  not read yet"


@pytest.mark.parametrize(
    ("chosen", "told"),
    [
        (ByteRange(0, 2), "41 41"),
        (ByteRange(14, 0x20), "41 41  AAAAAAAAAAAAAAAA\u2029" + UNREAD),
        (ByteRange(0x12, 0x20), "ad yet"),
        (ByteRange(0x1F, 0x20), ""),
        (ByteRange(0x1F, 0x400), ""),
    ],
)
def test_what_is_selected_is_told_also_where_rows_are_not_read_yet(qtbot, chosen, told):
    edit = QPlainTextEdit()
    qtbot.addWidget(edit)
    put(edit, Rows(16, 0, 8, (READ, UNREAD)), Selection(chosen, chosen.start))
    assert edit.textCursor().selectedText() == told
