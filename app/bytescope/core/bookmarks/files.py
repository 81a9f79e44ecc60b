"""Writes bookmarks as JSON and CSV and reads them back; what is read is data from anywhere."""

from __future__ import annotations

import contextlib
import csv
import io
import json
import os
import secrets
from collections.abc import Iterable
from typing import Any

from bytescope.core.bookmarks.bookmark import LONGEST_NAME, LONGEST_NOTE, MOST, Bookmark
from bytescope.core.bookmarks.records import Numbered, as_records, from_records, numbered
from bytescope.core.errors import BytescopeError, InputError
from bytescope.core.source.shown import printable_name
from bytescope.core.storage.causes import cause_of
from bytescope.core.text.formats import shown_input, size_text
from bytescope.core.text.names import NO_DOCUMENT
from bytescope.core.text.numbers import parse_number

LARGEST = 64 << 20
"""Bytes of a file that is read."""

KIND, VERSION = "bytescope bookmarks", 1
COLUMNS = ("start", "length", "name", "colour", "note")
NOT_SO = "it is no file of bookmarks as Bytescope writes them: choose a JSON or CSV file of bookmarks"


def to_json(items: Iterable[tuple[int, Bookmark]], file: str, size: int) -> str:
    """``file`` and ``size`` are the document's, for people; nothing is looked up by them."""
    head = {"format": KIND, "version": VERSION, "file": printable_name(file), "size": size}
    return json.dumps({**head, "bookmarks": as_records(items)}, indent=1, ensure_ascii=False) + "\n"


def to_csv(items: Iterable[tuple[int, Bookmark]]) -> str:
    """A line of titles, then a bookmark a line; offsets in hex."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    for _, item in items:
        writer.writerow((f"0x{item.range.start:X}", item.range.length, item.name, item.ink, item.note))
    return out.getvalue()


def parse(raw: bytes) -> list[Numbered]:
    """The bookmarks of a JSON or CSV file. InputError says in which record what is wrong."""
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise InputError(f"This cannot be read, as {NOT_SO}.") from None
    return from_json(text) if text.lstrip()[:1] in ("{", "[") else from_csv(text)


def from_json(text: str) -> list[Numbered]:
    data = parsed(text)
    if not isinstance(data, dict) or data.get("format") != KIND:
        raise InputError(f"This cannot be read, as {NOT_SO}.")
    if data.get("version") != VERSION:
        raise InputError("These bookmarks were written by a newer Bytescope; export them as CSV there.")
    return from_records(data.get("bookmarks"))


def parsed(text: str) -> Any:
    """JSON as plain data; InputError with line and column where it is none."""
    try:
        return json.loads(text, parse_constant=_no_constant)
    except json.JSONDecodeError as error:
        raise InputError(f"Line {error.lineno}, column {error.colno} is no JSON: {error.msg}.") from None
    except (ValueError, RecursionError):
        raise InputError("This is no JSON that can be used: its numbers or its nesting go too far.") from None


def _no_constant(name: str) -> None:
    raise ValueError(name)


def from_csv(text: str) -> list[Numbered]:
    """Columns in any order by the titles in the first line; only ``start`` is needed."""
    csv.field_size_limit(LONGEST_NAME + 4 * LONGEST_NOTE)
    rows = csv.reader(io.StringIO(text))
    out: list[Numbered] = []
    try:
        titles = [title.strip().lower() for title in next(rows, [])]
        if "start" not in titles or not set(titles) <= {*COLUMNS, "number"}:
            raise InputError(f"This cannot be read, as {NOT_SO}.")
        for row in rows:
            if row:
                out.append(_from_row(dict(zip(titles, row)), f"line {rows.line_num}"))
            if len(out) > MOST:
                raise InputError(f"There are more than {MOST:,} bookmarks in this file; split it.")
    except csv.Error:
        raise InputError(f"Line {rows.line_num} is not as CSV has it; nothing was taken.") from None
    return out


def _from_row(row: dict[str, str], where: str) -> Numbered:
    values = {key: _value(row.get(key, ""), key, where) for key in ("number", "start", "length", "colour")}
    if not row.get("start", "").strip():
        raise InputError(f"In {where} the start is missing.")
    return numbered(where, **values, name=row.get("name", ""), note=row.get("note", ""))


def _value(text: str, key: str, where: str) -> int:
    if not text.strip():
        return 0
    try:
        return parse_number(text, NO_DOCUMENT, relative=False)
    except InputError:
        raise InputError(f"In {where} the {key}, {shown_input(text)}, is no number.") from None


def read_file(path: bytes | str) -> bytes:
    """A whole small file. InputError where it cannot be read or is too large."""
    shown = printable_name(path)
    try:
        with open(path, "rb", opener=never_waiting) as file:
            raw = file.read(LARGEST + 1)
    except (OSError, ValueError) as error:
        why = (
            (error.strerror or "the system does not say why")
            if isinstance(error, OSError)
            else "no such name"
        )
        raise InputError(f"“{shown}” cannot be read: {why}.") from None
    if len(raw) > LARGEST:
        raise InputError(f"“{shown}” is larger than {size_text(LARGEST)}; it is not read.")
    return raw


def never_waiting(path: str, flags: int) -> int:
    """As ``os.open``; a pipe in the place of the file holds nobody."""
    return os.open(path, flags | os.O_NONBLOCK | os.O_NOCTTY | os.O_CLOEXEC)


def write_file(path: bytes | str, text: str) -> None:
    """Write a small file so that a crash leaves the old or the new one. BytescopeError where it fails."""
    target = os.path.realpath(os.fsencode(path))
    temporary = target + b"." + secrets.token_hex(4).encode()
    try:
        with open(temporary, "xb") as file:
            file.write(text.encode("utf-8", "surrogateescape"))
            file.flush()
            os.fsync(file.fileno())
        os.replace(temporary, target)
    except OSError as error:
        with contextlib.suppress(OSError):
            os.unlink(temporary)
        raise BytescopeError(f"“{printable_name(path)}” could not be written: {cause_of(error)}.") from error
