"""Edit Definition: C typed, pasted or loaded; a fault is marked at its place while one types."""

from __future__ import annotations

from PySide6.QtGui import QFontDatabase, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QFileDialog, QPlainTextEdit, QPushButton, QTextEdit, QWidget

from bytescope.core.errors import InputError
from bytescope.core.structs.parser import parse
from bytescope.core.structs.tokens import LONGEST
from bytescope.ui.dialogs.asking import AskDialog
from bytescope.ui.theme import colours
from bytescope.ui.widgets.tips import tr

EXAMPLE = """// Fields stand without gaps; write #pragma pack() for those of a compiler.
struct Record {
    uint16_t kind;
    uint32_t length;
    char     name[16];
    uint8_t  data[length];   // a count may be a field
};
"""


class DefinitionDialog(AskDialog[str]):
    """Asks for the text of a definition."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__("definition", tr("Definition of a Structure"), tr("Use"), parent)
        self.edit = QPlainTextEdit(self)
        self.edit.setObjectName("definition.text")
        self.edit.setAccessibleName(tr("Definition in C"))
        self.edit.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.edit.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.edit.setTabChangesFocus(True)
        self.edit.setMinimumHeight(self.fontMetrics().lineSpacing() * 22)
        self._problem = ""
        self._structs = ""
        self._add_labelled(tr("&Definition in C"), self.edit)
        load = QPushButton(tr("&Load File…"), self)
        load.setObjectName("definition.load")
        load.setAccessibleName(tr("Load a file with a definition"))
        load.setAutoDefault(False)
        load.clicked.connect(self._load)
        self.body.addWidget(load)
        self.edit.textChanged.connect(self._on_changed)
        self.edit.setPlainText(text or EXAMPLE)
        self.edit.setFocus()

    def _on_changed(self) -> None:
        text = self.edit.toPlainText()
        self._problem, position = "", None
        try:
            self._structs = ", ".join(list(parse(text).structs)[:8])
        except InputError as error:
            self._problem, position = str(error), error.position
        self._mark(position)
        self._settle()

    def _mark(self, position: int | None) -> None:
        """Underline the character at fault."""
        marks = []
        if position is not None:
            mark = QTextEdit.ExtraSelection()
            look = QTextCharFormat()
            look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
            look.setUnderlineColor(colours(self.palette()).error)
            cursor = QTextCursor(self.edit.document())
            last = max(0, self.edit.document().characterCount() - 1)
            cursor.setPosition(min(position, last))
            way = QTextCursor.MoveOperation.EndOfWord if position < last else QTextCursor.MoveOperation.Left
            if not cursor.movePosition(way, QTextCursor.MoveMode.KeepAnchor):
                cursor.movePosition(QTextCursor.MoveOperation.Right, QTextCursor.MoveMode.KeepAnchor)
            mark.cursor, mark.format = cursor, look
            marks.append(mark)
        self.edit.setExtraSelections(marks)

    def _fault(self) -> str:
        return self._problem

    def _meaning(self) -> str:
        return tr("It defines {structs}; the last one is laid.", structs=self._structs)

    def _take(self) -> str:
        return self.edit.toPlainText()

    def _load(self) -> None:
        path, _ = QFileDialog.getOpenFileName(
            self, tr("Load Definition"), "", tr("C (*.h *.c *.txt);;All files (*)")
        )
        if not path:
            return
        try:
            with open(path, "rb") as file:
                text = file.read(LONGEST * 4).decode("utf-8")
        except OSError as error:
            self.said.complain(
                tr("The file could not be read ({reason}); choose another.", reason=error.strerror)
            )
        except UnicodeDecodeError:
            self.said.complain(tr("The file is no text in UTF-8; choose another."))
        else:
            self.edit.setPlainText(text[: LONGEST + 1])
