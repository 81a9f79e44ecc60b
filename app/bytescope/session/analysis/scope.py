"""What a tool looks at: the selection, the page of the caret, or the whole document."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bytescope.core.errors import InputError
from bytescope.core.ranges import ByteRange
from bytescope.session.wording import tr, tr_later

if TYPE_CHECKING:
    from bytescope.session.session import Session

SCOPES = {"all": tr_later("Whole Document"), "selection": tr_later("Selection"), "page": tr_later("Page")}
"""Titles by key."""


def range_in(session: Session, scope: str, *, may_be_empty: bool = False) -> ByteRange:
    """The bytes that are meant now; ``InputError`` where nothing is selected, or there is nothing at all.

    ``may_be_empty``: an empty document will do, too.
    """
    if not session.size and may_be_empty:
        return ByteRange(0, 0)
    if not session.size:
        raise InputError(tr("The document is empty; there is nothing to look at."))
    if scope == "all":
        return ByteRange(0, session.size)
    if scope == "page":
        return session.current_page()
    picked = session.selection.clamped(session.size).range  # a live document shrinks before that is told
    if not picked:
        raise InputError(
            tr("Nothing is selected; select bytes first, or choose the page or the whole document.")
        )
    return picked


def scope_text(range_: ByteRange, size: int) -> str:
    """What was looked at, for a sentence: "the whole document" or the range."""
    if range_.start == 0 and range_.end == size:
        return tr("the whole document")
    return f"0x{range_.start:X} – 0x{max(range_.start, range_.end - 1):X}"
