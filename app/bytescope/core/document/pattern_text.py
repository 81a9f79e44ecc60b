"""Reads patterns as people type them: hex digits, ``text:…``, ``u32le:5``, ``counter:0``, ``random:7`` …"""

from __future__ import annotations

import codecs
import os
import re
import struct
from collections.abc import Callable

from bytescope.core.document.patterns import (
    Counter,
    FileBytes,
    OffsetStamp,
    PageStamp,
    Pattern,
    Repeat,
    SeededRandom,
)
from bytescope.core.document.words import Order
from bytescope.core.errors import BytescopeError, InputError

TEXT_LIMIT = 1 << 20
"""Most characters of a pattern."""

_NUMBER_LIMIT = 100
_LABEL_LIMIT = 40

_ENCODINGS = frozenset(
    {"ascii", "utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be"}
    | {f"iso8859-{part}" for part in (1, 2, 5, 7, 9, 15)}
    | {f"cp{number}" for number in (*range(1250, 1259), 437, 850, 852, 866, 500, 1140)}
    | {"cp037", "koi8-r", "koi8-u", "mac-roman", "shift_jis", "euc_jp", "gbk", "gb18030", "big5", "euc_kr"}
)
"""Encodings by Python's own names: those that turn text into bytes, quickly and character by character."""

_HEX_WORD = re.compile(r"[^\s,]+")
_HEAD = re.compile(r"\s*([A-Za-z][A-Za-z0-9]*)\s*(?:\(([^):]*)\))?\s*:")
_TYPED = re.compile(r"([uif])(8|16|32|64)(le|be)?")
_WIDTH = re.compile(r"([1-8])(le|be)?", re.IGNORECASE)
_HELP = (
    "give hex digits (DE AD BE EF), text:…, u32le:5, counter:0, offset:8le, page:4le, random:7 or file:PATH"
)


def parse_pattern(text: str) -> Pattern:
    """The pattern that ``text`` describes.

    Hex digits (``DE AD``, ``0xAA``, ``aa,bb``); ``text:abc``, ``text(utf-16le):abc``; ``u8 … u64``,
    ``i8 … i64``, ``f32``, ``f64`` with ``le`` (the default) or ``be`` and numbers: ``u32le:5``;
    ``counter:START[,STEP[,WIDTH[le|be]]]`` (step 1, 4 bytes le); ``offset:8le``; ``page:4le``;
    ``random:SEED``; ``file:PATH``. Raises InputError with the position of the character at fault.
    """
    kind, argument, rest, at = _split(text)
    if kind in _ENDLESS_KINDS:
        if argument is not None:
            raise InputError(f"“{kind}” takes nothing in brackets; write “{kind}:…”.", text.index("("))
        return _ENDLESS_KINDS[kind](rest, at)
    data = _finite(kind, argument, rest, at)
    label = ""
    if kind:
        words = rest.strip() if kind != "text" else f'"{rest}"'
        label = "".join(c if c.isprintable() else "·" for c in f"{kind} {words}"[: _LABEL_LIMIT + 1])
    return Repeat(data, label if len(label) <= _LABEL_LIMIT else f"{label[: _LABEL_LIMIT - 1]}…")


def parse_bytes(text: str) -> bytes:
    """The bytes that ``text`` describes: hex digits, text or typed numbers. InputError has the position."""
    kind, argument, rest, at = _split(text)
    if kind in _ENDLESS_KINDS:
        raise InputError(f"“{kind}:” has no end of its own; give hex digits, text:… or u32le:5.", 0)
    return _finite(kind, argument, rest, at)


def _shown(text: str) -> str:
    from bytescope.core.text.formats import shown_input

    return shown_input(text)


