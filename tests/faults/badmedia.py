"""One file with bad sectors, read in every way the program has: exactly the bad pages are marked."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path

import numpy as np

from bytescope.core.document.document import Document
from bytescope.core.errors import SaveError
from bytescope.core.pages.classes import PageClass
from bytescope.core.pages.examine import examine
from bytescope.core.pages.facts import FactStore
from bytescope.core.pages.survey import SurveyOrder
from bytescope.core.pages.twin import measure
from bytescope.core.ranges import PAGESIZE, ByteRange, PageRange
from bytescope.core.search.find import find_all, find_next, find_previous
from bytescope.core.source.base import Why
from bytescope.core.source.opening import open_file
from bytescope.core.storage.save import save_as
from bytescope.core.ticket import Ticket
from helpers.fuse import Medium


def random_medium(rng: random.Random) -> Medium:
    """A small file with no, some, or only bad pages, alone and in runs."""
    pages = rng.choice((1, 2, 15, 16, 17, rng.randint(18, 400)))
    bad: set[int] = set()
    for _ in range(rng.choice((0, 1, 1, 2, 5, 20))):
        first = rng.randrange(pages)
        bad.update(range(first, min(pages, first + rng.choice((1, 1, 1, 2, 7, 40)))))
    if rng.random() < 0.05:
        bad = set(range(pages))
    return Medium(pages, tuple(sorted(bad)), numbered=True)


class Trial:
    """All that is tried on one medium. ``faults`` says what was not as it had to be."""

    def __init__(self, place: Path, medium: Medium, rng: random.Random, scratch: Path) -> None:
        self._place, self._medium, self._rng, self._scratch = place, medium, rng, scratch
        self._document = Document(open_file(bytes(place)))
        self._snapshot = self._document.snapshot()
        self.faults: list[str] = []

    def run(self) -> None:
        trials: list[Callable[[], None]] = [self.scan, self.hex, self.search, self.copy, self.save_as]
        self._rng.shuffle(trials)
        for trial in trials:
            trial()

    def _expect(self, what: str, got: object, wanted: object) -> None:
        if got != wanted:
            self.faults.append(f"{what}: {str(got)[:300]} where {str(wanted)[:300]} was to be")

    def _model(self, part: ByteRange) -> bytes:
        """The bytes as they are to be shown: blank where they are lost."""
        pages = range(part.start // PAGESIZE, -(-part.end // PAGESIZE))
        bad = set(self._medium.bad)
        data = b"".join(bytes(PAGESIZE) if page in bad else self._medium.page(page) for page in pages)
        begin = part.start % PAGESIZE
        return data[begin : begin + part.length]

    def _part(self) -> ByteRange:
        size = self._medium.pages * PAGESIZE
        start = self._rng.randrange(size)
        return ByteRange(start, self._rng.randint(start + 1, size))

    def scan(self) -> None:
        """The survey marks the bad pages as unreadable, and no other."""
        pages = self._medium.pages
        facts, order = FactStore(pages), SurveyOrder(self._snapshot)
        while units := order.next_units(PageRange(0, min(pages, 50)), facts, 64):
            for unit in units:
                for found in examine(self._snapshot, unit, measure)[0]:
                    found.put_into(facts)
        cells = facts.cells(0, 0, pages)
        marked = np.flatnonzero(cells.majority == PageClass.ERROR).tolist()
        self._expect("pages marked by the survey", marked, list(self._medium.bad))
        self._expect("pages known", int(cells.known.sum()), pages)

    def hex(self) -> None:
        """What the hex panel reads, in pieces of any place and length."""
        for _ in range(8):
            part = self._part()
            got = self._snapshot.read(part.start, part.length)
            self._expect("lost bytes", self._lost(got.lost), self._lost_of(part))
            self._expect("bytes read", got.data == self._model(part), True)
            self._expect("why", {item.why for item in got.lost} - {Why.UNREADABLE}, set())

    def copy(self) -> None:
        """What a copy or an export reads: the whole in one piece."""
        whole = ByteRange(0, self._medium.pages * PAGESIZE)
        got = self._snapshot.read(0, whole.length)
        self._expect("lost bytes of a copy", self._lost(got.lost), self._lost_of(whole))
        self._expect("bytes copied", got.data == self._model(whole), True)

    def search(self) -> None:
        """A number is found in its page unless that is bad, also across the border of two good pages."""
        bad, ticket = set(self._medium.bad), Ticket()
        for page in self._rng.sample(range(self._medium.pages), min(4, self._medium.pages)):
            start = None if page in bad else page * PAGESIZE
            needle = self._medium.page(page)[:8]
            self._expect("found", find_next(self._snapshot, needle, 0, ticket), start)
            last = None if page in bad else (page + 1) * PAGESIZE - 8
            size = self._medium.pages * PAGESIZE
            self._expect("found from behind", find_previous(self._snapshot, needle, size, ticket), last)
            across = self._medium.page(page)[-8:] + self._medium.page(page + 1)[:8]
            hits = list(find_all(self._snapshot, across, ticket))
            there = page not in bad and page + 1 not in bad and page + 1 < self._medium.pages
            self._expect("found across a border", hits, [(page + 1) * PAGESIZE - 8] if there else [])
        self._expect("zeros found", find_next(self._snapshot, bytes(16), 0, ticket), None)

    def save_as(self) -> None:
        """A copy of the document is refused, or has zeros for what is lost and says how much that is."""
        target = self._scratch / "copy"
        saved = None
        try:
            saved = save_as(
                self._snapshot, bytes(target), Ticket(), original=self._document.base, overwrite=True
            )
        except SaveError as error:
            self._expect("refused", (bool(self._medium.bad), str(error)[-1]), (True, "."))
            self._expect("left behind", target.exists(), False)
        else:
            saved.new_base.close()
            self._expect("saved in spite of bad pages", bool(self._medium.bad), False)
        lossy = save_as(
            self._snapshot,
            bytes(target),
            Ticket(),
            original=self._document.base,
            overwrite=True,
            lossy=True,
        )
        lossy.new_base.close()
        whole = ByteRange(0, self._medium.pages * PAGESIZE)
        self._expect("bytes of the copy", target.read_bytes() == self._model(whole), True)
        lost = f"{len(self._medium.bad) * PAGESIZE:,} bytes"
        if self._medium.bad:
            self._expect(f"“{lost}” in “{lossy.sentence}”", lost in lossy.sentence, True)
        target.unlink()

    def _lost_of(self, part: ByteRange) -> list[int]:
        pages = self._medium.bad
        return [page for page in pages if page in range(part.pages.first, part.pages.end)]

    @staticmethod
    def _lost(lost: tuple) -> list[int]:
        return [page for item in lost for page in range(item.range.pages.first, item.range.pages.end)]

    def close(self) -> None:
        base = self._document.base
        base.close()
