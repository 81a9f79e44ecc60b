"""Types at their places, as they were laid over bytes, and what is inside of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from bytescope.core.ranges import ByteRange
from bytescope.core.structs.types import Array, Enumeration, Scalar, Struct, Type


@dataclass(frozen=True, slots=True)
class Placed:
    """A field at its place. ``used``: the bits of its unit that stand before it, where it has ``bits``.

    ``parts``: what is inside, where that was placed one by one; None where it follows from the type.
    """

    name: str
    type: Type
    offset: int
    size: int
    bits: int | None = None
    used: int = 0
    parts: tuple[Placed, ...] | None = None
    reach: ByteRange | None = None
    """From the first to the last byte of all that is inside, where some of it stands elsewhere."""

    @property
    def range(self) -> ByteRange:
        return ByteRange.of(self.offset, self.size)

    @property
    def hull(self) -> ByteRange:
        return self.reach or self.range


class Laid(NamedTuple):
    """A structure over bytes; ``notes`` are sentences about what could not be laid out as it is defined."""

    root: Placed
    notes: tuple[str, ...] = ()


def is_leaf(placed: Placed) -> bool:
    """Whether it is shown as one value: a plain one, or an array of characters."""
    if isinstance(placed.type, Array):
        return is_text(placed.type)
    return isinstance(placed.type, (Scalar, Enumeration))


def is_text(type_: Type) -> bool:
    """Whether it is an array of characters."""
    return isinstance(type_, Array) and isinstance(type_.of, Scalar) and type_.of.form in ("char", "wchar")


def part_count(placed: Placed) -> int:
    """How many fields or elements are inside; 0 for a value."""
    if placed.parts is not None:
        return len(placed.parts)
    if is_leaf(placed):
        return 0
    if isinstance(placed.type, Struct):
        return len(placed.type.slots or ())
    assert isinstance(placed.type, Array)
    if isinstance(placed.type.count, int):
        return placed.type.count
    step = placed.type.of.size
    return placed.size // step if step else 0


def part(placed: Placed, number: int) -> Placed:
    """What is inside at ``number``, from 0 to ``part_count`` - 1."""
    if placed.parts is not None:
        return placed.parts[number]
    if isinstance(placed.type, Struct):
        assert placed.type.slots is not None
        slot = placed.type.slots[number]
        inside = slot.field
        return Placed(
            inside.name,
            inside.type,
            placed.offset + slot.offset,
            inside.type.size or 0,
            inside.bits,
            slot.used,
        )
    assert isinstance(placed.type, Array)
    step = placed.type.of.size or 0
    return Placed(f"[{number}]", placed.type.of, placed.offset + number * step, step)


def joined(path: str, name: str) -> str:
    """The name of a part with that of the whole before it: "header.parts[3]"."""
    return path + name if name.startswith("[") or not path or not name else f"{path}.{name}"
