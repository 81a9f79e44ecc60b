"""Text encodings of the text column, of typed text and of searches."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from bytescope.core.errors import InputError
from bytescope.core.text.formats import shown_input


class Encoding(NamedTuple):
    """``key`` is what settings and pattern texts use, ``codec`` is Python's name, ``title`` is for people."""

    key: str
    codec: str
    title: str
    single_byte: bool = True


ENCODINGS: dict[str, Encoding] = {
    item.key: item
    for item in (
        Encoding("ascii", "ascii", "ASCII"),
        Encoding("latin-1", "latin_1", "Latin-1 (ISO 8859-1)"),
        Encoding("cp437", "cp437", "DOS (CP 437)"),
        Encoding("cp1252", "cp1252", "Windows (CP 1252)"),
        Encoding("cp037", "cp037", "EBCDIC US (CP 037)"),
        Encoding("cp500", "cp500", "EBCDIC international (CP 500)"),
        Encoding("mac-roman", "mac_roman", "Mac Roman"),
        Encoding("utf-8", "utf_8", "UTF-8", single_byte=False),
        Encoding("utf-16le", "utf_16_le", "UTF-16 little-endian", single_byte=False),
        Encoding("utf-16be", "utf_16_be", "UTF-16 big-endian", single_byte=False),
    )
}
"""Every encoding by its key, in the order of menus."""

_ALIASES = {
    "latin1": "latin-1",
    "iso-8859-1": "latin-1",
    "ebcdic": "cp037",
    "utf8": "utf-8",
    "macroman": "mac-roman",
}


def encoding_named(name: str) -> Encoding:
    """The encoding called ``name`` in any capitals; ``InputError`` lists the known ones."""
    low = name.strip().lower().replace("_", "-")
    low = low.replace("utf-16-", "utf-16")
    found = ENCODINGS.get(_ALIASES.get(low, low))
    if found is None:
        raise InputError(f"“{shown_input(name)}” is not a known encoding; use one of {', '.join(ENCODINGS)}.")
    return found


@cache
def char_table(encoding: str, dot: str = ".") -> tuple[str, ...]:
    """One glyph for each of the 256 byte values, each one column wide; ``dot`` for what cannot be printed.

    UTF-8 and UTF-16 have no glyph for a single byte above 7E: they show as ASCII does.
    """
    found = encoding_named(encoding)
    codec = found.codec if found.single_byte else "ascii"
    return tuple(_glyph(bytes([value]), codec, dot) for value in range(256))


def _glyph(byte: bytes, codec: str, dot: str) -> str:
    char = byte.decode(codec, "replace")
    return char if char.isprintable() and char != "\ufffd" else dot


def encode_text(text: str, encoding: str) -> bytes:
    """``text`` as bytes; ``InputError`` names the first character that the encoding does not have."""
    found = encoding_named(encoding)
    try:
        return text.encode(found.codec)
    except UnicodeEncodeError as error:
        char = text[error.start]
        raise InputError(
            f"“{shown_input(char)}” (U+{ord(char):04X}) does not exist in {found.title};"
            " choose another encoding or remove it.",
            error.start,
        ) from None


def decode_text(data: bytes, encoding: str) -> str:
    """``data`` as text for people: a dot for what does not decode and for controls but tab and line ends."""
    found = encoding_named(encoding)
    text = data.decode(found.codec, "replace").replace("\ufffd", ".")
    return "".join(c if c.isprintable() or c in "\t\n\r" else "." for c in text)
