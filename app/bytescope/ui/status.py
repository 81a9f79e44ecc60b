"""The status bar: where the caret is, what is selected, what is known, memory, work under way."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QStatusBar, QWidget

from bytescope.core.ranges import PAGESIZE
from bytescope.core.text.formats import duration_text, rate_text, size_text
from bytescope.ui.widgets.steady_label import SteadyLabel
from bytescope.ui.widgets.tips import plain_tip, told, tr, tr_n

if TYPE_CHECKING:
    from bytescope.session.jobs import Job, Jobs
    from bytescope.session.session import Session

POLL_MS = 100
MEMORY_MS = 2000

LEAST = 40
"""Pixels to which fields are cut in a narrow window, so that the work under way has its room in any."""

BAR_WIDTHS = (90, 230)


class Field(SteadyLabel):
    """One place of the status bar, and a click where a click does something."""

    clicked = Signal()

    def __init__(
        self, name: str, accessible: str, parent: QWidget, *, greedy: bool = False, least: int | None = None
    ) -> None:
        super().__init__(parent, greedy=greedy, least=least)
        self.setObjectName(f"status.{name}")
        self.setAccessibleName(accessible)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self.clicked.emit()
        event.accept()


class JobStrip(QWidget):
    """One room for what goes on: progress, speed and time left of the oldest job that is to be seen, with
    Cancel; how much of what was stored is on the disk; else what is known of the pages.

    It asks for the same width whatever it shows: a narrow window must not grow when work begins.
    """

    def __init__(self, jobs: Jobs, parent: QWidget) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self.known = Field("known", tr("What is known of the pages"), self, greedy=True)
        self.durable = Field("durable", tr("How much of what was stored is on the disk"), self, greedy=True)
        self._label = Field("job", tr("Work under way"), self, greedy=True)
        self._bar = QProgressBar(self)
        self._bar.setObjectName("status.progress")
        self._bar.setAccessibleName(tr("Progress"))
        self._bar.setRange(0, 1000)
        self._bar.setMinimumWidth(BAR_WIDTHS[0])
        self._bar.setMaximumWidth(BAR_WIDTHS[1])
        self._bar.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._cancel = QPushButton(tr("Cancel"), self)
        self._cancel.setObjectName("status.cancel")
        self._cancel.setAccessibleName(tr("Cancel the work under way"))
        self._cancel.clicked.connect(self._on_cancel)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        for field in (self.known, self._label, self.durable):
            layout.addWidget(field, 1)
        layout.addWidget(self._bar, 2)
        layout.addWidget(self._cancel)
        self.setMinimumWidth(BAR_WIDTHS[0] + layout.spacing() + self._cancel.sizeHint().width())
        self._timer = QTimer(self)
        self._timer.setInterval(POLL_MS)
        self._timer.timeout.connect(self._poll)
        jobs.shown_changed.connect(self._on_shown_changed)
        self._arrange(working=False)

    def height_at_work(self) -> int:
        """Pixels it needs while there is something to cancel."""
        return max(self._cancel.sizeHint().height(), self._bar.sizeHint().height())

    def show_durable(self, words: str) -> None:
        """How much of what was stored is on the disk; "" when there is nothing to be said."""
        self.durable.setText(told(words))
        self._arrange(working=not self._bar.isHidden())

    def _arrange(self, *, working: bool) -> None:
        """While pages are on their way to the disk their counts are worth more than the name of the work."""
        counted = bool(self.durable.text())
        self.durable.setVisible(counted)
        self._label.setVisible(working and not counted)
        self.known.setVisible(not working and not counted)
        for widget in (self._bar, self._cancel):
            widget.setVisible(working)

    def _on_shown_changed(self) -> None:
        if self._jobs.shown and not self._timer.isActive():
            self._timer.start()

    def _poll(self) -> None:
        jobs = self._jobs.shown
        if not jobs:
            self._timer.stop()
        else:
            self._show(jobs[0])
        self._arrange(working=bool(jobs))

    def _show(self, job: Job) -> None:
        ticket = job.ticket
        self._label.setText(told(ticket.note or job.name))
        parts = []
        if ticket.total and ticket.done:
            parts.append(rate_text(ticket.rate()))
            left = ticket.remaining()
            if left is not None:
                parts.append(tr("{left} left", left=duration_text(left)))
        whole, room = " · ".join(parts), self._bar.width() - 8
        fits = self.fontMetrics().horizontalAdvance(whole) <= room
        self._bar.setFormat(whole if fits else parts[-1])  # it would be wrapped, and cut
        self._bar.setRange(0, 1000 if ticket.total else 0)
        self._bar.setValue(int(ticket.share * 1000))

    def _on_cancel(self) -> None:
        for job in self._jobs.shown[:1]:
            job.ticket.cancelled = True


class Status(QStatusBar):
    """What the window says all the time, each in its own place of fixed meaning."""

    def __init__(self, jobs: Jobs, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("status")
        self.setSizeGripEnabled(False)
        self.offset = Field("offset", tr("Offset of the caret"), self)
        self.page = Field("page", tr("Page of the caret"), self)
        self.picked = Field("selection", tr("Selected bytes"), self, least=LEAST)
        self.cells = Field("cells", tr("Pages per cell of the map"), self, least=LEAST)
        self.mode = Field("mode", tr("Insert or overwrite"), self)
        self.memory = Field("memory", tr("Memory in use"), self)
        for field in (self.offset, self.page, self.picked):
            self.addWidget(field)
        self.work = JobStrip(jobs, self)
        # As high as with the button, so that nothing moves when work begins and ends.
        self.setMinimumHeight(self.work.height_at_work() + 2)
        self.addWidget(self.work, 1)
        for field in (self.cells, self.mode, self.memory):
            self.addPermanentWidget(field)
        self._aside = ""
        self._timer = QTimer(self)
        self._timer.setInterval(MEMORY_MS)
        self._timer.timeout.connect(self.show_memory)
        self._timer.start()
        self.show_memory()

    def show_place(self, session: Session | None) -> None:
        """Caret, page, selection and mode of ``session``."""
        fields = (self.offset, self.page, self.picked, self.mode)
        if session is None:
            for field in (*fields, self.cells, self.work.known):
                field.clear()
            self.work.show_durable("")
            return
        selection = session.selection
        self.offset.setText(f"0x{selection.caret:X} · {selection.caret:,}")
        pages = max(1, session.page_count)
        # Behind the last byte there is no further page.
        page = min(selection.caret // PAGESIZE, pages - 1)
        self.page.setText(tr("page {page:,} of {pages:,}", page=page, pages=pages))
        length = selection.range.length
        self.picked.setText(
            tr("selected 0x{length:X} · {bytes}", length=length, bytes=tr_n(length, "{n} byte", "{n} bytes"))
            if length
            else tr("nothing selected")
        )
        self.mode.setText(
            tr("READ") if session.document.read_only else tr("INS") if selection.insert else tr("OVR")
        )

    def show_known(self, text: str, aside: str = "") -> None:
        """What is known of the pages; ``aside`` is for whoever points at it."""
        self.work.known.setText(told(text))
        if aside != self._aside:
            self._aside = aside
            self.work.known.setToolTip(plain_tip(told(aside)))

    def show_durable(self, words: str) -> None:
        self.work.show_durable(words)

    def show_cells(self, pages: int) -> None:
        self.cells.setText(tr_n(pages, "{n} page per cell", "{n} pages per cell") if pages else "")

    def show_memory(self) -> None:
        self.memory.setText(size_text(resident_bytes()))


def resident_bytes() -> int:
    """Resident memory of this process without the file pages that are mapped (Linux: /proc/self/statm)."""
    try:
        with open("/proc/self/statm", "rb") as file:
            _, resident, shared, *_ = file.read(256).split()
        return (int(resident) - int(shared)) * os.sysconf("SC_PAGE_SIZE")
    except (OSError, ValueError):
        return 0
