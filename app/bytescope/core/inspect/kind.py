"""What a kind of value is: how its bytes read as text, and how a text becomes bytes again."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal, NamedTuple, TypeAlias

from bytescope.core.errors import InputError
from bytescope.core.text.formats import plural

Order: TypeAlias = Literal["little", "big"]

ORDERS: tuple[Order, Order] = ("little", "big")


class Shown(NamedTuple):
    """``text`` stands for the first ``length`` bytes."""

    text: str
    length: int


class NoValue(Exception):  # noqa: N818 - not an error of anybody: these bytes are no such value
    """The bytes at hand are not a value of this kind; the message is a sentence that says why."""


class Kind(NamedTuple):
    """A kind of value.

    ``least``: bytes it needs; a kind of variable length looks at up to ``most``. ``read`` gives what the
    bytes say, or raises ``NoValue``; it gets all bytes at hand, at least ``least``. ``parse`` makes the bytes
    of a text, and gets those that stand there; it raises ``InputError`` and nothing else. Where ``ordered``
    is false both byte orders say the same.
    """

    key: str
    title: str
    group: str
    least: int
    read: Callable[[bytes, Order], Shown]
    parse: Callable[[str, Order, bytes], bytes]
    ordered: bool = True
    most: int = 0
    tip: str = ""


class Value(NamedTuple):
    """What stands at a place: ``text`` for ``length`` bytes; or ``problem``, where there is no such value."""

    kind: Kind
    text: str = ""
    length: int = 0
    problem: str = ""

    @property
    def editable(self) -> bool:
        """Whether a value can be put in its place: there are enough bytes."""
        return bool(self.length)


def value_of(kind: Kind, data: bytes, order: Order, *, ends: bool) -> Value:
    """The value of ``kind`` at the start of ``data``; ``ends``: the document ends behind these bytes."""
    if len(data) < kind.least:
        need = plural(kind.least, "byte")
        why = f"needs {need}, {len(data)} left" if ends else "not readable here"
        return Value(kind, problem=why)
    try:
        text, length = kind.read(data, order)
    except NoValue as why_not:
        return Value(kind, length=kind.least, problem=str(why_not))
    return Value(kind, text, length)


def bytes_of(kind: Kind, text: str, order: Order, old: bytes) -> bytes:
    """The bytes that ``text`` stands for, to be written over ``old``, what is there from the start of the
    value on; ``InputError`` says what is wrong."""
    if len(text) > LONGEST:
        raise InputError(f"That is more than {LONGEST} characters; shorten it.", LONGEST)
    return kind.parse(text.strip() or text, order, old)


LONGEST = 200
"""Characters of a typed value."""
