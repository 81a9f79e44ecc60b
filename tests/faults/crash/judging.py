"""Says whether anything was lost: a file is old or new, new once "Saved" was said, and edits come back."""

from __future__ import annotations

from dataclasses import dataclass, field

from faults.crash.scenarios import Scenario


@dataclass
class Found:
    """What is there after a crash and one recovery.

    ``raw``: the file before anything was recovered. ``file``: after it. ``document``: the file with the
    unsaved edits over it. ``saves``: how many were interrupted. ``before`` and ``left``: what was pending
    before and after, in words.
    """

    raw: bytes
    file: bytes
    document: bytes
    saves: int = 0
    before: list[str] = field(default_factory=list)
    left: list[str] = field(default_factory=list)
    troubles: list[str] = field(default_factory=list)

    def mixture(self, scenario: Scenario, done: int) -> bool:
        """Whether the crash left the file neither old nor new."""
        return self.raw not in scenario.allowed(done)[0]


def judge(scenario: Scenario, done: int, found: Found, sure: int | None = None) -> list[str]:
    """What is wrong where the child had said that ``done`` steps were done; empty if nothing was lost.

    ``sure``: so many of the steps must be recoverable (all where not given).
    """
    files, documents = scenario.allowed(done, sure)
    wrong = list(found.troubles)
    if found.file not in files:
        wrong.append(_state(scenario, done, found) + _nearest(found.file, files))
    if found.document not in documents:
        wrong.append("unsaved edits are lost" + _nearest(found.document, documents))
    if found.saves and scenario.steps[done : done + 1] != (("save",),):
        wrong.append("a save is pending that was not under way: " + "; ".join(found.before))
    if found.left:
        wrong.append("still pending: " + "; ".join(found.left))
    return wrong


def _state(scenario: Scenario, done: int, found: Found) -> str:
    if any(found.file == file for file, _ in scenario.states[:done]):
        return "the file is old though it was said to be saved"
    return "the file is neither old nor new"


def _nearest(got: bytes, wanted: set[bytes]) -> str:
    """How far it is from the nearest of what it may be."""
    return "".join(f" ({_difference(got, content)})" for content in list(wanted)[:3])


def _difference(got: bytes, content: bytes) -> str:
    if len(got) != len(content):
        return f"{len(got):,} bytes instead of {len(content):,}"
    wrong = [at for at, (a, b) in enumerate(zip(got, content)) if a != b]
    return f"{len(wrong):,} wrong bytes from {wrong[0]:,} to {wrong[-1]:,}" if wrong else "equal"
