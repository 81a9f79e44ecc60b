"""The values of fields as a tree and a table show them, and what becomes of a typed one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bytescope.core.errors import InputError
from bytescope.core.inspect.kind import Order
from bytescope.core.ranges import ByteRange
from bytescope.core.structs.placed import Placed, is_leaf, part, part_count
from bytescope.core.structs.types import Array, Enumeration, Scalar
from bytescope.core.structs.values import LONGEST_TEXT, bytes_of, shown_of, text_of
from bytescope.ui.widgets.tips import tr

if TYPE_CHECKING:
    from bytescope.session.session import Session

WAITING = "…"
"""What stands for a value whose bytes are being read."""
PREVIEW = 8
"""Elements of an array of plain values that stand beside its name."""
BLOCK = 1024
"""Bytes that are fetched at once, as most fields stand beside each other."""


class FieldValues:
    """Reads what is at hand, asks for what is not, and never waits."""

    def __init__(self) -> None:
        self._session: Session | None = None
        self._order: Order = "little"
        self._block = (0, b"")

    def show(self, session: Session | None, order: Order) -> None:
        """Read from this document from now on."""
        self._session, self._order = session, order
        self.stale()

    def stale(self) -> None:
        """The bytes may be others now."""
        self._block = (0, b"")

    def text(self, placed: Placed) -> str:
        """The value of a field; of an array of plain values the first ones; else nothing."""
        if self._session is None:
            return ""
        if is_leaf(placed):
            return self._leaf(placed)
        if not isinstance(placed.type, Array) or not isinstance(placed.type.of, (Scalar, Enumeration)):
            return ""
        count = part_count(placed)
        texts = [self._leaf(part(placed, n), shown=False) for n in range(min(PREVIEW, count))]
        return ", ".join(texts) + (", …" if count > PREVIEW else "")

    def editable(self, placed: Placed) -> bool:
        """Whether another value can be put in its place."""
        return is_leaf(placed) and bool(self._old(placed))

    def typed(self, placed: Placed) -> str:
        """The value as it is typed; "" for what is no value."""
        return "" if not is_leaf(placed) else text_of(placed, self._old(placed), self._order)

    def problem(self, placed: Placed, text: str) -> str:
        """What is wrong with ``text`` as its value; "" where it can be taken."""
        old = self._old(placed)
        if not old:
            return tr("The bytes are not here; try again when they have been read.")
        try:
            bytes_of(placed, text, self._order, old)
        except InputError as error:
            return str(error)
        return ""

    def taken(self, placed: Placed, text: str) -> bytes | None:
        """The bytes that make ``text`` its value: none where it is so already, None where it cannot be."""
        old = self._old(placed)
        if not old:
            return None
        try:
            data = bytes_of(placed, text, self._order, old)
        except InputError:
            return None
        return data if data != old else b""

    # -- inside -------------------------------------------------------------------------------

    def _leaf(self, placed: Placed, *, shown: bool = True) -> str:
        data = self._bytes(placed)
        if data is None:
            return WAITING
        if len(data) < min(placed.size, LONGEST_TEXT):
            return tr("(no bytes here)")
        return (shown_of if shown else text_of)(placed, data, self._order)

    def _old(self, placed: Placed) -> bytes:
        """The bytes of a field that can be edited; none where it cannot."""
        if self._session is None or self._session.document.read_only or placed.size > LONGEST_TEXT:
            return b""
        data = self._bytes(placed)
        return data if data is not None and len(data) == placed.size else b""

    def _bytes(self, placed: Placed) -> bytes | None:
        """The bytes of a field as far as they can be had; None while they are being read."""
        length = min(placed.size, LONGEST_TEXT)
        start, block = self._block
        if not start <= placed.offset <= placed.offset + length <= start + len(block):
            read = self._read(placed.offset, max(length, BLOCK))
            if read is None and length < BLOCK:
                read = self._read(placed.offset, length)  # the rest of it need not be waited for
            if read is None:
                return None
            start, block = self._block = (placed.offset, read)
        return block[placed.offset - start : placed.offset - start + length]

    def _read(self, offset: int, length: int) -> bytes | None:
        assert self._session is not None
        within = ByteRange.of(offset, length).intersect(ByteRange(0, self._session.size))
        if within.start != offset:
            return b""
        reading = self._session.bytes.get(within.start, within.length)
        if reading is None:
            self._session.bytes.ask(within)
            return None
        lost = min((item.range.start for item in reading.lost), default=within.end)
        return reading.data[: max(0, lost - within.start)]
