"""Recovery as the program has it: interrupted saves and edit logs, by their own functions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from bytescope.core.storage.calls import Calls
from bytescope.core.storage.editlog.reading import open_base, replay, unsaved
from bytescope.core.storage.journal.recovery import complete, interrupted, roll_back
from bytescope.core.storage.private import StateFolder
from bytescope.core.ticket import Ticket
from faults.scenes import windowed
from faults.trials import Film


@dataclass(frozen=True)
class Place:
    """A state folder, and the file whose saves left something there."""

    state: Path
    target: Path


class StateRecovery:
    """What is in the state folder of a place, or of a film's disk."""

    def offers(self, film: Film | Place, calls: Calls) -> Sequence[tuple[str, str]]:
        found = []
        pending = interrupted(StateFolder(film.state, calls))
        for item in pending:
            if item.can_roll_back:
                found.append((item.name, "roll back"))
            if item.can_complete:
                found.append((item.name, "complete"))
        assert found or not pending, f"no way out: {[item.sentence for item in pending]}"
        return found

    def take(self, film: Film | Place, offer: tuple[str, str], calls: Calls) -> None:
        name, way = offer
        (complete if way == "complete" else roll_back)(StateFolder(film.state, calls), name, Ticket())

    def unsaved(self, film: Film | Place, calls: Calls) -> list[bytes]:
        state = StateFolder(film.state, calls)
        documents = []
        for item in unsaved(state, calls):
            assert not item.pending, "the edit log waits for a journal that is not there"
            document = open_base(item)
            try:
                replayed = replay(state, item.name, document, Ticket(), anyway=True, calls=calls)
                assert not replayed.complaint, replayed.complaint
                shown = document.snapshot().read(0, document.size)
                assert not shown.lost
                file = film.target.read_bytes()
                documents.append(
                    shown.data if item.window is None else windowed(file, item.window, shown.data)
                )
            finally:
                document.base.close()
        return documents
