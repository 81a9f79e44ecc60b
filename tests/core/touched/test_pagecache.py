"""What the page cache is said to hold."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from bytescope.core.ranges import ByteRange
from bytescope.core.source import cachestat as kernel
from bytescope.core.source.file import FileSource
from bytescope.core.source.opening import create_file, open_file
from bytescope.core.touched import pagecache
from bytescope.core.touched.pagecache import CacheFacts, cache_facts
from bytescope.core.touched.told import Told
from helpers.holding import held

pytestmark = pytest.mark.page_cache

SIZE = 1 << 36
ALL = ByteRange(0, SIZE)
TOUCHED = (10, 20, 21, 5000, SIZE // 4096 - 1)


@pytest.fixture
def source(tmp_path: Path) -> Iterator[FileSource]:
    """64 GiB sparse with five pages in the cache."""
    path = tmp_path / "sparse"
    create_file(str(path), SIZE)
    made = open_file(str(path))
    with path.open("r+b") as file:
        for page in TOUCHED:
            os.pwrite(file.fileno(), b"x", page * 4096)
    if cache_facts(made, ALL).told is not Told.YES:
        pytest.skip("this kernel has no cachestat")
    with held(path, TOUCHED):
        yield made
    made.close()
    path.unlink()


def test_counts(source: FileSource) -> None:
    counts = cache_facts(source, ALL).counts
    assert counts is not None
    assert counts.cached == len(TOUCHED)
    assert source.cached(20 * 4096 + 5, 8000) is True
    assert source.cached(19 * 4096, 8192) is False
    assert source.cached(0, 0) is None


@pytest.mark.parametrize(
    ("number", "told"),
    [
        (errno.EPERM, Told.NOT_PERMITTED),
        (errno.ENOSYS, Told.NOT_AVAILABLE),
        (errno.EOPNOTSUPP, Told.NOT_AVAILABLE),
    ],
)
def test_refusals_are_told_apart(
    source: FileSource, number: int, told: Told, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_fd: int, _position: int, _length: int) -> kernel.CacheStat:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(pagecache, "cachestat", refuse)
    assert cache_facts(source, ALL) == CacheFacts(ALL, told)


@pytest.mark.needs_root
def test_a_stranger_is_not_told() -> None:
    code = """
import ctypes, mmap, os, sys  # the stranger may not be allowed to read Python's own modules
import bytescope.core.source.cachestat
from bytescope.core.ranges import ByteRange
from bytescope.core.source.opening import open_file
from bytescope.core.touched.pagecache import cache_facts
os.setuid(65534)
source = open_file(sys.argv[1])
print(cache_facts(source, ByteRange(0, 3)).told.value, source.cached(0, 3))
"""
    with tempfile.TemporaryDirectory() as folder:
        os.chmod(folder, 0o755)
        path = Path(folder) / "theirs"
        path.write_bytes(b"abc")
        path.chmod(0o644)
        answer = subprocess.run(
            [sys.executable, "-c", code, str(path)],
            env={"PYTHONPATH": str(Path(__file__).parents[3] / "app")},
            capture_output=True,
            text=True,
            timeout=500,
        )
    if answer.stdout.startswith("known"):
        pytest.skip("this kernel tells everyone")
    assert answer.stdout.strip() == "not permitted None"
