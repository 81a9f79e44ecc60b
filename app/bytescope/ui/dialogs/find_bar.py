"""The find bar below a document: what to look for, where, in which direction, and what came of it."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QLineEdit,
    QProgressBar,
    QPushButton,
    QToolButton,
    QWidget,
)

from bytescope.core.errors import InputError
from bytescope.core.text.numbers import LONGEST, NO_DOCUMENT, Names, parse_number
from bytescope.session.search.found_list import Asked
from bytescope.ui.dialogs.find_fields import INSTEAD, FindFields
from bytescope.ui.dialogs.find_rows import FindRows
from bytescope.ui.icons import icon
from bytescope.ui.widgets.captions import caption
from bytescope.ui.widgets.said import SaidLabel
from bytescope.ui.widgets.tips import plain_tip, tr

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bytescope.core.ranges import ByteRange
    from bytescope.core.search.template import Template
    from bytescope.core.search.wanted import Wanted

LEAST = 560
"""Pixels to which the window may be made narrower."""

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class FindBar(QWidget):
    """Not a window: the document stays usable. Enter finds the next, Shift+Enter the previous, Ctrl+Enter
    all; Esc closes.
    """

    wished = Signal(object, bool)
    """What is to be found (Asked), and whether forward."""
    all_wished = Signal(object)
    replace_wished = Signal(object, object, bool)
    """What is to be found, what to put in its place (bytes or a Template), and whether everywhere."""
    closed = Signal()
    cancel = Signal()

    def __init__(self, parent: QWidget | None = None, *, names: Callable[[], Names] | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("find")
        self.setAutoFillBackground(True)
        self._names = names
        self.fields = FindFields(self)
        self._next = self._button("next", tr("&Next"), tr("Find the next (Enter, F3)"))
        self._previous = self._button(
            "previous", tr("Previo&us"), tr("Find the previous (Shift+Enter, Shift+F3)")
        )
        self._all = self._button("all", tr("Find &All"), tr("List every hit (Ctrl+Enter)"))
        self._within = self._line("within", tr("Search only in this range"), tr("Whole document"), 22)
        self._take = self._button("take", tr("Selection"), tr("Search only in what is selected now"))
        self._align = self._line("align", tr("Multiples of which offsets of hits are"), "1", 5)
        self._most = self._line("most", tr("How many hits are listed at most"), tr("No limit"), 9)
        self._with = self._line(
            "with", tr("What to put in its place"), tr("Nothing: the hits are deleted"), 16
        )
        self._one = self._button("replace", tr("&Replace"), tr("Replace this hit and go to the next (Enter)"))
        self._each = self._button(
            "replace_all", tr("Replace A&ll"), tr("Replace every hit as one step (Ctrl+Enter)")
        )
        self._as_text = self._button("as_text", tr("As Te&xt"), tr("Look for what was typed as text"))
        self._stop = self._button("cancel", tr("Stop"), tr("Stop the search"))
        self._progress = QProgressBar(self)
        self._progress.setObjectName("find.progress")
        self._progress.setAccessibleName(tr("A search is under way"))
        # How far a search will have to go is not known before it ends: the bar only moves.
        self._progress.setRange(0, 0)
        self._progress.setTextVisible(False)
        self._progress.setFixedWidth(self.fontMetrics().averageCharWidth() * 14)
        self._said = SaidLabel("find.state", parent=self)
        self._said.setAlignment(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
        self._close = QToolButton(self)
        self._close.setObjectName("find.close")
        self._close.setAccessibleName(tr("Close the find bar"))
        self._close.setToolTip(plain_tip(tr("Close (Esc)")))
        self._close.setAutoRaise(True)
        self._close.setIcon(icon("close", self.palette()))
        self._busy = False
        self._lay_out()
        self.setFocusProxy(self.fields.pattern)
        self._connect()
        self._on_edited()
        self.show_state("", False)
        self.show_replace(False)

    # -- for the window -----------------------------------------------------------------------

    def show_state(self, text: str, busy: bool) -> None:
        """Say what came of a search, or that one is under way."""
        self._busy = busy
        self._as_text.hide()
        self._stop.setVisible(busy)
        self._progress.setVisible(busy)
        self._said.say(text)

    @property
    def busy(self) -> bool:
        """Whether a search is said to be under way."""
        return self._busy

    def prefer(self, column: str) -> None:
        """Look for what the person works in: text in the "text" column, else bytes; what was typed stays."""
        if not self.fields.pattern.text():
            kind = self.fields.kind
            kind.setCurrentIndex(kind.findData("text" if column == "text" else "hex"))

    def show_replace(self, on: bool) -> None:
        """Show the row for what is to be put in the place of hits, or not."""
        for widget in (self._with_label, self._with, self._one, self._each):
            widget.setVisible(on)

    def offer(self, lines: Iterable[str]) -> None:
        """Offer what was searched for before."""
        self.fields.offer(lines)

    def ask(self) -> Asked | None:
        """What is to be found; None (and a sentence in the bar) where it cannot be understood."""
        from bytescope.core.search.wanted import matcher_of

        wanted = self.fields.wanted()
        try:
            matcher_of(wanted)
        except InputError as error:
            self._complain(error, self.fields.pattern)
            self.fields.select_fault(error.position)
            self._as_text.setVisible(wanted.kind == "hex" and bool(wanted.text.strip()))
            return None
        align = self._number(self._align, 1)
        most = self._number(self._most, 0)
        if align is None or most is None:
            return None
        try:
            wanted = wanted._replace(align=align)
            matcher_of(wanted)
        except InputError as error:
            self._complain(error, self._align)
            return None
        try:
            area = self._area()
        except InputError as error:
            self._complain(error, self._within)
            return None
        return Asked(wanted, area, most or None)

    # -- how it is built ----------------------------------------------------------------------

    def _button(self, key: str, text: str, tip: str) -> QPushButton:
        button = QPushButton(text, self)
        button.setObjectName(f"find.{key}")
        button.setAccessibleName(tip)
        button.setToolTip(plain_tip(tip))
        button.setAutoDefault(False)
        return button

    def _line(self, key: str, title: str, empty: str, chars: int) -> QLineEdit:
        edit = QLineEdit(self)
        edit.setObjectName(f"find.{key}")
        edit.setAccessibleName(title)
        edit.setToolTip(plain_tip(title))
        edit.setPlaceholderText(empty)
        edit.setMaxLength(LONGEST if key != "with" else 1 << 20)
        edit.setMinimumWidth(self.fontMetrics().averageCharWidth() * chars)
        return edit

    def _lay_out(self) -> None:
        self._with_label = caption(tr("Replace with"), self, self._with)
        buttons = self._previous, self._next, self._all, self._close
        counts = (
            caption(tr("Aligned to"), self, self._align),
            self._align,
            caption(tr("At most"), self, self._most),
            self._most,
        )
        for edit, chars in ((self._within, 24), (self._align, 7), (self._most, 11)):
            edit.setMaximumWidth(self.fontMetrics().averageCharWidth() * chars + 16)
        self._rows = FindRows(
            self,
            self.fields,
            (
                (caption(tr("F&ind"), self, self.fields.pattern), (self.fields, *buttons)),
                (self._with_label, (self._with, self._one, self._each)),
                (caption(tr("In"), self, self._within), (self._within, self._take, *counts)),
            ),
            (self._said, self._as_text, self._progress, self._stop),
            (self.fields, self._with, self._said),
        )
        # As in other editors Tab leads from what is looked for to what is put in its place.
        chain = (*self.fields.head, self._with, *self.fields.options, *buttons[:-1], self._one, self._each)
        chain = (
            *chain,
            self._within,
            self._take,
            self._align,
            self._most,
            self._as_text,
            self._stop,
            self._close,
        )
        for before, after in pairwise(chain):
            self.setTabOrder(before, after)

    def _connect(self) -> None:
        self._next.clicked.connect(self._on_next)
        self._previous.clicked.connect(self._on_previous)
        self._all.clicked.connect(self.wish_all)
        self._one.clicked.connect(self._on_replace)
        self._each.clicked.connect(self._on_replace_all)
        self._take.clicked.connect(self._on_take)
        self._as_text.clicked.connect(self._on_as_text)
        self._stop.clicked.connect(self.cancel)
        self._close.clicked.connect(self.closed)
        self.fields.edited.connect(self._on_edited)
        for edit in (self._within, self._align, self._most, self._with):
            edit.textEdited.connect(self._on_edited)

    # -- what is typed ------------------------------------------------------------------------

    def _number(self, edit: QLineEdit, empty: int) -> int | None:
        if not edit.text().strip():
            return empty
        try:
            value = parse_number(edit.text(), self._names() if self._names else NO_DOCUMENT, relative=False)
            if value < 1:
                raise InputError(tr("Give 1 or more, or leave it empty."), 0)
        except InputError as error:
            self._complain(error, edit)
            return None
        return value

    def _area(self) -> ByteRange | None:
        """The range to search; None: everywhere. Raises ``InputError``."""
        if not self._within.text().strip() or self._names is None:
            return None
        from bytescope.core.text.range_text import parse_range

        area = parse_range(self._within.text(), self._names())
        if not area:
            raise InputError(tr("The range is empty; give another one, or none."), 0)
        return area

    def _complain(self, error: InputError, edit: QLineEdit) -> None:
        """Say what is wrong, and mark the character."""
        place = error.position
        named = place is not None and edit.text()
        self._said.complain(
            tr("Character {place}: {problem}", place=(place or 0) + 1, problem=error) if named else str(error)
        )
        edit.setFocus()
        if place is None or place >= len(edit.text()):
            edit.selectAll()
        else:
            edit.setSelection(place, 1)

    # -- what happens -------------------------------------------------------------------------

    def minimumSizeHint(self) -> QSize:
        """As narrow as it can become: what it is laid out like now must not keep it from that."""
        least = super().minimumSizeHint()
        return QSize(min(least.width(), LEAST), least.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._rows.fit(self.width())

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.fields.pattern.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        elif event.key() in _ENTER:
            self._on_enter(event.modifiers())
        else:
            super().keyPressEvent(event)

    def _on_enter(self, keys: Qt.KeyboardModifier) -> None:
        focus = self.focusWidget()
        everywhere = bool(keys & Qt.KeyboardModifier.ControlModifier)
        if isinstance(focus, QPushButton | QToolButton):
            focus.click()
        elif focus is self._with:
            self._replace(everywhere)
        elif everywhere:
            self.wish_all()
        else:
            self._wish(not keys & Qt.KeyboardModifier.ShiftModifier)

    def _on_next(self) -> None:
        self._wish(True)

    def _on_previous(self) -> None:
        self._wish(False)

    def _on_take(self) -> None:
        """Write down what is selected now: a hit that is selected later is not meant."""
        names = self._names() if self._names is not None else NO_DOCUMENT
        if not names.sel:
            self._said.complain(tr("Nothing is selected; select the bytes to search first."))
            return
        self._within.setText(f"0x{names.start:X}..0x{names.end:X}")
        self._on_edited()

    def _on_as_text(self) -> None:
        """What was typed is no hex: it was meant as text."""
        kind = self.fields.kind
        kind.setCurrentIndex(kind.findData("text"))
        self.fields.pattern.setFocus()
        self._wish(True)

    def _on_replace(self) -> None:
        self._replace(False)

    def _on_replace_all(self) -> None:
        self._replace(True)

    def _on_edited(self) -> None:
        filled = bool(self.fields.pattern.text())
        for button in (self._next, self._previous, self._all, self._one, self._each):
            button.setEnabled(filled)
        self._with.setToolTip(plain_tip(tr(INSTEAD[self.fields.kind.currentData()])))
        if self._said.is_fault:
            self.show_state("", self._busy)

    def _wish(self, forward: bool) -> None:
        if (asked := self.ask()) is not None:
            self.wished.emit(asked, forward)

    def wish_all(self) -> None:
        """As if Find All had been pressed."""
        if (asked := self.ask()) is not None:
            self.all_wished.emit(asked)

    def _replace(self, everywhere: bool) -> None:
        if (asked := self.ask()) is None:
            return
        try:
            data = self._replacement(asked.wanted)
        except InputError as error:
            self._complain(error, self._with)
            return
        self.replace_wished.emit(asked, data, everywhere)

    def _replacement(self, wanted: Wanted) -> bytes | Template:
        from bytescope.core.search.wanted import replacement

        return replacement(wanted, self._with.text())
