"""What stands in a log: small records for large edits, every pattern, and nothing that is believed."""

from __future__ import annotations

import contextlib
import errno
import os
import random
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bytescope.core.document.document import Document
from bytescope.core.document.operations import Undo
from bytescope.core.document.patterns import (
    Counter,
    FileBytes,
    OffsetStamp,
    PageStamp,
    Pattern,
    Phase,
    Repeat,
    SeededRandom,
)
from bytescope.core.errors import BytescopeError
from bytescope.core.ranges import ByteRange
from bytescope.core.source.access import Access
from bytescope.core.source.memory import MemorySource, ZeroSource
from bytescope.core.source.opening import open_file
from bytescope.core.storage.calls import CALLS
from bytescope.core.storage.editlog import layout
from bytescope.core.storage.editlog.decoding import decoded
from bytescope.core.storage.editlog.entries import Edited, Follower
from bytescope.core.storage.editlog.folding import folded
from bytescope.core.storage.editlog.layout import Header, LogError, Place
from bytescope.core.storage.editlog.matching import place_of
from bytescope.core.storage.editlog.reading import open_base, replay, unsaved
from bytescope.core.storage.private import StateFolder
from bytescope.core.storage.records import RecordWriter, records
from bytescope.core.ticket import Ticket
from helpers.logged import QUICK, Logged, fresh, log_path, looks, planted, text
from helpers.typist import Typist

TIB = 1 << 40
SOME = bytes(range(64))


def again(logged: Logged, data: bytes) -> Document:
    """What is recovered of it, on the same bytes as before."""
    document = fresh(data)
    assert replay(logged.state, logged.crash(), document, Ticket()).complaint == ""
    return document


def test_a_fill_of_a_terabyte_is_one_small_record(tmp_path):
    logged = Logged(ZeroSource(2 * TIB), tmp_path)
    before = 0
    for change in (
        logged.document.fill(ByteRange(0, TIB), Repeat(b"\xaa\x55")),
        logged.document.copy_block(ByteRange(0, TIB), 2 * TIB),
        logged.document.move_block(ByteRange(5, TIB), 2 * TIB),
        logged.document.delete(ByteRange(7, TIB)),
        logged.document.undo(),
    ):
        logged.log(change)
        length = logged.path.stat().st_size
        assert length - before < (600 if not before else 200)
        before = length
    document = Document(ZeroSource(2 * TIB))
    replay(logged.state, logged.crash(), document, Ticket())
    assert (document.steps, document.undone) == (logged.document.steps, logged.document.undone)
    assert document.size == logged.document.size


