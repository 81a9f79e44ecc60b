"""The first and the last bytes of what is about to be written, as hex and text."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontDatabase, QPalette
from PySide6.QtWidgets import QLabel, QWidget

from bytescope.core.document.patterns import Pattern, Phase, start_in
from bytescope.core.ranges import ByteRange
from bytescope.core.source.base import read
from bytescope.core.text.encodings import char_table
from bytescope.core.text.formats import offset_digits, offset_text
from bytescope.ui.widgets.tips import tr

SHOWN = 32
"""Bytes shown of either end."""
_ROW = 16


def preview_lines(pattern: Pattern, range_: ByteRange, phase: Phase) -> list[str]:
    """Dump lines of the first and last 32 bytes of a fill; ``range_`` is not empty. At most five lines."""
    begin = start_in(pattern, range_.start, phase)
    first = ByteRange(range_.start, min(range_.end, range_.start + SHOWN))
    last = ByteRange(max(first.end, range_.end - SHOWN), range_.end)
    digits = offset_digits(range_.end)
    out: list[str] = []
    for part in (first, last):
        if not part:
            continue
        if part.start > first.end:
            out.append("…")
        data = read(pattern, begin + part.start - range_.start, part.length).data
        out.extend(_rows(data, part.start, digits))
    return out


def _rows(data: bytes, offset: int, digits: int) -> Iterator[str]:
    glyphs = char_table("ascii", "·")
    for at in range(0, len(data), _ROW):
        row = data[at : at + _ROW]
        text = "".join(glyphs[value] for value in row)
        yield f"{offset_text(offset + at, 'hex', digits)}  {row.hex(' ').upper():<47}  {text}"


class BytesPreview(QLabel):
    """A framed block of five lines in the fixed font; its height never changes."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(tr("Preview of the first and last bytes"))
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.setFrameShape(QLabel.Shape.StyledPanel)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.setAutoFillBackground(True)
        self.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self.setMargin(6)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        metrics = self.fontMetrics()
        frame = 2 * (self.margin() + self.frameWidth())
        self.setMinimumHeight(metrics.lineSpacing() * 5 + frame)
        self.setMinimumWidth(metrics.horizontalAdvance("0") * (12 + 2 + 47 + 2 + 16) + frame)

    def show_fill(self, pattern: Pattern, range_: ByteRange, phase: Phase = Phase.START) -> None:
        """Show what filling ``range_`` with ``pattern`` gives."""
        self._show("\n".join(preview_lines(pattern, range_, phase)) if range_ else "", told=False)

    def show_change(self, before: bytes, after: bytes, start: int, end: int) -> None:
        """Show the first bytes (at most 32) of ``start`` to ``end`` before an operation and after it."""
        digits = offset_digits(end)
        rows = [*_rows(before[:SHOWN], start, digits), "→", *_rows(after[:SHOWN], start, digits)]
        self._show("\n".join(rows), told=False)

    def show_note(self, text: str) -> None:
        """Show a sentence in place of bytes."""
        self._show(text, told=True)

    def _show(self, text: str, *, told: bool) -> None:
        self.setForegroundRole(QPalette.ColorRole.PlaceholderText if told else QPalette.ColorRole.Text)
        self.setText(text)
