"""What a person wants found: one line of text with its kind and options, and the matcher that finds it."""

from __future__ import annotations

import math
import re
import struct
from typing import TYPE_CHECKING, Literal, NamedTuple

from bytescope.core.errors import InputError
from bytescope.core.search.needle import parse_masked, parse_needle
from bytescope.core.text.formats import shown_input

if TYPE_CHECKING:
    from bytescope.core.search.matcher import Matcher
    from bytescope.core.search.template import Template

Kind = Literal["hex", "text", "re", "number", "not"]

NUMBERS = ("u8", "u16", "u32", "u64", "i8", "i16", "i32", "i64", "f32", "f64")

ALIGN_LIMIT = 1 << 20

LEAST_BEGIN = 2
"""Bytes by which the beginning of a text in any capitals is looked for by itself."""

LONGEST_LINE = 1 << 16
"""Characters of a search that is kept in the history."""

_HEAD = re.compile(r"\s*([A-Za-z][A-Za-z0-9]*)\s*(?:\(([^()]*)\))?\s*:")
_TYPED = re.compile(r"([uif])(8|16|32|64)(le|be)?")
_RANGE = re.compile(r"(.*?\S)\s*(?:\.\.|…)\s*(\S.*)")
_AROUND = re.compile(r"(.*?\S)\s*(?:±|\+-|\+/-)\s*(\S.*)")
_KINDS: dict[str, Kind] = {"hex": "hex", "text": "text", "re": "re", "not": "not"}


class Wanted(NamedTuple):
    """``number`` is the type of numbers ("u32"), ``big`` their byte order. ``align``: of the offsets."""

    kind: Kind
    text: str
    encoding: str = "utf-8"
    fold: bool = False
    word: bool = False
    number: str = "u32"
    big: bool = False
    align: int = 1


def matcher_of(wanted: Wanted, *, origin: int = 0) -> Matcher:
    """What finds it. ``origin``: where units of several bytes are counted from ("not").

    Raises ``InputError`` with the position, in ``wanted.text``, of the character at fault.
    """
    from bytescope.core.search.masked import Masked

    if not 1 <= wanted.align <= ALIGN_LIMIT:
        raise InputError(f"Hits are aligned to 1 to {ALIGN_LIMIT:,} bytes; give another number.")
    if wanted.kind == "hex":
        return Masked(*parse_masked(wanted.text), align=wanted.align)
    if wanted.kind == "not":
        from bytescope.core.search.differing import Differing

        return Differing(*parse_masked(wanted.text), origin=origin)
    if wanted.kind == "number":
        return _number(wanted)
    from bytescope.core.search.words import Words

    words = Words(_codec(wanted.encoding)) if wanted.word else None
    if wanted.kind == "re":
        from bytescope.core.search.expressions import Expression, expression_bytes

        pattern = expression_bytes(wanted.text)
        return Expression(pattern, fold=wanted.fold, words=words, align=wanted.align)
    if not wanted.fold:
        return Masked(parse_needle(wanted.text, "text", wanted.encoding), align=wanted.align, words=words)
    from bytescope.core.search.folding import Folded, folded

    found = folded(wanted.text, wanted.encoding)
    if isinstance(found, Folded):
        return Masked(found.values, found.masks, align=wanted.align, words=words, forms=found.forms)
    from bytescope.core.search.expressions import Begun, Expression

    values, masks, forms = found.begin
    if len(values) < LEAST_BEGIN:
        return Expression(found.expression, words=words, align=wanted.align, longest=found.longest)
    begin = Masked(values, masks, forms=forms)
    return Begun(found.expression, begin, words=words, align=wanted.align, longest=found.longest)


def replacement(wanted: Wanted, text: str) -> bytes | Template:
    """The bytes of ``text``, typed as what is looked for was; "" for none.

    Of expressions it may have groups of them, of what is not something it is hex. Raises ``InputError`` as
    ``matcher_of``.
    """
    if not text:
        return b""
    if wanted.kind == "re":
        from bytescope.core.search.expressions import expression_bytes
        from bytescope.core.search.template import parse_template

        return parse_template(text, expression_bytes(wanted.text), wanted.fold)
    if wanted.kind == "text":
        return parse_needle(text, "text", wanted.encoding)
    if wanted.kind == "number":
        least, most = _bounds(wanted._replace(text=text))
        if least != most and not math.isnan(least):
            raise InputError("Give one number to put in their place.", 0)
        return _packed(wanted, least)
    return parse_needle(text, "hex")


def written(wanted: Wanted) -> str:
    """One line that ``parse_wanted`` reads as the same."""
    options = [wanted.encoding] if wanted.kind == "text" or (wanted.kind == "re" and wanted.word) else []
    options += [name for name, on in (("i", wanted.fold), ("w", wanted.word)) if on]
    options += [f"align={wanted.align}"] if wanted.align != 1 else []
    head = f"{wanted.number}{'be' if wanted.big else 'le'}" if wanted.kind == "number" else wanted.kind
    brackets = f"({','.join(options)})" if options else ""
    return f"{head}{brackets}:{wanted.text}"


