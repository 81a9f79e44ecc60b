"""Whether the kernel answers a question about pages, and what to show where it does not."""

from __future__ import annotations

import enum


class Told(enum.Enum):
    """Whether the kernel answered; the value is what to show instead of a number."""

    YES = "known"
    NOT_PERMITTED = "not permitted"  # neither owner of the file nor allowed to write to it
    NOT_AVAILABLE = "not available"  # before Linux 6.5, or a file system without it
    IN_MEMORY = "kept in memory only"  # a file system without a medium
    SILENT = "not told by this file system"  # pages of it were never seen in any state