def test_large_bytes_go_on_in_bounded_records(tmp_path):
    data = random.Random(1).randbytes((5 << 20) + 123)
    logged = Logged(MemorySource(SOME), tmp_path)
    logged.log(logged.document.insert(3, data), logged.document.write(1, b"x"))
    with logged.path.open("rb") as file:
        sizes = [len(record.payload) for record in records(file.fileno(), CALLS)]
    assert len(sizes) == 8
    assert max(sizes) <= layout.CHUNK + 100
    content = logged.path.read_bytes()
    assert looks(again(logged, SOME)) == looks(logged.document)
    state = StateFolder(tmp_path / "torn", QUICK)  # of half an edit nothing is made
    torn = planted(state, content[: len(content) // 2])
    document = fresh(SOME)
    replay(state, torn, document, Ticket())
    assert (text(document), document.steps) == (SOME, [])


@pytest.mark.parametrize(
    "pattern",
    [
        Repeat(b"\0"),
        Repeat(b"abc", "“abc” in UTF-8 \ud800"),
        Repeat(random.Random(2).randbytes(3 << 20), "much"),
        Counter(-5, 3, 8, "big", True),
        Counter(1 << 63, -1, 2, "little"),
        OffsetStamp(4, "big"),
        PageStamp(8, "little"),
        SeededRandom(2**64 - 1),
    ],
    ids=lambda p: type(p).__name__,
)
def test_every_pattern_comes_back(tmp_path, pattern: Pattern):
    logged = Logged(MemorySource(SOME), tmp_path)
    logged.log(
        logged.document.fill(ByteRange(3, 60), pattern, Phase.ABSOLUTE),
        logged.document.insert_fill(7, 40, pattern),
    )
    assert looks(again(logged, SOME)) == looks(logged.document)


@pytest.fixture
def other(tmp_path: Path) -> Path:
    path = tmp_path / "other.bin"
    path.write_bytes(random.Random(3).randbytes((1 << 20) + 5))
    return path


def test_a_large_file_is_looked_up_again(tmp_path, other):
    logged = Logged(MemorySource(SOME), tmp_path / "state")
    pattern = FileBytes(open_file(bytes(other), Access.READ), "other.bin")
    logged.log(logged.document.fill(ByteRange(0, 60), pattern))
    assert logged.path.stat().st_size < 2000
    assert looks(again(logged, SOME)) == looks(logged.document)


def test_an_edit_with_a_file_that_changed_is_refused_with_a_sentence(tmp_path, other):
    logged = Logged(MemorySource(SOME), tmp_path / "state")
    pattern = FileBytes(open_file(bytes(other), Access.READ), "other.bin")
    logged.log(logged.document.write(9, b"before"))
    logged.log(logged.document.fill(ByteRange(0, 5), pattern), logged.document.write(0, b"after"))
    name = logged.crash()
    for spoil in (lambda: other.write_bytes(b"x" * (1 << 21)), other.unlink):
        spoil()
        document = fresh(SOME)
        done = replay(logged.state, name, document, Ticket())
        assert document.steps == ["Write 6 bytes"]
        assert len(done) == 1
        assert done.complaint.startswith("Only the first 1 edits could be made again.")
        assert "other.bin" in done.complaint


def test_a_small_file_is_written_down(tmp_path, other):
    other.write_bytes(b"few bytes")
    logged = Logged(MemorySource(SOME), tmp_path / "state")
    pattern = FileBytes(open_file(bytes(other), Access.READ), "other.bin")
    logged.log(logged.document.fill(ByteRange(0, 60), pattern))
    other.unlink()
    assert looks(again(logged, SOME)) == looks(logged.document)


def test_a_state_has_what_is_no_longer_in_the_file(size, tmp_path, other):
    """Everything that a document can consist of, as one state; on another base of the same bytes."""
    big = FileBytes(open_file(bytes(other), Access.READ), "other.bin")
    for seed in range(size.of(40)):
        typist = Typist(seed)
        data = typist.data()
        logged = Logged(MemorySource(data), tmp_path / str(seed))
        for _ in range(30):
            typist.act(logged.document)
        logged.document.insert_fill(0, 9, big)
        logged.document.resize(logged.document.size + 5)
        logged.waiting = [Follower().whole(logged.document, "As it was")]
        logged.flush()
        document = again(logged, data)
        assert text(document) == text(logged.document), seed
        assert document.steps == ["As it was"]
        document.undo()
        assert text(document) == data


def test_a_state_of_many_small_pieces_has_few_records(tmp_path):
    logged = Logged(MemorySource(bytes(40_000)), tmp_path)
    for at in range(0, 40_000, 2):
        logged.document.write(at, b"x")
    logged.waiting = [Follower().whole(logged.document, "Many")]
    logged.flush()
    with logged.path.open("rb") as file:
        assert sum(1 for _ in records(file.fileno(), CALLS)) <= 8
    assert text(again(logged, bytes(40_000))) == b"x\0" * 20_000


def test_a_state_of_many_mebibytes_comes_back_in_order(tmp_path):
    data = random.Random(6).randbytes(3 << 20)
    logged = Logged(MemorySource(SOME), tmp_path)
    logged.document.insert(7, data)
    logged.document.delete(ByteRange(100, (1 << 20) + 5))
    logged.document.write((1 << 20) + 9, b"amid it")
    logged.waiting = [Follower().whole(logged.document, "Much")]
    logged.flush()
    assert text(again(logged, SOME)) == text(logged.document)


def test_an_undo_that_the_log_does_not_know_becomes_a_state(tmp_path):
    """Whatever went wrong before: the writer never writes what a reader could not follow."""
    logged = Logged(MemorySource(SOME), tmp_path)
    logged.document.write(0, b"first")
    for change in (logged.document.write(9, b"second"), logged.document.undo(), logged.document.redo()):
        assert change.op is not None
        logged.waiting = [Edited(change.op, change.name)]
        if isinstance(change.op, Undo):
            logged.waiting *= 2
        logged.flush()
    document = again(logged, SOME)
    assert (text(document), document.steps) == (text(logged.document), ["Edits"])


def test_nothing_of_a_failed_attempt_stays_behind_a_later_one(tmp_path):
    """The rest of it could be whole records, just behind the new end."""
    fails = True

    def fdatasync(fd: int) -> None:
        if fails:
            raise OSError(errno.EIO, "error")

    logged = Logged(MemorySource(SOME), tmp_path, replace(CALLS, fdatasync=fdatasync))
    fails = False
    logged.log(logged.document.write(0, b"a"))
    twin = Document(MemorySource(SOME))
    edits = [Edited(change.op, change.name) for change in (twin.write(at, b"x") for at in (1, 2, 3))]
    now = Follower().whole(logged.document, "Edits")
    fails = True
    with pytest.raises(OSError, match="error"):
        logged.writer.write(edits[:2], place_of(MemorySource(SOME)), now)
    fails = False
    logged.writer.write(edits[2:], place_of(MemorySource(SOME)), now)
    assert text(again(logged, SOME)) == b"a\x01\x02x" + SOME[4:]


def test_a_log_full_of_what_is_undone_is_written_anew(tmp_path):
    logged = Logged(MemorySource(bytes(2_000_000)), tmp_path)
    logged.log(logged.document.write(3, b"stays"))
    logged.log(logged.document.write(0, b"t", typing=True), logged.document.write(1, b"y", typing=True))
    longest = 0
    names = {logged.writer.name}
    for number in range(40):
        logged.log(logged.document.write(100, bytes([number]) * 500_000), logged.document.undo())
        longest = max(longest, logged.path.stat().st_size)
        names.add(logged.writer.name)
    assert longest < 8_000_000
    assert len(names) > 1
    assert logged.state.names("logs") == [logged.writer.name]
    assert logged.document.undone == ["Write 500,000 bytes"]
    assert looks(again(logged, bytes(2_000_000))) == looks(logged.document)


def test_a_log_that_took_over_counts_only_when_it_is_whole(tmp_path):
    """A crash may leave both: the new one counts from its last record on, the old one until then."""
    logged = Logged(MemorySource(SOME), tmp_path / "log")
    logged.log(logged.document.write(0, b"x"))
    old = logged.path.read_bytes()
    name = logged.crash()
    place = Place(None, 0, len(SOME), 0, 0, 0, None, len(SOME))
    for ready in (False, True):
        state = StateFolder(tmp_path / str(ready))
        first = planted(state, old)
        fd, second = state.create("logs")
        writer = RecordWriter(fd, CALLS)
        writer.append(layout.HEADER, layout.dumped(layout.header_values(Header(place, first, 1.0))))
        if ready:
            writer.append(layout.READY)
        os.close(fd)
        assert [item.name for item in unsaved(state)] == ([] if ready else [first])
        assert second != first
    assert [item.name for item in unsaved(logged.state)] == [name]


@pytest.mark.parametrize("name", [b"/a b", b"/caf\xe9 \xff\n<b>", b"/" + b"x" * 4000])
def test_a_header_keeps_any_path(name):
    place = Place(name, 2**63, 5, -7, 2**62, 4096, None, 900)
    header = Header(place, "f" * 32, 12.5)
    head = layout.loaded(memoryview(layout.dumped(layout.header_values(header))))
    assert layout.header_from(head) == header


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner, max_size=3),
    max_leaves=6,
)
NAMES = ("o", "at", "r", "p", "k", "w", "order", "to", "s", "l", "n", "phase", "label", "seed", "m", "t")
KINDS = ("write", "insert", "fill", "insert_fill", "delete", "copy", "move", "resize", "undo")


