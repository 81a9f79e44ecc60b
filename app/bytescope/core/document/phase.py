"""Where a pattern begins; apart from the patterns themselves, which are only loaded for a fill."""

from __future__ import annotations

import enum

ENDLESS = 2**63 - 1
"""The size of a pattern: more than any document has."""


class Phase(enum.Enum):
    """Where a pattern begins: with the filled range, or at offset 0. Stamps are always absolute."""

    START = "start"
    ABSOLUTE = "absolute"
