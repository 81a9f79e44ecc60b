"""Hits as lines of a table, for files and for the command line: CSV or JSON."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Literal, NamedTuple

from bytescope.core.ranges import PAGESIZE

if TYPE_CHECKING:
    from bytescope.core.document.snapshot import Snapshot

Form = Literal["csv", "json"]

COLUMNS = ("offset", "length", "page", "bytes")

SHOWN = 32
"""Bytes of a hit that are told."""


class Told(NamedTuple):
    """A hit: its first byte, how many it has, and the first of them; what cannot be read is None."""

    offset: int
    length: int
    shown: bytes | None

    @property
    def page(self) -> int:
        return self.offset // PAGESIZE


def told(snapshot: Snapshot, offset: int, length: int) -> Told:
    """The hit with its first bytes, which are read now."""
    end = min(offset + min(length, SHOWN), snapshot.size)
    reading = snapshot.read(offset, max(0, end - offset))
    return Told(offset, length, None if reading.lost else reading.data)


def lines(hits: Iterable[Told], form: Form) -> Iterator[str]:
    """The hits as a whole file, without line ends; ``bytes`` are hex digits, empty where they are lost."""
    if form == "csv":
        yield ",".join(COLUMNS)
        for hit in hits:
            yield f"{hit.offset},{hit.length},{hit.page},{_hex(hit)}"
        return
    lead = "["
    for hit in hits:
        shown = "null" if hit.shown is None else f'"{hit.shown.hex()}"'
        numbers = f'"offset": {hit.offset}, "length": {hit.length}, "page": {hit.page}'
        yield f'{lead}{{{numbers}, "bytes": {shown}}}'
        lead = ","
    yield "[]" if lead == "[" else "]"


def _hex(hit: Told) -> str:
    return "" if hit.shown is None else hit.shown.hex()
