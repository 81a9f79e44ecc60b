"""Copy and paste of the hex view: in many forms, with the bytes themselves beside the text."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication

from bytescope.core.errors import InputError
from bytescope.core.ranges import ByteRange
from bytescope.core.source.base import Lost, Reading
from bytescope.core.text.copying import LARGEST_PASTE, as_hex, as_text, from_hex_text
from bytescope.core.text.encodings import encode_text
from bytescope.ui.widgets.tips import told_size, tr

if TYPE_CHECKING:
    from collections.abc import Callable

    from bytescope.core.document.snapshot import Snapshot
    from bytescope.core.ticket import Ticket
    from bytescope.session.exchange.carrying import Carrier
    from bytescope.session.session import Session

RAW = "application/octet-stream"
HELD = "application/x-bytescope-held"
"""The key of what the program itself holds."""

LARGEST_TEXT = 64 << 20
"""Characters that are put on the clipboard at most."""

CHARACTERS = {"hex": 3.0, "text": 1.0}
"""Characters that a byte takes, about; of other forms they know it themselves."""

AT_ONCE = 64 * 1024
"""Up to so many bytes (or characters to be parsed) are worked on in the main thread."""


class Copied(NamedTuple):
    """What goes to the clipboard, and how many of its bytes could not be read."""

    text: str
    data: bytes
    lost: int


class Clipboard:
    """Copies the selection and pastes at the caret; large ones are read and written out in a job."""

    def __init__(self, session: Session, wished: Callable[[str], object]) -> None:
        """``wished`` is told the id of a command that is the better way."""
        self._session = session
        self._wished = wished

    def copy(self, kind: str | None = None) -> None:
        """Copy the selection as "hex", "text" or a form of ``exchange.forms``; None: as the column with the
        caret shows it."""
        session, selected = self._session, self._session.selection.range
        what = kind or ("text" if session.selection.column == "text" else "hex")
        largest = int(LARGEST_TEXT / _characters(what))
        if not selected:
            session.told.emit("info", tr("Nothing is selected; select the bytes to copy first."))
            return
        if selected.length > largest and kind is None:
            self._hold(selected)
            return
        if selected.length > largest:
            session.asked.emit(
                tr(
                    "The selection has {length}; the clipboard takes {largest} of"
                    " it in this form: select less, or save it to a file.",
                    length=told_size(selected.length),
                    largest=told_size(largest),
                ),
                tr("Save Selection As…"),
                self._save_wished,
            )
            return
        here = session.bytes.get(selected.start, selected.length) if selected.length <= AT_ONCE else None
        if here is not None:
            self._put(_copied(here, what, session.view.encoding, selected.start))
            return
        work = partial(_read, session.document.snapshot(), selected, what, session.view.encoding)
        session.jobs.run(tr("Copy"), work, self._put, session.fail, shown=True)

    def paste(self) -> None:
        """Paste bytes copied here, else hex digits (bytes column), else text in the view's encoding."""
        # There is none before anything was copied, whatever the type says.
        self.take(QGuiApplication.clipboard().mimeData() or QMimeData())

    def take(self, mime: QMimeData) -> None:
        """The same with what was dropped."""
        if mime.hasFormat(HELD):
            self._carrier.paste(self._session, bytes(mime.data(HELD).data())[:64].decode("ascii", "replace"))
            return
        if mime.hasFormat(RAW):
            self._pasted(bytes(mime.data(RAW).data()))
            return
        text = mime.text()
        if not text:
            self._session.told.emit("info", tr("The clipboard has neither bytes nor text; copy some first."))
            return
        hex_wanted = self._session.selection.column == "bytes"
        self._take(partial(_parsed, text, hex_wanted, self._session.view.encoding), text)

    def paste_as(self, kind: str) -> None:
        """Paste the clipboard's text, read as a kind of ``exchange.pasting``."""
        from bytescope.core.exchange.pasting import pasted

        mime = QGuiApplication.clipboard().mimeData() or QMimeData()
        if not mime.text():
            self._session.told.emit("info", tr("The clipboard has no text; copy some first."))
            return
        self._take(partial(_read_as, pasted, mime.text(), kind, self._session.view.encoding), mime.text())

    def _take(self, work: Callable[[Ticket | None], bytes], text: str) -> None:
        """Do ``work``, which makes bytes of ``text``, and paste them."""
        if len(text) > AT_ONCE:
            self._session.jobs.run(tr("Paste"), work, self._pasted, self._session.fail, shown=True)
            return
        try:
            self._pasted(work(None))
        except InputError as error:
            self._session.told.emit("warning", str(error))

    @property
    def _carrier(self) -> Carrier:
        from bytescope.session.exchange.carrying import carrier_of

        return carrier_of(self._session.jobs)

    def _hold(self, selected: ByteRange) -> None:
        """What is too long for other programs goes from document to document by reference."""
        if self._carrier.hold(self._session, selected):
            mime = QMimeData()
            mime.setData(HELD, self._carrier.key.encode())
            mime.setText(
                tr(
                    "{name}: 0x{start:X} + {length:,} bytes",
                    name=self._session.name,
                    start=selected.start,
                    length=selected.length,
                )
            )
            QGuiApplication.clipboard().setMimeData(mime)

    def _save_wished(self) -> None:
        self._wished("exchange.save_selection")

    def _put(self, copied: Copied) -> None:
        mime = QMimeData()
        mime.setText(copied.text)
        mime.setData(RAW, copied.data)
        QGuiApplication.clipboard().setMimeData(mime)
        if copied.lost:
            self._session.told.emit(
                "warning",
                tr(
                    "{lost:,} of the copied bytes could not be read; the copy has 00 in their place.",
                    lost=copied.lost,
                ),
            )

    def _pasted(self, data: bytes) -> None:
        session = self._session
        selection = session.selection
        at = selection.range.start if selection.range else selection.caret
        if len(data) > LARGEST_PASTE:
            session.told.emit(
                "warning",
                tr(
                    "At most {largest_paste} can be pasted; use Fill with a file instead.",
                    largest_paste=told_size(LARGEST_PASTE),
                ),
            )
        elif not data:
            return
        elif selection.insert:
            if not selection.range or session.delete(selection.range):
                self._behind(session.insert(at, data), at + len(data))
        elif at + len(data) > session.size:
            session.told.emit(
                "warning",
                tr(
                    "The {count:,} bytes do not fit before the end of the document;"
                    " press Insert for insert mode, or paste further up.",
                    count=len(data),
                ),
            )
        else:
            self._behind(session.write(at, data), at + len(data))

    def _behind(self, done: bool, offset: int) -> None:
        if done:
            self._session.set_caret(offset)


