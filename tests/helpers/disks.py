"""File systems of their own on a loop device, for what only some of them can do. Root only."""

from __future__ import annotations

import contextlib
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

SIZES = {"xfs": 320 << 20, "btrfs": 128 << 20, "ext4": 32 << 20}


@contextlib.contextmanager
def disk(folder: Path, kind: str, *options: str) -> Iterator[Path]:
    """An empty file system of ``kind`` (xfs, btrfs, ext4), mounted; skips where that cannot be."""
    if shutil.which(f"mkfs.{kind}") is None:
        pytest.skip(f"mkfs.{kind} is not installed")
    image, place = folder / f"{kind}.img", folder / kind
    place.mkdir()
    with image.open("wb") as file:
        file.truncate(SIZES[kind])
    quiet = {"xfs": ["-q"], "btrfs": ["-q"], "ext4": ["-q", "-F"]}[kind]
    made = subprocess.run([f"mkfs.{kind}", *quiet, *options, str(image)], capture_output=True, text=True)
    if made.returncode:
        pytest.skip(f"mkfs.{kind}: {made.stderr.strip()[:100]}")
    mounted = subprocess.run(["mount", "-o", "loop", str(image), str(place)], capture_output=True, text=True)
    if mounted.returncode:
        pytest.skip(f"no {kind} on a loop device here: {mounted.stderr.strip()[:100]}")
    try:
        yield place
    finally:
        subprocess.run(["umount", str(place)], check=True)
        image.unlink()
