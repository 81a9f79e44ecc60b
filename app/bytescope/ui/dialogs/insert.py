"""Insert…: bytes or a pattern between what is there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from bytescope.core.document.patterns import Pattern, Phase
from bytescope.core.ranges import ByteRange
from bytescope.core.text.formats import both_text, hex_text
from bytescope.core.text.numbers import Names
from bytescope.ui.dialogs.asking import AskDialog
from bytescope.ui.dialogs.offsets import LARGEST, OffsetCheck, SizeCheck, offset_meaning, size_meaning
from bytescope.ui.widgets.bytes_preview import BytesPreview
from bytescope.ui.widgets.number_edit import NumberEdit
from bytescope.ui.widgets.pattern_edit import PatternEdit
from bytescope.ui.widgets.tips import tr, tr_n


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
        super().__init__("insert", tr("Insert"), tr("Insert"), parent)
        self._size = size
        self._offset = NumberEdit(
            "insert.offset",
            tr("Offset"),
            names,
            text=hex_text(offset),
            check=OffsetCheck(size),
            describe=offset_meaning,
            parent=self,
        )
        self._pattern = PatternEdit("insert.pattern", history=history, names=names, parent=self)
        self._length = NumberEdit(
            "insert.length",
            tr("Length"),
            names,
            relative=False,
            optional=tr("Empty: the bytes are inserted once."),
            check=SizeCheck(1),
            describe=size_meaning,
            parent=self,
        )
        self._preview = BytesPreview("insert.preview", self)
        self._add_labelled(tr("&Offset (the bytes are inserted before it)"), self._offset)
        self._add_labelled(tr("&Pattern"), self._pattern)
        self._add_labelled(tr("&Length"), self._length)
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
            self._preview.show_note(tr("The first and the last bytes are shown here."))
        else:
            self._preview.show_fill(pattern, ByteRange.of(offset, amount))
        self._settle()

    def _fault(self) -> str:
        if wrong := self._offset.problem() or self._length.problem():
            return wrong
        if wrong := self._pattern.problem():
            return tr("Pattern: {wrong}", wrong=wrong)
        if self._size + (self._amount() or 0) > LARGEST:
            return tr(
                "Length: the document would be larger than {largest} bytes; type less.",
                largest=hex_text(LARGEST),
            )
        return ""

    def _wanting(self) -> str:
        if missing := self._pattern.missing():
            return missing
        known = self._amount() is not None
        return "" if known else tr("Length: type how many bytes; this pattern has no end of its own.")

    def _meaning(self) -> str:
        amount = self._amount()
        if amount is None:
            return ""
        grown = both_text(self._size + amount)
        inserted = f"{tr_n(amount, '{n} byte', '{n} bytes')} ({hex_text(amount)})"
        return tr(
            "This will insert {inserted}; the document will have {grown} bytes.",
            inserted=inserted,
            grown=grown,
        )

    def _take(self) -> InsertWish:
        offset, amount = self._offset.value(), self._amount()
        assert offset is not None  # there is no fault
        assert amount is not None
        return InsertWish(offset, amount, self._pattern.take())
