"""Another program at an open file: cuts it, lets it grow again, deletes it, puts another in its place.

The file never holds a byte 00, and every page has one of two contents: whatever is shown must be a byte that
the file has or had at this place, or be marked as lost.
"""

from __future__ import annotations

import contextlib
import os
import random
import threading
from collections.abc import Callable
from pathlib import Path

import numpy as np

from bytescope.core.document.document import Document
from bytescope.core.errors import BytescopeError, Cancelled
from bytescope.core.pages.classes import PageClass
from bytescope.core.pages.examine import examine
from bytescope.core.pages.units import Exact, Sampled, Step, Uniform, Unit
from bytescope.core.ranges import PAGESIZE, PageRange, page_count
from bytescope.core.search.find import find_next
from bytescope.core.source.base import Reading
from bytescope.core.source.opening import open_file
from bytescope.core.storage.save import save_as
from bytescope.core.ticket import Ticket
from helpers.saving import save_document

MOST_PAGES = 96
EDIT = 0xEE
BETWEEN = 0.3
"""The share of cycles in which the acts come at our seeks, not beside."""

LOST = (PageClass.GONE, PageClass.ERROR)


class Contents:
    """Two contents without a byte 00, of which every page of the file has one."""

    def __init__(self, seed: int) -> None:
        self.both = np.random.default_rng(seed).integers(1, 256, (2, MOST_PAGES * PAGESIZE)).astype(np.uint8)

    def part(self, chance: random.Random, start: int, end: int) -> bytes:
        return self.both[chance.randrange(2), start:end].tobytes()

    def fault(self, start: int, reading: Reading) -> str:
        """What is wrong with bytes shown from ``start`` on; "" if each is the file's or marked as lost."""
        data = np.frombuffer(reading.data, np.uint8)
        good = (self.both[:, start : start + len(data)] == data).any(0) | (data == EDIT)
        for item in reading.lost:
            good[max(0, item.range.start - start) : max(0, item.range.end - start)] = True
        if good.all():
            return ""
        at = int(np.argmin(good))
        return f"{int((~good).sum())} bytes from {start + at:#x} on are no bytes of the file ({data[at]:02X})"


