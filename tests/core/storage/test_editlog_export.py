"""Unsaved edits as a new file: the document as it would be, or the edits in words where the file is gone."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from bytescope.core.document.patterns import Counter, Repeat
from bytescope.core.errors import RefusedError
from bytescope.core.ranges import ByteRange
from bytescope.core.source.opening import open_file
from bytescope.core.storage.editlog.entries import Follower
from bytescope.core.storage.editlog.layout import Saving
from bytescope.core.storage.editlog.reading import Match, export, unsaved
from bytescope.core.ticket import Ticket
from helpers.logged import Logged, text

DATA = bytes(range(200))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    file = tmp_path / "data <b>.bin"
    file.write_bytes(DATA)
    return file


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "out"


@pytest.fixture
def logged(path: Path, tmp_path: Path) -> Logged:
    made = Logged(open_file(bytes(path)), tmp_path / "state")
    made.log(
        made.document.write(3, b"\x00new\xff"),
        made.document.insert(10, bytes(40)),
        made.document.fill(ByteRange(100, 150), Repeat(b"\xaa\x55")),
        made.document.insert_fill(0, 8, Counter(1, 1, 4, "big")),
        made.document.delete(ByteRange(20, 25)),
        made.document.copy_block(ByteRange(0, 30), 60),
        made.document.overwrite_block(ByteRange(0, 9), 99),
        made.document.move_block(ByteRange(5, 9), 40),
        made.document.resize(500),
        made.document.write(0, b"undone"),
        made.document.undo(),
    )
    return made


def done(logged: Logged, out: Path) -> str:
    return export(logged.state, logged.crash(), bytes(out), Ticket())


def test_the_document_as_it_would_be(logged: Logged, path: Path, out: Path) -> None:
    expected = text(logged.document)
    assert done(logged, out) == "The document with its edits was written to “out”."
    assert out.read_bytes() == expected
    assert path.read_bytes() == DATA
    assert len(unsaved(logged.state)) == 1  # it stays


def test_a_window_is_what_is_written(path: Path, tmp_path: Path, out: Path) -> None:
    logged = Logged(open_file(bytes(path), offset=50, length=20), tmp_path / "state")
    logged.log(logged.document.write(1, b"?"))
    done(logged, out)
    assert out.read_bytes() == DATA[50:51] + b"?" + DATA[52:70]


def test_over_a_file_that_changed_it_is_said(logged: Logged, path: Path, out: Path) -> None:
    path.write_bytes(DATA[::-1])
    os.utime(path, (5, 5))
    assert done(logged, out).endswith("was changed since they were made: check the result.")
    assert out.read_bytes()[-1:] == b"\0"


def test_of_a_file_that_is_gone_the_edits_are_told(logged: Logged, path: Path, out: Path) -> None:
    path.unlink()
    assert done(logged, out) == (
        "The file that was edited is not there, so 10 edits were written as text to “out”."
    )
    lines = out.read_text().splitlines()
    assert lines[0].startswith("Unsaved edits of ")
    assert lines[0].endswith("data <b>.bin (200 bytes when they were made).")
    assert lines[3:] == [
        "Write 5 bytes at 0x3:",
        "  00 6E 65 77 FF",
        "Insert 40 bytes before 0xa:",
        "  " + " ".join(["00"] * 32),
        "  " + " ".join(["00"] * 8),
        "Fill 0x64..0x96 with AA 55, phase start",
        "Insert 8 bytes of counter 1, step 1, 4 bytes big-endian before 0x0, phase start",
        "Delete 0x14..0x19",
        "Insert a copy of 0x0..0x1e before 0x3c",
        "Overwrite from 0x63 with a copy of 0x0..0x9",
        "Move 0x5..0x9 to before 0x28",
        "Resize to 500 bytes",
        "Write 6 bytes at 0x0:",
        "  75 6E 64 6F 6E 65",
        "The last 1 step had been undone.",
    ]
    assert out.stat().st_mode & 0o777 == 0o600
    [item] = unsaved(logged.state)
    assert item.match is Match.MISSING


def test_a_state_is_told_by_its_parts(path: Path, tmp_path: Path, out: Path) -> None:
    logged = Logged(open_file(bytes(path)), tmp_path / "state")
    logged.document.write(2, b"ab")
    logged.document.fill(ByteRange(100, 120), Repeat(b"z"))
    logged.document.resize(300)
    logged.waiting = [Follower().whole(logged.document, "Undo “Delete 5 bytes”")]
    logged.flush()
    path.unlink()
    done(logged, out)
    assert out.read_text().splitlines()[3:] == [
        "Undo “Delete 5 bytes”: the document consists of",
        "  0x0..0x2 of the file",
        "  2 bytes:",
        "  61 62",
        "  0x4..0x64 of the file",
        "  20 bytes of a pattern or of bytes that were lost",
        "  0x78..0xc8 of the file",
        "  100 bytes of 00",
    ]


def test_an_existing_file_is_not_written_over(logged: Logged, path: Path, out: Path) -> None:
    name = logged.crash()
    out.write_bytes(b"mine")
    for gone in (False, True):
        if gone:
            path.unlink()
        with pytest.raises(RefusedError, match="exists already"):
            export(logged.state, name, bytes(out), Ticket())
    assert out.read_bytes() == b"mine"


def test_nothing_is_left_where_it_cannot_be_written(logged: Logged, path: Path, tmp_path: Path) -> None:
    path.unlink()
    with pytest.raises(RefusedError, match="was not written"):
        done(logged, tmp_path / "no folder" / "out")


def test_a_save_that_was_cut_off_comes_first(logged: Logged, out: Path) -> None:
    fd, journal = logged.state.create("journals")
    os.close(fd)
    logged.writer.saving(Saving(journal, None))
    with pytest.raises(RefusedError, match="interrupted"):
        done(logged, out)
    assert not out.exists()
