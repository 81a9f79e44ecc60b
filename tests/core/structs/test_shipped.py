"""The definitions that come with the program, over files that others made."""

from __future__ import annotations

import json
import re
import shutil
import sqlite3
import struct
import subprocess
import sys
import wave
import zipfile
import zlib
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bytescope.core.structs.parser import parse
from bytescope.core.structs.placed import is_leaf
from bytescope.core.structs.placing import lay
from bytescope.core.structs.shelf import Shelved, fits, shelved, sorted_for
from bytescope.core.structs.telling import rows
from bytescope.core.structs.values import text_of
from bytescope.core.ticket import Ticket
from bytescope.session.analysis.shipped_structures import shipped


def fields(data: bytes, at: int = 0, key: str | None = None) -> dict[str, str]:
    """The values of the definition ``key`` where it fits at ``at``, or of that which fits best, by names."""
    listed = [item for item, magic in sorted_for(shipped(), data[at:]) if magic is not None]
    item = next(item for item in listed if key in (None, item.key))
    shift, magic = fits(item, data[at:])
    assert magic is not None
    order = magic.order or item.order
    read = lambda offset, length: data[offset : offset + length]  # noqa: E731
    laid = lay(parse(item.text).structs[item.root], "", at + shift, order, read, len(data), Ticket())
    assert not laid.notes
    return {
        path: text_of(one, read(one.offset, one.size), order)
        for _, path, one in rows(laid.root)
        if is_leaf(one)
    }


@pytest.mark.parametrize("item", shipped(), ids=lambda item: item.key)
def test_each_says_what_it_is_for(item):
    assert item.root in parse(item.text).structs
    assert item.matches
    assert item.about


@pytest.mark.skipif(shutil.which("readelf") is None, reason="readelf is not installed")
def test_elf_is_what_readelf_says():
    program = sys.executable
    data = Path(program).read_bytes()
    got = fields(data, key="elf64" if data[4] == 2 else "elf32")
    said = subprocess.run(["readelf", "-hlW", program], capture_output=True, text=True, check=True).stdout

    def number(title: str) -> int:
        return int(re.search(rf"{title}:\s+(\w+)", said)[1], 0)

    assert int(got["header.e_entry"]) == number("Entry point address")
    assert int(got["header.e_phnum"]) == number("Number of program headers")
    assert int(got["header.e_shnum"]) == number("Number of section headers")
    assert int(got["header.e_shoff"]) == number("Start of section headers")
    loads = re.findall(r"LOAD\s+(0x\w+)\s+(0x\w+)\s+(0x\w+)\s+(0x\w+)\s+(0x\w+)", said)
    ours = [name for name, text in got.items() if name.endswith("p_type") and text.startswith("PT_LOAD ")]
    parts = ("p_offset", "p_vaddr", "p_paddr", "p_filesz", "p_memsz")
    assert [[int(got[name.replace("p_type", one)]) for one in parts] for name in ours] == [
        [int(text, 16) for text in load] for load in loads
    ]


