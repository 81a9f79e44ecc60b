"""Cuts the power while files on real file systems are saved, at every write, and looks at what is left."""

from __future__ import annotations

import contextlib
import os
import random
import tempfile
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from faults.crash.blocklog import Block
from faults.crash.children import in_child
from faults.crash.disks import die_with_parent, mount_alone
from faults.crash.images import FILE_SYSTEMS, Crash, FileSystem, Replay, crash_at, mounted_image
from faults.crash.judging import judge
from faults.crash.program import Editor, MakeEditor, recovered, small_chunks
from faults.crash.recording import Recording, mount_point, place_of, record, state_of
from faults.crash.scenarios import BLOCK, SCENARIOS, Scenario, pages_of, random_scenario
from faults.row import Result, quick_folder

EXT4, XFS, BTRFS = FILE_SYSTEMS
SETUPS = ((EXT4,), (XFS,), (BTRFS,), (EXT4, EXT4), (XFS, EXT4), (BTRFS, XFS))
"""The file system of the files, and that of journals and logs where it is another: there a flush of one
disk says nothing of the other.
"""

RANDOM = 2
"""So many scenarios are made up by chance, beside those that are always played."""


def power_cuts(count: int, seed: int, editor: MakeEditor = Editor) -> Result:
    """``count`` images, the same for the same ``seed``; ``editor`` opens, edits and saves."""
    if missing := _why_not():
        return Result(0, [], count, missing)
    small_chunks()
    die_with_parent()
    result, mixtures, chance = Result(0, []), 0, random.Random(seed)
    setups = SETUPS if count >= 10 * len(SETUPS) else chance.sample(SETUPS, 3)
    for number, systems in enumerate(setups):
        share = count // len(setups) + (number < count % len(setups))
        if missing := next((system.why_not for system in systems if system.why_not), ""):
            result.skipped += share
            result.why_skipped = missing
            continue
        with tempfile.TemporaryDirectory(dir=quick_folder()) as folder:
            cutter = Cutter(systems, Path(folder), editor, chance, result)
            cutter.cut(share)
            mixtures += cutter.mixtures
    result.notes = f"{mixtures} were mixtures before recovery"
    return result


def _why_not() -> str:
    """Why no disk can be made here; empty where it can, and then this process's mounts are its own."""
    if os.geteuid():
        return "needs root"
    try:
        for device in ("/dev/fuse", "/dev/loop-control"):
            os.close(os.open(device, os.O_RDWR | os.O_CLOEXEC))
        mount_alone()
    except OSError as error:
        return f"needs FUSE, loop devices and mounts: {error}"
    return ""


class Cutter:
    """Records what one setup does, and cuts its power."""

    def __init__(
        self,
        systems: Sequence[FileSystem],
        folder: Path,
        editor: MakeEditor,
        chance: random.Random,
        result: Result,
    ) -> None:
        self._systems = systems
        self._folder = folder
        self._editor = editor
        self._chance = chance
        self._result = result
        self.mixtures = 0

    def cut(self, count: int) -> None:
        """So often; what is found is in the result."""
        scenarios = self._scenarios(count)
        recording = record(self._systems, scenarios, self._folder, self._editor)
        replays = [Replay(disk, base, recording.blocks) for disk, base in enumerate(recording.bases)]
        contents = {page for scenario in scenarios for page in pages_of(scenario)} - {bytes(BLOCK)}
        is_content = partial(_only, contents)
        for moment in _moments(recording, count, is_content, self._chance):
            crash = crash_at(moment, recording.blocks, is_content, self._chance)
            images = [replay.image(crash) for replay in replays]
            self._look(scenarios, recording, crash, images)
            for image in images:
                os.close(image)
        for replay in replays:
            replay.close()
        recording.close()

    def _scenarios(self, count: int) -> list[Scenario]:
        if count < len(SCENARIOS):
            return self._chance.sample(SCENARIOS, 4)
        return [*SCENARIOS, *(random_scenario(self._chance.randrange(1 << 32)) for _ in range(RANDOM))]

    def _look(
        self, scenarios: Sequence[Scenario], recording: Recording, crash: Crash, images: Sequence[int]
    ) -> None:
        complete = self._chance.random() < 0.5
        way = "completed" if complete else "rolled back"
        files = {place_of(self._folder, number): scenario for number, scenario in enumerate(scenarios)}

        def look() -> Any:
            wrong, mixed = [], False
            every = recovered(files, state_of(self._folder, self._systems), complete=complete)
            for number, (path, scenario) in enumerate(files.items()):
                done = recording.done(number, crash.position)
                lines = judge(scenario, done, every[path])
                wrong += [f"{scenario.name}, {done} steps done, {way}: {line}" for line in lines]
                mixed = mixed or every[path].mixture(scenario, done)
            return wrong, mixed

        try:
            with contextlib.ExitStack() as stack:
                for number, (system, image) in enumerate(zip(self._systems, images)):
                    stack.enter_context(mounted_image(system, image, mount_point(self._folder, number)))
                wrong, mixed = in_child(look)
        except (OSError, RuntimeError) as error:
            wrong, mixed = [str(error)], False
        where = " with the journal on ".join(system.kind for system in self._systems)
        self._result.failures += [f"{where}, {crash}: {line}" for line in wrong]
        self._result.done += 1
        self.mixtures += mixed


def _only(contents: set[bytes], block: Block) -> bool:
    """Whether the block has nothing but pages of the files themselves.

    Only such a block is torn: that a file system's own records are not is what these three rely on.
    """
    pages = (block.data[at : at + BLOCK] for at in range(0, len(block.data), BLOCK))
    return block.offset > 0 and all(page in contents for page in pages)


def _moments(
    recording: Recording, count: int, is_content: Callable[[Block], bool], chance: random.Random
) -> list[int]:
    """Moments in order: some anywhere, some as soon as the person was told of something, and some when bytes
    of the files were on their way to the disk.
    """
    blocks = recording.blocks
    told = {at for said in recording.said for at in said}
    after = [number + 1 for number, block in enumerate(blocks) if block.end in told]
    end = min(len(blocks), after[-1] + 3)
    on_their_way, open_ = [], False
    for moment in range(recording.start, end):
        open_ = not blocks[moment].flush and (open_ or is_content(blocks[moment]))
        if open_:
            on_their_way.append(moment + 1)
    anywhere = list(range(recording.start, end + 1))
    third = count // 3
    return sorted(
        _drawn(anywhere, count - 2 * third, chance)
        + _drawn(after, third, chance)
        + _drawn(on_their_way or anywhere, third, chance)
    )


def _drawn(some: list[int], count: int, chance: random.Random) -> list[int]:
    """Each as often as the others, as far as ``count`` allows."""
    return some * (count // len(some)) + chance.sample(some, count % len(some))
