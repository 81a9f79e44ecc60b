"""A banner in the window for what happened, with buttons that mend it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QStyle,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from bytescope.ui.icons import icon
from bytescope.ui.theme import colours
from bytescope.ui.widgets.tips import plain_tip, told, tr, tr_later, without_key

_PICTURES = {
    "info": QStyle.StandardPixmap.SP_MessageBoxInformation,
    "warning": QStyle.StandardPixmap.SP_MessageBoxWarning,
    "error": QStyle.StandardPixmap.SP_MessageBoxCritical,
}
_WORDS = {"info": tr_later("Note"), "warning": tr_later("Warning"), "error": tr_later("Error")}
_BAR = 4
BESIDE = 2
"""Up to so many buttons stand beside the text; more take a line of their own below it."""

INFO_SECONDS = 10
"""How long a message stays that tells only of success; warnings and errors stay until they are closed."""


class MessageStrip(QFrame):
    """Hidden until ``show_message``; a newer message takes the place of the older."""

    displaced = Signal()
    """Another message is about to be shown."""

    gone = Signal()
    """The strip was hidden: by its time, a button, a key, or because all is said."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("message")
        self.level = "info"
        self._picture = QLabel(self)
        self._text = QLabel(self)
        self._text.setObjectName("message.text")
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setWordWrap(True)
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._buttons: list[_ActButton] = []
        self._close = QToolButton(self)
        self._close.setObjectName("message.close")
        self._close.setAccessibleName(tr("Close this message"))
        self._close.setToolTip(plain_tip(tr("Close this message")))
        self._close.setAutoRaise(True)
        self._close.clicked.connect(self.hide)
        self._line, self._below = QHBoxLayout(), QHBoxLayout()
        self._line.addWidget(self._picture)
        self._line.addWidget(self._text, 1)
        self._line.addWidget(self._close)
        self._below.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(_BAR + 8, 6, 6, 6)
        layout.addLayout(self._line)
        layout.addLayout(self._below)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(INFO_SECONDS * 1000)
        self._timer.timeout.connect(self.hide)
        self._close.setIcon(icon("close", self.palette()))
        self.hide()

    def show_message(
        self, level: str, text: str, actions: Sequence[tuple[str, Callable[[], object]]] = ()
    ) -> None:
        """Show ``text``; ``level`` is "info", "warning" or "error", ``actions`` are texts with their acts."""
        self.displaced.emit()
        self.level = level if level in _WORDS else "info"
        text = told(text)
        self._text.setText(text)
        self.setAccessibleName(f"{tr(_WORDS[self.level])}: {text}")
        self._set_actions(actions)
        self._show_level()
        self.show()
        if self.level == "info" and not actions:
            self._timer.start()
        else:
            self._timer.stop()

    def text(self) -> str:
        """The sentence shown last."""
        return self._text.text()

    def closes_in(self) -> float:
        """Seconds after which the message goes by itself; 0 where it stays."""
        return self._timer.interval() / 1000 if self._timer.isActive() else 0

    def focus_act(self, text: str) -> None:
        """Put the keyboard on the button ``text``."""
        for button in self._buttons:
            if button.text() == text:
                button.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._close.click()
        else:
            super().keyPressEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        self._timer.stop()
        super().hideEvent(event)
        if self.isHidden():  # not only with its window
            self.gone.emit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._close.setIcon(icon("close", self.palette()))

    def paintEvent(self, event: QPaintEvent) -> None:
        """A plain back, a line above, and a bar in the level's colour in front."""
        own = colours(self.palette())
        painter = QPainter(self)
        painter.fillRect(self.rect(), own.base)
        painter.fillRect(0, 0, self.width(), 1, own.border)
        bar = {"info": own.accent, "warning": own.warning, "error": own.error}[self.level]
        painter.fillRect(0, 0, _BAR, self.height(), bar)
        painter.end()

    def _set_actions(self, actions: Sequence[tuple[str, Callable[[], object]]]) -> None:
        for button in self._buttons:
            self._line.removeWidget(button)
            self._below.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._buttons = [_ActButton(text, act, self) for text, act in actions]
        for button in self._buttons:
            if len(actions) > BESIDE:
                self._below.addWidget(button)
            else:
                self._line.insertWidget(self._line.count() - 1, button)
            button.show()

    def _show_level(self) -> None:
        self._picture.setPixmap(self.style().standardIcon(_PICTURES[self.level]).pixmap(20, 20))
        self.update()


class _ActButton(QPushButton):
    """A button that knows what to do; its name is made from its text."""

    def __init__(self, text: str, act: Callable[[], object], parent: QWidget) -> None:
        super().__init__(text, parent)
        plain = "".join(c for c in text.lower().replace(" ", "_") if c.isalnum() or c == "_")
        self.setObjectName(f"message.{plain}")
        self.setAccessibleName(without_key(text))
        self._act = act
        self.clicked.connect(self._on_clicked)

    def _on_clicked(self) -> None:
        self._act()
