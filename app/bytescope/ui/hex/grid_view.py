"""The widget that shows rows of bytes and takes keys and clicks."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDropEvent,
    QFocusEvent,
    QHelpEvent,
    QInputMethodEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QToolTip, QWidget

from bytescope.core.change import Change
from bytescope.core.geometry.hex_frame import HexFrame
from bytescope.core.geometry.hex_grid import HexGrid, Place, offset_digits
from bytescope.core.geometry.hex_window import ByteWindow
from bytescope.core.geometry.scroll import WheelCount
from bytescope.core.ranges import ByteRange, page_count
from bytescope.ui.hex.frame import FrameMaker, description
from bytescope.ui.hex.glyphs import Glyphs
from bytescope.ui.hex.metrics import Layout, Metrics, fixed_font
from bytescope.ui.hex.mouse import Pointer
from bytescope.ui.hex.painter import HexPainter, Look, fill
from bytescope.ui.hex.viewport import Viewport
from bytescope.ui.theme import colours
from bytescope.ui.widgets.tips import plain_tip, tr

if TYPE_CHECKING:
    from bytescope.session.session import Session
    from bytescope.ui.hex.clipboard import Clipboard
    from bytescope.ui.hex.dragging import Dragging
    from bytescope.ui.hex.frame import Opposite
    from bytescope.ui.hex.keys import Keys

DRAG_MS = 40
"""How often the view scrolls while a drag is held above or below it."""

LEAST, LEAST_NARROW = 36, 20
"""Characters behind the offset that there is room for: eight bytes and their text, or four."""


class HexGridView(QWidget):
    """Rows of one session's bytes. Scrolls itself; scroll bars beside it only show and wish."""

    scrolled = Signal()
    """The position, the number of rows or the width changed."""

    completed = Signal()
    """Every byte in sight was painted; told the first time only."""

    command_wished = Signal(str)
    """The id of a command that is to be done."""

    zoom_wished = Signal(int)
    """Steps by which the font is to grow."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("hex.grid")
        self.setAccessibleName(tr("Bytes of the document"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.IBeamCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
        self.setAcceptDrops(True)
        self._session = self.session = session
        self.steady = False
        """Whether it stays where it is when the caret moves: another panel of the document is in use."""
        self.least = LEAST
        self.viewport = Viewport()
        self._maker = FrameMaker(session)
        self._painter = HexPainter()
        self._pointer = Pointer(session, self)
        self._wheel, self._sideways = WheelCount(), WheelCount()
        self._frame: HexFrame | None = None
        self.plan = Layout(Metrics.of(self.font(), 1.0), self.grid, 1, 8, 1, 1)
        self._glyphs = Glyphs(self.font())
        self._shown: object = None
        self._complete = False
        self._drag_point = QPointF()
        self._drag_timer = QTimer(self)
        self._drag_timer.setInterval(DRAG_MS)
        self._drag_timer.timeout.connect(self._on_drag_held)
        self.set_font_points(0)
        session.changed.connect(self._on_changed)
        session.selected.connect(self._on_selected)
        self._look = session.view._replace(scheme="content", layout="rows")
        session.view_changed.connect(self._on_view_changed)
        session.bytes_arrived.connect(self._on_bytes_arrived)
        session.highlighted.connect(self._invalidate)
        self.setAccessibleDescription(description(session))

    # -- loaded with the first key: not needed to show the first bytes ----------------------------

    @cached_property
    def clipboard(self) -> Clipboard:
        from bytescope.ui.hex.clipboard import Clipboard

        return Clipboard(self._session, self.command_wished.emit)

    @cached_property
    def dragging(self) -> Dragging:
        from bytescope.ui.hex.dragging import Dragging

        return Dragging(self._session, self)

    @cached_property
    def _keys(self) -> Keys:
        from bytescope.ui.hex.keys import Keys
        from bytescope.ui.hex.typing import Typing

        return Keys(self._session, self, Typing(self._session, self._present_grid), self.clipboard)

    # -- what is shown ------------------------------------------------------------------------

    @property
    def grid(self) -> HexGrid:
        return self.viewport.grid

    @property
    def frame(self) -> HexFrame:
        """The present picture; made anew only when something changed."""
        if self._frame is None:
            self._frame = self._maker.make(self.grid, self.viewport.first_row, self.plan.lines)
        return self._frame

    def sizeHint(self) -> QSize:
        char, line = self.plan.metrics.char, self.plan.metrics.line
        return QSize(round(self.plan.bytes_x + 68 * char), round(line * 32))

    def minimumSizeHint(self) -> QSize:
        char, line = self.plan.metrics.char, self.plan.metrics.line
        return QSize(round(self.plan.bytes_x + self.least * char), round(line * 6))

    def set_font_points(self, points: int, family: str = "") -> None:
        """The size of the font in points and its family; 0 and "" for the desktop's own."""
        self.setFont(fixed_font(points, family))
        self._glyphs = Glyphs(self.font())
        self._measure()

    def set_opposite(self, opposite: Opposite | None) -> None:
        """Mark the bytes that ``opposite`` finds to differ; None: mark none."""
        self._maker.opposite = opposite
        self._invalidate()

    def set_columns(self, columns: int) -> None:
        """Bytes a row, whatever the look of the session says; 0: as it says."""
        if columns != self._maker.columns:
            self._maker.columns = columns
            self._measure()

    def refresh(self) -> None:
        """What is beside the document, as another one that it is compared with, may be another now."""
        self._invalidate()

    def place_at(self, point: QPointF) -> Place:
        """The place under ``point``; above the first and below the last line the rows beyond them."""
        lines = self.frame.lines
        index = self.plan.line_at(point.y())
        if index < 0:
            row = self.viewport.first_row + index
        elif index < len(lines):
            row = lines[index].row
        else:
            row = (lines[-1].end if lines else 0) + index - len(lines)
        return self.plan.place_at(point, min(max(row, 0), self.grid.rows - 1))

    def _present_grid(self) -> HexGrid:
        return self.grid._replace(size=self._session.size)

    # -- scrolling ----------------------------------------------------------------------------

    def step(self, lines: int) -> None:
        """Scroll by lines as they are shown."""
        above = self._maker.above(self.grid, self.viewport.first_row) if lines < 0 else ByteWindow()
        self.viewport.step(lines, self.frame, above)
        self._settle()

    def to_row(self, row: int) -> None:
        """Have ``row`` at the top, as far as the last row allows."""
        self.viewport.to_row(row)
        self._settle()

    def to_shift(self, shift: float) -> None:
        """Scroll sideways to ``shift`` pixels from the left."""
        self.plan = self.plan._replace(shift=round(min(max(0.0, shift), self.plan.overflow)))
        self._settle()

    def reveal(self, offset: int) -> None:
        """Have ``offset`` in sight with as little scrolling as can be."""
        self.viewport.reveal(offset, self.frame)
        self._settle()
        caret = self.frame.caret
        if not self.plan.overflow or caret is None:
            return
        char = self.plan.metrics.char
        left = char * (caret.text_x if self.frame.caret_column == "text" else caret.bytes_x)
        room = self.width() - self.plan.bytes_x - 2 * char
        if not left - room <= self.plan.shift <= left:
            self.to_shift(left if left < self.plan.shift else left - room)

    def select_all(self) -> None:
        self._session.select(ByteRange(0, self._session.size))

    def _settle(self) -> None:
        """After anything that may have moved what is in sight: a new picture and told bars, if it did."""
        shown = (self.plan, self.viewport.first_row, self.viewport.whole_lines)
        if shown != self._shown:
            self._shown = shown
            self._invalidate()
            self.scrolled.emit()

    def _invalidate(self) -> None:
        self._frame = None
        self.update()

    def _measure(self) -> None:
        """Fit grid and columns to font, size of the widget, look and size of the document."""
        session = self._session
        plan = Layout(
            Metrics.of(self.font(), self.devicePixelRatioF()),
            HexGrid(1, size=session.size),
            len(str(max(0, page_count(session.size) - 1))),
            offset_digits(session.size, session.view.offset_base),
            self.width(),
            self.height(),
        )
        plan = plan._replace(grid=self._maker.grid(plan.chars))
        self.plan = plan._replace(shift=min(self.plan.shift, plan.overflow))
        self.viewport.fit(plan.grid, plan.whole_lines, session.selection.caret)
        self._settle()

    # -- what the session tells ---------------------------------------------------------------

    def _on_changed(self, change: Change) -> None:
        self._maker.forget(change)
        if change.moved:
            self._measure()
        self._invalidate()
        self._describe()

    def _on_selected(self) -> None:
        self._invalidate()
        selection = self._session.selection
        everything = selection.range.length == self._session.size
        if not (self.steady or self._pointer.dragging or (everything and selection.range)):
            self.reveal(selection.caret)
        self._describe()

    def _on_view_changed(self) -> None:
        # The map's scheme and layout are of no concern here.
        look = self._session.view._replace(scheme="content", layout="rows")
        if look != self._look:
            self._look = look
            self._invalidate()
            self._measure()

    def _on_bytes_arrived(self) -> None:
        self._invalidate()
        self._describe()

    def _describe(self) -> None:
        self.setAccessibleDescription(description(self._session))

    # -- events -------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        own = colours(self.palette())
        fill(painter, QRectF(event.rect()), own.base)
        view = self._session.view
        look = Look(self.plan, self._glyphs, own, view.encoding, view.offset_base, self.hasFocus())
        self._painter.paint(painter, self.frame, look)
        painter.end()
        if not self._complete and self._maker.window.complete:
            self._complete = True
            self.completed.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._measure()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.ActivationChange):
            self.update()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            if self._keys.claims(event):
                event.accept()
                return True
        elif event.type() == QEvent.Type.DevicePixelRatioChange:
            self._measure()
        elif event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            self._show_label(event)
            return True
        return super().event(event)

    def _show_label(self, event: QHelpEvent) -> None:
        """What the byte that is pointed at is called, if somebody named it."""
        named = vars(self._session).get("highlights")
        label = named.label_at(self.place_at(QPointF(event.pos())).offset) if named else ""
        QToolTip.showText(event.globalPos(), plain_tip(label), self)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab goes to the other column; Shift+Tab leaves the view."""
        return not forward and super().focusNextPrevChild(forward)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._keys.press(event):
            super().keyPressEvent(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Composed characters (dead keys, other scripts) are typed like others."""
        self._keys.compose(event.commitString())
        event.accept()

    def inputMethodQuery(self, query: Qt.InputMethodQuery) -> object:
        caret = self.frame.caret
        if query == Qt.InputMethodQuery.ImCursorRectangle and caret is not None:
            return self.plan.rect(caret.line, caret.text_x, 1).toRect()
        return super().inputMethodQuery(query)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pointer.press(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._pointer.double(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pointer.takes_away(event.position()):
            self.dragging.begin()
            return
        if not self._pointer.dragging:
            return
        self._drag_point = event.position()
        self._pointer.move(self._drag_point)
        outside = not self.plan.top <= self._drag_point.y() < self.height()
        if outside and not self._drag_timer.isActive():
            self._drag_timer.start()
        elif not outside:
            self._drag_timer.stop()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._pointer.release()
            self._drag_timer.stop()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Bytes and text; files are the window's."""
        if self.dragging.takes(event.mimeData()):
            event.acceptProposedAction()
        else:
            event.ignore()

    def dropEvent(self, event: QDropEvent) -> None:
        self.dragging.drop(event)

    def _on_drag_held(self) -> None:
        """Scroll faster the further out the pointer is."""
        y, line = self._drag_point.y(), self.plan.metrics.line
        above, below = self.plan.top - y, y - self.height()
        self.step(-1 - int(above / line) ** 2 if above > 0 else 1 + int(max(0.0, below) / line) ** 2)
        self._pointer.move(self._drag_point)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Up and down by lines, sideways with Shift or a second wheel, Control for the size of the font."""
        angle, pixels = event.angleDelta(), event.pixelDelta()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            if angle.y():
                self.zoom_wished.emit(1 if angle.y() > 0 else -1)
        elif event.modifiers() & Qt.KeyboardModifier.ShiftModifier or abs(angle.x()) > abs(angle.y()):
            chars = self._sideways.turned(angle.x() or angle.y())
            self.to_shift(self.plan.shift + chars * self.plan.metrics.char)
        elif not pixels.isNull():
            self.step(self._wheel.moved(pixels.y(), round(self.plan.metrics.line)))
        else:
            self.step(self._wheel.turned(angle.y()))
        event.accept()