def _split(text: str) -> tuple[str, str | None, str, int]:
    """(kind or "", what stands in brackets, what follows the colon, its position)."""
    if len(text) > TEXT_LIMIT:
        raise InputError(f"A pattern has at most {TEXT_LIMIT:,} characters; use file:PATH.", TEXT_LIMIT)
    if not text.strip():
        raise InputError(f"The pattern is empty; {_HELP}.", 0)
    head = _HEAD.match(text)
    if head is None:
        return "", None, text, 0
    kind = head[1].lower()
    if kind not in _ENDLESS_KINDS and kind != "text" and not _TYPED.fullmatch(kind):
        raise InputError(f"“{_shown(head[1])}” is not a kind of pattern; {_HELP}.", head.start(1))
    return kind, head[2], text[head.end() :], head.end()


def _finite(kind: str, argument: str | None, rest: str, at: int) -> bytes:
    if not kind:
        return _hex(rest)
    if kind == "text":
        return _text(rest, at, argument)
    if argument is not None:
        raise InputError(f"“{kind}” takes nothing in brackets; write “{kind}:5”.", at - 1)
    return _typed(kind, rest, at)


def _hex(text: str) -> bytes:
    out = bytearray()
    for word in _HEX_WORD.finditer(text):
        digits, at = word[0], word.start()
        if digits[:2] in ("0x", "0X"):
            digits, at = digits[2:], at + 2
        for index, digit in enumerate(digits):
            if digit not in "0123456789abcdefABCDEF":
                raise InputError(f"“{_shown(digit)}” is not a hex digit; {_HELP}.", at + index)
        if not digits:
            raise InputError("Hex digits are missing behind “0x”; write 0xAA.", at)
        if len(digits) % 2:
            raise InputError("A hex digit is missing here; write 0A for A.", at + len(digits) - 1)
        out += bytes.fromhex(digits)
    if not out:
        raise InputError(f"The pattern is empty; {_HELP}.", 0)
    return bytes(out)


def _text(text: str, at: int, encoding: str | None) -> bytes:
    if not text:
        raise InputError("The text is empty; write it behind the colon, as in text:abc.", at)
    name = "utf-8" if encoding is None else encoding.strip()
    position = at - 2 - len(encoding or "")
    try:
        known = codecs.lookup(name).name
    except (LookupError, ValueError):
        known = ""
    if known not in _ENCODINGS:
        raise InputError(
            f"“{_shown(name)}” is no encoding we know; try utf-8, utf-16le, latin-1 or cp437.", position
        )
    try:
        return text.encode(known, "surrogateescape" if known == "utf-8" else "strict")
    except UnicodeEncodeError as error:
        raise InputError(
            f"“{_shown(text[error.start])}” does not exist in {_shown(name)};"
            " choose another encoding or text.",
            at + error.start,
        ) from error


def _items(text: str, at: int) -> list[tuple[str, int]]:
    """The parts between commas, stripped, with their positions."""
    out = []
    for part in text.split(","):
        out.append((part.strip(), at + len(part) - len(part.lstrip())))
        at += len(part) + 1
    return out


def _integer(text: str, at: int, what: str) -> int:
    if not text:
        raise InputError(f"{what} is missing; write a number such as 5, -1 or 0x1F.", at)
    from bytescope.core.text.numbers import NO_DOCUMENT, parse_number

    try:
        return parse_number(text, NO_DOCUMENT, relative=False)
    except InputError as error:
        raise InputError(
            f"{what} is not a whole number; write it as 5, -1, 0x1F, 4Ki or 1 << 12.",
            at + (error.position or 0),
        ) from error


def _typed(kind: str, rest: str, at: int) -> bytes:
    match = _TYPED.fullmatch(kind)
    if match is None or (match[1] == "f" and match[2] in ("8", "16")):
        raise InputError(f"“{kind}” is not a kind of number; there are u8 to u64, i8 to i64, f32 and f64.", 0)
    order: Order = "big" if match[3] == "be" else "little"
    make = _float_bytes if match[1] == "f" else _int_bytes
    return b"".join(make(kind, int(match[2]), order, part, where) for part, where in _items(rest, at))


