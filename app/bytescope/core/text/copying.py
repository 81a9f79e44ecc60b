"""Bytes as text for the clipboard, and pasted text as bytes."""

from __future__ import annotations

import contextlib
import re
from collections.abc import Iterator
from itertools import islice

from bytescope.core.text.encodings import decode_text
from bytescope.core.text.xxd_rows import straightened

LARGEST_PASTE = 16 << 20
"""Bytes that pasted text may stand for; a hexdump with folded rows can claim far more than it has."""


def as_hex(data: bytes) -> str:
    """ "DE AD BE EF"."""
    return data.hex(" ").upper()


def as_text(data: bytes, encoding: str) -> str:
    """``data`` decoded; what cannot be printed is a dot, tabs and line ends stay."""
    return decode_text(data, encoding)


LONGEST_TEXT = 6 * LARGEST_PASTE
"""Characters of pasted hex digits that are looked at: a byte of a C array takes six ("0xDE, ")."""

_SLAB = 1 << 20
_BETWEEN = re.compile(r"[\s,;:\-_]+")
_BLANKS = str.maketrans(",;:-_", "     ")
_DIGITS = re.compile(r"[0-9A-Fa-f]+")
_PREFIX = re.compile(r"\\[xX]|0[xX]|%(?=[0-9A-Fa-f]{2})")
_LINE = re.compile(r"[^\n\r]+")
_PAIRS = r"(?:[0-9A-Fa-f]{2}){1,16}"
# xxd: two blanks end the data, and the text behind them may itself look like hex.
_XXD_LINE = re.compile(rf"\s*([0-9A-Fa-f]{{4,16}}):\s*({_PAIRS}(?: {_PAIRS})*)?(?:\s{{2,}}.*|\s*)")
_HEXDUMP_LINE = re.compile(rf"\s*([0-9A-Fa-f]{{6,16}})((?:\s{{1,3}}{_PAIRS})*)(?:\s*\|.*|\s*)")


def from_hex_text(text: str) -> bytes | None:
    """The bytes that pasted text stands for, or None where it is not hex.

    Takes pairs of digits with or without separators (blank, comma, semicolon, colon, dash, underscore),
    prefixes (0x, \\x, %), a C array, and the lines of ``hexdump -C`` and ``xxd`` with their offsets, text
    column and ``*`` rows. A single digit between separators is a byte (``0x5``). At most 16 MiB.

    Takes time in proportion to the text, whatever stands in it, and memory of a few times its length.
    """
    if len(text) > LONGEST_TEXT:
        return None
    dump = _from_dump(text)
    if dump is not None:
        return dump
    text = _PREFIX.sub(" ", _inside_braces(without_comments(text)))
    out = bytearray()
    at = 0
    while at < len(text):
        cut = _BETWEEN.search(text, at + _SLAB)
        end = cut.end() if cut else len(text)
        data = _from_words(text[at:end])
        if data is None or len(out) + len(data) > LARGEST_PASTE:
            return None
        out += data
        at = end
    return bytes(out) if out else None


def _from_words(text: str) -> bytes | None:
    """The bytes of hex words between separators; None where one is something else."""
    with contextlib.suppress(ValueError):
        return bytes.fromhex(text.translate(_BLANKS))
    words = [word for word in _BETWEEN.split(text) if word]
    if not all(_DIGITS.fullmatch(word) and (len(word) == 1 or len(word) % 2 == 0) for word in words):
        return None
    return bytes.fromhex("".join(word.zfill(2) for word in words))


def without_comments(text: str) -> str:
    """C comments as blanks; one that is never closed stays. A pattern would look for each end anew."""
    if "/*" not in text and "//" not in text:
        return text
    parts: list[str] = []
    at = 0
    block, line = text.find("/*"), text.find("//")
    while block >= 0 or line >= 0:
        start = min(place for place in (block, line) if place >= 0)
        end = text.find("*/", start + 2) + 2 if start == block else text.find("\n", start)
        if start == block and end < 2:
            block = -1
            continue
        end = len(text) if end < 0 else end
        parts.append(text[at:start])
        at = end
        block = text.find("/*", at) if 0 <= block < at else block
        line = text.find("//", at) if 0 <= line < at else line
    return " ".join((*parts, text[at:]))


def _inside_braces(text: str) -> str:
    """What a C array holds; all of ``text`` where it is none."""
    if text.count("{") != 1 or text.count("}") != 1:
        return text
    before, _, rest = text.partition("{")
    inside, closed, behind = rest.partition("}")
    return inside if closed and "}" not in before and behind.strip() in ("", ";") else text


def _from_dump(text: str) -> bytes | None:
    """The bytes of a dump whose lines begin with offsets that fit what stands on them; else None."""
    out = bytearray()
    row = b""
    folded = False
    begin: int | None = None
    if not _looks_like_dump(list(islice(_lines(text), 2))):
        return None
    for line in straightened(_lines(text))[1]:
        if line.strip() == "*":
            folded = True
            continue
        found = _XXD_LINE.fullmatch(line) or _HEXDUMP_LINE.fullmatch(line)
        if found is None:
            return None
        offset = int(found.group(1), 16)
        begin = offset if begin is None else begin
        if folded and not _unfold(out, row, offset - begin):
            return None
        folded = False
        if offset - begin != len(out):
            return None
        row = bytes.fromhex("".join((found.group(2) or "").split()))
        out += row
        if len(out) > LARGEST_PASTE:
            return None
    return bytes(out) if out and not folded and len(out) <= LARGEST_PASTE else None


def _lines(text: str) -> Iterator[str]:
    """The lines of ``text`` that are not blank, one at a time."""
    return (line for found in _LINE.finditer(text) if (line := found.group()).strip())


def _looks_like_dump(lines: list[str]) -> bool:
    """Whether offsets are told from data: by a colon, a text column, or a second line that counts on."""
    if not lines:
        return False
    first = lines[0]
    if re.match(r"^\s*[0-9A-Fa-f]{4,16}:\s", first):
        return True
    if not re.match(r"^\s*[0-9A-Fa-f]{6,16}\s{1,2}[0-9A-Fa-f]{2}\s", first):
        return False
    return "|" in first or len(lines) > 1


def _unfold(out: bytearray, row: bytes, upto: int) -> bool:
    """Repeat ``row`` until ``out`` has ``upto`` bytes; False where that does not come out, or is too much."""
    missing = upto - len(out)
    if not row or missing < 0 or missing % len(row) or upto > LARGEST_PASTE:
        return False
    out += row * (missing // len(row))
    return True
