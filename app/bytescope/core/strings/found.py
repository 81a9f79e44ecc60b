"""Keeps the places of texts, bounded: 17 bytes for each of at most four million."""

from __future__ import annotations

import re
from array import array
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

import numpy as np

from bytescope.core.errors import InputError
from bytescope.core.strings.reading import SEARCHED, Place, Reader

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from bytescope.core.document.snapshot import Snapshot
    from bytescope.core.strings.scan import Batch
    from bytescope.core.ticket import Ticket

MOST = 4_000_000
_PART = 4096
LONGEST_FILTER = 1000


class Found:
    """Texts in the order in which they were added. One thread adds, others may read what is counted."""

    def __init__(self, most: int = MOST) -> None:
        self._most = most
        self._room = 1024
        self.starts = np.empty(self._room, np.int64)
        self.lengths = np.empty(self._room, np.int64)
        self.numbers = np.empty(self._room, np.uint8)
        self.count = 0
        self.full = False

    def __len__(self) -> int:
        return self.count

    def add(self, batch: Batch) -> bool:
        """Take these as well; False when there is room for no more."""
        new = min(len(batch.starts), self._most - self.count)
        end = self.count + new
        if end > self._room:
            self._room = min(self._most, max(end, 2 * self._room))
            self.starts = _grown(self.starts, self.count, self._room)
            self.lengths = _grown(self.lengths, self.count, self._room)
            self.numbers = _grown(self.numbers, self.count, self._room)
        self.starts[self.count : end] = batch.starts[:new]
        self.lengths[self.count : end] = batch.lengths[:new]
        self.numbers[self.count : end] = batch.numbers[:new]
        self.count = end
        self.full = self.full or new < len(batch.starts)
        return not self.full

    def in_order(self) -> Found:
        """The same by offset: a long text is found behind the short ones in it."""
        starts = self.starts[: self.count]
        if not self.count or bool((starts[1:] >= starts[:-1]).all()):
            return self
        order = np.argsort(starts, kind="stable")
        made = Found(self._most)
        made.starts, made.lengths = starts[order], self.lengths[: self.count][order]
        made.numbers = self.numbers[: self.count][order]
        made.count, made.full = self.count, self.full
        made._room = self.count
        return made

    def place(self, at: int) -> Place:
        """Where text number ``at`` lies."""
        return Place(int(self.starts[at]), int(self.lengths[at]), int(self.numbers[at]))


def _grown(array: NDArray[Any], count: int, room: int) -> NDArray[Any]:
    made = np.empty(room, array.dtype)
    made[:count] = array[:count]
    return made


Test = Callable[[str], bool]


def test_of(wanted: str, *, expression: bool) -> Test:
    """Whether a text has ``wanted`` in it, in any capitals; as an expression of RE2, in time that is bounded.

    ``InputError`` where the expression is not understood.
    """
    if len(wanted) > LONGEST_FILTER:
        raise InputError(f"Type at most {LONGEST_FILTER:,} characters.", LONGEST_FILTER)
    if not expression:
        low = wanted.casefold()

        def has(text: str) -> bool:
            return low in text.casefold()

        return has
    import re2

    options = re2.Options()
    options.never_capture = True
    options.case_sensitive = False
    options.log_errors = False
    options.max_mem = 16 << 20
    try:
        compiled = re2.compile(wanted, options=options)
    except re2.error as error:
        said = error.args[0] if error.args else ""
        what = said.decode("utf-8", "replace") if isinstance(said, bytes) else str(said)
        raise InputError(f"The expression is not understood: {re.sub(r'[^ -~]', '?', what)}.") from None

    def matches(text: str) -> bool:
        return compiled.search(text) is not None

    return matches


def filtered(snapshot: Snapshot, found: Found, test: Test, ticket: Ticket) -> NDArray[np.int32]:
    """The numbers of the texts that pass ``test``, which looks at their first 4,096 bytes."""
    reader = Reader(snapshot, SEARCHED)
    ticket.total = found.count
    good = array("i")
    for first in range(0, found.count, _PART):
        end = min(found.count, first + _PART)
        good.extend(at for at in range(first, end) if test(reader.text(found.place(at))))
        ticket.advance(end - first)
    return np.array(good, np.int32)


def texts_of(
    snapshot: Snapshot, found: Found, picked: NDArray[np.int32] | None, most: int, ticket: Ticket
) -> Iterator[tuple[Place, str]]:
    """The texts and their places, all or those ``picked``, one after the other."""
    reader = Reader(snapshot, most)
    numbers = range(found.count) if picked is None else picked.tolist()
    ticket.total = len(numbers)
    for at in numbers:
        ticket.advance(1)
        place = found.place(at)
        yield place, reader.text(place)
