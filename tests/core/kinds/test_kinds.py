"""What bytes are: kinds with reasons and lengths, scans that find them at any place, damaged headers."""

from __future__ import annotations

import io
import random
import sqlite3
import struct
import tarfile
import wave
import zipfile
import zlib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bytescope.core.document.document import Document
from bytescope.core.kinds.carving import Carver
from bytescope.core.kinds.naming import Kind, kinds
from bytescope.core.kinds.signatures import SIGNATURES
from bytescope.core.ranges import ByteRange
from bytescope.core.ticket import Ticket
from helpers.searching import Holed


def png() -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", 3, 2, 8, 0, 0, 0, 0)
    picture = zlib.compress(b"\0\1\2\3" * 2)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", picture) + chunk(b"IEND", b"")


def archive() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as file:
        file.writestr("one.txt", "first")
        file.writestr("two.txt", "second" * 30)
        file.comment = b"said"
    return out.getvalue()


def sound() -> bytes:
    out = io.BytesIO()
    with wave.open(out, "wb") as file:
        file.setnchannels(1), file.setsampwidth(2), file.setframerate(8000)
        file.writeframes(bytes(range(200)))
    return out.getvalue()


def bmp() -> bytes:
    return struct.pack("<2sIIIIiiHHIIIIII", b"BM", 62, 0, 54, 40, 2, 1, 1, 24, 0, 8, 0, 0, 0, 0) + bytes(8)


def ext4() -> bytes:
    block = bytearray(4096)
    struct.pack_into("<II", block, 1024, 16, 2)
    struct.pack_into("<I", block, 1048, 1)  # blocks of 2048 bytes
    struct.pack_into("<HH", block, 1080, 0xEF53, 1)
    struct.pack_into("<I", block, 1100, 1)
    struct.pack_into("<I", block, 1120, 0x40)
    block[1144:1149] = b"label"
    return bytes(block)


def elf() -> bytes:
    head = b"\x7fELF" + bytes([2, 1, 1]) + bytes(9)
    return (
        head + struct.pack("<HHIQQQIHHHHHH", 2, 62, 1, 0x401000, 0, 64, 0, 64, 56, 0, 64, 2, 0) + bytes(128)
    )


def database(folder: Path) -> bytes:
    with sqlite3.connect(folder / "x.db") as file:
        file.execute("create table t (a)")
    file.close()
    return (folder / "x.db").read_bytes()


def named(data: bytes, name: str = "") -> list[Kind]:
    return kinds(Document(Holed(data)).snapshot(), ByteRange(0, len(data)), name)


def carved(data: bytes, align: int = 1, window: int = 64, within: ByteRange | None = None) -> list[Kind]:
    snapshot = Document(Holed(data)).snapshot()
    area = ByteRange(0, len(data)) if within is None else within
    return list(Carver(snapshot, area, align, window=window).kinds(Ticket()))


MADE = {
    "PNG picture": png(),
    "RIFF": sound(),
    "BMP picture": bmp(),
    "ext file system": ext4(),
    "ELF file": elf(),
}


@pytest.mark.parametrize("name", MADE)
def test_a_file_is_known_with_reason_and_length(name: str):
    first = named(MADE[name] + b"behind")[0]
    assert first.name == name
    assert first.length == len(MADE[name])
    assert first.sure >= 0.9
    assert "at" in first.why


def test_a_database_is_known(tmp_path: Path):
    data = database(tmp_path)
    first = named(data)[0]
    assert (first.name, first.length) == ("SQLite database", len(data))
    assert "SQLite format 3" in first.why


def test_details_are_told():
    assert named(png())[0].detail == "3 × 2"
    assert named(ext4())[0].detail == "ext4 “label”, 2 blocks"
    assert named(sound())[0].detail == "WAV sound"


def uimage(*, damaged: bool = False) -> bytes:
    """U-Boot's legacy header: magic, its CRC, time, size, load, entry, CRC of the data, and what it is."""
    name = b"Linux-5.10".ljust(32, b"\0")
    head = struct.pack(">IIIIIII4B", 0x27051956, 0, 1, 100, 0, 0, 0, 5, 5, 2, 1) + name
    right = zlib.crc32(head) ^ damaged
    return head[:4] + struct.pack(">I", right) + head[8:] + bytes(100)


