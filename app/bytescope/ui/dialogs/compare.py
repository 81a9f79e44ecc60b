"""What Compare asks: which of several to compare with, and by how many bytes the other side is shifted."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QListWidget, QPushButton, QWidget

from bytescope.core.text.numbers import Names
from bytescope.ui.dialogs.asking import AskDialog
from bytescope.ui.widgets.captions import caption
from bytescope.ui.widgets.number_edit import NumberEdit
from bytescope.ui.widgets.tips import tr, tr_n, without_key

LONGEST_NAME = 200


class ChooseDialog(AskDialog[int]):
    """Asks for one of ``items``; the wish is its place among them."""

    def __init__(
        self, title: str, question: str, items: Sequence[str], parent: QWidget | None = None
    ) -> None:
        super().__init__("compare_choose", title, tr("Compare"), parent)
        self.list = QListWidget(self)
        self.list.setObjectName("compare_choose.list")
        self.list.setAccessibleName(without_key(question))
        self.list.addItems(list(items))
        self.list.setCurrentRow(0)
        self.list.itemActivated.connect(self._on_activated)
        self._add_labelled(question, self.list)
        self.list.setFocus()
        self._settle()

    def _on_activated(self, _: object) -> None:
        self.accept()

    def _fault(self) -> str:
        return ""

    def _take(self) -> int:
        return self.list.currentRow()


class SnapshotDialog(ChooseDialog):
    """Asks for one of the kept snapshots; the others can be thrown away on the way. The wish is its id."""

    removal_wished = Signal(str)

    def __init__(self, items: Sequence[tuple[str, str]], parent: QWidget | None = None) -> None:
        """``items``: id and text of each."""
        self.ids = [id_ for id_, _ in items]
        super().__init__(
            tr("Compare With"), tr("&Snapshots, the newest first"), [text for _, text in items], parent
        )
        self.remove = QPushButton(tr("&Delete Snapshot"), self)
        self.remove.setObjectName("compare_choose.delete")
        self.remove.setAutoDefault(False)
        self.remove.clicked.connect(self._on_remove)
        self.body.addWidget(self.remove, alignment=Qt.AlignmentFlag.AlignLeft)
        self._settle()

    def chosen(self) -> str | None:
        """The id that was asked for."""
        place = self.wish()
        return None if place is None else self.ids[place]

    def _wanting(self) -> str:
        return "" if self.ids else tr("There is no snapshot any more; take one first.")

    def _on_remove(self) -> None:
        place = self.list.currentRow()
        if place >= 0:
            self.removal_wished.emit(self.ids.pop(place))
            self.list.takeItem(place)
        self.remove.setEnabled(bool(self.ids))
        self._settle()


class SnapshotNameDialog(AskDialog[str]):
    """Asks for the name under which fingerprints are kept."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__("snapshot_name", tr("Take Snapshot"), tr("Take"), parent)
        self._name = QLineEdit(name, self)
        self._name.setObjectName("snapshot_name.name")
        self._name.setMaxLength(LONGEST_NAME)
        self._add_labelled(tr("&Name"), self._name)
        hint = tr("Keeps a fingerprint of every page as it is now, not the bytes, in your private folder.")
        self.body.addWidget(caption(hint, self))
        self._name.selectAll()
        self._name.setFocus()
        self._name.textChanged.connect(self._settle)
        self._settle()

    def _fault(self) -> str:
        return ""

    def _wanting(self) -> str:
        return "" if self._name.text().strip() else tr("Type a name.")

    def _take(self) -> str:
        return self._name.text().strip()


class ShiftDialog(AskDialog[int]):
    """Asks by how many bytes the other side is shifted; ``common`` tells how many bytes both then have."""

    def __init__(self, shift: int, sizes: tuple[int, int], parent: QWidget | None = None) -> None:
        super().__init__("compare_shift", tr("Shift"), tr("Shift"), parent)
        self._sizes = sizes
        self._shift = NumberEdit(
            "compare_shift.by",
            tr("Shift"),
            Names(size=sizes[0], end=sizes[0], sel=sizes[0]),
            text=str(shift),
            relative=False,
            check=self._check,
            describe=self._describe,
            parent=self,
        )
        self._add_labelled(tr("&Byte p of A stands against byte p + N of B, with N"), self._shift)
        self.body.addWidget(caption(tr("Less than 0: the first bytes of A have none beside them."), self))
        self.said.hide()
        self._shift.edit.selectAll()
        self._shift.setFocus()
        self._shift.changed.connect(self._settle)
        self._settle()

    def _common(self, shift: int) -> int:
        return min(self._sizes[0], self._sizes[1] - shift) - max(0, -shift)

    def _check(self, shift: int) -> str:
        if shift and self._common(shift) < 1:
            return tr("The two have no byte in common then; type a smaller shift.")
        return ""

    def _describe(self, shift: int) -> str:
        common = max(0, self._common(shift))
        return tr_n(common, "{n} byte of both is compared", "{n} bytes of both are compared")

    def _fault(self) -> str:
        return self._shift.problem()

    def _take(self) -> int:
        shift = self._shift.value()
        assert shift is not None  # there is no fault
        return shift
