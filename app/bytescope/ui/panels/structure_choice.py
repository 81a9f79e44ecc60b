"""Which definitions can be laid: those that fit the bytes at the caret come first, typed ones last."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPaintEvent
from PySide6.QtWidgets import (
    QComboBox,
    QSizePolicy,
    QStyle,
    QStyleOptionComboBox,
    QStylePainter,
    QWidget,
)

from bytescope.core.structs.shelf import Shelved, shelved, sorted_for
from bytescope.session.analysis.shipped_structures import shipped
from bytescope.ui.widgets.tips import told, tr, tr_later

NONE = tr_later("Choose a structure…")
FITS = "✓ "
MOST_TYPED = 8
REMEMBERED = 100_000
"""Characters of all definitions that are kept in the settings, which are read at each start."""


def typed(text: str) -> Shelved:
    """A definition that was typed or loaded."""
    return shelved("typed:" + text, text)


class StructureChoice(QComboBox):
    """``asked``: it is about to be opened or stepped through, and wants the bytes at the caret.

    What fits these has a mark in the list; the box itself has none, as it is shown wherever the caret goes.
    """

    asked = Signal()
    taken = Signal()
    """Enter: the keyboard goes on to the fields."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("structures.definition")
        self.setAccessibleName(tr("Structure to be laid"))
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._listed: tuple[tuple[str, str], ...] = ()
        self._items: list[Shelved | None] = []
        self._typed: tuple[Shelved, ...] = ()
        self._texts: tuple[str, ...] = ()
        self.list_for(b"")

    def offer_typed(self, kept: Sequence[str]) -> None:
        """Offer what was typed here, and what is kept from before."""
        texts = tuple(dict.fromkeys((*self._texts, *kept)))[:MOST_TYPED]
        self._typed = tuple(typed(text) for text in texts)

    def add_typed(self, text: str, kept: Sequence[str]) -> tuple[str, ...]:
        """Offer ``text`` first; those that are to be kept, for the longest of them there is no room."""
        self._texts = tuple(dict.fromkeys((text, *self._texts, *kept)))[:MOST_TYPED]
        self.offer_typed(())
        out: list[str] = []
        for some in self._texts:
            if sum(map(len, out)) + len(some) <= REMEMBERED:
                out.append(some)
        return tuple(out)

    def list_for(self, data: bytes) -> None:
        """Offer first what fits ``data``, the bytes at the caret; the choice stays."""
        rows: list[tuple[str, Shelved | None]] = [(tr(NONE), None)]
        for item, magic in sorted_for(shipped(), data):
            rows.append((f"{FITS}{told(item.title)}" if magic is not None else told(item.title), item))
        rows += [(tr("Typed: {text}", text=_summary(item.text)), item) for item in self._typed]
        listed = tuple((text, item.key if item else "") for text, item in rows)
        if listed == self._listed:
            return
        chosen = self.chosen()
        self._listed, self._items = listed, [item for _, item in rows]
        self.clear()
        self.addItems([text for text, _ in rows])
        self.choose(chosen)

    def chosen(self) -> Shelved | None:
        """The definition that is chosen."""
        at = self.currentIndex()
        return self._items[at] if 0 <= at < len(self._items) else None

    def choose(self, item: Shelved | None) -> None:
        """Show ``item`` as the one chosen."""
        keys = [other.key if other else "" for other in self._items]
        key = item.key if item is not None else ""
        self.setCurrentIndex(keys.index(key) if key in keys else 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, option = QStylePainter(self), QStyleOptionComboBox()
        self.initStyleOption(option)
        option.currentText = self.currentText().removeprefix(FITS)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)

    def showPopup(self) -> None:
        self.asked.emit()
        super().showPopup()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.taken.emit()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self.asked.emit()
        super().focusInEvent(event)


def _summary(text: str) -> str:
    """The beginning of a definition, in one line."""
    plain = " ".join(line for line in text.split("\n") if not line.lstrip().startswith(("//", "#")))
    return " ".join(plain.split())[:60]
