"""Every kind of value in the order in which they are listed, and what all of them say of some bytes."""

from __future__ import annotations

from bytescope.core.inspect.characters import CHARACTERS
from bytescope.core.inspect.floats import FLOATS
from bytescope.core.inspect.kind import Kind, Order, Value, value_of
from bytescope.core.inspect.moments import MOMENTS
from bytescope.core.inspect.numbers import BASES, INTEGERS
from bytescope.core.inspect.others import OTHERS

KINDS: tuple[Kind, ...] = (*BASES, *INTEGERS, *FLOATS, *CHARACTERS, *MOMENTS, *OTHERS)

BY_KEY: dict[str, Kind] = {kind.key: kind for kind in KINDS}

MOST_BYTES = max(max(kind.least, kind.most) for kind in KINDS)
"""Bytes that all of them together look at."""


def values(data: bytes, order: Order, *, ends: bool) -> tuple[Value, ...]:
    """What each of ``KINDS`` says of ``data``; ``ends``: the document ends behind these bytes."""
    return tuple(value_of(kind, data, order, ends=ends) for kind in KINDS)
