"""Who maps a file and who holds it open, told of programs that do."""

from __future__ import annotations

import os
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest

from bytescope.core.errors import RefusedError
from bytescope.core.source.mapped_name import MappedName, mapped_name, name_by_stat
from bytescope.core.touched import processes
from bytescope.core.touched.maps_lines import Mapped
from bytescope.core.touched.processes import FileName, Holder, Holders, file_name, holder, holders
from helpers.refusing import refusal_without_proc
from helpers.toucher import Toucher

PAGE = 4096
SIZE = 64 * PAGE


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "a file"
    path.write_bytes(bytes(SIZE))
    return path


@pytest.fixture
def name(path: Path) -> Iterator[FileName]:
    fd = os.open(path, os.O_RDONLY)
    yield file_name(fd, bytes(path))
    os.close(fd)


def of(pid: int, found: Holders) -> Holder | None:
    return next((item for item in found.found if item.pid == pid), None)


def test_who_maps_it_and_who_has_it_open(path: Path, name: FileName) -> None:
    with Toucher(path) as one, Toucher(path) as other:
        one.do(f"map shared {8 * PAGE} {4 * PAGE}", "map private", "close", "name two words")
        found = holders(name)
        mapping, open_only = of(one.pid, found), of(other.pid, found)
        assert mapping is not None
        assert open_only is not None
        assert mapping.program == "two words"
        # A mapping holds a descriptor of its own in that program's language: it is open as well.
        ranges = {(item.offset, item.length, item.shared) for item in mapping.mapped}
        assert ranges == {(8 * PAGE, 4 * PAGE, True), (0, SIZE, False)}
        assert mapping.how.startswith("mapped private, read and write; shared, read and write")
        assert mapping.sure
        assert open_only.mapped == ()
        assert open_only.how == "open for reading and writing"
        assert str(path) in open_only.command
    ours = of(os.getpid(), found)
    assert ours is not None
    assert ours.ours
    assert ours.how == "open for reading"
    assert of(one.pid, holders(name)) is None


def test_other_files_do_not_count(path: Path, name: FileName, tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.write_bytes(bytes(SIZE))
    with Toucher(other) as toucher:
        toucher.do("map shared")
        assert of(toucher.pid, holders(name)) is None
        assert holder(toucher.pid, name).mapped == ()


def test_another_name_of_the_file_counts(path: Path, name: FileName, tmp_path: Path) -> None:
    link = tmp_path / "another name"
    os.link(path, link)
    with Toucher(link) as toucher:
        toucher.do("map shared")
        assert len(holder(toucher.pid, name).mapped) == 1


def test_a_file_without_a_name_is_still_found(path: Path, name: FileName) -> None:
    with Toucher(path) as toucher:
        toucher.do("map shared")
        path.unlink()
        assert len(holder(toucher.pid, name).mapped) == 1


def test_the_user_and_the_program_are_named(path: Path, name: FileName) -> None:
    with Toucher(path) as toucher:
        found = holder(toucher.pid, name)
        toucher.do("name <b>x\u202ey")
        assert processes.program_of(toucher.pid) == "<b>x\\u202ey"
    import pwd

    assert found.user == pwd.getpwuid(os.getuid()).pw_name


def test_a_process_that_has_ended_is_named(path: Path, name: FileName) -> None:
    with Toucher(path) as toucher:
        toucher.end()
        with pytest.raises(processes.ProcessGoneError, match=f"^Process {toucher.pid} has ended; choose"):
            holder(toucher.pid, name)


def test_the_kernels_name_of_a_file_is_the_one_in_the_list(path: Path) -> None:
    fd = os.open(path, os.O_RDONLY)
    found = mapped_name(fd)
    os.close(fd)
    assert found.inode == path.stat().st_ino
    with Toucher(path) as toucher:
        toucher.do("map shared")
        listed = Path(f"/proc/{toucher.pid}/maps").read_text()
    assert f" {found.major:02x}:{found.minor:02x} {found.inode} " in listed


def test_what_cannot_be_mapped_has_the_name_of_its_status() -> None:
    reader, writer = os.pipe()
    assert mapped_name(reader) == name_by_stat(os.fstat(reader))
    os.close(reader)
    os.close(writer)


def test_the_same_inode_of_another_subvolume_is_told_apart(path: Path, tmp_path: Path) -> None:
    """As on btrfs, where lists of mappings name the file system and ``stat`` the subvolume."""
    other = tmp_path / "other"
    other.write_bytes(bytes(SIZE))
    fd, wrong = os.open(path, os.O_RDONLY), os.open(other, os.O_RDONLY)
    # A name whose mapped form is that of ``path`` while its status is another file's.
    mixed = FileName(wrong, bytes(other), mapped_name(fd))
    true = FileName(fd, bytes(path), mapped_name(fd))
    with Toucher(path) as toucher:
        toucher.do("map shared")
        assert list(mixed.lines(toucher.pid)) == []
        assert [sure for _, sure in true.lines(toucher.pid)] == [True]
    os.close(fd)
    os.close(wrong)


@pytest.mark.needs_root
def test_what_belongs_to_others_is_counted_and_said(path: Path, name: FileName) -> None:
    path.chmod(0o666)
    with Toucher(path) as toucher:
        toucher.do("map shared", "user 65534")
        child = os.fork()
        if not child:
            status = 1
            try:
                os.setuid(65533)
                found = holders(name)
                refused = not found.found or all(item.pid != toucher.pid for item in found.found)
                said = found.complaint.endswith("do not let us look; run Bytescope as root to see them.")
                try:
                    holder(toucher.pid, name)
                except RefusedError as error:
                    named = str(error).startswith("Not permitted: the pages of process")
                    status = 0 if refused and said and named else 2
            finally:
                os._exit(status)
        assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0


@pytest.mark.needs_root
def test_without_proc_nobody_is_listed_and_it_is_said(path: Path, name: FileName) -> None:
    assert refusal_without_proc(partial(holders, name)) == processes.NO_PROC
    assert refusal_without_proc(partial(holder, os.getpid(), name)) == processes.NO_PROC
    fd = os.open(path, os.O_RDONLY)
    assert refusal_without_proc(partial(mapped_name, fd)) == ""  # it falls back to what stat says
    os.close(fd)


def test_sentences_of_what_was_not_seen() -> None:
    assert Holders((), 0).complaint == ""
    assert Holders((), 1).complaint.startswith("1 process does not let us look")
    assert Holders((), 0, hidden=True).complaint.startswith("Processes of other users are hidden")


def test_words_for_every_way_of_mapping() -> None:
    def words(*may: bool) -> str:
        return Mapped(0, PAGE, 0, *may).words

    assert words(False, False, False, True) == "shared, no access"
    assert words(True, False, True, False) == "private, read and run"
    assert MappedName(1, 2, 3).inode == 3
