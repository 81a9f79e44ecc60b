"""The status bar: where the caret is, what is selected, what is known, memory, work under way."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QStatusBar, QWidget

from bytescope.core.ranges import PAGESIZE
from bytescope.core.text.formats import duration_text, rate_text, size_text
from bytescope.ui.widgets.steady_label import SteadyLabel

if TYPE_CHECKING:
    from bytescope.session.jobs import Job, Jobs
    from bytescope.session.session import Session

POLL_MS = 100
MEMORY_MS = 2000

LONGEST_JOB = 420
"""Pixels that the name and speed of a job may take: a long file name must not push the rest away."""


class Field(SteadyLabel):
    """One place of the status bar, and a click where a click does something."""

    clicked = Signal()

    def __init__(self, name: str, accessible: str, parent: QWidget, *, greedy: bool = False) -> None:
        super().__init__(parent, greedy=greedy)
        self.setObjectName(f"status.{name}")
        self.setAccessibleName(accessible)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self.clicked.emit()
        event.accept()


class JobStrip(QWidget):
    """Progress, speed and time left of the oldest job that is to be seen, with Cancel."""

    def __init__(self, jobs: Jobs, parent: QWidget) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._label = Field("job", "Work under way", self)
        self._label.setMaximumWidth(LONGEST_JOB)
        self._bar = QProgressBar(self)
        self._bar.setObjectName("status.progress")
        self._bar.setAccessibleName("Progress")
        self._bar.setRange(0, 1000)
        self._bar.setFixedWidth(160)
        self._bar.setTextVisible(False)
        self._cancel = QPushButton("Cancel", self)
        self._cancel.setObjectName("status.cancel")
        self._cancel.setAccessibleName("Cancel the work under way")
        self._cancel.clicked.connect(self._on_cancel)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        for widget in (self._label, self._bar, self._cancel):
            layout.addWidget(widget)
        self._timer = QTimer(self)
        self._timer.setInterval(POLL_MS)
        self._timer.timeout.connect(self._poll)
        jobs.shown_changed.connect(self._on_shown_changed)
        self.hide()

    def _on_shown_changed(self) -> None:
        if self._jobs.shown and not self._timer.isActive():
            self._timer.start()

    def _poll(self) -> None:
        jobs = self._jobs.shown
        if not jobs:
            self._timer.stop()
            self.hide()
            return
        self._show(jobs[0])
        self.show()

    def _show(self, job: Job) -> None:
        ticket = job.ticket
        parts = [ticket.note or job.name]
        if ticket.total and ticket.done:
            parts.append(rate_text(ticket.rate()))
            left = ticket.remaining()
            if left is not None:
                parts.append(f"{duration_text(left)} left")
        self._label.setText(" · ".join(parts))
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
        self.offset = Field("offset", "Offset of the caret", self)
        self.page = Field("page", "Page of the caret", self)
        self.picked = Field("selection", "Selected bytes", self)
        self.cells = Field("cells", "Pages per cell of the map", self)
        self.known = Field("known", "What is known of the pages", self, greedy=True)
        self.mode = Field("mode", "Insert or overwrite", self)
        self.memory = Field("memory", "Memory in use", self)
        for field in (self.offset, self.page, self.picked):
            self.addWidget(field)
        self.addWidget(self.known, 1)
        strip = JobStrip(jobs, self)
        # As high as with the strip, so that nothing moves when work begins and ends.
        self.setMinimumHeight(strip.sizeHint().height() + 2)
        self.addPermanentWidget(strip)
        for field in (self.cells, self.mode, self.memory):
            self.addPermanentWidget(field)
        self._timer = QTimer(self)
        self._timer.setInterval(MEMORY_MS)
        self._timer.timeout.connect(self.show_memory)
        self._timer.start()
        self.show_memory()

    def show_place(self, session: Session | None) -> None:
        """Caret, page, selection and mode of ``session``."""
        fields = (self.offset, self.page, self.picked, self.mode)
        if session is None:
            for field in (*fields, self.cells, self.known):
                field.clear()
            return
        selection = session.selection
        self.offset.setText(f"0x{selection.caret:X} · {selection.caret:,}")
        pages = max(1, session.page_count)
        # Behind the last byte there is no further page.
        page = min(selection.caret // PAGESIZE, pages - 1)
        self.page.setText(f"page {page:,} of {pages:,}")
        length = selection.range.length
        self.picked.setText(f"selected 0x{length:X} · {length:,} bytes" if length else "nothing selected")
        self.mode.setText("READ" if session.document.read_only else "INS" if selection.insert else "OVR")

    def show_known(self, text: str) -> None:
        self.known.setText(text)

    def show_cells(self, pages: int) -> None:
        self.cells.setText(f"{pages:,} page{'s' if pages != 1 else ''} per cell" if pages else "")

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