def _characters(kind: str) -> float:
    from bytescope.core.exchange.forms import FORMS

    return CHARACTERS.get(kind) or FORMS[kind].per_byte


def _read(snapshot: Snapshot, selected: ByteRange, kind: str, encoding: str, ticket: Ticket) -> Copied:
    """In a job: the bytes in steps, so that Cancel works, then the text."""
    ticket.total = selected.length
    parts: list[bytes] = []
    lost: list[Lost] = []
    for piece in selected.chunks(1 << 20):
        reading = snapshot.read(piece.start, piece.length)
        parts.append(reading.data)
        lost += reading.lost
        ticket.advance(piece.length)
    return _copied(Reading(b"".join(parts), tuple(lost)), kind, encoding, selected.start)


def _copied(reading: Reading, kind: str, encoding: str, start: int) -> Copied:
    lost = sum(item.range.length for item in reading.lost)
    if kind == "text":
        text = as_text(reading.data, encoding)
    else:
        text = as_hex(reading.data) if kind == "hex" else _as_form(reading.data, kind, start)
    return Copied(text, reading.data, lost)


def _as_form(data: bytes, kind: str, start: int) -> str:
    from bytescope.core.exchange.forms import written

    return written(kind, data, start)


def _read_as(
    read: Callable[[str, str, str], bytes], text: str, kind: str, encoding: str, _ticket: Ticket | None
) -> bytes:
    return read(text, kind, encoding)


def _parsed(text: str, hex_wanted: bool, encoding: str, _ticket: Ticket | None) -> bytes:
    data = from_hex_text(text) if hex_wanted else None
    return encode_text(text, encoding) if data is None else data
