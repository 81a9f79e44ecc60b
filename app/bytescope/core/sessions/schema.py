"""Checks plain data against a JSON schema, of which it knows what session files need."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from bytescope.core.errors import InputError
from bytescope.core.text.formats import shown_input

Schema = dict[str, Any]

_MEANING = ("$schema", "title", "type", "const", "enum", "required", "properties", "additionalProperties")
_BOUNDS = ("items", "minItems", "maxItems", "minLength", "maxLength", "minimum", "maximum")
KNOWN = frozenset((*_MEANING, *_BOUNDS))
"""Words of a schema; one with another is a defect of ours."""

_TYPES: dict[str, tuple[type, str]] = {
    "object": (dict, "an object"),
    "array": (list, "a list"),
    "string": (str, "a text"),
    "integer": (int, "a whole number"),
    "boolean": (bool, "true or false"),
}


def check(data: object, schema: Schema, where: str = "the file") -> None:
    """InputError with the first place of ``data`` that is not as ``schema`` says."""
    if unknown := set(schema) - KNOWN:
        raise ValueError(f"the schema has words nobody checks: {unknown}")
    if "const" in schema and (type(data), data) != (type(schema["const"]), schema["const"]):
        raise InputError(f"In {where} there should be {_shown(schema['const'])}.")
    if "enum" in schema and (type(data), data) not in [(type(value), value) for value in schema["enum"]]:
        choices = ", ".join(_shown(value) for value in schema["enum"])
        raise InputError(f"In {where} there should be one of {choices}.")
    kind = schema.get("type")
    if kind is not None:
        wanted, words = _TYPES[kind]
        if type(data) is not wanted:
            raise InputError(f"In {where} there should be {words}.")
        _BY_TYPE[kind](data, schema, where)


def _object(data: Any, schema: Schema, where: str) -> None:
    inner = schema.get("properties", {})
    for name in schema.get("required", ()):
        if name not in data:
            raise InputError(f"In {where} the field “{name}” is missing.")
    for name, value in data.items():
        if name in inner:
            check(value, inner[name], _below(where, name))
        elif schema.get("additionalProperties") is False:
            raise InputError(f"In {where} there is an unknown field, {_shown(name)}.")


def _array(data: Any, schema: Schema, where: str) -> None:
    least, most = schema.get("minItems", 0), schema.get("maxItems", len(data))
    if not least <= len(data) <= most:
        how = f"{least:,} to {most:,}" if least != most else f"{most:,}"
        raise InputError(f"In {where} there should be {how} items, not {len(data):,}.")
    for at, item in enumerate(data, 1):
        check(item, schema.get("items", {}), f"{where}, item {at}" if where != "the file" else f"item {at}")


def _string(data: Any, schema: Schema, where: str) -> None:
    if not schema.get("minLength", 0) <= len(data) <= schema.get("maxLength", len(data)):
        raise InputError(f"In {where} the text is too long or empty.")


def _integer(data: Any, schema: Schema, where: str) -> None:
    if not schema.get("minimum", data) <= data <= schema.get("maximum", data):
        raise InputError(f"In {where} the number {_shown(data)} is too large or too small.")


def _boolean(data: Any, schema: Schema, where: str) -> None:
    pass


_BY_TYPE: dict[str, Callable[[Any, Schema, str], None]] = {
    "object": _object,
    "array": _array,
    "string": _string,
    "integer": _integer,
    "boolean": _boolean,
}


def _below(where: str, name: str) -> str:
    return f"“{name}”" if where == "the file" else f"{where}, “{name}”"


def _shown(value: object) -> str:
    return shown_input(f"“{value}”" if isinstance(value, str) else str(value))
