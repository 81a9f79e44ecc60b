"""Recover…: lists what earlier runs have left behind, and does with it what the person asks for."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QPlainTextEdit,
    QPushButton,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from bytescope.core.errors import BytescopeError, OutsideChangeError
from bytescope.core.storage.pending import Leftover
from bytescope.core.text.formats import both_text
from bytescope.session.storage.leftovers import Leftovers
from bytescope.ui.widgets.captions import caption
from bytescope.ui.widgets.row_table import row_table
from bytescope.ui.widgets.said import SaidLabel
from bytescope.ui.widgets.tips import plain_tip, title_of, tr, tr_later, tr_n, without_key

TITLES = (tr_later("Document"), tr_later("When"), tr_later("What is left"), tr_later("The file now"))

STATES = {
    "same": tr_later("as it was"),
    "saved": tr_later("has all of the save"),
    "mixed": tr_later("partly old, partly new"),
    "changed": tr_later("changed since"),
    "replaced": tr_later("another file"),
    "missing": tr_later("not there"),
    "no file": tr_later("was never a file"),
}
_MOST_SHOWN = 1000


class RecoveryDialog(QDialog):
    """Stays open until nothing is left or Later is pressed; every wish is done in a job."""

    def __init__(self, leftovers: Leftovers, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("recovery")
        self.setWindowTitle(tr("Recover"))
        self.setModal(True)
        self._leftovers = leftovers
        self._items: list[Leftover] = []
        self._head = caption(
            tr("Earlier runs of Bytescope have left these behind. Nothing happens to a file unless you ask."),
            self,
        )
        self.table = row_table(
            "recovery.items", tr("What was left behind"), [tr(title) for title in TITLES], (0,), self
        )
        self.table.currentCellChanged.connect(self._on_moved)
        self.table.cellDoubleClicked.connect(self._on_double_clicked)
        self.said = SaidLabel("recovery.said", lines=2, parent=self)
        self.details = QPlainTextEdit(self)
        self.details.setObjectName("recovery.details")
        self.details.setAccessibleName(tr("What is left, edit by edit"))
        self.details.setReadOnly(True)
        self.details.setTabChangesFocus(True)
        self.details.hide()
        self._question = _Question(self)
        self._question.answered.hide()
        layout = QVBoxLayout(self)
        layout.setSpacing(10)
        layout.addWidget(self._head)
        layout.addWidget(self.table, 1)
        layout.addWidget(self.said)
        layout.addWidget(self.details, 1)
        layout.addWidget(self._question.answered)
        layout.addLayout(self._make_buttons())
        self.resize(900, 420)
        self.table.setFocus()
        leftovers.found.connect(self._on_found)
        leftovers.done.connect(self._on_done)
        leftovers.refused.connect(self._on_refused)
        leftovers.busy_changed.connect(self._settle)
        self._on_found(leftovers.items)

    def exec(self) -> int:
        """As QDialog's; the widgets go away afterwards."""
        result = super().exec()
        self.deleteLater()
        return result

    @property
    def current(self) -> Leftover | None:
        row = self.table.currentRow()
        return self._items[row] if 0 <= row < len(self._items) else None

    # -- making -------------------------------------------------------------------------------

    def _make_buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        self._buttons: dict[str, QPushButton] = {}
        for key, text, tip, act in (
            ("show", tr("&Show"), tr("List the edits"), self._show),
            ("export", tr("&Export…"), tr("Write what can be restored to a new file"), self._export),
            ("discard", tr("&Discard…"), tr("Forget it; the file stays as it is"), self._discard),
            ("", "", "", None),
            (
                "recover",
                tr("&Recover"),
                tr("Open the document with its edits, as unsaved steps"),
                self._recover,
            ),
            ("complete", tr("&Complete Save"), tr("Bring the file to what was to be saved"), self._complete),
            (
                "roll_back",
                tr("Roll &Back"),
                tr("Put the file back as it was before the save"),
                self._roll_back,
            ),
            (
                "later",
                tr("&Later"),
                tr("Keep everything as it is; File, Recover… shows it again"),
                self.reject,
            ),
        ):
            if act is None:
                row.addStretch(1)
                continue
            button = QPushButton(text, self)
            button.setObjectName(f"recovery.{key}")
            button.setAccessibleName(title_of(text))
            button.setToolTip(plain_tip(tip))
            button.setAutoDefault(False)
            button.clicked.connect(act)
            row.addWidget(button)
            self._buttons[key] = button
        self._buttons["show"].setCheckable(True)
        self._buttons["recover"].setDefault(True)
        return row

    # -- showing ------------------------------------------------------------------------------

    def _on_found(self, items: list[Leftover]) -> None:
        before = self.current.id if self.current is not None else None
        self._items = list(items)
        self.table.setRowCount(len(items))
        for row, item in enumerate(items):
            for column, text in enumerate(_texts(item)):
                cell = QTableWidgetItem(text)
                cell.setToolTip(plain_tip(text))
                self.table.setItem(row, column, cell)
        ids = [item.id for item in items]
        if ids:
            self.table.setCurrentCell(ids.index(before) if before in ids else 0, 0)
        elif self.isVisible():
            self.accept()
            return
        self._settle()

    def _on_moved(self, *_: int) -> None:
        self._question.drop()
        item = self.current
        self.said.say(item.sentence if item is not None else tr("Nothing is left to recover."))
        self.details.setPlainText(_details(item) if item is not None else "")
        self._settle()

    def _settle(self) -> None:
        item = self.current
        free = item is not None and not self._leftovers.busy
        possible = {
            "recover": item is not None and item.can_recover,
            "complete": item is not None and item.save is not None and item.can_complete,
            "roll_back": item is not None and item.can_roll_back,
        }
        for key, button in self._buttons.items():
            button.setEnabled(key == "later" or (free and possible.get(key, True)))

    def _on_done(self, item: Leftover, sentence: str) -> None:
        self.said.say(sentence)

    def _on_refused(self, item: Leftover, error: BytescopeError) -> None:
        if isinstance(error, OutsideChangeError) and item.can_recover:
            self._question.ask(
                str(error), tr("Recover &Anyway"), partial(self._leftovers.recover, item, anyway=True)
            )
        else:
            self.said.complain(str(error))

    # -- wishes -------------------------------------------------------------------------------

    def _on_double_clicked(self, row: int, column: int) -> None:
        if self._buttons["recover"].isEnabled():
            self._recover()

    def _recover(self) -> None:
        if self.current is not None:
            self._leftovers.recover(self.current)

    def _complete(self) -> None:
        if self.current is not None:
            self._leftovers.complete(self.current)

    def _roll_back(self) -> None:
        if self.current is not None:
            self._leftovers.roll_back(self.current)

    def _export(self) -> None:
        item = self.current
        if item is None:
            return
        proposed = f"{os.fsdecode(item.path)}.recovered" if item.path is not None else "recovered"
        options = QFileDialog.Option.DontConfirmOverwrite  # it is refused, not written over
        path, _ = QFileDialog.getSaveFileName(self, tr("Export"), proposed, options=options)
        if path:
            self._leftovers.export(item, os.fsencode(path))

    def _show(self, checked: bool) -> None:
        self.details.setVisible(checked)

    def _discard(self) -> None:
        item = self.current
        if item is None:
            return
        question = tr(
            "Discard {what} of “{name}”? It cannot be brought back.", what=item.what, name=item.shown
        )
        half = tr("The file stays partly old and partly new.") if item.state == "mixed" else ""
        self._question.ask(
            f"{question} {half}".rstrip(),
            tr("&Discard for Good"),
            partial(self._leftovers.discard, item),
        )


