"""Cuts the power while files on real file systems are saved, at every write, and looks at what is left."""

from __future__ import annotations

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
from faults.crash.program import Editor, MakeEditor, recovered, small_chunks, state_folder
from faults.crash.recording import Recording, place_of, record
from faults.crash.scenarios import BLOCK, SCENARIOS, Scenario, pages_of, random_scenario
from faults.row import Result, quick_folder

RANDOM = 2
"""So many scenarios are made up by chance, beside those that are always played."""


def power_cuts(count: int, seed: int, editor: MakeEditor = Editor) -> Result:
    """``count`` images, the same for the same ``seed``; ``editor`` opens, edits and saves."""
    if os.geteuid() or not all(map(os.path.exists, ("/dev/fuse", "/dev/loop-control"))):
        return Result(0, [], count, "needs root, FUSE and loop devices")
    small_chunks()
    mount_alone()
    die_with_parent()
    result = Result(0, [])
    mixtures = 0
    for number, system in enumerate(FILE_SYSTEMS):
        share = count // len(FILE_SYSTEMS) + (number < count % len(FILE_SYSTEMS))
        if system.why_not:
            result.skipped += share
            result.why_skipped = system.why_not
            continue
        with tempfile.TemporaryDirectory(dir=quick_folder()) as folder:
            mixtures += _images(
                system, share, random.Random(f"{seed} {number}"), Path(folder), editor, result
            )
    result.notes = f"{mixtures} were mixtures before recovery"
    return result


def _images(
    system: FileSystem, count: int, chance: random.Random, folder: Path, editor: MakeEditor, result: Result
) -> int:
    """Adds to ``result``; how many images had a file that was neither old nor new."""
    scenarios = list(SCENARIOS)
    if count < len(scenarios):
        scenarios = chance.sample(scenarios, 4)
    else:
        scenarios += [random_scenario(chance.randrange(1 << 32)) for _ in range(RANDOM)]
    recording = record(system, scenarios, folder, editor)
    replay = Replay(recording.base, recording.blocks)
    mixtures = 0
    contents = {page for scenario in scenarios for page in pages_of(scenario)} - {bytes(BLOCK)}
    is_content = partial(_only, contents)
    for moment in _moments(recording, count, is_content, chance):
        crash = crash_at(moment, recording.blocks, is_content, chance)
        image = replay.image(crash)
        wrong, mixed = _look(
            system, scenarios, recording, crash, image, folder, complete=chance.random() < 0.5
        )
        os.close(image)
        result.failures += [f"{system.kind}, {crash}: {line}" for line in wrong]
        mixtures += mixed
        result.done += 1
    replay.close()
    recording.close()
    return mixtures


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


def _look(
    system: FileSystem,
    scenarios: Sequence[Scenario],
    recording: Recording,
    crash: Crash,
    image: int,
    folder: Path,
    *,
    complete: bool,
) -> tuple[list[str], bool]:
    place = folder / "disk"

    way = "completed" if complete else "rolled back"
    files = {place_of(place, number) / "file": scenario for number, scenario in enumerate(scenarios)}

    def look() -> Any:
        wrong, mixed = [], False
        every = recovered(files, state_folder(place), complete=complete)
        for number, (path, scenario) in enumerate(files.items()):
            done = recording.done(number, crash.position)
            lines = judge(scenario, done, every[path])
            wrong += [f"{scenario.name}, {done} steps done, {way}: {line}" for line in lines]
            mixed = mixed or every[path].mixture(scenario, done)
        return wrong, mixed

    try:
        with mounted_image(system, image, place):
            wrong, mixed = in_child(look)
    except (OSError, RuntimeError) as error:
        return [str(error)], False
    return wrong, mixed
