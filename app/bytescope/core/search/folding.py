"""Text in an encoding as what a search compares: bytes, bytes with free bits, or an expression."""

from __future__ import annotations

import re
from functools import cache
from itertools import takewhile
from typing import NamedTuple

from bytescope.core.errors import InputError
from bytescope.core.search.needle import parse_needle

MOST_FOLDED = 4096
"""Characters of a text in any capitals."""

_ALL = 0x20000
"""Code points that have capitals lie below."""


class Folded(NamedTuple):
    """Values and masks, and what of it is left where the masks let more through: places and their forms."""

    values: bytes
    masks: bytes
    forms: tuple[tuple[int, tuple[bytes, ...]], ...] = ()


class Spelled(NamedTuple):
    """An expression, what its matches begin with as far as that has one length, and how long they can be."""

    expression: bytes
    begin: Folded
    longest: int


def folded(text: str, encoding: str) -> Folded | Spelled:
    """What matches ``text`` in any capitals; where these have other lengths, an expression.

    Of what is not ASCII every character that is the same in any capitals counts. ``InputError`` has the
    position of a character that the encoding lacks.
    """
    if len(text) > MOST_FOLDED:
        raise InputError(f"In any capitals look for at most {MOST_FOLDED:,} characters.", MOST_FOLDED)
    parse_needle(text, "text", encoding)
    forms = [_forms(char, encoding) for char in text]
    even = list(takewhile(_even, forms))
    if len(even) == len(forms):
        return _masked(forms)
    spelled = b"".join(b"(?:" + b"|".join(map(_escaped, some)) + b")" for some in forms)
    return Spelled(spelled, _masked(even), sum(max(map(len, some)) for some in forms))


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


def _even(forms: list[bytes]) -> bool:
    """Whether all have one length."""
    return len({len(form) for form in forms}) == 1


def _masked(characters: list[list[bytes]]) -> Folded:
    values, masks, open_ = b"", b"", []
    for forms in characters:
        value, mask, exact = _mask(forms)
        if not exact:
            open_.append((len(values), tuple(forms)))
        values += value
        masks += mask
    return Folded(values, masks, tuple(open_))


def _mask(forms: list[bytes]) -> tuple[bytes, bytes, bool]:
    """Values and masks that match these, of one length, and whether nothing else."""
    first = forms[0]
    free = bytearray(len(first))
    for form in forms:
        for at, (one, two) in enumerate(zip(first, form)):
            free[at] |= one ^ two
    values = bytes(value & ~bit & 255 for value, bit in zip(first, free))
    exact = 1 << sum(byte.bit_count() for byte in free) == len(forms)
    return values, bytes(bit ^ 255 for bit in free), exact


def _escaped(data: bytes) -> bytes:
    return re.sub(rb"[^0-9A-Za-z]", lambda found: b"\\x%02X" % found[0][0], data)
