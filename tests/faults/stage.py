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
        self._folders: set[int] = {self.root.stat().st_ino}
        self._root = self.root.stat().st_ino

    def recorder(self, base: Calls = CALLS) -> Recorder:
        return Recorder(self._store, base)

    def taken(self) -> tuple[Names, dict[int, bytes]]:
        """What is there now: names and bytes."""
        names: Names = {}
        files: dict[int, bytes] = {}
        for folder, entry in self._walk(self.root):
            inode = entry.inode()
            names[(os.stat(folder).st_ino, entry.name)] = inode
            if entry.is_dir(follow_symlinks=False):
                self._folders.add(inode)
            elif entry.is_file(follow_symlinks=False):
                files[inode] = Path(entry.path).read_bytes()
        return names, files

    def learn(self, recorder: Recorder) -> None:
        """Folders that were made while it recorded."""
        self._folders |= recorder.folders

    def put(self, image: Image) -> None:
        """Show ``image``, whatever is there now."""
        folders = self._swept()
        placed: dict[int, str] = {}
        contents = dict(image.files)
        by_folder: dict[int, list[tuple[str, int]]] = {}
        for (folder, name), inode in image.names:
            by_folder.setdefault(folder, []).append((name, inode))
        waiting = [(str(self.root), self._root)]
        while waiting:
            path, inode = waiting.pop()
            folders.discard(path)
            for name, child in by_folder.get(inode, ()):
                place = f"{path}/{name}"
                if child in self._folders:
                    waiting.append((place, child))
                    if place not in folders:
                        os.mkdir(place, 0o700)
                elif child in placed:
                    os.link(placed[child], place)
                else:
                    placed[child] = place
                    self._place(place, child, contents.get(child, b""))
        for path in sorted(folders, reverse=True):
            os.rmdir(path)

    def remove(self) -> None:
        """Take it down."""
        shutil.rmtree(self.root.parent)

    def _walk(self, folder: Path) -> Iterator[tuple[Path, os.DirEntry[str]]]:
        with os.scandir(folder) as entries:
            for entry in entries:
                yield folder, entry
                if entry.is_dir(follow_symlinks=False):
                    yield from self._walk(Path(entry.path))

    def _swept(self) -> set[str]:
        """Take all files away; the folders that are left."""
        folders = {str(self.root)}
        taken: set[int] = set()
        for _, entry in list(self._walk(self.root)):
            inode = entry.inode()
            if entry.is_dir(follow_symlinks=False):
                folders.add(entry.path)
            elif inode in taken:  # a rename between two names of one file does nothing
                os.unlink(entry.path)
            else:
                taken.add(inode)
                os.rename(entry.path, self._store / str(inode))
        return folders

    def _place(self, place: str, inode: int, data: bytes) -> None:
        with contextlib.suppress(FileNotFoundError):
            os.rename(self._store / str(inode), place)
        fd = os.open(place, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        try:
            os.ftruncate(fd, len(data))
            os.pwrite(fd, data, 0)
        finally:
            os.close(fd)
