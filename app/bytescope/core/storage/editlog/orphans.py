"""Takes hold of logs that an earlier run has left behind: nobody else may work with them meanwhile."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from bytescope.core.errors import RefusedError
from bytescope.core.source.shown import printable_name
from bytescope.core.storage.calls import CALLS, Calls
from bytescope.core.storage.causes import cause_of
from bytescope.core.storage.editlog.folding import Fold, folded
from bytescope.core.storage.editlog.layout import KIND, LogError
from bytescope.core.storage.private import StateFolder


@contextmanager
def claimed(state: StateFolder, name: str, calls: Calls) -> Iterator[tuple[int, Fold]]:
    """The log's descriptor, held against others, and what it says.

    Raises RefusedError where it is in use or not ours, LogError where it cannot be understood, ``OSError``.
    """
    fd = state.claim(KIND, name)
    if fd is None:
        raise in_use()
    try:
        fold = folded(fd, calls)
        if fold is None:
            raise LogError("no header")
        yield fd, fold
    finally:
        calls.close(fd)


@contextmanager
def opened(state: StateFolder, name: str, calls: Calls) -> Iterator[tuple[int, Fold]]:
    """The same, with a sentence for everything that can be wrong. Raises RefusedError."""
    try:
        with claimed(state, name, calls) as found:
            yield found
    except LogError as error:
        raise RefusedError(
            "The edit log cannot be read: another version of Bytescope has written it, or it is damaged from "
            "its first byte on; discard it, or keep it for that version."
        ) from error
    except FileNotFoundError as error:
        raise RefusedError("The edit log is not there any more; nothing is left to recover.") from error
    except OSError as error:
        raise RefusedError(f"The edit log cannot be read: {cause_of(error)}; try again later.") from error


def in_use() -> RefusedError:
    return RefusedError("These edits belong to a document that is open in a running Bytescope; look there.")


def discard(state: StateFolder, name: str, calls: Calls = CALLS) -> None:
    """Take the log away, durably; it may be gone already. Raises RefusedError where that is not possible."""
    try:
        fd = state.claim(KIND, name)
        if fd is None:
            raise in_use()
        try:
            state.remove(KIND, name)
        finally:
            calls.close(fd)
    except FileNotFoundError:
        return
    except OSError as error:
        raise RefusedError(
            f"The edit log could not be removed: {cause_of(error)}; try again, or remove “{name}” from "
            f"“{printable_name(state.root)}” by hand."
        ) from error
