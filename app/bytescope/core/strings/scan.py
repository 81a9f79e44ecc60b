"""Walks a range of a snapshot for texts, window by window; holes and patterns are passed over."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from bytescope.core.ranges import ByteRange
from bytescope.core.search.matcher import bytes_of
from bytescope.core.search.stretches import between
from bytescope.core.strings.forms import FORMS, Form, table_of
from bytescope.core.strings.kernels import AT, RUN, kernels
from bytescope.core.strings.twins import Twins, Wide

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from bytescope.core.document.snapshot import Snapshot
    from bytescope.core.ticket import Ticket

WINDOW = 1 << 20
"""Bytes read at a time: they stay in the cache of the processor while they are looked at."""

AHEAD = 4
"""Bytes behind a window that its last character may need."""

LEAST_STRETCH = 1 << 16
"""Shorter holes and patterns are looked at with their surroundings."""

ROOM = 1 << 14
LEAST_LETTERS, MOST_LETTERS = 2, 1000


class Batch(NamedTuple):
    """Texts by their first bytes: offsets, lengths in bytes (i8[n]), numbers of their forms (u1[n])."""

    starts: NDArray[np.int64]
    lengths: NDArray[np.int64]
    numbers: NDArray[np.uint8]


class Passed:
    """How many bytes were not looked at, because they are a hole or repeat themselves."""

    def __init__(self) -> None:
        self.count = 0


def strings(
    snapshot: Snapshot,
    within: ByteRange,
    forms: Iterable[str],
    least: int,
    ticket: Ticket,
    *,
    every_script: bool = False,
    window: int = WINDOW,
    least_stretch: int = LEAST_STRETCH,
    passed: Passed | None = None,
    room: int = ROOM,
) -> Iterator[Batch]:
    """Runs of at least ``least`` characters that can be printed, in each of ``forms``, as long as they are.

    About in order of their ends, one window after the other. UTF-16 and UTF-32 begin at any offset; in UTF-16
    all scripts count only with ``every_script``. Of wide texts that have bytes in common, as both byte orders
    read them, only the better one counts (``twins``). What could not be read is no text. ``window``,
    ``least_stretch`` and ``room`` are for tests.
    """
    within = within.intersect(ByteRange(0, snapshot.size))
    chosen = [FORMS[key] for key in forms]
    ticket.total = within.length
    buffer = memoryview(bytearray(window + AHEAD))
    for piece in between(snapshot, within, AHEAD, least_stretch):
        streams = [
            _Stream(form, phase, piece.start, least, every_script, room)
            for form in chosen
            for phase in range(form.unit)
        ]
        twins = [Twins(unit, every_script) for unit in (2, 4) if any(form.unit == unit for form in chosen)]
        ticket.done = piece.start - within.start
        at = piece.start
        while at < piece.end:
            stop = min(piece.end, at + window)
            view = buffer[: min(piece.end, stop + AHEAD) - at]
            snapshot.read_into(at, view)
            for batch in _window(streams, twins, view, at, stop - at, stop == piece.end):
                ticket.check()
                yield batch
            ticket.advance(stop - at)
            at = stop
        if passed is not None:
            passed.count -= piece.length
    if passed is not None:
        passed.count += within.length
    ticket.done = ticket.total


def _window(
    streams: list[_Stream], twins: list[Twins], view: memoryview, base: int, stop: int, last: bool
) -> Iterator[Batch]:
    """The texts that end in a window, sorted by their first bytes where there are few."""
    found = [batch for stream in streams for batch in stream.look(view, base, stop, last)]
    for pairs in twins:
        wide = [stream for stream in streams if stream.form.unit == pairs.unit]
        pairs.add([item for stream in wide for item in stream.taken()])
        first = min((stream.open_from for stream in wide), default=base + stop)
        found += [Batch(*batch) for batch in pairs.sifted(base + stop + AHEAD if last else first)]
    if len(found) > 1:
        starts = np.concatenate([batch.starts for batch in found])
        order = np.argsort(starts, kind="stable")
        lengths = np.concatenate([batch.lengths for batch in found])
        numbers = np.concatenate([batch.numbers for batch in found])
        yield Batch(starts[order], lengths[order], numbers[order])
    else:
        yield from found


class _Stream:
    """One form at one phase: where its run is open, and how far it has looked."""

    def __init__(self, form: Form, phase: int, start: int, least: int, every_script: bool, room: int) -> None:
        self.form = form
        self._least = least
        self._table = table_of(form.key, every_script=every_script)
        first = start + (phase - start) % form.unit
        self._state = np.array((-1, 0, first, 0, 0), np.int64)
        self._starts, self._lengths = np.empty(room, np.int64), np.empty(room, np.int64)
        self._letters, self._jumps = np.empty(room, np.int64), np.empty(room, np.int64)
        self._wide: list[Wide] = []

    @property
    def open_from(self) -> int:
        """Where what is found later may begin."""
        return int(self._state[RUN] if self._state[RUN] >= 0 else self._state[AT])

    def taken(self) -> list[Wide]:
        """Wide texts that were found, each only once."""
        taken, self._wide = self._wide, []
        return taken

    def look(self, view: memoryview, base: int, stop: int, last: bool) -> Iterator[Batch]:
        """The runs that end in the first ``stop`` bytes of ``view``, which begins at offset ``base``.

        Those of wide characters are kept for ``taken``.
        """
        bytes_kernel, utf8_kernel, units_kernel = kernels()
        form, data = self.form, bytes_of(view)
        where = (data, base, stop, last, self._least, self._table, self._state, self._starts, self._lengths)
        while True:
            if form.unit > 1:
                count = units_kernel(*where, self._letters, self._jumps, form.unit, form.big)
            else:
                count = (utf8_kernel if form.key == "utf-8" else bytes_kernel)(*where)
            if count and form.unit > 1:
                self._wide.append(self._found(count))
            elif count:
                numbers = np.full(count, form.number, np.uint8)
                yield Batch(self._starts[:count].copy(), self._lengths[:count].copy(), numbers)
            if self._state[AT] >= base + stop and not (last and self._state[RUN] >= 0):
                return

    def _found(self, count: int) -> Wide:
        starts, lengths = self._starts[:count].copy(), self._lengths[:count].copy()
        letters, jumps = self._letters[:count].copy(), self._jumps[:count].copy()
        return Wide(starts, lengths, letters, jumps, np.full(count, self.form.number, np.int64))
