"""All malformed inputs, in one list."""

from __future__ import annotations

from faults.malformed import command_lines, drops, files, journals, logs, pastes, settings, typed
from faults.malformed.case import Case


def cases() -> list[Case]:
    """Every named input there is; no name stands twice."""
    found = [
        case
        for module in (command_lines, files, typed, pastes, logs, journals, settings, drops)
        for case in module.cases()
    ]
    names = [case.name for case in found]
    if twice := {name for name in names if names.count(name) > 1}:
        raise ValueError(f"named twice: {sorted(twice)}")
    return found
