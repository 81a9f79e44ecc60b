"""The docks beside the documents: made once, remembered, listed in the View menu."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDockWidget, QMainWindow, QMenu, QWidget

from bytescope.ui.panels.history import HistoryPanel
from bytescope.ui.panels.page_info import PagePanel

if TYPE_CHECKING:
    from bytescope.session.session import Session


class Docks:
    """History and Page; both follow the current document."""

    def __init__(self, window: QMainWindow, menu: QMenu) -> None:
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
