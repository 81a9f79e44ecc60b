"""Which machine the code of a file is for, and at which address it runs: as an ELF or PE header says."""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from bytescope.core.document.snapshot import Snapshot

HEAD = 4096
MOST_PARTS = 4096
"""Segments or sections of a file that are looked at."""

_ELF = {
    3: ("x86-32", "x86-32"),
    62: ("x86-64", "x86-64"),
    40: ("arm", "arm-be"),
    183: ("aarch64", "aarch64"),
    8: ("mips-le", "mips"),
    20: ("ppc-le", "ppc"),
    21: ("ppc64-le", "ppc64"),
    243: ("riscv32", "riscv32"),
    2: ("sparc", "sparc"),
    43: ("sparc", "sparc"),
    22: ("s390x", "s390x"),
    4: ("m68k", "m68k"),
    247: ("bpf", "bpf"),
}
"""e_machine → keys for little and big endian (ELF, figure 1-4 and the list of registered values)."""

_PE = {
    0x14C: "x86-32",
    0x8664: "x86-64",
    0x1C0: "arm",
    0x1C2: "thumb",
    0x1C4: "thumb",
    0xAA64: "aarch64",
    0x166: "mips-le",
    0x1F0: "ppc-le",
    0x5032: "riscv32",
    0x5064: "riscv64",
}
"""Machine types of the COFF header (PE format, "Machine types")."""


class Mapped(NamedTuple):
    """Bytes of the file from ``start`` up to ``end`` run at ``address`` and on."""

    start: int
    end: int
    address: int


class Guess(NamedTuple):
    """``machine`` is a key; ``entry`` is the offset of the first instruction, where that is known."""

    machine: str
    why: str
    mapped: tuple[Mapped, ...] = ()
    entry: int | None = None

    def address(self, offset: int) -> int | None:
        """Where the byte at ``offset`` runs; None where the file does not say."""
        for part in self.mapped:
            if part.start <= offset < part.end:
                return part.address + offset - part.start
        return None

    def stretch(self, offset: int) -> tuple[int | None, int]:
        """Up to where the bytes from ``offset`` on run one behind the other (None: as far as there are any),
        and at which address the document's first byte would run then; 0 where the file does not say.
        """
        for part in self.mapped:
            if part.start <= offset < part.end:
                return part.end, part.address - part.start
        return min((part.start for part in self.mapped if part.start > offset), default=None), 0


def guess(snapshot: Snapshot) -> Guess | None:
    """What the header at the start of the document says; None where there is none that is known."""
    head = snapshot.read(0, min(HEAD, snapshot.size)).data
    try:
        if head[:4] == b"\x7fELF":
            return _of_elf(snapshot, head)
        if head[:2] == b"MZ":
            return _of_pe(snapshot, head)
    except struct.error:
        return None  # cut off
    return None


def _of_elf(snapshot: Snapshot, head: bytes) -> Guess | None:
    wide, order = head[4] == 2, ">" if head[5] == 2 else "<"
    machine = struct.unpack_from(order + "H", head, 18)[0]
    if machine not in _ELF or head[4] not in (1, 2):
        return None
    key = _ELF[machine][order == ">"]
    if key == "riscv32" and wide:
        key = "riscv64"
    if machine == 8 and wide:
        key = "mips64" if order == ">" else "mips64-le"
    form = order + ("QQQ" if wide else "III")
    entry, table, _ = struct.unpack_from(form, head, 24)
    size, count = struct.unpack_from(order + "HH", head, 54 if wide else 42)
    mapped = tuple(_segments(_table(snapshot, table, size, count), size, order, wide))
    at = next((m.start + entry - m.address for m in mapped if 0 <= entry - m.address < m.end - m.start), None)
    if machine == 40 and entry & 1:
        key = "thumb"
        at = at - 1 if at is not None else None
    return Guess(key, f"the ELF header says machine {machine}", mapped, at)


def _table(snapshot: Snapshot, at: int, size: int, count: int) -> bytes:
    """The rows of a table in the file, as many as there are and as may be looked at."""
    length = min(size * min(count, MOST_PARTS), snapshot.size - at)
    return snapshot.read(at, length).data if at > 0 and length > 0 else b""


def _segments(table: bytes, size: int, order: str, wide: bool) -> list[Mapped]:
    found = []
    for at in range(0, len(table) - size + 1, size) if size >= (56 if wide else 32) else ():
        if wide:
            kind, _, offset, address, _, length = struct.unpack_from(order + "IIQQQQ", table, at)
        else:
            kind, offset, address, _, length = struct.unpack_from(order + "IIIII", table, at)
        if kind == 1 and length:  # PT_LOAD
            found.append(Mapped(offset, offset + length, address))
    return found


def _of_pe(snapshot: Snapshot, head: bytes) -> Guess | None:
    (at,) = struct.unpack_from("<I", head, 60)
    if at + 24 > len(head) or head[at : at + 4] != b"PE\0\0":
        return Guess("x86-16", "the file begins as a DOS program does")
    machine, sections = struct.unpack_from("<HH", head, at + 4)
    (optional,) = struct.unpack_from("<H", head, at + 20)
    key = _PE.get(machine)
    if key is None:
        return None
    (entry,) = struct.unpack_from("<I", head, at + 40)
    plus = struct.unpack_from("<H", head, at + 24)[0] == 0x20B
    base = struct.unpack_from("<Q" if plus else "<I", head, at + (48 if plus else 52))[0]
    rows = _table(snapshot, at + 24 + optional, 40, sections)
    mapped = []
    for row in range(0, len(rows) - 39, 40):
        _, address, length, start = struct.unpack_from("<IIII", rows, row + 8)
        if length and start:
            mapped.append(Mapped(start, start + length, base + address))
    run = base + entry
    found = next((m.start + run - m.address for m in mapped if 0 <= run - m.address < m.end - m.start), None)
    return Guess(key, f"the PE header says machine 0x{machine:04X}", tuple(mapped), found)
