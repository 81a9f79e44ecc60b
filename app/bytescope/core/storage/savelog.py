"""What a save tells the edit log, so that after a crash both agree on what is in the file."""

from __future__ import annotations

from typing import Protocol

from bytescope.core.source.identity import Identity


class SaveLog(Protocol):
    """The edit log's part of a save; each note is on the disk when its method returns.

    Raises ``OSError`` or one of our errors where it cannot be.
    """

    @property
    def name(self) -> str | None:
        """The log's name in the state folder; None while there is none."""
        ...

    def saving(self, journal: str | None, new_file: Identity | None) -> None:
        """A save begins: in place, protected by a journal of that name if any, or by a new file, which is
        about to take the place of the old one.
        """
        ...

    def saved(self, identity: Identity) -> None:
        """The file holds the document."""
        ...

    def not_saved(self, identity: Identity) -> None:
        """The save was taken back: the file has the same bytes as before, with other times."""
        ...
