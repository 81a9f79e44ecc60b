"""Makes the files that tests open: every kind of content, or holes with islands, the same on each run."""

from __future__ import annotations

import random
import zlib
from collections.abc import Callable, Iterable
from pathlib import Path

ZONE = 16 * 4096
"""Bytes of one kind of content in a mixed file."""


def text_bytes(size: int) -> bytes:
    line = b"The quick brown fox jumps over the lazy dog, again and again.\n"
    return (line * (size // len(line) + 1))[:size]


def noise_bytes(size: int, seed: int = 1) -> bytes:
    return random.Random(seed).randbytes(size)


def counter_bytes(size: int, width: int = 4) -> bytes:
    return b"".join(n.to_bytes(width, "little") for n in range(size // width + 1))[:size]


def compressed_bytes(size: int, seed: int = 1) -> bytes:
    """Output of deflate: dense, but not noise."""
    out = bytearray()
    generator = random.Random(seed)
    while len(out) < size:
        words = (str(generator.randrange(10**6)) for _ in range(20_000))
        out += zlib.compress(" ".join(words).encode())
    return bytes(out[:size])


def utf16_bytes(size: int) -> bytes:
    return (text_bytes(size // 2 + 1).decode().encode("utf-16-le"))[:size]


KINDS: tuple[tuple[str, Callable[[int], bytes]], ...] = (
    ("text", text_bytes),
    ("zeros", lambda n: bytes(n)),
    ("ones", lambda n: b"\xff" * n),
    ("noise", noise_bytes),
    ("counter", counter_bytes),
    ("compressed", compressed_bytes),
    ("period", lambda n: (b"\xaa\x55\x00\x01" * (n // 4 + 1))[:n]),
    ("utf16", utf16_bytes),
)
"""The zones of a mixed file, in order; they repeat to the end of the file."""


def mixed_bytes(size: int) -> bytes:
    """``size`` bytes in zones of ``ZONE`` bytes, one for each of ``KINDS`` in turn."""
    zones = [make(ZONE) for _, make in KINDS[: -(-size // ZONE)]]
    round_ = b"".join(zones)
    return (round_ * (size // max(1, len(round_)) + 1))[:size]


def mixed_file(path: Path, size: int) -> Path:
    """A file with ``mixed_bytes(size)``; written zone by zone, so gigabytes need little memory."""
    round_ = mixed_bytes(min(size, ZONE * len(KINDS)))
    left = size
    with path.open("wb") as file:
        while left > 0:
            left -= file.write(round_[:left])
    return path


def sparse_file(path: Path, size: int, islands: Iterable[tuple[int, bytes]] = ()) -> Path:
    """A file of ``size`` bytes that is one hole, but for the bytes of ``islands`` at their offsets."""
    with path.open("wb") as file:
        file.truncate(size)
        for offset, data in islands:
            file.seek(offset)
            file.write(data)
    if path.stat().st_size != size:
        raise ValueError("an island reaches past the end of the file")
    return path


def allocated_bytes(path: Path) -> int:
    """Bytes that the file takes on disk; less than its size where it has holes."""
    return path.stat().st_blocks * 512
