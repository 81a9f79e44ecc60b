"""Writes what is exported to a file of any name: never over what is shown, and whole or not at all."""

from __future__ import annotations

import os
import secrets
import stat
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from typing import BinaryIO

from bytescope.core.errors import BytescopeError, InputError
from bytescope.core.source.shown import quoted_name


def check_target(target: str, shown: Iterable[bytes], what: str = "picture") -> None:
    """Before the work: InputError where ``target`` is one of the files ``shown``, by whatever name,
    BytescopeError where it is certain that nothing can be written there."""
    for path in shown:
        try:
            same = os.path.samefile(os.fsencode(target), path)
        except (OSError, ValueError):
            continue  # it is not there yet, or cannot be made: that is told when it is written
        if same:
            raise InputError(
                f"{quoted_name(target)} is the file that the {what} would show; choose another output."
            )
    folder = os.path.dirname(os.path.abspath(target))
    if os.path.isdir(target) or "\0" in target:
        raise _unsaved(target, f"a {what} needs the name of a file", what)
    if not os.path.isdir(folder):
        raise _unsaved(target, "there is no such folder", what)


@contextmanager
def exported(target: str, shown: Iterable[bytes] = (), what: str = "picture") -> Iterator[BinaryIO]:
    """A file to write; it takes the place of ``target`` when all went well, and is gone otherwise.

    What is no ordinary file (a pipe, a device) is written to directly. Errors as in ``check_target``.
    """
    check_target(target, shown, what)
    path = os.fsencode(target)
    try:
        with _direct(path) if _is_special(path) else _replacing(path) as file:
            yield file
    except OSError as error:
        why = os.strerror(error.errno) if error.errno else "no such name"
        raise _unsaved(target, why[:1].lower() + why[1:], what) from error


def _is_special(path: bytes) -> bool:
    try:
        return not stat.S_ISREG(os.stat(path).st_mode)
    except FileNotFoundError:
        return False


@contextmanager
def _direct(path: bytes) -> Iterator[BinaryIO]:
    """Never waits for a pipe's reader."""
    fd = os.open(path, os.O_WRONLY | os.O_CLOEXEC | os.O_NONBLOCK | os.O_NOCTTY)
    with os.fdopen(fd, "wb") as file:
        os.set_blocking(fd, True)
        yield file


@contextmanager
def _replacing(path: bytes) -> Iterator[BinaryIO]:
    path = os.path.realpath(path)
    beside = os.path.join(os.path.dirname(path), b".bytescope-" + secrets.token_hex(8).encode())
    fd = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o666)
    try:
        with os.fdopen(fd, "wb") as file:
            yield file
        with suppress(OSError):
            os.chmod(beside, stat.S_IMODE(os.stat(path).st_mode))  # that of the file that it replaces
        os.replace(beside, path)
    except BaseException:
        with suppress(OSError):
            os.unlink(beside)
        raise


def _unsaved(target: str, why: str, what: str) -> BytescopeError:
    return BytescopeError(
        f"The {what} could not be saved as {quoted_name(target)}: {why}; choose another file or folder."
    )
