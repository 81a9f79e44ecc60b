"""Definitions with a head that says what they are for, and which of them fits the bytes at a place."""

from __future__ import annotations

import re
from typing import NamedTuple

from bytescope.core.inspect.kind import Order

_HEAD = re.compile(r"// (name|root|order|match|about|offset): *(.*)")
_OFFSET = re.compile(r"0[xX][0-9A-Fa-f]{1,8}|[1-9][0-9]{0,8}|0")
_MATCH = re.compile(r"(-?\d+) ([0-9A-Fa-f?]+)(?: (little|big))?")
COMPILED = "#pragma pack()\n"
"""Fields stand as compilers place them."""
REACH = 2048
"""Bytes from a place on that decide which definition fits, and where."""


class Magic(NamedTuple):
    """The definition fits where these bytes stand at ``offset`` from its start; None fits any byte."""

    offset: int
    values: tuple[int | None, ...]
    order: Order | None = None


class Shelved(NamedTuple):
    """A definition: ``root`` is the structure meant, ``order`` the byte order unless a match tells.

    ``offset``: where it stands in what it describes, as a superblock stands 1024 bytes from the start of its
    file system.
    """

    key: str
    title: str
    root: str
    order: Order
    about: str
    matches: tuple[Magic, ...]
    text: str
    offset: int = 0


def rooted(text: str, root: str) -> str:
    """``text`` with a line that says which structure is meant."""
    lines = text.split("\n")
    at = next((n for n, line in enumerate(lines[:20]) if line.strip().startswith("// root:")), None)
    if at is None:
        return f"// root: {root}\n{text}"
    lines[at] = f"// root: {root}"
    return "\n".join(lines)


class Fit(NamedTuple):
    """A definition fits ``shift`` bytes behind a place; ``magic`` tells by what, None: nothing says so."""

    shift: int
    magic: Magic | None


def shelved(key: str, text: str) -> Shelved:
    """A definition with what the lines at its beginning say: name, root, order, match, about, offset."""
    said: dict[str, str] = {}
    matches: list[Magic] = []
    for line in text.splitlines()[:20]:
        found = _HEAD.fullmatch(line.strip())
        if found is None:
            continue
        if found[1] == "match":
            matches.extend(_magic(found[2]))
        else:
            said[found[1]] = found[2].strip()
    order: Order = "big" if said.get("order") == "big" else "little"
    about = said.get("about", "")
    offset = int(said["offset"], 0) if _OFFSET.fullmatch(said.get("offset", "")) else 0
    return Shelved(
        key, said.get("name", key), said.get("root", ""), order, about, tuple(matches), text, offset
    )


def _magic(text: str) -> list[Magic]:
    found = _MATCH.fullmatch(text.strip())
    if found is None or len(found[2]) % 2:
        return []
    pairs = (found[2][at : at + 2] for at in range(0, len(found[2]), 2))
    values = tuple(None if pair == "??" else int(pair, 16) for pair in pairs)
    order: Order | None = None if found[3] is None else "big" if found[3] == "big" else "little"
    return [Magic(int(found[1]), values, order)]


def fits(item: Shelved, data: bytes) -> Fit:
    """Where ``item`` stands in ``data``, the bytes from the place on: there, or at its own offset."""
    for shift in dict.fromkeys((0, item.offset)):
        for magic in item.matches:
            if _stands(magic, data, shift):
                return Fit(shift, magic)
    return Fit(0 if item.matches else item.offset, None)


def _stands(magic: Magic, data: bytes, shift: int) -> bool:
    at = shift + magic.offset
    some = data[at : at + len(magic.values)] if at >= 0 else b""
    return len(some) == len(magic.values) and all(
        want is None or want == have for want, have in zip(magic.values, some, strict=True)
    )


def sorted_for(items: tuple[Shelved, ...], data: bytes) -> list[tuple[Shelved, Magic | None]]:
    """The definitions, those that fit ``data`` first, the longest match before the others."""
    found = [(item, fits(item, data).magic) for item in items]
    return sorted(found, key=_rank)


def _rank(pair: tuple[Shelved, Magic | None]) -> tuple[int, str]:
    item, magic = pair
    return (-len(magic.values) if magic is not None else 0, item.title.lower())
