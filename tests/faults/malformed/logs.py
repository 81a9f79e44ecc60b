"""Files in the state folder that no run of the program has written: records, edit logs, links, folders."""

from __future__ import annotations

import json
import os
import resource
import struct
import time
import zlib
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

from bytescope.core.document.document import Document
from bytescope.core.errors import BytescopeError
from bytescope.core.source.memory import MemorySource
from bytescope.core.storage.calls import CALLS
from bytescope.core.storage.editlog.layout import (
    DATA,
    EDIT,
    HEADER,
    KIND,
    MORE,
    PATTERN,
    SPANS,
    STATE,
    STATE_END,
)
from bytescope.core.storage.editlog.reading import discard, export, open_base, replay, tidy, unsaved
from bytescope.core.storage.private import StateFolder
from bytescope.core.storage.records import MAX_PAYLOAD, records
from bytescope.core.ticket import Ticket
from faults.malformed.case import SECONDS, Case, sentence_fault
from helpers.logged import Logged

NAME = "0123456789abcdef" * 2
MEMORY = 256 << 20
"""Bytes of address space that reading one log may take beside what there is."""

Records = list[tuple[int, bytes]]
PLACE = {"inode": 0, "size": 64, "mtime": 0, "ctime": 0, "window": [0, None], "base": 64, "replaces": None}
HEAD: dict[str, Any] = {"format": 1, "path": None, **PLACE, "began": 1.0}


def framed(items: Records) -> bytes:
    """Whole records with the right checksums."""
    out = bytearray()
    for kind, payload in items:
        check = zlib.crc32(payload, zlib.crc32(struct.pack("<QIB", len(out), len(payload), kind)))
        out += struct.pack("<IIB", check, len(payload), kind) + payload
    return bytes(out)


def plain(values: object) -> bytes:
    return json.dumps(values).encode()


def edit(data: bytes = b"", **head: object) -> tuple[int, bytes]:
    text = plain({"n": "Edit", **({"d": len(data)} if data else {}), **head})
    return EDIT, struct.pack("<I", len(text)) + text + data


def after(*items: tuple[int, bytes], **changed: object) -> bytes:
    return framed([(HEADER, plain({**HEAD, **changed})), *items])


def lying(length: int) -> tuple[int, bytes]:
    """A write of one byte that says it has ``length``."""
    return EDIT, edit(b"x", o="write", at=0)[1].replace(b'"d": 1', b'"d":%d' % length)


def filled(**pattern: object) -> tuple[int, bytes]:
    return edit(o="fill", r=[0, 9], phase="start", p=pattern)