class _Question:
    """A line with a question, what to do, and the way out of it."""

    def __init__(self, parent: QWidget) -> None:
        self.answered = QWidget(parent)
        self._act: Callable[[], object] | None = None
        self._text = SaidLabel("recovery.question", lines=2, parent=self.answered)
        self._yes = QPushButton(self.answered)
        self._no = QPushButton(tr("&Keep It"), self.answered)
        row = QHBoxLayout(self.answered)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._text, 1)
        for button, key, act in ((self._yes, "yes", self._on_yes), (self._no, "no", self.drop)):
            button.setObjectName(f"recovery.question.{key}")
            button.setAccessibleName(without_key(button.text()) or tr("Yes"))
            button.setAutoDefault(False)
            button.clicked.connect(act)
            row.addWidget(button)

    def ask(self, text: str, verb: str, act: Callable[[], object]) -> None:
        self._act = act
        self._text.complain(text)
        self._yes.setText(verb)
        self._yes.setAccessibleName(without_key(verb))
        self.answered.show()
        self._no.setFocus()

    def drop(self) -> None:
        self._act = None
        self.answered.hide()

    def _on_yes(self) -> None:
        act = self._act
        self.drop()
        if act is not None:
            act()


def _texts(item: Leftover) -> tuple[str, ...]:
    parts = []
    if item.save is not None:
        parts.append(tr("interrupted save"))
    if item.edits is not None:
        parts.append(tr_n(item.edits.edits, "{n} unsaved edit", "{n} unsaved edits"))
    return item.shown, clock(item.when), ", ".join(parts), tr(STATES[item.state])


def clock(when: float) -> str:
    """A time of the past by the clock on the wall; the day only if it was not today."""
    then = time.localtime(when)
    today = then[:3] == time.localtime()[:3]
    if today:
        return tr("today {time}", time=time.strftime("%H:%M:%S", then))
    return time.strftime("%Y-%m-%d %H:%M", then)


def _details(item: Leftover) -> str:
    lines = [item.shown, f"{time.strftime('%Y-%m-%d %H:%M:%S', time.localtime(item.when))}: {item.what}"]
    if item.save is not None:
        lines.append("")
        lines.append(tr("The save was to change:"))
        for range_ in item.save.ranges[:_MOST_SHOWN]:
            lines.append(
                tr(
                    "  {bytes} at {start}",
                    bytes=tr_n(range_.length, "{n} byte", "{n} bytes"),
                    start=both_text(range_.start),
                )
            )
        if len(item.save.ranges) > _MOST_SHOWN:
            lines.append(tr("  and {count:,} other places", count=len(item.save.ranges) - _MOST_SHOWN))
    if item.edits is not None:
        lines.append("")
        lines.append(
            tr(
                "Edits, the first one first ({bytes} of their own):",
                bytes=tr_n(item.edits.bytes, "{n} byte", "{n} bytes"),
            )
        )
        lines += [f"  {name}" for name in item.steps[-_MOST_SHOWN:]]
    return "\n".join(lines)
