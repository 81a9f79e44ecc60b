"""What can be done to the bytes of a range, unit by unit: the arithmetic, and how it is told."""

from __future__ import annotations

import enum
from typing import TYPE_CHECKING, NamedTuple

from bytescope.core.document.phase import Phase
from bytescope.core.document.words import Order
from bytescope.core.errors import InputError

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from bytescope.core.document.patterns import Pattern

WIDTHS = (1, 2, 4, 8)


class Way(enum.Enum):
    """The operations; the value is what the command line and the edit log call them."""

    AND = "and"
    OR = "or"
    XOR = "xor"
    NOT = "not"
    ADD = "add"
    SUBTRACT = "subtract"
    SHIFT_LEFT = "shift-left"
    SHIFT_RIGHT = "shift-right"
    ROTATE_LEFT = "rotate-left"
    ROTATE_RIGHT = "rotate-right"
    SWAP = "swap"
    REVERSE = "reverse"
    TURN = "rotate-bytes"


BITWISE = frozenset({Way.AND, Way.OR, Way.XOR})
ARITHMETIC = frozenset({Way.ADD, Way.SUBTRACT})
WITH_OPERAND = BITWISE | ARITHMETIC
SHIFTS = frozenset({Way.SHIFT_LEFT, Way.SHIFT_RIGHT, Way.ROTATE_LEFT, Way.ROTATE_RIGHT})
IN_UNITS = ARITHMETIC | SHIFTS | {Way.SWAP}


class Rule(NamedTuple):
    """One operation with all it needs; what it does not need is not looked at.

    ``operand``: what is combined with the range, byte by byte (and, or, xor) or unit by unit. Units have
    ``width`` bytes (1, 2, 4, 8) in ``order`` and begin with the range; sums are modulo 256**width. ``count``:
    by how many bits units are shifted or rotated, or by how many bytes the range is rotated to the left (to
    the right where it is negative).
    """

    way: Way
    operand: Pattern | None = None
    phase: Phase = Phase.START
    width: int = 1
    order: Order = "little"
    by: int = 0

    @property
    def unit(self) -> int:
        """Bytes that belong together."""
        return self.width if self.way in IN_UNITS else 1


def number_operand(value: int, width: int, order: Order) -> Pattern:
    """A number as the operand of all units. Raises InputError where it does not fit into ``width`` bytes."""
    from bytescope.core.document.patterns import Repeat

    bits = 8 * width
    if not -(1 << (bits - 1)) <= value < 1 << bits:
        room = "1 byte" if width == 1 else f"{width} bytes"
        raise InputError(f"{value:,} does not fit into {room}; give a smaller number or a wider unit.")
    return Repeat((value % (1 << bits)).to_bytes(width, order), f"{value:,}")


def problem(rule: Rule, length: int) -> str:
    """Why ``rule`` cannot be applied to so many bytes, in a sentence; "" where it can."""
    if rule.way in WITH_OPERAND and rule.operand is None:
        return "There is nothing to combine the range with; give the second operand."
    if rule.way in IN_UNITS and rule.width not in WIDTHS:
        return "A unit has 1, 2, 4 or 8 bytes; choose one of these."
    if rule.way is Way.SWAP and rule.width == 1:
        return "A unit of 1 byte has nothing to swap; choose 2, 4 or 8 bytes."
    if rule.way in SHIFTS and not 1 <= rule.by < 8 * rule.width:
        return f"Units of {8 * rule.width} bits move by 1 to {8 * rule.width - 1} bits; give such a number."
    if length % rule.unit:
        return (
            f"The range has {length:,} bytes, which is no multiple of the unit of {rule.width}; "
            "choose another range or unit."
        )
    if rule.way is Way.TURN and length and rule.by % length == 0:
        return "Rotated by this many bytes the range stays as it is; give another number."
    return ""


def idle(rule: Rule) -> str:
    """Why ``rule`` leaves all bytes as they are, whatever they are; "" where it may change some."""
    from bytescope.core.document.patterns import Repeat

    if rule.way not in WITH_OPERAND or not isinstance(rule.operand, Repeat):
        return ""
    if rule.way in ARITHMETIC:
        return "" if any(rule.operand.data) else "A sum with 0 changes nothing; give another number."
    neutral = 0xFF if rule.way is Way.AND else 0
    if set(rule.operand.data) != {neutral}:
        return ""
    return f"{rule.way.value.capitalize()} with {neutral:02X} changes nothing; give another pattern."


def told(rule: Rule, amount: str) -> str:
    """The operation in words, for the name of a step; ``amount`` says how many bytes it is done to."""
    from bytescope.core.document.patterns import describe

    operand = describe(rule.operand) if rule.operand is not None else ""
    bits = "1 bit" if rule.by == 1 else f"{rule.by} bits"
    units = f"{rule.width}-byte {rule.order}-endian units" if rule.width > 1 else "bytes"
    match rule.way:
        case Way.AND | Way.OR | Way.XOR:
            return f"{rule.way.value.capitalize()} {amount} with {operand}"
        case Way.NOT:
            return f"Invert {amount}"
        case Way.ADD:
            return f"Add {operand} to {amount} in {units}"
        case Way.SUBTRACT:
            return f"Subtract {operand} from {amount} in {units}"
        case Way.SWAP:
            return f"Swap the bytes of {amount} by {rule.width}"
        case Way.REVERSE:
            return f"Reverse {amount}"
        case Way.TURN:
            side = "left" if rule.by > 0 else "right"
            return f"Rotate {amount} {side} by {abs(rule.by):,}"
        case _:
            verb, _, side = rule.way.value.partition("-")
            return f"{verb.capitalize()} {amount} {side} by {bits} in {units}"


def applied(rule: Rule, data: bytes | bytearray, operand: bytes | bytearray) -> NDArray[np.uint8]:
    """``data``, which is whole units, after the operation; ``operand`` has as many bytes, or none.

    Not for ``Way.TURN``, which moves bytes further than any unit.
    """
    import numpy as np

    values = np.frombuffer(data, np.uint8)
    other = np.frombuffer(operand, np.uint8)
    match rule.way:
        case Way.AND:
            return values & other
        case Way.OR:
            return values | other
        case Way.XOR:
            return values ^ other
        case Way.NOT:
            return ~values
        case Way.REVERSE:
            return values[::-1]
        case Way.SWAP:
            return values.reshape(-1, rule.width)[:, ::-1].reshape(-1)
        case Way.TURN:
            return values
    kind = np.dtype(f"{'<' if rule.order == 'little' else '>'}u{rule.width}")
    found = _in_units(rule, values.view(kind).astype(kind.newbyteorder("=")), other.view(kind))
    return found.astype(kind).view(np.uint8)


def _in_units(rule: Rule, words: NDArray[np.unsignedinteger], other: NDArray[np.unsignedinteger]) -> NDArray:  # type: ignore[type-arg]
    import numpy as np

    bits = 8 * rule.width
    by, back = (np.array(n % bits, words.dtype) for n in (rule.by, bits - rule.by))
    match rule.way:
        case Way.ADD:
            return words + other.astype(words.dtype)
        case Way.SUBTRACT:
            return words - other.astype(words.dtype)
        case Way.SHIFT_LEFT:
            return words << by
        case Way.SHIFT_RIGHT:
            return words >> by
        case Way.ROTATE_LEFT:
            return (words << by) | (words >> back)
        case _:
            return (words >> by) | (words << back)
