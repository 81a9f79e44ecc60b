"""Lines of /proc/PID/maps: names with anything in them, and lines that are none."""

from __future__ import annotations

import mmap
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bytescope.core.touched.maps_lines import Mapped, MapsLine, needle_of, parse_line

ADDRESS = st.integers(0, (1 << 64) - 4096).map(lambda n: n // 4096 * 4096)


@st.composite
def lines(draw: st.DrawFn) -> tuple[MapsLine, bytes]:
    """A line and how the kernel writes it (``show_map_vma`` of fs/proc/task_mmu.c)."""
    start, offset = draw(ADDRESS), draw(ADDRESS)
    may = [draw(st.booleans()) for _ in range(4)]
    mapped = Mapped(start, start + 4096, offset, *may)
    numbers = draw(st.tuples(st.integers(0, 4095), st.integers(0, (1 << 20) - 1), st.integers(0, 2**64 - 1)))
    path = b"/" + draw(st.binary(max_size=40)).replace(b"\n", b"\\012").replace(b"\0", b"")
    letters = "".join(a if can else "-" for a, can in zip("rwx", may)) + ("s" if may[3] else "p")
    head = f"{start:08x}-{start + 4096:08x} {letters} {offset:08x} "
    head += "{:02x}:{:02x} {} ".format(*numbers)
    return MapsLine(mapped, *numbers, path), head.encode().ljust(73) + path + b"\n"


@given(lines())
def test_what_the_kernel_writes_is_read_back(pair: tuple[MapsLine, bytes]) -> None:
    wanted, text = pair
    assert parse_line(text) == wanted
    assert needle_of(wanted.major, wanted.minor, wanted.inode) in text


@given(
    st.binary(max_size=120)
    | st.from_regex(rb"[0-9a-f]{1,3}-[0-9a-f]{1,3} [rwxsp-]{4} .{0,30}", fullmatch=True)
)
def test_anything_else_is_no_line(text: bytes) -> None:
    found = parse_line(text)
    assert found is None or found.mapped.start < found.mapped.end


def test_a_range_that_ends_before_it_begins_is_no_line() -> None:
    assert parse_line(b"00002000-00001000 r--p 00000000 fe:00 7 /x\n") is None


@pytest.mark.parametrize("name", ["with space", "new\nline", "two  spaces ", "gone (deleted)", b"\xff\xfe"])
def test_names_that_a_file_can_have(tmp_path: Path, name: str | bytes) -> None:
    path = os.fsencode(tmp_path) + b"/" + os.fsencode(name)
    fd = os.open(path, os.O_RDWR | os.O_CREAT)
    os.ftruncate(fd, 8192)
    found = os.fstat(fd)
    with mmap.mmap(fd, 4096, offset=4096), open("/proc/self/maps", "rb") as text:
        mine = [line for line in map(parse_line, text) if line is not None and line.inode == found.st_ino]
    os.close(fd)
    assert len(mine) == 1
    assert mine[0].mapped.offset == 4096
    assert mine[0].mapped.words == "shared, read and write"
    assert mine[0].deleted == (name == "gone (deleted)")
    if not mine[0].deleted:
        assert mine[0].file == path
