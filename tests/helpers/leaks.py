"""Finds, names and removes what a test of widgets or sessions left behind: windows, timers, threads."""

from __future__ import annotations

import gc
import sys
import threading
from collections.abc import Iterable

JOIN_SECONDS = 120.0
"""A thread that was told to stop gets this long to end; a healthy one needs milliseconds, if it is let."""


def running_threads() -> set[threading.Thread]:
    """The Python threads that run now; threads that only Qt started are found by ``leaks``."""
    return {t for t in threading.enumerate() if not isinstance(t, threading._DummyThread)}


def leaks(threads_before: set[threading.Thread]) -> list[str]:
    """One sentence for each thing left behind since ``threads_before``; each is closed or stopped as well.

    Cleaning up keeps the next tests from being blamed for this one.
    """
    found = _threads(running_threads() - threads_before)
    if "PySide6.QtCore" in sys.modules:
        found += _qt_leaks()
    return found


def _threads(extra: Iterable[threading.Thread]) -> list[str]:
    for thread in extra:
        thread.join(JOIN_SECONDS)
    return [
        f"thread {t.name!r} still runs: close the session or the job runner that owns it"
        for t in extra
        if t.is_alive()
    ]


def _qt_leaks() -> list[str]:
    from PySide6.QtCore import QCoreApplication, QEvent

    if QCoreApplication.instance() is None:
        return []
    # Deferred deletions only run inside an event loop; a test has none between its waits.
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    return [*_workers(), *_timers(), *_windows()]


def _workers() -> list[str]:
    from PySide6.QtCore import QThread, QThreadPool

    wait = int(JOIN_SECONDS * 1000)
    main = QThread.currentThread()
    threads = [
        f"QThread {t.objectName()!r} still runs: quit() and wait() for it"
        for t in _alive(QThread)
        if t is not main and t.isRunning() and not t.wait(wait)
    ]
    pools = [QThreadPool.globalInstance(), *_alive(QThreadPool)]
    busy = [p for p in pools if not p.waitForDone(wait)]
    return threads + ["a QThreadPool is still busy: cancel its tickets and waitForDone()" for _ in busy]


def _timers() -> list[str]:
    from PySide6.QtCore import QTimer

    found = []
    for timer in _alive(QTimer):
        if timer.isActive():
            owner = timer.parent()
            whose = f"of {type(owner).__name__}" if owner else "without a parent"
            found.append(f"a QTimer {whose} ({timer.interval()} ms) is still active: stop() it when closing")
            timer.stop()
    return found


def _windows() -> list[str]:
    if "PySide6.QtWidgets" not in sys.modules:
        return []
    from PySide6.QtWidgets import QApplication

    if not isinstance(QApplication.instance(), QApplication):
        return []
    if not _left_windows():
        return []
    gc.collect()  # a reference cycle is no leak
    found = []
    for widget in _left_windows():
        name = widget.objectName() or widget.windowTitle() or "without a name"
        found.append(
            f"window {type(widget).__name__} ({name}) is left, held by {_holders(widget)}: "
            "give it to qtbot.addWidget() or close and delete it"
        )
        widget.close()
        widget.deleteLater()
    return found


def _left_windows() -> list:
    from PySide6.QtWidgets import QApplication

    # The tool tip label is Qt's own and lives as long as the application.
    return [w for w in QApplication.topLevelWidgets() if w.metaObject().className() != "QTipLabel"]


def _alive(kind: type) -> list:
    from shiboken6 import isValid

    return [o for o in gc.get_objects() if issubclass(type(o), kind) and isValid(o)]


def _holders(thing: object) -> str:
    frames = type(sys._getframe())
    names = {type(r).__name__ for r in gc.get_referrers(thing) if not isinstance(r, (frames, list))}
    return ", ".join(sorted(names)[:5]) or "Qt alone"
