"""Names of files as text that can be shown: nothing in a name may act on the screen."""

from __future__ import annotations

import os

LONGEST_QUOTED = 200
"""Characters of a name that a sentence has room for."""


def printable_name(path: bytes | str) -> str:
    r"""``path`` with everything escaped that cannot be seen or that rearranges what stands beside it.

    Bytes that are not UTF-8 and ASCII controls become ``\xNN``; other control, bidirectional, invisible
    and unassigned characters become ``\uNNNN`` or ``\UNNNNNNNN``; a backslash is doubled, so that no
    two names look the same. Markup is left as it is: show names as plain text.
    """
    text = os.fsdecode(path)
    return "".join(c if c.isprintable() and c != "\\" else _escaped(c) for c in text)


def quoted_name(path: bytes | str) -> str:
    """The printable name in quotes for a sentence; of a very long one the beginning and the end."""
    name = printable_name(path)
    half = LONGEST_QUOTED // 2
    return f"“{name}”" if len(name) <= LONGEST_QUOTED else f"“{name[:half]}…{name[-half:]}”"


def _escaped(character: str) -> str:
    if character == "\\":
        return "\\\\"
    code = ord(character)
    if 0xDC80 <= code <= 0xDCFF:  # a byte that os.fsdecode could not decode
        return f"\\x{code - 0xDC00:02x}"
    if code <= 0xFF:
        return f"\\x{code:02x}" if code < 0x80 else f"\\u{code:04x}"
    return f"\\u{code:04x}" if code <= 0xFFFF else f"\\U{code:08x}"
