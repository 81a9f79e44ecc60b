"""Tells a session whether anybody can see it, so that nothing is polled for nobody."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from bytescope.session.session import Session

_TELLING = (QEvent.Type.Show, QEvent.Type.Hide, QEvent.Type.WindowStateChange)


class Waking(QObject):
    """Watches the view of a document, which another tab hides, and its window, which may be minimised."""

    def __init__(self, session: Session, view: QWidget) -> None:
        super().__init__(view)
        self._session = session
        self._view = view
        view.installEventFilter(self)
        view.window().installEventFilter(self)
        self._tell()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _TELLING:
            self._tell()
        return super().eventFilter(watched, event)

    def _tell(self) -> None:
        window = self._view.window()
        self._session.layers.sleep(not self._view.isVisible() or window.isMinimized())
