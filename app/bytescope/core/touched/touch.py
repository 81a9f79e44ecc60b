"""What can happen to a page, as far as it is written down."""

from __future__ import annotations

import enum


class Touch(enum.Enum):
    """What happened to pages; the value is the word for it in a list."""

    EDIT = "edited"
    UNDO = "undone"
    SAVE = "saved"
    OUTSIDE = "changed outside"
    RESIDENT = "came into memory"
    EVICTED = "left memory"
    READ = "read"
    WRITTEN = "written"
    MAPPED = "mapped"


CHANGES = frozenset({Touch.EDIT, Touch.UNDO, Touch.OUTSIDE, Touch.WRITTEN})
"""After these a page may hold other bytes than before."""
