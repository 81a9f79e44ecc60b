"""Windows that do nothing, to measure the program against: ``bare.py window | libraries | page | keys``."""

from __future__ import annotations

import sys

from PySide6.QtWidgets import QApplication, QMainWindow


class Window(QMainWindow):
    """Empty; tells when it was first painted."""

    def __init__(self) -> None:
        super().__init__()
        self.resize(1280, 800)
        self.told = False

    def paintEvent(self, event: object) -> None:
        self.draw()
        if not self.told:
            self.told = True
            from bench.probe.telling import tell

            tell("painted")

    def draw(self) -> None:
        """Nothing more than Qt's own background."""


class Page(Window):
    """One page of a file as hex digits, in a plain way."""

    def draw(self) -> None:
        from PySide6.QtGui import QFontDatabase, QPainter

        with open(sys.argv[2], "rb") as file:
            data = file.read(4096)
        painter = QPainter(self)
        painter.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        for row in range(0, 800, 16):
            painter.drawText(8, row + 16, data[row : row + 16].hex(" "))
        painter.end()


def main() -> None:
    kind = sys.argv[1]
    if kind == "libraries":
        import numpy  # noqa: F401
        import pyqtgraph  # noqa: F401
    application = QApplication(sys.argv[:1])
    window = Page() if kind == "page" else Window()
    window.show()
    application.exec()


main()
