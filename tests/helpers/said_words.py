"""Which of the texts in the sources a person is shown, where that cannot be seen from the text."""

from __future__ import annotations

import errno
import os
import re

NOT_SHOWN = (
    "core/geometry/map_svg",
    "core/geometry/raster_fast",
    "core/geometry/raster",
    "core/geometry/layouts",
    "core/pages/prints",
    "core/search/telling",
    "core/source/handler",
    "core/statistics/sheet",
    "core/statistics/telling",
    "core/structs/shelf",
    "core/structs/telling",
    "core/structs/types",
    "core/touched/pagemap",
    "core/touched/trace_lines",
)
"""Modules whose texts go into files, or to the system, and not into the window."""

NO_SENTENCE = re.compile(
    r"""^[\s%\d.,:;|·()“”"'{}\[\]+=–—…≥≈×*-]*$|^<[a-z?/]|==|\{\{|\}\}|NDArray|\n$|=%\d|%1=|\\s|\[A-Z|\[0-9"""
    r"""|^bytescope [\w ]+$|^[a-z]+ \d$"""
)
_SINGLE = """
    Blue Yellow Green Violet Red Cyan Orange Indigo Save Open Reload Paste Replace Operation Export
    Import Session Statistics Recover Complete Discard Read Exchange Demo New Untitled Own Default
    Softer Unread Hole Zeros Ones Constant Text Structured Binary Dense Gone Unreadable Entropy
    Values Edits Saves Outside Written Mapped Edited Kernel-dirty Reserved Different Found
    Bookmarked Selection Page Rows Z-Order Z-order Times Others Integers Characters Byte Octal
    Binary Range Size Counted Mean Chi-square exact Writing Comparing Searching… Replacing…
    Checksums binary octal yes no none unknown TEXT CTRL HIGH run
"""
WORDS = frozenset(_SINGLE.split())
"""Single words that are shown; all others are keys."""

_KEYS = """
%1 %2 with %3
Rotate %1 %2 by %3
%1 %2 %3 by 1 bit in %4-byte %5-endian units
%1 %2 %3 by 1 bit in bytes
%1 %2 %3 by %4 bits in %5-byte %6-endian units
%1 %2 %3 by %4 bits in bytes
(byte) 0x{:02X}
group left
group right
page up
page down
not a grid: %1 columns in groups of %2
%1 U+%2
%1 × %2
ByteRange(%1, %2)
PageRange(%1, %2)
%1 – %2
%1, phase %2
%1 %2s
File exists
%1 %2 can still be recovered.
long long
%1 (0x%2)
%Y-%m-%d %H:%M:%S
bytes changed
bytes again
%1 end
find difference
%1 shown
find all
find pages
%1 all
0x%1 – 0x%2
%1* (%2)
%1 — %2, %3, %4
%1 find
string texts
space
"""
UNSAID = frozenset(_KEYS.strip().splitlines())
"""Texts with a blank that no person is shown, or that have no words."""

REASONS = (
    *(
        errno.ENOENT,
        errno.EACCES,
        errno.EPERM,
        errno.ENOSPC,
        errno.EDQUOT,
        errno.EIO,
        errno.EROFS,
        errno.EFBIG,
    ),
    *(errno.EISDIR, errno.ENOTDIR, errno.ENOTEMPTY, errno.EEXIST, errno.EINVAL, errno.EMFILE, errno.ENFILE),
    *(errno.EBUSY, errno.ENOMEM, errno.EBADF, errno.EAGAIN, errno.EOPNOTSUPP, errno.ESTALE, errno.ENODEV),
    *(
        errno.ENXIO,
        errno.ETXTBSY,
        errno.ELOOP,
        errno.ENAMETOOLONG,
        errno.EXDEV,
        errno.ESPIPE,
        errno.ETIMEDOUT,
    ),
)
"""Why the system refuses, in its own words."""

_HALF = (
    "“%1” was saved in part only: %2 after %3 of %4, and putting the old bytes back failed as well (%5). "
    "The file is partly old and partly new{way_out}; your edits are kept, so %6."
)
MADE = {
    _HALF.format(way_out=""): "v.....",
    _HALF.format(way_out=", and its journal is there to bring it out of this"): "v.....",
    **{f"{way} %1 with %2": ".." for way in ("And", "Or", "Xor")},
    **{f"Rotate %1 {side} by %2": ".n" for side in ("left", "right")},
    **{
        f"{verb} %1 {side} by {bits} in {units}": "." + "n" * (bits + units).count("%")
        for verb in ("Shift", "Rotate")
        for side in ("left", "right")
        for bits in ("1 bit", "%2 bits")
        for units in (
            "bytes",
            *(f"{width}-byte {o}-endian units" for width in (2, 4, 8) for o in ("little", "big")),
        )
    },
    **{
        f"{said} in {width}-byte {order}-endian units": ".."
        for said in ("Add %1 to %2", "Subtract %1 from %2")
        for width in (2, 4, 8)
        for order in ("little", "big")
    },
    **{f"%1 {large} %2 {small}": "nn" for large, small in (("d", "h"), ("h", "min"), ("min", "s"))},
    **{f"%1 {unit}": "n" for unit in ("d", "h", "min", "s")},
    **{os.strerror(number): "" for number in REASONS},
}
"""What the program makes of words one by one, as its operations."""

FOLDERS = ("core",)
"""Of ``app/bytescope``; what the window and the session say is wired with ``tr``."""
