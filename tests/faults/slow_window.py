"""The real window over one file, from opening it to closing it: how long each step holds the main thread.

A program of its own: ``python slow_window.py FILE`` prints {step: [longest hold, seconds it took, where]} as
JSON; where it was held for long, "where" is what it was doing.
"""

from __future__ import annotations

import json
import os
import sys
import threading
import time
import traceback
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QEventLoop, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

PATIENCE = 500.0
"""Seconds a step may take: on such a medium a save takes a second for each page that it reads."""
PLACE, WRITTEN = 5 * 4096 + 1, b"mine"
"""What is saved, and where."""

LONG = 0.25
"""Seconds from which on it is noted what holds the thread."""


class Heartbeat(QObject):
    """A 2 ms timer of the main thread: its largest gap is how long the thread was held."""

    def __init__(self) -> None:
        super().__init__()
        self.longest = 0.0
        self._last = time.monotonic()
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._on_beat)
        self._timer.start(2)
        self.where = ""
        self._thread = threading.get_ident()
        threading.Thread(target=self._watch, daemon=True).start()

    def restart(self) -> None:
        self.longest, self._last = 0.0, time.monotonic()
        self.where = ""

    def _watch(self) -> None:
        while not threading.Event().wait(LONG / 2):
            if time.monotonic() - self._last > max(LONG, self.longest):
                frames = traceback.extract_stack(sys._current_frames()[self._thread])[-6:]
                self.where = " < ".join(f"{Path(f.filename).name}:{f.lineno} {f.name}" for f in frames[::-1])

    def _on_beat(self) -> None:
        now = time.monotonic()
        self.longest, self._last = max(self.longest, now - self._last), now


class Until(QObject):
    """Lets the window live until something holds; TimeoutError names what did not come."""

    def __init__(self, what: str, holds: Callable[[], object]) -> None:
        super().__init__()
        self._holds = holds
        self._loop = QEventLoop()
        self._until = time.monotonic() + PATIENCE
        timer = QTimer(self)
        timer.timeout.connect(self._look)
        timer.start(10)
        self._loop.exec()
        timer.stop()
        if not self._holds():
            raise TimeoutError(f"“{what}” was not over after {PATIENCE:.0f} s")

    def _look(self) -> None:
        if self._holds() or time.monotonic() > self._until:
            self._loop.quit()


class Walk:
    """The steps, one after the other."""

    def __init__(self, path: str) -> None:
        from bytescope.session.workspace import Workspace
        from bytescope.ui.window import Window

        self._path = path
        self._beat = Heartbeat()
        self._window = Window(Workspace(None))
        self._window.resize(1280, 800)
        self._window.show()
        self.held: dict[str, list[object]] = {}
        self._said: list[str] = []
        # What is loaded once for all documents is no matter of this one.
        Until("the libraries", lambda: self._window.loading.has_map)

    def run(self) -> None:
        for step in (self.open, self.paint, self.scroll, self.search, self.copy, self.save, self.close):
            self._beat.restart()
            began = time.monotonic()
            step()
            # What the step has left behind, and the beat behind it.
            after = time.monotonic() + 0.05
            Until("a beat", lambda after=after: time.monotonic() > after)
            held = self._beat.longest
            self.held[step.__name__] = [held, time.monotonic() - began, self._beat.where]
        self._window.workspace.shut_down(wait_seconds=0.1)

    @property
    def _view(self):
        view = self._window.current
        assert view is not None
        return view

    def open(self) -> None:
        self._window.workspace.open(self._path)
        Until("open", lambda: self._window.current is not None)

    def paint(self) -> None:
        """Until the first bytes are there, and the map."""
        session = self._view.session
        Until("the first bytes", lambda: session.bytes.get(0, 64) is not None)
        Until("the map", lambda: self._view.map is not None)
        self._window.grab()

    def scroll(self) -> None:
        """Far down in the bytes and on the map, there and back, faster than anything can be read."""
        for key in (Qt.Key.Key_PageDown, Qt.Key.Key_End, Qt.Key.Key_Home, Qt.Key.Key_PageDown):
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                held = Qt.KeyboardModifier.ControlModifier if key != Qt.Key.Key_PageDown else None
                event = QKeyEvent(kind, key, held or Qt.KeyboardModifier.NoModifier)
                QApplication.sendEvent(self._view.hex.view, event)
        for zoom in (self._view.map.zoom_in, self._view.map.zoom_fit):
            zoom()
            self._window.grab()

    def search(self) -> None:
        """A search that cannot come to an end by then is stopped."""
        from bytescope.core.search.wanted import Wanted
        from bytescope.session.search.found_list import Asked

        finder, said = self._view.finder, self._said
        finder.state_changed.connect(self._on_said)
        self._view.session.set_caret(0)
        finder.find(Asked(Wanted("text", "not to be found anywhere")), True)
        enough = time.monotonic() + 2.0
        Until("search", lambda: any(self._ended(text) for text in said) or time.monotonic() > enough)
        finder.stop()
        Until("the end of the search", lambda: any(self._ended(text) for text in said))

    def _on_said(self, text: str, running: bool) -> None:
        self._said.append(text)

    @staticmethod
    def _ended(text: str) -> bool:
        return "ot found" in text or "stopped" in text

    def copy(self) -> None:
        from bytescope.core.ranges import ByteRange

        jobs = self._window.workspace.jobs
        self._view.session.select(ByteRange(3 * 4096 - 8, 3 * 4096 + 8))
        self._view.hex.view.clipboard.copy("hex")
        Until("copy", lambda: not any(job.name == "Copy" for job in jobs.shown))

    def save(self) -> None:
        view, done = self._view, []
        view.saved.connect(done.append)
        view.save_failed.connect(done.append)
        view.session.write(PLACE, WRITTEN)
        view.saving.save()
        Until("save", lambda: done)
        assert isinstance(done[0], str), done[0]

    def close(self) -> None:
        self._window.files.close_view(self._view)
        Until("close", lambda: self._window.current is None)


if __name__ == "__main__":
    sys.path[:1] = [str(Path(__file__).resolve().parents[2] / name) for name in ("app", "resources", "tests")]
    app = QApplication([])
    walk = Walk(sys.argv[1])
    walk.run()
    print(json.dumps(walk.held), flush=True)
    os._exit(0)  # a read that goes on for another second is nobody's concern
