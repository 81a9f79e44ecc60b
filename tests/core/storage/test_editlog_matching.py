"""Whether a file is still the one that edits were made on."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from bytescope.core.source.opening import open_file
from bytescope.core.storage.calls import CALLS
from bytescope.core.storage.editlog.matching import Match, match_of, place_of


def rewritten(path: Path) -> None:
    path.write_bytes(b"other bytes")


def longer(path: Path) -> None:
    before = path.stat()
    path.write_bytes(path.read_bytes() + b"!")
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))


def replaced(path: Path) -> None:
    other = path.with_name("other")
    other.write_bytes(path.read_bytes())
    other.replace(path)


def with_another_mode(path: Path) -> None:
    path.chmod(0o600)


def with_another_name(path: Path) -> None:
    path.with_name("second").hardlink_to(path)


@pytest.mark.parametrize(
    ("happened", "found"),
    [
        (with_another_mode, Match.SAME),
        (with_another_name, Match.SAME),
        (rewritten, Match.CHANGED),
        (longer, Match.CHANGED),
        (replaced, Match.REPLACED),
        (Path.unlink, Match.MISSING),
    ],
)
def test_what_happened_to_a_file(tmp_path, happened, found):
    path = tmp_path / "file"
    path.write_bytes(b"same length")
    source = open_file(bytes(path))
    place = place_of(source)
    source.close()
    assert match_of(place, CALLS) is Match.SAME
    happened(path)
    assert match_of(place, CALLS) is found
