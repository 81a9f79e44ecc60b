"""The hex panel: the view of bytes with its scroll bars, and what the window may ask of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QWheelEvent
from PySide6.QtWidgets import QGridLayout, QScrollBar, QWidget

from bytescope.ui.hex.grid_view import LEAST, LEAST_NARROW, HexGridView
from bytescope.ui.hex.metrics import LARGEST, SMALLEST
from bytescope.ui.hex.row_bar import RowBar
from bytescope.ui.widgets.tips import tr

if TYPE_CHECKING:
    from bytescope.session.session import Session


class HexPanel(QWidget):
    """Shows one session's bytes in the look of ``session.view``; edits and selects through its wishes."""

    menu_wished = Signal(QPoint)
    """A context menu is asked for at this place of the screen."""

    font_size_changed = Signal(int)
    """The person changed the size of the font, in points."""

    scrolled = Signal()
    """Other rows are in sight."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("hex")
        self.setAccessibleName(tr("Hex panel"))
        self._session = session
        self._family = ""
        self.view = HexGridView(session, self)
        self._rows = RowBar(self)
        self._rows.setObjectName("hex.rows")
        self._rows.setAccessibleName(tr("Rows of the document"))
        self._sideways = QScrollBar(Qt.Orientation.Horizontal, self)
        self._sideways.setObjectName("hex.sideways")
        self._sideways.setAccessibleName(tr("Columns of the hex panel"))
        self._sideways.hide()
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.view, 0, 0)
        layout.addWidget(self._rows, 0, 1)
        layout.addWidget(self._sideways, 1, 0)
        self.setFocusProxy(self.view)
        self.view.scrolled.connect(self._on_scrolled)
        self.view.zoom_wished.connect(self._on_zoom_wished)
        self._rows.wished.connect(self.view.to_row)
        self._sideways.sliderMoved.connect(self.view.to_shift)
        self._sideways.actionTriggered.connect(self._on_sideways_action)
        self._on_scrolled()

    @property
    def first_offset(self) -> int:
        """The first byte in sight."""
        return self.view.viewport.first_offset

    @property
    def font_size(self) -> int:
        """The size of the font in points."""
        return self.view.font().pointSize()

    def scroll_to(self, offset: int) -> None:
        """Bring the row of ``offset`` to the top, as far as the end of the document allows."""
        self.view.to_row(self.view.grid.row_of(max(0, min(offset, self._session.size))))

    def set_font_size(self, points: int) -> None:
        """Between 6 and 40 points; 0 for the desktop's own size."""
        self.view.set_font_points(points and min(max(points, SMALLEST), LARGEST), self._family)

    def choose_font(self, family: str, points: int) -> None:
        """Letters of ``family`` ("" for the desktop's own) in this size, as in ``set_font_size``."""
        self._family = family
        self.set_font_size(points)

    @property
    def good_width(self) -> int:
        """In which eight bytes stand in a row."""
        plan = self.view.plan
        return round(plan.bytes_x + LEAST * plan.metrics.char) + self._rows.sizeHint().width()

    def set_narrow(self, on: bool) -> None:
        """Whether it may be made so narrow that four bytes stand in a row: others want the room as well."""
        self.view.least = LEAST_NARROW if on else LEAST
        self.view.updateGeometry()

    def copy(self, kind: str | None = None) -> None:
        """Put the selection on the clipboard: as ``hex`` digits, ``text`` or a form of ``exchange.forms``."""
        self.view.clipboard.copy(kind)

    def paste(self) -> None:
        """Put the clipboard's bytes, hex digits or text at the caret, over or before what is there."""
        self.view.clipboard.paste()

    def select_all(self) -> None:
        self.view.select_all()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.menu_wished.emit(event.globalPos())

    def wheelEvent(self, event: QWheelEvent) -> None:
        """A wheel turned over the scroll bars scrolls the view."""
        self.view.wheelEvent(event)

    def _on_scrolled(self) -> None:
        viewport, plan = self.view.viewport, self.view.plan
        self._rows.show_position(viewport.scroll, viewport.first_row)
        overflow = round(plan.overflow)
        self._sideways.setRange(0, overflow)
        self._sideways.setPageStep(max(1, round(plan.width - plan.bytes_x)))
        self._sideways.setSingleStep(round(plan.metrics.char))
        self._sideways.setValue(round(plan.shift))
        self._sideways.setVisible(overflow > 0 and bool(self._session.view.columns))
        self.scrolled.emit()

    def _on_sideways_action(self, _action: int) -> None:
        self.view.to_shift(self._sideways.sliderPosition())

    def _on_zoom_wished(self, steps: int) -> None:
        self.set_font_size(self.font_size + steps)
        self.font_size_changed.emit(self.font_size)