BEGUN, ENDED = (STATE, plain({"n": "s"})), (STATE_END, plain({}))
STAMP = {"inode": 0, "size": 0, "mtime": 0, "ctime": 0}
GOOD = edit(b"good", o="write", at=0)
HUGE = 1 << 62
LOGS: dict[str, bytes] = {
    "nothing": b"",
    "zeros": bytes(1 << 16),
    "ones": b"\xff" * 5000,
    "text": b"this is no log\n" * 99,
    "a journal of SQLite": b"\xd9\xd5\x05\xf9\x20\xa1\x63\xd7" + bytes(504),
    "a head cut short": framed([(HEADER, plain(HEAD))])[:5],
    "a record of 4 GiB": struct.pack("<IIB", 0, 0xFFFFFFFF, HEADER) + bytes(100),
    "a record of one byte too many": struct.pack("<IIB", 0, MAX_PAYLOAD + 1, HEADER) + bytes(100),
    "a record that is longer than its file": struct.pack("<IIB", 0, MAX_PAYLOAD, HEADER) + bytes(100),
    "a wrong checksum": b"\1" + framed([(HEADER, plain(HEAD)), GOOD])[1:],
    "records in the wrong place": framed([GOOD, (HEADER, plain(HEAD))]),
    "two headers": framed([(HEADER, plain(HEAD)), (HEADER, plain(HEAD)), GOOD]),
    "an edit alone": framed([GOOD]),
    "a header of no JSON": framed([(HEADER, b"{'a'"), GOOD]),
    "a header of 100,000 lists": framed([(HEADER, b"[" * 100_000), GOOD]),
    "a header of a number": framed([(HEADER, b"5"), GOOD]),
    "a header of 5,000 digits": framed([(HEADER, b'{"format": ' + b"9" * 5000 + b"}"), GOOD]),
    "a header of a megabyte": framed([(HEADER, plain({**HEAD, "path": "ab" * (1 << 20)})), GOOD]),
    "a version to come": after(GOOD, format=2),
    "a version of text": after(GOOD, format="1"),
    "a size below nothing": after(GOOD, base=-1),
    "a size of 2^63": after(GOOD, base=1 << 63),
    "a size of 2^62": after(GOOD, base=HUGE, size=HUGE),
    "a size that is a fraction": after(GOOD, size=1.5),
    "a size that is true": after(GOOD, base=True),
    "a window of one number": after(GOOD, window=[0]),
    "a window of text": after(GOOD, window=["a", "b"]),
    "a window past the end": after(GOOD, window=[HUGE, HUGE]),
    "a time that is no number": after(GOOD, began=float("nan")),
    "a time without an end": after(GOOD, began=float("inf")),
    "a path that is not hexadecimal": after(GOOD, path="/etc/passwd"),
    "a path that is relative": after(GOOD, path=b"../../x".hex()),
    "a path with a zero byte": after(GOOD, path=b"/a\0b".hex()),
    "a path with an escape sequence": after(GOOD, path=b"/\x1b[31m\n\xff".hex()),
    "a path to a device": after(GOOD, path=b"/dev/zero".hex()),
    "a path to a folder": after(GOOD, path=b"/".hex()),
    "a log that takes over from itself": after(GOOD, replaces=NAME),
    "a log that takes over from a path": after(GOOD, replaces="../../../etc/passwd"),
    "an edit of a kind nobody knows": after(edit(o="run", c="rm -rf /")),
    "an edit without a kind": after(edit()),
    "an edit past the end": after(edit(b"x", o="write", at=HUGE)),
    "an edit before the start": after(edit(b"x", o="write", at=-1)),
    "an edit of fewer bytes than it tells": after(lying(9)),
    "an edit of 2^62 bytes": after(lying(HUGE)),
    "an edit with a head past its record": after((EDIT, struct.pack("<I", 0xFFFFFFFF) + b"{}")),
    "an edit without a head": after((EDIT, b"\0")),
    "more of nothing": after((MORE, b"more")),
    "a fill of 2^62 bytes": after(edit(o="fill", r=[0, HUGE], phase="start", p={"k": "random", "seed": 1})),
    "a fill backwards": after(edit(o="fill", r=[9, 3], phase="start", p={"k": "random", "seed": 1})),
    "a fill with nothing": after(edit(o="fill", r=[0, 9], phase="start", p={"k": "repeat", "label": ""})),
    "a fill with a width of nothing": after(
        edit(o="fill", r=[0, 9], phase="start", p={"k": "offset", "w": 0, "order": "big"})
    ),
    "a fill with code": after(edit(o="fill", r=[0, 9], phase="start", p={"k": "eval", "code": "1"})),
    "a fill with a counter of 400 digits": after(
        filled(k="counter", start=10**400, step=1, w=4, order="big")
    ),
    "a fill from a device": after(
        filled(k="file", path=b"/dev/zero".hex(), name="z", **{"from": 0}, len=HUGE, **STAMP)
    ),
    "an insert of 2^62 bytes, thrice": after(
        *[edit(o="insert_fill", at=0, l=HUGE, phase="start", p={"k": "random", "seed": 1})] * 3
    ),
    "a size of 2^63 - 1, and one more": after(
        edit(o="resize", s=(1 << 63) - 1), edit(b"x", o="insert", at=0)
    ),
    "copies that double, 62 times": after(*[edit(o="copy", r=[0, 64 << n], to=0) for n in range(62)]),
    "an undo of nothing": after(edit(o="undo")),
    "a redo of nothing": after(edit(o="redo")),
    "a merged edit with nothing before it": after(edit(b"x", o="write", at=0, t=True, m=True)),
    "a name of a megabyte": after(edit(b"x", o="write", at=0, n="x" * 900_000)),
    "a name that is a list": after(edit(b"x", o="write", at=0, n=["a"])),
    "a name with an escape sequence": after(edit(b"x", o="write", at=0, n="\x1b[31m\n<b>\u202e")),
    "a state without an end": after(BEGUN, (DATA, b"abc")),
    "a state of nothing": after(BEGUN, (STATE_END, plain({"size": 0, "data": 0}))),
    "a state of half a span": after(BEGUN, (SPANS, b"\0" * 16), ENDED),
    "a state past its bytes": after(
        BEGUN, (DATA, b"abc"), (SPANS, struct.pack("<Bqq", 3, 2, 9)), ENDED
    ),
    "a state before its bytes": after(
        BEGUN, (DATA, b"abc"), (SPANS, struct.pack("<Bqq", 3, -9, 3)), ENDED
    ),
    "a state of a pattern that is not there": after(
        BEGUN, (SPANS, struct.pack("<Bqq", 4, 7, 0) * 2), ENDED
    ),
    "a state past its base": after(
        BEGUN, (SPANS, struct.pack("<Bqq", 0, HUGE, HUGE)), ENDED
    ),
    "a state of spans past 2^63": after(
        BEGUN, (SPANS, struct.pack("<Bqq", 1, 0, HUGE) * 4), ENDED
    ),
    "a state of a pattern of 2^62 bytes": after(
        BEGUN, (PATTERN, edit(k="repeat", d=HUGE)[1]), ENDED
    ),
    "kinds nobody knows": after((200, b"x"), (0, b""), GOOD),
}  # fmt: skip


