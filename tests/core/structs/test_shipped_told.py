"""Every field of the shipped definitions that another program tells of as well."""

from __future__ import annotations

import importlib.util
import json
import re
import sqlite3
import struct
import subprocess
import sys
import zipfile
import zlib
from datetime import UTC, datetime
from importlib.resources import files
from pathlib import Path

import pytest

from core.structs.test_shipped import fields, tool

PAGE = 1 << 16


def told(*command: object) -> str:
    """What a program prints; the test is skipped where it is not installed."""
    name, *rest = map(str, command)
    environment = {"LC_ALL": "C", "TZ": "UTC"}
    return subprocess.run(
        [tool(name), *rest], check=True, capture_output=True, text=True, env=environment
    ).stdout


def title(text: str) -> str:
    """What stands behind a title in the lines of a program, by a pattern that begins with it."""
    return rf"^\s*{text}:?\s+(.*?)\s*$"


def number(said: str, text: str) -> int:
    (found, *_) = re.findall(title(text), said, re.MULTILINE)
    return int(found.split()[0], 0)


def small_program(tmp_path: Path, *options: str) -> Path:
    """An executable of the compiler of this machine that needs no library."""
    source, program = tmp_path / "a.c", tmp_path / "program"
    source.write_text("int number = 5; int nothing[99]; void _start(void) {}\n")
    command = [tool("cc"), *options, "-nostdlib", "-static", "-o", program, source]
    if subprocess.run(command, capture_output=True).returncode:
        pytest.skip(f"the compiler makes nothing with {' '.join(options)}")
    return program


@pytest.mark.parametrize("which", ["python", "64", "32"])
def test_elf_headers_segments_and_sections_are_those_of_readelf(tmp_path, which):
    path = Path(sys.executable) if which == "python" else small_program(tmp_path, f"-m{which}")
    data = path.read_bytes()
    if not data.startswith(b"\x7fELF"):
        pytest.skip("this Python is no ELF")
    got, said = fields(data, key="elf64" if data[4] == 2 else "elf32"), told("readelf", "-hlSW", path)
    for name, text in {
        "e_entry": "Entry point address",
        "e_phoff": "Start of program headers",
        "e_shoff": "Start of section headers",
        "e_flags": "Flags",
        "e_ehsize": "Size of this header",
        "e_phentsize": "Size of program headers",
        "e_phnum": "Number of program headers",
        "e_shentsize": "Size of section headers",
        "e_shnum": "Number of section headers",
        "e_shstrndx": "Section header string table index",
        "ei_abiversion": "ABI Version",
    }.items():
        assert int(got[f"header.{name}"]) == number(said, text), name
    assert [int(text.split()[0], 0) for text in re.findall(title("Version"), said, re.MULTILINE)] == [
        int(got["header.ei_version"]),
        int(got["header.e_version"]),
    ]
    (kind,) = re.findall(title("Type"), said, re.MULTILINE)[:1]
    assert got["header.e_type"].startswith(f"ET_{kind.split()[0]} ")
    row = r"^  (\S+)\s+(0x\w+) (0x\w+) (0x\w+) (0x\w+) (0x\w+) (.{3}) (0x\w+)\s*$"
    segments = re.findall(row, said, re.MULTILINE)
    assert len(segments) == int(got["header.e_phnum"])
    parts = ("p_offset", "p_vaddr", "p_paddr", "p_filesz", "p_memsz")
    for at, (type_, *numbers, flags, align) in enumerate(segments):
        name = f"segments[{at}]."
        assert got[f"{name}p_type"].startswith(f"PT_{type_} ")
        assert [int(got[name + part]) for part in parts] == [int(text, 16) for text in numbers]
        letters = {"PF_R": "R", "PF_W": "W", "PF_X": "E"}
        assert {letters[word] for word in got[f"{name}p_flags"].split(" | ") if word in letters} == set(
            flags.replace(" ", "")
        )
        assert int(got[f"{name}p_align"]) == int(align, 16)
    row = (
        r"^  \[\s*(\d+)\] (.*?)\s+(\S+)\s+([0-9a-f]{8,}) ([0-9a-f]{6,}) ([0-9a-f]{6,}) ([0-9a-f]{2,})"
        r"\s+([A-Za-z]*)\s+(\d+)\s+(\d+)\s+(\d+)\s*$"
    )
    sections = re.findall(row, said, re.MULTILINE)
    assert len(sections) == int(got["header.e_shnum"])
    bases = (("sh_addr", 16), ("sh_offset", 16), ("sh_size", 16), ("sh_entsize", 16))
    table = int(got[f"sections[{got['header.e_shstrndx']}].sh_offset"])
    for at, _, type_, *some, flags, link, info, align in [(int(row[0]), *row[1:]) for row in sections]:
        name = f"sections[{at}]."
        assert [int(got[name + part]) for part, _ in bases] == [int(text, 16) for text in some]
        assert [int(got[name + part]) for part in ("sh_link", "sh_info", "sh_addralign")] == [
            int(text) for text in (link, info, align)
        ]
        if "(" in got[f"{name}sh_type"]:
            assert got[f"{name}sh_type"].split()[0].removeprefix("SHT_").removeprefix("GNU_") in (
                type_,
                type_.removeprefix("GNU_"),
            )
        letters = {"SHF_WRITE": "W", "SHF_ALLOC": "A", "SHF_EXECINSTR": "X", "SHF_MERGE": "M"}
        letters |= {"SHF_STRINGS": "S", "SHF_INFO_LINK": "I", "SHF_TLS": "T"}
        ours = {letters[word] for word in got[f"{name}sh_flags"].split(" | ") if word in letters}
        assert ours == set(flags) & set(letters.values())
        start = table + int(got[f"{name}sh_name"])
        assert data[start : data.index(0, start)].decode() == sections[at][1]


