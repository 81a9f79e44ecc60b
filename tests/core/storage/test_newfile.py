"""A new file has no name until it takes its place; where the file system wants one, it has another."""

from __future__ import annotations

import dataclasses
import errno
import os
from pathlib import Path

import pytest

from bytescope.core.document.document import Document
from bytescope.core.source.memory import MemorySource
from bytescope.core.storage.calls import CALLS, Calls
from bytescope.core.storage.newfile import NewFile
from bytescope.core.storage.pieces import Content
from bytescope.core.ticket import Ticket

TEXT = b"the new content"


def without_nameless_files() -> Calls:
    """As on file systems that do not have them."""

    def opened(path, flags, *rest, **keywords) -> int:
        if flags & os.O_TMPFILE == os.O_TMPFILE:
            raise OSError(errno.EOPNOTSUPP, os.strerror(errno.EOPNOTSUPP))
        return CALLS.open(path, flags, *rest, **keywords)

    return dataclasses.replace(CALLS, open=opened)


def filled(path: Path, calls: Calls) -> NewFile:
    new = NewFile(bytes(path), 0o640, calls)
    new.fill(Content(Document(MemorySource(TEXT)).snapshot(), None), Ticket())
    return new


def test_who_is_killed_while_writing_leaves_nothing_behind(tmp_path):
    try:
        os.close(os.open(tmp_path, os.O_TMPFILE | os.O_RDWR))
    except OSError:
        pytest.skip("this file system has no files without a name")
    with filled(tmp_path / "file", CALLS):
        assert os.listdir(tmp_path) == []


@pytest.mark.parametrize("calls", [CALLS, without_nameless_files()], ids=["nameless", "named"])
@pytest.mark.parametrize("overwrite", [True, False])
def test_it_takes_its_place(tmp_path, calls, overwrite):
    place = tmp_path / "file"
    if overwrite:
        place.write_bytes(b"the old content")
    with filled(place, calls) as new:
        new.publish(overwrite=overwrite)
    assert place.read_bytes() == TEXT
    assert place.stat().st_mode & 0o777 == 0o640
    assert os.listdir(tmp_path) == ["file"]


@pytest.mark.parametrize("calls", [CALLS, without_nameless_files()], ids=["nameless", "named"])
def test_it_never_takes_the_place_of_a_file_unasked(tmp_path, calls):
    place = tmp_path / "file"
    place.write_bytes(b"the old content")
    with filled(place, calls) as new, pytest.raises(FileExistsError):
        new.publish(overwrite=False)
    assert place.read_bytes() == b"the old content"
    assert os.listdir(tmp_path) == ["file"]


def test_what_cannot_take_its_place_is_gone_again(tmp_path):
    place = tmp_path / "file"
    place.mkdir()
    with filled(place, CALLS) as new, pytest.raises(OSError, match="directory"):
        new.publish(overwrite=True)
    assert os.listdir(tmp_path) == ["file"]
