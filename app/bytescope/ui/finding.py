"""Lets the find bar of a document and its searches speak with each other."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from bytescope.ui.dialogs.find_bar import FindBar

if TYPE_CHECKING:
    from bytescope.core.search.template import Template
    from bytescope.session.search.finding import Finder
    from bytescope.session.search.found_list import Asked
    from bytescope.session.search.replacing import Replacing
    from bytescope.session.session import Session

TELL_MS = 200
"""How often the bar says how far a search is."""


class Finding(QObject):
    """The bar, and what is done at its wishes."""

    searched = Signal(str)
    """A line of the history: somebody searched for it."""

    listed = Signal()
    """A list of all hits was asked for: it should be seen."""

    closed = Signal()

    def __init__(self, session: Session, finder: Finder, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._finder = finder
        self.bar = FindBar(names=session.names)
        self._timer = QTimer(self)
        self._timer.setInterval(TELL_MS)
        self._timer.timeout.connect(self._tell)
        self.bar.wished.connect(self._on_wished)
        self.bar.all_wished.connect(self._on_all_wished)
        self.bar.replace_wished.connect(self._on_replace_wished)
        self.bar.cancel.connect(self.stop)
        self.bar.closed.connect(self._on_closed)
        finder.state_changed.connect(self._on_state)
        finder.list.changed.connect(self._on_listed)
        self._listing = False

    @cached_property
    def replacing(self) -> Replacing:
        from bytescope.session.search.replacing import Replacing

        return Replacing(self._session, self._finder)

    def stop(self) -> None:
        """End every search that is under way; what was listed stays."""
        if "replacing" in vars(self):
            self.replacing.stop()
        if self._finder.list.running:
            self._finder.list.stop()
        elif self.bar.busy:
            self._finder.stop()

    def _on_wished(self, asked: Asked, forward: bool) -> None:
        self._remember()
        self._finder.find(asked, forward)

    def _on_all_wished(self, asked: Asked) -> None:
        self._remember()
        self._listing = True
        self._finder.find_all(asked)
        self.listed.emit()

    def _on_replace_wished(self, asked: Asked, data: bytes | Template, everywhere: bool) -> None:
        self._remember()
        if everywhere:
            self.replacing.all(asked, data)
        else:
            self.replacing.one(asked, data)

    def _on_state(self, text: str, busy: bool) -> None:
        self.bar.show_state(text, busy)
        if busy:
            self._timer.start()
        else:
            self._timer.stop()

    def _on_listed(self) -> None:
        """Say how far the search for all is; not when an edit changes the list later on."""
        list_ = self._finder.list
        if self._listing:
            self.bar.show_state(list_.words(), list_.running)
            self._listing = list_.running

    def _tell(self) -> None:
        if words := self._finder.progress():
            self.bar.show_state(words, True)

    def _on_closed(self) -> None:
        self.stop()
        self.closed.emit()

    def _remember(self) -> None:
        if line := self.bar.fields.line():
            self.searched.emit(line)
