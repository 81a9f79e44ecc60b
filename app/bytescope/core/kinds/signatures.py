"""The bytes by which files and file systems are known, and what else must hold for them."""

from __future__ import annotations

from typing import NamedTuple

from bytescope.core.kinds import lengths
from bytescope.core.kinds.lengths import Check


class Signature(NamedTuple):
    """``magic`` stands ``at`` bytes behind the thing's start. ``sure``: how likely it is then, 0 to 1."""

    name: str
    ending: str
    magic: bytes
    at: int = 0
    check: Check = lengths.anything
    sure: float = 0.8


ZIP, ZIP_END = b"PK\3\4", b"PK\5\6"

SIGNATURES: tuple[Signature, ...] = (
    Signature("PNG picture", ".png", b"\x89PNG\r\n\x1a\n", check=lengths.png, sure=0.99),
    Signature("JPEG picture", ".jpg", b"\xff\xd8\xff", check=lengths.jpeg, sure=0.95),
    Signature("GIF picture", ".gif", b"GIF89a", check=lengths.gif, sure=0.95),
    Signature("GIF picture", ".gif", b"GIF87a", check=lengths.gif, sure=0.95),
    Signature("BMP picture", ".bmp", b"BM", check=lengths.bmp, sure=0.9),
    Signature("TIFF picture", ".tif", b"II*\0", sure=0.5),
    Signature("TIFF picture", ".tif", b"MM\0*", sure=0.5),
    Signature("RIFF", ".riff", b"RIFF", check=lengths.riff, sure=0.9),
    Signature("ZIP archive", ".zip", ZIP, check=lengths.local_zip, sure=0.9),
    Signature("7-Zip archive", ".7z", b"7z\xbc\xaf\x27\x1c", check=lengths.seven_zip, sure=0.99),
    Signature("RAR archive", ".rar", b"Rar!\x1a\x07", sure=0.99),
    Signature("gzip stream", ".gz", b"\x1f\x8b\x08", check=lengths.gzip, sure=0.7),
    Signature("bzip2 stream", ".bz2", b"BZh", check=lengths.bzip2, sure=0.99),
    Signature("xz stream", ".xz", b"\xfd7zXZ\0", sure=0.99),
    Signature("Zstandard frame", ".zst", b"\x28\xb5\x2f\xfd", sure=0.7),
    Signature("LZ4 frame", ".lz4", b"\x04\x22\x4d\x18", sure=0.7),
    Signature("tar archive", ".tar", b"ustar", 257, lengths.tar, 0.99),
    Signature("cpio archive", ".cpio", b"070701", check=lengths.cpio, sure=0.9),
    Signature("ar archive", ".a", b"!<arch>\n", sure=0.98),
    Signature("RPM package", ".rpm", b"\xed\xab\xee\xdb", sure=0.9),
    Signature("ELF file", ".elf", b"\x7fELF", check=lengths.elf, sure=0.97),
    Signature("PE program", ".exe", b"MZ", check=lengths.pe, sure=0.98),
    Signature("Mach-O file", ".macho", b"\xcf\xfa\xed\xfe", check=lengths.macho, sure=0.9),
    Signature("Mach-O file", ".macho", b"\xce\xfa\xed\xfe", check=lengths.macho, sure=0.9),
    Signature("Java class", ".class", b"\xca\xfe\xba\xbe", check=lengths.java, sure=0.9),
    Signature("Android code", ".dex", b"dex\n", check=lengths.dex, sure=0.97),
    Signature("WebAssembly", ".wasm", b"\0asm\1\0\0\0", sure=0.97),
    Signature("SQLite database", ".sqlite", b"SQLite format 3\0", check=lengths.sqlite, sure=0.99),
    Signature("PDF document", ".pdf", b"%PDF-", sure=0.9),
    Signature("OLE2 document", ".ole", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", sure=0.98),
    Signature("PEM text", ".pem", b"-----BEGIN ", sure=0.8),
    Signature("Ogg stream", ".ogg", b"OggS", check=lengths.ogg, sure=0.9),
    Signature("FLAC sound", ".flac", b"fLaC", sure=0.8),
    Signature("MP4 or QuickTime", ".mp4", b"ftyp", 4, lengths.mp4, 0.85),
    Signature("Matroska or WebM", ".mkv", b"\x1a\x45\xdf\xa3", sure=0.8),
    Signature("pcap capture", ".pcap", b"\xd4\xc3\xb2\xa1\2\0\4\0", sure=0.98),
    Signature("pcap capture", ".pcap", b"\xa1\xb2\xc3\xd4\0\2\0\4", sure=0.98),
    Signature("MBR", ".mbr", b"\x55\xaa", 510, lengths.mbr, 0.8),
    Signature("GPT header", ".gpt", b"EFI PART\0\0\1\0", check=lengths.gpt, sure=0.99),
    Signature("ext file system", ".ext", b"\x53\xef", 1080, lengths.ext, 0.9),
    Signature("XFS file system", ".xfs", b"XFSB\0\0", check=lengths.xfs, sure=0.97),
    Signature("Btrfs file system", ".btrfs", b"_BHRfS_M", 0x10040, sure=0.98),
    Signature("NTFS file system", ".ntfs", b"NTFS    ", 3, lengths.ntfs, 0.97),
    Signature("FAT32 file system", ".fat", b"FAT32   ", 82, lengths.fat, 0.97),
    Signature("FAT16 file system", ".fat", b"FAT16   ", 54, lengths.fat, 0.97),
    Signature("FAT12 file system", ".fat", b"FAT12   ", 54, lengths.fat, 0.97),
    Signature("ISO 9660 image", ".iso", b"\1CD001\1", 32768, lengths.iso, 0.98),
    Signature("Squashfs image", ".squashfs", b"hsqs", check=lengths.squashfs, sure=0.97),
    Signature("Cramfs image", ".cramfs", b"\x45\x3d\xcd\x28", sure=0.7),
    Signature("UBI volume", ".ubi", b"UBI#\1", check=lengths.ubi, sure=0.9),
    Signature("UBIFS file system", ".ubifs", b"\x31\x18\x10\x06", check=lengths.ubifs, sure=0.95),
    Signature("LUKS volume", ".luks", b"LUKS\xba\xbe", sure=0.99),
    Signature("LVM label", ".lvm", b"LABELONE", sure=0.95),
    Signature("Linux swap", ".swap", b"SWAPSPACE2", 4086, sure=0.98),
    Signature("QCOW2 image", ".qcow2", b"QFI\xfb", sure=0.9),
    Signature("VMDK image", ".vmdk", b"KDMV", sure=0.7),
    Signature("VHDX image", ".vhdx", b"vhdxfile", sure=0.98),
    Signature("U-Boot image", ".uimage", b"\x27\x05\x19\x56", check=lengths.uimage, sure=0.97),
    Signature("Device tree", ".dtb", b"\xd0\x0d\xfe\xed", check=lengths.fdt, sure=0.95),
    Signature("Android boot image", ".img", b"ANDROID!", sure=0.98),
    Signature("Android sparse image", ".simg", b"\x3a\xff\x26\xed", check=lengths.sparse_image, sure=0.97),
    Signature("LZMA stream", ".lzma", b"\x5d\0\0", check=lengths.lzma, sure=0.6),
    Signature("TRX firmware", ".trx", b"HDR0", check=lengths.trx, sure=0.95),
    Signature("ROM file system", ".romfs", b"-rom1fs-", check=lengths.romfs, sure=0.98),
    Signature("UEFI firmware volume", ".fv", b"_FVH", 40, lengths.firmware_volume, 0.99),
    Signature("Intel flash descriptor", ".ifd", b"\x5a\xa5\xf0\x0f", 16, sure=0.8),
)
