"""Intel HEX and Motorola S-records: bytes at addresses of up to 32 bits, with a checksum a line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from bytescope.core.errors import InputError, LostBytesError, RefusedError
from bytescope.core.ranges import ByteRange
from bytescope.core.text.formats import plural, shown_input, size_text

if TYPE_CHECKING:
    from bytescope.core.document.snapshot import Snapshot
    from bytescope.core.ticket import Ticket

SPACE = 1 << 32
"""Addresses that both formats have."""

MOST_BYTES = 256 << 20
"""Bytes that a file of records may hold; they are kept in memory."""

LONGEST_LINE = 600
ROW = 32
"""Bytes in a record that we write."""

KINDS = {"ihex": "Intel HEX", "srec": "Motorola S-record"}
ENDINGS = {"ihex": ".hex", "srec": ".srec"}


class Segment(NamedTuple):
    """Bytes that follow each other from ``address`` on; ``line`` is where they begin in the file."""

    address: int
    data: bytearray
    line: int

    @property
    def range(self) -> ByteRange:
        return ByteRange.of(self.address, len(self.data))


class Records(NamedTuple):
    """A file that was read whole. ``segments`` are in the order of their addresses and do not touch."""

    kind: str
    segments: list[Segment]
    start: int | None
    header: bytes

    @property
    def area(self) -> ByteRange:
        """From the first to the last address."""
        if not self.segments:
            return ByteRange(0, 0)
        return ByteRange(self.segments[0].address, self.segments[-1].range.end)

    @property
    def sentence(self) -> str:
        """What it holds."""
        total = sum(len(item.data) for item in self.segments)
        area = self.area
        gaps = area.length - total
        begin = "" if self.start is None else f", execution starts at 0x{self.start:08X}"
        between = f", with {size_text(gaps)} between them" if gaps else ""
        return (
            f"{KINDS[self.kind]}: {size_text(total)} in {plural(len(self.segments), 'segment')} from"
            f" 0x{area.start:08X} to 0x{max(area.start, area.end - 1):08X}{between}{begin}."
        )


def kind_of(begin: str) -> str | None:
    """Which of ``KINDS`` a file is that begins like this."""
    line = begin.lstrip("\ufeff \t\r\n")[:12]
    if line.startswith(":") and len(line) > 8 and _is_hex(line[1:9]):
        return "ihex"
    if line[:1] in ("S", "s") and line[1:2].isdigit() and _is_hex(line[2:4]):
        return "srec"
    return None


def _is_hex(text: str) -> bool:
    return bool(text) and all(c in "0123456789abcdefABCDEF" for c in text)


def read_records(lines: Iterable[str], kind: str, ticket: Ticket | None = None) -> Records:
    """InputError says which line is wrong: its checksum, its length, or an address that is taken."""
    reader = _IntelReader() if kind == "ihex" else _MotorolaReader()
    memory = _Memory()
    number = 0
    for number, line in enumerate(lines, 1):
        if ticket is not None:
            ticket.advance(len(line))
        text = line.strip().lstrip("\ufeff")
        if not text:
            continue
        if len(text) > LONGEST_LINE or not _is_hex(text[1:]) or len(text) % 2 == (kind == "srec"):
            raise InputError(f"Line {number:,} is no record: “{shown_input(text)}”; check the line.")
        if reader.ended:
            raise InputError(f"Line {number:,} stands behind the record that ends the file; remove it.")
        placed = reader.take(number, text)
        if placed is not None:
            memory.put(number, *placed)
    if not reader.ended and reader.must_end:
        raise InputError(
            f"The record that ends the file is missing behind line {number:,}: the file was cut off; get it"
            " again."
        )
    segments = memory.segments()
    if not segments:
        raise InputError("The file has no record with bytes; choose another one.")
    return Records(kind, segments, reader.start, reader.header)


class _Memory:
    """Collects bytes at addresses."""

    def __init__(self) -> None:
        self._segments: list[Segment] = []
        self._total = 0

    def put(self, line: int, address: int, data: bytes) -> None:
        if address + len(data) > SPACE:
            raise InputError(f"Line {line:,} reaches past the last address, 0xFFFFFFFF; check its address.")
        self._total += len(data)
        if self._total > MOST_BYTES:
            raise RefusedError(
                f"The file holds more than {size_text(MOST_BYTES)}; convert it with another program."
            )
        if self._segments and self._segments[-1].range.end == address:
            self._segments[-1].data.extend(data)
        elif data:
            self._segments.append(Segment(address, bytearray(data), line))

    def segments(self) -> list[Segment]:
        out: list[Segment] = []
        for item in sorted(self._segments, key=_address):
            if out and item.address < out[-1].range.end:
                raise InputError(
                    f"The bytes from line {item.line:,} on are for address 0x{item.address:08X}, which"
                    f" those from line {out[-1].line:,} on have already; mend one of the two."
                )
            if out and item.address == out[-1].range.end:
                out[-1].data.extend(item.data)
            else:
                out.append(item)
        return out


def _address(item: Segment) -> int:
    return item.address


class _IntelReader:
    """Keeps the upper part of the address from one record to the next."""

    must_end = True
    header = b""

    def __init__(self) -> None:
        self._upper = 0
        self._linear = True
        self.start: int | None = None
        self.ended = False

    def take(self, line: int, text: str) -> tuple[int, bytes] | None:
        import bincopy

        try:
            kind, address, _, data = bincopy.unpack_ihex(text)
        except (bincopy.Error, ValueError, IndexError):
            raise _broken(line, text) from None
        if kind == bincopy.IHEX_DATA:
            if not self._linear and address + len(data) > 0x10000:
                raise InputError(
                    f"Line {line:,} reaches past the end of its segment of 64 KiB; check its address."
                )
            return self._upper + address, bytes(data)
        if kind == bincopy.IHEX_END_OF_FILE:
            self.ended = True
        elif kind == bincopy.IHEX_EXTENDED_SEGMENT_ADDRESS and len(data) == 2:
            self._upper, self._linear = int.from_bytes(data, "big") << 4, False
        elif kind == bincopy.IHEX_EXTENDED_LINEAR_ADDRESS and len(data) == 2:
            self._upper, self._linear = int.from_bytes(data, "big") << 16, True
        elif (
            kind in (bincopy.IHEX_START_SEGMENT_ADDRESS, bincopy.IHEX_START_LINEAR_ADDRESS) and len(data) == 4
        ):
            self.start = int.from_bytes(data, "big")
        else:
            raise InputError(f"Line {line:,} is a record of type {kind:02X} that makes no sense; remove it.")
        return None


class _MotorolaReader:
    """Counts records, as the file may tell how many there are."""

    must_end = False

    def __init__(self) -> None:
        self.start: int | None = None
        self.header = b""
        self.ended = False
        self._count = 0

    def take(self, line: int, text: str) -> tuple[int, bytes] | None:
        import bincopy

        try:
            kind, address, _, data = bincopy.unpack_srec("S" + text[1:])
        except (bincopy.Error, ValueError, IndexError):
            raise _broken(line, text) from None
        if kind == "0":
            self.header = bytes(data)
        elif kind in "123":
            self._count += 1
            return address, bytes(data)
        elif kind in "56":
            if address != self._count & (0xFFFF if kind == "5" else 0xFFFFFF):
                raise InputError(
                    f"Line {line:,} counts {address:,} records, and {self._count:,} stand before it; some"
                    " are missing; get the file again."
                )
        else:
            self.start, self.ended = address, True
        return None


def _broken(line: int, text: str) -> InputError:
    return InputError(
        f"Line {line:,} is damaged: its length or checksum is wrong in “{shown_input(text)}”; get it again."
    )


def check_space(length: int, base: int) -> None:
    """InputError where bytes would stand behind the last address."""
    if base + length > SPACE:
        raise InputError(
            f"Addresses have 32 bits: {size_text(length)} from 0x{base:X} on end behind 0xFFFFFFFF; select"
            " less, or give a smaller base address."
        )


def record_lines(snapshot: Snapshot, kind: str, base: int, ticket: Ticket, name: str = "") -> Iterator[str]:
    """All of ``snapshot`` as records, its first byte at ``base``; holes are left out but for the last byte.

    Raises as ``check_space``, LostBytesError, Cancelled.
    """
    check_space(snapshot.size, base)
    ticket.total = snapshot.size
    writer = _intel_lines if kind == "ihex" else _motorola_lines
    return writer(_rows(snapshot, base, ticket), base + snapshot.size, name)


def _rows(snapshot: Snapshot, base: int, ticket: Ticket) -> Iterator[tuple[int, bytes]]:
    """Addresses and at most ``ROW`` bytes, cut at multiples of it."""
    size = snapshot.size
    last = 0
    for run in snapshot.data_runs(ByteRange(0, size)):
        ticket.advance(run.start - last)
        for part in run.shifted(base).chunks(1 << 16):
            got = snapshot.read(part.start - base, part.length)
            if got.lost:
                raise LostBytesError(
                    f"Bytes near 0x{part.start - base:X} cannot be read; export another range."
                )
            for row in part.chunks(ROW):
                yield row.start, got.data[row.start - part.start : row.end - part.start]
            ticket.advance(part.length)
        last = run.end
    if last < size:  # so that the length is known
        yield base + size - 1, b"\0"


def _intel_lines(rows: Iterator[tuple[int, bytes]], end: int, name: str) -> Iterator[str]:
    import bincopy

    upper = 0
    for address, data in rows:
        if address >> 16 != upper:
            upper = address >> 16
            linear = bincopy.IHEX_EXTENDED_LINEAR_ADDRESS
            yield bincopy.pack_ihex(linear, 0, 2, upper.to_bytes(2, "big")) + "\n"
        yield bincopy.pack_ihex(bincopy.IHEX_DATA, address & 0xFFFF, len(data), data) + "\n"
    yield bincopy.pack_ihex(bincopy.IHEX_END_OF_FILE, 0, 0, None) + "\n"


def _motorola_lines(rows: Iterator[tuple[int, bytes]], end: int, name: str) -> Iterator[str]:
    """Addresses as wide as the last one needs."""
    import bincopy

    data_kind, end_kind = ("1", "9") if end <= 1 << 16 else (("2", "8") if end <= 1 << 24 else ("3", "7"))
    header = name.encode("ascii", "replace")[:ROW]
    yield bincopy.pack_srec("0", 0, len(header), header) + "\n"
    count = 0
    for address, data in rows:
        count += 1
        yield bincopy.pack_srec(data_kind, address, len(data), data) + "\n"
    if count < 1 << 24:
        count_kind = "5" if count < 1 << 16 else "6"
        yield bincopy.pack_srec(count_kind, count, 0, None) + "\n"
    yield bincopy.pack_srec(end_kind, 0, 0, None) + "\n"
