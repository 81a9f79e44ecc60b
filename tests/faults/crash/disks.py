"""Loop devices and mounts that end with the process that made them, however it ends. Needs root."""

from __future__ import annotations

import contextlib
import ctypes
import errno
import fcntl
import os
import stat
import struct
from collections.abc import Iterator
from pathlib import Path

# include/uapi/linux/loop.h
_GET_FREE, _CONFIGURE, _CLEAR = 0x4C82, 0x4C0A, 0x4C01
_AUTOCLEAR, _DIRECT = 4, 16
_CONFIG = struct.Struct("<II 52xI 176x 64x")  # descriptor, block size, flags within 232 bytes, reserved
_LOOP_MAJOR = 7
_NEW_NAMESPACE = 0x20000
_PRIVATE, _RECURSIVE, _NOATIME, _DETACH = 1 << 18, 1 << 14, 1 << 10, 2
_DEATH_SIGNAL, _KILLED = 1, 9
_SECTOR = 512
_TRIES = 200

_c = ctypes.CDLL(None, use_errno=True)


def _checked(result: int, what: str) -> None:
    if result:
        number = ctypes.get_errno()
        raise OSError(number, f"{what}: {os.strerror(number)}")


def mount_alone() -> None:
    """From here on the mounts of this process are its own and its children's, and end with them."""
    _checked(_c.unshare(_NEW_NAMESPACE), "unshare")
    _checked(_c.mount(b"none", b"/", None, _PRIVATE | _RECURSIVE, None), "mount --make-rprivate /")


def die_with_parent() -> None:
    """For a child: be killed when the process that made it ends."""
    _checked(_c.prctl(_DEATH_SIGNAL, _KILLED), "prctl")


@contextlib.contextmanager
def looped(fd: int, *, direct: bool = False) -> Iterator[str]:
    """A loop device over ``fd``, which gives it up when nobody has it open or mounted any more."""
    loop, name = _loop(fd, direct)
    try:
        yield name
    finally:
        os.close(loop)


def _loop(fd: int, direct: bool) -> tuple[int, str]:
    """The device, and its name. Others may take the free one first: then the next."""
    flags = _AUTOCLEAR | (_DIRECT if direct else 0)
    config = _CONFIG.pack(fd, _SECTOR, flags)
    control = os.open("/dev/loop-control", os.O_RDWR | os.O_CLOEXEC)
    try:
        for _ in range(_TRIES):
            number = fcntl.ioctl(control, _GET_FREE)
            name = f"/dev/loop{number}"
            if not os.path.exists(name):
                with contextlib.suppress(FileExistsError):
                    os.mknod(name, stat.S_IFBLK | 0o600, os.makedev(_LOOP_MAJOR, number))
            loop = os.open(name, os.O_RDWR | os.O_CLOEXEC)
            try:
                fcntl.ioctl(loop, _CONFIGURE, config)
            except OSError as error:
                os.close(loop)
                if error.errno != errno.EBUSY:
                    raise
                continue
            return loop, name
    finally:
        os.close(control)
    raise OSError(errno.EBUSY, "no loop device is free")


@contextlib.contextmanager
def mounted(device: str, place: Path, kind: str, options: str = "") -> Iterator[Path]:
    """``device`` mounted at ``place``; unmounted in the end, late if something in it is still open."""
    mount(device, place, kind, options)
    try:
        yield place
    finally:
        unmount(place)


def mount(device: str, place: Path, kind: str, options: str = "") -> None:
    _checked(
        _c.mount(device.encode(), os.fsencode(place), kind.encode(), _NOATIME, options.encode()),
        f"mounting {kind}",
    )


def unmount(place: Path) -> None:
    """Gone when this returns, unless something in it is still open."""
    if _c.umount2(os.fsencode(place), 0) and ctypes.get_errno() == errno.EBUSY:
        _checked(_c.umount2(os.fsencode(place), _DETACH), "unmounting")
