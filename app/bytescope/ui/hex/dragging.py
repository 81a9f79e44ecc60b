"""Dragging a selection out of the hex view, and dropping bytes and text into it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QMimeData, QObject, Qt, QUrl
from PySide6.QtGui import QDrag, QDropEvent

from bytescope.core.ranges import ByteRange
from bytescope.session.exchange.dragging import MOST_BYTES, MOST_IN_FILE, Dragged
from bytescope.ui.hex.clipboard import RAW
from bytescope.ui.widgets.tips import tr

if TYPE_CHECKING:
    from bytescope.session.session import Session
    from bytescope.ui.hex.grid_view import HexGridView

TEXT, FILES = "text/plain", "text/uri-list"


class SelectionMime(QMimeData):
    """Offers bytes, their hex digits and a file; each is made when somebody takes it."""

    def __init__(self, dragged: Dragged) -> None:
        super().__init__()
        self.dragged = dragged

    def formats(self) -> list[str]:
        small, medium = self.dragged.length <= MOST_BYTES, self.dragged.length <= MOST_IN_FILE
        return [*([RAW, TEXT] if small else []), *([FILES] if medium else [])]

    def hasFormat(self, mimetype: str) -> bool:
        return mimetype in self.formats()

    def retrieveData(self, mimetype: str, preferred: object) -> object:
        if mimetype == RAW:
            return QByteArray(self.dragged.data)
        if mimetype == TEXT:
            return self.dragged.data.hex(" ").upper()
        if mimetype == FILES and (path := self.dragged.path):
            return [QUrl.fromLocalFile(path)]
        return None


class Dragging(QObject):
    """What one view does when a drag begins in it, hovers over it and ends on it."""

    def __init__(self, session: Session, view: HexGridView) -> None:
        super().__init__(view)
        self._session = session
        self._view = view

    def begin(self) -> None:
        """Drag the selection; returns when it was dropped or let go."""
        drag = QDrag(self._view)
        dragged = Dragged(self._session, self._session.selection.range)
        drag.setMimeData(SelectionMime(dragged))
        if sentence := dragged.too_much():
            self._session.told.emit("info", sentence)
        drag.exec(Qt.DropAction.CopyAction)

    def takes(self, mime: QMimeData) -> bool:
        """Whether this can be dropped here; files are opened by the window."""
        if isinstance(mime, SelectionMime):
            return not self._session.document.read_only
        wanted = mime.hasFormat(RAW) or (mime.hasText() and not mime.hasUrls())
        return wanted and not self._session.document.read_only

    def drop(self, event: QDropEvent) -> None:
        """Put what is dropped where it is dropped, over or between the bytes."""
        mime = event.mimeData()
        place = self._view.place_at(event.position())
        if not self.takes(mime):
            event.ignore()
            return
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        if isinstance(mime, SelectionMime) and mime.dragged.session is self._session:
            self._copy(mime.dragged.within, place.offset)
            return
        self._session.set_caret(place.offset, column=place.column)
        self._view.clipboard.take(mime)

    def _copy(self, within: ByteRange, to: int) -> None:
        """Inside one document: bytes are not read but referred to, so any number of them."""
        session = self._session
        if to in within or to == within.end:
            return
        if session.selection.insert:
            done = session.copy_block(within, to)
        elif to + within.length > session.size:
            session.told.emit(
                "warning",
                tr(
                    "The {length:,} bytes do not fit before the end of the document;"
                    " press Insert for insert mode, or drop them further up.",
                    length=within.length,
                ),
            )
            return
        else:
            done = session.adopt(partial(session.document.overwrite_block, within, to))
        if done and not session.live:
            session.select(ByteRange.of(to, within.length))
