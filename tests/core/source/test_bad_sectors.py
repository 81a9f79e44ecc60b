"""A real medium error, by reading and by the mapping: exactly the bad pages are unreadable."""

from __future__ import annotations

from pathlib import Path

import pytest

from bytescope.core.ranges import ByteRange
from bytescope.core.source import guard
from bytescope.core.source.base import Lost, Why, read
from bytescope.core.source.opening import open_file
from helpers.badsectors import bad_sectors

PAGE = 4096


@pytest.mark.needs_root
@pytest.mark.parametrize("start", [0, 100])
def test_exactly_the_bad_pages_are_unreadable(start: int, tmp_path: Path) -> None:
    assert guard.install()
    with bad_sectors(tmp_path / "medium", 64, [20, 21, 40]) as path:
        source = open_file(str(path), offset=start)
        lost = (
            Lost(ByteRange(20 * PAGE - start, 22 * PAGE - start), Why.UNREADABLE),
            Lost(ByteRange(40 * PAGE - start, 41 * PAGE - start), Why.UNREADABLE),
        )
        reading = read(source, 0, source.size)
        assert reading.lost == lost
        model = bytearray(b"\x01" * source.size)
        for item in lost:
            model[item.range.start : item.range.end] = bytes(item.range.length)
        assert reading.data == model
        assert source.read_undisturbed(0, memoryview(bytearray(source.size))) == lost
        assert source.can_map
        with source.pages(0, source.size) as pages:
            assert pages.array.sum() == source.size - 3 * PAGE
        assert pages.lost == lost
        with source.pages(22 * PAGE, PAGE) as pages:  # by a new mapping
            assert pages.array.all()
        assert pages.lost == ()
        del pages
        source.close()
