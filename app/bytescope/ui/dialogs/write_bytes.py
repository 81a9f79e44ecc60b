"""Write Bytes…: some bytes at an offset, once."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from bytescope.core.document.pattern_text import parse_bytes
from bytescope.core.document.patterns import Repeat
from bytescope.core.ranges import ByteRange
from bytescope.core.text.formats import both_text, hex_text
from bytescope.core.text.numbers import Names
from bytescope.ui.dialogs.asking import AskDialog
from bytescope.ui.dialogs.offsets import OffsetCheck, offset_meaning
from bytescope.ui.widgets.bytes_preview import BytesPreview
from bytescope.ui.widgets.number_edit import NumberEdit
from bytescope.ui.widgets.pattern_edit import PatternEdit
from bytescope.ui.widgets.pattern_form import FINITE
from bytescope.ui.widgets.tips import tr, tr_n


@dataclass(frozen=True, slots=True)
class WriteWish:
    """Overwrite with ``data`` from ``offset`` on."""

    offset: int
    data: bytes


class WriteBytesDialog(AskDialog[WriteWish]):
    """Asks for an offset and bytes: hex, text or a typed number."""

    def __init__(self, names: Names, offset: int, size: int, parent: QWidget | None = None) -> None:
        super().__init__("write", tr("Write Bytes"), tr("Write"), parent)
        self._size = size
        self._offset = NumberEdit(
            "write.offset",
            tr("Offset"),
            names,
            text=hex_text(offset),
            check=OffsetCheck(size),
            describe=offset_meaning,
            parent=self,
        )
        self._pattern = PatternEdit("write.bytes", kinds=FINITE, names=names, once=True, parent=self)
        self._preview = BytesPreview("write.preview", self)
        self._add_labelled(tr("&Offset"), self._offset)
        self._add_labelled(tr("&Bytes"), self._pattern)
        self.body.addWidget(self._preview)
        self.body.addStretch(1)
        self._offset.changed.connect(self._on_changed)
        self._pattern.changed.connect(self._on_changed)
        self._on_changed()
        self._pattern.take_focus()

    def _on_changed(self) -> None:
        data, offset = self._pattern.data(), self._offset.value()
        if data and offset is not None:
            self._preview.show_fill(Repeat(data), ByteRange.of(offset, len(data)))
        else:
            self._preview.show_note(tr("The first and the last bytes are shown here."))
        self._settle()

    def _fault(self) -> str:
        if wrong := self._offset.problem():
            return wrong
        if wrong := self._pattern.problem():
            return tr("Bytes: {wrong}", wrong=wrong)
        if self._pattern.data() or self._pattern.missing():
            return ""
        return tr("Bytes: this has no length of its own; use Fill for it.")

    def _wanting(self) -> str:
        return self._pattern.missing()

    def _meaning(self) -> str:
        data, offset = self._pattern.data(), self._offset.value()
        if data is None or offset is None:
            return ""
        range_ = ByteRange.of(offset, len(data))
        amount = f"{tr_n(len(data), '{n} byte', '{n} bytes')} ({hex_text(len(data))})"
        pages = tr_n(range_.pages.count, "{n} page", "{n} pages")
        if range_.end > self._size:
            return tr(
                "This will change {pages}, {amount}, and lengthen the document to {end} bytes.",
                pages=pages,
                amount=amount,
                end=both_text(range_.end),
            )
        return tr("This will change {pages}, {amount}.", pages=pages, amount=amount)

    def _take(self) -> WriteWish:
        offset = self._offset.value()
        assert offset is not None  # there is no fault
        return WriteWish(offset, parse_bytes(self._pattern.text()))