def test_png_chunks_one_by_one():
    def chunk(kind: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    header = struct.pack(">IIBBBBB", 7, 5, 8, 2, 0, 0, 0)
    data = (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", header)
        + chunk(b"IDAT", zlib.compress(bytes(110)))
        + chunk(b"IEND", b"")
    )
    got = fields(data, key="png")
    assert (got["header.width"], got["header.height"], got["header.colour_type"]) == ("7", "5", "RGB (2)")
    assert [got[f"chunks[{n}].type"] for n in range(2)] == ["IDAT", "IEND"]
    assert int(got["chunks[0].crc"]) == zlib.crc32(b"IDAT" + zlib.compress(bytes(110)))


def test_zip_records(tmp_path):
    with zipfile.ZipFile(tmp_path / "a.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("one.txt", b"one" * 50)
        archive.writestr("folder/two.txt", b"two")
        archive.comment = b"said"
    data = (tmp_path / "a.zip").read_bytes()
    with zipfile.ZipFile(tmp_path / "a.zip") as archive:
        infos = archive.infolist()
    local = fields(data, infos[1].header_offset, "zip-local")
    assert (local["name"], int(local["crc32"])) == ("folder/two.txt", infos[1].CRC)
    end = fields(data, data.rindex(b"PK\5\6"), "zip-end")
    assert [end[f"entries[{n}].name"] for n in range(2)] == ["one.txt", "folder/two.txt"]
    assert [int(end[f"entries[{n}].compressed_size"]) for n in range(2)] == [
        info.compress_size for info in infos
    ]
    assert (end["comment"], end["entries[0].method"]) == ("said", "DEFLATED (8)")


def test_sqlite_header(tmp_path):
    base = sqlite3.connect(tmp_path / "a.db")
    base.execute("pragma page_size = 8192")
    base.execute("pragma user_version = 77")
    base.execute("create table t (x)")
    base.commit()
    base.close()
    got = fields((tmp_path / "a.db").read_bytes(), key="sqlite")
    assert (got["page_size"], got["user_version"], got["text_encoding"]) == ("8192", "77", "UTF8 (1)")
    assert int(got["sqlite_version"]) == sqlite3.sqlite_version_info[0] * 10**6 + (
        sqlite3.sqlite_version_info[1] * 1000 + sqlite3.sqlite_version_info[2]
    )
    assert got["first_page.type"] == "TABLE_LEAF (13)"


def test_wav_header(tmp_path):
    with wave.open(str(tmp_path / "a.wav"), "wb") as sound:
        sound.setnchannels(2)
        sound.setsampwidth(2)
        sound.setframerate(44100)
        sound.writeframes(bytes(400))
    got = fields((tmp_path / "a.wav").read_bytes(), key="wav")
    assert (got["channels"], got["sample_rate"], got["chunks[0].size"]) == ("2", "44100", "400")


def test_disk_with_mbr_and_gpt():
    entry = (
        bytes(range(32)) + struct.pack("<QQQ", 2048, 4095, 4) + "boot".encode("utf-16-le").ljust(72, b"\0")
    )
    header = b"EFI PART" + struct.pack("<IIIIQQQQ", 0x10000, 92, 0, 0, 1, 99, 34, 66) + bytes(16)
    header += struct.pack("<QIII", 2, 4, 128, 0)
    mbr = (
        bytes(446)
        + bytes([0, 0, 2, 0, 0xEE, 0xFF, 0xFF, 0xFF])
        + struct.pack("<II", 1, 99)
        + bytes(48)
        + b"\x55\xaa"
    )
    data = mbr + header.ljust(512, b"\0") + entry + bytes(3 * 128) + bytes(512)
    got = fields(data, 0, "mbr")
    assert (got["partitions[0].type"], got["partitions[0].first_lba"]) == ("GPT_PROTECTIVE (238)", "1")
    assert got["partitions[0].first.sector"] == "2"
    got = fields(data, 512, "gpt")
    assert (got["entries[0].name"], got["entries[0].last_lba"]) == ("boot", "4095")
    assert got["entries[0].attributes"] == "LEGACY_BOOT"
    assert fields(data, 0) == got  # from the begin of the disk it is found as well


def tool(name: str) -> str:
    """Where a program is that only the administrator has in the path; the test is skipped without it."""
    found = shutil.which(name) or shutil.which(name, path="/usr/sbin:/sbin")
    if found is None:
        pytest.skip(f"{name} is not installed")
    return found


def test_a_disk_that_sfdisk_made(tmp_path):
    program, image = tool("sfdisk"), tmp_path / "disk"
    with image.open("wb") as file:
        file.truncate(16 << 20)
    script = 'label: gpt\nsize=2MiB, name="first"\nsize=4MiB, name="zweite ü", type=swap\n'
    subprocess.run([program, "-q", image], input=script, text=True, check=True, capture_output=True)
    said = subprocess.run([program, "--json", image], check=True, capture_output=True, text=True).stdout
    table = json.loads(said)["partitiontable"]
    got = fields(image.read_bytes(), 0)
    for number, partition in enumerate(table["partitions"]):
        first, last = (int(got[f"entries[{number}].{name}_lba"]) for name in ("first", "last"))
        assert (first, last - first + 1) == (partition["start"], partition["size"])
        assert got[f"entries[{number}].name"] == partition["name"]
        assert got[f"entries[{number}].id"].upper() == partition["uuid"]
    assert got["disk_id"].upper() == table["id"]
    assert int(got["first_usable_lba"]) == table["firstlba"]
    assert got["entry_count"] == "128"


def moment(text: str) -> float:
    return datetime.fromisoformat(text).replace(tzinfo=UTC).timestamp()


def test_a_file_system_that_mkfs_made(tmp_path):
    program, image = tool("mkfs.ext4"), tmp_path / "fs"
    name = "8a5e1c9e-2f5c-4c1f-9d42-0123456789ab"
    with image.open("wb") as file:
        file.truncate(8 << 20)
    command = [program, "-q", "-F", "-b", "1024", "-N", "64", "-L", "label", "-U", name, image]
    subprocess.run(command, check=True, capture_output=True)
    got = fields(image.read_bytes()[:4096], 0, "ext4")
    assert got == fields(image.read_bytes()[:4096], 1024, "ext4")
    assert (got["s_volume_name"], got["s_blocks_count_lo"], got["s_inodes_count"]) == ("label", "8192", "64")
    assert got["s_uuid"] == name
    assert abs(image.stat().st_mtime - moment(got["s_mkfs_time"])) < 3600
    assert got["s_state"] == "VALID"
    assert "EXTENTS" in got["s_feature_incompat"]


def test_a_windows_program_of_pip():
    pip = pytest.importorskip("pip")
    program = Path(pip.__file__).parent / "_vendor" / "distlib" / "t64.exe"
    if not program.exists():
        pytest.skip("this pip has no Windows programs")
    data = program.read_bytes()
    got = fields(data, key="pe")
    assert (got["file.signature"], got["file.machine"]) == ("PE", "AMD64 (34404)")
    assert got["optional.magic"] == "PE32_PLUS (523)"
    ends = []
    for number in range(int(got["file.number_of_sections"])):
        name = f"sections[{number}]"
        assert got[f"{name}.name"].startswith(".")
        ends.append(int(got[f"{name}.pointer_to_raw_data"]) + int(got[f"{name}.size_of_raw_data"]))
    assert got["sections[0].name"] == ".text"
    assert ends == sorted(ends)
    assert ends[-1] <= len(data)


HEAD = "// name: Typed\n// offset: {}\n{}struct S {{ uint8 a; }};"


@pytest.mark.parametrize(
    ("head", "shift"),
    [
        (HEAD.format("16", ""), 16),  # nothing tells: where the definition says
        (HEAD.format("0x10", ""), 16),
        (HEAD.format("16", "// match: 0 4142\n"), 16),
        (HEAD.format("4", "// match: 0 4142\n"), 0),  # what would tell is not there: at the place itself
        (HEAD.format("16", "// match: 0 0001\n"), 0),  # it fits at the place itself
        (HEAD.format("-16", ""), 0),
        (HEAD.format("99999999999", ""), 0),
    ],
)
def test_where_a_definition_stands(head, shift):
    data = bytes(range(16)) + b"ABCD"
    item: Shelved = shelved("typed", head)
    assert fits(item, data).shift == shift


def test_superblock_has_its_size():
    (item,) = (item for item in shipped() if item.key == "ext4")
    struct_ = parse(item.text).structs[item.root]
    places = {slot.field.name: slot.offset for slot in struct_.slots}
    assert struct_.size == 1024
    assert {
        name: places[name] for name in ("s_magic", "s_uuid", "s_volume_name", "s_mkfs_time", "s_flags")
    } == {
        "s_magic": 0x38,
        "s_uuid": 0x68,
        "s_volume_name": 0x78,
        "s_mkfs_time": 0x108,
        "s_flags": 0x160,
    }


def test_a_windows_program():
    optional = struct.pack("<HBB", 0x20B, 14, 0).ljust(112, b"\0") + bytes(128)
    file = b"PE\0\0" + struct.pack("<HHIIIHH", 0x8664, 2, 1, 0, 0, len(optional), 0x22)
    names = (b".text", b".data")
    sections = b"".join(name.ljust(8, b"\0") + bytes(28) + struct.pack("<I", 0x60000020) for name in names)
    dos = (b"MZ" + bytes(58) + struct.pack("<I", 128)).ljust(128, b"\0")
    got = fields(dos + file + optional + sections, key="pe")
    assert (got["file.machine"], got["optional.magic"]) == ("AMD64 (34404)", "PE32_PLUS (523)")
    assert [got[f"sections[{n}].name"] for n in range(2)] == [".text", ".data"]
    assert got["sections[0].characteristics"] == "CODE | EXECUTE | READ"
