"""Lets the power fail at every call of what was recorded, and judges what recovery makes of it."""

from __future__ import annotations

import collections
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from bytescope.core.storage.calls import CALLS, Calls
from faults.crashes import Disk, Image, Names
from faults.recording import Event
from faults.row import told
from faults.stage import Stage

AGAIN = 1
"""Moments at which a recovery is interrupted in its turn, of each that is tried."""


@dataclass(frozen=True)
class Expected:
    """What must hold from a moment of a recording on.

    ``old`` and ``new`` are what the file holds without and with the edits (None: there is no file). ``said``:
    None while a save is under way (then the file is ``old`` or ``new``, or can be made so), "saved" (``new``,
    and nothing pending), "saved, may ask" (``new``; what is pending can only be told so), "saved, not for
    sure" (``old`` or ``new``), "not saved" (``old``, and nothing pending), or "in part" (something is pending
    that makes it ``old`` or ``new``). ``edits``: where the file is ``old``, the edit log must offer just
    ``new``; without it nothing; None: either, as it is being written.
    """

    old: bytes | None
    new: bytes
    said: str | None
    edits: bool | None = False


@dataclass
class Film:
    """One recording: how the disk was before, what was done, and what must hold behind each event."""

    name: str
    stage: Stage
    names: Names
    files: dict[int, bytes]
    target: Path
    events: list[Event] = field(default_factory=list)
    expected: list[tuple[int, Expected]] = field(default_factory=list)

    def expect(self, expected: Expected) -> None:
        """From now on."""
        self.expected.append((len(self.events), expected))

    @property
    def state(self) -> Path:
        """The person's private folder on that disk."""
        return self.stage.root / "state"

    def after(self, count: int) -> Expected:
        """What must hold when ``count`` events have happened."""
        return [expected for at, expected in self.expected if at <= count][-1]


class Recovery(Protocol):
    """What is offered after a restart; everything is done by the calls that are passed in."""

    def offers(self, film: Film, calls: Calls) -> Sequence[tuple[str, str]]:
        """What is pending, and a way out of it (``roll back``, ``complete``), for each such way."""
        ...

    def take(self, film: Film, offer: tuple[str, str], calls: Calls) -> None:
        """Go that way."""
        ...

    def unsaved(self, film: Film, calls: Calls) -> list[bytes]:
        """The documents that the edit logs offer, as they would be."""
        ...


