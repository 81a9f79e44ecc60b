"""Plays scenarios on a real file system over a disk that writes everything down."""

from __future__ import annotations

import ctypes
import os
import struct
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from faults.crash.blocklog import Block, LoggedDisk, logged_disk
from faults.crash.children import Doer
from faults.crash.disks import looped, mounted
from faults.crash.images import FileSystem, copied
from faults.crash.program import Editor, MakeEditor, prepare, state_folder
from faults.crash.scenarios import Scenario

_MARK = struct.Struct("<IQ")


@dataclass(frozen=True)
class Recording:
    """What came of it. ``base``: the disk before all blocks; crashes make sense from block ``start`` on.

    ``said``: for each scenario, how far the log was when each of its steps was said to be done.
    """

    base: int
    blocks: Sequence[Block]
    start: int
    said: Sequence[Sequence[int]]

    def done(self, scenario: int, position: int) -> int:
        """How many steps the person had been told of when the log was that far."""
        return sum(at <= position for at in self.said[scenario])

    def close(self) -> None:
        os.close(self.base)


def place_of(folder: Path, number: int) -> Path:
    """Where the scenario of that number has its file."""
    return folder / f"{number:02}"


def record(
    system: FileSystem,
    scenarios: Sequence[Scenario],
    folder: Path,
    editor: MakeEditor = Editor,
) -> Recording:
    """All ``scenarios``, one after the other, in one process and on one mount at ``folder / "disk"``."""
    image = system.made(folder / "new")
    base = copied(image)
    with logged_disk(image, folder / "file") as disk:
        descriptor = os.open(disk.place, os.O_RDWR | os.O_CLOEXEC)
        with looped(descriptor, direct=True) as device:
            os.close(descriptor)
            place = folder / "disk"
            place.mkdir(exist_ok=True)
            with mounted(device, place, system.kind, system.options):
                paths = _prepared(scenarios, place)
                begun = disk.position()
                said = _played(scenarios, paths, state_folder(place), disk, editor)
        blocks = list(disk.blocks())
    os.close(image)
    start = sum(block.end <= begun for block in blocks)
    return Recording(base, blocks, start, said)


def _prepared(scenarios: Sequence[Scenario], place: Path) -> list[Path]:
    """All files, on the disk for certain."""
    paths = []
    for number, scenario in enumerate(scenarios):
        folder = place_of(place, number)
        folder.mkdir()
        paths.append(prepare(scenario, folder))
    state_folder(place).mkdir(mode=0o700)
    descriptor = os.open(place, os.O_RDONLY)
    if ctypes.CDLL(None, use_errno=True).syncfs(descriptor):
        raise OSError(ctypes.get_errno(), "syncfs")
    os.close(descriptor)
    return paths


def _played(
    scenarios: Sequence[Scenario],
    paths: Sequence[Path],
    state: Path,
    disk: LoggedDisk,
    editor: MakeEditor,
) -> list[list[int]]:
    marks = os.memfd_create("marks", os.MFD_CLOEXEC)

    def work(_: Callable[[], object]) -> None:
        editors = []  # none is closed: a document that is open when the power fails is the case that matters
        for number, (scenario, path) in enumerate(zip(scenarios, paths)):
            editors.append(editor(scenario, path, state))
            editors[-1].play(lambda number=number: os.write(marks, _MARK.pack(number, disk.position())))

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
