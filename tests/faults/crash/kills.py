"""Kills a program that edits and saves, at every system call or some time, and looks at what is left."""

from __future__ import annotations

import itertools
import random
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from faults.crash.children import Work, in_child
from faults.crash.disks import die_with_parent
from faults.crash.judging import judge
from faults.crash.killing import Call, calls_of, killed_after, killed_at, why_not
from faults.crash.program import (
    Editor,
    MakeEditor,
    prepare,
    recovered,
    settle_saves,
    small_chunks,
    state_folder,
)
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
    killer = Killer(editor, chance)
    at_random, sessions = count // AT_RANDOM, count // SESSIONS
    at_calls = count - at_random - sessions
    if missing := why_not():
        killer.result.skipped, killer.result.why_skipped = at_calls, missing
    else:
        for scenario, call in killer.chosen(at_calls):
            killer.at(scenario, call)
    for _ in range(at_random):
        killer.at_random(chance.randrange(1 << 32), chance.uniform(0, LONGEST))
    killer.sessions([chance.randrange(1 << 32) for _ in range(sessions)])
    calls = f"{len(killer.hit)} of {killer.changing} calls that change something"
    killer.result.notes = f"{calls}; {killer.mixtures} kills left mixtures, {killer.recoveries} "
    killer.result.notes += "recoveries were killed too"
    return killer.result


IN_RECOVERY = (
    ("pwrite64", 1),
    ("pwrite64", 2),
    ("pwrite64", 4),
    ("fsync", 1),
    ("fdatasync", 1),
    ("unlinkat", 1),
)
"""Calls that a recovery makes, and the how-manieth: at one of them it is killed itself."""


@dataclass(frozen=True)
class Recovery:
    """Whether a save is completed or rolled back, and where the first attempt at it is killed."""

    complete: bool
    killed_at: Call | None = None

    def __str__(self) -> str:
        after = f", after an attempt killed at {self.killed_at.name}" if self.killed_at else ""
        return ("completed" if self.complete else "rolled back") + after


class Killer:
    """Kills one child after the other, and looks at what it left."""

    def __init__(self, editor: MakeEditor, chance: random.Random) -> None:
        self._editor = editor
        self._chance = chance
        self.result = Result(0, [])
        self.hit: set[tuple[str, Call]] = set()
        self.mixtures = self.changing = self.recoveries = 0

    def chosen(self, count: int) -> Iterator[tuple[Scenario, Call]]:
        """Calls of all scenarios: first those that change something, then others, in a random order."""
        scenarios = SCENARIOS if count >= 5 * len(SCENARIOS) else self._chance.sample(SCENARIOS, 3)
        every = [(scenario, call) for scenario in scenarios for call in self._calls(scenario)]
        changing = [item for item in every if item[1].changes]
        others = [item for item in every if not item[1].changes]
        self.changing = len(changing)
        some, rest = (self._chance.sample(part, len(part)) for part in (changing, others))
        return itertools.islice(itertools.cycle([*some, *rest]), count)

    def _calls(self, scenario: Scenario) -> list[Call]:
        with _folder(quick=True) as folder:
            path = prepare(scenario, folder)
            return calls_of(lambda say: self._editor(scenario, path, state_folder(folder)).play(say))

    def at(self, scenario: Scenario, call: Call) -> None:
        where = f"at {call.name} number {call.number}"
        if self._kill(scenario, where, lambda work: killed_at(call, work), quick=True) and call.changes:
            self.hit.add((scenario.name, call))

    def at_random(self, seed: int, seconds: float) -> None:
        where = f"after {seconds * 1000:.1f} ms"
        self._kill(random_scenario(seed), where, lambda work: killed_after(seconds, work), quick=False)

    def sessions(self, seeds: Sequence[int]) -> None:
        if not seeds:
            return
        from faults.crash.typists import killed_typists

        for wrong in killed_typists(seeds, self._chance):
            self.result.done += 1
            self.result.failures += wrong

    def _kill(self, scenario: Scenario, where: str, kill: Kill, *, quick: bool) -> bool:
        """Kill and recover; whether it was killed before it had finished."""
        self.result.done += 1
        killed, pending = self._once(scenario, where, kill, Recovery(complete=False), quick=quick)
        if pending:
            complete = self._chance.random() < 0.5
            self._once(scenario, where, kill, Recovery(complete=True), quick=quick)
            broken = Recovery(complete, Call(*self._chance.choice(IN_RECOVERY), changes=True))
            self._once(scenario, where, kill, broken, quick=quick)
            self.recoveries += 1
        return killed

    def _once(
        self, scenario: Scenario, where: str, kill: Kill, way: Recovery, *, quick: bool
    ) -> tuple[bool, bool]:
        """Whether it was killed, and whether a save was pending then."""
        with _folder(quick=quick) as folder:
            path, state = prepare(scenario, folder), state_folder(folder)
            done, killed = kill(lambda say: self._editor(scenario, path, state).play(say))
            if way.killed_at is not None:
                killed_at(way.killed_at, lambda say: settle_saves(state, complete=way.complete))

            def look() -> Any:
                found = recovered({path: scenario}, state, complete=way.complete)[path]
                return judge(scenario, done, found), found.mixture(scenario, done), bool(found.saves)

            wrong, mixture, pending = in_child(look)
        self.mixtures += mixture and way == Recovery(complete=False)
        self.result.failures += [f"{scenario.name}, {where}, {done} steps done, {way}: {w}" for w in wrong]
        return killed, pending


@contextmanager
def _folder(*, quick: bool) -> Iterator[Path]:
    """In memory, or on the disk: to one that is killed, and not unplugged, that is the same."""
    with tempfile.TemporaryDirectory(dir=quick_folder() if quick else None) as name:
        yield Path(name)
