"""How a file is opened: what edits do to it, and when."""

from __future__ import annotations

import enum


class Access(enum.Enum):
    """The access modes, named as in the ``mmap`` module."""

    READ = "read"  # nothing can change
    EDIT = "edit"  # edits are kept beside the file until they are saved
    LIVE = "live"  # each edit is stored in the shared mapping at once
    MEMORY = "memory"  # no file: anonymous memory
