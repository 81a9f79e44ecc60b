"""The question before unsaved edits are dropped."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QListWidget,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from bytescope.core.source.shown import printable_name
from bytescope.ui.widgets.captions import caption
from bytescope.ui.widgets.tips import tr, tr_n, without_key

Answer = Literal["save", "discard", "cancel"]


class UnsavedDialog(QDialog):
    """Lists the documents that have unsaved edits; ``verb`` is what will happen to them, at first "Close"."""

    def __init__(self, names: Sequence[str], *, verb: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("unsaved")
        self.setWindowTitle(tr("Unsaved Edits"))
        self.setModal(True)
        self._answer: Answer = "cancel"
        verb = verb or tr("Close")
        question = caption(
            tr_n(
                len(names),
                "{n} document has unsaved edits. {verb} without saving, and they are lost.",
                "{n} documents have unsaved edits. {verb} without saving, and they are lost.",
                verb=verb,
            ),
            self,
        )
        question.setObjectName("unsaved.question")
        shown = QListWidget(self)
        shown.setObjectName("unsaved.names")
        shown.setAccessibleName(tr("Documents with unsaved edits"))
        shown.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        shown.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        shown.setSelectionMode(QListWidget.SelectionMode.NoSelection)
        shown.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        shown.addItems([printable_name(name) for name in names])
        shown.setMaximumHeight(shown.fontMetrics().lineSpacing() * 9)
        layout = QVBoxLayout(self)
        layout.setSpacing(10)
        layout.addStrut(self.fontMetrics().averageCharWidth() * 64)
        layout.addWidget(question)
        layout.addWidget(shown)
        layout.addWidget(self._make_buttons(len(names), verb))

    def wish(self) -> Answer:
        """What was chosen; "cancel" also when the dialog was closed."""
        return self._answer

    def exec(self) -> int:
        """As QDialog's; the widgets go away afterwards, the answer stays."""
        result = super().exec()
        self.deleteLater()
        return result

    def _make_buttons(self, count: int, verb: str) -> QDialogButtonBox:
        box = QDialogButtonBox(self)
        self.save = QPushButton(tr("&Save") if count == 1 else tr("&Save All"), self)
        self.discard = QPushButton(tr("&Discard and {verb}", verb=verb), self)
        self.cancel = QPushButton(tr("Cancel"), self)
        for button, key, role, act in (
            (self.save, "save", QDialogButtonBox.ButtonRole.AcceptRole, self._on_save),
            (self.discard, "discard", QDialogButtonBox.ButtonRole.DestructiveRole, self._on_discard),
            (self.cancel, "cancel", QDialogButtonBox.ButtonRole.RejectRole, self.reject),
        ):
            button.setObjectName(f"unsaved.{key}")
            button.setAccessibleName(without_key(button.text()))
            button.clicked.connect(act)
            box.addButton(button, role)
        self.save.setDefault(True)
        return box

    def _on_save(self) -> None:
        self._answer = "save"
        self.accept()

    def _on_discard(self) -> None:
        self._answer = "discard"
        self.accept()
