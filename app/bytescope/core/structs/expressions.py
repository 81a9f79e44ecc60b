"""Integer arithmetic over constants and fields, with bounds: the counts of arrays and places of fields."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

LIMIT = 1 << 64
"""No result may reach this, whatever its sign."""
DEEPEST = 32
"""Levels of parentheses and signs."""
PRECEDENCE = {"|": 1, "^": 2, "&": 3, "<<": 4, ">>": 4, "+": 5, "-": 5, "*": 6, "/": 6, "%": 6}


class ValueProblem(Exception):  # noqa: N818 - the bytes decide, nobody made an error
    """An expression has no value for these bytes; the message says why."""


@dataclass(frozen=True, slots=True)
class Expr:
    """A number (``op`` "number"), a name with dots ("name"), or an operator over ``parts``."""

    op: str
    parts: tuple[Expr, ...] = ()
    value: int = 0
    text: str = field(default="", compare=False)


def evaluate(expr: Expr, lookup: Callable[[str], int | None]) -> int:
    """The value of ``expr``; ``lookup`` gives that of a name. ``ValueProblem`` where there is none."""
    if expr.op == "number":
        return expr.value
    if expr.op == "name":
        found = lookup(expr.text)
        if found is None:
            raise ValueProblem(f"“{expr.text}” has no value")
        return found
    left, *rest = (evaluate(part, lookup) for part in expr.parts)
    value = _signed(expr.op, left) if not rest else _applied(expr.op, left, rest[0])
    if not -LIMIT < value < LIMIT:
        raise ValueProblem(f"“{expr.text}” is larger than 64 bits")
    return value


def _signed(op: str, value: int) -> int:
    return -value if op == "-" else ~value if op == "~" else value


def _applied(op: str, left: int, right: int) -> int:
    if op in ("<<", ">>"):
        if not 0 <= right <= 64:
            raise ValueProblem(f"a shift by {right} is not possible")
        return left << right if op == "<<" else left >> right
    if op in ("/", "%"):
        if not right:
            raise ValueProblem("a division by zero is not possible")
        quotient = abs(left) // abs(right) * (1 if (left < 0) == (right < 0) else -1)
        return quotient if op == "/" else left - quotient * right
    return {
        "+": left + right,
        "-": left - right,
        "*": left * right,
        "&": left & right,
        "|": left | right,
        "^": left ^ right,
    }[op]
