"""Plays scenarios on real file systems over disks that write everything down."""

from __future__ import annotations

import contextlib
import ctypes
import os
import struct
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from faults.crash.blocklog import Block, BlockLog, logged_disk
from faults.crash.children import Doer
from faults.crash.disks import looped, mounted
from faults.crash.images import FileSystem, copied
from faults.crash.program import Editor, MakeEditor, prepare, state_folder
from faults.crash.scenarios import Scenario

_MARK = struct.Struct("<IQ")


@dataclass(frozen=True)
class Recording:
    """What came of it. ``bases``: the disks before all blocks; crashes make sense from block ``start`` on.

    ``said``: for each scenario, how far the log was when each of its steps was said to be done.
    """

    bases: Sequence[int]
    blocks: Sequence[Block]
    start: int
    said: Sequence[Sequence[int]]

    def done(self, scenario: int, position: int) -> int:
        """How many steps the person had been told of when the log was that far."""
        return sum(at <= position for at in self.said[scenario])

    def close(self) -> None:
        for base in self.bases:
            os.close(base)


def mount_point(folder: Path, disk: int) -> Path:
    """Where the disk of that number is mounted."""
    return folder / f"disk {disk}"


def place_of(folder: Path, number: int) -> Path:
    """Where the scenario of that number has its file: on the first disk."""
    return mount_point(folder, 0) / f"{number:02}" / "file"


def state_of(folder: Path, systems: Sequence[FileSystem]) -> Path:
    """Where journals and logs are: on the last disk."""
    return state_folder(mount_point(folder, len(systems) - 1))


def record(
    systems: Sequence[FileSystem], scenarios: Sequence[Scenario], folder: Path, editor: MakeEditor = Editor
) -> Recording:
    """All ``scenarios``, one after the other, in one process; one disk a file system, all in ``folder``."""
    log = BlockLog()
    images = [system.made(folder / "new") for system in systems]
    bases = [copied(image) for image in images]
    with contextlib.ExitStack() as stack:
        for number, (system, image) in enumerate(zip(systems, images)):
            file = stack.enter_context(logged_disk(number, image, log, folder / f"file {number}"))
            descriptor = os.open(file, os.O_RDWR | os.O_CLOEXEC)
            device = stack.enter_context(looped(descriptor, direct=True))
            os.close(descriptor)
            place = mount_point(folder, number)
            place.mkdir(exist_ok=True)
            stack.enter_context(mounted(device, place, system.kind, system.options))
        paths = [_prepared(scenario, place_of(folder, i)) for i, scenario in enumerate(scenarios)]
        state_of(folder, systems).mkdir(mode=0o700)
        for number, _ in enumerate(systems):
            _sync(mount_point(folder, number))
        begun = log.position()
        said = _played(scenarios, paths, state_of(folder, systems), log, editor)
    blocks = list(log.blocks())
    log.close()
    for image in images:
        os.close(image)
    return Recording(bases, blocks, sum(block.end <= begun for block in blocks), said)


def _prepared(scenario: Scenario, path: Path) -> Path:
    path.parent.mkdir()
    return prepare(scenario, path.parent)


def _sync(place: Path) -> None:
    """All that is mounted there, on the disk for certain."""
    descriptor = os.open(place, os.O_RDONLY)
    if ctypes.CDLL(None, use_errno=True).syncfs(descriptor):
        raise OSError(ctypes.get_errno(), "syncfs")
    os.close(descriptor)


def _played(
    scenarios: Sequence[Scenario],
    paths: Sequence[Path],
    state: Path,
    log: BlockLog,
    editor: MakeEditor,
) -> list[list[int]]:
    marks = os.memfd_create("marks", os.MFD_CLOEXEC)

    def work(_: Callable[[], object]) -> None:
        editors = []  # none is closed: a document that is open when the power fails is the case that matters
        for number, (scenario, path) in enumerate(zip(scenarios, paths)):
            editors.append(editor(scenario, path, state))
            editors[-1].play(lambda number=number: os.write(marks, _MARK.pack(number, log.position())))

    child = Doer(work)
    child.begin()
    _, status = child.finish()
    if status:
        raise RuntimeError(f"the child that was to save ended with status {status}")
    said: list[list[int]] = [[] for _ in scenarios]
    for number, position in _MARK.iter_unpack(os.pread(marks, os.fstat(marks).st_size, 0)):
        said[number].append(position)
    os.close(marks)
    return said
