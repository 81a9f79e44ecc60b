"""How long a thing is by its own headers, and whether these make sense at all. All of it is untrusted."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Callable
from typing import NamedTuple

from bytescope.core.text.formats import plural, size_text

Read = Callable[[int, int], bytes]
"""``read(at, length)``: bytes from the thing's start on; fewer where the document ends."""

MOST_PARTS = 20_000
"""Chunks of a thing that are walked through."""

MOST_LENGTH = 1 << 62
MOST_JPEG = 1000
_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
"""Markers of JPEG segments that begin with the size of the picture."""


class Told(NamedTuple):
    """``length`` in bytes, None where the format does not say; ``detail`` for people.

    ``at``: the thing begins so many bytes behind the start that was looked at. ``walked``: up to there its
    parts were looked at, which begin like things of their own.
    """

    length: int | None = None
    detail: str = ""
    at: int = 0
    walked: int = 0


Check = Callable[[Read], Told | None]
"""None: the bytes only look like it. ``struct.error`` (cut off) means the same."""


_ELF_MACHINES = {
    2: "SPARC",
    3: "x86",
    4: "68000",
    8: "MIPS",
    20: "PowerPC",
    21: "PowerPC",
    22: "S/390",
    40: "ARM",
    43: "SPARC",
    62: "x86-64",
    94: "Xtensa",
    183: "AArch64",
    243: "RISC-V",
    247: "eBPF",
}
_PE_MACHINES = {0x14C: "x86", 0x8664: "x86-64", 0x1C0: "ARM", 0x1C4: "ARM", 0xAA64: "AArch64", 0xEBC: "EFI"}
_SQUASHED = {1: "gzip", 2: "LZMA", 3: "LZO", 4: "xz", 5: "LZ4", 6: "Zstandard"}
_PACKED = {1: "gzip", 2: "bzip2", 3: "LZMA", 4: "LZO", 5: "LZ4", 6: "Zstandard"}
_UIMAGES = {
    1: "program",
    2: "kernel",
    3: "RAM disk",
    4: "several images",
    5: "firmware",
    6: "script",
    7: "file system",
    8: "device tree",
}
_XFS_BLOCKS = tuple(1 << shift for shift in range(9, 17))


def _text(data: bytes) -> str:
    """A name that ends with 00 or where its field ends."""
    return data.split(b"\0")[0].decode("utf-8", "replace")


def _u(read: Read, at: int, form: str) -> int:
    number: int = struct.unpack(form, read(at, struct.calcsize(form)))[0]
    return number


def png(read: Read) -> Told | None:
    if read(12, 4) != b"IHDR":
        return None
    width, height = struct.unpack(">II", read(16, 8))
    at, detail = 8, f"{width:,} × {height:,}"
    for _ in range(MOST_PARTS):
        length, kind = struct.unpack(">I4s", read(at, 8))
        if length > 0x7FFFFFFF or not kind.isalpha():
            return Told(None, detail)
        at += length + 12
        if kind == b"IEND":
            return Told(at, detail)
    return Told(None, detail)


def gif(read: Read) -> Told | None:
    width, height, flags = struct.unpack("<HHB", read(6, 5))
    detail = f"{width:,} × {height:,}"
    at = 13 + (3 << (flags & 7) + 1 if flags & 0x80 else 0)
    for _ in range(MOST_PARTS):
        kind = read(at, 1)
        if kind == b";":
            return Told(at + 1, detail)
        if kind == b"!":
            at += 2
        elif kind == b",":
            local = _u(read, at + 9, "B")
            at += 11 + (3 << (local & 7) + 1 if local & 0x80 else 0)
        else:
            return Told(None, detail)
        for _ in range(MOST_PARTS):
            size = _u(read, at, "B")
            at += size + 1
            if not size:
                break
    return Told(None, detail)


def bmp(read: Read) -> Told | None:
    size, reserved, start, header = struct.unpack("<IIII", read(2, 16))
    width, height, planes, depth = struct.unpack("<iiHH", read(18, 12))
    if header not in (40, 52, 56, 64, 108, 124) or reserved or planes != 1:
        return None
    if depth not in (1, 2, 4, 8, 16, 24, 32) or not 0 < width < 1 << 20 or not 14 + header <= start <= size:
        return None
    return Told(size, f"{width:,} × {abs(height):,}, {depth} bits")


def riff(read: Read) -> Told | None:
    size, kind = struct.unpack("<I4s", read(4, 8))
    names = {b"WAVE": "WAV sound", b"AVI ": "AVI video", b"WEBP": "WebP picture", b"sfbk": "SoundFont"}
    if not all(0x20 <= value < 0x7F for value in kind):
        return None
    return Told(size + 8, names.get(kind, "RIFF"))


