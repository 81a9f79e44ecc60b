"""A bare window that paints on each event: the floor of frame times, of key presses, and of held timers."""

from __future__ import annotations

import sys

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QPlainTextEdit

from bench.probe.clocks import Holds, Keys
from bench.probe.telling import now, tell

ROOM = (1880, 1000)


class View(pg.GraphicsView):
    """Shows ready pixels, as large as the map is at most."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent, useOpenGL=False)
        self.painted = 0.0
        self._box = pg.ViewBox(enableMouse=False, enableMenu=False, defaultPadding=0)
        self.setCentralItem(self._box)
        self._image = pg.ImageItem(axisOrder="row-major")
        self._box.addItem(self._image)
        noise = np.random.default_rng(1).integers(0, 255, (*reversed(ROOM), 4), np.uint8)
        self._pictures = [noise, noise[::-1].copy()]

    def step(self) -> None:
        self._pictures.reverse()
        self._image.setImage(self._pictures[0], autoLevels=False)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        self.painted = now()


class Run(QObject):
    """``steps`` new pictures, one every 25 ms."""

    def __init__(self, view: View, steps: int, holds: Holds) -> None:
        super().__init__()
        self._view, self._left, self._holds = view, steps, holds
        self._began = 0.0
        self._seconds: list[float] = []
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._step)
        self._timer.start(25)

    def _step(self) -> None:
        if self._view.painted > self._began > 0:
            self._seconds.append(self._view.painted - self._began)
        if not self._left:
            self._timer.stop()
            tell("done", frames=self._seconds[1:], held=self._holds.longest)
            return
        self._left -= 1
        self._began = now()
        self._view.step()


class Text(QPlainTextEdit):
    """Text of Qt's own that Page Down scrolls."""

    def __init__(self) -> None:
        super().__init__("\n".join(f"{i * 16:012X}  " + "AA " * 16 for i in range(60_000)))
        self.setReadOnly(True)
        self.keys = Keys()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self.keys.pressed(event.timestamp())
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        self.keys.painted(self.verticalScrollBar().value())


def main() -> None:
    application = QApplication(sys.argv[:1])
    window = QMainWindow()
    window.resize(1920, 1080)
    if sys.argv[1] == "keys":
        text = Text()
        window.setCentralWidget(text)
        window.show()
        text.keys.serve(window)
    else:
        view = View()
        window.setCentralWidget(view)
        window.show()
        run = Run(view, int(sys.argv[2]), Holds(window))
        run.setObjectName("run")
    application.exec()


main()
