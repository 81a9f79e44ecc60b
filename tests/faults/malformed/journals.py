"""Journals of saves that nobody has made: nothing is written to a file that they do not belong to."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

from bytescope.core.errors import BytescopeError
from bytescope.core.storage.journal import recovery
from bytescope.core.storage.journal.coding import (
    MAGIC,
    Header,
    Kind,
    NewEntry,
    OldEntry,
    Sample,
    Way,
    pack_commit,
    pack_new,
    pack_old,
    pack_samples,
)
from bytescope.core.storage.journal.orphans import CLONES, JOURNALS
from bytescope.core.storage.private import StateFolder
from bytescope.core.ticket import Ticket
from faults.malformed.case import Case, command_fault, sentence_fault
from faults.malformed.logs import Records, bounded, framed

NAME = "fedcba9876543210" * 2
OLD = bytes(range(256)) * 32
HUGE = 1 << 62


def good(path: Path) -> Header:
    """The header of a journal of ``path``, of a save of four bytes at its start."""
    return Header(
        way=Way.UNDO,
        path=os.fsencode(path),
        shown=os.fsencode(path),
        inode=path.stat().st_ino,
        size_before=len(OLD),
        size_after=len(OLD),
        window_start=0,
        began=1,
        changed=4,
        log="",
        clone="",
    )


def journal(header: Header, *items: tuple[int, bytes], commit: int | None = None) -> bytes:
    """``header`` and ``items``, and the commit that says how many they are (or another number)."""
    records: Records = [(Kind.HEADER, header.pack()), *items]
    records.append((Kind.COMMIT, pack_commit(len(records) if commit is None else commit)))
    return framed(records)


def old(start: int, length: int, what: int = 0, data: bytes | None = None) -> tuple[int, bytes]:
    held = OLD[start : start + length] if data is None else data
    return Kind.OLD, held + pack_old([OldEntry(start, length, what)])


def new(start: int, length: int, place: int = 0, what: int = 0, source: int = 0) -> tuple[int, bytes]:
    return Kind.NEW, b"new!" + pack_new([NewEntry(start, length, place, what, source)])


def _cloned(header: Header) -> Header:
    return replace(header, way=Way.CLONE, clone="0" * 32)


def _plain(header: Header) -> bytes:
    return journal(header, old(0, 4), new(0, 4))


Make = Callable[[Header], bytes]
JOURNALS_MADE: dict[str, Make] = {
    "nothing": lambda h: b"",
    "zeros": lambda h: bytes(1 << 16),
    "a header alone": lambda h: framed([(Kind.HEADER, h.pack())]),
    "a commit alone": lambda h: framed([(Kind.COMMIT, pack_commit(0))]),
    "without a commit": lambda h: journal(h, old(0, 4), new(0, 4))[:-5],
    "a commit of too few": lambda h: journal(h, old(0, 4), new(0, 4), commit=1),
    "a commit of four billion": lambda h: journal(h, old(0, 4), new(0, 4), commit=0xFFFFFFFF),
    "a version to come": lambda h: framed([(Kind.HEADER, h.pack().replace(MAGIC, MAGIC[:-2] + b"2\n"))]),
    "a way nobody knows": lambda h: framed([(Kind.HEADER, MAGIC + b"\x09" + h.pack()[21:])]),
    "a header cut short": lambda h: framed([(Kind.HEADER, h.pack()[:40])]),
    "texts past the header": lambda h: framed([(Kind.HEADER, h.pack()[:-3])]),
    "sizes of 2^63": lambda h: _plain(replace(h, size_before=1 << 63, size_after=1 << 63)),
    "sizes of 2^62": lambda h: _plain(replace(h, size_before=HUGE, size_after=HUGE)),
    "a size before of 2^54": lambda h: journal(replace(h, size_before=1 << 54), new(0, 4)),
    "a size after of 2^54": lambda h: journal(replace(h, size_after=1 << 54), old(0, 4), new(0, 4)),
    "a window of 2^62": lambda h: _plain(replace(h, window_start=HUGE)),
    "a file of another number": lambda h: _plain(replace(h, inode=h.inode + 1)),
    "a relative path": lambda h: _plain(replace(h, path=b"data.bin")),
    "a path with a zero byte": lambda h: _plain(replace(h, path=h.path + b"\0x")),
    "a path to nothing": lambda h: _plain(replace(h, path=b"/nowhere/at/all")),
    "a path to a device": lambda h: _plain(replace(h, path=b"/dev/null")),
    "a path to a folder": lambda h: _plain(replace(h, path=os.path.dirname(h.path))),
    "a path to a pipe": lambda h: _plain(replace(h, path=os.path.join(os.path.dirname(h.path), b"pipe"))),
    "a path to a link": lambda h: _plain(replace(h, path=os.path.join(os.path.dirname(h.path), b"link"))),
    "a name of escape sequences": lambda h: _plain(replace(h, shown=b"/\x1b[31m\n<b>\xff")),
    "a name of a megabyte": lambda h: _plain(replace(h, shown=b"/" + b"n" * (1 << 20))),
    "a log that is a path": lambda h: _plain(replace(h, log="../../../data.bin")),
    "a clone that is a path": lambda h: _plain(replace(h, clone="../../../data.bin")),
    "a clone that is not there": lambda h: journal(_cloned(h), old(0, 4, 3, b"")),
    "old bytes that the file never had": lambda h: journal(h, old(0, 4, data=b"evil"), new(0, 4)),
    "old bytes past the end": lambda h: journal(h, old(len(OLD) - 2, 4, data=b"evil"), new(0, 4)),
    "old bytes at 2^62": lambda h: journal(h, old(HUGE, 4, data=b"evil"), new(0, 4)),
    "old bytes of 2^62": lambda h: journal(h, (Kind.OLD, b"x" + pack_old([OldEntry(0, HUGE, 0)])), new(0, 4)),
    "old bytes of nothing": lambda h: journal(h, (Kind.OLD, pack_old([OldEntry(0, 0, 0)])), new(0, 4)),
    "old bytes twice": lambda h: journal(h, old(0, 4), old(2, 4), new(0, 4)),
    "old bytes of a kind nobody knows": lambda h: journal(h, old(0, 4, 99, b""), new(0, 4)),
    "a hole of the whole file": lambda h: journal(h, old(0, len(OLD), 1, b""), new(0, 4)),
    "a table of four billion": lambda h: journal(h, (Kind.OLD, b"abcd" + b"\xff" * 4)),
    "a table of nothing": lambda h: journal(h, (Kind.OLD, b"")),
    "new bytes past their record": lambda h: journal(h, old(0, 9), new(0, 9)),
    "new bytes from 2^62": lambda h: journal(h, old(0, 4), new(0, 4, HUGE)),
    "new bytes past the end": lambda h: journal(h, old(0, 4), new(HUGE, 4)),
    "new bytes of no source": lambda h: journal(h, old(0, 4), new(0, 4, 0, 2, 7)),
    "new bytes from behind the file": lambda h: journal(h, old(0, 4), new(0, 4, HUGE, 3)),
    "new bytes backwards": lambda h: journal(h, old(0, 8), new(4, 4), new(0, 4)),
    "a source of no kind": lambda h: journal(h, old(0, 4), (Kind.SOURCE, b"\xc8"), new(0, 4, 0, 2)),
    "a source of width nothing": lambda h: journal(
        h, old(0, 4), (Kind.SOURCE, b"\2" + bytes(36)), new(0, 4, 0, 2)
    ),
    "a source of 2^62 bytes": lambda h: journal(
        h, old(0, 4), (Kind.SOURCE, b"\5" + HUGE.to_bytes(8, "little") + bytes(24)), new(0, 4, 0, 2)
    ),
    "a source of a device": lambda h: journal(
        h, old(0, 4), (Kind.SOURCE, b"\6" + bytes(8) + b"\1" + bytes(23) + b"/dev/zero"), new(0, 4, 0, 2)
    ),
    "a source before its bytes": lambda h: journal(h, (Kind.BLOB, b"x" * 99), old(0, 4), new(0, 4)),
    "samples of 4 GiB": lambda h: journal(h, old(0, 4), new(0, 4), (Kind.SAMPLES, b"\0" * 8 + b"\xff" * 8)),
    "samples that do not fit": lambda h: journal(h, old(0, 4), new(0, 4), (Kind.SAMPLES, b"x")),
    "samples of another file": lambda h: journal(
        h, old(0, 4), new(0, 4), (Kind.SAMPLES, pack_samples([Sample(4096, 512, 12345)]))
    ),
    "a record of a kind nobody knows": lambda h: journal(h, old(0, 4), (77, b"x"), new(0, 4)),
    "two headers": lambda h: journal(h, (Kind.HEADER, h.pack()), old(0, 4), new(0, 4)),
}  # fmt: skip


def _placed(place: Path, make: Make) -> tuple[StateFolder, Path]:
    file = place / "data.bin"
    file.write_bytes(OLD)
    os.mkfifo(place / "pipe")
    (place / "link").symlink_to("data.bin")
    folder = place / "state" / "bytescope"
    for kind in (JOURNALS, CLONES):
        (folder / kind).mkdir(mode=0o700, parents=True)
    path = folder / JOURNALS / NAME
    path.write_bytes(make(good(file)))
    path.chmod(0o600)
    return StateFolder(folder), file


def _tried(make: Make, place: Path) -> str:
    """Each thing that can be done is done, and the file holds its own bytes or those of the save."""
    faults = []
    for number, act in enumerate(("list", "roll back", "complete", "export", "discard")):
        here = place / str(number)
        here.mkdir()
        state, file = _placed(here, make)
        fault = bounded(partial(_done, act, state, here))
        if not file.exists():
            fault = fault or "the file is gone"
        elif file.read_bytes() not in (OLD, b"new!" + OLD[4:]):
            fault = fault or "the file was changed into something else"
        faults += [f"{act}: {fault}"] if fault else []
    return "; ".join(faults[:2])


def _done(act: str, state: StateFolder, place: Path) -> str:
    try:
        for item in recovery.interrupted(state):
            if fault := sentence_fault(item.sentence, advice=False):
                return fault
            if act == "export" and max(item.size_before, item.size_after) > 1 << 20:
                return ""
            if act == "complete" and item.size_after > 1 << 30:
                return ""  # to make it that long is a wish that takes its time
        if act == "roll back":
            said = recovery.roll_back(state, NAME, Ticket())
        elif act == "complete":
            said = recovery.complete(state, NAME, Ticket())
        elif act == "export":
            said = recovery.export(state, NAME, os.fsencode(place / "out"), Ticket())
        else:
            said = recovery.discard(state, NAME) or "" if act == "discard" else ""
    except BytescopeError as error:
        said = str(error)
    return "" if said.isprintable() else f"says {said!r}"


RECOVER: dict[str, tuple[list[str], str]] = {
    "two things at once": (["data.bin", "--complete", "--discard"], "not allowed"),
    "everything of nobody": (["--complete"], "FILE"),
    "everything to be forgotten": (["--discard"], "FILE"),
    "an output without a file": (["--export", "out"], "FILE"),
    "an output without a name": (["data.bin", "--export"], "--export"),
    "an id nobody has": (["--id", "zz", "--list"], "zz"),
    "an id with an escape sequence": (["--id", "\x1b[31m", "--list"], "id"),
    "an id that is a path": (["--discard", "--id", "../../data.bin"], "id"),
    "an id of nothing": (["--discard", "--id", ""], "id"),
    "a file that is not there": (["gone.bin"], "gone.bin"),
    "a file with a zero byte": (["a\0b"], ""),
    "a file of 5,000 letters": (["n" * 5000], ""),
    "a name with an escape sequence": (["\x1b[31m\n"], ""),
    "an option nobody knows": (["data.bin", "--force"], "--force"),
    "two files": (["data.bin", "other.bin"], "other.bin"),
}


def _recover(words: list[str], says: str, place: Path) -> str:
    (place / "data.bin").write_bytes(OLD)
    os.chdir(place)
    before = os.environ.get("XDG_STATE_HOME", "")
    os.environ["XDG_STATE_HOME"] = str(place / "state")
    try:
        return command_fault(place, ["recover", *words], says)
    finally:
        os.environ["XDG_STATE_HOME"] = before


def cases() -> Iterator[Case]:
    for name, make in JOURNALS_MADE.items():
        yield Case(f"journal: {name}", partial(_tried, make))
    for name, (words, says) in RECOVER.items():
        yield Case(f"recover: {name}", partial(_recover, words, says))