class Outsider:
    """Changes the file at ``path`` by system calls of its own."""

    def __init__(self, path: Path, contents: Contents, seed: int) -> None:
        self.path = path
        self.done: list[str] = []
        self._contents = contents
        self._chance = random.Random(seed)

    def make(self) -> None:
        """The file anew, as a new inode."""
        size = self._chance.randrange(PAGESIZE, MOST_PAGES * PAGESIZE)
        new = self.path.with_suffix(".new")
        new.write_bytes(self._contents.part(self._chance, 0, size))
        new.replace(self.path)

    def act(self) -> None:
        """One change, at random."""
        acts: tuple[Callable[[], None], ...] = (
            self._cut, self._cut, self._nibble, self._regrow, self._regrow,
            self._write, self.make, self._vanish,
        )  # fmt: skip
        act = self._chance.choice(acts)
        try:
            act()
        except FileNotFoundError:
            self.make()
        self.done.append(act.__name__.strip("_"))

    def _cut(self) -> None:
        size = self.path.stat().st_size
        os.truncate(self.path, self._chance.randrange(size + 1) // self._chance.choice((1, 1, PAGESIZE)))

    def _nibble(self) -> None:
        """Cut off a page at most: what is left of the last page is still cached."""
        os.truncate(self.path, max(0, self.path.stat().st_size - self._chance.randrange(1, PAGESIZE)))

    def _regrow(self) -> None:
        """Append: what was cut off never comes back as zeros."""
        fd = os.open(self.path, os.O_WRONLY)
        try:
            size = os.fstat(fd).st_size
            end = self._chance.randrange(size, MOST_PAGES * PAGESIZE + 1)
            os.pwrite(fd, self._contents.part(self._chance, size, end), size)
        finally:
            os.close(fd)

    def _write(self) -> None:
        fd = os.open(self.path, os.O_WRONLY)
        try:
            size = os.fstat(fd).st_size
            first = self._chance.randrange(size // PAGESIZE + 1) * PAGESIZE
            end = min(size, first + self._chance.randrange(1, 8) * PAGESIZE)
            os.pwrite(fd, self._contents.part(self._chance, first, end), first)
        finally:
            os.close(fd)

    def _vanish(self) -> None:
        os.unlink(self.path)


class Beside(threading.Thread):
    """An outsider at work beside what is tried."""

    def __init__(self, outsider: Outsider, acts: int) -> None:
        super().__init__(daemon=True)
        self._outsider, self._acts = outsider, acts

    def run(self) -> None:
        for _ in range(self._acts):
            self._outsider.act()


class Between:
    """An outsider that acts right before and after seeks for data and holes.

    For what is concluded from two answers of the system: the acts of one beside hardly ever come there.
    """

    def __init__(self, outsider: Outsider, acts: int, chance: random.Random) -> None:
        self._outsider, self._acts, self._chance = outsider, acts, chance
        self._real = os.lseek

    def start(self) -> None:
        os.lseek = self._seek

    def join(self) -> None:
        os.lseek = self._real
        self._acts = 0

    def is_alive(self) -> bool:
        return self._acts > 0

    def _seek(self, fd: int, at: int, whence: int) -> int:
        if whence == os.SEEK_END:
            return self._real(fd, at, whence)
        self._act()
        try:
            return self._real(fd, at, whence)
        finally:
            self._act()

    def _act(self) -> None:
        if self._acts and self._chance.random() < 0.3:
            self._acts -= 1
            self._outsider.act()


class CoreCycle:
    """Opens the file, works on it in one way while an outsider works on it too, then once more in peace."""

    def __init__(self, path: Path, contents: Contents, seed: int, measure: Callable) -> None:
        self.seed = seed
        self.outsider = Outsider(path, contents, seed)
        self._contents = contents
        self._chance = random.Random(~seed)
        self._measure = measure
        self._path = path

    def fault(self) -> str:
        """What went wrong; "" for nothing."""
        self.outsider.make()
        way = self._chance.choice((self.scan, self.copy, self.find, self.save, self.save_as))
        file = open_file(bytes(self._path))
        try:
            document = Document(file)
            if self._chance.random() < 0.5:
                at = self._chance.randrange(document.size)
                document.write(at, bytes([EDIT]) * min(50, document.size - at))
            acts = self._chance.randrange(1, 6)
            between = self._chance.random() < BETWEEN
            self._beside = (
                Between(self.outsider, 3 * acts, self._chance) if between else Beside(self.outsider, acts)
            )
            self._beside.start()
            try:
                found = way(document)
            finally:
                self._beside.join()
            found = found or way(document)
        finally:
            document.base.close()
            file.close()
        return f"{way.__name__} beside {', '.join(self.outsider.done)}: {found}" if found else ""

    def scan(self, document: Document) -> str:
        """The facts of the map: there is no page of zeros and no hole, nor a byte 00 in any page."""
        snapshot = document.snapshot()
        pages = page_count(snapshot.size)
        samples = tuple(sorted(self._chance.sample(range(pages), min(pages, 9))))
        for unit in (
            Unit(Step.PAGES, PageRange(0, pages)),
            Unit(Step.SAMPLES, PageRange(0, pages), samples),
            Unit(Step.WALK, PageRange(0, pages)),
        ):
            for item in examine(snapshot, unit, self._measure, patience=60)[0]:
                if isinstance(item, Uniform):
                    return f"pages {item.pages} are said to be {item.cls.name}"
                if isinstance(item, Exact | Sampled):
                    zeros = (item.measures.zeros > 0) & ~np.isin(item.measures.classes, LOST)
                    if zeros.any():
                        return f"row {int(np.argmax(zeros))} of {unit.step.name} has bytes 00"
        return ""

    def copy(self, document: Document) -> str:
        snapshot = document.snapshot()
        return self._contents.fault(0, snapshot.read(0, snapshot.size))

    def find(self, document: Document) -> str:
        """No zeros are found, and what is found is there."""
        snapshot = document.snapshot()
        zeros = find_next(snapshot, bytes(2), 0, Ticket())
        if zeros is not None:
            return f"zeros were found at {zeros:#x}"
        at = self._chance.randrange(max(1, snapshot.size - 8))
        for content in self._contents.both:
            hit = find_next(snapshot, content[at : at + 8].tobytes(), max(0, at - 5000), Ticket())
            if hit is not None and hit + 8 <= snapshot.size and hit != at:
                return f"bytes of {at:#x} were found at {hit:#x}"
        return ""

    def save(self, document: Document) -> str:
        """A save ends with a word to the person, whatever happens meanwhile."""
        with contextlib.suppress(BytescopeError, Cancelled):
            save_document(document, force=self._chance.random() < 0.5)
        return "" if self._beside.is_alive() else self._shown_fault(document)

    def _shown_fault(self, document: Document) -> str:
        """In peace: what is shown is what the file has now, be it zeros where a save met a cut file."""
        snapshot, base = document.snapshot(), document.base
        reading = snapshot.read(0, snapshot.size)
        shown = np.frombuffer(reading.data, np.uint8)
        there = np.frombuffer(os.pread(base.fd, snapshot.size, 0).ljust(snapshot.size, b"\0"), np.uint8)
        good = (shown == there) | (shown == EDIT)
        end = os.fstat(base.fd).st_size
        for item in reading.lost:
            if item.range.start < end:
                return f"{item} is said to be lost, but the file has {end} bytes"
            good[item.range.start : item.range.end] = True
        return "" if good.all() else f"{int((~good).sum())} bytes are others than those of the file"

    def save_as(self, document: Document) -> str:
        target = self._path.with_suffix(".copy")
        try:
            outcome = save_as(
                document.snapshot(), bytes(target), Ticket(), original=document.base, overwrite=True
            )
        except (BytescopeError, Cancelled):
            return ""
        outcome.new_base.close()
        return self._contents.fault(0, Reading(target.read_bytes()))
