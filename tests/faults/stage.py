"""Puts what a disk may hold after a power failure on a real file system, for the real recovery to find."""

from __future__ import annotations

import contextlib
import os
import shutil
from collections.abc import Iterator
from pathlib import Path

from bytescope.core.storage.calls import CALLS, Calls
from faults.crashes import Image, Names
from faults.recording import Recorder


class Stage:
    """A folder ``root`` whose content is exchanged at will; ``store`` beside it takes what is not shown.

    Files come back as the very files they were (the same inode) where they are known to the stage when it
    is set up, or were noted by a recorder of it.
    """

    def __init__(self, folder: Path) -> None:
        folder.mkdir(exist_ok=True)
        self.root = folder / "disk"
        self._store = folder / "store"
        self.root.mkdir()
        self._store.mkdir()
        self._root = self.root.stat().st_ino
        self._folders: set[int] = {self._root}

    def recorder(self, base: Calls = CALLS) -> Recorder:
        return Recorder(self._store, base)

    def taken(self) -> tuple[Names, dict[int, bytes]]:
        """What is there now: names and bytes."""
        names: Names = {}
        files: dict[int, bytes] = {}
        folders = {str(self.root): self._root}
        for folder, entry in self._walk():
            inode = entry.inode()
            names[(folders[folder], entry.name)] = inode
            if entry.is_dir(follow_symlinks=False):
                self._folders.add(inode)
                folders[entry.path] = inode
            elif entry.is_file(follow_symlinks=False):
                files[inode] = Path(entry.path).read_bytes()
        return names, files

    def learn(self, recorder: Recorder) -> None:
        """Folders that were made while it recorded."""
        self._folders |= recorder.folders

    def put(self, image: Image) -> tuple[Names, dict[int, bytes]]:
        """Show ``image``, whatever is there now; as ``taken``."""
        there = self._swept()
        placed: dict[int, tuple[str, int]] = {}
        contents = dict(image.files)
        names: Names = {}
        by_folder: dict[int, list[tuple[str, int]]] = {}
        for (folder, name), inode in image.names:
            by_folder.setdefault(folder, []).append((name, inode))
        waiting = [(str(self.root), self._root, self._root)]
        while waiting:
            path, real, inode = waiting.pop()
            for name, child in by_folder.get(inode, ()):
                place = f"{path}/{name}"
                if child in self._folders:
                    found = there.pop(place, None) or self._made(place)
                    waiting.append((place, found, child))
                elif child in placed:
                    os.link(placed[child][0], place)
                    found = placed[child][1]
                else:
                    found = self._place(place, child, contents.get(child, b""))
                    placed[child] = place, found
                names[(real, name)] = found
        for path in sorted(there, reverse=True):
            os.rmdir(path)
        return names, {found: contents.get(child, b"") for child, (_, found) in placed.items()}

    def remove(self) -> None:
        """Take it down."""
        shutil.rmtree(self.root.parent)

    def _walk(self) -> Iterator[tuple[str, os.DirEntry[str]]]:
        waiting = [str(self.root)]
        while waiting:
            folder = waiting.pop()
            with os.scandir(folder) as entries:
                for entry in entries:
                    yield folder, entry
                    if entry.is_dir(follow_symlinks=False):
                        waiting.append(entry.path)

    def _swept(self) -> dict[str, int]:
        """Take all files away; the folders that are left, and their inodes."""
        folders: dict[str, int] = {}
        taken: set[int] = set()
        store = str(self._store)
        for _, entry in list(self._walk()):
            inode = entry.inode()
            if entry.is_dir(follow_symlinks=False):
                folders[entry.path] = inode
            elif inode in taken:  # a rename between two names of one file does nothing
                os.unlink(entry.path)
            else:
                taken.add(inode)
                os.rename(entry.path, f"{store}/{inode}")
        return folders

    def _made(self, place: str) -> int:
        os.mkdir(place, 0o700)
        found = os.stat(place).st_ino
        self._folders.add(found)
        return found

    def _place(self, place: str, inode: int, data: bytes) -> int:
        with contextlib.suppress(FileNotFoundError):
            os.rename(f"{self._store}/{inode}", place)
        fd = os.open(place, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        try:
            found = os.fstat(fd)
            if found.st_size != len(data):
                os.ftruncate(fd, len(data))
            os.pwrite(fd, data, 0)
        finally:
            os.close(fd)
        return found.st_ino
