"""IPS and IPS32 patches: records of an offset, a length and bytes, or one byte repeated.

Format: https://zerosoft.zophar.net/ips.php. A record's offset has 24 bits (32 in IPS32), its length 16. The
file ends with "EOF" ("EEOF"), which is also the offset 0x454F46 (0x45454F46): no record may begin there. A
length behind the end, which not all programs know, cuts the result.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from bytescope.core.errors import InputError, LostBytesError, RefusedError
from bytescope.core.ranges import ByteRange
from bytescope.core.text.dump import Run
from bytescope.core.text.formats import size_text

if TYPE_CHECKING:
    from bytescope.core.document.drafting import Draft
    from bytescope.core.document.snapshot import Snapshot
    from bytescope.core.exchange.delta import Delta
    from bytescope.core.ticket import Ticket

LONGEST = 0xFFFF
"""Bytes of one record."""

_WORTH_REPEATING = 12
"""A repeated byte is told as one from so many on: the record costs eight."""

_SAME = re.compile(rb"(.)\1{%d,}" % (_WORTH_REPEATING - 1), re.DOTALL)
_STEP = 1 << 20


class Kind(NamedTuple):
    """One of the two formats."""

    title: str
    magic: bytes
    end: bytes

    @property
    def width(self) -> int:
        """Bytes of an offset."""
        return len(self.end)

    @property
    def trap(self) -> int:
        """The offset that reads as the end."""
        return int.from_bytes(self.end, "big")

    @property
    def most(self) -> int:
        """Bytes that a patched file can have."""
        return 1 << (8 * self.width)


IPS = Kind("IPS", b"PATCH", b"EOF")
IPS32 = Kind("IPS32", b"IPS32", b"EEOF")


class Record(NamedTuple):
    """What a record puts at ``offset``."""

    offset: int
    data: bytes | Run


class IpsPatch(NamedTuple):
    """A patch that was read whole. ``cut``: the length of the result, where the patch tells one."""

    kind: Kind
    records: list[Record]
    cut: int | None


def kind_of(data: bytes) -> Kind | None:
    """Which of the two formats begins like this."""
    return next((kind for kind in (IPS, IPS32) if data.startswith(kind.magic)), None)


def read_ips(data: bytes) -> IpsPatch:
    """InputError says which record is wrong."""
    kind = kind_of(data)
    if kind is None:
        raise InputError(
            "This is no IPS patch: it does not begin with “PATCH” or “IPS32”; choose another file."
        )
    records: list[Record] = []
    at, width = len(kind.magic), kind.width
    while not _ends(data, at, kind):
        number = len(records) + 1
        if at + width + 2 > len(data):
            raise InputError(
                f"The IPS patch is cut off in record {number:,}, at byte 0x{at:X} of the patch; get it again."
            )
        offset = int.from_bytes(data[at : at + width], "big")
        length = int.from_bytes(data[at + width : at + width + 2], "big")
        at += width + 2
        if length:
            if at + length > len(data):
                raise InputError(
                    f"The IPS patch is cut off in record {number:,}, at byte 0x{at:X} of the patch; get it"
                    " again."
                )
            records.append(Record(offset, data[at : at + length]))
            at += length
            continue
        count = int.from_bytes(data[at : at + 2], "big")
        if at + 3 > len(data) or not count:
            raise InputError(
                f"Record {number:,} of the IPS patch, at byte 0x{at:X}, repeats nothing; get the patch again."
            )
        records.append(Record(offset, Run(data[at + 2 : at + 3], count)))
        at += 3
    tail = data[at + width :]
    return IpsPatch(kind, records, int.from_bytes(tail, "big") if tail else None)


def _ends(data: bytes, at: int, kind: Kind) -> bool:
    """Whether the end is here, and no record at the offset that looks like it: one needs more bytes."""
    return data[at : at + kind.width] == kind.end and len(data) - at - kind.width in (0, kind.width)


def apply_ips(patch: IpsPatch, draft: Draft, ticket: Ticket) -> None:
    """Make the edits of ``patch`` on ``draft``; its records may overlap, the last one counts."""
    from bytescope.core.document.added import AddedBytes
    from bytescope.core.document.patterns import Repeat
    from bytescope.core.document.spans import Span

    added = AddedBytes()
    ticket.total = len(patch.records)
    for record in patch.records:
        data = record.data
        if isinstance(data, Run):
            draft.overwrite(record.offset, [Span(Repeat(data.cycle), 0, data.length)])
        else:
            draft.overwrite(record.offset, [added.append(data)])
        ticket.advance(1)
    if patch.cut is not None and patch.cut < draft.size:
        draft.resize(patch.cut)


def check_ips(delta: Delta, kind: Kind) -> None:
    """Before the work: RefusedError where this cannot be told in the format."""
    size = max(delta.new.size, delta.old.size)
    if delta.new.size > kind.most or (delta.new.size < delta.old.size and delta.new.size >= kind.most):
        better = "IPS32, BPS or an edit script" if kind is IPS else "BPS or an edit script"
        raise RefusedError(
            f"An {kind.title} patch reaches to {size_text(kind.most)} and this has {size_text(size)}; use"
            f" {better}."
        )


def ips_parts(delta: Delta, kind: Kind, ticket: Ticket) -> Iterator[bytes]:
    """The patch in pieces. Raises as ``check_ips``, LostBytesError, Cancelled."""
    check_ips(delta, kind)
    writer = _Records(delta.new, kind)
    ticket.total = delta.changed
    yield kind.magic
    for item in delta.stretches:
        if item.stays:
            continue
        for part in item.range.chunks(_STEP):
            yield from writer.of(part)
            ticket.advance(part.length)
    yield kind.end
    if delta.new.size < delta.old.size:
        yield delta.new.size.to_bytes(kind.width, "big")


class _Records:
    """Writes the new bytes of ranges as records."""

    def __init__(self, new: Snapshot, kind: Kind) -> None:
        self._new = new
        self._kind = kind

    def of(self, within: ByteRange) -> Iterator[bytes]:
        data = self._read(within)
        at = 0
        for same in _SAME.finditer(data):
            yield from self._bytes(within.start + at, data[at : same.start()])
            yield from self._repeated(within.start + same.start(), same[1], same.end() - same.start())
            at = same.end()
        yield from self._bytes(within.start + at, data[at:])

    def _read(self, within: ByteRange) -> bytes:
        got = self._new.read(within.start, within.length)
        if got.lost:
            raise LostBytesError(
                f"Bytes near 0x{got.lost[0].range.start:X} cannot be read, so no patch can be made; check"
                " the medium."
            )
        return got.data

    def _bytes(self, offset: int, data: bytes) -> Iterator[bytes]:
        while data:
            if offset == self._kind.trap:  # one byte earlier, with the byte that stands there
                offset, data = offset - 1, self._read(ByteRange(offset - 1, offset)) + data
            part, data = data[:LONGEST], data[LONGEST:]
            yield self._head(offset, len(part)) + part
            offset += len(part)

    def _repeated(self, offset: int, value: bytes, count: int) -> Iterator[bytes]:
        while count:
            if offset == self._kind.trap:
                yield from self._bytes(offset, value)
                offset, count = offset + 1, count - 1
                continue
            part = min(count, LONGEST)
            yield self._head(offset, 0) + part.to_bytes(2, "big") + value
            offset, count = offset + part, count - part

    def _head(self, offset: int, length: int) -> bytes:
        return offset.to_bytes(self._kind.width, "big") + length.to_bytes(2, "big")
