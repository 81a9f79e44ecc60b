"""The question before a file is opened in which a save was cut off."""

from __future__ import annotations

from typing import Literal

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPushButton, QVBoxLayout, QWidget

from bytescope.core.storage.pending import Leftover
from bytescope.ui.widgets.captions import caption
from bytescope.ui.widgets.path_label import PathLabel
from bytescope.ui.widgets.tips import told, tr, tr_later, without_key

Answer = Literal["roll_back", "complete", "read", "cancel"]


class CutOffDialog(QDialog):
    """Asks what is to become of the save; whatever is chosen, nothing was done yet."""

    def __init__(self, item: Leftover, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("cut_off")
        self.setWindowTitle(tr("A Save Was Cut Off"))
        self.setModal(True)
        self._answer: Answer = "cancel"
        path = PathLabel(item.path or b"", self)
        said = caption(f"{told(item.sentence)} {tr(_EXPLAINED)}", self)
        said.setObjectName("cut_off.said")
        said.setWordWrap(True)
        layout = QVBoxLayout(self)
        layout.setSpacing(10)
        layout.addStrut(self.fontMetrics().averageCharWidth() * 72)
        layout.addWidget(path)
        layout.addWidget(said)
        layout.addWidget(self._make_buttons(item))

    def wish(self) -> Answer:
        """What was chosen; "cancel" also when the dialog was closed."""
        return self._answer

    def exec(self) -> int:
        """As QDialog's; the widgets go away afterwards, the answer stays."""
        result = super().exec()
        self.deleteLater()
        return result

    def _make_buttons(self, item: Leftover) -> QDialogButtonBox:
        box = QDialogButtonBox(self)
        role = QDialogButtonBox.ButtonRole
        buttons = {}
        for key, text, part, act, possible in (
            ("roll_back", tr("Roll &Back"), role.ActionRole, self._on_roll_back, item.can_roll_back),
            ("complete", tr("&Complete the Save"), role.ActionRole, self._on_complete, item.can_complete),
            ("read", tr("Open &Read-Only"), role.ActionRole, self._on_read, True),
            ("cancel", tr("Cancel"), role.RejectRole, self.reject, True),
        ):
            button = QPushButton(text, self)
            button.setObjectName(f"cut_off.{key}")
            button.setAccessibleName(without_key(text))
            button.setEnabled(possible)
            button.setAutoDefault(False)
            button.clicked.connect(act)
            box.addButton(button, part)
            buttons[key] = button
        buttons["cancel"].setDefault(True)
        return box

    def _on_roll_back(self) -> None:
        self._choose("roll_back")

    def _on_complete(self) -> None:
        self._choose("complete")

    def _on_read(self) -> None:
        self._choose("read")

    def _choose(self, answer: Answer) -> None:
        self._answer = answer
        self.accept()


_EXPLAINED = tr_later(
    "Roll Back puts the old bytes back; edits that were on their way can be recovered afterwards. "
    "Complete the Save writes what was missing. Read-only shows the file as it is."
)
