"""New…: anonymous memory, or a new file of zeros."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtWidgets import QRadioButton, QWidget

from bytescope.core.text.numbers import NO_DOCUMENT
from bytescope.ui.dialogs.asking import AskDialog
from bytescope.ui.dialogs.offsets import SizeCheck, size_meaning
from bytescope.ui.dialogs.path_field import PathField
from bytescope.ui.widgets.number_edit import NumberEdit
from bytescope.ui.widgets.tips import tr


@dataclass(frozen=True, slots=True)
class NewWish:
    """A document of ``size`` bytes 00: a new file at ``path``, or memory where that is None."""

    size: int
    path: str | None


class NewDialog(AskDialog[NewWish]):
    """Asks for a size and a place. ``folder`` is where a new file is proposed."""

    def __init__(self, folder: str, parent: QWidget | None = None) -> None:
        super().__init__("new", tr("New"), tr("Create"), parent)
        self._memory = QRadioButton(tr("&Memory (saved to a file only by Save As)"), self)
        self._memory.setObjectName("new.memory")
        self._memory.setAccessibleName(tr("Memory"))
        self._memory.setChecked(True)
        self._file = QRadioButton(
            tr("&File of zeros (takes no room on the disk until it is written to)"), self
        )
        self._file.setObjectName("new.file")
        self._file.setAccessibleName(tr("File of zeros"))
        self._path = PathField("new", "", new=True, folder=folder, parent=self)
        self._path.setEnabled(False)
        self._size = NumberEdit(
            "new.size",
            tr("Size"),
            NO_DOCUMENT,
            text="1Mi",
            relative=False,
            check=SizeCheck(1),
            describe=size_meaning,
            parent=self,
        )
        self._add_labelled(tr("&Size"), self._size)
        self.body.addWidget(self._memory)
        self.body.addWidget(self._file)
        self.body.addWidget(self._path)
        self.body.addStretch(1)
        self._size.edit.selectAll()
        self._size.setFocus()
        self._file.toggled.connect(self._on_file_toggled)
        self._size.changed.connect(self._settle)
        self._path.changed.connect(self._settle)
        self._settle()

    def _on_file_toggled(self, on: bool) -> None:
        self._path.setEnabled(on)
        self._settle()

    def _fault(self) -> str:
        return self._size.problem()

    def _wanting(self) -> str:
        if self._file.isChecked() and not self._path.path():
            return tr("Choose where the new file goes.")
        return ""

    def _take(self) -> NewWish:
        size = self._size.value()
        assert size is not None  # there is no fault
        return NewWish(size, self._path.path() if self._file.isChecked() else None)
