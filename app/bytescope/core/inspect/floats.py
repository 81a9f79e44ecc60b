"""Floating point numbers of 16, 32 and 64 bits, and bfloat16, in the fewest digits that read back."""

from __future__ import annotations

import math
import struct
from functools import partial

from bytescope.core.errors import InputError
from bytescope.core.inspect.kind import Kind, Order, Shown
from bytescope.core.text.formats import shown_input

_FORMS = {"f16": ("e", 2, 10), "f32": ("f", 4, 23), "f64": ("d", 8, 52)}


def unpack(key: str, data: bytes, order: Order) -> float:
    """The number that ``data`` holds: "f16", "f32", "f64" or "bf16"."""
    if key == "bf16":
        data = data[:2] + b"\0\0" if order == "big" else b"\0\0" + data[:2]
        key = "f32"
    form, size, _ = _FORMS[key]
    number: float = struct.unpack(("<" if order == "little" else ">") + form, data[:size])[0]
    return number


def pack(key: str, number: float, order: Order) -> bytes:
    """The nearest to ``number``; ``OverflowError`` where it is too large."""
    sign = "<" if order == "little" else ">"
    if key != "bf16":
        return struct.pack(sign + _FORMS[key][0], number)
    bits: int = struct.unpack("<I", struct.pack("<f", number))[0]
    if not math.isnan(number):
        bits += 0x7FFF + (bits >> 16 & 1)  # to the nearest, ties to even
        if bits & 0x7F800000 == 0x7F800000 and not math.isinf(number):
            raise OverflowError("too large for bfloat16")
    return struct.pack(sign + "H", bits >> 16)


def float_text(key: str, data: bytes, order: Order) -> str:
    """The shortest text that reads back to the same bytes; ``nan:`` with its bits where it is no number."""
    size = 2 if key == "bf16" else _FORMS[key][1]
    number = unpack(key, data, order)
    if math.isnan(number):
        return f"nan:0x{int.from_bytes(data[:size], order):X}"
    if key == "f64":
        return repr(number)
    for digits in range(3, 10):
        rounded = float(f"{number:.{digits}g}")
        if _packs_to(key, rounded, order, data[:size]):
            return repr(rounded)
    return repr(number)


def _packs_to(key: str, number: float, order: Order, data: bytes) -> bool:
    try:
        return pack(key, number, order) == data
    except OverflowError:
        return False


def float_bytes(key: str, text: str, order: Order) -> bytes:
    """The bytes of a typed number; ``InputError`` says what is wrong with it."""
    low = text.strip().lower().replace("_", "").replace("\u2212", "-")
    if low.startswith("nan:"):
        return _nan_bytes(key, low, order)
    try:
        number = float(low)
    except ValueError:
        raise InputError(f"“{shown_input(text)}” is no number; write it as 1.5, -2e-3, inf or nan.") from None
    try:
        return pack(key, number, order)
    except (OverflowError, struct.error):
        raise InputError(f"{low} is too large for {_TITLES[key]}; give a smaller number.") from None


def _nan_bytes(key: str, low: str, order: Order) -> bytes:
    size = 2 if key == "bf16" else _FORMS[key][1]
    try:
        data = int(low[4:], 16).to_bytes(size, order)
    except (ValueError, OverflowError):
        raise InputError(f"Behind “nan:” stand the bits as 0x and up to {size * 2} hex digits.", 4) from None
    if not math.isnan(unpack(key, data, order)):
        raise InputError(f"{shown_input(low[4:])} are the bits of a number; write the number itself.", 4)
    return data


_TITLES = {"f16": "float16", "bf16": "bfloat16", "f32": "float32", "f64": "float64"}


def _read(key: str, size: int, data: bytes, order: Order) -> Shown:
    return Shown(float_text(key, data, order), size)


def _parse(key: str, text: str, order: Order, old: bytes) -> bytes:
    return float_bytes(key, text, order)


def _kind(key: str) -> Kind:
    size = 2 if key == "bf16" else _FORMS[key][1]
    return Kind(key, _TITLES[key], "Floating point", size, partial(_read, key, size), partial(_parse, key))


FLOATS: tuple[Kind, ...] = tuple(_kind(key) for key in _TITLES)
