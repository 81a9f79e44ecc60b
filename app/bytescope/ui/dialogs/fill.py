"""Fill…: a range, a pattern, and what that will change."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QButtonGroup, QGridLayout, QGroupBox, QRadioButton, QVBoxLayout, QWidget

from bytescope.core.document.patterns import Pattern, Phase
from bytescope.core.ranges import ByteRange
from bytescope.core.text.formats import both_text, hex_text
from bytescope.core.text.numbers import Names
from bytescope.ui.dialogs.asking import AskDialog
from bytescope.ui.widgets.bytes_preview import BytesPreview
from bytescope.ui.widgets.captions import caption
from bytescope.ui.widgets.pattern_edit import PatternEdit
from bytescope.ui.widgets.range_edit import RangeEdit
from bytescope.ui.widgets.tips import plain_tip, tr, tr_n


@dataclass(frozen=True, slots=True)
class FillWish:
    """Fill ``range`` with ``pattern``; with ``insert`` what stands there moves behind the range."""

    range: ByteRange
    pattern: Pattern
    phase: Phase
    insert: bool


class FillDialog(AskDialog[FillWish]):
    """Asks what to fill with what. ``history`` holds pattern texts, the newest first."""

    def __init__(
        self,
        names: Names,
        range_: ByteRange,
        size: int,
        *,
        can_insert: bool,
        history: Sequence[str] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("fill", tr("Fill"), tr("Fill"), parent)
        self._size = size
        self._range = RangeEdit("fill", names, range_, size, self)
        self._pattern = PatternEdit("fill.pattern", history=history, names=names, parent=self)
        self._preview = BytesPreview("fill.preview", self)
        self._start = self._radio(
            "phase.start", tr("The start of the range"), tr("Pattern begins at the start of the range")
        )
        self._absolute = self._radio(
            "phase.absolute", tr("Offset 0"), tr("Pattern is aligned to offset 0 of the document")
        )
        self._overwrite = self._radio("overwrite", tr("Overwrite"), tr("Overwrite what is there"))
        self._insert = self._radio(
            "insert", tr("Insert"), tr("Insert, and move what is there behind the range")
        )
        self._lay_out(can_insert)
        self._range.changed.connect(self._on_changed)
        self._pattern.changed.connect(self._on_changed)
        self._absolute.toggled.connect(self._on_changed)
        self._insert.toggled.connect(self._on_insert_toggled)
        self._on_changed()
        # The range is the selection or the page already.
        self._pattern.take_focus()

    def history(self) -> list[str]:
        """The pattern texts used so far, with the present one in front."""
        return self._pattern.history()

    def _radio(self, key: str, text: str, name: str) -> QRadioButton:
        button = QRadioButton(text, self)
        button.setObjectName(f"fill.{key}")
        button.setAccessibleName(name)
        return button

    def _lay_out(self, can_insert: bool) -> None:
        for title, field in ((tr("Range"), self._range), (tr("Pattern"), self._pattern)):
            group = QGroupBox(title, self)
            QVBoxLayout(group).addWidget(field)
            self.body.addWidget(group)
        grid = QGridLayout()
        grid.addWidget(caption(tr("The pattern begins at:"), self), 0, 0)
        grid.addWidget(self._start, 0, 1)
        grid.addWidget(self._absolute, 0, 2)
        grid.addWidget(caption(tr("What is there now:"), self), 1, 0)
        grid.addWidget(self._overwrite, 1, 1)
        grid.addWidget(self._insert, 1, 2)
        grid.setColumnStretch(3, 1)
        if not can_insert:
            self._insert.setEnabled(False)
            reason = tr("Insert is off: the length of this document cannot change in this access mode.")
            self._insert.setToolTip(plain_tip(reason))
            why = caption(reason, self)
            why.setObjectName("fill.insert.reason")
            grid.addWidget(why, 2, 1, 1, 3)
        for pair in ((self._start, self._absolute), (self._overwrite, self._insert)):
            exclusive = QButtonGroup(self)
            for button in pair:
                exclusive.addButton(button)
            pair[0].setChecked(True)
        self.body.addLayout(grid)
        self.body.addWidget(self._preview)
        self.body.addStretch(1)

    def _on_insert_toggled(self, on: bool) -> None:
        self._range.set_growing(on)

    def _on_changed(self) -> None:
        range_, pattern = self._range.value(), self._pattern.pattern()
        if range_ is not None and pattern is not None:
            self._preview.show_fill(pattern, range_, self._phase())
        elif not self._pattern.problem() and not self._pattern.missing() and range_ is not None:
            self._preview.show_note(tr("The file is read when it is filled in; there is no preview of it."))
        else:
            self._preview.show_note(tr("The first and the last bytes are shown here."))
        self._settle()

    def _phase(self) -> Phase:
        return Phase.ABSOLUTE if self._absolute.isChecked() else Phase.START

    def _fault(self) -> str:
        if wrong := self._range.problem():
            return wrong
        if wrong := self._pattern.problem():
            return tr("Pattern: {wrong}", wrong=wrong)
        return ""

    def _wanting(self) -> str:
        return self._pattern.missing()

    def _meaning(self) -> str:
        range_ = self._range.value()
        if range_ is None:
            return ""
        amount = f"{tr_n(range_.length, '{n} byte', '{n} bytes')} ({hex_text(range_.length)})"
        if self._insert.isChecked():
            grown = both_text(self._size + range_.length)
            return tr(
                "This will insert {amount}; the document will have {grown} bytes.", amount=amount, grown=grown
            )
        return tr(
            "This will change {pages}, {amount}.",
            pages=tr_n(range_.pages.count, "{n} page", "{n} pages"),
            amount=amount,
        )

    def _take(self) -> FillWish:
        range_ = self._range.value()
        assert range_ is not None  # there is no fault
        return FillWish(range_, self._pattern.take(), self._phase(), self._insert.isChecked())
