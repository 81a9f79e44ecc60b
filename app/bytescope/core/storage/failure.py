"""How a save ended that failed: what the file holds, what is kept, which journal is still there."""

from __future__ import annotations

import enum
from typing import TYPE_CHECKING

from bytescope.core.errors import SaveError

if TYPE_CHECKING:
    from bytescope.core.ranges import ByteRange
    from bytescope.core.storage.journal.writing import JournalFile
    from bytescope.core.storage.kept import Kept


class FileState(enum.Enum):
    """What a file holds after a save that failed."""

    BEFORE = "as it was before"
    MIXED = "partly old, partly new"


class SaveFailed(SaveError):  # noqa: N818 - what happened, beside its base class SaveError
    """A save failed; the document's edits are untouched.

    ``written`` are the document ranges that may hold new bytes where ``state`` is MIXED, and ``kept`` then
    has the old bytes that later parts of the document still point to (None where none were overwritten).
    ``journal`` is the one that is still there: to be held on to, and passed to the next save.
    """

    def __init__(
        self,
        message: str,
        state: FileState,
        written: tuple[ByteRange, ...] = (),
        kept: Kept | None = None,
        journal: JournalFile | None = None,
    ) -> None:
        super().__init__(message)
        self.state = state
        self.written = written
        self.kept = kept
        self.journal = journal
