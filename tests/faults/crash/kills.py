"""Kills a program that edits and saves, at every system call or some time, and looks at what is left."""

from __future__ import annotations

import itertools
import random
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from faults.crash.children import Work, in_child
from faults.crash.disks import die_with_parent
from faults.crash.judging import judge
from faults.crash.killing import Call, calls_of, killed_after, killed_at, why_not
from faults.crash.program import Editor, MakeEditor, prepare, recovered, small_chunks, state_folder
from faults.crash.scenarios import SCENARIOS, Scenario, random_scenario
from faults.row import Result, quick_folder

AT_RANDOM = 4
"""One kill of so many is at a random moment."""

SESSIONS = 25
"""One kill of so many is of a session at work, which takes seconds."""

LONGEST = 0.06
"""Seconds until the latest random moment."""

Kill = Callable[[Work], tuple[int, bool]]


def kills(count: int, seed: int, editor: MakeEditor = Editor) -> Result:
    """``count`` kills, the same for the same ``seed``; ``editor`` opens, edits and saves."""
    small_chunks()
    die_with_parent()
    chance = random.Random(seed)
    killer = Killer(editor)
    at_random, sessions = count // AT_RANDOM, count // SESSIONS
    at_calls = count - at_random - sessions
    if missing := why_not():
        killer.result.skipped, killer.result.why_skipped = at_calls, missing
    else:
        for scenario, call in killer.chosen(at_calls, chance):
            killer.at(scenario, call)
    for _ in range(at_random):
        killer.at_random(chance.randrange(1 << 32), chance.uniform(0, LONGEST))
    killer.sessions([chance.randrange(1 << 32) for _ in range(sessions)], chance)
    calls = f"{killer.hit} of {killer.changing} calls that change something"
    killer.result.notes = f"{calls}; {killer.mixtures} kills left mixtures"
    return killer.result


class Killer:
    """Kills one child after the other, and looks at what it left."""

    def __init__(self, editor: MakeEditor) -> None:
        self._editor = editor
        self.result = Result(0, [])
        self.inside = self.mixtures = self.hit = self.changing = 0

    def chosen(self, count: int, chance: random.Random) -> Iterator[tuple[Scenario, Call]]:
        """Calls of all scenarios: first those that change something, then others, in a random order."""
        scenarios = SCENARIOS if count >= 5 * len(SCENARIOS) else chance.sample(SCENARIOS, 3)
        every = [(scenario, call) for scenario in scenarios for call in self._calls(scenario)]
        changing = [item for item in every if item[1].changes]
        others = [item for item in every if not item[1].changes]
        self.hit, self.changing = min(count, len(changing)), len(changing)
        shuffled = [*chance.sample(changing, len(changing)), *chance.sample(others, len(others))]
        return itertools.islice(itertools.cycle(shuffled), count)

    def _calls(self, scenario: Scenario) -> list[Call]:
        with _folder(quick=True) as folder:
            path = prepare(scenario, folder)
            return calls_of(lambda say: self._editor(scenario, path, state_folder(folder)).play(say))

    def at(self, scenario: Scenario, call: Call) -> None:
        self._kill(
            scenario, f"at {call.name} number {call.number}", lambda work: killed_at(call, work), quick=True
        )

    def at_random(self, seed: int, seconds: float) -> None:
        where = f"after {seconds * 1000:.1f} ms"
        self._kill(random_scenario(seed), where, lambda work: killed_after(seconds, work), quick=False)

    def sessions(self, seeds: Sequence[int], chance: random.Random) -> None:
        if not seeds:
            return
        from faults.crash.typists import killed_typists

        for wrong in killed_typists(seeds, chance):
            self.result.done += 1
            self.inside += 1
            self.result.failures += wrong

    def _kill(self, scenario: Scenario, where: str, kill: Kill, *, quick: bool) -> None:
        self.result.done += 1
        if self._once(scenario, where, kill, quick=quick, complete=False):
            # A save was pending, and was rolled back: now the other way.
            self._once(scenario, where, kill, quick=quick, complete=True)

    def _once(self, scenario: Scenario, where: str, kill: Kill, *, quick: bool, complete: bool) -> bool:
        """Whether a save was pending."""
        with _folder(quick=quick) as folder:
            path = prepare(scenario, folder)
            done, killed = kill(lambda say: self._editor(scenario, path, state_folder(folder)).play(say))

            def look() -> Any:
                found = recovered({path: scenario}, state_folder(folder), complete=complete)[path]
                return judge(scenario, done, found), found.mixture(scenario, done), bool(found.before)

            wrong, mixture, pending = in_child(look)
        self.inside += killed and not complete
        self.mixtures += mixture and not complete
        way = "completed" if complete else "rolled back"
        self.result.failures += [f"{scenario.name}, {where}, {done} steps done, {way}: {w}" for w in wrong]
        return pending


@contextmanager
def _folder(*, quick: bool) -> Iterator[Path]:
    """In memory, or on the disk: to one that is killed, and not unplugged, that is the same."""
    with tempfile.TemporaryDirectory(dir=quick_folder() if quick else None) as name:
        yield Path(name)
