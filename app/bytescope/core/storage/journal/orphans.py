"""Journals that were left behind: found, claimed so that nobody else works with them, and put away."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator
from contextlib import contextmanager

from bytescope.core.errors import RefusedError, SaveError
from bytescope.core.source.base import Source
from bytescope.core.source.shown import printable_name
from bytescope.core.storage.calls import Calls
from bytescope.core.storage.causes import cause_of
from bytescope.core.storage.journal.coding import Header, Way
from bytescope.core.storage.journal.reading import FileBytesAt, JournalContent, header_of, read_journal
from bytescope.core.storage.private import StateFolder, StateFolderError

JOURNALS, CLONES = "journals", "clones"


class Orphan:
    """A journal that was left behind, open and locked."""

    def __init__(self, state: StateFolder, name: str, fd: int) -> None:
        self.state = state
        self.name = name
        self._calls: Calls = state.calls
        self._fds = [fd]
        self.has_clone = False
        self.content: JournalContent | None = None

    def parse(self) -> JournalContent | None:
        self.content = read_journal(self._fds[0], self._calls, self._open_clone)
        return self.content

    @property
    def journal(self) -> JournalContent:
        assert self.content is not None
        return self.content

    @property
    def shown(self) -> str:
        return printable_name(os.path.basename(self.journal.header.shown))

    @property
    def has_old(self) -> bool:
        """Whether all old bytes are there."""
        way = self.journal.header.way
        return way is Way.UNDO or (way is Way.CLONE and self.has_clone)

    def _open_clone(self, name: str) -> Source | None:
        try:
            fd = self.state.claim(CLONES, name)
        except (OSError, StateFolderError):
            return None
        if fd is None:
            return None
        self._fds.append(fd)
        size = self._calls.fstat(fd).st_size
        self.has_clone = True
        return FileBytesAt(fd, self._calls, size)

    def remove(self) -> None:
        """Raises ``OSError``."""
        self.state.remove(JOURNALS, self.name)
        if self.content is not None and self.content.header.clone:
            with contextlib.suppress(OSError, StateFolderError):
                self.state.remove(CLONES, self.content.header.clone)

    def close(self) -> None:
        for fd in self._fds:
            with contextlib.suppress(OSError):
                self._calls.close(fd)


@contextmanager
def opened(state: StateFolder, name: str, *, damaged: bool = False) -> Iterator[Orphan]:
    """One journal, by name, for as long as something is done with it."""
    try:
        fd = state.claim(JOURNALS, name)
    except FileNotFoundError:
        raise RefusedError("This journal is gone: the save it belongs to has been dealt with.") from None
    except OSError as error:
        raise RefusedError(f"The journal cannot be read: {cause_of(error)}; try again later.") from error
    if fd is None:
        raise RefusedError("A program works with this journal at the moment; end what it does first.")
    item = Orphan(state, name, fd)
    try:
        content = item.parse()
        if not damaged and (content is None or not content.committed):
            raise RefusedError(
                "This journal was never finished, so its file was not touched; it can be discarded."
            )
        yield item
    except OSError as error:
        raise SaveError(
            f"This could not be done: {cause_of(error)}. The journal is kept, so that it can be done again."
        ) from error
    finally:
        item.close()


def left_behind(state: StateFolder) -> Iterator[Orphan]:
    for name in state.names(JOURNALS):
        try:
            fd = state.claim(JOURNALS, name)
        except (OSError, StateFolderError):
            continue  # not ours to judge
        if fd is None:
            continue
        item = Orphan(state, name, fd)
        try:
            content = item.parse()
            if content is not None and content.committed:
                yield item
                continue
            item.remove()
        except OSError:
            pass
        item.close()


def same_file(one: Header, other: Header) -> bool:
    return (one.inode, one.path) == (other.inode, other.path)


def remove_lone_clones(state: StateFolder, wanted: set[str]) -> None:
    """Clones whose journal is gone hold room and mean nothing."""
    with contextlib.suppress(OSError, StateFolderError):
        for name in state.names(CLONES):
            if name in wanted:
                continue
            with contextlib.suppress(OSError, StateFolderError):
                fd = state.claim(CLONES, name)
                if fd is not None:
                    state.remove(CLONES, name)
                    state.calls.close(fd)


def finished_header(state: StateFolder, name: str) -> Header | None:
    """The header of a journal that was finished; its contents are not read, and it may be in use."""
    fd = state.open(JOURNALS, name)
    try:
        return header_of(fd, state.calls)
    finally:
        state.calls.close(fd)


def others(state: StateFolder, item: Orphan) -> list[tuple[int, str]]:
    """Other journals of the same file: when each was begun, and its name; the newest first.

    A save that failed half-way leaves a journal, and so may the next one of the same file.
    """
    ours = item.journal.header
    found = []
    for name in state.names(JOURNALS):
        if name == item.name:
            continue
        with contextlib.suppress(OSError, StateFolderError):
            header = finished_header(state, name)
            if header is not None and same_file(header, ours):
                found.append((header.began, name))
    return sorted(found, reverse=True)
