"""The definitions of structures that come with the program."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from bytescope.core.structs.shelf import Shelved, shelved
from bytescope.core.structs.tokens import LONGEST


@cache
def shipped() -> tuple[Shelved, ...]:
    """All of them, by their keys."""
    folder = files("bytescope_data") / "structures"
    found = sorted(item.name for item in folder.iterdir() if item.name.endswith(".h"))
    out = []
    for name in found:
        with (folder / name).open("rb") as file:
            out.append(shelved(name[:-2], file.read(LONGEST).decode("utf-8")))
    return tuple(out)
