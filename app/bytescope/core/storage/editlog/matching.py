"""Tells whether the file is still the one that edits were made on, and how a save of it ended."""

from __future__ import annotations

import enum
import os

from bytescope.core.document.document import Document
from bytescope.core.errors import OutsideChangeError, RefusedError
from bytescope.core.source.access import Access
from bytescope.core.source.base import Source
from bytescope.core.source.file import FileSource
from bytescope.core.source.memory import AnonymousSource
from bytescope.core.source.opening import open_file
from bytescope.core.storage.calls import Calls
from bytescope.core.storage.editlog.folding import Fold
from bytescope.core.storage.editlog.layout import Place, Stamp
from bytescope.core.storage.private import StateFolder


class Match(enum.Enum):
    """How the file looks that the edits were made on."""

    SAME = "same"
    CHANGED = "changed"  # the same file with other content, or at least other times
    REPLACED = "replaced"  # another file stands at the path
    MISSING = "missing"
    NO_FILE = "no file"  # the edits were made on a document in memory


def place_of(base: Source) -> Place:
    """What a log says of the base of a document."""
    if not isinstance(base, FileSource):
        return Place(None, 0, base.size, 0, 0, 0, None, base.size)
    length = base.size if base.windowed else None
    return Place(base.path, *Stamp.of(base.opened), base.window_start, length, base.size)


def open_place(place: Place) -> Document:
    """A document without edits on what ``place`` tells of, as it is now. Raises ``OpenError``."""
    if place.path is None:
        return Document(AnonymousSource(place.base_size))
    return Document(open_file(place.path, Access.EDIT, place.window_start, place.window_length))


def match_of(place: Place, calls: Calls) -> Match:
    """How the file that ``place`` tells of looks now."""
    if place.path is None:
        return Match.NO_FILE
    there = _stamp_at(place.path, calls)
    if there is None:
        return Match.MISSING
    if there.inode != place.inode:
        return Match.REPLACED
    return Match.SAME if there.fits(place.stamp) else Match.CHANGED


def check_base(document: Document, place: Place, *, anyway: bool) -> None:
    """Raises RefusedError where the document is not on what the log was made on, OutsideChangeError where
    that has changed since, unless ``anyway``.
    """
    if document.modified or document.index or document.undone:
        raise RefusedError("This document has steps already; open the file afresh and recover again.")
    here = place_of(document.base)
    if (here.path is None) != (place.path is None):
        raise RefusedError("These edits were made on another document; open that one.")
    window = (place.window_start, place.window_length)
    if (here.window_start, here.window_length) != window and not (anyway and here.window_length is None):
        raise RefusedError("These edits were made on another part of the file; open just that part.")
    if not here.stamp.fits(place.stamp) and not anyway:
        name = getattr(document.base, "name", "The document")
        raise OutsideChangeError(
            f"“{name}” is not as it was when these edits were made; confirm to make them nevertheless, or "
            "export them."
        )


def settle(state: StateFolder, fold: Fold, calls: Calls) -> bool:
    """Decide a save of which the log does not say how it ended; whether its journal has to tell first."""
    if fold.saving is None:
        return False
    journal, new_file = fold.saving
    if journal is not None and journal in state.names("journals"):
        return True
    # Without its journal a save in place has not begun to write. A new file is at its place or it is not.
    there = _stamp_at(fold.place.path, calls) if new_file is not None and fold.place.path else None
    is_there = there is not None and new_file is not None and there[:2] == new_file[:2]
    fold.save_ended(is_there)
    return False


def _stamp_at(path: bytes, calls: Calls) -> Stamp | None:
    try:
        found = calls.stat(os.path.realpath(path))
    except OSError:
        return None
    return Stamp(found.st_ino, found.st_size, found.st_mtime_ns, found.st_ctime_ns)
