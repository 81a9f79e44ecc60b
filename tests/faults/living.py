"""A real window, without a screen, over a file that an outsider works on."""

from __future__ import annotations

import os
import random
import sys
import time
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from bytescope.core.geometry.hex_frame import Kind
from bytescope.core.pages.classes import PageClass
from bytescope.core.ranges import PAGESIZE, ByteRange
from bytescope.core.search.wanted import Wanted
from bytescope.core.source.base import Lost, Reading, Why
from bytescope.session.search.found_list import Asked
from bytescope.session.workspace import Workspace
from bytescope.ui.window import Window
from faults.outsiders import EDIT, Beside, Contents, Outsider

PATIENCE = 120.0


class LiveWindow:
    """Lives through changes of its file; each cycle is one bout of them."""

    def __init__(self, path: Path, contents: Contents, seed: int) -> None:
        self.application = QApplication.instance() or QApplication(sys.argv[:1])
        self.outsider = Outsider(path, contents, seed)
        self.outsider.make()
        self._contents = contents
        self._chance = random.Random(seed)
        self._path = path
        self._errors: list[str] = []
        self._said: list[str] = []
        sys.excepthook = self._on_exception
        self.window = Window(Workspace(None))
        self.window.resize(1100, 700)
        self.window.show()
        self._open()

    def _on_exception(self, kind: type, error: BaseException, trace: object) -> None:
        from faults.row import told

        self._errors.append(told(error))

    def _open(self) -> None:
        self.window.workspace.open_now(bytes(self._path))
        view = self.window.current
        assert view is not None
        self.view, self.session = view, view.session
        self.session.told.connect(self._on_told)
        self.until(self._has_map)

    def _has_map(self) -> bool:
        return self.view.map is not None and self.session.survey.prints is not None

    def _on_told(self, _level: str, text: str) -> None:
        self._said.append(text)

    def until(self, holds: Callable[[], bool]) -> None:
        """Let the window work until ``holds``."""
        end = time.monotonic() + PATIENCE
        while not holds():
            self.application.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 5)
            if time.monotonic() > end:
                raise TimeoutError(f"the window does not come to rest: {holds}")

    def cycle(self) -> str:
        """One bout: what was shown that is not so, what went wrong; "" for nothing."""
        if not self._path.exists():
            self.outsider.make()
        if self._chance.random() < 0.5 or self.session.size < PAGESIZE:
            self.window.workspace.close(self.session)
            self._open()
        session, size = self.session, self.session.size
        if size and self._chance.random() < 0.4:
            at = self._chance.randrange(size)
            session.write(at, bytes([EDIT]) * min(20, size - at))
        beside = Beside(self.outsider, self._chance.randrange(1, 5))
        beside.start()
        fault = ""
        while beside.is_alive() and not fault:
            fault = self._look()
        beside.join()
        for act in self._chance.sample((self._copy, self._find, self._save, self._walk), 2):
            fault = fault or act()
        self.view.watch.look()
        self.until(self._at_rest)
        fault = fault or self._look()
        if self._errors:
            fault = fault or self._errors.pop(0)
        return f"{fault} (beside {', '.join(self.outsider.done[-5:])})" if fault else ""

    def _at_rest(self) -> bool:
        return not self.session.jobs.busy and not self.view.saving.running

    def _look(self) -> str:
        """Paint, and compare what is on the screen with what the file may hold."""
        if self.session.size:
            self.session.go_to(self._chance.randrange(self.session.size))
        self.application.processEvents()
        self.window.grab()
        return self._hex_fault() or self._map_fault()

    def _hex_fault(self) -> str:
        frame = self.view.hex.view.frame
        columns = frame.grid.columns
        for index, line in enumerate(frame.lines):
            start = line.row * columns
            kinds = frame.kinds[index * columns : (index + 1) * columns]
            data = frame.data[index * columns : (index + 1) * columns]
            lost = tuple(
                Lost(ByteRange.of(start + place, 1), Why.GONE)
                for place, kind in enumerate(kinds)
                if kind >= Kind.LOST
            )
            shown = len(kinds.rstrip(bytes([Kind.NONE])))
            if fault := self._contents.fault(start, Reading(data[:shown], lost)):
                return f"the hex panel shows that {fault}"
        return ""

    def _map_fault(self) -> str:
        facts = self.session.facts
        if facts is None:
            return ""
        counts = facts.class_counts()
        for cls in (PageClass.ZERO, PageClass.HOLE):
            if counts[cls]:
                return f"the map shows {counts[cls]} pages as {cls.name}"
        return ""

    def _copy(self) -> str:
        if not self.session.size:
            return ""
        start = self._chance.randrange(self.session.size)
        length = min(self.session.size - start, 3 * PAGESIZE)
        self.session.select(ByteRange.of(start, length))
        self._said.clear()
        QGuiApplication.clipboard().clear()
        self.view.hex.copy("hex")
        self.until(self._at_rest)
        data = bytes.fromhex(QGuiApplication.clipboard().text())
        if 0 in data and not any("could not be read" in text for text in self._said):
            return f"a copy of {length} bytes from {start:#x} has bytes 00 and nothing is said of it"
        return ""

    def _find(self) -> str:
        self.session.set_caret(0)
        self.view.finder.find(Asked(Wanted("hex", "00 00")), True)
        self.until(self._at_rest)
        picked = self.session.selection.range
        return f"zeros were found at {picked.start:#x}" if picked.length == 2 else ""

    def _save(self) -> str:
        self.window.files.save()
        self.until(self._at_rest)
        return ""

    def _walk(self) -> str:
        self.view.watch.look()
        self.view.watch.step(forward=True)
        return self._look()

    def close(self) -> list[str]:
        """End; the errors that came since the last look."""
        QGuiApplication.clipboard().clear()
        self.window.workspace.shut_down(wait_seconds=20)
        self.window.close()
        self.window.deleteLater()
        self.application.processEvents()
        sys.excepthook = sys.__excepthook__
        return [f"at the end: {error}" for error in self._errors]
