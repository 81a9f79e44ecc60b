"""Writes a picture to a file of any name, and never over what is shown in it."""

from __future__ import annotations

from collections.abc import Iterable

from bytescope.core.storage.exporting import check_target, exported

__all__ = ["check_target", "write_picture"]


def write_picture(data: bytes | bytearray | memoryview, target: str, shown: Iterable[bytes] = ()) -> None:
    """Write ``data``; BytescopeError says why it could not be. Never waits for a pipe's reader."""
    with exported(target, shown) as file:
        file.write(data)
