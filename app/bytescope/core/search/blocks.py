"""Hits as they are kept: in memory, in a temporary file, or as one turn of a loop that repeats."""

from __future__ import annotations

import os
import tempfile
from typing import TYPE_CHECKING, Protocol

import numpy as np

from bytescope.core.search.scan import Hits, Loop
from bytescope.core.source.descriptor import Descriptor

if TYPE_CHECKING:
    from pathlib import Path

    from numpy.typing import NDArray

    Ints = NDArray[np.int64]

EVERY = 4096
"""Of the hits in a file every so many-th is kept in memory: a search in them reads one such part."""


class Block(Protocol):
    """``count`` hits in order, none over another; never changed."""

    @property
    def count(self) -> int: ...

    def rows(self, first: int, end: int) -> Hits:
        """Some of the hits."""
        ...

    def index_at(self, offset: int) -> int:
        """How many hits begin before ``offset``."""
        ...


class Rows:
    """Hits in memory."""

    def __init__(self, hits: Hits) -> None:
        self.count = len(hits.starts)
        self._hits = Hits(hits.starts, hits.lengths.astype(np.int32))

    def rows(self, first: int, end: int) -> Hits:
        starts, lengths = self._hits
        return Hits(starts[first:end], lengths[first:end].astype(np.int64))

    def index_at(self, offset: int) -> int:
        return int(np.searchsorted(self._hits.starts, offset))


class Spool:
    """A temporary file without a name, which goes with its last block."""

    def __init__(self, folder: Path | None) -> None:
        """``folder``: one that nobody else reads; None: the system's. Raises OSError."""
        if folder is not None:
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        fd, path = tempfile.mkstemp(dir=folder, prefix="found-")
        self._file = Descriptor(fd)
        os.unlink(path)
        self._end = 0

    def put(self, data: Ints) -> int:
        """Add numbers; gives where they begin in the file. Raises OSError."""
        at, view = self._end, np.ascontiguousarray(data).data.cast("B")
        done = 0
        while done < len(view):
            done += os.pwrite(self._file.fd, view[done:], at + done)
        self._end += len(view)
        return at

    def get(self, at: int, count: int) -> Ints:
        """So many numbers from place ``at``; 0 for those that cannot be read."""
        out = np.zeros(count, np.int64)
        view, done = out.data.cast("B"), 0
        while done < len(view):
            try:
                got = os.preadv(self._file.fd, [view[done:]], at + done)
            except OSError:
                break
            if not got:
                break
            done += got
        return out


class Spilled:
    """Hits in a file."""

    def __init__(self, hits: Hits, spool: Spool) -> None:
        self.count = len(hits.starts)
        self._spool = spool
        self._starts = spool.put(hits.starts)
        self._lengths = spool.put(hits.lengths)
        self._some = hits.starts[::EVERY].copy()

    def rows(self, first: int, end: int) -> Hits:
        first, end = max(0, first), min(end, self.count)
        count = max(0, end - first)
        starts = self._spool.get(self._starts + 8 * first, count)
        return Hits(starts, self._spool.get(self._lengths + 8 * first, count))

    def index_at(self, offset: int) -> int:
        part = int(np.searchsorted(self._some, offset)) - 1
        if part < 0:
            return 0
        first = part * EVERY
        starts = self._spool.get(self._starts + 8 * first, min(EVERY, self.count - first))
        return first + int(np.searchsorted(starts, offset))


class Turns:
    """Hits that come again after each period, however often."""

    def __init__(self, loop: Loop) -> None:
        self.loop = loop
        self._each = len(loop.hits.starts)
        self.count = self._each * loop.turns

    def rows(self, first: int, end: int) -> Hits:
        numbers = np.arange(max(0, first), max(0, min(end, self.count)), dtype=np.int64)
        turns, places = np.divmod(numbers, self._each)
        hits = self.loop.hits
        return Hits(hits.starts[places] + turns * self.loop.period, hits.lengths[places])

    def index_at(self, offset: int) -> int:
        begin = int(self.loop.hits.starts[0])
        turn = min(max(0, (offset - begin) // self.loop.period), self.loop.turns - 1)
        within = offset - turn * self.loop.period
        return turn * self._each + int(np.searchsorted(self.loop.hits.starts, within))


class Gathering:
    """Makes blocks of the batches of a search: the first in memory, those beyond in a file."""

    def __init__(self, folder: Path | None, *, in_memory: int = 1 << 20, at_once: int = 1 << 20) -> None:
        """``in_memory``: so many hits stay there. ``at_once``: a block has about so many."""
        self._folder = folder
        self._room = in_memory
        self._at_once = at_once
        self._spool: Spool | None = None
        self._waiting: list[Hits] = []
        self._waiting_count = 0
        self.count = 0

    def add(self, batch: Hits | Loop, most: int | None = None) -> list[Block]:
        """Take a batch, of it what does not exceed ``most`` hits in all; gives the blocks that are full."""
        room = None if most is None else most - self.count
        if isinstance(batch, Loop):
            each = len(batch.hits.starts)
            if room is None or each * batch.turns <= room:
                self.count += each * batch.turns
                return [*self.flush(), Turns(batch)]
            whole = room // each
            blocks = self.add(Loop(batch.hits, batch.period, whole)) if whole else []
            rest = Hits(batch.hits.starts + whole * batch.period, batch.hits.lengths)
            return [*blocks, *self.add(rest, most)]
        if room is not None and len(batch.starts) > room:
            batch = Hits(batch.starts[:room], batch.lengths[:room])
        if len(batch.starts):
            self._waiting.append(batch)
            self._waiting_count += len(batch.starts)
            self.count += len(batch.starts)
        return self.flush() if self._waiting_count >= self._at_once else []

    def flush(self) -> list[Block]:
        """What waits, as blocks. Raises OSError where no file can be written."""
        if not self._waiting:
            return []
        starts = np.concatenate([hits.starts for hits in self._waiting])
        hits = Hits(starts, np.concatenate([hits.lengths for hits in self._waiting]))
        self._waiting, self._waiting_count = [], 0
        if len(starts) <= self._room:
            self._room -= len(starts)
            return [Rows(hits)]
        if self._spool is None:
            self._spool = Spool(self._folder)
        return [Spilled(hits, self._spool)]
