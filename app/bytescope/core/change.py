"""What an operation did to a document, as a value that operations return."""

from __future__ import annotations

import enum
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from bytescope.core.ranges import ByteRange

if TYPE_CHECKING:
    from bytescope.core.document.operations import Operation


class Kind(enum.Enum):
    """What sort of operation made a change."""

    WRITE = "write"
    FILL = "fill"
    INSERT = "insert"
    DELETE = "delete"
    MOVE = "move"
    RESIZE = "resize"
    REPLACE = "replace"
    REVERT = "revert"
    UNDO = "undo"
    REDO = "redo"
    SAVE = "save"
    RELOAD = "reload"
    OUTSIDE = "outside"


class Change(NamedTuple):
    """Which bytes of the document are no longer what they were.

    ``ranges`` are in the coordinates of the document after the operation, sorted, and reach to the
    larger of the two sizes where bytes moved. A save has the ranges it wrote: their bytes are the
    same, their marks are not. ``caret`` is where the operation took place (to show it). ``op`` is the
    operation as a value, where it was an edit that can be written down (not of Live access, which keeps
    no edits beside the file). ``splices`` are (start, old length, new length) of what an edit took out and
    put in, in the order in which it was done, for those who keep offsets. Without any nothing was moved; but
    a reload tells nothing of where bytes are now.
    """

    kind: Kind
    ranges: tuple[ByteRange, ...]
    generation: int
    old_size: int
    new_size: int
    name: str = ""
    caret: int = 0
    op: Operation | None = None
    splices: Sequence[tuple[int, int, int]] = ()

    @property
    def moved(self) -> bool:
        """Whether bytes behind the place changed their offset."""
        return self.old_size != self.new_size
