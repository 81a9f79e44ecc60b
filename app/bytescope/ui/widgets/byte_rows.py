"""The rows round the caret as plain text, and where in it the caret and the selection are."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QPlainTextEdit

from bytescope.core.ranges import ByteRange
from bytescope.core.text.encodings import char_table
from bytescope.ui.widgets.tips import tr

if TYPE_CHECKING:
    from bytescope.session.selection import Selection
    from bytescope.session.session import Session

ROWS = 33
"""Rows that are there at a time, the caret's in the middle."""


class Rows(NamedTuple):
    """``width`` bytes a line, from row ``first`` on; ``digits`` is how long their offsets are."""

    width: int
    first: int
    digits: int
    lines: tuple[str, ...]

    @property
    def text(self) -> str:
        return "\n".join(self.lines)

    def place(self, offset: int, *, behind: bool = False) -> int:
        """Where in the text the byte at ``offset`` stands, or what is ``behind`` it begins.

        At the nearer end where it is not in it; at the end of its row where that has no bytes yet.
        """
        row, column = divmod(offset, self.width)
        line = min(max(row - self.first, 0), len(self.lines) - 1)
        if row != self.first + line:
            column = 0 if row < self.first else self.width
        before = sum(len(above) + 1 for above in self.lines[:line])
        return before + min(self.digits + 2 + 3 * column + 2 * behind, len(self.lines[line]))

    def offset(self, line: int, column: int) -> int:
        """The offset of the byte at a place in the text."""
        bytes_, letters = self.digits + 2, self.digits + 3 + 3 * self.width
        at = column - letters if column >= letters else (column - bytes_) // 3
        return (self.first + line) * self.width + min(max(at, 0), self.width - 1)


def rows_round(session: Session, width: int = 16) -> Rows:
    """The rows round the caret; what has not been read yet is asked for."""
    row = session.selection.caret // width
    first = max(0, row - ROWS // 2)
    last = max(first, min(row + ROWS // 2, max(0, session.size - 1) // width))
    digits = max(8, len(f"{session.size:X}"))
    lines = tuple(_line(session, at * width, width, digits) for at in range(first, last + 1))
    return Rows(width, first, digits, lines)


def put(edit: QPlainTextEdit, rows: Rows, chosen: Selection) -> None:
    """Show ``rows`` with the cursor at the caret, and what is selected among them."""
    if edit.toPlainText() != rows.text:
        edit.setPlainText(rows.text)
    anchor = position = rows.place(chosen.caret)
    if chosen.range:
        start, end = rows.place(chosen.range.start), rows.place(chosen.range.end - 1, behind=True)
        anchor, position = (end, start) if chosen.caret <= chosen.range.start else (start, end)
    cursor = edit.textCursor()
    if (cursor.anchor(), cursor.position()) != (anchor, position):
        cursor.setPosition(anchor)
        cursor.setPosition(position, QTextCursor.MoveMode.KeepAnchor)
        edit.setTextCursor(cursor)


def _line(session: Session, at: int, width: int, digits: int) -> str:
    """A row as offset, bytes and letters; what has not been read yet is asked for, and comes later."""
    offset = f"{at:0{digits}X}"
    length = min(width, session.size - at)
    if length <= 0:
        return offset
    reading = session.bytes.get(at, length)
    if reading is None:
        session.bytes.ask(ByteRange.of(at, length))
        return f"{offset}  {tr('not read yet')}"
    if reading.lost:
        return f"{offset}  {tr('cannot be read')}"
    letters = char_table(session.view.encoding)
    digits_ = reading.data.hex(" ").upper()
    return f"{offset}  {digits_:<{3 * width - 1}}  {''.join(letters[b] for b in reading.data)}"
