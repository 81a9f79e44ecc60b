"""Text in an encoding as what a search compares: bytes, bytes with a free bit, or an expression."""

from __future__ import annotations

import re
from functools import cache

from bytescope.core.errors import InputError
from bytescope.core.search.needle import parse_needle

MOST_FOLDED = 4096
"""Characters of a text in any capitals."""

_ALL = 0x20000
"""Code points that have capitals lie below."""


def folded(text: str, encoding: str) -> tuple[bytes, bytes] | bytes:
    """Values and masks that match ``text`` in any capitals; where masks cannot say it, an expression.

    Of what is not ASCII every character that is the same in any capitals counts. ``InputError`` has the
    position of a character that the encoding lacks.
    """
    if len(text) > MOST_FOLDED:
        raise InputError(f"In any capitals look for at most {MOST_FOLDED:,} characters.", MOST_FOLDED)
    parse_needle(text, "text", encoding)
    forms = [_forms(char, encoding) for char in text]
    if all(_one_mask(some) is not None for some in forms):
        masked = [_one_mask(some) or (b"", b"") for some in forms]
        return b"".join(values for values, _ in masked), b"".join(masks for _, masks in masked)
    return b"".join(b"(?:" + b"|".join(map(_escaped, some)) + b")" for some in forms)


def _forms(char: str, encoding: str) -> list[bytes]:
    """The bytes of a character and of what it is in other capitals, as far as the encoding has them."""
    out = []
    for other in _same(char):
        try:
            out.append(parse_needle(other, "text", encoding))
        except InputError:
            if other == char:
                raise
    return sorted(set(out))


def _same(char: str) -> tuple[str, ...]:
    if char.isascii():
        return tuple({char, char.lower(), char.upper()})
    return _groups().get(char.casefold(), (char,))


@cache
def _groups() -> dict[str, tuple[str, ...]]:
    """All characters that have capitals, by what they fold to."""
    groups: dict[str, set[str]] = {}
    for code in range(0x80, _ALL):
        char = chr(code)
        if char.casefold() != char:
            groups.setdefault(char.casefold(), {char.casefold()}).add(char)
    return {
        key: tuple(sorted(char for char in some if len(char) == 1 and not char.isascii()))
        for key, some in groups.items()
    }


def _one_mask(forms: list[bytes]) -> tuple[bytes, bytes] | None:
    """Values and masks that match exactly these; None where there are none."""
    first = forms[0]
    if any(len(form) != len(first) for form in forms):
        return None
    free = bytearray(len(first))
    for form in forms:
        for at, (one, two) in enumerate(zip(first, form)):
            free[at] |= one ^ two
    if 1 << sum(byte.bit_count() for byte in free) != len(forms):
        return None
    return bytes(value & ~bit & 255 for value, bit in zip(first, free)), bytes(bit ^ 255 for bit in free)


def _escaped(data: bytes) -> bytes:
    return re.sub(rb"[^0-9A-Za-z]", lambda found: b"\\x%02X" % found[0][0], data)
