"""Single characters in ASCII, UTF-8, UTF-16 and UTF-32, also those that cannot be seen."""

from __future__ import annotations

import re
import unicodedata
from functools import partial

from bytescope.core.errors import InputError
from bytescope.core.inspect.kind import Kind, NoValue, Order, Shown
from bytescope.core.text.formats import plural, shown_input

_NAMES = """
NUL SOH STX ETX EOT ENQ ACK BEL BS  HT  LF  VT  FF  CR  SO  SI
DLE DC1 DC2 DC3 DC4 NAK SYN ETB CAN EM  SUB ESC FS  GS  RS  US
"""
CONTROLS = tuple(_NAMES.split())
_CODE = re.compile(r"(?:. )?U\+([0-9A-Fa-f]{1,6})", re.DOTALL)
_NOT_ALONE = {"Mn", "Mc", "Me", "Cf", "Cc", "Cs", "Co", "Cn", "Zs", "Zl", "Zp"}
"""Categories of characters that join to others, turn the writing, or cannot be seen."""


def char_text(char: str) -> str:
    """The character with its number, or the number alone where it cannot be seen: "€ U+20AC"."""
    number = f"U+{ord(char):04X}"
    # Letters of scripts that run from right to left would turn the number round.
    if unicodedata.category(char) in _NOT_ALONE or unicodedata.bidirectional(char) in ("R", "AL", "AN"):
        return number
    return f"{char} {number}"


def typed_char(text: str) -> str:
    """The character of ``text``: itself, its number as U+20AC, or both; ``InputError`` else."""
    found = _CODE.fullmatch(text)
    if found is not None:
        number = int(found[1], 16)
        if number > 0x10FFFF or 0xD800 <= number < 0xE000:
            raise InputError(f"U+{number:04X} is no character; they go from U+0000 to U+10FFFF.")
        return chr(number)
    if len(text) != 1:
        raise InputError(f"“{shown_input(text)}” is not one character; give one, or its number as U+20AC.")
    if 0xD800 <= ord(text) < 0xE000:
        raise InputError("Half of a pair is no character; give one, or its number as U+20AC.")
    return text


def _read_ascii(data: bytes, order: Order) -> Shown:
    value = data[0]
    if value >= 0x80:
        raise NoValue("not ASCII")
    if value < 0x20:
        return Shown(CONTROLS[value], 1)
    return Shown({0x20: "SP", 0x7F: "DEL"}.get(value) or chr(value), 1)


def _parse_ascii(text: str, order: Order, old: bytes) -> bytes:
    name = text.upper()
    if len(text) > 1 and name in CONTROLS:
        return bytes((CONTROLS.index(name),))
    if name in ("SP", "DEL"):
        return b" " if name == "SP" else b"\x7f"
    char = typed_char(text)
    if ord(char) >= 0x80:
        raise InputError("ASCII ends at U+007F; give one of its characters, or a name such as LF.")
    return char.encode("ascii")


def _codec(bits: int, order: Order) -> str:
    return "utf-8" if bits == 8 else f"utf-{bits}-{'le' if order == 'little' else 'be'}"


def _length(bits: int, data: bytes, order: Order) -> int:
    if bits == 8:
        lead = data[0]
        return 1 if lead < 0x80 else 2 if lead < 0xE0 else 3 if lead < 0xF0 else 4
    if bits == 16:
        return 4 if 0xD800 <= int.from_bytes(data[:2], order) < 0xDC00 else 2
    return 4


def _read(bits: int, data: bytes, order: Order) -> Shown:
    length = _length(bits, data, order)
    try:
        char = data[:length].decode(_codec(bits, order))
    except UnicodeDecodeError:
        raise NoValue(f"not UTF-{bits}") from None
    if len(data) < length or len(char) != 1:
        raise NoValue(f"not UTF-{bits}")
    return Shown(char_text(char), length)


def _parse(bits: int, text: str, order: Order, old: bytes) -> bytes:
    data = typed_char(text).encode(_codec(bits, order))
    try:
        length = _read(bits, old, order).length
    except NoValue:
        length = len(data)
    if len(data) != length or len(data) > len(old):
        raise InputError(
            f"The character here takes {plural(min(length, len(old)), 'byte')}, this one {len(data)};"
            " give one of the same length."
        )
    return data


def _kind(bits: int) -> Kind:
    return Kind(
        f"utf{bits}",
        f"UTF-{bits}",
        "Characters",
        bits // 8,
        partial(_read, bits),
        partial(_parse, bits),
        ordered=bits > 8,
        most=4,
    )


CHARACTERS: tuple[Kind, ...] = (
    Kind("ascii", "ASCII", "Characters", 1, _read_ascii, _parse_ascii, False),
    *(_kind(bits) for bits in (8, 16, 32)),
)