def _int_bytes(kind: str, bits: int, order: Order, text: str, at: int) -> bytes:
    value = _integer(text, at, "The number")
    signed = kind[0] == "i"
    low, high = (-(1 << (bits - 1)), (1 << (bits - 1)) - 1) if signed else (0, (1 << bits) - 1)
    if not low <= value <= high:
        raise InputError(f"“{_shown(text)}” does not fit: {kind} holds {low} to {high}.", at)
    return value.to_bytes(bits // 8, order, signed=signed)


def _float_bytes(kind: str, bits: int, order: Order, text: str, at: int) -> bytes:
    if not text or len(text) > _NUMBER_LIMIT:
        raise InputError("The number is missing or too long; write it as 1.5, -2e-3, inf or nan.", at)
    try:
        value = float(text)
        return struct.pack(("<" if order == "little" else ">") + ("f" if bits == 32 else "d"), value)
    except ValueError as error:
        raise InputError(
            f"“{_shown(text)}” is not a number; write it as 1.5, -2e-3, inf or nan.", at
        ) from error
    except OverflowError as error:
        raise InputError(f"“{_shown(text)}” does not fit into {kind}; take f64.", at) from error


def _width(text: str, at: int, default: tuple[int, Order]) -> tuple[int, Order]:
    if not text:
        return default
    match = _WIDTH.fullmatch(text)
    if match is None:
        raise InputError(f"“{_shown(text)}” is not a width; write 1 to 8 bytes with le or be, as in 4le.", at)
    return int(match[1]), "big" if (match[2] or "").lower() == "be" else "little"


def _counter(rest: str, at: int) -> Counter:
    items = _items(rest, at)
    if len(items) > 3:
        raise InputError("A counter has a start, a step and a width; write counter:0,1,4le.", items[3][1])
    start = _integer(*items[0], "The start")
    step = _integer(*items[1], "The step") if len(items) > 1 else 1
    width, order = _width(*items[2], (4, "little")) if len(items) > 2 else (4, "little")
    span = 1 << (8 * width)
    for value, (text, where) in ((start, items[0]), (step, items[min(1, len(items) - 1)])):
        if not -span // 2 <= value < span:
            raise InputError(
                f"“{_shown(text)}” does not fit into a width of {width}; take a larger width.", where
            )
    return Counter(start, step, width, order, signed=start < 0)


def _offset_stamp(rest: str, at: int) -> OffsetStamp:
    (text, where), *more = _items(rest, at)
    if more:
        raise InputError("An offset stamp has a width only; write offset:8le.", more[0][1])
    return OffsetStamp(*_width(text, where, (8, "little")))


def _page_stamp(rest: str, at: int) -> PageStamp:
    (text, where), *more = _items(rest, at)
    if more:
        raise InputError("A page stamp has a width only; write page:4le.", more[0][1])
    return PageStamp(*_width(text, where, (4, "little")))


def _random(rest: str, at: int) -> SeededRandom:
    text = rest.strip()
    where = at + len(rest) - len(rest.lstrip())
    seed = _integer(text, where, "The seed")
    if not 0 <= seed < 1 << 64:
        raise InputError("A seed is a number from 0 to 2^64 - 1; take a smaller one.", where)
    return SeededRandom(seed)


def _file(rest: str, at: int) -> FileBytes:
    path = rest.strip()
    if not path:
        raise InputError("The path is missing; write it behind the colon, as in file:/tmp/pattern.bin.", at)
    from bytescope.core.document.lent import LentFile
    from bytescope.core.source.access import Access
    from bytescope.core.source.opening import open_file

    try:
        source = open_file(os.fsencode(path), Access.READ)
    except UnicodeEncodeError as error:
        raise InputError("The path has characters that no file name can have; check the path.", at) from error
    except BytescopeError as error:
        raise InputError(str(error), at) from error
    if not source.size:
        source.close()
        raise InputError(
            f"“{_shown(source.name)}” is empty, so there is nothing to repeat; choose another file.", at
        )
    return FileBytes(LentFile(source), source.name)


_ENDLESS_KINDS: dict[str, Callable[[str, int], Pattern]] = {
    "counter": _counter,
    "offset": _offset_stamp,
    "page": _page_stamp,
    "random": _random,
    "file": _file,
}
