"""The files opened last, newest first, as plain data for the settings."""

from __future__ import annotations

import os
from typing import NamedTuple

LIMIT = 12


class Recent(NamedTuple):
    """Paths as text; bytes that are not UTF-8 are kept as the escapes that ``os.fsdecode`` makes."""

    paths: tuple[str, ...] = ()

    def opened(self, path: bytes | str) -> Recent:
        text = os.fsdecode(os.path.abspath(path))
        return Recent((text, *(p for p in self.paths if p != text))[:LIMIT])

    def without(self, path: str) -> Recent:
        return Recent(tuple(p for p in self.paths if p != path))
