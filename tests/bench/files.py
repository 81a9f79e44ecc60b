"""Files to measure with, and the state of the page cache that makes measurements comparable."""

from __future__ import annotations

import os
from pathlib import Path

from helpers.files import compressed_bytes, counter_bytes, noise_bytes, text_bytes

PAGE = 4096
MEGABYTE = 1 << 20


def solid(path: Path, size: int) -> Path:
    """``size`` bytes without holes: noise, text, counters, deflated data in turns of 1 MiB."""
    block = b"".join(
        [
            *(noise_bytes(MEGABYTE, seed) for seed in range(6)),
            *(text_bytes(MEGABYTE) for _ in range(4)),
            *(counter_bytes(MEGABYTE) for _ in range(3)),
            *(compressed_bytes(MEGABYTE, seed) for seed in range(3)),
        ]
    )
    with path.open("wb") as file:
        for start in range(0, size, len(block)):
            file.write(block[: size - start])
    return path


def island_pages(size: int, count: int) -> list[int]:
    """The first pages of ``count`` islands, spread over ``size`` bytes but not evenly."""
    pages = size // PAGE
    return [pages // count * i + i * 7919 % max(1, pages // count - 64) for i in range(count)]


def islands(path: Path, size: int, count: int, length: int = 2 * PAGE) -> Path:
    """Holes with ``count`` islands of ``length`` bytes of mixed content."""
    kinds = [noise_bytes(length), text_bytes(length), counter_bytes(length), b"\xff" * length]
    with path.open("wb") as file:
        os.truncate(file.fileno(), size)
        for number, page in enumerate(island_pages(size, count)):
            os.pwrite(file.fileno(), kinds[number % 4], page * PAGE)
    read_again(path, [page * PAGE for page in island_pages(size, count)], length)
    return path


def read_again(path: Path, starts: list[int] | None = None, length: int = 0) -> None:
    """Drop the file from the page cache and read it into it again.

    A file that was just written lies in the cache in small pieces, and is scanned several times slower
    than one that was read.
    """
    with path.open("rb", buffering=0) as file:
        os.fsync(file.fileno())
        os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)
        if starts is not None:
            for start in starts:
                os.pread(file.fileno(), length, start)
            return
        while file.read(4 * MEGABYTE):
            pass


def allocated(path: Path) -> int:
    return os.stat(path).st_blocks * 512
