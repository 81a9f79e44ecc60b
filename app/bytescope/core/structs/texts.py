"""Files with definitions."""

from __future__ import annotations

import re

from bytescope.core.errors import InputError
from bytescope.core.structs.shelf import COMPILED

_HEADER = re.compile(r"^\s*#\s*(?:include|if|ifdef|ifndef|pragma\s+once)\b", re.MULTILINE)
_PACKED = re.compile(r"^\s*#\s*pragma\s+pack\b", re.MULTILINE)


def file_text(data: bytes, name: str) -> str:
    """The definition in a file; ``InputError`` where it is no text.

    A header of a C program, that includes others or has conditions, means the places of a compiler: it begins
    with ``#pragma pack()`` then, unless it says so itself.
    """
    if b"\0" in data:
        raise InputError(f"“{name}” is no text; choose a file with definitions in C.")
    data = data.removeprefix(b"\xef\xbb\xbf")
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        text = data.decode("latin-1")  # names are ASCII, only remarks are not
    text = text.replace("\r\n", "\n")
    if _HEADER.search(text) and not _PACKED.search(text):
        return COMPILED + text
    return text
