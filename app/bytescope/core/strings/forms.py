"""The encodings in which texts are looked for, and what they take for a character."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from bytescope.core.errors import InputError
from bytescope.core.text.formats import shown_input

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

UNICODE = 0x110000

LATIN_END = 0x0590
"""Latin, Greek, Cyrillic and Armenian lie below: in UTF-16 half of all other units are a character too."""


class Form(NamedTuple):
    """``unit``: bytes of the smallest character; 0 in ``number`` is one byte a character."""

    key: str
    title: str
    codec: str
    unit: int
    big: bool
    number: int


FORMS: dict[str, Form] = {
    form.key: form
    for form in (
        Form("ascii", "ASCII", "ascii", 1, False, 0),
        Form("latin-1", "Latin-1", "latin_1", 1, False, 1),
        Form("utf-8", "UTF-8", "utf_8", 1, False, 2),
        Form("utf-16le", "UTF-16 LE", "utf_16_le", 2, False, 3),
        Form("utf-16be", "UTF-16 BE", "utf_16_be", 2, True, 4),
        Form("utf-32le", "UTF-32 LE", "utf_32_le", 4, False, 5),
        Form("utf-32be", "UTF-32 BE", "utf_32_be", 4, True, 6),
    )
}
"""Every form by its key, in the order of their numbers."""

BY_NUMBER = tuple(FORMS.values())
CHOSEN_AT_FIRST = ("utf-8", "utf-16le")
LONGEST_LIST = 200


def forms_named(text: str) -> tuple[str, ...]:
    """The keys in a list such as "ascii,utf-16le"; ``InputError`` lists those there are."""
    keys = []
    for word in text[:LONGEST_LIST].split(","):
        key = word.strip().lower().replace("_", "-")
        if key not in FORMS:
            raise InputError(f"“{shown_input(word)}” is not known here; use one of {', '.join(FORMS)}.")
        keys.append(key)
    return tuple(dict.fromkeys(keys))


def printable(code: int, *, every_script: bool = True) -> bool:
    """Whether this code point stands in a text: a tab does, as for ``strings``; a line end does not."""
    if code == 9:
        return True
    return chr(code).isprintable() and (every_script or code < LATIN_END or 0x2010 <= code <= 0x2044)


@cache
def table_of(key: str, *, every_script: bool = True) -> NDArray[np.bool_]:
    """By byte (ASCII, Latin-1) or code point: whether it stands in a text. UTF-8 and 32 know every script."""
    import numpy as np

    every_script = every_script or FORMS[key].unit != 2
    if FORMS[key].unit == 1 and key != "utf-8":
        end = 0x7F if key == "ascii" else 0x100
        made = np.array([value < end and printable(value) for value in range(256)], np.bool_)
    else:
        # str.isprintable by hand for each of a million would take four times as long
        made = np.fromiter(map(str.isprintable, map(chr, range(UNICODE))), np.bool_, UNICODE)
        made[9] = True
        if not every_script:
            made[LATIN_END:0x2010] = made[0x2045:] = False
    made.flags.writeable = False
    return made
