"""A step that was worked out on a snapshot, in any thread, and is then made at once."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from bytescope.core.change import Kind
from bytescope.core.document.spans import Part

if TYPE_CHECKING:
    from bytescope.core.document.operations import Operation
    from bytescope.core.source.base import Source

SPAN_COST = 24
"""Bytes that a span takes in a leaf: its end, its start and where it comes from."""

Splice = tuple[int, int, Sequence[Part]]
"""Where, how many bytes there, and what takes their place."""


class Prepared(NamedTuple):
    """What ``Document.make`` is to do: nothing of the document was changed so far.

    ``splices`` are in the coordinates that those before them leave behind. ``cost``: bytes of memory that
    the step takes, to be counted against the budget of undo. ``base`` and ``generation`` are those of the
    document it is for. Without ``op`` the edit log writes the whole state down.
    """

    op: Operation | None
    kind: Kind
    name: str
    splices: Sequence[Splice]
    caret: int
    cost: int
    base: Source
    generation: int
    new_size: int