def xfs(*, copy: bool) -> bytes:
    block = bytearray(1024)
    struct.pack_into(">4sIQ", block, 0, b"XFSB", 4096, 100)
    struct.pack_into(">II", block, 84, 25, 4)
    block[108:112], block[126] = b"DATA", copy
    return bytes(block)


def gpt(here: int) -> bytes:
    head = bytearray(
        struct.pack(
            "<8sIIIIQQQQ16sQIII", b"EFI PART", 1 << 16, 92, 0, 0, here, 99, 34, 66, b"", 2, 128, 128, 0
        )
    )
    struct.pack_into("<I", head, 16, zlib.crc32(head))
    return bytes(head).ljust(512, b"\0")


def volume() -> bytes:
    """A header of a UEFI firmware volume: the words of its 72 bytes add up to 0."""
    head = bytearray(72)
    struct.pack_into("<Q4sIHH", head, 32, 200, b"_FVH", 0, 72, 0)
    struct.pack_into("<H", head, 50, -sum(struct.unpack("<36H", head)) & 0xFFFF)
    return bytes(head).ljust(200, b"\xff")


@pytest.mark.parametrize(
    ("data", "name", "length", "detail"),
    [
        (uimage(), "U-Boot image", 164, "Linux-5.10, kernel, gzip"),
        (uimage(damaged=True), "U-Boot image", None, "its header has another checksum"),
        (xfs(copy=False).ljust(409600, b"\0"), "XFS file system", 409600, "“DATA”, 100 blocks in 4 groups"),
        (xfs(copy=True), "XFS file system", None, "copy of the superblock: “DATA”, 100 blocks in 4 groups"),
        (gpt(1), "GPT header", 512, "the first"),
        (gpt(99), "GPT header", 512, "the copy at the end"),
        (volume(), "UEFI firmware volume", 200, ""),
        (b"\x5d\0\0\x80\0" + b"\xff" * 8 + b"\0data", "LZMA stream", None, ""),
        (b"HDR0" + struct.pack("<IIHH", 60, 0, 0, 1) + bytes(44), "TRX firmware", 60, ""),
        (b"\x1f\x8b\x08\x08" + bytes(5) + b"\x03vmlinux.bin\0data", "gzip stream", None, "vmlinux.bin"),
    ],
)
def test_what_firmware_and_disks_are_made_of_is_known(data, name, length, detail):
    found = [(kind.name, kind.start, kind.length, kind.detail) for kind in carved(b"\x11" * 7 + data)]
    assert (name, 7, length, detail) in found


def test_a_copy_of_a_superblock_is_no_file_system():
    """It is where the superblock is, not the 1024 bytes before that the first one of a file system has."""
    copy = bytearray(ext4())
    struct.pack_into("<H", copy, 1024 + 90, 3)
    (found,) = carved(b"\x11" * 100 + copy)
    assert (found.start, found.length) == (1124, 1024)
    assert found.detail == "copy of the superblock, in block group 3"


def test_the_library_knows_others():
    """In all its releases, and whatever the file is called."""
    found = named(b"{\\rtf1\\ansi hello}", "/etc/passwd")
    assert any("rtf" in kind.ending for kind in found)
    assert named(b"plain words, nothing more\n")[0].name == "text"
    assert named(bytes(50))[0].name == "zeros"
    assert named(b"") == []
    assert named(b"\x01\x80\xfe") == []


@given(
    st.lists(st.tuples(st.sampled_from(sorted(MADE)), st.integers(0, 200)), min_size=1, max_size=4),
    st.integers(16, 90),
)
def test_things_are_found_at_any_place_across_any_border(things, window):
    data, wanted = b"", []
    for name, gap in things:
        data += b"\x11" * gap
        wanted.append((len(data), name, len(MADE[name])))
        data += MADE[name]
    found = {(kind.start, kind.name, kind.length) for kind in carved(data, window=window)}
    assert set(wanted) <= found


def test_an_archive_is_one_thing():
    data = b"\x11" * 5 + archive() + b"\x22" * 9 + archive()[:-10]
    found = [(kind.start, kind.length) for kind in carved(data) if kind.name == "ZIP archive"]
    assert found == [(5, len(archive())), (5 + len(archive()) + 9, None)]


