"""Machine code: known bytes, every byte once whatever they are, against objdump, headers that say which."""

from __future__ import annotations

import random
import re
import shutil
import struct
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bytescope.core.code.disassembling import disassemble, line
from bytescope.core.code.guessing import guess
from bytescope.core.code.machines import MACHINES, machine_named
from bytescope.core.document.document import Document
from bytescope.core.errors import Cancelled, InputError
from bytescope.core.ranges import ByteRange
from bytescope.core.ticket import Ticket
from helpers.searching import Holed

KNOWN = {
    "x86-16": ("cd21", "int 0x21"),
    "x86-32": ("5589e5", "push ebp; mov ebp, esp"),
    "x86-64": ("554889e5c3", "push rbp; mov rbp, rsp; ret"),
    "arm": ("0100a0e1", "mov r0, r1"),
    "arm-be": ("e1a00001", "mov r0, r1"),
    "thumb": ("7047", "bx lr"),
    "thumb-be": ("4770", "bx lr"),
    "cortex-m": ("7047", "bx lr"),
    "aarch64": ("c0035fd6", "ret"),
    "mips": ("03e00008", "jr $ra"),
    "mips-le": ("0800e003", "jr $ra"),
    "ppc": ("4e800020", "blr"),
    "ppc64-le": ("2000804e", "blr"),
    "riscv64": ("67800000", "ret"),
    "sparc": ("01000000", "nop"),
    "s390x": ("07fe", "br %r14"),
    "6502": ("ea", "nop"),
}


def decoded(data: bytes, key: str, base: int = 0, **how):
    snapshot = Document(Holed(data)).snapshot()
    within = how.pop("within", ByteRange(0, len(data)))
    parts = disassemble(snapshot, within, MACHINES[key], base, Ticket(), **how)
    return [item for part in parts for item in part]


def words(items) -> str:
    return "; ".join(f"{item.mnemonic} {item.operands}".strip() for item in items)


@pytest.mark.parametrize("key", KNOWN)
def test_known_bytes(key: str):
    code, wanted = KNOWN[key]
    assert words(decoded(bytes.fromhex(code), key)) == wanted


@given(st.binary(max_size=200), st.sampled_from(sorted(MACHINES)), st.integers(40, 90))
def test_every_byte_stands_in_one_instruction(data, key, window):
    items = decoded(data, key, window=window)
    at = 0
    for item in items:
        assert item.offset == at
        assert item.data == data[at : at + len(item.data)]
        assert item.data
        at += len(item.data)
    assert at == len(data)


@given(st.integers(0, 1 << 30), st.sampled_from(["x86-64", "arm", "m68k"]), st.integers(64, 128))
def test_a_window_cuts_no_instruction(seed, key, window):
    """Where every instruction is at most 16 bytes long, more is decoded together than can hang together."""
    data = random.Random(seed).randbytes(1500)
    assert decoded(data, key, window=window) == decoded(data, key)


def test_addresses_begin_at_the_base():
    items = decoded(b"\x90\x90\xc3", "x86-64", 0x401000, within=ByteRange(1, 3))
    assert [(item.offset, item.address) for item in items] == [(1, 0x401001), (2, 0x401002)]
    assert line(items[1]).split() == ["00401002", "c3", "ret"]


def test_it_ends_where_it_was_told_to():
    assert len(decoded(b"\x90" * 100, "x86-64", most=7)) == 7
    ticket = Ticket()
    ticket.cancelled = True
    snapshot = Document(Holed(b"\x90" * 100)).snapshot()
    with pytest.raises(Cancelled):
        list(disassemble(snapshot, ByteRange(0, 100), MACHINES["x86-64"], 0, ticket))


@pytest.mark.parametrize("key", [key for key, item in MACHINES.items() if item.objdump == "i386:x86-64"])
def test_instructions_begin_where_objdump_has_them(tmp_path: Path, key: str):
    if shutil.which("objdump") is None:
        pytest.skip("there is no objdump")
    code = b"".join(
        random.Random(n).choice((b"\x55", b"\x48\x89\xe5", b"\xc3", b"\x0f\x1f\x44\0\0", b"\xe8\1\2\3\4"))
        for n in range(500)
    )
    (tmp_path / "code").write_bytes(code)
    command = ["objdump", "-D", "-b", "binary", "-m", MACHINES[key].objdump, "-M", "intel", "-w"]
    done = subprocess.run([*command, str(tmp_path / "code")], capture_output=True, text=True, check=True)
    theirs = [
        (int(row[1], 16), bytes.fromhex(row[2]), row[3])
        for row in re.finditer(r"^ *([0-9a-f]+):\t((?:[0-9a-f]{2} )+) *\t(\S+)", done.stdout, re.M)
    ]
    assert [(item.offset, item.data, item.mnemonic) for item in decoded(code, key)] == theirs


def test_a_program_says_its_machine_and_addresses():
    path = Path(sys.executable).resolve()
    with path.open("rb") as file:
        data = file.read(1 << 25)
    if data[:4] != b"\x7fELF":
        pytest.skip("this is no system of ELF files")
    found = guess(Document(Holed(data[:4096])).snapshot())
    assert found is not None
    assert MACHINES[found.machine]
    assert found.address(0) is not None


def test_a_pe_header_is_understood():
    head = bytearray(1024)
    head[:2], head[60:64] = b"MZ", struct.pack("<I", 128)
    struct.pack_into("<4sHHIIIHH", head, 128, b"PE\0\0", 0x8664, 1, 0, 0, 0, 240, 0)
    struct.pack_into("<H14xI4xQ", head, 152, 0x20B, 0x1010, 0x140000000)
    struct.pack_into("<8sIIII", head, 392, b".text", 0x100, 0x1000, 0x200, 0x200)
    found = guess(Document(Holed(bytes(head))).snapshot())
    assert found is not None
    assert (found.machine, found.entry, found.address(0x210)) == ("x86-64", 0x210, 0x140001010)
    assert found.address(5) is None


@given(st.sampled_from([b"\x7fELF\2\1\1", b"\x7fELF\1\2\1", b"MZ"]), st.binary(max_size=300))
def test_no_header_breaks_it(head, rest):
    found = guess(Document(Holed(head + rest)).snapshot())
    assert found is None or found.machine in MACHINES


def test_machines_are_named():
    assert machine_named(" X86-64 ").key == "x86-64"
    with pytest.raises(InputError, match="“z80” is not a known machine"):
        machine_named("z80")
