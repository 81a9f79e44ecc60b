"""Map as Picture…: which part, how large, with what."""

from __future__ import annotations

import os
from typing import NamedTuple

from PySide6.QtWidgets import QCheckBox, QComboBox, QFormLayout, QSpinBox, QWidget

from bytescope.core.storage.exporting import check_target
from bytescope.ui.dialogs.asking import AskDialog
from bytescope.ui.dialogs.path_field import PathField
from bytescope.ui.widgets.captions import caption
from bytescope.ui.widgets.tips import tr, without_key

KINDS = ("png", "svg")
LEAST, MOST = 200, 16_000
MOST_PIXELS = 120_000_000


class PictureWish(NamedTuple):
    """A picture to be made; ``kind`` is "png" or "svg", sizes are pixels at scale 1."""

    path: str
    kind: str
    whole: bool
    width: int
    height: int
    scale: int
    dark: bool
    legend: bool
    date: bool


class ExportPictureDialog(AskDialog[PictureWish]):
    """``shown`` are the files that must not be written over; ``view`` is the size of the present view."""

    def __init__(
        self,
        path: str,
        view: tuple[int, int],
        dark: bool,
        shown: list[bytes],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("export-picture", tr("Export Map as Picture"), tr("Export"), parent)
        self._view, self._shown = view, shown
        self.path = PathField(
            "export-picture.file", path, new=True, folder=os.path.dirname(path), parent=self
        )
        self._add_labelled(tr("&File (its ending, .png or .svg, says which)"), self.path)
        self.part = _combo(
            "export-picture.part", tr("Part of the map"), (tr("Whole File"), tr("Present View"))
        )
        self.width_ = _spin("export-picture.width", tr("Width"), LEAST, MOST, 1600)
        self.height_ = _spin("export-picture.height", tr("Height of the map"), LEAST, MOST, 1000)
        self.scale = _combo("export-picture.scale", tr("Scale"), ("1 ×", "2 ×", "3 ×", "4 ×"))
        self.ground = _combo("export-picture.ground", tr("Ground"), (tr("Light"), tr("Dark")))
        self.ground.setCurrentIndex(int(dark))
        self.legend = _check("export-picture.legend", tr("With &legend"), True)
        self.date = _check("export-picture.date", tr("With the &date"), False)
        form = QFormLayout()
        for text, field in (
            (tr("&Part"), self.part),
            (tr("&Width in pixels"), self.width_),
            (tr("&Height of the map"), self.height_),
            (tr("&Scale"), self.scale),
            (tr("&Ground"), self.ground),
        ):
            form.addRow(caption(text, self, field), field)
        form.addRow(self.legend)
        form.addRow(self.date)
        self.body.addLayout(form)
        self.body.addStretch(1)
        self.path.changed.connect(self._settle)
        self.legend.toggled.connect(self.date.setEnabled)
        self.legend.toggled.connect(self._settle)
        for spin in (self.width_, self.height_):
            spin.valueChanged.connect(self._settle)
        for box in (self.part, self.scale):
            box.currentIndexChanged.connect(self._settle)
        self._settle()

    def _settle(self) -> None:
        whole = self.part.currentIndex() == 0
        self.width_.setEnabled(whole)
        self.height_.setEnabled(whole)
        super()._settle()

    def _size(self) -> tuple[int, int]:
        whole = self.part.currentIndex() == 0
        return (self.width_.value(), self.height_.value()) if whole else self._view

    def _fault(self) -> str:
        path, (width, height) = self.path.path(), self._size()
        if path and os.path.splitext(path)[1][1:].lower() not in KINDS:
            return tr("The file's name must end with .png or with .svg.")
        scale = self.scale.currentIndex() + 1
        if width * height * scale * scale > MOST_PIXELS:
            return tr("The picture would have more than 120 million pixels; choose a smaller size or scale.")
        return ""

    def _wanting(self) -> str:
        return "" if self.path.path() else tr("Name the file that the picture goes to.")

    def _meaning(self) -> str:
        scale, (width, height) = self.scale.currentIndex() + 1, self._size()
        width, height = width * scale, height * scale
        if self.legend.isChecked():
            return tr(
                "The map will have {width:,} × {height:,} pixels; the legend stands below it.",
                width=width,
                height=height,
            )
        return tr("The map will have {width:,} × {height:,} pixels.", width=width, height=height)

    def _take(self) -> PictureWish:
        path = self.path.path()
        check_target(path, self._shown)
        kind = os.path.splitext(path)[1][1:].lower()
        whole, scale = self.part.currentIndex() == 0, self.scale.currentIndex() + 1
        dark, legend = self.ground.currentIndex() == 1, self.legend.isChecked()
        return PictureWish(path, kind, whole, *self._size(), scale, dark, legend, self.date.isChecked())


def _combo(name: str, title: str, entries: tuple[str, ...]) -> QComboBox:
    box = QComboBox()
    box.setObjectName(name)
    box.setAccessibleName(title)
    box.addItems(entries)
    return box


def _spin(name: str, title: str, least: int, most: int, value: int) -> QSpinBox:
    box = QSpinBox()
    box.setObjectName(name)
    box.setAccessibleName(title)
    box.setRange(least, most)
    box.setValue(value)
    return box


def _check(name: str, text: str, on: bool) -> QCheckBox:
    box = QCheckBox(text)
    box.setObjectName(name)
    box.setAccessibleName(without_key(text))
    box.setChecked(on)
    return box
