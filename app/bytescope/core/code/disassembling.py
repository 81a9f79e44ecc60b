"""Turns bytes into instructions, a window at a time; what is no instruction is written as bytes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any, NamedTuple

from bytescope.core.code.machines import MACHINES
from bytescope.core.errors import BytescopeError
from bytescope.core.ranges import ByteRange

if TYPE_CHECKING:
    from bytescope.core.code.guessing import Guess
    from bytescope.core.code.machines import Machine
    from bytescope.core.document.snapshot import Snapshot
    from bytescope.core.ticket import Ticket

WINDOW = 1 << 16
"""Bytes that are decoded at a time."""

LONGEST = 32
"""Bytes of an instruction at most; those so near to the end of a window are decoded with the next one."""

SKIPPED = ".byte"


class Instruction(NamedTuple):
    """``offset`` in the document, the address it runs at, its bytes, what it does and with what."""

    offset: int
    address: int
    data: bytes
    mnemonic: str
    operands: str


def decoder(machine: Machine) -> Any:
    """The library's decoder, which goes on behind what it does not know."""
    import capstone

    arch = getattr(capstone, f"CS_{machine.arch}", None)
    if arch is None and machine.arch == "ARCH_ARM64":
        arch = getattr(capstone, "CS_ARCH_AARCH64", None)  # as newer releases call it
    mode = 0
    for name in machine.modes:
        mode |= getattr(capstone, f"CS_{name}", 0)
    try:
        made = capstone.Cs(arch, mode)
    except (capstone.CsError, TypeError):
        raise BytescopeError(
            f"The installed capstone cannot decode {machine.title}; choose another machine."
        ) from None
    made.skipdata = True
    return made


def disassemble(
    snapshot: Snapshot,
    within: ByteRange,
    machine: Machine,
    base: int,
    ticket: Ticket,
    *,
    window: int = WINDOW,
    most: int | None = None,
) -> Iterator[list[Instruction]]:
    """Instructions of ``within``, a list for each window. Offset 0 of the document runs at ``base``.

    Together they cover every byte once. Bytes that could not be read are decoded as 00. Ends behind
    ``most`` instructions.
    """
    ticket.total = within.length
    yield from _decoded(snapshot, within, machine, base, ticket, window, most)


def disassemble_mapped(
    snapshot: Snapshot,
    within: ByteRange,
    machine: Machine,
    guessed: Guess | None,
    ticket: Ticket,
    *,
    most: int | None = None,
) -> Iterator[list[Instruction]]:
    """As ``disassemble``, each segment at the address at which the file's header says that it runs.

    Segments can have other distances between where they stand and where they run; no instruction crosses
    their borders.
    """
    ticket.total = within.length
    at, count = within.start, 0
    while at < within.end and (most is None or count < most):
        end, base = guessed.stretch(at) if guessed is not None else (None, 0)
        part = ByteRange(at, within.end if end is None else min(within.end, end))
        left = None if most is None else most - count
        for found in _decoded(snapshot, part, machine, base, ticket, WINDOW, left):
            count += len(found)
            yield found
        at = part.end


def _decoded(
    snapshot: Snapshot,
    within: ByteRange,
    machine: Machine,
    base: int,
    ticket: Ticket,
    window: int,
    most: int | None,
) -> Iterator[list[Instruction]]:
    made = decoder(machine)
    at, count = within.start, 0
    mask = (1 << 64) - 1
    while at < within.end:
        end = min(within.end, at + window)
        data = snapshot.read(at, end - at).data
        stop = end if end == within.end else end - LONGEST
        found: list[Instruction] = []
        first = at
        for address, size, mnemonic, operands in made.disasm_lite(data, base + at & mask):
            if at >= stop or (most is not None and count == most):
                break
            piece = data[at - first : at - first + size]
            found.append(Instruction(at, address, piece, mnemonic, operands))
            at += size
            count += 1
        if at == first:  # the library has nothing to say: never wait here for ever
            step = min(machine.step, within.end - at)
            piece = data[:step]
            found.append(Instruction(at, base + at & mask, piece, SKIPPED, _bytes(piece)))
            at += step
            count += 1
        yield found
        ticket.advance(at - first)
        if most is not None and count >= most:
            return


def _bytes(data: bytes) -> str:
    return ", ".join(f"0x{value:02x}" for value in data)


def line(item: Instruction, digits: int = 8) -> str:
    """An instruction as a line for people: address, bytes, what it does."""
    text = f"{item.mnemonic} {item.operands}".rstrip()
    return f"{item.address:0{digits}X}  {item.data.hex(' '):<24}  {text}"


def lines(items: Iterable[Instruction], digits: int = 8) -> Iterator[str]:
    return (line(item, digits) for item in items)


def guessed_title(key: str) -> str:
    """What the machine ``key`` is called."""
    return MACHINES[key].title
