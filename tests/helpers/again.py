"""Does a test again that failed where the kernel had its own will: it may drop any page at any time."""

from __future__ import annotations

import pytest
from _pytest.runner import runtestprotocol

MARK = "page_cache"
TURNS = 5
"""A program that is wrong is so each time; a kernel that takes a page just then, five times, is not."""

_AGAIN = pytest.StashKey[list[str]]()


def run_again(item: pytest.Item, nextitem: pytest.Item | None) -> bool | None:
    """The hook ``pytest_runtest_protocol``: of a marked test only the last turn is reported."""
    if item.get_closest_marker(MARK) is None:
        return None
    item.ihook.pytest_runtest_logstart(nodeid=item.nodeid, location=item.location)
    for turn in range(1, TURNS + 1):
        reports = runtestprotocol(item, nextitem=nextitem, log=False)
        failed = [report for report in reports if report.failed]
        if not failed or turn == TURNS:
            break
        told = str(getattr(failed[0].longrepr, "reprcrash", None) or failed[0].when)
        item.config.stash.setdefault(_AGAIN, []).append(f"{item.nodeid}: {told.splitlines()[0]}")
        item._initrequest()  # type: ignore[attr-defined]  # all its fixtures are made anew
    for report in reports:
        item.ihook.pytest_runtest_logreport(report=report)
    item.ihook.pytest_runtest_logfinish(nodeid=item.nodeid, location=item.location)
    return True


def done_again(config: pytest.Config) -> list[str]:
    """A line for each turn that failed and was not the last."""
    return config.stash.get(_AGAIN, [])
