"""Identifiers and colours."""

from __future__ import annotations

import re
import uuid
from functools import partial

from bytescope.core.errors import InputError
from bytescope.core.inspect.kind import Kind, Order, Shown
from bytescope.core.text.formats import shown_input


def _read_uuid(data: bytes, order: Order) -> Shown:
    made = uuid.UUID(bytes=data[:16]) if order == "big" else uuid.UUID(bytes_le=data[:16])
    return Shown(str(made), 16)


_UUID = re.compile(r"\{?([0-9a-fA-F]{8})-?(?:([0-9a-fA-F]{4})-?){3}[0-9a-fA-F]{12}\}?")


def _parse_uuid(text: str, order: Order, old: bytes) -> bytes:
    if not _UUID.fullmatch(text):
        raise InputError(
            f"“{shown_input(text)}” is no UUID; write 32 hex digits as 01234567-89ab-cdef-0123-456789abcdef."
        )
    made = uuid.UUID(text)
    return made.bytes if order == "big" else made.bytes_le


def _read_colour(alpha: bool, data: bytes, order: Order) -> Shown:
    """Big: R, G, B, A; little: B, G, R, A, as in a number 0xAARRGGBB that is stored so."""
    red, green, blue = data[:3] if order == "big" else data[2::-1]
    more = f"{data[3]:02X}" if alpha else ""
    return Shown(f"#{red:02X}{green:02X}{blue:02X}{more}", 4 if alpha else 3)


def _typed_colour(text: str, alpha: bool) -> bytes:
    digits = text.strip().removeprefix("#")
    wanted = 8 if alpha else 6
    if len(digits) == 6 and alpha:
        digits += "FF"
    if not re.fullmatch(rf"[0-9a-fA-F]{{{wanted}}}", digits):
        form = "#RRGGBBAA" if alpha else "#RRGGBB"
        raise InputError(f"“{shown_input(text)}” is no colour; write it as {form} in hex digits.")
    return bytes.fromhex(digits)


def _parse_colour(alpha: bool, text: str, order: Order, old: bytes) -> bytes:
    data = _typed_colour(text, alpha)
    return data if order == "big" else data[2::-1] + data[3:]


def _read_565(data: bytes, order: Order) -> Shown:
    value = int.from_bytes(data[:2], order)
    red, green, blue = value >> 11, value >> 5 & 63, value & 31
    return Shown(f"#{red << 3 | red >> 2:02X}{green << 2 | green >> 4:02X}{blue << 3 | blue >> 2:02X}", 2)


def _parse_565(text: str, order: Order, old: bytes) -> bytes:
    red, green, blue = _typed_colour(text, False)
    return (red >> 3 << 11 | green >> 2 << 5 | blue >> 3).to_bytes(2, order)


def rgb_of(text: str) -> tuple[int, int, int, int]:
    """Red, green, blue and alpha of the text of a colour."""
    data = bytes.fromhex(text[1:])
    return data[0], data[1], data[2], data[3] if len(data) > 3 else 255


OTHERS: tuple[Kind, ...] = (
    Kind(
        "uuid",
        "UUID",
        "Others",
        16,
        _read_uuid,
        _parse_uuid,
        tip="Big: as RFC 9562 writes them; little: GUID, its first three parts turned round",
    ),
    Kind(
        "rgb",
        "RGB colour",
        "Others",
        3,
        partial(_read_colour, False),
        partial(_parse_colour, False),
        tip="Big: red first; little: blue first",
    ),
    Kind(
        "rgba",
        "RGBA colour",
        "Others",
        4,
        partial(_read_colour, True),
        partial(_parse_colour, True),
        tip="Big: red, green, blue, alpha; little: blue, green, red, alpha",
    ),
    Kind("rgb565", "RGB565 colour", "Others", 2, _read_565, _parse_565, tip="5, 6 and 5 bits"),
)
COLOURS = frozenset({"rgb", "rgba", "rgb565"})
"""Keys of the kinds that a swatch is shown for."""
