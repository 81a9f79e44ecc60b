"""What the bytes at one place are: our own signatures first, then those of puremagic, with the reasons."""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING, NamedTuple

from bytescope.core.kinds.signatures import SIGNATURES, Signature

if TYPE_CHECKING:
    from bytescope.core.document.snapshot import Snapshot
    from bytescope.core.kinds.lengths import Read, Told
    from bytescope.core.ranges import ByteRange

HEAD = 1 << 16
TAIL = 1 << 10
BLOCK = 2048
"""Bytes that are read at once of whatever may begin somewhere."""

MOST_READ = 1 << 20
"""Bytes that one look at a header may ask for."""

MOST_NAMED = 12


class Kind(NamedTuple):
    """What bytes may be: ``sure`` from 0 to 1, ``why`` names the bytes that say so, ``length`` if told."""

    name: str
    ending: str
    sure: float
    why: str
    start: int
    length: int | None = None
    detail: str = ""

    @property
    def title(self) -> str:
        return f"{self.name} ({self.detail})" if self.detail else self.name


def reader(snapshot: Snapshot, start: int, end: int) -> Read:
    """Reads from ``start`` on, never behind ``end``; what headers have in common is read once."""
    return _Block(snapshot, start, end).read


class _Block:
    """Keeps the first bytes of a thing: most checks look at a few fields there."""

    def __init__(self, snapshot: Snapshot, start: int, end: int) -> None:
        self._snapshot, self._start, self._end = snapshot, start, end
        self._first: bytes | None = None

    def read(self, at: int, length: int) -> bytes:
        if self._first is None:
            self._first = self._fetch(0, BLOCK)
        if at >= 0 and at + length <= len(self._first):
            return self._first[at : at + length]
        return self._fetch(at, length)

    def _fetch(self, at: int, length: int) -> bytes:
        first = self._start + at
        length = min(length, MOST_READ, self._end - first)
        return self._snapshot.read(first, length).data if at >= 0 and length > 0 else b""


def checked(signature: Signature, read: Read) -> Told | None:
    """What a thing says of itself whose signature stands where it should; None where it is no such thing."""
    try:
        return signature.check(read)
    except (struct.error, IndexError, ValueError, OverflowError):
        return None  # it is cut off, or only looks like it


def why_of(signature: Signature) -> str:
    """Which bytes say so, as a sentence's part."""
    where = f"at +0x{signature.at:X}" if signature.at else "at its start"
    text = "".join(chr(value) if 0x20 <= value < 0x7F else "·" for value in signature.magic)
    shown = f" “{text}”" if any(char != "·" for char in text) else ""
    return f"{signature.magic.hex(' ').upper()}{shown} {where}"


def own_kinds(snapshot: Snapshot, within: ByteRange) -> list[Kind]:
    """What begins at the start of ``within``, by our own signatures."""
    read = reader(snapshot, within.start, within.end)
    found = []
    for item in SIGNATURES:
        if read(item.at, len(item.magic)) == item.magic and (told := checked(item, read)) is not None:
            found.append(
                Kind(
                    item.name,
                    item.ending,
                    item.sure,
                    why_of(item),
                    within.start + told.at,
                    _inside(told.length, within.length - told.at),
                    told.detail,
                )
            )
    return found


def _inside(length: int | None, most: int) -> int | None:
    """A length that the document has; None else: the thing is cut off."""
    return length if length is not None and 0 < length <= most else None


def kinds(snapshot: Snapshot, within: ByteRange, name: str = "") -> list[Kind]:
    """What ``within`` may be, the surest first; the ending of the file's ``name`` speaks for a kind."""
    found = own_kinds(snapshot, within)
    found += _by_library(snapshot, within, name)
    found += _by_content(snapshot, within)
    best: dict[str, Kind] = {}
    for item in found:
        known = best.get(item.ending or item.name)
        if known is None or known.sure < item.sure:
            best[item.ending or item.name] = item
    return sorted(best.values(), key=_sureness)[:MOST_NAMED]


def _sureness(kind: Kind) -> tuple[float, str]:
    return -kind.sure, kind.name


def _by_library(snapshot: Snapshot, within: ByteRange, name: str) -> list[Kind]:
    import puremagic

    read = reader(snapshot, within.start, within.end)
    head = read(0, HEAD)
    if not head:
        return []
    tail = read(max(0, within.length - TAIL), TAIL) if within.length > HEAD else b""
    try:
        # The name never reaches the library: newer releases open a file of this name themselves.
        rows = puremagic.magic_string(head + tail)
    except (ValueError, LookupError, IndexError):
        return []
    ending = name[name.rfind(".") :].lower() if "." in name else ""
    found = []
    for row in rows[:64]:
        magic = bytes(row.byte_match)
        if len(magic) < 2 or not row.name or not magic.strip(magic[:1]):
            continue  # one value again and again says nothing
        sure = min(0.9, 0.09 * len(magic)) * (1.0 if row.extension == ending else 0.8)
        where = (
            f"at +0x{row.offset:X}" if row.offset > 0 else "at its end" if row.offset < 0 else "at its start"
        )
        why = f"{magic[:16].hex(' ').upper()}{' …' if len(magic) > 16 else ''} {where}"
        found.append(Kind(row.name, row.extension or "", sure, why, within.start))
    return found


def _by_content(snapshot: Snapshot, within: ByteRange) -> list[Kind]:
    """What needs no signature: text, and 00 only."""
    data = reader(snapshot, within.start, within.end)(0, 4096)
    if not data:
        return []
    if not data.strip(b"\0"):
        return [Kind("zeros", "", 0.5, f"the first {len(data):,} bytes are 00", within.start)]
    try:
        text = data.decode("utf-8") if len(data) < 4096 else data[:-3].decode("utf-8", "strict")
    except UnicodeDecodeError:
        return []
    if all(char.isprintable() or char in "\t\r\n\f" for char in text):
        return [Kind("text", ".txt", 0.6, "its first bytes are UTF-8 that can be printed", within.start)]
    return []
