"""Collects the cells of a map view from runs and from dense chunks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from bytescope.core.pages.cells import SCALES, CellFacts, Summary, halved, summarise
from bytescope.core.pages.classes import CLASS_COUNT
from bytescope.core.pages.dense import CHUNK, CHUNK_LEVEL, DenseChunk, Sums
from bytescope.core.pages.leading import agreement, in_play, led, led_pieces
from bytescope.core.pages.packing import DENSE, SHIFTS

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Flat = tuple[NDArray[np.int64], NDArray[np.uint64]]
    Pieces = tuple[NDArray[np.int64], NDArray[np.intp], NDArray[np.int64]]

_WIDE = 16  # columns of a count by class: the 11 classes and room for other codes


def run_cells(
    facts: CellFacts, flat: Flat, end: int, chunks: dict[int, DenseChunk], lead: bool = False
) -> None:
    """Fill ``facts`` from runs (starts and values up to page ``end``).

    Dense runs are left unread, but at levels above a chunk's, where the totals of ``chunks`` are added.
    ``lead``: also the leading dominant bytes.
    """
    starts, values = flat
    level, origin = facts.level, facts.first << facts.level
    codes = (values & np.uint64(0xFF)).astype(np.uint8)
    dense = codes == DENSE
    codes[dense] = 0
    parts = _parts(values, codes)
    # the first cell that begins inside each run: cells from there to the next such are of one kind
    begins = (starts - origin + ((1 << level) - 1)) >> level
    used = ((end - origin - 1) >> level) + 1
    repeats = np.diff(begins, append=used)
    _pure(facts, codes, parts, repeats, used)
    dominant = (values >> np.uint64(SHIFTS["dominant"])).astype(np.uint8) if lead else codes[:0]
    if lead:
        facts.dominant[:used] = np.repeat(dominant, repeats)
        facts.agreement[:used] = np.repeat(in_play(codes) * np.uint8(255), repeats)
    inner = np.flatnonzero((starts - origin) & ((1 << level) - 1))
    mixed = (starts[inner] - origin) >> level
    mixed = mixed[np.flatnonzero(np.diff(mixed, prepend=-1))]
    if chunks:
        holders = np.array(list(chunks), np.int64) >> (level - CHUNK_LEVEL)
        mixed = np.union1d(mixed, holders - facts.first)
    if len(mixed):
        pieces = _pieces(facts, mixed, starts, end, codes)
        counts, sums = _mixed_sums(pieces, len(mixed), codes, parts)
        if chunks:
            at = np.searchsorted(mixed, holders - facts.first)
            _add_chunks(counts, sums, at, chunks)
        leading = None
        if lead:
            cell, run, weight = pieces
            votes: list[tuple[NDArray[Any], ...]] = [(cell, dominant[run], weight * in_play(codes)[run])]
            if chunks:
                votes.append((at, *_chunk_leads(chunks)))
            cell, dominant, weight = (np.concatenate(column) for column in zip(*votes))
            leading = led_pieces(cell, dominant, weight, len(mixed))
        facts.take(mixed, summarise(counts, sums, leading))


def _parts(values: NDArray[np.uint64], codes: NDArray[np.uint8]) -> NDArray[np.int64]:
    """Entropy, mean, zero share and printable share of runs in stored steps, i8[4, n]; 0 for unread ones."""
    parts = np.empty((4, len(values)), np.int64)
    for row, (shift, mask) in enumerate(((8, 0xFFFF), (24, 0xFF), (32, 0xFF), (40, 0xFF))):
        parts[row] = values >> np.uint64(shift) & np.uint64(mask)
    parts[:, codes == 0] = 0
    return parts


def _pure(
    facts: CellFacts,
    codes: NDArray[np.uint8],
    parts: NDArray[np.int64],
    repeats: NDArray[np.int64],
    used: int,
) -> None:
    """Fill each cell with the run in which it begins."""
    some = np.flatnonzero(repeats)
    codes, parts, repeats = codes[some], parts[:, some], repeats[some]
    known = np.repeat(codes > 0, repeats)
    facts.majority[:used] = np.repeat(codes, repeats)
    np.multiply(facts.total[:used], known, out=facts.known[:used])
    np.multiply(known, np.uint8(255), out=facts.share[:used])
    outs = (facts.entropy, facts.mean, facts.zero_share, facts.printable)
    for out, row, scale in zip(outs, parts, SCALES):
        out[:used] = np.repeat((row * scale).astype(np.float32), repeats)


def _pieces(
    facts: CellFacts,
    mixed: NDArray[np.int64],
    starts: NDArray[np.int64],
    end: int,
    codes: NDArray[np.uint8],
) -> Pieces:
    """The pieces of runs in the cells ``mixed`` (sorted, relative to the view): place, run and pages.

    A run has a piece in the cell where it begins and one in the cell where it ends; all cells between
    are of one kind.
    """
    level, origin = facts.level, facts.first << facts.level
    place = np.full(len(facts), -1, np.int64)
    place[mixed] = np.arange(len(mixed))
    read = np.flatnonzero(codes)
    first, stop = starts[read] - origin, np.append(starts[1:], end)[read] - origin
    head, tail = first >> level, (stop - 1) >> level
    two = np.flatnonzero(tail > head)
    cell = place[np.concatenate([head, tail[two]])]
    run = np.concatenate([read, read[two]])
    cut = np.minimum(stop, (head + 1) << level)
    lengths = np.concatenate([cut - first, stop[two] - (tail[two] << level)])
    if (cell < 0).any():
        some = np.flatnonzero(cell >= 0)
        cell, run, lengths = cell[some], run[some], lengths[some]
    return cell, run, lengths


def _mixed_sums(
    pieces: Pieces, cells: int, codes: NDArray[np.uint8], parts: NDArray[np.int64]
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Counts by class and sums over the pieces of each of ``cells`` cells."""
    cell, run, lengths = pieces
    table = np.bincount(cell * _WIDE + codes[run], lengths, minlength=cells * _WIDE)
    counts = table.reshape(cells, _WIDE).T[:CLASS_COUNT].astype(np.int64)
    sums = np.stack([np.bincount(cell, lengths * row[run], minlength=cells) for row in parts])
    return counts, sums.astype(np.int64)


