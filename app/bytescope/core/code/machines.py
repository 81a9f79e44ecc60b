"""The machines whose code can be shown, by key, title, and the library's names of architecture and mode."""

from __future__ import annotations

from typing import NamedTuple

from bytescope.core.errors import InputError
from bytescope.core.text.formats import shown_input


class Machine(NamedTuple):
    """``arch`` and ``modes`` are names of capstone's constants; ``step``: instructions begin at multiples."""

    key: str
    title: str
    arch: str
    modes: tuple[str, ...]
    step: int = 1
    objdump: str = ""
    """How GNU objdump calls it."""


_BIG = "MODE_BIG_ENDIAN"

MACHINES: dict[str, Machine] = {
    item.key: item
    for item in (
        Machine("x86-16", "x86, 16 bits", "ARCH_X86", ("MODE_16",), 1, "i8086"),
        Machine("x86-32", "x86, 32 bits", "ARCH_X86", ("MODE_32",), 1, "i386"),
        Machine("x86-64", "x86, 64 bits", "ARCH_X86", ("MODE_64",), 1, "i386:x86-64"),
        Machine("arm", "ARM", "ARCH_ARM", ("MODE_ARM",), 4),
        Machine("arm-be", "ARM, big-endian", "ARCH_ARM", ("MODE_ARM", _BIG), 4),
        Machine("thumb", "ARM Thumb", "ARCH_ARM", ("MODE_THUMB",), 2),
        Machine("thumb-be", "ARM Thumb, big-endian", "ARCH_ARM", ("MODE_THUMB", _BIG), 2),
        Machine("cortex-m", "ARM Cortex-M", "ARCH_ARM", ("MODE_THUMB", "MODE_MCLASS"), 2),
        Machine("aarch64", "AArch64", "ARCH_ARM64", ("MODE_ARM",), 4),
        Machine("mips", "MIPS, 32 bits, big-endian", "ARCH_MIPS", ("MODE_MIPS32", _BIG), 4),
        Machine("mips-le", "MIPS, 32 bits, little-endian", "ARCH_MIPS", ("MODE_MIPS32",), 4),
        Machine("mips64", "MIPS, 64 bits, big-endian", "ARCH_MIPS", ("MODE_MIPS64", _BIG), 4),
        Machine("mips64-le", "MIPS, 64 bits, little-endian", "ARCH_MIPS", ("MODE_MIPS64",), 4),
        Machine("ppc", "PowerPC, 32 bits, big-endian", "ARCH_PPC", ("MODE_32", _BIG), 4),
        Machine("ppc-le", "PowerPC, 32 bits, little-endian", "ARCH_PPC", ("MODE_32",), 4),
        Machine("ppc64", "PowerPC, 64 bits, big-endian", "ARCH_PPC", ("MODE_64", _BIG), 4),
        Machine("ppc64-le", "PowerPC, 64 bits, little-endian", "ARCH_PPC", ("MODE_64",), 4),
        Machine("riscv32", "RISC-V, 32 bits", "ARCH_RISCV", ("MODE_RISCV32", "MODE_RISCVC"), 2),
        Machine("riscv64", "RISC-V, 64 bits", "ARCH_RISCV", ("MODE_RISCV64", "MODE_RISCVC"), 2),
        Machine("sparc", "SPARC, big-endian", "ARCH_SPARC", (_BIG,), 4),
        Machine("s390x", "S/390", "ARCH_SYSZ", (_BIG,), 2),
        Machine("m68k", "Motorola 68000", "ARCH_M68K", ("MODE_M68K_040", _BIG), 2),
        Machine("6502", "MOS 6502", "ARCH_MOS65XX", ("MODE_MOS65XX_6502",)),
        Machine("bpf", "eBPF", "ARCH_BPF", ("MODE_BPF_EXTENDED",), 8),
        Machine("wasm", "WebAssembly", "ARCH_WASM", ()),
    )
}
"""Every machine by its key, in the order of lists."""

AT_FIRST = "x86-64"


def machine_named(text: str) -> Machine:
    """``InputError`` lists those there are."""
    found = MACHINES.get(text.strip().lower())
    if found is None:
        raise InputError(f"“{shown_input(text)}” is not a known machine; use one of {', '.join(MACHINES)}.")
    return found
