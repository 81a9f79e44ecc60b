"""Says over the map that it shows another time, and leads back to now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from bytescope.session.playback import playback_of

if TYPE_CHECKING:
    from bytescope.session.session import Session


class PastBanner(QFrame):
    """Hidden while the layers show what is so now. Lies over the upper border of ``place``, in its middle."""

    def __init__(self, session: Session, place: QWidget) -> None:
        super().__init__(place)
        self.setObjectName("past")
        self._session = session
        self._over = place
        self._text = QLabel(self)
        self._text.setObjectName("past.text")
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._back = QPushButton("Back to No&w", self)
        self._back.setObjectName("past.back")
        self._back.setAccessibleName("Show what is so now")
        self._back.setAutoDefault(False)
        self._back.clicked.connect(self._on_back)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 4, 6, 4)
        layout.setSpacing(12)
        layout.addWidget(self._text)
        layout.addWidget(self._back)
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.Highlight)
        self._text.setForegroundRole(QPalette.ColorRole.HighlightedText)
        self.hide()
        place.installEventFilter(self)
        session.layers.past_changed.connect(self._show)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._place()
        return super().eventFilter(watched, event)

    def _show(self) -> None:
        past = self._session.layers.past
        if past is not None:
            self._text.setText(f"Showing {past.words}: pages touched then. The bytes are those of now.")
            self._place()
            self.raise_()
        self.setVisible(past is not None)

    def _place(self) -> None:
        self.adjustSize()
        room = self._over.width()
        self.setFixedWidth(min(self.sizeHint().width(), room))
        self.move((room - self.width()) // 2, 0)

    def _on_back(self) -> None:
        playback_of(self._session).now()
