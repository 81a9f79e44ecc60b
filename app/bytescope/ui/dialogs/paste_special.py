"""Paste Special…: how the clipboard is read, what that gives, and whether it is inserted."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtWidgets import QComboBox, QHBoxLayout, QRadioButton, QWidget

from bytescope.core.document.patterns import Repeat
from bytescope.core.errors import InputError
from bytescope.core.exchange.pasting import KINDS, pasted, recognised
from bytescope.core.ranges import ByteRange
from bytescope.core.text.encodings import ENCODINGS
from bytescope.core.text.formats import both_text, hex_text
from bytescope.ui.dialogs.asking import AskDialog
from bytescope.ui.widgets.bytes_preview import BytesPreview
from bytescope.ui.widgets.captions import caption
from bytescope.ui.widgets.tips import told, tr, tr_n, without_key

if TYPE_CHECKING:
    from bytescope.core.ticket import Ticket
    from bytescope.session.jobs import Jobs

AT_ONCE = 64 * 1024
"""Up to so many characters are read in the main thread."""


class PasteWish(NamedTuple):
    """Insert ``data`` before ``at``, or write it over what stands there."""

    at: int
    data: bytes
    insert: bool


class PasteSpecialDialog(AskDialog[PasteWish]):
    """For the text of the clipboard and a place in a document of ``size`` bytes."""

    def __init__(
        self,
        text: str,
        jobs: Jobs,
        *,
        at: int,
        size: int,
        can_insert: bool,
        insert: bool,
        encoding: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("paste", tr("Paste Special"), tr("Paste"), parent)
        self._text, self._jobs = text, jobs
        self._at, self._size = at, size
        self._data: bytes | None = None
        self._problem = self._looks = ""
        self.kind = _combo(
            "paste.kind", tr("What the clipboard has"), [told(title) for title in KINDS.values()]
        )
        self.encoding = _combo(
            "paste.encoding", tr("Encoding"), [told(item.title) for item in ENCODINGS.values()]
        )
        self.encoding.setCurrentIndex(list(ENCODINGS).index(encoding))
        self._add_labelled(tr("&Read the clipboard as"), self.kind)
        self._encoding_label = self._add_labelled(tr("&Encoding of the text"), self.encoding)
        self.over = QRadioButton(tr("&Overwrite what is there"), self)
        self.between = QRadioButton(tr("&Insert before it"), self)
        row = QHBoxLayout()
        for button, key in ((self.over, "over"), (self.between, "between")):
            button.setObjectName(f"paste.{key}")
            button.setAccessibleName(without_key(button.text()))
            row.addWidget(button)
        row.addStretch(1)
        self.body.addLayout(row)
        self.between.setEnabled(can_insert)
        (self.between if can_insert and insert else self.over).setChecked(True)
        self.preview = BytesPreview("paste.preview", self)
        self.body.addWidget(caption(tr("The first and the last bytes"), self))
        self.body.addWidget(self.preview)
        self.body.addStretch(1)
        self.kind.currentIndexChanged.connect(self._read)
        self.encoding.currentIndexChanged.connect(self._read)
        self.over.toggled.connect(self._settle)
        self.kind.setFocus()
        self._read()

    def _kind(self) -> str:
        return list(KINDS)[self.kind.currentIndex()]

    def _read(self) -> None:
        """Read the text anew; a long one in a job."""
        text_wanted = self._kind() in ("text", "auto")
        self.encoding.setEnabled(text_wanted)
        self._encoding_label.setEnabled(text_wanted)
        self._data, self._problem = None, ""
        encoding = list(ENCODINGS)[self.encoding.currentIndex()]
        work = partial(_parsed, self._text, self._kind(), encoding)
        if len(self._text) > AT_ONCE:
            self.preview.show_note(tr("The clipboard is being read…"))
            self._jobs.run("Read the clipboard", work, self._on_read, self._on_failed)
        else:
            try:
                self._on_read(work(None))
            except InputError as error:
                self._on_failed(error)
        self._settle()

    def _on_read(self, found: tuple[bytes, str]) -> None:
        self._data, kind = found
        self._problem = ""
        self._looks = tr("It looks like: {kind}.", kind=KINDS[kind]) + " " if self._kind() == "auto" else ""
        if self._data:
            self.preview.show_fill(Repeat(self._data), ByteRange.of(self._at, len(self._data)))
        else:
            self.preview.show_note(tr("There is nothing to paste."))
        self._settle()

    def _on_failed(self, error: Exception) -> None:
        if not isinstance(error, InputError):
            return  # another reading has taken its place
        self._problem = str(error)
        self.preview.show_note(tr("What is pasted is shown here."))
        self._settle()

    def _fault(self) -> str:
        if self._problem:
            return self._problem
        if self._data and self.over.isChecked() and self._at + len(self._data) > self._size:
            room = tr_n(max(0, self._size - self._at), "{n} byte", "{n} bytes")
            count = tr_n(len(self._data), "{n} byte", "{n} bytes")
            return (
                tr(
                    "The {count} are more than the {room} up to the end; choose Insert, or paste further up.",
                    count=count,
                    room=room,
                )
                if self.between.isEnabled()
                else tr(
                    "The {count} are more than the {room} up to the end; paste further up.",
                    count=count,
                    room=room,
                )
            )
        return ""

    def _wanting(self) -> str:
        if self._data is None:
            return tr("The clipboard is being read.")
        return "" if self._data else tr("There is nothing to paste.")

    def _meaning(self) -> str:
        assert self._data is not None  # nothing is wanting
        what = tr(
            "{bytes} at {at}", bytes=tr_n(len(self._data), "{n} byte", "{n} bytes"), at=hex_text(self._at)
        )
        if self.over.isChecked():
            return self._looks + tr("This will overwrite {what}.", what=what)
        grown = both_text(self._size + len(self._data))
        return self._looks + tr(
            "This will insert {what}; the document will have {grown} bytes.", what=what, grown=grown
        )

    def _take(self) -> PasteWish:
        assert self._data is not None  # nothing is wanting
        return PasteWish(self._at, self._data, self.between.isChecked())


def _parsed(text: str, kind: str, encoding: str, _ticket: Ticket | None) -> tuple[bytes, str]:
    """The bytes, and what the text was taken for."""
    found = recognised(text) if kind == "auto" else kind
    return pasted(text, found, encoding), found


def _combo(name: str, title: str, entries: list[str]) -> QComboBox:
    box = QComboBox()
    box.setObjectName(name)
    box.setAccessibleName(title)
    box.addItems(entries)
    return box
