"""What the kernel says was stored through our mapping, against what was meant to be."""

from __future__ import annotations

import ctypes
import errno
import os
import random
import struct
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest

from bytescope.core.document.live import LiveDocument
from bytescope.core.document.patterns import Counter, Repeat, SeededRandom
from bytescope.core.errors import RefusedError
from bytescope.core.pages.run_set import RunSet
from bytescope.core.ranges import PAGESIZE, ByteRange, PageRange
from bytescope.core.source import guard
from bytescope.core.source.access import Access
from bytescope.core.source.file import FileSource
from bytescope.core.source.opening import open_file
from bytescope.core.touched import store_audit
from bytescope.core.touched.store_audit import StoreAudit
from bytescope.core.touched.userfault import open_userfault
from helpers.refusing import refusal_without_proc
from helpers.toucher import Toucher

PAGES = 2048

pytestmark = [
    pytest.mark.page_cache,
    pytest.mark.skipif(os.sysconf("SC_PAGESIZE") != PAGESIZE, reason="other pages than 4 KiB"),
]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """In memory as a whole, in large folios: what the kernel notes must be finer than they are."""
    path = tmp_path / "live"
    path.write_bytes(bytes(PAGES * PAGESIZE))
    return path


@pytest.fixture
def source(path: Path) -> Iterator[FileSource]:
    assert guard.install()
    made = open_file(str(path), Access.LIVE)
    yield made
    made.close()


@pytest.fixture
def audit(source: FileSource) -> Iterator[StoreAudit]:
    try:
        made = StoreAudit(source)
    except RefusedError as error:
        pytest.skip(str(error))
    assert made.cover(ByteRange(0, source.size))
    yield made
    made.close()


def pages(*numbers: int) -> RunSet:
    return RunSet.of(PageRange(number, number + 1) for number in numbers)


def test_stores_and_nothing_but_stores(source: FileSource, audit: StoreAudit) -> None:
    source.store(5 * PAGESIZE + 7, b"one byte is enough"[:1])
    source.store(9 * PAGESIZE - 1, b"across a border")
    source.read_into(20 * PAGESIZE, memoryview(bytearray(PAGESIZE)))
    with source.pages(0, source.size) as seen:
        assert seen.array[5 * PAGESIZE + 7] == ord("o")
        assert int(seen.array.sum()) > 0  # every page is read through the mapping, and let go
    found = audit.look()
    assert found.stored == pages(5, 8, 9)
    assert list(found.armed) == [PageRange(0, PAGES)]
    assert (found.outside, found.anew) == (0, 0)


def test_write_calls_and_other_programs_are_not_seen(
    source: FileSource, audit: StoreAudit, path: Path
) -> None:
    os.pwrite(source.fd, b"x", 30 * PAGESIZE)
    with Toucher(path) as toucher:
        toucher.do("map shared", "store 40", "pwrite 50")
    assert audit.look().stored == RunSet()


def test_what_was_stored_is_known_after_it_was_flushed_and_evicted(
    source: FileSource, audit: StoreAudit
) -> None:
    source.store(7 * PAGESIZE, b"x")
    source.flush()
    with source.pages(0, source.size):
        pass  # lets go of all pages
    os.posix_fadvise(source.fd, 0, 0, os.POSIX_FADV_DONTNEED)
    source.store(8 * PAGESIZE, b"y")
    assert audit.look().stored == pages(7, 8)


def test_begun_anew_it_knows_of_nothing_and_goes_on(source: FileSource, audit: StoreAudit) -> None:
    source.store(7 * PAGESIZE, b"x")
    audit.restart()
    assert audit.look().stored == RunSet()
    source.store(7 * PAGESIZE, b"y")
    source.store(11 * PAGESIZE, b"y")
    assert audit.look().stored == pages(7, 11)


def test_after_the_end_nothing_is_armed(source: FileSource, audit: StoreAudit) -> None:
    audit.close()
    assert source.before_store is None
    source.store(0, b"x")
    assert not audit.cover(ByteRange(0, 1))
    audit.close()


