"""Bookmarks as plain data, and back: every field is checked, and what is wrong says which record it is in."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, NamedTuple

from bytescope.core.bookmarks.bookmark import LAST, MOST, Bookmark, checked
from bytescope.core.errors import InputError
from bytescope.core.text.formats import shown_input

FIELDS = ("number", "start", "length", "name", "colour", "note")


class Numbered(NamedTuple):
    """A bookmark and the number it had, or 0."""

    number: int
    bookmark: Bookmark


def record(number: int, bookmark: Bookmark) -> dict[str, Any]:
    """A bookmark as JSON has it; what is empty is left out."""
    out: dict[str, Any] = {
        "number": number,
        "start": bookmark.range.start,
        "length": bookmark.range.length,
        "name": bookmark.name,
        "colour": bookmark.ink,
    }
    return {**out, "note": bookmark.note} if bookmark.note else out


def from_records(data: object, where: str = "bookmark") -> list[Numbered]:
    """The bookmarks of a list of records. InputError that names the first that cannot be used."""
    if not isinstance(data, list):
        raise InputError(f"The {where}s are not a list; export them again.")
    if len(data) > MOST:
        raise InputError(f"There are {len(data):,} {where}s; at most {MOST:,} can be taken.")
    return [_from_record(item, f"{where} {at}") for at, item in enumerate(data, 1)]


def _from_record(data: object, where: str) -> Numbered:
    if not isinstance(data, dict):
        raise InputError(f"In {where} there is something else than an object with a start and a length.")
    for key in data:
        if key not in FIELDS:
            raise InputError(f"In {where} there is an unknown field, {shown_input(str(key))}.")
    if "start" not in data:
        raise InputError(f"In {where} the field “start” is missing.")
    numbers = {key: _number(data.get(key, 0), key, where) for key in ("number", "start", "length", "colour")}
    texts = {key: data.get(key, "") for key in ("name", "note")}
    for key, value in texts.items():
        if not isinstance(value, str):
            raise InputError(f"In {where} the field “{key}” is no text.")
    return numbered(where, **numbers, name=texts["name"], note=texts["note"])


def numbered(
    where: str, *, number: int, start: int, length: int, colour: int, name: str, note: str
) -> Numbered:
    """A checked bookmark; InputError that begins with ``where``."""
    try:
        return Numbered(number, checked(start, start + length, name, colour, note))
    except InputError as error:
        raise InputError(f"In {where}: {error}") from None


def _number(value: object, key: str, where: str) -> int:
    if type(value) is not int or not 0 <= value <= LAST:
        raise InputError(f"In {where} the field “{key}” is no number from 0 to {LAST}.")
    return value


def as_records(items: Iterable[tuple[int, Bookmark]]) -> list[dict[str, Any]]:
    return [record(number, bookmark) for number, bookmark in items]
