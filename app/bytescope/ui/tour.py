"""The tour: a card beside one part of the window after the other, which never gets in the way."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from bytescope.ui.widgets.captions import caption
from bytescope.ui.widgets.tips import tr

if TYPE_CHECKING:
    from bytescope.ui.window import Window

WIDTH = 360
GAP = 12


class Step(NamedTuple):
    """``target`` is the name of the part that the card stands beside; "" for the whole window."""

    target: str
    title: str
    text: str


STEPS: tuple[Step, ...] = (
    Step(
        "",
        "Welcome",
        "This is a file of 16 MiB that was made to try things on: nothing can be broken here. "
        "Next goes on, Esc ends the tour; Help ▸ Tour brings it back.",
    ),
    Step(
        "map",
        "The Map",
        "Every square is a page of 4096 bytes. Its colour says what kind of bytes it holds. Click a square "
        "and the bytes beside go there; the wheel zooms, dragging selects pages.",
    ),
    Step(
        "map.legend",
        "The Legend",
        "What the colours mean, and which states of pages are marked: edited, saved, in memory, changed by "
        "others. Each name has a tip that says how it is known.",
    ),
    Step(
        "hex",
        "The Bytes",
        "Type over the digits on the left or the letters on the right. Changed bytes get a colour, and their "
        "page gets a mark on the map. The file stays as it is until you save.",
    ),
    Step(
        "toolbar",
        "Changing Much at Once",
        "Select a range, then Fill, Write or Insert. Ctrl+Z takes everything back, step by step; "
        "Ctrl+S saves.",
    ),
    Step(
        "status",
        "Where You Are",
        "Offset, page, selection and how much of the file is known. Click the offset to go elsewhere: "
        "0xB40000, p12, 8Mi and +512 all work.",
    ),
    Step(
        "menubar",
        "Finding the Rest",
        "Ctrl+Shift+P finds every command by a few letters, F1 opens the help, and Ctrl+, has the "
        "preferences. Have fun.",
    ),
)


class _Outline(QWidget):
    """A line round the part that is spoken of; the mouse goes through it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("tour.outline")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(self.palette().color(QPalette.ColorRole.Highlight)), 3))
        painter.drawRoundedRect(self.rect().adjusted(2, 2, -2, -2), 6, 6)


class TourCard(QFrame):
    """What is said of one step, with Back, Next and Close."""

    stepped = Signal(object)
    closed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("tour")
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setAutoFillBackground(True)
        self.setAccessibleName(tr("Tour"))
        self._title = caption("", self)
        font = self._title.font()
        font.setBold(True)
        font.setPointSizeF(font.pointSizeF() * 1.2)
        self._title.setFont(font)
        self._title.setObjectName("tour.title")
        self._text = caption("", self)
        self._text.setObjectName("tour.text")
        self._text.setWordWrap(True)
        self._count = caption("", self)
        self._count.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self.back = self._button("back", tr("&Back"))
        self.next = self._button("next", tr("&Next"))
        self.close_button = self._button("close", tr("&Close"))
        line = QHBoxLayout()
        line.addWidget(self._count)
        line.addStretch(1)
        for button in (self.back, self.next, self.close_button):
            line.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 14, 16, 12)
        layout.setSpacing(10)
        layout.addWidget(self._title)
        layout.addWidget(self._text)
        layout.addLayout(line)
        self.setFixedWidth(WIDTH)
        self.back.clicked.connect(self._on_back)
        self.next.clicked.connect(self._on_next)
        self.close_button.clicked.connect(self.closed)

    def show_step(self, step: Step, number: int, count: int) -> None:
        """Say what there is to say of a step."""
        self._title.setText(tr(step.title))
        self._text.setText(tr(step.text))
        self._count.setText(f"{number + 1} / {count}")
        self.setAccessibleDescription(f"{tr(step.title)}. {tr(step.text)}")
        self.back.setEnabled(number > 0)
        last = number == count - 1
        self.next.setText(tr("&Done") if last else tr("&Next"))
        self.setFixedHeight(self.layout().totalHeightForWidth(WIDTH))  # type: ignore[union-attr]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        enter = key in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if key == Qt.Key.Key_Escape or (enter and self.close_button.hasFocus()):
            self.closed.emit()
        elif enter and self.back.hasFocus():
            self.stepped.emit(-1)
        elif enter:
            self.stepped.emit(1)
        else:
            super().keyPressEvent(event)

    def _button(self, name: str, text: str) -> QPushButton:
        button = QPushButton(text, self)
        button.setObjectName(f"tour.{name}")
        return button

    def _on_back(self) -> None:
        self.stepped.emit(-1)

    def _on_next(self) -> None:
        self.stepped.emit(1)


