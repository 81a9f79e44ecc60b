"""Open Window of File…: a part of a file, and how it is opened."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtWidgets import QComboBox, QWidget

from bytescope.core.source.access import Access
from bytescope.core.text.numbers import NO_DOCUMENT
from bytescope.ui.dialogs.asking import AskDialog
from bytescope.ui.dialogs.offsets import SizeCheck, offset_meaning, size_meaning
from bytescope.ui.dialogs.path_field import PathField
from bytescope.ui.widgets.number_edit import NumberEdit
from bytescope.ui.widgets.tips import tr, tr_later

_ACCESS = {
    Access.EDIT: tr_later("Edit: nothing reaches the file before Save"),
    Access.READ: tr_later("Read: nothing can be changed"),
    Access.LIVE: tr_later("Live: every edit is in the file at once"),
}


@dataclass(frozen=True, slots=True)
class OpenWish:
    """Open ``length`` bytes (None: all) of the file at ``path`` from ``offset`` on."""

    path: str
    access: Access
    offset: int
    length: int | None


class OpenWindowDialog(AskDialog[OpenWish]):
    """Asks for a path, a window and an access mode. Whether the file allows it is found out by opening it."""

    def __init__(self, path: str, parent: QWidget | None = None) -> None:
        super().__init__("open_window", tr("Open Window of File"), tr("Open"), parent)
        self._path = PathField("open_window", path, parent=self)
        self._offset = self._number(
            "offset",
            tr("Offset"),
            "0",
            "",
            SizeCheck(),
        )
        self._length = self._number(
            "length", tr("Length"), "", tr("Empty: to the end of the file."), SizeCheck(1)
        )
        self._access = QComboBox(self)
        self._access.setObjectName("open_window.access")
        self._access.setAccessibleName(tr("Access"))
        for access, text in _ACCESS.items():
            self._access.addItem(tr(text), access)
        self._add_labelled(tr("&File"), self._path)
        self._add_labelled(tr("&Offset in the file"), self._offset)
        self._add_labelled(tr("&Length"), self._length)
        self._add_labelled(tr("&Access"), self._access)
        self.body.addStretch(1)
        for field in (self._path, self._offset, self._length):
            field.changed.connect(self._settle)
        self._settle()
        first = self._offset.edit if path else self._path.edit
        first.selectAll()
        first.setFocus()

    def _number(self, key: str, title: str, text: str, optional: str, check: SizeCheck) -> NumberEdit:
        return NumberEdit(
            f"open_window.{key}",
            title,
            NO_DOCUMENT,
            text=text,
            relative=False,
            optional=optional,
            check=check,
            describe=offset_meaning if key == "offset" else size_meaning,
            parent=self,
        )

    def _fault(self) -> str:
        return self._offset.problem() or self._length.problem()

    def _wanting(self) -> str:
        return "" if self._path.path() else tr("Choose a file.")

    def _take(self) -> OpenWish:
        access, offset = self._access.currentData(), self._offset.value()
        assert isinstance(access, Access)
        assert offset is not None  # there is no fault
        return OpenWish(self._path.path(), access, offset, self._length.value())
