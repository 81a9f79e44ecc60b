"""Tells whether a value that was pasted is one of the checksums, whatever it is written like."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

from bytescope.core.checksums.algorithms import ALGORITHMS

MOST = 4096
"""Characters of a pasted value that are looked at."""

_APART = re.compile(r"[\s:\-]+")
_LINES = (
    re.compile(r"^\\?([0-9a-f]+) [ *]\S"),  # sha256sum, b3sum, xxhsum: digits first, whatever the name is
    re.compile(r"^[a-z0-9_-]+ ?\(.*\) ?= ?([0-9a-f]+)$"),  # as BSD's tools and --tag write it
)
_DIGITS = re.compile(r"(?<![0-9a-f])(?:0x)?([0-9a-f]{4,128})(?![0-9a-f])")
LENGTHS = frozenset(item.digits for item in ALGORITHMS.values())


class Verdict(NamedTuple):
    """``key`` of the checksum that is the same, None where none is; ``matches`` is None if that is open."""

    sentence: str
    matches: bool | None
    key: str | None = None


def digits_in(text: str) -> str:
    """The hex digits of a pasted value in small letters; "" where there are none of a length that is known.

    Spaces, colons, hyphens and capitals do not matter; a line of md5sum or a "SHA256 (name) = …" will do.
    """
    low = text[:MOST].strip().lower()
    whole = _APART.sub("", low.removeprefix("0x"))
    if re.fullmatch(r"[0-9a-f]+", whole) and len(whole) in LENGTHS:
        return whole
    for form in _LINES:
        for line in low.splitlines():
            found = form.match(line.strip())
            if found is not None and len(found[1]) in LENGTHS:
                return found[1]
    words = [word for word in _DIGITS.findall(low) if len(word) in LENGTHS]
    return max(words, key=len, default="")


def possible(text: str) -> list[str]:
    """The keys of the checksums that are as long as the pasted value."""
    length = len(digits_in(text))
    return [key for key, item in ALGORITHMS.items() if item.digits == length]


def compared(text: str, values: Mapping[str, str]) -> Verdict:
    """What the pasted ``text`` is among ``values`` (hex digits by key)."""
    if not text.strip():
        return Verdict("", None)
    wanted, keys = digits_in(text), possible(text)
    if not wanted:
        return Verdict("This is no checksum: give 4, 8, 16, 32, 40, 56, 64, 96 or 128 hex digits.", None)
    for key in keys:
        if values.get(key) == wanted:
            return Verdict(f"It is the same: {ALGORITHMS[key].title}.", True, key)
    names = " or ".join(ALGORITHMS[key].title for key in keys)
    missing = [ALGORITHMS[key].title for key in keys if key not in values]
    if missing:
        there = [ALGORITHMS[key].title for key in keys if key in values]
        begin = f"It is not the {' or '.join(there)}, but" if there else "It"
        return Verdict(f"{begin} can be {' or '.join(missing)}: compute that to compare.", None)
    return Verdict(f"It is another: no {names} of these bytes.", False)
