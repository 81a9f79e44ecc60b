"""Palettes from files: our own JSON, JASC-PAL and GIMP's .gpl, checked line by line."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass

from bytescope.core.errors import InputError
from bytescope.core.pages.classes import PageClass
from bytescope.core.text.formats import shown_input

MOST_BYTES = 64 << 10
"""A file that is larger is no palette."""

MOST_COLOURS = 256
LONGEST_NAME = 60

_COLOUR = re.compile(r"#[0-9A-Fa-f]{6}")
_KEYS = ("name", "classes", "ramp")


@dataclass(frozen=True, slots=True)
class Palette:
    """Colours "#RRGGBB" that somebody chose: of classes, and of a scale from its least value on (2 to 256).

    What it does not say is as in ``palette.HEX_COLOURS`` and in the scale of each scheme.
    """

    name: str = "Default"
    classes: tuple[tuple[PageClass, str], ...] = ()
    ramp: tuple[str, ...] = ()


DEFAULT = Palette()


def parse(raw: bytes, name: str) -> Palette:
    """The palette in the bytes of a file called ``name``; InputError names the line or key that is wrong."""
    if len(raw) > MOST_BYTES:
        raise InputError(f"A palette has at most {MOST_BYTES >> 10} KiB; choose another file.")
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        raise InputError(f"Line {line} of the palette is not text (UTF-8); choose another file.") from error
    plain = " ".join(name.split())[:LONGEST_NAME] or "Own"
    lines = text.splitlines()
    first = lines[0].strip() if lines else ""
    if first == "JASC-PAL":
        return Palette(plain, (), _jasc(lines))
    if first == "GIMP Palette":
        return _gimp(lines, plain)
    if text.lstrip().startswith("{"):
        return _own(text, plain)
    raise InputError(
        'A palette begins with "JASC-PAL", with "GIMP Palette", or with "{" (JSON); this file does not.'
    )


def _own(text: str, name: str) -> Palette:
    try:
        data = json.loads(text)
    except json.JSONDecodeError as error:
        raise InputError(f"Line {error.lineno} of the palette is not JSON: {error.msg}.") from error
    except RecursionError as error:
        raise InputError("The palette is nested too deeply; it has a name, classes and a ramp.") from error
    for key in data:
        if key not in _KEYS:
            raise InputError(f"The palette has a key {_shown(key)}; there are name, classes and ramp.")
    title = data.get("name", name)
    if not isinstance(title, str):
        raise InputError("The key name of the palette must be a text.")
    classes, ramp = data.get("classes", {}), data.get("ramp", [])
    if not isinstance(classes, dict):
        raise InputError('The key classes of the palette must be an object, as {"TEXT": "#84BEFF"}.')
    if not isinstance(ramp, list) or len(ramp) == 1 or len(ramp) > MOST_COLOURS:
        raise InputError(f"The key ramp of the palette must be a list of 2 to {MOST_COLOURS} colours.")
    chosen = []
    for key, colour in classes.items():
        if key not in PageClass.__members__:
            known = ", ".join(PageClass.__members__)
            raise InputError(f"The palette has a class {_shown(key)}; there are {known}.")
        chosen.append((PageClass[key], _colour(colour, f"the class {key}")))
    scale = tuple(_colour(colour, f"number {number} of the ramp") for number, colour in enumerate(ramp, 1))
    return Palette(" ".join(title.split())[:LONGEST_NAME] or name, tuple(chosen), scale)


def _jasc(lines: list[str]) -> tuple[str, ...]:
    """The colours of "JASC-PAL", version 0100: a count and as many lines of three numbers."""
    if len(lines) < 3 or lines[1].strip() != "0100":
        raise InputError("Line 2 of a JASC palette must be 0100, its version.")
    if not lines[2].strip().isdecimal() or not 2 <= int(lines[2].strip()[:9]) <= MOST_COLOURS:
        raise InputError(f"Line 3 of a JASC palette must be a count from 2 to {MOST_COLOURS}.")
    count = int(lines[2])
    rows = [(number, line) for number, line in enumerate(lines[3:], 4) if line.strip()]
    if len(rows) != count:
        raise InputError(f"Line 3 of the palette tells of {count} colours, but {len(rows)} follow.")
    return tuple(_three(line, number) for number, line in rows)


def _gimp(lines: list[str], name: str) -> Palette:
    """The colours of a "GIMP Palette": head lines "Key: value", then three numbers and a name a line."""
    colours = []
    for number, line in enumerate(lines[1:], 2):
        if line.startswith("Name:"):
            name = " ".join(line[5:].split())[:LONGEST_NAME] or name
        elif line.strip() and not line.startswith(("#", "Columns:", "Channels:")):
            colours.append(_three(" ".join(line.split()[:3]), number))
            if len(colours) > MOST_COLOURS:
                raise InputError(f"Line {number} is one colour more than the {MOST_COLOURS} of a palette.")
    if len(colours) < 2:
        raise InputError("The palette has fewer than two colours.")
    return Palette(name, (), tuple(colours))


def _three(line: str, number: int) -> str:
    parts = line.split()
    if len(parts) != 3 or not all(re.fullmatch(r"[0-9]{1,3}", part) and int(part) < 256 for part in parts):
        raise InputError(f"Line {number} of the palette must be three numbers from 0 to 255.")
    return "#{:02X}{:02X}{:02X}".format(*map(int, parts))


def _colour(value: object, what: str) -> str:
    if not isinstance(value, str) or not _COLOUR.fullmatch(value):
        raise InputError(f"The colour of {what} must be written as #RRGGBB.")
    return value.upper()


def _shown(key: str) -> str:
    return f"“{shown_input(key)}”"
