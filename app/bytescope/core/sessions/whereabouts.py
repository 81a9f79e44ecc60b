"""Finds the files of a session that are no longer where they were when it was saved."""

from __future__ import annotations

import os
import stat
from collections import deque
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from bytescope.core.sessions.saved import SavedDocument, SavedSession
from bytescope.core.ticket import Ticket

MOST_ENTRIES = 20_000
"""Names of files and folders that are looked at for all files of a session together."""

DEEPEST = 4
"""Folders inside each other that are looked into."""


class Whereabouts(NamedTuple):
    """The session with the paths as they are now, what was found elsewhere (old path, new path), and what
    was not found (old paths); both in the order of the documents.
    """

    session: SavedSession
    moved: tuple[tuple[bytes, bytes], ...] = ()
    missing: tuple[bytes, ...] = ()


def find_all(session: SavedSession, folder: bytes, ticket: Ticket) -> Whereabouts:
    """Look for each file that is to be opened; ``folder`` is where the session file lies.

    A file that is gone from its path is looked for by its name beside the session file, then by what it
    is (inode, size, time) near where it was and near the session file. Only names and inodes are read.
    """
    documents: list[SavedDocument] = []
    moved: list[tuple[bytes, bytes]] = []
    missing: list[bytes] = []
    near = _Near(ticket)
    for item in session.documents:
        ticket.check()
        if not item.open or os.path.lexists(item.path):
            documents.append(item)
            continue
        path = near.find(item, folder)
        if path is None:
            missing.append(item.path)
        else:
            moved.append((item.path, path))
        documents.append(item if path is None else item._replace(path=path))
    return Whereabouts(session._replace(documents=tuple(documents)), tuple(moved), tuple(missing))


def beside(items: Iterable[SavedDocument], chosen: SavedDocument, path: bytes) -> dict[bytes, bytes]:
    """Where the others of ``items`` are, if they moved as ``chosen`` did, which is at ``path`` now: old path
    and new one of those that are there.
    """
    out: dict[bytes, bytes] = {}
    for item in items:
        relative = os.path.relpath(item.path, os.path.dirname(chosen.path))
        there = os.path.normpath(os.path.join(os.path.dirname(path), relative))
        if item is not chosen and os.path.isfile(there):
            out[item.path] = there
    return out


class _Near:
    """Looks through folders, each once and not too many."""

    def __init__(self, ticket: Ticket) -> None:
        self._ticket = ticket
        self._by_inode: dict[int, list[bytes]] = {}
        self._left = MOST_ENTRIES
        self._seen: set[bytes] = set()

    def find(self, item: SavedDocument, folder: bytes) -> bytes | None:
        """The path of a file that is surely the one of ``item``."""
        name = os.path.join(folder, os.path.basename(item.path))
        if _is_it(item, name):
            return name
        if item.identity is None:
            return None
        was = os.path.dirname(item.path)
        for start in dict.fromkeys((was, folder, os.path.dirname(was), os.path.dirname(folder))):
            self._look_through(start)
            for path in self._by_inode.get(item.identity[1], ()):
                if _is_it(item, path):
                    return path
        return None

    def _look_through(self, start: bytes) -> None:
        folders = deque([(start, 0)])
        while folders and self._left > 0:
            folder, depth = folders.popleft()
            if folder in self._seen:
                continue
            self._seen.add(folder)
            self._ticket.check()
            for entry in _entries(folder):
                self._left -= 1
                if self._left <= 0:
                    return
                if _is_folder(entry):
                    if depth + 1 < DEEPEST:
                        folders.append((entry.path, depth + 1))
                else:
                    self._by_inode.setdefault(entry.inode(), []).append(entry.path)


def _entries(folder: bytes) -> Iterator[os.DirEntry[bytes]]:
    try:
        with os.scandir(folder) as entries:
            yield from entries
    except OSError:
        return  # it cannot be looked into


def _is_folder(entry: os.DirEntry[bytes]) -> bool:
    try:
        return entry.is_dir(follow_symlinks=False)
    except OSError:
        return False


def _is_it(item: SavedDocument, path: bytes) -> bool:
    """Whether the file at ``path`` is the one of ``item``.

    An inode's number is given to another file when its own is gone, and the device's is another one after
    the next mount on some file systems; so neither is enough alone.
    """
    try:
        found = os.stat(path)
    except OSError:
        return False
    if not (stat.S_ISREG(found.st_mode) or stat.S_ISBLK(found.st_mode)):
        return False
    if (found.st_size, found.st_mtime_ns) == (item.size, item.mtime_ns):
        return True
    same_name = os.path.basename(path) == os.path.basename(item.path)
    return same_name and (found.st_dev, found.st_ino) == item.identity