def parse_wanted(line: str) -> Wanted:
    """What ``line`` asks for: hex digits with ``?``, ``text:abc``, ``text(utf-16le,i,w):abc``, ``re(i):a+``,
    ``u32le:5``, ``f64be(align=8):1.5 ± 0.1``, ``i16:-5..5``, ``not:00``.

    The options in brackets: an encoding, ``i`` any capitals, ``w`` whole words, ``align=N``. Raises
    ``InputError`` with the position of the character at fault.
    """
    head = _HEAD.match(line)
    if head is None:
        return Wanted("hex", line)
    name, rest = head[1].lower(), line[head.end() :]
    typed = _TYPED.fullmatch(name)
    if typed is not None and not (typed[1] == "f" and typed[2] in ("8", "16")):
        wanted = Wanted("number", rest, number=typed[1] + typed[2], big=typed[3] == "be")
    elif name in _KINDS:
        wanted = Wanted(_KINDS[name], rest)
    else:
        raise InputError(
            f"“{shown_input(head[1])}” is not something to look for; write hex digits, text:…, re:…, "
            "u32le:… or not:00.",
            head.start(1),
        )
    at = head.start(2)
    for option in (head[2] or "").split(","):
        wanted = _with_option(wanted, option.strip(), at)
        at += len(option) + 1
    return wanted


def position_in(line: str, error: InputError) -> int | None:
    """Where in ``line`` stands the character that ``matcher_of(parse_wanted(line))`` is at fault with."""
    if error.position is None:
        return None
    head = _HEAD.match(line)
    return error.position + (head.end() if head is not None else 0)


def _with_option(wanted: Wanted, option: str, at: int) -> Wanted:
    if not option:
        return wanted
    if option == "i":
        return wanted._replace(fold=True)
    if option == "w":
        return wanted._replace(word=True)
    if option.startswith("align="):
        digits = option[6:]
        if not digits.isdecimal() or len(digits) > 7:
            raise InputError("An alignment is a number of bytes; write align=4.", at)
        return wanted._replace(align=int(digits))
    _codec(option, at)
    return wanted._replace(encoding=option)


def _codec(encoding: str, at: int | None = None) -> str:
    """Python's name of an encoding; ``InputError`` where text cannot be written in it."""
    try:
        parse_needle("a", "text", encoding)
    except InputError as error:
        raise InputError(str(error), at) from None
    from bytescope.core.search.needle import without_mark

    return without_mark(encoding)


# -- numbers ----------------------------------------------------------------------------------


def _number(wanted: Wanted) -> Matcher:
    from bytescope.core.search.masked import Masked

    if "," in wanted.text:
        return Masked(_several(wanted), align=wanted.align)
    least, most = _bounds(wanted)
    if least == most:
        return Masked(_packed(wanted, least), align=wanted.align)
    from bytescope.core.search.values import Values

    size = int(wanted.number[1:]) // 8
    dtype = f"{'>' if wanted.big else '<'}{wanted.number[0]}{size}"
    return Values(dtype, least, most, align=wanted.align)


def _several(wanted: Wanted) -> bytes:
    """Numbers one behind the other, between commas."""
    whole = re.compile(r"[^,]*")
    out, at = b"", 0
    while at <= len(wanted.text):
        found = whole.match(wanted.text, at)
        assert found is not None  # it matches anything
        out += _packed(wanted, _value(wanted, found, 0))
        at = found.end() + 1
    return out


def _packed(wanted: Wanted, value: float) -> bytes:
    order: Literal["big", "little"] = "big" if wanted.big else "little"
    if wanted.number[0] == "f":
        form = (">" if wanted.big else "<") + ("f" if wanted.number == "f32" else "d")
        try:
            return struct.pack(form, value)
        except OverflowError:
            raise InputError(f"The number does not fit into {wanted.number}; take f64.", 0) from None
    return int(value).to_bytes(int(wanted.number[1:]) // 8, order, signed=wanted.number[0] == "i")


def _bounds(wanted: Wanted) -> tuple[float, float]:
    """The least and the largest number that is looked for; integers stay exact."""
    text = wanted.text
    if (found := _RANGE.fullmatch(text)) is not None:
        least, most = _value(wanted, found, 1), _value(wanted, found, 2)
        if least > most:
            raise InputError(
                "The range ends before it begins; write the smaller number first.", found.start(2)
            )
    elif (found := _AROUND.fullmatch(text)) is not None:
        middle, beside = _value(wanted, found, 1), _value(wanted, found, 2, bounded=False)
        if not beside >= 0:
            raise InputError(
                "What a number may be off by is not negative; leave the sign out.", found.start(2)
            )
        least, most = middle - beside, middle + beside
    else:
        whole = re.fullmatch(r"(\s*)(.*)", text, re.DOTALL)
        assert whole is not None  # it matches anything
        least = most = _value(wanted, whole, 2)
    if wanted.number[0] == "f":
        return least, most
    low, high = _limits(wanted.number)
    return max(least, low), min(most, high)


def _limits(number: str) -> tuple[int, int]:
    bits = int(number[1:])
    return (-(1 << bits - 1), (1 << bits - 1) - 1) if number[0] == "i" else (0, (1 << bits) - 1)


def _value(wanted: Wanted, found: re.Match[str], group: int, *, bounded: bool = True) -> float:
    text, at = found[group].strip(), found.start(group)
    if not text:
        raise InputError("The number is missing; write 5, 0x1F, 10..20 or 10 ± 2.", at)
    if wanted.number[0] == "f":
        try:
            value = float(text) if len(text) <= 100 else math.inf
        except ValueError:
            raise InputError(
                f"“{shown_input(text)}” is not a number; write it as 1.5, -2e-3, inf or nan.", at
            ) from None
        return value
    from bytescope.core.text.numbers import NO_DOCUMENT, parse_number

    try:
        whole = parse_number(text, NO_DOCUMENT, relative=False)
    except InputError as error:
        raise InputError(
            f"“{shown_input(text)}” is not a whole number; write it as 5, -1, 0x1F or 4Ki.",
            at + (error.position or 0),
        ) from None
    low, high = _limits(wanted.number)
    if bounded and not low <= whole <= high:
        raise InputError(f"“{shown_input(text)}” does not fit: {wanted.number} holds {low} to {high}.", at)
    return whole