class Trials:
    """Tries the states of recordings: ``tried`` in all, ``different`` of them that were judged."""

    def __init__(self, recovery: Recovery, seed: int, *, most_failures: int = 20) -> None:
        self.tried = 0
        self.failures: list[str] = []
        self._recovery = recovery
        self._dice = random.Random(seed)
        self._seen: set[tuple[str, Expected, Image]] = set()
        self._most = most_failures

    @property
    def different(self) -> int:
        return len(self._seen)

    def all_of(self, film: Film, most: int | None = None) -> None:
        """Every moment, with every state worth trying for itself; about ``most`` of them, where given."""
        share = 1.0
        if most is not None:
            every = sum(1 for _, disk in self._moments(film) for _ in disk.systematic())
            share = most / max(1, every)
        for count, disk in self._moments(film):
            for image in disk.systematic():
                if share >= 1 or self._dice.random() < share:
                    self._try(film, film.after(count), image, f"event {count}")

    def some_of(self, film: Film, count: int) -> None:
        """So many random states at random moments."""
        tries = collections.Counter(self._dice.randint(0, len(film.events)) for _ in range(count))
        for at, disk in self._moments(film):
            for _ in range(tries[at]):
                self._try(film, film.after(at), disk.at_random(self._dice), f"event {at}")

    @staticmethod
    def _moments(film: Film) -> Iterator[tuple[int, Disk]]:
        disk = Disk(film.names, film.files)
        yield 0, disk
        for count, event in enumerate(film.events, 1):
            disk.apply(event)
            yield count, disk

    def _try(self, film: Film, expected: Expected, image: Image, where: str, depth: int = 0) -> None:
        self.tried += 1
        key = (film.name, expected, image)
        if key in self._seen or len(self.failures) >= self._most:
            return
        self._seen.add(key)
        try:
            self._judge(film, expected, image, where, depth)
        except Exception as error:
            names = [name for (_, name), _ in image.names]
            self.failures.append(f"{film.name}, {where}, names {names}: {told(error)}")

    def _judge(self, film: Film, expected: Expected, image: Image, where: str, depth: int) -> None:
        film.stage.put(image)
        offers = self._recovery.offers(film, CALLS)
        if not offers:
            self._check_settled(film, expected, _found(film))
            return
        if expected.said == "saved, may ask":
            assert all(way == "complete" for _, way in offers), f"{offers} is offered, but it was saved"
        else:
            assert expected.said in (None, "in part"), f"{offers} is offered after “{expected.said}” was told"
        for offer in offers:
            shown = film.stage.put(image)
            self._go(film, expected, offer, where, depth, shown)

    def _go(
        self,
        film: Film,
        expected: Expected,
        offer: tuple[str, str],
        where: str,
        depth: int,
        shown: tuple[Names, dict[int, bytes]],
    ) -> None:
        """One way out, and if something is pending then, the same way with that."""
        recorder = film.stage.recorder()
        ways = []
        while offer:
            assert len(ways) < 4, f"still pending after {ways}"
            self._recovery.take(film, offer, recorder.calls)
            ways.append(offer[1])
            left = sorted(self._recovery.offers(film, CALLS), key=lambda item: item[1] != ways[0])
            offer = left[0] if left else ()
        wanted = expected.new if ways[-1] == "complete" else expected.old
        found = _found(film)
        assert found == wanted, f"{ways} gave {_differs(found, wanted)}"
        self._check_log(film, expected, found)
        film.stage.learn(recorder)
        if depth < 2:
            again = Film(film.name, film.stage, *shown, film.target, recorder.events)
            self._interrupt(again, expected, f"{where}, {ways}", wanted, depth + 1)

    def _interrupt(
        self, film: Film, expected: Expected, where: str, wanted: bytes | None, depth: int
    ) -> None:
        """Let the power fail in the recovery as well; once it has ended, what it made stays."""
        moments = [(at, disk.copied()) for at, disk in self._moments(film)]
        said = "saved" if wanted == expected.new else "not saved"
        done = Expected(expected.old, expected.new, said, expected.edits)
        going_on = Expected(expected.old, expected.new, None, expected.edits)
        for _ in range(AGAIN):
            at, disk = self._dice.choice(moments)
            state = done if at == len(film.events) else going_on
            image = disk.at_random(self._dice)
            self._try(film, state, image, f"{where}, its event {at}", depth)

    def _check_settled(self, film: Film, expected: Expected, found: bytes | None) -> None:
        allowed = {
            None: (expected.old, expected.new),
            "saved": (expected.new,),
            "saved, may ask": (expected.new,),
            "saved, not for sure": (expected.old, expected.new),
            "not saved": (expected.old,),
            "in part": (),
        }[expected.said]
        assert found in allowed, (
            f"nothing is pending, “{expected.said}” was told, and the file is "
            f"{_differs(found, expected.old)} / {_differs(found, expected.new)}"
        )
        self._check_log(film, expected, found)

    def _check_log(self, film: Film, expected: Expected, found: bytes | None) -> None:
        offered = self._recovery.unsaved(film, CALLS)
        if expected.edits is None:
            assert offered in ([], [expected.new]), "the edit log offers something else"
        elif not expected.edits or found == expected.new:
            assert not offered, "the edit log offers what is in the file, or what was undone"
        else:
            assert offered == [expected.new], "the edit log does not give back what was not saved"


def _found(film: Film) -> bytes | None:
    try:
        return film.target.read_bytes()
    except FileNotFoundError:
        return None


def _differs(found: bytes | None, wanted: bytes | None) -> str:
    """Where two contents differ, in words."""
    if found is None or wanted is None or found == wanted:
        return "as wanted" if found == wanted else "gone" if found is None else "there"
    places = [at for at, (a, b) in enumerate(zip(found, wanted)) if a != b]
    lengths = f"{len(found)} for {len(wanted)} bytes"
    return f"{lengths}, other bytes at {places[0]}…{places[-1]} ({len(places)})" if places else lengths