def _add_chunks(
    counts: NDArray[np.int64], sums: NDArray[np.int64], at: NDArray[np.int64], chunks: dict[int, DenseChunk]
) -> None:
    """Add the totals of each dense chunk to the cell ``at`` which it lies in."""
    totals = np.concatenate([chunk.sums16.counts for chunk in chunks.values()], axis=1)
    values = np.concatenate([chunk.sums16.sums for chunk in chunks.values()], axis=1)
    for row, plane in zip(counts, totals):
        np.add.at(row, at, plane)
    for row, plane in zip(sums, values):
        np.add.at(row, at, plane)


def _chunk_leads(chunks: dict[int, DenseChunk]) -> tuple[NDArray[np.uint8], NDArray[np.int64]]:
    """The leading byte of each chunk, and its weight."""
    totals = [chunk.sums16 for chunk in chunks.values()]
    return np.concatenate([item.lead for item in totals]), np.concatenate([item.weight for item in totals])


def dense_cells(facts: CellFacts, chunks: dict[int, DenseChunk], lead: bool = False) -> None:
    """Fill the cells (level 16 or below) that lie in ``chunks`` (in order); ``lead`` as in ``run_cells``."""
    level, per_chunk = facts.level, 1 << (CHUNK_LEVEL - facts.level)
    if level < 4:
        for number, chunk in chunks.items():
            if chunk.raw is not None:
                _place(facts, number * per_chunk, _fine_cells(chunk, level, lead))
        return
    numbers = list(chunks)
    at = 0
    while at < len(numbers):  # chunks that follow each other are reduced together
        stop = at + 1
        while stop < len(numbers) and numbers[stop] == numbers[stop - 1] + 1:
            stop += 1
        group = [chunks[number] for number in numbers[at:stop]]
        _place(facts, numbers[at] * per_chunk, _stored_cells(group, level, lead))
        at = stop
    if level < 8:
        for number, chunk in chunks.items():
            if chunk.coarse.any():
                _coarse_cells(facts, number * per_chunk, chunk, lead)


