"""Every call of every kind of save fails, in every way: what is told is true, and nothing unsaved is lost."""

from __future__ import annotations

import gc
import random

import pytest

from faults.failing import points, tried
from faults.row import Result, Row, part, quick_folder
from faults.scenes import CHUNK
from helpers.saving import small_chunks

ROW = Row(
    6,
    "ENOSPC, EIO, EDQUOT, EFBIG, EMFILE, EROFS, short write, EINTR at every call of a save",
    push=8000,
    nightly=8000,
    smoke=150,
    unit="failing calls",
    parts=2,
)


def run(count: int, seed: int) -> Result:
    with pytest.MonkeyPatch.context() as patch:
        small_chunks(patch, CHUNK)
        folder = quick_folder()
        gc.freeze()  # what is loaded stays: to collect after each failure would take most of the time
        every = points(folder)
        index, parts = part()
        ours = every[index::parts]
        if count < len(ours) // 2:  # a smoke run
            ours = random.Random(seed).sample(ours, count)
        failures = [failure for point in ours if (failure := tried(point, folder)) is not None]

    return Result(len(ours), failures, notes="all calls")
