"""Edit Definition: C typed, pasted or loaded; a fault is marked at its place while one types."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QFontDatabase, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import (
    QComboBox,
    QFileDialog,
    QHBoxLayout,
    QPlainTextEdit,
    QPushButton,
    QSizePolicy,
    QTextEdit,
    QWidget,
)

from bytescope.core.errors import InputError
from bytescope.core.structs.shelf import rooted
from bytescope.session.analysis.definitions import Judged, judged, loaded
from bytescope.ui.dialogs.asking import AskDialog
from bytescope.ui.theme import colours
from bytescope.ui.widgets.captions import caption
from bytescope.ui.widgets.tips import tr, without_key

if TYPE_CHECKING:
    from bytescope.session.jobs import Jobs

EXAMPLE = """// Fields stand without gaps; write #pragma pack() for those of a compiler.
struct Record {
    uint16_t kind;
    uint32_t length;
    char     name[16];
    uint8_t  data[length];   // a count may be a field
};
"""
MOST_LISTED = 500
"""Structures that can be chosen; a definition seldom has as many."""


class DefinitionDialog(AskDialog[str]):
    """Asks for the text of a definition; it is read in jobs, however long it is."""

    def __init__(self, text: str, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__("definition", tr("Definition of a Structure"), tr("Use"), parent)
        self._jobs = jobs
        self._judged: Judged | None = None
        self._accepting = False
        self.edit = QPlainTextEdit(self)
        self.edit.setObjectName("definition.text")
        self.edit.setAccessibleName(tr("Definition in C"))
        self.edit.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.edit.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.edit.setTabChangesFocus(True)
        self.edit.setTabStopDistance(4 * self.edit.fontMetrics().horizontalAdvance(" "))
        self.edit.setMinimumHeight(self.fontMetrics().lineSpacing() * 22)
        self.root = QComboBox(self)
        self.root.setObjectName("definition.root")
        self.root.setAccessibleName(tr("Structure that is laid"))
        self.root.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.fault = self._button("fault", tr("&Go to the Fault"), self._go_to_fault)
        self.load = self._button("load", tr("&Load File…"), self._choose)
        self._add_labelled(tr("&Definition in C"), self.edit)
        row = QHBoxLayout()
        row.addWidget(caption(tr("L&ay"), self, self.root))
        row.addWidget(self.root, 1)
        row.addWidget(self.fault)
        row.addWidget(self.load)
        self.body.addLayout(row)
        self.edit.textChanged.connect(self._on_changed)
        self.root.activated.connect(self._on_root)
        self.edit.setPlainText(text or EXAMPLE)
        self.edit.setFocus()

    def _button(self, key: str, text: str, act: object) -> QPushButton:
        button = QPushButton(text, self)
        button.setObjectName(f"definition.{key}")
        button.setAccessibleName(without_key(text))
        button.setAutoDefault(False)
        button.clicked.connect(act)
        return button

    # -- what it means ------------------------------------------------------------------------

    def _on_changed(self) -> None:
        self._judged, self._accepting = None, False
        self._jobs.run(
            self._name("read"),
            partial(judged, self.edit.toPlainText()),
            self._on_judged,
            self._on_failed,
            lane="definition",
        )

    def _name(self, what: str) -> str:
        return f"definition {what} {id(self)}"

    def _on_judged(self, found: Judged) -> None:
        self._judged = found
        names = found.structs[-MOST_LISTED:]
        if [self.root.itemText(number) for number in range(self.root.count())] != list(names):
            self.root.clear()
            self.root.addItems(names)
        if found.root in names:
            self.root.setCurrentIndex(names.index(found.root))
        self.root.setEnabled(len(names) > 1)
        self.fault.setEnabled(found.position is not None)
        self._mark(found.position)
        self._settle()
        if self._accepting:
            self._accepting = False
            self.accept()

    def _on_failed(self, error: Exception) -> None:
        """A file that cannot be read; of a text that is not wanted any more nothing is said."""
        if isinstance(error, InputError):
            self.said.complain(str(error))

    def accept(self) -> None:
        """As others do, but as soon as it is known what the text means."""
        if self._judged is None:
            self._accepting = True
        else:
            super().accept()

    def done(self, result: int) -> None:
        for what in ("read", "load"):
            self._jobs.cancel(self._name(what))
        super().done(result)

    def _on_root(self) -> None:
        self._settle()

    def _fault(self) -> str:
        return self._judged.problem if self._judged is not None else ""

    def _meaning(self) -> str:
        name, count = self.root.currentText(), self.root.count()
        if count > 1:
            return tr("{name} is laid; any of {count} structures can be chosen.", name=name, count=count)
        return tr("{name} is laid.", name=name) if name else ""

    def _take(self) -> str:
        text, found = self.edit.toPlainText(), self._judged
        name = self.root.currentText()
        return rooted(text, name) if found is not None and name and name != found.root else text

    # -- the place of a fault -----------------------------------------------------------------

    def _mark(self, position: int | None) -> None:
        """Underline the character at fault."""
        marks = []
        if position is not None:
            mark = QTextEdit.ExtraSelection()
            look = QTextCharFormat()
            look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
            look.setUnderlineColor(colours(self.palette()).error)
            cursor = self._at(position)
            last = max(0, self.edit.document().characterCount() - 1)
            way = QTextCursor.MoveOperation.EndOfWord if position < last else QTextCursor.MoveOperation.Left
            if not cursor.movePosition(way, QTextCursor.MoveMode.KeepAnchor):
                cursor.movePosition(QTextCursor.MoveOperation.Right, QTextCursor.MoveMode.KeepAnchor)
            mark.cursor, mark.format = cursor, look
            marks.append(mark)
        self.edit.setExtraSelections(marks)

    def _at(self, position: int) -> QTextCursor:
        """Qt counts in UTF-16."""
        before = self.edit.toPlainText()[:position]
        cursor = QTextCursor(self.edit.document())
        last = max(0, self.edit.document().characterCount() - 1)
        cursor.setPosition(min(position + sum(char > "\uffff" for char in before), last))
        return cursor

    def _go_to_fault(self) -> None:
        if self._judged is not None and self._judged.position is not None:
            self.edit.setTextCursor(self._at(self._judged.position))
            self.edit.setFocus()

    # -- files --------------------------------------------------------------------------------

    def _choose(self) -> None:
        path, _ = QFileDialog.getOpenFileName(
            self, tr("Load Definition"), "", tr("C (*.h *.c *.txt);;All files (*)")
        )
        if path:
            self._jobs.run(
                self._name("load"), partial(loaded, path), self._on_loaded, self._on_failed, lane="definition"
            )

    def _on_loaded(self, text: str) -> None:
        self.edit.setPlainText(text)
        self.edit.setFocus()
