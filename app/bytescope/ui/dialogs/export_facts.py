"""Facts…: to which file, and how many pages a row."""

from __future__ import annotations

import os
from typing import NamedTuple

from PySide6.QtWidgets import QComboBox, QWidget

from bytescope.core.ranges import PAGESIZE
from bytescope.core.storage.exporting import check_target
from bytescope.core.storage.fact_files import WRITERS, check_format
from bytescope.core.text.formats import size_text
from bytescope.ui.dialogs.asking import AskDialog
from bytescope.ui.dialogs.path_field import PathField
from bytescope.ui.widgets.tips import tr, tr_n

MOST_ROWS = 1 << 20
"""The first choice has no more rows than this."""


class FactsWish(NamedTuple):
    """A table to be written: ``kind`` is one of ``WRITERS``, a row is 2**level pages."""

    path: str
    kind: str
    level: int


class ExportFactsDialog(AskDialog[FactsWish]):
    """For a document of ``pages`` pages; ``shown`` are the files that must not be written over."""

    def __init__(self, path: str, pages: int, shown: list[bytes], parent: QWidget | None = None) -> None:
        super().__init__("export-facts", tr("Export Facts of Pages"), tr("Export"), parent)
        self._shown, self._pages = shown, pages
        self.path = PathField("export-facts.file", path, new=True, folder=os.path.dirname(path), parent=self)
        self._add_labelled(tr("&File (.csv, .json, .arrow or .parquet)"), self.path)
        self.level = QComboBox(self)
        self.level.setObjectName("export-facts.level")
        self.level.setAccessibleName(tr("Pages a row"))
        levels = range(max(1, pages - 1).bit_length() + 1)
        for level in levels:
            self.level.addItem(
                f"{tr_n(1 << level, '{n} page', '{n} pages')} ({size_text(PAGESIZE << level)})"
            )
        self.level.setCurrentIndex(next(n for n in levels if self._rows(n) <= MOST_ROWS or n == levels[-1]))
        self._add_labelled(tr("A &row for"), self.level)
        self.body.addStretch(1)
        self.path.changed.connect(self._settle)
        self.level.currentIndexChanged.connect(self._settle)
        self._settle()

    def _rows(self, level: int) -> int:
        return -(-self._pages >> level)

    def _kind(self) -> str:
        return os.path.splitext(self.path.path())[1][1:].lower()

    def _fault(self) -> str:
        if self.path.path() and self._kind() not in WRITERS:
            return tr("The file's name must end with .csv, .json, .arrow or .parquet.")
        return ""

    def _wanting(self) -> str:
        return "" if self.path.path() else tr("Name the file that the table goes to.")

    def _meaning(self) -> str:
        rows = tr_n(self._rows(self.level.currentIndex()), "{n} row", "{n} rows")
        return tr(
            "This will write {rows}: what is known of the pages now; what is not is left empty.", rows=rows
        )

    def _take(self) -> FactsWish:
        check_format(self._kind())
        check_target(self.path.path(), self._shown, "table")
        return FactsWish(self.path.path(), self._kind(), self.level.currentIndex())
