"""Reads texts that were found, as far as they are shown, searched or written."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from bytescope.core.strings.forms import BY_NUMBER, Form

if TYPE_CHECKING:
    from bytescope.core.document.snapshot import Snapshot

SHOWN = 256
"""Bytes of a text that are shown in a row."""

SEARCHED = 4096
"""Bytes of a text that a filter looks at."""

WRITTEN = 1 << 20
"""Bytes of a text that are written when a list is exported."""

BLOCK = 1 << 20


class Place(NamedTuple):
    """A text: where it begins, its bytes, the number of its form."""

    start: int
    length: int
    number: int


def decoded(data: bytes, form: Form) -> str:
    """The text of ``data``, which may have been cut inside of a character."""
    return data.decode(form.codec, "ignore")


class Reader:
    """Reads texts that stand close to each other with one call."""

    def __init__(self, snapshot: Snapshot, most: int) -> None:
        self._snapshot = snapshot
        self._most = most
        self._base = 0
        self._block = b""

    def text(self, place: Place) -> str:
        """The beginning of the text at ``place``, at most ``most`` bytes of it."""
        length = min(place.length, self._most, max(0, self._snapshot.size - place.start))
        at = place.start - self._base
        if at < 0 or at + length > len(self._block):
            size = min(max(BLOCK, length), self._snapshot.size - place.start)
            self._base, at = place.start, 0
            self._block = self._snapshot.read(place.start, max(0, size)).data
        return decoded(self._block[at : at + length], BY_NUMBER[place.number])


def read_some(snapshot: Snapshot, places: Sequence[Place], most: int = SHOWN) -> list[str]:
    """The beginnings of a few texts that may lie far from each other."""
    texts = []
    for place in places:
        length = min(place.length, most, max(0, snapshot.size - place.start))
        data = snapshot.read(place.start, length).data if length else b""
        texts.append(decoded(data, BY_NUMBER[place.number]))
    return texts


def written(texts: Iterable[tuple[Place, str]], form: str) -> Iterator[str]:
    """Texts as lines "offset text", or as CSV or JSON with encoding and length."""
    if form == "csv":
        yield _csv(("offset", "length", "encoding", "text"))
        for place, text in texts:
            yield _csv((place.start, place.length, BY_NUMBER[place.number].key, text))
    elif form == "json":
        before = "[\n"
        for place, text in texts:
            item = {
                "offset": place.start,
                "length": place.length,
                "encoding": BY_NUMBER[place.number].key,
                "text": text,
            }
            yield before + json.dumps(item, ensure_ascii=False)
            before = ",\n"
        yield "[]\n" if before == "[\n" else "\n]\n"
    else:
        for place, text in texts:
            yield f"{place.start:7d} {text}\n"


def _csv(row: tuple[object, ...]) -> str:
    line = io.StringIO()
    csv.writer(line, lineterminator="\n").writerow(row)
    return line.getvalue()
