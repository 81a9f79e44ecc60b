"""The parsers that are fuzzed: each target takes bytes, and raises only where the program did wrong."""

from __future__ import annotations

import contextlib
import io
import os
import struct
import zlib
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from bytescope.cli import main
from bytescope.core.document.document import Document
from bytescope.core.document.drafting import Draft, adopt
from bytescope.core.document.pattern_text import parse_bytes, parse_pattern
from bytescope.core.errors import BytescopeError, InputError, RefusedError
from bytescope.core.exchange.incoming import read_incoming
from bytescope.core.exchange.pasting import KINDS as PASTES
from bytescope.core.exchange.pasting import pasted
from bytescope.core.exchange.patching import prepare
from bytescope.core.ranges import ByteRange
from bytescope.core.search.needle import parse_needle
from bytescope.core.source.base import read
from bytescope.core.source.memory import MemorySource
from bytescope.core.storage.calls import CALLS
from bytescope.core.storage.editlog.layout import KIND
from bytescope.core.storage.editlog.reading import open_base, replay, tidy, unsaved
from bytescope.core.storage.journal.coding import DamagedError, Header, Kind
from bytescope.core.storage.journal.comparing import Verdict
from bytescope.core.storage.journal.recovery import JOURNALS, Interrupted, complete, interrupted, roll_back
from bytescope.core.storage.private import StateFolder
from bytescope.core.storage.records import RecordWriter, records
from bytescope.core.text.copying import LARGEST_PASTE, from_hex_text
from bytescope.core.text.encodings import ENCODINGS, encode_text
from bytescope.core.text.names import NO_DOCUMENT, Names
from bytescope.core.text.numbers import LIMIT, parse_number
from bytescope.core.text.range_text import parse_range
from bytescope.core.ticket import Ticket
from bytescope.session.settings import ONE_OF, load
from bytescope.ui.layout_memory import split
from faults.malformed.case import sentence_fault

Target = Callable[[bytes], None]

NAMES = Names(size=10_000, start=100, end=200, page=1, sel=100, cursor=4096)
DATA = bytes(range(256)) * 48
WORDS = 24


class WrongError(AssertionError):
    """The program answered, but not as it must."""


def check(true: object, what: str) -> None:
    if not true:
        raise WrongError(what)


def _judged(error: InputError, length: int) -> None:
    fault = sentence_fault(str(error))
    check(not fault, fault)
    check(error.position is None or 0 <= error.position <= length, f"stands at {error.position} of {length}")


def numbers(data: bytes) -> None:
    """Expressions and ranges: a number within the limit, a range in the document, or a sentence."""
    text = data[1:].decode("utf-8", "surrogateescape")
    try:
        if data[:1] < b"\x40":
            range_ = parse_range(text, NAMES)
            check(0 <= range_.start <= range_.end <= NAMES.size, f"{text!r} gives {range_}")
        else:
            value = parse_number(
                text, NAMES if data[0] & 1 else NO_DOCUMENT, relative=bool(data[:1] < b"\x60")
            )
            check(abs(value) < LIMIT, f"{text!r} gives {value}")
    except InputError as error:
        _judged(error, len(text))
    except UnicodeError:
        raise


def patterns(data: bytes) -> None:
    """Patterns that can be read anywhere, needles, pasted text; or a sentence."""
    kind, text = data[:1], data[1:].decode("utf-8", "surrogateescape").replace("/", "|")
    try:
        if kind < b"\x40":
            pattern = parse_pattern(text)
            for place in (0, 1, 4095, (1 << 62) + 3):
                if place + 40 <= pattern.size:
                    check(len(read(pattern, place, 40).data) == 40, text)
        elif kind < b"\x60":
            check(len(parse_bytes(text)) <= 8 << 20, "longer than the text can be")
        elif kind < b"\x80":
            found = from_hex_text(text)
            check(found is None or 0 < len(found) <= LARGEST_PASTE, f"{len(found or b'')} bytes")
        elif kind < b"\xc0":
            check(parse_needle(text, "hex"), "nothing to look for")
        else:
            encoding = list(ENCODINGS)[data[0] % len(ENCODINGS)]
            parse_needle(text, "text", encoding)
            encode_text(text, encoding)
    except InputError as error:
        _judged(error, len(text))


