"""What is painted, as text for screen readers: the rows of bytes round the caret, the cell of the map."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import (
    QAccessible,
    QAccessibleInterface,
    QAccessibleTextCursorEvent,
    QAccessibleTextSelectionEvent,
)
from PySide6.QtWidgets import QAccessibleWidget, QPlainTextEdit, QWidget
from shiboken6 import VoidPtr, getCppPointer

if TYPE_CHECKING:
    from bytescope.ui.hex.grid_view import HexGridView
    from bytescope.ui.map.view import MapSurface


class Face(QAccessibleWidget):
    """A painted widget for screen readers. What it says is in a hidden field, which Qt knows how to tell:

    of an interface for text that is written in Python, Qt 6 cannot ask what is selected.
    """

    def __init__(self, widget: QWidget, *, editable: bool) -> None:
        role = QAccessible.Role.EditableText if editable else QAccessible.Role.Canvas
        super().__init__(widget, role)
        self._editable = editable

    def childCount(self) -> int:
        return 0

    def child(self, _index: int) -> None:  # type: ignore[override]  # the stubs know no null
        return None

    def childAt(self, _x: int, _y: int) -> None:  # type: ignore[override]
        return None

    def indexOfChild(self, _child: QAccessibleInterface) -> int:
        return -1

    def focusChild(self) -> None:  # type: ignore[override]
        return None

    def state(self) -> QAccessible.State:
        state = super().state()
        state.multiLine = True
        state.editable, state.readOnly = self._editable, not self._editable
        state.selectableText = True
        return state

    def interface_cast(self, kind: QAccessible.InterfaceType) -> VoidPtr:  # type: ignore[override]
        """A pointer that Qt uses as it is: for what there is not, it must be null and not None."""
        widget = self.object()
        if kind != QAccessible.InterfaceType.TextInterface or not isinstance(widget, QWidget):
            return VoidPtr(0)
        text = QAccessible.queryAccessibleInterface(spoken(widget)).textInterface()
        return VoidPtr(getCppPointer(text)[0])


class Spoken(QPlainTextEdit):
    """The hidden field: what ``widget`` is described by, made anew when somebody asks."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.hide()
        self.setObjectName("spoken")
        self.setReadOnly(True)
        self._widget = widget

    def refresh(self) -> None:
        """Have the text of now."""
        if self.toPlainText() != self._widget.accessibleDescription():
            self.setPlainText(self._widget.accessibleDescription())


class SpokenCell(Spoken):
    """What is told of the cell under the cursor of the map, at that cell."""

    def __init__(self, surface: QWidget) -> None:
        super().__init__(surface)
        self._surface: MapSurface = surface  # type: ignore[assignment]  # the only other painted widget

    def refresh(self) -> None:
        from bytescope.ui.painted_text import cover, lay_at

        super().refresh()
        if self._surface.keys is not None:
            cover(self, self._surface)
            cell, ratio = self._surface.keys.caret_rect(), self._surface.devicePixelRatioF()
            lay_at(self, cell.topLeft() / ratio)


class SpokenRows(Spoken):
    """The rows round the caret, as wide as they are painted, where they are painted."""

    def __init__(self, view: HexGridView) -> None:
        super().__init__(view)
        self._view = view
        self._shown: object = None

    def refresh(self) -> None:
        from bytescope.ui.painted_text import cover, lay_rows
        from bytescope.ui.widgets.byte_rows import put, rows_round

        view, session = self._view, self._view.session
        rows, selection = rows_round(session, view.grid.columns), session.selection
        shown = (rows, selection, view.plan, view.frame.lines, view.size())
        if shown != self._shown:
            self._shown = shown
            cover(self, view)
            put(self, rows, selection)
            lay_rows(self, view, rows.first, rows.digits)


def spoken(widget: QWidget) -> Spoken:
    """What is to be told of ``widget`` now."""
    from bytescope.ui.hex.grid_view import HexGridView

    found = widget.findChild(Spoken, "spoken")
    if found is None:
        found = SpokenRows(widget) if isinstance(widget, HexGridView) else SpokenCell(widget)
    found.refresh()
    return found


def tell_cursor(widget: QWidget) -> None:
    """Screen readers and braille displays follow the cursor of ``widget`` to where it is now."""
    cursor = spoken(widget).textCursor()
    if cursor.hasSelection():
        QAccessible.updateAccessibility(
            QAccessibleTextSelectionEvent(widget, cursor.selectionStart(), cursor.selectionEnd())
        )
    QAccessible.updateAccessibility(QAccessibleTextCursorEvent(widget, cursor.position()))