def test_two_audits_of_one_file_do_not_see_each_other(
    path: Path, source: FileSource, audit: StoreAudit
) -> None:
    other = open_file(str(path), Access.LIVE)
    second = StoreAudit(other)
    other.store(3 * PAGESIZE, b"x")
    source.store(4 * PAGESIZE, b"x")
    assert (audit.look().stored, second.look().stored) == (pages(4), pages(3))
    second.close()
    other.close()


# -- the journal of a document, and what the kernel saw --------------------------------------------


def edit(document: LiveDocument, chance: random.Random) -> RunSet:
    """One random edit within the file; the pages that it says it changed."""
    start = chance.randrange(document.size)
    length = min(chance.choice((1, 7, 4096, 5000, 300_000)), document.size - start)
    acts = ["write", "fill", "block", "undo", "redo", "revert"]
    try:
        match chance.choice(acts):
            case "write":
                change = document.write(start, chance.randbytes(length))
            case "fill":
                pattern = chance.choice((Repeat(b"ab"), Counter(1, 2, 4, "big"), SeededRandom(5)))
                change = document.fill(ByteRange.of(start, length), pattern)
            case "block":
                to = chance.randrange(document.size - length + 1)
                change = document.overwrite_block(ByteRange.of(start, length), to)
            case "undo":
                change = document.undo()
            case "redo":
                change = document.redo()
            case _:
                change = document.revert(ByteRange.of(start, length))
    except RefusedError:
        return RunSet()
    return RunSet.of(range_.pages for range_ in change.ranges)


@pytest.mark.parametrize("seed", range(4))
def test_exactly_the_pages_of_the_journal_are_stored_to(
    source: FileSource, audit: StoreAudit, seed: int, size: object
) -> None:
    chance = random.Random(seed)
    document = LiveDocument(source)
    for _ in range(size.of(6)):  # type: ignore[attr-defined]
        expected = RunSet()
        for _ in range(20):
            expected = expected.union(edit(document, chance))
            if chance.random() < 0.1:
                source.flush()
        found = audit.look()
        assert found.unexpected(expected) == RunSet()
        assert found.absent(expected) == RunSet()
        assert found.stored == expected
        audit.restart()


def test_a_store_that_the_journal_does_not_know_is_found(source: FileSource, audit: StoreAudit) -> None:
    document = LiveDocument(source)
    expected = RunSet.of(r.pages for r in document.write(5 * PAGESIZE, b"known").ranges)
    mapping = source.mapping
    assert mapping is not None
    mapping.store(900 * PAGESIZE + 4095, b"!")
    found = audit.look()
    assert found.unexpected(expected) == pages(900)
    assert found.absent(expected) == RunSet()
    assert found.absent(expected.union(pages(6))) == pages(6)


# -- where it is armed ----------------------------------------------------------------------------


def test_a_resized_file_has_another_mapping_and_nothing_is_forgotten(
    source: FileSource, audit: StoreAudit
) -> None:
    source.store(5 * PAGESIZE, b"x")
    source.resize(100 * PAGESIZE)
    source.store(6 * PAGESIZE, b"x")
    found = audit.look()
    assert found.stored == pages(5, 6)
    assert found.anew == 1
    source.resize(400 * PAGESIZE)
    source.store(300 * PAGESIZE, b"x")
    assert audit.look().stored == pages(5, 6, 300)


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    """As if a page were 1 MiB of the budget."""
    monkeypatch.setattr(store_audit, "WINDOW", 64 * PAGESIZE)
    monkeypatch.setattr(store_audit, "BLOCK", 16 * PAGESIZE)
    monkeypatch.setattr(store_audit, "BUDGET", 100 * PAGESIZE)


