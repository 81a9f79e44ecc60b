"""What an operation on a range must give, worked out bit by bit in plain Python."""

from __future__ import annotations

import random

from bytescope.core.document.patterns import (
    Counter,
    FileBytes,
    OffsetStamp,
    PageStamp,
    Pattern,
    Repeat,
    SeededRandom,
)
from bytescope.core.document.phase import Phase
from bytescope.core.document.transforms import IN_UNITS, WIDTHS, WITH_OPERAND, Rule, Way
from bytescope.core.ranges import ByteRange
from bytescope.core.source.base import read
from bytescope.core.source.memory import MemorySource

OPERANDS: tuple[Pattern, ...] = (
    Repeat(b"\x5a"),
    Repeat(b"\xff\x00\x80"),
    Repeat(b"\0"),
    Counter(250, 3, 2, "big"),
    SeededRandom(7),
    OffsetStamp(4, "little"),
    FileBytes(MemorySource(bytes(range(200, 237))), "a file"),
)


def random_rule(rng: random.Random, length: int) -> tuple[Rule, int]:
    """A rule, and to how many of ``length`` bytes it can be applied."""
    way, width = rng.choice(list(Way)), rng.choice(WIDTHS)
    if way is Way.SWAP and width == 1:
        width = 2
    by = rng.randint(1, 8 * width - 1)
    if way is Way.TURN:
        by = rng.choice((1, -1)) * rng.randint(1, max(1, length - 1))
    operand = rng.choice(OPERANDS) if way in WITH_OPERAND else None
    rule = Rule(way, operand, rng.choice(list(Phase)), width, rng.choice(("little", "big")), by)
    return rule, length // rule.unit * rule.unit


def transformed(data: bytes, range_: ByteRange, rule: Rule) -> bytes:
    """``data`` after ``rule`` was applied to ``range_``."""
    part = data[range_.start : range_.end]
    return data[: range_.start] + _part(part, range_, rule) + data[range_.end :]


def _part(part: bytes, range_: ByteRange, rule: Rule) -> bytes:
    if rule.way is Way.NOT:
        return bytes(255 - value for value in part)
    if rule.way is Way.REVERSE:
        return bytes(reversed(part))
    if rule.way is Way.TURN:
        cut = rule.by % len(part)
        return part[cut:] + part[:cut]
    operand = b""
    if rule.operand is not None:
        absolute = rule.phase is Phase.ABSOLUTE or isinstance(rule.operand, OffsetStamp | PageStamp)
        skip = range_.start if absolute else 0
        operand = read(rule.operand, 0, skip + range_.length).data[skip:]
    if rule.way in IN_UNITS:
        width = rule.width
        units = [part[i : i + width] for i in range(0, len(part), width)]
        others = [operand[i : i + width] for i in range(0, len(part), width)]
        return b"".join(_unit(unit, other, rule) for unit, other in zip(units, others))
    made = {Way.AND: int.__and__, Way.OR: int.__or__, Way.XOR: int.__xor__}[rule.way]
    return bytes(made(a, b) for a, b in zip(part, operand))


def _unit(unit: bytes, other: bytes, rule: Rule) -> bytes:
    if rule.way is Way.SWAP:
        return unit[::-1]
    bits = 8 * rule.width
    value, operand = int.from_bytes(unit, rule.order), int.from_bytes(other, rule.order)
    digits = f"{value:0{bits}b}"
    found = {
        Way.ADD: lambda: value + operand,
        Way.SUBTRACT: lambda: value - operand,
        Way.SHIFT_LEFT: lambda: int(digits[rule.by :] + "0" * rule.by, 2),
        Way.SHIFT_RIGHT: lambda: int("0" * rule.by + digits[: bits - rule.by], 2),
        Way.ROTATE_LEFT: lambda: int(digits[rule.by :] + digits[: rule.by], 2),
        Way.ROTATE_RIGHT: lambda: int(digits[bits - rule.by :] + digits[: bits - rule.by], 2),
    }[rule.way]()
    return (found % (1 << bits)).to_bytes(rule.width, rule.order)
