"""The page states that a command can ask the system for, without a window."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from bytescope.core.errors import InputError
from bytescope.core.touched.layers import BY_NAME, MEANINGS, Layer
from bytescope.core.touched.told import Told

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bytescope.core.source.file import FileSource
    from bytescope.core.touched.found import Found
    from bytescope.core.touched.state_runs import StateRuns

IN_CACHE = frozenset({Layer.RESIDENT, Layer.DIRTY, Layer.WRITING, Layer.EVICTED})
ON_DISK = frozenset({Layer.HOLE, Layer.UNWRITTEN, Layer.SHARED})
ASKED = IN_CACHE | ON_DISK


def layers_named(text: str) -> list[Layer]:
    """The layers of "resident,dirty" in the order of their values; "all": all that can be asked for.

    Raises InputError for names that are none, and for states that only an open window has.
    """
    names = [name.strip().lower() for name in text.split(",") if name.strip()]
    if names == ["all"]:
        return sorted(ASKED)
    can = ", ".join(MEANINGS[layer].name for layer in sorted(ASKED))
    for name in names:
        if name not in BY_NAME:
            raise InputError(f"There is no state “{name}”; choose from {can}, or all.")
        if BY_NAME[name] not in ASKED:
            raise InputError(
                f"Only an open window knows which pages are “{name}”; choose from {can}, or all."
            )
    return sorted({BY_NAME[name] for name in names})


def states_of(source: FileSource, wanted: Iterable[Layer], level: int) -> dict[Layer, StateRuns]:
    """The pages of the file in each state, as exact as cells of 2**level pages need it.

    What the system does not tell is left out, and said on the standard error output.
    """
    from bytescope.core.ranges import PageRange, page_count
    from bytescope.core.touched import systems

    layers = frozenset(wanted)
    found: dict[Layer, Found] = {}
    if layers & IN_CACHE:
        everything = PageRange(0, page_count(source.size))
        found |= systems.look(source, everything, level, layers & IN_CACHE).states
    if layers & ON_DISK:
        found |= systems.space(source).states
    out: dict[Layer, StateRuns] = {}
    for layer in sorted(layers):
        state = found[layer]
        if state.told is Told.YES and state.runs is not None:
            out[layer] = state.runs
        else:
            note = f" ({state.note})" if state.note else ""
            print(f"Which pages are {MEANINGS[layer].name} is {state.told.value}{note}.", file=sys.stderr)
    return out