WINDOWS = {
    "file.characteristics": "Characteristics",
    "optional.magic": "Magic",
    "optional.major_linker_version": "MajorLinkerVersion",
    "optional.minor_linker_version": "MinorLinkerVersion",
    "optional.size_of_code": "SizeOfCode",
    "optional.size_of_initialized_data": "SizeOfInitializedData",
    "optional.size_of_uninitialized_data": "SizeOfUninitializedData",
    "optional.address_of_entry_point": "AddressOfEntryPoint",
    "optional.base_of_code": "BaseOfCode",
    "optional.section_alignment": "SectionAlignment",
    "optional.file_alignment": "FileAlignment",
    "optional.major_os": "MajorOSystemVersion",
    "optional.minor_os": "MinorOSystemVersion",
    "optional.major_image": "MajorImageVersion",
    "optional.minor_image": "MinorImageVersion",
    "optional.major_subsystem": "MajorSubsystemVersion",
    "optional.minor_subsystem": "MinorSubsystemVersion",
    "optional.win32_version": "Win32Version",
    "optional.size_of_image": "SizeOfImage",
    "optional.size_of_headers": "SizeOfHeaders",
    "optional.check_sum": "CheckSum",
    "optional.subsystem": "Subsystem",
    "optional.dll_characteristics": "DllCharacteristics",
    "optional.sizes.stack_reserve": "SizeOfStackReserve",
    "optional.sizes.stack_commit": "SizeOfStackCommit",
    "optional.sizes.heap_reserve": "SizeOfHeapReserve",
    "optional.sizes.heap_commit": "SizeOfHeapCommit",
    "optional.loader_flags": "LoaderFlags",
    "optional.number_of_rva_and_sizes": "NumberOfRvaAndSizes",
}
DECIMAL = ("Major", "Minor")
FLAGS = {
    "RELOCS_STRIPPED": 1,
    "EXECUTABLE_IMAGE": 2,
    "LINE_NUMS_STRIPPED": 4,
    "LOCAL_SYMS_STRIPPED": 8,
    "LARGE_ADDRESS_AWARE": 0x20,
    "MACHINE_32BIT": 0x100,
    "DEBUG_STRIPPED": 0x200,
    "HIGH_ENTROPY_VA": 0x20,
    "DYNAMIC_BASE": 0x40,
    "NX_COMPAT": 0x100,
    "NO_SEH": 0x400,
    "TERMINAL_SERVER_AWARE": 0x8000,
}


def value(text: str) -> int:
    """The number of a shown value: "5", "NAME (5)", or names of flags."""
    if (found := re.search(r"\((\d+)\)$", text)) is not None:
        return int(found[1])
    return sum(FLAGS[word] if word in FLAGS else int(word, 0) for word in text.split(" | "))


