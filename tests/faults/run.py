"""Runs the fault battery: ``python tests/faults/run.py``, with ``--help`` for more."""

from __future__ import annotations

import signal
import sys
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parents[2]

if __name__ == "__main__":
    # A checkout is enough: nothing needs to be installed but the dependencies.
    sys.path[:1] = [str(CHECKOUT / name) for name in ("app", "resources", "tests")]
    from faults.command import main

    signal.signal(signal.SIGTERM, lambda number, _: sys.exit(128 + number))
    sys.exit(main())
