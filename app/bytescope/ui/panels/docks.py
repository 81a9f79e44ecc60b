"""The docks beside the documents: made once, remembered, listed in the View menu."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDockWidget, QMainWindow, QMenu, QWidget

from bytescope.ui.panels.history import HistoryPanel
from bytescope.ui.panels.page_info import PagePanel

if TYPE_CHECKING:
    from bytescope.session.session import Session


_TABBED = "tabbed"
_PLACE = re.compile(
    r"([a-z]{1,20}),([1248]),([01]),([01]),(-?[0-9]{1,5}),(-?[0-9]{1,5}),([0-9]{1,5}),([0-9]{1,5})"
)
LEAST, MOST = 40, 10_000
"""Pixels of a side."""


class Docks:
    """History and Page; both follow the current document."""

    def __init__(self, window: QMainWindow, menu: QMenu) -> None:
        self._window = window
        self.history = HistoryPanel(window)
        self.page = PagePanel(window)
        menu.addSeparator()
        self._docks = {
            "page": _dock(window, "page", "Page", self.page),
            "history": _dock(window, "history", "History", self.history),
        }
        for dock in self._docks.values():
            menu.addAction(dock.toggleViewAction())

    def dock(self, name: str) -> QDockWidget:
        """The dock called ``name``: "page" or "history"."""
        return self._docks[name]

    @property
    def are_open(self) -> bool:
        """Whether any of them is to be seen."""
        return any(not dock.isHidden() for dock in self._docks.values())

    def places(self) -> str:
        """Where they are, as plain text for the settings."""
        parts = []
        for name, dock in self._docks.items():
            area = self._window.dockWidgetArea(dock).value
            place = dock.geometry()
            numbers = (area, not dock.isHidden(), dock.isFloating(), *place.getRect())  # type: ignore[misc]
            parts.append(",".join((name, *(str(int(number)) for number in numbers))))
        if self._window.tabifiedDockWidgets(self._docks["page"]):
            parts.append(_TABBED)
        return ";".join(parts)

    def put(self, places: str) -> None:
        """Bring them back to ``places``; what cannot be is left out.

        Not by ``QMainWindow.restoreState``: it believes every count, and a damaged one holds the start
        for minutes.
        """
        parts = places.split(";", len(self._docks) + 1)
        for part in parts:
            found = _PLACE.fullmatch(part)
            if found and found[1] in self._docks:
                self._put(self._docks[found[1]], *(int(number) for number in found.groups()[1:]))
        if _TABBED in parts:
            self._window.tabifyDockWidget(*self._docks.values())

    def _put(
        self, dock: QDockWidget, area: int, shown: int, floating: int, x: int, y: int, width: int, height: int
    ) -> None:
        place = QRect(x, y, min(max(width, LEAST), MOST), min(max(height, LEAST), MOST))
        self._window.addDockWidget(Qt.DockWidgetArea(area), dock)
        if floating and QGuiApplication.screenAt(place.center()) is not None:
            dock.setFloating(True)
            dock.setGeometry(place)
        else:
            self._window.resizeDocks([dock], [place.width()], Qt.Orientation.Horizontal)
            self._window.resizeDocks([dock], [place.height()], Qt.Orientation.Vertical)
        dock.setVisible(bool(shown))

    def show_session(self, session: Session | None) -> None:
        self.history.show_session(session)
        self.page.show_session(session)


def _dock(window: QMainWindow, name: str, title: str, panel: QWidget) -> QDockWidget:
    dock = QDockWidget(title, window)
    dock.setObjectName(f"dock.{name}")
    dock.setAccessibleName(title)
    dock.setWidget(panel)
    dock.toggleViewAction().setObjectName(f"action.dock.{name}")
    window.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, dock)
    dock.hide()
    return dock
