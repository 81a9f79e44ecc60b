"""The real window, without a screen, for inputs that come by way of it."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QMimeData, QPoint, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication

from bytescope.session.workspace import Workspace
from bytescope.ui.theme import apply_theme
from bytescope.ui.window import Window
from faults.malformed.case import SECONDS

PATIENCE = 600.0
"""So long, as others may have the processors first; what hangs does so for ever."""
_kept: list[QApplication] = []


def application() -> QApplication:
    """The one application of this process."""
    if not _kept:
        _kept.append(QApplication(["bytescope", "-style", "fusion"]))
    return _kept[0]


def until(true: Callable[[], bool]) -> bool:
    """Let events happen until ``true()``; whether it came to that in time."""
    end = time.monotonic() + PATIENCE
    while not true():
        if time.monotonic() > end:
            return False
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)
    return True


@contextmanager
def window_with(settings: Path | None) -> Iterator[tuple[Window, list[str], list[str]]]:
    """A window, the sentences it tells, and what went wrong inside that nobody caught."""
    wrong: list[str] = []
    before = sys.excepthook
    sys.excepthook = lambda kind, error, trace: wrong.append(f"{kind.__name__}: {error}")
    try:
        workspace = Workspace(settings)
        apply_theme(application(), workspace.settings.theme)
        window = Window(workspace)
        told: list[str] = []
        workspace.told.connect(told_to(told))
        window.show()
        try:
            yield window, told, wrong
        finally:
            until(lambda: not workspace.jobs.busy)
            window.close()
            workspace.shut_down(wait_seconds=PATIENCE)
            window.deleteLater()
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    finally:
        sys.excepthook = before


def told_to(kept: list[str]) -> Callable[[str, str], None]:
    """A slot that keeps sentences."""

    def keep(level: str, text: str) -> None:
        kept.append(text)

    return keep


def opened(settings: Path, file: Path) -> str:
    """What goes wrong where a window with ``settings`` opens ``file`` and is closed; "" for nothing."""
    began = time.thread_time()
    with window_with(settings) as (window, told, wrong):
        taken = time.thread_time() - began
        if taken > SECONDS:
            return f"the window took {taken:.1f} s"
        window.workspace.open(os.fsencode(file))
        if not until(lambda: bool(window.views) and window.views[0].map is not None):
            return f"the file was never shown; told {told}, wrong {wrong}"
        window.grab()
        size = window.size()
        if size.width() > 20_000 or size.height() > 20_000:
            return f"the window is {size.width()} by {size.height()}"
    return "; ".join(wrong)


def drop(window: Window, mime: QMimeData) -> None:
    """Drag ``mime`` over the window and let go."""
    kept = Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(50, 50), *kept)
    window.dragEnterEvent(enter)
    if enter.isAccepted():
        window.dropEvent(QDropEvent(QPoint(50, 50), *kept))
