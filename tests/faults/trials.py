"""Lets the power fail at every call of what was recorded, and judges what recovery makes of it."""

from __future__ import annotations

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

AGAIN = 3
"""Moments at which a recovery is interrupted in its turn, of each that is tried."""


@dataclass(frozen=True)
class Expected:
    """What must hold from a moment of a recording on.

    ``said``: None while a save is under way (then the file is ``old`` or ``new``, or can be made so), "saved"
    (``new``, and nothing pending), "not saved" (``old``, and nothing pending), or "in part" (something is
    pending that makes it ``old`` or ``new``). ``edits``: what the edit log must offer where the file is
    ``old``: ``new`` then comes out of it. Without it nothing may be offered.
    """

    old: bytes
    new: bytes
    said: str | None
    edits: bool = False


@dataclass
class Film:
    """One recording: how the disk was before, what was done, and what must hold behind each event."""

    name: str
    names: Names
    files: dict[int, bytes]
    target: Path
    events: list[Event] = field(default_factory=list)
    expected: list[tuple[int, Expected]] = field(default_factory=list)

    def expect(self, expected: Expected) -> None:
        """From now on."""
        self.expected.append((len(self.events), expected))

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

    def __init__(self, stage: Stage, recovery: Recovery, seed: int, *, most_failures: int = 20) -> None:
        self.tried = 0
        self.failures: list[str] = []
        self._stage = stage
        self._recovery = recovery
        self._dice = random.Random(seed)
        self._seen: set[tuple[str, Expected, Image]] = set()
        self._most = most_failures

    @property
    def different(self) -> int:
        return len(self._seen)

    def all_of(self, film: Film) -> None:
        """Every moment, with every state worth trying for itself."""
        for count, disk in self._moments(film):
            for image in disk.systematic():
                self._try(film, film.after(count), image, f"event {count}")

    def some_of(self, films: Sequence[Film], count: int) -> None:
        """So many more at random moments, in random states."""
        disks = {film.name: [(at, disk.copied()) for at, disk in self._moments(film)] for film in films}
        until = self.tried + count
        while self.tried < until and len(self.failures) < self._most:
            film = self._dice.choice(films)
            at, disk = self._dice.choice(disks[film.name])
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
        self._stage.put(image)
        offers = self._recovery.offers(film, CALLS)
        if not offers:
            self._check_settled(film, expected, _bytes(film))
            return
        assert expected.said in (None, "in part"), f"{offers} is offered after “{expected.said}” was told"
        assert _bytes_or_none(film) is not None, "the file is gone"
        for offer in offers:
            self._stage.put(image)
            names, files = self._stage.taken()
            recorder = self._stage.recorder()
            self._recovery.take(film, offer, recorder.calls)
            found = _bytes(film)
            wanted = expected.new if offer[1] == "complete" else expected.old
            assert found == wanted, f"{offer[1]} gave {_differs(found, wanted)}"
            left = self._recovery.offers(film, CALLS)
            assert not left, f"{left} is still pending after {offer[1]}"
            self._check_log(film, expected, found)
            self._stage.learn(recorder)
            if depth < 2:
                again = Film(film.name, names, files, film.target, recorder.events)
                self._interrupt(again, expected, f"{where}, {offer[1]}", offer, depth + 1)

    def _interrupt(
        self, film: Film, expected: Expected, where: str, offer: tuple[str, str], depth: int
    ) -> None:
        """Let the power fail in the recovery as well; once it has ended, what it made stays."""
        moments = [(at, disk.copied()) for at, disk in self._moments(film)]
        wanted = expected.new if offer[1] == "complete" else expected.old
        done = Expected(wanted, wanted, "saved", expected.edits and wanted != expected.new)
        if done.edits:
            done = Expected(expected.old, expected.new, "not saved", edits=True)
        going_on = Expected(expected.old, expected.new, None, expected.edits)
        for _ in range(AGAIN):
            at, disk = self._dice.choice(moments)
            state = done if at == len(film.events) else going_on
            image = disk.at_random(self._dice)
            self._try(film, state, image, f"{where}, its event {at}", depth)

    def _check_settled(self, film: Film, expected: Expected, found: bytes) -> None:
        allowed = {
            None: (expected.old, expected.new),
            "saved": (expected.new,),
            "not saved": (expected.old,),
            "in part": (),
        }[expected.said]
        assert found in allowed, (
            f"nothing is pending, “{expected.said}” was told, and the file is "
            f"{_differs(found, expected.old)} / {_differs(found, expected.new)}"
        )
        self._check_log(film, expected, found)

    def _check_log(self, film: Film, expected: Expected, found: bytes) -> None:
        offered = self._recovery.unsaved(film, CALLS)
        if not expected.edits or found == expected.new:
            assert not offered, "the edit log offers what is in the file, or what was undone"
        else:
            assert offered == [expected.new], "the edit log does not give back what was not saved"


def _bytes(film: Film) -> bytes:
    found = _bytes_or_none(film)
    assert found is not None, "the file is gone"
    return found


def _bytes_or_none(film: Film) -> bytes | None:
    try:
        return film.target.read_bytes()
    except FileNotFoundError:
        return None


def _differs(found: bytes, wanted: bytes) -> str:
    """Where two contents differ, in words."""
    if found == wanted:
        return "as wanted"
    places = [at for at, (a, b) in enumerate(zip(found, wanted)) if a != b]
    lengths = f"{len(found)} for {len(wanted)} bytes"
    return f"{lengths}, other bytes at {places[0]}…{places[-1]} ({len(places)})" if places else lengths
