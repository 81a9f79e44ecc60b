"""``bytescope recover [FILE]``: list or deal with what earlier runs have left behind; never unasked."""

from __future__ import annotations

import json
import os
import time
from typing import TYPE_CHECKING

from bytescope.cli.arguments import parser_of
from bytescope.cli.files import say

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable

    from bytescope.core.storage.pending import Leftover
    from bytescope.core.storage.private import StateFolder
    from bytescope.core.ticket import Ticket

    Act = Callable[[StateFolder, Leftover, Ticket], str]

_STEPS = 5
"""Names of edits that are listed of one document, the last ones."""


def run(argv: list[str]) -> int:
    options = _options(argv)
    from bytescope.core.storage.pending import leftovers
    from bytescope.core.storage.private import default_state_folder

    state = default_state_folder()
    path = os.fsencode(options.file) if options.file is not None else None
    act = _act(options)
    if act is not None:
        _work_on(state, path, options, act)
    left = _chosen(leftovers(state, path), options.id)
    if act is None:
        _check_there(options, left)
        _print(left, options)
    elif options.json:
        _print(left, options)
    return 1 if left else 0


def _options(argv: list[str]) -> argparse.Namespace:
    parser = parser_of(
        "recover",
        "List what earlier runs have left of FILE (of all files without one): saves that were cut off, edits "
        "that were never saved. Nothing is done to a file without an option that asks for it. Status 0 when "
        "nothing is left, 1 when something is.",
    )
    parser.add_argument("file", metavar="FILE", nargs="?")
    add = parser.add_mutually_exclusive_group().add_argument
    add("--list", action="store_true", help="list it (the default)")
    add("--complete", action="store_true", help="bring the file to what was to be saved; where only its old "
        "bytes were kept: put them back, make the edits again, save")  # fmt: skip
    add("--roll-back", action="store_true", help="put the file back as it was before the save; the edits "
        "are kept")  # fmt: skip
    add("--export", metavar="OUT", help="write what can be restored to a new file; the file is only read")
    add("--discard", action="store_true", help="forget it; the file stays as it is")
    parser.add_argument("--id", metavar="ID", help="only the one that the list gives this number")
    parser.add_argument("--json", action="store_true", help="print the list as JSON")
    options = parser.parse_args(argv)
    acts = options.complete or options.roll_back or options.export or options.discard
    if acts and options.file is None and options.id is None:
        parser.error("Name a FILE, or one of the list by --id")
    if options.file is not None and "\0" in options.file:
        parser.error("No path has a zero byte")
    return options


def _act(options: argparse.Namespace) -> Act | None:
    from bytescope.core.storage import pending

    if options.complete:
        return pending.complete
    if options.roll_back:
        return pending.roll_back
    if options.discard:
        return _discard
    if options.export is not None:
        return _Export(os.fsencode(options.export))
    return None


def _discard(state: StateFolder, item: Leftover, ticket: Ticket) -> str:
    from bytescope.core.storage.pending import discard

    return discard(state, item)


class _Export:
    """Exports the newest only: one name is given."""

    def __init__(self, out: bytes) -> None:
        self._out = out

    def __call__(self, state: StateFolder, item: Leftover, ticket: Ticket) -> str:
        from bytescope.core.storage.pending import export

        return export(state, item, self._out, ticket)


def _work_on(state: StateFolder, path: bytes | None, options: argparse.Namespace, act: Act) -> None:
    """Do it for all that is there, the newest first: saves are taken back in the reverse order."""
    from bytescope.core.storage.pending import leftovers
    from bytescope.core.ticket import Ticket

    items = _chosen(leftovers(state, path), options.id)
    _check_there(options, items)
    if options.roll_back:
        items = [item for item in items if item.save is not None] or items
    for item in items[:1] if options.export is not None else items:
        # What was done for one may have changed what can be done for the next.
        now = next((i for i in leftovers(state, path) if i.id == item.id), None)
        if now is not None:
            say(act(state, now, Ticket()))
    if not items:
        say("There is nothing left to deal with.")


def _chosen(items: list[Leftover], id_: str | None) -> list[Leftover]:
    return [item for item in items if id_ is None or item.id == id_]


def _check_there(options: argparse.Namespace, items: list[Leftover]) -> None:
    """A name that means nothing is an error, not an empty list."""
    from bytescope.core.errors import InputError
    from bytescope.core.source.shown import quoted_name

    if items:
        return
    if options.id is not None:
        raise InputError(f"Nothing has the id {quoted_name(options.id)}; see bytescope recover --list.")
    if options.file is not None and not os.path.lexists(options.file):
        raise InputError(
            f"{quoted_name(options.file)} is not there, and nothing is left of it; check the name."
        )


def _print(items: list[Leftover], options: argparse.Namespace) -> None:
    if options.json:
        print(json.dumps([_plain(item) for item in items], indent=1))
        return
    for item in items:
        print("\n".join(_lines(item)))
    if not items:
        print("Nothing is left to recover.")


def _lines(item: Leftover) -> list[str]:
    steps = [f"    {name}" for name in item.steps[-_STEPS:]]
    if len(item.steps) > _STEPS:
        steps.insert(0, f"    … {len(item.steps) - _STEPS:,} earlier")
    return [
        item.shown,
        f"  {_clock(item.when)}: {item.what}",
        *steps,
        f"  {item.sentence}",
        f"  Possible: {_possible(item)}. Id {item.id}.",
    ]


def _possible(item: Leftover) -> str:
    acts = [f"--{name} OUT" if name == "export" else f"--{name}" for name in item.can]
    if item.can_recover:
        acts.append("in a window as unsaved edits")
    return ", ".join(acts)


def _plain(item: Leftover) -> dict[str, object]:
    return {
        "id": item.id,
        "file": os.fsdecode(item.path) if item.path is not None else None,
        "when": _clock(item.when),
        "interrupted_save": item.save is not None,
        "unsaved_edits": len(item.steps),
        "bytes": item.bytes,
        "steps": list(item.steps),
        "state": item.state,
        "sentence": item.sentence,
        "can": list(item.can),
    }


def _clock(when: float) -> str:
    return time.strftime("%Y-%m-%d %H:%M:%S", time.localtime(when))
