"""Ranges of the document as people type them."""

from __future__ import annotations

import re

from bytescope.core.errors import InputError
from bytescope.core.ranges import PAGESIZE, ByteRange, page_count
from bytescope.core.text.formats import count_text, hex_text, plural
from bytescope.core.text.numbers import LONGEST, Names, parse_number

_PAGE = re.compile(r"\s*(?:[pP]|[pP][aA][gG][eE]\s+)[0-9][0-9A-Za-z_]*\s*")


def parse_range(text: str, names: Names) -> ByteRange:
    """The bytes that ``text`` names; every end is exclusive.

    ``start..end``, ``start..`` (to the end of the document), ``..end``, ``start+length``, ``p4`` (page 4),
    ``p4..p8`` (pages 4, 5, 6 and 7), ``all`` and ``sel``. The parts are number expressions; the first
    ``+`` outside brackets separates start and length, so a sum as a start needs brackets. A page that
    the document has may be short at its end. Raises ``InputError`` where the text does not parse, the
    range runs backwards, or does not lie in the document (the message then names the size).
    """
    if len(text) > LONGEST:
        raise InputError(f"The range has more than {LONGEST:,} characters; shorten it.", LONGEST)
    word = text.strip().lower()
    if not word:
        raise InputError("Type a range, such as 0..4096, 0x1000+512 or p4..p8.", 0)
    if word == "all":
        return ByteRange(0, names.size)
    if word == "sel":
        return inside(names.start, names.end, names.size)
    if (dots := text.find("..")) >= 0:
        return _between(text, dots, names)
    if _PAGE.fullmatch(text):
        start = parse_number(text, names)
        return inside(start, _clipped_page_end(start + PAGESIZE, names.size), names.size)
    if (plus := _separating_plus(text)) is not None:
        start = parse_number(text[:plus], names)
        length = _part(text, plus + 1, len(text), names, relative=False)
        if length < 0:
            raise InputError("The length of the range is negative; type a length of 0 or more.", plus + 1)
        return inside(start, start + length, names.size)
    parse_number(text, names)  # a fault in the number itself is told first
    raise InputError("One number is not a range; write start..end, start+length, p4 or p4..p8.", 0)


def inside(start: int, end: int, size: int) -> ByteRange:
    """``start`` up to ``end``, when that lies in a document of ``size`` bytes; else ``InputError``."""
    if start < 0 or end < 0:
        raise InputError("The range begins before offset 0; type an offset of 0 or more.")
    if end < start:
        raise InputError(
            f"The range ends at {hex_text(end)}, before its start {hex_text(start)}; swap the two."
        )
    if end > size:
        raise InputError(
            f"The range ends at {count_text(end)} ({hex_text(end)}), past the end of the document;"
            f" its size is {plural(size, 'byte')} ({hex_text(size)})."
        )
    return ByteRange(start, end)


def _between(text: str, dots: int, names: Names) -> ByteRange:
    """The range of ``start..end``; either side may be missing."""
    left, right = text[:dots], text[dots + 2 :]
    start = parse_number(left, names) if left.strip() else 0
    if not right.strip():
        return inside(start, names.size, names.size)
    end = _part(text, dots + 2, len(text), names)
    if _PAGE.fullmatch(right):
        end = _clipped_page_end(end, names.size)
    return inside(start, end, names.size)


def _part(text: str, start: int, end: int, names: Names, *, relative: bool = True) -> int:
    """The number in a part of ``text``; an error's position counts from the beginning of the whole."""
    try:
        return parse_number(text[start:end], names, relative=relative)
    except InputError as error:
        raise InputError(str(error), start + (error.position or 0)) from None


def _clipped_page_end(end: int, size: int) -> int:
    """``end`` of a page as a byte offset: a short last page ends where the document does."""
    return min(end, size) if end <= page_count(size) * PAGESIZE else end


def _separating_plus(text: str) -> int | None:
    """Where the ``+`` between start and length stands; a leading sign is part of the start."""
    depth = 0
    seen_number = False
    for at, char in enumerate(text):
        depth += (char == "(") - (char == ")")
        if char == "+" and depth == 0 and seen_number:
            return at
        # A plus directly behind another operator is a sign, not the separator.
        seen_number = char.isalnum() or char in "_)" or (seen_number and char.isspace())
    return None