class Tour(QObject):
    """Leads through ``STEPS``. Without a document it opens the demo file and waits for its map."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        self._card: TourCard | None = None
        self._outline: _Outline | None = None
        self._step = 0
        self._waiting = QTimer(self, interval=50)
        self._waiting.timeout.connect(self._look)
        self._left = 0

    @property
    def running(self) -> bool:
        return self._card is not None and self._card.isVisible()

    def begin(self) -> None:
        """Start at the first step."""
        window = self._window
        window.workspace.remember(tour_seen=True)
        self._step = 0
        if window.current is None:
            window.workspace.open_demo()
        self._left = 400
        self._waiting.start()

    def end(self) -> None:
        """Close the card; the keyboard goes to the document."""
        self._waiting.stop()
        if self._card is None or self._outline is None:
            return
        self._window.removeEventFilter(self)
        self._card.hide()
        self._outline.hide()
        if self._window.current is not None:
            self._window.current.setFocus()

    def _look(self) -> None:
        """Is the map there by now? After a while the tour goes without."""
        view = self._window.current
        self._left -= 1
        if (view is None or view.map is None) and self._left > 0:
            return
        self._waiting.stop()
        if view is not None:
            self._show()

    def _show(self) -> None:
        if self._card is None or self._outline is None:
            self._outline = _Outline(self._window)
            self._card = TourCard(self._window)
            self._card.stepped.connect(self._on_stepped)
            self._card.closed.connect(self.end)
        self._window.removeEventFilter(self)
        self._window.installEventFilter(self)
        self._card.show_step(STEPS[self._step], self._step, len(STEPS))
        self._place()
        self._outline.show()
        self._card.show()
        self._outline.raise_()
        self._card.raise_()
        self._card.next.setFocus()

    def _on_stepped(self, by: int) -> None:
        self._step += by
        if self._step >= len(STEPS):
            self.end()
        else:
            self._step = max(0, self._step)
            self._show()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Resize, QEvent.Type.LayoutRequest) and self.running:
            self._place()
        return super().eventFilter(watched, event)

    def _target(self) -> QWidget | None:
        name = STEPS[self._step].target
        if name == "menubar":
            return self._window.menuBar()
        if name == "status":
            return self._window.statusBar()
        view = self._window.current
        if name in ("hex", "map", "map.legend") and view is not None:
            found = view if view.objectName() == name else view.findChild(QWidget, name)
        else:
            found = self._window.findChild(QWidget, name) if name else None
        return found if isinstance(found, QWidget) and found.isVisible() else None

    def _place(self) -> None:
        """The card beside its part, inside the window, and over the part only where there is no room."""
        if self._card is None or self._outline is None:
            return
        card, target, room = self._card, self._target(), self._window.rect()
        if target is None:
            self._outline.setGeometry(QRect())
            card.move(room.center() - card.rect().center())
            return
        part = QRect(target.mapTo(self._window, QPoint(0, 0)), target.size()).intersected(room)
        self._outline.setGeometry(part)
        size = card.size()
        for place in (
            QPoint(part.right() + GAP, part.top() + GAP),
            QPoint(part.left() - GAP - size.width(), part.top() + GAP),
            QPoint(part.left() + GAP, part.bottom() + GAP),
            QPoint(part.left() + GAP, part.top() - GAP - size.height()),
        ):
            if room.contains(QRect(place, size)):
                card.move(place)
                return
        card.move(part.center() - card.rect().center())
