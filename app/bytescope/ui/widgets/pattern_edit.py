"""The fields for a pattern: its kind, what that kind needs, and what was used before."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from bytescope.core.document.pattern_text import parse_bytes, parse_pattern
from bytescope.core.document.patterns import Pattern
from bytescope.core.errors import BytescopeError, InputError
from bytescope.core.text.numbers import NO_DOCUMENT, Names
from bytescope.ui.widgets.pattern_form import FINITE, PatternForm, PatternKind, form_of
from bytescope.ui.widgets.pattern_pages import PatternPages, choose, make_choice
from bytescope.ui.widgets.said import SaidLabel
from bytescope.ui.widgets.tips import tr, tr_n

HISTORY_LENGTH = 30


class PatternEdit(QWidget):
    """Fields called ``name``.kind, .hex, .text, .number …; only those of the chosen kind are shown.

    The pattern text grammar of ``core.document.pattern_text`` is the one truth: fields are written as such a
    text, and a text out of the history is taken apart into fields. Whole numbers may be expressions;
    ``names`` says what their names stand for. ``once``: finite bytes are used once and not repeated.
    """

    changed = Signal()

    def __init__(
        self,
        name: str,
        *,
        kinds: Sequence[PatternKind] = tuple(PatternKind),
        history: Sequence[str] = (),
        names: Names = NO_DOCUMENT,
        once: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName(f"{name}.fields")
        self._names = names
        self._once = once
        self._history = [text for text in history if form_of(text).kind in kinds]
        self._pattern: Pattern | None = None
        self._problem = ""
        self._missing = ""
        self._kind = make_choice(
            f"{name}.kind", tr("Kind of pattern"), [(tr(k.value), k) for k in kinds], self
        )
        self._recent = make_choice(
            f"{name}.recent", tr("Recent patterns"), [(tr("Recent patterns"), None)], self
        )
        for text in self._history:
            self._recent.addItem(text if len(text) <= 40 else f"{text[:39]}…", text)
        self._recent.setVisible(bool(self._history))
        self._pages = PatternPages(name, kinds, self)
        self.said = SaidLabel(f"{name}.value", lines=2, parent=self)
        top = QHBoxLayout()
        top.addWidget(self._kind, 1)
        top.addWidget(self._recent, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(top)
        layout.addWidget(self._pages)
        layout.addWidget(self.said)
        self.setFocusProxy(self._kind)
        self.set_form(form_of(self._history[0]) if self._history else PatternForm())
        self._kind.currentIndexChanged.connect(self._on_edited)
        self._recent.activated.connect(self._on_recent_chosen)
        self._pages.edited.connect(self._on_edited)

    def form(self) -> PatternForm:
        """All the fields as typed."""
        return self._pages.form(self.kind())

    def set_form(self, form: PatternForm) -> None:
        """Show ``form``."""
        self._pages.set_form(form)
        choose(self._kind, form.kind)
        self._read()

    def take_focus(self) -> None:
        """Put the keyboard where the pattern itself is typed; its kind is one Shift+Tab away."""
        self._pages.take_focus()

    def set_text(self, text: str) -> None:
        """Show the pattern ``text``."""
        self.set_form(form_of(text))
        self.changed.emit()

    def kind(self) -> PatternKind:
        kind = self._kind.currentData()
        assert isinstance(kind, PatternKind)
        return kind

    def text(self) -> str:
        """The pattern as text, with numbers worked out; as typed where that cannot be done."""
        form = self.form()
        try:
            return form.worked_out(self._names).as_text()
        except InputError:
            return form.as_text()

    def pattern(self) -> Pattern | None:
        """The pattern; None where it is not valid, and for a file, which is opened by ``take`` only."""
        return self._pattern

    def data(self) -> bytes | None:
        """The bytes themselves, once, of a kind that has a length of its own; None otherwise."""
        if self._pattern is None or self.kind() not in FINITE:
            return None
        try:
            return parse_bytes(self.text())
        except InputError:  # a text under "Hex bytes" that means an endless pattern
            return None

    def problem(self) -> str:
        """What is wrong, in one sentence; "" where nothing is."""
        return self._problem

    def missing(self) -> str:
        """What must still be typed, in one sentence; "" for nothing."""
        return self._missing

    def take(self) -> Pattern:
        """The pattern, for use now; raises the errors of parsing and of opening a file."""
        return parse_pattern(self.text())

    def history(self) -> list[str]:
        """The patterns used before with the present one in front."""
        present = self.text()
        return [present, *(text for text in self._history if text != present)][:HISTORY_LENGTH]

    def _on_recent_chosen(self, at: int) -> None:
        text = self._recent.itemData(at)
        self._recent.setCurrentIndex(0)
        if isinstance(text, str):
            self.set_text(text)

    def _on_edited(self) -> None:
        self._read()
        self.changed.emit()

    def _read(self) -> None:
        """Find out what the fields mean; a file is not touched before it is used."""
        self._pages.show_kind(self.kind())
        form = self.form()
        self._pattern = None
        self._problem = ""
        self._missing = form.missing()
        if self._missing:
            self.said.say("")
        elif form.kind is PatternKind.FILE:
            self.said.say(tr("The bytes of the file are repeated as often as they are needed."))
        else:
            self._parse(form)

    def _parse(self, form: PatternForm) -> None:
        try:
            self._pattern = parse_pattern(form.worked_out(self._names).as_text())
        except BytescopeError as error:
            self._problem = str(error)
            self.said.complain(self._problem)
        else:
            self.said.say(self._meaning(form.kind, self._pattern.cycle))

    def _meaning(self, kind: PatternKind, cycle: int | None) -> str:
        """What is shown below valid fields."""
        if kind in FINITE and cycle is not None:
            if self._once:
                return tr_n(cycle, "{n} byte.", "{n} bytes.")
            return tr_n(
                cycle, "{n} byte, repeated as often as needed.", "{n} bytes, repeated as often as needed."
            )
        if kind is PatternKind.RANDOM:
            return tr("The same seed and offset always give the same bytes.")
        return ""
