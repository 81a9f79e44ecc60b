"""The values of fields as text, and the bytes of a typed text, within the bits that a field has."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bytescope.core.errors import InputError
from bytescope.core.inspect.floats import float_bytes, float_text
from bytescope.core.inspect.kind import Order, value_of
from bytescope.core.inspect.kind import bytes_of as kind_bytes
from bytescope.core.inspect.numbers import in_range, leb_bytes, typed_integer
from bytescope.core.inspect.table import BY_KEY
from bytescope.core.structs.placed import Placed, is_text
from bytescope.core.structs.types import Array, Enumeration, Scalar
from bytescope.core.text.formats import shown_input

LONGEST_TEXT = 4096
"""Bytes of a text that are shown; longer ones are edited in the hex panel."""


@dataclass(frozen=True, slots=True)
class _Unit:
    """The number behind a field: where its bits stand in its bytes."""

    base: Scalar
    shift: int
    bits: int
    order: Order

    @property
    def signed(self) -> bool:
        return self.base.form in ("i", "sleb")


def _unit(placed: Placed, order: Order) -> _Unit:
    type_ = placed.type
    base = type_.base if isinstance(type_, Enumeration) else type_
    assert isinstance(base, Scalar)
    own = base.order or order
    whole = placed.size * 8
    bits = whole if placed.bits is None else placed.bits
    # Bits are counted from the lowest in little endian, from the highest in big endian, as compilers do.
    shift = placed.used if own == "little" else whole - placed.used - bits
    return _Unit(base, shift, bits, own)


def number_of(placed: Placed, data: bytes, order: Order) -> int | None:
    """The number of an integer field; None where it is none, or its bytes are not all there."""
    if len(data) < placed.size or not placed.size or isinstance(placed.type, Array):
        return None
    unit = _unit(placed, order)
    if unit.base.form in ("uleb", "sleb"):
        return _leb(data[: placed.size], unit.signed)
    if unit.base.form in ("f", "void", "kind"):
        return None
    value = int.from_bytes(data[: placed.size], unit.order) >> unit.shift & (1 << unit.bits) - 1
    if unit.signed and value >> unit.bits - 1:
        value -= 1 << unit.bits
    return value


def _leb(data: bytes, signed: bool) -> int:
    value = sum((byte & 0x7F) << 7 * at for at, byte in enumerate(data))
    return value - (1 << 7 * len(data)) if signed and data[-1] & 0x40 else value


def text_of(placed: Placed, data: bytes, order: Order) -> str:
    """The value that ``data`` holds, as it can be typed again; "" where its bytes are not all there."""
    if len(data) < min(placed.size, LONGEST_TEXT) or not placed.size:
        return ""
    if isinstance(placed.type, Array):
        return _string(placed.type, data[:LONGEST_TEXT], order)
    base = placed.type.base if isinstance(placed.type, Enumeration) else placed.type
    assert isinstance(base, Scalar)
    if base.form == "f":
        return float_text(f"f{placed.size * 8}", data, base.order or order)
    if base.form == "kind":
        return _kind_text(base, data, base.order or order)
    number = number_of(placed, data, order)
    if number is None:
        return ""
    if isinstance(placed.type, Enumeration):
        return _named(placed.type, number)
    if base.form in ("char", "wchar"):
        return escaped(chr(number), byte=base.form == "char")
    return f"0x{number:X}" if base.form == "pointer" else str(number)


def shown_of(placed: Placed, data: bytes, order: Order) -> str:
    """The value for people: as ``text_of``, larger integers in hex as well, texts in quotes."""
    text = text_of(placed, data, order)
    if is_text(placed.type) or (isinstance(placed.type, Scalar) and placed.type.form in ("char", "wchar")):
        more = "…" if placed.size > LONGEST_TEXT else ""
        return f"“{text}{more}”" if placed.size else "“”"
    if isinstance(placed.type, Scalar) and placed.type.form != "pointer":
        number = number_of(placed, data, order)
        if number is not None and number > 9:
            return f"{text} (0x{number:X})"
    return text


def _kind_text(base: Scalar, data: bytes, order: Order) -> str:
    """What the inspector says of it; where that is nothing, the number in hex."""
    value = value_of(BY_KEY[base.kind], data, order, ends=True)
    return value.text or f"0x{int.from_bytes(data[: base.size], order):X}"


def _kind_bytes(base: Scalar, text: str, order: Order, old: bytes) -> bytes:
    size = base.size or 0
    if text.lower().startswith("0x"):
        return in_range(typed_integer(text), size * 8, False).to_bytes(size, order)
    return kind_bytes(BY_KEY[base.kind], text, order, old)


def _named(type_: Enumeration, number: int) -> str:
    if not type_.flags:
        name = type_.names.get(number)
        return f"{name} ({number})" if name is not None else str(number)
    names, rest = [], number
    for value, name in type_.names.items():
        if value and number & value == value:
            names.append(name)
            rest &= ~value
    if rest or not names:
        names.append(f"0x{rest:X}")
    return " | ".join(names)


def escaped(text: str, *, byte: bool) -> str:
    """``text`` with everything that cannot be seen as an escape; of bytes those from 80 on too."""
    out = []
    for char in text:
        number = ord(char)
        if char == "\\":
            out.append("\\\\")
        elif char.isprintable() and (number < 0x7F or not byte):
            out.append(char)
        else:
            out.append(f"\\x{number:02X}" if number < 256 else f"\\u{number:04X}")
    return "".join(out)


def _string(type_: Array, data: bytes, order: Order) -> str:
    assert isinstance(type_.of, Scalar)
    if type_.of.form == "char":
        return escaped(data.rstrip(b"\0").decode("latin-1"), byte=True)
    own = type_.of.order or order
    units = [int.from_bytes(data[at : at + 2], own) for at in range(0, len(data) - 1, 2)]
    while units and not units[-1]:
        units.pop()
    return escaped("".join(map(chr, units)), byte=False)


_ESCAPE = re.compile(r"\\(?:x([0-9A-Fa-f]{2})|u([0-9A-Fa-f]{4})|([\\nrt0]))|\\")
_SHORT = {"\\": "\\", "n": "\n", "r": "\r", "t": "\t", "0": "\0"}


def _unescaped(text: str) -> str:
    def plain(found: re.Match[str]) -> str:
        if found[3]:
            return _SHORT[found[3]]
        if not found[1] and not found[2]:
            raise InputError(r"A backslash begins \x41, \u20AC, \n, \r, \t, \0 or \\.", found.start())
        return chr(int(found[1] or found[2], 16))

    return _ESCAPE.sub(plain, text)


def bytes_of(placed: Placed, text: str, order: Order, old: bytes) -> bytes:
    """What to write over ``old``, the bytes of the field, so that it is ``text``; ``InputError`` else."""
    if isinstance(placed.type, Array):
        return _string_bytes(placed, text, order)
    base = placed.type.base if isinstance(placed.type, Enumeration) else placed.type
    assert isinstance(base, Scalar)
    if base.form == "f":
        return float_bytes(f"f{placed.size * 8}", text, base.order or order)
    if base.form == "kind":
        return _kind_bytes(base, text, base.order or order, old)
    if base.form in ("char", "wchar"):
        plain = _unescaped(text)
        if len(plain) != 1:
            raise InputError("Give one character; those that cannot be seen as \\x0A.")
        number = ord(plain)
    elif isinstance(placed.type, Enumeration):
        number = _typed_name(placed.type, text)
    else:
        number = typed_integer(text)
    unit = _unit(placed, order)
    if base.form in ("uleb", "sleb"):
        return leb_bytes(number, unit.signed, placed.size)
    in_range(number, unit.bits, unit.signed)
    mask = (1 << unit.bits) - 1
    whole = int.from_bytes(old[: placed.size], unit.order) & ~(mask << unit.shift)
    return (whole | (number & mask) << unit.shift).to_bytes(placed.size, unit.order)


def _string_bytes(placed: Placed, text: str, order: Order) -> bytes:
    assert isinstance(placed.type, Array)
    assert isinstance(placed.type.of, Scalar)
    if placed.size > LONGEST_TEXT:
        raise InputError("This text is too long to be edited here; edit it in the hex panel.")
    plain = _unescaped(text)
    if placed.type.of.form == "char":
        if any(ord(char) > 255 for char in plain):
            plain = plain.encode("utf-8", "surrogatepass").decode("latin-1")
        data = plain.encode("latin-1")
    else:
        codec = "utf-16-le" if (placed.type.of.order or order) == "little" else "utf-16-be"
        data = plain.encode(codec, "surrogatepass")
    if len(data) > placed.size:
        raise InputError(f"There is room for {placed.size} bytes, the text has {len(data)}; shorten it.")
    return data.ljust(placed.size, b"\0")


def _typed_name(type_: Enumeration, text: str) -> int:
    """The number of "NAME", "NAME (5)", "A | B", "5" or "0x5"."""
    by_name = {name: value for value, name in type_.names.items()}
    plain = re.sub(r"\s*\(-?\d+\)$", "", text.strip())
    parts = [part.strip() for part in plain.split("|")] if type_.flags else [plain]
    total = 0
    for part in parts:
        if part in by_name:
            total |= by_name[part]
            continue
        try:
            total |= typed_integer(part)
        except InputError:
            some = ", ".join(list(by_name)[:8])
            raise InputError(
                f"“{shown_input(part)}” is no value of {type_.name}; there are {some}."
            ) from None
    return total