class Settings:
    """Settings from a file: all of them can be used, and a sentence where some could not."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / "settings.json"

    def __call__(self, data: bytes) -> None:
        self._path.write_bytes(data)
        settings, complaint = load(self._path)
        for name, allowed in ONE_OF.items():
            check(getattr(settings, name) in allowed, f"{name} is {getattr(settings, name)!r}")
        check(complaint is None or not sentence_fault(complaint), str(complaint))
        check(len(split(settings.splitter)) == 2, "the split")
        for text in (*settings.recent, settings.docks, settings.geometry):
            check(isinstance(text, str), "no text")


def framed(data: bytes, mended: Callable[[bytes], bytes] = bytes) -> bytes:
    """A file of records with the right checksums: kinds, lengths (2 bytes) and payloads stand in ``data``."""
    fd = os.memfd_create("records")
    try:
        writer = RecordWriter(fd, CALLS)
        at = 0
        while at + 3 <= len(data):
            kind, length = struct.unpack_from("<BH", data, at)
            payload = data[at + 3 : at + 3 + length]
            writer.append(kind % 20, mended(payload) if kind == Kind.HEADER else payload)
            at += 3 + length
        return os.pread(fd, writer.end, 0)
    finally:
        os.close(fd)


class Logs:
    """A log that was left behind: edits in force that can be made again, or nothing; never trouble."""

    NAME = "0123456789abcdef" * 2

    def __init__(self, folder: Path) -> None:
        self._root = folder / "state"
        (self._root / KIND).mkdir(mode=0o700, parents=True)
        self._root.chmod(0o700)
        self._path = self._root / KIND / self.NAME

    def __call__(self, data: bytes) -> None:
        content = framed(data[1:]) if data[:1] < b"\xc0" else data[1:]
        self._path.write_bytes(content)
        self._path.chmod(0o600)
        with self._path.open("rb") as file:
            end = 0
            for record in records(file.fileno(), CALLS):
                check(record.start >= end and record.end <= len(content), "a record outside of its file")
                end = record.end
        state = StateFolder(self._root)
        for item in unsaved(state):
            check(item.edits == len(item.steps) > 0, "edits without steps")
            check(item.shown.isprintable(), repr(item.shown))
            if item.path is None:
                self._replayed(state, item)
        tidy(state)

    def _replayed(self, state: StateFolder, item: object) -> None:
        try:
            document = open_base(item)  # type: ignore[arg-type]
            done = replay(state, self.NAME, document, Ticket(), anyway=True)
        except BytescopeError as error:
            check(not sentence_fault(str(error)), sentence_fault(str(error)))
            return
        check("\n" not in done.complaint, repr(done.complaint))
        snapshot = document.snapshot()
        for place in (0, snapshot.size // 2, max(0, snapshot.size - 32)):
            part = ByteRange.of(place, min(32, snapshot.size - place))
            check(len(snapshot.read(part.start, part.length).data) == part.length, "short")
        try:
            while document.undo_name is not None:
                document.undo()
        except RefusedError as error:  # a log may tell of a save that took old bytes away
            check(not sentence_fault(str(error), advice=False), sentence_fault(str(error), advice=False))


class Journals:
    """A journal of a save of a known file: it is left as it is, or brought to its old or new bytes."""

    NAME = "fedcba9876543210" * 2

    def __init__(self, folder: Path) -> None:
        self._root = folder / "state"
        (self._root / JOURNALS).mkdir(mode=0o700, parents=True)
        self._root.chmod(0o700)
        self._path = self._root / JOURNALS / self.NAME
        self._file = folder / "data.bin"
        self._file.write_bytes(DATA)

    def __call__(self, data: bytes) -> None:
        self._path.write_bytes(framed(data, self._own))
        self._path.chmod(0o600)
        state = StateFolder(self._root)
        for item in interrupted(state):
            fault = sentence_fault(item.sentence, advice=False)
            check(not fault, fault)
            self._used(state, item)

    def _own(self, payload: bytes) -> bytes:
        """A header of this very file, so that nothing else is written to and more is tried."""
        try:
            header = Header.unpack(memoryview(payload))
        except DamagedError:
            return payload
        path = os.fsencode(self._file)
        sizes = {"size_before": len(DATA), "size_after": len(DATA)} if header.size_after % 2 else {}
        return replace(header, path=path, inode=self._file.stat().st_ino, **sizes).pack()

    def _used(self, state: StateFolder, item: Interrupted) -> None:
        if max(item.size_before, item.size_after) > 1 << 24:
            return  # to make it that long is a wish that takes its time
        act = roll_back if item.began % 1 < 0.5 else complete
        try:
            said = act(state, item.name, Ticket())
        except BytescopeError as error:
            check(str(error).isprintable(), repr(error))
            check(self._file.read_bytes() == DATA, "refused, but the file was changed")
            return
        check(said.isprintable(), repr(said))
        check(not self._path.exists(), "dealt with, and still there")
        if self._file.read_bytes() != DATA:
            check(item.verdict is not Verdict.FOREIGN, "a file that is foreign was written")
            os.truncate(self._file, 0)
            self._file.write_bytes(DATA)


class Commands:
    """Whole command lines in a folder of their own: a status, at most one sentence, nothing else changed."""

    COMMANDS = ("dump", "pages", "find", "fill", "write")

    def __init__(self, folder: Path) -> None:
        self._file = folder / "data.bin"
        self._file.write_bytes(DATA)
        os.chdir(folder)

    def __call__(self, data: bytes) -> None:
        text = data.decode("utf-8", "surrogateescape").replace("/", "|")
        words = text.split("\0")[:WORDS]
        command = self.COMMANDS[len(words[0]) % len(self.COMMANDS)]
        out, err = io.StringIO(), io.StringIO()
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
            try:
                status: object = main([command, *words[1:]])
            except SystemExit as ended:
                status = ended.code
        check(status in (0, 1, 2), f"{words} ended with {status}")
        said = err.getvalue()
        check(said.count("\n") <= 1 and said.rstrip("\n").isprintable(), f"{words} said {said!r}")
        if status == 2:
            fault = sentence_fault(said.removeprefix("bytescope: ").rstrip("\n"))
            check(not fault, f"{words}: {fault}")
        if command in ("fill", "write") and status == 0:
            self._file.write_bytes(DATA)
        else:
            check(self._file.read_bytes() == DATA, f"{words} changed the file")


def exchanges(data: bytes) -> None:
    """Patches, scripts, dumps, records and pastes: a document they can be put on, bytes, or a sentence."""
    data = data or b"\0"
    kind, rest = data[:1], data[1:]
    if kind >= b"\xc0":
        text = rest.decode("utf-8", "surrogateescape")
        try:
            pasted(text, list(PASTES)[data[0] % len(PASTES)])
        except InputError as error:
            _judged(error, len(text))
        return
    document = Document(MemorySource(DATA))
    try:
        if kind < b"\x60":
            # Most inputs are not what a checksum says, and nothing were tried of them.
            mended = rest[:-4] + zlib.crc32(rest[:-4]).to_bytes(4, "little") if rest[:4] == b"BPS1" else rest
            made_of = prepare(mended, document.snapshot(), Ticket(), unchecked=bool(data[0] & 1)).draft
        else:
            made_of = Draft(document.snapshot())
            incoming = read_incoming(MemorySource(rest), Ticket(), ("", "dump", "ihex", "srec")[data[0] % 4])
            incoming.place(made_of, 0)
    except (BytescopeError, InputError) as error:
        fault = sentence_fault(str(error))
        check(not fault, fault)
        return
    finally:
        check(document.snapshot().read(0, len(DATA)).data == DATA, "the document was changed")
    adopt(document, made_of, "Try")
    snapshot = document.snapshot()
    for place in (0, snapshot.size // 2, max(0, snapshot.size - 32)):
        part = ByteRange.of(place, min(32, snapshot.size - place))
        check(len(snapshot.read(part.start, part.length).data) == part.length, "short")
    if document.undo_name is not None:
        document.undo()
    check(document.snapshot().read(0, len(DATA)).data == DATA, "undo does not take it back")


def made(name: str, folder: Path) -> Target:
    """The target called ``name``; files that it needs go below ``folder``."""
    if name in ("numbers", "patterns", "exchanges"):
        return {"numbers": numbers, "patterns": patterns, "exchanges": exchanges}[name]
    return {"settings": Settings, "logs": Logs, "journals": Journals, "commands": Commands}[name](folder)


TARGETS = ("numbers", "patterns", "settings", "logs", "journals", "commands", "exchanges")
