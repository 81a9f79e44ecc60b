"""Files of text that stand for bytes: which kind one is, its bytes with their offsets, and where they go."""

from __future__ import annotations

import base64
import binascii
from typing import TYPE_CHECKING, NamedTuple

from bytescope.core.errors import InputError, RefusedError
from bytescope.core.exchange.text_lines import Lines
from bytescope.core.exchange.undump import Placed, looks_like_dump, undumped
from bytescope.core.ranges import ByteRange
from bytescope.core.text.dump import Run
from bytescope.core.text.formats import plural, shown_input, size_text

if TYPE_CHECKING:
    from bytescope.core.document.drafting import Draft
    from bytescope.core.source.base import Source
    from bytescope.core.ticket import Ticket

KINDS = {
    "ihex": "Intel HEX",
    "srec": "Motorola S-record",
    "dump": "dump of xxd, hexdump or od",
    "hex": "plain hex digits",
    "base64": "Base64",
}
"""What can be read, and what it is called."""

MOST_BYTES = 1 << 30
"""Bytes that a file may stand for, holes and repeated rows not counted: they are kept in memory."""

_BEGIN = 4096


class Incoming(NamedTuple):
    """The bytes of a file of text. ``base``: the offset or address that becomes offset 0, if no other is
    given."""

    kind: str
    placed: list[Placed]
    base: int
    sentence: str

    @property
    def area(self) -> ByteRange:
        """From the first to the last of its offsets."""
        start = min((item.offset for item in self.placed), default=0)
        return ByteRange(start, max((item.end for item in self.placed), default=start))

    def place(self, draft: Draft, base: int) -> None:
        """Put the bytes on ``draft``; what is at offset ``base`` of the file goes to its offset 0."""
        from bytescope.core.document.patterns import Repeat
        from bytescope.core.document.spans import Span
        from bytescope.core.source.memory import MemorySource

        if self.area.start < base:
            raise InputError(
                f"The first bytes are at 0x{self.area.start:X}, before the base 0x{base:X}; give a smaller"
                " one."
            )
        for item in self.placed:
            data = item.data
            source = Repeat(data.cycle) if isinstance(data, Run) else MemorySource(data)
            draft.overwrite(item.offset - base, [Span(source, 0, item.end - item.offset)])


def kind_of(source: Source) -> str | None:
    """Which of ``KINDS`` a file seems to be; None for none of them. Reads its beginning."""
    from bytescope.core.exchange.addressed import kind_of as addressed_kind

    begin = bytearray(min(_BEGIN, source.size))
    source.read_into(0, memoryview(begin))
    text = bytes(begin).decode("utf-8", "replace")
    known = addressed_kind(text)
    if known is not None:
        return known
    lines = text.splitlines()
    if len(lines) > 1 and source.size > _BEGIN:
        lines.pop()
    if looks_like_dump(lines):
        return "dump"
    words = text.split()
    if words and all(set(word) <= set("0123456789abcdefABCDEF") for word in words[:-1] or words):
        return "hex"
    return None


def read_incoming(source: Source, ticket: Ticket, kind: str = "", offsets: str = "") -> Incoming:
    """The bytes that a file of text stands for. ``offsets``: the base of a dump's, where it is known.

    InputError names the line that is wrong, RefusedError where there are too many bytes.
    """
    kind = kind or kind_of(source) or ""
    if kind not in KINDS:
        begin = bytearray(min(64, source.size))
        source.read_into(0, memoryview(begin))
        raise InputError(
            f"This is none of {', '.join(KINDS.values())}: it begins with"
            f" “{shown_input(bytes(begin).decode('utf-8', 'replace'), 16)}”; choose another file."
        )
    ticket.total = source.size
    if kind in ("ihex", "srec"):
        return _addressed(source, kind, ticket)
    if kind == "dump":
        return _dump(source, offsets, ticket)
    return _digits(source, kind, ticket)


def _addressed(source: Source, kind: str, ticket: Ticket) -> Incoming:
    from bytescope.core.exchange.addressed import read_records

    records = read_records(Lines(source, ticket), kind)
    placed = [Placed(item.address, bytes(item.data)) for item in records.segments]
    return Incoming(kind, placed, records.area.start, records.sentence)


def _dump(source: Source, offsets: str, ticket: Ticket) -> Incoming:
    placed: list[Placed] = []
    total = 0
    for item in undumped(Lines(source, ticket), offsets):
        placed.append(item)
        total += 0 if isinstance(item.data, Run) else len(item.data)
        if total > MOST_BYTES or len(placed) > MOST_BYTES >> 10:
            raise RefusedError(f"The dump stands for more than {size_text(MOST_BYTES)}; use xxd -r.")
    if not placed:
        raise InputError("The dump has no line with bytes; choose another file.")
    return _told("dump", placed)


def _digits(source: Source, kind: str, ticket: Ticket) -> Incoming:
    parts: list[bytes] = []
    carry = ""
    for number, line in enumerate(Lines(source, ticket), 1):
        text = carry + "".join(line.split())
        unit = 2 if kind == "hex" else 4
        whole = len(text) // unit * unit
        text, carry = text[:whole], text[whole:]
        try:
            parts.append(bytes.fromhex(text) if kind == "hex" else base64.b64decode(text, validate=True))
        except (ValueError, binascii.Error):
            raise InputError(
                f"Line {number:,} is not {KINDS[kind]}: “{shown_input(line.strip())}”; check it."
            ) from None
    if carry:
        raise InputError(
            f"The file ends amid a byte: a digit is missing behind “{shown_input(carry)}”; check its end."
        )
    data = b"".join(parts)
    if not data:
        raise InputError("The file stands for no bytes; choose another one.")
    if len(data) > MOST_BYTES:
        raise RefusedError(f"The file stands for more than {size_text(MOST_BYTES)}; use another program.")
    return _told(kind, [Placed(0, data)])


def _told(kind: str, placed: list[Placed]) -> Incoming:
    told = Incoming(kind, placed, 0, "")
    title = KINDS[kind][:1].upper() + KINDS[kind][1:]
    area = told.area
    last = max(area.start, area.end - 1)
    sentence = f"{title}: {plural(area.length, 'byte')} from 0x{area.start:X} to 0x{last:X}."
    return told._replace(sentence=sentence)
