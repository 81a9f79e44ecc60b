"""Patch…: what it is to tell, in which format, to which file."""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtWidgets import QComboBox, QRadioButton, QWidget

from bytescope.core.exchange.patching import KINDS
from bytescope.core.source.shown import quoted_name
from bytescope.core.storage.exporting import check_target
from bytescope.ui.dialogs.asking import AskDialog
from bytescope.ui.dialogs.path_field import PathField
from bytescope.ui.widgets.tips import told, tr, without_key


class PatchWish(NamedTuple):
    """A patch of ``kind`` to ``path``: of the unsaved edits, or of what differs from another one.

    That is the file ``other``, or the open document of the place ``tab`` among those that were given.
    """

    kind: str
    path: str
    other: str
    tab: int | None
    backwards: bool


class ExportPatchDialog(AskDialog[PatchWish]):
    """``edited``: whether there are unsaved edits. ``shown`` are files that must not be written over.

    ``others`` are the titles of the other open documents.
    """

    def __init__(
        self,
        path: str,
        name: str,
        *,
        edited: bool,
        shown: list[bytes],
        others: Sequence[str] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("export-patch", tr("Export Patch"), tr("Export"), parent)
        self._shown, self._stem = shown, path
        shown_name = quoted_name(name).replace("&", "&&")
        self.edits = QRadioButton(
            tr("The &unsaved edits: from the file as it was saved to the document"), self
        )
        self.from_other = QRadioButton(tr("From an&other file to {name}", name=shown_name), self)
        self.to_other = QRadioButton(tr("From {name} to a&nother file", name=shown_name), self)
        for button, key in (
            (self.edits, "edits"),
            (self.from_other, "from_other"),
            (self.to_other, "to_other"),
        ):
            button.setObjectName(f"export-patch.{key}")
            button.setAccessibleName(without_key(button.text()))
            self.body.addWidget(button)
            button.toggled.connect(self._on_toggled)
        folder = os.path.dirname(path)
        self.tab = QComboBox(self)
        self.tab.setObjectName("export-patch.tab")
        self.tab.setAccessibleName(tr("The other document"))
        self.tab.addItems([*others, tr("A file that is not open")])
        self._tab_label = self._add_labelled(tr("The other &document"), self.tab)
        self.tab.setVisible(bool(others))
        self._tab_label.setVisible(bool(others))
        self.other = PathField("export-patch.other", "", folder=folder, parent=self)
        self._other_label = self._add_labelled(tr("The other &file"), self.other)
        self.kind = QComboBox(self)
        self.kind.setObjectName("export-patch.kind")
        self.kind.setAccessibleName(tr("Format"))
        self.kind.addItems([told(kind.title) for kind in KINDS.values()])
        self._add_labelled(tr("Fo&rmat"), self.kind)
        self.path = PathField("export-patch.file", "", new=True, folder=folder, parent=self)
        self._add_labelled(tr("To the file"), self.path)
        self.body.addStretch(1)
        self.edits.setEnabled(edited)
        (self.edits if edited else self.from_other).setChecked(True)
        self.kind.currentIndexChanged.connect(self._propose)
        self.tab.currentIndexChanged.connect(self._on_chosen)
        self.path.changed.connect(self._settle)
        self.other.changed.connect(self._settle)
        self._propose()
        self._on_toggled(True)
        (self.kind if edited else self.tab if others else self.other).setFocus()

    def _kind(self) -> str:
        return list(KINDS)[self.kind.currentIndex()]

    def _on_toggled(self, _on: bool) -> None:
        self._on_chosen()

    def _on_chosen(self) -> None:
        wanted, file = not self.edits.isChecked(), self._tab() is None
        self.tab.setEnabled(wanted)
        self._tab_label.setEnabled(wanted)
        self.other.setEnabled(wanted and file)
        self._other_label.setEnabled(wanted and file)
        self._settle()

    def _tab(self) -> int | None:
        """The place of the open document that is chosen; None for a file."""
        place = self.tab.currentIndex()
        return place if place < self.tab.count() - 1 else None

    def _propose(self) -> None:
        path = self.path.edit.text()
        if not path or any(path == self._stem + kind.ending for kind in KINDS.values()):
            self.path.edit.setText(self._stem + KINDS[self._kind()].ending)
        self._settle()

    def _fault(self) -> str:
        return ""

    def _wanting(self) -> str:
        if not self.edits.isChecked() and self._tab() is None and not self.other.path():
            return tr("Choose the other file.")
        return "" if self.path.path() else tr("Name the file that the patch goes to.")

    def _meaning(self) -> str:
        return told(f"{KINDS[self._kind()].meaning}.")

    def _take(self) -> PatchWish:
        path = self.path.path()
        tab = None if self.edits.isChecked() else self._tab()
        other = "" if self.edits.isChecked() or tab is not None else self.other.path()
        check_target(path, [*self._shown, *([os.fsencode(other)] if other else [])], "patch")
        return PatchWish(self._kind(), path, other, tab, self.to_other.isChecked())
