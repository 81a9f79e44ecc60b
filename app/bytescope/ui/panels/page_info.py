"""What is known of the page under the caret, as rows of name and value."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFormLayout, QLabel, QWidget

from bytescope.core.ranges import PAGESIZE, PageRange
from bytescope.ui.widgets.tips import told, tr, tr_later

if TYPE_CHECKING:
    from bytescope.session.session import Session

ROWS = (
    ("page", tr_later("Page")),
    ("offset", tr_later("Offset")),
    ("class", tr_later("Content")),
    ("entropy", tr_later("Entropy")),
    ("mean", tr_later("Mean byte")),
    ("zeros", tr_later("00 bytes")),
    ("state", tr_later("State")),
)


class PagePanel(QWidget):
    """Follows the caret; reads only what the survey found, never the file."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session: Session | None = None
        self._values: dict[str, QLabel] = {}
        layout = QFormLayout(self)
        layout.setLabelAlignment(Qt.AlignmentFlag.AlignRight)
        for key, title in ROWS:
            name, value = QLabel(tr(title), self), QLabel("–", self)
            for label in (name, value):
                label.setTextFormat(Qt.TextFormat.PlainText)
            value.setObjectName(f"page.{key}")
            value.setAccessibleName(tr(title))
            value.setTextInteractionFlags(
                Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
            )
            value.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            value.setWordWrap(key == "state")  # a sentence; the others are a few characters
            layout.addRow(name, value)
            self._values[key] = value
        self.setFocusProxy(self._values["page"])

    def show_session(self, session: Session | None) -> None:
        """Follow ``session`` from now on."""
        if session is not self._session:
            if self._session is not None:
                self._session.selected.disconnect(self.refresh)
                self._session.facts_changed.disconnect(self.refresh)
            self._session = session
            if session is not None:
                session.selected.connect(self.refresh)
                session.facts_changed.connect(self.refresh)
        self.refresh()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.refresh()

    def refresh(self) -> None:
        """Show the page under the caret."""
        if not self.isVisible():
            return
        if self._session is None:
            for value in self._values.values():
                value.setText("–")
            return
        for key, text in _values(self._session).items():
            self._values[key].setText(text)


def _values(session: Session) -> dict[str, str]:
    from bytescope.core.pages.classes import MEANINGS, NAMES, PageClass

    page = session.current_page().start // PAGESIZE
    bytes_ = session.current_page()
    one = PageRange(page, page + 1)
    edited = bool(len(session.document.edited_runs(one)[0]))
    saved = bool(len(session.document.saved_runs(one)[0]))
    state = tr("edited, not saved") if edited else tr("saved in this session") if saved else tr("as on disk")
    if session.survey.outside_runs(one) is not None:
        state = tr("{state}; changed by another program since it was read", state=state)
    values = {
        "page": tr("{number:,} of {count:,}", number=page, count=max(1, session.page_count)),
        "offset": f"0x{bytes_.start:X} – 0x{max(bytes_.start, bytes_.end - 1):X}",
        "state": state,
    }
    fact = session.facts.page(page) if session.facts is not None else None
    if fact is None:
        return values | dict.fromkeys(("class", "entropy", "mean", "zeros"), tr("not read yet"))
    if fact.cls in (PageClass.GONE, PageClass.ERROR):
        lost = {"class": told(NAMES[fact.cls]), "state": told(MEANINGS[fact.cls]) if not edited else state}
        return values | dict.fromkeys(("entropy", "mean", "zeros"), "–") | lost
    return values | {
        "class": told(NAMES[fact.cls]),
        "entropy": tr("{entropy:.2f} bits a byte", entropy=fact.entropy),
        "mean": f"{fact.mean:.0f}",
        "zeros": f"{fact.zero_share:.0%}",
    }
