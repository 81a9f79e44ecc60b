"""What was dropped on the window: the paths of files, as bytes, and what was wrong with the rest."""

from __future__ import annotations

import os
from typing import NamedTuple
from urllib.parse import unquote_to_bytes

from PySide6.QtCore import QMimeData, QUrl

from bytescope.core.text.formats import shown_input
from bytescope.ui.widgets.tips import tr

MOST = 50
"""Files of one drop: each gets a tab and a descriptor."""


class Dropped(NamedTuple):
    """``fault`` is a sentence about what is not opened; "" where all of it is."""

    paths: list[bytes]
    fault: str = ""


def dropped(mime: QMimeData) -> Dropped:
    """The files in ``mime``; nothing is looked at on the disk."""
    urls = mime.urls()
    paths = [path for url in urls[:MOST] if (path := _path(url))]
    strange = [url for url in urls[:MOST] if not _path(url)]
    if len(urls) > MOST:
        return Dropped(
            paths,
            tr(
                "Only the first {most} of the {count:,} files are opened; open fewer at a time.",
                most=MOST,
                count=len(urls),
            ),
        )
    if strange:
        shown = shown_input(strange[0].toString(), 80)
        return Dropped(
            paths, tr("“{shown}” is no file of this computer; save it as a file and open that.", shown=shown)
        )
    return Dropped(paths)


def _path(url: QUrl) -> bytes:
    """The path of a local file with exactly the bytes it has, UTF-8 or not; b"" for all else."""
    if not url.isLocalFile():
        return b""
    if url.host():
        return os.fsencode(url.toLocalFile())
    path = unquote_to_bytes(url.path(QUrl.ComponentFormattingOption.FullyEncoded))
    return path if path.startswith(b"/") else b""