def _place(facts: CellFacts, cell: int, summary: Summary) -> None:
    """Put cells that begin with number ``cell`` into the view, as far as they lie in it and exist."""
    start = max(0, facts.first - cell)
    stop = min(len(summary.majority), facts.first + len(facts) - cell)
    if start < stop:
        into = slice(cell + start - facts.first, cell + stop - facts.first)
        facts.take(into, summary.part(start, stop))


def _stored_cells(group: list[DenseChunk], level: int, lead: bool) -> Summary:
    """Cells of level 4 to 16 of neighbouring chunks, from the nearest stored level below."""
    nothing = Sums(CHUNK >> 4, np.uint8)
    if level == CHUNK_LEVEL:
        stored, base = [chunk.sums16 for chunk in group], 16
    elif level >= 12:
        stored, base = [chunk.sums12 for chunk in group], 12
    elif level >= 8:
        stored, base = [chunk.sums8 for chunk in group], 8
    else:
        stored, base = [chunk.sums4 or nothing for chunk in group], 4
    # halved chunk by chunk, which stays in the processor's cache
    counts = np.concatenate([halved(item.counts, level - base) for item in stored], axis=1)
    sums = np.concatenate([halved(item.sums, level - base) for item in stored], axis=1)
    leading = None
    if lead:
        halves = [led(item.lead, item.weight, level - base) for item in stored]
        leading = np.concatenate([half[0] for half in halves]), np.concatenate([half[1] for half in halves])
    return summarise(counts, sums, leading)


def _coarse_cells(facts: CellFacts, cell: int, chunk: DenseChunk, lead: bool) -> None:
    """Show the blocks of which the pages were dropped in their cells (level 4 to 7, from number ``cell`` on)
    of which nothing else is known: as if one page of them were.
    """
    blocks = np.flatnonzero(chunk.coarse)
    sums = chunk.sums8
    leading = (sums.lead[blocks], sums.weight[blocks]) if lead else None
    found = summarise(sums.counts[:, blocks], sums.sums[:, blocks], leading)
    times = 1 << (8 - facts.level)
    cells = (blocks[:, None] * times + np.arange(times)).ravel() + (cell - facts.first)
    which = np.repeat(np.arange(len(blocks)), times)
    inside = np.flatnonzero((cells >= 0) & (cells < len(facts)))
    inside = inside[(facts.known[cells[inside]] == 0) & (facts.total[cells[inside]] > 0)]
    which = which[inside]
    agreed = None if found.lead is None else (found.lead[0][which], found.lead[1][which])
    one = np.ones(len(which), np.int64)
    columns = (found.majority[which], found.second[which], found.share[which], found.means[:, which])
    facts.take(cells[inside], Summary(one, *columns, agreed))


def _fine_cells(chunk: DenseChunk, level: int, lead: bool) -> Summary:
    """Cells of level 0 to 3, from the pages themselves."""
    raw = chunk.raw
    assert raw is not None
    rows = (raw.entropy, raw.mean, raw.zeros, raw.printable)
    leading = led(raw.dominant, in_play(raw.classes), level) if lead else None
    if level == 0:
        known = (raw.classes > 0).astype(np.int64)
        means = np.stack([row.astype(np.float32) for row in rows])
        means *= np.array(SCALES, np.float32)[:, None]
        share = (known * 255).astype(np.uint8)
        agreed = None if leading is None else (leading[0], agreement(leading[1], known))
        return Summary(known, raw.classes, np.zeros(CHUNK, np.uint8), share, means, agreed)
    blocks = CHUNK >> level
    cell = np.arange(CHUNK) >> level
    counts = np.bincount(cell * CLASS_COUNT + raw.classes, minlength=blocks * CLASS_COUNT)
    counts = counts.reshape(blocks, CLASS_COUNT).T.astype(np.uint16)
    counts[0] = 0
    sums = np.stack([halved(row.astype(np.uint32), level) for row in rows])
    return summarise(counts, sums, leading)
