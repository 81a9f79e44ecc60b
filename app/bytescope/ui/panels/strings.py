"""The dock of texts: in which encodings to look where, the texts found, a filter, and where each stands."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QComboBox,
    QFileDialog,
    QHBoxLayout,
    QLineEdit,
    QMenu,
    QPushButton,
    QSpinBox,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from bytescope.core.errors import InputError
from bytescope.core.strings.forms import FORMS
from bytescope.core.strings.found import LONGEST_FILTER, test_of
from bytescope.core.strings.found import MOST as MOST_FOUND
from bytescope.core.strings.scan import LEAST_LETTERS, MOST_LETTERS
from bytescope.session.analysis.scope import scope_text
from bytescope.session.analysis.strings import strings_of
from bytescope.ui.panels.rows_table import RowsTable
from bytescope.ui.panels.strings_model import MOST_ROWS, StringsModel
from bytescope.ui.widgets.captions import caption
from bytescope.ui.widgets.scope_box import ScopeBox
from bytescope.ui.widgets.tips import plain_tip, told, told_size, tr, tr_later, tr_n
from bytescope.ui.widgets.work_bar import WorkBar

if TYPE_CHECKING:
    from bytescope.session.analysis.strings import StringList
    from bytescope.session.session import Session

NO_DOCUMENT = tr_later("Open a document to see the texts in it.")
NOT_YET = tr_later("Press Find Strings to list the texts of the whole document, a page or the selection.")
NOTHING = tr_later("No text of this length is there. Look for shorter ones, or in other encodings.")
FILTERED = tr_later("No text that was found has this in it.")
FILES = {tr_later("Text (*.txt)"): "text", "CSV (*.csv)": "csv", "JSON (*.json)": "json"}
ONE_BYTE = {"": "none", "ascii": "ASCII", "latin-1": "Latin-1", "utf-8": "UTF-8"}
WIDE = ("utf-16le", "utf-16be", "utf-32le", "utf-32be")


class StringsPanel(QWidget):
    """A row goes to its text and selects it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session: Session | None = None
        self._list: StringList | None = None
        self._place = -1
        self.model = StringsModel(self)
        self.table = RowsTable("strings", tr("Strings"), self.model, self)
        self.table.set_widths("0x0000000000000", "0,000,000", "UTF-16 LE")
        self.scope = ScopeBox("strings", self)
        self.bar = WorkBar("strings", tr("Find &Strings"), tr("Find the texts"), self)
        self.narrow = self._made_narrow()
        self._menu = QMenu(self)
        self._menu.setToolTipsVisible(True)
        self.wide = {key: self._entry(key, FORMS[key].title) for key in WIDE}
        self.wide["utf-16le"].setChecked(True)
        self._menu.addSeparator()
        self.every = self._entry("every", tr("&All Scripts in UTF-16"))
        self.every.setToolTip(
            plain_tip(tr("Chinese, Arabic and all others; in data that is no text they seem many"))
        )
        self._wide_button = self._made_wide_button()
        self.least = self._made_least()
        self.filter, self.expression = self._made_filter()
        self._export = QPushButton(tr("E&xport…"), self)
        self._export.setObjectName("strings.export")
        self._export.setAccessibleName(tr("Export the list of strings"))
        self._lay_out()
        self.setFocusProxy(self.table)
        self._connect()

    def _entry(self, key: str, text: str) -> QAction:
        action = QAction(text, self)
        action.setObjectName(f"action.strings.{key}")
        action.setCheckable(True)
        self._menu.addAction(action)
        return action

    def _made_wide_button(self) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName("strings.wide")
        button.setAccessibleName(tr("Encodings of texts of two and four bytes a character"))
        button.setToolTip(plain_tip(tr("Encodings of two and four bytes a character")))
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setMenu(self._menu)
        return button

    def _show_wide(self, _: object = None) -> None:
        chosen = [FORMS[key].title for key, action in self.wide.items() if action.isChecked()]
        self._wide_button.setText(", ".join(chosen) or tr("no UTF-16 or UTF-32"))

    def _made_narrow(self) -> QComboBox:
        combo = QComboBox(self)
        combo.setObjectName("strings.narrow")
        combo.setAccessibleName(tr("Encoding of texts of one byte a character"))
        for key, title in ONE_BYTE.items():
            combo.addItem(told(title), key)
        combo.setCurrentIndex(combo.findData("utf-8"))
        return combo

    def _made_least(self) -> QSpinBox:
        spin = QSpinBox(self)
        spin.setObjectName("strings.least")
        spin.setAccessibleName(tr("The fewest characters of a text"))
        spin.setRange(LEAST_LETTERS, MOST_LETTERS)
        spin.setValue(6)
        return spin

    def _made_filter(self) -> tuple[QLineEdit, QToolButton]:
        edit, button = QLineEdit(self), QToolButton(self)
        edit.setObjectName("strings.filter")
        edit.setAccessibleName(tr("Show only texts with this in them"))
        edit.setPlaceholderText(tr("Filter"))
        edit.setClearButtonEnabled(True)
        edit.setMaxLength(LONGEST_FILTER)
        button.setObjectName("strings.expression")
        button.setAccessibleName(tr("The filter is a regular expression"))
        button.setToolTip(plain_tip(tr("The filter is a regular expression, such as ^https?:")))
        button.setText(".*")
        button.setCheckable(True)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return edit, button

    def _lay_out(self) -> None:
        head, foot = QHBoxLayout(), QHBoxLayout()
        head.addWidget(caption(tr("&In"), self, self.scope))
        head.addWidget(self.scope)
        head.addWidget(caption(tr("&as"), self, self.narrow))
        head.addWidget(self.narrow)
        head.addWidget(caption(tr("an&d"), self, self._wide_button))
        head.addWidget(self._wide_button)
        head.addWidget(caption(tr("at &least"), self, self.least))
        head.addWidget(self.least)
        head.addStretch(1)
        head.addWidget(self.filter, 4)
        head.addWidget(self.expression)
        foot.addWidget(self.bar, 1)
        foot.addWidget(self._export)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(4, 2, 4, 4)
        layout.setSpacing(3)
        layout.addLayout(head)
        layout.addWidget(self.table, 1)
        layout.addLayout(foot)

        order = (self.table, self.scope, self.narrow, self._wide_button, self.least, self.filter)
        for before, after in pairwise((*order, self.expression, self.bar.button, self._export)):
            self.setTabOrder(before, after)

    def _connect(self) -> None:
        for action in self.wide.values():
            action.toggled.connect(self._show_wide)
        self._show_wide()
        self.bar.begun.connect(self.look)
        self.bar.stopped.connect(self._on_stopped)
        self.bar.ticked.connect(self._on_ticked)
        self.table.picked.connect(self._on_picked)
        self.table.begin_wished.connect(self.look)
        self.filter.textChanged.connect(self._on_filter)
        self.expression.toggled.connect(self._on_filter)
        self._export.clicked.connect(self.export)

    # -- what is shown ------------------------------------------------------------------------

    def show_session(self, session: Session | None) -> None:
        """List the texts of ``session`` from now on."""
        if session is self._session:
            return
        if self._list is not None:
            self._list.changed.disconnect(self._show)
            self._list.arrived.disconnect(self.model.texts_arrived)
        self._session = session
        self._list = strings_of(session) if session is not None else None
        if self._list is not None:
            self._list.changed.connect(self._show)
            self._list.arrived.connect(self.model.texts_arrived)
            self._on_filter()
        self._show()

    def _show(self) -> None:
        listed = self._list
        self.setEnabled(listed is not None)
        self.model.show(listed)
        self.table.say_empty(self._why_empty())
        self._export.setEnabled(listed is not None and listed.count > 0 and listed.ticket is None)
        self.bar.follow(listed.ticket if listed is not None else None)
        if listed is None or listed.ticket is None:
            self._say()

    def _why_empty(self) -> str:
        listed = self._list
        if listed is None:
            return tr(NO_DOCUMENT)
        if listed.found is None:
            return tr(NOT_YET)
        if listed.ticket is not None or listed.filtering:
            return ""
        return tr(FILTERED if listed.picked is not None else NOTHING)

    def _say(self) -> None:
        listed = self._list
        if listed is None or listed.found is None or listed.range is None:
            self.bar.say("")
            return
        if listed.problem:
            self.bar.complain(listed.problem)
            return
        parts = [
            tr_n(
                listed.count,
                "{n} text in {where}",
                "{n} texts in {where}",
                where=scope_text(listed.range, listed.session.size),
            )
        ]
        if listed.picked is not None:
            parts[0] = tr(
                "{count:,} of {texts}",
                count=listed.count,
                texts=tr_n(len(listed.found), "{n} text", "{n} texts"),
            )
        if listed.found.full:
            parts.append(
                tr(
                    "no more than {most:,} are listed: look in a smaller range or for longer ones",
                    most=MOST_FOUND,
                )
            )
        if self.model.left_out:
            parts.append(tr("the first {most:,} are shown", most=MOST_ROWS))
        if listed.passed:
            parts.append(tr("{passed} of holes and patterns passed over", passed=told_size(listed.passed)))
        if listed.moves.lost:
            parts.append(tr("the document is another now: find them again"))
        elif listed.moves.changed:
            parts.append(tr("the document has changed since"))
        self.bar.say(" · ".join(parts))

    def _on_ticked(self) -> None:
        self.model.grow()
        self.table.say_empty(self._why_empty())

    # -- wishes -------------------------------------------------------------------------------

    def forms(self) -> tuple[str, ...]:
        """The keys of the chosen encodings."""
        narrow = self.narrow.currentData()
        return (
            *([narrow] if narrow else []),
            *(key for key, action in self.wide.items() if action.isChecked()),
        )

    def look(self) -> None:
        """Begin, or say why not."""
        if self._session is None or self._list is None:
            return
        try:
            range_ = self.scope.range_in(self._session)
            if not self.forms():
                raise InputError(tr("Choose at least one encoding above."))
        except InputError as error:
            self.bar.complain(str(error))
            return
        self._list.find(range_, self.forms(), self.least.value(), self.every.isChecked())

    def export(self) -> None:
        """Ask for a file and write all texts that are listed."""
        if self._session is None or self._list is None:
            return
        kinds = {tr(kind): form for kind, form in FILES.items()}
        path, chosen = QFileDialog.getSaveFileName(
            self, tr("Export Strings"), f"{self._session.name}-strings.txt", ";;".join(kinds)
        )
        if path:
            endings = {".csv": "csv", ".json": "json", ".txt": "text"}
            ending = path[path.rfind(".") :].lower()
            self._list.export(endings.get(ending, kinds.get(chosen, "text")), path)

    def _on_stopped(self) -> None:
        if self._list is not None:
            self._list.stop()

    def _on_filter(self, _: object = None) -> None:
        if self._list is None:
            return
        wanted = self.filter.text()
        try:
            self._list.set_filter(test_of(wanted, expression=self.expression.isChecked()) if wanted else None)
        except InputError as error:
            self.bar.complain(str(error))

    def _on_picked(self, row: int) -> None:
        """Go there; Back leads to where the caret was before the walk through the list began."""
        session = self._session
        if session is None or self._list is None or row >= self._list.count:
            return
        range_ = self._list.range_now(row)
        if session.selection.caret != self._place:
            session.go_to(range_.start)
        session.select(range_)
        self._place = session.selection.caret
