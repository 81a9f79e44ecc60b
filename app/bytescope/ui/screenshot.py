"""A picture of the real window, taken when the visible cells are known."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QObject, QTimer
from PySide6.QtWidgets import QApplication

from bytescope.core.storage.picture import check_target, write_picture

if TYPE_CHECKING:
    from bytescope.ui.window import Window

POLL_MS = 50
LONGEST_MS = 60_000
"""A medium that has not delivered the visible pages by then is shown as far as it is known."""


class Screenshot(QObject):
    """Waits for what is to be seen, saves it, and ends the program."""

    def __init__(self, window: Window, target: str) -> None:
        """Raises InputError where ``target`` is a file that is open in ``window``."""
        super().__init__(window)
        check_target(target, [s.file.path for s in window.workspace.sessions if s.file is not None])
        self._window = window
        self._target = target
        self._waited = 0
        self._taken: bytes | bytearray | memoryview = b""
        self._timer = QTimer(self)
        self._timer.setInterval(POLL_MS)
        self._timer.timeout.connect(self._look)

    def run(self, application: QApplication) -> int:
        """Run the event loop until the picture is taken; 0, or raises what went wrong."""
        self._timer.start()
        application.exec()
        write_picture(self._taken, self._target)
        return 0

    def _look(self) -> None:
        self._waited += POLL_MS
        view = self._window.current
        ready = view is None or (view.map is not None and view.session.survey.visible_known())
        if ready and view is not None and view.map is not None:
            ready = not view.map.model.schemes.waiting
        if not ready and self._waited < LONGEST_MS:
            return
        self._timer.stop()
        QTimer.singleShot(POLL_MS, self._take)

    def _take(self) -> None:
        buffer = QBuffer()
        self._window.grab().save(buffer, "PNG")
        self._taken = buffer.data().data()
        self._window.workspace.shut_down()
        QApplication.exit()
