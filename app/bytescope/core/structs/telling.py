"""A structure with its values as text for a terminal, as CSV and as JSON."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from typing import Any, Literal, NamedTuple

from bytescope.core.inspect.kind import Order
from bytescope.core.structs.placed import Laid, Placed, is_leaf, joined, part, part_count
from bytescope.core.structs.placing import Read
from bytescope.core.structs.values import LONGEST_TEXT, shown_of, text_of
from bytescope.core.ticket import Ticket

MOST_ROWS = 100_000
"""Fields that are written; larger arrays are cut there, and it is said."""

Form = Literal["text", "csv", "json"]


class Row(NamedTuple):
    """A field: how deep it stands, its name with those around it, and what it is."""

    depth: int
    path: str
    placed: Placed


def rows(root: Placed) -> Iterator[Row]:
    """Every field from the outermost on; of an array no more elements than rows are ever written."""
    stack = [Row(0, root.name, root)]
    while stack:
        row = stack.pop()
        yield row
        count = min(part_count(row.placed), MOST_ROWS)
        stack.extend(
            Row(row.depth + 1, joined(row.path, item.name), item)
            for item in (part(row.placed, number) for number in range(count - 1, -1, -1))
        )


def told(laid: Laid, form: Form, order: Order, read: Read, ticket: Ticket) -> str:
    """All of ``laid`` in ``form``, ``MOST_ROWS`` fields at the most; the notes come last."""
    teller = {"text": _text, "csv": _csv, "json": _json}[form]
    return teller(laid, _Reader(order, read, ticket))


class _Reader:
    """Reads the values of fields."""

    def __init__(self, order: Order, read: Read, ticket: Ticket) -> None:
        self._order = order
        self._read = read
        self._ticket = ticket

    def text(self, placed: Placed, *, shown: bool) -> str:
        self._ticket.advance(1)
        data = self._read(placed.offset, min(placed.size, LONGEST_TEXT))
        if placed.size and len(data) < min(placed.size, LONGEST_TEXT):
            return "(no bytes here)" if shown else ""
        return (shown_of if shown else text_of)(placed, data, self._order)


def _some(laid: Laid) -> Iterator[Row]:
    for number, row in enumerate(rows(laid.root)):
        if number >= MOST_ROWS:
            return
        yield row


def _text(laid: Laid, reader: _Reader) -> str:
    out = []
    for depth, _, placed in _some(laid):
        value = f" = {reader.text(placed, shown=True)}" if is_leaf(placed) else ""
        out.append(f"{placed.offset:08X}  {'  ' * depth}{type_text(placed)} {placed.name}{value}")
    return "\n".join([*out, *(f"({note})" for note in laid.notes)]) + "\n"


def type_text(placed: Placed) -> str:
    """The type of a field as C writes it."""
    return placed.type.name + (f":{placed.bits}" if placed.bits is not None else "")


def _csv(laid: Laid, reader: _Reader) -> str:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(("name", "type", "offset", "size", "value"))
    for _, path, placed in _some(laid):
        value = reader.text(placed, shown=False) if is_leaf(placed) else ""
        writer.writerow((path, type_text(placed), placed.offset, placed.size, value))
    return out.getvalue()


def _json(laid: Laid, reader: _Reader) -> str:
    whole: dict[str, Any] = {}
    stack: list[dict[str, Any]] = [{"fields": []}]
    for depth, _, placed in _some(laid):
        item: dict[str, Any] = {
            "name": placed.name,
            "type": type_text(placed),
            "offset": placed.offset,
            "size": placed.size,
        }
        if is_leaf(placed):
            item["value"] = reader.text(placed, shown=False)
        else:
            item["fields"] = []
        del stack[depth + 1 :]
        stack[depth]["fields"].append(item)
        stack.append(item)
    whole = stack[0]["fields"][0]
    if laid.notes:
        whole["notes"] = list(laid.notes)
    return json.dumps(whole, indent=1, ensure_ascii=False) + "\n"
