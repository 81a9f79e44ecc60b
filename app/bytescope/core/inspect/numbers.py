"""Integers of every width, and numbers in LEB128."""

from __future__ import annotations

from functools import partial

from bytescope.core.errors import InputError
from bytescope.core.inspect.kind import Kind, NoValue, Order, Shown
from bytescope.core.text.formats import plural
from bytescope.core.text.names import NO_DOCUMENT
from bytescope.core.text.numbers import parse_number

WIDTHS = (8, 16, 24, 32, 48, 64, 128)
LONGEST_LEB = 10
"""Bytes of a LEB128 number: enough for 64 bits."""


def typed_integer(text: str) -> int:
    """The number that was typed: decimal, with commas, 0x, 0b, sums; ``InputError`` where it is none."""
    return parse_number(text.replace(",", "").replace("\u2212", "-"), NO_DOCUMENT, relative=False)


def in_range(value: int, bits: int, signed: bool) -> int:
    """``value`` if it fits; else ``InputError`` names the range."""
    low = -(1 << bits - 1) if signed else 0
    high = (1 << bits - 1) - 1 if signed else (1 << bits) - 1
    if not low <= value <= high:
        raise InputError(f"{bits} bits hold {low:,} to {high:,}; give a number in that range.")
    return value


def _read_integer(size: int, signed: bool, data: bytes, order: Order) -> Shown:
    return Shown(str(int.from_bytes(data[:size], order, signed=signed)), size)


def _parse_integer(size: int, signed: bool, text: str, order: Order, old: bytes) -> bytes:
    value = in_range(typed_integer(text), size * 8, signed)
    return value.to_bytes(size, order, signed=signed)


def _integer(bits: int, signed: bool) -> Kind:
    size = bits // 8
    return Kind(
        f"{'i' if signed else 'u'}{bits}",
        f"{'int' if signed else 'uint'}{bits}",
        "Integers",
        size,
        partial(_read_integer, size, signed),
        partial(_parse_integer, size, signed),
        ordered=size > 1,
    )


def _read_leb(signed: bool, data: bytes, order: Order) -> Shown:
    value = 0
    for at, byte in enumerate(data[:LONGEST_LEB]):
        value |= (byte & 0x7F) << 7 * at
        if not byte & 0x80:
            length = at + 1
            if signed and byte & 0x40:
                value -= 1 << 7 * length
            return Shown(str(value), length)
    raise NoValue(f"does not end within {plural(min(len(data), LONGEST_LEB), 'byte')}")


def leb_bytes(value: int, signed: bool, length: int) -> bytes:
    """``value`` as LEB128 in exactly ``length`` bytes; ``InputError`` where it needs more."""
    try:
        in_range(value, 7 * length, signed)
    except InputError as error:
        raise InputError(
            f"The number here takes {plural(length, 'byte')}, which in LEB128 have {7 * length} bits; {error}"
        ) from None
    groups = [(value >> 7 * at) & 0x7F for at in range(length)]
    return bytes(group | 0x80 for group in groups[:-1]) + bytes(groups[-1:])


def _parse_leb(signed: bool, text: str, order: Order, old: bytes) -> bytes:
    try:
        length = _read_leb(signed, old, order).length
    except NoValue:
        length = max(1, min(len(old), LONGEST_LEB))
    return leb_bytes(typed_integer(text), signed, length)


def _leb(signed: bool) -> Kind:
    return Kind(
        "sleb128" if signed else "uleb128",
        "SLEB128" if signed else "ULEB128",
        "Integers",
        1,
        partial(_read_leb, signed),
        partial(_parse_leb, signed),
        ordered=False,
        most=LONGEST_LEB,
        tip="A number in groups of seven bits; a new one takes as many bytes as the old one",
    )


def _read_base(base: str, digits: int, data: bytes, order: Order) -> Shown:
    return Shown(format(data[0], f"0{digits}{base}"), 1)


def _parse_base(base: int, name: str, text: str, order: Order, old: bytes) -> bytes:
    plain = text.replace(" ", "").replace("_", "").lower()
    plain = plain.removeprefix({2: "0b", 8: "0o"}[base])
    digits = "01234567"[:base]
    for at, digit in enumerate(plain):
        if digit not in digits:
            raise InputError(f"“{digit}” is no {name} digit; use {digits[0]} to {digits[-1]}.", at)
    if not plain or len(plain.lstrip("0")) > 8 or int(plain, base) > 255:
        raise InputError(f"A byte is 0 to {'11111111' if base == 2 else '377'}; give {name} digits.")
    return bytes((int(plain, base),))


INTEGERS: tuple[Kind, ...] = (
    *(_integer(bits, signed) for bits in WIDTHS for signed in (False, True)),
    _leb(False),
    _leb(True),
)

BASES: tuple[Kind, ...] = (
    Kind("bin", "Binary", "Byte", 1, partial(_read_base, "b", 8), partial(_parse_base, 2, "binary"), False),
    Kind("oct", "Octal", "Byte", 1, partial(_read_base, "o", 3), partial(_parse_base, 8, "octal"), False),
)
