"""Feeds the bytes of a range to many checksums in one pass; what repeats is read once."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from bytescope.core.checksums.algorithms import ALGORITHMS
from bytescope.core.errors import BytescopeError
from bytescope.core.ranges import ByteRange
from bytescope.core.search.stretches import repeating

if TYPE_CHECKING:
    from bytescope.core.document.snapshot import Snapshot
    from bytescope.core.ticket import Ticket

STEP = 4 << 20
"""Bytes read at a time: long against the start of a thread, short against the wish to stop."""

LEAST_STRETCH = 1 << 20
"""Shorter holes and patterns are read with their surroundings."""

SHARED_AFTER = 4
"""Steps after which the work is shared out anew, by the time that each checksum took on this processor."""

Together = Callable[[Callable[[int], None], int], None]
"""``together(work, count)`` does ``work(0)`` … ``work(count - 1)``, at once if it can, and waits for all."""


def checksums(
    snapshot: Snapshot,
    within: ByteRange,
    keys: Iterable[str],
    ticket: Ticket,
    *,
    together: Together | None = None,
    width: int = 1,
    step: int = STEP,
    least: int = LEAST_STRETCH,
) -> dict[str, str]:
    """Hex digits by key. Raises ``BytescopeError`` where a byte of ``within`` cannot be read.

    With ``together`` the next bytes are read while ``width`` groups of checksums take those before.
    """
    hashers = {key: ALGORITHMS[key].make() for key in keys}
    costs = {key: ALGORITHMS[key].cost for key in hashers}
    groups = _shared_out(costs, width)
    took = dict.fromkeys(hashers, 0.0)
    together = together or _one_by_one
    ticket.total = within.length
    pieces = _pieces(snapshot, within, max(1, step), least)
    ahead = [next(pieces, None)]
    steps = 0
    while (piece := ahead[0]) is not None:
        piece_now: memoryview = piece

        def work(number: int, data: memoryview = piece_now, groups: list[list[str]] = groups) -> None:
            if number == 0:
                ahead[0] = next(pieces, None)
                return
            for key in groups[number - 1]:
                began = time.thread_time()
                hashers[key].update(data)
                took[key] += time.thread_time() - began

        together(work, len(groups) + 1)
        ticket.advance(len(piece))
        steps += 1
        if steps % SHARED_AFTER == 0 and all(took.values()):
            groups = _shared_out(took, width)
    return {key: hasher.hexdigest() for key, hasher in hashers.items()}


def _one_by_one(work: Callable[[int], None], count: int) -> None:
    for number in reversed(range(count)):  # the buffer that is read into last is the one in use before
        work(number)


def _shared_out(costs: Mapping[str, float], width: int) -> list[list[str]]:
    """Up to ``width`` groups of the keys that take about as long as each other."""
    groups: list[tuple[float, list[str]]] = [(0.0, []) for _ in range(max(1, min(width, len(costs))))]
    for key in sorted(costs, key=costs.__getitem__, reverse=True):
        least = min(range(len(groups)), key=[cost for cost, _ in groups].__getitem__)
        cost, members = groups[least]
        groups[least] = cost + costs[key], [*members, key]
    return [members for _, members in groups if members]


def _pieces(snapshot: Snapshot, within: ByteRange, step: int, least: int) -> Iterator[memoryview]:
    """The bytes of ``within`` in order. A piece is good until the next but one is asked for."""
    buffers = memoryview(bytearray(step)), memoryview(bytearray(step))
    turn, at = 0, within.start
    for stretch in repeating(snapshot, within, 0, least):
        for part in ByteRange(at, stretch.range.start).chunks(step):
            yield _read(snapshot, part, buffers[turn])
            turn ^= 1
        yield from _repeated(snapshot, stretch.range, stretch.cycle, step)
        at = stretch.range.end
    for part in ByteRange(at, within.end).chunks(step):
        yield _read(snapshot, part, buffers[turn])
        turn ^= 1


def _repeated(snapshot: Snapshot, range_: ByteRange, cycle: int, step: int) -> Iterator[memoryview]:
    """A stretch of equal cycles: one block of whole cycles, again and again."""
    block = min(range_.length, max(cycle, step // cycle * cycle))
    data = _read(snapshot, ByteRange.of(range_.start, block), memoryview(bytearray(block)))
    for _ in range(range_.length // block):
        yield data
    if rest := range_.length % block:
        yield data[:rest]


def _read(snapshot: Snapshot, part: ByteRange, buffer: memoryview) -> memoryview:
    view = buffer[: part.length]
    if lost := snapshot.read_into(part.start, view):
        raise BytescopeError(
            f"Bytes from 0x{lost[0].range.start:X} on could not be read, so there is no checksum;"
            " choose a range without them."
        )
    return view