def _folder(place: Path) -> tuple[StateFolder, Path]:
    state = place / "state"
    (state / KIND).mkdir(mode=0o700, parents=True)
    return StateFolder(state), state / KIND / NAME


def bounded(work: Callable[[], str]) -> str:
    """``work`` in time and in memory: what it may map is limited as long as it runs."""
    with open("/proc/self/statm", "rb") as file:
        mapped = int(file.read(100).split()[0]) * resource.getpagesize()
    soft, hard = resource.getrlimit(resource.RLIMIT_AS)
    resource.setrlimit(resource.RLIMIT_AS, (mapped + MEMORY, hard))
    began = time.process_time()
    try:
        fault = work()
    except BaseException as error:
        fault = f"{type(error).__name__}: {error!r:.300}"
    finally:
        resource.setrlimit(resource.RLIMIT_AS, (soft, hard))
    taken = time.process_time() - began
    return fault or (f"took {taken:.1f} s" if taken > SECONDS else "")


def _log(content: bytes, place: Path) -> str:
    """Listing, recovering, exporting, tidying and discarding each end well or in a sentence."""
    state, path = _folder(place)
    path.write_bytes(content)
    path.chmod(0o600)
    return bounded(partial(_used, state, place))


def _used(state: StateFolder, place: Path) -> str:
    for item in unsaved(state):
        if not item.shown.isprintable() or len(item.steps) != item.edits:
            return f"is listed as {item}"
        fault = _ends_well(lambda item=item: _again(state, open_base(item)))
        fault = fault or _ends_well(
            lambda: replay(state, NAME, Document(MemorySource(bytes(64))), Ticket()).complaint
        )
        if fault:
            return fault
        if item.identity.size < 1 << 20:
            ticket = Ticket()
            ticket.cancelled = True  # documents of 2^62 bytes can be claimed, and none is to be written
            _ends_well(lambda ticket=ticket: export(state, NAME, os.fsencode(place / "out"), ticket))
    tidy(state)
    return _ends_well(lambda: discard(state, NAME))


