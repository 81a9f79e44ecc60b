"""What a disk may hold after the power failed: all that was flushed, and any of the writes since."""

from __future__ import annotations

import contextlib
import os
import random
import shutil
import subprocess
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from faults.crash.blocklog import Block
from faults.crash.disks import looped, mounted

_PIECE = 1 << 18
_SECTOR = 512
_ZEROS = bytes(_PIECE)


@dataclass(frozen=True)
class FileSystem:
    """A kind of file system: its size, how it is made (small and at once), how it is mounted."""

    kind: str
    size: int
    make: tuple[str, ...]
    options: str = ""

    @property
    def why_not(self) -> str:
        """Why it cannot be used here; empty where it can."""
        known = Path("/proc/filesystems").read_text(encoding="ascii").split()
        if self.kind not in known and not list(Path("/lib/modules").glob(f"*/kernel/fs/{self.kind}")):
            return f"the kernel has no {self.kind}"
        return "" if shutil.which(self.make[0]) else f"{self.make[0]} is not installed"

    def made(self, place: Path) -> int:
        """A new one, as a file in memory (a descriptor); ``place`` is used in between."""
        with place.open("wb") as file:
            file.truncate(self.size)
        try:
            subprocess.run([*self.make, str(place)], check=True, capture_output=True, timeout=60)
            with place.open("rb") as file:
                return copied(file.fileno())
        finally:
            place.unlink()


FILE_SYSTEMS = (
    FileSystem(
        "ext4",
        32 << 20,
        (
            "mkfs.ext4",
            "-q",
            "-F",
            "-b",
            "4096",
            "-N",
            "256",
            "-E",
            "lazy_itable_init=0,lazy_journal_init=1,nodiscard",
        ),
    ),
    FileSystem("xfs", 300 << 20, ("mkfs.xfs", "-q", "-f", "-K"), "nouuid"),
    FileSystem("btrfs", 128 << 20, ("mkfs.btrfs", "-q", "-f", "-K", "-m", "single", "-d", "single")),
)


def copied(fd: int) -> int:
    """A file in memory with the same content, zeros as holes."""
    out = os.memfd_create("disk", os.MFD_CLOEXEC)
    size = os.fstat(fd).st_size
    os.ftruncate(out, size)
    for start, end in _data(fd, size):
        for at in range(start, end, _PIECE):
            data = os.pread(fd, min(_PIECE, end - at), at)
            if data != _ZEROS[: len(data)]:
                os.pwrite(out, data, at)
    return out


def _data(fd: int, size: int) -> Iterator[tuple[int, int]]:
    at = 0
    with contextlib.suppress(OSError):  # no data any more
        while at < size:
            start = os.lseek(fd, at, os.SEEK_DATA)
            at = os.lseek(fd, start, os.SEEK_HOLE)
            yield start, at


@dataclass(frozen=True)
class Crash:
    """The power fails when ``blocks`` were written to all disks together.

    ``flushed``: of those before this number, all that went to that disk are there for sure. Of the others
    ``cut`` says how many bytes reached their disk where it was not all of them. ``position``: how far the log
    was.
    """

    blocks: int
    flushed: dict[int, int]
    cut: dict[int, int]
    position: int

    def __str__(self) -> str:
        lost = [str(number) for number, length in self.cut.items() if not length]
        torn = [f"{number} behind {length:,} bytes" for number, length in self.cut.items() if length]
        words = [f"lost {', '.join(lost)}"] * bool(lost) + [f"torn {', '.join(torn)}"] * bool(torn)
        return "; ".join([f"after block {self.blocks} (flushed: {self.flushed})", *words])


def crash_at(
    moment: int, blocks: Sequence[Block], may_tear: Callable[[Block], bool], chance: random.Random
) -> Crash:
    """A crash when ``moment`` blocks were written: all are there, or some are lost or torn at a sector."""
    flushed = {block.disk: number for number, block in enumerate(blocks[:moment], 1) if block.flush}
    cut = {}
    lost, torn = chance.choice(((0.0, 0.0), (0.0, 0.3), (0.2, 0.2), (0.5, 0.0), (0.8, 0.1)))
    for number in range(min(flushed.values(), default=0), moment):
        sectors = len(blocks[number].data) // _SECTOR
        if blocks[number].flush or number < flushed.get(blocks[number].disk, 0):
            continue
        if chance.random() < lost:
            cut[number] = 0
        elif sectors > 1 and chance.random() < torn and may_tear(blocks[number]):
            cut[number] = chance.randrange(1, sectors) * _SECTOR
    return Crash(moment, flushed, cut, blocks[moment - 1].end if moment else 0)


class Replay:
    """One of the disks as it was at one moment after the other."""

    def __init__(self, disk: int, base: int, blocks: Sequence[Block]) -> None:
        self._disk = disk
        self._sure = copied(base)
        self._blocks = blocks
        self._at = 0

    def close(self) -> None:
        os.close(self._sure)

    def image(self, crash: Crash) -> int:
        """The disk (a file in memory) after the crash; crashes must come in the order of their blocks."""
        flushed = crash.flushed.get(self._disk, 0)
        while self._at < flushed:
            self._write(self._sure, self._at, None)
            self._at += 1
        image = copied(self._sure)
        for number in range(flushed, crash.blocks):
            self._write(image, number, crash.cut.get(number))
        return image

    def _write(self, fd: int, number: int, length: int | None) -> None:
        block = self._blocks[number]
        if block.disk == self._disk and not block.flush:
            os.pwrite(fd, block.data[:length], block.offset)


@contextlib.contextmanager
def mounted_image(system: FileSystem, image: int, place: Path) -> Iterator[None]:
    """The file system in ``image``, which mends itself as after any power failure."""
    with looped(image) as device, mounted(device, place, system.kind, system.options):
        yield
