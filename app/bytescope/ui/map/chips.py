"""The entries of the map's legends: a square as the map paints it, a name, a number of pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QWidget

from bytescope.core.geometry.picture import Body
from bytescope.core.geometry.raster import CROSS, FIRST, HATCH, HATCH_BACK, sample
from bytescope.core.geometry.stamps import Cell
from bytescope.core.pages.classes import MEANINGS, NAMES, PageClass
from bytescope.core.pages.own_palette import DEFAULT
from bytescope.ui.map.schemes import table
from bytescope.ui.widgets.tips import plain_tip, told, tr_n

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bytescope.core.geometry.inks import Inks
    from bytescope.core.geometry.marks import Codes

MOST_LINES = 3
"""Lines of a legend that are in view at a time."""


class Chip(QWidget):
    """One entry. It is as wide as the longest name in ``alike`` asks for."""

    def __init__(self, key: str, name: str, meaning: str) -> None:
        super().__init__()
        name, meaning = told(name), told(meaning)
        self.setObjectName(f"map.legend.{key}")
        self.name = name
        self.alike: Sequence[str] = (name,)
        self.count = 0
        self._meaning = meaning
        self._colours: dict[int, QColor] = {FIRST: QColor()}
        self._image: QImage | None = None
        self.setToolTip(plain_tip(f"{name}: {meaning}"))
        self.setAccessibleName(name)
        self.setAccessibleDescription(meaning)

    def set_count(self, count: int) -> None:
        if count != self.count:
            self.count = count
            self.setAccessibleDescription(
                tr_n(count, "{n} page. {meaning}", "{n} pages. {meaning}", meaning=self._meaning)
            )
            self.setToolTip(
                plain_tip(
                    tr_n(
                        count,
                        "{name}, {n} page: {meaning}",
                        "{name}, {n} pages: {meaning}",
                        name=self.name,
                        meaning=self._meaning,
                    )
                )
            )
            self.update()

    def set_inks(self, inks: Inks) -> None:
        """The colours of the present theme."""
        colours = self._coloured(inks)
        if colours != self._colours:
            self._colours, self._image = colours, None
            self.update()

    def _coloured(self, inks: Inks) -> dict[int, QColor]:
        """The colours of the slots that ``_slots`` has."""
        raise NotImplementedError

    def _slots(self, side: int) -> Codes:
        """The raster's slots of the sample, u1[side, side] or larger."""
        raise NotImplementedError

    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        wide = max(map(metrics.horizontalAdvance, self.alike))
        return QSize(
            metrics.height() + 12 + wide + metrics.horizontalAdvance(" 000.0 M"), metrics.height() + 4
        )

    def least_width(self) -> int:
        """With the name and no number."""
        metrics = self.fontMetrics()
        return metrics.height() + 12 + max(map(metrics.horizontalAdvance, self.alike))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        side = self.fontMetrics().height() - 2
        square = QRect(2, (self.height() - side) // 2, side, side)
        painter.drawImage(square, self._sample(round(side * self.devicePixelRatioF())))
        painter.setPen(QPen(self.palette().mid().color(), 1))
        painter.drawRect(square.adjusted(0, 0, -1, -1))
        text = QRect(side + 8, 0, self.width() - side - 8, self.height())
        start = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.setPen(self.palette().windowText().color())
        painter.drawText(text, start, self.name)
        text.setLeft(text.left() + self.fontMetrics().horizontalAdvance(self.name + " "))
        count = short_count(self.count)
        if self.fontMetrics().horizontalAdvance(count) <= text.width():  # half a number is another number
            painter.setPen(self.palette().placeholderText().color())
            painter.drawText(text, start, count)
        painter.end()

    def _sample(self, side: int) -> QImage:
        """The cell without its gap, as the raster would paint it; made once for a size and a theme."""
        if self._image is not None and self._image.width() == side:
            return self._image
        slots = self._slots(side)
        image = QImage(side, side, QImage.Format.Format_RGB32)
        for y in range(side):
            for x in range(side):
                image.setPixelColor(x, y, self._colours.get(int(slots[y, x]), self._colours[FIRST]))
        self._image = image
        return image


class ClassChip(Chip):
    """A class of pages."""

    def __init__(self, cls: PageClass) -> None:
        super().__init__(cls.name.lower(), NAMES[cls], MEANINGS[cls])
        self.cls = cls
        self.own = DEFAULT
        self.alike = [NAMES[other] for other in PageClass]  # columns of equal width

    def _coloured(self, inks: Inks) -> dict[int, QColor]:
        hatched = self.cls is PageClass.UNREAD
        return {
            FIRST: QColor(*table("content", self.own)[self.cls].tolist()),
            HATCH: QColor(*inks.hatch),
            HATCH_BACK: QColor(*(inks.hatch_back if hatched else inks.back)),
            CROSS: QColor(*inks.cross),
            CROSS + 1: QColor(*inks.cross_back),
        }

    def _slots(self, side: int) -> Codes:
        body = {PageClass.UNREAD: Body.HATCH, PageClass.GONE: Body.CROSS, PageClass.ERROR: Body.CROSS}
        return sample(body.get(self.cls, Body.PLAIN), 0, Cell(side + 1, side + 1, 1))


class ChipGrid(QWidget):
    """Chips in columns of equal width."""

    def __init__(self, chips: Sequence[Chip], parent: QWidget) -> None:
        super().__init__(parent)
        self.chips = chips
        for chip in chips:
            chip.setParent(self)

    def show_counts(self) -> None:
        """Take the present counts."""
        raise NotImplementedError

    def lines(self, width: int) -> int:
        """How many lines the chips take in this width."""
        return -(-len(self.chips) // self._per_line(width))

    def height_of(self, lines: int) -> int:
        return lines * self.chips[0].sizeHint().height()

    def _per_line(self, width: int) -> int:
        """As many as fit with their numbers; where these would take too many lines, with names alone."""
        full = max(1, width // self.chips[0].sizeHint().width())
        if -(-len(self.chips) // full) <= MOST_LINES:
            return full
        wanted = -(-len(self.chips) // MOST_LINES)
        return max(full, min(wanted, width // self.chips[0].least_width()))

    def paintEvent(self, event: QPaintEvent) -> None:
        # Whoever paints now, for a picture of the window perhaps, gets the present counts in the chips.
        self.show_counts()

    def resizeEvent(self, event: QResizeEvent) -> None:
        per_line = self._per_line(self.width())
        across, down = self.width() // per_line, self.chips[0].sizeHint().height()
        for place, chip in enumerate(self.chips):
            chip.setGeometry(place % per_line * across, place // per_line * down, across, down)


def short_count(count: int) -> str:
    """A count in at most seven characters: "12,345", "268.4 M"."""
    if count < 100_000:
        return f"{count:,}"
    for limit, name in ((10**6, "k"), (10**9, "M"), (10**12, "G")):
        if count < limit * 0.9995 or name == "G":
            return f"{count * 1000 / limit:.1f} {name}"
    return f"{count:,}"
