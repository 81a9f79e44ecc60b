"""What is put in the place of the hits of an expression: bytes, and what its groups found there."""

from __future__ import annotations

import re
from array import array
from typing import TYPE_CHECKING, Any, NamedTuple

from bytescope.core.document.places import Pieces, Places
from bytescope.core.document.spilled import Collected
from bytescope.core.errors import InputError, RefusedError
from bytescope.core.search.expressions import compiled
from bytescope.core.text.formats import plural, shown_input

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bytescope.core.document.snapshot import Snapshot
    from bytescope.core.ticket import Ticket

Part = bytes | int
"""Bytes as they are, or the number of a group; 0 is the whole hit."""

AT_ONCE = 1 << 20
"""Hits that lie within so many bytes are read together."""

_BESIDE = 1
"""Bytes beside a hit that an expression looks at."""

_PIECE = re.compile(
    r"\\\\|\\x[0-9A-Fa-f]{2}|\\[afnrtv]|\\[0-9]{1,2}|\\g<[^<>]*>|[^\\]+", re.ASCII | re.DOTALL
)
_ESCAPED = {"a": b"\a", "f": b"\f", "n": b"\n", "r": b"\r", "t": b"\t", "v": b"\v", "\\": b"\\"}


class Template(NamedTuple):
    """``parts`` as what stands in the place of a hit of the expression ``pattern``."""

    pattern: bytes
    fold: bool
    parts: tuple[Part, ...]


def parse_template(text: str, pattern: bytes, fold: bool) -> bytes | Template:
    """``text`` as it is typed: characters of ASCII, ``\\xE9`` a byte, ``\\n`` and the like, ``\\\\``, and
    groups: ``\\1`` to ``\\99``, ``\\g<1>``, ``\\g<name>``; ``\\0`` and ``\\g<0>`` are the whole hit.

    Bytes where there is no group in it. Raises ``InputError`` with the position of the character at fault.
    """
    expression = compiled(pattern, fold, groups=True)
    parts: list[Part] = []
    at = 0
    while at < len(text):
        found = _PIECE.match(text, at)
        if found is None:
            raise _not_understood(text, at)
        part = _part(found[0], at, expression)
        if isinstance(part, bytes) and parts and isinstance(before := parts[-1], bytes):
            parts[-1] = before + part
        else:
            parts.append(part)
        at = found.end()
    if not any(isinstance(part, int) for part in parts):
        return b"".join(part for part in parts if isinstance(part, bytes))
    return Template(pattern, fold, tuple(parts))


def pieces(
    snapshot: Snapshot, places: Places, template: Template, folder: bytes | None, ticket: Ticket
) -> Pieces:
    """What is to stand in each of the places, which are hits of the template's expression.

    Beyond some memory it is kept in ``folder``. The ticket counts hits. RefusedError where there is no room
    for it, or the hits are no longer there.
    """
    expression = compiled(template.pattern, template.fold, groups=True)
    collected = Collected(folder)
    ends: array[int] = array("q")
    ticket.total += len(places)
    first = 0
    while first < len(places):
        behind = first + 1
        limit = places.starts[first] + AT_ONCE
        while behind < len(places) and places.ends[behind] <= limit:
            behind += 1
        base = max(0, places.starts[first] - _BESIDE)
        stop = min(snapshot.size, places.ends[behind - 1] + _BESIDE)
        reading = snapshot.read(base, stop - base)
        if reading.lost:
            raise _gone(reading.lost[0].range.start)
        data = reading.data
        for i in range(first, behind):
            start, end = places.starts[i] - base, places.ends[i] - base
            found = expression.match(data, start, end)
            if found is None or found.end() != end:
                raise _gone(places.starts[i])
            collected.add(_put(template.parts, data, found))
            ends.append(collected.size)
        ticket.advance(behind - first)
        first = behind
    return Pieces(collected.done(), ends)


def _put(parts: Sequence[Part], data: bytes, found: Any) -> bytes:
    """The bytes for one hit; a group that had no part in it gives none."""
    out = []
    for part in parts:
        if isinstance(part, bytes):
            out.append(part)
        else:
            start, end = found.span(part)
            out.append(data[start:end] if start >= 0 else b"")
    return b"".join(out)


def _part(text: str, at: int, expression: Any) -> Part:
    if text[0] != "\\":
        for place, char in enumerate(text):
            if ord(char) > 0x7E:
                raise InputError(
                    "What an expression is replaced by is bytes: write “\\xE9” for the byte E9.", at + place
                )
        return text.encode("ascii")
    mark = text[1]
    if mark == "x":
        return bytes.fromhex(text[2:])
    if mark in _ESCAPED:
        return _ESCAPED[mark]
    name = text[3:-1] if mark == "g" else text[1:]
    count: int = expression.groups
    if name.isdecimal() and len(name) <= 4:
        if int(name) <= count:
            return int(name)
        have = plural(count, "group") if count else "no groups"
        raise InputError(
            f"There is no group {int(name)}: the expression has {have}; put what is meant in ( ).", at
        )
    number: int | None = expression.groupindex.get(name.encode("utf-8", "replace"))
    if number is None:
        raise InputError(
            f"No group is called “{shown_input(name)}”; write (?P<name>…) in the expression, or a number.", at
        )
    return number


def _not_understood(text: str, at: int) -> InputError:
    if text.startswith("\\x", at):
        return InputError("“\\x” takes two hex digits, such as \\x0A.", at)
    if text.startswith("\\g", at):
        return InputError("Write a group as \\g<1> or \\g<name>.", at)
    if at == len(text) - 1:
        return InputError("The replacement ends with “\\”; write \\\\ for the character.", at)
    return InputError("This escape is not known; write \\1 for a group, \\x0A for a byte, \\\\ for “\\”.", at)


def _gone(offset: int) -> RefusedError:
    return RefusedError(
        f"The hit at offset {offset:,} is not there any more or cannot be read, so nothing was changed; "
        "search again."
    )