@pytest.mark.parametrize("name", ["t64.exe", "t32.exe"])
def test_windows_programs_are_what_objdump_says(name):
    pip = importlib.util.find_spec("pip")
    path = Path(pip.origin).parent / "_vendor" / "distlib" / name if pip is not None else Path(name)
    if not path.exists():
        pytest.skip("this pip has no Windows programs")
    try:
        said, sections = told("objdump", "-p", path), told("objdump", "-hw", path)
    except subprocess.CalledProcessError:
        pytest.skip("this objdump does not know Windows programs")
    got = fields(path.read_bytes(), key="pe")
    wide = name == "t64.exe"
    for ours, theirs in WINDOWS.items():
        full = ours.replace("sizes.", "sizes_64[0]." if wide else "sizes_32[0].")
        (text,) = re.findall(title(theirs), said, re.MULTILINE)[:1]
        assert value(got[full]) == int(text.split()[0], 10 if theirs.startswith(DECIMAL) else 16), ours
    (base,) = re.findall(title("ImageBase"), said, re.MULTILINE)
    assert int(got["optional.image_base_64" if wide else "optional.image_base_32"]) == int(base, 16)
    entries = re.findall(r"^Entry (\w) (\w+) (\w+)", said, re.MULTILINE)
    assert len(entries) == 16
    for at, address, size in entries:
        entry = f"optional.directories[{int(at, 16)}]."
        assert (int(got[f"{entry}virtual_address"]), int(got[f"{entry}size"])) == (
            int(address, 16),
            int(size, 16),
        )
    listed = re.findall(
        r"^\s*(\d+) (\S+)\s+(\w{8})\s+(\w{8,16})\s+\w{8,16}\s+(\w{8})", sections, re.MULTILINE
    )
    assert len(listed) == int(got["file.number_of_sections"])
    for at, label, _, address, place in listed:
        section = f"sections[{at}]."
        assert got[f"{section}name"] == label
        assert int(got[f"{section}virtual_address"]) + int(base, 16) == int(address, 16)
        assert int(got[f"{section}pointer_to_raw_data"]) == int(place, 16)


@pytest.mark.parametrize("name", ["window-light.png", "window-dark.png"])
def test_chunks_of_a_picture_are_those_of_a_walk(name):
    data = (files("bytescope_data") / "help" / name).read_bytes()
    chunks, at = [], 8
    while at < len(data):
        length, kind = struct.unpack_from(">I4s", data, at)
        (crc,) = struct.unpack_from(">I", data, at + 8 + length)
        assert crc == zlib.crc32(data[at + 4 : at + 8 + length])
        chunks.append((at, length, kind.decode(), crc))
        at += 12 + length
    got = fields(data, key="png")
    wide, high, depth, colour, *rest = struct.unpack_from(">IIBBBBB", data, 16)
    assert [int(got[f"header.{part}"]) for part in ("length", "width", "height", "bit_depth")] == [
        chunks[0][1],
        wide,
        high,
        depth,
    ]
    assert value(got["header.colour_type"]) == colour
    assert [int(got[f"header.{part}"]) for part in ("compression", "filter", "interlace")] == rest
    found = [(got["header.length"], got["header.type"], got["header.crc"])]
    found += [
        tuple(got[f"chunks[{n}].{part}"] for part in ("length", "type", "crc"))
        for n in range(len(chunks) - 1)
    ]
    assert [(int(a), b, int(c)) for a, b, c in found] == [chunk[1:] for chunk in chunks]


