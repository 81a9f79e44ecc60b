"""The strip above what is compared: which documents they are, how many pages differ, what can be done."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QToolButton, QWidget

from bytescope.core.text.comparison_text import headings
from bytescope.ui.widgets.steady_label import SteadyLabel
from bytescope.ui.widgets.tips import plain_tip, told, tr, without_key

if TYPE_CHECKING:
    from bytescope.session.compare.comparing import Comparing

REFRESH_MS = 100
BAR_WIDTH = 110

LEAST_NAMES = 160
"""Pixels to which the names are cut in a narrow window."""


class CompareStrip(QWidget):
    """Reads a comparison and shows how it stands. Its buttons are ``actions``, each with a short text."""

    def __init__(self, comparing: Comparing, actions: Sequence[tuple[QAction, str]], parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("compare.strip")
        self.setAccessibleName(tr("Comparison"))
        self._comparing = comparing
        self.swapped = False
        self.names = SteadyLabel(self, least=LEAST_NAMES)
        self.names.setObjectName("compare.names")
        self.names.setAccessibleName(tr("What is compared"))
        self.said = SteadyLabel(self, greedy=True)
        self.said.setObjectName("compare.said")
        self.said.setAccessibleName(tr("How many pages differ"))
        self.bar = QProgressBar(self)
        self.bar.setObjectName("compare.progress")
        self.bar.setAccessibleName(tr("Pages compared"))
        self.bar.setRange(0, 1000)
        self.bar.setFixedWidth(BAR_WIDTH)
        self.bar.setAlignment(Qt.AlignmentFlag.AlignCenter)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(8, 3, 4, 3)
        layout.setSpacing(8)
        layout.addWidget(self.names)
        layout.addWidget(self.said, 1)
        layout.addWidget(self.bar)
        for action, short in actions:
            layout.addWidget(_button(action, short, self))
        self._timer = QTimer(self, singleShot=True, interval=REFRESH_MS)
        self._timer.timeout.connect(self.refresh)
        comparing.changed.connect(self._on_changed)
        self.refresh()

    def refresh(self) -> None:
        """Show how it stands now."""
        comparing = self._comparing
        names = headings(comparing.names, swapped=self.swapped)
        self.names.setText(names)
        self.names.setToolTip(plain_tip(names))
        sentence = comparing.sentence()
        self.said.setText(sentence)
        self.said.setToolTip(plain_tip(told(sentence)))
        tally = comparing.tally
        done = tally.pages - tally.unknown
        self.bar.setVisible(comparing.running)
        self.bar.setValue(done * 1000 // max(1, tally.pages))

    def _on_changed(self) -> None:
        if not self._comparing.running:
            self.refresh()
        elif not self._timer.isActive():
            self._timer.start()


def _button(action: QAction, short: str, parent: QWidget) -> QToolButton:
    action.setIconText(short)  # the menu goes on with the whole text
    button = QToolButton(parent)
    button.setDefaultAction(action)
    button.setObjectName(action.objectName().replace("action.", "strip."))
    button.setAccessibleName(without_key(action.text()))
    button.setAutoRaise(True)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
    return button
