"""Says over the map that it shows another time, and leads back to now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from bytescope.session.states.playback import playback_of
from bytescope.ui.widgets.tips import told, tr

if TYPE_CHECKING:
    from bytescope.session.session import Session


class PastBanner(QFrame):
    """Hidden while the layers show what is so now. Lies over the middle of the upper border of ``place``, and
    over more of ``parent`` where that is too narrow for it.
    """

    def __init__(self, session: Session, place: QWidget, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("past")
        self._session = session
        self._over = place
        self._text = QLabel(self)
        self._text.setObjectName("past.text")
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._back = QPushButton(tr("Back to No&w"), self)
        self._back.setObjectName("past.back")
        self._back.setAccessibleName(tr("Show what is so now"))
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
        self.setVisible(self._session.layers.past is not None)
        self._place()
        self.raise_()

    def _place(self) -> None:
        past, parent = self._session.layers.past, self.parentWidget()
        if past is None or parent is None:
            return
        self._text.setText(
            tr("Showing {words}: pages touched then. The bytes are those of now.", words=told(past.words))
        )
        if self.sizeHint().width() > self._over.width():
            self._text.setText(tr("Showing {words}", words=told(past.words)))
        width = min(self.sizeHint().width(), parent.width())
        corner = self._over.mapTo(parent, QPoint(0, 0))
        left = corner.x() + (self._over.width() - width) // 2
        left = max(0, min(left, parent.width() - width))
        self.setGeometry(left, corner.y(), width, self.sizeHint().height())

    def _on_back(self) -> None:
        playback_of(self._session).now()
