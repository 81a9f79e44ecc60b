"""What a save did, as a value and as a sentence."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bytescope.core.text.formats import plural

if TYPE_CHECKING:
    from bytescope.core.document.era import KeptBytes
    from bytescope.core.ranges import ByteRange
    from bytescope.core.source.file import FileSource


@dataclass(frozen=True, slots=True)
class SaveOutcome:
    """A save that succeeded.

    ``new_base`` is what the document stands on now (after a save in place the same source, refreshed).
    ``written`` are the ranges that changed, in the larger of the old and new size. ``verified`` bytes were
    read back from the disk and compared; ``verified_all`` says that this was everything. ``durable`` is
    False where the last flush of the folder failed: the file is new, but a power failure may bring the old
    one back.
    """

    new_base: FileSource
    written: tuple[ByteRange, ...]
    kept: KeptBytes | None
    verified: int
    verified_all: bool
    seconds: float
    in_place: bool
    sentence: str
    durable: bool = True


def saved_sentence(written: int, compared: int, total: int, seconds: float, reason: str = "") -> str:
    """One line for people: how much, how long, and how much of it was read back."""
    if not total:
        checked = "nothing had to be written"
    elif compared >= total:
        checked = "all of it was read back from the disk and compared"
    elif compared:
        part = f"{plural(compared, 'byte')} of it"
        checked = f"{part}, spread over everything, were read back from the disk and compared"
    else:
        checked = "it was not read back"
    took = f" in {seconds:.1f} s" if seconds >= 0.1 else ""
    return f"Saved {plural(written, 'byte')}{took}; {checked}." + (f" {reason}" if reason else "")