def jpeg(read: Read) -> Told | None:
    """Walks the segments up to the picture's data, whose end no header tells."""
    at, detail = 2, ""
    for _ in range(MOST_JPEG):
        sign, marker, length = struct.unpack(">BBH", read(at, 4))
        if sign != 0xFF or marker < 0xC0 or 0xD0 <= marker <= 0xD9 or length < 2:
            return None
        if marker in _FRAMES:
            height, width = struct.unpack(">HH", read(at + 5, 4))
            detail = f"{width:,} × {height:,}"
        if marker == 0xDA:
            return Told(None, detail) if detail else None
        at += length + 2
    return None


def gzip(read: Read) -> Told | None:
    flags, _, extra, system = struct.unpack("<BIBB", read(3, 7))
    if flags & 0xE0 or extra not in (0, 2, 4) or not (system <= 13 or system == 255):
        return None
    return Told(None, _text(read(10, 100)) if flags & 0x0C == 0x08 else "")  # the name, where it comes first


def bzip2(read: Read) -> Told | None:
    return Told() if read(3, 1) in b"123456789" and read(4, 6) == b"1AY&SY" else None


def seven_zip(read: Read) -> Told | None:
    first, size = struct.unpack("<QQ", read(12, 16))
    return Told(32 + first + size) if first + size < MOST_LENGTH else None


def local_zip(read: Read) -> Told | None:
    version, _, method = struct.unpack("<HHH", read(4, 6))
    name = read(30, min(200, _u(read, 26, "<H"))).decode("utf-8", "replace")
    if version & 0xFF > 63 or method > 99:
        return None
    return Told(None, f"first is {name}" if name else "")


def elf(read: Read) -> Told | None:
    wide, order, version = struct.unpack("BBB", read(4, 3))
    if wide not in (1, 2) or order not in (1, 2) or version != 1:
        return None
    sign = "<" if order == 1 else ">"
    kind, machine = struct.unpack(sign + "HH", read(16, 4))
    form, at = (sign + "QQ", 32) if wide == 2 else (sign + "II", 28)
    programs, sections = struct.unpack(form, read(at, struct.calcsize(form)))
    size, count, row, rows = struct.unpack(sign + "HHHH", read(54 if wide == 2 else 42, 8))
    end = max(sections + row * rows, programs + size * count)
    names = {1: "object", 2: "program", 3: "shared object or program", 4: "core dump"}
    for number in range(min(count, 512)):
        row_at = programs + number * size
        if wide == 2:
            offset, length = _u(read, row_at + 8, sign + "Q"), _u(read, row_at + 32, sign + "Q")
        else:
            offset, length = _u(read, row_at + 4, sign + "I"), _u(read, row_at + 16, sign + "I")
        end = max(end, offset + length)
    made_for = _ELF_MACHINES.get(machine, f"machine {machine}")
    detail = f"{names.get(kind, 'other')}, {made_for}, {32 * wide} bits"
    return Told(end if 52 <= end < MOST_LENGTH else None, detail)


def pe(read: Read) -> Told | None:
    at = _u(read, 60, "<I")
    if at > 1 << 20 or read(at, 4) != b"PE\0\0":
        return None
    machine, count = struct.unpack("<HH", read(at + 4, 4))
    table = at + 24 + _u(read, at + 20, "<H")
    end = 0
    for number in range(min(count, 96)):
        size, start = struct.unpack("<II", read(table + 40 * number + 16, 8))
        end = max(end, start + size)
    name = _PE_MACHINES.get(machine, f"machine 0x{machine:04X}")
    return Told(end or None, f"{name}, {plural(count, 'section')}")


def sqlite(read: Read) -> Told | None:
    size = _u(read, 16, ">H")
    size = 65536 if size == 1 else size
    if size < 512 or size & size - 1:
        return None
    pages = _u(read, 28, ">I")
    return Told(size * pages or None, f"{plural(pages, 'page')} of {size:,} bytes")


def ext(read: Read) -> Told | None:
    inodes, low = struct.unpack("<II", read(1024, 8))
    shift, revision = _u(read, 1024 + 24, "<I"), _u(read, 1024 + 76, "<I")
    state, creator = _u(read, 1024 + 58, "<H"), _u(read, 1024 + 72, "<I")
    if shift > 6 or revision > 1 or creator > 4 or state > 7 or not low or not inodes:
        return None
    if group := _u(read, 1024 + 90, "<H"):
        return Told(1024, f"copy of the superblock, in block group {group:,}", at=1024)
    incompatible = _u(read, 1024 + 96, "<I")
    high = _u(read, 1024 + 336, "<I") if incompatible & 0x80 else 0
    journal = _u(read, 1024 + 92, "<I") & 4
    name = "ext4" if incompatible & 0x2C0 else "ext3" if journal else "ext2"
    label = _text(read(1024 + 120, 16))
    blocks = high << 32 | low
    return Told(blocks << 10 + shift, f"{name}{f' “{label}”' if label else ''}, {blocks:,} blocks")