def test_an_archive_behind_one_that_is_cut_off_is_found():
    data = archive()[:-30] + archive() + b"\x11"
    found = [(kind.start, kind.length) for kind in carved(data) if kind.name == "ZIP archive"]
    assert found == [(0, None), (len(archive()) - 30, len(archive()))]


def tape() -> bytes:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w", format=tarfile.USTAR_FORMAT) as file:
        for number in range(20):
            item = tarfile.TarInfo(f"name{number}")
            item.size = 100 * number
            file.addfile(item, io.BytesIO(bytes([number]) * item.size))
    return out.getvalue()


def members() -> bytes:
    def member(name: bytes, data: bytes) -> bytes:
        numbers = (1, 0o100644, 0, 0, 1, 0, len(data), 0, 0, 0, 0, len(name) + 1, 0)
        head = b"070701" + b"".join(b"%08X" % number for number in numbers) + name + b"\0"
        head += bytes(-len(head) % 4)
        return head + data + bytes(-len(data) % 4)

    return member(b"etc/name", b"host\n") + member(b"init", b"#!/bin/sh\n" * 9) + member(b"TRAILER!!!", b"")


def pages_of_sound() -> bytes:
    return b"".join(b"OggS\0" + bytes(21) + bytes([2, 255, 7]) + bytes(262) for _ in range(5))


def erase_blocks() -> bytes:
    return (b"UBI#\1" + bytes(16384 - 5)) * 6


@pytest.mark.parametrize(
    ("data", "name", "length", "detail"),
    [
        (tape(), "tar archive", None, "first is name0"),
        (members(), "cpio archive", len(members()), "first is etc/name"),
        (pages_of_sound(), "Ogg stream", 5 * 291, ""),
        (erase_blocks(), "UBI volume", 6 * 16384, "6 blocks of 16 KiB"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_is_made_of_many_like_parts_is_one_thing(data, name, length, detail):
    found = carved(b"\x11" * 777 + data + b"\x11" * 99 + data, window=4096)
    assert [(item.name, item.start, item.detail) for item in found] == [
        (name, 777, detail),
        (name, 777 + len(data) + 99, detail),
    ]
    if length is not None:
        assert found[0].length == length


def test_a_photograph_is_known_by_its_segments():
    head = b"\xff\xd8\xff\xe0\0\x10JFIF\0\1\1\0\0\1\0\1\0\0"
    frame = b"\xff\xc0\0\x0b\x08\0\x20\0\x40\1\1\x11\0"
    scan = b"\xff\xda\0\x08\1\1\0\0\x3f\0"
    assert [(item.name, item.detail) for item in carved(head + frame + scan)] == [("JPEG picture", "64 × 32")]
    assert carved(head + bytes(100)) == []  # the three bytes alone stand in any noise


def test_only_what_is_aligned_is_listed():
    data = png().ljust(512, b"\x11") + b"\x11" + png()
    assert [kind.start for kind in carved(data)] == [0, 513]
    assert [kind.start for kind in carved(data, align=512)] == [0]
    assert carved(data, within=ByteRange(1, 512)) == []


def test_a_thing_that_is_cut_off_has_no_length():
    (found,) = carved(bmp()[:60])
    assert found.length is None


def test_noise_has_little_in_it():
    data = random.Random(5).randbytes(1 << 21)
    assert sum(kind.sure > 0.8 for kind in carved(data, window=1 << 20)) == 0


@given(st.sampled_from(SIGNATURES), st.binary(max_size=300))
def test_no_header_whatever_it_says_breaks_it(item, rest):
    data = bytes(item.at) + item.magic + rest
    for kind in [*named(data), *carved(data)]:
        assert kind.length is None or 0 < kind.length <= len(data) - kind.start


@given(
    st.sampled_from(sorted(MADE)), st.lists(st.tuples(st.integers(0, 4095), st.integers(0, 255)), max_size=6)
)
def test_no_damage_breaks_it(name, flips):
    data = bytearray(MADE[name])
    for at, value in flips:
        data[at % len(data)] = value
    for kind in [*named(bytes(data)), *carved(bytes(data))]:
        assert kind.length is None or 0 < kind.length <= len(data) - kind.start
