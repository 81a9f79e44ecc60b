"""Bytes as Text or HEX…: which part of the document, in which form, to which file."""

from __future__ import annotations

import os
from typing import NamedTuple

from PySide6.QtWidgets import QComboBox, QRadioButton, QWidget

from bytescope.core.errors import InputError
from bytescope.core.exchange.addressed import ENDINGS, KINDS, ROW, check_space
from bytescope.core.exchange.forms import FORMS
from bytescope.core.ranges import ByteRange
from bytescope.core.storage.exporting import check_target
from bytescope.core.text.formats import hex_text
from bytescope.core.text.numbers import Names
from bytescope.ui.dialogs.asking import AskDialog
from bytescope.ui.dialogs.path_field import PathField
from bytescope.ui.widgets.number_edit import NumberEdit
from bytescope.ui.widgets.tips import told, told_size, tr, tr_n, without_key

_RECORD = 2.6
"""Characters that a byte takes in a record, about."""


class ExportWish(NamedTuple):
    """Write ``within`` to ``path`` in ``form``; of HEX files the first byte is at address ``base``."""

    within: ByteRange
    form: str
    path: str
    base: int


class ExportBytesDialog(AskDialog[ExportWish]):
    """For a document of ``size`` bytes; ``shown`` are the files that must not be written over."""

    def __init__(
        self,
        path: str,
        names: Names,
        selected: ByteRange,
        size: int,
        shown: list[bytes],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("export-bytes", tr("Export Bytes as Text or HEX"), tr("Export"), parent)
        self._shown, self._selected, self._whole = shown, selected, ByteRange(0, size)
        self._stem = path
        self.form = QComboBox(self)
        self.form.setObjectName("export-bytes.form")
        self.form.setAccessibleName(tr("Form"))
        self._forms = [*KINDS, *FORMS]
        self.form.addItems(
            [told(title) for title in (*KINDS.values(), *(item.title for item in FORMS.values()))]
        )
        self._add_labelled(tr("F&orm"), self.form)
        count = tr_n(selected.length, "{n} byte", "{n} bytes") if selected else tr("there is none")
        self.part = QRadioButton(tr("The &selection ({count})", count=count), self)
        self.whole = QRadioButton(
            tr("The whole &document ({bytes})", bytes=tr_n(size, "{n} byte", "{n} bytes")), self
        )
        for button, key in ((self.part, "part"), (self.whole, "whole")):
            button.setObjectName(f"export-bytes.{key}")
            button.setAccessibleName(without_key(button.text()))
            self.body.addWidget(button)
        self.part.setEnabled(bool(selected))
        (self.part if selected else self.whole).setChecked(True)
        self.base = NumberEdit(
            "export-bytes.base",
            tr("Base address"),
            names,
            text="0",
            relative=False,
            describe=_address,
            parent=self,
        )
        self._base_label = self._add_labelled(tr("&Base address (of the first byte)"), self.base)
        self.path = PathField("export-bytes.file", "", new=True, folder=os.path.dirname(path), parent=self)
        self._add_labelled(tr("&File"), self.path)
        self.body.addStretch(1)
        self._propose()
        self.form.currentIndexChanged.connect(self._propose)
        for changed in (self.path.changed, self.base.changed, self.part.toggled):
            changed.connect(self._settle)
        self.form.setFocus()

    def _form(self) -> str:
        return self._forms[self.form.currentIndex()]

    def _within(self) -> ByteRange:
        return self._selected if self.part.isChecked() else self._whole

    def _propose(self) -> None:
        """A name with the ending of the form, as long as the person has not chosen another."""
        form = self._form()
        addressed = form in KINDS
        self.base.setEnabled(addressed)
        self._base_label.setEnabled(addressed)
        endings = {**ENDINGS, **{key: item.ending for key, item in FORMS.items()}}
        path = self.path.edit.text()
        if not path or any(path == self._stem + ending for ending in endings.values()):
            self.path.edit.setText(self._stem + endings[form])
        self._settle()

    def _fault(self) -> str:
        if self._form() not in KINDS:
            return ""
        if wrong := self.base.problem():
            return wrong
        base = self.base.value()
        if base is None or base < 0:
            return tr("Base address: give a number of 0 or more.")
        try:
            check_space(self._within().length, base)
        except InputError as error:
            return str(error)
        return ""

    def _wanting(self) -> str:
        if not self._within():
            return tr("There are no bytes to be exported.")
        return "" if self.path.path() else tr("Name the file that the bytes go to.")

    def _meaning(self) -> str:
        form, length = self._form(), self._within().length
        about = _RECORD if form in KINDS else FORMS[form].per_byte
        size = told_size(length * about)
        if form in KINDS:
            return tr(
                "The file will have up to {size}, {row} bytes a record; holes are left out.",
                size=size,
                row=ROW,
            )
        return tr("The file will have up to {size}.", size=size)

    def _take(self) -> ExportWish:
        path = self.path.path()
        check_target(path, self._shown, "export")
        base = self.base.value() if self._form() in KINDS else 0
        return ExportWish(self._within(), self._form(), path, base or 0)


def _address(value: int) -> str:
    return tr("The first byte is at {value}.", value=hex_text(value))
