"""Insert…: bytes or a pattern between what is there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from bytescope.core.document.patterns import Pattern, Phase
from bytescope.core.ranges import ByteRange
from bytescope.core.text.formats import both_text, hex_text, plural
from bytescope.core.text.numbers import Names
from bytescope.ui.dialogs.asking import AskDialog
from bytescope.ui.dialogs.offsets import LARGEST, OffsetCheck, SizeCheck, offset_meaning, size_meaning
from bytescope.ui.widgets.bytes_preview import BytesPreview
from bytescope.ui.widgets.number_edit import NumberEdit
from bytescope.ui.widgets.pattern_edit import PatternEdit


@dataclass(frozen=True, slots=True)
class InsertWish:
    """Insert ``length`` bytes of ``pattern`` before the byte at ``offset``."""

    offset: int
    length: int
    pattern: Pattern
    phase: Phase = Phase.START


class InsertDialog(AskDialog[InsertWish]):
    """Asks for an offset, a pattern and a length; without a length finite bytes are inserted once."""

    def __init__(
        self,
        names: Names,
        offset: int,
        size: int,
        *,
        history: Sequence[str] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("insert", "Insert", "Insert", parent)
        self._size = size
        self._offset = NumberEdit(
            "insert.offset",
            "Offset",
            names,
            text=hex_text(offset),
            check=OffsetCheck(size),
            describe=offset_meaning,
            parent=self,
        )
        self._pattern = PatternEdit("insert.pattern", history=history, names=names, parent=self)
        self._length = NumberEdit(
            "insert.length",
            "Length",
            names,
            relative=False,
            optional="Empty: the bytes are inserted once.",
            check=SizeCheck(1),
            describe=size_meaning,
            parent=self,
        )
        self._preview = BytesPreview("insert.preview", self)
        self._add_labelled("&Offset (the bytes are inserted before it)", self._offset)
        self._add_labelled("&Pattern", self._pattern)
        self._add_labelled("&Length", self._length)
        self.body.addWidget(self._preview)
        self.body.addStretch(1)
        for field in (self._offset, self._pattern, self._length):
            field.changed.connect(self._on_changed)
        self._on_changed()
        self._pattern.take_focus()

    def history(self) -> list[str]:
        """The pattern texts used so far, with the present one in front."""
        return self._pattern.history()

    def _amount(self) -> int | None:
        """How many bytes; None while that is not known."""
        if self._length.text():
            return self._length.value()
        data = self._pattern.data()
        return len(data) if data else None

    def _on_changed(self) -> None:
        amount, offset, pattern = self._amount(), self._offset.value(), self._pattern.pattern()
        if amount is None or offset is None or pattern is None:
            self._preview.show_note("The first and the last bytes are shown here.")
        else:
            self._preview.show_fill(pattern, ByteRange.of(offset, amount))
        self._settle()

    def _fault(self) -> str:
        if wrong := self._offset.problem() or self._length.problem():
            return wrong
        if wrong := self._pattern.problem():
            return f"Pattern: {wrong}"
        if self._size + (self._amount() or 0) > LARGEST:
            return f"Length: the document would be larger than {hex_text(LARGEST)} bytes; type less."
        return ""

    def _wanting(self) -> str:
        if missing := self._pattern.missing():
            return missing
        known = self._amount() is not None
        return "" if known else "Length: type how many bytes; this pattern has no end of its own."

    def _meaning(self) -> str:
        amount = self._amount()
        if amount is None:
            return ""
        grown = both_text(self._size + amount)
        inserted = f"{plural(amount, 'byte')} ({hex_text(amount)})"
        return f"This will insert {inserted}; the document will have {grown} bytes."

    def _take(self) -> InsertWish:
        offset, amount = self._offset.value(), self._amount()
        assert offset is not None  # there is no fault
        assert amount is not None
        return InsertWish(offset, amount, self._pattern.take())
