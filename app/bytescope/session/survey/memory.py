"""What the program remembers of the pages of files: on disk for the next time, and how much in memory."""

from __future__ import annotations

import time
from functools import cached_property, partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from bytescope.session.survey.remembering import Remembering

if TYPE_CHECKING:
    from collections.abc import Callable

    from bytescope.core.pages.remembered.folder import RememberedFolder
    from bytescope.core.storage.private import StateFolder
    from bytescope.core.ticket import Ticket
    from bytescope.session.session import Session
    from bytescope.session.workspace import Workspace

PERIOD_MS = 60_000
LONGEST_WAIT = 2.0
"""Seconds that the end of the program may wait for facts to be written: they can be learned again."""


class Memory(QObject):
    """Has the facts of every open file kept now and then and at its end, and found again at the next.

    Made after the first picture; an object beside the workspace, so that nothing depends on it.
    """

    changed = Signal()
    """``size`` or ``on`` is another now."""

    def __init__(self, workspace: Workspace, folder: StateFolder) -> None:
        super().__init__(workspace)
        self._workspace = workspace
        self._root = folder
        self._open: dict[int, Remembering] = {}
        self._closing: list[Remembering] = []
        self.size: int | None = None
        """Bytes on the disk; None until that is known."""

        self._timer = QTimer(self, interval=PERIOD_MS)
        self._timer.timeout.connect(self._on_time)
        self._timer.start()
        workspace.opened.connect(self._on_opened)
        workspace.closed.connect(self._on_closed)
        workspace.ending.connect(self._on_ending)
        for session in workspace.sessions:
            self._on_opened(session)

    @cached_property
    def _folder(self) -> RememberedFolder:
        """Loads numpy, so not before the map does."""
        from bytescope.core.pages.remembered.folder import RememberedFolder

        return RememberedFolder(self._root)

    @property
    def on(self) -> bool:
        """Whether anything is remembered on disk."""
        return self._workspace.settings.remember_pages

    def set_on(self, on: bool) -> None:
        self._workspace.remember(remember_pages=on)
        for one in self._open.values():
            one.wanted = on
        self.changed.emit()

    @property
    def budget(self) -> int:
        """MiB of memory for what is known of the pages of one document."""
        return self._workspace.settings.map_memory

    def set_budget(self, mebibytes: int) -> None:
        self._workspace.remember(map_memory=mebibytes)
        for session in self._workspace.sessions:
            session.survey.set_budget(mebibytes << 20)

    def forget(self) -> None:
        """Remove all that is on disk. What is known of open files is kept again when they are closed."""
        self._workspace.jobs.run(
            "Forget what was remembered", partial(_forget, self._the_folder), self._on_measured, lane="memory"
        )

    def _the_folder(self) -> RememberedFolder:
        return self._folder

    def measure(self) -> None:
        """Have ``size`` brought up to date."""
        self._workspace.jobs.run(
            "Measure what is remembered",
            partial(_measure, self._the_folder),
            self._on_measured,
            lane="memory",
        )

    def _on_measured(self, size: int) -> None:
        if size != self.size:
            self.size = size
            self.changed.emit()

    def _on_opened(self, session: Session) -> None:
        session.survey.set_budget(self.budget << 20)
        one = Remembering(session, self._the_folder, self)
        one.wanted = self.on
        one.kept.connect(self._on_kept)
        one.ended.connect(self._on_ended)
        self._open[id(session)] = one

    def _on_closed(self, session: Session) -> None:
        one = self._open.pop(id(session), None)
        if one is not None:
            self._closing.append(one)
            one.close(keep=self.on)

    def _on_kept(self) -> None:
        """What a document's facts were written with is free again, here and there in the heap."""
        self.measure()
        QTimer.singleShot(0, self, self._give_back)  # when the job is gone, and what it held

    def _give_back(self) -> None:
        self._workspace.jobs.run("Give memory back", _give_back, lane="memory")

    def _on_ended(self) -> None:
        one = self.sender()
        if isinstance(one, Remembering) and one in self._closing:
            self._closing.remove(one)
            one.deleteLater()

    def _on_time(self) -> None:
        for one in self._open.values():
            one.keep_now_and_then()
        self._give_back()

    def _on_ending(self, seconds: float) -> None:
        """The program ends: let what is being written be written, within reason."""
        self._timer.stop()
        until = time.monotonic() + min(seconds, LONGEST_WAIT)
        for one in self._closing:
            one.wait(until)


def _give_back(ticket: Ticket) -> None:
    """Pages of chunks that were dropped lie between sums that are kept: have the C library return them."""
    import ctypes

    trim = getattr(ctypes.CDLL(None), "malloc_trim", None)  # glibc's; others have none
    if trim is not None:
        trim(0)


def _measure(folder: Callable[[], RememberedFolder], ticket: Ticket) -> int:
    return folder().size()


def _forget(folder: Callable[[], RememberedFolder], ticket: Ticket) -> int:
    folder().forget()
    return folder().size()