def xfs(read: Read) -> Told | None:
    """``xfs_dsb``: the primary superblock is not "in progress", those of the other groups stay so."""
    size, blocks = struct.unpack(">IQ", read(4, 12))
    groups, copy = _u(read, 88, ">I"), _u(read, 126, "B")
    if size not in _XFS_BLOCKS or not blocks or not groups or copy > 1:
        return None
    label = _text(read(108, 12))
    detail = f"{f'“{label}”, ' if label else ''}{plural(blocks, 'block')} in {plural(groups, 'group')}"
    return Told(None, f"copy of the superblock: {detail}") if copy else Told(size * blocks, detail)


def squashfs(read: Read) -> Told | None:
    inodes, packed, size = _u(read, 4, "<I"), _u(read, 20, "<H"), _u(read, 40, "<Q")
    if not 96 <= size < MOST_LENGTH or _u(read, 28, "<H") != 4:
        return None
    how = _SQUASHED.get(packed, f"packing {packed}")
    return Told((size + 4095) // 4096 * 4096, f"{how}, {plural(inodes, 'inode')}")


def lzma(read: Read) -> Told | None:
    """The header of LZMA alone is hardly one: what packers write, and the 00 with which the data begins."""
    window, length, first = struct.unpack("<IQB", read(1, 13))
    if window < 1 << 16 or window > 1 << 28 or window & window - 1 or first:
        return None
    if length != (1 << 64) - 1 and not 0 < length < 1 << 32:
        return None
    return Told(None, "" if length >> 63 else f"unpacked {size_text(length)}")


def trx(read: Read) -> Told | None:
    length, _, _, version = struct.unpack("<IIHH", read(4, 12))
    return Told(length) if 28 <= length <= 1 << 28 and version in (1, 2) else None


def romfs(read: Read) -> Told | None:
    return Told(_u(read, 8, ">I"), _text(read(16, 64)))


def sparse_image(read: Read) -> Told | None:
    major, _, head, _, size, blocks = struct.unpack("<HHHHII", read(4, 16))
    if major != 1 or head < 28 or size % 4:
        return None
    return Told(None, f"{plural(blocks, 'block')} of {size:,} bytes when unpacked")


def firmware_volume(read: Read) -> Told | None:
    """``EFI_FIRMWARE_VOLUME_HEADER``: its 16-bit words add up to 0."""
    length, head = _u(read, 32, "<Q"), _u(read, 48, "<H")
    if not 56 <= head <= 4096 or head % 2 or not head <= length < 1 << 32:
        return None
    return None if sum(struct.unpack(f"<{head // 2}H", read(0, head))) & 0xFFFF else Told(length)


def fdt(read: Read) -> Told | None:
    size, version = _u(read, 4, ">I"), _u(read, 20, ">I")
    return Told(size, f"version {version}") if 40 <= size <= 1 << 28 and version <= 32 else None


def uimage(read: Read) -> Told | None:
    """``image_header`` of U-Boot; its checksum is taken with the checksum's own bytes as 00."""
    head = read(0, 64)
    if zlib.crc32(head[:4] + bytes(4) + head[8:64]) != _u(read, 4, ">I"):
        return Told(None, "its header has another checksum")
    kind, packed = struct.unpack("BB", read(30, 2))
    words = (_text(head[32:]), _UIMAGES.get(kind, ""), _PACKED.get(packed, ""))
    return Told(64 + _u(read, 12, ">I"), ", ".join(word for word in words if word))


def dex(read: Read) -> Told | None:
    return Told(_u(read, 32, "<I")) if read(7, 1) == b"\0" and read(4, 3).isdigit() else None


def mp4(read: Read) -> Told | None:
    at, kinds = 0, []
    for _ in range(MOST_PARTS):
        head = read(at, 8)
        if len(head) < 8:
            break
        size, kind = struct.unpack(">I4s", head)
        size = _u(read, at + 8, ">Q") if size == 1 else size
        if size < 8 or size > MOST_LENGTH or not kind.isalnum():
            break
        kinds.append(kind)
        at += size
    if not kinds:
        return None
    return Told(at if b"moov" in kinds else None, read(8, 4).decode("ascii", "replace"))


def java(read: Read) -> Told | None:
    major, count = _u(read, 6, ">H"), _u(read, 8, ">H")
    return Told(None, f"version {major}") if 45 <= major <= 90 and count > 1 else None


def mbr(read: Read) -> Told | None:
    kinds = [read(446 + 16 * n, 16) for n in range(4)]
    used = [row for row in kinds if row[4]]
    if not used or any(row[0] not in (0, 0x80) for row in kinds):
        return None
    if any(not struct.unpack_from("<I", row, 12)[0] for row in used):
        return None
    guard = any(row[4] == 0xEE for row in used)
    return Told(512, "protective, for a GPT" if guard else plural(len(used), "partition"))


def gpt(read: Read) -> Told | None:
    """The header; its checksum is taken with the checksum's own bytes as 00."""
    size, count, here = _u(read, 12, "<I"), _u(read, 80, "<I"), _u(read, 24, "<Q")
    if size not in range(92, 513) or count > 65536:
        return None
    head = read(0, size)
    right = zlib.crc32(head[:16] + bytes(4) + head[20:]) == _u(read, 16, "<I")
    which = "the first" if here == 1 else "the copy at the end"
    return Told(512, which if right else f"{which}, its checksum is another")


def ntfs(read: Read) -> Told | None:
    size, sectors = _u(read, 11, "<H"), _u(read, 40, "<Q")
    return Told((sectors + 1) * size) if size in (512, 1024, 2048, 4096) and sectors < 1 << 50 else None


def fat(read: Read) -> Told | None:
    size, few, many = _u(read, 11, "<H"), _u(read, 19, "<H"), _u(read, 32, "<I")
    if size not in (512, 1024, 2048, 4096) or read(510, 2) != b"\x55\xaa":
        return None
    return Told((few or many) * size)


def iso(read: Read) -> Told | None:
    label = read(32768 + 40, 32).decode("ascii", "replace").strip()
    return Told(_u(read, 32768 + 80, "<I") * 2048, label)


def tar(read: Read) -> Told | None:
    digits = read(148, 8).strip(b" \0")
    name = read(0, 100).split(b"\0")[0].decode("utf-8", "replace")
    if not digits or any(value not in b"01234567" for value in digits):
        return None
    block = read(0, 512)
    if int(digits, 8) != sum(block) - sum(block[148:156]) + 256:
        return None
    at, detail = 0, f"first is {name}"
    for _ in range(MOST_PARTS):
        block = read(at, 512)
        if block == bytes(512) and read(at + 512, 512) == block:
            return Told(at + 1024, detail, walked=at)
        if block[257:262] != b"ustar" or len(block) < 512:
            break
        size = block[124:136]
        large = size[0] & 0x80  # as GNU tar writes 8 GiB and more
        at += (
            512 + (int.from_bytes(size[4:], "big") if large else int(size.strip(b" \0") or b"0", 8)) + 511
            & -512
        )
    return Told(None, detail, walked=at)


def cpio(read: Read) -> Told | None:
    """Files in turn, each a header of 110 digits (``newc``), its name and its bytes, up to "TRAILER!!!"."""
    at, detail = 0, ""
    for _ in range(MOST_PARTS):
        head = read(at, 110)
        if head[:5] != b"07070" or len(head) < 110:
            break
        size, named = int(head[54:62], 16), int(head[94:102], 16)
        name = read(at + 110, min(named, 200)).split(b"\0")[0].decode("utf-8", "replace")
        detail = detail or f"first is {name}"
        at += (110 + named + 3 & -4) + (size + 3 & -4)
        if name == "TRAILER!!!":
            return Told(at, detail, walked=at)
    return Told(None, detail, walked=at) if at else None


def ogg(read: Read) -> Told | None:
    """Pages in turn; the first of a stream says so."""
    if read(4, 1) != b"\0":
        return None
    at = 0
    for _ in range(MOST_PARTS):
        head = read(at, 27)
        if head[:5] != b"OggS\0" or len(head) < 27:
            return Told(at or None, walked=at)
        at += 27 + head[26] + sum(read(at + 27, head[26]))
    return Told(None, walked=at)


def ubi(read: Read) -> Told | None:
    """Erase blocks in turn, each of which begins with the same four letters."""
    block = next((1 << shift for shift in range(14, 23) if read(1 << shift, 4) == b"UBI#"), 0)
    if not block:
        return Told()
    count = next((n for n in range(1, MOST_PARTS) if read(n * block, 4) != b"UBI#"), MOST_PARTS)
    return Told(count * block, f"{plural(count, 'block')} of {size_text(block)}", walked=count * block)


def ubifs(read: Read) -> Told | None:
    """The superblock, one node of many: ``ubifs_sb_node``."""
    length, kind = struct.unpack("<IB", read(16, 5))
    return Told() if length == 4096 and kind == 6 else None


def macho(read: Read) -> Told | None:
    kind = _u(read, 12, "<I")
    return Told(None, f"file type {kind}") if 1 <= kind <= 12 else None


def anything(read: Read) -> Told | None:
    return Told()
