"""The errors a person can meet; each message is one sentence that says what is wrong and what to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bytescope.core.ranges import PageRange
    from bytescope.core.source.identity import Outside


class BytescopeError(Exception):
    """Base of all errors that are shown as they are. ``exit_status`` is the command line's."""

    exit_status = 1


class InputError(BytescopeError):
    """What was typed does not parse or does not fit. ``position`` is the character at fault, if known."""

    exit_status = 2

    def __init__(self, message: str, position: int | None = None) -> None:
        super().__init__(message)
        self.position = position


class WrongFileError(InputError):
    """A patch is not for this file; without checks it would be applied nevertheless."""


class OpenError(BytescopeError):
    """The file cannot be opened as asked (missing, a directory, a FIFO, no permission …)."""

    exit_status = 2


class RefusedError(BytescopeError):
    """The document cannot do this in its present state or access mode; nothing was changed."""

    exit_status = 2


class UndoBudgetError(RefusedError):
    """The bytes that an edit in Live access overwrites are more than are kept for undo.

    Nothing was changed. The same edit with ``no_undo=True`` is made, and the history is forgotten.
    """


class LentChangedError(RefusedError):
    """A file was changed by another program after bytes of it came into the document; nothing was written."""


class OutsideChangeError(BytescopeError):
    """The file on disk is no longer the one that was opened; nothing was written.

    ``sort``: what happened to it; None where writing over it is impossible. ``pages``: those that were found
    to be others than when they were read.
    """

    def __init__(
        self, message: str, *, sort: Outside | None = None, pages: tuple[PageRange, ...] = ()
    ) -> None:
        super().__init__(message)
        self.sort = sort
        self.pages = pages


class SaveError(BytescopeError):
    """A save failed. The message says how much was written, what state the file is in, and what to do."""


class LostBytesError(SaveError):
    """Bytes that would be written can no longer be read: they are gone, or the medium fails."""


class Cancelled(Exception):  # noqa: N818 - an outcome that was asked for, not an error
    """The person stopped the work."""
