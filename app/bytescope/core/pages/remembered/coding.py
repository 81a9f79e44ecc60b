"""Writes facts into a shelf, and reads them again: first what the map needs, then page by page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from bytescope.core.pages.classes import CLASS_COUNT
from bytescope.core.pages.dense import CHUNK, CHUNK_LEVEL, DenseChunk, FrozenChunk
from bytescope.core.pages.frozen import FrozenFacts
from bytescope.core.pages.packing import DENSE, Rows
from bytescope.core.pages.prints import as_array
from bytescope.core.pages.remembered.columns import (
    BLOCKS,
    packed_rows,
    packed_sums,
    row_bytes,
    row_columns,
    sum_bytes,
    sum_columns,
    unpacked_rows,
    unpacked_sums,
)
from bytescope.core.pages.run_set import RunSet
from bytescope.core.storage.shelf import Place, UnusableError

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray

    from bytescope.core.pages.leading import Codes
    from bytescope.core.storage.shelf import Index, Shelf, ShelfWriter
    from bytescope.core.ticket import Ticket

RUNS_IN_BLOCK = 1 << 18
CHUNKS_IN_BLOCK = 256

_HEAD = 32  # number, size and place of a chunk's pages, three of i8, and room
_FULL = 256


def write_facts(
    shelf: ShelfWriter,
    facts: FrozenFacts,
    ticket: Ticket,
    pages_of: Callable[[int], Rows | None],
    most_bytes: int,
) -> dict[str, Any]:
    """Write ``facts``; the answer is for the index. Raises ``OSError``, Cancelled.

    ``pages_of`` gives the pages of chunks that are away. No more pages are written than fit into
    ``most_bytes``; of other chunks only the blocks are kept.
    """
    chunks = []
    for number, chunk in facts.chunks.items():
        ticket.check()
        place = 0
        rows = pages_of(number) if chunk.away and chunk.raw is None else chunk.raw
        if rows is not None and shelf.size < most_bytes:
            place = shelf.put(*packed_rows(rows)).start
        chunks.append((number, place, chunk))
    levels = []
    for at in range(0, len(chunks), CHUNKS_IN_BLOCK):
        parts: list[memoryview] = []
        for number, place, chunk in chunks[at : at + CHUNKS_IN_BLOCK]:
            head = np.array([number, chunk.size, place, 0], "<i8").view(np.uint8)
            parts += [head.data, np.packbits(chunk.coarse).data, *packed_sums(chunk.sums8)]
        levels.append([shelf.put(*parts).start, len(chunks[at : at + CHUNKS_IN_BLOCK])])
    return {
        "columns": row_columns(),
        "sums": sum_columns(),
        "runs": _write_runs(shelf, facts),
        "levels": levels,
        "doubted": _write_doubted(shelf, facts.doubted),
    }


def _write_runs(shelf: ShelfWriter, facts: FrozenFacts) -> list[list[int]]:
    out = []
    for at in range(0, len(facts.starts), RUNS_IN_BLOCK):
        starts = facts.starts[at : at + RUNS_IN_BLOCK]
        rows = Rows.of_packed(facts.values[at : at + RUNS_IN_BLOCK])
        starts_ = np.ascontiguousarray(starts.astype("<i8")).view(np.uint8)
        out.append([shelf.put(starts_.data, *packed_rows(rows)).start, len(starts)])
    return out


def _write_doubted(shelf: ShelfWriter, doubted: RunSet) -> list[list[int]]:
    out = []
    for at in range(0, len(doubted), RUNS_IN_BLOCK):
        edges = np.stack([doubted.firsts[at : at + RUNS_IN_BLOCK], doubted.ends[at : at + RUNS_IN_BLOCK]])
        out.append([shelf.put(edges.astype("<i8").tobytes()).start, edges.shape[1]])
    return out


class StoredFacts:
    """Facts in a shelf. All methods raise ``UnusableError`` where it is damaged, and ``OSError``.

    ``complete``: all columns of today are there, in their versions; else all of it is to be read again.
    """

    def __init__(self, shelf: Shelf, index: Index, page_count: int) -> None:
        self._shelf = shelf
        self._page_count = page_count
        self._columns = index.strings("columns", 3)
        self._row_bytes = row_bytes(self._columns)
        self.complete = [c for c in self._columns if c in row_columns()] == row_columns()
        self._has_sums = index.strings("sums", 3) == sum_columns()
        if row_columns()[0] not in self._columns:
            raise UnusableError("The file has no page classes that could be shown.")
        self._runs = index.rows("runs", 2)
        self._levels = index.rows("levels", 2)
        self._doubted = index.rows("doubted", 2)
        self._places: dict[int, int] = {}

    def load(self) -> FrozenFacts:
        """All that the map shows, without the pages of chunks, which are ``away``."""
        chunks: dict[int, FrozenChunk] = {}
        for start, count in self._levels:
            chunks |= self._chunks(start, count)
        starts, values = self._load_runs()
        codes = (values & np.uint64(0xFF)).astype(np.uint8)
        self._check_runs(starts, codes)
        covered = [_chunk_runs(*run) for run in self._dense_runs(starts, codes)]
        wanted = np.concatenate([np.empty(0, np.int64), *covered])
        if not np.array_equal(wanted, np.array(list(chunks), np.int64)):
            raise UnusableError("The file is damaged.")
        for number in [number for number, chunk in chunks.items() if self._needs_pages(chunk)]:
            chunks[number] = self._with_pages(number, chunks[number])
        doubted = self._load_doubted()
        return FrozenFacts(self._page_count, starts, values, chunks, doubted)

    def rows(self, number: int) -> Rows | None:
        """The pages of a chunk; None where they were not kept. For chunks that ``load`` has told."""
        place = self._places.get(number, 0)
        if not place:
            return None
        data = as_array(self._shelf.block(Place(place, CHUNK * self._row_bytes)))
        rows = unpacked_rows(data, self._columns, CHUNK)
        if (rows.classes >= CLASS_COUNT).any():
            raise UnusableError("The file is damaged.")
        return rows

    def _chunks(self, start: int, count: int) -> dict[int, FrozenChunk]:
        if count > CHUNKS_IN_BLOCK:
            raise UnusableError("The file is damaged.")
        length = _HEAD + BLOCKS // 8 + sum_bytes()
        if not self._has_sums:
            raise UnusableError("The file keeps other sums than this version needs.")
        data = as_array(self._shelf.block(Place(start, count * length))).reshape(count, length)
        out: dict[int, FrozenChunk] = {}
        for row in data:
            number, size, place, _ = row[:_HEAD].view("<i8").tolist()
            last = self._page_count - (number << CHUNK_LEVEL) if 0 <= number < 1 << 40 else 0
            if size != min(CHUNK, last) or size <= 0:
                raise UnusableError("The file is damaged.")
            coarse = np.unpackbits(row[_HEAD : _HEAD + BLOCKS // 8]).astype(np.bool_)
            sums = unpacked_sums(row[_HEAD + BLOCKS // 8 :])
            known = sums.counts[1:].sum(0, dtype=np.int64)
            if (known > _full(size)).any() or sums.counts[0].any():
                raise UnusableError("The file is damaged.")
            self._places[number] = place
            out[number] = FrozenChunk(size, None, sums, coarse | (known == _full(size)), place > 0)
        return out

    def _needs_pages(self, chunk: FrozenChunk) -> bool:
        """Whether some block is known in part: then the map cannot do without the pages."""
        known = chunk.sums8.counts[1:].sum(0)
        return bool(((known > 0) & ~chunk.coarse).any())

    def _with_pages(self, number: int, chunk: FrozenChunk) -> FrozenChunk:
        rows = self.rows(number)
        if rows is not None:
            whole = DenseChunk(chunk.size)
            whole.write(0, rows.part(0, chunk.size))
        else:
            whole = DenseChunk.thawed(chunk)
            whole.drop()
        return whole.frozen()

    def _load_runs(self) -> tuple[NDArray[np.int64], NDArray[np.uint64]]:
        starts, values = [np.empty(0, np.int64)], [np.empty(0, np.uint64)]
        for start, count in self._runs:
            if count > RUNS_IN_BLOCK:
                raise UnusableError("The file is damaged.")
            data = as_array(self._shelf.block(Place(start, count * (8 + self._row_bytes))))
            starts.append(data[: 8 * count].view("<i8"))
            values.append(unpacked_rows(data[8 * count :], self._columns, count).packed())
        return np.concatenate(starts), np.concatenate(values)

    def _check_runs(self, starts: NDArray[np.int64], codes: Codes) -> None:
        if self._page_count == 0 and not len(starts):
            return
        right = len(starts) and starts[0] == 0 and starts[-1] < self._page_count
        known = (codes < CLASS_COUNT) | (codes == DENSE)
        if not right or (np.diff(starts) <= 0).any() or not known.all():
            raise UnusableError("The file is damaged.")

    def _dense_runs(self, starts: NDArray[np.int64], codes: Codes) -> list[tuple[int, int]]:
        ends = np.append(starts[1:], self._page_count)
        dense = codes == DENSE
        return list(zip(starts[dense].tolist(), ends[dense].tolist()))

    def _load_doubted(self) -> RunSet:
        firsts, ends = [np.empty(0, np.int64)], [np.empty(0, np.int64)]
        for start, count in self._doubted:
            if count > RUNS_IN_BLOCK:
                raise UnusableError("The file is damaged.")
            data = as_array(self._shelf.block(Place(start, count * 16))).view("<i8").reshape(2, count)
            firsts.append(data[0])
            ends.append(data[1])
        first, end = np.concatenate(firsts), np.concatenate(ends)
        order = (first < end).all() and (end[:-1] < first[1:]).all()
        if not order or (len(first) and (first[0] < 0 or end[-1] > self._page_count)):
            raise UnusableError("The file is damaged.")
        return RunSet(first, end)


def _chunk_runs(first: int, end: int) -> NDArray[np.int64]:
    return np.arange(first >> CHUNK_LEVEL, ((end - 1) >> CHUNK_LEVEL) + 1, dtype=np.int64)


def _full(size: int) -> NDArray[np.int64]:
    """Pages that exist in each block of a chunk (1 where none does: such a block is never full)."""
    return np.clip(size - np.arange(BLOCKS) * _FULL, 1, _FULL)
