"""A box for a number in the number grammar, with its value shown live below."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QVBoxLayout, QWidget

from bytescope.core.errors import InputError
from bytescope.core.text.formats import both_text
from bytescope.core.text.numbers import LONGEST, Names, parse_number
from bytescope.ui.widgets.said import SaidLabel
from bytescope.ui.widgets.tips import tr


class NumberEdit(QWidget):
    """A line edit called ``name``, and below it a line called ``name``.value.

    ``check`` is asked for what is wrong with a value ("" for nothing), ``describe`` for what it means.
    With ``relative`` a sign in front counts from the cursor. An ``optional`` box may be empty. With
    ``history`` the box is a list of what was typed before.
    """

    changed = Signal()

    def __init__(
        self,
        name: str,
        title: str,
        names: Names,
        *,
        text: str = "",
        relative: bool = True,
        optional: str = "",
        check: Callable[[int], str] | None = None,
        describe: Callable[[int], str] = both_text,
        history: Sequence[str] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName(f"{name}.field")
        self._title = title
        self._names = names
        self._relative = relative
        self._optional = optional
        self._check = check
        self._describe = describe
        self._value: int | None = None
        self._problem = ""
        self._position: int | None = None
        self.edit = self._make_edit(name, history)
        self.edit.setText(text)
        self.said = SaidLabel(f"{name}.value", lines=2)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(self._outer)
        layout.addWidget(self.said)
        self.setFocusProxy(self.edit)
        self.edit.textChanged.connect(self._on_text_changed)
        self._read()

    def _make_edit(self, name: str, history: Sequence[str] | None) -> QLineEdit:
        """The box itself; ``_outer`` is what stands in the layout."""
        self._outer: QWidget
        if history is None:
            edit = QLineEdit(self)
            self._outer = edit
        else:
            combo = QComboBox(self)
            combo.setObjectName(f"{name}.history")
            combo.setAccessibleName(tr("{title}, with history", title=self._title))
            combo.setEditable(True)
            combo.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
            combo.addItems(list(history))
            combo.setMinimumContentsLength(24)
            combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            found = combo.lineEdit()
            assert found is not None  # it is editable
            edit = found
            edit.setCompleter(None)  # type: ignore[arg-type]
            self._outer = combo
        edit.setObjectName(name)
        edit.setAccessibleName(self._title)
        edit.setMaxLength(LONGEST)
        return edit

    def value(self) -> int | None:
        """The number; None where it is not valid, or empty in an optional box."""
        return self._value

    def problem(self) -> str:
        """What is wrong, naming the box; "" where nothing is."""
        return f"{self._title}: {self._problem}" if self._problem else ""

    def text(self) -> str:
        """What was typed, without blanks around it."""
        return self.edit.text().strip()

    def set_names(self, names: Names) -> None:
        """Let the names in expressions stand for other values, and read the text again."""
        self._names = names
        self._on_text_changed()

    def select_fault(self) -> None:
        """Put the keyboard here, at the character at fault if it is known."""
        self.edit.setFocus()
        if self._position is None or self._position >= len(self.edit.text()):
            self.edit.selectAll()
        else:
            self.edit.setSelection(self._position, 1)

    def refresh(self) -> None:
        """Check again: what ``check`` or ``describe`` look at has changed."""
        self._read()

    def _on_text_changed(self) -> None:
        self._read()
        self.changed.emit()

    def _read(self) -> None:
        self._value, self._problem, self._position = None, "", None
        text = self.edit.text()
        if self._optional and not text.strip():
            self.said.say(self._optional)
            return
        try:
            value = parse_number(text, self._names, relative=self._relative)
        except InputError as error:
            self._position = error.position
            self._problem = str(error)
            self.said.complain(self._located())
            return
        self._problem = self._check(value) if self._check is not None else ""
        if self._problem:
            self.said.complain(self._problem)
            return
        self._value = value
        self.said.say(self._describe(value))

    def _located(self) -> str:
        """The fault, with the character's number where there is something to count."""
        if self._position is None or not self.edit.text().strip():
            return self._problem
        return tr("Character {place}: {problem}", place=self._position + 1, problem=self._problem)