@pytest.mark.usefixtures("small")
def test_a_large_file_is_armed_around_a_place_and_where_it_is_stored_to(source: FileSource) -> None:
    try:
        audit = StoreAudit(source)
    except RefusedError as error:
        pytest.skip(str(error))
    assert audit.cover(ByteRange.of(1000 * PAGESIZE, 1))
    assert list(audit.look().armed) == [PageRange(0, 1), PageRange(960, 1024)]
    source.store(500 * PAGESIZE, b"elsewhere")
    source.store(40 * PAGESIZE, b"and there")
    source.store(1001 * PAGESIZE, b"here")
    found = audit.look()
    assert found.stored == pages(500, 1001, 40)
    assert list(found.armed) == [
        PageRange(0, 1),
        PageRange(32, 48),
        PageRange(496, 512),
        PageRange(960, 1024),
    ]
    assert found.outside == 0
    # The budget has 3 pages left: the store is made, and counted as not watched.
    source.store(700 * PAGESIZE, b"too far")
    found = audit.look()
    assert found.stored == pages(500, 1001, 40)
    assert found.outside == 7
    assert found.absent(pages(40, 700)) == RunSet()  # of what was not armed nothing is claimed
    assert audit.table_bytes == 97 * 8
    audit.close()


def test_a_window_of_a_file_has_its_own_pages(path: Path) -> None:
    assert guard.install()
    source = open_file(str(path), Access.LIVE, offset=10 * PAGESIZE, length=50 * PAGESIZE)
    try:
        audit = StoreAudit(source)
    except RefusedError as error:
        pytest.skip(str(error))
    audit.cover(ByteRange(0, 1))
    source.store(3 * PAGESIZE, b"x")
    assert audit.look().stored == pages(3)
    audit.close()
    source.close()


# -- where it cannot be had -----------------------------------------------------------------------


def test_other_access_has_no_stores(path: Path) -> None:
    source = open_file(str(path), Access.EDIT)
    with pytest.raises(RefusedError, match=r'^"live" is not open in Live access'):
        StoreAudit(source)
    source.close()


def test_write_calls_cannot_be_audited(path: Path) -> None:
    source = open_file(str(path), Access.LIVE)
    guard.forbid()
    try:
        with pytest.raises(RefusedError, match="stores are write calls, which it cannot see"):
            StoreAudit(source)
    finally:
        guard.forbid(False)
    source.close()


@pytest.mark.needs_root
def test_without_proc_it_is_said(source: FileSource) -> None:
    assert "/proc/self/pagemap cannot be read" in refusal_without_proc(partial(StoreAudit, source))


def without_call(number: int, error: int) -> None:
    """Let the system call ``number`` fail from now on, as the rules of a container do (seccomp)."""
    rules = [
        (0x20, 0, 0, 0),  # load the number of the call
        (0x15, 0, 1, number),  # if it is this one
        (0x06, 0, 0, 0x00050000 | error),  # fail with the error
        (0x06, 0, 0, 0x7FFF0000),  # else allow
    ]
    code = ctypes.create_string_buffer(b"".join(struct.pack("HBBI", *rule) for rule in rules))
    program = struct.pack("HxxxxxxQ", len(rules), ctypes.addressof(code))
    libc = ctypes.CDLL(None, use_errno=True)
    if libc.prctl(38, 1, 0, 0, 0) or libc.prctl(22, 2, program, 0, 0):
        raise OSError(ctypes.get_errno(), "no seccomp")


@pytest.mark.parametrize(
    ("error", "sentence"),
    [(errno.EPERM, "Not permitted: this system"), (errno.ENOSYS, "The store audit is not available")],
)
def test_what_the_kernel_refuses_is_said(error: int, sentence: str) -> None:
    number = {"x86_64": 323, "aarch64": 282}.get(os.uname().machine)
    if number is None:
        pytest.skip("the number of the call is not known for this processor")
    child = os.fork()
    if not child:
        status = 1
        try:
            without_call(number, error)
            open_userfault()
        except RefusedError as refused:
            status = 0 if str(refused).startswith(sentence) else 2
        except OSError:
            status = 77
        finally:
            os._exit(status)
    status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    if status == 77:
        pytest.skip("no seccomp here")
    assert status == 0
