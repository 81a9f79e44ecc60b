"""Statistics as files and on the clipboard: the plots as PNG or SVG, the numbers as CSV, JSON or text."""

from __future__ import annotations

import os
from functools import partial
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QBuffer, QObject, QPointF, QRectF
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QGuiApplication, QImage, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QFileDialog, QMenu, QToolButton, QWidget

from bytescope.core.source.shown import printable_name, quoted_name
from bytescope.core.statistics import sheet, telling
from bytescope.core.storage.exporting import exported
from bytescope.ui.theme import is_dark
from bytescope.ui.widgets.tips import plain_tip, tr, tr_later

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from bytescope.core.statistics.summary import Summary
    from bytescope.core.ticket import Ticket
    from bytescope.session.session import Session

FONTS = ["DejaVu Sans", "Verdana", "Helvetica", "sans-serif"]
SCALE = 2
PLOTS = {tr_later("Picture (*.png)"): ".png", tr_later("Vectors (*.svg)"): ".svg"}
NUMBERS = {tr_later("Table (*.csv)"): ".csv", "JSON (*.json)": ".json", tr_later("Text (*.txt)"): ".txt"}


class _Shown(Protocol):
    """What shows statistics."""

    session: Session | None
    logarithmic: bool

    def summary(self) -> Summary | None: ...


class Exporting(QObject):
    """A button with a menu; the file is written in a job, and what came of it is told."""

    def __init__(self, panel: QWidget) -> None:
        super().__init__(panel)
        self._panel = panel
        self.button = QToolButton(panel)
        self.button.setObjectName("statistics.export")
        self.button.setText(tr("Export"))
        self.button.setAccessibleName(tr("Export statistics"))
        self.button.setToolTip(plain_tip(tr("Save plots and numbers, or copy the numbers")))
        self.button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(self.button)
        menu.setObjectName("statistics.export.menu")
        for name, text, tip, act in (
            ("plots", tr("Save &Plots…"), tr("Save the plots as PNG or SVG"), self.save_plots),
            ("numbers", tr("Save &Numbers…"), tr("Save the numbers as CSV, JSON or text"), self.save_numbers),
            ("copy", tr("&Copy as Text"), tr("Put the numbers on the clipboard"), self.copy),
        ):
            action = menu.addAction(text)
            action.setObjectName(f"statistics.export.{name}")
            action.setToolTip(plain_tip(tip))
            action.triggered.connect(act)
        self.button.setMenu(menu)

    @property
    def _shown(self) -> _Shown:
        return self._panel  # type: ignore[return-value]

    def copy(self) -> None:
        """Put the numbers on the clipboard."""
        if (summary := self._shown.summary()) is not None:
            QGuiApplication.clipboard().setText(telling.told(summary, "text"))

    def save_plots(self) -> None:
        """Ask for a file and draw into it."""
        if (path := self._asked("Save Plots", "statistics.png", PLOTS)) is not None:
            self.write_plots(path)

    def save_numbers(self) -> None:
        """Ask for a file and write the numbers into it."""
        if (path := self._asked("Save Numbers", "statistics.csv", NUMBERS)) is not None:
            self.write_numbers(path)

    def write_plots(self, path: str) -> None:
        """Draw what is shown into ``path``, by its ending as SVG or PNG."""
        summary, session = self._shown.summary(), self._shown.session
        if summary is not None and session is not None:
            inks = sheet.DARK if is_dark(self._panel.palette()) else sheet.LIGHT
            log, title = self._shown.logarithmic, printable_name(session.name)
            self._write(path, partial(picture, summary, title, inks, log, path.lower().endswith(".svg")))

    def write_numbers(self, path: str) -> None:
        """Write what is shown into ``path``, by its ending as CSV, JSON or text."""
        ending = os.path.splitext(path)[1][1:].lower()
        if (summary := self._shown.summary()) is not None:
            self._write(path, partial(_numbers, summary, ending if ending in telling.FORMATS else "text"))

    def _asked(self, title: str, name: str, kinds: dict[str, str]) -> str | None:
        session = self._shown.session
        if session is None or self._shown.summary() is None:
            return None
        proposed = f"{session.name}-{name}"
        if session.file is not None:
            proposed = os.path.join(os.path.dirname(os.fsdecode(session.file.path)), proposed)
        named = {tr(kind): ending for kind, ending in kinds.items()}
        path, chosen = QFileDialog.getSaveFileName(self._panel, title, proposed, ";;".join(named))
        if not path:
            return None
        return path if os.path.splitext(path)[1].lower() in kinds.values() else path + named.get(chosen, "")

    def _write(self, path: str, make: Callable[[], bytes]) -> None:
        session = self._shown.session
        if session is not None:
            shown = [session.file.path] if session.file is not None else []
            session.jobs.run(
                f"statistics to {path}",
                partial(_save, make, path, shown),
                partial(self._on_saved, session, path),
                session.fail,
                queued=True,
            )

    def _on_saved(self, session: Session, path: str, _: object) -> None:
        session.told.emit("info", tr("The statistics were saved as {name}.", name=quoted_name(path)))


def picture(summary: Summary, title: str, inks: sheet.Inks, log: bool, vectors: bool) -> bytes:
    """All plots and numbers as an SVG, else (that needs a QGuiApplication) as a PNG at twice the size."""
    shapes = sheet.sheet(summary, title, inks, log)
    if vectors:
        return sheet.svg(shapes, title).encode()
    image = QImage(sheet.WIDTH * SCALE, sheet.HEIGHT * SCALE, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    painter.scale(SCALE, SCALE)
    draw(painter, shapes)
    painter.end()
    buffer = QBuffer()
    image.save(buffer, "PNG")  # type: ignore[call-overload]
    return bytes(buffer.data().data())


def draw(painter: QPainter, shapes: Iterable[sheet.Shape]) -> None:
    """Paint the shapes of a sheet."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for shape in shapes:
        if isinstance(shape, sheet.Box):
            place = QRectF(shape.x, shape.y, shape.width, shape.height)
            painter.fillRect(place, QColor(shape.ink))
        elif isinstance(shape, sheet.Path):
            pen = QPen(QColor(shape.ink), shape.width)
            if shape.dashed:
                pen.setDashPattern([6, 4])
            painter.setPen(pen)
            painter.drawPolyline(QPolygonF([QPointF(x, y) for x, y in shape.points]))
        elif isinstance(shape, sheet.Words):
            _draw_words(painter, shape)
        else:
            grey = shape.grey.copy()
            rows, columns = grey.shape
            image = QImage(grey.data, columns, rows, columns, QImage.Format.Format_Grayscale8)
            painter.drawImage(QRectF(shape.x, shape.y, shape.width, shape.height), image)


def _draw_words(painter: QPainter, words: sheet.Words) -> None:
    font = QFont(FONTS)
    font.setPixelSize(max(1, round(words.size)))
    font.setBold(words.bold)
    painter.setFont(font)
    painter.setPen(QColor(words.ink))
    share = {"start": 0.0, "middle": 0.5, "end": 1.0}[words.anchor]
    left = words.x - share * QFontMetricsF(font).horizontalAdvance(words.text)
    painter.drawText(QPointF(left, words.y), words.text)


def _numbers(summary: Summary, kind: str) -> bytes:
    return telling.told(summary, kind).encode()


def _save(make: Callable[[], bytes], path: str, shown: list[bytes], ticket: Ticket) -> None:
    data = make()
    with exported(path, shown) as file:
        file.write(data)
