"""A file with bad sectors: reads of some of its pages fail with EIO. Root only, by FUSE."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from pathlib import Path

import pytest

from helpers.fuse import Medium, mounted


@contextlib.contextmanager
def bad_sectors(place: Path, pages: int, bad: list[int]) -> Iterator[Path]:
    """``place`` as a file of ``pages`` pages of 01, of which ``bad`` cannot be read. Skips without FUSE."""
    with mounted(place, Medium(pages, tuple(bad))) as there:
        if not there:
            pytest.skip("FUSE is not available here")
        yield place
