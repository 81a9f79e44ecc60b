"""What a person typed to look for, as the bytes to look for."""

from __future__ import annotations

from typing import Literal

from bytescope.core.errors import InputError
from bytescope.core.text.formats import shown_input

NEEDLE_LIMIT = 1 << 20
"""Longest needle in bytes: windows of a search are a few times as long."""

_TEXT_LIMIT = 8 * NEEDLE_LIMIT
"""Characters that are looked at: a byte may be written as "\\xDE, "."""

_HEX = frozenset("0123456789abcdefABCDEF")
_BETWEEN = frozenset(" \t\r\n,;:_-")
# With these Python puts a byte order mark in front, which is not part of the text that is looked for.
_WITHOUT_MARK = {"utf-16": "utf-16-le", "utf-32": "utf-32-le", "utf-8-sig": "utf-8"}


def parse_needle(text: str, kind: Literal["hex", "text"], encoding: str = "utf-8") -> bytes:
    """The bytes of ``text``: hex digits with free spacing ("DE AD", "0xDEAD", "de,ad"), or text in
    ``encoding``.

    ``encoding`` is any text encoding Python knows; no byte order mark is added. Raises ``InputError`` with
    the position of the character at fault.
    """
    if len(text) > _TEXT_LIMIT:
        raise InputError(f"Look for at most {NEEDLE_LIMIT:,} bytes at a time; shorten the text.", _TEXT_LIMIT)
    needle = _from_hex(text) if kind == "hex" else _from_text(text, encoding)
    if not needle:
        raise InputError("There is nothing to look for: type hex bytes such as DE AD, or a text.", 0)
    if len(needle) > NEEDLE_LIMIT:
        raise InputError(
            f"Look for at most {NEEDLE_LIMIT:,} bytes at a time; these are {len(needle):,}.", None
        )
    return needle


def parse_masked(text: str) -> tuple[bytes, bytes]:
    """Values and masks of hex digits, any of which may be ``?`` for whatever stands there ("DE ?D ??").

    Spacing is as free as in ``parse_needle``. Raises ``InputError`` with the position of the character at
    fault.
    """
    if len(text) > _TEXT_LIMIT:
        raise InputError(f"Look for at most {NEEDLE_LIMIT:,} bytes at a time; shorten the text.", _TEXT_LIMIT)
    digits = _digits(text, _HEX | {"?"})
    if not digits:
        raise InputError("There is nothing to look for: type hex bytes such as DE AD or DE ?? EF.", 0)
    if len(digits) > 2 * NEEDLE_LIMIT:
        raise InputError(
            f"Look for at most {NEEDLE_LIMIT:,} bytes at a time; these are {len(digits) // 2:,}."
        )
    masks = bytes.fromhex("".join("0" if digit == "?" else "F" for digit in digits))
    if not any(masks):
        raise InputError("Any bytes at all would be found; give at least one digit.", 0)
    return bytes.fromhex("".join(digits).replace("?", "0")), masks


def _from_hex(text: str) -> bytes:
    return bytes.fromhex("".join(_digits(text, _HEX)))


def _digits(text: str, known: frozenset[str]) -> list[str]:
    """The digits of ``text``, two for each byte."""
    digits: list[str] = []
    at, word = 0, 0
    while at < len(text):
        char = text[at]
        if char in _BETWEEN:
            _whole(digits, at)
            word = at + 1
        elif text.startswith("\\x", at) or (at == word and text[at : at + 2] in ("0x", "0X")):
            _whole(digits, at)
            at += 1
        elif char in known:
            digits.append(char)
        else:
            raise InputError(f"“{shown_input(char)}” is not a hex digit; type pairs of 0–9 and A–F.", at)
        at += 1
    _whole(digits, len(text))
    return digits


def _whole(digits: list[str], at: int) -> None:
    if len(digits) % 2:
        raise InputError("A byte has two hex digits: one is missing here; write 0A for A.", at)


def without_mark(encoding: str) -> str:
    """The name of the encoding that puts no byte order mark in front."""
    return _WITHOUT_MARK.get(encoding.lower().replace("_", "-"), encoding)


def _from_text(text: str, encoding: str) -> bytes:
    try:
        return text.encode(without_mark(encoding))
    except UnicodeEncodeError as error:
        char = text[error.start]
        raise InputError(
            f"“{shown_input(char)}” cannot be written in {encoding}; choose another encoding.", error.start
        ) from None
    except (LookupError, ValueError):
        shown = shown_input(encoding)
        raise InputError(f"The encoding {shown} is not known; choose one of the list.") from None
