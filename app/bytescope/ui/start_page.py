"""What the window shows without a document: where to drop a file, and the first steps."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from bytescope.core.source.shown import printable_name
from bytescope.ui.icons import blank
from bytescope.ui.widgets.message_strip import MessageStrip
from bytescope.ui.widgets.tips import plain_tip, tr

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from bytescope.ui.actions import Actions

SHOWN = 8


class StartPage(QWidget):
    """Drop target, Open, New, the demo and the files opened last."""

    tour_wished = Signal()

    def __init__(
        self, actions: Actions, open_path: Callable[[str], None], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("start")
        self._open_path = open_path
        layout = QVBoxLayout(self)
        layout.setAlignment(Qt.AlignmentFlag.AlignCenter)
        layout.setSpacing(8)
        title = self._label(tr("See and change every page of a file of any size"), "start.title")
        font = title.font()
        font.setPointSizeF(font.pointSizeF() * 1.5)
        title.setFont(font)
        layout.addWidget(title)
        layout.addWidget(self._label(tr("Drop a file here, or"), "start.hint"))
        self._strip = MessageStrip(self)
        layout.insertWidget(0, self._strip)
        for id_ in ("files.open", "files.new", "files.demo"):
            layout.addWidget(self._button(actions[id_]), alignment=Qt.AlignmentFlag.AlignCenter)
        self._tour = QPushButton(tr("&Take the Tour"), self)
        self._tour.setObjectName("start.tour")
        self._tour.setToolTip(plain_tip(tr("The window in seven steps, on the demo file")))
        self._tour.setMinimumWidth(220)
        self._tour.setIcon(blank())  # as high as those above
        self._tour.clicked.connect(self.tour_wished)
        layout.addWidget(self._tour, alignment=Qt.AlignmentFlag.AlignCenter)
        self._recent_title = self._label(tr("Opened last"), "start.recent")
        layout.addSpacing(16)
        layout.addWidget(self._recent_title)
        self._recent = QVBoxLayout()
        layout.addLayout(self._recent)

    def tell(self, level: str, text: str, acts: Sequence[tuple[str, Callable[[], object]]] = ()) -> None:
        """Show a sentence, such as why a file could not be opened, with buttons that mend it."""
        self._strip.show_message(level, text, acts)

    def offer_tour(self, offered: bool) -> None:
        """Whether there is a button for the tour."""
        self._tour.setVisible(offered)

    def show_recent(self, paths: tuple[str, ...]) -> None:
        """List the files opened last, unchecked: a dead network would hold the window."""
        while (item := self._recent.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        self._recent_title.setVisible(bool(paths))
        for number, path in enumerate(paths[:SHOWN]):
            button = QPushButton(printable_name(Path(path).name).replace("&", "&&"), self)
            button.setObjectName(f"start.recent.{number}")
            button.setAccessibleName(tr("Open {name}", name=printable_name(path)))
            button.setToolTip("")
            button.setFlat(True)
            button.clicked.connect(partial(self._on_wished, path))
            self._recent.addWidget(button, alignment=Qt.AlignmentFlag.AlignCenter)

    def _on_wished(self, path: str, checked: bool = False) -> None:
        self._open_path(path)

    def _label(self, text: str, name: str) -> QLabel:
        label = QLabel(text, self)
        label.setObjectName(name)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        return label

    def _button(self, action: QAction) -> QPushButton:
        button = QPushButton(action.icon(), action.iconText() + ("…" if "…" in action.text() else ""), self)
        button.setObjectName(f"start.{action.objectName()}")
        button.setAccessibleName(action.toolTip())
        button.setMinimumWidth(220)
        button.clicked.connect(action.trigger)
        return button
