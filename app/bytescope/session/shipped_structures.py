"""The definitions of structures that come with the program."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from bytescope.core.structs.shelf import Shelved, shelved


@cache
def shipped() -> tuple[Shelved, ...]:
    """All of them, by their keys."""
    folder = files("bytescope_data") / "structures"
    found = sorted(item.name for item in folder.iterdir() if item.name.endswith(".h"))
    return tuple(shelved(name[:-2], (folder / name).read_text(encoding="utf-8")) for name in found)
