"""What every dialog that asks for values has in common: a body, a line for faults, a verb and Cancel."""

from __future__ import annotations

from typing import Generic, TypeVar

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QPushButton, QVBoxLayout, QWidget

from bytescope.core.errors import BytescopeError
from bytescope.ui.widgets.captions import caption
from bytescope.ui.widgets.said import SaidLabel
from bytescope.ui.widgets.tips import plain_tip, tr, without_key

W = TypeVar("W")


class AskDialog(QDialog, Generic[W]):
    """Gives a wish of type W, or None when it was cancelled.

    A subclass adds widgets to ``body``, calls ``_settle`` when it is built and at each change, says in
    ``_fault`` and ``_wanting`` what keeps the verb from being pressed, in ``_meaning`` what it would do,
    and makes the wish in ``_take``, which may still raise.
    """

    def __init__(self, name: str, title: str, verb: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setWindowTitle(title)
        self.setModal(True)
        self._wish: W | None = None
        outer = QVBoxLayout(self)
        outer.setSpacing(10)
        outer.addStrut(self.fontMetrics().averageCharWidth() * 72)  # a sentence in two lines
        self.body = QVBoxLayout()
        self.body.setSpacing(10)
        outer.addLayout(self.body, 1)
        self.said = SaidLabel(f"{name}.said", lines=2, parent=self)
        outer.addWidget(self.said)
        buttons = QDialogButtonBox(self)
        self.ok = QPushButton(verb, self)
        self.ok.setDefault(True)
        self.cancel = QPushButton(tr("Cancel"), self)
        self.cancel.setAutoDefault(False)
        for button, key in ((self.ok, "ok"), (self.cancel, "cancel")):
            button.setObjectName(f"{name}.{key}")
            button.setAccessibleName(without_key(button.text()))
        buttons.addButton(self.ok, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(self.cancel, QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        outer.addWidget(buttons)

    def wish(self) -> W | None:
        """What was asked for; None before the verb was pressed and after Cancel."""
        return self._wish

    def accept(self) -> None:
        """Close with a wish; a fault keeps the dialog open and is told."""
        if self._fault() or self._wanting():
            return
        try:
            self._wish = self._take()
        except BytescopeError as error:
            self.said.complain(str(error))
            return
        super().accept()

    def exec(self) -> int:
        """As QDialog's; the widgets go away afterwards, the wish stays."""
        result = super().exec()
        self.deleteLater()
        return result

    def _settle(self) -> None:
        """Show whether the verb can be pressed, and why not."""
        fault = self._fault()
        reason = fault or self._wanting()
        self.ok.setEnabled(not reason)
        self.ok.setToolTip(plain_tip(reason))
        if fault:
            self.said.complain(fault)
        else:
            self.said.say(reason or self._meaning())

    def _fault(self) -> str:
        """What is wrong, in one sentence that names the field; "" for nothing."""
        raise NotImplementedError

    def _wanting(self) -> str:
        """What must still be given, in one sentence; "" for nothing."""
        return ""

    def _meaning(self) -> str:
        """What pressing the verb will do."""
        return ""

    def _take(self) -> W:
        """The wish; only asked for when there is no fault."""
        raise NotImplementedError

    def _add_labelled(self, text: str, field: QWidget) -> QLabel:
        """A label above ``field``, both at the end of the body."""
        label = caption(text, self, field)
        column = QVBoxLayout()
        column.setSpacing(4)
        column.addWidget(label)
        column.addWidget(field)
        self.body.addLayout(column)
        return label