def _again(state: StateFolder, document: Document) -> str:
    complaint = replay(state, NAME, document, Ticket(), anyway=True).complaint
    snapshot = document.snapshot()
    for at in (0, snapshot.size // 2, max(0, snapshot.size - 9)):
        snapshot.read(at, min(9, snapshot.size - at))
    return complaint


def _ends_well(work: Callable[[], object]) -> str:
    try:
        said = work()
    except BytescopeError as error:
        return sentence_fault(str(error))
    except Exception as error:
        if type(error).__name__ == "Cancelled":
            return ""
        raise
    return f"says {said!r}" if isinstance(said, str) and not said.isprintable() else ""


def _torn(place: Path) -> str:
    """A log cut at any byte has the edits before the cut, and never trouble."""
    (place / "whole").mkdir()
    logged = Logged(MemorySource(bytes(64)), place / "whole" / "s")
    for number in range(3):
        logged.log(logged.document.write(number, b"abc"))
    content = logged.path.read_bytes()
    logged.crash()
    state, path = _folder(place)
    before = 0
    for cut in range(len(content) + 1):
        path.write_bytes(content[:cut])
        path.chmod(0o600)
        found = unsaved(state)
        edits = found[0].edits if found else 0
        if edits < before:
            return f"{edits} edits of {cut} bytes, {before} of fewer"
        before = edits
    return "" if before == 3 else f"{before} edits of all"


def _flipped(place: Path) -> str:
    """One bit turned anywhere: what stands before it is believed, nothing that stands behind it."""
    content = after(*[edit(bytes([n]), o="write", at=n) for n in range(8)])
    state, path = _folder(place)
    for bit in range(0, 8 * len(content), 11):
        turned = bytearray(content)
        turned[bit // 8] ^= 1 << bit % 8
        path.write_bytes(turned)
        path.chmod(0o600)
        with path.open("rb") as file:
            reader = records(file.fileno(), CALLS)
            ends = [record.end for record in reader]
        if not reader.damaged or (ends and ends[-1] > bit // 8):
            return f"bit {bit} was not noticed"
        unsaved(state)
    return ""


def _strange(kind: str, place: Path) -> str:
    """What lies in the place of a log, or of the folder, is passed over or refused, and stays as it is."""
    state, path = _folder(place)
    other = place / "other"
    other.write_bytes(after(GOOD))
    other.chmod(0o600)
    made: dict[str, Callable[[], object]] = {
        "a folder": path.mkdir,
        "a pipe": partial(os.mkfifo, path),
        "a link to another file": partial(path.symlink_to, other),
        "a link to a device": partial(path.symlink_to, "/dev/zero"),
        "a second name of another file": partial(os.link, other, path),
        "a file that everybody may read": partial(_open_to_all, path),
        "names nobody made": partial(_odd_names, path.parent),
        "the folder as a link": partial(_linked_folder, path.parent, place),
    }
    made[kind]()
    before = other.read_bytes(), other.stat().st_mode
    fault = bounded(partial(_passed_over, state))
    return fault or (
        "" if (other.read_bytes(), other.stat().st_mode) == before else "the other file was changed"
    )


def _passed_over(state: StateFolder) -> str:
    try:
        found = unsaved(state)
        tidy(state)
    except BytescopeError as error:
        return sentence_fault(str(error))
    return f"listed {found}" if found else ""


def _open_to_all(path: Path) -> None:
    path.write_bytes(after(GOOD))
    path.chmod(0o666)


def _odd_names(folder: Path) -> None:
    for name in (b"..x", b"\xff", b"a\nb", NAME[:-1].encode(), NAME.upper().encode(), b"<b>"):
        with open(os.path.join(os.fsencode(folder), name), "wb") as file:
            file.write(after(GOOD))


def _linked_folder(folder: Path, place: Path) -> None:
    folder.rename(place / "elsewhere")
    folder.symlink_to(place / "elsewhere")


STRANGE = (
    "a folder", "a pipe", "a link to another file", "a link to a device", "a second name of another file",
    "a file that everybody may read", "names nobody made", "the folder as a link",
)  # fmt: skip


def cases() -> Iterator[Case]:
    for name, content in LOGS.items():
        yield Case(f"log: {name}", partial(_log, content))
    for kind in STRANGE:
        yield Case(f"log: {kind} in its place", partial(_strange, kind))
    yield Case("log: cut at every byte", _torn)
    yield Case("log: a bit turned anywhere", _flipped)
