"""A page of the help, to be read."""

from __future__ import annotations

from importlib import resources
from typing import Any

from PySide6.QtCore import QUrl
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPushButton, QTextBrowser, QVBoxLayout, QWidget

from bytescope.core.touched.layers import MEANINGS
from bytescope.ui.widgets.tips import language, told, tr


def page_text(name: str) -> str:
    """The Markdown of a page of ``bytescope_data/help`` in the language that was chosen, or else in English.

    ``@name`` stands in it for what is said of a layer.
    """
    folder = resources.files("bytescope_data").joinpath("help")
    translated = folder.joinpath(language(), f"{name}.md")
    page = translated if translated.is_file() else folder.joinpath(f"{name}.md")
    text = page.read_text(encoding="utf-8")
    for meaning in MEANINGS.values():
        said = tr(
            "{meaning}\n\n- Source: {source}\n- Granularity: {granularity}\n- Cleared: {cleared}\n",
            meaning=told(meaning.meaning),
            source=told(meaning.source),
            granularity=told(meaning.granularity),
            cleared=told(meaning.cleared),
        )
        text = text.replace(f"@{meaning.name}\n", said)
    return text


class PageText(QTextBrowser):
    """Shows a text of the package; follows no link and loads nothing."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("help.text")
        self.setAccessibleName(tr("Text of the help"))
        self.setOpenLinks(False)
        self.setOpenExternalLinks(False)

    def show_markdown(self, text: str) -> None:
        """Show a page from its beginning."""
        self.setMarkdown(text)

    def loadResource(self, kind: int, name: QUrl | str) -> Any:
        return None


class HelpPage(QDialog):
    """Shows the page ``name``."""

    def __init__(self, name: str, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("help")
        self.setWindowTitle(title)
        self.text = PageText(self)
        self.text.show_markdown(page_text(name))
        close = QPushButton(tr("&Close"), self)
        close.setObjectName("help.close")
        close.setAccessibleName(tr("Close"))
        close.setDefault(True)
        buttons = QDialogButtonBox(self)
        buttons.addButton(close, QDialogButtonBox.ButtonRole.RejectRole)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(self.text, 1)
        layout.addWidget(buttons)
        self.text.setFocus()
        self.resize(760, 620)

    def exec(self) -> int:
        """As QDialog's; the widgets go away afterwards."""
        result = super().exec()
        self.deleteLater()
        return result
