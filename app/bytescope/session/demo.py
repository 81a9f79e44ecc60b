"""Makes the file of ``--demo``: each kind of content that the map tells apart, a guide, something to find."""

from __future__ import annotations

import contextlib
import math
import os
import random
import struct
import tempfile
import textwrap
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from bytescope.core.ranges import PAGESIZE

NAME = "bytescope-demo.bin"
SIZE = 16 * 1024 * 1024 + 192
"""A little over 16 MiB, so that the last page is a short one."""

NEEDLE = b"NEEDLE"
NEEDLE_AT = 0xB53FFD
"""In the lost island of noise, across the border of two pages."""

_LINE = 32
"""Bytes of a line of the guide with its line feed: the hex panel's rows then begin where lines begin."""

_GUIDE = """\
THIS IS THE BYTESCOPE DEMO

A file of 16 MiB to try things on. You can do no harm: change it, break it, save it. A new one is \
made each time.

THE MAP
Each square is a page of 4096 bytes, or a number of pages when you are zoomed out. Its colour says what \
kind of bytes are in it; the legend names the colours. Point at a square to read more about it. Click \
it, and the bytes here go there. Drag to select pages. The wheel zooms at the pointer.

TRY THIS
1. Type over these letters, or over their digits to the left. Changed bytes get a colour, and their page \
gets a mark on the map. The file itself is still as it was.
2. Ctrl+Z takes it back. Ctrl+Y does it again.
3. Select pages on the map, choose Fill, and type AA.
4. Ctrl+S saves. The marks turn from edited to saved.
5. Ctrl+G goes to an offset: try 8Mi, or p12, or 0xB40000.
6. Ctrl+F finds things. One word hides in an island far down: it is N E E D L E, without the spaces.
"""

_GREETINGS = (
    "Hello, bytes. Grüße, Bytes. Bonjour les octets. Γειά σας, ψηφία. "
    "Привет, байты. こんにちは、バイト。 This text takes two bytes a letter. "
)


@dataclass(frozen=True)
class Zone:
    """A stretch of the demo file: ``pages`` pages from page ``first``, filled with what ``make`` returns."""

    first: int
    pages: int
    name: str
    make: Callable[[int], bytes]


def make_demo(folder: Path) -> Path:
    """Write the demo file into ``folder`` (made if need be) and return its path.

    Always the same bytes. About 7 MiB on disk, the rest is a hole. An older demo file is replaced as a
    whole, so a window that shows it keeps its bytes.
    """
    folder.mkdir(parents=True, exist_ok=True)
    handle, part = tempfile.mkstemp(prefix=NAME, dir=folder)
    try:
        with open(handle, "wb") as file:
            file.truncate(SIZE)
            for zone in ZONES:
                file.seek(zone.first * PAGESIZE)
                file.write(zone.make(zone.pages * PAGESIZE))
            file.seek(NEEDLE_AT)
            file.write(NEEDLE)
        path = folder / NAME
        os.replace(part, path)
    except BaseException:
        with contextlib.suppress(FileNotFoundError):
            os.unlink(part)
        raise
    return path


def _laid_out(text: str) -> bytes:
    """Text in lines of ``_LINE`` bytes; each paragraph is wrapped on its own."""
    lines: list[str] = []
    for paragraph in text.splitlines():
        lines += textwrap.wrap(paragraph, _LINE - 1) or [""]
    return "".join(f"{line:<{_LINE - 1}}\n" for line in lines).encode("ascii")


def _guide(size: int) -> bytes:
    index = "".join(f"{zone.first * PAGESIZE:#010x} {zone.name}\n" for zone in ZONES)
    text = _laid_out(f"{_GUIDE}\nWHAT IS WHERE\n{index}")
    return text + _laid_out("\n" * ((size - len(text)) // _LINE))


def _journal(size: int) -> bytes:
    """Lines as of a log, each with the offset at which it begins."""
    events = ("page read", "page written", "survey began", "survey ended", "bytes selected", "file saved")
    generator = random.Random(1)
    out = bytearray()
    while len(out) < size:
        count = generator.randrange(1, 100_000)
        out += f"{len(out):08x}  {generator.choice(events)}, {count} bytes\n".encode()
    return bytes(out[:size])


def _two_bytes_a_letter(size: int) -> bytes:
    text = _GREETINGS.encode("utf-16-le")
    return (text * (size // len(text) + 1))[:size]


def _patterns(size: int) -> bytes:
    """Four stretches of one repeated value or sequence each."""
    quarter = size // 4
    values = (b"\xaa", b"\x55\xaa", b"\xde\xad\xbe\xef", bytes(range(64)))
    return b"".join((value * quarter)[:quarter] for value in values)


def _counter(size: int) -> bytes:
    return struct.pack(f"<{size // 4}I", *range(size // 4))


def _waves(size: int) -> bytes:
    """A damped wave as 32-bit floats."""
    count = size // 4
    return struct.pack(f"<{count}f", *(math.sin(n / 40) * math.exp(-n / count) for n in range(count)))


def _records(size: int) -> bytes:
    """Rows of a small table: number, kind, flags, two coordinates, a short name."""
    generator = random.Random(2)
    row = struct.Struct("<IHHii16s")
    rows = (
        row.pack(n, n % 7, 1 << n % 5, generator.randrange(2000), generator.randrange(2000), b"item %d" % n)
        for n in range(size // row.size)
    )
    return b"".join(rows)


def _compressed(size: int) -> bytes:
    """Output of deflate."""
    text = random.Random(3).randbytes(size).hex().encode()
    return zlib.compress(text, 1)[:size]


def _noise(size: int) -> bytes:
    return random.Random(4).randbytes(size)


def _picture(size: int) -> bytes:
    """A PNG file (a gradient with rings), then zeros."""
    side = 192
    rows = bytearray()
    for y in range(side):
        rows.append(0)
        for x in range(side):
            ring = int(math.hypot(x - 96, y - 96)) * 4 & 0xFF
            rows += bytes((x, y, ring))
    header = struct.pack(">IIBBBBB", side, side, 8, 2, 0, 0, 0)
    data = b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
        for kind, body in ((b"IHDR", header), (b"IDAT", zlib.compress(bytes(rows), 6)), (b"IEND", b""))
    )
    return data.ljust(size, b"\0")


def _lost_text(size: int) -> bytes:
    return _laid_out("You found a lonely page of text in the middle of a hole.\n" * (size // 64))[:size]


def _last_words(_size: int) -> bytes:
    return _laid_out("This is the end of the demo. The last page of a file need not be a full one.").ljust(
        192
    )


ZONES = (
    Zone(0, 2, "this guide", _guide),
    Zone(2, 126, "a log, plain text", _journal),
    Zone(128, 64, "zeros", lambda size: bytes(size)),
    Zone(192, 64, "text in UTF-16", _two_bytes_a_letter),
    Zone(256, 64, "FF", lambda size: b"\xff" * size),
    Zone(320, 64, "patterns", _patterns),
    Zone(384, 128, "counter, 32 bits", _counter),
    Zone(512, 128, "floats, a wave", _waves),
    Zone(640, 64, "table of records", _records),
    Zone(704, 32, "a PNG picture", _picture),
    Zone(1280, 384, "compressed data", _compressed),
    Zone(2048, 1, "a lost page", _lost_text),
    Zone(2880, 64, "an island of noise", _noise),
    Zone(3328, 512, "noise", _noise),
    Zone(4096, 0, "the short last page", _last_words),
)
"""In the order of the file; what lies between is a hole."""
