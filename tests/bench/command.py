"""The benchmarks' command line: chooses topics, runs them one after the other, prints one table."""

from __future__ import annotations

import argparse
import json
import os
import platform
import sys
import time
import traceback
from importlib import import_module
from pathlib import Path

from bench.report import Row, as_markdown, as_table
from bench.stage import FULL, SMOKE, Stage

TOPICS = {
    "start": "process start to the first bytes and to the first map, against bare windows",
    "opening": "a file chosen in the open window, to its map",
    "islands": "a sparse terabyte, to the picture that shows every island",
    "survey": "survey of a cached file, against the bare kernel, on one core and on two",
    "cold": "surveys of files that are not cached, against bare reads and dd",
    "residency": "what the page cache holds of a terabyte, against vmtouch and fincore",
    "edits": "a terabyte filled and undone; a page among a million writes",
    "typing": "a typed byte with the edit log and without, and when it is on the disk",
    "saving": "filled ranges saved with either journal, against dd",
    "frames": "frames of map and hex panel; how long the main thread is held, on a slow medium too",
    "bookmarks": "frames of map and hex panel with ten thousand bookmarks, against none",
    "keys": "Page Down at 60 a second in a real X window",
    "selftest": "the self-test of the mappings, and what a start pays for crash reports",
    "remembering": "a surveyed file opened again; memory with a terabyte known",
    "memory": "memory with a terabyte open, and its growth; a quiet program's load",
    "comparing": "two cached files compared, against cmp; two sparse terabytes",
    "exchange": "patches and dumps, against cmp, hexdump and xxd",
    "statistics": "statistics of a cached file, against a kernel that only counts; a sparse terabyte",
    "structures": "an array of 100,000 elements laid over bytes, against dissect.cstruct",
    "understanding": "texts against strings -a, checksums against sha256sum, a scan for signatures",
    "finding": "searches of every kind through a cached file, a literal against grep",
}


def main(argv: list[str] | None = None) -> int:
    """Run what ``argv`` asks for; 1 if a benchmark could not run. A target that is missed is no error."""
    options = _parser().parse_args(argv)
    if options.list:
        print("\n".join(f"{name:10} {about}" for name, about in TOPICS.items()))
        return 0
    rows: list[Row] = []
    broken = []
    with Stage(SMOKE if options.smoke else FULL) as stage:
        for name in options.names or TOPICS:
            began = time.monotonic()
            try:
                found = list(import_module(f"bench.topics.{name}").rows(stage))
            except Exception:
                traceback.print_exc()
                broken.append(name)
                continue
            rows += found
            print(f"{name}: {time.monotonic() - began:.0f} s", file=sys.stderr, flush=True)
    print(as_markdown(rows) if options.markdown else as_table(rows))
    if options.json:
        Path(options.json).write_text(json.dumps(_document(rows), indent=1), encoding="utf-8")
    if broken:
        print(f"Could not run: {', '.join(broken)}", file=sys.stderr)
    return 1 if broken else 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="tests/bench/run.py", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME", choices=[[], *TOPICS], help="topics (all)")
    parser.add_argument("--list", action="store_true", help="say which topics there are")
    parser.add_argument("--smoke", action="store_true", help="tiny sizes: only whether everything runs")
    parser.add_argument("--markdown", action="store_true", help="print the table for a README")
    parser.add_argument("--json", metavar="OUT", help="write all figures to a file")
    return parser


def _document(rows: list[Row]) -> dict[str, object]:
    return {
        "python": platform.python_version(),
        "system": platform.platform(),
        "cores": os.cpu_count(),
        "rows": [row.as_json() for row in rows],
    }
