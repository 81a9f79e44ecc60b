"""The steps of a document, done and undone; a click goes to that state."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from bytescope.ui.widgets.tips import told, tr

if TYPE_CHECKING:
    from bytescope.session.session import Session

SHOWN = 500
"""Rows listed; older steps are still undone by Undo."""


class HistoryPanel(QWidget):
    """A list of step names; the row of the present state is marked."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session: Session | None = None
        self._list = QListWidget(self)
        self._list.setObjectName("history.list")
        self._list.setAccessibleName(tr("Steps of the document"))
        self._list.setUniformItemSizes(True)
        self._list.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self._list.itemClicked.connect(self._on_wished)
        self._list.itemActivated.connect(self._on_wished)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._list)
        self.setFocusProxy(self._list)

    def show_session(self, session: Session | None) -> None:
        """List the steps of ``session``."""
        self._session = session
        if self.isVisible():
            self._list_steps()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._list_steps()

    def _list_steps(self) -> None:
        session = self._session
        self._list.clear()
        if session is None:
            return
        document = session.document
        names = [tr("As opened"), *document.steps, *document.undone]
        first = max(0, document.index - SHOWN + 50)
        for number, name in enumerate(names[first : first + SHOWN], first):
            item = QListWidgetItem(told(name))
            item.setData(Qt.ItemDataRole.UserRole, number)
            if number > document.index:
                item.setForeground(self.palette().placeholderText())
            if number == document.saved_index:
                item.setText(tr("{name} · saved", name=told(name)))
            self._list.addItem(item)
            if number == document.index:
                self._list.setCurrentItem(item)

    def _on_wished(self, item: QListWidgetItem) -> None:
        session = self._session
        if session is None or session.live:
            return
        wanted = item.data(Qt.ItemDataRole.UserRole)
        while session.document.index > wanted and session.undo():
            pass
        while session.document.index < wanted and session.redo():
            pass
