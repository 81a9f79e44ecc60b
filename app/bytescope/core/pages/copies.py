"""Which pages occur more than once in a document, by their fingerprints: how often, and where next."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from bytescope.core.errors import Cancelled
from bytescope.core.pages.palette import ALL_ZERO, MOST_COPIES
from bytescope.core.pages.print_store import CHUNK, DENSE
from bytescope.core.pages.prints import NONE, ZERO

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from numpy.typing import NDArray

    from bytescope.core.pages.print_store import PrintStore
    from bytescope.core.ticket import Ticket

    Prints = NDArray[np.uint32]
    Numbers = NDArray[np.int64]

MOST_NEIGHBOURS = 64
"""Fingerprints that may share their highest bits; by chance it is a dozen or so."""

AT_ONCE = 1 << 22
"""Fingerprints that are sorted at once: 16 MiB."""

_TOP = np.log2(MOST_COPIES)


class Piece(NamedTuple):
    """Pages from ``first`` to ``end`` with a fingerprint each, or all with the same."""

    first: int
    end: int
    prints: Prints | int


class PrintsNow:
    """The fingerprints of a document's pages as they are known now: those of the file where it is not edited.

    Made in a moment in the thread that owns the stores, to be used in another: the arrays are those of the
    stores, which go on filling them, so that pages may become known meanwhile.
    """

    def __init__(
        self, file: PrintStore, edited: PrintStore, runs: tuple[Iterable[int], Iterable[int]]
    ) -> None:
        self._file, self._edited = file.frozen(), edited.frozen()
        self._firsts = np.array(runs[0], np.int64)
        self._ends = np.array(runs[1], np.int64)
        self.pages = edited.page_count

    def pieces(self, first: int, end: int) -> Iterator[Piece]:
        """All that is known of the pages ``first`` to ``end``, in no order; 0 in an array says nothing."""
        for frozen, wanted in ((self._file, False), (self._edited, True)):
            if wanted and not len(self._firsts):
                return
            starts, values, dense = frozen
            yield from self._plain(starts, values, first, min(end, self.pages), wanted)
            for number, chunk in dense.items():
                low, high = max(first, number * CHUNK), min(end, self.pages, (number + 1) * CHUNK)
                if low < high:
                    part = chunk[low - number * CHUNK : high - number * CHUNK]
                    yield Piece(low, high, self._only(part, low, high, wanted))

    def _plain(
        self, starts: Numbers, values: NDArray[np.uint64], first: int, end: int, wanted: bool
    ) -> Iterator[Piece]:
        """Runs of pages of one fingerprint, those that are edited or those that are not."""
        low, high = np.searchsorted(self._ends, first, "right"), np.searchsorted(self._firsts, end, "left")
        borders = np.concatenate([starts, self._firsts[low:high], self._ends[low:high], [first, end]])
        edges = np.unique(borders[(borders >= first) & (borders <= end)])
        at = edges[:-1]
        of = values[np.searchsorted(starts, at, "right") - 1] if len(starts) else np.zeros(len(at), np.uint64)
        taken = (of != NONE) & (of != DENSE) & (self._inside(at) == wanted)
        for begin, stop, value in zip(at[taken].tolist(), edges[1:][taken].tolist(), of[taken].tolist()):
            yield Piece(begin, stop, value)

    def _inside(self, pages: Numbers) -> NDArray[np.bool_]:
        """Which of the pages are edited."""
        if not len(self._firsts):
            return np.zeros(len(pages), np.bool_)
        at = np.searchsorted(self._firsts, pages, "right") - 1
        inside: NDArray[np.bool_] = (at >= 0) & (pages < self._ends[np.maximum(at, 0)])
        return inside

    def _only(self, part: Prints, first: int, end: int, wanted: bool) -> Prints:
        """The fingerprints of the edited pages, or of the others; 0 for the rest."""
        low, high = np.searchsorted(self._ends, first, "right"), np.searchsorted(self._firsts, end, "left")
        if low >= high:
            return np.zeros_like(part) if wanted else part
        inside = self._inside(np.arange(first, end, dtype=np.int64))
        return np.where(inside == wanted, part, np.uint32(NONE)).astype(np.uint32)

    def of_page(self, page: int) -> int:
        """The fingerprint of a page, 0 where it is not known."""
        for piece in self.pieces(page, page + 1):
            value = piece.prints if isinstance(piece.prints, int) else int(piece.prints[0])
            if value != NONE:
                return value
        return NONE

    def next_like(self, page: int) -> int | None:
        """The next page with the same fingerprint, from the start again behind the end, or None."""
        value = self.of_page(page)
        if value == NONE:
            return None
        for first, end in ((page + 1, self.pages), (0, page)):
            found = [at for piece in self.pieces(first, end) if (at := _first_in(piece, value)) is not None]
            if found:
                return min(found)
        return None


def _first_in(piece: Piece, value: int) -> int | None:
    if isinstance(piece.prints, int):
        return piece.first if piece.prints == value else None
    at = np.flatnonzero(piece.prints == value)
    return piece.first + int(at[0]) if len(at) else None


class Repeated:
    """Fingerprints that more than one page has (u4, sorted), and how many have each (i8).

    They are found by their highest bits in a table that leads to a handful of neighbours: several times as
    fast as a search by halves, which would miss the processor's cache at each step.
    """

    def __init__(self, prints: Prints, counts: Numbers) -> None:
        self.prints, self.counts = prints, counts
        bits = max(1, len(prints).bit_length() - 1)
        self._shift = np.uint32(32 - bits)
        heads = np.arange(1 << bits, dtype=np.uint32) << self._shift
        self._begins = np.searchsorted(prints, heads).astype(np.int32)
        crowd = np.diff(self._begins, append=len(prints)).max()
        self._crowded = bool(crowd > MOST_NEIGHBOURS)  # no file has that unless somebody made it so

    def of(self, prints: Prints) -> Numbers:
        """How many other pages have each of ``prints``, i8; 0 for those of zeros and for 0."""
        if not len(self.prints):
            return np.zeros(len(prints), np.int64)
        last = len(self.prints) - 1
        at = np.searchsorted(self.prints, prints) if self._crowded else self._near(prints, last)
        at = np.minimum(at, last)
        return np.where(self.prints[at] == prints, self.counts[at] - 1, 0)

    def _near(self, prints: Prints, last: int) -> NDArray[np.int32]:
        """The first place, up to ``last``, whose fingerprint is not less than each of ``prints``."""
        at: NDArray[np.int32] = np.minimum(self._begins[prints >> self._shift], last)
        less = np.flatnonzero(self.prints[at] < prints)
        while len(less):
            at[less] += 1
            less = less[at[less] <= last]
            less = less[self.prints[at[less]] < prints[less]]
        return at


def repeated(now: PrintsNow, ticket: Ticket | None = None) -> Repeated:
    """Find the fingerprints that occur more than once; those of zeros are left out.

    Sorts 4 Mi of them at once, by their highest bits. Raises ``Cancelled``.
    """
    arrays: list[Prints] = []
    plain: list[tuple[int, int]] = []
    for piece in now.pieces(0, now.pages):
        if isinstance(piece.prints, int):
            if piece.prints != ZERO:
                plain.append((piece.prints, piece.end - piece.first))
        else:
            arrays.append(piece.prints)
    values = np.array([value for value, _ in plain], np.uint32)
    lengths = np.array([length for _, length in plain], np.int64)
    passes = 1
    while sum(map(len, arrays)) > AT_ONCE * passes:
        passes *= 2
    shift = 32 - (passes.bit_length() - 1)
    parts = []
    for number in range(passes):
        if ticket is not None and ticket.cancelled:
            raise Cancelled
        mine = [array if passes == 1 else array[(array >> np.uint32(shift)) == number] for array in arrays]
        ours = slice(None) if passes == 1 else (values >> np.uint32(shift)) == number
        parts.append(_repeated_in(np.concatenate([*mine, values[:0]]), values[ours], lengths[ours]))
    return Repeated(np.concatenate([p for p, _ in parts]), np.concatenate([c for _, c in parts]))


def _repeated_in(prints: Prints, values: Prints, lengths: Numbers) -> tuple[Prints, Numbers]:
    """Fingerprints of single pages, and of runs of pages of some lengths: those that occur more than once."""
    prints.sort()
    edges = np.flatnonzero(np.diff(prints, prepend=~prints[:1]))
    found, counts = prints[edges], np.diff(edges, append=len(prints))
    if len(values):
        order = np.argsort(np.concatenate([found, values]), kind="stable")
        both = np.concatenate([found, values])[order]
        sizes = np.concatenate([counts, lengths])[order]
        edges = np.flatnonzero(np.diff(both, prepend=~both[:1]))
        found, counts = both[edges], np.add.reduceat(sizes, edges)
    wanted = (counts > 1) & (found != NONE) & (found != ZERO)
    return found[wanted], counts[wanted]


@dataclass(frozen=True, slots=True, eq=False)
class CellCopies:
    """Of each cell of 2**level pages from ``first`` on, i8[n] each.

    ``judged`` pages whose fingerprint is known and is not that of zeros, ``twins`` of them that occur
    elsewhere too, ``most`` copies of the one that has most, ``zeros`` pages of 00 and holes.
    """

    level: int
    first: int
    judged: Numbers
    twins: Numbers
    most: Numbers
    zeros: Numbers

    def codes(self) -> tuple[NDArray[np.uint8], NDArray[np.bool_]]:
        """Rows of the palette's table, and of which cells anything is known.

        At level 0 by the number of copies, above by the share of pages that have any.
        """
        if self.level == 0:
            scaled = 1 + 253 * np.log2(np.clip(self.most, 1, MOST_COPIES)) / _TOP
        else:
            scaled = 1 + 253 * self.twins / np.maximum(self.judged, 1)
        codes = np.where(self.twins > 0, np.rint(scaled), 0).astype(np.uint8)
        codes[(self.judged == 0) & (self.zeros > 0)] = ALL_ZERO
        return codes, (self.judged > 0) | (self.zeros > 0)

    def words(self, cell: int) -> list[str]:
        """What is to be said of one of the cells: "12 of 256 pages have copies, most: 1,024"."""
        at = cell - self.first
        judged, twins, most, zeros = (int(a[at]) for a in (self.judged, self.twins, self.most, self.zeros))
        if self.level == 0:
            if zeros:
                return ["zeros are not counted as copies"]
            if not judged:
                return ["copies not known yet"]
            return [
                f"{most:,} {'copy' if most == 1 else 'copies'} elsewhere" if twins else "no copy elsewhere"
            ]
        parts = []
        if twins:
            parts.append(f"{twins:,} of {judged:,} pages have copies elsewhere; most: {most:,}")
        elif judged:
            parts.append(f"none of {judged:,} pages has a copy elsewhere")
        if zeros:
            parts.append(f"{zeros:,} of zeros not counted")
        return parts or ["copies not known yet"]


def cell_copies(
    now: PrintsNow, found: Repeated, level: int, first: int, count: int, ticket: Ticket | None = None
) -> CellCopies:
    """The copies of the cells ``first`` on, ``count`` of them. Raises ``Cancelled``."""
    judged, twins, most, zeros = (np.zeros(count, np.int64) for _ in range(4))
    origin = first << level
    for piece in now.pieces(origin, min(now.pages, (first + count) << level)):
        if ticket is not None and ticket.cancelled:
            raise Cancelled
        if isinstance(piece.prints, int):
            low, high = (piece.first >> level) - first, ((piece.end - 1) >> level) - first + 1
            edges = np.arange(low + first, high + first + 1, dtype=np.int64) << level
            pages = np.diff(np.clip(edges, piece.first, piece.end))
            if piece.prints == ZERO:
                zeros[low:high] += pages
                continue
            judged[low:high] += pages
            copies = int(found.of(np.array([piece.prints], np.uint32))[0])
            if copies:
                twins[low:high] += pages
                most[low:high] = np.maximum(most[low:high], copies)
        else:
            cells = (np.arange(piece.first, piece.end, dtype=np.int64) >> level) - first
            copies_of = found.of(piece.prints)
            known = (piece.prints != NONE) & (piece.prints != ZERO)
            for into, mask in ((judged, known), (twins, copies_of > 0), (zeros, piece.prints == ZERO)):
                low = int(cells[0])
                tally = np.bincount(cells[mask] - low, minlength=int(cells[-1]) - low + 1)
                into[low : int(cells[-1]) + 1] += tally
            some = np.flatnonzero(copies_of)
            np.maximum.at(most, cells[some], copies_of[some])
    return CellCopies(level, first, judged, twins, most, zeros)
