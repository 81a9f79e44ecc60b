"""What a disk may hold after the power failed: every state that the calls made so far allow.

A file is a row of sectors of 512 bytes. Until it is synced, each of its sectors may stand as after any of the
writes to it, independently of all others; so may its size. After a sync that failed, what was not on the disk
may never come there, unless it is written again. A name in a folder may stand as before any of the changes
to it since the folder was synced. Only what is one step is one step: a rename.
"""

from __future__ import annotations

import itertools
import random
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from faults.recording import Entries, Event, Place, Resize, Sync, SyncFolder, Write

SECTOR = 512
BLOCK = 4096


@dataclass(slots=True)
class _File:
    """One file: what the system shows of it, and for each sector what may be on the disk.

    ``sectors[n]`` are the contents sector ``n`` may have, from the one known to be on the disk to the newest;
    ``born[n]`` the number of the change that made each. ``sizes`` likewise.
    """

    now: bytearray
    sectors: dict[int, list[bytes]] = field(default_factory=dict)
    born: dict[int, list[int]] = field(default_factory=dict)
    sizes: list[int] = field(default_factory=list)
    size_born: list[int] = field(default_factory=list)
    changes: int = 0
    failed_at: int = 0
    durable: bytes = b""

    @classmethod
    def of(cls, data: bytes) -> _File:
        return cls(bytearray(data), sizes=[len(data)], size_born=[0], durable=bytes(data))

    def _sector(self, number: int) -> bytes:
        part = bytes(self.now[number * SECTOR : (number + 1) * SECTOR])
        return part.ljust(SECTOR, b"\0")

    def _touch(self, start: int, end: int) -> None:
        """Note how the sectors of a range stand now, which a change has just made so."""
        for number in range(start // SECTOR, -(-end // SECTOR)):
            if number not in self.sectors:
                old = self.durable[number * SECTOR : (number + 1) * SECTOR].ljust(SECTOR, b"\0")
                self.sectors[number], self.born[number] = [old], [0]
            self.sectors[number].append(self._sector(number))
            self.born[number].append(self.changes)

    def _sized(self, size: int) -> None:
        if size != self.sizes[-1]:
            self.sizes.append(size)
            self.size_born.append(self.changes)

    def write(self, offset: int, data: bytes) -> None:
        self.changes += 1
        old = len(self.now)
        if offset + len(data) > old:
            self.now.extend(bytes(offset + len(data) - old))
        self.now[offset : offset + len(data)] = data
        self._touch(offset, offset + len(data))
        self._sized(max(old, offset + len(data)))

    def resize(self, size: int) -> None:
        self.changes += 1
        old = len(self.now)
        if size < old:
            del self.now[size:]
            self._touch(size, min(old, -(-size // BLOCK) * BLOCK))  # the rest of a block may be zeroed first
        else:
            self.now.extend(bytes(size - old))
            self._touch(old, size)
        self._sized(size)

    def sync(self, good: bool) -> None:
        """All is on the disk; but after a sync that failed only what was changed since."""
        if not good:
            self.failed_at = self.changes
            return
        for number in list(self.sectors):
            if self.born[number][-1] > self.failed_at:
                del self.sectors[number], self.born[number]
        self.sizes, self.size_born = self.sizes[-1:], [0]
        left = {number: states[0] for number, states in self.sectors.items()}
        durable = bytearray(self.now)
        for number, old in left.items():
            at = number * SECTOR
            if at < len(durable):
                durable[at : at + SECTOR] = old[: len(durable) - at]
        self.durable = bytes(durable)

    def copied(self) -> _File:
        return _File(
            bytearray(self.now),
            {number: list(states) for number, states in self.sectors.items()},
            {number: list(born) for number, born in self.born.items()},
            list(self.sizes),
            list(self.size_born),
            self.changes,
            self.failed_at,
            self.durable,
        )

    @property
    def open_questions(self) -> bool:
        return bool(self.sectors) or len(self.sizes) > 1

    def content(self, choice: dict[int, int], size: int) -> bytes:
        """The file with the chosen state of each sector (newest where nothing is chosen) and size."""
        length = max(size, len(self.durable), len(self.now))
        out = bytearray(self.durable.ljust(length, b"\0"))
        for number, states in self.sectors.items():
            out[number * SECTOR : (number + 1) * SECTOR] = states[choice.get(number, len(states) - 1)]
        return bytes(out[:size].ljust(size, b"\0"))

    # The choices worth making

    def old(self) -> bytes:
        return self.content(dict.fromkeys(self.sectors, 0), self.sizes[0])

    def new(self) -> bytes:
        return self.content({}, self.sizes[-1])

    def systematic(self) -> Iterator[bytes]:
        """Everything up to each change, each change alone and each left out, each torn both ways."""
        yield self.new()
        if not self.open_questions:
            return
        yield self.old()
        stamps = sorted({b for born in self.born.values() for b in born if b} | set(self.size_born))
        for stamp in stamps:
            until = {n: _last(born, stamp) for n, born in self.born.items()}
            size = self.sizes[_last(self.size_born, stamp)]
            yield self.content(until, size)
            yield self.content(until, self.sizes[-1])
            yield self.content(until, self.sizes[0])
        for size in (self.sizes[0], self.sizes[-1]):
            numbers = sorted(self.sectors)
            for cut in range(1, len(numbers)):
                yield self.content(dict.fromkeys(numbers[cut:], 0), size)
                yield self.content(dict.fromkeys(numbers[:cut], 0), size)
            for number in numbers:
                yield self.content({number: 0}, size)
                yield self.content({n: 0 for n in numbers if n != number}, size)

    def at_random(self, dice: random.Random) -> bytes:
        """Any state of each sector; now and then most of them old, or most of them new."""
        lean = dice.choice((0.1, 0.5, 0.5, 0.9))
        choice = {}
        for number, states in self.sectors.items():
            last = len(states) - 1
            choice[number] = dice.randint(0, last) if dice.random() < 0.4 else last * (dice.random() < lean)
        return self.content(choice, dice.choice(self.sizes))


def _last(born: Sequence[int], stamp: int) -> int:
    """The newest state made by the change of that number or before."""
    return max(index for index, number in enumerate(born) if number <= stamp)


Names = dict[Place, int]
"""What stands at which place, of all folders."""


@dataclass(frozen=True, slots=True)
class Image:
    """What a disk may hold: names, and the bytes of the files that have one."""

    names: tuple[tuple[Place, int], ...]
    files: tuple[tuple[int, bytes], ...]


class Disk:
    """The disk under the calls that were recorded, advanced event by event."""

    def __init__(self, names: Names, files: dict[int, bytes]) -> None:
        self.now = dict(names)
        self._durable = dict(names)
        self._waiting: list[Entries] = []
        self._files = {inode: _File.of(data) for inode, data in files.items()}

    def copied(self) -> Disk:
        other = Disk(self.now, {})
        other._durable = dict(self._durable)
        other._waiting = list(self._waiting)
        other._files = {inode: file.copied() for inode, file in self._files.items()}
        return other

    def apply(self, event: Event) -> None:
        match event:
            case Write(inode, offset, data):
                self._file(inode).write(offset, data)
            case Resize(inode, size):
                self._file(inode).resize(size)
            case Sync(inode, good):
                self._file(inode).sync(good)
            case Entries(changed):
                self._waiting.append(event)
                _change(self.now, changed)
            case SyncFolder(inode):
                for waiting in [w for w in self._waiting if any(p[0] == inode for p, _ in w.changed)]:
                    _change(self._durable, waiting.changed)
                    self._waiting.remove(waiting)

    def _file(self, inode: int) -> _File:
        return self._files.setdefault(inode, _File.of(b""))

    # The states

    def newest(self) -> Image:
        """All that was asked for: what is there after a program is killed, without a power failure."""
        return self._image(self.now, {inode: file.new() for inode, file in self._files.items()})

    def systematic(self) -> Iterator[Image]:
        """Each of the files in each of its states worth trying, the others old or new; names likewise."""
        old = {inode: file.old() for inode, file in self._files.items()}
        new = {inode: file.new() for inode, file in self._files.items()}
        for names in self._orders():
            for rest in (new, old):
                yield self._image(names, rest)
                for inode, file in self._files.items():
                    if file.open_questions:
                        for content in file.systematic():
                            yield self._image(names, {**rest, inode: content})

    def at_random(self, dice: random.Random) -> Image:
        names = dict(self._durable)
        share = dice.choice((0.0, 0.5, 1.0))
        for entries in self._waiting:
            if dice.random() < share:
                _change(names, entries.changed)
        return self._image(names, {inode: f.at_random(dice) for inode, f in self._files.items()})

    def _orders(self) -> Iterator[Names]:
        """Names after each number of changes, and with each change alone left out."""
        yield dict(self.now)
        waiting = self._waiting
        chosen: Iterable[Sequence[Entries]] = itertools.chain(
            (waiting[:count] for count in range(len(waiting))),
            (waiting[:at] + waiting[at + 1 :] for at in range(len(waiting) - 1)),
        )
        for some in chosen:
            names = dict(self._durable)
            for entries in some:
                _change(names, entries.changed)
            yield names

    def _image(self, names: Names, contents: dict[int, bytes]) -> Image:
        there = set(names.values())
        files = tuple(sorted((inode, data) for inode, data in contents.items() if inode in there))
        return Image(tuple(sorted(names.items())), files)


def _change(names: Names, changed: Iterable[tuple[Place, int | None]]) -> None:
    for place, inode in changed:
        if inode is None:
            names.pop(place, None)
        else:
            names[place] = inode
