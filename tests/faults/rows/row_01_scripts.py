"""Random scripts of edits, saves, reopenings and changes by others, against a list of plain bytes."""

from __future__ import annotations

import collections

from faults.filescripts import FilePlayer, ReopeningPlayer
from faults.row import Result, Row, quick_folder, told

ROW = Row(
    1,
    "random scripts: write, fill, insert, delete, move, undo, redo, save, reopen, change by another program",
    push=100_000,
    nightly=2_000_000,
    smoke=600,
    unit="scripts",
    parts=2,
)
SHARE = 20
"""One script in so many is played on a real file."""


def run(count: int, seed: int) -> Result:
    failures: list[str] = []
    saves: collections.Counter[str] = collections.Counter()
    folder = quick_folder()
    for number in range(seed << 32, (seed << 32) + count):
        on_file = number % SHARE == 0
        player = (
            FilePlayer(number, folder, largest=60, steps=12)
            if on_file
            else ReopeningPlayer(number, largest=40, steps=8)
        )
        try:
            player.play()
        except Exception as error:
            kind = type(player).__name__
            failures.append(f"{kind} {number}: {told(error)}")
            if len(failures) >= 20:
                break
        if isinstance(player, FilePlayer):
            saves.update(player.saves)
            player.cleared()
    kinds = ", ".join(f"{number:,} {kind}" for kind, number in saves.items())
    return Result(count, failures, notes=f"{saves.total() - saves['refused']:,} real saves: {kinds}")
