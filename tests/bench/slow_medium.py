"""A file each of whose reads takes a second: by FUSE, which needs root."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from pathlib import Path

from helpers.fuse import Medium, mounted


@contextlib.contextmanager
def slow_file(place: Path, pages: int, seconds: float) -> Iterator[Path | None]:
    """``place`` as a file of ``pages`` pages, each read of which takes ``seconds``; None without FUSE."""
    with mounted(place, Medium(pages, read_seconds=seconds)) as there:
        yield place if there else None
