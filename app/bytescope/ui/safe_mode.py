"""Safe mode: files are read, never mapped; the window and the command line say so."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from bytescope.core.source import guard
from bytescope.ui.widgets.tips import tr, tr_later

if TYPE_CHECKING:
    from bytescope.ui.window import Window

_WHAT = tr_later("files are read in pieces and never mapped, which is slower and just as right")


def force(window: Window) -> None:
    """Enter safe mode because the person asked for it."""
    _enter(window, "info", tr("Safe mode, as asked: {what}.", what=tr(_WHAT)))


def on_unguarded(window: Window, reason: str) -> None:
    """Enter safe mode because the self-test of the mappings failed for ``reason``."""
    _enter(
        window,
        "warning",
        tr("Safe mode, because the self-test failed: {reason}; {what}.", reason=reason, what=tr(_WHAT)),
    )


def _enter(window: Window, level: str, sentence: str) -> None:
    guard.forbid()
    window.workspace.safe_mode = True
    window.showing.refresh()
    window.tell(level, sentence)
    if sys.stderr is not None:
        sys.stderr.write(f"bytescope: {sentence}\n")
