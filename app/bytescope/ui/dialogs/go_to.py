"""Go To…, and other questions for one offset."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QWidget

from bytescope.core.text.formats import hex_text
from bytescope.core.text.numbers import Names
from bytescope.ui.dialogs.asking import AskDialog
from bytescope.ui.dialogs.offsets import OffsetCheck, offset_meaning
from bytescope.ui.widgets.captions import caption
from bytescope.ui.widgets.number_edit import NumberEdit
from bytescope.ui.widgets.tips import tr, tr_later

HISTORY_LENGTH = 30
HINT = tr_later(
    "Examples: 0x1F00, 4Ki, p12 or page 12, +512, -16 (from the cursor), <4096 (from the end), end."
)


class GoToDialog(AskDialog[int]):
    """Asks for an offset from 0 to the end. A ``title`` of its own is also the verb."""

    def __init__(
        self,
        names: Names,
        caret: int,
        *,
        history: Sequence[str] = (),
        title: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("go_to", title or tr("Go To"), title or tr("Go"), parent)
        self._history = list(history)
        self._offset = NumberEdit(
            "go_to.offset",
            tr("Offset or page"),
            names,
            text=hex_text(caret),
            check=OffsetCheck(names.size),
            describe=offset_meaning,
            history=history,
            parent=self,
        )
        self._add_labelled(tr("&Offset or page"), self._offset)
        hint = caption(tr(HINT), self)
        hint.setObjectName("go_to.hint")
        hint.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        hint.setWordWrap(True)
        self.body.addWidget(hint)
        # The line below the box says all there is to say.
        self.said.hide()
        self._offset.edit.selectAll()
        self._offset.setFocus()
        self._offset.changed.connect(self._settle)
        self._settle()

    def history(self) -> list[str]:
        """What was typed so far, with the present text in front."""
        present = self._offset.text()
        return [present, *(text for text in self._history if text != present)][:HISTORY_LENGTH]

    def _fault(self) -> str:
        return self._offset.problem()

    def _take(self) -> int:
        offset = self._offset.value()
        assert offset is not None  # there is no fault
        return offset
