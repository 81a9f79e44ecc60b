"""Bytes as text for the clipboard, and pasted text as bytes."""

from __future__ import annotations

import re

from bytescope.core.text.encodings import decode_text

LARGEST_PASTE = 16 << 20
"""Bytes that pasted text may stand for; a hexdump with folded rows can claim far more than it has."""


def as_hex(data: bytes) -> str:
    """ "DE AD BE EF"."""
    return data.hex(" ").upper()


def as_text(data: bytes, encoding: str) -> str:
    """``data`` decoded; what cannot be printed is a dot, tabs and line ends stay."""
    return decode_text(data, encoding)


def as_c_array(data: bytes, name: str = "data") -> str:
    """A C definition with twelve bytes a line. ``name`` is made an identifier; no bytes give a null array."""
    identifier = re.sub(r"[^A-Za-z0-9_]", "_", name) or "data"
    if identifier[0].isdigit():
        identifier = "_" + identifier
    if not data:
        return f"const unsigned char {identifier}[1] = {{ 0 }}; /* no bytes */\n"
    lines = [
        "    " + ", ".join(f"0x{value:02X}" for value in data[at : at + 12]) + ",\n"
        for at in range(0, len(data), 12)
    ]
    return f"const unsigned char {identifier}[{len(data)}] = {{\n{''.join(lines)}}};\n"


_C_ARRAY = re.compile(r"^[^{}]*\{([^{}]*)\}\s*;?\s*$", re.DOTALL)
_COMMENT = re.compile(r"/\*.*?\*/|//[^\n]*", re.DOTALL)
_PREFIX = re.compile(r"\\[xX]|0[xX]|%(?=[0-9A-Fa-f]{2})")
_PAIRS = r"(?:[0-9A-Fa-f]{2}){1,16}"
# xxd: two blanks end the data, and the text behind them may itself look like hex.
_XXD_LINE = re.compile(rf"\s*([0-9A-Fa-f]{{4,16}}):\s*({_PAIRS}(?: {_PAIRS})*)?(?:\s{{2,}}.*|\s*)")
_HEXDUMP_LINE = re.compile(rf"\s*([0-9A-Fa-f]{{6,16}})((?:\s{{1,3}}{_PAIRS})*)(?:\s*\|.*|\s*)")


def from_hex_text(text: str) -> bytes | None:
    """The bytes that pasted text stands for, or None where it is not hex.

    Takes pairs of digits with or without separators (blank, comma, semicolon, colon, dash, underscore),
    prefixes (0x, \\x, %), a C array, and the lines of ``hexdump -C`` and ``xxd`` with their offsets, text
    column and ``*`` rows. A single digit between separators is a byte (``0x5``). At most 16 MiB.
    """
    if len(text) > 8 * LARGEST_PASTE:
        return None
    dump = _from_dump(text)
    if dump is not None:
        return dump
    text = _COMMENT.sub(" ", text)
    if array := _C_ARRAY.match(text):
        text = array.group(1)
    words = [word for word in re.split(r"[\s,;:\-_]+", _PREFIX.sub(" ", text)) if word]
    if not words or not all(re.fullmatch(r"[0-9A-Fa-f]+", word) for word in words):
        return None
    if any(len(word) % 2 and len(word) > 1 for word in words):
        return None
    data = bytes.fromhex("".join(word.zfill(2) for word in words))
    return data if len(data) <= LARGEST_PASTE else None


def _from_dump(text: str) -> bytes | None:
    """The bytes of a dump whose lines begin with offsets that fit what stands on them; else None."""
    out = bytearray()
    row = b""
    folded = False
    begin: int | None = None
    lines = [line for line in text.splitlines() if line.strip()]
    if not lines or not _looks_like_dump(lines):
        return None
    for line in lines:
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
    return bytes(out) if not folded and len(out) <= LARGEST_PASTE else None


def _looks_like_dump(lines: list[str]) -> bool:
    """Whether offsets are told from data: by a colon, a text column, or a second line that counts on."""
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
