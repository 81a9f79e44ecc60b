"""``bytescope [FILE …]``: the window, or a picture of it."""

from __future__ import annotations

import contextlib
import os
import re
import sys
from pathlib import Path

from bytescope.cli.arguments import window_options
from bytescope.core.errors import InputError

XCB_PACKAGES = "libxcb-cursor0 libxcb-icccm4 libxcb-keysyms1 libxcb-shape0 libxkbcommon-x11-0"
QT_PACKAGES = "libegl1 libgl1 libglib2.0-0 libfontconfig1 libxkbcommon0 libdbus-1-3"
PICTURE = "bytescope-window.png"
MOST_PIXELS = 16384
LOADER_LIST = Path("/etc/ld.so.cache")


def run(argv: list[str]) -> int:
    """Open the window; without a display say so and save a picture of the window instead."""
    options = window_options(argv)
    size = parse_size(options.size) if options.size else None
    instead = options.screenshot is None and not has_display()
    if instead:
        options.screenshot = PICTURE
    if not has_display():
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    check_libraries()
    from bytescope.ui import toolkit

    toolkit.load()
    from bytescope.ui.app import start

    status = start(options, size)
    if instead:
        print(
            f"bytescope: There is no display; a picture of the window was saved as {PICTURE}.",
            file=sys.stderr,
        )
    return status


def has_display() -> bool:
    """Whether a window can be shown. Qt would abort the process without one, which cannot be caught."""
    if os.environ.get("QT_QPA_PLATFORM"):
        return True
    if sys.platform != "linux":
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def check_libraries() -> None:
    """Name the missing system package before Qt ends the process over it."""
    if sys.platform != "linux":
        return
    platform = os.environ.get("QT_QPA_PLATFORM", "")
    if platform in ("", "xcb") and os.environ.get("DISPLAY") and not os.environ.get("WAYLAND_DISPLAY"):
        _need("libxcb-cursor.so.0", XCB_PACKAGES)
    for library in ("libEGL.so.1", "libGL.so.1", "libglib-2.0.so.0", "libfontconfig.so.1"):
        _need(library, QT_PACKAGES)


def _need(library: str, packages: str) -> None:
    # What the loader's own list has is there. Only for the rest it pays to load what can try.
    with contextlib.suppress(OSError):
        if library.encode() in LOADER_LIST.read_bytes():
            return
    import ctypes

    try:
        ctypes.CDLL(library)
    except OSError:
        raise InputError(
            f"The system library {library} is missing; on Debian or Ubuntu install it by "
            f"'apt-get install {packages}'."
        ) from None


def parse_size(text: str) -> tuple[int, int]:
    """Width and height in pixels from "1600x1000"."""
    found = re.fullmatch(r"\s*([0-9]{1,6})\s*[x×X]\s*([0-9]{1,6})\s*", text)
    if not found or not all(16 <= int(n) <= MOST_PIXELS for n in found.groups()):
        raise InputError(f"The size must be like 1600x1000, both sides from 16 to {MOST_PIXELS} pixels.")
    return int(found[1]), int(found[2])
