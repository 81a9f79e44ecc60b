"""The help: contents, pages, search, back and forward, beside the window."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QUrl
from PySide6.QtGui import QKeySequence, QTextCursor
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from bytescope.ui.dialogs.help_page import PageText, page_text
from bytescope.ui.widgets.captions import caption
from bytescope.ui.widgets.tips import tr

_LINK = re.compile(r"^- \[([^\]]+)\]\(([a-z0-9-]+)\.md\)", re.MULTILINE)


class Page(NamedTuple):
    """A page of the help: its file's name without the end, and its title."""

    name: str
    title: str


def contents() -> tuple[Page, ...]:
    """The pages in the order of the index file."""
    return tuple(Page(name, title) for title, name in _LINK.findall(page_text("index")))


class HelpWindow(QDialog):
    """Reads nothing but the pages of the package."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("help_window")
        self.setWindowTitle(tr("Help"))
        self._pages = contents()
        self._texts = {page.name: page_text(page.name) for page in self._pages}
        self._back: list[str] = []
        self._forward: list[str] = []
        self._shown = ""
        self._search = QLineEdit(self)
        self._search.setObjectName("help_window.search")
        self._search.setAccessibleName(tr("Search the help"))
        self._search.setPlaceholderText(tr("Search the help"))
        self._search.setClearButtonEnabled(True)
        self._list = QListWidget(self)
        self._list.setObjectName("help_window.contents")
        self._list.setAccessibleName(tr("Contents of the help"))
        self._nothing = caption(tr("No page has all these words."), self)
        self._nothing.setWordWrap(True)
        self._nothing.setObjectName("help_window.nothing")
        self._nothing.hide()
        self.text = PageText(self)
        self.text.setObjectName("help_window.text")
        self._buttons = {
            name: self._button(name, text)
            for name, text in (("back", tr("&Back")), ("forward", tr("&Forward")))
        }
        close = self._button("close", tr("&Close"))
        self._lay_out(close)
        self._fill("")
        self._buttons["back"].setShortcut(QKeySequence("Alt+Left"))
        self._buttons["forward"].setShortcut(QKeySequence("Alt+Right"))
        self._buttons["back"].clicked.connect(self.go_back)
        self._buttons["forward"].clicked.connect(self.go_forward)
        close.clicked.connect(self.reject)
        self._search.textChanged.connect(self._on_search)
        self._search.returnPressed.connect(self._on_next)
        self._list.currentItemChanged.connect(self._on_item)
        self.text.anchorClicked.connect(self._on_link)
        self.show_page(self._pages[0].name)
        self._list.setFocus()
        self.resize(960, 680)

    @property
    def page(self) -> str:
        """The name of the page that is shown."""
        return self._shown

    def fill_in(self, mark: str, rows: Sequence[tuple[str, str, str]]) -> None:
        """A table of commands, their keys and what they do, where a page has ``@mark`` on a line."""
        lines = [f"| {tr('Command')} | {tr('Keys')} | {tr('What it does')} |", "|---|---|---|"]
        lines += ["| " + " | ".join(_cell(text) for text in row) + " |" for row in rows]
        for page in self._pages:
            text = page_text(page.name)
            if f"@{mark}\n" in text:
                self._texts[page.name] = text.replace(f"@{mark}\n", "\n".join([*lines, ""]))
                if page.name == self._shown:
                    self.text.show_markdown(self._texts[page.name])

    def show_page(self, name: str) -> None:
        """Turn to a page; Back comes back from it."""
        if name == self._shown or name not in self._texts:
            return
        if self._shown:
            self._back.append(self._shown)
            self._forward.clear()
        self._turn(name)

    def go_back(self) -> None:
        if self._back:
            self._forward.append(self._shown)
            self._turn(self._back.pop())

    def go_forward(self) -> None:
        if self._forward:
            self._back.append(self._shown)
            self._turn(self._forward.pop())

    def found(self) -> list[str]:
        """The names of the pages that are listed."""
        items = (self._list.item(row) for row in range(self._list.count()))
        return [str(item.data(256)) for item in items]

    def _turn(self, name: str) -> None:
        self._shown = name
        self.text.show_markdown(self._texts[name])
        for row in range(self._list.count()):
            if self._list.item(row).data(256) == name:
                self._list.setCurrentRow(row)
        self._buttons["back"].setEnabled(bool(self._back))
        self._buttons["forward"].setEnabled(bool(self._forward))
        self._mark()

    def _lay_out(self, close: QPushButton) -> None:
        bar = QHBoxLayout()
        for button in self._buttons.values():
            bar.addWidget(button)
        bar.addStretch(1)
        bar.addWidget(close)
        left = QWidget(self)
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._search)
        column.addWidget(self._list, 1)
        column.addWidget(self._nothing)
        split = QSplitter(self)
        split.setObjectName("help_window.split")
        split.setChildrenCollapsible(False)
        split.addWidget(left)
        split.addWidget(self.text)
        split.setStretchFactor(1, 1)
        split.setSizes([240, 720])
        layout = QVBoxLayout(self)
        layout.addWidget(split, 1)
        layout.addLayout(bar)

    def _button(self, name: str, text: str) -> QPushButton:
        button = QPushButton(text, self)
        button.setObjectName(f"help_window.{name}")
        button.setAutoDefault(False)
        return button

    def _fill(self, typed: str) -> None:
        """List the pages that have every word that was typed."""
        words = typed.casefold().split()
        self._list.clear()
        for page in self._pages:
            said = f"{page.title} {self._texts[page.name]}".casefold()
            if all(word in said for word in words):
                item = QListWidgetItem(page.title)
                item.setData(256, page.name)
                self._list.addItem(item)
        self._nothing.setVisible(not self._list.count())

    def _on_search(self, typed: str) -> None:
        self._fill(typed)
        names = self.found()
        if names and self._shown not in names:
            self.show_page(names[0])
        else:
            self._mark()

    def _on_next(self) -> None:
        """Return in the search goes to the next place on the page, then to the next page."""
        words = self._search.text().split()
        if words and self.text.find(words[0]):
            return
        names = self.found()
        if names:
            place = names.index(self._shown) + 1 if self._shown in names else 0
            self.show_page(names[place % len(names)])

    def _mark(self) -> None:
        """Select the first place of the first word that was searched for."""
        words = self._search.text().split()
        if words:
            self.text.moveCursor(QTextCursor.MoveOperation.Start)
            self.text.find(words[0])

    def _on_item(self, item: QListWidgetItem | None, _before: QListWidgetItem | None) -> None:
        if item is not None and self._list.hasFocus():
            self.show_page(str(item.data(256)))

    def _on_link(self, url: QUrl) -> None:
        """Links lead to other pages of the help; nothing else is opened."""
        self.show_page(url.path().rpartition("/")[2].removesuffix(".md"))


def _cell(text: str) -> str:
    """Text for a table of Markdown, with nothing that means something there."""
    return re.sub(r"([\\`*_{}\[\]<>()#+!|~&-])", r"\\\1", text)
