"""Writes a picture to a file of any name, and never over what is shown in it."""

from __future__ import annotations

import os
from collections.abc import Iterable

from bytescope.core.errors import BytescopeError, InputError
from bytescope.core.source.shown import quoted_name


def check_target(target: str, shown: Iterable[bytes]) -> None:
    """Before the work: InputError where ``target`` is one of the files ``shown``, by whatever name,
    BytescopeError where it is certain that nothing can be written there."""
    for path in shown:
        try:
            same = os.path.samefile(os.fsencode(target), path)
        except (OSError, ValueError):
            continue  # it is not there yet, or cannot be made: that is told when it is written
        if same:
            raise InputError(
                f"{quoted_name(target)} is the file that the picture would show; choose another output."
            )
    folder = os.path.dirname(os.path.abspath(target))
    if os.path.isdir(target) or "\0" in target:
        raise _unsaved(target, "a picture needs the name of a file")
    if not os.path.isdir(folder):
        raise _unsaved(target, "there is no such folder")


def write_picture(data: bytes | bytearray | memoryview, target: str) -> None:
    """Write the PNG ``data``; BytescopeError says why it could not be. Never waits for a pipe's reader."""
    flags = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_CLOEXEC | os.O_NONBLOCK | os.O_NOCTTY
    try:
        fd = os.open(os.fsencode(target), flags, 0o666)
        with os.fdopen(fd, "wb") as file:
            os.set_blocking(fd, True)
            file.write(data)
    except (OSError, ValueError) as error:
        why = os.strerror(error.errno) if isinstance(error, OSError) and error.errno else "no such name"
        raise _unsaved(target, why[:1].lower() + why[1:]) from error


def _unsaved(target: str, why: str) -> BytescopeError:
    return BytescopeError(
        f"The picture could not be saved as {quoted_name(target)}: {why}; choose another file or folder."
    )