@given(
    st.dictionaries(st.sampled_from(NAMES), JSON | st.sampled_from(KINDS), max_size=6),
    st.sampled_from(KINDS),
    st.binary(max_size=9),
)
def test_no_head_does_more_than_be_refused(head, kind, data):
    with contextlib.suppress(LogError, BytescopeError):
        decoded({**head, "o": kind}, data)


@given(st.binary(max_size=200))
def test_no_bytes_are_a_header_by_chance(content):
    try:
        layout.header_from(layout.loaded(memoryview(content)))
    except LogError:
        return
    raise AssertionError("a header")


def test_records_with_right_checksums_and_wrong_content_do_no_harm(size, tmp_path):
    """Whoever can write into the private folder can write checksums: what stands there is checked as well."""
    chance = random.Random(4)
    typist = Typist(4)
    logged = Logged(MemorySource(SOME), tmp_path / "log")
    while logged.document.index < 6:
        if change := typist.act(logged.document):
            logged.note(change)
    logged.waiting.append(Follower().whole(logged.document, "All"))
    logged.flush()
    for _ in range(10):
        if change := typist.act(logged.document):
            logged.log(change)
    with logged.path.open("rb") as file:
        whole = [(record.kind, bytes(record.payload)) for record in records(file.fileno(), CALLS)]
    logged.crash()
    for number in range(size.of(300)):
        state = StateFolder(tmp_path / str(number), QUICK)
        fd, name = state.create("logs")
        writer = RecordWriter(fd, CALLS)
        for at, (kind, payload) in enumerate(whole):
            if at and chance.random() < 0.2:
                payload = _spoilt(chance, payload)
                kind = chance.choice((kind, kind, chance.randrange(16)))
            writer.append(kind, payload)
        os.close(fd)
        document = fresh(SOME)
        unsaved(state)
        try:
            replay(state, name, document, Ticket(), anyway=True)
        except BytescopeError:
            continue
        document.snapshot().read(0, min(document.size, 4096))


