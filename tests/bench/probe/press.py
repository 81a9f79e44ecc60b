"""Presses Page Down 60 times a second through the X server: ``press.py DISPLAY WINDOW COUNT``."""

from __future__ import annotations

import ctypes
import sys
import threading
import time

from bench.probe.telling import tell

PAGE_DOWN = 0xFF56
"""Its keysym, XK_Next of keysymdef.h."""

RATE = 60


def main() -> None:
    x11, xtest = ctypes.CDLL("libX11.so.6"), ctypes.CDLL("libXtst.so.6")
    x11.XOpenDisplay.restype = ctypes.c_void_p
    display = ctypes.c_void_p(x11.XOpenDisplay(sys.argv[1].encode()))
    if not display:
        raise SystemExit("no such display")
    # There is no window manager that would give the window the keyboard: revert to parent, at once.
    x11.XSetInputFocus(display, ctypes.c_ulong(int(sys.argv[2])), 2, ctypes.c_ulong(0))
    x11.XSync(display, 0)
    code = x11.XKeysymToKeycode(display, ctypes.c_ulong(PAGE_DOWN))
    pause = threading.Event()
    pause.wait(0.3)
    began = time.monotonic()
    for number in range(int(sys.argv[3])):
        pause.wait(max(0.0, began + number / RATE - time.monotonic()))
        for down in (1, 0):
            xtest.XTestFakeKeyEvent(display, code, down, ctypes.c_ulong(0))
        x11.XFlush(display)
    pause.wait(0.3)
    tell("pressed")


main()