def test_an_archive_is_what_zipfile_says(tmp_path):
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w") as archive:
        for n, method in enumerate(
            (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA)
        ):
            info = zipfile.ZipInfo(f"folder/{n}-é.txt", (1999 + n, 12, 31, 23, 59, 58 - 2 * n))
            info.compress_type, info.comment = method, f"comment {n}".encode()
            info.external_attr, info.internal_attr = 0o100644 << 16 | n, n & 1
            info.extra = struct.pack("<HH", 0x4242, n) + bytes(n)
            archive.writestr(info, bytes([n]) * 1000 * n)
        archive.comment = b"the comment"
    data = path.read_bytes()
    with zipfile.ZipFile(path) as archive:
        infos, start = archive.infolist(), archive.start_dir
    got = fields(data, data.rindex(b"PK\5\6"), "zip-end")
    assert [got[name] for name in ("this_disk", "directory_disk", "comment")] == ["0", "0", "the comment"]
    assert int(got["directory_offset"]) == start
    assert int(got["directory_size"]) == data.rindex(b"PK\5\6") - start
    assert int(got["entry_count"]) == int(got["entries_on_this_disk"]) == len(infos)
    at = start
    for n, info in enumerate(infos):
        alone = fields(data, at, "zip-central")
        for entry in ({k: got[f"entries[{n}].{k}"] for k in alone if f"entries[{n}].{k}" in got}, alone):
            assert entry["name"].encode("latin-1").decode("unicode_escape") == info.filename.encode().decode(
                "latin-1"
            )
            assert int(entry["version_made_by"]) == info.create_version | info.create_system << 8
            assert int(entry["version_needed"]) == info.extract_version
            assert int(entry["flags"]) == info.flag_bits
            assert value(entry["method"]) == info.compress_type
            assert entry["modified"] == str(datetime(*info.date_time))
            assert int(entry["crc32"]) == info.CRC
            assert int(entry["compressed_size"]) == info.compress_size
            assert int(entry["size"]) == info.file_size
            assert int(entry["extra_length"]) == len(info.extra)
            assert entry["comment"] == info.comment.decode()
            assert int(entry["internal_attributes"]) == info.internal_attr
            assert int(entry["external_attributes"]) == info.external_attr
            assert int(entry["local_header_offset"]) == info.header_offset
        at += 46 + sum(int(alone[f"{name}_length"]) for name in ("name", "extra", "comment"))
        local = fields(data, info.header_offset, "zip-local")
        assert int(local["crc32"]) == info.CRC
        assert int(local["compressed_size"]) == info.compress_size
        assert int(local["size"]) == info.file_size
        assert value(local["method"]) == info.compress_type
        assert local["modified"] == str(datetime(*info.date_time))
    assert at == start + int(got["directory_size"])


def test_a_table_of_partitions_is_what_sfdisk_says(tmp_path):
    image = tmp_path / "disk"
    with image.open("wb") as file:
        file.truncate(64 << 20)
    script = "label: dos\nlabel-id: 0xcafe1234\nsize=2MiB, type=c, bootable\nsize=4MiB, type=83\n"
    script += "size=8MiB, type=82\n"
    program = tool("sfdisk")
    subprocess.run([program, "-q", image], input=script, text=True, check=True, capture_output=True)
    table = json.loads(told("sfdisk", "--json", image))["partitiontable"]
    got = fields(image.read_bytes()[:512], key="mbr")
    assert int(got["disk_signature"]) == int(table["id"], 16)
    assert len(table["partitions"]) == 3
    for n, partition in enumerate(table["partitions"]):
        name = f"partitions[{n}]."
        assert int(got[f"{name}first_lba"]) == partition["start"]
        assert int(got[f"{name}sector_count"]) == partition["size"]
        assert value(got[f"{name}type"]) == int(partition["type"], 16)
        assert int(got[f"{name}status"]) == (0x80 if partition.get("bootable") else 0)
    assert got["partitions[3].type"] == "EMPTY (0)"


EXT = {
    "s_inodes_count": "Inode count",
    "s_blocks_count_lo": "Block count",
    "s_r_blocks_count_lo": "Reserved block count",
    "s_free_blocks_count_lo": "Free blocks",
    "s_free_inodes_count": "Free inodes",
    "s_first_data_block": "First block",
    "s_desc_size": "Group descriptor size",
    "s_reserved_gdt_blocks": "Reserved GDT blocks",
    "s_blocks_per_group": "Blocks per group",
    "s_inodes_per_group": "Inodes per group",
    "s_mnt_count": "Mount count",
    "s_checkinterval": "Check interval",
    "s_def_resuid": "Reserved blocks uid",
    "s_def_resgid": "Reserved blocks gid",
    "s_first_ino": "First inode",
    "s_inode_size": "Inode size",
    "s_min_extra_isize": "Required extra isize",
    "s_want_extra_isize": "Desired extra isize",
    "s_journal_inum": "Journal inode",
    "s_checksum": "Checksum",
    "s_rev_level": "Filesystem revision #",
    "s_magic": "Filesystem magic number",
}
NAMED = {"extent": "EXTENTS", "64bit": "BITS_64", "large_dir": "LARGEDIR", "uninit_bg": "GDT_CSUM"}


