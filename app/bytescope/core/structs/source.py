"""Reading for structures: the bytes of a document as far as they are there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bytescope.core.ranges import ByteRange

if TYPE_CHECKING:
    from bytescope.core.document.snapshot import Snapshot
    from bytescope.core.structs.placing import Read


def reader_of(snapshot: Snapshot) -> Read:
    """Reads ``snapshot``; gives fewer bytes at the end and before what cannot be read."""

    def read(offset: int, length: int) -> bytes:
        wanted = ByteRange.of(offset, length).intersect(ByteRange(0, snapshot.size))
        if not wanted or wanted.start != offset:
            return b""
        reading = snapshot.read(wanted.start, wanted.length)
        lost = min((item.range.start for item in reading.lost), default=wanted.end)
        return reading.data[: lost - wanted.start]

    return read
