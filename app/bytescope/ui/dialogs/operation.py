"""Operations…: what to do to the bytes of a range, with the first of them before and after."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QGroupBox, QVBoxLayout, QWidget

from bytescope.core.document.pattern_text import parse_pattern
from bytescope.core.document.phase import Phase
from bytescope.core.document.transforms import (
    ARITHMETIC,
    BITWISE,
    IN_UNITS,
    SHIFTS,
    WIDTHS,
    Rule,
    Way,
    idle,
    number_operand,
    problem,
)
from bytescope.core.document.words import Order
from bytescope.core.errors import BytescopeError, InputError
from bytescope.core.ranges import ByteRange
from bytescope.core.text.formats import both_text, hex_text
from bytescope.core.text.numbers import Names
from bytescope.ui.dialogs.asking import AskDialog
from bytescope.ui.widgets.bytes_preview import BytesPreview
from bytescope.ui.widgets.captions import caption
from bytescope.ui.widgets.number_edit import NumberEdit
from bytescope.ui.widgets.pattern_edit import PatternEdit
from bytescope.ui.widgets.pattern_form import PatternKind, form_of
from bytescope.ui.widgets.range_edit import RangeEdit
from bytescope.ui.widgets.tips import tr, tr_later, tr_n

if TYPE_CHECKING:
    from bytescope.core.document.transforming import Preview

TITLES: dict[Way, str] = {
    Way.XOR: tr_later("Xor with a pattern"),
    Way.AND: tr_later("And with a pattern"),
    Way.OR: tr_later("Or with a pattern"),
    Way.NOT: tr_later("Not: invert all bits"),
    Way.ADD: tr_later("Add a number"),
    Way.SUBTRACT: tr_later("Subtract a number"),
    Way.SHIFT_LEFT: tr_later("Shift bits left"),
    Way.SHIFT_RIGHT: tr_later("Shift bits right"),
    Way.ROTATE_LEFT: tr_later("Rotate bits left"),
    Way.ROTATE_RIGHT: tr_later("Rotate bits right"),
    Way.SWAP: tr_later("Swap bytes"),
    Way.REVERSE: tr_later("Reverse the range"),
    Way.TURN: tr_later("Rotate the bytes of the range left"),
}


@dataclass(frozen=True, slots=True)
class OperationWish:
    """Apply ``rule`` to ``range``."""

    range: ByteRange
    rule: Rule


class NumberCheck:
    """Says what is wrong with a number, for the operation, unit and range that are chosen."""

    def __init__(self) -> None:
        self.follow(Way.NOT, 1, 0)

    def follow(self, way: Way, width: int, length: int) -> None:
        """These are chosen now; a ``length`` of 0 is not known."""
        self._way, self._width, self._length = way, width, length

    def __call__(self, value: int) -> str:
        if self._way in ARITHMETIC:
            try:
                number_operand(value, self._width, "little")
            except InputError as error:
                return str(error)
        elif self._way in SHIFTS:
            return problem(Rule(self._way, width=self._width, by=value), 0)
        elif self._way is Way.TURN:
            return problem(Rule(self._way, by=value), self._length)
        return ""


class OperationDialog(AskDialog[OperationWish]):
    """Asks for an operation, its operand and its range. ``history`` holds pattern texts, the newest first.

    ``looked`` tells a wish whose preview is wanted; ``show_preview`` or ``no_preview`` answer it.
    """

    looked = Signal(object)

    def __init__(
        self,
        names: Names,
        range_: ByteRange,
        size: int,
        *,
        way: Way | None = None,
        history: Sequence[str] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("operation", tr("Operation on a Range"), tr("Apply"), parent)
        self._wanted: OperationWish | None = None
        self._way = self._choice("way", tr("Operation"), [(tr(text), key) for key, text in TITLES.items()])
        self._range = RangeEdit("operation", names, range_, size, self)
        self._pattern = PatternEdit("operation.pattern", history=history, names=names, parent=self)
        self._width = self._choice(
            "width", tr("Bytes of a unit"), [(tr_n(n, "{n} byte", "{n} bytes"), n) for n in WIDTHS]
        )
        self._order = self._choice(
            "order", tr("Byte order of a unit"), [(tr("Little-endian"), "little"), (tr("Big-endian"), "big")]
        )
        self._phase = self._choice(
            "phase",
            tr("Where the pattern begins"),
            [(tr("Start of the range"), Phase.START), (tr("Offset 0 of the document"), Phase.ABSOLUTE)],
        )
        self._history = list(history)
        self._proposed = ""
        self._seen: tuple[OperationWish, int | None] | None = None
        _choose(self._way, way or Way.XOR)
        _choose(self._width, 2 if way is Way.SWAP else 1)
        self._number_check = NumberCheck()
        self._number = NumberEdit(
            "operation.number",
            tr("Number"),
            names,
            text="1",
            relative=False,
            check=self._number_check,
            describe=_number_meaning,
            parent=self,
        )
        self._propose()
        self._preview = BytesPreview("operation.preview", self)
        self._lay_out()
        for combo in (self._way, self._width, self._order, self._phase):
            combo.currentIndexChanged.connect(self._on_changed)
        for field in (self._range, self._pattern, self._number):
            field.changed.connect(self._on_changed)
        self._way.currentIndexChanged.connect(self._propose)
        self._on_changed()
        self._take_focus(way)

    def history(self) -> list[str]:
        """The pattern texts used so far, with the present one in front."""
        return self._pattern.history()

    def used_pattern(self) -> bool:
        """Whether the wish has a pattern."""
        return self.way() in BITWISE

    def way(self) -> Way:
        found = self._way.currentData()
        assert isinstance(found, Way)
        return found

    def look(self) -> None:
        """Ask for the preview of what is typed, if it is anything."""
        wish = None if self._fault() or self._wanting() else self._made(self._pattern.pattern())
        self._wanted = wish
        if wish is not None:
            self.looked.emit(wish)
        elif not self._fault() and not self._wanting():
            self._preview.show_note(tr("The file is read when it is applied; there is no preview of it."))
        else:
            self._preview.show_note(tr("The first bytes are shown here, before and after."))

    def show_preview(self, wish: OperationWish, found: Preview) -> None:
        """The first bytes of the range before and after, and how many change; an earlier wish's are not
        shown."""
        if wish == self._wanted:
            self._preview.show_change(found.before, found.after, wish.range.start, wish.range.end)
            self._seen = wish, found.changed
            self._settle()

    def no_preview(self, error: Exception) -> None:
        """Say why there is none; a stop of a job that a newer one replaced is no reason."""
        if isinstance(error, BytescopeError):
            self._preview.show_note(str(error))

    # -- how it is built ------------------------------------------------------------------------

    def _choice(self, key: str, name: str, items: Sequence[tuple[str, object]]) -> QComboBox:
        combo = QComboBox(self)
        combo.setObjectName(f"operation.{key}")
        combo.setAccessibleName(name)
        for text, data in items:
            combo.addItem(text, data)
        return combo

    def _lay_out(self) -> None:
        self._add_labelled(tr("O&peration"), self._way)
        group = QGroupBox(tr("Range"), self)
        QVBoxLayout(group).addWidget(self._range)
        self.body.addWidget(group)
        self._operand = QGroupBox(tr("Operand"), self)
        inner = QVBoxLayout(self._operand)
        inner.addWidget(self._pattern)
        self._number_caption = caption(tr("&Number"), self, self._number)
        inner.addWidget(self._number_caption)
        inner.addWidget(self._number)
        grid = QGridLayout()
        self._rows = (
            (caption(tr("Pattern &begins at"), self, self._phase), self._phase),
            (caption(tr("&Unit"), self, self._width), self._width),
            (caption(tr("Byte &order"), self, self._order), self._order),
        )
        for row, (label, field) in enumerate(self._rows):
            grid.addWidget(label, row, 0)
            grid.addWidget(field, row, 1)
        grid.setColumnStretch(2, 1)
        inner.addLayout(grid)
        self.body.addWidget(self._operand)
        self.body.addWidget(caption(tr("Before, and after"), self, self._preview))
        self.body.addWidget(self._preview)
        self.body.addStretch(1)

    def _take_focus(self, way: Way | None) -> None:
        if way is None or way in (Way.NOT, Way.REVERSE):
            self._way.setFocus()
        elif way in BITWISE:
            self._pattern.take_focus()
        elif way is Way.SWAP:
            self._width.setFocus()
        else:
            self._number.setFocus()
            self._number.edit.selectAll()

    # -- what is typed --------------------------------------------------------------------------

    def _on_changed(self) -> None:
        way = self.way()
        has_number = way in ARITHMETIC | SHIFTS | {Way.TURN}
        self._pattern.setVisible(way in BITWISE)
        self._number.setVisible(has_number)
        self._number_caption.setVisible(has_number)
        self._number_caption.setText(_number_title(way))
        shown = (way in BITWISE, way in IN_UNITS, way in ARITHMETIC | SHIFTS)
        for (label, field), on in zip(self._rows, shown):
            label.setVisible(on)
            field.setVisible(on)
        self._operand.setVisible(way not in (Way.NOT, Way.REVERSE))
        range_ = self._range.value()
        self._number_check.follow(way, int(self._width.currentData()), range_.length if range_ else 0)
        self._number.refresh()
        self._settle()
        self.look()

    def _fault(self) -> str:
        if wrong := self._range.problem():
            return wrong
        way = self.way()
        if way in BITWISE:
            if wrong := self._pattern.problem():
                return tr("Pattern: {wrong}", wrong=wrong)
            return idle(self._rule(self._pattern.pattern()))
        if way in ARITHMETIC | SHIFTS | {Way.TURN} and (wrong := self._number.problem()):
            return wrong
        rule, range_ = self._rule(None), self._range.value()
        return idle(rule) or (problem(rule, range_.length) if range_ is not None else "")

    def _wanting(self) -> str:
        return self._pattern.missing() if self.way() in BITWISE else ""

    def _meaning(self) -> str:
        range_ = self._range.value()
        if range_ is None:
            return ""
        amount = f"{tr_n(range_.length, '{n} byte', '{n} bytes')} ({hex_text(range_.length)})"
        pages = tr_n(range_.pages.count, "{n} page", "{n} pages")
        changed = self._seen[1] if self._seen is not None and self._seen[0] == self._wanted else None
        if changed is None:
            return tr("Applied to {pages}, {amount}.", pages=pages, amount=amount)
        if not changed:
            return tr("Applied to {pages}, {amount}: nothing changes.", pages=pages, amount=amount)
        if changed == range_.length:
            return tr("Applied to {pages}, {amount}: all of it changes.", pages=pages, amount=amount)
        return tr(
            "Applied to {pages}, {amount}: {changed} of it change.",
            pages=pages,
            amount=amount,
            changed=tr_n(changed, "{n} byte", "{n} bytes"),
        )

    def _propose(self) -> None:
        """A pattern used before, or another, that changes something, unless one was typed already."""
        if self.way() not in BITWISE or self._proposed not in ("", self._pattern.text()):
            return
        usual = "0F" if self.way() is Way.AND else "FF"
        rule = Rule(self.way())
        proposed = next((text for text in self._history if not _idle(rule, text)), usual)
        if proposed != self._pattern.text():
            self._pattern.set_text(proposed)
        self._proposed = self._pattern.text()

    def _rule(self, operand: object) -> Rule:
        way, value = self.way(), self._number.value() or 0
        width = self._width.currentData()
        order: Order = "big" if self._order.currentData() == "big" else "little"
        rule = Rule(way, None, self._phase.currentData(), width, order)
        if way in BITWISE:
            return rule._replace(operand=operand)  # type: ignore[arg-type]
        if way in ARITHMETIC:
            return rule._replace(operand=number_operand(value, width, order))
        return rule._replace(by=value)

    def _made(self, operand: object) -> OperationWish | None:
        range_ = self._range.value()
        if range_ is None or (operand is None and self.way() in BITWISE):
            return None
        return OperationWish(range_, self._rule(operand))

    def _take(self) -> OperationWish:
        operand = self._pattern.take() if self.way() in BITWISE else None
        wish = self._made(operand)
        assert wish is not None  # there is no fault
        return wish


def _number_title(way: Way) -> str:
    if way in SHIFTS:
        return tr("&Number of bits")
    if way is Way.TURN:
        return tr("&Number of bytes (negative: to the right)")
    return tr("&Number")


def _idle(rule: Rule, text: str) -> bool:
    """Whether the pattern ``text`` is of no use for ``rule``; no file is opened for that."""
    if form_of(text).kind is PatternKind.FILE:
        return False
    try:
        return bool(idle(rule._replace(operand=parse_pattern(text))))
    except BytescopeError:
        return True


def _number_meaning(value: int) -> str:
    return f"−{both_text(-value)}" if value < 0 else both_text(value)


def _choose(combo: QComboBox, value: object) -> None:
    for at in range(combo.count()):
        if combo.itemData(at) == value:
            combo.setCurrentIndex(at)
