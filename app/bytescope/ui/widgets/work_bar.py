"""A button that begins work and stops it, with its progress and what came of it beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QWidget

from bytescope.core.text.formats import duration_text, rate_text
from bytescope.ui.widgets.said import SaidLabel
from bytescope.ui.widgets.tips import tr

if TYPE_CHECKING:
    from bytescope.core.ticket import Ticket

PERIOD_MS = 100
PER_MILLE = 1000


class WorkBar(QWidget):
    """``begun`` and ``stopped`` are wishes; what is shown is what ``follow`` and ``say`` were told.

    ``ticked`` comes some times a second while work is under way and the bar is to be seen.
    """

    begun = Signal()
    stopped = Signal()
    ticked = Signal()

    def __init__(self, name: str, verb: str, tip: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._verb = verb
        self._ticket: Ticket | None = None
        self.button = QPushButton(verb, self)
        self.button.setObjectName(f"{name}.go")
        self.button.setAccessibleName(tip)
        self.button.setAutoDefault(False)
        self._progress = QProgressBar(self)
        self._progress.setObjectName(f"{name}.progress")
        self._progress.setAccessibleName(tr("How far the work is"))
        self._progress.setRange(0, PER_MILLE)
        self._progress.setTextVisible(False)
        self._progress.setFixedWidth(self.fontMetrics().averageCharWidth() * 16)
        self._said = SaidLabel(f"{name}.said", parent=self)
        self._said.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.button)
        layout.addWidget(self._progress)
        layout.addWidget(self._said, 1)
        self._timer = QTimer(self)
        self._timer.setInterval(PERIOD_MS)
        self._timer.timeout.connect(self._tick)
        self.button.clicked.connect(self._on_clicked)
        self.follow(None)

    @property
    def busy(self) -> bool:
        return self._ticket is not None

    def follow(self, ticket: Ticket | None) -> None:
        """Show the progress of this work; None: nothing is under way."""
        self._ticket = ticket
        self.button.setText(tr("&Stop") if self.busy else self._verb)
        self._progress.setVisible(self.busy)
        if self.busy and self.isVisible():
            self._timer.start()
            self._tick()
        else:
            self._timer.stop()

    def say(self, text: str) -> None:
        """What came of the work."""
        self._said.say(text)

    def complain(self, text: str) -> None:
        """Why there is no work, or nothing came of it."""
        self._said.complain(text)

    def text(self) -> str:
        return self._said.full_text()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.follow(self._ticket)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._timer.stop()

    def _on_clicked(self) -> None:
        (self.stopped if self.busy else self.begun).emit()

    def _tick(self) -> None:
        ticket = self._ticket
        if ticket is None:
            return
        self._progress.setValue(int(ticket.share * PER_MILLE))
        left = ticket.remaining()
        rest = tr(" · {left} left", left=duration_text(left)) if left is not None and ticket.share < 1 else ""
        self._said.say(f"{ticket.share:.0%} · {rate_text(ticket.rate())}{rest}")
        self.ticked.emit()
