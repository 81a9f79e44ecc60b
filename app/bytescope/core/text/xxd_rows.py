"""Rows of ``xxd`` that are not bytes in their order, words (``-e``) and bits (``-b``), as plain ones."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Literal, NamedTuple

from bytescope.core.errors import InputError
from bytescope.core.text.formats import shown_input

Way = Literal["plain", "little", "bits"]

MOST_AHEAD = 1 << 14
"""Rows that are looked at until one tells: those of equal bytes, or of bytes that are no letters, do not."""

_HEAD = re.compile(r"\s*[0-9A-Fa-f]{4,16}: ")
_WORD = re.compile(r" *([0-9A-Fa-f]+)(?= )")
_MOST_WORDS = 256
_LONGEST = 4096
_GLYPHS = "".join(chr(value) if 0x20 <= value < 0x7F else "." for value in range(256))


class Row(NamedTuple):
    """One way to read a row: the column of letters beside it agrees."""

    way: Way
    data: bytes


def straightened(lines: Iterable[str]) -> tuple[bool, Iterator[str]]:
    """The rows of ``xxd -e`` and ``xxd -b`` as ``xxd`` writes them; all other lines as they are (True).

    Words of little-endian order look like those of the other. Only the letters beside them tell: the first
    row in which they do decides. InputError names a later row that they contradict.
    """
    rest = iter(lines)
    ahead: list[str] = []
    way: Way | None = None
    for line in rest:
        ahead.append(line)
        way = _decided(line)
        if way is not None or len(ahead) >= MOST_AHEAD:
            break
    if way in ("little", "bits"):
        return False, _rewritten(chain(ahead, rest), way)
    return True, chain(ahead, rest)


def _decided(line: str) -> Way | None:
    """The way in which alone ``line`` can be read; None where it does not tell."""
    if not line.strip() or line.strip() == "*":
        return None
    ways = {row.way for row in _readings(line)}
    if ways == {"plain", "little"}:
        return None
    return ways.pop() if len(ways) == 1 else "plain"


def _readings(line: str) -> list[Row]:
    """Each way to read ``line`` with which the letters behind the words agree."""
    found: list[Row] = []
    head = _HEAD.match(line)
    if head is None or len(line) > _LONGEST:
        return found
    text = line.rstrip("\r\n")
    at = head.end()
    words: list[str] = []
    while (word := _WORD.match(text, at)) and len(words) < _MOST_WORDS:
        words.append(word[1])
        at = word.end()
        if text[at : at + 2] == "  ":  # more of them is nearer the truth: blanks agree with blanks
            found = [row for row in _ways(words) if _agree(row.data, text[at:])] or found
    return found


def _agree(data: bytes, behind: str) -> bool:
    """Whether the letters of ``data`` end the line; blanks at its end may be gone."""
    letters = "  " + "".join(map(_GLYPHS.__getitem__, data))
    return behind.endswith(letters) or behind.rstrip() == letters.rstrip()


def _ways(words: list[str]) -> Iterator[Row]:
    if all(len(word) == 8 and not word.strip("01") for word in words):
        yield Row("bits", bytes(int(word, 2) for word in words))
    if any(len(word) % 2 for word in words):
        return
    yield Row("plain", bytes.fromhex("".join(words)))
    if len(words[0]) > 2:
        yield Row("little", b"".join(bytes.fromhex(word)[::-1] for word in words))


def _rewritten(lines: Iterable[str], way: Way) -> Iterator[str]:
    for number, line in enumerate(lines, 1):
        if not line.strip() or line.strip() == "*":
            yield line
            continue
        row = next((row for row in _readings(line) if row.way == way), None)
        if row is None:
            raise InputError(
                f"Line {number:,} and the letters at its end do not agree: “{shown_input(line.strip())}”;"
                " check the line."
            )
        yield f"{line.partition(':')[0]}: {row.data.hex(' ')}"