def _spoilt(chance: random.Random, payload: bytes) -> bytes:
    broken = bytearray(payload)
    for _ in range(chance.randint(1, 4)):
        if broken:
            broken[chance.randrange(len(broken))] = chance.choice((0, 57, 255, chance.randrange(256)))
    return bytes(broken[: chance.randint(0, len(broken))] if chance.random() < 0.3 else broken)


def test_a_length_that_lies_allocates_nothing(tmp_path):
    state = StateFolder(tmp_path)
    fd, name = state.create("logs")
    writer = RecordWriter(fd, CALLS)
    place = Place(None, 0, 4, 0, 0, 0, None, 4)
    writer.append(layout.HEADER, layout.dumped(layout.header_values(Header(place, None, 1.0))))
    writer.append(layout.EDIT, layout.pack({"o": "write", "at": 0, "n": "Write", "d": 1 << 30}), b"few")
    os.close(fd)
    with log_path(state, name).open("rb") as file:
        fold = folded(file.fileno(), CALLS)
    assert fold is not None
    assert (fold.damaged, fold.steps.names) == (True, [])
    assert unsaved(state) == []


def test_a_document_in_memory_is_opened_as_it_was(tmp_path):
    logged = Logged(ZeroSource(1 << 30), tmp_path)
    logged.log(logged.document.write(1 << 29, b"here"))
    logged.crash()
    [item] = unsaved(logged.state)
    assert (item.shown, item.path, item.bytes) == ("Untitled", None, 4)
    document = open_base(item)
    replay(logged.state, item.name, document, Ticket())
    assert document.snapshot().read(1 << 29, 4).data == b"here"


def test_a_state_leaves_out_what_a_file_written_anew_still_has(tmp_path):
    """Undo behind a save that had moved everything: the old file is not copied into the log."""
    old = random.Random(8).randbytes(4 << 20)
    new = old[: 1 << 20] + b"inserted" + old[1 << 20 : 3 << 20] + b"OVER" + old[(3 << 20) + 4 :]
    logged = Logged(MemorySource(old), tmp_path)
    logged.document.insert(1 << 20, b"inserted")
    logged.document.write((3 << 20) + 8, b"OVER")
    logged.document.rebase(MemorySource(new), [], None, in_place=False)
    logged.follower.restart(logged.document)
    logged.log(logged.document.undo(), logged.document.undo())
    assert text(logged.document) == old
    assert logged.path.stat().st_size < (1 << 20) + 2000
    assert text(again(logged, new)) == old