@pytest.mark.parametrize(("kind", "block"), [("ext4", 1024), ("ext4", 4096), ("ext2", 1024)])
def test_a_superblock_is_what_dumpe2fs_says(tmp_path, kind, block):
    image = tmp_path / "fs"
    with image.open("wb") as file:
        file.truncate(16 << 20)
    told("mkfs.ext4", "-q", "-F", "-t", kind, "-b", block, "-L", "a label", "-M", "/mnt/here", image)
    said, got = told("dumpe2fs", "-h", image), fields(image.read_bytes()[:4096], key="ext4")
    for ours, theirs in EXT.items():
        if re.search(title(theirs), said, re.MULTILINE):
            assert int(got[ours]) == number(said, f"{re.escape(theirs)}:"), ours
        else:
            assert kind == "ext2", theirs  # which has no journal, and no descriptors of a size of their own
    assert 1024 << int(got["s_log_block_size"]) == number(said, "Block size") == block
    assert int(got["s_max_mnt_count"]) == number(said, "Maximum mount count") % 0x10000
    for ours, theirs in (
        ("s_volume_name", "Filesystem volume name"),
        ("s_last_mounted", "Last mounted on"),
        ("s_uuid", "Filesystem UUID"),
    ):
        assert got[ours] == re.findall(title(theirs), said, re.MULTILINE)[0]
    for ours, theirs in (
        ("s_mkfs_time", "Filesystem created"),
        ("s_wtime", "Last write time"),
        ("s_lastcheck", "Last checked"),
    ):
        (text,) = re.findall(title(theirs), said, re.MULTILINE)
        when = datetime.strptime(text, "%a %b %d %H:%M:%S %Y").replace(tzinfo=UTC)
        assert got[ours] == when.strftime("%Y-%m-%d %H:%M:%S")
    (features,) = re.findall(title("Filesystem features"), said, re.MULTILINE)
    ours = [got[f"s_feature_{name}"] for name in ("compat", "incompat", "ro_compat")]
    words = {word for text in ours for word in text.split(" | ")} - {"0x0"}
    assert words == {NAMED.get(word, word.upper()) for word in features.split()}
    assert (got["s_state"], got["s_errors"], got["s_creator_os"]) == ("VALID", "CONTINUE (1)", "LINUX (0)")
    if seed := re.findall(title("Directory Hash Seed"), said, re.MULTILINE):
        raw = b"".join(int(got[f"s_hash_seed[{n}]"]).to_bytes(4, "little") for n in range(4))
        assert raw.hex() == seed[0].replace("-", "")


@pytest.mark.parametrize("encoding", ["UTF-8", "UTF-16le", "UTF-16be"])
def test_the_header_of_a_database_is_what_its_pragmas_say(tmp_path, encoding):
    path = tmp_path / "a.db"
    base = sqlite3.connect(path, isolation_level=None)
    for line in (
        f"pragma encoding = '{encoding}'",
        "pragma page_size = 65536" if encoding == "UTF-8" else "pragma page_size = 512",
        "pragma auto_vacuum = 2",
        "create table t (x)",
        "create table u (x)",
        "insert into u values (zeroblob(200000))",
        "drop table u",
        "pragma user_version = 77",
        "pragma application_id = 0x42594245",
        "pragma default_cache_size = 123",
    ):
        base.execute(line)
    names = ("page_size", "page_count", "freelist_count", "schema_version", "user_version", "application_id")
    (size, count, free, cookie, user, own) = (base.execute(f"pragma {name}").fetchone()[0] for name in names)
    base.close()
    got = fields(path.read_bytes(), key="sqlite")
    assert int(got["page_size"]) == (
        1 if size == PAGE else size
    )  # 65536 does not fit: its file format says 1
    assert [int(got[name]) for name in ("page_count", "freelist_pages", "schema_cookie")] == [
        count,
        free,
        cookie,
    ]
    assert free > 0
    assert [int(got[name]) for name in ("user_version", "application_id")] == [user, own]
    assert got["text_encoding"].startswith(encoding.replace("-", "").upper())
    assert (int(got["largest_root_page"]) > 0, got["incremental_vacuum"]) == (True, "1")
    assert int(got["default_cache_size"]) == 123
    assert got["version_valid_for"] == got["change_counter"]
    assert got["magic"] == "SQLite format 3"
